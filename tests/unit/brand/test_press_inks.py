"""Colours as the inks of a press: few inks, black for grey, paper for white."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brochure.brand.colour import luminance, parse_hex
from brochure.brand.press_inks import look, table, to_lab, to_press

parts = st.integers(0, 255).map(lambda step: step / 255)
colours = st.tuples(parts, parts, parts)


@given(colours)
def test_no_colour_needs_more_than_three_inks(rgb):
    inks = to_press(rgb)
    assert min(inks[:3]) == 0
    assert all(0 <= ink <= 1 and ink == round(ink, 2) for ink in inks)


@given(parts)
def test_a_grey_is_black_ink_alone_and_the_darker_the_more(grey):
    *others, black = to_press((grey, grey, grey))
    assert others == [0, 0, 0]
    assert to_press((max(grey - 0.1, 0.0),))[3] >= black


def test_the_ends_are_paper_and_black():
    assert to_press((1.0, 1.0, 1.0)) == (0, 0, 0, 0)
    assert to_press((0.0,)) == (0, 0, 0, 1)


def test_inks_stay_as_they_are():
    assert to_press((0.1, 0.2, 0.3, 0.4)) == (0.1, 0.2, 0.3, 0.4)


def test_lab_is_that_of_d50():
    assert to_lab((1.0, 1.0, 1.0)) == pytest.approx((100, 0, 0), abs=0.05)
    assert to_lab((1.0, 0.0, 0.0)) == pytest.approx((54.29, 80.81, 69.89), abs=0.1)


def test_the_tables_are_whole():
    for name, sides, outputs in (("B2A0", 3, 4), ("A2B0", 4, 3)):
        steps, found, values = table(name)
        assert found == outputs
        assert len(values) == steps**sides * outputs


@given(st.tuples(parts, parts, parts, parts))
def test_more_ink_is_never_lighter(inks):
    more = tuple(min(ink + 0.1, 1.0) for ink in inks)
    assert luminance(look(more)) <= luminance(look(inks)) + 0.002


@pytest.mark.parametrize(
    "shade", ["#0b5d6b", "#1f6b3a", "#a50e1c", "#808080", "#ebf2f3", "#ffffff"]
)
def test_inks_look_like_what_they_were_made_of(shade):
    rgb = parse_hex(shade)
    assert look(to_press(rgb)) == pytest.approx(rgb, abs=0.1)
