"""How the rows of each frame are spaced, so that its last baseline meets the foot."""

from __future__ import annotations

from collections.abc import Sequence

from brochure._startup.records import dataclass, replace
from brochure.copyfit.page_breaks import Stretch
from brochure.copyfit.rows import Rows

EASY_GAP = 1.8
"""What each class of gap grows to before any grows further."""
LEADING_SHARE = 0.4
"""The share of the spare room that leading takes; the rest goes between sections first."""
GROWTH = 60.0
"""How much, in points, the contact box or the space around the title may grow."""
REST_LEAST = 0.5
"""A rest smaller than this, in points, is left where it is."""
NOTES_GAPS = 1.25
"""What the gaps grow to above ruled lines that have room to spare."""
NOTES_SPARE = 0.3
"""The share of what gaps and leading may give that ruled lines leave them."""
NOTES_HEAD = 2.6
"""The height of the heading of ruled lines, in ems."""
NOTE_PITCH_KEPT, NOTE_LINES = 23.0, 3
"""The room kept for each ruled line, in points, and the least number that is worth a heading."""


@dataclass(frozen=True, slots=True)
class Room:
    """A frame left for the text: ``top`` to ``foot`` (the last baseline), in points."""

    page: int
    x: float
    width: float
    top: float
    foot: float
    holds: tuple[str, ...] = ()  # what else stands in the frame

    @property
    def height(self) -> float:
        """The height from the head to the last baseline."""
        return self.top - self.foot


@dataclass(frozen=True, slots=True)
class Spacing:
    """How one frame is set: leading in points, gap ratios, and what ruled lines fill."""

    leading: float
    gaps: tuple[float, float, float]
    notes: float  # height left for ruled lines; 0 for none
    fill: float  # share of the frame's height that is used
    rest: float = 0.0  # what the box at the frame's foot takes over


@dataclass(frozen=True, slots=True)
class FrameRules:
    """What the spacing of a fit depends on beside its rows."""

    size: float
    columns: bool
    fillable: bool  # ruled lines may fill what the text leaves
    beside: tuple[str, ...]  # what stands in the frames and may grow


def notes_least(size: float, lines: int = NOTE_LINES) -> float:
    """Return the least height of a heading with ruled lines, in points."""
    return NOTES_HEAD * size + lines * NOTE_PITCH_KEPT


def _leading(
    rows: Rows, heights: Sequence[float], cuts: Sequence[int], s: Stretch, fillable: bool
) -> float:
    """Return the leading of all frames: part of the way to what the fullest could take.

    It is more where a frame could not be filled by its gaps alone.
    """
    most, needed = s.loose, s.tight
    for height, start, stop in zip(heights, cuts, cuts[1:], strict=False):
        if start < stop:
            leads, fixed, *gaps = rows.parts(start, stop)
            lines = max(leads, 0.1)
            most = min(most, (height - fixed - sum(gaps)) / lines)
            if stop < len(rows) or not fillable:
                needed = max(needed, (height - fixed - s.gap_most * sum(gaps)) / lines)
    most = max(most, s.tight)
    return max(s.tight + LEADING_SHARE * (most - s.tight), min(needed, most))


def space(
    rows: Rows, rooms: Sequence[Room], cuts: Sequence[int], stretch: Stretch, rules: FrameRules
) -> tuple[Spacing, ...]:
    """Return how each frame is set so that its last baseline meets the foot.

    Columns share the leading of their page, so that their lines keep step.
    """
    fillable, columns = rules.fillable, rules.columns
    pages: dict[int, list[int]] = {}
    for number, room in enumerate(rooms):
        pages.setdefault(room.page if columns else 0, []).append(number)
    result: list[Spacing] = []
    for frames in pages.values():
        heights = [rooms[number].height for number in frames]
        extent = [*(cuts[number] for number in frames), cuts[frames[-1] + 1]]
        leading = _leading(rows, heights, extent, stretch, fillable)
        give = replace(stretch, loose=leading) if columns else stretch
        for height, start, stop in zip(heights, extent, extent[1:], strict=False):
            ends = fillable and stop == len(rows)
            result.append(_space_frame(rules.size, rows, start, stop, height, leading, give, ends))
    placed = tuple(result)
    if "contact" in rules.beside:
        placed = _absorb(placed, rooms, len(rooms) - 1, columns)
    if "masthead" in rules.beside:
        placed = _absorb(placed, rooms, 0, columns)
    return placed


def _absorb(
    spacing: tuple[Spacing, ...], rooms: Sequence[Room], frame: int, columns: bool
) -> tuple[Spacing, ...]:
    """Return the spacing with what a frame's text leaves taken over by what stands beside it.

    The contact box grows, or the space around the title does; both columns of a page share it.
    """
    page = rooms[frame].page
    there = [n for n, room in enumerate(rooms) if n == frame or (columns and room.page == page)]
    rest = min(rooms[number].height * (1.0 - spacing[number].fill) for number in there)
    rest = min(rest, GROWTH)
    return tuple(
        replace(item, rest=rest, fill=min(1.0, item.fill + rest / rooms[number].height))
        if number in there and rest > REST_LEAST
        else item
        for number, item in enumerate(spacing)
    )


def _space_frame(
    size: float,
    rows: Rows,
    start: int,
    stop: int,
    height: float,
    leading: float,
    stretch: Stretch,
    ends: bool,
) -> Spacing:
    """Return one frame's spacing: sections first, then paragraphs, items, leading, notes."""
    if start >= stop:
        return Spacing(leading, (1.0, 1.0, 1.0), height if ends else 0.0, 1.0 if ends else 0.0)
    leads, fixed, *gaps = rows.parts(start, stop)
    slack = height - leads * leading - fixed - sum(gaps)
    if slack < 0:
        ratio = 1.0 + slack / max(sum(gaps), 0.01)
        return Spacing(leading, (ratio, ratio, ratio), 0.0, 1.0)
    give = (stretch.gap_most - 1.0) * sum(gaps) + leads * (stretch.loose - leading)
    roomy = slack >= notes_least(size) + NOTES_SPARE * give
    if ends and (roomy or slack > max(give, notes_least(size, 2))):
        ratio = NOTES_GAPS if roomy else 1.0
        rest = slack - (ratio - 1.0) * sum(gaps)
        return Spacing(leading, (ratio, ratio, ratio), rest, 1.0)
    ratios = [1.0, 1.0, 1.0]
    for most in (min(EASY_GAP, stretch.gap_most), stretch.gap_most):
        slack = _open(ratios, gaps, slack, most)
    leading, slack = _loosen(leading, leads, slack, stretch.loose)
    return Spacing(leading, (ratios[0], ratios[1], ratios[2]), 0.0, (height - slack) / height)


def _open(ratios: list[float], gaps: Sequence[float], slack: float, most: float) -> float:
    """Open the gaps to ``most`` times their size, class by class; return the slack left."""
    for index, gap in enumerate(gaps):
        extra = min(slack, (most - ratios[index]) * gap)
        if extra > 0:
            ratios[index] += extra / gap
            slack -= extra
    return slack


def _loosen(leading: float, leads: float, slack: float, most: float) -> tuple[float, float]:
    """Return the leading grown by the slack, to ``most`` at the most, and the slack left."""
    more = min(slack, max(leads, 0.0) * max(most - leading, 0.0))
    return (leading + more / leads if leads > 0 else leading), slack - more
