"""Panels: a tinted or ruled ground behind text."""

from __future__ import annotations

from brochure.copyfit.boxes import JUT
from brochure.layout.page_builder import Surface
from brochure.model import Box, Ink, Rect

EDGE, PANEL_RULE = 4.0, 1.2
"""How wide a panel's heavy left edge is, and the rule around one without a tint."""


def panel_rect(x: float, width: float, top: float, foot: float, jut: float = JUT) -> Rect:
    """Return the rectangle of a box that reaches out by ``jut`` beside a text at ``x``."""
    return Rect(x - jut, foot, width + 2 * jut, top - foot)


def place_panel(surface: Surface, rect: Rect, fill: Ink | None, edge: Ink) -> None:
    """Place a tinted panel with a heavy left edge; where no tint is wanted, a ruled one."""
    if fill is None:
        surface.under(Box(rect.inset(PANEL_RULE / 2), None, edge, PANEL_RULE))
    else:
        surface.under(Box(rect, fill))
    surface.under(Box(Rect(rect.x, rect.y, EDGE, rect.height), edge))
