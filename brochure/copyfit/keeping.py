"""What a break may not part: the items of a short list, a picture from its text, a section's rest.

No item stands alone on its side of a break in its list; what goes on over a page is at least as
deep as the heading that is repeated beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import inf

from brochure._startup.records import dataclass
from brochure.copyfit.blocks import Block
from brochure.copyfit.metrics import GAP_LEAST, Metrics

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Protocol

    class Rows(Protocol):
        """The rows so far, as columns: what `copyfit.rows` lays down."""

        place: list[tuple[int, int, int]]
        penalty: list[float]
        lead: list[float]
        fixed: list[float]
        before: list[float]
        gap: list[float]

        def __len__(self) -> int:
            """Return the number of rows."""


LONE = 5
"""An item of fewer lines does not stand alone on its side of a break; a longer one reads as a
paragraph of its own."""
BOX_WHOLE, BOX_WHOLE_FOLDED, BOX_WHOLE_GROWING = 0.4, 0.7, 0.25
"""A box whose text takes no more of the sheet's height than this is not parted; the second is for
panels, which are narrow, the third for pages that grow in number, where such boxes take more."""
PICTURES = ("image", "caption")


@dataclass(slots=True)
class ListPlace:
    """Where a block stands in its list: its item of how many, its lines of how many."""

    item: int
    items: int
    above: int
    lines: int
    starts: bool  # the block is its item's first

    def leaves_one(self, line: int) -> bool:
        """Return whether a break before a line of the block leaves a short item alone."""
        before = self.item if self.starts and line == 0 else self.item + 1
        above = self.above + line
        alone_above = before == 1 and above < LONE
        return alone_above or (self.items - self.item == 1 and self.lines - above < LONE)


def list_places(blocks: Sequence[Block], lines: Sequence[int]) -> dict[int, list[ListPlace]]:
    """Return where blocks stand in their lists, by their number; ``lines`` are how many each has.

    A nested block stands in two lists.
    """
    found: dict[int, list[ListPlace]] = {}
    depths = [block.depth for block in blocks]
    for depth in (1, 2) if 2 in depths else (1,):
        for group in _groups(blocks, depth):
            items = [depths[number] for number in group].count(depth)
            total, above, item = sum([lines[number] for number in group]), 0, -1
            for number in group:
                starts = depths[number] == depth
                item += starts
                own = ListPlace(item, items, above, total, starts)
                found.setdefault(number, []).append(own)
                above += lines[number]
    return found


def keep_items(
    penalty: list[float],
    places: Sequence[tuple[int, int, int]],
    flowing: Sequence[tuple[int, Block]],
    lines: Sequence[int],
) -> None:
    """Forbid the breaks of a section that leave an item alone, in what its breaks cost.

    ``places`` are those of its rows, ``flowing`` its blocks with their numbers, and ``lines`` how
    many each has.
    """
    blocks = [block for _, block in flowing]
    if not any(block.depth for block in blocks):
        return
    found = list_places(blocks, lines)
    lists = {flowing[position][0]: own for position, own in found.items()}
    for row in range(1, len(penalty)):
        if penalty[row] < inf:
            _, block, line = places[row]
            for place in lists.get(block, ()):
                if place.leaves_one(line):
                    penalty[row] = inf


def keep_box(rows: Rows, metrics: Metrics, begun: int) -> None:
    """Forbid the breaks of a box that a frame has room for; part a longer one between its blocks.

    Its rows start at ``begun``. Where a text cannot be set so, any break costs much instead, but
    on pages that grow in number small boxes still take further ones.
    """
    most = BOX_WHOLE_FOLDED if metrics.format.masthead == "cover" else BOX_WHOLE
    if metrics.format.parts_boxes:
        most = BOX_WHOLE_GROWING if metrics.format.shape == "growing" else 0.0
    last, leading = len(rows), metrics.format.type.tight * metrics.size
    fixed = [rows.fixed[row] + rows.before[row] for row in range(begun, last)]
    if sum(rows.lead[begun:last]) * leading + sum(fixed) <= most * metrics.sheet_height:
        rows.penalty[begun + 1 :] = [inf] * (last - begun - 1)
    elif not metrics.format.parts_boxes:
        for row in range(begun + 1, last):
            if rows.place[row][1] == rows.place[row - 1][1]:
                rows.penalty[row] = inf


def keep_rest(rows: Rows, metrics: Metrics, high: float, begun: int) -> None:
    """Give a section that goes on over a page as much text as its heading is high beside it.

    ``high`` is the heading's height when it is said again, in points.
    """
    last = len(rows)
    leading, depth, row = metrics.format.type.tight * metrics.size, 0.0, last - 1
    while row > begun and depth < high:
        depth += rows.lead[row] * leading + rows.fixed[row]
        if depth < high:
            rows.penalty[row] = inf
        depth += rows.before[row] + rows.gap[row] * GAP_LEAST
        row -= 1


def _groups(blocks: Sequence[Block], depth: int) -> list[list[int]]:
    """Return the numbers of the blocks of each list of that depth."""
    groups: list[list[int]] = []
    inside = False
    for number, block in enumerate(blocks):
        begins = block.depth == depth and (not inside or block.gap == "list")
        if begins:
            groups.append([])
        inside = block.depth >= depth
        if inside and groups:
            groups[-1].append(number)
    return groups


def is_kept(blocks: Sequence[Block], number: int) -> bool:
    """Return whether a block is not parted from the one before it: a picture and its text."""
    if number == 0:
        return True
    block, before = blocks[number], blocks[number - 1]
    if block.kind == "image":
        return before.kind not in PICTURES
    if block.kind in PICTURES or before.kind not in PICTURES:
        return False
    return all(each.kind in PICTURES for each in blocks[:number])
