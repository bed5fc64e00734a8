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
        style = shaped.styles[0] if len(shaped.styles) == 1 else None
        self._face = style.face if style and not (style.href or style.lang or style.level) else None

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
        if self._face:  # as most texts: of one face, without a link
            text, size, ink = runs[0][0], self.setting.size, self.setting.ink
            surface.text(x, y, text, self._face, size, ink, self.element)
            return
        if self.shaped.styles and self.shaped.styles[0].level:
            self._from_right(surface, runs, x, y)
            return
        if surface.pen.measure.mixed:
            self._mixed(surface, runs, x, y)
            return
        last = len(runs) - 1
        for position, (text, index) in enumerate(runs):
            self._run(surface, x, y, (text, index))
            if position < last:
                face = self.shaped.styles[index].face
                x += surface.pen.measure.width(text, face) * self.setting.size

    def _mixed(self, surface: Surface, runs: tuple[Run, ...], x: float, y: float) -> None:
        """Place a line that may hold words of other families, and of languages from the right."""
        from brochure.layout.mixed_runs import from_left, parts_of

        styles, size = self.shaped.styles, self.setting.size
        parts = parts_of(runs, [style.lang for style in styles])
        width = surface.pen.measure.width
        widths = [width(text, styles[index].face) for text, index, _ in parts]
        places = from_left(widths, [level for _, _, level in parts])
        for (text, index, level), at in zip(parts, places, strict=True):
            self._run(surface, x + at * size, y, (text, index), level)

    def _from_right(self, surface: Surface, runs: tuple[Run, ...], x: float, y: float) -> None:
        """Place a line's runs by their levels, in reading order; spaces at its end have its own."""
        from brochure.layout.mirror import from_start

        styles, size = self.shaped.styles, self.setting.size
        split: list[tuple[str, int, int]] = [(t, index, styles[index].level) for t, index in runs]
        text, index, level = split[-1]
        bare = text.rstrip(" ")
        if bare != text and level > 1:
            split[-1:] = [(bare, index, level), (text[len(bare) :], index, 1)]
        width = surface.pen.measure.width
        across = [(width(text, styles[index].face), level) for text, index, level in split]
        for (text, index, level), (at, _) in zip(split, from_start(across), strict=True):
            if text:
                self._run(surface, x + at * size, y, (text, index), level)

    def _run(self, surface: Surface, x: float, y: float, run: Run, level: int = 0) -> None:
        """Place one run; a link's is underlined and live."""
        text, index = run
        style, setting = self.shaped.styles[index], self.setting
        element = self.element
        ink = (style.href and setting.link_ink) or setting.ink
        href = style.href if surface.pen.live else ""
        if element < 0 or not (href or style.lang):
            self._inline = (("", ""), element)
        else:
            element = self._element_for(surface, style)
            ink = self._link_ink(surface) if href else ink
        surface.text(x, y, text, style.face, setting.size, ink, element, level)
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
