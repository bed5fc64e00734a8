"""How the rows of each frame are spaced, so that its last baseline meets the foot."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from brochure._startup.records import dataclass, replace
from brochure.copyfit.page_breaks import Stretch
from brochure.copyfit.rows import Rows

SPREAD = 1.35
"""How much larger a gap of one frame may be than a gap of its kind in any other."""
LEADING_SHARE = 0.4
"""The share of the spare room that leading takes; the rest goes between sections first."""
GROWTH, AROUND = 60.0, 30.0
"""How much, in points, the contact box or the space around the title may grow; and how much the
latter grows where more is left."""
REST_LEAST = 0.5
"""A rest smaller than this, in points, is left where it is."""
NOTES_HEAD = 2.6
"""The height of the heading of ruled lines, in ems."""
NOTES_OPEN = 1.4
"""The white that the heading may have above it beside that, in ems."""
NOTE_PITCH_KEPT, NOTE_LINES = 23.0, 3
"""The room kept for each ruled line, in points, and the least number that is worth a heading."""
NOTE_PITCH, NOTE_RATIO = 25.0, 1.9
"""The most room a ruled line takes: points, or a ratio to the body size if that is more."""


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


def turns_of(rooms: Sequence[Room]) -> list[bool]:
    """Return whether each frame begins a further page."""
    pages = [room.page for room in rooms]
    return [bool(n) and page != pages[n - 1] for n, page in enumerate(pages)]


def below_headings(rows: Rows, rooms: tuple[Room, ...], cuts: Sequence[int]) -> tuple[Room, ...]:
    """Return the rooms below the headings that are said again at the head of pages."""
    if not rows.again:
        return rooms
    return tuple(
        replace(room, top=room.top - rows.said_again(start)) if turned else room
        for room, start, turned in zip(rooms, cuts[:-1], turns_of(rooms), strict=True)
    )


@dataclass(frozen=True, slots=True)
class Spacing:
    """How one frame is set: leading in points, gap ratios, and what ruled lines fill."""

    leading: float
    gaps: tuple[float, float, float]
    notes: float  # height left for ruled lines; 0 for none
    fill: float  # share of the frame's height that is used
    rest: float = 0.0  # what the box at its foot is offered


def below_masthead(rooms: tuple[Room, ...], spacing: tuple[Spacing, ...]) -> tuple[Room, ...]:
    """Return the rooms of the first page moved down by what its masthead grows."""
    return tuple(
        replace(room, top=room.top - spacing[number].rest) if room.page == rooms[0].page else room
        for number, room in enumerate(rooms)
    )


def with_notes(
    rooms: tuple[Room, ...], spacing: tuple[Spacing, ...], kept: float
) -> tuple[tuple[Room, ...], tuple[Spacing, ...]]:
    """Return the last frame with the points kept for lines asked for, if no other has lines."""
    if not kept or any(each.notes for each in spacing[:-1]):
        return rooms, spacing
    last, room = spacing[-1], rooms[-1]
    last = replace(last, notes=last.notes + kept)
    return (*rooms[:-1], replace(room, foot=room.foot - kept)), (*spacing[:-1], last)


@dataclass(frozen=True, slots=True)
class FrameRules:
    """What the spacing of a fit depends on beside its rows."""

    size: float
    lines: int  # so many ruled lines may fill what the text leaves
    asked: bool  # they were asked for, and may fill a page
    beside: tuple[str, ...]  # what stands in the frames and may grow


def notes_least(size: float, lines: int = NOTE_LINES) -> float:
    """Return the least height of a heading with ruled lines, in points."""
    return NOTES_HEAD * size + lines * NOTE_PITCH_KEPT


def notes_most(size: float, lines: int) -> float:
    """Return the greatest height of a heading with so many ruled lines, in points."""
    return NOTES_HEAD * size + lines * max(NOTE_PITCH, NOTE_RATIO * size) if lines else 0.0


_Held = tuple[float, float, tuple[float, float, float]]
"""What a frame holds: its leadings, and in points what is fixed and the gaps of each class."""


def _leading(held: Sequence[_Held | None], heights: Sequence[float], s: Stretch) -> float:
    """Return the leading of all frames: part of the way to what the fullest could take."""
    most = s.loose
    for height, parts in zip(heights, held, strict=True):
        if parts:
            leads, fixed, gaps = parts
            most = min(most, (height - fixed - sum(gaps)) / max(leads, 0.1))
    return s.tight + LEADING_SHARE * max(most - s.tight, 0.0)


def space(
    rows: Rows, rooms: Sequence[Room], cuts: Sequence[int], stretch: Stretch, rules: FrameRules
) -> tuple[Spacing, ...]:
    """Return how each frame is set: one leading for all, and gaps of a kind nearly alike.

    The tightest frame is filled and says how wide gaps are; in the others they may be larger
    by `SPREAD`. What is then left becomes ruled lines, or stays open at the foot.
    """
    heights, held = [room.height for room in rooms], []
    for start, stop in pairwise(cuts):
        leads, fixed, *gaps = rows.parts(start, stop) if start < stop else (0.0,) * 5
        held.append((leads, fixed, (gaps[0], gaps[1], gaps[2])) if start < stop else None)
    leading, most = _leading(held, heights, stretch), stretch.gap_most
    white = [h - p[0] * leading - p[1] if p else 0.0 for h, p in zip(heights, held, strict=True)]
    filled = [_filled(p[2], room, most) for p, room in zip(held, white, strict=True) if p]
    tightest = min(filled, key=sum)
    lined = _lined(held, rooms, white, tightest, rules)
    placed = []
    for number, parts in enumerate(held):
        lines = _lines(rooms[number].height, white[number], parts, tightest, rules)
        lines *= number == lined
        ratios, rest = _opened(parts, white[number] - lines, tightest, most)
        rest = rest if parts else heights[number] - lines
        placed.append(Spacing(leading, ratios, lines, 1.0 - rest / heights[number]))
    found = tuple(placed)
    if "contact" in rules.beside:
        found = _absorb(found, rooms, len(rooms) - 1, "contact")
    if "masthead" in rules.beside:
        found = _absorb(found, rooms, 0, "masthead")
    return found


def _absorb(
    spacing: tuple[Spacing, ...], rooms: Sequence[Room], frame: int, name: str
) -> tuple[Spacing, ...]:
    """Return the spacing with what a frame's text leaves taken over by what stands beside it.

    The contact box grows, or the space around the title does; columns share what they both hold.
    What is more than `GROWTH` stays open; around a title is then `AROUND`, as text would not
    reach the foot.
    """
    page = rooms[frame].page
    held = [room.page == page and name in room.holds for room in rooms]
    there = [number for number, holds in enumerate(held) if holds or number == frame]
    rest = min(rooms[number].height * (1.0 - spacing[number].fill) for number in there)
    rest = min(rest, GROWTH) if name == "contact" or rest <= GROWTH else AROUND
    return tuple(
        replace(item, rest=rest, fill=min(1.0, item.fill + rest / rooms[number].height))
        if number in there and rest > REST_LEAST
        else item
        for number, item in enumerate(spacing)
    )


_Ratios = tuple[float, float, float]
"""How far the gaps of each class are opened."""


def _filled(gaps: _Ratios, white: float, most: float) -> _Ratios:
    """Return how far gaps open to fill ``white`` points: sections first; below 1 all alike."""
    natural = sum(gaps)
    slack = white - natural
    if slack < 0:
        ratio = white / natural if natural else 1.0
        return ratio, ratio, ratio
    ratios = [1.0, 1.0, 1.0]
    _open(ratios, gaps, slack, [most] * 3)
    return ratios[0], ratios[1], ratios[2]


def _left(parts: _Held, white: float, ratios: _Ratios) -> float:
    """Return what is left of ``white`` points below gaps opened so far."""
    return white - sum(gap * by for gap, by in zip(parts[2], ratios, strict=True))


def _opened(
    parts: _Held | None, white: float, tightest: _Ratios, most: float
) -> tuple[_Ratios, float]:
    """Return how far a frame's gaps open beside the tightest frame's, and what is left."""
    if parts is None:
        return tightest, 0.0
    ratios = list(tightest)
    ends = [max(min(SPREAD * ratio, most), ratio) for ratio in tightest]
    slack = _open(ratios, parts[2], _left(parts, white, tightest), ends)
    return (ratios[0], ratios[1], ratios[2]), max(slack, 0.0)


def _lined(
    held: Sequence[_Held | None],
    rooms: Sequence[Room],
    white: Sequence[float],
    tightest: _Ratios,
    rules: FrameRules,
) -> int:
    """Return the frame with the ruled lines, or -1: where the text ends, or else the next one.

    A page never holds lines only, unless they were asked for; but one that would hold no more than
    the closing box has them first.
    """
    last = max(number for number, parts in enumerate(held) if parts)
    written = {room.page for room, parts in zip(rooms, held, strict=True) if parts}
    closing = "contact" if "contact" in rules.beside else ""
    bare = {room.page for room in rooms if closing in room.holds} - written
    order = [last, last + 1][: len(rooms) - last]
    if rooms[order[-1]].page in bare:
        order.reverse()
    for number in order:
        page = rooms[number].page
        room = rules.asked or page in written or page in bare
        if room and _lines(rooms[number].height, white[number], held[number], tightest, rules):
            return number
    return -1


def _lines(
    height: float, white: float, parts: _Held | None, tightest: _Ratios, rules: FrameRules
) -> float:
    """Return the height that ruled lines take in a frame, in points; 0 if it has no room."""
    room = _left(parts, white, tightest) if parts else height
    if not rules.lines or room < notes_least(rules.size):
        return 0.0
    most = notes_most(rules.size, rules.lines) + NOTES_OPEN * rules.size
    return room if rules.asked else min(room, most)


def _open(ratios: list[float], gaps: Sequence[float], slack: float, ends: Sequence[float]) -> float:
    """Open the gaps class by class, each to its end; return the slack left."""
    for index, gap in enumerate(gaps):
        extra = min(slack, (ends[index] - ratios[index]) * gap)
        if gap <= 0.0:
            ratios[index] = ends[index] if slack > 0.0 else ratios[index]
        elif extra > 0:
            ratios[index] += extra / gap
            slack -= extra
    return slack
