"""Collects what is placed: glyph runs, boxes, links and the structure they belong to."""

from __future__ import annotations

from brochure._startup.records import dataclass, field, replace
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
)
from brochure.typeset.line_breaking import Fragment, Measure, Shaped, Style, set_lines

TYPE_CHECKING = False
if TYPE_CHECKING:
    from brochure.model.choices import FaceRole, Numbering

UNDERLINE_DROP, UNDERLINE_WEIGHT = 0.13, 0.055
LINK_RISE, LINK_DROP = 0.80, 0.22


@dataclass(frozen=True, slots=True)
class Setting:
    """How a paragraph is set: size, leading and width in points, and its inks."""

    size: float
    leading: float
    width: float
    ink: Ink
    link_ink: Ink
    balance: bool = False


@dataclass(slots=True)
class _Page:
    under: list[Placed] = field(default_factory=list)
    over: list[Placed] = field(default_factory=list)
    links: list[LinkArea] = field(default_factory=list)


class Composer:
    """Builds pages item by item; positions come from the caller, nothing is decided here."""

    def __init__(self, pages: int, measure: Measure, link_phrase: str) -> None:
        """Start with empty pages; ``link_phrase`` makes a link's contents of its target."""
        self.elements: list[Element] = []
        self.measure = measure
        self._pages = [_Page() for _ in range(pages)]
        self._link_phrase = link_phrase
        self._order = 0

    def pages(self) -> tuple[Page, ...]:
        """Return the pages; what lies under the text comes first."""
        return tuple(Page((*page.under, *page.over), tuple(page.links)) for page in self._pages)

    def element(
        self,
        kind: str,
        parent: int = -1,
        *,
        alt: str = "",
        lang: str = "",
        numbering: Numbering = "",
    ) -> int:
        """Add a structure element and return its index."""
        self.elements.append(Element(kind, parent, alt, lang, numbering))
        return len(self.elements) - 1

    def _next(self) -> int:
        self._order += 1
        return self._order

    def under(self, page: int, item: Box | Rule) -> None:
        """Place ornament that lies under the text."""
        self._pages[page].under.append(item)

    def over(self, page: int, item: Box | Rule) -> None:
        """Place ornament that lies over what is there."""
        self._pages[page].over.append(item)

    def figure_box(self, element: int, rect: Rect) -> None:
        """Say where a Figure stands (ISO 32000-1, 14.8.5.4.3)."""
        self.elements[element] = replace(self.elements[element], bbox=rect)

    def drawing(
        self, page: int, x: float, y: float, scale: float, paths: Paths, element: int
    ) -> None:
        """Place vector art; a figure's box is said with `figure_box`."""
        item = Drawing(x, y, scale, paths, element, self._next())
        self._pages[page].over.append(item)

    def raster(self, page: int, rect: Rect, data: bytes, element: int, components: int = 3) -> None:
        """Place a picture that fills ``rect``."""
        self.figure_box(element, rect)
        item = Raster(rect, data, element, self._next(), components)
        self._pages[page].over.append(item)

    def text(
        self,
        page: int,
        x: float,
        y: float,
        text: str,
        face: FaceRole,
        size: float,
        ink: Ink,
        e: int,
    ) -> None:
        """Place one run of text."""
        self._pages[page].over.append(GlyphRun(x, y, text, face, size, ink, e, self._next()))

    def link(
        self, page: int, x: float, y: float, run: str, style: Style, size: float, e: int
    ) -> None:
        """Make a run of text live."""
        width = self.measure.width(run.rstrip(" "), style.face) * size
        contents = self._link_phrase.format(style.href.partition(":")[2].lstrip("/"))
        rect = Rect(x, y - LINK_DROP * size, width, (LINK_DROP + LINK_RISE) * size)
        self._pages[page].links.append(LinkArea(rect, style.href, contents, e, self._next()))


class Writer:
    """Sets one text in its element, line by line; a link over two lines stays one element."""

    def __init__(self, composer: Composer, shaped: Shaped, element: int, setting: Setting) -> None:
        """Break the text into lines."""
        self.composer = composer
        self.shaped = shaped
        self.element = element
        self.setting = setting
        measure = setting.width / setting.size
        self._rows = set_lines(shaped, measure, setting.balance)
        self._inline = (("", ""), element)  # the link and language being set, and their element

    @property
    def lines(self) -> int:
        """The number of lines."""
        return len(self._rows)

    def _element_for(self, style: Style) -> int:
        """Return the Link or Span of a run, the same for as long as link and language last."""
        wanted = (style.href, style.lang)
        if self._inline[0] != wanted:
            kind = "Link" if style.href else "Span"
            self._inline = (wanted, self.composer.element(kind, self.element, lang=style.lang))
        return self._inline[1]

    def line(self, page: int, number: int, x: float, y: float) -> None:
        """Place line ``number`` with its baseline at ``y``."""
        fragments = self._rows[number]
        last = len(fragments) - 1
        for position, (text, index) in enumerate(fragments):
            self._run(page, x, y, (text, index))
            if position < last:
                face = self.shaped.styles[index].face
                x += self.composer.measure.width(text, face) * self.setting.size

    def _run(self, page: int, x: float, y: float, fragment: Fragment) -> None:
        """Place one run; a link's is underlined and live."""
        text, index = fragment
        style, setting = self.shaped.styles[index], self.setting
        element, ink = self.element, setting.ink
        if element < 0 or not (style.href or style.lang):
            self._inline = (("", ""), element)
        else:
            element = self._element_for(style)
            ink = setting.link_ink if style.href else ink
        self.composer.text(page, x, y, text, style.face, setting.size, ink, element)
        if style.href and element >= 0:
            self._live(page, x, y, text, style, element)

    def _live(self, page: int, x: float, y: float, text: str, style: Style, element: int) -> None:
        size = self.setting.size
        end = x + self.composer.measure.width(text.rstrip(" "), style.face) * size
        drop = y - UNDERLINE_DROP * size
        rule = Rule(x, drop, end, drop, UNDERLINE_WEIGHT * size, self.setting.link_ink)
        self.composer.under(page, rule)
        self.composer.link(page, x, y, text, style, size, element)

    def all(self, page: int, x: float, y: float) -> float:
        """Place every line from baseline ``y`` down; return the last baseline."""
        for number in range(self.lines):
            self.line(page, number, x, y - number * self.setting.leading)
        return y - (self.lines - 1) * self.setting.leading


def right_edge(composer: Composer, text: str, face: FaceRole, size: float, x: float) -> float:
    """Return where a run must begin to end at ``x``."""
    return x - composer.measure.width(text, face) * size
