"""The fit: the largest type, the arrangement, the breaks and the spacing of a handout.

In each arrangement that a format allows, the largest size is found whose text fits its frames by
every rule; then the arrangements are chosen from by a stated preference.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import sqrt

from brochure._startup.records import dataclass, field, replace
from brochure.copyfit.extents import GAPS, ITEM, height_of, natural_height, taken_of
from brochure.copyfit.formats import Format, Geometry, grow
from brochure.copyfit.metrics import CAP_RISE, GAP_LEAST, Metrics
from brochure.copyfit.page_breaks import left_over, paginate
from brochure.copyfit.rows import DESCENT, Known, Rows, rows_of
from brochure.copyfit.settings import (
    Setting,
    Task,
    have_room,
    long_words,
    metrics_for,
    notes_kept,
    rooms_for,
    sizes_of,
    stretch_of,
)
from brochure.copyfit.vertical_spacing import (
    FrameRules,
    Room,
    Spacing,
    below_headings,
    below_masthead,
    notes_most,
    space,
    turns_of,
    with_notes,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from brochure.copyfit.extents import Taken
    from brochure.copyfit.settings import LongWord
    from brochure.model.choices import Arrangement

PAGES_MOST = 24
STEPS = 2.5
"""Tenths of a point to go down, for a text left over whole and each point of its size."""
TENTH = 0.1
LARGER = 0.8
"""Another arrangement than the first is taken if its type is larger by this much, in points."""


@dataclass(frozen=True, slots=True)
class Fitted:
    """The decisions of the fit."""

    setting: Setting
    metrics: Metrics
    rows: Rows
    rooms: tuple[Room, ...]
    cuts: tuple[int, ...]
    spacing: tuple[Spacing, ...]
    geometry: Geometry

    @property
    def emptiest(self) -> float:
        """The share that the emptiest frame is filled to."""
        return min([spacing.fill for spacing in self.spacing])


def _has_room(task: Task, setting: Setting, rooms: Sequence[Room]) -> bool:
    """Return whether what stands in each frame beside the text has room there."""
    size, furniture = setting.size, task.furniture
    fixed = [frame for frame in task.geometry.frames if not frame.flows]
    return all(room.height >= 0.0 for room in rooms) and all(
        furniture.head(frame, size) + furniture.foot(frame, size) <= frame.top - frame.bottom
        for frame in fixed
    )


Capable = tuple[Metrics, tuple[Room, ...], "list[Taken]", float]
"""A setting that may have room for the whole text: its widths, what is left of each frame, what
each section takes, and the share of all frames that the text takes at its tightest, if asked."""


def _spared(fmt: Format) -> float:
    """Return what a text saves where a frame begins and ends, in ems, at the very most.

    The gap above its first row, what its first line has above its capitals, and a descender.
    """
    scale = fmt.type
    gap = GAPS["section"][1] * scale.gap * GAP_LEAST
    return gap + scale.tight * max(scale.key, 1.0) - CAP_RISE + DESCENT


def capable_of(task: Task, setting: Setting, larger: bool = False) -> Capable | None:
    """Return a setting whose frames together are as high as the text at its tightest, or None.

    Where a ``larger`` size of the arrangement has room, the height is not asked for.
    """
    metrics, rooms = metrics_for(task, setting), rooms_for(task, setting)
    if metrics is None or not _has_room(task, setting, rooms):
        return None
    taken = taken_of(task.flow, metrics, task.pixels, task.outlines)
    share = 0.0 if larger else share_taken(task, setting, metrics, rooms, taken)
    return (metrics, rooms, taken, share) if share <= 1.0 else None


def share_taken(
    task: Task, setting: Setting, metrics: Metrics, rooms: Sequence[Room], taken: Sequence[Taken]
) -> float:
    """Return the share of all frames that a text takes at its tightest."""
    leading = task.format.type.tight * setting.size
    height = height_of(task.flow, metrics, taken, leading, GAP_LEAST)
    return height / sum([room.height + _spared(task.format) * setting.size for room in rooms])


def cuts_of(task: Task, setting: Setting, rooms: Sequence[Room], rows: Rows) -> list[int] | None:
    """Return where frames end if no rule of breaks is broken, or None."""
    ruled = task.format.ruled if task.notes != "false" else 0
    lines = float("inf") if task.notes == "true" else notes_most(setting.size, ruled)
    heights, stretch = [room.height for room in rooms], stretch_of(task, setting.size)
    return paginate(rows, heights, stretch, lines, turns_of(rooms))


def _try(task: Task, setting: Setting, capable: Capable, rows: Rows) -> Fitted | None:
    """Return the fit at a setting that may have room for the text, or None."""
    metrics, rooms, *_ = capable
    cuts = cuts_of(task, setting, rooms, rows)
    if cuts is None:
        return None
    rooms, stretch = below_headings(rows, rooms, cuts), stretch_of(task, setting.size)
    ruled = task.format.ruled if task.notes != "false" else 0
    rules = FrameRules(setting.size, ruled, task.notes == "true", _beside(task, rooms))
    spacing = space(rows, rooms, cuts, stretch, rules)
    rooms, spacing = with_notes(rooms, spacing, notes_kept(task, setting))
    if "masthead" in _beside(task, rooms):
        rooms = below_masthead(rooms, spacing)
    return Fitted(setting, metrics, rows, rooms, tuple(cuts), spacing, task.geometry)


def _beside(task: Task, rooms: Sequence[Room]) -> tuple[str, ...]:
    """Return what stands in the first or the last frame and may grow."""
    held = (*rooms[0].holds, *rooms[-1].holds)
    return tuple(name for name in task.furniture.grows if name in held)


@dataclass(slots=True)
class _Sizes:
    """The sizes of an arrangement, largest first, each looked at once."""

    task: Task
    arrangement: Arrangement
    sizes: Sequence[float]
    paired: bool = False
    known: dict[int, Capable | None] = field(default_factory=dict)
    made: dict[int, tuple[Rows, float]] = field(default_factory=dict)
    laid: Known = field(default_factory=dict)
    long: list[LongWord] | None = None
    largest: int = 1000  # the first that may have room, as far as is known

    def capable(self, number: int) -> Capable | None:
        """Return a size that may have room for the text, or None.

        Above the format's least size every word has room on its line, too.
        """
        if number not in self.known:
            setting = Setting(self.sizes[number], self.arrangement, self.paired)
            found = capable_of(self.task, setting, self.largest < number)
            if found and setting.size > self.task.format.type.floor and found[0].narrow:
                found = found if self._words_fit(found[0]) else None
            self.known[number] = found
            self.largest = min(self.largest, number) if found else self.largest
        return self.known[number]

    def _words_fit(self, metrics: Metrics) -> bool:
        """Return whether every long word has room on its line."""
        if self.long is None:
            self.long = long_words(self.task.flow)
        return have_room(self.long, metrics)

    def over(self, number: int) -> float:
        """Return the share of the text that the frames leave over at a size."""
        if number not in self.made:
            self.made[number] = self._rows(number)
        return self.made[number][1]

    def _rows(self, number: int) -> tuple[Rows, float]:
        found = self.capable(number)
        if found is None:
            return Rows(), 1.0
        rows = rows_of(self.task.flow, found[0], found[2], self.laid)
        return rows, self._left(rows, found)

    def fitted(
        self, number: int, kept: Callable[[Metrics, Rows], Rows] | None = None
    ) -> Fitted | None:
        """Return the fit at a size, or None; of rows of which more may be ``kept`` together."""
        found = self.capable(number)
        if found is None or self.over(number):
            return None
        setting = Setting(self.sizes[number], self.arrangement, self.paired)
        rows = self.made[number][0]
        if kept:
            rows = kept(found[0], rows)
            if self._left(rows, found):
                return None
        return _try(self.task, setting, found, rows)

    def _left(self, rows: Rows, found: Capable) -> float:
        """Return the share of rows that the frames leave over."""
        metrics, rooms, *_ = found
        stretch = stretch_of(self.task, metrics.size)
        return left_over(rows, [room.height for room in rooms], stretch, turns_of(rooms))

    def first_capable(self) -> int:
        """Return the largest size that may have room, or the last.

        A picture is wider beside smaller type, which may so lack the room of larger.
        """
        return next(filter(self.capable, range(len(self.sizes) - 1)), len(self.sizes) - 1)

    def roomy(self, fill: float) -> int:
        """Return a size that may have room, and is about the largest: the last is ``fill``ed so.

        Heights go with the square of the size. Where that says too much, steps double until they
        have passed the largest; then it is bisected.
        """
        last = len(self.sizes) - 1
        most = self.sizes[last] / sqrt(max(fill, 1e-6))
        low, number, step = 0, sum([size > most for size in self.sizes]), 1
        while number < last and self.capable(number) is None:
            low, number, step = number + 1, number + step, step * 2
        number = min(number, last)
        while 0 < low < number:
            middle = (low + number) // 2
            if self.capable(middle) is None:
                low = middle + 1
            else:
                number = middle
        return number


def largest(task: Task, arrangement: Arrangement, sizes: Sequence[float]) -> Fitted | None:
    """Return the fit at the largest of the sizes that breaks no rule, or None.

    Short lists stand in two columns if that makes a larger one fit.
    """
    found = _largest_of(_Sizes(task, arrangement, sizes))
    if not task.flow.short:
        return found
    larger = [size for size in sizes if not found or size > found.setting.size]
    return (_largest_of(_Sizes(task, arrangement, larger, True)) if larger else None) or found


def _largest_of(tried: _Sizes) -> Fitted | None:
    """Return the fit at the largest size that breaks no rule, or None.

    From one that may have room they are tried down as the text left over says, then up.
    """
    sizes, last = tried.sizes, len(tried.sizes) - 1
    least = tried.capable(last)
    if least is None and not tried.task.pixels:
        return None
    number = tried.roomy(least[-1]) if least else tried.first_capable()
    while number < last and tried.over(number):
        number = min(number + max(int(tried.over(number) * sizes[number] * STEPS), 1), last)
    while number and not tried.over(number - 1):
        number -= 1
    found = (tried.fitted(down) for down in range(number, last + 1))
    return next(filter(None, found), None)


def _choose(task: Task) -> Fitted | None:
    """Return the best of the arrangements at their largest sizes, or None if none holds the text.

    The first is preferred, unless another is larger by `LARGER` points or more.
    """
    chosen: Fitted | None = None
    least = 0.0
    for arrangement in task.format.arrangements:
        sizes = sizes_of(task.format, arrangement, task.floor, task.flow.words)
        worth = [size for size in sizes if size > least - 1e-6]
        found = largest(task, arrangement, worth) if worth else None
        if found:
            first = arrangement == task.format.arrangements[0]
            least = found.setting.size + (LARGER if first else TENTH)
            chosen = found
    return chosen


def _with_pictures(task: Task, found: Fitted | None) -> Fitted | None:
    """Return the fit of a text with its pictures larger or smaller, where that suits it."""
    if found is None or not task.pixels:
        return found
    from brochure.copyfit.picture_sizes import resized

    def at(task: Task, setting: Setting) -> Fitted | None:
        return _Sizes(task, setting.arrangement, (setting.size,), setting.paired).fitted(0)

    return resized(task, found, _choose, at)


def _with_whole(task: Task, found: Fitted | None) -> Fitted | None:
    """Return the fit with what a page turn parts kept whole, where that costs little."""
    if found is None or task.geometry.folds or not _ends_badly(found):
        return found
    from brochure.copyfit.turning import kept_whole

    same = replace(task, format=found.metrics.format, geometry=found.geometry)

    at, sizes = found.setting, [found.setting.size]
    tried = _Sizes(same, at.arrangement, sizes, at.paired, laid=found.rows.laid, largest=0)
    tried.known[0] = (found.metrics, rooms_for(same, at), [], 0.0)
    tried.made[0] = (found.rows, 0.0)

    def again(size: float, kept: Callable[[Metrics, Rows], Rows]) -> Fitted | None:
        if size not in sizes:
            sizes.append(size)
        return tried.fitted(sizes.index(size), kept)

    return kept_whole(task, found, again)


def _ends_badly(fitted: Fitted) -> bool:
    """Return whether a page may part a block or a list, a frame strips, or end near a heading."""
    rows, turns = fitted.rows, turns_of(fitted.rooms)
    return any(
        (rows.gap_class[cut] == ITEM and (turn or not rows.lead[cut]))
        or rows.place[max(cut - 3, 0)] < (rows.place[cut][0], 0, 0)  # two rows of its text or fewer
        for cut, turn in zip(fitted.cuts[:-1], turns, strict=True)
        if rows.goes_on(cut)
    )


def with_spare(task: Task) -> Fitted | None:
    """Return the fit in the least type with the spare frames flowing too; None without any."""
    if not any(frame.spare for frame in task.geometry.frames):
        return None
    frames = tuple([replace(f, flows=f.flows or f.spare) for f in task.geometry.frames])
    held = tuple(name for frame in frames if frame.spare for name in frame.holds)
    grows = replace(task.furniture, grows=task.furniture.grows + held)
    wider = replace(task, geometry=replace(task.geometry, frames=frames), furniture=grows)
    found = (largest(wider, name, [task.floor]) for name in task.format.arrangements)
    return next(filter(None, found), None)


def parting(task: Task) -> Task:
    """Return the task with boxes that may be parted."""
    return replace(task, format=replace(task.format, parts_boxes=True))


def _first(try_: Callable[[Task], Fitted | None], task: Task) -> Fitted | None:
    """Return what a way of setting a text finds with its boxes whole, or else with them parted."""
    found = try_(task)
    if found or not any(section.emphasis for section in task.flow.sections):
        return found
    return try_(parting(task))


def fit(task: Task) -> Fitted | None:
    """Return the best setting of a text in its frames, or None if it cannot be set.

    A format that grows takes the fewest pages, an even number, and there the largest type.
    """
    if not task.geometry.grows:
        found = _with_pictures(task, _first(_choose, task))
        return _with_whole(task, found) or _first(with_spare, task)
    for pages in range(_fewest_pages(task), PAGES_MOST + 1, 2):
        fitted = _first(_choose, replace(task, geometry=grow(task.geometry, pages)))
        if fitted and any(start == stop for start, stop in pairwise(fitted.cuts[:-1])):
            last = replace(task, geometry=grow(task.geometry, pages, 1))  # it is rather blank
            fitted = _first(_choose, last) or fitted
        if fitted:
            return _with_whole(task, fitted)
    return None


def _fewest_pages(task: Task) -> int:
    """Return an even number of pages that the text cannot do with fewer than."""
    least = Setting(task.floor, task.format.arrangements[0], task.flow.short)
    metrics = metrics_for(task, least)
    if metrics is None:
        return 2
    leading = task.format.type.tight * least.size
    height = natural_height(task.flow, metrics, task.pixels, leading, GAP_LEAST)
    tallest = max(frame.top - frame.bottom for frame in task.geometry.frames)
    return 2 * max(int(height / (tallest + _spared(task.format) * least.size) / 2), 1)
