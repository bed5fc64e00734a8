"""The columns of `copyfit.parts` placed on surfaces, by the places they say themselves."""

from __future__ import annotations

from brochure._startup.records import replace
from brochure.copyfit.boxes import JUT
from brochure.copyfit.parts import Cells, Column, Figure, Paragraph, Row, Stroke
from brochure.layout.grounds import GROUNDS, PANEL_OUT, PANEL_RIGHT
from brochure.layout.page_builder import Fragment, Surface
from brochure.layout.page_context import PageContext
from brochure.layout.typesetting import Typesetting, Writer
from brochure.model import Box, Ink, Path2D, Rect, Rule

RULE, RULE_RISE = 2.0, 4.0
"""The rule above a part: its weight, and how far it stands above the part, in points."""


def fragment(
    context: PageContext, column: Column, width: float, size: float, rest: float = 0.0
) -> Fragment:
    """Return a column set at a width and a body size, taller by ``rest`` points."""
    surface = context.surface()
    high = _Setter(context, surface, size).column(column, 0.0, 0.0, width, rest)
    return surface.fragment(width, high)


class _Setter:
    """Sets the rows of columns on one surface, at one body size."""

    def __init__(self, context: PageContext, surface: Surface, size: float) -> None:
        """Keep what rows are set with."""
        self.context = context
        self.surface = surface
        self.size = size

    def column(
        self, column: Column, x: float, y: float, width: float, rest: float, parent: int = -1
    ) -> float:
        """Set a column with its upper left corner at ``x`` and ``y``; return its height."""
        palette, column = self.context.palette, column.form(width, self.size)
        high, rows = column.places(width, self.size, rest)
        if column.ground:
            across = column.words_width(width, self.size) if column.hugs else width
            GROUNDS[column.ground](self.context, self.surface, Rect(x, y - high, across, high))
        inside = self.surface.element(column.kind, parent) if column.kind else parent
        for row, left, down, across, more in rows:
            self._row(row, x + left, y - down, across, more, inside)
        if column.ruled:
            line = y + RULE_RISE
            self.surface.over(Rule(x, line, x + width, line, RULE, palette.bar))
        return high

    def _row(self, row: Row, x: float, y: float, width: float, rest: float, parent: int) -> None:
        if isinstance(row, Paragraph):
            self._paragraph(row, width, x, y, parent)
        elif isinstance(row, Stroke):
            across = (row.across or width) + 2 * row.out
            rect = Rect(x - row.out, y - row.weight, across, row.weight)
            self.surface.over(Box(rect, self._ink(row.ink)))
        elif isinstance(row, Column):
            self.column(row, x, y, width, rest, parent)
        elif isinstance(row, Cells):
            for cell, left, down, across, more in row.placed(width, self.size):
                self._row(cell, x + left, y - down, across, more, parent)
        elif isinstance(row, Figure):
            across = min(row.across, width) if row.across else width
            figure = replace(row, across=across, high=row.high + rest)
            FIGURES[row.name](self.context, self.surface, figure, x, y, parent)

    def _paragraph(self, row: Paragraph, width: float, x: float, y: float, parent: int) -> None:
        points = row.points(width, self.size)
        ink = self._ink(row.ink)
        setting = Typesetting(points, row.leading * points, width, ink, row.balance)
        writer = Writer(row.shaped, self.surface.element(row.kind, parent), setting)
        writer.all(self.surface, x, y - row.drop * points)

    def _ink(self, name: str) -> Ink:
        ink: Ink = getattr(self.context.palette, name)
        return ink


def _logo(
    context: PageContext, surface: Surface, figure: Figure, x: float, y: float, parent: int
) -> None:
    """Place the clinic's mark in the middle of the figure's height."""
    logo = context.logo
    if logo is None:
        return
    scale = figure.across / logo.width
    height = logo.height * scale
    alt = context.phrases.logo.format(context.handout.clinic.name.plain)
    element = surface.element("Figure", parent, alt=alt)
    clinic = context.handout.clinic
    surface.source(element, (clinic.file, clinic.logo_line, clinic.logo_column))
    rect = Rect(x, y - (figure.high + height) / 2, figure.across, height)
    if logo.paths:
        surface.figure_box(element, rect)
        surface.drawing(rect.x, rect.y, scale, logo.paths, element)
    else:
        surface.raster(rect, logo.data, element, len(context.palette.text))


def _code(
    context: PageContext, surface: Surface, figure: Figure, x: float, y: float, parent: int
) -> None:
    """Place the QR code on a ground of paper."""
    clinic, words = context.handout.clinic, context.phrases
    if context.qr is None:
        return
    page = context.handout.contact.qr or clinic.website
    site = page.plain if page else ""
    alt = words.qr_website.format(site) if site else ""
    element = surface.element(
        "Figure", parent, alt=alt or words.qr_phone.format(clinic.phone.plain)
    )
    square = (("m", 0.0, 0.0), ("l", 1.0, 0.0), ("l", 1.0, 1.0), ("l", 0.0, 1.0), ("h",))
    paper = Path2D(square, fill=context.palette.paper)
    rect = Rect(x, y - figure.high, figure.across, figure.high)
    surface.figure_box(element, rect)
    surface.drawing(rect.x, rect.y, figure.across, (paper, context.qr.path), element)


COVER_OUT = {"band": (0.0, JUT), "cover": (PANEL_OUT, PANEL_RIGHT)}
"""How far the picture of a cover reaches out beside the text, left and right, in points."""
SEEN_FROM = 0.4
"""The share above of what is cut off a picture that is too tall."""


def _cover(
    context: PageContext, surface: Surface, figure: Figure, x: float, y: float, parent: int
) -> None:
    """Place the picture of the cover, cut to a strip."""
    picture, cover = context.cover, context.handout.cover
    if picture is None or cover is None:
        return
    left, right = COVER_OUT[context.format.masthead]
    seen = Rect(x - left, y - figure.high, figure.across + left + right, figure.high)
    element = surface.element("Figure", parent, alt=cover.alt.plain)
    parts = len(context.palette.text)
    surface.raster(seen, picture.data, element, parts, covering(seen, picture.size))


def covering(seen: Rect, pixels: tuple[int, int]) -> Rect:
    """Return the rectangle of a whole picture that fills another and is cut by it."""
    scale = max(seen.width / pixels[0], seen.height / pixels[1])
    width, height = pixels[0] * scale, pixels[1] * scale
    foot = seen.y - (1.0 - SEEN_FROM) * (height - seen.height)
    return Rect(seen.x - (width - seen.width) / 2, foot, width, height)


def _icon(
    context: PageContext, surface: Surface, figure: Figure, x: float, y: float, parent: int
) -> None:
    """Place the icon of the section that stands across the page."""
    from brochure.layout.icons import place_in

    icon = context.handout.sections[0].shown_icon
    if icon:
        rect = Rect(x, y - figure.high, figure.across, figure.across)
        place_in(surface, icon, context.palette.bar, rect, parent, context.handout.file)


FIGURES = {"logo": _logo, "code": _code, "cover": _cover, "icon": _icon}
