"""The tables behind what a text says twice, and differently: hours, doses, answers, kinds."""

from __future__ import annotations

import pytest

from brochure.checks.doses import is_medicine
from brochure.checks.large_doses import LARGEST
from brochure.checks.opening_hours import days_in
from brochure.checks.opposites import ROWS
from brochure.checks.rules import RULES
from brochure.checks.spanish import agreement


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("Monday to Wednesday", {0, 1, 2}),
        ("Saturdays", {5}),
        ("De sábado a lunes", {5, 6, 0}),
        ("every day", set()),
    ],
)
def test_days_of_a_text(words: str, days: set[int]) -> None:
    assert days_in(words) == days


@pytest.mark.parametrize("name", LARGEST)
def test_a_bound_is_one_for_a_medicine(name: str) -> None:
    assert is_medicine(name)
    assert LARGEST[name] > 0


def test_each_answer_is_asked_for_once() -> None:
    names = [name for name, _, _ in ROWS]
    assert len(set(names)) == len(names)
    assert {language for language, _ in names} == {"en", "es"}


def test_both_kinds_of_spanish_agreement_run_in_spanish_alone() -> None:
    held = {getattr(rule.check, "check", rule.check): rule.languages for rule in RULES}
    assert held[agreement.adjective_noun] == held[agreement.one_tu] == ("es",)
