"""Lines to write on: a label, then a line that is long enough to write on."""

from __future__ import annotations

import pytest

from brochure.copyfit.blocks import Shaper
from brochure.copyfit.forms import LINE_LEAST, PITCH, lines_of
from brochure.copyfit.rows import NEVER
from brochure.model import FillIn
from tests.support.fakes import HalfEm, text


def strips(*labels: str, width: float = 400.0, size: float = 12.0):
    fill = FillIn(tuple(map(text, labels)))
    return lines_of(fill, Shaper(HalfEm(), True, 16.0)).at(width, size, 12.0)


def test_two_short_labels_share_a_row_and_a_long_one_has_its_own():
    found = strips("Date", "Time", "The name of your nurse", "With")
    assert [len(strip.texts) for strip in found] == [2, 1, 1]
    left, right = found[0].strokes
    assert left.x1 < right.x0 < right.x1 == 400.0
    assert found[1].strokes[0].x1 == 400.0


def test_a_line_stands_behind_its_label_and_is_long_enough():
    for strip in strips("Date", "Time", "The name of your nurse"):
        for label, line in zip(strip.texts, strip.strokes, strict=True):
            assert line.x0 > label.x + label.shaped.width * label.size
            assert line.x1 - line.x0 >= LINE_LEAST


@pytest.mark.parametrize("words", ["a " * 40 + "b", "x" * 50])
def test_a_long_label_stands_above_its_line(words):
    (strip,) = strips(words)
    (line,) = strip.strokes
    assert (line.x0, line.x1) == (0.0, 400.0)
    assert line.y0 > strip.texts[0].down + 12.0
    assert strip.height > PITCH


@pytest.mark.parametrize(("size", "pitch"), [(11.0, 25.0), (12.0, 25.0), (20.0, 40.0)])
def test_rows_are_far_enough_apart_to_write(size, pitch):
    assert [strip.height for strip in strips("Name of the nurse", size=size)] == [pitch]


def test_in_a_narrow_column_no_row_is_shared():
    assert [len(strip.texts) for strip in strips("Date", "Time", width=200.0)] == [1, 1]


def test_two_rows_stay_together():
    assert [strip.penalty for strip in strips(*["The name of your nurse"] * 3)][1:] == [NEVER] * 2
    assert strips(*["The name of your nurse"] * 4)[2].penalty < NEVER


def test_labels_of_twelve_letters_do_not_share_a_row():
    assert [len(strip.texts) for strip in strips("Eleven char", "Time", width=600.0)] == [2]
    assert [len(strip.texts) for strip in strips("Twelve chars", "Time", width=600.0)] == [1, 1]
