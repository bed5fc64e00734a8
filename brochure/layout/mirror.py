"""A finished page for a language that runs from the right: its mirror image, text in its order.

Everything is placed as for a language from the left, from the edge where its lines begin; here,
in one place, that edge becomes the right one. What is drawn inside a box is not turned: pictures,
marks, codes and letters stand as they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from brochure._startup.records import replace
from brochure.model import (
    Box,
    Drawing,
    Element,
    GlyphRun,
    Layout,
    LinkArea,
    Page,
    Placed,
    Raster,
    Rect,
    Rule,
)
from brochure.remember import remember
from brochure.typeset.bidi import visual_order
from brochure.typeset.isolates import levels_from_right
from brochure.typeset.line_breaking import Measure
from brochure.typeset.mixed_faces import MixedFaces
from brochure.typeset.scripts import FROM_RIGHT, script_of
from brochure.typeset.units import JOINER

KNOWN_LINES = 256
"""How many lines of the program's own words a process remembers in order."""


def mirrored(layout: Layout, measure: Measure) -> Layout:
    """Return a layout as its mirror image, with the words of each element for screen readers."""
    turn = _Turn(layout, measure)
    pages = tuple([turn.page(page) for page in layout.pages])
    elements = tuple([turn.element(element) for element in layout.elements])
    sheet = replace(layout.sheet, from_right=True)
    return heard(replace(layout, sheet=sheet, pages=pages, elements=elements))


def heard(layout: Layout) -> Layout:
    """Return a layout whose words from the right screen readers are given in reading order."""
    elements = list(layout.elements)
    pages = _spoken(layout.pages, elements, layout.sheet.from_right)
    return replace(layout, pages=pages, elements=tuple(elements))


class _Turn:
    """Turns what stands on the pages of one layout."""

    def __init__(self, layout: Layout, measure: Measure) -> None:
        self._width = layout.sheet.width
        self._elements = layout.elements
        self._measure = measure

    def page(self, page: Page) -> Page:
        """Return a page with all that stands on it turned."""
        items = [turned for item in page.items for turned in self._items(item)]
        return Page(tuple(items), tuple([self._link(area) for area in page.links]))

    def element(self, element: Element) -> Element:
        """Return an element with its box where its ink is."""
        return replace(element, bbox=self._rect(element.bbox)) if element.bbox else element

    def _link(self, area: LinkArea) -> LinkArea:
        return replace(area, rect=self._rect(area.rect))

    def _rect(self, rect: Rect) -> Rect:
        return Rect(self._width - rect.right, rect.y, rect.width, rect.height)

    def _items(self, item: Placed) -> Iterator[Placed]:
        """Yield an item turned; a text that nobody has put in order yet as its runs."""
        if isinstance(item, GlyphRun):
            yield from self._runs(item)
        elif isinstance(item, Box):
            yield replace(item, rect=self._rect(item.rect))
        elif isinstance(item, Raster):
            whole = self._rect(item.whole) if item.whole else None
            yield replace(item, rect=self._rect(item.rect), whole=whole)
        elif isinstance(item, Rule):
            yield replace(item, x0=self._width - item.x1, x1=self._width - item.x0)
        else:
            yield replace(item, x=self._width - item.x - self._across(item))

    def _across(self, drawing: Drawing) -> float:
        """Return the width of vector art: of its figure, or of the square that ornament fills."""
        box = self._elements[drawing.element].bbox if drawing.element >= 0 else None
        return box.width if box else drawing.scale

    def _runs(self, run: GlyphRun) -> Iterator[GlyphRun]:
        runs = ((run.text, run.level),) if run.level else in_order(run.text)
        placed = from_start([(self._measure.width(t, run.face), level) for t, level in runs])
        for (text, level), (at, across) in zip(runs, placed, strict=True):
            x = self._width - run.x - (at + across) * run.size
            whole = replace(run, x=x, text=text, level=level)
            yield from self._pieces(whole) if self._measure.mixed else (whole,)

    def _pieces(self, run: GlyphRun) -> Iterator[GlyphRun]:
        """Yield a run as runs of one family each, in the direction of its letters."""
        if isinstance(self._measure, MixedFaces):
            for piece in self._measure.placed(run.text, run.face, run.level % 2 == 1):
                x = run.x + piece.x * run.size
                yield replace(run, x=x, text=piece.text, face=piece.role)


@remember(KNOWN_LINES)
def in_order(text: str) -> tuple[tuple[str, int], ...]:
    """Return a line of text from the right as runs of one level, in the order of reading."""
    found = levels_from_right(text)
    stop = len(text.rstrip(" "))
    found[stop:] = [1] * (len(text) - stop)
    runs = []
    for level, group in groupby(zip(found, text, strict=True), key=lambda pair: pair[0]):
        runs.append(("".join([char for _, char in group]), level))
    return tuple(runs)


def from_start(runs: Sequence[tuple[float, int]]) -> list[tuple[float, float]]:
    """Return where each run of a line from the right begins, from its edge, and its width.

    A run is given by its width and its level (UAX #9, L2).
    """
    places: list[tuple[float, float]] = [(0.0, 0.0)] * len(runs)
    x = 0.0
    for index in reversed(visual_order([level for _, level in runs])):
        width = runs[index][0]
        places[index] = (x, width)
        x += width
    return places


# ------------------------------------------------------- what a screen reader says


def _spoken(pages: Sequence[Page], elements: list[Element], mirrored: bool) -> tuple[Page, ...]:
    """Return the pages, and give elements the words of their text in the order of reading.

    An element that holds links, too, gets a Span for each stretch of its own, as the words of an
    element stand in place of all that is below it (ISO 32000-1, 14.9.4).
    """
    runs = [item for page in pages for item in page.items if isinstance(item, GlyphRun)]
    runs = sorted([run for run in runs if run.element >= 0], key=lambda run: run.order)
    parents = {elements[run.element].parent for run in runs}
    owners: dict[tuple[int, int], int] = {}
    for owner, group in groupby(runs, key=lambda run: run.element):
        stretch = list(group)
        words = "".join([run.text.strip(JOINER) for run in stretch])
        from_right = any(script_of(char) in FROM_RIGHT for char in words)
        if not from_right and not (mirrored and " " in words.strip(" ")):
            continue  # one word, or words on a page from the left, are read as they stand
        if owner in parents:
            elements.append(Element("Span", owner, actual=words))
            owners.update({(run.element, run.order): len(elements) - 1 for run in stretch})
        else:
            before = elements[owner]
            elements[owner] = replace(before, actual=before.actual + words)
    return tuple([_owned(page, owners) for page in pages])


def _owned(page: Page, owners: dict[tuple[int, int], int]) -> Page:
    """Return a page whose runs belong to the Spans that were made for them."""
    items = [
        replace(item, element=owners.get((item.element, item.order), item.element))
        if isinstance(item, GlyphRun)
        else item
        for item in page.items
    ]
    return replace(page, items=tuple(items))
