"""Lists and keys in brackets, written anew from the words of their own parts."""

from __future__ import annotations

import json

from brochure.editing.places import Places
from brochure.reading.yaml_nodes import Mapping, Sequence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from brochure.editing.typed_values import Value


def parts_of(places: Places, node: Sequence | Mapping) -> list[str]:
    """Return the parts of a list or mapping in brackets as they are typed."""
    pairs = (
        [(item, item) for item in node.items] if isinstance(node, Sequence) else list(node.pairs)
    )
    between = places.source.between
    return [between(places.start(first), places.end(last)) for first, last in pairs]


def bracketed(value: Value, key: str = "") -> str:
    """Return a value as it stands in brackets, behind its key if it has one."""
    written = json.dumps(value, ensure_ascii=False)
    return f"{json.dumps(key, ensure_ascii=False)}: {written}" if key else written


def write_brackets(places: Places, node: Sequence | Mapping, parts: list[str]) -> None:
    """Put the parts between the brackets in place of those that are there."""
    start, stop = places.start(node), places.end(node)
    opening, closing = ("[", "]") if isinstance(node, Sequence) else ("{", "}")
    places.source.splice(start, stop, opening + ", ".join(parts) + closing)
