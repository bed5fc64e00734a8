from __future__ import annotations

import subprocess
import sys
from itertools import groupby, pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from brochure.art import qr_code
from brochure.art.qr_code import LEVEL_M, MOST_BYTES, _encoder, _runs, code_of, qr_path
from tests.support.examples import tried

LINKS = [
    "tel:+13108287757",
    "https://example.org/spine?from=handout&lang=es#top",
    "https://example.org/columna-año",
    "12345678",
    "HELLO 123",
    "a",
    "x" * MOST_BYTES,
    "é" * (MOST_BYTES // 2),
]


def boxes(path):
    """The left, lower, right and upper edge of each run of dark modules."""
    assert {op[0] for op in path.ops} == {"re"}
    return [(x, y, x + width, y + height) for _, x, y, width, height in path.ops]


def read(path, side):
    """Return the code as an independent reader sees it on paper."""
    zxingcpp = pytest.importorskip("zxingcpp")
    image = pytest.importorskip("PIL.Image")
    draw = pytest.importorskip("PIL.ImageDraw")
    pixels = 900
    paper = image.new("L", (pixels, pixels), 255)
    pen, scale = draw.Draw(paper), pixels / side
    for left, foot, right, top in boxes(path):
        corners = (left, side - top, right, side - foot)
        x0, y0, x1, y1 = (round(value * scale) for value in corners)
        pen.rectangle((x0, y0, x1 - 1, y1 - 1), fill=0)
    (code,) = zxingcpp.read_barcodes(paper)
    return code


@pytest.mark.parametrize("link", LINKS)
def test_an_independent_reader_reads_it(link):
    code = read(qr_path(link, 72.0), 72.0)
    assert (code.text, code.ec_level) == (link, "M")


@pytest.mark.slow
@given(st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=1, max_size=120))
def test_any_link_comes_back(link):
    assert read(qr_path(link, 50.0), 50.0).text == link


def line_faults(row):
    runs = [len(list(group)) for _, group in groupby(row)]
    text = "0000" + "".join("01"[cell] for cell in row) + "0000"
    found = [at for at in range(4, len(text) - 10) if text[at : at + 7] == "1011101"]
    lone = [at for at in found if "0000" in (text[at - 4 : at], text[at + 7 : at + 11])]
    return sum(run - 2 for run in runs if run >= 5) + 40 * len(lone)


def faults(modules):
    """Return the penalty as the standard's words have it (ISO/IEC 18004, 7.8.3)."""
    lines = [*modules, *zip(*modules, strict=True)]
    blocks = sum(
        a == b == c == d
        for upper, lower in pairwise(modules)
        for (a, b), (c, d) in zip(pairwise(upper), pairwise(lower), strict=True)
    )
    share = sum(map(sum, modules)) * 100 // len(modules) ** 2
    return sum(map(line_faults, lines)) + 3 * blocks + 10 * (abs(share - 50) // 5)


@tried(10)
@given(st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=1, max_size=160))
@example("a" * 106)
@example("a" * 107)
def test_the_mask_is_the_best_of_the_eight(link):
    """And the code with it is what the encoder makes of it; from 107 bytes on it has a version."""
    code = _encoder().QRCode(None, 0)
    code.addData(_encoder().QR8bitByte(link))
    code.version = code.calculate_version()
    scores = []
    for mask in range(8):
        code.makeImpl(True, mask)
        scores.append(faults(code.modules))
    code.makeImpl(False, scores.index(min(scores)))
    rows = [[False] * code.moduleCount for _ in code.modules]
    for row, start, end in _runs(link)[1]:
        rows[row][start:end] = [True] * (end - start)
    assert rows == code.modules


@pytest.mark.parametrize("quiet", [0, 4, 6])
def test_the_quiet_zone_is_part_of_the_side(quiet):
    corners = boxes(qr_path("tel:+13108287757", 100.0, quiet))
    unit = 100.0 / (25 + 2 * quiet)
    ends = [min(c[0] for c in corners), min(c[1] for c in corners)]
    ends += [100.0 - max(c[2] for c in corners), 100.0 - max(c[3] for c in corners)]
    assert ends == pytest.approx([quiet * unit] * 4)


def test_it_stands_upright():
    """Three corners have a finder; the lower right one has none."""
    side, quiet, count = 33.0, 4, 25
    dark = {
        (column, row)
        for left, foot, right, _ in boxes(qr_path("tel:+13108287757", side))
        for column in range(round(left), round(right))
        for row in [round(foot)]
    }
    finder = [(x, y) for x in range(7) for y in range(7) if x in (0, 6) or y in (0, 6)]
    low, high = quiet, quiet + count - 7
    found = {
        (x, y): all((x + dx, y + dy) in dark for dx, dy in finder)
        for x in (low, high)
        for y in (low, high)
    }
    assert found == {(low, low): True, (low, high): True, (high, high): True, (high, low): False}


def test_neighbours_share_one_box():
    corners = boxes(qr_path("tel:+13108287757", 33.0))
    rows: dict[float, list[tuple[float, float]]] = {}
    for left, foot, right, _ in corners:
        rows.setdefault(foot, []).append((left, right))
    for runs in rows.values():
        ordered = sorted(runs)
        assert all(a[1] < b[0] for a, b in pairwise(ordered))


def test_a_size_only_scales_it():
    small, large = boxes(qr_path("tel:1", 10.0)), boxes(qr_path("tel:1", 30.0))
    assert [tuple(3 * v for v in box) for box in small] == [pytest.approx(box) for box in large]


def test_the_same_link_gives_the_same_path():
    assert qr_path("tel:1", 72.0) == qr_path("tel:1", 72.0)
    assert qr_path("tel:1", 72.0) != qr_path("tel:2", 72.0)


@pytest.mark.parametrize("link", ["", "x" * (MOST_BYTES + 1), "é" * MOST_BYTES])
def test_what_no_phone_could_scan_is_refused(link):
    with pytest.raises(ValueError, match="link"):
        qr_path(link, 72.0)


def test_it_loads_no_graphics_library():
    script = (
        "import sys; from brochure.art.qr_code import qr_path; qr_path('tel:1', 72.0);"
        "print(*[m for m in sys.modules if 'reportlab.graphics.' in m or 'platypus' in m])"
    )
    run = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=60
    )
    assert run.stdout.split() == []


def test_how_dense_a_code_is_is_known_before_it_is_made(monkeypatch):
    encoder, made = _encoder(), []
    for length in range(1, MOST_BYTES + 1):
        code = encoder.QRCode(None, LEVEL_M)
        code.addData(encoder.QR8bitByte("x" * length))
        assert code_of("x" * length, (0.0,)).modules == 17 + 4 * code.calculate_version()
    monkeypatch.setattr(qr_code, "_masked", lambda code: made.append(code) or (21, 0))
    code = code_of("tel:+13108287757", (0.25,))
    assert not made
    assert code.path.fill == (0.25,)
    assert len(made) == 1


@pytest.mark.parametrize("link", LINKS)
def test_a_code_has_as_many_modules_as_are_told(link):
    assert _runs(link)[0] == code_of(link, (0.0,)).modules
