"""What lies behind a part of a page: a panel, a field of colour."""

from __future__ import annotations

from brochure.brand.colour import grey
from brochure.brand.palette import Palette
from brochure.layout.page_builder import Surface
from brochure.layout.page_context import PageContext
from brochure.layout.panel import PANEL_RULE, panel_rect, place_panel
from brochure.layout.section_faces import KEY_FRAME
from brochure.layout.section_faces import RADIUS as CARD_RADIUS
from brochure.model import Box, Rect

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from brochure.model.choices import ContactFace

FIELD_INK, FIELD_INK_LARGE = 20_500.0, 33_000.0
"""The most ink of a field, in square points of black: one that has more becomes a pale band. The
second is for large print and for short texts, which take less."""
GREATEST = 1e6
"""How much larger the field of a colour without ink may be."""
BAND_BAR = 7.0
"""How wide the bar at the left of a pale band is, in points."""
RADIUS = 3.0
PANEL_OUT, PANEL_RIGHT, PANEL_RISE, COVER_FRAME = 10.0, 19.0, 20.0, 1.0
"""How far the ground of a cover reaches out of its words: left, right, up and down; its frame."""
HEAVY = 3.5
"""The rule above a closing box that has no ground."""


def dark_most(context: PageContext) -> float:
    """Return the largest area of a field whose words are reversed out, in square points."""
    roomy = context.format.airy or context.format.shape == "growing"
    most = FIELD_INK_LARGE if roomy else FIELD_INK
    return most / max(1.0 - grey(context.palette.field)[0], 1.0 / GREATEST)


def _tint(palette: Palette, surface: Surface, text: Rect) -> None:
    rect = panel_rect(text.x, text.width, text.top, text.y)
    place_panel(surface, rect, palette.contact_fill, palette.contact_edge)


def _tint_in_column(palette: Palette, surface: Surface, text: Rect) -> None:
    place_panel(surface, text, palette.contact_fill, palette.contact_edge)


def _ruled(palette: Palette, surface: Surface, text: Rect) -> None:
    surface.under(Box(Rect(text.x, text.top - HEAVY, text.width, HEAVY), palette.bar))


def _framed(palette: Palette, surface: Surface, text: Rect) -> None:
    rect = panel_rect(text.x, text.width, text.top, text.y, jut=0.0).inset(KEY_FRAME / 2)
    surface.under(Box(rect, None, palette.field, KEY_FRAME, CARD_RADIUS))


CONTACTS: dict[ContactFace, Callable[[Palette, Surface, Rect], None]] = {
    "tint": _tint,
    "rule": _ruled,
    "frame": _framed,
}
IN_COLUMN = {**CONTACTS, "tint": _tint_in_column}
"""The same in one of two columns, which a ground keeps to."""


def _panel(context: PageContext, surface: Surface, text: Rect) -> None:
    CONTACTS[context.style.contact](context.palette, surface, text)


def _column(context: PageContext, surface: Surface, text: Rect) -> None:
    IN_COLUMN[context.style.contact](context.palette, surface, text)


def _field(context: PageContext, surface: Surface, text: Rect) -> None:
    rect = panel_rect(text.x, text.width, text.top, text.y)
    surface.under(Box(rect, context.palette.field, radius=RADIUS))


def _band(context: PageContext, surface: Surface, text: Rect) -> None:
    """Place a pale band, or a frame in toner, with a heavy bar at its left."""
    palette = context.palette
    rect = panel_rect(text.x, text.width, text.top, text.y)
    if palette.light is None:
        surface.under(Box(rect.inset(PANEL_RULE / 2), None, palette.bar, PANEL_RULE))
    else:
        surface.under(Box(rect, palette.light))
    surface.under(Box(Rect(rect.x, rect.y, BAND_BAR, rect.height), palette.bar))


def _banner(context: PageContext, surface: Surface, text: Rect) -> None:
    rect = Rect(text.x - PANEL_OUT, text.y, text.width + PANEL_OUT + PANEL_RIGHT, text.height)
    surface.under(Box(rect, context.palette.field))


def _key(context: PageContext, surface: Surface, text: Rect) -> None:
    palette = context.palette
    rect = panel_rect(text.x, text.width, text.top, text.y)
    place_panel(surface, rect, palette.key_fill, palette.key_edge)


def _cover(context: PageContext, surface: Surface, text: Rect) -> None:
    palette = context.palette
    high = text.height + 2 * PANEL_RISE
    rect = Rect(text.x - PANEL_OUT, text.y - PANEL_RISE, text.width + PANEL_OUT + PANEL_RIGHT, high)
    if palette.key_fill is None:
        frame = rect.inset(COVER_FRAME / 2)
        surface.under(Box(frame, None, palette.bar, COVER_FRAME, RADIUS))
    else:
        surface.under(Box(rect, palette.key_fill, radius=RADIUS))


GROUNDS: dict[str, Callable[[PageContext, Surface, Rect], None]] = {
    "panel": _panel,
    "column": _column,
    "field": _field,
    "band": _band,
    "banner": _banner,
    "cover": _cover,
    "key": _key,
}
"""What places each ground behind the words that stand in a rectangle."""
