"""Deeds that are asked for, forbidden or put off, bare enough to be compared."""

from __future__ import annotations

import pytest

from brochure.checks.deeds import against, deed_of, wait_of
from brochure.checks.people import LABELS
from brochure.checks.spanish import people


@pytest.mark.parametrize(
    ("one", "other", "language"),
    [
        ("Take aspirin.", "Never use aspirin.", "en"),
        ("Put ice on your knee every day.", "Do not put ice on your knee.", "en"),
        ("You may drink milk.", "Avoid drinking milk!", "en"),
        ("Take zinc with food.", "Take zinc before meals.", "en"),
        ("Use la muleta.", "No use la muleta en casa.", "es"),
        ("Lávese las manos.", "No se lave las manos.", "es"),
    ],
)
def test_these_go_against_each_other(one, other, language):
    first, second = deed_of(one, language), deed_of(other, language)
    assert first
    assert second
    assert against(first, second)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Take aspirin.", "Take zinc."),
        ("Do not take aspirin.", "Never take aspirin."),
        ("Take zinc with food.", "Take iron before meals."),
        ("Do not take zinc with food.", "Take zinc before meals."),
    ],
)
def test_these_do_not(one, other):
    first, second = deed_of(one, "en"), deed_of(other, "en")
    assert first
    assert second
    assert not against(first, second)


@pytest.mark.parametrize(
    "words", ["Take it if it hurts.", "Do not take more than 2 pills.", "Take it with food."]
)
def test_a_deed_under_conditions_or_of_nothing_named_is_none(words):
    assert deed_of(words, "en") is None


@pytest.mark.parametrize(
    ("words", "language", "hours"),
    [
        ("You can shower after 24 hours.", "en", 24),
        ("Do not shower for the first two days.", "en", 48),
        ("Do not drive for 3 weeks.", "en", 504),
        ("No maneje por 2 días.", "es", 48),
        ("Shower for 2 hours.", "en", None),
        ("Call us after lunch.", "en", None),
    ],
)
def test_until_when_a_deed_is_put_off(words, language, hours):
    wait = wait_of(words, language)
    assert (wait.hours if wait else None) == hours


@pytest.mark.parametrize("table", [LABELS.read_text("utf-8"), people.LABELS])
def test_a_label_is_named_once_and_has_better_words(table):
    lines = (line for line in table.strip().split("\n") if not line.startswith("#"))
    rows = [line.split(" | ") for line in lines]
    forms = [form for row in rows for form in row[0].split(" / ")]
    assert len(forms) == len(set(forms)) > 60
    assert all(len(row) == 2 and row[1] for row in rows)
