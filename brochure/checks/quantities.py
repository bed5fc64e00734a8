"""A rule about one quantity that two sentences give otherwise: "every 3 months", "each year".

Two sentences are compared if each tells one quantity of a kind, in hours, pounds or glasses, and
they share the words that say of what. English only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from brochure._startup.records import dataclass
from brochure.checks.contradictions import apart, content
from brochure.checks.handout_view import Finding, Passage, View
from brochure.checks.patterns import pattern

_NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "twelve": 12, "half an": 0.5, "half a": 0.5, "once": 1,
    "twice": 2, "a couple of": 2,
}  # fmt: skip
_WORD = "|".join(sorted(_NUMBERS, key=len, reverse=True))
_HOURS = {"minute": 1 / 60, "hour": 1, "day": 24, "night": 24, "week": 168, "month": 720,
          "year": 8760}  # fmt: skip
_SPANS = {"dail": 24, "week": 168, "mont": 720, "year": 8760, "annu": 8760}
_THINGS = {
    "pound": "weight", "lb": "weight", "kilogram": "kilos", "kg": "kilos", "glass": "glasses",
    "cup": "cups", "tablet": "pills", "pill": "pills", "capsule": "pills", "puff": "puffs",
    "drop": "drops", "spray": "sprays", "mg": "mg", "milligram": "mg", "ml": "ml", "unit": "units",
    "visit": "visits", "shot": "shots", "dose": "doses", "session": "sessions", "mile": "miles",
    "pillow": "pillows", "inch": "inches", "percent": "percent", "%": "percent", "feet": "feet",
    "liter": "liters", "step": "steps", "floor": "floors", "class": "classes",
}  # fmt: skip
"""Words of what is counted, and the kind that they are of."""
_SPAN, _THING = "|".join(_HOURS), "|".join(_THINGS)
_QUANTITY = pattern(
    rf"(?<![\w.,/$])(?P<n>\d+(?:\.\d+)?|\d{{1,3}}(?:,\d{{3}})+|{_WORD})"
    rf"(?: ?(?:to|or|-|–) ?(?P<m>\d+(?:\.\d+)?|{_WORD}))?(?: |-)?(?:full |whole |more |separate )?"
    rf"(?:(?P<u>{_SPAN})s?\b(?! (?:old|of age))|(?P<t>{_THING})(?:e?s)?(?!\w))"
    rf"|\b(?P<o>\d+|once|twice|{_WORD})(?: ?(?:to|or|-|–) ?(?P<o2>\d+|{_WORD}))?(?: times)?"
    r" (?:a|each|every|per) (?P<per>day|week|month|year)\b"
    r"|\b(?P<w>daily|weekly|monthly|yearly|annual(?:ly)?)\b"
    r"|\b(?:every|each) (?P<other>other )?(?P<e>day|week|month|year|hour|night)\b",
    re.IGNORECASE,
)
_CASE = pattern(
    r"\b(?:if|unless|except|some|most|might|usually|often|child(?:ren)?|bab(?:y|ies)|adults?|teens?"
    r"|then|later|at first|first few|third|or(?! \d)|while|when|slowly|increase|build|begin|zone"
    r"|again|another|more (?:than|if|often|water|people)|less|between|depends?|mild|severe"
    r"|years? old|under|people|sometimes|few"
    r"|about \d+ in)\b",
    re.IGNORECASE,
)
"""Words of a sentence whose quantity holds for a case, a stage or some people."""
_SMALL = frozenset(
    """
    about around least most full first next after before until for every each day night week month
    year hour minute days nights weeks months years hours minutes time times long take takes last
    lasts more than only once twice also our we us will should must need needs have has get when
    there from by up daily weekly monthly yearly annual can may please then just keep use using
    """.split()
)
_ALIKE = {
    word: row.split()[0]
    for row in """
    shower bath bathe bathing baths showers / pill tablet capsule medicine medication drug
    pills tablets / surgery operation procedure / bandage dressing gauze / press pinch squeeze
    / drive driving car
    doctor provider physician / exercise workout stretch / check checkup exam test / shot injection
    vaccine dose doses shots / visit appointment / heal recover recovery healed / bleed bleeding
    swell swelling swollen / throw discard toss / walk walking walks / lift lifting carry
    / eat eating food
    fast fasting / hurt pain sore soreness / sleep sleeping / cast splint brace / call phone
    """.split("/")
    for word in row.split()
}
"""Words for one thing, and the one that stands for all."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity of a sentence: its kind, least and most, and where its words stand."""

    kind: str
    least: float
    most: float
    words: str
    start: int


@dataclass(frozen=True, slots=True)
class _Said:
    quantity: Quantity
    about: frozenset[str]
    sentence: str
    passage: Passage


def other_quantity(view: View) -> Iterator[Finding]:
    """Find a quantity that an earlier sentence about the same gives otherwise."""
    seen: list[_Said] = []
    for passage in view.body_holding(_QUANTITY):
        for sentence in passage.sentences:
            quantity = quantity_of(sentence.text)
            if not quantity:
                continue
            here = _Said(quantity, _about(sentence.text), sentence.text, passage)
            other = next((said for said in seen if _differ(said, here)), None)
            seen.append(here)
            if other:
                yield Finding(
                    f"“{quantity.words}” here, “{other.quantity.words}” in line"
                    f" {other.passage.text.line}",
                    "keep the right one, or say in both whom or what it is for",
                    passage.text,
                    quantity.words,
                    sentence.start + quantity.start,
                )


_NOTHING = pattern(r"(?<![\d.,])0+(?![\d.,]*[1-9])")
"""A number that is nothing: "0 times a day" is no dose."""


def quantity_of(sentence: str) -> Quantity | None:
    """Return the one quantity of a sentence; None if it tells none, several, or one of a case."""
    if _CASE.search(sentence):
        return None
    found = [each for each in _QUANTITY.finditer(sentence) if each.group().strip()]
    if len(found) != 1 or _NOTHING.search(found[0].group()):
        return None
    return _quantity(found[0], sentence)


def _quantity(found: re.Match[str], sentence: str) -> Quantity:
    """Return a match as a quantity; one of time is in hours, and how often is the hours between."""
    kind = "time"
    if found["t"]:
        kind, worth = _THINGS[found["t"].lower()], 1.0
        least, most = _number(found["n"]), _number(found["m"] or found["n"])
    elif found["u"]:
        worth = _HOURS[found["u"].lower()]
        least, most = _number(found["n"]), _number(found["m"] or found["n"])
        kind = "rate" if sentence[: found.start()].lower().endswith(("every ", "each ")) else kind
    elif found["o"]:
        kind, worth = "rate", float(_HOURS[found["per"].lower()])
        least, most = 1 / _number(found["o2"] or found["o"]), 1 / _number(found["o"])
    else:
        kind, least, most = "rate", 1.0 + bool(found["other"]), 1.0 + bool(found["other"])
        worth = _SPANS[found["w"].lower()[:4]] if found["w"] else _HOURS[found["e"].lower()]
    return Quantity(kind, least * worth, most * worth, found.group().strip(), found.start())


def _number(word: str) -> float:
    """Return the number of figures or of a word."""
    return _NUMBERS.get(word.lower()) or float(word.replace(",", ""))


def _about(sentence: str) -> frozenset[str]:
    """Return the words that say of what a quantity is, one for those that mean the same."""
    words = (word for word in content(sentence) if word not in _SMALL and len(word) > 2)
    same = (_ALIKE.get(word) or _ALIKE.get(f"{word}s") or word for word in words)
    return frozenset(pattern(r"(?:ing|ed|es|e)$").sub("", word) for word in same)


_ENOUGH = 2
"""Words that two sentences about one thing share at least."""


def _differ(one: _Said, other: _Said) -> bool:
    """Return whether two sentences give one quantity otherwise."""
    here, there = one.quantity, other.quantity
    if one.passage is other.passage or here.kind != there.kind:
        return False
    if here.least <= there.most * 1.1 and there.least <= here.most * 1.1:
        return False
    shared = one.about & other.about
    if len(shared) < _ENOUGH or 2 * len(shared) < min(len(one.about), len(other.about)):
        return False
    return not apart(content(one.sentence), content(other.sentence))
