"""Outlines: numbers as SVG packs them, commands, arcs and transforms."""

from __future__ import annotations

from math import hypot

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brochure.art import svg_paths

numbers = st.floats(-1e4, 1e4).map(lambda number: round(number, 3))


@pytest.mark.parametrize(
    ("packed", "found"),
    [("1 2,3", [1, 2, 3]), ("1-2", [1, -2]), (".5.5", [0.5, 0.5]), ("1e2 -3E-1", [100, -0.3])],
)
def test_numbers_are_read_as_tightly_as_they_are_packed(packed, found):
    assert svg_paths.numbers(packed) == pytest.approx(found)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("M1 2L3 4", "m1 2l2 2"),
        ("M1 2H5V6Z", "m1 2h4v4z"),
        ("M0 0 1 1 2 0", "M0 0L1 1L2 0"),
        ("M0 0C0 1 2 1 2 0S4 -1 4 0", "M0 0c0 1 2 1 2 0s2 -1 2 0"),
        ("M0 0Q1 2 2 0T4 0", "m0 0q1 2 2 0t2 0"),
    ],
)
def test_a_path_may_be_written_in_its_own_or_in_relative_places(one, other):
    first, second = svg_paths.path(one), svg_paths.path(other)
    assert [op[0] for op in first] == [op[0] for op in second]
    for a, b in zip(first, second, strict=True):
        assert a[1:] == pytest.approx(b[1:])


def test_an_arc_ends_where_it_should_and_stays_on_its_circle():
    ops = svg_paths.path("M1 0A1 1 0 0 1 -1 0")
    assert ops[-1][-2:] == pytest.approx((-1.0, 0.0), abs=1e-9)
    for op in ops[1:]:
        assert hypot(*op[-2:]) == pytest.approx(1.0, abs=1e-6)


@given(numbers, numbers, numbers, numbers)
def test_transforms_are_done_from_the_right(x, y, dx, dy):
    moved = svg_paths.moved(svg_paths.transform(f"translate({dx} {dy}) scale(2)"), x, y)
    assert moved == pytest.approx((2 * x + dx, 2 * y + dy), abs=1e-6)


def test_a_turn_goes_round_its_point():
    matrix = svg_paths.transform("rotate(90 10 10)")
    assert svg_paths.moved(matrix, 20.0, 10.0) == pytest.approx((10.0, 20.0))


@pytest.mark.parametrize("data", ["L1 1", "M1", "M0 0 A1 1 0 2 1 3 3", "M0 0 X", "M 0 0 1e999 1"])
def test_a_path_that_is_none_is_refused(data):
    with pytest.raises(ValueError, match=r"[a-z]{3}"):
        svg_paths.path(data)
