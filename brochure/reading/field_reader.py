"""Readers of each kind of value in the schema: from marked YAML to texts, items and mappings."""

from __future__ import annotations

from collections.abc import Callable

from brochure.language.messages import in_quotes, short
from brochure.model import Fix, Item, Text
from brochure.reading.inline_markup import parse_inline
from brochure.reading.list_signs import may_begin_with_sign
from brochure.reading.paths import Files
from brochure.reading.schema import (
    AUTO,
    BLOCKS,
    MAX_ITEMS,
    MAX_SECTIONS,
    NO,
    YES,
    Field,
)
from brochure.reading.text_reader import Counts, TextReader
from brochure.reading.yaml_nodes import Mapping, Node, Scalar, Sequence
from brochure.reading.yaml_reader import Marked

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


MAX_UNKNOWN = 20
NO_ITEM = frozenset((*(field.name for field in BLOCKS), "body", "text"))
"""Keys that stand in a body and never in a list, where they would be words."""
Values = dict[str, "Any"]
Kinds = dict[str, Callable[["Reader", Node, Field], "Any"]]


class Reader(TextReader):
    """Reads the values of one file and notes every problem; a faulty value comes out as None."""

    def __init__(self, marked: Marked, files: Files, counts: Counts, kinds: Kinds) -> None:
        super().__init__(marked, counts)
        self.kinds = kinds
        self.files = files

    # --------------------------------------------------------------- lists

    def listed(self, node: Node, name: str) -> list[Node] | None:
        """Return the nodes of a list that is not empty; else note what was meant."""
        if isinstance(node, Sequence):
            if not node.items:
                from brochure.reading.hints import for_no_items

                self.say(node, f"the list of `{name}` is empty", for_no_items(name))
            return node.items
        scalar = self.words(node, name) if isinstance(node, Scalar) else None
        if scalar:
            from brochure.reading.block_slips import text_for_list

            self.say(scalar, *text_for_list(scalar, name, self.marked.lines[scalar.line - 1]))
        elif isinstance(node, Mapping):
            hint = "Type a dash and a space before the first line of each item: `- `"
            if name in ("bullets", "steps", "checklist", "fill"):
                hint = f"Type each item in quotes: `- {in_quotes(self.typed(node))}`"
            self.say(node, f"`{name}` takes a list", hint)
        return None

    def texts(self, node: Node, name: str) -> tuple[Text, ...] | None:
        """Return the paragraphs of one text or of a list of texts."""
        nodes = node.items if isinstance(node, Sequence) and not node.flow else None
        if nodes is None:
            nodes = self.flow_texts(node, name)
            name = name if nodes == [node] else ""
        elif not nodes:
            self.listed(node, name)
        else:
            name = ""
        found: list[Text] = []
        if len(nodes) > 1:
            self.signs(nodes, "")
        for item in nodes:
            scalar = self.words(item, name)
            parts = self.paragraphs(scalar, name, several=True) if scalar else []
            found += [text for part in parts if (text := self.as_text(part, parse_inline))]
        return tuple(found)

    def flow_texts(self, node: Node, name: str = "") -> list[Node]:
        """Return the items of a list; ``[a]`` that may be text is left to be refused."""
        if not isinstance(node, Sequence) or not node.items:
            return [node]
        first, *more = node.items
        listed = more or not node.flow or name in ("sources", "must_say")
        return node.items if listed or getattr(first, "style", False) else [node]

    def items(self, node: Node, name: str) -> tuple[Item, ...] | None:
        """Return list items, each with the texts under it."""
        nodes = self.listed(node, name)
        if nodes is None or not self.signs(nodes, name):
            return None
        return tuple(item for each in nodes if (item := self.item(each)))

    def signs(self, nodes: list[Node], name: str, rows: bool = True) -> bool:
        """Take off the list signs that items begin with, and tell; False if they are refused.

        ``rows`` says that wide spaces may be the columns of a table.
        """
        if not any(map(self.may_be_signed, nodes)):
            return True
        from brochure.reading.item_signs import judged_items

        told = judged_items(nodes, self.marked.lines, name, rows)
        self.tell(told)
        return all(each.level != "error" for each in told)

    def may_be_signed(self, node: Node) -> bool:
        """Return whether an item may begin with a list sign, or be the row of a table."""
        if isinstance(node, Mapping):
            return bool(node.pairs) and may_begin_with_sign(node.pairs[0][0].text)
        if not isinstance(node, Scalar):
            return False
        wide = "  " in node.text or "\t" in self.marked.lines[node.line - 1]
        return wide or may_begin_with_sign(node.text)

    def item(self, node: Node) -> Item | None:
        """Return one list item."""
        if not self.counted(node):
            return None
        if isinstance(node, Mapping) and node.pairs and node.pairs[0][0].text in NO_ITEM:
            key, value = node.pairs[0]
            if not isinstance(value, Scalar) or value.text:
                from brochure.reading.block_slips import in_a_list

                self.say(key, *in_a_list(key, value, self.typed(key)))
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
        texts: list[Text | None] = []
        if not self.signs(value.items, ""):
            return None
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
        pairs = node.pairs
        if any(key.text not in known for key, _ in pairs):
            pairs = self.indented(node, known)
        for key, value in pairs:
            field = known.pop(key.text, None)
            if field is None:
                unknown.append(key)
            else:
                values[key.text] = self.kinds[field.kind](self, value, field)
        meant = self.unknown(unknown, fields, name)
        missing = [field for field in known.values() if field.required]
        for field in missing:
            if field.name not in meant:
                self.missing(node, field, name)
        return {key: value for key, value in values.items() if value is not None}

    def indented(self, node: Mapping, known: dict[str, Field]) -> list[tuple[Scalar, Node]]:
        """Return the pairs of a mapping, without keys that belong below the one above them.

        They are told in one problem, and the empty key above them leaves ``known``.
        """
        rest: list[tuple[Scalar, Node]] = []
        at = 0
        while at < len(node.pairs):
            key, value = node.pairs[at]
            field = known.get(key.text)
            end = at + 1
            if field and field.kind != "mappings" and isinstance(value, Scalar) and not value.text:
                inner = {each.name for each in field.fields} - known.keys()
                while end < len(node.pairs) and node.pairs[end][0].text in inner:
                    end += 1
            if end == at + 1 or node.flow:
                rest.append(node.pairs[at])
            else:
                behind = node.pairs[end][0].line if end < len(node.pairs) else 0
                self.too_far_left(key, node.pairs[at + 1][0], behind or len(self.marked.lines) + 1)
                known.pop(key.text)
            at = end
        return rest

    def too_far_left(self, key: Scalar, first: Scalar, behind: int) -> None:
        """Note that the lines from a key to the line ``behind`` belong below another key."""
        rows = self.marked.lines[first.line - 1 : behind - 1]
        typed = "\n".join(f"  {row}" if row.strip() else row for row in rows)
        last = first.line + len(rows) - 1
        fix = Fix(first.line, 1, last, len(rows[-1]) + 1, typed)
        message = f"the keys of `{key.text}` must start further right than `{key.text}:`"
        hint = f"Type two spaces before each of them, such as `  {short(rows[0])}`"
        self.say(first, message, hint, fix=fix)

    def not_a_mapping(self, node: Node, fields: tuple[Field, ...], name: str) -> None:
        """Note that keys belong here."""
        from brochure.reading.hints import keys_of, such_as

        first = fields[0].name
        rows = keys_of(fields)
        if isinstance(node, Scalar) and not node.style and node.text and name == "this section":
            rows[-1] = f"text: {self.typed(node)}"
        if isinstance(node, Scalar) and name == "`image`" and node.text:
            rows[0] = f"file: {self.typed(node)}"
        hint = such_as("Type its keys below it, indented", rows)
        if isinstance(node, Sequence):
            if name == "`image`":
                hint = "Keep one picture here, or type each as an item of `body:`: `- image:`"
            self.say(node, f"{name} takes keys, not a list", hint)
        elif self.words(node, name.strip("`")):
            self.say(node, f"{name} takes keys such as `{first}:`, not one text", hint)

    def unknown(self, keys: list[Scalar], fields: tuple[Field, ...], name: str) -> set[str]:
        """Note the keys that the schema does not have; return the keys that were meant."""
        meant: set[str] = set()
        if not keys:
            return meant
        from brochure.reading.strange_keys import told

        names = [field.name for field in fields]
        for key in keys[:MAX_UNKNOWN]:
            near, hint = told(key.text, self.marked.lines[key.line - 1], names, name)
            fix = None
            if near:
                meant.add(near)
                end = key.column + len(key.text)
                if not key.style and key.text == key.text.strip():
                    fix = Fix(key.line, key.column, key.line, end, near)
            self.say(key, f"the key `{short(key.text)}` is not known{_in(name)}", hint, fix=fix)
        if len(keys) > MAX_UNKNOWN:
            self.say(keys[MAX_UNKNOWN], f"{len(keys) - MAX_UNKNOWN} more keys are not known")
        return meant

    def missing(self, node: Node, field: Field, name: str) -> None:
        """Note that a required key is not there."""
        hint = f"Add a line such as `{field.name}: {field.example or '...'}`. {field.description}"
        if field.fields:
            from brochure.reading.hints import keys_of

            hint = "\n".join(["Add lines such as these:", *keys_of((field,))])
        self.say(node, f"the key `{field.name}` is missing{_in(name)}", hint)

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


def _in(name: str) -> str:
    return f" in {name}" if name else ""
