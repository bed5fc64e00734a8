"""What an element of a drawing says of its looks: properties, their order, lengths and pens."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import hypot, sqrt

from brochure._startup.kept_patterns import compiled
from brochure._startup.records import dataclass
from brochure.art import svg_paths
from brochure.art.svg_paths import Matrix
from brochure.art.svg_tree import Node
from brochure.model import Pen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from brochure.art.svg_sheet import Rule

Style = Mapping[str, str]

START: Style = {
    **{"fill": "black", "stroke": "none", "stroke-width": "1", "fill-rule": "nonzero"},
    **{"color": "black", "visibility": "visible", "stroke-linecap": "butt"},
    **{"stroke-linejoin": "miter", "stroke-dasharray": "none", "paint-order": "normal"},
    **{"fill-opacity": "1", "stroke-opacity": "1", "stroke-miterlimit": "4"},
    **{"stroke-dashoffset": "0", "clip-rule": "nonzero", "marker": "none"},
    **{"marker-start": "none", "marker-mid": "none", "marker-end": "none"},
}
"""The properties that shapes take over from the groups around them, as they begin."""

OWN: Style = {
    **{"display": "inline", "opacity": "1", "clip-path": "none", "mask": "none"},
    **{"filter": "none", "mix-blend-mode": "normal", "transform": "none"},
    **{
        "vector-effect": "none",
        "clip": "auto",
        "transform-origin": "0 0",
        "mask-type": "luminance",
    },
    **{"stop-color": "black", "stop-opacity": "1", "overflow": "hidden"},
}
"""The properties that each element has for itself, and the value that changes nothing."""

KNOWN = frozenset((*START, *OWN))
REFUSED = ("filter", "mix-blend-mode", "clip")
"""Properties that nothing here can draw."""
MARKERS = ("marker", "marker-start", "marker-mid", "marker-end")
CAPS = {"butt": 0, "round": 1, "square": 2}
JOINS = {"miter": 0, "round": 1, "bevel": 2, "miter-clip": 0, "arcs": 0}
UNITS = {"": 1.0, "px": 1.0, "pt": 4 / 3, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0}
AXES = {
    **dict.fromkeys(("x", "x1", "x2", "cx", "rx", "width", "fx"), "width"),
    **dict.fromkeys(("y", "y1", "y2", "cy", "ry", "height", "fy"), "height"),
}
"""Which side of the drawing an attribute's percentage is of; for others it is the diagonal."""


def declared(node: Node, rules: Sequence[Rule]) -> dict[str, str]:
    """Return an element's properties; sheets win over attributes, ``style`` over both."""
    found = {name: value for name, value in node.attributes.items() if name in KNOWN}
    found.pop("transform", None)
    strong: dict[str, str] = {}
    for rule in rules:
        if rule.reaches(node):
            _declare(rule.declarations, found, strong)
    style = node.attributes.get("style", "")
    if style:
        _declare(style, found, strong)
    found.update(strong)
    plain = {name: value.strip() for name, value in found.items()}
    return {k: v for k, v in plain.items() if v and v.lower() not in ("inherit", "unset")}


def _declare(text: str, found: dict[str, str], strong: dict[str, str]) -> None:
    """Take in declarations such as ``fill: red; stroke: none``."""
    if "/*" in text:
        text = compiled(r"(?s)/\*.*?\*/").sub("", text)
    for part in text.split(";"):
        name, _, value = part.partition(":")
        name = name.strip().lower()
        if name in KNOWN:
            value, sign, _ = value.partition("!")
            (strong if sign else found)[name] = value.strip()


def check(properties: Style) -> None:
    """Raise ValueError for a property that nothing here can draw."""
    for name in REFUSED:
        value = properties.get(name, OWN[name]).lower()
        if value not in (OWN[name], "initial"):
            raise ValueError(f"has a `{name}`, which cannot be drawn")


def fraction(text: str) -> float:
    """Return how solid something is, 0-1; raises ValueError."""
    value, at = svg_paths.number_at(text.strip(), 0)
    unit = text.strip()[at:].strip()
    if unit not in ("", "%"):
        raise ValueError(f"has a number that is wrong: `{text[:40]}`")
    return min(max(value / 100 if unit else value, 0.0), 1.0)


def length(text: str, whole: float | None) -> float:
    """Return a length in the drawing's units; ``whole`` is what 100 % means, if anything."""
    value, at = svg_paths.number_at(text.strip(), 0)
    unit = text.strip()[at:].strip().lower()
    if unit == "%" and whole is not None:
        return value * whole / 100
    if unit not in UNITS:
        raise ValueError(f"has a length that is not known here: `{text[:40]}`")
    return value * UNITS[unit]


@dataclass(frozen=True, slots=True)
class Lengths:
    """The lengths among an element's attributes; percentages are of the drawing's sides."""

    attributes: Style
    width: float
    height: float

    def __call__(self, name: str, otherwise: str = "0") -> float:
        """Return a length, the other one if it is absent; raises ValueError."""
        return length(self.attributes.get(name) or otherwise, self.whole(name))

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


def pen_of(style: Style, whole: float, scale: float) -> Pen:
    """Return how lines end, join and break; dashes times ``scale``."""
    limit = svg_paths.number_at(style["stroke-miterlimit"], 0)[0]
    dash: list[float] = []
    if style["stroke-dasharray"].lower() != "none":
        parts = style["stroke-dasharray"].replace(",", " ").split()
        dash = [length(part, whole) for part in parts[:64]]
    if min(dash, default=0.0) < 0 or not sum(dash):
        dash = []
    dash += dash if len(dash) % 2 else []
    return Pen(
        CAPS.get(style["stroke-linecap"].lower(), 0),
        JOINS.get(style["stroke-linejoin"].lower(), 0),
        max(limit, 1.0),
        tuple(part * scale for part in dash),
        length(style["stroke-dashoffset"], whole) * scale if dash else 0.0,
    )


def own_transform(attribute: str, properties: Style) -> Matrix:
    """Return an element's transformation; that of ``style`` wins."""
    said = properties.get("transform", "none")
    if said.lower() == "none":
        return svg_paths.transform(attribute)
    if properties.get("transform-origin", "0 0") not in ("0 0", "0px 0px", "0", "0px"):
        raise ValueError("has a `transform-origin`, which cannot be drawn")
    return svg_paths.transform(compiled(r"(?<=[0-9.])(px|deg)\b").sub("", said))


def reference(value: str) -> str:
    """Return the name in ``url(#name)``; empty for anything else."""
    match = compiled(r"""url\(\s*["']?#([^"')]{1,200}?)["']?\s*\)""").match(value.strip())
    return match[1] if match else ""


def viewport(box: Sequence[float], how: str, width: float, height: float) -> Matrix:
    """Return how a view box is laid into a viewport (``preserveAspectRatio``, SVG 1.1, 7.8)."""
    left, top, wide, high = box
    across, down = width / wide, height / high
    words = how.split() or ["xMidYMid"]
    if words[0] == "none":
        return (across, 0.0, 0.0, down, -left * across, -top * down)
    scale = max(across, down) if words[-1] == "slice" else min(across, down)
    shares = {"Min": 0.0, "Mid": 0.5, "Max": 1.0}
    x, y = shares.get(words[0][1:4], 0.5), shares.get(words[0][5:8], 0.5)
    dx = (width - wide * scale) * x - left * scale
    dy = (height - high * scale) * y - top * scale
    return (scale, 0.0, 0.0, scale, dx, dy)
