"""Outlines of SVG shapes as moves, lines and curves, in the drawing's own units, y down.

A ValueError says what is wrong as the rest of a sentence that begins with the element.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from math import atan2, ceil, cos, hypot, isfinite, pi, radians, sin, sqrt, tan

from brochure._startup.kept_patterns import compiled

Op = tuple[str | float, ...]
Matrix = tuple[float, float, float, float, float, float]
"""As in SVG and PDF: x' = a x + c y + e, y' = b x + d y + f."""

IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
MOST_OPS = 20_000
MOST = 1e6
"""Larger numbers are a mistake, and would not survive the way into a PDF."""
LEAST = 1e-9
KAPPA = 0.5522847498
"""How far a quarter circle's control points lie from its ends, in radii."""

_BLANK = " \t\r\n\f,"
_NUMBER = compiled(rf"[{_BLANK}]*([-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?)")
_FLAG = compiled(rf"[{_BLANK}]*([01])")
_COMMAND = compiled(rf"[{_BLANK}]*([A-Za-z])")
_ARGUMENTS = {
    **{"M": "xy", "L": "xy", "H": "x", "V": "y", "Z": ""},
    **{"C": "xyxyxy", "S": "xyxy", "Q": "xyxy", "T": "xy", "A": "...!!xy"},
}
"""What each command takes: abscissas, ordinates, flags (!) and other numbers."""


class Pen:
    """Writes an outline; every method takes absolute points and moves the pen."""

    def __init__(self) -> None:
        self.ops: list[Op] = []
        self.x = self.y = 0.0
        self.cubic = self.quadratic = self._start = (0.0, 0.0)
        self._up = True

    def _put(self, *op: str | float) -> None:
        if self._up:
            self._up = False
            self.ops.append(("m", self.x, self.y))
        self.ops.append(op)
        if len(self.ops) > MOST_OPS:
            raise too_long()

    def _to(self, x: float, y: float) -> None:
        self.x, self.y = x, y
        self.cubic = self.quadratic = x, y

    def move(self, x: float, y: float) -> None:
        """Begin a new part."""
        self._to(x, y)
        self._start = x, y
        self._up = True

    def line(self, x: float, y: float) -> None:
        """Draw a straight line."""
        self._put("l", x, y)
        self._to(x, y)

    def curve(self, a: float, b: float, c: float, d: float, x: float, y: float) -> None:
        """Draw a cubic curve."""
        self._put("c", a, b, c, d, x, y)
        self._to(x, y)
        self.cubic = c, d

    def bend(self, a: float, b: float, x: float, y: float) -> None:
        """Draw a quadratic curve."""
        first = self.x + (a - self.x) * 2 / 3, self.y + (b - self.y) * 2 / 3
        self._put("c", *first, x + (a - x) * 2 / 3, y + (b - y) * 2 / 3, x, y)
        self._to(x, y)
        self.quadratic = a, b

    def arc(
        self, rx: float, ry: float, tilt: float, large: float, sweep: float, x: float, y: float
    ) -> None:
        """Draw an elliptic arc; ``tilt`` is in degrees, ``large`` and ``sweep`` are 0 or 1."""
        rx, ry = abs(rx), abs(ry)
        far = hypot(x - self.x, y - self.y)
        if min(rx, ry) < LEAST or far < LEAST:
            self.line(x, y)
            return
        ends = (self.x, self.y, x, y)
        for points in _arc(ends, rx, ry, radians(tilt), bool(large), bool(sweep)):
            self._put("c", *points)
        self._to(x, y)

    def close(self) -> None:
        """Draw back to where this part began."""
        if not self._up:
            self.ops.append(("h",))
        self.move(*self._start)


def too_long() -> ValueError:
    """Return the refusal of a drawing with too many points."""
    return ValueError(f"makes more than {MOST_OPS} points; simplify the drawing and save it again")


def _arc(
    ends: tuple[float, float, float, float],
    rx: float,
    ry: float,
    tilt: float,
    large: bool,
    sweep: bool,
) -> Iterator[tuple[float, ...]]:
    """Yield the curves of an arc, a quarter at most each (SVG 1.1, appendix F.6)."""
    x0, y0, x1, y1 = ends
    c, s = cos(tilt), sin(tilt)
    u, v = (c * (x0 - x1) + s * (y0 - y1)) / 2, (c * (y0 - y1) - s * (x0 - x1)) / 2
    grow = max(1.0, hypot(u / rx, v / ry))
    rx, ry = rx * grow, ry * grow
    far = hypot(u / rx, v / ry)
    root = sqrt(max(0.0, 1 / far**2 - 1)) * (1 if large != sweep else -1)
    p, q = root * rx * v / ry, -root * ry * u / rx
    start, end = atan2((v - q) / ry, (u - p) / rx), atan2((-v - q) / ry, (-u - p) / rx)
    turn = (end - start) % (2 * pi) if sweep else -((start - end) % (2 * pi))
    middle = c * p - s * q + (x0 + x1) / 2, s * p + c * q + (y0 + y1) / 2
    matrix = (c * rx, s * rx, -s * ry, c * ry, *middle)
    count = max(1, ceil(abs(turn) / (pi / 2) - LEAST))
    for number in range(count):
        yield _turned(matrix, start + turn * number / count, turn / count)


def _turned(matrix: Matrix, start: float, turn: float) -> tuple[float, ...]:
    """Return a curve along the unit circle, after ``matrix``."""
    reach = 4 / 3 * tan(turn / 4)
    c0, s0, c1, s1 = cos(start), sin(start), cos(start + turn), sin(start + turn)
    return (
        *moved(matrix, c0 - reach * s0, s0 + reach * c0),
        *moved(matrix, c1 + reach * s1, s1 - reach * c1),
        *moved(matrix, c1, s1),
    )


# ------------------------------------------------------------- coordinates


def moved(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    """Return a point after a transformation."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def joined(outer: Matrix, inner: Matrix) -> Matrix:
    """Return the transformation that applies ``inner`` first, then ``outer``."""
    a, b, c, d, _, _ = outer
    return (
        a * inner[0] + c * inner[1],
        b * inner[0] + d * inner[1],
        a * inner[2] + c * inner[3],
        b * inner[2] + d * inner[3],
        *moved(outer, inner[4], inner[5]),
    )


def transformed(ops: Sequence[Op], matrix: Matrix) -> tuple[Op, ...]:
    """Return an outline after a transformation; raises ValueError if it runs off the scale."""
    a, b, c, d, e, f = matrix
    out: list[Op] = []
    for name, *rest in ops:
        flat: list[float] = []
        for x, y in zip(*[map(float, rest)] * 2, strict=True):
            flat += round(a * x + c * y + e, 4), round(b * x + d * y + f, 4)
        if not all(-MOST <= value <= MOST for value in flat):
            raise ValueError("has a point far outside the drawing")
        out.append((name, *flat))
    return tuple(out)


def number_at(text: str, at: int, kind: str = ".") -> tuple[float, int]:
    """Return the number that stands at a place, and where it ends; ValueError if there is none."""
    match = (_FLAG if kind == "!" else _NUMBER).match(text, at)
    if match is None:
        raise ValueError(f"has a number missing or wrong at {text[at : at + 12]!r}")
    value = float(match[1])
    if not isfinite(value) or abs(value) > MOST:
        raise ValueError(f"has a number that is too large: {match[1][:20]}")
    return value, match.end()


def numbers(text: str) -> list[float]:
    """Return the numbers of a list; raises ValueError for anything else in it."""
    values, at, end = [], 0, len(text.rstrip(_BLANK))
    while at < end:
        value, at = number_at(text, at)
        values.append(value)
    return values


# ---------------------------------------------------------- transformations


def _rotate(angle: float, x: float = 0.0, y: float = 0.0) -> Matrix:
    c, s = cos(radians(angle)), sin(radians(angle))
    return joined((c, s, -s, c, x, y), (1.0, 0.0, 0.0, 1.0, -x, -y))


TRANSFORMS: dict[str, tuple[tuple[int, ...], Callable[..., Matrix]]] = {
    "matrix": ((6,), lambda *values: values),
    "translate": ((1, 2), lambda x, y=0.0: (1.0, 0.0, 0.0, 1.0, x, y)),
    "scale": ((1, 2), lambda x, y=None: (x, 0.0, 0.0, x if y is None else y, 0.0, 0.0)),
    "rotate": ((1, 3), _rotate),
    "skewX": ((1,), lambda angle: (1.0, 0.0, tan(radians(angle)), 1.0, 0.0, 0.0)),
    "skewY": ((1,), lambda angle: (1.0, tan(radians(angle)), 0.0, 1.0, 0.0, 0.0)),
}
_TRANSFORM = compiled(r"[\s,]*([A-Za-z]+)\s*\(([^()]*)\)")


def transform(text: str) -> Matrix:
    """Return the matrix of a ``transform``; raises ValueError."""
    matrix, at, end = IDENTITY, 0, len(text.rstrip())
    while at < end:
        match = _TRANSFORM.match(text, at)
        counts, make = TRANSFORMS.get(match[1] if match else "", ((), None))
        values = numbers(match[2]) if match else []
        if match is None or make is None or len(values) not in counts:
            raise ValueError(f"has a `transform` that is wrong: {text[at : at + 40]!r}")
        matrix, at = joined(matrix, make(*values)), match.end()
    return matrix


# -------------------------------------------------------------- the shapes


def _mirrored(pen: Pen, point: tuple[float, float]) -> tuple[float, float]:
    return 2 * pen.x - point[0], 2 * pen.y - point[1]


_COMMANDS: dict[str, Callable[..., None]] = {
    "M": Pen.move,
    "Z": Pen.close,
    "L": Pen.line,
    "H": lambda pen, x: pen.line(x, pen.y),
    "V": lambda pen, y: pen.line(pen.x, y),
    "C": Pen.curve,
    "S": lambda pen, *points: pen.curve(*_mirrored(pen, pen.cubic), *points),
    "Q": Pen.bend,
    "T": lambda pen, *points: pen.bend(*_mirrored(pen, pen.quadratic), *points),
    "A": Pen.arc,
}


def path(data: str) -> list[Op]:
    """Return the outline of path data; raises ValueError where it breaks SVG's grammar."""
    pen, command, at, count = Pen(), "", 0, 0
    end = len(data.rstrip(_BLANK))
    while at < end:
        command, at = _command(data, at, command)
        before = {"x": pen.x, "y": pen.y} if command.islower() else {}
        values = []
        for kind in _ARGUMENTS[command.upper()]:
            value, at = number_at(data, at, kind)
            values.append(value + before.get(kind, 0.0))
        _COMMANDS[command.upper()](pen, *values)
        count += 1
        if count > MOST_OPS:
            raise too_long()
    return pen.ops


def _command(data: str, at: int, last: str) -> tuple[str, int]:
    """Return the command at a place, written or understood, and where its numbers begin."""
    match = _COMMAND.match(data, at)
    found = match[1] if match else {"M": "L", "m": "l", "Z": "", "z": ""}.get(last, last)
    if found.upper() not in _ARGUMENTS or (not last and found not in "Mm"):
        raise ValueError(f"has a drawing command that is wrong at {data[at : at + 12]!r}")
    return found, match.end() if match else at


def polygon(points: str, closed: bool) -> list[Op]:
    """Return the outline through a list of points; raises ValueError for half a point."""
    values, pen = numbers(points), Pen()
    if len(values) % 2:
        raise ValueError("has a point without its second number")
    for number, point in enumerate(zip(values[::2], values[1::2], strict=True)):
        (pen.line if number else pen.move)(*point)
    if closed:
        pen.close()
    return pen.ops


def line(x1: float, y1: float, x2: float, y2: float) -> list[Op]:
    """Return a straight line."""
    return [("m", x1, y1), ("l", x2, y2)]


def ellipse(cx: float, cy: float, rx: float, ry: float) -> list[Op]:
    """Return an ellipse; nothing if a radius is zero."""
    return rectangle(cx - rx, cy - ry, 2 * rx, 2 * ry, rx, ry)


def rectangle(x: float, y: float, width: float, height: float, rx: float, ry: float) -> list[Op]:
    """Return a rectangle with its corners rounded; nothing if it has no area."""
    if min(width, height, rx, ry) < 0:
        raise ValueError("has a size below zero")
    if not width or not height:
        return []
    rx, ry = min(rx, width / 2), min(ry, height / 2)
    right, foot = x + width, y + height
    if not rx or not ry:
        corners = (("l", right, y), ("l", right, foot), ("l", x, foot))
        return [("m", x, y), *corners, ("h",)]
    p, q = rx * (1 - KAPPA), ry * (1 - KAPPA)
    return [
        ("m", x + rx, y),
        ("l", right - rx, y),
        ("c", right - p, y, right, y + q, right, y + ry),
        ("l", right, foot - ry),
        ("c", right, foot - q, right - p, foot, right - rx, foot),
        ("l", x + rx, foot),
        ("c", x + p, foot, x, foot - q, x, foot - ry),
        ("l", x, y + ry),
        ("c", x, y + q, x + p, y, x + rx, y),
        ("h",),
    ]
