"""What to make of a content file: the whole set, and the options that hold in all of it."""

from __future__ import annotations

import pytest

from brochure.editions import WHOLE_SET, Options, editions


@pytest.mark.parametrize("punch", ["none", "2", "3"])
def test_a_punch_holds_in_the_whole_set(punch):
    assert {options.punch for options in editions("all", "letter", "colour", punch)} == {punch}


@pytest.mark.parametrize(("paper", "other"), [("letter", "a4"), ("a4", "letter")])
def test_the_whole_set_is_on_the_paper_asked_for_and_the_handout_on_the_other(paper, other):
    made = editions("all", paper, "colour", "none")
    assert len(set(made)) == len(made) == len(WHOLE_SET) + 1
    assert [options for options in made if options.paper != paper] == [Options(paper=other)]


def test_one_format_is_one_edition_with_every_option():
    assert editions("trifold", "a4", "press", "2") == (Options("trifold", "a4", "press", "2"),)
