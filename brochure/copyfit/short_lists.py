"""Short lists in two columns: where they have room, and what stands in each row.

The first column is read down, then the second. All items are of one line, so a list of that many
rows may end a frame after any of them: what stands above the break are two columns of its own.
"""

from __future__ import annotations

from collections.abc import Sequence

from brochure.copyfit.blocks import Block
from brochure.copyfit.metrics import Metrics

GUTTER = 16.0
"""Between the two columns, in points."""


def second_column(metrics: Metrics) -> float:
    """Return how far the second column stands from the first, in points."""
    return (metrics.text_width + GUTTER) / 2


def in_columns(blocks: Sequence[Block], metrics: Metrics) -> dict[int, int]:
    """Return for each row of a list in two columns, by its block, the block that begins the list.

    A list that has an item which would not stand on one line of a column stays as it is.
    """
    found: dict[int, int] = {}
    for first, block in enumerate(blocks):
        if block.short:
            items = blocks[first : first + block.short]
            room = second_column(metrics) - GUTTER - metrics.indent(block)
            size = metrics.size * metrics.ratio(block.style)
            if all(item.shaped and item.shaped.width * size <= room for item in items):
                rows = (block.short + 1) // 2
                found |= dict.fromkeys(range(first, first + rows), first)
    return found


def one_a_row(
    flowing: Sequence[tuple[int, Block]], blocks: Sequence[Block], metrics: Metrics
) -> tuple[tuple[int, Block], ...]:
    """Return what flows without the items that stand beside others."""
    rows = in_columns(blocks, metrics)
    heads = dict.fromkeys(rows.values())
    away = {
        number
        for first in heads
        for number in range(first, first + blocks[first].short)
        if number not in rows
    }
    return tuple([each for each in flowing if each[0] not in away])


def rows_here(begun: int, items: int, frame: range) -> range:
    """Return the rows of a list that stand in a frame, from 0; ``begun`` is its first of all."""
    stop = min((items + 1) // 2, frame.stop - begun)
    return range(max(0, frame.start - begun), stop)


def items_of(row: int, items: int, here: range) -> tuple[int, int]:
    """Return the items of a row of a list, from 0; the second is -1 where none stands beside.

    ``here`` are the rows of the list in the frame: the columns are as high as each other there.
    """
    first = 2 * here.start + row - here.start
    second = first + len(here)
    return first, second if second < min(2 * here.stop, items) else -1
