"""How much text there is: in words, or in characters where no spaces part the words."""

from __future__ import annotations

from brochure.typeset.scripts import writing_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    Noun = Literal["word", "character"]

CHARACTERS, WORDS = 5, 3
"""So many characters say about as much as so many English words."""


def noun(language: str) -> Noun:
    """Return what the texts of a language are counted in."""
    writing = writing_of(language)
    return "character" if writing and writing.characters else "word"


def count(plain: str, unit: Noun) -> int:
    """Return how many words, or characters but spaces, a text has."""
    parts = plain.split()
    return len(parts) if unit == "word" else sum(map(len, parts))


def amount(words: int, unit: Noun) -> int:
    """Return how many of a unit are as much text as so many words."""
    return words if unit == "word" else words * CHARACTERS // WORDS


def in_words(counted: int, unit: Noun) -> int:
    """Return how many words are as much text as so many of a unit."""
    return counted if unit == "word" else counted * WORDS // CHARACTERS


def kept(text: str, keep: int, unit: Noun) -> tuple[str, int]:
    """Return the beginning of a text with at most so many units, and how many more may follow."""
    parts = text.split(" ") if unit == "word" else text
    found: list[str] = []
    for part in parts:
        if part.strip(" ") and keep == 0:
            break
        found.append(part)
        keep -= bool(part.strip(" "))
    return (" " if unit == "word" else "").join(found), keep
