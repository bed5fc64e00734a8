"""What the parts of a drawing share while it is read: elements by name, rules, limits."""

from __future__ import annotations

from collections.abc import Mapping

from brochure._startup.records import dataclass, replace
from brochure.art import svg_paths, svg_style
from brochure.art.svg_paths import MOST_OPS, Matrix, joined
from brochure.art.svg_style import START, Lengths, Style
from brochure.art.svg_tree import Node

TYPE_CHECKING = False
if TYPE_CHECKING:
    from brochure.art.svg_sheet import Rule

MOST_LINKS = 12
"""Copies within copies, and clips within clips."""


@dataclass(frozen=True, slots=True)
class State:
    """What surrounds an element: style, the way to the drawing's units, sides, copies."""

    style: Style
    matrix: Matrix
    width: float
    height: float
    links: int = 0

    def styled(self, own: Style) -> State:
        """Return the state with the properties that are handed down."""
        return replace(self, style={**self.style, **{k: own[k] for k in own if k in START}})

    def moved(self, matrix: Matrix) -> State:
        """Return the state inside a transformation."""
        return replace(self, matrix=joined(self.matrix, matrix))

    def entered(self, node: Node, own: Style) -> State:
        """Return the state inside an element."""
        turn = svg_style.own_transform(node.attributes.get("transform", ""), own)
        return self.styled(own).moved(turn)

    def shifted(self, node: Node) -> State:
        """Return the state inside a copy: one link further, moved by ``x`` and ``y``."""
        if self.links >= MOST_LINKS:
            raise ValueError("is a copy of a copy of a copy, too often; unlink the copies")
        lengths = self.lengths(node.attributes)
        moved = self.moved((1.0, 0.0, 0.0, 1.0, lengths("x"), lengths("y")))
        return replace(moved, links=self.links + 1)

    def lengths(self, attributes: Mapping[str, str]) -> Lengths:
        """Return an element's lengths."""
        return Lengths(attributes, self.width, self.height)


class Scene:
    """A drawing while it is read."""

    def __init__(self, root: Node) -> None:
        """Find the elements that have names, and the style sheets."""
        self.root = root
        self.side = 0.0  # the longer one, once it is known
        self._left = MOST_OPS
        nodes = list(root.all())
        self.ids: dict[str, Node] = {}
        for node in nodes:
            self.ids.setdefault(node.attributes.get("id", ""), node)
        self._rules: list[Rule] = []
        sheets = [node for node in nodes if node.name == "style" and node.words.strip()]
        if sheets:
            from brochure.art.svg_sheet import read_sheet

            self._rules = read_sheet(sheets, svg_style.KNOWN)

    def spend(self, count: int) -> None:
        """Count points, and elements as one each; raise ValueError past the limit."""
        self._left -= count
        if self._left < 0:
            raise svg_paths.too_long()

    def declared(self, node: Node) -> dict[str, str]:
        """Return an element's own properties."""
        return svg_style.declared(node, self._rules)

    def named(self, node: Node) -> Node | None:
        """Return the element that a copy names, if it is in this drawing."""
        return self.ids.get(node.attributes.get("href", "").strip().removeprefix("#"))
