"""What a reader marks with a pen inside running text: the box to tick of an item."""

from __future__ import annotations

from brochure.layout.page_context import CAP
from brochure.model import Box, Ink, Rect

TICK_BOX, TICK_WEIGHT, TICK_RADIUS = 0.85, 1.1, 1.5
"""The side of a box to tick in ems, and its line and corners in points."""


def tick_box(left: float, base: float, size: float, ink: Ink) -> Box:
    """Return the box to tick of an item that begins at ``left`` on a baseline."""
    side, low = TICK_BOX * size, base + (CAP - TICK_BOX) / 2 * size
    rect = Rect(left + TICK_WEIGHT / 2, low, side, side)
    return Box(rect, None, ink, TICK_WEIGHT, TICK_RADIUS)
