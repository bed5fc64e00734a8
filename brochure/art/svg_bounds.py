"""Where the ink of a drawing lies: upright boxes around outlines, and boxes cut by boxes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from brochure._startup.records import dataclass
from brochure.art.svg_paths import Op
from brochure.model import Layer, Path2D

Box = tuple[float, float, float, float]
"""Left, lower, right and upper edge."""
NOWHERE: Box = (1.0, 1.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Mark:
    """Something drawn, and a box that its ink stays in: that of its points, as a rule."""

    path: Path2D | Layer
    box: Box


def hull(ops: Sequence[Op], around: float = 0.0) -> Box:
    """Return the box around an outline's points, so much wider on every side."""
    xs = [float(value) for op in ops for value in op[1::2]]
    ys = [float(value) for op in ops for value in op[2::2]]
    if not xs:
        return NOWHERE
    return min(xs) - around, min(ys) - around, max(xs) + around, max(ys) + around


def ink_box(ops: Sequence[Op], around: float = 0.0) -> Box:
    """Return the box around an outline, curves cut into pieces."""
    points: list[tuple[float, float]] = []
    for name, *rest in ops:
        numbers = [float(value) for value in rest]
        if name == "c" and points:
            points += _along(points[-1], numbers)
        elif numbers:
            points.append((numbers[-2], numbers[-1]))
    if not points:
        return NOWHERE
    xs, ys = zip(*points, strict=True)
    return min(xs) - around, min(ys) - around, max(xs) + around, max(ys) + around


def tight(mark: Mark) -> Mark:
    """Return a mark with the least box, where that is known."""
    path = mark.path
    if isinstance(path, Layer) or path.matrix:
        return mark
    around_ = path.line_width / 2 if path.stroke is not None else 0.0
    return Mark(path, ink_box(path.ops, around_))


PIECES = 8


def _along(start: tuple[float, float], rest: list[float]) -> list[tuple[float, float]]:
    """Return points along a curve, its end included."""
    found = []
    for number in range(1, PIECES + 1):
        t, u = number / PIECES, 1 - number / PIECES
        a, b, c, d = u**3, 3 * u * u * t, 3 * u * t * t, t**3
        found.append(
            (
                a * start[0] + b * rest[0] + c * rest[2] + d * rest[4],
                a * start[1] + b * rest[1] + c * rest[3] + d * rest[5],
            )
        )
    return found


def common(a: Box, b: Box) -> Box:
    """Return the box that lies in both; its edges are crossed if there is none."""
    return max(a[0], b[0]), max(a[1], b[1]), min(a[2], b[2]), min(a[3], b[3])


def around(boxes: Iterable[Box]) -> Box:
    """Return the box around boxes."""
    real = [box for box in boxes if not is_empty(box)]
    if not real:
        return NOWHERE
    return (
        *(min(box[0] for box in real), min(box[1] for box in real)),
        *(max(box[2] for box in real), max(box[3] for box in real)),
    )


def is_empty(box: Box) -> bool:
    """Return whether a box holds nothing, not even a line."""
    return box[2] < box[0] or box[3] < box[1]


def holds(outer: Box, inner: Box, slack: float) -> bool:
    """Return whether a box reaches nowhere further than so much over another."""
    return (
        inner[0] >= outer[0] - slack
        and inner[1] >= outer[1] - slack
        and inner[2] <= outer[2] + slack
        and inner[3] <= outer[3] + slack
    )


def apart(boxes: Sequence[Box]) -> bool:
    """Return whether no box overlaps another."""
    for number, one in enumerate(boxes):
        for other in boxes[:number]:
            left, foot, right, top = common(one, other)
            if right > left and top > foot:
                return False
    return True


def rectangle(ops: Sequence[Op]) -> Box | None:
    """Return the box that an outline is, if it is an upright rectangle."""
    names = "".join(str(op[0]) for op in ops)
    if names not in ("mlllh", "mllllh", "mllll", "mlll"):
        return None
    box = hull(ops)
    corners = [(float(op[1]), float(op[2])) for op in ops if len(op) == 3]
    if set(corners) != {(x, y) for x in (box[0], box[2]) for y in (box[1], box[3])}:
        return None
    upright = all(a[0] == b[0] or a[1] == b[1] for a, b in pairwise(corners))
    return box if upright else None
