"""Which texts of a handout have what a pattern needs: asked before the pattern is looked for.

A choice of texts is one number, with a bit for each text in reading order. So "one of these forty
words, and one of those" is a few steps however many texts and words there are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import eq

from brochure.checks.patterns import pattern
from brochure.checks.trigger_terms import DIGIT
from brochure.checks.trigger_terms import terms_of as terms_in
from brochure.remember import remember

TYPE_CHECKING = False
if TYPE_CHECKING:
    from brochure.checks.trigger_terms import Clause, Triggers

_LETTERS, _DIGIT = pattern(r"[^\W\d_]+"), pattern(r"\d")


NEAR = 2
"""How many texts to either side are close by."""


class WordIndex:
    """The words of some texts, in small letters and cut at every other sign, and their pairs."""

    def __init__(self, texts: Sequence[str]) -> None:
        """Take the texts in their order."""
        self._small = [text.lower() for text in texts]
        self._whole = "\n".join(self._small)
        self._with_part: dict[str, int] = {}
        self._with_word: dict[str, int] = {}
        found, bit = self._with_word, 1
        for small in self._small:
            for word in terms_of(small):
                found[word] = found[word] | bit if word in found else bit
            bit <<= 1
        self.every = bit - 1
        self.terms = frozenset(found)

    def holding(self, needs: Triggers) -> int:
        """Return the texts that have something of each clause."""
        found = self.every
        for clause in needs:
            found &= self._having(clause)
            if not found:
                return 0
        return found

    def near(self, needs: Triggers) -> int:
        """Return the texts that have something of each clause, or have it in a text close by.

        A match that goes from one text into the next lies in those alone.
        """
        found = self.every
        for clause in needs:
            here = self._having(clause)
            for _ in range(NEAR):
                here |= here << 1 | here >> 1
            found &= here
            if not found:
                break
        return found

    def with_words(self, words: frozenset[str]) -> int:
        """Return the texts that have one of some words."""
        found = 0
        for word in words & self.terms:
            found |= self._with_word[word]
        return found

    def with_part(self, part: str) -> int:
        """Return the texts with a string in small letters, which may be a part of a word."""
        found = self._with_part.get(part)
        if found is None:
            found = self._with_part[part] = self._look_for(part) if part in self._whole else 0
        return found

    def repeating(self) -> int:
        """Return the texts in which a word stands twice, with no other between."""
        words = map(tokens_of, self._small)
        return sum(1 << n for n, each in enumerate(words) if any(map(eq, each, each[1:])))

    def _having(self, clause: Clause) -> int:
        words, parts = clause
        found = 0 if words.isdisjoint(self.terms) else self.with_words(words)
        for part in parts:
            found |= self.with_part(part)
        return found

    def _look_for(self, part: str) -> int:
        found, bit = 0, 1
        for small in self._small:
            if part in small:
                found |= bit
            bit <<= 1
        return found


@remember(4096)
def tokens_of(small: str) -> tuple[str, ...]:
    """Return the words of a text in small letters in their order, cut at every other sign."""
    return tuple(_LETTERS.findall(small))


@remember(4096)
def terms_of(small: str) -> frozenset[str]:
    """Return the terms of a text in small letters that triggers are made of."""
    digit = (DIGIT,) if _DIGIT.search(small) else ()
    return frozenset((*terms_in(tokens_of(small)), *digit))


def numbers_of(chosen: int) -> Iterator[int]:
    """Yield the numbers of the texts that are chosen, in order."""
    while chosen:
        last = chosen & -chosen
        yield last.bit_length() - 1
        chosen ^= last


def runs_of(chosen: int) -> Iterator[tuple[int, int]]:
    """Yield the numbers of the first and of the last of texts chosen one behind the other."""
    while chosen:
        first = (chosen & -chosen).bit_length() - 1
        rest = chosen >> first
        length = (~rest & rest + 1).bit_length() - 1
        yield first, first + length - 1
        chosen = rest >> length << first + length
