"""Rules leave the right sentences of real handouts alone, and still mark what is like them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from brochure.checks import run_checks
from brochure.checks.english.inflected import ending_of, inflected
from brochure.checks.english.plain_words import uses
from brochure.model import Paragraph, Section
from tests.unit.checks.natural_texts import NATURAL, NATURAL_SPANISH
from tests.unit.checks.test_editor_rules import spanish_rules
from tests.unit.checks.test_rules import GOOD, TODAY, text


def rules(words: str) -> set[str]:
    """The rules that find something in paragraphs, parted by "|", that are all there is to read."""
    body = tuple(Paragraph(text(each, 10 + n)) for n, each in enumerate(words.split("|")))
    handout = replace(GOOD, title=text("Knee pain"), subtitle=None, contact=None)
    handout = replace(handout, sections=(Section(text("Your knee"), body=body),))
    return {problem.rule for problem in run_checks(handout, today=TODAY)}


@pytest.mark.parametrize(("rule", "wrong", "right"), NATURAL)
def test_a_right_sentence_is_left_alone(rule: str, wrong: str, right: str) -> None:
    assert rule in rules(wrong)
    assert rule not in rules(right)


@pytest.mark.parametrize(("rule", "wrong", "right"), NATURAL_SPANISH)
def test_a_right_sentence_of_spanish(rule: str, wrong: str, right: str) -> None:
    assert rule in spanish_rules(wrong)
    assert rule not in spanish_rules(right)


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("Your kidneys eliminate waste.", "remove, get rid of"),
        ("It eliminates waste.", "removes, gets rid of"),
        ("Waste is eliminated.", "removed, got rid of"),
        ("Eliminating waste takes time.", "removing, getting rid of"),
        ("It occurred at night.", "happened"),
        ("The obstructions are small.", "blockages"),
        ("Two alternatives to surgery", "choices other than"),
        ("The pain persists.", "lasts, does not go away"),
        ("Raise your extremities.", "arms or legs"),
        ("Refraining from salt", "doing not"),
        ("It helps promote sleep.", "helps with"),
        ("Come in a timely fashion.", "on time, soon"),
        ("This perforation closes.", "a hole, a tear"),
        ("Some perforations close.", "holes, tears"),
    ],
)
def test_what_to_say_has_the_form_of_its_sentence(sentence: str, said: str) -> None:
    assert uses(sentence)[0].term.instead == said


def test_the_ending_of_a_form() -> None:
    forms = {"occurs": "s", "occurred": "ed", "occurring": "ing", "occur": "", "occurrence": ""}
    assert {form: ending_of(form, "occur") for form in forms} == forms
    assert ending_of("modified", "modify~") == "ed"
    assert inflected("not allow", "s") == "does not allow"
    assert inflected("a test, a sign that helps", "s") == "tests, a sign that helps"
