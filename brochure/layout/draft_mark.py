"""The mark of a draft: on each page, below its footer, in ink that no brand changes."""

from __future__ import annotations

from brochure.layout.page_builder import Surface
from brochure.layout.page_context import PageContext
from brochure.model import FOOTER_ARTIFACT, Box, Rect, Sheet

SIZE, LEAST = 13.0, 8.0
"""The mark's type, in points; smaller where a sheet is too narrow for it."""
BASE, ABOVE, BELOW, BESIDE = 16.5, 11.5, 4.0, 10.0
"""Its baseline from the sheet's foot, past what printers leave white, and the frame around it."""
WEIGHT = 1.2


def draft_mark(context: PageContext, surface: Surface, sheet: Sheet) -> None:
    """Place the mark at the middle of a page's foot, over a white ground; it is an artifact."""
    words, palette = context.phrases.draft, context.palette
    ems = context.shaper.measure.width(words, "bold")
    size = max(LEAST, min(SIZE, (sheet.width - 4 * BESIDE) / ems))
    width = ems * size
    x = (sheet.width - width) / 2
    rect = Rect(x - BESIDE, BASE - BELOW, width + 2 * BESIDE, ABOVE + BELOW)
    surface.over(Box(rect, palette.paper, palette.urgent_edge, WEIGHT))
    surface.text(x, BASE, words, "bold", size, palette.urgent_mark, FOOTER_ARTIFACT)
