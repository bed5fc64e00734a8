"""What is wrong with a handout's words, dates, numbers and colours, before a patient sees it.

`examine` runs every rule of the table in `rules` and returns the problems with a summary.
Pure: it reads no clock and no file, and knows nothing of the layout.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from brochure._startup.records import dataclass, replace
from brochure.checks.explained_grade import GradeParts, grade_parts
from brochure.checks.handout_view import Finding, View
from brochure.checks.rule import Rule
from brochure.checks.rules import NAMES, RULES
from brochure.checks.sentences import length_of, measure_of, spoken
from brochure.model import Handout, Problem

TYPE_CHECKING = False
if TYPE_CHECKING:
    from brochure.model.choices import Level

__all__ = ["RULES", "Examination", "Rule", "Summary", "examine", "run_checks"]

MOST = 100
"""How many findings of one rule are shown; more tell an author nothing new."""
_LINES = 12
"""How many lines are named of those that are told together."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What the text is like: figures for the screen, and the rules that did not run."""

    language: str
    grade: float | None  # Flesch-Kincaid; None if the text is not English
    smog: float | None
    words: int
    longest_sentence: int  # in words, or in what `unit` says
    longest_line: int  # the line it starts on
    not_for_language: tuple[str, ...]  # rules that cannot judge this language
    switched_off: tuple[tuple[str, str], ...]  # rule and the author's reason
    ease: str = ""  # the figures of another language's formula, if it has one
    parts: GradeParts | None = None  # where the grade comes from
    unit: str = "words"  # what is counted: words, syllables, characters or letters


@dataclass(frozen=True, slots=True)
class Examination:
    """All that was found in one handout."""

    file: str
    problems: tuple[Problem, ...]
    summary: Summary


def run_checks(
    handout: Handout, *, today: str, source: str = "", logo: tuple[int, float] | None = None
) -> tuple[Problem, ...]:
    """Return the problems of a handout alone; see `examine`."""
    return examine(handout, today=today, source=source, logo=logo).problems


def examine(
    handout: Handout, *, today: str, source: str = "", logo: tuple[int, float] | None = None
) -> Examination:
    """Return the problems of a handout, in reading order, and its summary.

    ``today`` is an ISO date. ``source`` is the raw text of the content file: with it lines
    are exact and doubled spaces are seen. ``logo`` is the width of a logo made of pixels,
    in pixels and, as drawn, in points.
    """
    view = View(handout, today, source, logo)
    off = {name for name, reason in handout.allow if reason.strip()}
    running = [r for r in RULES if r.name not in off and r.holds_for(view.language)]
    running = [rule for rule in running if rule.may_find(view.small)]
    problems = [*_switches(handout), *(p for rule in running for p in _problems(rule, view))]
    problems.sort(key=lambda p: (p.file != handout.file, p.file, p.line, p.column))
    return Examination(handout.file, tuple(problems), _summary(view))


def _problems(rule: Rule, view: View) -> Iterator[Problem]:
    """Yield the findings of one rule as problems, the first hundred of them; see `Rule.singly`."""
    findings = iter(islice(rule.check(view), MOST))
    for found in islice(findings, rule.singly):
        yield _problem(found, view, found.level or rule.level, rule.name)
    rest = [_problem(found, view, found.level or rule.level, rule.name) for found in findings]
    if rest:
        yield rest[0] if len(rest) == 1 else _together(rest)


def _together(rest: Sequence[Problem]) -> Problem:
    """Return one problem, at the place of the first, that tells where the others are."""
    lines = list(dict.fromkeys(str(each.line) for each in rest if each.line))
    shown = ", ".join(lines[:_LINES]) + (" …" if len(lines) > _LINES else "")
    where = f": {'line' if len(lines) == 1 else 'lines'} {shown}" if lines else ""
    first = rest[0]
    message = f"{first.message}; {len(rest)} such in all from here on{where}"
    return replace(first, message=message, fix=None)


def _problem(found: Finding, view: View, level: Level, rule: str) -> Problem:
    """Return a finding as a problem."""
    file, line, column = view.place(found)
    fix = view.fix(found, line, column) if file == view.handout.file else None
    return Problem(file, line, column, level, found.message, found.hint, rule, fix)


def _switches(handout: Handout) -> Iterator[Problem]:
    """Yield what is wrong with the rules that the author switches off."""
    for name, reason in handout.allow:
        if name not in NAMES:
            from difflib import get_close_matches

            near: Sequence[str] = get_close_matches(name, NAMES, 1)
            hint = f"did you mean {near[0]}?" if near else f"the rules are {', '.join(NAMES)}"
            yield _switch(handout, f"there is no rule “{name}” to switch off", hint, "unknown-rule")
        elif not reason.strip():
            yield _switch(
                handout,
                f"{name} is switched off without a reason",
                f"write why: “{name}: the surgeon wants this word”",
                "allow-reason",
            )


def _switch(handout: Handout, message: str, hint: str, rule: str) -> Problem:
    """Return a problem with the list of switched-off rules."""
    return Problem(handout.file, handout.title.line, 1, "error", message, hint, rule)


def _summary(view: View) -> Summary:
    """Return the figures of a text."""
    said = ((p.text.line, text) for p in view.body for text, _ in spoken(p, view.language))
    lengths = [(length_of(sentence, view.language), line) for line, sentence in said]
    longest, line = max(lengths, default=(0, 0), key=lambda pair: pair[0])
    known = {
        name: reason for name, reason in view.handout.allow if name in NAMES and reason.strip()
    }
    return Summary(
        language=view.handout.language,
        grade=round(view.reading.grade, 1) if view.english else None,
        smog=round(view.reading.smog, 1) if view.english else None,
        ease=ease.figures if (ease := view.ease) else "",
        parts=grade_parts(view),
        unit=measure_of(view.language)[1],
        words=sum(length for length, _ in lengths),
        longest_sentence=longest,
        longest_line=line,
        not_for_language=tuple(
            r.name for r in RULES if r.holds_for("en") and not r.holds_for(view.language)
        ),
        switched_off=tuple(known.items()),
    )
