"""Lists in brackets: which of their texts need quotes, and their lines with these.

In brackets a text ends at a comma, and more signs have a meaning than in a list of dashes: a row of
a table that is typed `[**Sampril**, {phone}]` is no list of two texts for YAML. Loaded only after a
fault.
"""

from __future__ import annotations

import re

from brochure._startup.records import dataclass
from brochure.language.messages import in_quotes, short
from brochure.model import Fix, Problem
from brochure.reading.hints import TYPED_WHOLE, value_of

MOST_ROWS = 20
"""The rows of a list in brackets that is looked at."""
PLACEHOLDER = re.compile(r"\{ ?[A-Za-z_-]{1,20} ?\}")
LINK = re.compile(r"\]\([^()\s]*\)|\]\{lang=[\w-]+\}")
KEY = re.compile(r"\s*(?:\"[^\"]*\"|'[^']*'|[\w -]+?)\s*:(?=\s)")
STARTS = "*&!%@`|>#\"',"
"""What a text in brackets cannot start with."""


class _NotClosed(Exception):  # noqa: N818
    """The text ends before its bracket is closed."""


@dataclass(frozen=True, slots=True)
class InBrackets:
    """A list in brackets as it is to be typed, in place of rows ``row`` to ``end``, from 0.

    ``at`` is the column of the first text that needs quotes, and ``why`` says why it does.
    """

    row: int
    end: int
    line: str
    at: int
    why: str

    @property
    def hint(self) -> str:
        """What to type."""
        typed = self.line.strip()
        if len(typed) <= TYPED_WHOLE:
            return f"Type this text in quotes, and the line is: {typed}"
        return "Put this text in quotes, and each one of the list that starts with such a sign."

    def problem(self, file: str, lines: list[str], column: int = -1) -> Problem:
        """Return what is wrong, at a column of its first row or where it begins."""
        stop = len(lines[self.end - 1]) + 1
        fix = Fix(self.row + 1, 1, self.end, stop, self.line)
        at = self.at if column < 0 else column
        return Problem(file, self.row + 1, at + 1, "error", self.why, self.hint, fix=fix)


def in_brackets(lines: list[str], row: int) -> InBrackets | None:
    """Return the list in brackets that a row belongs to, its texts in quotes; None if all is well.

    What stands in brackets but goes on behind them is a text, and no list.
    """
    for start in range(row, max(row - MOST_ROWS, -1), -1):
        column, value = value_of(lines[start])
        if value[:1] not in ("[", "{") or PLACEHOLDER.match(value):
            continue
        text = value
        for end in range(start + 1, min(start + MOST_ROWS, len(lines)) + 1):
            edits, closed = _quoted(text)
            if closed and end <= row:
                return None
            if closed:
                return _typed(lines, (start, end), column, text, edits) if edits else None
            if end == len(lines):
                break
            text += " " + lines[end].strip()
        return None
    return None


_Edit = tuple[int, int, str]
"""A stretch of a text, and what it is replaced by."""


def _typed(
    lines: list[str], rows: tuple[int, int], column: int, text: str, edits: list[_Edit]
) -> InBrackets:
    start, end = rows
    whole = text
    for first, stop, words in reversed(edits):
        whole = whole[:first] + words + whole[stop:]
    first, stop, _ = edits[0]
    at = column + first if column + first < len(lines[start]) else column
    return InBrackets(start, end, lines[start][:column] + whole, at, _why(text[first:stop]))


def _why(words: str) -> str:
    """Return why a text in brackets needs quotes."""
    first = words[0]
    if first in STARTS or first in "[{":
        sign = "a backtick" if first == "`" else f"`{first}`"
        return f"a text in brackets cannot start with {sign} unless it is in quotes"
    if ": " in words or words[-1] == ":":
        key = short(words.partition(":")[0])
        return f"the colon after `{key}` makes it a key; a text belongs here"
    sign = next((char for char in "[]{}?" if char in words), "#")
    return f"a text in brackets cannot hold `{sign}` unless it is in quotes"


def _quoted(text: str) -> tuple[list[_Edit], bool]:
    """Return the texts of a list that need quotes, and whether it is closed.

    What goes on behind its bracket is no list: it has nothing to be quoted.
    """
    edits: list[_Edit] = []
    try:
        end = _list(text, 0, edits) if text[0] == "[" else _keys(text, 0, edits)
    except _NotClosed:
        return [], False
    rest = text[end:].strip()
    return ([] if rest and not rest.startswith("#") else edits), True


def end_of(text: str) -> int:
    """Return where the list in brackets, or the keys, end that a text begins with; 0 if nowhere."""
    try:
        return _inner(text, 0)[0] if text[:1] in ("[", "{") else 0
    except _NotClosed:
        return 0


def _after(text: str, at: int) -> int:
    """Return the next place that is no space; raise _NotClosed at the end."""
    while at < len(text) and text[at] == " ":
        at += 1
    if at >= len(text):
        raise _NotClosed
    return at


def _list(text: str, at: int, edits: list[_Edit]) -> int:
    """Go over a list in brackets that begins at a place; return where it ends."""
    at = _after(text, at + 1)
    while text[at] != "]":
        at = _after(text, _item(text, at, edits))
        if text[at] == ",":
            at = _after(text, at + 1)
    return at + 1


def _keys(text: str, at: int, edits: list[_Edit]) -> int:
    """Go over keys in braces that begin at a place; return where they end."""
    at = _after(text, at + 1)
    while text[at] != "}":
        key = KEY.match(text, at)
        at = _after(text, key.end() if key else at)
        if text[at] not in ",}":
            at = _after(text, _item(text, at, edits))
        if text[at] == ",":
            at = _after(text, at + 1)
        elif text[at] == "]":
            raise _NotClosed
    return at + 1


def _item(text: str, at: int, edits: list[_Edit]) -> int:
    """Go over one text, or a list or keys in their turn; return where it ends."""
    end, found = _inner(text, at)
    if end and text[_after(text, end)] in ",]}":
        edits += found
        return end
    end = _end(text, at)
    words = text[at:end].rstrip()
    if _needs_quotes(words):
        edits.append((at, at + len(words), in_quotes(words)))
    return max(end, at + 1)


def _inner(text: str, at: int) -> tuple[int, list[_Edit]]:
    """Return where a list, keys or a text in quotes end that begin at a place; 0 if none does."""
    found: list[_Edit] = []
    if text[at] == "[":
        return _list(text, at, found), found
    if text[at] == "{" and not PLACEHOLDER.match(text, at):
        return _keys(text, at, found), found
    if text[at] in "\"'":
        match = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'").match(text, at)
        if not match:
            raise _NotClosed
        return match.end(), found
    return 0, found


def _end(text: str, at: int) -> int:
    """Return where a text ends that is in no quotes: at a comma, or the bracket around it."""
    depth = 0
    while at < len(text):
        link = LINK.match(text, at) if depth else None
        if link:
            at, depth = link.end(), depth - 1
            continue
        if text[at] in "[{":
            depth += 1
        elif text[at] in "]}":
            if not depth:
                return at
            depth -= 1
        elif text[at] == "," and not depth:
            return at
        at += 1
    raise _NotClosed


def _needs_quotes(words: str) -> bool:
    if not words:
        return False
    signs = any(sign in words for sign in ("[", "]", "{", "}", "?", ": ", " #"))
    return words[0] in STARTS or signs or words[-1] == ":"
