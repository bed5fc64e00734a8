"""The body of a section: texts, lists and pictures in any order, read into the blocks they are."""

from __future__ import annotations

from collections.abc import Callable

from brochure.language.messages import short, typed
from brochure.model import Block, FillIn, Fix, Image, ItemList, Paragraph, Quote, Text, Tip
from brochure.reading.body_slips import key_slip, lost_dashes, two_blocks, typed_list
from brochure.reading.field_reader import Reader, Values
from brochure.reading.inline_markup import parse_inline
from brochure.reading.list_signs import sign_of
from brochure.reading.schema import BLOCKS, SHORT_FORM, Field
from brochure.reading.yaml_nodes import Mapping, Node, Scalar, Sequence


def body(reader: Reader, node: Node, field: Field) -> tuple[Block, ...] | None:
    """Return the blocks of a body, in order; each one that is faulty is noted and left out."""
    if isinstance(node, Scalar):
        return tuple(_paragraphs(reader, node, field.name))
    if isinstance(node, Mapping):
        lost_dashes(reader, node)
        return None
    blocks: list[Block] = []
    signed: list[Scalar] = []
    for each in reader.listed(node, field.name) or ():
        if isinstance(each, Scalar) and sign_of(each.text):
            signed.append(each)
            continue
        blocks += _signed(reader, signed, node)
        signed = []
        blocks += _blocks(reader, each)
    return (*blocks, *_signed(reader, signed, node))


def _paragraphs(reader: Reader, node: Scalar, name: str) -> list[Block]:
    scalar = reader.words(node, name)
    parts = reader.paragraphs(scalar, name or "body", several=True) if scalar else []
    texts = [reader.as_text(part, parse_inline) for part in parts]
    return [Paragraph(text) for text in texts if text]


def _signed(reader: Reader, nodes: list[Scalar], body: Node) -> list[Block]:
    """Return texts that begin with list signs, if they are texts; else note the list they are."""
    if nodes and typed_list(reader, nodes, body):
        return []
    return [block for node in nodes for block in _paragraphs(reader, node, "")]


def _blocks(reader: Reader, node: Node) -> list[Block]:
    """Return the blocks of one item of a body: paragraphs of a text, or what a key makes."""
    if isinstance(node, Scalar):
        return _paragraphs(reader, node, "")
    if isinstance(node, Sequence):
        words = reader.typed(node)
        hint = f"Type the list under a key of its own: `- bullets: {words}`"
        if not node.flow:
            words = typed(short(words.removeprefix("- ")))
            hint = f"Type the list under a key of its own: `- bullets:`, below it `- {words}`"
        reader.say(node, "a list in `body:` needs its key", hint)
        return []
    heads = {field.name: field for field in BLOCKS if field.name != "start"}
    found = [pair for pair in node.pairs if pair[0].text in heads]
    if len(found) > 1 and two_blocks(reader, node, [key for key, _ in found]):
        return []
    if not found:
        key_slip(reader, node, tuple(heads))
        return []
    fields = tuple([field for field in BLOCKS if field.name in _keys_of(found[0][0].text)])
    values = reader.mapping(node, fields, f"`{found[0][0].text}`") or {}
    made = MADE[found[0][0].text](values)
    return [made] if made else []


def labels(reader: Reader, node: Node, field: Field) -> tuple[Text, ...] | None:
    """Return the labels of lines to write on; a line that is typed with the label is noted."""
    if isinstance(node, Scalar):
        text = reader.text(node, field.name)
        found = [text] if text else []
    else:
        nodes = reader.listed(node, field.name) or []
        reader.signs(nodes, field.name)
        found = [text for each in nodes if (text := _label(reader, each))]
    for text in found:
        if any(sign in text.plain for sign in DRAWN):
            from brochure.reading.block_slips import drawn

            message = "the line to write on is drawn; it is not typed"
            reader.say_at(text.line, text.column, message, drawn(text.plain), "error")
    return tuple(found)


DRAWN = ("__", "....", "……", "---", "–––", "———", "―――", "───", "⎯⎯⎯")
"""How people type a line to write on."""


def _label(reader: Reader, node: Node) -> Text | None:
    if isinstance(node, Sequence | Mapping) and reader.one_text(node, "a label"):
        return None
    return reader.text(node, "")


def _keys_of(head: str) -> tuple[str, ...]:
    return (head, "start") if head == "steps" else (head,)


def _bullets(values: Values) -> Block | None:
    return ItemList(values["bullets"]) if values.get("bullets") else None


def _steps(values: Values) -> Block | None:
    start = values.get("start", 1)
    return ItemList(values["steps"], "steps", start) if values.get("steps") else None


def image_of(values: Values) -> Image:
    """Return the picture of a mapping that lacks nothing."""
    path, line, column = values["file"]
    beside = values.get("beside", False)
    return Image(path, values["alt"], values.get("caption"), beside, line, column)


def _image(values: Values) -> Image | None:
    image = values.get("image", {})
    return image_of(image) if {"file", "alt"} <= image.keys() else None


def _checklist(values: Values) -> Block | None:
    return ItemList(values["checklist"], "checklist") if values.get("checklist") else None


def _table(values: Values) -> Block | None:
    return values.get("table")


def _fill(values: Values) -> Block | None:
    return FillIn(values["fill"]) if values.get("fill") else None


def _quote(values: Values) -> Block | None:
    quote = values.get("quote", {})
    return Quote(quote["text"], quote.get("by")) if "text" in quote else None


def _tip(values: Values) -> Block | None:
    return Tip(values["tip"]) if "tip" in values else None


MADE: dict[str, Callable[[Values], Block | None]] = {
    "bullets": _bullets,
    "steps": _steps,
    "image": _image,
    "checklist": _checklist,
    "table": _table,
    "fill": _fill,
    "quote": _quote,
    "tip": _tip,
}
"""What makes the block of a head from its values; None where they are faulty."""


# ------------------------------------------------- a body and a short form


def not_beside(reader: Reader, section: Node) -> None:
    """Note each key of the short form that stands beside a section's `body:`."""
    assert isinstance(section, Mapping)
    names = {field.name for field in SHORT_FORM}
    pairs = section.pairs
    at = next(number for number, (key, _) in enumerate(pairs) if key.text == "body")
    body = pairs[at][1]
    column = body.column if isinstance(body, Sequence) and not body.flow else 0
    for number, (key, value) in enumerate(pairs):
        if key.text not in names:
            continue
        stop = pairs[number + 1][0].line if number + 1 < len(pairs) else 0
        rows = _as_items(reader, key, value, stop, column or key.column + 2)
        fix = None
        if column and number in (at - 1, at + 1) and not section.flow:
            fix = _moved(reader, key, stop, pairs[at][0], rows)
        message = f"`{key.text}:` stands beside `body:`, which holds all that a section says"
        shown = "\n".join(row[(column or key.column + 2) - 1 :] for row in rows)
        reader.say(key, message, f"Type it as an item of `body:`:\n{shown}", fix=fix)


def _rows(reader: Reader, key: Scalar, stop: int) -> list[str]:
    """Return the lines of a key and its value; ``stop`` is the line behind them, 0 if not known."""
    lines = reader.marked.lines
    end = key.line
    while end < len(lines) and end + 1 != stop:
        words = lines[end].lstrip()
        inside = len(lines[end]) - len(words) - (key.column - 1)
        if words and (inside < 0 or (inside == 0 and words[:2] != "- ")):
            break
        end += 1
    found = lines[key.line - 1 : end]
    while len(found) > 1 and not found[-1].strip():
        found.pop()
    return [found[0][key.column - 1 :], *found[1:]]


def _as_items(reader: Reader, key: Scalar, value: Node, stop: int, column: int) -> list[str]:
    """Return the lines of a key of the short form as items of a body in a column."""
    first, *rest = _rows(reader, key, stop)
    lead = " " * (column - 1)
    if key.text in ("text", "closing") and isinstance(value, Sequence) and not value.flow:
        return [lead + row[value.column - 1 :] for row in rest]
    if key.text in ("text", "closing"):
        first = first.partition(":")[2].strip()
    shift = " " * max(column + 1 - (key.column - 1), 0)
    return [f"{lead}- {first}", *[shift + row if row.strip() else row for row in rest]]


def _moved(reader: Reader, key: Scalar, stop: int, body: Scalar, rows: list[str]) -> Fix:
    """Return the fix that moves a key's lines into the body above or below them."""
    own = _rows(reader, key, stop)
    last = key.line + len(own) - 1
    lines = reader.marked.lines
    end = len(lines[last - 1]) + 1
    if body.line > key.line:
        head = lines[body.line - 1][body.column - 1 :]
        new = "\n".join([head, *rows])
        return Fix(key.line, key.column, body.line, len(lines[body.line - 1]) + 1, new)
    return Fix(key.line, 1, last, end, "\n".join(rows))
