"""`same_facts` and `sides`: one number and one side for one thing; `most_a_day`: a day's doses."""

from __future__ import annotations

import re

import pytest

from brochure.checks import contradictions, most_a_day, same_facts, sides
from brochure.checks.handout_view import View
from brochure.checks.sameness import NAMES, name_pattern
from tests.support.matches import AllLetters, texts_with
from tests.unit.checks.test_rules import TODAY, saying


def view(*paragraphs: str) -> View:
    return View(saying(*paragraphs), TODAY)


def test_a_name_needs_letters_that_it_has() -> None:
    """A name is looked for only if a text has these letters."""
    for letters, forms in (name for row in NAMES for name in row):
        for made in texts_with(re.compile(name_pattern(forms).pattern, re.IGNORECASE), 16):
            assert letters in made.lower(), (letters, made)


TOPICS = [topic for code in ("en", "es") for topic in same_facts.topics_of(code, AllLetters())]


@pytest.mark.parametrize("topic", TOPICS, ids=lambda topic: topic.name)
def test_a_topic_needs_letters_that_its_pattern_has(topic: same_facts.Topic) -> None:
    assert topic.needs == topic.needs.lower()
    assert topic.kind in ("time", "often", "amount")
    assert {"n", "m"} <= topic.says.groupindex.keys()


def test_both_places_are_told() -> None:
    (found,) = same_facts.same_fact(view("Do not drive for 2 days.", "Drive after 3 weeks."))
    assert "2 days" in found.message and found.words == "Drive after 3 weeks"


def test_a_case_or_a_range_that_holds_both_is_left_alone() -> None:
    said = view("Do not drive for 2 days.", "If it hurts, do not drive for 3 weeks.")
    assert not list(same_facts.same_fact(said))
    said = view("Do not drive for 2 to 4 days.", "Do not drive for 3 days.")
    assert not list(same_facts.same_fact(said))


def test_the_rarer_side_is_told() -> None:
    (found,) = sides.other_side(view("Your left hip.", "The left knee.", "Bend the right leg."))
    assert found.words == "right leg"


def test_the_sum_of_a_day_is_told() -> None:
    (found,) = most_a_day.most_a_day(view("Take 800 mg of ibuprofen every 4 hours."))
    assert "4,800 mg of ibuprofen" in found.message
    assert all(most > 0 for most in most_a_day.MOST.values())


def test_only_a_text_with_words_beside_its_deed_is_searched_for_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[bool] = []
    monkeypatch.setattr(contradictions, "deed_of", lambda *_, adjoined: asked.append(adjoined))
    assert not list(contradictions.contradiction(view("Drive slowly.", "Rest a lot every day.")))
    assert asked.count(True) == 1
    assert asked.count(False) > 0
