"""Why a text has its grade: the grade of each section, and the sentences that cost most.

In English the Flesch-Kincaid grade; in Spanish, French, Portuguese and German the figure of that
language's formula, see `grades`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from brochure._startup.records import dataclass
from brochure.checks import grades
from brochure.checks.english import readability
from brochure.checks.grades import Counts
from brochure.checks.handout_view import View, start_of

MOST = 3
_AIM = 6.0
_LEAST = {True: 0.05, False: 0.3}
"""What a sentence must cost to be told, in grades and in points of ease."""


@dataclass(frozen=True, slots=True)
class Costly:
    """A sentence, the line of its text, and the grades or points the text would win without it."""

    line: int
    start: str
    cost: float


@dataclass(frozen=True, slots=True)
class GradeParts:
    """The figure by section (heading, figure; short sections left out), and the worst sentences.

    A grade is to be at most ``aim``, an ease at least that; ``hard`` says whether the text is not.
    """

    sections: tuple[tuple[str, float], ...]
    costly: tuple[Costly, ...]
    aim: float = _AIM
    is_grade: bool = True
    hard: bool = False

    @property
    def hard_sections(self) -> list[tuple[str, float]]:
        """The sections that miss the aim, the hardest first."""
        sign = 1 if self.is_grade else -1
        hard = (pair for pair in self.sections if sign * (pair[1] - self.aim) > 0)
        return sorted(hard, key=lambda pair: -sign * pair[1])


@dataclass(frozen=True, slots=True)
class _Scale:
    """How a language measures: the counts of texts, and the figure that they make."""

    counts: Callable[[Sequence[str]], Counts | None]
    figure: Callable[[Counts], float]
    is_grade: bool


def grade_parts(view: View) -> GradeParts | None:
    """Return what makes the figure of a text; None for languages without a formula."""
    if view.english:
        scale = _Scale(_in_english, _flesch_kincaid, is_grade=True)
        sections, costly = tuple(_by_section(view, scale)), _costly(view, scale)
        return GradeParts(sections, costly, hard=round(view.reading.grade, 1) > _AIM)
    ease, formula = view.ease, grades.FORMULAS.get(view.language)
    if not ease or not formula:
        return None
    scale = _Scale(
        lambda texts: grades.count(texts, view.language),
        lambda counts: formula(counts).score,
        ease.is_grade,
    )
    sections, costly = tuple(_by_section(view, scale)), _costly(view, scale)
    return GradeParts(sections, costly, ease.aim, ease.is_grade, ease.hard)


def _by_section(view: View, scale: _Scale) -> Iterable[tuple[str, float]]:
    """Yield heading and figure of each section of 30 words or more."""
    for index, section in enumerate(view.handout.sections):
        counts = scale.counts([p.plain for p in view.body if p.section == index])
        if counts and counts.words >= grades.ENOUGH:
            yield section.heading.plain, round(scale.figure(counts), 1)


def _costly(view: View, scale: _Scale) -> tuple[Costly, ...]:
    """Return the sentences without which a text would be easier, the worst three of them."""
    every = [(p.text.line, s.text) for p in view.body for s in p.sentences]
    counted = [scale.counts([text]) or Counts() for _, text in every]
    whole = grades.added(counted) if counted else Counts()
    if whole.words < grades.ENOUGH or len(every) < 2:
        return ()
    sign = 1 if scale.is_grade else -1
    figure, least = scale.figure(whole), _LEAST[scale.is_grade]
    costs = [
        Costly(line, start_of(text), round(cost, 2))
        for (line, text), counts in zip(every, counted, strict=True)
        if whole.words > counts.words
        and (cost := sign * (figure - scale.figure(grades.less(whole, counts)))) > least
    ]
    return tuple(sorted(costs, key=lambda each: -each.cost)[:MOST])


def _in_english(texts: Sequence[str]) -> Counts:
    """Return the counts that the English grade is made of."""
    reading = readability.measure(texts)
    return Counts(reading.words, reading.sentences, reading.syllables)


def _flesch_kincaid(c: Counts) -> float:
    """Return the Flesch-Kincaid grade of counts."""
    return 0.39 * c.words / c.sentences + 11.8 * c.syllables / c.words - 15.59
