"""What a file must hold after an edit, as plain values: what is read afterwards is held to it."""

from __future__ import annotations

from copy import deepcopy

from brochure.editing.places import EditError, Path
from brochure.reading.yaml_nodes import Node, Scalar, Sequence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from brochure.editing.typed_values import Value

NOTHING = "\0"
"""A text that says nothing: a key without its value, or a lone ``~``."""


def value_of(node: Node) -> Any:
    """Return a node as texts, lists and dictionaries.

    The line ends after a text's last word are not of it: white lines below may be such.
    """
    if isinstance(node, Scalar):
        if node.style in ("|", ">"):
            return node.text.rstrip("\n")
        return NOTHING if not node.style and node.text in ("", "~") else node.text
    if isinstance(node, Sequence):
        return [value_of(item) for item in node.items]
    return {key.text: value_of(value) for key, value in node.pairs}


def with_text(root: Any, path: Path, text: str) -> Any:
    """Return the values with one text changed."""
    return with_value(root, path, text)


def with_value(root: Any, path: Path, value: Value) -> Any:
    """Return the values with one of them changed, or put in."""
    if not path:
        return value
    root = deepcopy(root)
    *way, last = path
    holder = _at(root, tuple(way))
    if isinstance(holder, dict) and last == "":
        (old, inner), *_ = holder.items()
        del holder[old]
        holder[str(value)] = inner
    elif isinstance(holder, dict) and isinstance(last, int):
        holder[list(holder)[last]] = value
    else:
        holder[last] = value
    return root


def without(root: Any, path: Path) -> Any:
    """Return the values without one of them; a list that is left empty goes, too."""
    root = deepcopy(root)
    *way, last = path
    holder = _at(root, tuple(way))
    if isinstance(last, int) and isinstance(holder, dict):
        last = list(holder)[last]
    if len(holder) == 1:
        if not way:
            raise EditError("this is all that is in the file")
        return without(root, tuple(way))
    del holder[last]
    return root


def with_item(root: Any, path: Path, index: int, value: Value) -> Any:
    """Return the values with an item more in a list; a text becomes a list of itself first."""
    root = deepcopy(root)
    listed = _at(root, path)
    if isinstance(listed, str):
        root = with_value(root, path, [listed])
        listed = _at(root, path)
    listed.insert(index, value)
    return root


def moved(root: Any, path: Path, index: int, to: int) -> Any:
    """Return the values with an item of a list in another place."""
    root = deepcopy(root)
    listed = _at(root, path)
    listed.insert(to, listed.pop(index))
    return root


def _at(root: Any, path: Path) -> Any:
    value = root
    for step in path:
        if isinstance(value, dict) and isinstance(step, int):
            step = list(value)[step]
        try:
            value = value[step]
        except (KeyError, IndexError, TypeError) as error:
            raise EditError("this part is not in the file") from error
    return value
