"""The digits of a phone stay on one line, however it is typed."""

from __future__ import annotations

from itertools import product

import pytest

from brochure.typeset.word_bindings import (
    BEFORE_NAME,
    BEFORE_NUMBER,
    CLOSING_MARKS,
    UNITS,
    bound,
    in_phones,
    may_bind,
    together,
)


@pytest.mark.parametrize(
    ("text", "bindings"),
    [
        ("Call (310) 828-7757 ext. 12 now", {2, 3, 4}),
        ("Call +44 (0)20 7946 0018 now", {2, 3, 4}),
        ("Call 310 828 7757.", {2, 3}),
        ("Call 310-828-7757 now", set()),
        ("Take 2 of 10 by 2026-10-01", set()),
    ],
)
def test_a_phone_binds_its_parts(text, bindings):
    assert in_phones(text.split()) == bindings


def test_a_number_is_bound_to_its_unit_and_no_other_word():
    assert bound("10", "mg")
    assert not bound("10", "people")


def test_who_may_be_bound_is_told_by_the_words_alone():
    """Texts without such words are not asked pair by pair."""
    plain = ["back", "pain", "is", "common.", "(often)", "co-pay"]
    words = [*plain, *UNITS, *BEFORE_NAME, *BEFORE_NUMBER, *CLOSING_MARKS, "«", "10", "٣", "x2)"]
    pairs = [pair for pair in product(words, repeat=2) if bound(*pair)]
    assert len(pairs) > 100
    assert all(may_bind(first) or may_bind(second) for first, second in pairs)
    assert not any(map(may_bind, ["back", "pain", "is", "common.", "co-pay"]))


@pytest.mark.parametrize("phone", ["(310) 828-7757", "+44 (0)20 7946 0018", "800 555 0199"])
def test_the_parts_of_a_phone_may_be_bound(phone):
    assert in_phones(phone.split())
    assert all(map(may_bind, phone.split()))


def test_a_short_number_stays_with_the_word_that_says_to_call():
    assert together("If so call 911, or dial 9-1-1.".split()) == [
        *"If so".split(), "call 911,", "or", "dial 9-1-1."
    ]  # fmt: skip
    assert together("Room 12 of 115".split()) == ["Room 12", "of", "115"]


WORDS = "Rest (often) 10 mg. Dr. 310 828-7757 « ? x2) ² ٣٣ days, to –".split()


def joined(words):
    """Words joined where they must be, each pair asked."""
    made, phones = [], in_phones(words)
    for number, word in enumerate(words):
        if made and (number in phones or bound(words[number - 1], word)):
            made[-1] += f" {word}"
        else:
            made.append(word)
    return made


def test_texts_that_are_told_at_once_have_nothing_bound():
    texts = [list(words) for words in product(WORDS, repeat=3)]
    whole = [together(words) for words in texts]
    assert whole == list(map(joined, texts))
    assert 100 < sum(made is words for made, words in zip(whole, texts, strict=True)) < len(texts)
