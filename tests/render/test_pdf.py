"""Finished files: pages, margins, words, type, fonts, links, boxes and colours."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from io import BytesIO

import pikepdf
import pytest

from brochure.language.phrases import phrases
from brochure.reading.loader import load
from tests.conftest import CASES, FILES, FORMATS, MODES, REFUSED, ROOT, SAMPLE, each_case, shown_in
from tests.support import pdf
from tests.support.handouts import as_placed, printings

EDGE = 36.0
EDGES = {"card": 26.0}
"""What is held in the hand may have narrower edges."""
FLOORS = {"handout": 10.0, "large-print": 18.0, "trifold": 10.0, "card": 10.0}
BODY = {"handout": 12.0, "large-print": 18.0, "trifold": 11.0, "card": 12.0}


@pytest.fixture
def finished(made, path, name):
    return made(path, format=name)


def handout_of(path):
    return load(path, assets=ROOT / "assets")[0]


# ---------------------------------------------------------- pages and text


@each_case
def test_two_pages_or_an_even_number(finished, name):
    pages = len(pdf.page_texts(finished.pdf))
    assert pages % 2 == 0
    assert pages == 2 or name == "large-print"


def test_only_what_is_far_too_long_is_refused(made):
    refused = {(p.stem, name) for p in FILES for name in FORMATS if made(p, format=name) is None}
    assert refused == REFUSED


@each_case
def test_text_stands_half_an_inch_from_every_edge(finished, name):
    sheet, edge = finished.layout.sheet, EDGES.get(name, EDGE)
    for char in pdf.chars(finished.pdf):
        left, bottom, right, top = char.box
        assert left >= edge - 0.5, char
        assert right <= sheet.width - edge + 0.5, char
        assert top <= sheet.height - edge + 0.5, char
        assert bottom >= edge - 0.25 * char.size, char  # baselines stand on the edge


@pytest.mark.parametrize("path", [path for path, name in CASES if name == "handout"])
def test_the_phone_is_in_the_footer_of_both_pages(made, path):
    built = made(path)
    handout = handout_of(path)
    call = phrases(handout.language).call.format(handout.clinic.phone.plain)
    low = [char for char in pdf.chars(built.pdf) if char.box[1] < 56]
    for page in (0, 1):
        footer = "".join(char.char for char in low if char.page == page)
        assert "".join(call.split()) in footer
    phone_size = max(char.size for char in low)
    assert phone_size > built.facts.size


@each_case
def test_the_words_of_the_content_file_are_in_the_file_in_order(finished, path):
    sections = [node for node in pdf.structure(finished.pdf).kids if node.kind == "Sect"]
    read = [word for node in sections for word in spoken(node).split()]
    assert any(
        read[: len(said)] == said
        for said in printings(as_placed(handout_of(path), finished.layout))
    )


def spoken(node: pdf.Node) -> str:
    """The text of an element as a screen reader says it: bullets left out, blocks parted."""
    if node.kind == "Lbl":
        return ""
    inline = node.kind in ("Span", "Link")
    text = "".join(kid if isinstance(kid, str) else spoken(kid) for kid in node.kids)
    return text if inline else f"\n{text}\n"


@each_case
def test_no_type_is_under_the_floor(finished, path, name):
    least = min(BODY[name], handout_of(path).brand.min_size)
    sizes = [char.size for char in pdf.chars(finished.pdf)]
    assert min(sizes) >= FLOORS[name] - 0.01
    assert finished.facts.size >= least
    assert sum(size >= least - 0.01 for size in sizes) > 0.5 * len(sizes)


# ------------------------------------------------------------------- fonts


def fonts(data: bytes) -> dict[str, tuple[int, bool]]:
    """The fonts by name: the size of the file embedded, and whether text can be had back."""
    with pikepdf.open(BytesIO(data)) as opened:
        return {
            str(font.BaseFont): (
                len(font.FontDescriptor.FontFile2.read_bytes()),
                "/ToUnicode" in font,
            )
            for page in opened.pages
            for font in page.Resources.Font.values()
        }


@each_case
def test_every_font_is_an_embedded_subset(finished):
    for name, (size, readable) in fonts(finished.pdf).items():
        assert re.match(r"/[A-Z]{6}\+", name)
        assert 1000 < size < 20_000
        assert readable


def test_a_handout_with_italic_words_has_three_faces(made):
    assert len(fonts(made(ROOT / "tests/handouts/nested.yaml").pdf)) == 3


def test_the_sample_weighs_at_most_40_kb(sample):
    assert len(sample.pdf) <= 40_000


# -------------------------------------------------------------- same bytes


RUN = "import sys; from brochure import build; sys.stdout.buffer.write(build(sys.argv[1]).pdf)"


def from_a_process(folder, seed: str) -> bytes:
    env = os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", RUN, str(SAMPLE)]
    return subprocess.run(command, cwd=folder, env=env, check=True, capture_output=True).stdout


def test_the_same_input_gives_the_same_bytes(sample, tmp_path):
    assert from_a_process(tmp_path, "1") == from_a_process(ROOT, "2") == sample.pdf


# ------------------------------------------------------------------- links


@each_case
def test_links_go_where_the_text_says(finished, path):
    handout = handout_of(path)
    wanted = {span.href for text in texts(handout) for span in text.spans if span.href}
    found = {link["URI"] for node in pdf.structure(finished.pdf).walk() for link in node.links}
    assert wanted <= found
    others = {link.partition(":")[0] for link in found - wanted}
    assert others <= {"tel", "mailto", "https"}
    assert any(link.startswith("tel:") for link in found)


def texts(handout):
    from brochure.model.texts import drawn_texts

    return [text for section in handout.sections for text in drawn_texts(section)]


def test_the_phone_is_live_at_the_head_in_the_text_and_in_the_contact_box(sample):
    links = pdf.structure(sample.pdf).find("Link")
    calls = [node.pages for node in links if node.links[0]["URI"] == "tel:+13108287757"]
    assert calls == [{0}, {0}, {1}, {1}]


def test_links_lie_over_their_words(made):
    data = made(ROOT / "tests/handouts/links.yaml").pdf
    glyphs = pdf.chars(data)
    with pikepdf.open(BytesIO(data)) as opened:
        for number, page in enumerate(opened.pages):
            for link in page.get("/Annots", []):
                left, low, right, high = (float(edge) for edge in link.Rect)
                inside = [
                    g for g in glyphs
                    if g.page == number and left - 1 < g.box[0] and g.box[2] < right + 1
                    and low < (g.box[1] + g.box[3]) / 2 < high
                ]  # fmt: skip
                assert inside
                assert min(g.box[0] for g in inside) - left < 3
                assert right - max(g.box[2] for g in inside) < 3


# ------------------------------------------------------- boxes and colours


@pytest.mark.parametrize("name", FORMATS)
def test_press_boxes_nest(made, name):
    built = made(shown_in(name), format=name, mode="press")
    with pikepdf.open(BytesIO(built.pdf)) as opened:
        for page in opened.pages:
            media, bleed, trim = (
                [float(edge) for edge in page[key]]
                for key in ("/MediaBox", "/BleedBox", "/TrimBox")
            )
            assert media[0] < bleed[0] == trim[0] - 9
            assert media[3] > bleed[3] == trim[3] + 9
            size = (trim[2] - trim[0], trim[3] - trim[1])
            assert size == (built.layout.sheet.width, built.layout.sheet.height)


@pytest.mark.parametrize("name", FORMATS)
def test_press_text_stands_in_the_trim_as_on_an_office_sheet(made, name):
    press = made(shown_in(name), format=name, mode="press")
    slug = press.layout.sheet.slug
    plain = pdf.chars(made(shown_in(name), format=name).pdf)
    for there, here in zip(pdf.chars(press.pdf), plain, strict=True):
        assert there.char == here.char
        assert there.box[0] - slug == pytest.approx(here.box[0], abs=0.01)
        assert there.box[1] - slug == pytest.approx(here.box[1], abs=0.01)


@pytest.mark.parametrize("name", FORMATS)
def test_an_office_file_has_no_marks(made, name):
    with pikepdf.open(BytesIO(made(shown_in(name), format=name).pdf)) as opened:
        assert all("/TrimBox" not in page for page in opened.pages)


IMAGE = ROOT / "tests/handouts/image.yaml"
COLOURS = {"rg", "RG", "k", "K", "g", "G", "cs", "CS", "sc", "SC", "scn", "SCN"}
ALLOWED = {"colour": {"rg", "RG"}, "mono": {"g", "G"}, "press": {"k", "K"}}
SPACES = {"colour": {"/DeviceRGB", "/DeviceGray"}, "mono": {"/DeviceGray"},
          "press": {"/DeviceCMYK", "/DeviceGray"}}  # fmt: skip


@pytest.mark.parametrize("path", [None, IMAGE], ids=["sample", "image"])
@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("mode", MODES)
def test_a_mode_uses_its_own_colour_operators_only(made, path, name, mode):
    data = made(path or shown_in(name), format=name, mode=mode).pdf
    used = {operator for _, _, operator in pdf.operators(data)} & COLOURS
    assert used <= ALLOWED[mode]
    with pikepdf.open(BytesIO(data)) as opened:
        for thing in opened.objects:
            if isinstance(thing, pikepdf.Stream) and "/Subtype" in thing:
                assert str(thing.Subtype) != "/Form"
                if str(thing.Subtype) == "/Image":
                    assert str(thing.ColorSpace) in SPACES[mode]


def test_press_text_is_black_ink_alone(made):
    data = made(SAMPLE, mode="press").pdf
    inks, ink = set(), None
    for _, operands, operator in pdf.operators(data):
        if operator == "k":
            ink = tuple(float(part) for part in operands)
        elif operator in ("Tj", "TJ"):
            inks.add(ink)
    assert (0.0, 0.0, 0.0, 1.0) in inks


def solid_share(width: int, height: int, grey: bytes) -> float:
    """The share of a page that is dark with dark all around: areas, not letters."""
    dark = [value < 140 for value in grey]
    solid = 0
    for y in range(2, height - 2):
        row = y * width
        for x in range(row + 2, row + width - 2):
            if dark[x] and dark[x - 2] and dark[x + 2]:
                solid += dark[x - 2 * width] and dark[x + 2 * width]
    return solid / len(grey)


@pytest.mark.parametrize("name", FORMATS)
def test_solid_areas_in_mono_cover_under_5_percent(made, name):
    for page in pdf.render(made(shown_in(name), format=name, mode="mono").pdf, 72):
        assert solid_share(*page) < (0.065 if name == "card" else 0.05)  # an urgent head takes more


def test_a_mono_page_takes_little_toner(made):
    for width, height, grey in pdf.render(made(SAMPLE, mode="mono").pdf, 50):
        assert 1 - sum(grey) / (255 * width * height) < 0.12
