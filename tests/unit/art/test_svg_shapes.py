from __future__ import annotations

import pytest

from brochure.art.svg import read_svg
from brochure.art.svg_shapes import SHAPES, is_seen


def paths(inside: str):
    head = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">'
    return read_svg(f"{head}{inside}</svg>".encode()).paths


def test_every_shape_of_svg_is_known():
    assert set(SHAPES) == {"path", "rect", "circle", "ellipse", "line", "polyline", "polygon"}
    assert is_seen({"visibility": "visible"})
    assert not is_seen({"visibility": "collapse"})


def test_a_line_under_its_fill_is_drawn_first():
    rect = '<rect x="10" y="10" width="50" height="50" fill="red" stroke="blue"'
    (both,) = paths(f"{rect}/>")
    assert (both.fill, both.stroke) == ((1, 0, 0), (0, 0, 1))
    line, fill = paths(f'{rect} paint-order="stroke"/>')
    assert (line.fill, line.stroke, fill.fill, fill.stroke) == (None, (0, 0, 1), (1, 0, 0), None)


@pytest.mark.parametrize(
    ("more", "width"),
    [
        ("", 2),
        ('transform="scale(3)"', 6),
        ('transform="scale(3)" vector-effect="non-scaling-stroke"', 2),
    ],
)
def test_the_width_of_a_line(more, width):
    (line,) = paths(f'<path d="M10 10h10v5" fill="none" stroke="red" stroke-width="2" {more}/>')
    assert line.line_width == pytest.approx(width)
    assert not line.matrix


def test_a_stretched_line_is_drawn_with_a_stretched_pen():
    fill, line = paths('<path d="M5 9h9v9z" stroke="red" transform="scale(5 1)"/>')
    assert line.matrix == pytest.approx((5, 0, 0, -1, 0, 100))
    assert (line.fill, fill.stroke) == (None, None)


def test_how_solid_fills_and_lines_are():
    (path,) = paths(
        '<rect x="9" y="9" width="9" height="9" fill="rgba(1,2,3,.5)" fill-opacity=".5"/>'
    )
    assert path.solid == (0.25, 1.0)
    (path,) = paths('<rect x="9" y="9" width="9" height="9" fill="#f00" opacity=".5"/>')
    assert path.solid == (0.5, 0.5)


def test_a_paint_that_is_not_there():
    (path,) = paths('<rect x="9" y="9" width="9" height="9" fill="url(#no) red"/>')
    assert path.fill == (1, 0, 0)
    with pytest.raises(ValueError, match="empty"):
        paths('<rect x="9" y="9" width="9" height="9" fill="url(#no)"/>')
