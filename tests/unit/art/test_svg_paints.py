from __future__ import annotations

import pytest

from brochure.art.svg import read_svg
from brochure.art.svg_paints import MOST_REPEATS
from brochure.model import Path2D, Shading

STOPS = '<stop stop-color="red"/><stop offset="50%" style="stop-color:lime"/><stop offset="1"/>'


def filled(
    gradient: str, shape: str = '<rect x="10" y="20" width="40" height="20" fill="url(#a)"/>'
):
    head = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">'
    (path,) = read_svg(f"{head}{gradient}{shape}</svg>".encode()).paths
    assert isinstance(path, Path2D)
    return path.fill


def test_a_gradient_across_its_shape():
    found = filled(f'<linearGradient id="a">{STOPS}</linearGradient>')
    assert isinstance(found, Shading)
    assert found.points == (0, 0, 1, 0)
    assert found.matrix == pytest.approx((40, 0, 0, -20, 10, 80))
    assert found.stops == ((0, (1, 0, 0), 1), (0.5, (0, 1, 0), 1), (1, (0, 0, 0), 1))


def test_a_gradient_takes_over_from_another():
    found = filled(
        f'<radialGradient id="b" r="30" cx="9">{STOPS}</radialGradient><radialGradient id="a"'
        ' href="#b" gradientUnits="userSpaceOnUse" cx="50" cy="40" gradientTransform="scale(2)"/>'
    )
    assert found.points == (50, 40, 0, 50, 40, 30)
    assert found.matrix == pytest.approx((2, 0, 0, -2, 0, 100))


@pytest.mark.parametrize(
    ("gradient", "ink"),
    [
        ('<linearGradient id="a"><stop stop-color="red"/></linearGradient>', (1, 0, 0)),
        (f'<linearGradient id="a" x2="0">{STOPS}</linearGradient>', (0, 0, 0)),
        (f'<radialGradient id="a" r="0">{STOPS}</radialGradient>', (0, 0, 0)),
    ],
)
def test_a_gradient_without_a_way_is_one_ink(gradient, ink):
    assert filled(gradient) == ink


def test_stops_never_fall_back_and_a_focus_stays_inside():
    falling = '<stop offset=".8" stop-color="red"/><stop offset=".2" stop-color="blue"/>'
    found = filled(f'<radialGradient id="a" fx="2" r=".5">{falling}</radialGradient>')
    assert [where for where, _, _ in found.stops] == [0.8, 0.8]
    assert abs(found.points[0] - 0.5) < 0.5


def test_a_gradient_that_repeats_is_drawn_long():
    found = filled(
        f'<linearGradient id="a" x2=".5" spreadMethod="reflect">{STOPS}</linearGradient>'
    )
    assert found.points == (-MOST_REPEATS / 4, 0, MOST_REPEATS / 4, 0)
    assert len(found.stops) == 3 * MOST_REPEATS
    inks = [ink for _, ink, _ in found.stops]
    assert inks[2] == inks[3] == (0, 0, 0)
