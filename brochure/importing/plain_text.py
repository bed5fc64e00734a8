"""Plain text to pieces: paragraphs, wrapped lines, tables set with tabs; underlined headings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from brochure._startup.records import dataclass, replace
from brochure.importing.pieces import Document, Line, Run, Table
from brochure.reading.list_signs import sign_of
from brochure.reading.typed_lines import Line as TypedLine
from brochure.reading.typed_lines import table_in

TYPE_CHECKING = False
if TYPE_CHECKING:
    from brochure.importing.pieces import Piece

NARROWEST_WRAPPED, WIDEST_WRAPPED = 40, 110
"""Characters: a file whose longest line is longer or shorter does not break its paragraphs."""
FULL = 0.75
"""The share of the width from which on a line that ends no sentence goes on in the next."""
_UNDERLINE = re.compile(r"(={3,}|-{3,}|~{3,}|\*{3,}|_{3,})$")
_MARKS = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"\xef\xbb\xbf", "utf-8-sig"))


@dataclass(frozen=True, slots=True)
class _Row:
    """A line as typed: its number from 1, how far in it begins, and its words."""

    number: int
    indent: int
    words: str


def decoded(data: bytes) -> str:
    """Return the text of bytes: UTF-8, UTF-16 with its mark, else Windows' own; plain line ends."""
    named = next((name for mark, name in _MARKS if data.startswith(mark)), "utf-8")
    try:
        text = data.decode(named)
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")
    for end in ("\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"):
        text = text.replace(end, "\n")
    return text.replace("\0", "")


def read(data: bytes, name: str) -> Document:
    """Return the pieces of a plain text; never raises for what it holds."""
    rows = _rows(decoded(data))
    width = _width(rows)
    pieces: list[Piece] = []
    for block in _blocks(rows):
        pieces += _pieces(block, width)
    return Document(tuple(pieces))


def _rows(text: str) -> list[_Row]:
    lines = (line.expandtabs(1) if not line.strip("\t ") else line for line in text.split("\n"))
    return [
        _Row(number, len(line) - len(line.lstrip()), line.strip())
        for number, line in enumerate(lines, 1)
    ]


def _width(rows: Sequence[_Row]) -> int:
    """Return how wide the file's lines are broken; 0 if each paragraph is a line of its own.

    Lines are broken if several that others follow are of nearly one length.
    """
    long = [
        row.indent + len(row.words)
        for row, below in pairwise(rows)
        if row.words and below.words and not sign_of(below.words)
    ]
    long = [length for length in long if NARROWEST_WRAPPED <= length <= WIDEST_WRAPPED]
    widest = max(long, default=0)
    return widest if sum(length > FULL * widest for length in long) > 1 else 0


def _blocks(rows: Sequence[_Row]) -> Iterator[list[_Row]]:
    """Yield the rows between blank ones."""
    block: list[_Row] = []
    for row in rows:
        if row.words:
            block.append(row)
        elif block:
            yield block
            block = []
    if block:
        yield block


def _pieces(block: list[_Row], width: int) -> Iterator[Piece]:
    """Yield what a block is: a table, or lines, of which wrapped ones are joined."""
    table = _table(block)
    if table:
        yield table
        return
    for rows in _joined(block, width):
        last = rows[-1].words
        if len(rows) > 1 and _UNDERLINE.match(last):
            words = " ".join(row.words for row in rows[:-1])
            yield _line(rows[0], words, heading=1 if last[0] in "=*" else 2)
        elif not _UNDERLINE.match(rows[0].words):
            yield _line(rows[0], " ".join(row.words for row in rows))


def _line(row: _Row, words: str, heading: int = 0) -> Line:
    line = Line((Run(words),), "text", row.indent, line=row.number)
    return replace(line, role="heading", level=heading) if heading else line


def _table(block: list[_Row]) -> Table | None:
    """Return a block as a table if its rows are set in columns."""
    if len(block) < 2 or any(sign_of(row.words) for row in block):
        return None
    typed = [TypedLine(row.number, row.indent, row.words) for row in block]
    cells = table_in(typed)
    if not cells or len(cells) < len(block) - _rules(block) or len(cells) < 2:
        return None
    rows = tuple(tuple((Run(cell.strip()),) for cell in row) for row in cells)
    return Table(rows, line=block[0].number)


def _rules(block: list[_Row]) -> int:
    """Return how many rows of a block are drawn lines."""
    return sum(not any(map(str.isalnum, row.words)) for row in block)


def _joined(block: list[_Row], width: int) -> Iterator[list[_Row]]:
    """Yield the rows of each paragraph or item of a block."""
    group = block[:1]
    for above, row in pairwise(block):
        if _goes_on(group, above, row, width):
            group.append(row)
        else:
            yield group
            group = [row]
    yield group


def _nested(group: list[_Row], above: _Row, row: _Row, width: int) -> bool:
    """Return whether a row below an item begins with Word's letter "o", the sign of a list in it.

    Where the line above was broken for lack of room, "o" is a word of Spanish.
    """
    within = row.indent > group[0].indent and _signed(group[0].words)
    beside = row.indent == group[0].indent and group[0].words[:2] in LETTER_O
    room = above.indent + len(above.words) + len(" o") + len(row.words.split()[-1])
    short = room < (width or NARROWEST_WRAPPED)
    return row.words[:2] in LETTER_O and short and (within or beside)


def _signed(words: str) -> bool:
    return words[:2] in LETTER_O or sign_of(words) is not None


LETTER_O = ("o ", "o\t")


def _goes_on(group: list[_Row], above: _Row, row: _Row, width: int) -> bool:
    """Return whether a row goes on with the one above: its first word had no room there."""
    if _UNDERLINE.match(row.words):
        return len(group) == 1 and abs(len(row.words) - len(above.words)) <= len(above.words)
    if _UNDERLINE.match(above.words) or sign_of(row.words):
        return False
    if _nested(group, above, row, width):
        return False
    hanging = row.indent > group[0].indent and sign_of(group[0].words) is not None
    first, _, rest = row.words.partition(" ")
    length = above.indent + len(above.words)
    full = length + 1 + len(first) > width > 0
    ended = above.words.rstrip("\"')”’")[-1:] in ".?!:" and not row.words[:1].islower()
    within = length > FULL * width > 0 and not ended
    within = within or (length >= NARROWEST_WRAPPED and not ended and row.words[:1].islower())
    return full or within or (hanging and (bool(rest) or row.words[:1].islower()))
