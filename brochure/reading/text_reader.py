"""Texts of a file: read with their marks, their lines and signs judged, and every fault noted."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import pairwise

from brochure.language.messages import (
    CURLY,
    printable,
    printable_lines,
)
from brochure.model import Fix, Problem, Text
from brochure.reading.encoding import LINE_END
from brochure.reading.inline_markup import parse_inline, plain_text
from brochure.reading.list_signs import DOTS, may_begin_with_sign
from brochure.reading.schema import MAX_CHARACTERS, Field
from brochure.reading.validators import CHECKS
from brochure.reading.yaml_nodes import Mapping, Node, Scalar, Sequence
from brochure.reading.yaml_reader import Marked

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from brochure.model.choices import Level
    from brochure.reading.line_faults import Told
    from brochure.reading.typed_lines import Paragraph


SHORT_ROW = 56
"""Characters of a row amid a text, with its indent, that may have been ended on purpose."""


def _ends_or_dots(text: str) -> bool:
    """Return whether a text of one line may hold several, or a list."""
    return LINE_END in text or any(text.count(dot) > 1 for dot in DOTS[:8])


def _runs_on(node: Scalar, rows: list[str]) -> bool:
    """Return whether the lines of a text are surely one paragraph that YAML joins, as most are.

    Nothing in them may be a list, the columns of a table or a note: those are looked at closely.
    """
    text = node.text.strip()
    if node.style == "|" or not (text.isascii() and text.isprintable()):
        return False
    if "  " in text or "|" in text or "#" in text or may_begin_with_sign(text):
        return False
    if any("\t" in row for row in rows[node.line - 1 : node.end_line]):
        return False
    below = _rows_below(node, rows)
    for row, following in pairwise(below):
        begins = following.lstrip()[:1]
        if begins and len(row) < SHORT_ROW and not begins.islower():
            return False
    return not any(may_begin_with_sign(row.lstrip()) for row in below)


def _rows_below(node: Scalar, rows: list[str]) -> list[str]:
    """Return the lines of a text below the one where it begins; notes behind a block are none."""
    below = rows[node.line : node.end_line]
    if node.style != ">" or not below:
        return below
    indent = len(below[0]) - len(below[0].lstrip())
    end = next((at for at, row in enumerate(below) if row[:indent].strip()), len(below))
    return below[:end]


def _as_node(node: Scalar, paragraph: Paragraph) -> Scalar:
    """Return a paragraph of a text as a node of its own."""
    first, last = paragraph.lines[0], paragraph.lines[-1]
    place = first.row + 1, first.column + 1, node.style, last.row + 1
    return Scalar(paragraph.words, *place, last.column + len(last.words) + 1)


_NOT_ONE = ("this takes one value, not a list", "Type the value alone, in quotes.")


class Counts:
    """How much of each limit is used up, over the content file and the files it names."""

    def __init__(self) -> None:
        self.items = 0
        self.characters = 0
        self.said: set[str] = set()


class TextReader:
    """Reads the texts of one file and notes every problem; a faulty text comes out as None."""

    def __init__(self, marked: Marked, counts: Counts) -> None:
        self.marked = marked
        self.file = marked.file
        self.counts = counts
        self.problems: list[Problem] = list(marked.problems)
        self.barred = {(p.line, p.column) for p in self.problems if p.level == "error"}

    # ------------------------------------------------------------ problems

    def say(
        self,
        node: Node,
        message: str,
        hint: str = "",
        level: Level = "error",
        fix: Fix | None = None,
    ) -> None:
        """Note a problem where a node starts."""
        self.say_at(node.line, node.column, message, hint, level, fix)

    def say_at(
        self,
        line: int,
        column: int,
        message: str,
        hint: str,
        level: Level,
        fix: Fix | None = None,
    ) -> None:
        """Note a problem, its words safe to show; none where YAML itself was at fault."""
        if (line, column) in self.barred:
            return
        safe = printable(message), printable_lines(hint)
        self.problems.append(Problem(self.file, line, column, level, *safe, fix=fix))

    def tell(self, told: Iterable[Told]) -> None:
        """Note the faults of a text's lines."""
        for each in told:
            self.say_at(each.line, each.column, each.message, each.hint, each.level, each.fix)

    def over(self, node: Node, limit: str, message: str) -> None:
        """Note once that a limit is passed."""
        if limit not in self.counts.said:
            self.counts.said.add(limit)
            self.say(node, message, "Split the handout into two files.")

    def typed(self, node: Node) -> str:
        """Return the source line from a node on, shortened."""
        from brochure.reading.text_slips import typed_at

        return typed_at(node, self.marked)

    # --------------------------------------------------------------- texts

    def words(self, node: Node, name: str) -> Scalar | None:
        """Return a node that holds a text with words in it; else note why not."""
        if not isinstance(node, Scalar):
            self.not_a_text(node, name)
            return None
        plain = not node.style
        if plain and node.text[:1] in CURLY:
            from brochure.reading.text_slips import straightened

            self.tell(straightened(node))
        if not node.text.strip() or (plain and node.text == "~"):
            from brochure.reading.text_slips import nothing

            self.tell([nothing(node, name, self.marked)])
            return None
        if plain and node.end_line > node.line:
            return self.unless_swallowed(node)
        return node

    def unless_swallowed(self, node: Scalar) -> Scalar | None:
        """Return a text of several lines; None if a list that was meant runs on in it."""
        rows = self.marked.lines[node.line : node.end_line]
        if not any(row.lstrip().startswith("- ") for row in rows):
            return node
        from brochure.reading.text_slips import swallowed

        told = swallowed(node, self.marked)
        self.tell([told] if told else [])
        return None if told else node

    def not_a_text(self, node: Sequence | Mapping, name: str) -> None:
        """Note that a list or a mapping stands where a text belongs, and what was meant."""
        from brochure.reading.text_slips import not_a_text

        self.tell(not_a_text(node, name, self.marked))

    def one_text(self, node: Sequence | Mapping, what: str) -> bool:
        """Note a list or keys where a block takes its words alone, with what to type."""
        from brochure.reading.text_slips import one_text

        told = one_text(node, what, self.marked)
        self.tell([told] if told else [])
        return told is not None

    def text(self, node: Node, name: str) -> Text | None:
        """Return a text of one paragraph with its inline marks read."""
        scalar = self.words(node, name)
        parts = self.paragraphs(scalar, name) if scalar else []
        return self.as_text(parts[0], parse_inline) if parts else None

    def paragraphs(self, node: Scalar, name: str, several: bool = False) -> list[Scalar]:
        """Return the paragraphs of a text, each as a node; none if its lines would be lost."""
        one_line = node.end_line == node.line and "\n" not in node.text
        if one_line and (node.text.isascii() or not _ends_or_dots(node.text)):
            return [node]
        if _runs_on(node, self.marked.lines):
            return [node]
        from brochure.reading.line_faults import judged

        found, told = judged(node, self.marked.lines, name, several)
        self.tell(told)
        if any(each.level == "error" for each in told):
            return []
        return [node] if len(found) == 1 else [_as_node(node, each) for each in found]

    def as_text(self, node: Scalar, parse: Callable[[str], Any]) -> Text | None:
        """Return a node's words as a Text, counted, their faults noted."""
        self.counts.characters += len(node.text)
        if self.counts.characters > MAX_CHARACTERS:
            self.over(node, "characters", f"the text is longer than {MAX_CHARACTERS:,} characters")
            return None
        spans, faults = parse(node.text)
        if faults:
            from brochure.reading.text_slips import placed

            self.tell(placed(fault, node, self.marked) for fault in faults)
        text = Text(spans, node.line, node.column, self.file)
        if not text.plain.strip() and not faults:
            self.say(node, "this text has no words", "Type its text, or delete the line.")
        return text

    def plain(self, node: Node, name: str) -> Text | None:
        """Return a text as typed, without inline marks."""
        scalar = self.words(node, name)
        return self.as_text(scalar, plain_text) if scalar else None

    def checked(self, node: Node, field: Field) -> Text | None:
        """Return a short value that passes the check of its kind."""
        if not isinstance(node, Scalar):
            self.say(node, *(CHECKS[field.kind](self.typed(node)) or _NOT_ONE))
            return None
        text = self.plain(node, field.name)
        if text is None:
            return None
        advice = CHECKS[field.kind](text.plain)
        if advice is None:
            return text
        self.say(node, *advice)
        return text if advice[2:] == ("warning",) else None
