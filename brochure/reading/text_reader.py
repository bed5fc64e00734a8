"""Texts of a file: read with their marks, their lines and signs judged, and every fault noted."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from brochure.language.messages import (
    CURLY,
    in_quotes,
    printable,
    printable_lines,
    short,
    typed,
    uncurled,
)
from brochure.model import Fix, Problem, Text
from brochure.reading.encoding import LINE_END
from brochure.reading.faults import Fault
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


def _ends_or_dots(text: str) -> bool:
    """Return whether a text of one line may hold several, or a list."""
    return LINE_END in text or any(text.count(dot) > 1 for dot in DOTS[:8])


def _runs_on(node: Scalar, rows: list[str]) -> bool:
    """Return whether the lines of a text are surely one paragraph that YAML has joined, as most.

    Nothing in them may be a list, the columns of a table or a note: those are looked at closely.
    """
    text = node.text
    if node.style in ("|", ">") or not (text.isascii() and text.isprintable()):
        return False
    if "  " in text or "|" in text or "#" in text or may_begin_with_sign(text.lstrip()):
        return False
    starts = [rows[row].lstrip() for row in range(node.line, min(node.end_line, len(rows)))]
    return not any(map(may_begin_with_sign, starts))


def _as_node(node: Scalar, paragraph: Paragraph) -> Scalar:
    """Return a paragraph of a text as a node of its own."""
    first, last = paragraph.lines[0], paragraph.lines[-1]
    place = first.row + 1, first.column + 1, node.style, last.row + 1
    return Scalar(paragraph.words, *place, last.column + len(last.words) + 1)


NOT_A_LIST = {"closing": "Type all that the section says as items of `body:`, in any order."}
"""What to do with a list where a key takes one text."""
_JOIN = "Join the items into one text."
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
        rows = self.marked.lines
        return short(rows[node.line - 1][node.column - 1 :].strip()) if rows else ""

    # --------------------------------------------------------------- texts

    def words(self, node: Node, name: str) -> Scalar | None:
        """Return a node that holds a text with words in it; else note why not."""
        if not isinstance(node, Scalar):
            self.not_a_text(node, name)
            return None
        if not node.style and node.text[:1] in CURLY:
            self.straighten(node)
        if not node.text.strip() or (node.text == "~" and not node.style):
            self.empty(node, name)
            return None
        if node.end_line > node.line and not node.style and self.swallowed(node):
            return None
        return node

    def straighten(self, node: Scalar) -> None:
        """Take curly quotes around a whole text for the quotes of YAML, and tell."""
        inner = uncurled(node.text)
        if inner is None:
            return
        from brochure.reading.hints import quote_it

        message = "the curly quotes around this text are taken as plain ones and not printed"
        hint = quote_it(inner, "Type straight quotes")
        fix = None
        if node.end_line == node.line:
            place = node.line, node.column, node.line, node.end_column
            fix = Fix(*place, in_quotes(inner), sure=True)
        self.say(node, message, hint, "warning", fix)
        node.text = inner

    def empty(self, node: Scalar, name: str) -> None:
        """Note that a text is missing; a ``#`` may have hidden it."""
        from brochure.reading.hints import for_nothing, quote_it

        behind = self.marked.after(node)
        cut = behind.strip().partition(" #")[0].rstrip()
        what = f"nothing follows `{name}:`" if name else "this list item is empty"
        fix = None
        if cut.startswith("#") and len(cut) > 1 and cut[1] not in " #":
            hint = quote_it(cut, f"YAML takes `{short(cut)}` for a note. Put it in quotes")
            start = self.marked.lines[node.end_line - 1].find(cut) + 1
            place = node.end_line, start, node.end_line, start + len(cut)
            fix = Fix(*place, in_quotes(cut))
        elif node.text == "~":
            hint = 'A ~ alone means "nothing" in YAML; put it in quotes to print it.'
        else:
            hint = for_nothing(name)
        self.say(node, what, hint, fix=fix)

    def swallowed(self, node: Scalar) -> bool:
        """Note a list that runs on in the text above it, for lack of a colon."""
        for row in range(node.line, node.end_line):
            line = self.marked.lines[row]
            if line.lstrip().startswith("- ") and self.tight_dash(node):
                return True
            if line.lstrip().startswith("- "):
                first = short(self.marked.lines[node.line - 1][node.column - 1 :].strip())
                column = len(line) - len(line.lstrip()) + 1
                hint = f"If a list belongs under it, type a colon: `- {first}:`"
                message = f"this list item would be joined to the text above it, `{first}`"
                above = self.marked.lines[node.line - 1]
                lead = len(above) - len(above.lstrip())
                fix = None
                if above.lstrip().startswith("- ") and lead + 1 < column:
                    start = f"Start it in column {lead + 1}, right below the item above it"
                    hint = f"{start}. {hint}"
                    fix = Fix(row + 1, 1, row + 1, column, " " * lead)
                elif not above.lstrip().startswith("- "):
                    hint = f"Type the list under a key such as `bullets:`, below `{first}`."
                self.say_at(row + 1, column, message, hint, "error", fix)
                return True
        return False

    def tight_dash(self, node: Scalar) -> bool:
        """Note a first item whose dash has no space, so that it swallows the next."""
        line = self.marked.lines[node.line - 1].lstrip()
        words = line[1:]
        if line[:1] != "-" or words[:1] in ("", " ", "-"):
            return False
        column = self.marked.lines[node.line - 1].index("-") + 1
        message = "there is no space after the dash of this list item"
        fix = Fix(node.line, column, node.line, column + 1, "- ", sure=not words[0].isdigit())
        hint = f"Type a space: `- {short(words.strip())}`"
        self.say_at(node.line, column, message, hint, "error", fix)
        return True

    def not_a_text(self, node: Sequence | Mapping, name: str) -> None:
        """Note that a list or a mapping stands where a text belongs, and what was meant."""
        here = self.typed(node)
        if name in ("tip", "quote", "by") and self.one_text(node, f"`{name}`"):
            return
        if node.flow:
            if self.in_brackets(node):
                return
            message = f"a text cannot start with `{here[:1]}` unless it is in quotes"
            self.needs_quotes(node, message)
        elif here.startswith("? "):
            message = "a text cannot start with `? ` unless it is in quotes"
            self.needs_quotes(node, message)
        elif isinstance(node, Mapping) and len(node.pairs) > 1 and self.lost_dash(node):
            return
        elif isinstance(node, Mapping) and node.pairs:
            key = short(node.pairs[0][0].text)
            message = f"the colon after `{key}` makes it a key; a text belongs here"
            self.needs_quotes(node, message)
        else:
            what = f"`{name}`" if name else "a list item"
            self.say(node, f"{what} takes one text, not a list", NOT_A_LIST.get(name, _JOIN))

    def one_text(self, node: Sequence | Mapping, what: str) -> bool:
        """Note a list or keys where a block takes its words alone, with what to type."""
        from brochure.reading.block_slips import one_text

        if node.flow and self.in_brackets(node):
            return True
        told = one_text(node, what)
        if told:
            self.say(node, *told)
        return bool(told)

    def in_brackets(self, node: Sequence | Mapping) -> bool:
        """Note a text of a list in brackets that YAML takes for keys or a list of its own."""
        from brochure.reading.hints import value_of
        from brochure.reading.yaml_flow import in_brackets

        rows, row = self.marked.lines, node.line - 1
        if value_of(rows[row])[0] == node.column - 1:
            return False
        found = in_brackets(rows, row)
        if found is None:
            return False
        told = found.problem(self.marked.file, rows)
        self.say_at(told.line, told.column, told.message, told.hint, "error", told.fix)
        return True

    def needs_quotes(self, node: Sequence | Mapping, message: str) -> None:
        """Note a text that YAML takes for keys or a list, with the whole of it in quotes."""
        from brochure.reading.block_slips import own_text
        from brochure.reading.hints import quote_it

        self.say(node, message, quote_it(own_text(self.marked.lines, node)))

    def lost_dash(self, node: Mapping) -> bool:
        """Note the second head of a list in one item, whose dash is gone."""
        if not all(isinstance(value, Sequence) for _, value in node.pairs):
            return False
        from brochure.reading.block_slips import second_head

        for key, _ in node.pairs[1:]:
            self.say(key, *second_head(key))
        return True

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
        for fault in faults:
            line, column = self.find(node, fault)
            fix = self.whole(node, fault) if fault.whole else self.fix(line, column, fault)
            self.say_at(line, column, fault.message, fault.hint, fault.level, fix)
        text = Text(spans, node.line, node.column, self.file)
        if not text.plain.strip() and not faults:
            self.say(node, "this text has no words", "Type its text, or delete the line.")
        return text

    def find(self, node: Scalar, fault: Fault) -> tuple[int, int]:
        """Return line and column of a fault: where its needle first stands in the node's lines."""
        for row in range(node.line - 1, min(node.end_line, len(self.marked.lines))):
            start = node.column - 1 if row == node.line - 1 else 0
            at = self.marked.lines[row].find(fault.needle, start)
            if at >= 0:
                return row + 1, at + 1
        return node.line, node.column

    def whole(self, node: Scalar, fault: Fault) -> Fix | None:
        """Return what to type for a whole text of one line."""
        if fault.becomes is None or node.end_line != node.line or node.style in ("|", ">"):
            return None
        words = typed(fault.becomes) if not node.style else in_quotes(fault.becomes)
        return Fix(node.line, node.column, node.line, node.end_column, words)

    def fix(self, line: int, column: int, fault: Fault) -> Fix | None:
        """Return what to type for a fault's needle, where the line has it as it is."""
        rows = self.marked.lines
        here = rows[line - 1][column - 1 :] if line <= len(rows) else ""
        if fault.becomes is None or not here.startswith(fault.needle):
            return None
        end = column + len(fault.needle)
        return Fix(line, column, line, end, fault.becomes, sure=fault.level == "hint")

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
