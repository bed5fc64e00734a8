"""Texts that a pattern may be found in, made from the pattern itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from random import Random
from re import _parser  # type: ignore[attr-defined]
from typing import Any

_OF_KIND = {
    "CATEGORY_DIGIT": "0123456789",
    "CATEGORY_WORD": "abcdefgrstuvé7",
    "CATEGORY_SPACE": "  \n",
    "CATEGORY_NOT_WORD": " .,-",
    "CATEGORY_NOT_SPACE": "abcxyz1.",
    "CATEGORY_NOT_DIGIT": "abc .",
}
_ANY = "abcdefghilmnoprstuvx -0"
_BETWEEN = (" ", " ", " a ", " so and so ", "")
"""What may stand where a pattern takes anything but some signs."""


def texts_with(wanted: re.Pattern[str], tries: int, seed: int = 1) -> Iterator[str]:
    """Yield texts in which a pattern is found; what it asks of its surroundings is left to luck."""
    random = Random(seed)
    parsed = _parser.parse(wanted.pattern, wanted.flags)
    for number in range(tries):
        made = _Maker(random).text(parsed)
        before, after = random.choice(("", "", "I said. ", "we ")), random.choice(("", ".", " it."))
        text = f"{before}{made}{after}" if number % 4 else made
        if number % 3 == 2:
            text = text.upper() if number % 2 else text.capitalize()
        if wanted.search(text):
            yield text


class _Maker:
    """Makes one way in which a pattern may read, and knows what its groups read as."""

    def __init__(self, random: Random) -> None:
        self._random, self._groups = random, dict[int, str]()

    def text(self, parsed: Any) -> str:
        """Return a way in which parts one behind the other may read."""
        return "".join(self._part(str(kind), held) for kind, held in parsed)

    def _part(self, kind: str, held: Any) -> str:
        make: Callable[[Any], str] | None = getattr(self, f"_{kind.lower()}", None)
        return make(held) if make else ""  # places, and what may not stand there, read as nothing

    def _literal(self, held: int) -> str:
        return chr(held)

    def _not_literal(self, held: int) -> str:
        return self._random.choice(_ANY.replace(chr(held), ""))

    def _any(self, _held: object) -> str:
        return self._random.choice(_ANY)

    def _in(self, held: Any) -> str:
        if str(held[0][0]) != "NEGATE":
            return self._random.choice("".join(_members(held)))
        barred = "".join(_members(held[1:]))
        return self._random.choice([char for char in _ANY if char not in barred] or ["§"])

    def _branch(self, held: Any) -> str:
        return self.text(self._random.choice(held[1]))

    def _subpattern(self, held: Any) -> str:
        made = self.text(held[-1])
        if held[0]:
            self._groups[held[0]] = made
        return made

    def _groupref(self, held: int) -> str:
        return self._groups.get(held, "")

    def _max_repeat(self, held: Any) -> str:
        least, most, inner = int(held[0]), int(held[1]), held[2]
        if (most > 3 and str(inner[0][0]) in ("NOT_LITERAL", "ANY")) or _is_negated(inner):
            return self._random.choice(_BETWEEN) or self.text(inner) * least
        times = self._random.randint(least, min(most, least + 3))
        return "".join(self.text(inner) for _ in range(times))

    _min_repeat = _possessive_repeat = _max_repeat

    def _assert(self, held: Any) -> str:
        return self.text(held[1]) if held[0] > 0 or self._random.random() < 0.5 else ""


def _is_negated(inner: Any) -> bool:
    kind, held = inner[0]
    return len(inner) == 1 and str(kind) == "IN" and str(held[0][0]) == "NEGATE" and len(held) < 5


def _members(held: Any) -> Iterator[str]:
    """Yield characters of the parts of a class."""
    for kind, value in held:
        if str(kind) == "LITERAL":
            yield chr(value)
        elif str(kind) == "RANGE":
            yield "".join(map(chr, range(value[0], min(value[1], value[0] + 60) + 1)))
        else:
            yield _OF_KIND[str(value)]


class AllLetters(str):
    """Stands for a text that has whatever letters are asked for."""

    __slots__ = ()

    def __contains__(self, letters: object) -> bool:
        return True
