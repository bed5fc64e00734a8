"""Outlines that cut a drawing: clips, and masks that are nothing else (SVG 1.1, 14)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from brochure._startup.records import dataclass, replace
from brochure.art import svg_style
from brochure.art.svg_bounds import (
    Box,
    Mark,
    apart,
    around,
    common,
    holds,
    hull,
    is_empty,
    rectangle,
)
from brochure.art.svg_colours import colour
from brochure.art.svg_paths import Op, transformed
from brochure.art.svg_scene import MOST_LINKS, Scene, State
from brochure.art.svg_shapes import SHAPES, is_seen
from brochure.art.svg_style import START, Style
from brochure.art.svg_tree import NOTHING, Node
from brochure.model import Layer

SLACK = 1e-3
"""How far ink may reach over a clip that is no clip, in parts of the drawing's longer side."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One shape of a clip, in the drawing's units."""

    ops: tuple[Op, ...]
    even_odd: bool


def cut(marks: list[Mark], pieces: Sequence[Piece], side: float) -> list[Mark]:
    """Return what a clip leaves of what is drawn; ``side`` is the drawing's longer one."""
    boxes = [hull(piece.ops) for piece in pieces]
    for piece in pieces:
        square = rectangle(piece.ops)
        if square and all(holds(square, mark.box, SLACK * side) for mark in marks):
            return marks
    clip = around(boxes)
    left = [Mark(mark.path, common(mark.box, clip)) for mark in marks]
    left = [mark for mark in left if not is_empty(mark.box)]
    if not left:
        return []
    outline = _union(pieces, boxes)
    layer = Layer(tuple(mark.path for mark in left), outline.ops, outline.even_odd)
    return [Mark(layer, around([mark.box for mark in left]))]


def _union(pieces: Sequence[Piece], boxes: Sequence[Box]) -> Piece:
    """Return one outline around all that any piece covers; raises ValueError."""
    if len(pieces) == 1:
        return pieces[0]
    rules = {piece.even_odd for piece in pieces}
    ops = tuple(op for piece in pieces for op in piece.ops)
    if len(rules) <= 1 and apart(boxes):
        return Piece(ops, True in rules)
    parts = [_parts(piece.ops) for piece in pieces]
    if any(len(part) > 1 for part in parts):
        raise ValueError("is cut by shapes that lie over one another, which cannot be drawn")
    return Piece(tuple(op for (part,) in parts for op in _forward(part)), False)


def _parts(ops: Sequence[Op]) -> list[tuple[Op, ...]]:
    """Return the parts of an outline, each from its move on."""
    number = 0
    numbered = []
    for op in ops:
        number += op[0] == "m"
        numbered.append((number, op))
    return [tuple(op for _, op in group) for _, group in groupby(numbered, lambda pair: pair[0])]


def _forward(ops: Sequence[Op]) -> tuple[Op, ...]:
    """Return a part that turns left, the other way round if it turns right."""
    points = [(float(op[-2]), float(op[-1])) for op in ops if len(op) > 1]
    ring = zip(points, [*points[1:], points[0]], strict=True)
    if sum(a[0] * b[1] - b[0] * a[1] for a, b in ring) >= 0:
        return tuple(ops)
    drawn = [op for op in ops if len(op) > 1]
    back: list[Op] = [("m", *drawn[-1][-2:])]
    for number in range(len(drawn) - 1, 0, -1):
        name, *rest = drawn[number]
        end = drawn[number - 1][-2:]
        back.append(("c", *rest[2:4], *rest[:2], *end) if name == "c" else ("l", *end))
    return (*back, ("h",))


# ------------------------------------------------------------ named clips


def cut_by(scene: Scene, marks: list[Mark], cuts: tuple[str, str], state: State) -> list[Mark]:
    """Return what a named clip, or a mask that is one, leaves of what is drawn.

    ``cuts`` is the property and its value. Raises ValueError for a mask that is more than that.
    """
    name, value = cuts
    node = scene.ids.get(svg_style.reference(value))
    if node is None and svg_style.reference(value):
        return marks
    if node is None or node.name not in ("clipPath", "mask"):
        raise ValueError(f"has a `{name}`, which cannot be drawn")
    if state.links >= MOST_LINKS:
        raise ValueError("is cut by clips that lead in a ring")
    state = replace(state, links=state.links + 1)
    own = scene.declared(node)
    inner = _inside(node, own, marks, state)
    pieces = [piece for child in node.children for piece in _pieces(scene, child, inner, node)]
    left = cut(marks, pieces, scene.side)
    for more in ("clip-path", "mask"):
        if own.get(more, "none").lower() != "none" and left:
            left = cut_by(scene, left, (more, own[more]), state)
    return left


def _inside(node: Node, own: Style, marks: list[Mark], state: State) -> State:
    """Return what surrounds the shapes of a clip."""
    units = node.attributes.get("clipPathUnits") or node.attributes.get("maskContentUnits")
    if units == "objectBoundingBox":
        left, foot, right, top = around([mark.box for mark in marks])
        state = replace(state, matrix=(right - left, 0.0, 0.0, foot - top, left, top))
    return replace(state, style=START).entered(node, own)


def _pieces(scene: Scene, node: Node, state: State, clip: Node) -> Iterator[Piece]:
    """Yield the outlines of a clip's element; raise ValueError if it is more than that."""
    scene.spend(1)
    own = scene.declared(node)
    if node.name in NOTHING or own.get("display", "").lower() == "none":
        return
    inner = state.entered(node, own)
    if own.get("clip-path", "none").lower() != "none":
        raise ValueError("is cut by a clip that is cut itself, which cannot be drawn")
    target = scene.named(node)
    if node.name == "use" and target is not None:
        yield from _pieces(scene, target, inner.shifted(node), clip)
    elif node.name == "g" and clip.name == "mask":
        for child in node.children:
            yield from _pieces(scene, child, inner, clip)
    elif node.name in SHAPES:
        yield from _piece(scene, node, inner, (own, clip))
    else:
        raise ValueError(f"is cut by a `{node.name}`, which cannot be drawn")


def _piece(scene: Scene, node: Node, state: State, given: tuple[Style, Node]) -> Iterator[Piece]:
    """Yield the outline of a clip's shape."""
    own, clip = given
    if clip.name == "mask":
        _check_mask(scene.declared(clip), own, state.style)
    ops = SHAPES[node.name](state.lengths(node.attributes))
    scene.spend(len(ops))
    rule = state.style["clip-rule" if clip.name == "clipPath" else "fill-rule"].lower()
    if ops and is_seen(state.style):
        yield Piece(transformed(ops, state.matrix), rule == "evenodd")


def _check_mask(mask: Style, own: Style, style: Style) -> None:
    """Raise ValueError for a mask's shape that is anything but a hole with a sharp edge."""
    ink, solid = colour(style["fill"]) if style["fill"].lower() != "none" else ((0.0,), 0.0)
    solid *= svg_style.fraction(own.get("opacity", "1")) * svg_style.fraction(style["fill-opacity"])
    bright = mask.get("mask-type", "luminance").lower() == "alpha" or min(ink) > 0.99
    if not bright or solid < 0.999 or style["stroke"].lower() != "none":
        raise ValueError("has a `mask`, which cannot be drawn")
