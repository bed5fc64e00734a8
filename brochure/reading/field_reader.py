"""Readers of each kind of value in the schema: from marked YAML to texts, items and mappings."""

from __future__ import annotations

from collections.abc import Callable

from brochure.language.messages import in_quotes, printable, short
from brochure.model import Fix, Item, Problem, Text
from brochure.reading.faults import Fault
from brochure.reading.inline_markup import parse_inline, plain_text
from brochure.reading.paths import Files
from brochure.reading.schema import (
    AUTO,
    HANDOUT,
    MAX_CHARACTERS,
    MAX_ITEMS,
    MAX_SECTIONS,
    NO,
    YES,
    Field,
)
from brochure.reading.validators import CHECKS
from brochure.reading.yaml_nodes import Mapping, Node, Scalar, Sequence
from brochure.reading.yaml_reader import Marked

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from brochure.model.choices import Level

MAX_UNKNOWN = 20
_DASHES = "•◦▪·–—‣"
Values = dict[str, "Any"]
Kinds = dict[str, Callable[["Reader", Node, Field], "Any"]]


class Counts:
    """How much of each limit is used up, over the content file and the files it names."""

    def __init__(self) -> None:
        self.items = 0
        self.characters = 0
        self.said: set[str] = set()


class Reader:
    """Reads the values of one file and notes every problem; a faulty value comes out as None."""

    def __init__(self, marked: Marked, files: Files, counts: Counts, kinds: Kinds) -> None:
        self.marked = marked
        self.kinds = kinds
        self.file = marked.file
        self.files = files
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
        safe = printable(message), printable(hint)
        self.problems.append(Problem(self.file, line, column, level, *safe, fix=fix))

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
        if not node.text.strip() or (node.text == "~" and not node.style):
            self.empty(node, name)
            return None
        if node.end_line > node.line and not node.style and self.swallowed(node):
            return None
        return node

    def empty(self, node: Scalar, name: str) -> None:
        """Note that a text is missing; a ``#`` may have hidden it."""
        behind = self.marked.after(node).strip()
        what = f"nothing follows `{name}:`" if name else "this list item is empty"
        if behind.startswith("#") and len(behind) > 1 and behind[1] not in " #":
            hint = f'YAML takes `{short(behind)}` for a note. Put it in quotes: "{short(behind)}"'
        elif node.text == "~":
            hint = 'A ~ alone means "nothing" in YAML; put it in quotes to print it.'
        else:
            hint = "Type its text, or delete the line."
        self.say(node, what, hint)

    def swallowed(self, node: Scalar) -> bool:
        """Note a list that runs on in the text above it, for lack of a colon."""
        for row in range(node.line, node.end_line):
            line = self.marked.lines[row]
            if line.lstrip().startswith("- "):
                first = short(self.marked.lines[node.line - 1][node.column - 1 :].strip())
                column = len(line) - len(line.lstrip()) + 1
                hint = f"If a list belongs under it, type a colon: `- {first}:`"
                message = f"this list item would be joined to the text above it, `{first}`"
                self.say_at(row + 1, column, message, hint, "error")
                return True
        return False

    def not_a_text(self, node: Sequence | Mapping, name: str) -> None:
        """Note that a list or a mapping stands where a text belongs, and what was meant."""
        typed = self.typed(node)
        if node.flow:
            message = f"a text cannot start with `{typed[:1]}` unless it is in quotes"
            self.say(node, message, f"Put the whole text in quotes: {in_quotes(typed)}")
        elif typed.startswith("? "):
            message = "a text cannot start with `? ` unless it is in quotes"
            self.say(node, message, f"Put the whole text in quotes: {in_quotes(typed)}")
        elif isinstance(node, Mapping) and node.pairs:
            key = short(node.pairs[0][0].text)
            message = f"the colon after `{key}` makes it a key; a text belongs here"
            self.say(node, message, f"Put the whole text in quotes: {in_quotes(typed)}")
        else:
            what = f"`{name}`" if name else "a list item"
            self.say(node, f"{what} takes one text, not a list", "Join the items into one text.")

    def text(self, node: Node, name: str) -> Text | None:
        """Return a text with its inline marks read."""
        scalar = self.words(node, name)
        return self.as_text(scalar, parse_inline) if scalar else None

    def as_text(self, node: Scalar, parse: Callable[[str], Any]) -> Text | None:
        """Return a node's words as a Text, counted, their faults noted."""
        self.counts.characters += len(node.text)
        if self.counts.characters > MAX_CHARACTERS:
            self.over(node, "characters", f"the text is longer than {MAX_CHARACTERS:,} characters")
            return None
        spans, faults = parse(node.text)
        for fault in faults:
            line, column = self.find(node, fault)
            fix = self.fix(line, column, fault)
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
        text = self.plain(node, field.name)
        if text is None:
            return None
        advice = CHECKS[field.kind](text.plain)
        if advice is None:
            return text
        self.say(node, *advice)
        return None

    # --------------------------------------------------------------- lists

    def listed(self, node: Node, name: str) -> list[Node] | None:
        """Return the nodes of a list that is not empty; else note what was meant."""
        if isinstance(node, Sequence):
            if not node.items:
                self.say(node, f"the list of `{name}` is empty", "Add an item, or delete the key.")
            return node.items
        scalar = self.words(node, name) if isinstance(node, Scalar) else None
        if scalar:
            self.text_for_list(scalar, name)
        elif isinstance(node, Mapping):
            hint = "Type a dash and a space before the first line of each item: `- `"
            self.say(node, f"`{name}` takes a list", hint)
        return None

    def text_for_list(self, node: Scalar, name: str) -> None:
        """Note a text where a list belongs: mostly its dashes are not as YAML wants them."""
        start = node.text[:1]
        hint = "Type each item on a line of its own that starts with a dash and a space: `- `"
        message = f"`{name}` takes a list, not one text"
        if start == "-" and not node.style:
            message = f"there is no space after the dashes of the list `{name}`"
        elif start in _DASHES and start:
            message = f"the items of `{name}` must start with `- `, not with `{start}`"
        self.say(node, message, hint)

    def texts(self, node: Node, name: str) -> tuple[Text, ...] | None:
        """Return one text or a list of texts."""
        nodes = node.items if isinstance(node, Sequence) and not node.flow else None
        if nodes is None:
            nodes = self.flow_texts(node)
            name = name if nodes == [node] else ""
        elif not nodes:
            self.listed(node, name)
        else:
            name = ""
        return tuple(text for item in nodes if (text := self.text(item, name)))

    def flow_texts(self, node: Node) -> list[Node]:
        """Return the items of ``[a, b]`` or ``["a"]``; a single ``[a]`` is left to be refused."""
        if not isinstance(node, Sequence) or not node.items:
            return [node]
        first = node.items[0]
        quoted = isinstance(first, Scalar) and first.style
        return node.items if len(node.items) > 1 or quoted else [node]

    def items(self, node: Node, name: str) -> tuple[Item, ...] | None:
        """Return list items, each with the texts under it."""
        nodes = self.listed(node, name)
        if nodes is None:
            return None
        return tuple(item for each in nodes if (item := self.item(each)))

    def item(self, node: Node) -> Item | None:
        """Return one list item."""
        if not self.counted(node):
            return None
        if isinstance(node, Mapping) and not node.flow and len(node.pairs) == 1:
            key, value = node.pairs[0]
            if isinstance(value, Sequence):
                return self.nested(key, value)
            bare = isinstance(value, Scalar) and not value.text and not value.style
            if bare and not self.typed(node).startswith("? "):
                hint = "Indent the items below it further, or put the text in quotes."
                self.say(node, f"nothing is listed under `{short(key.text)}:`", hint)
                return None
        text = self.text(node, "")
        return Item(text) if text else None

    def nested(self, key: Scalar, value: Sequence) -> Item | None:
        """Return an item with the texts nested under it, one level deep."""
        if not value.items:
            self.listed(value, key.text)
        text = self.text(key, "")
        texts = []
        for node in value.items:
            if self.deeper(node):
                hint = "Make it a section or a list of its own."
                self.say(node, "lists can be nested one level deep only", hint)
            elif self.counted(node):
                texts.append(self.text(node, ""))
        return Item(text, tuple(filter(None, texts))) if text else None

    def deeper(self, node: Node) -> bool:
        """Return whether a nested item holds a list in its turn."""
        if not isinstance(node, Mapping) or node.flow or not node.pairs:
            return False
        return isinstance(node.pairs[0][1], Sequence)

    def counted(self, node: Node) -> bool:
        """Return whether there is room for one more list item."""
        self.counts.items += 1
        if self.counts.items <= MAX_ITEMS:
            return True
        self.over(node, "items", f"the handout has more than {MAX_ITEMS} list items")
        return False

    # ------------------------------------------------------------ mappings

    def mapping(self, node: Node, fields: tuple[Field, ...], name: str) -> Values | None:
        """Return the values of a mapping by key, the faulty ones left out."""
        if not isinstance(node, Mapping):
            self.not_a_mapping(node, fields, name)
            return None
        known = {field.name: field for field in fields}
        values: Values = {}
        unknown: list[Scalar] = []
        for key, value in node.pairs:
            field = known.pop(key.text, None)
            if field is None:
                unknown.append(key)
            else:
                values[key.text] = self.kinds[field.kind](self, value, field)
        self.unknown(unknown, fields, name)
        missing = [field for field in known.values() if field.required]
        for field in missing:
            self.missing(node, field, name)
        return {key: value for key, value in values.items() if value is not None}

    def not_a_mapping(self, node: Node, fields: tuple[Field, ...], name: str) -> None:
        """Note that keys belong here."""
        first = fields[0].name
        hint = f"Type its keys below it, indented, such as `{first}: ...`"
        if isinstance(node, Sequence):
            self.say(node, f"{name} takes keys, not a list", hint)
        elif self.words(node, name.strip("`")):
            self.say(node, f"{name} takes keys such as `{first}:`, not one text", hint)

    def unknown(self, keys: list[Scalar], fields: tuple[Field, ...], name: str) -> None:
        """Note the keys that the schema does not have, each with the nearest that it has."""
        if not keys:
            return
        from difflib import get_close_matches

        names = [field.name for field in fields]
        for key in keys[:MAX_UNKNOWN]:
            typed = key.text.strip().lower()[:40]
            near = get_close_matches(typed.replace(" ", "_"), names, 1, 0.6)
            if not near and (other := get_close_matches(typed, HOMES, 1, 0.8)):
                typed = other[0]
            home = HOMES.get(typed, "")
            hint = f"Known here: {', '.join(names)}."
            if near:
                hint = f"Did you mean `{near[0]}`?"
            elif home and home != name:
                hint = f"It belongs under {home}: indent it to stand below the keys there."
            self.say(key, f"the key `{short(key.text)}` is not known{_in(name)}", hint)
        if len(keys) > MAX_UNKNOWN:
            self.say(keys[MAX_UNKNOWN], f"{len(keys) - MAX_UNKNOWN} more keys are not known")

    def missing(self, node: Node, field: Field, name: str) -> None:
        """Note that a required key is not there."""
        example = field.example or "..."
        hint = f"Add a line such as `{field.name}: {example}`"
        self.say(
            node, f"the key `{field.name}` is missing{_in(name)}", f"{hint}. {field.description}"
        )

    def mappings(self, node: Node, field: Field) -> list[tuple[Node, Values]] | None:
        """Return a list of mappings, each with where it stands."""
        nodes = self.listed(node, field.name)
        if nodes is None:
            return None
        if len(nodes) > MAX_SECTIONS:
            many = f"there are {len(nodes)} sections; {MAX_SECTIONS} is the limit"
            self.over(nodes[MAX_SECTIONS], "sections", many)
        found = []
        for each in nodes[:MAX_SECTIONS]:
            values = self.mapping(each, field.fields, "this section")
            if values is not None:
                found.append((each, values))
        return found

    def switch(self, node: Node) -> str:
        """Return "true", "false" or "auto" if a node is such a word, else ""."""
        word = node.text.strip().lower() if isinstance(node, Scalar) else ""
        return next((words[0] for words in (YES, NO, AUTO) if word in words), "")


HOMES = {inner.name: f"`{outer.name}`" for outer in reversed(HANDOUT) for inner in outer.fields}
"""Under which key of the content file a key belongs."""


def _in(name: str) -> str:
    return f" in {name}" if name else ""
