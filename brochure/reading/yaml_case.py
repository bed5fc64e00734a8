"""What is known of a syntax error, and what comes of it: a fault in words, and its mending."""

from __future__ import annotations

import re
from dataclasses import dataclass

from brochure.language.messages import in_quotes
from brochure.model import Fix, Problem
from brochure.reading.hints import NOTE, quote_it, whole_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from brochure.reading.yaml_nodes import Scalar

NO_SPACE = re.compile(r" *(?:- +)*(?P<key>[a-z_]{2,20}):(?P<value>[^\s/:].*)")
NO_DASH_SPACE = re.compile(r" *(?:- +)*-(?P<value>[^\s\-\d].*)")
BLOCK_HEADER = re.compile(r"[|>](?:[+-]?[1-9]?|[1-9][+-])\s*(?:#.*)?$")
FULL_COLON = "："
PASTED_BULLETS = "•◦▪·–—‣*"


@dataclass(frozen=True, slots=True)
class Trap:
    """A fault in words; rows ``row`` to ``end`` become ``text`` in a mended copy (None: cannot)."""

    problem: Problem
    row: int = 0
    end: int = 0
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Case:
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
        self,
        row: int,
        column: int,
        message: str,
        hint: str,
        text: str | None = None,
        end: int = 0,
        sure: bool = False,
    ) -> Trap:
        """Return the trap at a place; the mended rows are also what to type."""
        fix = None
        end = end or row + 1
        if text is not None:
            fix = Fix(row + 1, 1, end, len(self.lines[end - 1]) + 1, text, sure=sure)
        problem = Problem(self.file, row + 1, column + 1, "error", message, hint, fix=fix)
        return Trap(problem, row, end, text)

    def quoting(self, row: int, column: int, message: str, notes: bool = False) -> Trap:
        """Return the trap whose cure is quotes around the value that starts at a place.

        ``notes`` says that what looks like a note is part of the text.
        """
        value, end = whole_text(self.lines, row, column, notes)
        hint = quote_it(value)
        note = NOTE.search(self.lines[row], column) if end == row + 1 and not notes else None
        mended = self.lines[row][:column] + in_quotes(value) + (note[0] if note else "")
        return self.trap(row, column, message, hint, mended, end)


def case_of(lines: list[str], error: Any, last: Scalar | None, file: str) -> Case:
    """Return what a parser's complaint tells."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    context = getattr(error, "context_mark", None) or mark
    fallback = last.end_line - 1 if last else 0
    row = min(mark.line if mark else fallback, len(lines) - 1)
    return Case(
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
