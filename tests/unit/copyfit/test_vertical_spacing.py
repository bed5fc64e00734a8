"""The spacing of one frame: what is short is taken from the gaps, what is spare is given away."""

from __future__ import annotations

import pytest

from brochure.copyfit.page_breaks import Stretch
from brochure.copyfit.vertical_spacing import FrameRules, Room, Spacing, space
from tests.unit.copyfit.test_page_breaks import lines

STRETCH = Stretch(10.0, 11.0, 0.85, 1.8)
ROWS = lines(*[0.0] * 20, gaps={5: 8.0, 10: 8.0, 15: 4.0})
NATURAL = 220.0  # twenty lines of ten points, and gaps of twenty


def spaced(height: float, *, fillable: bool = False, beside: tuple[str, ...] = ()) -> Spacing:
    """The spacing of the rows in one frame so high."""
    rules = FrameRules(12.0, 8 if fillable else 0, False, beside)
    return space(ROWS, [Room(0, 0.0, 300.0, height, 0.0)], [0, 20], STRETCH, rules)[0]


def used(spacing: Spacing) -> float:
    leads, fixed, *gaps = ROWS.parts(0, 20)
    stretched = sum(gap * by for gap, by in zip(gaps, spacing.gaps, strict=True))
    return leads * spacing.leading + fixed + stretched


@pytest.mark.parametrize("height", [217.0, 218.5, 220.0, 225.0, 235.0, 240.0])
def test_the_last_baseline_meets_the_foot(height):
    assert used(spaced(height)) == pytest.approx(height)
    assert spaced(height).fill == pytest.approx(1.0)


def test_a_tight_frame_takes_what_is_short_from_every_gap():
    gaps = spaced(217.0).gaps
    assert gaps[0] == gaps[1] == pytest.approx(0.85)


def test_sections_part_before_paragraphs_do():
    section, para, _ = spaced(230.0).gaps
    assert section > para


def test_a_frame_that_cannot_be_filled_says_so():
    spacing = spaced(400.0)
    assert spacing.fill == pytest.approx(used(spacing) / 400)
    assert spacing.gaps[:2] == pytest.approx((1.8, 1.8))
    assert spacing.leading == pytest.approx(10.4)


def test_ruled_lines_take_what_is_left():
    spacing = spaced(400.0, fillable=True)
    assert spacing.fill == 1.0
    assert spacing.notes == pytest.approx(400 - used(spacing))


@pytest.mark.parametrize("what", ["contact", "masthead"])
def test_what_stands_beside_takes_a_small_rest(what):
    bare, spacing = spaced(280.0), spaced(280.0, beside=(what,))
    assert bare.fill < 1.0
    assert spacing.fill == pytest.approx(1.0)
    assert spacing.rest == pytest.approx(280 * (1 - bare.fill))


def test_two_columns_grow_by_no_more_than_the_fuller_one_leaves():
    rooms = [Room(0, x, 200.0, 300.0, 0.0, ("masthead",)) for x in (0.0, 220.0)]
    rules = FrameRules(12.0, 0, False, ("masthead",))
    full, short = space(ROWS, rooms, [0, 13, 20], Stretch(10.0, 20.0, 0.85, 1.8), rules)
    assert full.rest == short.rest
    for spacing, (start, stop) in zip((full, short), ((0, 13), (13, 20)), strict=True):
        leads, fixed, *gaps = ROWS.parts(start, stop)
        stretched = sum(gap * by for gap, by in zip(gaps, spacing.gaps, strict=True))
        assert leads * spacing.leading + fixed + stretched + spacing.rest <= 300.0 + 1e-6


def test_a_title_has_some_white_around_it_where_more_is_left_than_it_may_take():
    spacing = spaced(400.0, beside=("masthead",))
    assert 400.0 * (1.0 - spaced(400.0).fill) > 60.0
    assert spacing.rest == pytest.approx(30.0)
