"""Two layouts of one page each as one: a sheet with a language on each side.

Each side is a Part of the structure with its own language (ISO 32000-1, 14.9.2; ISO 14289-1,
7.2), and the second is read after the first.
"""

from __future__ import annotations

from brochure._startup.records import replace
from brochure.model import (
    Bookmark,
    Box,
    Element,
    Facts,
    GlyphRun,
    Layout,
    Page,
    Placed,
    Rule,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

PART = "Part"
"""The structure type of a side: a large division (ISO 32000-1, 14.8.4.2)."""


def two_sides(front: Layout, back: Layout, mark: str) -> Layout:
    """Return a sheet of two layouts; ``mark`` goes before the back's roles of faces.

    The sheet is bound and turned as the front says.
    """
    count, order = len(front.elements), _last(front) + 1
    moved = _Moved(2 + count, order, mark)
    parts = (Element(PART, lang=front.language), Element(PART, lang=back.language))
    ahead = _Moved(2, 0, "")
    elements = (
        *parts,
        *[ahead.element(each, 0) for each in front.elements],
        *[moved.element(each, 1) for each in back.elements],
    )
    pages = (*map(ahead.page, front.pages), *map(moved.page, back.pages))
    marks = (*_bookmarks(front, 0), *_bookmarks(back, len(front.pages)))
    return replace(
        front,
        pages=pages,
        elements=elements,
        bookmarks=marks,
        facts=_facts(front.facts, back.facts),
        title=f"{front.title} / {back.title}",
        problems=(*front.problems, *back.problems),
    )


def _last(layout: Layout) -> int:
    """Return the last place in the order of reading."""
    orders = [getattr(item, "order", 0) for page in layout.pages for item in page.items]
    return max([*orders, *[area.order for page in layout.pages for area in page.links]], default=0)


def _bookmarks(layout: Layout, page: int) -> list[Bookmark]:
    """Return a side's title and headings as they stand from a page on."""
    title = Bookmark(layout.title, page, layout.sheet.height)
    return [title, *[replace(each, page=each.page + page) for each in layout.bookmarks]]


def _facts(front: Facts, back: Facts) -> Facts:
    """Return what the report says of both: the smaller type, the pages and words of both."""
    smaller = min(front, back, key=lambda facts: facts.size)
    pages, words = front.pages + back.pages, front.words + back.words
    return replace(smaller, pages=pages, words=words, fill=(*front.fill, *back.fill))


class _Moved:
    """What makes the items of a side those of the sheet."""

    def __init__(self, first: int, order: int, mark: str) -> None:
        """Keep the number of its first element, its first place of reading, and its mark."""
        self.first, self.order, self.mark = first, order, mark

    def element(self, element: Element, part: int) -> Element:
        """Return an element under the Part of its side."""
        return replace(element, parent=part if element.parent < 0 else self._owner(element.parent))

    def page(self, page: Page) -> Page:
        """Return a page with the elements and the order of the sheet."""
        links = [
            replace(area, element=self._owner(area.element), order=area.order + self.order)
            for area in page.links
        ]
        return Page(tuple(map(self._item, page.items)), tuple(links))

    def _owner(self, element: int) -> int:
        """Return an element's number on the sheet; that of an artifact stays."""
        return element if element < 0 else element + self.first

    def _item(self, item: Placed) -> Placed:
        if isinstance(item, Box | Rule):
            return item
        element, order = self._owner(item.element), item.order + self.order
        if isinstance(item, GlyphRun):
            face: Any = self.mark + item.face
            return replace(item, element=element, order=order, face=face)
        return replace(item, element=element, order=order)
