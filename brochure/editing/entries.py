"""Entries put into the lines of a file, taken out and moved, their notes with them."""

from __future__ import annotations

from brochure.editing.places import EditError, Entry, Places, scalars
from brochure.editing.source_lines import is_blank, is_note
from brochure.editing.typed_values import STEP
from brochure.reading.yaml_nodes import Mapping, Node, Scalar, Sequence


class Entries:
    """The entries of one list or mapping that is typed line by line."""

    def __init__(self, places: Places, node: Sequence | Mapping) -> None:
        """Find them; raise EditError if they are typed otherwise."""
        self.source = places.source
        self.places = places
        self.node = node
        self.found: list[Entry] = places.entries(node)

    @property
    def indent(self) -> int:
        """How far in the dashes or keys stand, in spaces."""
        return self.found[0].column

    def rows(self, number: int) -> list[str]:
        """Return the lines of an entry."""
        return self.source.rows[self.found[number].lead : self.found[number].stop]

    def between(self, number: int) -> list[str]:
        """Return the lines between an entry and the next."""
        return self.source.rows[self.found[number].stop : self.found[number + 1].lead]

    def insert(self, index: int, rows: list[str]) -> None:
        """Put an entry's lines before place ``index``, apart from the next as the others are."""
        white = [row for row in self.between(0) if is_blank(row)] if len(self.found) > 1 else []
        if index == 0:
            if self.found[0].inline:
                raise EditError("the first line of a part cannot be moved")
            self.source.put(self.found[0].lead, self.found[0].lead, [*rows, *white])
        else:
            at = self.found[index - 1].stop
            self.source.put(at, at, [*white, *rows])

    def replace(self, number: int, rows: list[str]) -> None:
        """Put other lines in the place of an entry; the notes in it stand above them then."""
        entry = self.found[number]
        notes = self.notes_in(number)
        if entry.inline:
            head = self.source.rows[entry.start][: entry.column]
            rows = [head + rows[0].lstrip(), *rows[1:]]
        above = self.source.rows[entry.lead : entry.start]
        self.source.put(entry.lead, entry.stop, [*above, *notes, *rows])

    def notes_in(self, number: int) -> list[str]:
        """Return the notes between an entry's own lines and behind its words, as lines."""
        entry, value = self.found[number], _value(self.node, number)
        texts = list(scalars(value))
        if isinstance(self.node, Mapping):
            texts.append(self.node.pairs[number][0])
        covered = {row for text in texts for row in self._rows_of(text)}
        rows = range(entry.start, entry.stop)
        found = [(row, self.source.rows[row]) for row in rows if row not in covered]
        ends = [(entry.start, entry.column + 1), *map(self.places.end, texts)]
        ends += [self.places.header_end(text) for text in texts if text.style in ("|", ">")]
        found += [(row, self.source.rows[row][at:].lstrip(" ,]}:")) for row, at in sorted(ends)]
        notes = [
            " " * entry.column + words.lstrip() for _, words in sorted(found) if is_note(words)
        ]
        return list(dict.fromkeys(notes))

    def _rows_of(self, text: Scalar) -> range:
        return range(text.line - 1, self.places.last(text) + 1)

    def delete(self, number: int) -> None:
        """Take an entry out with one of the white lines around it."""
        entry, rows = self.found[number], self.source.rows
        if entry.inline:
            self._delete_inline(entry, self.found[number + 1])
            return
        first, stop = entry.lead, entry.stop
        if number + 1 < len(self.found):
            while stop < self.found[number + 1].lead and is_blank(rows[stop]):
                stop += 1
        elif number:
            while first > self.found[number - 1].stop and is_blank(rows[first - 1]):
                first -= 1
        self.source.put(first, stop, [])

    def _delete_inline(self, entry: Entry, after: Entry) -> None:
        """Take out the key behind a dash; the dash goes to the next one."""
        rows = self.source.rows
        head = rows[entry.start][: entry.column]
        kept = [head + rows[after.start][after.column :]]
        notes = [row for row in rows[entry.stop : after.start] if not is_blank(row)]
        outdent = len(head) - len(head.lstrip())
        notes = [" " * outdent + row.lstrip() for row in notes]
        self.source.put(entry.start, after.start + 1, [*notes, *kept])

    def move(self, number: int, to: int) -> None:
        """Move an entry with its notes; the white lines between entries stay where they are."""
        order = list(range(len(self.found)))
        order.insert(to, order.pop(number))
        rows: list[str] = []
        for place, entry in enumerate(order):
            rows += self.rows(entry)
            rows += self.between(place) if place + 1 < len(order) else []
        self.source.put(self.found[0].lead, self.found[-1].stop, rows)


def _value(node: Sequence | Mapping, number: int) -> Node:
    return node.items[number] if isinstance(node, Sequence) else node.pairs[number][1]


def list_indent(places: Places, root: Node | None, column: int) -> int:
    """Return how far in the dashes of a list under a key stand that is ``column`` in itself.

    As in the file's first such list: there are files whose dashes stand right below the key.
    """
    left = [root]
    while left:
        node = left.pop(0)
        if isinstance(node, Mapping) and not node.flow:
            for key, value in node.pairs:
                if isinstance(value, Sequence) and not value.flow and value.line > key.line:
                    return column + value.column - key.column
                left.append(value)
        elif isinstance(node, Sequence):
            left += node.items
    return column + STEP
