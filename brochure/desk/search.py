"""Finding a handout by any word: accents and capitals do not count, and titles come first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from unicodedata import combining, normalize

from brochure._startup.records import dataclass

SPREAD = {"đ": "d", "ø": "o", "ł": "l", "æ": "ae", "œ": "oe", "ı": "i"}
"""Letters whose stroke or ligature Unicode does not take apart."""
SIGNS = {**dict.fromkeys("‘’ʼ´`", "'"), **dict.fromkeys("‐‑‒–—−", "-")}
"""Signs that people type in more than one way."""
EDGES = "\"'“”„«»‹›「」『』()[]{}<>.,;:!?¡¿…。，、？！،؛؟।"
"""What stands about a word of a query and is no part of it."""
_SPREAD = str.maketrans({**SPREAD, **SIGNS})


@dataclass(frozen=True, slots=True)
class Searched:
    """The folded words of a handout, by where they stand: the first place counts most."""

    places: tuple[str, ...]


def folded(text: str) -> str:
    """Return a text without accents and capitals, its spaces single."""
    lower = " ".join(text.split()).casefold()
    if lower.isascii():
        return lower
    bare = [char for char in normalize("NFKD", lower) if not combining(char)]
    return "".join(bare).translate(_SPREAD)


def searched(*places: Iterable[str]) -> Searched:
    """Return what is looked through: the texts of each place, in the order in which they count."""
    return Searched(tuple(folded(" ".join(each)) for each in places))


def words_of(query: str) -> list[str]:
    """Return the words of a query, each of which must be found."""
    words = [word.strip(EDGES) for word in folded(query).split()]
    return [word for word in words if word]


def rank(found: Searched, words: Sequence[str]) -> float | None:
    """Return how well a handout answers, 0 best; None if a word of the query is not in it.

    A word that begins a word counts more than one in the middle of it.
    """
    total = 0.0
    for word in words:
        best = next((n for n, text in enumerate(found.places) if word in text), None)
        if best is None:
            return None
        begins = re.search(rf"\b{re.escape(word)}", found.places[best])
        total += best + (0.0 if begins else 0.5)
    return total
