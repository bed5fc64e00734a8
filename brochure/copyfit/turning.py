"""What a page had better not begin with: the rest of a sentence, of a short list, of a table.

Nor is a page or a column to end with a heading and two lines. A fit whose frames do one of these is
made again with all of them whole, if that costs little.
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
COST, OPEN_MOST, OPEN_LARGE = 0.2, 0.12, 0.2
"""The points of type that it may cost, and the most of a page that may stay open for it, if no page
does more already; the second for sections in large print, whose pages may end short."""
BEGUN = 2
"""A section is not begun with so many lines or fewer at the end of a frame."""
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
    again: Callable[[float, Callable[[Metrics, Rows], Rows]], Fit | None],
) -> Fit:
    """Return the fit with none of these parted, at the largest size where that is so.

    It costs up to `COST` points of type, and no page is open more than `OPEN_MOST` for it; else
    what goes on is kept whole alone, or no section barely begun; else the fit stays as it is.
    ``again`` makes it in a size, of rows that are kept together more.
    """
    flow, setting = task.flow, found.setting
    sizes = sizes_of(task.format, setting.arrangement, task.floor, flow.words)
    near = [size for size in sizes if setting.size - COST - 1e-6 < size < setting.size + 1e-6]

    def best(way: Callable[[Flow, Metrics, Rows], Rows], most: float) -> Fit | None:
        """Return the fit of rows kept so, if no page is open by more than ``most`` for it."""
        fullest = min(1.0 - most, found.emptiest)
        made = (again(size, partial(way, flow)) for size in near)
        return next((each for each in made if each and each.emptiest >= fullest), None)

    parted = is_parted(flow, found.metrics, found.rows, found.cuts, turns_of(found.rooms))
    kept = best(unparted, OPEN_MOST) if parted else found
    shown = kept or found
    if not any(_is_barely_begun(shown.rows, cut) for cut in shown.cuts):
        return shown
    most = OPEN_LARGE if task.geometry.grows else OPEN_MOST
    return best(whole if kept else well_begun, most) or shown


def barely_begun(rows: Rows) -> frozenset[int]:
    """Return the rows before which a section has a heading and two lines, or less."""
    free = (row for row, penalty in enumerate(rows.penalty) if penalty != NEVER)
    return frozenset(row for row in free if _is_barely_begun(rows, row))


def _is_barely_begun(rows: Rows, row: int) -> bool:
    lines, above = 0, row
    while lines <= BEGUN and rows.goes_on(above):
        above -= 1
        if rows.place[above][1] >= 0:
            lines += 1 if rows.lead[above] else BEGUN + 1  # what is drawn is higher than two
    return 0 < lines <= BEGUN


def well_begun(flow: Flow, metrics: Metrics, rows: Rows) -> Rows:
    """Return rows at whose breaks no section has only a heading and two lines before it."""
    del flow, metrics
    penalty = list(rows.penalty)
    for row in barely_begun(rows):
        penalty[row] = NEVER
    return replace(rows, penalty=penalty)


def unparted(flow: Flow, metrics: Metrics, rows: Rows) -> Rows:
    """Return rows at whose breaks no page begins inside a sentence or a short list.

    What is set in strips is then not parted at all, neither by a column.
    """
    inside, penalty = Inside(flow, metrics, rows), list(rows.penalty)
    for row in inside.strips() if inside.drawn else ():
        penalty[row] = NEVER
    return replace(rows, penalty=penalty, turned=inside)


def whole(flow: Flow, metrics: Metrics, rows: Rows) -> Rows:
    """Return rows at whose breaks neither is so."""
    return unparted(flow, metrics, well_begun(flow, metrics, rows))


def is_parted(
    flow: Flow, metrics: Metrics, rows: Rows, cuts: Sequence[int], turns: Sequence[bool]
) -> bool:
    """Return whether frames that begin at ``cuts`` part any of that; ``turns`` begin pages."""
    inside = Inside(flow, metrics, rows)
    heads = (cut for cut, turn in zip(cuts, turns, strict=False) if turn)
    return any(cut in inside for cut in heads) or any(map(inside.in_strips, cuts))


class Inside:
    """The rows that go on with a sentence or a short list; each is looked at when asked for.

    Few are, and to know where a sentence ends its paragraph is broken into lines.
    """

    def __init__(self, flow: Flow, metrics: Metrics, rows: Rows) -> None:
        """Keep what the rows are made of."""
        self.drawn = any(block.strips for section in flow.sections for block in section.blocks)
        self._flow = flow
        self._metrics = metrics
        self._rows = rows
        self._known: dict[int, bool] = {}

    def __contains__(self, row: object) -> bool:
        """Return whether a row goes on with one."""
        if not isinstance(row, int):
            return False
        if row not in self._known:
            self._known[row] = self._breaks(row) and self._goes_on(row)
        return self._known[row]

    def strips(self) -> list[int]:
        """Return the rows inside tables and the like that are kept whole."""
        return [row for row in range(len(self._rows)) if self.in_strips(row)]

    def in_strips(self, row: int) -> bool:
        """Return whether a row is inside one."""
        if not self.drawn or not self._breaks(row):
            return False
        number, index, line = self._rows.place[row]
        section = self._flow.sections[number]
        block = section.blocks[index]
        if block.strips is None or not line:
            return False
        return len(self._metrics.inside(section).strips(block)) <= STRIPS

    def _breaks(self, row: int) -> bool:
        """Return whether a frame may begin with a row that is not the first of its section."""
        rows = self._rows
        free = rows.goes_on(row) and rows.place[row][1] >= 0
        return free and rows.penalty[row] != NEVER

    def _goes_on(self, row: int) -> bool:
        """Return whether a row goes on with a sentence or a short list."""
        number, index, line = self._rows.place[row]
        section = self._flow.sections[number]
        block = section.blocks[index]
        if block.strips is not None:
            return False
        lists = whole_lists(section.blocks)
        if any(index in span and (index > span.start or line) for span in lists):
            return True
        own = self._metrics.inside(section)
        return line > 0 and not ends_sentence(_line_before(block, own, line))


def _line_before(block: Block, metrics: Metrics, line: int) -> str:
    """Return the words of the line above one of a text's."""
    assert block.shaped is not None
    runs = set_lines(block.shaped, metrics.measure(block))[line - 1]
    return "".join([text for text, _ in runs])
