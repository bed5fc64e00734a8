"""How much text there is: in words, or in characters where no spaces part the words."""

from __future__ import annotations

from brochure.typeset.scripts import writing_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    Noun = Literal["word", "character"]

NEARLY = 1e-6
"""What a product may lack of a whole number."""


def noun(language: str) -> Noun:
    """Return what the texts of a language are counted in."""
    writing = writing_of(language)
    return "character" if writing and writing.characters else "word"


def count(plain: str, unit: Noun) -> int:
    """Return how many words, or characters but spaces, a text has."""
    parts = plain.split()
    return len(parts) if unit == "word" else sum(map(len, parts))


def a_word(language: str) -> float:
    """Return how many of a language's units say as much as a word."""
    writing = writing_of(language)
    return (writing.characters if writing else 0.0) or 1.0


def amount(words: int, units: float) -> int:
    """Return how many units are as much as so many words; ``units`` are as much as one."""
    return int(words * units + NEARLY)


def in_words(counted: int, units: float) -> int:
    """Return how many words are as much as so many units; ``units`` are as much as one."""
    return int(counted / units + NEARLY)


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
