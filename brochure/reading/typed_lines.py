"""The lines of a text as they were typed: paragraphs, lists, tables and staff notes in them.

A text is set as running lines. What its line ends or columns meant would be lost, so it is found
here, and shown as it should be typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from brochure._startup.records import dataclass
from brochure.language.messages import typed
from brochure.reading.encoding import LINE_END
from brochure.reading.list_signs import Sign, dotted, sign_of
from brochure.reading.yaml_nodes import Scalar


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a text: its row in the file (0-based), where its words begin, and the words."""

    row: int
    column: int
    words: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines with no blank one between them."""

    lines: tuple[Line, ...]

    @property
    def words(self) -> str:
        """The lines as one text."""
        return "\n".join(line.words for line in self.lines)


@dataclass(frozen=True, slots=True)
class TypedList:
    """A list that was typed into a text: the words before it, its items, and those after it."""

    line: Line
    sign: str
    key: str  # "bullets" or "steps"
    before: tuple[str, ...]
    items: tuple[str, ...]
    after: tuple[str, ...] = ()


def paragraphs_of(node: Scalar, rows: Sequence[str]) -> list[Paragraph]:
    """Return the paragraphs of a text of several lines; ``rows`` are the lines of its file."""
    found: list[list[Line]] = [[]]
    for line in _lines(node, rows):
        if line.words:
            found[-1].append(line)
        elif found[-1]:
            found.append([])
    return [Paragraph(tuple(lines)) for lines in found if lines]


def _lines(node: Scalar, rows: Sequence[str]) -> Iterator[Line]:
    """Yield the lines of a text, blank ones with no words."""
    if node.style in ("|", ">"):
        yield from _of_block(node, rows)
    elif node.style and node.end_line > node.line and "\\" in _source(node, rows):
        for words in node.text.split("\n"):  # the parser has joined the lines of a paragraph
            yield from (Line(node.line - 1, node.column - 1, part) for part in ("", words.strip()))
    elif node.end_line == node.line:
        for words in node.text.replace(LINE_END, "\n").split("\n"):
            yield Line(node.line - 1, node.column - 1, words.strip())
    else:
        yield from _of_plain(node, rows)


def _of_block(node: Scalar, rows: Sequence[str]) -> Iterator[Line]:
    indent = -1
    for row in range(node.line, min(node.end_line, len(rows))):
        line = rows[row]
        words = line.strip()
        column = len(line) - len(line.lstrip())
        if words and indent < 0:
            indent = column
        if words and column < indent:
            return
        yield Line(row, column, words)


def _source(node: Scalar, rows: Sequence[str]) -> str:
    """Return the lines that a text stands in."""
    return "\n".join(rows[node.line - 1 : node.end_line])


def _of_plain(node: Scalar, rows: Sequence[str]) -> Iterator[Line]:
    for row in range(node.line - 1, min(node.end_line, len(rows))):
        first, last = row == node.line - 1, row == node.end_line - 1
        line = rows[row][: node.end_column - 1] if last else rows[row]
        start = node.column - 1 if first else len(line) - len(line.lstrip())
        words = line[start:].strip()
        if node.style:
            words = words[1:] if first else words
            words = (words[:-1] if last else words).replace(node.style * 2, node.style)
        yield Line(row, start, words.strip())


# ------------------------------------------------------------------- lists


def list_in(paragraphs: Sequence[Paragraph]) -> TypedList | None:
    """Return the list that is typed into a text; None if there is none.

    One dot is a list; a dash may be one of a sentence, a number the end of one.
    """
    lines = [line for paragraph in paragraphs for line in paragraph.lines]
    for line in lines:
        before, items = dotted(line.words)
        if items:
            return TypedList(line, "•", "bullets", (before,) if before else (), tuple(items))
    signs = [sign_of(line.words) for line in lines]
    starts = {paragraph.lines[0] for paragraph in paragraphs}
    for kind in ("dot", "box", "number", "alpha", "dash"):
        places = [at for at, sign in enumerate(signs) if sign and sign.kind == kind]
        if places and _is_list(kind, places, lines, signs, starts):
            return _as_list(lines, signs, places, starts)
    return None


def _is_list(
    kind: str,
    places: list[int],
    lines: list[Line],
    signs: list[Sign | None],
    starts: set[Line],
) -> bool:
    if kind in ("dot", "box"):
        return True
    if kind in ("number", "alpha"):
        counts = [sign.number for at in places if (sign := signs[at])]
        return len(counts) > 1 and all(b == a + 1 for a, b in pairwise(counts))
    if len(places) > 1:
        return True
    at = places[0]
    sign = signs[at]
    ended = lines[at] in starts or lines[at - 1].words.rstrip("\"'”’)")[-1:] in ":.!?;"
    return sign is not None and (ended or sign.words[:1].isupper())


def _as_list(
    lines: list[Line], signs: list[Sign | None], places: list[int], starts: set[Line]
) -> TypedList:
    """Return the lines as a list; a line without a sign goes on with the item above it."""
    first = places[0]
    items: list[str] = []
    after: list[str] = []
    for at in range(first, len(lines)):
        sign, words = signs[at], lines[at].words
        if at in places and sign:
            items.append(sign.words)
        elif at > places[-1] and (after or lines[at] in starts):
            after.append(words)
        else:
            items[-1] += f" {words}"
    before = tuple(line.words for line in lines[:first])
    sign = signs[first]
    assert sign is not None
    key = "steps" if sign.kind in ("number", "alpha") else "bullets"
    return TypedList(lines[first], sign.mark, key, before, tuple(items), tuple(after))


def list_hint(found: TypedList, key: str) -> str:
    """Return what to type in place of a list in the text of a key; of a list item without one."""
    if key in ("text", "closing"):
        lines = list_lines(found, "")
        return f"Type the list under `{found.key}:`, a key of the section:\n" + "\n".join(lines)
    lines = [f"- {typed(item)}" for item in found.items]
    return "Type each item on a line of its own in a list of the section:\n" + "\n".join(lines)


def list_lines(found: TypedList, indent: str) -> list[str]:
    """Return the lines of a section that say the same with keys."""
    before, after = " ".join(found.before), " ".join(found.after)
    lines = [f"{indent}text: {typed(before)}"] if before else []
    lines.append(f"{indent}{found.key}:")
    lines += [f"{indent}  - {typed(item)}" for item in found.items]
    return [*lines, f"{indent}closing: {typed(after)}"] if after else lines


# ------------------------------------------------------------------ tables

_GAP = re.compile(r"\t[\t ]*| +\t[\t ]*|(?<![.!?:;]) {2,}| {3,}")
_PIPE = re.compile(r"\s*\|\s*")
_RULE = re.compile(r"[\s|:+=-]*")


def table_in(lines: Sequence[Line]) -> list[list[str]] | None:
    """Return the cells of a table that is set with tabs, bars or spaces; None if there is none."""
    if sum("|" in line.words[1:] for line in lines) > 1:
        piped = [line.words for line in lines if "|" in line.words]
        rows = [_PIPE.split(words.strip("| ")) for words in piped if not _RULE.fullmatch(words)]
    elif sum("\t" in line.words for line in lines) > 1 or _aligned(lines):
        rows = [cells for line in lines if len(cells := _GAP.split(line.words)) > 1]
    else:
        rows = []
    return rows or None


def _aligned(lines: Sequence[Line]) -> bool:
    """Return whether two lines have a gap of two spaces or more that ends at a like column."""
    seen: set[int] = set()
    for line in lines:
        gaps = list(_GAP.finditer(line.words))
        here = {line.column + gap.end() for gap in gaps}
        here |= {line.column + gap.start() for gap in gaps[1:]}
        here |= {line.column + len(line.words)} if gaps else set()
        if any({at - 1, at, at + 1} & seen for at in here):
            return True
        seen |= here
    return False


def table_hint(rows: list[list[str]]) -> str:
    """Return what to type in place of a table that is typed as text."""
    return "Make it bullets, one line a row:\n" + "\n".join(table_lines(rows, ""))


def table_lines(rows: list[list[str]], indent: str) -> list[str]:
    """Return a table's rows as bullets that name their columns."""
    head, *body = rows
    named = bool(body) and all(len(row) == len(head) for row in body)
    named = named and not any(char.isdigit() for cell in head[1:] for char in cell)
    texts = [_named(head, row) for row in body] if named else [", ".join(row) for row in rows]
    return [f"{indent}bullets:", *(f"{indent}  - {typed(text)}" for text in texts)]


def _named(head: list[str], row: list[str]) -> str:
    cells = ", ".join(f"{name} {cell}" for name, cell in zip(head[1:], row[1:], strict=True))
    return f"{head[0]} {row[0]}: {cells}"


# ------------------------------------------------------------------- notes


def notes_in(lines: Sequence[Line]) -> list[Line]:
    """Return the lines that were meant as notes to the staff: they begin with a hash."""
    return [line for line in lines if re.match(r"#+\s", line.words)]
