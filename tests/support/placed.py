"""What stands where on a finished layout, found by its structure element."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from brochure.model import Box, Drawing, GlyphRun, Layout, Rect


def within(layout: Layout, element: int, kind: str) -> bool:
    """Whether an element is one of a kind or inside one."""
    while element >= 0:
        if layout.elements[element].kind == kind:
            return True
        element = layout.elements[element].parent
    return False


def runs(layout: Layout, kind: str) -> list[tuple[int, GlyphRun]]:
    """The runs inside elements of a kind with their pages, in reading order."""
    found = [
        (number, item)
        for number, page in enumerate(layout.pages)
        for item in page.items
        if isinstance(item, GlyphRun) and within(layout, item.element, kind)
    ]
    return sorted(found, key=lambda pair: pair[1].order)


def saying(layout: Layout, words: str) -> tuple[int, GlyphRun]:
    """The first run, in reading order, that says these words."""
    every = [
        (number, item)
        for number, page in enumerate(layout.pages)
        for item in page.items
        if isinstance(item, GlyphRun) and words in item.text
    ]
    return min(every, key=lambda pair: pair[1].order)


def boxes(layout: Layout, page: int) -> list[Rect]:
    """The boxes of a page."""
    return [item.rect for item in layout.pages[page].items if isinstance(item, Box)]


def holds(rect: Rect, run: GlyphRun) -> bool:
    """Whether a rectangle holds a run from its baseline up, and where it begins."""
    over = run.y + 0.7 * run.size
    return rect.x <= run.x <= rect.right and rect.y <= run.y and over <= rect.top


def orders(layout: Layout) -> Iterator[int]:
    """The places in reading order of all that is read."""
    for page in layout.pages:
        for item in page.items:
            if isinstance(item, GlyphRun | Drawing) and item.element >= 0:
                yield item.order


def falls(numbers: list[float]) -> bool:
    """Whether each number is less than the one before."""
    return all(b < a for a, b in pairwise(numbers))
