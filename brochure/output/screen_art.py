"""Drawings as SVG: paths with their inks, pens, gradients and clips, as read of a file."""

from __future__ import annotations

from html import escape

from brochure.model import Ink, Layer, Ops, Path2D, Paths, Pen, Shading
from brochure.pdf.vector_art import inverse, joined

CAPS = ("butt", "round", "square")
JOINS = ("miter", "round", "bevel")
COMMANDS = {"m": "M", "l": "L", "c": "C", "h": "Z"}

Matrix = tuple[float, ...]


def escaped(words: str) -> str:
    """Return words as they stand in an attribute."""
    return escape(words, quote=True)


def short_number(value: float) -> str:
    """Return a length in points, to the hundredth."""
    return f"{round(value, 2) + 0.0:g}"


def exact(value: float) -> str:
    """Return a number of a drawing, which may be of any size; SVG knows exponents."""
    return f"{value + 0.0:.6g}"


def hexed(ink: Ink) -> str:
    """Return an ink as ``#rrggbb``; what a press mixes is shown as near as a screen comes."""
    if len(ink) == 4:
        *colours, black = ink
        ink = tuple([(1.0 - each) * (1.0 - black) for each in colours])
    parts = ink * 3 if len(ink) == 1 else ink
    return "#" + "".join([f"{round(255 * min(max(part, 0.0), 1.0)):02x}" for part in parts])


class Art:
    """The drawings of one page, and what they share: gradients, clips and filters by name."""

    def __init__(self, prefix: str) -> None:
        """Begin with nothing; ``prefix`` keeps the names of two pages apart."""
        self.prefix = prefix
        self._names: dict[str, str] = {}

    def definitions(self) -> str:
        """Return what the drawn parts name."""
        rows = "".join([row.format(name) for row, name in self._names.items()])
        return f"<defs>{rows}</defs>" if rows else ""

    def grey(self, row: str) -> str:
        """Return the name of a filter."""
        return self._named(row)

    def _named(self, row: str) -> str:
        return self._names.setdefault(row, f"{self.prefix}-{len(self._names) + 1}")

    def drawn(self, paths: Paths) -> str:
        """Return a drawing in its own units, y up."""
        return "".join(
            [self._path(each) if isinstance(each, Path2D) else self._layer(each) for each in paths]
        )

    def _layer(self, layer: Layer) -> str:
        clip = solid = ""
        if layer.clip:
            rule = ' clip-rule="evenodd"' if layer.even_odd else ""
            row = f'<clipPath id="{{}}"><path d="{_data(layer.clip)}"{rule}/></clipPath>'
            clip = f' clip-path="url(#{self._named(row)})"'
        if layer.solid < 1.0:
            solid = f' opacity="{exact(layer.solid)}"'
        return f"<g{clip}{solid}>{self.drawn(layer.paths)}</g>"

    def _path(self, path: Path2D) -> str:
        parts = [f'fill="{self._ink(path.fill, path.matrix)}"']
        if path.even_odd:
            parts.append('fill-rule="evenodd"')
        if path.solid[0] < 1.0:
            parts.append(f'fill-opacity="{exact(path.solid[0])}"')
        if path.stroke is not None:
            parts += self._line(path)
        if path.matrix:
            parts.append(f'transform="{_matrix(path.matrix)}"')
        return f'<path {" ".join(parts)} d="{_data(path.ops)}"/>'

    def _line(self, path: Path2D) -> list[str]:
        """Return how a path's line is drawn."""
        pen = path.pen or Pen()
        parts = [
            f'stroke="{self._ink(path.stroke, path.matrix)}"',
            f'stroke-width="{exact(path.line_width)}"',
            f'stroke-linecap="{CAPS[pen.cap]}" stroke-linejoin="{JOINS[pen.join]}"',
            f'stroke-miterlimit="{exact(max(pen.miter, 1.0))}"',
        ]
        if pen.dash:
            dash = " ".join(map(exact, pen.dash))
            parts.append(f'stroke-dasharray="{dash}" stroke-dashoffset="{exact(pen.dash_start)}"')
        if path.solid[1] < 1.0:
            parts.append(f'stroke-opacity="{exact(path.solid[1])}"')
        return parts

    def _ink(self, ink: Ink | Shading | None, matrix: Matrix) -> str:
        if ink is None:
            return "none"
        return self._gradient(ink, matrix) if isinstance(ink, Shading) else hexed(ink)

    def _gradient(self, shading: Shading, matrix: Matrix) -> str:
        """Return a gradient by name; a path that is moved takes its units with it."""
        turn = joined(inverse(matrix), shading.matrix) if matrix else shading.matrix
        stops = "".join(
            [
                f'<stop offset="{exact(where)}" stop-color="{hexed(ink)}"'
                f' stop-opacity="{exact(solid)}"/>'
                for where, ink, solid in shading.stops
            ]
        )
        kind = "linearGradient" if len(shading.points) == 4 else "radialGradient"
        names = ("x1", "y1", "x2", "y2") if len(shading.points) == 4 else _CIRCLES
        pairs = zip(names, shading.points, strict=True)
        where = " ".join([f'{name}="{exact(value)}"' for name, value in pairs])
        row = (
            f'<{kind} id="{{}}" gradientUnits="userSpaceOnUse" {where}'
            f' gradientTransform="{_matrix(turn)}">{stops}</{kind}>'
        )
        return f"url(#{self._named(row)})"


_CIRCLES = ("fx", "fy", "fr", "cx", "cy", "r")


def _data(ops: Ops) -> str:
    """Return an outline as path data."""
    parts = []
    for operator, *points in ops:
        numbers = [float(point) for point in points]
        if operator == "re":
            x, y, width, height = map(exact, numbers)
            parts.append(f"M{x} {y}h{width}v{height}h{exact(-numbers[2])}Z")
        else:
            parts.append(COMMANDS[str(operator)] + " ".join(map(exact, numbers)))
    return "".join(parts)


def _matrix(values: Matrix) -> str:
    return f"matrix({' '.join(map(exact, values))})"
