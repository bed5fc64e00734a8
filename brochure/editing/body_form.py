"""A section's short form, of a text, lists and a picture, written as the blocks of ``body:``."""

from __future__ import annotations

from copy import deepcopy

from brochure.editing.entries import Entries, list_indent
from brochure.editing.places import EditError, Path, Places
from brochure.editing.source_lines import indent_of
from brochure.editing.typed_values import item_rows
from brochure.editing.wanted import value_of, with_value
from brochure.reading.yaml_nodes import Mapping, Node, Scalar, Sequence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from brochure.editing.typed_values import Writing

SHORT_FORM = ("text", "bullets", "steps", "closing", "image")
"""The keys of the short form, in the order they are read."""
TEXTS = ("text", "closing")


def wanted_body(root: Any, path: Path) -> Any:
    """Return the values with a section's short form as a body."""
    root = deepcopy(root)
    section = root
    for step in path:
        section = section[step]
    body: list[Any] = []
    for key in [key for key in SHORT_FORM if key in section]:
        value = section.pop(key)
        if key in TEXTS:
            body += value if isinstance(value, list) else [value]
        else:
            body.append({key: value})
    if not body or "body" in section:
        raise EditError("this section has a body already, or nothing to write as one")
    return with_value(root, (*path, "body"), body)


def into_body(places: Places, root: Node, section: Mapping, write: Writing) -> None:
    """Write the section's short form as a body, in place of the first of its keys."""
    entries = Entries(places, section)
    names = [key.text for key, _ in section.pairs]
    present = [name for name in SHORT_FORM if name in names]
    dashes = list_indent(places, root, entries.indent)
    rows = [" " * entries.indent + "body:"]
    for name in present:
        rows += _blocks(places, entries, names.index(name), dashes, write)
    numbers = sorted(names.index(name) for name in present)
    first = entries.found[numbers[0]]
    if first.inline:
        raise EditError("the heading must stand first in its section")
    for number in reversed(numbers):
        entry = entries.found[number]
        places.source.put(entry.lead, entry.stop, rows if number == numbers[0] else [])


def _blocks(
    places: Places, entries: Entries, number: int, dashes: int, write: Writing
) -> list[str]:
    """Return the blocks that a key of the short form stands for, as lines."""
    key, value = entries.node.pairs[number]  # type: ignore[union-attr]
    entry = entries.found[number]
    if key.text not in TEXTS:
        own = entries.rows(number)
        notes = own[: entry.start - entry.lead]
        inner = shifted(own[len(notes) :], dashes + 2 - entry.column)
        inner[0] = f"{' ' * dashes}- {inner[0].lstrip()}"
        return [*shifted(notes, dashes - entry.column), *inner]
    above = [*places.source.rows[entry.lead : entry.start], *_behind_key(places, key, value)]
    notes = [" " * dashes + note.lstrip() for note in above]
    if isinstance(value, Sequence) and not value.flow:
        listed = Entries(places, value)
        rows = places.source.rows[listed.found[0].lead : listed.found[-1].stop]
        tail = places.source.rows[listed.found[-1].stop : entry.stop]
        return [*notes, *shifted([*rows, *tail], dashes - listed.indent)]
    notes += [" " * dashes + note.lstrip() for note in entries.notes_in(number)]
    texts = [value] if isinstance(value, Scalar) else value.items  # type: ignore[union-attr]
    words = [value_of(each) for each in texts]
    return [*notes, *(row for text in words for row in item_rows(text, dashes, write))]


def _behind_key(places: Places, key: Scalar, value: Node) -> list[str]:
    """Return the note behind a key whose list begins in the next line."""
    row, at = places.end(key)
    behind = places.source.rows[row][at:].lstrip(": ")
    return [behind] if behind.startswith("#") and value.line > key.line else []


def shifted(rows: list[str], by: int) -> list[str]:
    """Return lines moved to the right by so many spaces, to the left if below zero."""
    if by >= 0:
        return [" " * by + row if row.strip() else row for row in rows]
    return [row[min(-by, indent_of(row)) :] for row in rows]
