"""Words that are spelled right and stand in the wrong place: "prostrate cancer", "more then two".

A list of words sees none of them, so each is known by its neighbours. Only neighbours that leave no
doubt are in the table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from brochure._startup.kept_patterns import compiled
from brochure._startup.records import dataclass
from brochure.checks.patterns import pattern
from brochure.remember import remember

TABLE = Path(__file__).with_name("confusions.txt")


_REACH = 60
"""Characters to either side in which the neighbours of a word stand."""


@dataclass(frozen=True, slots=True)
class Confusion:
    """A wrong word as it stands in a text, and what to write for it."""

    word: str
    start: int
    meant: str


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table: the letters that a text must have, the pattern, and what is meant."""

    letters: str
    ahead: int  # how many of the letters stand before the wrong word
    wrong: str
    pattern: str
    meant: str
    whole: tuple[str, ...]  # the words of the wrong one but its last, in small letters
    last: str


def confusions(text: str, words: frozenset[str]) -> Iterator[Confusion]:
    """Yield the words of a text that others were meant by; ``words`` are all that it has."""
    straight = text.replace("’", "'")
    small = straight.lower()
    for row in rows():
        if not (words.issuperset(row.whole) and (row.last in words or f"{row.last}s" in words)):
            continue
        near = small.find(row.letters)
        while near >= 0:
            at = near + row.ahead
            stop = _end(row, straight, at)
            if stop:
                yield Confusion(text[at:stop], at, _as(text[at:stop], row))
            near = small.find(row.letters, near + 1)


def _end(row: Row, text: str, at: int) -> int:
    """Return where the wrong word ends that a row finds at a place; 0 if it finds none there."""
    behind = text[at + len(row.wrong) : at + len(row.wrong) + 2].removeprefix("s")[:1]
    if text[at - 1 : at].isalpha() or behind.isalpha():
        return 0
    near = _compiled(row.pattern).finditer(text, max(0, at - _REACH), at + _REACH)
    return next((found.end("wrong") for found in near if found.start("wrong") == at), 0)


_AHEAD = pattern(r"(?<![^|\])a-z ])[a-z ]*$|$")
_BEHIND = pattern(r"[a-z ]*(?![?*a-z])|")
"""The plain letters beside the brackets of a row, which a text must have, too."""


@remember(1)
def rows() -> tuple[Row, ...]:
    """Return the table."""
    found = []
    lines = TABLE.read_text("utf-8").splitlines()
    for line in (each for each in lines if not each.startswith("#")):
        words, _, meant = line.rpartition(" | ")
        before, wrong, after = re.split(r"(?<!\\)[\[\]]", words, maxsplit=2)
        end = "" if after.endswith(" ") or re.search(r"\(\?[=!].*\)$", after) else r"(?!\w)"
        whole = rf"\b{before}(?P<wrong>{wrong})\b{after}{end}"
        word = wrong.removesuffix("s?").lower()
        ahead, behind = _AHEAD.findall(before)[0], _BEHIND.findall(after)[0]
        letters = ahead + word + behind * (word == wrong)
        *firsts, last = re.findall(r"[^\W\d_]+", word)
        found.append(Row(letters, len(ahead), word, whole, meant, tuple(firsts), last))
    return tuple(found)


@remember(256)
def _compiled(pattern: str) -> re.Pattern[str]:
    """Return a pattern of the table, compiled when a text first has its letters."""
    return compiled(pattern, re.IGNORECASE | re.MULTILINE)


def _as(word: str, row: Row) -> str:
    """Return what is meant, in the plural and with the capital of the wrong word."""
    plural = word.lower().endswith("s") and "s?)" in row.pattern and not row.wrong.endswith("s")
    meant = row.meant + "s" * plural
    return meant[0].upper() + meant[1:] if word[0].isupper() else meant
