"""What a hint gives to type: texts in quotes, whole, and the keys that a place needs."""

from __future__ import annotations

import re

from brochure.language.messages import in_quotes, short, unquoted
from brochure.reading.schema import BLOCKS, HANDOUT, SECTION, Field

NOTE = re.compile(r"\s+#(?= |$).*")
"""A note behind a text: the sign stands between spaces."""
LINE = re.compile(
    r"(?P<lead> *(?:- +)*)"
    r"(?:(?P<key>[^\W\d][\w -]{0,40}|\"[^\"]*\"|'[^']*'):(?: +|$))?"
    r"(?P<value>.*)"
)
NEW_ENTRY = re.compile(r" *(?:- |-$|[^\W\d][\w -]{0,40}:(?: |$)|#|---)")
TYPED_WHOLE = 400
"""The most characters of a text that a hint gives to type; a cut one would lose its words."""


def with_dash(typed: str) -> tuple[str, str]:
    """Return message and hint for an item that begins with another list sign than YAML's."""
    mark, _, words = typed.partition(" ")
    message = f"a list item starts with `- `, not with `{mark}`"
    return message, f"Type a dash and a space: `- {short(words.strip())}`"


def quote_it(text: str, how: str = "Put the whole text in quotes") -> str:
    """Return the hint to put a text in quotes, which shows it whole, or says where they go."""
    quoted = in_quotes(" ".join(text.split()))
    if len(quoted) <= TYPED_WHOLE:
        return f"{how}: {quoted}"
    start, sign = short(quoted[1:], 30), quoted[0]
    twice = "; type each ' in it twice" if sign in quoted[1:-1] else ""
    return f"{how}: type {sign} before `{start}` and {sign} behind its last word{twice}"


def keys_of(fields: tuple[Field, ...]) -> list[str]:
    """Return the lines to type where keys belong: each that is required, or else the first."""
    lines: list[str] = []
    for field in [each for each in fields if each.required] or fields[:1]:
        if field.fields:
            lines += [f"{field.name}:", *(f"  {row}" for row in below(field))]
        else:
            lines.append(f"{field.name}: {field.example or '...'}")
    if fields[0].name == "heading":
        lines.append("text: ...")
    return lines


def below(field: Field) -> list[str]:
    """Return the lines to type below a key that takes keys, or a list of them."""
    rows = keys_of(field.fields)
    if field.kind != "mappings":
        return rows
    return [f"{'  ' if at else '- '}{row}" for at, row in enumerate(rows)]


def such_as(what: str, rows: list[str]) -> str:
    """Return the hint to type lines; one alone stands in its sentence."""
    if len(rows) == 1:
        return f"{what}, such as `{rows[0]}`"
    return "\n".join([f"{what}, such as these:", *rows])


def start() -> str:
    """Return the hint for a file that is not begun: the least that makes a handout."""
    return "\n".join(["Start with lines such as these:", *keys_of(HANDOUT)])


def for_nothing(name: str) -> str:
    """Return the hint where nothing follows a key; "" is an item of a list."""
    block = next((field for field in BLOCKS if field.name == name), None)
    if block and block.fields:
        return such_as("Type lines below it, indented", below(block))
    if name in (field.name for field in SECTION if not field.required):
        return "Type its text, or delete the line if the section says something else."
    if block and block.kind in ("items", "labels"):
        return "Type its items below it, each behind a dash and a space: `- `"
    field = next((field for field in HANDOUT if field.name == name), None)
    if field and field.required and field.fields:
        return such_as("Type lines below it, indented", below(field))
    needed = field.required if field else name
    return "Type its text." if needed else "Type its text, or delete the line."


def for_no_items(name: str) -> str:
    """Return the hint for a list without items."""
    field = next((field for field in HANDOUT if field.name == name), None)
    if field and field.required:
        return such_as("Type lines below the key, indented", below(field))
    section = any(each.name == name for each in SECTION)
    return f"Add an item, or delete the key{' if the section says something else' * section}."


def extent(lines: list[str], row: int) -> int:
    """Return the row behind the lines that go on with the value that starts in a row."""
    indent = len(lines[row]) - len(lines[row].lstrip())
    end = row + 1
    while end < len(lines):
        line = lines[end]
        if not line.strip() or len(line) - len(line.lstrip()) <= indent or NEW_ENTRY.match(line):
            break
        end += 1
    return end


def whole_text(lines: list[str], row: int, column: int, notes: bool = False) -> tuple[str, int]:
    """Return the text that begins at a place, without its quotes, and the row behind it."""
    end = extent(lines, row)
    return joined([lines[row][column:], *lines[row + 1 : end]], notes), end


def joined(rows: list[str], notes: bool = False) -> str:
    """Return rows as the one text that they are, without its quotes, and without notes or not."""
    words = (row.strip() if notes else NOTE.sub("", row).strip() for row in rows)
    return unquoted(" ".join(filter(None, words)))


def value_of(line: str) -> tuple[int, str]:
    """Return the column and the words of a line's value, after its dashes and its key."""
    match = LINE.match(line)
    return (match.start("value"), match["value"]) if match else (0, line)
