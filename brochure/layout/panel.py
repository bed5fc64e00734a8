"""Boxes: a tinted or ruled ground behind text, and the sign on an urgent one."""

from __future__ import annotations

from brochure.layout.page_builder import Surface
from brochure.model import Box, Ink, Path2D, Rect

OUTDENT = 9.0
"""How far a box reaches out beside the text, so that its text keeps the grid."""
OUTDENT_SHARE = 0.05
"""And at most this share of the text's width."""
EDGE, PANEL_RULE = 4.0, 1.2
"""How wide a panel's heavy left edge is, and the rule around one without a tint."""


def outdent(width: float) -> float:
    """Return how far a box reaches out beside a text of that width, in points."""
    return min(OUTDENT, width * OUTDENT_SHARE)


def panel_rect(x: float, width: float, top: float, foot: float) -> Rect:
    """Return the rectangle of a box behind text that begins at ``x`` and is ``width`` wide."""
    out = outdent(width)
    return Rect(x - out, foot, width + 2 * out, top - foot)


def place_panel(surface: Surface, rect: Rect, fill: Ink | None, edge: Ink) -> None:
    """Place a tinted panel with a heavy left edge; where no tint is wanted, a ruled one."""
    if fill is None:
        surface.under(Box(rect.inset(PANEL_RULE / 2), None, edge, PANEL_RULE))
    else:
        surface.under(Box(rect, fill))
    surface.under(Box(Rect(rect.x, rect.y, EDGE, rect.height), edge))


def warning_sign(ink: Ink, paper: Ink) -> tuple[Path2D, ...]:
    """Return a triangle with an exclamation mark in a square of one unit."""
    triangle = (
        ("m", 0.5, 0.98),
        ("l", 1.02, 0.04),
        ("l", -0.02, 0.04),
        ("h",),
    )
    bar = (("m", 0.45, 0.66), ("l", 0.55, 0.66), ("l", 0.53, 0.32), ("l", 0.47, 0.32), ("h",))
    dot = (("m", 0.45, 0.25), ("l", 0.55, 0.25), ("l", 0.55, 0.15), ("l", 0.45, 0.15), ("h",))
    return (
        Path2D(triangle, fill=ink, stroke=paper, line_width=0.14),
        Path2D(triangle, fill=ink),
        Path2D(bar, fill=paper),
        Path2D(dot, fill=paper),
    )
