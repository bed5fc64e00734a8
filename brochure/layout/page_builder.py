"""What is placed together: surfaces that take items, fragments that are made once, and pages.

A surface takes glyph runs, boxes and links at their places; nothing is decided here. What was
placed on a surface of its own is a `Fragment`, which `Surface.place` puts on a page, or into
another fragment.
"""

from __future__ import annotations

from brochure._startup.records import dataclass, replace
from brochure.model import (
    Box,
    Drawing,
    Element,
    GlyphRun,
    Ink,
    LinkArea,
    Page,
    Paths,
    Placed,
    Raster,
    Rect,
    Rule,
    Source,
)
from brochure.typeset.line_breaking import Measure

TYPE_CHECKING = False
if TYPE_CHECKING:
    from brochure.model.choices import FaceRole, Numbering, TableScope

LINK_RISE, LINK_DROP = 0.80, 0.22
"""How far a link's live rectangle reaches above and below its baseline, in ems."""


@dataclass(frozen=True, slots=True)
class Fragment:
    """A part of a page, placed: its size, its ink and its structure, by its upper left corner.

    Points; x to the right and y up as on a page, so that what stands inside has a y from
    ``-height`` to 0. ``under`` is painted before all text of the page, ``over`` after it in
    order. An element whose parent is -1 belongs to what the fragment is placed in; the order of
    reading counts from 1.
    """

    width: float
    height: float
    under: tuple[Placed, ...] = ()
    over: tuple[Placed, ...] = ()
    links: tuple[LinkArea, ...] = ()
    elements: tuple[Element, ...] = ()


class Pen:
    """What a surface is written on with: widths of texts, how links look and what they say."""

    def __init__(
        self, measure: Measure, link_ink: Ink, link_phrase: str, live: bool = True
    ) -> None:
        """Keep them; ``link_phrase`` makes a link's contents of its target, if it is ``live``."""
        self.measure = measure
        self.link_ink = link_ink
        self.link_phrase = link_phrase
        self.live = live


class Structure:
    """The structure elements of a page or a fragment, and its order of reading."""

    def __init__(self) -> None:
        """Start with no element."""
        self.elements: list[Element] = []
        self._order = 0

    def next(self, count: int = 1) -> int:
        """Return the next place in the order of reading; ``count`` places are taken."""
        first = self._order + 1
        self._order += count
        return first


class Surface:
    """Takes items one by one at the positions that the caller gives."""

    def __init__(self, pen: Pen, structure: Structure | None = None) -> None:
        """Start empty; surfaces with one ``structure`` share their elements and order."""
        self.pen = pen
        self.structure = structure or Structure()
        self._under: list[Placed] = []
        self._over: list[Placed] = []
        self._links: list[LinkArea] = []

    def fragment(self, width: float, height: float) -> Fragment:
        """Return what was placed as a fragment of that size."""
        return Fragment(
            width,
            height,
            tuple(self._under),
            tuple(self._over),
            tuple(self._links),
            tuple(self.structure.elements),
        )

    def page(self) -> Page:
        """Return what was placed as a page; what lies under the text comes first."""
        return Page((*self._under, *self._over), tuple(self._links))

    def element(
        self,
        kind: str,
        parent: int = -1,
        *,
        alt: str = "",
        lang: str = "",
        numbering: Numbering = "",
        scope: TableScope = "",
    ) -> int:
        """Add a structure element and return its index."""
        elements = self.structure.elements
        elements.append(Element(kind, parent, alt, lang, numbering, scope=scope))
        return len(elements) - 1

    def figure_box(self, element: int, rect: Rect) -> None:
        """Say where a Figure stands (ISO 32000-1, 14.8.5.4.3)."""
        elements = self.structure.elements
        elements[element] = replace(elements[element], bbox=rect)

    def source(self, element: int, source: Source) -> None:
        """Say where the words stand that an element is made of; ornament has no element."""
        if element >= 0 and source[1]:
            elements = self.structure.elements
            it = elements[element]  # made by its values, as there is one for each text
            elements[element] = Element(
                it.kind,
                it.parent,
                it.alt,
                it.lang,
                it.numbering,
                it.bbox,
                source,
                it.actual,
                it.scope,
            )

    def under(self, item: Box | Rule) -> None:
        """Place ornament that lies under the text."""
        self._under.append(item)

    def over(self, item: Box | Rule) -> None:
        """Place ornament that lies over what is there."""
        self._over.append(item)

    def drawing(self, x: float, y: float, scale: float, paths: Paths, element: int) -> None:
        """Place vector art; a figure's box is said with `figure_box`."""
        self._over.append(Drawing(x, y, scale, paths, element, self.structure.next()))

    def raster(
        self,
        rect: Rect,
        data: bytes,
        element: int,
        components: int = 3,
        whole: Rect | None = None,
    ) -> None:
        """Place a picture that fills ``rect``, or the part there of one that fills ``whole``."""
        self.figure_box(element, rect)
        order = self.structure.next()
        self._over.append(Raster(rect, data, element, order, components, whole))

    def text(
        self,
        x: float,
        y: float,
        text: str,
        face: FaceRole,
        size: float,
        ink: Ink,
        element: int,
        level: int = 0,
    ) -> None:
        """Place one run of text; words of other families in it are runs of their own."""
        if self.pen.measure.mixed:
            from brochure.layout.mixed_runs import mixed_runs

            run = GlyphRun(x, y, text, face, size, ink, element, 0, level)
            for each in mixed_runs(run, self.pen.measure):
                self._over.append(replace(each, order=self.structure.next()))
            return
        order = self.structure.next()
        self._over.append(GlyphRun(x, y, text, face, size, ink, element, order, level))

    def link(self, x: float, y: float, width: float, size: float, href: str, element: int) -> None:
        """Make a run of text of that width live."""
        contents = self.pen.link_phrase.format(href.partition(":")[2].lstrip("/"))
        rect = Rect(x, y - LINK_DROP * size, width, (LINK_DROP + LINK_RISE) * size)
        self._links.append(LinkArea(rect, href, contents, element, self.structure.next()))

    def place(self, fragment: Fragment, x: float, y: float, parent: int = -1) -> None:
        """Place a fragment with its upper left corner at ``x`` and ``y``, inside ``parent``."""
        elements = self.structure.elements
        order = self.structure.next(len(fragment.over) + len(fragment.links)) - 1
        shift = Shift(x, y, len(elements), order)
        elements += [shift.element(element, parent) for element in fragment.elements]
        self._under += [shift.item(item) for item in fragment.under]
        self._over += [shift.item(item) for item in fragment.over]
        self._links += [shift.link(area) for area in fragment.links]


class Shift:
    """What makes a fragment's items those of the surface that it is placed on."""

    def __init__(self, x: float, y: float, first: int, order: int) -> None:
        """Keep the corner, the number of the first element there and the place before."""
        self.x, self.y = x, y
        self.first = first
        self.order = order

    def element(self, it: Element, parent: int) -> Element:
        """Return an element with its parent's number, and its box, on the surface."""
        parent = parent if it.parent < 0 else it.parent + self.first
        bbox = self.rect(it.bbox) if it.bbox else None
        return Element(
            it.kind, parent, it.alt, it.lang, it.numbering, bbox, it.source, it.actual, it.scope
        )

    def rect(self, rect: Rect) -> Rect:
        """Return a rectangle on the surface."""
        return Rect(rect.x + self.x, rect.y + self.y, rect.width, rect.height)

    def owner(self, element: int) -> int:
        """Return an element's number on the surface; that of an artifact stays."""
        return element if element < 0 else element + self.first

    def link(self, it: LinkArea) -> LinkArea:
        """Return a live rectangle on the surface."""
        element, order = self.owner(it.element), it.order + self.order
        return LinkArea(self.rect(it.rect), it.url, it.contents, element, order)

    def item(self, it: Placed) -> Placed:
        """Return a placed item on the surface."""
        x, y, order = self.x, self.y, self.order
        if isinstance(it, GlyphRun):
            x, y, owner = it.x + x, it.y + y, self.owner(it.element)
            order += it.order
            return GlyphRun(x, y, it.text, it.face, it.size, it.ink, owner, order, it.level)
        if isinstance(it, Box):
            return replace(it, rect=self.rect(it.rect))
        if isinstance(it, Rule):
            return Rule(it.x0 + x, it.y0 + y, it.x1 + x, it.y1 + y, it.width, it.ink, it.dash)
        owner, order = self.owner(it.element), it.order + order
        if isinstance(it, Drawing):
            return Drawing(it.x + x, it.y + y, it.scale, it.paths, owner, order)
        whole = self.rect(it.whole) if it.whole else None
        return Raster(self.rect(it.rect), it.data, owner, order, it.components, whole)


class PageBuilder:
    """The pages of a handout as surfaces of one structure."""

    def __init__(self, count: int, pen: Pen) -> None:
        """Start with ``count`` empty pages."""
        self.structure = Structure()
        self.pages = [Surface(pen, self.structure) for _ in range(count)]

    def finished(self) -> tuple[Page, ...]:
        """Return the pages."""
        return tuple(page.page() for page in self.pages)
