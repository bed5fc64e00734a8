"""Gradients of a drawing as shadings (SVG 1.1, 13.2)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import hypot

from brochure.art import svg_paths, svg_style
from brochure.art.svg_bounds import Box, is_empty
from brochure.art.svg_colours import colour
from brochure.art.svg_paths import Matrix, joined
from brochure.art.svg_tree import Node
from brochure.model import Ink, Shading

MOST_LINKS = 8
"""Gradients that take over from one another."""
MOST_STOPS, MOST_REPEATS = 100, 20
GRADIENTS = ("linearGradient", "radialGradient")
_WHOLE = {"x2": "100%", "cx": "50%", "cy": "50%", "r": "50%"}
"""What the attributes are where a gradient does not say."""

Stop = tuple[float, Ink, float]
Declared = Callable[[Node], dict[str, str]]


def paint(
    node: Node, ids: Mapping[str, Node], declared: Declared, place: tuple[Matrix, Box, float, float]
) -> tuple[Ink | Shading | None, float]:
    """Return what a gradient paints, and how solid that is; None if it paints nothing.

    ``place`` is the matrix and the box of what is painted, and the drawing's sides. Raises
    ValueError for a pattern, or a gradient that cannot be drawn.
    """
    if node.name not in GRADIENTS:
        raise ValueError(f"is filled with a `{node.name}`, which cannot be drawn")
    attributes, source = _gathered(node, ids)
    stops = _stops(source, declared)
    if not stops:
        return None, 1.0
    if len(stops) == 1:
        return stops[0][1], stops[0][2]
    matrix, box, width, height = place
    own = attributes.get("gradientUnits", "objectBoundingBox") == "userSpaceOnUse"
    if not own:
        if is_empty(box) or box[2] <= box[0] or box[3] <= box[1]:
            return None, 1.0
        matrix = joined(matrix, (box[2] - box[0], 0.0, 0.0, box[3] - box[1], box[0], box[1]))
        width = height = 1.0
    matrix = joined(matrix, svg_paths.transform(attributes.get("gradientTransform", "")))
    lengths = svg_style.Lengths(attributes, width, height)
    points = _line(lengths) if node.name == GRADIENTS[0] else _circles(lengths, attributes)
    if not points or abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]) < svg_paths.LEAST:
        return stops[-1][1], stops[-1][2]
    spread = attributes.get("spreadMethod", "pad")
    if spread in ("repeat", "reflect"):
        points, stops = _repeated(points, stops, spread == "reflect")
    return Shading(points, tuple(stops), matrix), 1.0


def _gathered(node: Node, ids: Mapping[str, Node]) -> tuple[dict[str, str], Node]:
    """Return a gradient's attributes with those it takes over, and the one that has the stops."""
    attributes: dict[str, str] = {}
    source, current = node, node
    for _ in range(MOST_LINKS):
        attributes = {**current.attributes, **attributes}
        if not any(child.name == "stop" for child in source.children):
            source = current
        nearest = ids.get(current.attributes.get("href", "").strip().removeprefix("#"))
        if nearest is None or nearest.name not in GRADIENTS:
            return attributes, source
        current = nearest
    raise ValueError("is filled with a gradient that leads in a ring")


def _stops(source: Node, declared: Declared) -> list[Stop]:
    """Return the stops of a gradient, in rising order."""
    stops: list[Stop] = []
    for node in [child for child in source.children if child.name == "stop"][:MOST_STOPS]:
        style = declared(node)
        word = style.get("stop-color", "black")
        if word.lower() == "currentcolor":
            word = style.get("color", "black")
        ink, solid = colour(word)
        solid *= svg_style.fraction(style.get("stop-opacity", "1"))
        where = svg_style.fraction(node.attributes.get("offset", "0") or "0")
        stops.append((max(where, stops[-1][0] if stops else 0.0), ink, solid))
    return stops


def _line(lengths: svg_style.Lengths) -> tuple[float, ...]:
    """Return the line of a gradient; nothing if it has no length."""
    ends = [lengths(name, _WHOLE.get(name, "0")) for name in ("x1", "y1", "x2", "y2")]
    return tuple(ends) if ends[:2] != ends[2:] else ()


def _circles(lengths: svg_style.Lengths, given: Mapping[str, str]) -> tuple[float, ...]:
    """Return the inner and the outer circle of a gradient; nothing if it has no size."""
    x, y, radius = (lengths(name, _WHOLE[name]) for name in ("cx", "cy", "r"))
    fx, fy = lengths("fx", given.get("cx", "50%")), lengths("fy", given.get("cy", "50%"))
    inner = lengths("fr", "0")
    if radius <= 0 or inner >= radius:
        return ()
    far, most = hypot(fx - x, fy - y), (radius - inner) * 0.999
    if far > most:
        fx, fy = x + (fx - x) * most / far, y + (fy - y) * most / far
    return fx, fy, inner, x, y, radius


def _repeated(
    points: tuple[float, ...], stops: list[Stop], mirrored: bool
) -> tuple[tuple[float, ...], list[Stop]]:
    """Return a gradient drawn so long that its repeats lie in it."""
    if len(points) != 4:
        raise ValueError("is filled with a round gradient that repeats, which cannot be drawn")
    before, after = -MOST_REPEATS // 2, MOST_REPEATS // 2
    count = after - before
    found: list[Stop] = []
    for number in range(before, after):
        turned = mirrored and number % 2
        row = (
            [(1 - where, ink, solid) for where, ink, solid in reversed(stops)] if turned else stops
        )
        found += [((number - before + where) / count, ink, solid) for where, ink, solid in row]
    x0, y0, x1, y1 = points
    dx, dy = x1 - x0, y1 - y0
    return (x0 + before * dx, y0 + before * dy, x0 + after * dx, y0 + after * dy), found
