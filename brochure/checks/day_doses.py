"""A rule about what a day's doses add up to: "2 pills 3 times a day", and "at most 4 a day"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from brochure.checks.handout_view import Finding, Passage, View
from brochure.checks.patterns import pattern

_NUMBERS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "eight": 8, "ten": 10,
    "twelve": 12, "once": 1, "twice": 2, "una": 1, "un": 1, "dos": 2, "tres": 3, "cuatro": 4,
    "seis": 6, "ocho": 8,
}  # fmt: skip
_N = rf"(?:\d{{1,2}}|{'|'.join(_NUMBERS)})"
_UNIT = (
    r"(?P<unit>tablet|pill|capsule|puff|drop|dose|teaspoon|tableta|pastilla|cápsula|gota|dosis)s?"
)
_TAKEN = pattern(
    rf"\b(?P<n>{_N}) {_UNIT}(?: [a-záéíóú]+){{0,3}}?,? (?P<times>once|twice|{_N} times|{_N} veces)"
    r" (?:a|per|each|every|al|cada) (?:day|día)\b",
    re.IGNORECASE,
)
_MOST = pattern(
    r"\b(?:more than|at most|no more than|maximum(?: of| is)?|up to|the most [^.;\d]{0,30}? is"
    rf"|exceed|más de|máximo(?: de| es)?) (?P<n>{_N})(?: {_UNIT})?"
    r"(?: (?:a|per|in|each|al|en|por)(?: (?:one|a|un))? (?:day|día|24 hours|24 horas))",
    re.IGNORECASE,
)


def day_doses(view: View) -> Iterator[Finding]:
    """Find a day's doses that are more than the most that the same section allows."""
    taken: dict[int, re.Match[str]] = {}
    for passage in view.body:
        found = _TAKEN.search(passage.plain)
        if found:
            taken[passage.section] = found
        most = _MOST.search(passage.plain)
        given = taken.get(passage.section)
        if most and given and _is_more(given, most):
            yield _finding(passage, given, most)


def _is_more(given: re.Match[str], most: re.Match[str]) -> bool:
    """Return whether the doses of a day are more than the most, if both count the same."""
    same = not most["unit"] or most["unit"].lower() == given["unit"].lower()
    return same and _sum(given) > _number(most["n"])


def _sum(given: re.Match[str]) -> int:
    """Return how many are taken in a day."""
    return _number(given["n"]) * _number(given["times"].split()[0])


def _number(word: str) -> int:
    """Return the number of figures or of a word."""
    return _NUMBERS.get(word.lower()) or int(word)


def _finding(passage: Passage, given: re.Match[str], most: re.Match[str]) -> Finding:
    """Return the finding for a day's doses over the most."""
    message = f"“{given.group()}” makes {_sum(given)} a day, and the most is {_number(most['n'])}"
    hint = "have a pharmacist say which of the two is right"
    return Finding(message, hint, passage.text, most.group(), most.start())
