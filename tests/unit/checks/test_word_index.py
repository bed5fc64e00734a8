"""Which texts have what a pattern needs: choices of texts as the bits of one number."""

from __future__ import annotations

import pytest

from brochure.checks.patterns import pattern, triggers
from brochure.checks.word_index import WordIndex, numbers_of, runs_of, terms_of, tokens_of

TEXTS = ("Take it with food.", "Call us.", "Don’t eat before the test.", "Eat 2 eggs, and rest.")


@pytest.fixture
def index() -> WordIndex:
    return WordIndex(TEXTS)


def test_words_and_pairs_are_found_across_signs() -> None:
    assert tokens_of("don’t eat 2 eggs.") == ("don", "t", "eat", "eggs")
    assert {"don t", "t eat", "eat eggs", "eggs"} < terms_of("don’t eat 2 eggs.")


def test_texts_are_chosen_by_words_by_pairs_and_by_parts(index: WordIndex) -> None:
    assert [*numbers_of(index.with_words(frozenset({"eat", "call", "zebra"})))] == [1, 2, 3]
    assert [*numbers_of(index.with_words(frozenset({"take it"})))] == [0]
    assert [*numbers_of(index.with_part("foo"))] == [0]
    assert index.with_part("zz") == 0


def test_a_text_has_something_of_each_clause(index: WordIndex) -> None:
    needs = ((frozenset({"eat"}), ()), (frozenset(), ("egg", "zz")))
    assert [*numbers_of(index.holding(needs))] == [3]
    assert index.holding(()) == index.every == 0b1111


def test_clauses_in_texts_close_by_are_near(index: WordIndex) -> None:
    needs = ((frozenset({"food"}), ()), (frozenset({"test"}), ()))
    assert index.holding(needs) == 0
    assert index.near(needs) == 0b0111


@pytest.mark.parametrize(
    ("chosen", "runs"), [(0, []), (0b1, [(0, 0)]), (0b1110110, [(1, 2), (4, 6)])]
)
def test_runs_of_a_choice(chosen: int, runs: list[tuple[int, int]]) -> None:
    assert [*runs_of(chosen)] == runs


def test_two_frequent_words_side_by_side_are_a_trigger() -> None:
    """Each of these words stands in most handouts, the pair in few."""
    needs = triggers(pattern(r"\b(?:you|we) (?:the|of)\b"))
    assert needs == triggers(pattern(r"\b(?:you|we) (?:the|of)\b"))
    assert {term for words, _ in needs for term in words} == {
        "you the",
        "you of",
        "we the",
        "we of",
    }
