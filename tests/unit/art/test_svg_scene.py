from __future__ import annotations

import pytest

from brochure.art.svg_paths import IDENTITY, MOST_OPS, moved
from brochure.art.svg_scene import MOST_LINKS, Scene, State
from brochure.art.svg_style import START
from brochure.art.svg_tree import Node


def test_the_first_of_a_name_counts():
    root = Node("svg", {}, 1, None)
    root.children = [Node("g", {"id": "a"}, line, root) for line in (2, 3)]
    scene = Scene(root)
    assert scene.ids["a"].line == 2
    assert scene.named(Node("use", {"href": " #a "}, 1, root)) is root.children[0]
    assert scene.named(Node("use", {"href": "#b"}, 1, root)) is None


def test_points_run_out():
    scene = Scene(Node("svg", {}, 1, None))
    scene.spend(MOST_OPS)
    with pytest.raises(ValueError, match="points"):
        scene.spend(1)


def test_what_surrounds_an_element():
    state = State(START, IDENTITY, 100, 50)
    inner = state.entered(
        Node("g", {"transform": "scale(2)"}, 1, None), {"fill": "red", "opacity": "0"}
    )
    assert inner.style == {**START, "fill": "red"}
    assert moved(inner.matrix, 1, 1) == (2, 2)
    copy = inner.shifted(Node("use", {"x": "10%", "y": "3"}, 1, None))
    assert moved(copy.matrix, 0, 0) == (20, 6)
    assert copy.links == 1
    with pytest.raises(ValueError, match="too often"):
        State(START, IDENTITY, 1, 1, MOST_LINKS).shifted(Node("use", {}, 1, None))
