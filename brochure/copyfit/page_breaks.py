"""Where a column of rows breaks over frames: the least badness, not the first that works."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Container, Sequence

from brochure._startup.records import dataclass
from brochure.copyfit.rows import NEVER, Rows

WINDOW = 40
"""How many rows back from the fullest setting a break is looked for."""

HOLE, HOLE_SQUARED = 20.0, 100.0
SEEN, HOLE_SEEN = 0.04, 3.0
"""A frame filled to less than 96 % looks short: that is dearer than splitting a box."""
HOPELESS = 18.0
"""A hole that costs more than the least by this is not looked at."""
OPEN_SQUARED = 50.0
"""Where panels hold whole sections and all must stay open somewhat: what it costs that one is open
by more than all are, squared. It is less than to part a section, for what is open by a third."""
SPARSE, UNLIKE = 0.08, 1.5
"""A text leaves this share of its frames open at least: then a frame is looked at that costs as
much more than one of those if all were filled alike."""
UNEVEN = 0.35
"""What a frame costs that stretches by one whole range more or less than all should."""
BLANK, BLANK_RULED = 120.0, 0.2
"""What an empty frame costs, more than one that holds a little; and one that ruled lines fill."""
EASY = 0.45
"""How far a frame stretches of its own accord, of all that it may."""
WHOLE_SHORT = 1.3
"""What it costs to part a section of such a text, as a share of the same."""
WHOLE_BLOCK = 6.0
"""What it costs to part a paragraph or an item where there is room to spare."""
HANDFUL, NEAR_END = 4, 0.15
"""What it costs to leave the last frame less than a handful of rows."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """How far a setting may give: leadings in points, gaps as ratios to their natural size."""

    tight: float
    loose: float
    gap_least: float
    gap_most: float


@dataclass(frozen=True, slots=True)
class _Frames:
    """The problem: rows, the height of each frame, and how much may stretch."""

    rows: Rows
    heights: Sequence[float]
    stretch: Stretch
    target: float
    lines: float  # what ruled lines may fill below the text, in points
    total: int  # the row that ends them
    turns: Sequence[bool]  # whether each frame begins a further page
    open: float  # how much of each frame may stay open at no cost, 0-1
    above: list[float]  # the least height of all rows above each
    earliest: list[int]  # the row before which no frame begins, or the next ones lack room
    even: float = 0.0  # what a frame costs if all are filled alike by a sparse text

    def least(self, start: int, stop: int) -> float:
        """Return the least height of rows ``start`` to ``stop``."""
        return self.rows.height(start, stop, self.stretch.tight, self.stretch.gap_least)

    def room(self, frame: int, start: int) -> float:
        """Return the height of a frame that starts with a row, below a heading said again."""
        return _room(self.rows, self.heights, self.turns, frame, start)

    def cost(self, room: float, start: int, stop: int) -> float:
        """Return how bad it is for a frame of that ``room`` to hold rows ``start`` to ``stop``."""
        room += 1e-6
        if start >= stop:
            blank = OPEN_SQUARED * (1.0 - self.open) ** 2 if self.open else BLANK
            return BLANK_RULED if self.lines >= room else blank
        leads, fixed, gap = self.rows.sums(start, stop)
        stretch = self.stretch
        least = leads * stretch.tight + fixed + stretch.gap_least * gap
        if least > room:
            return NEVER
        most = leads * stretch.loose + fixed + stretch.gap_most * gap
        if room <= most:
            share = (room - least) / (most - least) - self.target
            return UNEVEN * share * share
        lines = self.lines if stop == self.total else 0.0
        hole = max(room - most - lines, 0.0) / room
        return OPEN_SQUARED * max(hole - self.open, 0.0) ** 2 if self.open else _hole(hole)

    def kept(self, frame: int) -> Container[int]:
        """Return the rows that the frame may not end above, as the next one begins a page."""
        turns = self.turns[frame + 1 : frame + 2]
        return self.rows.turned if turns and turns[0] else ()

    def fullest(self, room: float, start: int) -> int:
        """Return the last row that may end a frame of that ``room`` if it starts at ``start``."""
        return _fullest(self.rows, self.above, room, self.stretch, start, self.total)


def _hole(share: float) -> float:
    """Return what a frame costs that so much of it stays open."""
    visible = HOLE_SEEN if share > SEEN else 0.0
    return visible + HOLE * share + HOLE_SQUARED * share * share


def _even(
    rows: Rows, heights: Sequence[float], stretch: Stretch, lines: float, total: int
) -> float:
    """Return what each frame costs if a sparse text is spread over all alike; else 0."""
    most = rows.height(0, total, stretch.loose, stretch.gap_most) + lines
    share = 1.0 - most / sum(heights)
    return _hole(share) if share > SPARSE else 0.0


def _room(
    rows: Rows, heights: Sequence[float], turns: Sequence[bool], frame: int, start: int
) -> float:
    again = rows.said_again(start) if turns and turns[frame] else 0.0
    return heights[frame] - again


def _fullest(
    rows: Rows, above: list[float], height: float, stretch: Stretch, start: int, end: int
) -> int:
    """Return how far the rows from ``start`` to ``end`` reach in a frame of that height.

    What stands ``above`` each row says it nearly; what the frame's head and foot take, exactly.
    """
    if start >= end:
        return end
    room, tight, gap = height + 1e-6, stretch.tight, stretch.gap_least
    first = rows.height(start, start + 1, tight, gap)
    stop = bisect_right(above, above[start + 1] + room - first, start + 1, end + 1) - 1
    while stop < end and rows.height(start, stop + 1, tight, gap) <= room:
        stop += 1
    while stop > start and rows.height(start, stop, tight, gap) > room:
        stop -= 1
    return stop


def _earliest(rows: Rows, above: list[float], heights: Sequence[float], total: int) -> list[int]:
    """Return the first row that each frame may begin with, at the most, and ``total``.

    An earlier one leaves the frames from there on more than they hold, even if nothing counts of
    each one's first row, and what is below its last as little as below any.
    """
    first, foot = [total], min(0.0, *rows.foot)
    for height in reversed(heights):
        least = above[first[-1]] + foot - height - 1e-6
        first.append(max(bisect_left(above, least) - 1, 0))
    return first[::-1]


def left_over(
    rows: Rows, heights: Sequence[float], stretch: Stretch, turns: Sequence[bool] = ()
) -> float:
    """Return the share of the text that is left over by frames that take as much as they can.

    Where something is, no other breaks would do better: this spares the search for the best.
    """
    start, total = 0, len(rows)
    above = rows.least(stretch.tight, stretch.gap_least)
    for number in range(len(heights)):
        if rows.apart and number == len(heights) - 1:
            if start < rows.apart:
                break
            start = rows.apart
        if start == total:
            break
        room = _room(rows, heights, turns, number, start)
        end = rows.apart if start < rows.apart else total
        stop = _fullest(rows, above, room, stretch, start, end)
        kept = rows.turned if turns and any(turns[number + 1 : number + 2]) else ()
        while start < stop < total and (rows.penalty[stop] == NEVER or stop in kept):
            stop -= 1
        start = stop
    tight, gap = stretch.tight, stretch.gap_least
    return rows.height(start, total, tight, gap) / rows.height(0, total, tight, gap)


def _target(rows: Rows, heights: Sequence[float], stretch: Stretch, lines: float) -> float:
    """How far each frame should stretch: as far as all must, or less if lines fill the rest."""
    least = rows.height(0, len(rows), stretch.tight, stretch.gap_least)
    most = rows.height(0, len(rows), stretch.loose, stretch.gap_most)
    room = sum(heights)
    share = (room - least) / max(most - least, 1.0)
    return min(max(share, 0.0), EASY if lines else 1.0)


def _slack(rows: Rows, heights: Sequence[float], stretch: Stretch) -> float:
    """Return the share of all frames that the text leaves open at its loosest, 0-1.

    Panels that each hold whole sections need not be open alike: so much is no fault of any.
    """
    most = rows.height(0, len(rows), stretch.loose, stretch.gap_most)
    return max(1.0 - most / max(sum(heights), 1.0), 0.0)


def paginate(
    rows: Rows,
    heights: Sequence[float],
    stretch: Stretch,
    lines: float,
    turns: Sequence[bool] = (),
) -> list[int] | None:
    """Return the first row of each frame and the number of rows, or None if nothing fits.

    Dynamic programming over the allowed breaks of each frame; ``heights`` are in points, and so
    is what ruled ``lines`` may fill below the text. What is set apart has the last frame. Frames
    that begin a further page, as ``turns`` says, say the heading of a section again that goes on
    in them.
    """
    if not rows.apart:
        return _paginate(rows, heights, stretch, lines, turns, len(rows))
    *others, last = heights
    whole = rows.height(rows.apart, len(rows), stretch.tight, stretch.gap_least)
    fits = whole <= last
    cuts = _paginate(rows, others, stretch, lines, turns, rows.apart) if fits else None
    return [*cuts, len(rows)] if cuts else None


def _paginate(
    rows: Rows,
    heights: Sequence[float],
    stretch: Stretch,
    lines: float,
    turns: Sequence[bool],
    total: int,
) -> list[int] | None:
    """Return the first row of each frame and ``total``, where the rows end."""
    last = len(heights) - 1
    target = _target(rows, heights, stretch, lines)
    slack = _slack(rows, heights, stretch) if rows.whole else 0.0
    even = 0.0 if slack else _even(rows, heights, stretch, lines, total)
    above = rows.least(stretch.tight, stretch.gap_least)
    first = _earliest(rows, above, heights, total)
    frames = _Frames(rows, heights, stretch, target, lines, total, turns, slack, above, first, even)
    best: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, (0,))}
    for frame in range(last + 1):
        layer: dict[int, tuple[float, tuple[int, ...]]] = {}
        for start, (cost, path) in best.items():
            for stop, price in _stops(frames, frame, start, total, frame == last):
                whole = cost + price
                if whole < layer.get(stop, (NEVER, ()))[0]:
                    layer[stop] = (whole, (*path, stop))
        best = layer
    return list(best[total][1]) if total in best else None


def _stops(
    frames: _Frames, frame: int, start: int, total: int, last: bool
) -> list[tuple[int, float]]:
    """Return where the frame may end, with the cost of each end."""
    room = frames.room(frame, start)
    if last or start == total:
        price = frames.cost(room, start, total)
        return [(total, price)] if price < NEVER else []
    fullest = frames.fullest(room, start)
    penalty, turned = frames.rows.penalty, frames.kept(frame)
    first = max(start + 1, fullest - WINDOW, frames.earliest[frame + 1])
    stops: list[tuple[int, float]] = []
    least = NEVER
    for stop in range(fullest, first - 1, -1):
        price = penalty[stop] if stop < total else 0.0
        if price == NEVER or stop in turned:
            continue
        emptiness = frames.cost(room, start, stop)
        if stops and emptiness > max(least, UNLIKE * frames.even) + HOPELESS:
            break
        if stop < total:  # what leaves the next frames empty is no measure of the others
            least = min(least, emptiness)
        price += emptiness
        if 0 < total - stop < HANDFUL:
            price += NEAR_END
        if frames.even and frames.rows.goes_on(stop):
            price += WHOLE_SHORT * frames.even
        if (frames.even or frames.open) and frames.rows.in_block(stop):
            price += WHOLE_BLOCK
        if price < NEVER:
            stops.append((stop, price))
    return stops
