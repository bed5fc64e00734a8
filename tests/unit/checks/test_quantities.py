"""Quantities of one thing, answers to one question, and medicines that are forbidden."""

from __future__ import annotations

import re

import pytest

from brochure.checks.forbidden_medicines import forbidden_medicines
from brochure.checks.handout_view import View
from brochure.checks.opposite_answers import MORE_ROWS
from brochure.checks.quantities import quantity_of
from tests.unit.checks.test_rules import TODAY, saying


@pytest.mark.parametrize(
    ("sentence", "kind", "least", "most"),
    [
        ("Rest for 2 to 3 days.", "time", 48, 72),
        ("Come every 3 months.", "rate", 2160, 2160),
        ("Your yearly check is due.", "rate", 8760, 8760),
        ("Wash it twice a day.", "rate", 12, 12),
        ("Come every other week.", "rate", 336, 336),
        ("Lift up to ten pounds.", "weight", 10, 10),
        ("Drink half a glass.", "glasses", 0.5, 0.5),
    ],
)
def test_the_one_quantity_of_a_sentence(sentence, kind, least, most):
    found = quantity_of(sentence)
    assert found
    assert (found.kind, found.least, found.most) == (kind, least, most)


@pytest.mark.parametrize(
    "sentence", ["Rest.", "Rest 2 days, then 3 weeks.", "Some people rest 2 days."]
)
def test_a_sentence_of_no_quantity_of_several_or_of_a_case(sentence):
    assert quantity_of(sentence) is None


def test_the_two_answers_of_a_question_are_two():
    assert len({name for name, _, _ in MORE_ROWS}) == len(MORE_ROWS) > 40
    assert all(re.compile(one) != re.compile(other) for _, one, other in MORE_ROWS)


@pytest.mark.parametrize(
    ("paragraphs", "told"),
    [
        (("Do not take naproxen or ibuprofen.", "Take ibuprofen at night."), ["ibuprofen"]),
        (("Do not take ibuprofen. Take ibuprofen at night.",), ["ibuprofen"]),
        (("Do not take ibuprofen for 3 days.", "Take ibuprofen at night."), []),
        (("Do not take ibuprofen.", "Ask us if you take ibuprofen."), []),
        (("Do not take ibuprofen.", "Take acetaminophen at night."), []),
    ],
)
def test_a_medicine_that_is_forbidden_and_asked_for(paragraphs, told):
    found = forbidden_medicines(View(saying(*paragraphs), TODAY))
    assert [finding.words for finding in found] == told
