"""Words wider than any column are cut, after a sign where one stands far enough on."""

from __future__ import annotations

import pytest

from brochure.typeset.overlong_words import pieces


@pytest.mark.parametrize(
    ("word", "most", "cut"),
    [
        ("unimaginably", 5, ["unima", "ginab", "ly"]),
        ("clinic.example/knees", 16, ["clinic.example/", "knees"]),
        ("a-bcdefgh", 6, ["a-bcde", "fgh"]),  # the sign stands too near its head
        ("short", 9, ["short"]),
        ("wide", 0.5, ["w", "i", "d", "e"]),  # one letter is left, however wide
    ],
)
def test_a_word_is_cut_after_a_sign_or_anywhere(word, most, cut):
    assert pieces(word, most, len) == cut
