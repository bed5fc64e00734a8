"""One change of a content file, made in its lines and then proven.

An edit is tried in the ways that it can be typed, the likeliest first: the file is read again, and
the first way whose whole tree is the wanted one is taken. So a text that YAML would take for
something else gets quotes, and what cannot be typed is refused; nothing is changed by guess.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from brochure._startup.records import dataclass
from brochure.editing.body_form import into_body, wanted_body
from brochure.editing.brackets import bracketed, parts_of, write_brackets
from brochure.editing.entries import Entries, list_indent
from brochure.editing.places import EditError, Path, Places, find
from brochure.editing.source_lines import SourceLines
from brochure.editing.texts import ways_to_type
from brochure.editing.typed_values import item_rows, pair_rows, plain, quoted
from brochure.editing.wanted import moved, value_of, with_item, with_value, without
from brochure.reading.schema import HANDOUT, Field
from brochure.reading.yaml_nodes import Mapping, Node, Scalar, Sequence
from brochure.reading.yaml_reader import read_marked

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from brochure.editing.typed_values import Value, Writing

WRITINGS = (plain, quoted)
"""The ways to type the texts of a new part."""


@dataclass(frozen=True, slots=True)
class SetText:
    """Change a text; the text of an item with a list under it, too."""

    path: Path
    text: str


@dataclass(frozen=True, slots=True)
class Put:
    """Put a value under a key of the mapping at ``path``; one that is there is replaced."""

    path: Path
    key: str
    value: Value


@dataclass(frozen=True, slots=True)
class Insert:
    """Put an item into a list before place ``index``; a lone text becomes a list first."""

    path: Path
    index: int
    value: Value


@dataclass(frozen=True, slots=True)
class Replace:
    """Put another value in the place of an item, or of what stands under a key."""

    path: Path
    value: Value


@dataclass(frozen=True, slots=True)
class Delete:
    """Take an item, or a key with its value, out; the last item takes its list along."""

    path: Path


@dataclass(frozen=True, slots=True)
class Move:
    """Move an item of the list at ``path`` to another place."""

    path: Path
    index: int
    to: int


@dataclass(frozen=True, slots=True)
class ToBody:
    """Write a section's text, lists and picture as the blocks of its ``body:``."""

    path: Path


Edit = SetText | Put | Insert | Replace | Delete | Move | ToBody


def edited(text: str, edits: list[Edit] | tuple[Edit, ...]) -> str:
    """Return a file's text with the edits made, one after the other; all, or none of them.

    Raises EditError, with a sentence, if the file cannot be read or an edit cannot be made.
    """
    for edit in edits:
        text = _edited(text, edit)
    return text


def _edited(text: str, edit: Edit) -> str:
    root = read_root(text)
    if root is None:
        raise EditError("the file has a fault; mend it in the text first")
    tries, wish = EDITS[type(edit)]
    goal = _goal(wish, root, edit)
    for change in tries(root, edit, Places(SourceLines(text))):
        source = SourceLines(text)
        change(Places(source))
        made = source.text()
        after = read_root(made)
        if after is not None and value_of(after) == goal:
            return made
    raise EditError("this part can be changed in the text only")


def _goal(wish: Wish, root: Node, edit: Edit) -> Any:
    """Return what the file must hold after an edit."""
    try:
        return wish(value_of(root), edit)
    except (KeyError, IndexError, TypeError, ValueError, AttributeError) as error:
        raise EditError("this part is not in the file") from error


def read_root(text: str) -> Node | None:
    """Return the tree of a file's text; None if it has a fault that bars reading."""
    marked = read_marked(text.encode("utf-8", "surrogatepass"), "text")
    faulty = any(problem.level == "error" for problem in marked.problems)
    return None if faulty else marked.root


Change = Callable[[Places], None]
"""Changes the lines that the places are in."""


def _set_text(root: Node, edit: SetText, places: Places) -> Iterator[Change]:
    return _texts(find(root, edit.path), edit.text, places, edit.path[-1:] == ("",))


def _texts(node: Node, text: str, places: Places, is_key: bool = False) -> Iterator[Change]:
    """Yield the ways to put a text in the place of another one."""
    if not isinstance(node, Scalar):
        raise EditError("this is not a text")
    for words in ways_to_type(places, node, text, is_key):
        yield partial(_type, node=node, words=words)


def _type(places: Places, node: Scalar, words: str) -> None:
    """Type words in the place of a text, or where one is missing."""
    (row, at), stop = places.start(node), places.end(node)
    if not node.text and not node.style:
        at += places.source.rows[row][at : at + 1] == ":"
        places.source.splice((row, at), (row, at), " " + words)
    else:
        places.source.splice((row, at), stop, words)


def _put(root: Node, edit: Put, places: Places) -> Iterator[Change]:
    node = find(root, edit.path)
    if not isinstance(node, Mapping):
        raise EditError("keys cannot stand here")
    if any(key.text == edit.key for key, _ in node.pairs):
        yield from _replace(root, Replace((*edit.path, edit.key), edit.value), places)
        return
    place = _place_of(node, edit.path, edit.key)
    for write in WRITINGS:
        rows = _pair(places, root, node, edit.key, edit.value, write)
        yield partial(_add, node=node, place=place, rows=rows, edit=edit)


def _pair(
    places: Places, root: Node, node: Mapping, key: str, value: Value, write: Writing
) -> list[str]:
    """Return a key with its value as lines of a mapping."""
    column = 0 if node.flow else places.start(node.pairs[0][0])[1]
    indent = list_indent(places, root, column) if isinstance(value, list) else None
    return pair_rows(key, value, column, write, indent)


def _add(
    places: Places, node: Sequence | Mapping, place: int, rows: list[str], edit: Put | Insert
) -> None:
    """Put an entry before place ``place`` of a list or a mapping."""
    if node.flow:
        parts = parts_of(places, node)
        parts.insert(place, bracketed(edit.value, edit.key if isinstance(edit, Put) else ""))
        write_brackets(places, node, parts)
    else:
        Entries(places, node).insert(place, rows)


def _place_of(node: Mapping, path: Path, key: str) -> int:
    """Return where a key belongs among those that are there, by the order of the schema."""
    order = [field.name for field in fields_at(path)]
    before = order[: order.index(key)] if key in order else [each.text for each, _ in node.pairs]
    places = [number for number, (each, _) in enumerate(node.pairs, 1) if each.text in before]
    return max(places, default=len(node.pairs))


def fields_at(path: Path) -> tuple[Field, ...]:
    """Return the keys that a mapping may have by the schema; none where it says nothing."""
    fields: tuple[Field, ...] = HANDOUT
    for step in path:
        if isinstance(step, str):
            fields = next((field.fields for field in fields if field.name == step), ())
    return fields


def _insert(root: Node, edit: Insert, places: Places) -> Iterator[Change]:
    node = find(root, edit.path)
    if isinstance(node, Scalar):
        values: list[Value] = [node.text]
        values.insert(edit.index, edit.value)
        yield from _replace(root, Replace(edit.path, values), places)
        return
    if not isinstance(node, Sequence):
        raise EditError("items cannot stand here")
    index = min(max(edit.index, 0), len(node.items))
    for write in WRITINGS:
        rows = item_rows(edit.value, _dashes(places, node), write)
        yield partial(_add, node=node, place=index, rows=rows, edit=edit)


def _dashes(places: Places, node: Sequence) -> int:
    return 0 if node.flow else places.source.offset(node.line - 1, node.column)


def _replace(root: Node, edit: Replace, places: Places) -> Iterator[Change]:
    node, holder = find(root, edit.path), find(root, edit.path[:-1])
    if isinstance(node, Scalar) and isinstance(edit.value, str):
        yield from _texts(node, edit.value, places)
        return
    if not edit.path or not isinstance(holder, Sequence | Mapping):
        raise EditError("this part is not in the file")
    number = _number(holder, edit.path[-1])
    key = holder.pairs[number][0].text if isinstance(holder, Mapping) else ""
    words = bracketed(edit.value, key)
    for write in WRITINGS:
        if isinstance(holder, Mapping):
            rows = _pair(places, root, holder, key, edit.value, write)
        else:
            rows = item_rows(edit.value, _dashes(places, holder), write)
        yield partial(_exchange, holder=holder, number=number, rows=rows, words=words)


def _exchange(
    places: Places, holder: Sequence | Mapping, number: int, rows: list[str], words: str
) -> None:
    """Put lines in the place of an entry, or words where the entries are in brackets."""
    if holder.flow:
        parts = parts_of(places, holder)
        parts[number] = words
        write_brackets(places, holder, parts)
    else:
        Entries(places, holder).replace(number, rows)


def _number(holder: Sequence | Mapping, step: str | int) -> int:
    """Return the number of an entry: the place of an item, or that of a key."""
    if isinstance(step, int):
        return step
    keys = [key.text for key, _ in holder.pairs] if isinstance(holder, Mapping) else []
    if step not in keys:
        raise EditError("this part is not in the file")
    return keys.index(step)


def _delete(root: Node, edit: Delete, places: Places) -> Iterator[Change]:
    find(root, edit.path)
    path = edit.path
    while len(path) > 1 and _count(find(root, path[:-1])) == 1:
        path = path[:-1]
    holder = find(root, path[:-1])
    if not isinstance(holder, Sequence | Mapping):
        raise EditError("this part is not in the file")
    number = _number(holder, path[-1])
    yield partial(_take, holder=holder, number=number)


def _count(node: Node) -> int:
    if isinstance(node, Scalar):
        return 0
    return len(node.items if isinstance(node, Sequence) else node.pairs)


def _take(places: Places, holder: Sequence | Mapping, number: int) -> None:
    if holder.flow:
        parts = parts_of(places, holder)
        del parts[number]
        write_brackets(places, holder, parts)
    else:
        Entries(places, holder).delete(number)


def _move(root: Node, edit: Move, places: Places) -> Iterator[Change]:
    node = find(root, edit.path)
    if not isinstance(node, Sequence) or not 0 <= edit.to < len(node.items) > edit.index >= 0:
        raise EditError("this part cannot be moved there")
    yield partial(_shift, node=node, index=edit.index, to=edit.to)


def _shift(places: Places, node: Sequence, index: int, to: int) -> None:
    if node.flow:
        parts = parts_of(places, node)
        parts.insert(to, parts.pop(index))
        write_brackets(places, node, parts)
    else:
        Entries(places, node).move(index, to)


def _to_body(root: Node, edit: ToBody, places: Places) -> Iterator[Change]:
    node = find(root, edit.path)
    if not isinstance(node, Mapping) or node.flow:
        raise EditError("this is not a section")
    for write in WRITINGS:
        yield partial(into_body, root=root, section=node, write=write)


Tries = Callable[["Any", "Any", Places], Iterator[Change]]
Wish = Callable[["Any", "Any"], "Any"]
EDITS: dict[type, tuple[Tries, Wish]] = {
    SetText: (_set_text, lambda value, edit: with_value(value, edit.path, edit.text)),
    Put: (
        _put,
        lambda value, edit: with_value(value, (*edit.path, edit.key), edit.value),
    ),
    Insert: (
        _insert,
        lambda value, edit: with_item(value, edit.path, edit.index, edit.value),
    ),
    Replace: (_replace, lambda value, edit: with_value(value, edit.path, edit.value)),
    Delete: (_delete, lambda value, edit: without(value, edit.path)),
    Move: (_move, lambda value, edit: moved(value, edit.path, edit.index, edit.to)),
    ToBody: (_to_body, lambda value, edit: wanted_body(value, edit.path)),
}
"""For each edit, the ways to make it and what the file must hold then."""
