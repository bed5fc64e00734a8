"""Shapes of a drawing painted: fills, lines, and the gradients that they name."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from math import sqrt

from brochure._startup.records import replace
from brochure.art import svg_paths, svg_style
from brochure.art.svg_bounds import Box, Mark, hull
from brochure.art.svg_colours import colour
from brochure.art.svg_paths import Matrix, Op, transformed
from brochure.art.svg_scene import Scene, State
from brochure.art.svg_style import Lengths, Style
from brochure.art.svg_tree import Node
from brochure.model import Ink, Path2D, Shading

Paint = tuple[Ink | Shading | None, float]
"""What is painted with, None for nothing, and how solid it is."""
NO_PAINT: Paint = (None, 1.0)


def _circle(lengths: Lengths) -> list[Op]:
    radius = lengths("r")
    return svg_paths.ellipse(lengths("cx"), lengths("cy"), radius, radius)


SHAPES: dict[str, Callable[[Lengths], list[Op]]] = {
    "path": lambda of: svg_paths.path(of.attributes.get("d", "")),
    "rect": lambda of: svg_paths.rectangle(
        of("x"), of("y"), of("width"), of("height"), *of.radii()
    ),
    "circle": _circle,
    "ellipse": lambda of: svg_paths.ellipse(of("cx"), of("cy"), *of.radii()),
    "line": lambda of: svg_paths.line(of("x1"), of("y1"), of("x2"), of("y2")),
    "polyline": lambda of: svg_paths.polygon(of.attributes.get("points", ""), closed=False),
    "polygon": lambda of: svg_paths.polygon(of.attributes.get("points", ""), closed=True),
}


def is_seen(style: Style) -> bool:
    """Return whether shapes of a style are drawn at all."""
    return style["visibility"].lower() == "visible"


def shape(scene: Scene, node: Node, state: State, own: Style) -> Iterator[Mark]:
    """Yield what a shape draws: its fill and its line, the upper one last."""
    style, lengths = state.style, state.lengths(node.attributes)
    ops = SHAPES[node.name](lengths)
    scene.spend(len(ops))
    box = hull(ops)
    fill = NO_PAINT if _is_flat(ops) else _paint("fill", scene, state, box)
    width = svg_style.length(style["stroke-width"], lengths.whole("r"))
    stroke = _paint("stroke", scene, state, box) if width > 0 else NO_PAINT
    if not ops or (fill[0] is None and stroke[0] is None):
        return
    done = transformed(ops, state.matrix)
    even_odd = style["fill-rule"].lower() == "evenodd"
    plain = Path2D(done, fill[0], None, 0.0, even_odd, solid=(fill[1], 1.0))
    filled = Mark(plain, hull(done))
    if stroke[0] is None:
        yield filled
        return
    if any(style[name].lower() != "none" for name in svg_style.MARKERS):
        raise ValueError("has arrows or marks at its ends (`marker`), which cannot be drawn")
    line, reach = _line(ops, done, state, (width, own))
    line = replace(line, stroke=stroke[0], solid=(fill[1], stroke[1]))
    lined = Mark(line, hull(done, reach))
    if fill[0] is None:
        yield lined
    elif _under(style):
        yield from (lined, filled)
    elif line.matrix:
        yield from (filled, lined)
    else:
        yield Mark(replace(line, fill=fill[0], even_odd=even_odd), lined.box)


def _is_flat(ops: list[Op]) -> bool:
    """Return whether an outline has no area: PDF would fill it with a hairline, SVG does not."""
    points = [(float(op[at]), float(op[at + 1])) for op in ops for at in range(1, len(op), 2)]
    if not points:
        return True
    x, y = points[0]
    far = max(points, key=lambda point: abs(point[0] - x) + abs(point[1] - y))
    dx, dy = far[0] - x, far[1] - y
    slack = svg_paths.LEAST * (abs(dx) + abs(dy)) ** 2
    return all(abs((px - x) * dy - (py - y) * dx) <= slack for px, py in points)


def _under(style: Style) -> bool:
    """Return whether a line lies under the fill (SVG 2, paint-order)."""
    order = style["paint-order"].lower().split()
    return order[0] == "stroke" or order[:2] == ["markers", "stroke"]


def _line(
    ops: list[Op], done: tuple[Op, ...], state: State, line: tuple[float, Style]
) -> tuple[Path2D, float]:
    """Return a shape's line without its ink, and how far that reaches from the outline."""
    width, own = line
    fixed = own.get("vector-effect", "none").lower() == "non-scaling-stroke"
    whole = state.lengths({}).whole("r")
    reach = width / 2 * (1.0 if fixed else _longest(state.matrix))
    if _stretches(state.matrix) and not fixed:
        pen = svg_style.pen_of(state.style, whole, 1.0)
        flat = transformed(ops, svg_paths.IDENTITY)
        return Path2D(flat, line_width=width, pen=pen, matrix=state.matrix), reach
    scale = 1.0 if fixed else _size(state.matrix)
    pen = svg_style.pen_of(state.style, whole, scale)
    return Path2D(done, line_width=width * scale, pen=pen), reach


def _stretches(matrix: Matrix) -> bool:
    """Return whether a line would come out wider one way than the other."""
    a, b, c, d, _, _ = matrix
    size = a * a + b * b
    return abs(size - c * c - d * d) > 1e-3 * size or abs(a * c + b * d) > 1e-3 * size


def _size(matrix: Matrix) -> float:
    """Return how much longer lines become."""
    return sqrt(abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]))


def _longest(matrix: Matrix) -> float:
    """Return how much longer a line can become."""
    a, b, c, d, _, _ = matrix
    return max(sqrt(a * a + b * b), sqrt(c * c + d * d))


def _paint(name: str, scene: Scene, state: State, box: Box) -> Paint:
    """Return what a fill or a line is painted with."""
    value = state.style[name]
    if value.lower() == "currentcolor":
        value = state.style["color"]
    word = value.lower()
    if word in ("none", "transparent", "context-fill", "context-stroke"):
        return NO_PAINT
    solid = svg_style.fraction(state.style[f"{name}-opacity"])
    ink, own = _server(value, scene, state, box) if word.startswith("url(") else colour(value)
    return (ink, solid * own) if solid * own > 0 else NO_PAINT


def _server(value: str, scene: Scene, state: State, box: Box) -> Paint:
    """Return what a named gradient paints with."""
    from brochure.art.svg_paints import paint

    name = svg_style.reference(value)
    if not name:
        raise ValueError("is filled from another file, which cannot be drawn")
    node = scene.ids.get(name)
    if node is None:
        after = value.partition(")")[2].strip()
        return colour(after) if after and after.lower() != "none" else NO_PAINT
    place = (state.matrix, box, state.width, state.height)
    return paint(node, scene.ids, scene.declared, place)
