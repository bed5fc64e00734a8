"""When a text fits: how many more words would.

They are tried as a writer would add them: paragraphs of the text's own words, in its middle.
"""

from __future__ import annotations

from collections.abc import Callable

from brochure._startup.records import replace
from brochure.copyfit.counting import noun
from brochure.copyfit.extents import natural_height
from brochure.copyfit.metrics import GAP_LEAST
from brochure.copyfit.settings import Setting, Task, metrics_for, rooms_for, sizes_of
from brochure.model import Handout, Paragraph, Section, Span, Text
from brochure.model.texts import texts_of

STEP = 10
"""Words left are told in steps of so many, rounded down."""
PARAGRAPH = 4 * STEP
"""The words of a paragraph that is tried."""
FIRST, MOST = 16 * STEP, 128 * STEP
"""How many words are tried first if no guess is given, and the most that are told."""
BREAKS = 2
"""Steps that the rules of page breaks mostly cost."""


def share_with_room(task: Task, longer: Task) -> float:
    """Return what share of the text that ``longer`` has more would fill the frames, about.

    Heights alone are compared, in the least type; what page breaks cost is not looked at.
    """
    found = [0.0]
    for name in task.format.arrangements:
        setting = Setting(sizes_of(task.format, name, task.floor, task.flow.words)[-1], name)
        metrics, leading = metrics_for(task, setting), task.format.type.tight * setting.size
        if metrics:
            texts = ((each.flow, metrics, each.pixels) for each in (task, longer))
            one, other = (natural_height(*text, leading, GAP_LEAST) for text in texts)
            room = sum(each.height for each in rooms_for(task, setting)) - one
            found.append(room / max(other - one, leading))
    return max(found)


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
