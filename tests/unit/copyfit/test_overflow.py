"""Words over: the cut from the end, its search, and the longest sections."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brochure.copyfit.flow import count_words
from brochure.copyfit.overflow import cut_text, longest_sections, truncate, words_over
from brochure.model import Item, ItemList, Span, Text
from tests.support.examples import tried
from tests.support.fakes import handout, prose, section, short, text
from tests.support.handouts import all_words, handouts


def test_a_text_is_cut_after_a_word_and_keeps_its_marks():
    words = Text((Span("one "), Span("two three", bold=True), Span(" four")))
    assert cut_text(words, 2).spans == (Span("one "), Span("two", bold=True))


def test_a_text_of_no_words_is_none():
    assert cut_text(text("one two"), 0) is None


def test_a_section_whose_heading_alone_is_left_goes():
    short = truncate(handout(section(9), section(9)), 11)
    assert [count_words(handout(part)) for part in short.sections] == [10]


def test_nested_texts_are_cut_with_their_item():
    item = Item(prose(3), (prose(2), prose(2)))
    kept = truncate(handout(short(text("Head"), bullets=(item, item))), 7)
    assert kept.sections[0].body == (ItemList((Item(prose(3), (prose(2), prose(1))),)),)


def test_nothing_left_is_none():
    assert truncate(handout(section(9)), 1) is None


@pytest.mark.slow
@tried(15)
@given(handouts(5), st.integers(0, 400))
def test_the_words_kept_are_the_first_ones(made, keep):
    short, words = truncate(made, keep), all_words(made)
    kept = all_words(short) if short else []
    assert kept == words[: len(kept)]
    assert len(kept) <= keep
    longest_heading = max(len(part.heading.plain.split()) for part in made.sections)
    assert len(kept) >= min(keep, len(words)) - longest_heading


def test_words_over_is_the_fewest_that_make_it_fit():
    made = handout(section(60), section(40, bullets=(20, 20)))
    for most in (10, 61, 62, 100, 141):
        over = words_over(made, lambda short, most=most: count_words(short) <= most)
        left = truncate(made, count_words(made) - over)
        assert count_words(left) <= most
        longer = truncate(made, count_words(made) - over + 1)
        assert count_words(longer) > most


def test_words_over_asks_few_fits():
    asked = []
    made = handout(*[section(100) for _ in range(20)])
    words_over(made, lambda short: asked.append(1) or count_words(short) < 700)
    assert len(asked) < 13


def test_the_longest_sections_come_first():
    made = handout(section(5, heading="A"), section(50, heading="B"), section(20, heading="C"))
    found = [(part.heading.plain, count) for part, count in longest_sections(made, 2)]
    assert found == [("B", 51), ("C", 21)]
