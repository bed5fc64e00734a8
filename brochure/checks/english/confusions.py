"""Words that are spelled right and stand in the wrong place: "prostrate cancer", "more then two".

A list of words sees none of them, so each is known by its neighbours. Only neighbours that leave no
doubt are in the table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from brochure.remember import remember

TABLE = Path(__file__).with_name("confusions.txt")


class Confusion(NamedTuple):
    """A wrong word as it stands in a text, and what to write for it."""

    word: str
    start: int
    meant: str


class Row(NamedTuple):
    """A line of the table: the letters that a text must have, the pattern, and what is meant."""

    letters: str
    pattern: str
    meant: str


def confusions(text: str) -> Iterator[Confusion]:
    """Yield the words of a text that others were meant by."""
    small = text.lower()
    for row in rows():
        if row.letters in small:
            for found in _compiled(row.pattern).finditer(text):
                yield Confusion(found["wrong"], found.start("wrong"), _as(found["wrong"], row))


@remember(1)
def rows() -> tuple[Row, ...]:
    """Return the table."""
    found = []
    lines = TABLE.read_text("utf-8").splitlines()
    for line in (each for each in lines if not each.startswith("#")):
        pattern, _, meant = line.rpartition(" | ")
        before, wrong, after = re.split(r"(?<!\\)[\[\]]", pattern, maxsplit=2)
        end = "" if after.endswith(" ") or re.search(r"\(\?[=!].*\)$", after) else r"(?!\w)"
        whole = rf"\b{before}(?P<wrong>{wrong})\b{after}{end}".replace("'", "['’]")
        letters = wrong.removesuffix("s?").replace("'", "’")
        found.append(Row(letters, whole, meant))
    return tuple(found)


@remember(256)
def _compiled(pattern: str) -> re.Pattern[str]:
    """Return a pattern of the table, compiled when a text first has its letters."""
    return re.compile(pattern, re.IGNORECASE | re.MULTILINE)


def _as(word: str, row: Row) -> str:
    """Return what is meant, in the plural and with the capital of the wrong word."""
    plural = word.lower().endswith("s") and "s?)" in row.pattern and not row.letters.endswith("s")
    meant = row.meant + "s" * plural
    return meant[0].upper() + meant[1:] if word[0].isupper() else meant
