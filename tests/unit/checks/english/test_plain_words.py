"""The table of plain words, and the signs that a text explains a term."""

from __future__ import annotations

import re

import pytest

from brochure.checks.english import plain_words, vocabulary
from brochure.checks.english.plain_words import explained, table, uses


def found(text: str) -> list[str]:
    return [text[use.start : use.stop] for use in uses(text)]


def test_the_table_is_large_and_its_forms_are_plain_text() -> None:
    terms = {term.plain for term in table().values()}
    assert len(terms) >= 150
    assert all(re.fullmatch(r"[a-z0-9][a-z0-9 '-]*", form) for form in table())
    assert all(term.plain for term in table().values())


def test_no_form_stands_in_the_table_twice() -> None:
    rows = [*plain_words._rows(vocabulary.MEDICAL, medical=True)]
    rows += plain_words._rows(vocabulary.STIFF, medical=False)
    forms = [form for form, _ in rows]
    assert sorted(forms) == sorted(set(forms))


def test_no_form_is_longer_than_the_search() -> None:
    assert max(len(form.split()) for form in table()) <= plain_words._LONGEST


def test_no_plain_word_is_itself_a_stiff_one() -> None:
    offers = {term.plain for term in table().values()}
    stiff = [(plain, use.term.form) for plain in offers for use in uses(plain)]
    assert [pair for pair in stiff if not table()[pair[1]].medical] == []


@pytest.mark.parametrize(
    ("form", "inflected"),
    [
        ("biopsy+", ["biopsy", "biopsies"]),
        ("stitch+", ["stitch", "stitches"]),
        ("day+", ["day", "days"]),
        ("utilize~", ["utilize", "utilizes", "utilized", "utilizing"]),
        ("notify~", ["notify", "notifies", "notified", "notifying"]),
        ("adhere~ to", ["adhere to", "adheres to", "adhered to", "adhering to"]),
        ("prior to", ["prior to"]),
    ],
)
def test_inflected(form: str, inflected: list[str]) -> None:
    assert plain_words._inflected(form) == inflected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Utilizing it prior to surgery", ["Utilizing", "prior to"]),
        ("You have a herniated disc.", ["herniated disc"]),
        ("Deep vein thrombosis, or thrombosis", ["Deep vein thrombosis", "thrombosis"]),
        ("the patient’s edema’s cause", ["edema’s"]),
        ("Anti-inflammatory pills", ["Anti-inflammatory"]),
        ("Use it before your visit.", []),
        ("a priority today", []),
    ],
)
def test_uses(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "You may have EDEMA (swelling).",
        "Swelling of the feet (edema) is common.",
        "This is called edema.",
        "The medical word for this is edema.",
        "You may have fluid in the feet, or edema.",
        "EDEMA is fluid in the feet.",
        "Watch for edema, which is fluid in the feet.",
        "Watch for edema. This means that fluid stays in the feet.",
        "Watch for edema. Edema is fluid that stays.",
        "Edema: fluid in the feet",
        "Edema — fluid in the feet",
        "Edema stage one: your feet hold fluid.",
        "Edema, such as in the feet, makes shoes tight.",
        "Watch for edema and swelling.",
    ],
)
def test_explained(text: str) -> None:
    start = text.lower().index("edema")
    assert explained(text, start, start + 5, "swelling")


@pytest.mark.parametrize(
    "text",
    [
        "Tell us about edema.",
        "Call us for edema, fever or pain.",
        "You may have edema (1, 2).",
        "Edema can start in the feet.",
        "Edema is not good.",
        "Tell us about edema here: it matters.",
        "Watch for edema. Call us early.",
    ],
)
def test_not_explained(text: str) -> None:
    start = text.lower().index("edema")
    assert not explained(text, start, start + 5, "swelling")
