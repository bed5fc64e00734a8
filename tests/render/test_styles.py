"""Each style on real pages: the rules of a page hold, the ink stays within its bounds."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from itertools import product
from pathlib import Path

import pytest
from PIL import Image, ImageStat

from brochure._startup.records import replace
from brochure.brand.colour import TEXT_RATIO, contrast
from brochure.brand.palette import PALETTES, palette
from brochure.brand.press_inks import look
from brochure.brand.styles import STYLES
from brochure.copyfit.fit import fit
from brochure.editions import Options
from brochure.layout.grounds import BAND_BAR, FIELD_INK, dark_most
from brochure.layout.section_faces import KEY_FRAME, RADIUS
from brochure.model import (
    Box,
    BrandSource,
    ContentError,
    Cover,
    Drawing,
    GlyphRun,
    Handout,
    Layout,
    Page,
    Paragraph,
    Raster,
    Rect,
    Sheet,
)
from brochure.output.screen_page import page_svg
from brochure.recipe import Built, build, build_handout, make_layout, prepare
from brochure.sources import read
from brochure.typeset.fonts import brand_faces
from tests.conftest import FORMATS, HERE, MODES, SAMPLE, shown_in
from tests.support.fakes import text
from tests.support.layout_rules import drawing_faults, faults
from tests.support.pdf import render
from tests.support.placed import holds, runs, saying, within

HANDOUTS = ("corto-es", "links", "long", "mittel-de", "moyen-fr", "nested")
FILES = [SAMPLE, *(HERE / "handouts" / f"{name}.yaml" for name in HANDOUTS)]
MOST = {"colour": 0.08, "mono": 0.09, "press": 0.09}
"""The most ink, as the mean over all sides of a handout."""
URGENT = ("When to", "When to pay attention")
"""The first line of the sample's urgent heading, at the side or above."""
LONG = text(
    "How to care for yourself at home after minimally invasive surgery on the lower spine: the "
    "first six weeks"
)


DPI = 36


def ink(built: Built, urgent: Collection[str] = ()) -> float:
    """The share of black on the pages, as a mean, but for pictures, codes and urgent boxes."""
    pages = [Image.frombytes("L", (w, h), grey) for w, h, grey in render(built.pdf, DPI)]
    for image, page in zip(pages, built.layout.pages, strict=True):
        for rect in (*uncounted(page, urgent), *codes(built.layout, page)):
            image.paste(255, pixels(rect, built.layout.sheet))
    return sum(1 - ImageStat.Stat(image).mean[0] / 255 for image in pages) / len(pages)


def uncounted(page: Page, urgent: Collection[str]) -> Iterator[Rect]:
    """The pictures of a page, and the boxes around the headings that are urgent."""
    boxes = [item.rect for item in page.items if isinstance(item, Box)]
    yield from (item.rect for item in page.items if isinstance(item, Raster))
    for run in page.items:
        if isinstance(run, GlyphRun) and run.text.strip() in urgent:
            yield max((b for b in boxes if holds(b, run)), key=lambda rect: rect.height)


def codes(layout: Layout, page: Page) -> Iterator[Rect]:
    """The QR codes of a page: drawings of square modules alone on a ground of paper."""
    for item in page.items:
        if isinstance(item, Drawing) and len(item.paths) == 2 and item.element >= 0:
            yield layout.elements[item.element].bbox


def pixels(rect: Rect, sheet: Sheet) -> tuple[int, int, int, int]:
    """Where a rectangle of the trim stands in a picture of the media."""
    scale, slug, high = DPI / 72, sheet.slug, sheet.height + sheet.slug
    sides = rect.x + slug, high - rect.top, rect.right + slug, high - rect.y
    return tuple(round(side * scale) for side in sides)


def test_what_is_not_counted_is_not_counted(sample):
    whole, less = ink(sample), ink(sample, URGENT)
    assert 0.003 < whole - less < 0.03


def open_foot(fault: str, style: str) -> bool:
    """Whether a fault is a foot left open by cards, which are rather kept whole."""
    said, _, share = fault.rpartition(" ")
    return style == "cards" and said == "page filled" and float(share) > 0.84


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_style_breaks_no_rule_of_the_page(made, path, style):
    layout = made(path, style=style).layout
    width = brand_faces(read(path)[0].brand).width
    assert [each for each in faults(layout, width) if not open_foot(each, style)] == []


@pytest.mark.parametrize(("style", "mode"), list(product(STYLES, MODES)))
def test_the_ink_of_a_style_stays_within_its_bounds(made, style, mode):
    assert ink(made(SAMPLE, style=style, mode=mode), URGENT) <= MOST[mode]


@pytest.mark.parametrize("style", STYLES)
def test_a_long_title_without_a_logo_stays_in_its_place_and_its_ink(style):
    handout, _ = read(SAMPLE)
    bare = replace(handout, title=LONG, clinic=replace(handout.clinic, logo=None))
    built = build_handout(bare, Options(style=style))
    found = faults(built.layout, brand_faces(handout.brand).width)
    assert [each for each in found if not open_foot(each, style)] == []
    assert ink(built, URGENT) <= MOST["colour"]


@pytest.mark.parametrize(("style", "name"), list(product(STYLES, FORMATS)))
def test_every_format_has_every_style(made, style, name):
    assert made(shown_in(name), style=style, format=name).facts.pages % 2 == 0


@pytest.mark.parametrize("mode", PALETTES)
@pytest.mark.parametrize("cmyk", [None, "10 0 5 0", "90 35 35 25"])
def test_words_in_a_field_pass_as_text_whatever_the_shop_says(mode, cmyk):
    brand = BrandSource(primary_cmyk=text(cmyk) if cmyk else None)
    inks = palette(brand, mode)
    field = look(inks.field) if mode == "press" else inks.field
    assert contrast(field, inks.reversed) >= TEXT_RATIO


def reversed_words(layout: Layout) -> list[GlyphRun]:
    """The words in paper's ink."""
    found = (item for page in layout.pages for item in page.items if isinstance(item, GlyphRun))
    return [run for run in found if run.ink == (1.0, 1.0, 1.0)]


def fields(layout: Layout, ink: tuple[float, ...]) -> list[Box]:
    return [
        item
        for page in layout.pages
        for item in page.items
        if isinstance(item, Box) and item.fill == ink
    ]


def test_a_field_that_would_take_too_much_ink_is_a_light_one(made):
    handout, _ = read(SAMPLE)
    built = build_handout(handout, Options(style="band"))
    inks = palette(handout.brand, "colour")
    assert [run.text for run in reversed_words(built.layout)] == [handout.title.plain]
    (field,) = fields(built.layout, inks.field)[:1]
    assert field.rect.width > 500
    light = build_handout(replace(handout, title=LONG), Options(style="band"))
    assert reversed_words(light.layout) == []
    black = build_handout(
        replace(handout, brand=BrandSource(primary=text("#000000"))), Options(style="band")
    )
    assert ink(black, URGENT) <= MOST["colour"]


def test_how_dark_a_field_may_be_goes_with_its_size():
    page, large = (prepare(read(SAMPLE)[0], Options(name)).page for name in FIELDED)
    assert 540.0 * 40.0 < dark_most(page) < 540.0 * 60.0
    assert dark_most(large) > 500.0 * 80.0
    black = replace(page, palette=replace(page.palette, field=(0.0, 0.0, 0.0)))
    assert dark_most(black) == FIELD_INK
    white = replace(page, palette=replace(page.palette, field=(1.0, 1.0, 1.0)))
    assert dark_most(white) > 612.0 * 792.0


@pytest.mark.parametrize("mode", ["colour", "mono", "press"])
@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_a_pale_band_has_a_heavy_bar_clear_of_its_title(mode, paper):
    handout = replace(read(SAMPLE)[0], title=text(LONG.plain + " and for whom they care"))
    options = Options(style="band", mode=mode, paper=paper)
    layout = build_handout(handout, options).layout
    inks = palette(handout.brand, mode)
    title = [run for _, run in runs(layout, "H1")]
    boxes = [item for item in layout.pages[0].items if isinstance(item, Box)]
    (bar,) = [box.rect for box in boxes if box.rect.width == BAND_BAR and box.fill == inks.bar]
    (band,) = [b.rect for b in boxes if b.rect.x <= bar.x + 1 and holds(b.rect, title[0])]
    assert len(title) > 1
    assert all(run.x == pytest.approx(bar.right + 12.0) and run.ink == inks.text for run in title)
    assert band.top == pytest.approx(bar.top, abs=1)
    assert band.right - (title[0].x - 12.0) > 500
    assert title[-1].y - 12.0 == pytest.approx(bar.y)


@pytest.mark.parametrize("mode", ["colour", "mono"])
def test_a_short_text_keeps_a_dark_field_behind_a_title_of_two_lines(mode):
    handout, _ = read(SAMPLE)
    short = replace(handout, title=TWO_LINES, sections=handout.sections[:2])
    built = build_handout(short, Options(style="band", mode=mode))
    assert built.facts.words < 250
    (field,) = fields(built.layout, palette(handout.brand, mode).field)[:1]
    assert field.rect.height > 60
    assert ink(built, URGENT) <= MOST[mode]


FIELDED = ("handout", "large-print")
TWO_LINES = text("When to call us after a weekend at home in bed")


@pytest.mark.parametrize("name", FIELDED)
def test_a_title_of_two_lines_in_large_print_keeps_its_size_and_its_ink(name):
    handout = read(SAMPLE)[0]
    handout = replace(handout, sections=handout.sections[:3])
    built = build_handout(handout, Options(name, style="band"))
    assert ink(built) <= MOST["colour"]
    title = reversed_words(built.layout)
    assert len({run.y for run in title}) == FIELDED.index(name) + 1
    assert min(run.size for run in title) > 1.4 * built.facts.size


# ----------------------------------------------------------------- a picture at the head


def with_cover(tmp_path: Path, pixels: tuple[int, int], words: str = "Hills.") -> Handout:
    file = tmp_path / "cover.png"
    Image.linear_gradient("L").resize(pixels).convert("RGB").save(file)
    return replace(read(SAMPLE)[0], cover=Cover(file, text(words)))


def rasters(layout: Layout) -> list[tuple[int, Raster]]:
    pages = enumerate(layout.pages)
    return [(n, item) for n, page in pages for item in page.items if isinstance(item, Raster)]


@pytest.mark.parametrize("pixels", [(1200, 400), (400, 800)], ids=["wide", "tall"])
@pytest.mark.parametrize("mode", MODES)
def test_a_picture_fills_its_place_and_keeps_its_shape(tmp_path, pixels, mode):
    handout = with_cover(tmp_path, pixels)
    built = build_handout(handout, Options(style="photo", mode=mode))
    ((page, raster),) = rasters(built.layout)
    seen, whole = raster.rect, raster.whole
    assert page == 0
    assert whole.width / whole.height == pytest.approx(pixels[0] / pixels[1])
    assert whole.x <= seen.x + 0.01
    assert whole.right >= seen.right - 0.01
    assert whole.y <= seen.y + 0.01
    assert whole.top >= seen.top - 0.01
    assert built.layout.elements[raster.element].alt == "Hills."
    assert faults(built.layout, brand_faces(handout.brand).width) == []
    assert ink(built, URGENT) <= MOST[mode]


@pytest.mark.parametrize("words", [LONG, text("Backs")], ids=["long", "short"])
@pytest.mark.parametrize("name", FIELDED)
def test_a_title_stands_beside_its_picture_and_keeps_clear_of_it(tmp_path, words, name):
    handout = replace(with_cover(tmp_path, (1200, 800)), title=words)
    layout = build_handout(handout, Options(name, style="photo")).layout
    ((_, raster),) = rasters(layout)
    width, rect = brand_faces(handout.brand).width, raster.rect
    runs = [item for item in layout.pages[0].items if isinstance(item, GlyphRun)]
    title = [run for run in runs if layout.elements[run.element].kind == "H1"]
    for run in title:
        assert rect.y < run.y < run.y + 0.7 * run.size < rect.top + 1
        assert run.x + width(run.text, run.face) * run.size < rect.x - 10
    others = [run for run in runs if rect.y - 9 < run.y < rect.top and run.x > rect.x - 9]
    assert others == []
    assert rect.width / rect.height < 1.9


def test_what_is_cut_off_a_picture_is_not_painted(tmp_path):
    handout = with_cover(tmp_path, (400, 4000))
    built = build_handout(handout, Options(style="photo"))
    ((_, raster),) = rasters(built.layout)
    (wide, high, grey), *_ = render(built.pdf, 72)
    image = Image.frombytes("L", (wide, high), grey)
    under = round(built.layout.sheet.height - raster.rect.y)
    left = round(raster.rect.x) + 20
    assert image.getpixel((left, under - 40)) < 250
    assert image.getpixel((left, under + 3)) == 255


def test_only_styles_with_a_picture_read_the_cover(tmp_path):
    handout = with_cover(tmp_path, (1200, 400))
    handout.cover.path.write_bytes(b"no picture")
    assert rasters(build_handout(handout, Options(style="band")).layout) == []
    with pytest.raises(ContentError, match="the picture of the cover cannot be used"):
        build_handout(handout, Options(style="photo"))


def test_a_style_that_has_no_picture_to_show_says_so_and_its_hint_works(tmp_path):
    words = SAMPLE.read_text("utf-8").replace("style: band", "style: photo")
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets" / "logo.svg").write_bytes((SAMPLE.parent / "assets/logo.svg").read_bytes())
    file = tmp_path / "content.yaml"
    file.write_text(words, "utf-8")
    (told,) = build(file).warnings
    assert (told.level, told.rule) == ("hint", "style-without-picture")
    typed = told.hint.split("`")[1]
    Image.linear_gradient("L").resize((900, 600)).convert("RGB").save(tmp_path / "picture.jpg")
    file.write_text(words.replace("\nlanguage:", f"\n{typed}\nlanguage:", 1), "utf-8")
    assert build(file).warnings == ()
    for other in (Options(style="band"), Options("trifold"), Options("card")):
        file.write_text(words, "utf-8")
        handout = read(file)[0]
        handout = replace(handout, sections=handout.sections[:3])
        rules = {problem.rule for problem in build_handout(handout, other).warnings}
        assert "style-without-picture" not in rules


def test_a_screen_shows_of_a_picture_what_the_page_does(tmp_path):
    handout = with_cover(tmp_path, (400, 4000))
    layout, faces = make_layout(handout, Options(style="photo"))
    ((_, raster),) = rasters(layout)
    svg = page_svg(layout, 0, faces)
    found = re.search(r'<svg x="(\S+)" y="(\S+)" width="(\S+)" height="(\S+)" viewBox', svg)
    seen = raster.rect
    corner = (seen.x, layout.sheet.height - seen.top, seen.width, seen.height)
    assert [float(side) for side in found.groups()] == pytest.approx(corner, abs=0.01)


def test_a_field_has_round_corners(made):
    built = made(SAMPLE, style="band")
    inks = palette(read(SAMPLE)[0].brand, "colour")
    rect = fields(built.layout, inks.field)[0].rect
    (wide, high, grey), *_ = render(built.pdf, 288)
    image = Image.frombytes("L", (wide, high), grey)
    corner = (rect.x * 4, (built.layout.sheet.height - rect.top) * 4)
    assert image.getpixel((round(corner[0] + 1), round(corner[1] + 1))) > 200
    assert image.getpixel((round(corner[0] + 9), round(corner[1] + 9))) < 120


# ----------------------------------------------------------------- sections in a style


def headings(layout: Layout) -> list[GlyphRun]:
    """The first run of each heading of a section, in reading order."""
    first: dict[int, GlyphRun] = {}
    for page in layout.pages:
        for item in page.items:
            if isinstance(item, GlyphRun) and layout.elements[item.element].kind == "H2":
                first.setdefault(item.element, item)
    return sorted(first.values(), key=lambda run: run.order)


SHORT = HERE / "handouts" / "corto-es.yaml"


def test_every_section_of_a_ledger_has_its_number(made):
    layout = made(SHORT, style="ledger").layout
    sections = read(SHORT)[0].sections
    found = [run for run in headings(layout) if run.text.strip().isdecimal()]
    assert [int(run.text) for run in found] == list(range(1, len(sections) + 1))
    assert {run.x for run in found} == {min(run.x for run in found)}
    assert min(run.size for run in found) > 1.5 * layout.facts.size


def test_every_section_of_cards_stands_in_a_card_of_its_own(made):
    layout = made(SAMPLE, style="cards").layout
    for number, page in enumerate(layout.pages):
        frames = [i.rect for i in page.items if isinstance(i, Box) and i.stroke and not i.fill]
        inside = [run for run in headings(layout) if run in page.items]
        inside = [run for run in inside if within(layout, run.element, "Sect")]
        cards = [next(rect for rect in frames if holds(rect, run)) for run in inside]
        assert number > 1 or len(cards) >= 3
        tops = sorted({(rect.x, rect.top) for rect in cards})
        assert len(tops) == len(cards)


def test_the_heading_of_a_key_card_is_reversed_out_of_its_head(made):
    built = made(SAMPLE, style="cards")
    words = [run.text for run in reversed_words(built.layout)]
    assert words == [read(SAMPLE)[0].sections[0].heading.plain]


def test_the_key_card_has_the_heaviest_frame(made):
    layout = made(SAMPLE, style="cards").layout
    inks = palette(read(SAMPLE)[0].brand, "colour")
    drawn = [item for page in layout.pages for item in page.items if isinstance(item, Box)]
    framed = [box.line_width for box in drawn if box.stroke == inks.field]
    assert framed.count(KEY_FRAME) == 2
    assert max(box.line_width for box in drawn if box.stroke == inks.rule) < KEY_FRAME


def test_a_ledger_of_two_columns_has_its_numbers_and_says_them_again(made):
    layout = made(SAMPLE, style="ledger").layout
    assert layout.facts.arrangement == "columns"
    found = [run for run in headings(layout) if run.text.strip().isdecimal()]
    sections = read(SAMPLE)[0].sections
    assert [int(run.text) for run in found] == list(range(1, len(sections) + 1))
    for run in found:
        beside = [
            other
            for page in layout.pages
            if run in page.items
            for other in page.items
            if isinstance(other, GlyphRun) and other.element == run.element and other is not run
        ]
        ends = run.x + run.size * 0.6
        assert all(o.x > ends or o.x + 100 < run.x or o.y != run.y for o in beside)
    inks = palette(read(SAMPLE)[0].brand, "colour")
    page = [run for run in layout.pages[1].items if isinstance(run, GlyphRun)]
    again = [run for run in page if run.text == "How doctors find the cause"]
    assert [run.ink for run in again] == [inks.text]
    assert [run.text for run in page if run.y == again[0].y and run.x < again[0].x] == ["5 "]


def test_a_text_that_cards_cannot_hold_has_the_sections_of_plain():
    handout, options = read(SAMPLE)[0], Options(style="cards")
    first, second, *rest = (*handout.sections, handout.sections[4])
    longer = replace(second, body=(*second.body, Paragraph(text("word " * 20))))
    more = replace(handout, sections=(first, longer, *rest))
    assert fit(prepare(more, options).task()) is None
    layout = make_layout(more, options)[0]
    drawn = [item for page in layout.pages for item in page.items if isinstance(item, Box)]
    urgent = [section for section in more.sections if section.emphasis == "urgent"]
    assert sum(bool(box.stroke) for box in drawn) <= 2 * len(urgent)


@pytest.mark.parametrize("style", STYLES)
def test_a_style_refuses_no_text_that_plain_takes(made, style):
    for path in (HERE / "handouts").glob("long*.yaml"):
        assert made(path, style="plain")
        assert made(path, style=style)


def test_a_card_is_open_where_it_goes_on_to_another_column():
    handout = read(SAMPLE)[0]
    built = build_handout(replace(handout, sections=handout.sections[:6]), Options(style="cards"))
    page = built.layout.pages[0]
    boxes = [item for item in page.items if isinstance(item, Box)]
    cards = [box.rect for box in boxes if box.stroke and not box.fill and box.radius]
    paper = [box.rect for box in boxes if box.fill == (1.0, 1.0, 1.0)]
    opened = [
        (rect, patch)
        for rect in cards
        for patch in paper
        if patch.x <= rect.x < patch.right and patch.height == RADIUS
        if abs(patch.y - rect.y) < 2 or abs(patch.top - rect.top) < 2
    ]
    assert len(opened) == 2
    (wide, high, grey), *_ = render(built.pdf, 144)
    image = Image.frombytes("L", (wide, high), grey)
    for rect, patch in opened:
        edge = rect.y if abs(patch.y - rect.y) < 2 else rect.top
        across = round((built.layout.sheet.height - edge) * 2)
        middle = round((rect.x + rect.width / 2) * 2)
        assert min(image.getpixel((middle, across + n)) for n in (-2, -1, 0, 1, 2)) > 240
        side = [image.getpixel((round(rect.x * 2) + n, across)) for n in (-1, 0, 1, 2)]
        assert min(side) < 240


def test_cards_in_one_column_and_what_stands_beside_them_have_one_edge(made):
    layout = made(HERE / "handouts/appointment-card.yaml", style="cards").layout
    assert layout.facts.arrangement == "stacked"
    edges = {
        (round(box.rect.x), round(box.rect.right))
        for page in layout.pages
        for box in page.items
        if isinstance(box, Box) and box.stroke and box.rect.width > 100
    }
    assert edges == {(36, 576), (37, 575)}  # frames of two weights


def test_a_text_under_its_heading_begins_where_that_does(made):
    layout = made(HERE / "handouts/before-a-scan.yaml", style="cards").layout
    assert layout.facts.arrangement == "stacked"
    heading = saying(layout, "The main thing")[1]
    assert saying(layout, "The scan does not hurt")[1].x == pytest.approx(heading.x, abs=0.1)


@pytest.mark.parametrize("name", ["before-a-scan", "marketing", "foot-care"])
def test_an_icon_stands_clear_of_the_rule_below_a_cards_head(made, name):
    built = made(HERE / f"handouts/{name}.yaml", style="cards")
    assert drawing_faults(built.layout, built.faces.width) == []


def test_a_closing_box_without_a_ground_keeps_to_the_edge_of_its_column(made):
    layout = made(SAMPLE, style="ledger").layout
    assert layout.facts.arrangement == "columns"
    heading = saying(layout, "Call for an")[1]
    assert heading.x == saying(layout, "When back pain is severe")[1].x
