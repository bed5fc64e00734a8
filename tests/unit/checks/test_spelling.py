"""Misspelled words are found, right ones and names are left alone; American and British apart."""

from __future__ import annotations

import random
import re
from dataclasses import replace

import pytest

from brochure.checks import run_checks
from brochure.checks.edits import distance, one_edit, within
from brochure.checks.word_lists import common, drugs, is_known, medical, variants
from brochure.model import Paragraph
from tests.unit.checks.test_rules import GOOD, TODAY, saying, text

PLAIN = """
Rest for a few days and then start to walk again. Most people get better at home in about six weeks.
Take the tablets with a glass of water after breakfast. Call your doctor if the swelling does not go
down or if you cannot sleep because of the pain. Bring a list of all your medicines to the hospital.
Your nurse will show you how to clean the wound and change the bandage. Drink plenty of fluids and
eat small meals. Keep your shoulder warm and your knees bent. Children under twelve need a smaller
dose. Wash your hands before you touch the needle. The clinic opens at eight in the morning.
"""


def told(*paragraphs: str, language: str = "en-US", rule: str = "spelling") -> list[str]:
    found = run_checks(replace(saying(*paragraphs), language=language), today=TODAY)
    return [re.findall("“(.*?)”", p.message)[0] for p in found if p.rule == rule]


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("recieve", "receive"),
        ("seperate", "separate"),
        ("Definately", "Definitely"),
        ("occured", "occurred"),
        ("accomodate", "accommodate"),
        ("swolen", "swollen"),
        ("teh", "the"),
        ("alot", "a lot"),
        ("dont", "don’t"),
        ("ibuprofin", "ibuprofen"),
        ("acetominophen", "acetaminophen"),
        ("Lisinipril", "Lisinopril"),
        ("metforman", "metformin"),
        ("colonscopy", "colonoscopy"),
        ("diabeties", "diabetes"),
    ],
)
def test_a_misspelled_word_and_what_was_meant(word: str, meant: str) -> None:
    found = run_checks(saying(f"{word} is what they say."), today=TODAY, source="")
    assert [p.hint for p in found if p.rule == "spelling"] == [f"did you mean “{meant}”?"]


@pytest.mark.parametrize(
    "words",
    [
        "Ask Renata Kowalczyk or Dr. Nguyen about it.",
        "See brochure.example/leftt or write to smiht@example.org.",
        "The [mot] is kept; ask at the checkup about Zofran and ondansetron.",
        "A spondylolisthesis can be seen on the myelogram.",
        "Your caregiver’s smartphone app shows it online.",
        "We don’t rescreen nonsmokers.",
        "Sunday is best. June is warm. Easter comes early.",
        "The children's and your mother’s medicines.",
    ],
)
def test_what_is_right_is_left_alone(words: str) -> None:
    assert told(words) == []


def test_a_word_of_another_language_is_not_read() -> None:
    marked = text("The word is ")
    spans = (*marked.spans, replace(marked.spans[0], text="recieve", lang="fr"))
    handout = saying("x")
    section = replace(handout.sections[-1], body=(Paragraph(replace(marked, spans=spans)),))
    found = run_checks(replace(handout, sections=(section,)), today=TODAY)
    assert "spelling" not in {p.rule for p in found}


def test_a_name_is_held_to_how_the_text_writes_it_most() -> None:
    assert told("Brunhild works here.", "Ask Brunhild.", "Call Brunhilt.") == ["Brunhilt"]
    assert told("Brunhild works here.", "Ask Brunhild.", "Brunhilds cat") == []


def test_the_names_of_the_clinic_are_right() -> None:
    odd = replace(GOOD.clinic, name=text("The Seperate Clinic"))
    found = run_checks(replace(saying("A seperate room."), clinic=odd), today=TODAY)
    assert "spelling" not in {p.rule for p in found}


@pytest.mark.slow
def test_nine_of_ten_planted_slips_are_found_and_no_right_word_is_told() -> None:
    assert told(*PLAIN.strip().split("\n")) == []
    chance = random.Random(5)
    words = sorted(set(re.findall(r"[a-z]{5,}", PLAIN)))
    tried = missed = 0
    for word in words:
        slips = [slip for slip in one_edit(word) if not is_known(slip) and slip[0] == word[0]]
        slip = chance.choice(slips)
        tried += 1
        missed += told(f"We say {slip} here.") != [slip]
    assert tried > 40
    assert missed <= tried / 10


def test_british_and_american() -> None:
    words = "A tumour and a haemorrhage at the center."
    assert told(words, rule="other-spelling") == ["tumour", "haemorrhage"]
    assert told(words, language="en-GB", rule="other-spelling") == ["center"]
    assert told(words, language="en-CA", rule="other-spelling") == []


def test_a_fix_is_what_to_type() -> None:
    source = "x: We recieve you.\n"
    part = replace(text("We recieve you."), line=1, column=4)
    handout = saying("x")
    section = replace(handout.sections[-1], body=(Paragraph(part),))
    found = run_checks(replace(handout, sections=(section,)), today=TODAY, source=source)
    (fix,) = [p.fix for p in found if p.rule == "spelling" and p.fix]
    mended = source[: fix.column - 1] + fix.text + source[fix.end_column - 1 :]
    assert mended == "x: We receive you.\n"


def test_the_lists() -> None:
    assert {"the", "clinic", "colour", "color"} <= common()
    assert is_known("zygote")
    assert is_known("aspirin")
    assert not is_known("recieve")
    assert variants()["anaesthesia"] == ("anesthesia", "anaesthesia")
    assert {"gabapentin", "warfarin"} <= drugs() <= medical()


def test_distance() -> None:
    assert distance("recieve", "receive", 2) == 1
    assert distance("ibuprophen", "ibuprofen", 2) == 2
    assert distance("cat", "house", 2) == 3
    assert "form" in set(one_edit("from"))
    assert within("tabelt", ["tablet", "table", "bet"], 1) == ["tablet"]
