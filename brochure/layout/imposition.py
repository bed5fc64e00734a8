"""A small handout twice on one sheet, with the line to cut along."""

from __future__ import annotations

from brochure._startup.records import replace
from brochure.copyfit.imposition import Imposition
from brochure.layout.page_builder import Shift
from brochure.model import LAYOUT_ARTIFACT, Box, Ink, Layout, Page, Placed, Rule

CUT_DASH, CUT_WEIGHT = (2.0, 3.0), 0.4


def imposed(layout: Layout, place: Imposition, ink: Ink) -> Layout:
    """Return a layout with each page twice on a sheet, and a dashed line in ``ink`` between.

    A screen reader meets the first alone: the second's ink is an artifact, and its links belong
    to the elements of the first's, as those of a link on two lines do.
    """
    left, right = (Shift(x, place.foot, 0, 0) for x in place.lefts)
    sheet = replace(place.sheet, from_right=layout.sheet.from_right, copies=layout.sheet.copies)
    cut = Rule(place.cut, 0.0, place.cut, sheet.height, CUT_WEIGHT, ink, CUT_DASH)
    pages = tuple(
        Page(
            (*map(left.item, page.items), *map(right.item, map(_unheard, page.items)), cut),
            (*map(left.link, page.links), *map(right.link, page.links)),
        )
        for page in layout.pages
    )
    elements = tuple(left.element(element, -1) for element in layout.elements)
    marks = tuple(replace(mark, y=mark.y + place.foot) for mark in layout.bookmarks)
    return replace(layout, sheet=sheet, pages=pages, elements=elements, bookmarks=marks)


def _unheard(item: Placed) -> Placed:
    """Return an item as an artifact."""
    if isinstance(item, (Box, Rule)) or item.element < 0:
        return item
    return replace(item, element=LAYOUT_ARTIFACT)
