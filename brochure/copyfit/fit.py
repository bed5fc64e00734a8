"""The fit: the largest type, the arrangement, the breaks and the spacing of a handout.

A ladder of settings runs from the largest type to the tightest allowed; the first whose text
fits its frames and can be broken by every rule is taken. Knows nothing of ReportLab.
"""

from __future__ import annotations

from collections.abc import Sequence

from brochure._startup.records import dataclass, replace
from brochure.copyfit.blocks import Flow
from brochure.copyfit.formats import Format, Geometry
from brochure.copyfit.page_breaks import Stretch, paginate
from brochure.copyfit.parts import Furniture
from brochure.copyfit.rows import Metrics, Rows, make_rows, natural_height
from brochure.copyfit.vertical_spacing import FrameRules, Room, Spacing, notes_least, space

TYPE_CHECKING = False
if TYPE_CHECKING:
    from brochure.model.choices import Arrangement, Notes

GAP_LEAST = 0.85
SIDE_LEAST, SIDE_MOST = 0.235, 0.36
"""The narrow column of side headings, as a share of the frame."""
SIDE_GROWTH = 0.012
"""How much wider that column is for each point of type above the floor."""
SIDE_WORD = 1.5
"""Side headings are given up if their longest word only fits less than this above the floor."""
SIDE_CLEAR = 0.5
"""How much wider than its longest word, in points, that column is."""
SIDE_GUTTER = 14.0
COLUMN_GUTTER = 24.0
MEASURE_MOST = 78.0
"""The longest line, in average characters."""
PAGES_MOST = 24


@dataclass(frozen=True, slots=True)
class Setting:
    """A rung of the ladder: a size, an arrangement, and how tightly the text is judged."""

    size: float
    arrangement: Arrangement
    leading: float  # ratio
    gap: float


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
    notes: Notes
    furniture: Furniture  # what stands in the frames beside the text
    pixels: dict[str, tuple[int, int]]


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
    side = max(word + SIDE_CLEAR, least * width)
    text = min(width - side - SIDE_GUTTER, MEASURE_MOST * task.average * size)
    return replace(metrics, side_width=side, text_width=text)


def rooms_for(task: Task, setting: Setting) -> tuple[Room, ...]:
    """Return what is left of each flowing frame at a setting; columns make two of one."""
    rooms = []
    flowing = [frame for frame in task.geometry.frames if frame.flows]
    for frame in flowing:
        top = frame.top - task.furniture.head(frame, setting.size)
        foot = frame.bottom + task.furniture.foot(frame, setting.size)
        if frame is flowing[-1]:
            foot += notes_kept(task, setting)
        xs, width = [frame.x], frame.width
        if setting.arrangement == "columns":
            width = (frame.width - COLUMN_GUTTER) / 2
            xs.append(frame.x + width + COLUMN_GUTTER)
        rooms += [Room(frame.page, x, width, top, foot, frame.holds) for x in xs]
    return tuple(rooms)


def _stretch(setting: Setting, fmt: Format) -> Stretch:
    size = setting.size
    return Stretch(fmt.type.tight * size, fmt.type.loose * size, GAP_LEAST, fmt.type.gap_most)


def _has_room(task: Task, setting: Setting, rooms: Sequence[Room]) -> bool:
    """Return whether what stands in each frame beside the text has room there."""
    size, furniture = setting.size, task.furniture
    fixed = [frame for frame in task.geometry.frames if not frame.flows]
    return all(room.height >= 0.0 for room in rooms) and all(
        furniture.head(frame, size) + furniture.foot(frame, size) <= frame.top - frame.bottom
        for frame in fixed
    )


_Capable = tuple[Metrics, tuple[Room, ...]]
"""A rung that has room for the whole text: its widths, and what is left of each frame."""


def _capable(task: Task, setting: Setting) -> _Capable | None:
    """Return a rung whose frames together are as high as the text, or None."""
    metrics = metrics_for(task, setting)
    if metrics is None:
        return None
    rooms = rooms_for(task, setting)
    if not _has_room(task, setting, rooms):
        return None
    leading = setting.leading * setting.size
    height = natural_height(task.flow, metrics, task.pixels, leading, setting.gap)
    return (metrics, rooms) if height <= sum([r.height for r in rooms]) else None


def _try(task: Task, setting: Setting, capable: _Capable) -> Fitted | None:
    """Return the fit at a rung that has room for the text, or None."""
    metrics, rooms = capable
    rows = make_rows(task.flow, metrics, task.pixels)
    heights = [room.height for room in rooms]
    fillable = task.notes != "false"
    stretch = _stretch(setting, task.format)
    cuts = paginate(rows, heights, stretch, fillable)
    if cuts is None:
        return None
    columns = setting.arrangement == "columns"
    rules = FrameRules(setting.size, columns, fillable, _beside(task, rooms))
    spacing = space(rows, rooms, cuts, stretch, rules)
    rooms, spacing = _with_notes(task, setting, rooms, spacing)
    rooms = _below_masthead(task, rooms, spacing)
    return Fitted(setting, metrics, rows, rooms, tuple(cuts), spacing, task.geometry)


def _beside(task: Task, rooms: Sequence[Room]) -> tuple[str, ...]:
    """Return what stands in the first or the last frame and may grow."""
    held = (*rooms[0].holds, *rooms[-1].holds)
    return tuple(name for name in task.furniture.grows if name in held)


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
    if "masthead" not in _beside(task, rooms):
        return rooms
    return tuple(
        replace(room, top=room.top - spacing[number].rest) if room.page == rooms[0].page else room
        for number, room in enumerate(rooms)
    )


def _climb(task: Task, rungs: Sequence[Setting]) -> Fitted | None:
    """Return the first fit on the ladder, or None.

    The first rung with room for the text is found by bisection.
    """
    known: dict[int, _Capable | None] = {}

    def capable(number: int) -> _Capable | None:
        if number not in known:
            known[number] = _capable(task, rungs[number])
        return known[number]

    first = rungs[0].arrangement
    low, high = 0, sum([rung.arrangement == first and rung.gap == 1.0 for rung in rungs])
    while low < high:
        middle = (low + high) // 2
        if capable(middle) is None:
            low = middle + 1
        else:
            high = middle
    for number in range(low, len(rungs)):
        found = capable(number)
        fitted = _try(task, rungs[number], found) if found else None
        if fitted:
            return fitted
    return None


def _climb_with_spare(task: Task, rungs: Sequence[Setting]) -> Fitted | None:
    """Return the first fit, tightly set, with the spare frames flowing too; None without any."""
    if not any(frame.spare for frame in task.geometry.frames):
        return None
    frames = tuple(
        replace(frame, flows=True) if frame.spare else frame for frame in task.geometry.frames
    )
    held = tuple(name for frame in frames if frame.spare for name in frame.holds)
    grows = replace(task.furniture, grows=task.furniture.grows + held)
    wider = replace(task, geometry=replace(task.geometry, frames=frames), furniture=grows)
    return _climb(wider, [rung for rung in rungs if rung.gap < 1.0])


def fit(task: Task) -> Fitted | None:
    """Return the best setting of a text in its frames, or None if it cannot be set.

    A format that grows takes the fewest pages, an even number.
    """
    floor_rung = Setting(task.format.type.floor + SIDE_WORD, "side", 1.0, 1.0)
    side = metrics_for(task, floor_rung) is not None
    rungs = ladder(task.format, task.floor, side)
    if not task.geometry.grows:
        return _climb(task, rungs) or _climb_with_spare(task, rungs)
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
