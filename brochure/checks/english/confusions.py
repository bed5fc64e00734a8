"""Words that are spelled right and stand in the wrong place: "prostrate cancer", "more then two".

A list of words sees none of them, so each is known by its neighbours. Only neighbours that leave no
doubt are in the table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from brochure._startup.kept_tables import kept_table
from brochure._startup.records import dataclass
from brochure.checks.patterns import pattern
from brochure.remember import remember

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Set

    from brochure.checks.handout_view import Passage, View

TABLE = Path(__file__).with_name("confusions.txt")


_FLAGS = re.IGNORECASE | re.MULTILINE
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


Line = tuple[str, int, str, str, str, tuple[str, ...]]
"""What a row is made of."""
Table = tuple[list[Line], dict[str, list[int]]]


def confusions(view: View) -> Iterator[tuple[Passage, Confusion]]:
    """Yield the words that others were meant by, each with the text that it stands in."""
    for row in _near(view.words):
        if all(word in view.words for word in row.whole):
            for passage in view.read_holding(pattern(row.pattern, _FLAGS)):
                yield from ((passage, found) for found in _found(row, passage.plain))


def _found(row: Row, text: str) -> Iterator[Confusion]:
    """Yield each place of a text at which a row finds its wrong word."""
    straight = text.replace("’", "'")
    small = straight.lower()
    near = small.find(row.letters)
    while near >= 0:
        at = near + row.ahead
        stop = _end(row, straight, at)
        if stop:
            yield Confusion(text[at:stop], at, _as(text[at:stop], row))
        near = small.find(row.letters, near + 1)


def _near(words: Set[str]) -> list[Row]:
    """Return the rows whose wrong word a text has, in their order."""
    every, by_word = _table()
    numbers = sorted({number for word in by_word.keys() & words for number in by_word[word]})
    return [Row(*every[number]) for number in numbers]


def _end(row: Row, text: str, at: int) -> int:
    """Return where the wrong word ends that a row finds at a place; 0 if it finds none there."""
    behind = text[at + len(row.wrong) : at + len(row.wrong) + 2].removeprefix("s")[:1]
    if text[at - 1 : at].isalpha() or behind.isalpha():
        return 0
    near = pattern(row.pattern, _FLAGS).finditer(text, max(0, at - _REACH), at + _REACH)
    return next((found.end("wrong") for found in near if found.start("wrong") == at), 0)


_AHEAD = pattern(r"(?<![^|\])a-z ])[a-z ]*$|$")
_BEHIND = pattern(r"[a-z ]*(?![?*a-z])|")
"""The plain letters beside the brackets of a row, which a text must have, too."""


def rows() -> Iterator[Row]:
    """Yield the table."""
    return (Row(*line) for line in _table()[0])


@remember(1)
def _table() -> Table:
    """Return the rows, and the numbers of each by the last word of the wrong one."""
    return kept_table("confusions", (str(TABLE), __file__), _made)  # type: ignore[no-any-return]


def _made() -> Table:
    """Return the table made of its lines."""
    every: list[Line] = []
    by_word: dict[str, list[int]] = {}
    lines = TABLE.read_text("utf-8").splitlines()
    for line in (each for each in lines if not each.startswith("#")):
        words, _, meant = line.rpartition(" | ")
        before, wrong, after = pattern(r"(?<!\\)[\[\]]").split(words, maxsplit=2)
        end = "" if after.endswith(" ") or pattern(r"\(\?[=!].*\)$").search(after) else r"(?!\w)"
        whole = rf"\b{before}(?P<wrong>{wrong})\b{after}{end}"
        word = wrong.removesuffix("s?").lower()
        ahead, behind = _AHEAD.findall(before)[0], _BEHIND.findall(after)[0]
        letters = ahead + word + behind * (word == wrong)
        *firsts, last = pattern(r"[^\W\d_]+").findall(word)
        for each in (last, f"{last}s"):
            by_word.setdefault(each, []).append(len(every))
        every.append((letters, len(ahead), word, whole, meant, tuple(firsts)))
    return every, by_word


def _as(word: str, row: Row) -> str:
    """Return what is meant, in the plural and with the capital of the wrong word."""
    plural = word.lower().endswith("s") and "s?)" in row.pattern and not row.wrong.endswith("s")
    meant = row.meant + "s" * plural
    return meant[0].upper() + meant[1:] if word[0].isupper() else meant
