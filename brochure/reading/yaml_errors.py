"""From a YAML parser's complaint to words for the front desk: what went wrong, what to type.

Loaded only after a syntax error. Each trap is a small function over the same facts; the first
that recognises its own fault speaks. Where the mending is plain the trap offers the mended line,
so that the reader can look for further faults behind it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from brochure.language.messages import in_quotes, short, unquoted
from brochure.model import Problem

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from brochure.reading.yaml_nodes import Scalar

_LINE = re.compile(
    r"(?P<lead> *(?:- +)*)"
    r"(?:(?P<key>[^\W\d][\w -]{0,40}|\"[^\"]*\"|'[^']*'):(?: +|$))?"
    r"(?P<value>.*)"
)
_NEW_ENTRY = re.compile(r" *(?:- |-$|[^\W\d][\w -]{0,40}:(?: |$)|#|---)")
_NO_SPACE = re.compile(r" *(?:- +)*(?P<key>[a-z_]{2,20}):(?P<value>[^\s/:].*)")
_NO_DASH_SPACE = re.compile(r" *(?:- +)*-(?P<value>[^\s\-\d].*)")
_BLOCK_HEADER = re.compile(r"[|>](?:[+-]?[1-9]?|[1-9][+-])\s*(?:#.*)?$")
_FULL_COLON = "："
_PASTED_BULLETS = "•◦▪·–—‣*"


@dataclass(frozen=True, slots=True)
class Trap:
    """A fault in words; rows ``row`` to ``end`` become ``text`` in a mended copy (None: cannot)."""

    problem: Problem
    row: int = 0
    end: int = 0
    text: str | None = None


@dataclass(frozen=True, slots=True)
class _Case:
    """What is known of a syntax error; rows and columns are 0-based."""

    file: str
    lines: list[str]
    row: int
    column: int
    said: str
    context: str
    context_row: int
    context_column: int
    last: Scalar | None

    def previous(self) -> int:
        """Return the row of the last line with text above the error, or -1."""
        row = self.row - 1
        while row >= 0 and not self.lines[row].strip():
            row -= 1
        return row

    def trap(
        self, row: int, column: int, message: str, hint: str, text: str | None = None, end: int = 0
    ) -> Trap:
        """Return the trap at a place."""
        problem = Problem(self.file, row + 1, column + 1, "error", message, hint)
        return Trap(problem, row, end or row + 1, text)

    def quoting(self, row: int, column: int, message: str) -> Trap:
        """Return the trap whose cure is quotes around the value that starts at a place."""
        end = _extent(self.lines, row)
        rest = [
            self.lines[row][column:].strip(),
            *(line.strip() for line in self.lines[row + 1 : end]),
        ]
        value = unquoted(" ".join(filter(None, rest)))
        hint = f"Put the whole text in quotes: {in_quotes(short(value))}"
        return self.trap(
            row, column, message, hint, self.lines[row][:column] + in_quotes(value), end
        )


def explain(lines: list[str], error: Exception, last: Scalar | None, file: str) -> Trap:
    """Return what a parser's error means; ``last`` is the last text it had read."""
    case = _case(lines, error, last, file)
    for recognise in _TRAPS:
        trap = recognise(case)
        if trap:
            return trap
    return _unknown(case)


def _case(lines: list[str], error: Any, last: Scalar | None, file: str) -> _Case:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    context = getattr(error, "context_mark", None) or mark
    fallback = last.end_line - 1 if last else 0
    row = min(mark.line if mark else fallback, len(lines) - 1)
    return _Case(
        file,
        lines,
        row,
        mark.column if mark else 0,
        getattr(error, "problem", None) or str(error),
        getattr(error, "context", None) or "",
        min(context.line, len(lines) - 1) if context else row,
        context.column if context else 0,
        last,
    )


def _extent(lines: list[str], row: int) -> int:
    """Return the row behind the lines that go on with the value that starts in a row."""
    indent = len(lines[row]) - len(lines[row].lstrip())
    end = row + 1
    while end < len(lines):
        line = lines[end]
        if not line.strip() or len(line) - len(line.lstrip()) <= indent or _NEW_ENTRY.match(line):
            break
        end += 1
    return end


def _value(line: str) -> tuple[int, str]:
    """Return the column and the words of a line's value, after its dashes and its key."""
    match = _LINE.match(line)
    return (match.start("value"), match["value"]) if match else (0, line)


# ------------------------------------------------------------------- traps


def _open_quote(case: _Case) -> Trap | None:
    early = "end of stream" in case.said or "document separator" in case.said
    if not early or "quoted scalar" not in case.context:
        return None
    row, column = case.context_row, case.context_column
    quote = case.lines[row][column : column + 1]
    inner = case.lines[row][column + 1 :].strip()
    end = _extent(case.lines, row)
    parts = [inner, *(line.strip() for line in case.lines[row + 1 : end])]
    value = " ".join(filter(None, parts))
    if quote == "'" and inner[:1].islower():
        value = "'" + value
    hint = f"Close it at the end of the text: {in_quotes(short(value))}"
    text = case.lines[row][:column] + in_quotes(value)
    return case.trap(row, column, f"the quote {quote} is opened but never closed", hint, text, end)


def _escape(case: _Case) -> Trap | None:
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


def _after_quote(case: _Case) -> Trap | None:
    last = case.last
    if not last or last.style not in ("'", '"') or last.end_line - 1 != case.row:
        return None
    behind = case.lines[case.row][last.end_column - 1 :]
    if not behind.strip() or behind.lstrip()[0] in ":,]}#":
        return None
    row, column = last.line - 1, last.column - 1
    if last.line == last.end_line:
        return case.quoting(row, column, f"there is text after the closing quote {last.style}")
    message = (
        f"the quote {last.style} that opens here is closed in line {last.end_line}, amid a text;"
        " was one of them meant as an apostrophe?"
    )
    return case.quoting(row, column, message)


def _three_dots(case: _Case) -> Trap | None:
    for row in (case.row, case.previous()):
        if row >= 0 and case.lines[row].rstrip() == "...":
            hint = "Delete the line, or put the dots in quotes."
            return case.trap(row, 0, "a line of three dots ends the file for YAML", hint)
    return None


def _question_in_brackets(case: _Case) -> Trap | None:
    if "'?'" not in case.said or "flow" not in case.context:
        return None
    message = "a `?` inside [ ] or { } needs quotes around its text"
    hint = 'Type each text in quotes, such as ["How?", "Why?"], or start each one with `- `.'
    return case.trap(case.row, case.column, message, hint)


def _bad_start(case: _Case) -> Trap | None:
    rows = [case.row]
    if re.search(r"flow|scalar|alias|anchor|tag|directive|token", case.context):
        rows.insert(0, case.context_row)
    for row in rows:
        column, value = _value(case.lines[row])
        if value[:1] in _STARTS and not _BLOCK_HEADER.match(value):
            return case.quoting(row, column, _STARTS[value[0]])
    return None


def _start(char: str) -> str:
    return f"a text cannot start with {char} unless it is in quotes"


_STARTS = {char: _start(f"`{char}`") for char in "[]{}*&!%@>|,?"} | {
    "`": _start("a backtick"),
    '"': 'the text goes on after its closing quote "',
    "'": "the text goes on after its closing quote '",
}


def _cut_by_hash(case: _Case) -> Trap | None:
    for row in (case.previous(), case.row):
        if row < 0 or case.lines[row].lstrip().startswith("#"):
            continue
        column, value = _value(case.lines[row])
        at = value.find(" #")
        if at > 0 and value[0] not in "\"'":
            message = "` #` starts a note that is not printed, so the text cannot go on behind it"
            trap = case.quoting(row, column, message)
            problem = trap.problem
            place = Problem(
                case.file, row + 1, column + at + 2, "error", problem.message, problem.hint
            )
            return Trap(place, trap.row, trap.end, trap.text)
    return None


def _no_space(case: _Case) -> Trap | None:
    for row in (case.row, case.previous(), case.context_row):
        line = case.lines[row] if row >= 0 else ""
        match = _NO_SPACE.match(line)
        if match:
            at = match.end("key") + 1
            key, value = match["key"], short(match["value"])
            return case.trap(
                row,
                at - 1,
                f"there is no space after the colon of `{key}:`",
                f"Type a space: `{key}: {value}`",
                f"{line[:at]} {line[at:]}",
            )
    return None


def _no_dash_space(case: _Case) -> Trap | None:
    for row in (case.row, case.context_row):
        line = case.lines[row]
        match = _NO_DASH_SPACE.match(line)
        if match:
            at = match.start("value")
            return case.trap(
                row,
                at - 1,
                "there is no space after the dash of this list item",
                f"Type a space: `- {short(match['value'])}`",
                f"{line[:at]} {line[at:]}",
            )
    return None


def _other_marks(case: _Case) -> Trap | None:
    for row in (case.previous(), case.context_row, case.row):
        line = case.lines[row] if row >= 0 else ""
        at = len(line) - len(line.lstrip())
        if line.strip()[:1] in tuple(_PASTED_BULLETS):
            hint = f"Type a dash and a space: `- {short(line[at + 1 :].strip())}`"
            text = f"{line[:at]}- {line[at + 1 :].strip()}"
            return case.trap(
                row, at, f"a list item starts with `- `, not with `{line[at]}`", hint, text
            )
        if _FULL_COLON in line[:40] and ": " not in line:
            column = line.index(_FULL_COLON)
            hint = "Type an ordinary colon and a space: `: `"
            text = f"{line[:column]}: {line[column + 1 :]}"
            return case.trap(
                row, column, "this is a wide colon; YAML needs an ordinary one", hint, text
            )
    return None


def _dash_after_key(case: _Case) -> Trap | None:
    column, value = _value(case.lines[case.row])
    if "sequence entries" not in case.said or not value.startswith("- "):
        return None
    hint = "Put the `-` on a line of its own below the key, or the text in quotes."
    return case.trap(case.row, column, "a list cannot begin on the line of its key", hint)


def _colon(case: _Case) -> Trap | None:
    if "mapping values" not in case.said:
        return None
    line = case.lines[case.row]
    column, _ = _value(line)
    if case.column >= column:
        message = "a colon and a space inside a text need quotes around the text"
        return case.quoting(case.row, column, message)
    lead = len(line) - len(line.lstrip())
    return _bare_line(case) or _indent(case, case.row, lead)


def _bare_line(case: _Case) -> Trap | None:
    """Return the trap if the line above the error lacks its colon."""
    above = case.previous()
    if above >= 0 and ":" not in case.lines[above]:
        word = case.lines[above].strip()
        at = len(case.lines[above]) - len(case.lines[above].lstrip())
        key, _, rest = word.partition(" ")
        typed = f"{key}: {rest}" if rest else f"{word}:"
        hint = f"Type `{short(typed)}` if `{short(key)}` is a key; else join it to its text."
        return case.trap(above, at, f"`{short(word)}` has no colon behind it", hint)
    return None


def _indent(case: _Case, row: int, lead: int) -> Trap:
    message = "this line does not start in the same column as the lines it belongs with"
    above = _neighbour(case, row)
    hint = "Line up the keys of one section below each other, with spaces only."
    if above >= 0:
        entry = case.lines[above]
        column = len(entry) - len(entry.lstrip(" -")) + 1
        hint = (
            f"Start it in column {column}, below `{short(entry.strip(' -'))}` of line {above + 1},"
            " if they belong together."
        )
    return case.trap(row, lead, message, hint)


def _neighbour(case: _Case, row: int) -> int:
    above = row - 1
    while above >= 0 and not _NEW_ENTRY.match(case.lines[above]):
        above -= 1
    return above


def _wrong_indent(case: _Case) -> Trap | None:
    if "<document start>" in case.said and (trap := _bare_line(case)):
        return trap
    if not any(part in case.said for part in ("<block end>", "<document start>", "node content")):
        return None
    line = case.lines[case.row]
    return _indent(case, case.row, len(line) - len(line.lstrip()))


def _no_colon(case: _Case) -> Trap | None:
    if "could not find expected" not in case.said:
        return None
    line = case.lines[case.context_row]
    lead = len(line) - len(line.lstrip())
    word = short(line.strip())
    return case.trap(
        case.context_row,
        lead,
        f"`{word}` is neither a key with a colon nor a list item",
        "Type `key: text` or `- text`; a text that goes on starts further right than its key.",
    )


def _unknown(case: _Case) -> Trap:
    return case.trap(
        case.row,
        case.column,
        "this line cannot be read as YAML",
        "Look at its colon, quotes and spaces; when in doubt put the text in quotes.",
    )


_TRAPS: tuple[Callable[[_Case], Trap | None], ...] = (
    _open_quote,
    _escape,
    _after_quote,
    _three_dots,
    _question_in_brackets,
    _bad_start,
    _cut_by_hash,
    _no_space,
    _no_dash_space,
    _dash_after_key,
    _other_marks,
    _colon,
    _wrong_indent,
    _no_colon,
)
