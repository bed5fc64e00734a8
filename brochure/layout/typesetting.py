"""A text set in lines on surfaces, with its links."""

from __future__ import annotations

from brochure._startup.records import dataclass
from brochure.layout.page_builder import Surface
from brochure.model import Ink, Rule
from brochure.typeset.line_breaking import Run, Shaped, Style, set_lines

UNDERLINE_DROP, UNDERLINE_WEIGHT = 0.13, 0.055
"""Where a link's underline stands below its baseline, and how heavy it is, in ems."""


@dataclass(frozen=True, slots=True)
class Typesetting:
    """How a text is set: size, leading and width in points, and its ink."""

    size: float
    leading: float
    width: float
    ink: Ink
    balance: bool = False
    link_ink: Ink | None = None  # of links on a ground of their own; else the page's
    goes_on: bool = False  # the paragraph does, with other words after these


class Writer:
    """Sets one text in its element, line by line; a link over two lines stays one element."""

    def __init__(self, shaped: Shaped, element: int, setting: Typesetting) -> None:
        """Break the text into lines."""
        self.shaped = shaped
        self.element = element
        self.setting = setting
        self._rows = set_lines(shaped, setting.width / setting.size, setting.balance)
        if setting.goes_on:
            *runs, (text, index) = self._rows[-1]
            self._rows = (*self._rows[:-1], (*runs, (f"{text} ", index)))
        self._inline = (("", ""), element)  # the link and language being set, and their element

    def _element_for(self, surface: Surface, style: Style) -> int:
        """Return the Link or Span of a run, the same for as long as link and language last."""
        href = style.href if surface.pen.live else ""
        wanted = (href, style.lang)
        if self._inline[0] != wanted:
            kind = "Link" if href else "Span"
            self._inline = (wanted, surface.element(kind, self.element, lang=style.lang))
        return self._inline[1]

    def line(self, surface: Surface, number: int, x: float, y: float) -> None:
        """Place line ``number`` with its baseline at ``y``."""
        if number == 0:
            surface.source(self.element, self.shaped.source)
        runs = self._rows[number]
        last = len(runs) - 1
        for position, (text, index) in enumerate(runs):
            self._run(surface, x, y, (text, index))
            if position < last:
                face = self.shaped.styles[index].face
                x += surface.pen.measure.width(text, face) * self.setting.size

    def _run(self, surface: Surface, x: float, y: float, run: Run) -> None:
        """Place one run; a link's is underlined and live."""
        text, index = run
        style, setting = self.shaped.styles[index], self.setting
        element, ink = self.element, setting.ink
        href = style.href if surface.pen.live else ""
        if element < 0 or not (href or style.lang):
            self._inline = (("", ""), element)
        else:
            element = self._element_for(surface, style)
            ink = self._link_ink(surface) if href else ink
        surface.text(x, y, text, style.face, setting.size, ink, element)
        if href and element >= 0:
            self._live(surface, x, y, text, style, element)

    def _link_ink(self, surface: Surface) -> Ink:
        return self.setting.link_ink or surface.pen.link_ink

    def _live(
        self, surface: Surface, x: float, y: float, text: str, style: Style, element: int
    ) -> None:
        size = self.setting.size
        width = surface.pen.measure.width(text.rstrip(" "), style.face) * size
        drop = y - UNDERLINE_DROP * size
        weight = UNDERLINE_WEIGHT * size
        surface.over(Rule(x, drop, x + width, drop, weight, self._link_ink(surface)))
        surface.link(x, y, width, size, style.href, element)

    def all(self, surface: Surface, x: float, y: float) -> None:
        """Place every line from baseline ``y`` down."""
        for number in range(len(self._rows)):
            self.line(surface, number, x, y - number * self.setting.leading)
