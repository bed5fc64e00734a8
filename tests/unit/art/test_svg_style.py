from __future__ import annotations

import pytest

from brochure.art import svg_style
from brochure.art.svg_paths import moved
from brochure.art.svg_tree import Node


def node(**attributes: str) -> Node:
    return Node(
        "rect", {key.replace("_", "-"): value for key, value in attributes.items()}, 1, None
    )


def test_style_wins_and_importance_wins_over_all():
    found = svg_style.declared(node(fill="red", stroke="blue", style="fill: lime; x:y"), [])
    assert found == {"fill": "lime", "stroke": "blue"}
    assert svg_style.declared(
        node(fill="inherit", style="stroke:red !important;stroke:blue"), []
    ) == {"stroke": "red"}


def pen(**style: str):
    named = {key.replace("_", "-"): value for key, value in style.items()}
    return svg_style.pen_of({**svg_style.START, **named}, 100.0, 2.0)


def test_pens():
    plain = pen()
    assert (plain.cap, plain.join, plain.miter, plain.dash) == (0, 0, 4.0, ())
    round_ = pen(stroke_linecap="round", stroke_linejoin="bevel", stroke_miterlimit="0.5")
    assert (round_.cap, round_.join, round_.miter) == (1, 2, 1.0)
    dashed = pen(stroke_dasharray="1,2 3%", stroke_dashoffset="5")
    assert dashed.dash == (2, 4, 6, 2, 4, 6)
    assert dashed.dash_start == 10
    assert pen(stroke_dasharray="0 0").dash == pen(stroke_dasharray="3 -1").dash == ()


@pytest.mark.parametrize(
    ("value", "name"),
    [
        ("url(#a)", "a"),
        ("url('#a b')", "a b"),
        (' url( "#a" ) red', "a"),
        ("url(x.svg#a)", ""),
        ("a", ""),
    ],
)
def test_references(value, name):
    assert svg_style.reference(value) == name


@pytest.mark.parametrize(
    ("how", "corner"),
    [
        ("", (0, 50)),
        ("none", (0, 0)),
        ("xMinYMin", (0, 0)),
        ("xMaxYMax meet", (0, 100)),
        ("xMidYMid slice", (-50, 0)),
    ],
)
def test_view_boxes(how, corner):
    matrix = svg_style.viewport((10, 20, 50, 50), how, 100, 200)
    assert moved(matrix, 10, 20) == pytest.approx(corner)


def test_a_transformation_of_css():
    own = {"transform": "translate(10px, 20px) rotate(90deg)"}
    assert moved(svg_style.own_transform("scale(9)", own), 1, 0) == pytest.approx((10, 21))
    with pytest.raises(ValueError, match="transform-origin"):
        svg_style.own_transform("", {**own, "transform-origin": "center"})


@pytest.mark.parametrize(
    ("text", "value"), [("0.5", 0.5), (" 25% ", 0.25), ("7", 1.0), ("-1", 0.0)]
)
def test_fractions(text, value):
    assert svg_style.fraction(text) == value
    with pytest.raises(ValueError, match="number"):
        svg_style.fraction(text + "em")
