"""The quick look at a text's start never misses a list sign that the closer look would find."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brochure.reading.list_signs import (
    BOXES,
    DASHES,
    DOTS,
    _patterns,
    may_begin_with_sign,
    sign_of,
)

STARTS = [*DOTS[:30], *BOXES, *DASHES, *"([)].:0123456789aAxX✓ *③", "Step 1", "étape 2", "  ", "12"]


@given(st.lists(st.sampled_from(STARTS), min_size=1, max_size=5).map("".join), st.text(max_size=5))
def test_no_sign_is_missed(start, rest):
    text = f"{start}{rest} word".lstrip()
    if any(pattern.match(text) for _, pattern in _patterns()):
        assert may_begin_with_sign(text)
        assert sign_of(text) is not None


@pytest.mark.parametrize(
    "mark",
    ["(1)", "(12)", "(3.", "(12.", "(a)", "(B)", "-", "*", "–", "−", "1.", "12)", "a)", "b."],
)
def test_a_mark_and_a_space_are_a_sign(mark):
    assert sign_of(f"{mark} Walk a little").words == "Walk a little"


@pytest.mark.parametrize("text", ["**Bold** words", "*Italic*", "(in brackets) and", "-5 degrees"])
def test_a_mark_that_belongs_to_the_words_is_no_sign(text):
    assert not may_begin_with_sign(text)
    assert sign_of(text) is None
