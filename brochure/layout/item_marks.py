"""What stands before the items of lists: bullets, dashes, numbers, boxes to tick."""

from __future__ import annotations

from brochure._startup.records import dataclass
from brochure.copyfit.blocks import Block
from brochure.copyfit.metrics import Metrics
from brochure.layout.boxes import urgency
from brochure.layout.page_builder import Surface
from brochure.layout.page_context import PageContext
from brochure.model import Ink

TYPE_CHECKING = False
if TYPE_CHECKING:
    from brochure.model.choices import Emphasis

BULLET_AT, LABEL_GAP = 0.38, 0.42
BULLET_RISE = 0.33
"""How high the middle of a bullet stands, in ems: a larger one is lowered to keep it there."""


@dataclass(frozen=True, slots=True)
class Marks:
    """What the marks of a section's items are set with."""

    context: PageContext
    metrics: Metrics
    emphasis: Emphasis

    def place(self, page: Surface, block: Block, left: float, base: float, element: int) -> None:
        """Place an item's mark, left of its text that begins in from ``left``, as its Lbl."""
        if block.boxed and block.depth == 1:
            from brochure.layout.forms import tick_box

            size = self.metrics.size * self.metrics.ratio(block.style)
            page.under(tick_box(left, base, size, self.context.palette.text))
        if not block.label:
            return
        metrics = self.metrics
        size = metrics.size * metrics.ratio(block.style)
        width = self.context.shaper.measure.width(block.label, "bold")
        large, x = size, max(left, left + metrics.indent(block) - (LABEL_GAP + width) * size)
        if block.depth == 1 and not block.numbered:
            large = size * metrics.format.type.bullet
            base -= BULLET_RISE * (large - size)
            # its middle counts: where the dot is as wide as a sign of Han, that has white around it
            x = left + BULLET_AT * size - width * large / 2
        page.text(x, base, block.label, "bold", large, self._ink(block), element)

    def _ink(self, block: Block) -> Ink:
        palette = self.context.palette
        inks = urgency(self.emphasis, palette)
        if inks:
            return inks.bullet
        return palette.heading if block.numbered else palette.bullet
