"""A handout is found by any word of it, typed as people type."""

from __future__ import annotations

import pytest

from brochure.desk.search import folded, rank, searched, words_of


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Ciática", "ciatica"),
        ("  Rücken \n Schmerz", "rucken schmerz"),
        ("Đau lưng", "dau lung"),
        ("STRASSE", "strasse"),
        ("Straße", "strasse"),
        ("Łokieć", "lokiec"),
        ("ﬁbre", "fibre"),
        ("Боль", "боль"),
        ("腰痛", "腰痛"),
    ],
)
def test_accents_and_capitals_do_not_count(typed, found):
    assert folded(typed) == found


def test_every_word_has_to_be_found_in_any_order():
    text = searched(["Back pain"], ["Where it hurts"])
    assert rank(text, words_of("pain back")) is not None
    assert rank(text, words_of("PAIN hurts")) is not None
    assert rank(text, words_of("pain knee")) is None
    assert rank(text, []) == 0


def test_a_title_comes_before_a_text_and_a_beginning_before_a_middle():
    title, text = searched(["Sciatica"], [""]), searched(["Back"], ["sciatica"])
    middle = searched(["Osteosciatica"], [""])
    ranks = [rank(each, words_of("scia")) for each in (title, middle, text)]
    assert ranks == sorted(ranks)
    assert len(set(ranks)) == 3


@pytest.mark.parametrize(
    "query",
    ['"back pain"', "“back pain”", "back, pain?", "(pain)", "¿pain?", "don't", "don’t", "48‑hour"],
)
def test_signs_about_a_word_and_other_forms_of_them_do_not_count(query):
    text = searched(["Back pain"], ["You don’t need 48-hour rest"])
    assert rank(text, words_of(query)) is not None


@pytest.mark.parametrize("query", ['"', " ? ", "..."])
def test_signs_alone_ask_for_nothing(query):
    assert words_of(query) == []
