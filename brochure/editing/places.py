"""Where the parts of a tree stand in a file's lines: nodes by their path, entries by their rows."""

from __future__ import annotations

from collections.abc import Iterator

from brochure._startup.records import dataclass
from brochure.editing.source_lines import SourceLines, indent_of, is_blank, is_note
from brochure.reading.yaml_nodes import Mapping, Node, Scalar, Sequence

Path = tuple[str | int, ...]
"""The way to a node from the root: keys of mappings, and places in lists from 0.

Of an item with a list of its own, which is a mapping of one key, "" is the text and 0 the list.
"""
CLOSING = {"[": "]", "{": "}"}


class EditError(ValueError):
    """An edit that cannot be made in these lines; the message says why."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An item of a list, or a key with its value: its rows, with the notes above and below it.

    ``lead`` is the first row, ``start`` that of the dash or the key, ``column`` its place there
    from 0, ``stop`` the row after the last. ``inline`` says that a dash stands before the key.
    """

    lead: int
    start: int
    column: int
    stop: int
    inline: bool = False


def find(root: Node | None, path: Path) -> Node:
    """Return the node at the end of a path; raise EditError if there is none."""
    node = root
    for step in path:
        node = _child(node, step)
    if node is None:
        raise EditError("this part is not in the file")
    return node


def _child(node: Node | None, step: str | int) -> Node | None:
    if isinstance(node, Sequence) and isinstance(step, int):
        return node.items[step] if 0 <= step < len(node.items) else None
    if isinstance(node, Mapping) and isinstance(step, int):
        return node.pairs[step][1] if 0 <= step < len(node.pairs) else None
    if isinstance(node, Mapping) and step == "":
        return node.pairs[0][0] if node.pairs else None
    if isinstance(node, Mapping):
        return next((value for key, value in node.pairs if key.text == step), None)
    return None


def scalars(node: Node) -> Iterator[Scalar]:
    """Yield every text and key of a node, in order."""
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from scalars(item)
    else:
        for key, value in node.pairs:
            yield key
            yield from scalars(value)


class Places:
    """The rows of nodes."""

    def __init__(self, source: SourceLines) -> None:
        """Look for them in these lines."""
        self.source = source

    def start(self, node: Node) -> tuple[int, int]:
        """Return row and offset of a node's first sign."""
        row = node.line - 1
        return row, self.source.offset(row, node.column)

    def end(self, node: Node) -> tuple[int, int]:
        """Return row and offset behind a text, or behind a list or mapping in brackets."""
        if isinstance(node, Scalar):
            if node.style in ("|", ">"):
                row = self.last(node)
                return row, len(self.source.rows[row])
            row = node.end_line - 1
            return row, self.source.offset(row, node.end_column)
        if not node.flow:
            row = self.last(node)
            return row, len(self.source.rows[row])
        return self._bracket(node)

    def _bracket(self, node: Sequence | Mapping) -> tuple[int, int]:
        """Return the place behind the closing bracket: nothing but signs and notes is before it."""
        row, at = self.start(node)
        closing = CLOSING.get(self.source.rows[row][at : at + 1], "")
        at += 1
        inner = node.items if isinstance(node, Sequence) else [value for _, value in node.pairs]
        if inner:
            row, at = self.end(inner[-1])
        while row < len(self.source.rows):
            line = self.source.rows[row]
            while at < len(line) and line[at] in " ,\t:":
                at += 1
            if closing and line[at : at + 1] == closing:
                return row, at + 1
            if not closing or (at < len(line) and line[at] != "#"):
                break
            row, at = row + 1, 0
        raise EditError("the end of this list cannot be found")

    def last(self, node: Node) -> int:
        """Return the last row of a node."""
        if isinstance(node, Scalar):
            return self._last_of_text(node)
        if node.flow:
            return self._bracket(node)[0]
        inner = node.items if isinstance(node, Sequence) else [value for _, value in node.pairs]
        return max([self.last(each) for each in inner], default=node.line - 1)

    def header_end(self, node: Scalar) -> tuple[int, int]:
        """Return the place behind the sign of a text that begins in the next line."""
        row, at = self.start(node)
        line = self.source.rows[row]
        while at < len(line) and line[at] in "|>+-0123456789":
            at += 1
        return row, at

    def _last_of_text(self, node: Scalar) -> int:
        row = node.end_line - 1
        if node.style not in ("|", ">"):
            return row
        if row >= len(self.source.rows) or (node.end_column == 1 and row > node.line - 1):
            row -= 1
        header = self.source.rows[node.line - 1][self.start(node)[1] :]
        if "+" not in header.partition("#")[0]:
            while row > node.line - 1 and is_blank(self.source.rows[row]):
                row -= 1
        return row

    def entries(self, node: Sequence | Mapping) -> list[Entry]:
        """Return the entries of a list or a mapping that is not in brackets.

        Raises EditError if two of them share a line.
        """
        if node.flow:
            raise EditError("this list is in brackets")
        found: list[Entry] = []
        for number, (start, column, value) in enumerate(self._starts(node)):
            before = found[-1].stop if found else 0
            inline = bool(self.source.rows[start][:column].strip())
            if start < before or (inline and (number or isinstance(node, Sequence))):
                raise EditError("two parts of the file share a line here")
            lead = start if inline else self._lead(start, before)
            found.append(Entry(lead, start, column, self._stop(value, start, column), inline))
        return found

    def _starts(self, node: Sequence | Mapping) -> Iterator[tuple[int, int, Node]]:
        """Yield row and column of each dash or key, and what follows it."""
        if isinstance(node, Mapping):
            for key, value in node.pairs:
                row, column = self.start(key)
                yield row, column, value
            return
        for item in node.items:
            row = item.line - 1
            column = self.source.offset(row, node.column)
            while row >= 0 and not self._has_dash(row, node.column, item):
                row -= 1
            if row < 0:
                raise EditError("the dash of this item cannot be found")
            column = self.source.offset(row, node.column)
            yield row, column, item

    def _has_dash(self, row: int, column: int, item: Node) -> bool:
        line = self.source.rows[row]
        at = self.source.offset(row, column)
        before = row < item.line - 1 or column < item.column
        return before and line[at : at + 1] == "-" and line[at + 1 : at + 2] in ("", " ", "\t")

    def _lead(self, start: int, before: int) -> int:
        """Return the first of the notes right above an entry."""
        row = start
        while row > before and is_note(self.source.rows[row - 1]):
            row -= 1
        return row

    def _stop(self, value: Node, start: int, column: int) -> int:
        """Return the row behind an entry; notes below it that are indented further are its own."""
        row = max(self.last(value), start) + 1
        rows = self.source.rows
        while row < len(rows) and is_note(rows[row]) and indent_of(rows[row]) > column:
            row += 1
        return row
