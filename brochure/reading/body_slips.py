"""What people type in place of a block of `body:`, told with what to type."""

from __future__ import annotations

from itertools import pairwise

from brochure.language.messages import in_quotes, short, typed
from brochure.model import Fix
from brochure.reading.field_reader import Reader
from brochure.reading.list_signs import sign_of
from brochure.reading.schema import BLOCKS
from brochure.reading.yaml_nodes import Mapping, Node, Scalar, Sequence

LISTS = {"number": "steps", "alpha": "steps", "box": "checklist"}
"""The key of a list by the kind of sign its items were typed with; bullets for the others."""

MEANT = {
    **dict.fromkeys(("list", "items", "points", "point", "bullet", "ul", "bulleted"), "bullets"),
    **dict.fromkeys(("numbers", "numbered", "number", "ol", "step", "ordered"), "steps"),
    **dict.fromkeys(("picture", "photo", "img", "images", "figure", "drawing"), "image"),
    **dict.fromkeys(("checkboxes", "checkbox", "checks", "todo", "tick", "boxes"), "checklist"),
    **dict.fromkeys(("grid", "rows", "columns", "tables", "schedule"), "table"),
    **dict.fromkeys(("blank", "blanks", "fill_in", "fillin", "fields", "lines", "write"), "fill"),
    **dict.fromkeys(("cite", "blockquote", "testimonial", "quotation"), "quote"),
    **dict.fromkeys(("hint", "note", "advice", "callout", "tips"), "tip"),
}
"""The blocks that other words stand for."""

LIKE = 0.7
"""How like a word must be to a block that is meant, as `difflib` counts."""

A_TEXT = ("text", "paragraph", "paragraphs", "p", "closing", "words", "content", "texts")
A_SECTION = ("heading", "subheading", "title", "section", "header")


def lost_dashes(reader: Reader, node: Mapping) -> None:
    """Note a body of keys: each block is an item of a list."""
    key = node.pairs[0][0]
    if key.text in A_TEXT:
        key_slip(reader, node, tuple(field.name for field in BLOCKS))
        return
    hint = f"Type a dash and a space before each block: `- {short(key.text)}:`"
    fix = None
    if len(node.pairs) == 1 and not node.flow:
        fix = _dashed(reader, key)
    reader.say(node, "`body` takes a list of blocks, each with a dash before it", hint, fix=fix)


def _dashed(reader: Reader, key: Scalar) -> Fix:
    """Return the fix that makes a key and the lines below it an item of a list."""
    lines = reader.marked.lines
    end = key.line
    while end < len(lines) and (not lines[end].strip() or _lead(lines[end]) >= key.column - 1):
        end += 1
    own = [lines[key.line - 1][key.column - 1 :], *lines[key.line : end]]
    words = "\n".join([f"- {own[0]}", *(f"  {row}" if row.strip() else row for row in own[1:])])
    return Fix(key.line, key.column, end, len(lines[end - 1]) + 1, words)


def _lead(row: str) -> int:
    return len(row) - len(row.lstrip())


def two_blocks(reader: Reader, node: Mapping, heads: list[Scalar]) -> bool:
    """Note that an item holds two blocks, the dash of the second lost."""
    for key in heads[1:]:
        words = short(key.text)
        message = f"`{words}:` is a second block in one item of `body:`; its dash is missing"
        fix = None
        if not node.flow:
            fix = Fix(key.line, max(key.column - 2, 1), key.line, key.column, "- ")
        reader.say(key, message, f"Type a dash before it: `- {words}:`", fix=fix)
    return True


def key_slip(reader: Reader, node: Mapping, heads: tuple[str, ...]) -> None:
    """Note an item of a body whose key is no block, with what was meant."""
    if not node.pairs or node.flow:
        reader.not_a_text(node, "")
        return
    key, value = node.pairs[0]
    word = key.text.strip().lower()
    from brochure.reading.strange_keys import near

    meant = (MEANT.get(word) if key.text.islower() else "") or near(word[:40], heads, LIKE)
    if word == "start":
        message = "`start` goes with the `steps:` that it numbers"
        reader.say(key, message, "Type it below `steps:`, in the same item.")
    elif word == "body":
        hint = "Type its items in its place, each behind a dash of its own."
        reader.say(key, "`body:` stands in a `body:`", hint)
    elif word in A_TEXT:
        _text(reader, key, value)
    elif word in A_SECTION:
        hint = "Begin a new section for it, a line `- heading: ...` in the column of the first."
        reader.say(key, "a body has no headings of its own", hint)
    elif meant:
        end = key.column + len(key.text)
        fix = Fix(key.line, key.column, key.line, end, meant) if not key.style else None
        message = f"the key `{short(key.text)}` is not known in `body:`"
        reader.say(key, message, f"Did you mean `{meant}`?", fix=fix)
    elif isinstance(value, Sequence) and not value.flow:
        _headed(reader, key, value)
    else:
        reader.not_a_text(node, "")


def _text(reader: Reader, key: Scalar, value: Node) -> None:
    """Note a text that has a key: in a body it is an item of its own."""
    message = f"a text in `body:` needs no key such as `{short(key.text)}`"
    hint = "Type the words alone, behind a dash: `- Rest for two days.`"
    fix = None
    if isinstance(value, Scalar) and value.line == key.line:
        hint = f"Type the words alone: `- {reader.typed(value)}`"
        fix = Fix(key.line, key.column, value.line, value.column, "")
    reader.say(key, message, hint, fix=fix)


def _headed(reader: Reader, key: Scalar, value: Sequence) -> None:
    """Note a list below a text: in a body the text is one item, the list the next."""
    words = short(key.text)
    message = f"the list below `{words}:` needs a key of its own in `body:`"
    rows = [f"- {in_quotes(key.text + ':')}", "- bullets:"]
    shown = [f"    - {typed(short(each.text))}" for each in value.items if isinstance(each, Scalar)]
    lead = " " * max(key.column - 3, 0)
    fix = None
    row = reader.marked.lines[key.line - 1]
    plain = not key.style and row[key.column - 1 + len(key.text) :].strip() == ":"
    if plain and value.column >= key.column and row[: key.column - 1].strip() == "-":
        new = f"{rows[0][2:]}\n{lead}{rows[1]}"
        fix = Fix(key.line, key.column, key.line, len(row) + 1, new)
    hint = "\n".join(["Type the text and the list as two items:", *rows, *shown])
    reader.say(key, message, hint, fix=fix)


def typed_list(reader: Reader, nodes: list[Scalar], body: Node) -> bool:
    """Note a list whose items were typed as texts with signs; False if they are texts.

    One number alone may begin a text, as one letter may.
    """
    signs = [sign for node in nodes if (sign := sign_of(node.text))]
    counts = [sign.number for sign in signs]
    counted = LISTS.get(signs[0].kind) == "steps"
    if counted and (len(signs) < 2 or any(b != a + 1 for a, b in pairwise(counts))):
        return False
    first, last, sign = nodes[0], nodes[-1], signs[0]
    rows = [f"- {LISTS.get(sign.kind, 'bullets')}:"]
    rows += [f"    - {typed(each.words)}" for each in signs]
    if counted and counts[0] > 1:
        rows.append(f"  start: {counts[0]}")
    message = f"`{short(first.text, 30)}` begins with a list sign (`{sign.mark}`), but is a text"
    row = reader.marked.lines[first.line - 1]
    dash = row.rfind("- ", 0, first.column - 1)
    fix = None
    if dash >= 0 and isinstance(body, Sequence) and not body.flow:
        new = "\n".join([rows[0], *(" " * dash + each for each in rows[1:])])
        fix = Fix(first.line, dash + 1, last.end_line, last.end_column, new)
    reader.say(first, message, "\n".join(["Type the list under its key:", *rows]), fix=fix)
    return True
