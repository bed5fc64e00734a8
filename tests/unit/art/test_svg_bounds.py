from __future__ import annotations

import pytest

from brochure.art.svg_bounds import apart, around, common, holds, ink_box, is_empty, rectangle
from brochure.art.svg_paths import ellipse, path


def test_the_box_of_a_curve_is_that_of_its_ink():
    assert ink_box(ellipse(50, 50, 40, 20)) == pytest.approx((10, 30, 90, 70), abs=0.2)
    assert ink_box(path("M0 0C0 100 100 100 100 0")) == pytest.approx((0, 0, 100, 75), abs=0.5)
    assert ink_box(path("M1 2H5"), 1.0) == (0, 1, 6, 3)
    assert is_empty(ink_box([]))


def test_boxes():
    one, other = (0.0, 0.0, 4.0, 4.0), (3.0, 3.0, 9.0, 9.0)
    assert common(one, other) == (3, 3, 4, 4)
    assert is_empty(common(one, (5.0, 0.0, 6.0, 1.0)))
    assert around([one, other]) == (0, 0, 9, 9)
    assert is_empty(around([]))
    assert not apart([one, other])
    assert apart([one, (4.0, 0.0, 8.0, 4.0)])
    assert holds(one, (-0.1, 0.0, 4.0, 4.0), 0.2)
    assert not holds(one, (-0.3, 0.0, 4.0, 4.0), 0.2)


@pytest.mark.parametrize("d", ["M0 0H4V3H0Z", "M4 0H0V3H4V0Z", "M0 0L4 0L4 3L0 3"])
def test_upright_rectangles_are_known(d):
    assert rectangle(path(d)) == (0, 0, 4, 3)


@pytest.mark.parametrize(
    "d", ["M0 0L4 3L4 0L0 3Z", "M2 0L4 2L2 4L0 2Z", "M0 0H4V3Z", "M0 0H4V3H1Z"]
)
def test_what_is_no_rectangle_is_none(d):
    assert rectangle(path(d)) is None
