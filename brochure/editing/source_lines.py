"""The lines of a file as saved, each with its own end, and where a mark points in them."""

from __future__ import annotations

import re
from collections import Counter

from brochure.reading.spoiled_text import with_plain_heads

BOM = "\ufeff"
LINE = re.compile(r"([^\r\n]*)(\r\n|\r|\n|\Z)")


class SourceLines:
    """The lines of a text, to be changed; what is not changed is given back byte by byte.

    Rows count from 0, columns from 1 as in marks. Signs that draw nothing at the head of a line
    are not counted by marks, and are kept.
    """

    def __init__(self, text: str) -> None:
        """Part a text into its lines."""
        self.mark = BOM if text.startswith(BOM) else ""
        found = LINE.findall(text.removeprefix(BOM))
        self.rows: list[str] = [row for row, _ in found[:-1]] or [""]
        self.ends: list[str] = [end for _, end in found[:-1]] or [""]
        if self.ends[-1]:
            self.rows.append("")
            self.ends.append("")
        counts = Counter(end for end in self.ends if end)
        self.usual = counts.most_common(1)[0][0] if counts else "\n"

    def text(self) -> str:
        """Return the text."""
        return self.mark + "".join(map("".join, zip(self.rows, self.ends, strict=True)))

    def offset(self, row: int, column: int) -> int:
        """Return the place in a row that a mark's column points to."""
        line = self.rows[row] if row < len(self.rows) else ""
        return column - 1 + len(line) - len(with_plain_heads(line))

    def put(self, first: int, stop: int, rows: list[str]) -> None:
        """Put lines in place of the rows from ``first`` to ``stop``, which is not replaced itself.

        New lines end as the file's lines do; the file ends as it did.
        """
        last = self.ends[-1]
        kept = dict(zip(self.rows[first:stop], self.ends[first:stop], strict=True))
        self.rows[first:stop] = rows
        self.ends[first:stop] = [kept.get(row) or self.usual for row in rows]
        self.ends[:-1] = [end or self.usual for end in self.ends[:-1]]
        if not self.rows:
            self.rows, self.ends = [""], [""]
        self.ends[-1] = last

    def splice(self, start: tuple[int, int], stop: tuple[int, int], words: str) -> None:
        """Put words, of one line or several, between two places (row and offset)."""
        head, tail = self.rows[start[0]][: start[1]], self.rows[stop[0]][stop[1] :]
        rows, end = (head + words + tail).split("\n"), self.ends[stop[0]]
        self.put(start[0], stop[0] + 1, rows)
        self.ends[start[0] + len(rows) - 1] = end

    def between(self, start: tuple[int, int], stop: tuple[int, int]) -> str:
        """Return the words between two places, their lines ended by line feeds."""
        rows = self.rows[start[0] : stop[0] + 1]
        rows[-1] = rows[-1][: stop[1]]
        rows[0] = rows[0][start[1] :]
        return "\n".join(rows)


def is_blank(row: str) -> bool:
    """Return whether a line holds nothing."""
    return not row.strip()


def is_note(row: str) -> bool:
    """Return whether a line is a note."""
    return row.lstrip().startswith("#")


def indent_of(row: str) -> int:
    """Return the room before a line's first word."""
    return len(row) - len(row.lstrip(" "))


def retyped(text: str, typed: str) -> str:
    """Return what was typed over a text in a field that knows one kind of line end.

    The mark at the head and the ends of the lines that stay are those of the text; so is whether
    the last line has one, unless that was changed.
    """
    source = SourceLines(text)
    old, new = source.rows, re.split(r"\r\n|\r|\n", typed.removeprefix(BOM))
    head = _alike(old, new)
    tail = _alike(old[head:][::-1], new[head:][::-1])
    ends = [source.usual] * len(new)
    ends[:head] = source.ends[:head]
    if tail:
        ends[-tail:] = source.ends[-tail:]
    ends = [end or source.usual for end in ends[:-1]] + [""]
    return source.mark + "".join(map("".join, zip(new, ends, strict=True)))


def _alike(one: list[str], other: list[str]) -> int:
    """Return how many lines two lists have in common from their starts on."""
    pairs = zip(one, other, strict=False)
    return next((at for at, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))
