"""Whether a text fits at all, and when it does, how many more words would.

They are tried as a writer would add them: paragraphs of the text's own words, in its middle.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from brochure._startup.records import replace
from brochure.copyfit.counting import noun
from brochure.copyfit.extents import height_of, taken_of
from brochure.copyfit.fit import (
    Capable,
    capable_of,
    cuts_of,
    fit,
    largest,
    parting,
    share_taken,
    with_spare,
)
from brochure.copyfit.metrics import GAP_LEAST, Metrics
from brochure.copyfit.page_breaks import left_over
from brochure.copyfit.rows import rows_of
from brochure.copyfit.settings import Setting, Task, sizes_of, stretch_of
from brochure.copyfit.vertical_spacing import turns_of
from brochure.model import Handout, Paragraph, Section, Span, Text
from brochure.model.texts import texts_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from brochure.copyfit.extents import Taken
    from brochure.copyfit.rows import Known

    ToFit = Callable[[tuple[Section, ...] | None], Task]
    """What is to be fitted of a handout, or of other sections; keeps those that it measured."""

STEP = 10
"""Words left are told in steps of so many, rounded down."""
PARAGRAPH = 4 * STEP
"""The words of a paragraph that is tried."""
FIRST, MOST = 16 * STEP, 128 * STEP
"""How many words are tried first if no guess is given, and the most that are told."""
BREAKS = 2
"""Steps that the rules of page breaks mostly cost."""


class LeastType:
    """A text in its least size, each part of it measured once; longer ones are tried in its stead.

    What a longer text has in common with it are the sections that are the same objects.
    """

    def __init__(self, task: Task) -> None:
        """Take what is to be fitted."""
        self._task = parting(task)
        paired = (False, True) if task.flow.short else (False,)
        settings = [
            Setting(sizes_of(task.format, name, task.floor, task.flow.words)[-1], name, each)
            for name in task.format.arrangements
            for each in paired
        ]
        tried = [(each, capable_of(self._task, each)) for each in settings]
        self._tried = [(setting, found) for setting, found in tried if found]
        self._laid: dict[Setting, Known] = {}  # of texts that differ in paragraphs of one section

    def share_with_room(self, longer: Task) -> float:
        """Return what share of the text that ``longer`` has more would fill the frames, about.

        Heights alone are compared; what page breaks cost is not looked at.
        """
        flow, shares = self._task.flow, [0.0]
        for setting, (metrics, rooms, taken, _) in self._tried:
            leading = self._task.format.type.tight * setting.size
            one = height_of(flow, metrics, taken, leading, GAP_LEAST)
            more = self._taken(longer, metrics, taken)
            other = height_of(longer.flow, metrics, more, leading, GAP_LEAST)
            shares.append((sum(room.height for room in rooms) - one) / max(other - one, leading))
        return max(shares)

    def holds(self, longer: Task) -> bool:
        """Return whether a longer text can be set in the least size, as `in_least_type` says."""
        if longer.geometry.grows:
            return fit(longer) is not None
        longer = parting(longer)
        return any(self._holds(longer, *each) for each in self._tried) or bool(with_spare(longer))

    def _holds(self, longer: Task, setting: Setting, capable: Capable) -> bool:
        metrics, rooms, taken, _ = capable
        taken = self._taken(longer, metrics, taken)
        if share_taken(longer, setting, metrics, rooms, taken) > 1.0:
            return False
        laid = self._laid.setdefault(setting, {})
        rows, heights = rows_of(longer.flow, metrics, taken, laid), [room.height for room in rooms]
        if left_over(rows, heights, stretch_of(longer, setting.size), turns_of(rooms)):
            return False
        return cuts_of(longer, setting, rooms, rows) is not None

    def _taken(self, longer: Task, metrics: Metrics, taken: list[Taken]) -> list[Taken]:
        """Return what the sections of a longer text take; only the others are measured."""
        known = {
            id(section): each for section, each in zip(self._task.flow.sections, taken, strict=True)
        }
        others = tuple(each for each in longer.flow.sections if id(each) not in known)
        measured = taken_of(replace(longer.flow, sections=others), metrics, longer.pixels)
        known |= {id(section): each for section, each in zip(others, measured, strict=True)}
        return [known[id(section)] for section in longer.flow.sections]


def words_left_in(handout: Handout, tasks: Iterable[ToFit]) -> int:
    """Return how many words more have room in one of several ways to be fitted."""
    longer = lengthened(handout, FIRST, own_words(handout)).sections
    tried = [(task, LeastType(task(None))) for task in tasks]
    shares = [least.share_with_room(task(longer)) for task, least in tried]

    def fits(other: Handout) -> bool:
        return any(least.holds(task(other.sections)) for task, least in tried)

    return words_left(handout, fits, int(max(shares) * FIRST))


def words_left(handout: Handout, fits: Callable[[Handout], bool], near: int = FIRST) -> int:
    """Return how many words more would fit, a multiple of STEP and at most MOST.

    ``fits`` tries a longer handout; the handout as it is fits. ``near`` is about how many they
    are by height alone; from there the first step that changes the answer is looked for.
    """
    words = own_words(handout)

    def fit(count: int) -> bool:
        return count <= 0 or (count <= MOST and fits(lengthened(handout, count, words)))

    low = high = min(max(near // STEP - BREAKS, 1), MOST // STEP)
    step = 1
    if fit(low * STEP):
        while fit((high := low + step) * STEP):
            low, step = high, 2 * step
    else:
        while not fit((low := high - step) * STEP):
            high, step = low, 2 * step
    low = max(low, 0)
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if fit(middle * STEP) else (low, middle)
    return low * STEP


def own_words(handout: Handout) -> list[str]:
    """Return words like those of a handout's paragraphs and lists, enough for one paragraph.

    Characters, where `counting` says that texts are counted in them.
    """
    parted = str.split if noun(handout.language) == "word" else _characters
    found = [
        word
        for section in handout.sections
        for _, kind, text in texts_of(section)
        if kind in ("paragraph", "item")
        for word in parted(text.plain)
    ]
    words = found or parted(handout.title.plain)
    start = max(0, len(words) // 2 - PARAGRAPH // 2)
    chosen = words[start : start + PARAGRAPH]
    return (chosen * PARAGRAPH)[:PARAGRAPH]


def lengthened(handout: Handout, count: int, words: list[str]) -> Handout:
    """Return the handout with ``count`` more words in its middle section."""
    whole, rest = divmod(count, PARAGRAPH)
    space = " " if noun(handout.language) == "word" else ""
    more = [_prose(words, space)] * whole + ([_prose(words[:rest], space)] if rest else [])
    middle = len(handout.sections) // 2
    sections = list(handout.sections)
    sections[middle] = _longer(sections[middle], tuple(more))
    return replace(handout, sections=tuple(sections))


def _longer(section: Section, more: tuple[Paragraph, ...]) -> Section:
    return replace(section, body=(*section.body, *more))


def _prose(words: list[str], space: str) -> Paragraph:
    return Paragraph(Text((Span(space.join(words)),)))


def _characters(text: str) -> list[str]:
    """Return the characters of a text but its spaces."""
    return [char for char in text if not char.isspace()]


def settable(task: Task) -> bool:
    """Return whether a text can be set at all: `fit`, but tried in the least size first."""
    return in_least_type(task) or fit(task) is not None


def in_least_type(task: Task) -> bool:
    """Return whether a text can be set in its least size; a format that grows is fitted."""
    if task.geometry.grows:
        return fit(task) is not None
    task = parting(task)
    names = task.format.arrangements
    sizes = ((name, sizes_of(task.format, name, task.floor, task.flow.words)) for name in names)
    least = any(largest(task, name, each[-1:]) for name, each in sizes)
    return least or with_spare(task) is not None
