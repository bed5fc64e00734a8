"""The tree of a YAML file, and its builder: from a parser's events to nodes that know their place.

Every scalar is the text that was typed. Tags, anchors, aliases, merge keys, repeated keys, a
second document and too deep or too many nodes are noted as problems on the way.
"""

from __future__ import annotations

from collections.abc import Callable

from brochure._startup.yaml import events
from brochure.language.messages import short
from brochure.model import Problem

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from brochure.model.choices import Level

MAX_DEPTH = 20
MAX_NODES = 10_000


class Scalar:
    """A text as typed; ``style`` is "" for plain text, else its quote or ``|`` or ``>``."""

    __slots__ = ("column", "end_column", "end_line", "line", "style", "text")

    def __init__(
        self,
        text: str,
        line: int,
        column: int,
        style: str = "",
        end_line: int = 0,
        end_column: int = 0,
    ) -> None:
        self.text = text
        self.line = line
        self.column = column
        self.style = style
        self.end_line = end_line
        self.end_column = end_column


class Sequence:
    """A list; ``flow`` if it is typed in brackets."""

    __slots__ = ("column", "flow", "items", "line")

    def __init__(self, line: int, column: int, flow: bool = False) -> None:
        self.line = line
        self.column = column
        self.flow = flow
        self.items: list[Node] = []


class Mapping:
    """Keys and their values in the file's order, no key twice; ``flow`` if typed in braces."""

    __slots__ = ("column", "flow", "line", "pairs")

    def __init__(self, line: int, column: int, flow: bool = False) -> None:
        self.line = line
        self.column = column
        self.flow = flow
        self.pairs: list[tuple[Scalar, Node]] = []


Node = Scalar | Sequence | Mapping


class Stopped(Exception):  # noqa: N818
    """Reading stops here; the problem is already noted."""


class TreeBuilder:
    """Puts the tree together, event by event, without recursion."""

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self.lines = text.split("\n")
        self.hashes = " #" in text
        self.root: Node | None = None
        self.stack: list[Sequence | Mapping] = []
        self.keys: list[dict[str, int] | None] = []
        self.pending: list[Scalar | None] = []
        self.problems: list[Problem] = []
        self.last: Scalar | None = None
        self.nodes = 0
        self.documents = 0
        self.repeated: set[str] | None = None

    def say(self, line: int, column: int, message: str, hint: str, level: Level = "error") -> None:
        """Note a problem."""
        self.problems.append(Problem(self.file, line, column, level, message, hint))

    def nothing(self, event: Any) -> None:
        """Pass over an event that carries nothing of ours."""

    def document(self, event: Any) -> None:
        """Allow one document a file."""
        self.documents += 1
        line = event.start_mark.line + 1
        if self.documents > 1:
            self.say(line, 1, *_SECOND_DOCUMENT)
            raise Stopped

    def alias(self, event: Any) -> None:
        """Refuse an alias; the tree gets its words instead."""
        mark = event.start_mark
        self.unquoted(mark.line, mark.column)
        node = Scalar("*" + event.anchor, mark.line + 1, mark.column + 1)
        self.count(node)
        self.place(node)

    def scalar(self, event: Any) -> None:
        """Place a text."""
        start, end = event.start_mark, event.end_mark
        style = event.style or ""
        node = Scalar(
            event.value, start.line + 1, start.column + 1, style, end.line + 1, end.column + 1
        )
        self.check(event, node)
        if style in ("|", ">"):
            self.check_header(start.line, start.column)
        elif self.hashes:
            self.check_hash(node)
        if not style and "?" in node.text and self.stack and self.stack[-1].flow:
            raise ValueError("only the C parser takes a ? inside brackets")
        self.last = node
        self.place(node)

    def check(self, event: Any, node: Node) -> None:
        """Refuse tags and anchors, and more nodes than any handout has."""
        self.count(node)
        if event.tag is not None or event.anchor is not None:
            self.unquoted(event.start_mark.line, event.start_mark.column)

    def count(self, node: Node) -> None:
        """Stop at more nodes than any handout has."""
        self.nodes += 1
        if self.nodes > MAX_NODES:
            self.say(node.line, node.column, *_TOO_MANY)
            raise Stopped

    def unquoted(self, row: int, column: int) -> None:
        """Refuse a text that starts like a tag, an anchor or an alias."""
        message, hint = self.quoted(row, column)
        if self.stack and self.stack[-1].flow and "repeat" not in message:
            from brochure.reading.yaml_flow import in_brackets

            if found := in_brackets(self.lines, row):
                self.problems.append(found.problem(self.file, self.lines, column))
                return
        self.say(row + 1, column + 1, message, hint)

    def quoted(self, row: int, column: int) -> tuple[str, str]:
        """Return message and hint for a text that starts like a tag, an anchor or an alias."""
        from brochure.reading.hints import quote_it, whole_text

        typed = self.lines[row][column:].strip() or "!"
        message = f"a text cannot start with `{typed[0]}` unless it is in quotes"
        name, _, rest = typed[1:].partition(" ")
        if typed[0] in "&*" and name in self.repeats():
            message += "; nothing is repeated by `&` and `*` here"
            hint = f"Write the text out in full in place of `{short(typed)}`."
            if typed[0] == "&" and not rest.strip():
                hint = f"Delete `{short(typed)}`; write out in place of `*{name}` what is below it."
            elif typed[0] == "&":
                hint = f"Type `{short(rest)}` alone, and write it out where `*{name}` repeats it."
            return message, hint
        return message, quote_it(whole_text(self.lines, row, column)[0] or typed)

    def repeats(self) -> set[str]:
        """Return the names that stand behind an `&` and behind a `*`: YAML's way to repeat."""
        if self.repeated is None:
            words = [word for line in self.lines for word in line.split()]
            named = {word[1:] for word in words if word[0] == "&"}
            self.repeated = named & {word[1:] for word in words if word[0] == "*"}
        return self.repeated

    def check_header(self, row: int, column: int) -> None:
        """Reject `>#`, which only the C parser takes for the head of a long text."""
        if self.lines[row][column:].lstrip("|>+-0123456789").startswith("#"):
            raise ValueError("no space before #")

    def check_hash(self, node: Scalar) -> None:
        """Warn of a ``#`` that cuts the words behind it off, as in ``Suite #200``."""
        if not node.text:
            return
        rest = self.lines[node.end_line - 1][node.end_column - 1 :]
        cut = rest.lstrip()
        if len(cut) > 1 and cut[0] == "#" and rest != cut and cut[1] not in " #":
            column = node.end_column + len(rest) - len(cut)
            message = f"`{short(cut.strip())}` is left out: YAML takes a # after a space for a note"
            hint = "Put the whole text in quotes to print it, or type `# ` for a note."
            self.say(node.end_line, column, message, hint, "warning")

    def place(self, node: Node) -> None:
        """Put a node where the next one belongs."""
        if not self.stack:
            self.root = node
            return
        parent = self.stack[-1]
        if isinstance(parent, Sequence):
            parent.items.append(node)
        elif self.pending[-1] is None:
            self.pending[-1] = self.as_key(node)
        else:
            self.pair(parent, self.pending[-1], node)
            self.pending[-1] = None

    def as_key(self, node: Node) -> Scalar:
        """Return a key; a list or a mapping in its place is noted."""
        if isinstance(node, Scalar) and (node.text or node.style):
            if not node.text.isascii():
                from brochure.reading.pasted_signs import without_idle

                node.text = without_idle(node.text)
            return node
        if isinstance(node, Scalar):
            self.say(node.line, node.column, *_EMPTY_KEY)
            return Scalar("\0", node.line, node.column)
        self.say(node.line, node.column, *_COMPLEX_KEY)
        return Scalar("\0", node.line, node.column)

    def pair(self, parent: Mapping, key: Scalar, value: Node) -> None:
        """Add a key with its value, unless the key was there before."""
        seen = self.keys[-1]
        if key.text == "\0" or seen is None:
            return
        if key.text == "<<":
            self.say(key.line, key.column, *_MERGE)
            return
        if key.text in seen:
            name, first = short(key.text), seen[key.text]
            message = f"the key `{name}` stands here a second time; the first is in line {first}"
            self.say(key.line, key.column, message, "Keep one of the two, or join their texts.")
            return
        seen[key.text] = key.line
        if isinstance(value, Scalar) and not value.text and not value.style:
            value.line = value.end_line = key.end_line
            value.column = value.end_column = key.end_column
        parent.pairs.append((key, value))

    def open(self, event: Any, node: Sequence | Mapping) -> None:
        """Go down into a list or a mapping."""
        self.check(event, node)
        if len(self.stack) == MAX_DEPTH:
            self.say(node.line, node.column, *_TOO_DEEP)
            raise Stopped
        self.place(node)
        self.stack.append(node)
        self.pending.append(None)
        self.keys.append({} if isinstance(node, Mapping) else None)

    def sequence(self, event: Any) -> None:
        """Open a list."""
        mark = event.start_mark
        self.open(event, Sequence(mark.line + 1, mark.column + 1, bool(event.flow_style)))

    def mapping(self, event: Any) -> None:
        """Open a mapping."""
        mark = event.start_mark
        self.open(event, Mapping(mark.line + 1, mark.column + 1, bool(event.flow_style)))

    def close(self, event: Any) -> None:
        """Go up again."""
        self.stack.pop()
        self.pending.pop()
        self.keys.pop()


FEED: dict[type, Callable[[TreeBuilder, Any], None]] = {
    events.StreamStartEvent: TreeBuilder.nothing,
    events.StreamEndEvent: TreeBuilder.nothing,
    events.DocumentStartEvent: TreeBuilder.document,
    events.DocumentEndEvent: TreeBuilder.nothing,
    events.AliasEvent: TreeBuilder.alias,
    events.ScalarEvent: TreeBuilder.scalar,
    events.SequenceStartEvent: TreeBuilder.sequence,
    events.SequenceEndEvent: TreeBuilder.close,
    events.MappingStartEvent: TreeBuilder.mapping,
    events.MappingEndEvent: TreeBuilder.close,
}

_SECOND_DOCUMENT = (
    "a second document starts here; one file holds one handout",
    "Keep each handout in a file of its own. If all is one handout, delete this line.",
)
_TOO_MANY = (
    f"the file holds more than {MAX_NODES:,} entries",
    "A handout has room for a few hundred; split the file.",
)
_TOO_DEEP = (
    f"lists and keys are nested more than {MAX_DEPTH} levels deep here",
    "A text that starts with [ or { must be in quotes.",
)
_COMPLEX_KEY = (
    "a list or a mapping cannot be a key",
    "A text that starts with ?, [ or { must be in quotes.",
)
_EMPTY_KEY = (
    "a key is missing before this colon",
    "A text that starts with : or ? must be in quotes.",
)
_MERGE = (
    "the merge key `<<` is not supported",
    "Write the keys out; what several handouts share belongs in the clinic or brand file.",
)
