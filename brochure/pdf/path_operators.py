"""Inks and outlines as operators of a content stream (ISO 32000-1, 8.4 to 8.6)."""

from __future__ import annotations

from brochure.model import Box, Ink, Ops, Path2D, Pen
from brochure.pdf.objects import numbers
from brochure.remember import known, remember

FILL = {1: "g", 3: "rg", 4: "k"}
STROKE = {1: "G", 3: "RG", 4: "K"}
KNOWN_PATHS = 128
"""How many paths a process remembers."""
PAINTING = {(True, False): "f", (False, True): "S", (True, True): "B", (False, False): "n"}
"""The operator that paints a path, by whether it is filled and stroked."""


def fill_ink(ink: Ink) -> str:
    """Return the operator that sets the fill colour."""
    return f"{numbers(ink)} {FILL[len(ink)]}"


def stroke_ink(ink: Ink) -> str:
    """Return the operator that sets the stroke colour."""
    return f"{numbers(ink)} {STROKE[len(ink)]}"


def coordinate(value: float) -> str:
    """Return a number of a path, short; PDF knows no exponents (ISO 32000-1, 7.3.3)."""
    text = f"{value + 0.0:.4g}"  # + 0.0: no -0
    return f"{value:.8f}".rstrip("0").rstrip(".") if "e" in text else text


COORDINATES = known(coordinate, 4096)
"""The words of coordinates: the modules of a code stand on a few dozen lines."""


def exact(values: tuple[float, ...]) -> str:
    """Return the numbers of a matrix: small ones count, too."""
    texts = (f"{value + 0.0:.9f}".rstrip("0").rstrip(".") for value in values)
    return " ".join(["0" if text == "-0" else text for text in texts])


def outline(ops: Ops) -> str:
    """Return the operators that build a path."""
    parts = []
    for operator, *points in ops:
        coordinates = " ".join([COORDINATES[float(point)] for point in points])
        parts.append(f"{coordinates} {operator}" if coordinates else str(operator))
    return " ".join(parts)


CIRCLE = 0.5523
"""How far the handles of a quarter circle stand, as a share of its radius."""


def rounded(box: Box) -> str:
    """Return the operators that build a rectangle with round corners."""
    rect, radius = box.rect, min(box.radius, box.rect.width / 2, box.rect.height / 2)
    back = radius * (1 - CIRCLE)
    corners = (  # of each: the point, and where its two sides point to from there
        (rect.right, rect.y, (-1, 0), (0, 1)),
        (rect.right, rect.top, (0, -1), (-1, 0)),
        (rect.x, rect.top, (1, 0), (0, -1)),
        (rect.x, rect.y, (0, 1), (1, 0)),
    )
    parts = [f"{numbers((rect.x + radius, rect.y))} m"]
    for x, y, before, after in corners:
        ends = ((before, radius), (before, back), (after, back), (after, radius))
        start, *curve = [(x + dx * far, y + dy * far) for (dx, dy), far in ends]
        points = " ".join([numbers(point) for point in curve])
        parts.append(f"{numbers(start)} l {points} c")
    return " ".join([*parts, "h"])


def pen_operators(pen: Pen) -> str:
    """Return the operators that set how lines end and join."""
    dash = f"[{' '.join(map(coordinate, pen.dash))}] {coordinate(pen.dash_start)} d"
    miter = coordinate(max(pen.miter, 1.0))
    return f"{pen.cap} J {pen.join} j {miter} M {dash}"


@remember(KNOWN_PATHS)
def path_operators(path: Path2D) -> bytes:
    """Return the operators that paint a path; marks and codes come again and again.

    Where an ink is a gradient the colour is set already, and the path has () for it.
    """
    parts = [fill_ink(path.fill)] if isinstance(path.fill, tuple) and path.fill else []
    if path.stroke is not None:
        parts += [stroke_ink(path.stroke)] if isinstance(path.stroke, tuple) and path.stroke else []
        parts.append(f"{coordinate(path.line_width)} w")
    apart = path.pen is not None or path.matrix
    if path.pen is not None:
        parts.append(pen_operators(path.pen))
    if path.matrix:
        parts.append(f"{exact(path.matrix)} cm")
    if path.ops:
        parts.append(outline(path.ops))
    star = "*" if path.even_odd and path.fill is not None else ""
    parts.append(PAINTING[path.fill is not None, path.stroke is not None] + star)
    return " ".join(["q", *parts, "Q"] if apart else parts).encode()
