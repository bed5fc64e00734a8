"""`layout/imposition`: two cards on a sheet, measured by tools that are not ours."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest

from brochure.copyfit.formats import PAPERS
from brochure.editions import Options
from brochure.model import Box, Drawing, GlyphRun, Raster, Rule
from brochure.recipe import build
from tests.conftest import HERE
from tests.support.pdf import Char, chars, structure

CASES = [
    ("cast-card.yaml", "letter", {}),
    ("cast-card.yaml", "a4", {"mode": "mono"}),
    ("smallest.yaml", "a4", {"punch": "2"}),
    ("image.yaml", "letter", {}),
    ("languages/ar.yaml", "letter", {}),
]


def built(name: str, paper: str, more: dict[str, str], sheet: str):
    return build(HERE / "handouts" / name, Options("card", paper, sheet=sheet, **more))


@pytest.fixture(params=CASES, ids=lambda case: f"{case[0]}-{case[1]}")
def pair(request):
    """A card by itself, and two of it on a sheet."""
    return (*(built(*request.param, sheet) for sheet in ("one", "two-up")), request.param[1])


def shifts(single: bytes, double: bytes, page: int) -> list[tuple[float, float]]:
    """How far the glyphs left of the middle, and those right of it, lie from those of the card."""
    ones = [c for c in chars(single) if c.page == page]
    middle = boxes(double)[page][2] / 2
    found = []
    for side in (False, True):
        part = [c for c in chars(double) if c.page == page and (c.box[0] > middle) == side]
        moved = [apart(ones, part, axis) for axis in (0, 1)]
        assert all(max(each) - min(each) < 0.1 for each in moved)
        found.append((round(min(moved[0]), 1), round(min(moved[1]), 1)))
    return found


def apart(ones: list[Char], others: list[Char], axis: int) -> list[float]:
    """How far glyphs lie from their like on one axis, each from its own."""
    places = [sorted((c.char, c.box[axis]) for c in each) for each in (ones, others)]
    assert [char for char, _ in places[0]] == [char for char, _ in places[1]]
    return [other[1] - one[1] for one, other in zip(*places, strict=True)]


def boxes(data: bytes) -> list[list[float]]:
    with pikepdf.open(BytesIO(data)) as pdf:
        return [[float(side) for side in page.mediabox] for page in pdf.pages]


def test_both_sides_of_both_cards_lie_on_each_other(pair):
    single, double, paper = pair
    high, wide = PAPERS[paper]
    for box in boxes(double.pdf):
        assert box == pytest.approx([0, 0, wide, high], abs=0.01)
    across = boxes(single.pdf)[0][2]
    front, back = (shifts(single.pdf, double.pdf, page) for page in (0, 1))
    turned = [(wide - x - across, y) for x, y in front]  # about the sheet's middle
    for seen, there in zip(sorted(turned), back, strict=True):
        assert seen == pytest.approx(there, abs=0.15)
    with pikepdf.open(BytesIO(double.pdf)) as pdf:
        assert pdf.Root.ViewerPreferences.Duplex == "/DuplexFlipShortEdge"


def test_a_screen_reader_reads_the_card_once_and_both_can_be_tapped(pair):
    single, double, _ = pair
    assert structure(double.pdf).text == structure(single.pdf).text
    kinds = [[node.kind for node in structure(each.pdf).walk()] for each in (single, double)]
    assert kinds[0] == kinds[1]
    middle = double.layout.sheet.width / 2
    for page, content in enumerate(double.layout.pages):
        links = single.layout.pages[page].links
        left = [area for area in content.links if area.rect.right <= middle]
        right = [area for area in content.links if area.rect.x >= middle]
        for side in (left, right):
            assert [area.url for area in side] == [area.url for area in links]
        assert len(left) + len(right) == len(content.links)
    with pikepdf.open(BytesIO(double.pdf)) as pdf:
        live = sum(len(page.get("/Annots", [])) for page in pdf.pages)
    assert live == 2 * sum(len(page.links) for page in single.layout.pages)


def test_every_item_stands_on_one_side_of_a_dashed_line(pair):
    sheet = pair[1].layout
    middle = sheet.sheet.width / 2
    for page in sheet.pages:
        cut = page.items[-1]
        assert isinstance(cut, Rule)
        assert cut.dash
        assert (cut.x0, cut.x1, cut.y0, cut.y1) == (middle, middle, 0, sheet.sheet.height)
        half = (len(page.items) - 1) // 2
        for item, other in zip(page.items[:half], page.items[half:-1], strict=True):
            assert type(item) is type(other)
            if isinstance(item, (Box, Raster)):
                assert item.rect.right <= middle <= other.rect.x
            elif isinstance(item, Rule):
                assert max(item.x0, item.x1) <= middle <= min(other.x0, other.x1)
            else:
                assert isinstance(item, (GlyphRun, Drawing))
                assert item.x < middle < other.x
                assert other.element < 0


def test_bookmarks_and_boxes_of_figures_lie_on_the_first(pair):
    single, double, _ = pair
    assert [m.title for m in double.layout.bookmarks] == [m.title for m in single.layout.bookmarks]
    for element in double.layout.elements:
        if element.bbox:
            assert element.bbox.x >= 0
            assert element.bbox.right <= double.layout.sheet.width / 2
