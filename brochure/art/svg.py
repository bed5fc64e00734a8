"""A small reader of SVG logos: shapes in flat colours become paths, all else is refused.

It follows no reference, expands no entity and opens no file.
"""

from __future__ import annotations

import pyexpat as expat  # what xml.parsers.expat is, without its packages
import re
from collections.abc import Callable, Mapping
from itertools import pairwise
from math import hypot, sqrt

from brochure._startup.records import dataclass
from brochure.art import svg_paths
from brochure.art.svg_paths import MOST_OPS, Matrix, Op, joined, transformed
from brochure.brand.colour import parse_hex
from brochure.model import Ink, Path2D

MOST_BYTES = 1_000_000
MOST_DEPTH = 50
SPACE = "http://www.w3.org/2000/svg"
OVERLAP = 0.05
"""How far a shape may reach over the drawing's edge, in parts of its longer side."""

Style = Mapping[str, str]
Drawn = tuple[float, float, tuple[Path2D, ...]]


def read_svg(data: bytes) -> Drawn:
    """Return a drawing's width, height and paths, in its own units, y up from the lower left.

    Raises ValueError, naming the element and its line, for whatever cannot be drawn as it looks
    elsewhere, and for a file that is damaged, hostile, over 1 MB or without a shape.
    """
    _check_file(data)
    reader = _Reader()
    try:
        for at in range(0, len(data), 1 << 14):
            reader.parser.Parse(data[at : at + (1 << 14)], False)
        reader.parser.Parse(b"", True)
    except expat.ExpatError as error:
        why = expat.ErrorString(error.code)
        raise ValueError(
            f"it is not a whole SVG drawing (line {error.lineno}: {why}); save it again"
        ) from error
    if not reader.paths:
        raise ValueError("the drawing is empty: it has no shape with a colour inside its edges")
    return reader.width, reader.height, tuple(reader.paths)


def _check_file(data: bytes) -> None:
    if len(data) > MOST_BYTES:
        raise ValueError("the drawing is larger than 1 MB; simplify it and save it again")
    if data.startswith(b"\x1f\x8b"):
        raise ValueError("the drawing is compressed (SVGZ); save it as plain SVG")
    if re.search(rb"<!(DOCTYPE|ENTITY)", data.replace(b"\0", b"")):
        raise _doctype()


def _doctype() -> ValueError:
    return ValueError(
        "the drawing has a `<!DOCTYPE` in it, which can hide harm; delete that line,"
        " or save the drawing again as plain SVG"
    )


# ------------------------------------------------------------------- style

COLOURS: dict[str, str] = dict(
    pair.split(":")
    for pair in (
        "aqua:0ff black:000 blue:00f brown:a52a2a coral:ff7f50 crimson:dc143c cyan:0ff"
        " darkblue:00008b darkgray:a9a9a9 darkgreen:006400 darkgrey:a9a9a9 darkred:8b0000"
        " dimgray:696969 dimgrey:696969 firebrick:b22222 forestgreen:228b22 fuchsia:f0f"
        " gold:ffd700 goldenrod:daa520 gray:808080 green:008000 grey:808080 indigo:4b0082"
        " ivory:fffff0 lightblue:add8e6 lightgray:d3d3d3 lightgreen:90ee90 lightgrey:d3d3d3"
        " lime:0f0 magenta:f0f maroon:800000 midnightblue:191970 navy:000080 olive:808000"
        " orange:ffa500 orangered:ff4500 pink:ffc0cb plum:dda0dd purple:800080 red:f00"
        " royalblue:4169e1 salmon:fa8072 seagreen:2e8b57 sienna:a0522d silver:c0c0c0"
        " skyblue:87ceeb slategray:708090 slategrey:708090 steelblue:4682b4 tan:d2b48c"
        " teal:008080 tomato:ff6347 turquoise:40e0d0 violet:ee82ee wheat:f5deb3 white:fff"
        " yellow:ff0"
    ).split()
)
_PART = r"\s*([-+]?[0-9.]+)(%?)\s*"
_RGB = rf"rgba?\({_PART}[,\s]{_PART}[,\s]{_PART}(?:[,/]{_PART})?\)"  # compiled when met

START: Style = {
    **{"fill": "black", "stroke": "none", "stroke-width": "1", "fill-rule": "nonzero"},
    **{"color": "black", "visibility": "visible", "stroke-linecap": "butt"},
    **{"stroke-linejoin": "miter", "stroke-dasharray": "none", "paint-order": "normal"},
    **{"fill-opacity": "1", "stroke-opacity": "1"},
}
"""The properties that shapes take over from the groups around them, as they begin."""

OWN: Style = {
    **{"display": "inline", "opacity": "1", "clip-path": "none", "mask": "none"},
    **{"filter": "none", "mix-blend-mode": "normal", "transform": "none"},
    **{"vector-effect": "none", "marker": "none", "marker-start": "none"},
    **{"marker-mid": "none", "marker-end": "none", "clip": "auto", "transform-origin": "0 0"},
}
"""The properties that each element has for itself, and the value that changes nothing."""

OPACITIES = ("opacity", "fill-opacity", "stroke-opacity")
FLATTEN = "use solid colours instead"
STROKE_HINT = "turn the line into a shape (in Inkscape: Path, Stroke to Path)"


def _declared(attributes: Style) -> dict[str, str]:
    """Return an element's properties; those of ``style`` win over attributes."""
    names = {*START, *OWN}
    found = {name: attributes[name] for name in names - {"transform"} if name in attributes}
    style = attributes.get("style", "")
    if "/*" in style:
        style = re.sub(r"/\*.*?\*/", "", style, flags=re.DOTALL)
    for part in style.split(";"):
        name, _, value = part.partition(":")
        if name.strip().lower() in names:
            found[name.strip().lower()] = re.sub(r"!\s*important$", "", value.strip())
    plain = {name: value.strip() for name, value in found.items()}
    return {k: v for k, v in plain.items() if v and v.lower() != "inherit"}


def _check_own(declared: Style) -> None:
    """Raise ValueError for a property that would change how the drawing looks."""
    for name in OPACITIES:
        if _fraction(declared.get(name, "1")) < 1.0:
            raise ValueError(f"is see-through (`{name}`); {FLATTEN}")
    for name in set(OWN) - {"display", "opacity"}:
        value = declared.get(name, OWN[name])
        if value.lower() != OWN[name]:
            raise ValueError(f"has a `{name}`, which cannot be drawn; {FLATTEN}")


def _fraction(text: str) -> float:
    value, at = svg_paths.number_at(text, 0)
    return value / 100 if text[at:].strip() == "%" else value


def _paint(value: str, style: Style) -> Ink | None:
    """Return the ink of a fill or a stroke, None for none; raises ValueError."""
    word = value.lower()
    if word == "currentcolor":
        word = style["color"].lower()
    if word in ("none", "transparent"):
        return None
    if word.startswith("url("):
        raise ValueError(f"is filled with a gradient or a pattern; {FLATTEN}")
    match = re.fullmatch(_RGB, word) if word.startswith("rgb") else None
    if match:
        return _rgb(match)
    code = COLOURS.get(word)
    try:
        return parse_hex(f"#{code}" if code else word)
    except ValueError:
        raise ValueError(f"has a colour that is not known here: `{value[:40]}`") from None


def _rgb(match: re.Match[str]) -> Ink:
    texts = match.groups(default="")
    if texts[6] and _fraction(texts[6] + texts[7]) < 1.0:
        raise ValueError(f"is see-through (`rgba`); {FLATTEN}")
    pairs = zip(texts[0:6:2], texts[1:6:2], strict=True)
    parts = [_fraction(text) / (100.0 if unit else 255.0) for text, unit in pairs]
    return tuple(min(max(part, 0.0), 1.0) for part in parts)


# ----------------------------------------------------------------- lengths

UNITS = {"": 1.0, "px": 1.0, "pt": 4 / 3, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0}


def _length(text: str, whole: float | None) -> float:
    """Return a length in the drawing's units; ``whole`` is what 100 % means, if anything."""
    value, at = svg_paths.number_at(text.strip(), 0)
    unit = text.strip()[at:].lower()
    if unit == "%" and whole is not None:
        return value * whole / 100
    if unit not in UNITS:
        raise ValueError(f"has a length that is not known here: `{text[:40]}`")
    return value * UNITS[unit]


# ------------------------------------------------------------------ shapes


AXES = {
    **dict.fromkeys(("x", "x1", "x2", "cx", "rx", "width"), "width"),
    **dict.fromkeys(("y", "y1", "y2", "cy", "ry", "height"), "height"),
}
"""Which side of the drawing an attribute's percentage is of; for others it is the diagonal."""


@dataclass(frozen=True, slots=True)
class _Lengths:
    """The lengths among an element's attributes; percentages are of the drawing's sides."""

    attributes: Style
    width: float
    height: float

    def __call__(self, name: str) -> float:
        """Return a length, 0.0 if it is absent; raises ValueError."""
        return _length(self.attributes.get(name, "0"), self.whole(name))

    def whole(self, name: str) -> float:
        """Return what 100 % of an attribute is."""
        sides = {"width": self.width, "height": self.height}
        return sides.get(AXES.get(name, ""), hypot(self.width, self.height) / sqrt(2))

    def radii(self) -> tuple[float, float]:
        """Return the two radii; one that is absent or ``auto`` is like the other."""
        given = {name: self.attributes.get(name, "auto").strip() for name in ("rx", "ry")}
        known = [name for name in given if given[name] != "auto"]
        rx, ry = (name if name in known else (known or [name])[0] for name in given)
        return (self(rx), self(ry)) if known else (0.0, 0.0)


def _circle(lengths: _Lengths) -> list[Op]:
    radius = lengths("r")
    return svg_paths.ellipse(lengths("cx"), lengths("cy"), radius, radius)


SHAPES: dict[str, Callable[[_Lengths], list[Op]]] = {
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


def _check_stroke(style: Style, name: str, ops: list[Op], matrix: Matrix) -> None:
    """Raise ValueError for a line that PDF's plain pen would draw otherwise."""
    joins = name not in ("circle", "ellipse", "line")
    caps = any(a[0] != "h" and b[0] == "m" for a, b in pairwise([*ops, ("m",)]))
    order = style["paint-order"].lower().split()
    under = order[0] == "stroke" or order[:2] == ["markers", "stroke"]
    wrong = {
        "stroke-linejoin": joins and style["stroke-linejoin"].lower() != "miter",
        "stroke-linecap": caps and style["stroke-linecap"].lower() != "butt",
        "stroke-dasharray": style["stroke-dasharray"].lower() != "none",
        "paint-order": under and style["fill"].lower() != "none",
        "transform": _stretches(matrix),
    }
    for key in [key for key in wrong if wrong[key]][:1]:
        raise ValueError(f"has a line with a `{key}` that cannot be drawn; {STROKE_HINT}")


def _stretches(matrix: Matrix) -> bool:
    """Return whether a line would come out wider one way than the other."""
    a, b, c, d, _, _ = matrix
    size = a * a + b * b
    return abs(size - c * c - d * d) > 1e-3 * size or abs(a * c + b * d) > 1e-3 * size


# -------------------------------------------------------------- the reader

HINTS = {
    **dict.fromkeys(("text", "tspan", "textPath"), "turn the words into outlines (paths)"),
    "image": "a photo inside a drawing cannot be used; take shapes only",
    **dict.fromkeys(("use", "symbol"), "unlink copies (in Inkscape: Edit, Clone, Unlink)"),
    "style": "save with colours on each shape (presentation attributes), not in a style sheet",
    "script": "save the drawing again as plain SVG",
    "svg": "a drawing inside a drawing cannot be used; ungroup it",
}
SKIPPED = frozenset(("title", "desc", "metadata", "defs"))
GROUPS = frozenset(("g", "a"))
ALWAYS_REFUSED = frozenset(("style", "script"))


class _Reader:
    """Turns the events of the XML parser into paths."""

    def __init__(self) -> None:
        self.width = self.height = 0.0
        self.paths: list[Path2D] = []
        self.left = MOST_OPS
        self._stack: list[tuple[Style, Matrix]] = []
        self._skipped = 0
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.StartDoctypeDeclHandler = self._refuse
        self.parser.EntityDeclHandler = self._refuse
        self.parser.ProcessingInstructionHandler = self._instruction

    def _refuse(self, *_: object) -> None:
        raise _doctype()

    def _instruction(self, target: str, _: str) -> None:
        if target == "xml-stylesheet":
            raise ValueError("the drawing has a style sheet; " + HINTS["style"])

    def _start(self, name: str, given: dict[str, str]) -> None:
        space, _, local = name.rpartition(" ")
        attributes = {key: value for key, value in given.items() if " " not in key}
        try:
            self._open(local, space in ("", SPACE), attributes)
        except ValueError as error:
            where = f"`<{local[:40]}>` in line {self.parser.CurrentLineNumber}"
            raise ValueError(f"{where} {error}") from None

    def _spend(self, count: int) -> None:
        """Count points, and elements as one each; raise ValueError past the limit."""
        self.left -= count
        if self.left < 0:
            raise svg_paths.too_long()

    def _open(self, name: str, ours: bool, attributes: Style) -> None:
        self._spend(1)
        if len(self._stack) + self._skipped >= MOST_DEPTH:
            raise ValueError(f"lies more than {MOST_DEPTH} groups deep; ungroup the drawing")
        if ours and name in ALWAYS_REFUSED:
            raise _refused(name)
        if not self._stack and not self._skipped:
            self._root(name if ours else "", attributes)
        elif self._skipped or not ours or name in SKIPPED:
            self._skipped += 1
        elif name in GROUPS or name in SHAPES:
            self._child(name, attributes)
        else:
            raise _refused(name)

    def _end(self, _: str) -> None:
        if self._skipped:
            self._skipped -= 1
        else:
            self._stack.pop()

    def _root(self, name: str, attributes: Style) -> None:
        if name != "svg":
            raise ValueError("is not the beginning of an SVG drawing")
        box = svg_paths.numbers(attributes.get("viewBox", ""))
        if not box:
            sides = (attributes.get(side, "100%") for side in ("width", "height"))
            box = [0.0, 0.0, *(_length(side, 0.0) for side in sides)]
        if len(box) != 4 or min(box[2:]) <= 0:
            raise ValueError("does not say how large the drawing is (`viewBox`)")
        left, top, self.width, self.height = box
        self._stack.append((START, (1.0, 0.0, 0.0, -1.0, -left, top + self.height)))
        self._child(name, attributes)
        del self._stack[0]

    def _child(self, name: str, attributes: Style) -> None:
        """Take in a group or a shape: what it says of itself on top of what surrounds it."""
        if any(key.startswith("on") for key in attributes):
            raise ValueError("runs a script; " + HINTS["script"])
        declared = _declared(attributes)
        style, matrix = self._stack[-1]
        if declared.get("display", "").lower() == "none":
            self._skipped += 1
            return
        _check_own(declared)
        style = {**style, **{key: value for key, value in declared.items() if key in START}}
        matrix = joined(matrix, svg_paths.transform(attributes.get("transform", "")))
        self._stack.append((style, matrix))
        if name in SHAPES and style["visibility"] == "visible":
            self._draw(name, _Lengths(attributes, self.width, self.height), style, matrix)

    def _draw(self, name: str, lengths: _Lengths, style: Style, matrix: Matrix) -> None:
        fill = _paint(style["fill"], style) if name != "line" else None
        width = _length(style["stroke-width"], lengths.whole("r"))
        stroke = _paint(style["stroke"], style) if width > 0 else None
        ops = SHAPES[name](lengths)
        self._spend(len(ops))
        if fill is None and stroke is None:
            return
        if stroke is not None:
            _check_stroke(style, name, ops, matrix)
        a, b, c, d, _, _ = matrix
        width = width * sqrt(abs(a * d - b * c)) if stroke is not None else 0.0
        done = transformed(ops, matrix)
        if self._inside(done):
            even_odd = style["fill-rule"].lower() == "evenodd"
            self.paths.append(Path2D(done, fill, stroke, width, even_odd))

    def _inside(self, ops: tuple[Op, ...]) -> bool:
        """Return whether a path can be seen; raise ValueError if the drawing's edge cuts it."""
        slack = OVERLAP * max(self.width, self.height)
        for axis, side in ((-2, self.width), (-1, self.height)):
            ends = [float(op[axis]) for op in ops if len(op) > 1]
            hull = [float(value) for op in ops for value in op[3 + axis :: 2]]
            if not ends or max(hull) < 0 or min(hull) > side:
                return False
            if min(ends) < -slack or max(ends) > side + slack:
                raise ValueError("reaches over the drawing's edge; fit the page to the drawing")
        return True


def _refused(name: str) -> ValueError:
    return ValueError(f"cannot be drawn: {HINTS.get(name, 'save it as plain shapes')}")
