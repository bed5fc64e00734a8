"""Icons on the page: clear of all words, in line, in the brand's ink, heard only with words."""

from __future__ import annotations

import pytest

from brochure import Options
from brochure._startup.records import replace
from brochure.brand.colour import contrast
from brochure.brand.styles import STYLES
from brochure.copyfit.formats import FORMATS
from brochure.model import (
    HEADER_ARTIFACT,
    LAYOUT_ARTIFACT,
    Box,
    BrandSource,
    Handout,
    Icon,
    Image,
    Ink,
    Layout,
    Page,
    Paragraph,
    Rect,
    Section,
)
from brochure.recipe import make_layout
from tests.conftest import HERE
from tests.support.handouts import CLINIC, plain, text
from tests.support.layout_rules import drawing_faults, drawings_of, faults
from tests.support.placed import runs, saying

LONG = "Before you go home with your new medicines"


def section(heading: str, icon: str = "", words: int = 20, emphasis: str = "") -> Section:
    body = tuple(Paragraph(text(seed * 3 + 1, 20)) for seed in range(words // 20))
    return Section(plain(heading), emphasis, body, Icon(icon) if icon else None)


MADE = Handout(
    "a.yaml",
    plain("Going home"),
    CLINIC,
    (
        section("Short", "heart", 20, "key"),
        section(LONG, "pills", 20),
        section("Rest", "sleep", 60),
        Section(plain("Water"), "", (Paragraph(plain("Drink.")),), Icon("water")),
        section("Without one", "", 20),
        section("When to call", "phone", 20, "urgent"),
    ),
)


def laid_out(handout: Handout, **options: str) -> tuple[Layout, object]:
    return make_layout(handout, Options(**options))


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("name", FORMATS)
def test_it_stands_clear_of_words_and_rules(name, style, language):
    handout = replace(MADE, language=language)
    layout, face = laid_out(handout, format=name, style=style)
    assert sum(len(drawings_of(page)) for page in layout.pages) >= 4  # three, and the sign
    assert drawing_faults(layout, face.width) == []


@pytest.mark.parametrize("style", STYLES)
def test_the_rules_of_the_page_hold_with_icons(style):
    layout, face = laid_out(MADE, style=style)
    assert faults(layout, face.width) == []


def drawn(layout: Layout):
    return [found for page in layout.pages for found in drawings_of(page)]


def test_beside_the_text_icons_and_headings_stand_in_line():
    layout, _ = laid_out(MADE)
    assert layout.facts.arrangement == "side"
    icons = [rect.x for item, rect in drawn(layout) if item.element == LAYOUT_ARTIFACT]
    assert len({round(x, 2) for x in icons[:-1]}) == 1  # the last is the sign's
    lines = [saying(layout, words)[1].x for words in ("Short", "Before", "Rest", "Without")]
    assert len({round(x, 2) for x in lines}) == 1
    assert lines[0] > icons[0] + 15


def test_above_the_text_a_heading_without_one_keeps_its_place():
    layout, _ = laid_out(MADE, format="large-print")
    plain_, hung = saying(layout, "Without")[1].x, saying(layout, "Rest")[1].x
    assert plain_ == min(run.x for _, run in runs(layout, "Sect"))
    assert hung > plain_ + 30


def test_without_words_it_is_ornament_with_words_a_figure_before_its_heading():
    spoken = Icon("pills", plain("Two pills"), 7, 3)
    handout = replace(MADE, sections=(MADE.sections[0], replace(MADE.sections[1], icon=spoken)))
    layout, _ = laid_out(handout)
    (figure,) = [n for n, element in enumerate(layout.elements) if element.alt == "Two pills"]
    element = layout.elements[figure]
    assert (element.kind, element.source) == ("Figure", ("a.yaml", 7, 3))
    assert layout.elements[element.parent].kind == "Sect"
    item, rect = next(found for found in drawn(layout) if found[0].element == figure)
    assert element.bbox == rect
    heading = next(run for _, run in runs(layout, "H2") if run.text.startswith("Before"))
    assert item.order < heading.order
    ornaments = [found[0].element for found in drawn(layout) if found[0].element != figure]
    assert LAYOUT_ARTIFACT in ornaments


def test_a_section_that_goes_on_shows_its_icon_again_as_ornament():
    for name, words in (("handout", 300), ("large-print", 500)):
        long = replace(MADE, sections=(section("Rest", "sleep", words),))
        layout, face = laid_out(long, format=name)
        found = [item for item, _ in drawings_of(layout.pages[1])]
        assert HEADER_ARTIFACT in [item.element for item in found]
        assert drawing_faults(layout, face.width) == []


def ground(page: Page, rect: Rect) -> Ink:
    """The ink that the middle of a rectangle is painted with: the last box there, or paper."""
    x, y = rect.x + rect.width / 2, rect.y + rect.height / 2
    boxes = [item for item in page.items if isinstance(item, Box) and item.fill]
    over = [b.fill for b in boxes if b.rect.x < x < b.rect.right and b.rect.y < y < b.rect.top]
    return over[-1] if over else (1.0, 1.0, 1.0)


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("primary", ["#0b5d6b", "#8a1538", "#5b4636"])
def test_its_ink_is_seen_on_its_ground(style, primary):
    handout = replace(MADE, brand=BrandSource(primary=plain(primary)))
    layout, _ = laid_out(handout, style=style)
    for page in layout.pages:
        for item, rect in drawings_of(page):
            assert contrast(item.paths[0].fill, ground(page, rect)) >= 3.0


def test_in_mono_and_for_the_press_it_has_their_inks():
    for mode, parts in (("mono", 1), ("press", 4)):
        layout, _ = laid_out(MADE, mode=mode)
        assert {len(path.fill) for item, _ in drawn(layout) for path in item.paths} == {parts}


def test_a_picture_beside_the_text_stands_below_the_icon():
    picture = Image(HERE / "handouts/lift.png", plain("A lift"), None, True)
    body = (*section("", "", 140).body, picture)
    handout = replace(MADE, sections=(Section(plain("Lift"), "", body, Icon("exercise")),))
    layout, _ = laid_out(handout)
    (_, icon), *_ = drawn(layout)
    (raster,) = [i for page in layout.pages for i in page.items if hasattr(i, "data")]
    assert layout.facts.arrangement == "side"
    assert raster.rect.top < icon.y
