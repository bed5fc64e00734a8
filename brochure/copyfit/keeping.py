"""What a break may not part: the items of a short list, a picture from its text, a section's rest.

No item stands alone on its side of a break in its list; what goes on over a page is at least as
deep as the heading that is repeated beside it.
"""

from __future__ import annotations

from collections.abc import Sequence

from brochure._startup.records import dataclass
from brochure.copyfit.blocks import Block

LONE = 5
"""An item of fewer lines does not stand alone on its side of a break; a longer one reads as a
paragraph of its own."""
PICTURES = ("image", "caption")


@dataclass(frozen=True, slots=True)
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
    for depth in (1, 2):
        for group in _groups(blocks, depth):
            starts = [number for number in group if blocks[number].depth == depth]
            total, above, item = sum([lines[number] for number in group]), 0, -1
            for number in group:
                item += blocks[number].depth == depth
                own = ListPlace(item, len(starts), above, total, blocks[number].depth == depth)
                found.setdefault(number, []).append(own)
                above += lines[number]
    return found


def lone_rows(
    blocks: Sequence[Block], lines: Sequence[int], places: Sequence[tuple[int, int, int]]
) -> list[int]:
    """Return the rows of a section before which no break is, as an item would stand alone.

    ``places`` are the section, the block and the line of each row.
    """
    if all(block.depth == 0 for block in blocks):
        return []
    listed = list_places(blocks, lines)
    return [
        row
        for row, (_, block, line) in enumerate(places)
        if row and any(place.leaves_one(line) for place in listed.get(block, ()))
    ]


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
    opening = all(each.kind in PICTURES for each in blocks[:number])
    return block.kind not in PICTURES and before.kind in PICTURES and opening
