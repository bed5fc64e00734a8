"""The fit: the largest type, the arrangement, the breaks and the spacing of a handout.

A ladder of settings runs from the largest type to the tightest allowed; the first whose text
fits its frames and can be broken by every rule is taken. Knows nothing of ReportLab.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from brochure.flow import Flow
from brochure.formats import Format, Frame, Geometry
from brochure.pagination import Stretch, paginate
from brochure.records import dataclass, replace
from brochure.rows import Metrics, Rows, make_rows, natural_height

STEP = 0.1
GAP_LEAST = 0.85
SIDE_LEAST, SIDE_MOST = 0.235, 0.36
"""The narrow column of side headings, as a share of the frame."""
SIDE_GROWTH = 0.012
"""How much wider that column is for each point of type above the floor."""
SIDE_GUTTER = 14.0
COLUMN_GUTTER = 24.0
MEASURE_MOST = 78.0
"""The longest line, in average characters."""
LEADING_SHARE = 0.4
"""The share of the spare room that leading takes; the rest goes between sections first."""
GROWTH = 60.0
"""How much, in points, the contact box or the space around the title may grow."""
NOTES_GAPS = 1.25
NOTE_PITCH_LEAST, NOTE_PITCH_MOST = 23.0, 29.0
NOTE_LINES = 3
PAGES_MOST = 24


@dataclass(frozen=True, slots=True)
class Setting:
    """A rung of the ladder: a size, an arrangement, and how tightly the text is judged."""

    size: float
    arrangement: str
    leading: float  # ratio
    gap: float


@dataclass(frozen=True, slots=True)
class Room:
    """A frame left for the text: ``top`` to ``foot`` (the last baseline), in points."""

    page: int
    x: float
    width: float
    top: float
    foot: float

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
class Fitted:
    """The decisions of the fit."""

    setting: Setting
    metrics: Metrics
    rows: Rows
    rooms: tuple[Room, ...]
    cuts: tuple[int, ...]
    spacing: tuple[Spacing, ...]
    geometry: Geometry


@dataclass(frozen=True, slots=True)
class Task:
    """What is to be fitted, into what."""

    flow: Flow
    format: Format
    geometry: Geometry
    floor: float
    average: float  # width of an average character, in ems
    notes: str  # "auto", "true" or "false"
    head: Callable[[Frame, float], float]  # height of what stands at a frame's head, at a size
    foot: Callable[[Frame, float], float]
    pixels: dict[str, tuple[int, int]]
    beside: tuple[str, ...] = ()  # what stands in the frames and may grow to fill them


def _tenths(high: float, low: float) -> list[float]:
    return [tenth / 10 for tenth in range(round(high * 10), round(low * 10) - 1, -1)]


def ladder(fmt: Format, floor: float, side: bool) -> list[Setting]:
    """Return the settings from the largest type to the tightest, each holding more text.

    Above the format's floor only the first arrangement is tried, so that more text never
    brings larger type; at the floor each arrangement in turn, set tight; below it, where the
    brand allows that, only the two that hold more.
    """
    scale = fmt.type
    names = fmt.arrangements if side or len(fmt.arrangements) == 1 else fmt.arrangements[1:]
    first, least = names[0], max(scale.floor, floor)
    rungs = [Setting(s, first, scale.comfortable, 1.0) for s in _tenths(scale.ceiling, least)]
    rungs += [Setting(least, name, scale.tight, GAP_LEAST) for name in names]
    for size in _tenths(scale.floor, floor)[1:]:
        rungs += [Setting(size, name, scale.tight, GAP_LEAST) for name in names[1:] or names]
    return rungs


def metrics_for(task: Task, setting: Setting) -> Metrics | None:
    """Return the widths of a setting; None if a heading's word is too wide for its column."""
    frame = next(frame for frame in task.geometry.frames if frame.flows)
    height, size = task.geometry.sheet.height, setting.size
    width = frame.width
    if setting.arrangement == "columns":
        width = (width - COLUMN_GUTTER) / 2
    text = min(width, MEASURE_MOST * task.average * size)
    metrics = Metrics(task.format, size, setting.arrangement, width, text, width, height)
    if setting.arrangement != "side":
        return metrics
    word = max(s.heading.widest_word for s in task.flow.sections) * metrics.heading_size
    if word > SIDE_MOST * width:
        return None
    least = SIDE_LEAST + SIDE_GROWTH * (size - task.format.type.floor)
    side = max(word + 0.5, least * width)
    text = min(width - side - SIDE_GUTTER, MEASURE_MOST * task.average * size)
    return replace(metrics, side_width=side, text_width=text)


def rooms_for(task: Task, setting: Setting) -> tuple[Room, ...]:
    """Return what is left of each flowing frame at a setting; columns make two of one."""
    rooms = []
    flowing = [frame for frame in task.geometry.frames if frame.flows]
    for frame in flowing:
        top = frame.top - task.head(frame, setting.size)
        foot = frame.bottom + task.foot(frame, setting.size)
        if frame is flowing[-1]:
            foot += notes_kept(task, setting)
        if setting.arrangement == "columns":
            width = (frame.width - COLUMN_GUTTER) / 2
            step = width + COLUMN_GUTTER
            rooms += [Room(frame.page, frame.x + n * step, width, top, foot) for n in (0, 1)]
        else:
            rooms.append(Room(frame.page, frame.x, frame.width, top, foot))
    return tuple(rooms)


def _stretch(setting: Setting, fmt: Format) -> Stretch:
    size = setting.size
    return Stretch(fmt.type.tight * size, fmt.type.loose * size, GAP_LEAST, fmt.type.gap_most)


def _capable(task: Task, setting: Setting) -> Metrics | None:
    """Return a setting's widths if the text's whole height is within that of all frames."""
    metrics = metrics_for(task, setting)
    if metrics is None:
        return None
    room = sum(room.height for room in rooms_for(task, setting))
    leading = setting.leading * setting.size
    height = natural_height(task.flow, metrics, task.pixels, leading, setting.gap)
    return metrics if height <= room else None


def _try(task: Task, setting: Setting) -> Fitted | None:
    """Return the fit at one setting, or None."""
    metrics = _capable(task, setting)
    if metrics is None:
        return None
    rows = make_rows(task.flow, metrics, task.pixels)
    rooms = rooms_for(task, setting)
    heights = [room.height for room in rooms]
    fillable = task.notes != "false"
    cuts = paginate(rows, heights, _stretch(setting, task.format), fillable)
    if cuts is None:
        return None
    spacing = _space(task, setting, rows, rooms, cuts)
    rooms, spacing = _with_notes(task, setting, rooms, spacing)
    rooms = _below_masthead(task, rooms, spacing)
    return Fitted(setting, metrics, rows, rooms, tuple(cuts), spacing, task.geometry)


def _with_notes(
    task: Task, setting: Setting, rooms: tuple[Room, ...], spacing: tuple[Spacing, ...]
) -> tuple[tuple[Room, ...], tuple[Spacing, ...]]:
    """Return the last frame with the ruled lines that were asked for; they fill it."""
    kept = notes_kept(task, setting)
    if not kept:
        return rooms, spacing
    last, room = spacing[-1], rooms[-1]
    last = replace(last, notes=last.notes + kept, fill=1.0)
    return (*rooms[:-1], replace(room, foot=room.foot - kept)), (*spacing[:-1], last)


def _below_masthead(
    task: Task, rooms: tuple[Room, ...], spacing: tuple[Spacing, ...]
) -> tuple[Room, ...]:
    """Return the rooms of the first page moved down by what its masthead grows."""
    if "masthead" not in task.beside:
        return rooms
    return tuple(
        replace(room, top=room.top - spacing[number].rest) if room.page == rooms[0].page else room
        for number, room in enumerate(rooms)
    )


def _first_capable(task: Task, rungs: Sequence[Setting]) -> int:
    """Return the first rung whose capacity is met, by bisection; its length if none is."""
    low, high = 0, len(rungs)
    while low < high:
        middle = (low + high) // 2
        if _capable(task, rungs[middle]) is None:
            low = middle + 1
        else:
            high = middle
    return low


def _climb(task: Task, rungs: Sequence[Setting]) -> Fitted | None:
    """Return the first fit on the ladder, or None."""
    first = rungs[0].arrangement
    head = [rung for rung in rungs if rung.arrangement == first and rung.gap == 1.0]
    start = _first_capable(task, head)
    for rung in rungs[start:]:
        fitted = _try(task, rung)
        if fitted:
            return fitted
    return None


def fit(task: Task) -> Fitted | None:
    """Return the best setting of a text in its frames, or None if it cannot be set.

    A format that grows takes the fewest pages, an even number.
    """
    floor_rung = Setting(task.format.type.floor, "side", 1.0, 1.0)
    side = metrics_for(task, floor_rung) is not None
    rungs = ladder(task.format, task.floor, side)
    if not task.geometry.grows:
        return _climb(task, rungs)
    for pages in range(_fewest_pages(task, rungs[-1]), PAGES_MOST + 1, 2):
        grown = replace(task, geometry=grow(task.geometry, pages))
        fitted = _climb(grown, rungs if pages == 2 else rungs[-1:])
        if fitted:
            return fitted
    return None


def _fewest_pages(task: Task, rung: Setting) -> int:
    """Return an even number of pages that the text cannot do with fewer than."""
    metrics = metrics_for(task, rung)
    if metrics is None:
        return 2
    leading = rung.leading * rung.size
    height = natural_height(task.flow, metrics, task.pixels, leading, GAP_LEAST)
    tallest = max(frame.top - frame.bottom for frame in task.geometry.frames)
    return 2 * max(int(height / tallest / 2), 1)


def grow(geometry: Geometry, pages: int) -> Geometry:
    """Return the geometry on ``pages`` pages: inner pages repeat the second, the last ends it."""
    first, last = geometry.frames[0], geometry.frames[-1]
    inner = tuple(replace(last, page=page, holds=()) for page in range(1, pages - 1))
    frames = (first, *inner, replace(last, page=pages - 1))
    foot = geometry.footers[-1]
    footers = (geometry.footers[0], *(replace(foot, page=page) for page in range(1, pages)))
    return replace(geometry, frames=frames, footers=footers, pages=pages)


def notes_kept(task: Task, setting: Setting) -> float:
    """Return the height kept at the end for ruled lines that were asked for, in points."""
    if task.notes != "true" or setting.arrangement == "columns":
        return 0.0
    return notes_least(setting.size)


def notes_least(size: float, lines: int = NOTE_LINES) -> float:
    """Return the least height of a heading with ruled lines, in points."""
    return 2.6 * size + lines * NOTE_PITCH_LEAST


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


def _space(
    task: Task, setting: Setting, rows: Rows, rooms: Sequence[Room], cuts: Sequence[int]
) -> tuple[Spacing, ...]:
    """Return how each frame is set so that its last baseline meets the foot.

    Columns share the leading of their page, so that their lines keep step.
    """
    stretch = _stretch(setting, task.format)
    fillable = task.notes != "false"
    columns = setting.arrangement == "columns"
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
            result.append(
                _space_frame(setting.size, rows, start, stop, height, leading, give, ends)
            )
    placed = tuple(result)
    if "contact" in task.beside:
        placed = _absorb(placed, rooms, rooms[-1].page, GROWTH)
    if "masthead" in task.beside:
        placed = _absorb(placed, rooms, rooms[0].page, GROWTH)
    return placed


def _absorb(
    spacing: tuple[Spacing, ...], rooms: Sequence[Room], page: int, most: float
) -> tuple[Spacing, ...]:
    """Return the spacing with what a page's text leaves taken over by what stands beside it.

    The contact box grows, or the space around the title does.
    """
    there = [number for number, room in enumerate(rooms) if room.page == page]
    rest = min(rooms[number].height * (1.0 - spacing[number].fill) for number in there)
    rest = min(rest, most)
    return tuple(
        replace(item, rest=rest, fill=min(1.0, item.fill + rest / rooms[number].height))
        if number in there and rest > 0.5
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
    roomy = slack >= notes_least(size) + 0.3 * give
    if ends and (roomy or slack > max(give, notes_least(size, 2))):
        ratio = NOTES_GAPS if roomy else 1.0
        rest = slack - (ratio - 1.0) * sum(gaps)
        return Spacing(leading, (ratio, ratio, ratio), rest, 1.0)
    ratios = []
    for gap in gaps:
        extra = min(slack, (stretch.gap_most - 1.0) * gap)
        ratios.append(1.0 + (extra / gap if gap > 0 else 0.0))
        slack -= extra
    more = min(slack, max(leads, 0.0) * max(stretch.loose - leading, 0.0))
    slack -= more
    leading += more / leads if leads > 0 else 0.0
    notes = slack if ends and slack >= notes_least(size, 2) else 0.0
    fill = 1.0 if notes else (height - slack) / height
    return Spacing(leading, (ratios[0], ratios[1], ratios[2]), notes, fill)
