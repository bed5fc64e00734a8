"""Texts as blocks: what a long word of a heading, a picture or a list becomes."""

from __future__ import annotations

import pytest

from brochure.copyfit.blocks import Shaper
from brochure.copyfit.flow import make_flow
from tests.support.fakes import HalfEm, handout, section


@pytest.mark.parametrize("letters", [20, 25, 26, 60])
def test_a_word_of_a_heading_is_cut_sooner_than_one_of_the_text(letters):
    """Headings are larger: four fifths of the longest word of the text are as wide."""
    word = "x" * letters
    made = make_flow(handout(section(3, heading=word)), Shaper(HalfEm(), True, 16.0))
    heading = made.sections[0].heading
    assert heading.widest_word <= 0.8 * 16.0
    assert (len(heading.words) > 1) is (letters > 25)


def test_a_text_keeps_a_word_up_to_the_longest():
    flow = make_flow(handout(section(1)), Shaper(HalfEm(), True, 16.0))
    assert flow.sections[0].blocks[0].shaped.widest_word == 2.0
    assert flow.words == 2
