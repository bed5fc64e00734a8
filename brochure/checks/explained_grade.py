"""Why a text has its grade: the grade of each section, and the sentences that cost most."""

from __future__ import annotations

from brochure._startup.records import dataclass
from brochure.checks.english import readability
from brochure.checks.handout_view import View, start_of

MOST = 3
_ENOUGH = 30


@dataclass(frozen=True, slots=True)
class Costly:
    """A sentence, the line of its text, and the grades that the text would win without it."""

    line: int
    start: str
    cost: float


@dataclass(frozen=True, slots=True)
class GradeParts:
    """The grade by section (heading, grade; short sections left out), and the worst sentences."""

    sections: tuple[tuple[str, float], ...]
    costly: tuple[Costly, ...]


def grade_parts(view: View) -> GradeParts | None:
    """Return what makes the grade of an English text; None for other languages."""
    if not view.english:
        return None
    return GradeParts(tuple(_by_section(view)), _costly(view))


def _by_section(view: View) -> list[tuple[str, float]]:
    """Return heading and grade of each section of 30 words or more."""
    found = []
    for index, section in enumerate(view.handout.sections):
        reading = readability.measure([p.plain for p in view.body if p.section == index])
        if reading.words >= _ENOUGH:
            found.append((section.heading.plain, round(reading.grade, 1)))
    return found


def _costly(view: View) -> tuple[Costly, ...]:
    """Return the sentences without which the grade falls most, at most three of them."""
    every = [(p.text.line, s.text) for p in view.body for s in p.sentences]
    counted = [_counts(text) for _, text in every]
    count, spoken = sum(w for w, _ in counted), sum(s for _, s in counted)
    if count < _ENOUGH or len(every) < 2:
        return ()
    whole = _grade(count, spoken, len(every))
    costs = [
        Costly(line, start_of(text), round(whole - without, 2))
        for (line, text), (w, s) in zip(every, counted, strict=True)
        if count > w and (without := _grade(count - w, spoken - s, len(every) - 1)) < whole - 0.05
    ]
    return tuple(sorted(costs, key=lambda each: -each.cost)[:MOST])


def _counts(sentence: str) -> tuple[int, int]:
    """Return the words and the syllables of a sentence."""
    tokens = readability.words(sentence)
    spoken = readability.syllables(tokens)
    return len(tokens), sum(spoken[token] for token in tokens)


def _grade(words: int, syllables: int, sentences: int) -> float:
    """Return the Flesch-Kincaid grade of counts."""
    return 0.39 * words / sentences + 11.8 * syllables / words - 15.59
