"""Pictures of the pages."""

from __future__ import annotations

from io import BytesIO

import pypdfium2
import pytest
from PIL import Image

from brochure import build, cli
from brochure.output.preview import MissingExtraError, first_page_png, page_pngs, png_name, rgb_png
from tests.conftest import SAMPLE
from tests.support.commands import python


def test_each_page_is_as_wide_as_asked(sample):
    pictures = [Image.open(BytesIO(png)) for png in page_pngs(sample.pdf, 300)]
    assert [picture.size for picture in pictures] == [(300, 389), (300, 389)]


def test_the_pages_differ_and_hold_ink(sample):
    first, second = (Image.open(BytesIO(png)).convert("L") for png in page_pngs(sample.pdf, 300))
    assert first.tobytes() != second.tobytes()
    assert first.getextrema()[0] < 60


@pytest.mark.parametrize("width", [50, 240, 301, 600])
def test_pixels_are_those_that_pillow_writes(sample, width):
    document = pypdfium2.PdfDocument(sample.pdf)
    for page, png in zip(document, page_pngs(sample.pdf, width), strict=True):
        drawn = page.render(scale=(width - 0.001) / page.get_width()).to_pil().convert("RGB")
        ours = Image.open(BytesIO(png))
        assert (ours.mode, ours.size) == ("RGB", drawn.size)
        assert ours.tobytes() == drawn.tobytes()
    document.close()


def test_rows_of_any_stride_become_a_whole_png():
    pixels = b"".join(bytes([row, column, 7]) * 1 for row in range(3) for column in range(5))
    rows = [pixels[at : at + 15] + b"??" for at in range(0, 45, 15)]
    picture = Image.open(BytesIO(rgb_png(5, 3, b"".join(rows), 17)))
    picture.load()
    assert (picture.size, picture.tobytes()) == ((5, 3), pixels)


def test_a_picture_of_all_colours_needs_no_pillow(tmp_path):
    code = (
        "import sys; from pathlib import Path; from brochure.output.preview import page_pngs\n"
        "pages = list(page_pngs(Path('a.pdf').read_bytes(), 200))\n"
        "print(len(pages), 'PIL' in sys.modules)"
    )
    folder = tmp_path
    (folder / "a.pdf").write_bytes(build(SAMPLE).pdf)
    assert python("-c", code, cwd=folder).stdout.split() == ["2", "False"]


def test_few_colours_make_a_small_file(sample):
    small, full = first_page_png(sample.pdf, 600, colours=16), first_page_png(sample.pdf, 600)
    assert len(small) < len(full) / 2


@pytest.mark.parametrize("width", [0, -1, 100_000])
def test_an_odd_width_is_refused(sample, width):
    with pytest.raises(ValueError, match="pixels wide"):
        list(page_pngs(sample.pdf, width))


def test_a_missing_library_is_named_with_its_cure(sample, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "pypdfium2", None)
    with pytest.raises(MissingExtraError, match="-m pip install pypdfium2"):
        first_page_png(sample.pdf, 300)


def test_the_command_writes_a_picture_of_each_page_and_width(tmp_path, capsys):
    code = cli.main(["preview", "content.yaml", "-o", str(tmp_path), "--width", "200"])
    names = sorted(path.name for path in tmp_path.iterdir())
    title = "can-breast-cancer-cause-back-pain.pdf"
    assert (code, names) == (0, [png_name(title, page, 200) for page in (1, 2)])
    assert "200 pixels wide" in capsys.readouterr().out


@pytest.mark.parametrize("option", [("--width", "9"), ("--colours", "999"), ("--colours", "1")])
def test_the_command_refuses_odd_numbers(tmp_path, capsys, option):
    assert cli.main(["preview", "content.yaml", "-o", str(tmp_path), *option]) == 2
    assert option[1] in capsys.readouterr().err
