"""What a text is tried in: a size and an arrangement, its widths, what is left of each frame."""

from __future__ import annotations

from brochure._startup.records import dataclass, field, replace
from brochure.copyfit.blocks import Flow
from brochure.copyfit.formats import Format, Frame, Geometry
from brochure.copyfit.metrics import GAP_LEAST, Metrics
from brochure.copyfit.page_breaks import Stretch
from brochure.copyfit.parts import FEET, Furniture
from brochure.copyfit.vertical_spacing import Room, notes_least

TYPE_CHECKING = False
if TYPE_CHECKING:
    from brochure.copyfit.blocks import Block, SectionFlow
    from brochure.copyfit.extents import Outlines
    from brochure.model.choices import Arrangement, Notes

SIDE_LEAST, SIDE_MOST = 0.235, 0.36
"""The narrow column of side headings, as a share of the frame."""
SIDE_NUMBERED = 0.205
"""The least of it where a number stands left of it."""
SIDE_GROWTH = 0.012
"""How much wider that column is for each point of type above the floor."""
SIDE_CLEAR = 0.5
"""How much wider than its longest word, in points, that column is."""
SIDE_GUTTER = 14.0
SHORT_GAP = 2.6
"""How far gaps may open in a short text, as a ratio to their natural size."""
LONG = 8.0
"""Ems; a shorter word has room in the narrowest column of any format."""
MEASURE_MOST = 78.0
"""The longest line, in average characters."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What a text is tried in: a size of its body and an arrangement, short lists in columns."""

    size: float
    arrangement: Arrangement
    paired: bool = False


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
    outlines: Outlines = field(default_factory=dict)  # what no setting changes


def _tenths(high: float, low: float) -> list[float]:
    """Return the sizes from ``high`` to ``low``, a tenth of a point apart."""
    return [tenth / 10 for tenth in range(round(high * 10), round(low * 10) - 1, -1)]


def sizes_of(fmt: Format, arrangement: Arrangement, floor: float, words: int) -> list[float]:
    """Return the sizes that a text of so many words may have in an arrangement, largest first.

    Below the format's floor, where the brand allows that, headings do not stand at the side.
    """
    scale = fmt.type
    most = min(scale.ceiling, fmt.ceilings.get(arrangement, scale.ceiling))
    if fmt.long_words and words >= fmt.long_words:
        most = min(most, fmt.long_ceiling)
    least = floor if arrangement in (fmt.arrangements[1:] or fmt.arrangements) else scale.floor
    return _tenths(max(most, scale.floor), max(least, floor))


def metrics_for(task: Task, setting: Setting) -> Metrics | None:
    """Return the widths of a setting; None if a heading's word is too wide for its column."""
    frame = next(frame for frame in task.geometry.frames if frame.flows)
    height, size = task.geometry.sheet.height, setting.size
    width = frame.width
    if setting.arrangement == "columns":
        width = (width - task.format.gutter) / 2
    text = min(width, MEASURE_MOST * task.average * size)
    metrics = Metrics(
        task.format, size, setting.arrangement, width, text, width, height, setting.paired
    )
    if setting.arrangement != "side":
        return metrics
    word = max(metrics.heading_word(section) for section in task.flow.sections)
    if word > SIDE_MOST * width:
        return None
    least = SIDE_LEAST if not task.format.figures else SIDE_NUMBERED
    least += SIDE_GROWTH * (size - task.format.type.floor)
    side = max(word + SIDE_CLEAR, least * width)
    text = min(width - task.format.figures - side - SIDE_GUTTER, MEASURE_MOST * task.average * size)
    return replace(metrics, side_width=side, text_width=text)


def rooms_for(task: Task, setting: Setting) -> tuple[Room, ...]:
    """Return what is left of each flowing frame at a setting; columns make two of one."""
    flowing = [frame for frame in task.geometry.frames if frame.flows]
    if setting.arrangement == "columns":
        return tuple([room for frame in flowing for room in _columns(task, setting, frame)])
    rooms = []
    for frame in flowing:
        top = frame.top - task.furniture.head(frame, setting.size)
        foot = frame.bottom + task.furniture.foot(frame, setting.size)
        if frame is flowing[-1]:
            foot += notes_kept(task, setting)
        rooms.append(Room(frame.page, frame.x, frame.width, top, foot, frame.holds))
    return tuple(rooms)


def _columns(task: Task, setting: Setting, frame: Frame) -> tuple[Room, Room]:
    """Return the two columns of a frame; what stands at its foot stands in the last, or across."""
    furniture, size, holds = task.furniture, setting.size, frame.holds
    width = (frame.width - task.format.gutter) / 2
    x = frame.x + width + task.format.gutter
    top, in_last = furniture.head(frame, size), furniture.column_foot(frame, size, width)
    top = frame.top - top
    if not in_last:
        foot = frame.bottom + furniture.foot(frame, size)
        return (
            Room(frame.page, frame.x, width, top, foot, holds),
            Room(frame.page, x, width, top, foot, holds),
        )
    heads = tuple([name for name in holds if name not in FEET])
    return (
        Room(frame.page, frame.x, width, top, frame.bottom, heads),
        Room(frame.page, x, width, top, frame.bottom + in_last, holds),
    )


def notes_kept(task: Task, setting: Setting) -> float:
    """Return the height kept at the end for ruled lines that were asked for, in points."""
    if task.notes != "true" or setting.arrangement == "columns":
        return 0.0
    return notes_least(setting.size)


def stretch_of(task: Task, size: float) -> Stretch:
    """Return how far a setting may give; a short text stands wider."""
    scale = task.format.type
    gap_most = SHORT_GAP if is_short(task) else scale.gap_most
    return Stretch(scale.tight * size, scale.loose * size, GAP_LEAST, gap_most)


def is_short(task: Task) -> bool:
    """Return whether a text leaves its pages thin even in the largest type."""
    return task.flow.words < task.format.long_words


LongWord = tuple["SectionFlow", "Block | None", float]
"""A section, a block of it or None for its heading, and the width of the longest word, in ems."""


def long_words(flow: Flow) -> list[LongWord]:
    """Return the longest word of each heading and block that has a long one."""
    found: list[LongWord] = []
    for section in flow.sections:
        texts = [(None, section.heading), *((block, block.shaped) for block in section.blocks)]
        for block, shaped in texts:
            if shaped and shaped.width > LONG and (word := shaped.widest_word) > LONG:
                found.append((section, block, word))
    return found


def have_room(words: list[LongWord], metrics: Metrics) -> bool:
    """Return whether long words have room on the lines where they stand."""
    for section, block, word in words:
        if block is None:
            if word * metrics.heading_size > metrics.heading_width(section):
                return False
        elif word > metrics.inside(section).measure(block):
            return False
    return True
