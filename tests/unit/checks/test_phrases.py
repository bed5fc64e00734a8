"""`phrases`: idioms, promises, harsh words and the like, from the tables of phrases."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from brochure.checks import phrases
from brochure.checks.handout_view import View
from tests.unit.checks.test_rules import TODAY, saying

if TYPE_CHECKING:
    from brochure.model import Handout

SECTIONS = {
    "en": {"idiom", "promise", "harsh", "ageist", "vague risk", "negative", "us", "gb"},
    "es": {"idiom", "promise", "harsh", "ageist", "vague risk", "negative", "false friend"},
}
FORMS = [
    (language, section, form, where)
    for language in SECTIONS
    for section, forms, _, where in phrases.lines(language)
    for form in forms
]


def example(form: str) -> str:
    """A text that a form stands for: the first of each choice, nothing that may be left out."""
    form = re.sub(r"(?:^| )\[[^\]]*\](?= |$)|\*(?: |$)", "", form)
    form = re.sub(r"(?<=\w)\[(?:s|es|ly|-)\]|(?<!d)\+|~", "", form)
    form = re.sub(r"\(([^|()]*)[^()]*\)", r"\1", form)
    form = re.sub(r"\[(\w)\w*\]", r"\1", form)
    return re.sub(r"\\d\+?", "3", re.sub(r"\w\?", "", form)).strip()


def view(words: str, language: str) -> View:
    handout: Handout = replace(saying(words), language=language)
    return View(handout, TODAY)


@pytest.mark.parametrize("language", SECTIONS)
def test_each_form_is_found_in_what_it_stands_for(language: str) -> None:
    assert {section for tongue, section, _, _ in FORMS if tongue == language} == SECTIONS[language]
    lost = []
    for section in SECTIONS[language]:
        forms = [(f, w) for tongue, s, f, w in FORMS if (tongue, s) == (language, section)]
        for form, where in forms:
            words = example(form) + (", death" if "near harm" in where else "")
            off = where.partition("not near: ")[2].split()
            if set(off) & set(words.lower().split()) or "3" in words:
                continue
            if not list(phrases.told(view(words, language), section, "{}")):
                lost.append((form, words))
    assert not lost


def test_a_form_needs_a_word() -> None:
    assert [form for form in FORMS if not list(phrases._needs(form[2]))] == []


def test_a_form_is_a_pattern() -> None:
    broken = []
    for form in {form for _, _, form, _ in FORMS}:
        try:
            re.compile(phrases.source(form))
        except re.error as error:
            broken.append((form, str(error)))
    assert broken == []


@pytest.mark.parametrize(
    ("form", "found", "not_found"),
    [
        ("car park+", "two car parks", "a carpark"),
        ("burn~ out", "burning out", "burner out"),
        ("(a|the) [big] risk", "the big risk", "big risk"),
        ("take * chin", "take it on the chin", "take one two three four chin"),
        ("risk[s] of", "risks of", "risky of"),
    ],
)
def test_what_a_form_stands_for(form: str, found: str, not_found: str) -> None:
    assert re.search(phrases.source(form), found)
    assert not re.search(phrases.source(form), not_found)


def test_a_figure_or_a_word_near_it_switches_a_phrase_off() -> None:
    def told(words: str) -> bool:
        return bool(list(phrases.vague_number(view(words, "en-US"))))

    assert told("A small number of people bleed.")
    assert not told("A small number of people bleed, 2 in 100.")
    assert told("In some cases there is bleeding.")
    assert not told("In some cases we call you.")
