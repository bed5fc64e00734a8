"""What the lines of one text meant and would lose: told with the lines as they should be typed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from brochure._startup.kept_patterns import compiled
from brochure._startup.records import dataclass
from brochure.language.messages import short, typed
from brochure.model import Fix
from brochure.reading.lost_ends import drawn_lines, headings_in, lines_of_their_own, parted_rows
from brochure.reading.typed_lines import (
    AS_TABLE,
    Line,
    Paragraph,
    TypedList,
    body_lines,
    columns_in,
    list_hint,
    list_in,
    list_lines,
    notes_in,
    paragraphs_of,
    table_hint,
    table_item,
    table_lines,
)
from brochure.reading.yaml_nodes import Scalar

TYPE_CHECKING = False
if TYPE_CHECKING:
    from brochure.model.choices import Level

_ITEM = compiled(r"( *)- [|>][-+0-9]*\s*$")
_KEY = compiled(r"( *)(text): *[|>][-+0-9]*\s*$")


@dataclass(frozen=True, slots=True)
class Told:
    """A fault of a text's lines; line and column are 1-based."""

    line: int
    column: int
    message: str
    hint: str
    level: Level = "error"
    fix: Fix | None = None


def judged(
    node: Scalar, rows: Sequence[str], name: str, several: bool
) -> tuple[list[Paragraph], list[Told]]:
    """Return the paragraphs of a text of several lines, and what its lines would lose.

    ``name`` is the key of the text; ``several`` says that it may have several paragraphs.
    """
    paragraphs = paragraphs_of(node, rows)
    lines = [line for paragraph in paragraphs for line in paragraph.lines]
    found = list_in(paragraphs)
    table = columns_in(lines, found is not None) or (None if found else parted_rows(lines))
    if table:
        return [], [_table(node, rows, lines, table, name)]
    found = found or lines_of_their_own(paragraphs)
    if found:
        return [], [_list(node, rows, found, name)]
    told: list[Told] = []
    if len(lines) > 1:
        told += [_drawn(line) for line in drawn_lines(lines)]
        told += [_heading(*heading) for heading in headings_in(lines)]
        told += [_note(line) for line in notes_in(lines)]
    if len(paragraphs) > 1 and not several:
        told.append(_second(paragraphs, rows, name))
    return paragraphs, told


def _table(
    node: Scalar, rows: Sequence[str], lines: list[Line], table: list[list[str]], name: str
) -> Told:
    message = "the columns of this table would be lost, as a text is set in running lines"
    whole = len(table) == len(lines)
    place = lines[0].row + 1, lines[0].column + 1
    item = _ITEM.match(rows[node.line - 1]) if name == "body" and node.line <= len(rows) else None
    if item:
        fix = None
        if whole and node.style in ("|", ">"):
            fix = _whole(node, rows, lines[-1], table_item(table, item[1]))
        return Told(*place, message, "\n".join([AS_TABLE, *table_item(table, "")]), fix=fix)
    indent = _section_indent(node, rows, body=True) if whole else None
    fix = None if indent is None else _whole(node, rows, lines[-1], table_lines(table, indent))
    return Told(*place, message, table_hint(table), fix=fix)


def _list(node: Scalar, rows: Sequence[str], found: TypedList, name: str) -> Told:
    line = found.line
    message = (
        f"`{short(line.words, 30)}` begins with a list sign (`{found.sign}`), but a text is set in"
        " running lines: the list would be lost"
        if found.sign
        else f"`{short(line.words, 30)}` and the lines below it would run on in one line"
    )
    last = Line(node.end_line - 1, 0, "")
    fix = None
    item = _ITEM.match(rows[node.line - 1]) if node.line <= len(rows) else None
    if name == "body" and item and node.style in ("|", ">"):
        fix = _whole(node, rows, last, body_lines(found, item[1]))
    elif (indent := _section_indent(node, rows, found.list is None)) is not None:
        fix = _whole(node, rows, last, list_lines(found, indent))
    return Told(line.row + 1, line.column + 1, message, list_hint(found, name), fix=fix)


def _section_indent(node: Scalar, rows: Sequence[str], body: bool = False) -> str | None:
    """Return the indent of the section's keys if the text may become keys of it, else None.

    A ``body`` may have no other key with content beside it.
    """
    key = _KEY.match(rows[node.line - 1]) if node.line <= len(rows) else None
    if node.style not in ("|", ">") or not key:
        return None
    indent = key[1]
    own = re.compile(rf"{indent}(bullets|steps|closing|body{'|image' * body}):")
    below = re.compile(rf" {{0,{len(indent) - 1}}}\S") if indent else re.compile("$.")
    for step in (-1, 1):
        row = node.line - 1 + step
        while 0 <= row < len(rows) and not below.match(rows[row]):
            if own.match(rows[row]):
                return None
            row += step
    return indent


def _whole(node: Scalar, rows: Sequence[str], last: Line, lines: list[str]) -> Fix:
    """Return the fix that types lines for a key and its whole text."""
    row = min(last.row, len(rows) - 1)
    while row > node.line and (not rows[row].strip() or _outside(node, rows, row)):
        row -= 1
    return Fix(node.line, 1, row + 1, len(rows[row]) + 1, "\n".join(lines))


def _outside(node: Scalar, rows: Sequence[str], row: int) -> bool:
    """Return whether a row no longer belongs to a block of text."""
    key, line = rows[node.line - 1], rows[row]
    return len(line) - len(line.lstrip()) <= len(key) - len(key.lstrip())


def _drawn(line: Line) -> Told:
    return Told(
        line.row + 1,
        line.column + 1,
        f"`{short(line.words, 10)}` draws a line with signs; it is printed as typed",
        "Delete it: a blank line begins a new paragraph.",
        "warning",
        Fix(line.row + 1, 1, line.row + 2, 1, ""),
    )


def _heading(line: Line, words: str) -> Told:
    message = f"`{short(line.words, 30)}` is a heading, but a text is set in running lines"
    hint = f"Begin a section there:\n- heading: {typed(short(words))}\n  text: ..."
    return Told(line.row + 1, line.column + 1, message, hint)


def _note(line: Line) -> Told:
    return Told(
        line.row + 1,
        line.column + 1,
        f"`{short(line.words, 30)}` begins with `# `, but in a text that is no note: it is printed",
        "Delete the line, or put the note above the key of the text.",
        "warning",
        Fix(line.row + 1, 1, line.row + 2, 1, ""),
    )


def _second(paragraphs: list[Paragraph], rows: Sequence[str], name: str) -> Told:
    first, second = paragraphs[0].lines[-1], paragraphs[1].lines[0]
    what = f"`{name}`" if name else "a list item"
    fix = None
    if second.row > first.row + 1:
        fix = Fix(first.row + 2, 1, second.row + 1, 1, "")
    return Told(
        second.row + 1,
        second.column + 1,
        f"{what} takes one paragraph, and a blank line begins a second one here",
        "Delete the blank line, or make the rest a section or an item of its own.",
        fix=fix,
    )
