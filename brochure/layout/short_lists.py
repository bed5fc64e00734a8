"""Short lists set in two columns: the second is set, and read, when the first has ended."""

from __future__ import annotations

from brochure._startup.records import replace
from brochure.copyfit.blocks import SectionFlow
from brochure.copyfit.metrics import Metrics
from brochure.copyfit.short_lists import in_columns, items_of, rows_here, second_column
from brochure.copyfit.vertical_spacing import Room

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    Place = Callable[[Room, int, float], None]
    """Places an item, by the number of its block, with its baseline."""


class Columns:
    """The lists of a section that stand in two columns."""

    def __init__(self, section: SectionFlow, inside: Metrics) -> None:
        """Find them; ``inside`` are the metrics of the section's text."""
        self.heads = in_columns(section.blocks, inside)
        self._blocks = section.blocks
        self._across = second_column(inside)
        self._later: list[tuple[int, float]] = []  # items of the second column

    def row(self, place: Place, room: Room, where: tuple[int, int, range], base: float) -> None:
        """Place a row: by its block, its number, and the rows of its frame."""
        block, row, frame = where
        head = self.heads[block]
        items, own = self._blocks[head].short, block - head
        here = rows_here(row - own, items, frame)
        left, right = items_of(own, items, here)
        place(room, head + left, base)
        if right >= 0:
            self._later.append((head + right, base))
        if own == here[-1]:
            beside = replace(room, x=room.x + self._across)
            for item, at in self._later:
                place(beside, item, at)
            self._later.clear()
