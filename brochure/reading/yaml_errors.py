"""From a YAML parser's complaint to words for the front desk: what went wrong, what to type.

Loaded only after a syntax error. Each trap is a small function over the same facts; the first
that recognises its own fault speaks. Where the mending is plain the trap offers the mended line,
so that the reader can look for further faults behind it.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable

from brochure.language.messages import in_quotes, short, uncurled
from brochure.model import Problem
from brochure.reading.hints import NOTE, extent, quote_it, value_of, with_dash
from brochure.reading.yaml_case import (
    BLOCK_HEADER,
    FULL_COLON,
    NO_DASH_SPACE,
    NO_SPACE,
    PASTED_BULLETS,
    Case,
    Trap,
    case_of,
)
from brochure.reading.yaml_flow import in_brackets
from brochure.reading.yaml_indents import bare_line, indent, no_colon, wrong_indent

TYPE_CHECKING = False
if TYPE_CHECKING:
    from brochure.reading.yaml_nodes import Scalar


def explain(lines: list[str], error: Exception, last: Scalar | None, file: str) -> Trap:
    """Return what a parser's error means; ``last`` is the last text it had read."""
    case = case_of(lines, error, last, file)
    for recognise in _TRAPS:
        trap = recognise(case)
        if trap:
            return trap
    return _unknown(case)


# ------------------------------------------------------------------- traps


def _in_brackets(case: Case) -> Trap | None:
    """Tell of a text in brackets that needs quotes, with its line as it is to be typed."""
    for row in dict.fromkeys((case.context_row, case.row, case.previous())):
        found = in_brackets(case.lines, row) if row >= 0 else None
        if found:
            return case.trap(found.row, found.at, found.why, found.hint, found.line, found.end)
    return None


def _open_quote(case: Case) -> Trap | None:
    early = "end of stream" in case.said or "document separator" in case.said
    if not early or "quoted scalar" not in case.context:
        return None
    row, column = case.context_row, case.context_column
    quote = case.lines[row][column : column + 1]
    inner = case.lines[row][column + 1 :].strip()
    if trap := _lost_closer(case, row, column):
        return trap
    end = extent(case.lines, row)
    parts = [inner, *(line.strip() for line in case.lines[row + 1 : end])]
    value = " ".join(filter(None, parts))
    if quote == "'" and inner[:1].islower():
        value = "'" + value
    hint = quote_it(value, "Close it at the end of the text")
    text = case.lines[row][:column] + in_quotes(value)
    return case.trap(row, column, f"the quote {quote} is opened but never closed", hint, text, end)


def _escape(case: Case) -> Trap | None:
    line = case.lines[case.row]
    column = line.rfind("\\", 0, case.column + 1)
    if "escape" not in case.said or column < 0:
        return None
    text = line[:column] + "\\" + line[column:]
    return case.trap(
        case.row,
        column,
        "a backslash \\ inside double quotes has a special meaning",
        "Use single quotes around the text, or type the backslash twice.",
        text,
    )


_NUMBERED = re.compile(r"(?<!\\)(?:\\\\)*(?P<number>\\U[0-9A-Fa-f]{8})")


def _no_character(case: Case) -> Trap | None:
    """Tell of a number that stands for no character (Unicode 16.0 3.4, D9); it has no place."""
    if not case.said.startswith(("chr()", "Python int")):
        return None
    for row in range(case.row, len(case.lines)):
        for found in _NUMBERED.finditer(case.lines[row]):
            number, at = found["number"], found.start("number")
            if int(number[2:], 16) > sys.maxunicode:
                message = f"{number} stands for no character"
                hint = "Take it out, or type the character itself in its place."
                text = case.lines[row][:at] + case.lines[row][found.end() :]
                return case.trap(row, at, message, hint, text)
    return None


def _after_quote(case: Case) -> Trap | None:
    last = case.last
    if not last or last.style not in ("'", '"') or last.end_line - 1 != case.row:
        return None
    behind = case.lines[case.row][last.end_column - 1 :]
    if not behind.strip() or behind.lstrip()[0] in ":,]}#":
        return None
    row, column = last.line - 1, last.column - 1
    if trap := _lost_closer(case, row, column):
        return trap
    if last.line == last.end_line:
        return case.quoting(row, column, f"there is text after the closing quote {last.style}")
    message = (
        f"the quote {last.style} that opens here is closed in line {last.end_line}, amid a text;"
        " was one of them meant as an apostrophe?"
    )
    return case.quoting(row, column, message)


def _lost_closer(case: Case, row: int, column: int) -> Trap | None:
    """Return the trap of a double quote that nothing closes on its line: it is closed there."""
    line = case.lines[row].rstrip()
    inner = uncurled(line[column:].replace('"', "“", 1)) or line[column + 1 :]
    if line[column : column + 1] != '"' or '"' in inner or "\\" in inner or not inner:
        return None
    closed = f'"{inner}"'
    hint = f"Close it at the end of the line: {closed if len(inner) < 80 else short(closed, 80)}"
    message = 'the quote " is opened but never closed'
    return case.trap(row, column, message, hint, line[:column] + closed, sure=True)


def _three_dots(case: Case) -> Trap | None:
    for row in (case.row, case.previous()):
        if row >= 0 and case.lines[row].rstrip() == "...":
            hint = "Delete the line, or put the dots in quotes."
            return case.trap(row, 0, "a line of three dots ends the file for YAML", hint)
    return None


_WHOLE = re.compile(r""""(?:[^"\\]|\\.)*"|'(?:[^']|'')*'""")
"""A text that is in quotes as a whole: what is wrong stands elsewhere."""


def _bad_start(case: Case) -> Trap | None:
    rows = [case.row]
    if re.search(r"flow|scalar|alias|anchor|tag|directive|token", case.context):
        rows.insert(0, case.context_row)
    for row in rows:
        column, value = value_of(case.lines[row])
        if value.startswith("* ") and not case.lines[row][:column].strip():
            text = f"{case.lines[row][:column]}-{value[1:]}"
            return case.trap(row, column, *with_dash(value), text, sure=True)
        if value[:1] in _STARTS and not (BLOCK_HEADER.match(value) or _WHOLE.fullmatch(value)):
            return case.quoting(row, column, _STARTS[value[0]])
    return None


def _start(char: str) -> str:
    return f"a text cannot start with {char} unless it is in quotes"


_STARTS = {char: _start(f"`{char}`") for char in "[]{}*&!%@>|,?"} | {
    "`": _start("a backtick"),
    '"': 'the text goes on after its closing quote "',
    "'": "the text goes on after its closing quote '",
}


def _cut_by_hash(case: Case) -> Trap | None:
    for row in (case.previous(), case.row):
        if row < 0 or case.lines[row].lstrip().startswith("#"):
            continue
        column, value = value_of(case.lines[row])
        at = value.find(" #")
        alone = NOTE.search(value) and extent(case.lines, row) == row + 1
        if at > 0 and value[0] not in "\"'" and not alone:
            message = "` #` starts a note that is not printed, so the text cannot go on behind it"
            trap = case.quoting(row, column, message, notes=True)
            problem = trap.problem
            place = Problem(
                case.file, row + 1, column + at + 2, "error", problem.message, problem.hint
            )
            return Trap(place, trap.row, trap.end, trap.text)
    return None


def _no_space(case: Case) -> Trap | None:
    for row in (case.row, case.previous(), case.context_row):
        line = case.lines[row] if row >= 0 else ""
        match = NO_SPACE.match(line)
        if match:
            at = match.end("key") + 1
            key, value = match["key"], short(match["value"])
            return case.trap(
                row,
                at - 1,
                f"there is no space after the colon of `{key}:`",
                f"Type a space: `{key}: {value}`",
                f"{line[:at]} {line[at:]}",
                sure=True,
            )
    return None


def _no_dash_space(case: Case) -> Trap | None:
    for row in (case.row, case.context_row):
        line = case.lines[row]
        match = NO_DASH_SPACE.match(line)
        if match:
            at = match.start("value")
            return case.trap(
                row,
                at - 1,
                "there is no space after the dash of this list item",
                f"Type a space: `- {short(match['value'])}`",
                f"{line[:at]} {line[at:]}",
                sure=True,
            )
    return None


def _other_marks(case: Case) -> Trap | None:
    for row in (case.previous(), case.context_row, case.row):
        line = case.lines[row] if row >= 0 else ""
        at = len(line) - len(line.lstrip())
        if line.strip()[:1] in tuple(PASTED_BULLETS):
            hint = f"Type a dash and a space: `- {short(line[at + 1 :].strip())}`"
            text = f"{line[:at]}- {line[at + 1 :].strip()}"
            return case.trap(
                row,
                at,
                f"a list item starts with `- `, not with `{line[at]}`",
                hint,
                text,
                sure=True,
            )
        if FULL_COLON in line[:40] and ": " not in line:
            column = line.index(FULL_COLON)
            hint = "Type an ordinary colon and a space: `: `"
            text = f"{line[:column]}: {line[column + 1 :]}"
            return case.trap(
                row,
                column,
                "this is a wide colon; YAML needs an ordinary one",
                hint,
                text,
                sure=True,
            )
    return None


def _dash_after_key(case: Case) -> Trap | None:
    column, value = value_of(case.lines[case.row])
    if "sequence entries" not in case.said or not value.startswith("- "):
        return None
    hint = "Put the `-` on a line of its own below the key, or the text in quotes."
    return case.trap(case.row, column, "a list cannot begin on the line of its key", hint)


def _colon(case: Case) -> Trap | None:
    if "mapping values" not in case.said:
        return None
    line = case.lines[case.row]
    column, _ = value_of(line)
    if case.column >= column:
        message = "a colon and a space inside a text need quotes around the text"
        return case.quoting(case.row, column, message)
    lead = len(line) - len(line.lstrip())
    return bare_line(case) or indent(case, case.row, lead)


def _unknown(case: Case) -> Trap:
    return case.trap(
        case.row,
        case.column,
        "this line cannot be read as YAML",
        "Look at its colon, quotes and spaces; when in doubt put the text in quotes.",
    )


_TRAPS: tuple[Callable[[Case], Trap | None], ...] = (
    _in_brackets,
    _open_quote,
    _escape,
    _no_character,
    _after_quote,
    _three_dots,
    _bad_start,
    _no_space,
    _cut_by_hash,
    _no_dash_space,
    _dash_after_key,
    _other_marks,
    _colon,
    wrong_indent,
    no_colon,
)
