"""What a page had better not begin with: the rest of a sentence, of a short list, of a table.

A fit whose pages part one of these is made again with all of them whole, if that costs little.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from brochure._startup.records import replace
from brochure.copyfit.blocks import Block
from brochure.copyfit.metrics import Metrics
from brochure.copyfit.rows import NEVER, Rows
from brochure.copyfit.settings import Setting, Task, sizes_of
from brochure.copyfit.vertical_spacing import turns_of
from brochure.typeset.line_breaking import set_lines

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Protocol, TypeVar

    from brochure.copyfit.blocks import Flow
    from brochure.copyfit.vertical_spacing import Room

    class Made(Protocol):
        """What is asked of a fit: where its frames begin, and how far the emptiest is filled."""

        @property
        def setting(self) -> Setting:
            """Return its size and arrangement."""

        @property
        def metrics(self) -> Metrics:
            """Return its widths."""

        @property
        def rows(self) -> Rows:
            """Return its rows."""

        @property
        def rooms(self) -> tuple[Room, ...]:
            """Return what is left of its frames."""

        @property
        def cuts(self) -> tuple[int, ...]:
            """Return the row that each frame begins with, and how many there are."""

        @property
        def emptiest(self) -> float:
            """Return the share that its emptiest frame is filled to."""

    Fit = TypeVar("Fit", bound=Made)

ITEMS, STRIPS = 4, 6
"""A list of no more items, and a table of no more rows, is kept whole."""
COST, OPEN_MOST = 0.2, 0.12
"""The points of type that it may cost, and the most of a page that may stay open for it, if no page
does more already."""
ENDS = ".!?:…‥。！？：؟۔।॥։።፧။៖។"
"""What a sentence ends with, in every writing that there are fixed words for."""
CLOSING = "\"'”’»›)]」』）】 "
"""What may stand behind that."""


def ends_sentence(line: str) -> bool:
    """Return whether a line of text is the end of a sentence."""
    return line.rstrip(CLOSING)[-1:] in tuple(ENDS)


def whole_lists(blocks: Sequence[Block]) -> Iterator[range]:
    """Yield the blocks of each list that is kept whole, by their numbers; nested ones with it."""
    first, items = 0, 0
    for number, block in enumerate((*blocks, None)):
        goes_on = block is not None and block.depth and not (block.depth == 1 and _begins(block))
        if not goes_on:
            if 0 < items <= ITEMS:
                yield range(first, number)
            first, items = number, 0
        items += block is not None and block.depth == 1


def _begins(block: Block) -> bool:
    return block.gap == "list"


def kept_whole(
    task: Task,
    found: Fit,
    again: Callable[[Setting, Callable[[Metrics, Rows], Rows]], Fit | None],
) -> Fit:
    """Return the fit with none of these parted, at the largest size where that is so.

    It costs up to `COST` points of type, and no page is open more than `OPEN_MOST` for it; else
    the fit stays as it is. ``again`` makes it in a setting, of rows that are kept together more.
    """
    flow, setting = task.flow, found.setting
    if not is_parted(flow, found.metrics, found.rows, found.cuts, turns_of(found.rooms)):
        return found
    fullest = min(1.0 - OPEN_MOST, found.emptiest)
    for size in sizes_of(task.format, setting.arrangement, task.floor, flow.words):
        if setting.size - COST - 1e-6 < size < setting.size + 1e-6:
            made = again(replace(setting, size=size), partial(unparted, flow))
            if made and made.emptiest >= fullest:
                return made
    return found


def unparted(flow: Flow, metrics: Metrics, rows: Rows) -> Rows:
    """Return rows at whose breaks no page begins inside a sentence or a short list.

    What is set in strips is then not parted at all, neither by a column.
    """
    turned, framed = _inside(flow, metrics, rows)
    penalty = list(rows.penalty)
    for row in framed:
        penalty[row] = NEVER
    return replace(rows, penalty=penalty, turned=frozenset(turned))


def is_parted(
    flow: Flow, metrics: Metrics, rows: Rows, cuts: Sequence[int], turns: Sequence[bool]
) -> bool:
    """Return whether frames that begin at ``cuts`` part any of that; ``turns`` begin pages."""
    turned, framed = _inside(flow, metrics, rows)
    heads = {cut for cut, turn in zip(cuts, turns, strict=False) if turn}
    return bool(heads.intersection(turned) or set(cuts).intersection(framed))


def _inside(flow: Flow, metrics: Metrics, rows: Rows) -> tuple[list[int], list[int]]:
    """Return the rows that go on with a sentence or a short list, and those inside strips."""
    lists = [list(whole_lists(section.blocks)) for section in flow.sections]
    turned, framed = [], []
    for row, (number, index, line) in enumerate(rows.place):
        if index < 0 or rows.penalty[row] == NEVER or not rows.goes_on(row):
            continue
        section = flow.sections[number]
        block, own = section.blocks[index], metrics.inside(section)
        if block.strips is not None:
            if line and len(own.strips(block)) <= STRIPS:
                framed.append(row)
            continue
        listed = any(index in span and (index > span.start or line) for span in lists[number])
        if listed or (line and not ends_sentence(_line_before(block, own, line))):
            turned.append(row)
    return turned, framed


def _line_before(block: Block, metrics: Metrics, line: int) -> str:
    """Return the words of the line above one of a text's."""
    assert block.shaped is not None
    runs = set_lines(block.shaped, metrics.measure(block))[line - 1]
    return "".join([text for text, _ in runs])
