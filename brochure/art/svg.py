"""A reader of SVG logos: shapes, gradients, clips and copies become paths, all else is refused.

It expands no entity and opens no file.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from brochure._startup.records import dataclass, replace
from brochure.art import svg_paths, svg_style
from brochure.art.svg_bounds import Box, Mark, apart, around, common, holds, is_empty, tight
from brochure.art.svg_paths import joined, transformed
from brochure.art.svg_scene import Scene, State
from brochure.art.svg_shapes import SHAPES, is_seen, shape
from brochure.art.svg_style import START, Style
from brochure.art.svg_tree import NOTHING, Node, read_tree
from brochure.model import Layer, Path2D, Paths

OVERLAP = 1e-3
"""How far ink may reach over the drawing's edge uncut, in parts of its longer side."""
HINTS = {
    **dict.fromkeys(("text", "flowRoot"), "turn the words into outlines (paths)"),
    "image": "a photo inside a drawing cannot be used; take shapes only",
}


@dataclass(frozen=True, slots=True)
class Drawn:
    """A drawing: its size and its paths, in its own units, y up from the lower left corner."""

    width: float
    height: float
    paths: Paths
    boxes: tuple[Box, ...]  # around the ink of each path


def read_svg(data: bytes) -> Drawn:
    """Return a drawing.

    Raises ValueError, naming the element and its line, for whatever cannot be drawn as it looks
    elsewhere, and for a file that is damaged, hostile, over 1 MB or without a shape.
    """
    root = read_tree(data)
    try:
        scene = Scene(root)
        state, width, height = _frame(root)
        scene.side = max(width, height)
        marks = _at_edges(_element(scene, root, state), width, height)
    except ValueError as error:
        raise root.at(error) from None
    if not marks:
        raise ValueError("the drawing is empty: it has no shape with a colour inside its edges")
    paths, boxes = tuple(mark.path for mark in marks), tuple(mark.box for mark in marks)
    return Drawn(width, height, paths, boxes)


# ---------------------------------------------------------------- the frame


def _frame(root: Node) -> tuple[State, float, float]:
    """Return how the drawing begins, its width and its height."""
    if root.name != "svg":
        raise ValueError("is not the beginning of an SVG drawing")
    box = svg_paths.numbers(root.attributes.get("viewBox", ""))
    sides = [root.attributes.get(side, "100%") or "100%" for side in ("width", "height")]
    if not box:
        box = [0.0, 0.0, *(svg_style.length(side, 0.0) for side in sides)]
    if len(box) != 4 or min(box[2:]) <= 0:
        raise ValueError("does not say how large the drawing is (`viewBox`)")
    how = root.attributes.get("preserveAspectRatio", "").strip()
    width, height = _page(box, how, sides)
    inner = svg_style.viewport(box, how, width, height)
    matrix = joined((1.0, 0.0, 0.0, -1.0, 0.0, height), inner)
    return State(START, matrix, box[2], box[3]), width, height


def _page(box: Sequence[float], how: str, sides: Sequence[str]) -> tuple[float, float]:
    """Return the page's size: the view box's, but where it is stretched or cut to another."""
    if not how.startswith("none") and not how.endswith("slice"):
        return box[2], box[3]
    wide, high = (svg_style.length(side, 0.0) for side in sides)
    if min(wide, high) <= 0:
        return box[2], box[3]
    return wide * box[3] / high, box[3]


def _at_edges(marks: Sequence[Mark], width: float, height: float) -> Sequence[Mark]:
    """Return what can be seen of what is drawn, cut at the drawing's edges."""
    page = (0.0, 0.0, width, height)
    slack = OVERLAP * max(width, height)
    near = [mark if holds(page, mark.box, slack) else tight(mark) for mark in marks]
    seen = [mark for mark in near if not is_empty(common(mark.box, page))]
    if all(holds(page, mark.box, slack) for mark in seen):
        return seen
    edge = svg_paths.rectangle(0.0, 0.0, width, height, 0.0, 0.0)
    boxes = [common(page, mark.box) for mark in seen]
    return [Mark(Layer(tuple(mark.path for mark in seen), tuple(edge)), around(boxes))]


# ------------------------------------------------------------- the elements


def _element(scene: Scene, node: Node, state: State) -> list[Mark]:
    """Return what an element draws; raise ValueError, with its place, if that cannot be done."""
    try:
        scene.spend(1)
        if node.name in NOTHING:
            return []
        own = scene.declared(node)
        solid = svg_style.fraction(own.get("opacity", "1"))
        if own.get("display", "").lower() == "none" or not solid:
            return []
        svg_style.check(own)
        inner = state.entered(node, own)
        marks = _content(scene, node, inner, own)
        for name in ("clip-path", "mask"):
            if own.get(name, "none").lower() != "none" and marks:
                from brochure.art.svg_clips import cut_by

                marks = cut_by(scene, marks, (name, own[name]), inner)
        return _faded(marks, solid)
    except ValueError as error:
        raise node.at(error) from None


def _content(scene: Scene, node: Node, state: State, own: Style) -> list[Mark]:
    """Return what is in an element, or its own shape."""
    name = node.name
    if name in SHAPES:
        return list(shape(scene, node, state, own)) if is_seen(state.style) else []
    if name in ("g", "a") or node.parent is None:
        return _all(scene, node.children, state)
    if name == "svg":
        return _inner(scene, node, state, node.attributes)
    if name == "use":
        return _copy(scene, node, state)
    if name == "switch":
        return _all(scene, [child for child in node.children if not _asks(child)][:1], state)
    if name in ("text", "flowRoot") and not any(each.words.strip() for each in node.all()):
        return []
    raise ValueError(f"cannot be drawn: {HINTS.get(name, 'save it as plain shapes')}")


def _all(scene: Scene, nodes: Sequence[Node], state: State) -> list[Mark]:
    return [mark for node in nodes for mark in _element(scene, node, state)]


def _asks(node: Node) -> bool:
    """Return whether an element is for programs that know more than SVG."""
    return "requiredExtensions" in node.attributes or node.name == "foreignObject"


def _inner(scene: Scene, node: Node, state: State, given: Mapping[str, str]) -> list[Mark]:
    """Return what a drawing inside another draws, or a symbol, of the size that is given."""
    sides = {key: given[key] for key in ("width", "height") if key in given}
    lengths = state.lengths({**node.attributes, **sides})
    wide, high = lengths("width", "100%"), lengths("height", "100%")
    if min(wide, high) <= 0:
        return []
    if node.name == "svg":
        state = state.moved((1.0, 0.0, 0.0, 1.0, lengths("x"), lengths("y")))
    page = transformed(svg_paths.rectangle(0.0, 0.0, wide, high, 0.0, 0.0), state.matrix)
    box = svg_paths.numbers(node.attributes.get("viewBox", ""))
    if len(box) == 4 and min(box[2:]) > 0:
        how = node.attributes.get("preserveAspectRatio", "")
        state = state.moved(svg_style.viewport(box, how, wide, high))
        wide, high = box[2], box[3]
    marks = _all(scene, node.children, replace(state, width=wide, height=high))
    if scene.declared(node).get("overflow", "hidden").lower() in ("visible", "auto"):
        return marks
    from brochure.art.svg_clips import Piece, cut

    return cut(marks, [Piece(page, False)], scene.side)


def _copy(scene: Scene, node: Node, state: State) -> list[Mark]:
    """Return what a copy draws: the element that it names, moved."""
    if not node.attributes.get("href", "").strip().startswith("#"):
        raise ValueError("takes a shape from another file, which cannot be drawn")
    target = scene.named(node)
    if target is None:
        return []
    inner = state.shifted(node)
    if target.name == "symbol":
        return _inner(scene, target, inner.styled(scene.declared(target)), node.attributes)
    return _element(scene, target, inner)


def _faded(marks: list[Mark], solid: float) -> list[Mark]:
    """Return what is drawn, seen through: one by one where nothing overlaps, else as one."""
    if solid >= 1.0 or not marks:
        return marks
    boxes = [mark.box for mark in marks]
    if apart(boxes) and all(_is_single(mark.path) for mark in marks):
        return [Mark(_thinned(mark.path, solid), mark.box) for mark in marks]
    layer = Layer(tuple(mark.path for mark in marks), solid=solid)
    return [Mark(layer, around(boxes))]


def _is_single(path: Path2D | Layer) -> bool:
    """Return whether no part of a path lies over another."""
    return isinstance(path, Path2D) and (path.fill is None or path.stroke is None)


def _thinned(path: Path2D | Layer, solid: float) -> Path2D | Layer:
    if isinstance(path, Layer):
        return Layer((path,), solid=solid)
    return replace(path, solid=(path.solid[0] * solid, path.solid[1] * solid))
