"""What triggers are made of: words, their starts, and words side by side."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

Clause = tuple[frozenset[str], tuple[str, ...]]
"""Words, and strings that may be parts of words, in small letters: a text has one of either."""
Triggers = Collection[Clause]
"""What a text with a match has: something of each."""
DIGIT = "\3"
"""A digit, whichever; it is a word of each text that has one."""


def terms_of(words: Sequence[str]) -> Iterator[str]:
    """Yield what triggers are made of, of words one behind the other: each, its start, and pairs.

    A pair is two words side by side, or one with the start of the next.
    """
    yield from words
    yield from (beginning(word) for word in words if len(word) >= START)
    for one, other in pairwise(words):
        yield f"{one} {other}"
        if len(other) >= START_BEHIND:
            yield f"{one} {beginning(other, START_BEHIND)}"


START, START_BEHIND = 4, 3
"""The letters of a word that its start has, and behind another word."""


def beginning(word: str, letters: int = START) -> str:
    """Return the start of a word as a term: "medi~"."""
    return f"{word[:letters]}~"
