"""Texts, lists and keys as they are typed in a content file."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeAlias

    Value: TypeAlias = "str | list[Value] | dict[str, Value]"
    """What a part of a content file holds."""

WIDTH = 96
"""A text that goes over several lines is broken before this column."""
STEP = 2
"""How much further in than a key its list or its keys stand, in spaces."""
PLAIN = re.compile(r"[^\s\[\]{}*&!%@>|,?`\"'#:~=\-](?:(?!: |:$| #)[^\n\r\t])*(?<!\s)\Z")
"""A text that needs no quotes; what it lets through is read again all the same."""

Writing = Callable[[str], str]
"""Returns a text as one of the ways to type it has it, without its breaks."""


def plain(text: str) -> str:
    """Return a text without quotes where it needs none, else as `quoted`."""
    return text if PLAIN.match(text) else quoted(text)


def quoted(text: str) -> str:
    """Return a text in double quotes."""
    return json.dumps(text, ensure_ascii=False)


def single(text: str) -> str:
    """Return a text in single quotes, in double ones if it has line ends."""
    return quoted(text) if "\n" in text else "'" + text.replace("'", "''") + "'"


def folded(written: str, column: int, indent: int) -> str:
    """Return a written text broken at spaces before WIDTH, its further lines indented.

    ``column`` is where it begins. No line begins or ends with a space, or begins with a sign
    that would make it a note.
    """
    words = written.split(" ")
    lines, room = [words[0]], WIDTH - column
    for number, word in enumerate(words[1:], 1):
        kept = not word or word[0] == "#" or not words[number - 1]
        if kept or len(lines[-1]) + 1 + len(word) <= room or not lines[-1].strip():
            lines[-1] += f" {word}"
        else:
            lines.append(word)
            room = WIDTH - indent
    return f"\n{' ' * indent}".join(lines)


def block(text: str, sign: str, indent: int) -> str:
    """Return a text below its sign, `|` or `>`, folded for the latter."""
    if sign == ">":
        body = folded(text, indent, indent)
        return f">-\n{' ' * indent}{body}"
    rows = [f"{' ' * indent}{row}" if row else "" for row in text.split("\n")]
    return "\n".join(["|-", *rows])


def item_rows(value: Value, indent: int, write: Writing) -> list[str]:
    """Return an item of a list as lines, its dash ``indent`` spaces in."""
    if isinstance(value, str):
        head = " " * indent + "- "
        return (head + folded(write(value), len(head), indent + 2)).split("\n")
    inner = list(_rows(value, indent + 2, write))
    inner[0] = f"{' ' * indent}- {inner[0].lstrip()}"
    return inner


def pair_rows(
    key: str, value: Value, indent: int, write: Writing, dashes: int | None = None
) -> list[str]:
    """Return a key with its value as lines, the key ``indent`` spaces in.

    The dashes of a list below it are ``dashes`` spaces in, else a STEP further than the key.
    """
    head = f"{' ' * indent}{plain(key)}:"
    if isinstance(value, str):
        return (f"{head} " + folded(write(value), len(head) + 1, indent + STEP)).split("\n")
    further = indent + STEP if dashes is None else dashes
    return [head, *_rows(value, further, write)]


def _rows(value: Value, indent: int, write: Writing) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from pair_rows(key, inner, indent, write)
    elif isinstance(value, list):
        for inner in value:
            yield from item_rows(inner, indent, write)
