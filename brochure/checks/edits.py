"""How far two words are apart: letters put in, left out, changed, or changed over."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def one_edit(word: str, letters: str = _LETTERS) -> Iterator[str]:
    """Yield each word that is one edit away, two neighbours changed over first."""
    cuts = [(word[:n], word[n:]) for n in range(len(word) + 1)]
    yield from (a + b[1] + b[0] + b[2:] for a, b in cuts if len(b) > 1)
    yield from (a + b[1:] for a, b in cuts if b)
    yield from (a + c + b for a, b in cuts for c in letters)
    yield from (a + c + b[1:] for a, b in cuts if b for c in letters)


def distance(one: str, other: str, most: int) -> int:
    """Return how many edits two words are apart, ``most`` + 1 if it is more than ``most``."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, 1):
        older, before, row = before, row, [at]
        for to, match in enumerate(other, 1):
            best = min(before[to] + 1, row[to - 1] + 1, before[to - 1] + (letter != match))
            if at > 1 and to > 1 and letter == other[to - 2] and one[at - 2] == match:
                best = min(best, older[to - 2] + 1)
            row.append(best)
        if min(row) > most:
            return most + 1
    return row[-1]


def within(word: str, others: Iterable[str], most: int) -> list[str]:
    """Return the words with the same first letter that are at most so many edits away."""
    letters = set(word)
    near = (
        other
        for other in others
        if other[0] == word[0]
        and abs(len(other) - len(word)) <= most
        and len(letters.symmetric_difference(other)) <= 2 * most
    )
    return sorted(other for other in near if distance(word, other, most) <= most)


def close(one: str, other: str) -> bool:
    """Return whether two words have the same letters, or differ in a doubled one."""
    return sorted(one) == sorted(other) or _undoubled(one) == _undoubled(other)


def _undoubled(word: str) -> str:
    """Return a word with each doubled letter once."""
    return "".join(a for a, b in zip(word, f"{word[1:]} ", strict=True) if a != b)
