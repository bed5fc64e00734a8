"""A hint that says what to write is followed to the letter, and what it told of is gone.

The faults are those that the rules are tested with, so a new rule's hints are tried, too.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

import pytest

from brochure.checks import run_checks
from brochure.model import Handout, Paragraph, Problem, Section
from tests.unit.checks.editor_faults import FAULTS, SPANISH_FAULTS
from tests.unit.checks.kinds_of_faults import KINDS
from tests.unit.checks.test_rules import GOOD, TODAY, text

FIRST = 100
"""The line of the first paragraph."""
LITERAL = re.compile(
    r"^(?:write|did you mean|keep one) “(?P<quoted>[^”]+)”\??$|^say: (?P<said>.+)$"
)
LOOSE = frozenset({"idiom", "promise", "harsh-words", "vague-number", "negative-order"})
"""Rules that say what to tell about, not which words to put in."""

UNVEILED = {"spelling": ["unexplained-term"]}
"""What is seen only once a word is spelled as others do."""


def handout(paragraphs: tuple[str, ...], language: str) -> Handout:
    body = tuple(Paragraph(text(words, FIRST + n)) for n, words in enumerate(paragraphs))
    if language == "en-US":
        return replace(GOOD, sections=(*GOOD.sections, Section(text("More"), body=body)))
    spanish = replace(GOOD, title=text("Dolor de rodilla"), subtitle=None, language=language)
    return replace(spanish, sections=(Section(text("En casa"), body=body),))


@cache
def found(paragraphs: tuple[str, ...], language: str) -> tuple[Problem, ...]:
    return run_checks(handout(paragraphs, language), today=TODAY)


def followed(problem: Problem, paragraph: str) -> str | None:
    """A paragraph with what a hint says put in; None if the hint does not say which words."""
    says = LITERAL.match(problem.hint)
    if not says or problem.rule in LOOSE:
        return None
    new = says["quoted"] or re.split(r"[,;(] ?", says["said"])[0].strip(" “”")
    quoted = [words for words in re.findall(r"“([^”]+)”", problem.message) if words in paragraph]
    old = f"{new} {new}" if problem.rule == "doubled-word" else min(quoted, key=len, default="")
    place = re.search(rf"(?<!\w){re.escape(old)}(?!\w)", paragraph) if old else None
    if not place:
        return None
    new = new[0].upper() + new[1:] if old[0].isupper() else new
    if paragraph.count(old) > 1 and problem.rule != "doubled-word":
        return None  # one of them stays
    return paragraph[: place.start()] + new + paragraph[place.end() :]


def cases() -> list[tuple[str, str, str]]:
    faults = [(rule, wrong, "en-US") for rule, wrong, _ in (*FAULTS, *KINDS)]
    return [*faults, *((rule, wrong, "es-US") for rule, wrong, _ in SPANISH_FAULTS)]


@pytest.mark.parametrize(("rule", "wrong", "language"), cases())
def test_what_a_hint_says_to_write_mends_it(rule: str, wrong: str, language: str) -> None:
    paragraphs = tuple(wrong.split("|"))
    before = found(paragraphs, language)
    for problem in before:
        at = problem.line - FIRST
        mended = followed(problem, paragraphs[at]) if problem.rule == rule and at >= 0 else None
        if mended is None:
            continue
        after = found((*paragraphs[:at], mended, *paragraphs[at + 1 :]), language)
        told = {*(p.rule for p in before), *UNVEILED.get(rule, ())}
        assert len([p for p in after if p.rule == rule]) < len(
            [p for p in before if p.rule == rule]
        )
        fresh = [p for p in after if p.level != "hint" and p.rule not in told]
        assert fresh == [], mended


def test_many_hints_are_followed() -> None:
    """The test above tries something: most rules that say what to write are among them."""
    tried = {
        problem.rule
        for rule, wrong, language in cases()
        for problem in found(tuple(wrong.split("|")), language)
        if problem.rule == rule
        and problem.line >= FIRST
        and followed(problem, wrong.split("|")[problem.line - FIRST])
    }
    assert len(tried) >= 15


@pytest.mark.parametrize(
    ("said", "instead"),
    [
        ("A diabetic may call.", "a person with diabetes"),
        ("Diabetics may call.", "people with diabetes"),
        ("An addict may call.", "a person who uses drugs"),
        ("A paraplegic may call.", "a person who is paralyzed"),
    ],
)
def test_one_person_stays_one(said: str, instead: str) -> None:
    hints = [p.hint for p in found((said,), "en-US") if p.rule == "label-for-people"]
    assert hints == [f"say: {instead}"]
