"""The Spanish table of plain words, and when a Spanish text explains a term."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from brochure.checks import run_checks
from brochure.checks.english import plain_words
from brochure.checks.spanish.explained import explained
from tests.unit.checks.test_rules import TODAY, spanish


def test_the_table() -> None:
    every = list(plain_words.terms(plain_words.TABLES["es"].read_text("utf-8")))
    assert len({term.plain for term in every}) >= 200
    assert all(re.fullmatch(r"[a-záéíóúñü][a-záéíóúñü0-9 ]*", term.form) for term in every)
    lines = Counter((t.form, t.near) for t in every)
    assert [form for form, times in lines.items() if times > 1] == []


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Usted tiene hipertensión.", ["hipertensión"]),
        ("Usted tiene hipertensión (presión alta).", []),
        ("La hipertensión es cuando la sangre empuja mucho.", []),
        ("Tiene presión alta, llamada hipertensión.", []),
        ("Tiene edemas, es decir, los pies hinchados.", []),
        ("Hay que utilizar hielo.", ["utilizar"]),
        ("El tumor es benigno.", ["benigno"]),
        ("El clima es benigno.", []),
        ("La leucemia aguda.", ["leucemia"]),
    ],
)
def test_terms_of_a_text(words: str, told: list[str]) -> None:
    found = run_checks(spanish(words), today=TODAY)
    rules = ("unexplained-term", "plain-word")
    assert [re.findall("“(.*?)”", p.message)[0] for p in found if p.rule in rules] == told


def test_a_bracket_without_words_explains_nothing() -> None:
    text = "Tiene edema (1)."
    assert not explained(text, 6, 11, "hinchazón")
