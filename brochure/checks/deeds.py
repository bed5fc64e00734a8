"""What a sentence asks for or forbids, so that two of them can be compared; and for how long.

A sentence with a condition ("unless", "before") asks for nothing here: both may hold.
"""

from __future__ import annotations

import re
from unicodedata import normalize

from brochure._startup.records import dataclass
from brochure.checks.patterns import pattern
from brochure.checks.sameness import SMALL
from brochure.remember import remember

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Set


@dataclass(frozen=True, slots=True)
class Deed:
    """A deed in its bare words, whether it is forbidden, and how it is to be done."""

    words: str
    forbidden: bool
    manner: str = ""


@dataclass(frozen=True, slots=True)
class Wait:
    """A deed that is allowed from a time on, or forbidden until then; the time as it is written."""

    words: str
    hours: int
    written: str


@dataclass(frozen=True, slots=True)
class Grammar:
    """How a language asks, forbids and limits."""

    forbids: re.Pattern[str]
    asks: re.Pattern[str]
    waits: re.Pattern[str]
    limits: Set[str]
    small: Set[str]


_UNIT = "(?P<unit>hour|day|week|month|hora|día|semana|mes)(?:es|s)?"
_COUNT = (
    r"(?:the first |at least |about |los primeros |las primeras )?"
    r"(?P<n>\d{1,2}|one|two|three|six|dos|tres)"
)
GRAMMARS = {
    "en": Grammar(
        pattern(
            r"^(?:Do not|Don['’]t|Never|Avoid|Stop|No|You (?:must|should|can|may) not|You cannot"
            r"|You (?:must|should|can)n['’]t) (?P<what>.+)$",
            re.IGNORECASE,
        ),
        pattern(
            r"^(?:(?:Please|Always|You (?:may|can|should|must)) )?(?P<what>[A-Za-z].*)$",
            re.IGNORECASE,
        ),
        pattern(rf"^(?P<what>.+?) (?:for|after|in|within|until after) {_COUNT} {_UNIT}$", re.I),
        frozenset(
            """
            if unless until except when while before after instead without only first with too
            double extra during within by as to because so both all much many yourself
            """.split()
        ),
        SMALL,
    ),
    "es": Grammar(
        pattern(r"^(?:No (?:debe|puede)|No|Nunca|Jamás|Evite) (?P<what>.+)$", re.IGNORECASE),
        pattern(
            r"^(?:(?:Siempre|Usted (?:puede|debe)|Puede|Debe) )?(?P<what>\w.*)$", re.IGNORECASE
        ),
        pattern(rf"^(?P<what>.+?) (?:por|durante|después de|a) {_COUNT} {_UNIT}$", re.I),
        frozenset(
            """
            si salvo excepto hasta cuando mientras antes después más menos sin solo sólo con por
            durante porque para como demasiado mucho mucha todos todas ambos primero
            """.split()
        ),
        frozenset(
            "el la los las un una unos unas de del al a en su sus y o se lo le les que".split()
        ),
    ),
}
"""The grammar of each language in which contradictions are found."""

ADJUNCTS = pattern(
    r"\s*\b(?:(?:each|every) (?:day|night|morning|evening|hour|week)|(?:once|twice|\d+ times)"
    r" a (?:day|week)|daily|at home|as (?:much|often) as you like|as you (?:like|wish)|often|at all"
    r"|todos los días|cada día|a diario|en casa)\b",
    re.IGNORECASE,
)
"""Words that say when or how often, and leave the deed the same."""
_MANNERS = {
    "food, with": ("with food", "with meals", "with a meal", "after meals", "after you eat",
                   "after a meal", "after eating", "after food", "with a snack", "with breakfast",
                   "on a full stomach", "con comida", "con la comida", "con las comidas",
                   "con alimentos", "después de comer", "después de las comidas",
                   "con el estómago lleno"),
    "food, without": ("on an empty stomach", "without food", "before meals", "before you eat",
                      "before a meal", "before eating", "before food", "before breakfast",
                      "con el estómago vacío", "en ayunas", "sin comida", "antes de comer",
                      "antes de las comidas"),
    "place, cold": ("in the fridge", "in the refrigerator", "in a refrigerator", "in a fridge",
                    "en el refrigerador", "en la nevera", "en la heladera"),
    "place, warm": ("at room temperature", "outside the fridge", "out of the fridge",
                    "outside the refrigerator", "a temperatura ambiente", "fuera de la nevera",
                    "fuera del refrigerador"),
    "place, frozen": ("in the freezer", "en el congelador"),
    "water, cold": ("with cold water", "in cold water", "con agua fría", "en agua fría"),
    "water, hot": ("with hot water", "with warm water", "in hot water", "in warm water",
                   "con agua caliente", "con agua tibia", "en agua caliente"),
    "sleep, back": ("sleep on the back", "sleep on your back", "sleep on his or her back",
                    "sleep on their back", "dormir boca arriba"),
    "sleep, side": ("sleep on the side", "sleep on your side", "sleep on his or her side",
                    "sleep on their side", "dormir de lado"),
    "sleep, belly": ("sleep on the stomach", "sleep on the belly", "sleep on the tummy",
                     "sleep on your stomach", "sleep on their stomach", "dormir boca abajo"),
}  # fmt: skip
"""Ways to do a thing; two that begin with the same word go against each other."""
_MEDICINE = frozenset(
    """
    tablet tablets pill pills capsule capsules medicine medicines medication medications
    drug dose doses tableta tabletas pastilla pastillas cápsula cápsulas medicina medicinas
    medicamento medicamentos
    """.split()
)
"""Words that a text has for the one medicine that it is about."""
_HOURS = {
    "hour": 1,
    "day": 24,
    "week": 168,
    "month": 720,
    "hora": 1,
    "día": 24,
    "semana": 168,
    "mes": 720,
}
_NUMBERS = {"one": 1, "two": 2, "three": 3, "six": 6, "dos": 2, "tres": 3}
_USING = frozenset("take use eat drink have wear apply do using taking eating drinking".split())
_LONGEST = 5


@remember(4096)
def deed_of(sentence: str, language: str, *, adjoined: bool = True) -> Deed | None:
    """Return what a sentence asks for or forbids; None if it does neither, or under conditions.

    ``adjoined`` is whether it may have one of `ADJUNCTS`.
    """
    grammar = GRAMMARS[language]
    whole = sentence.rstrip(".!")
    plain, manner = _without_manner(ADJUNCTS.sub("", whole) if adjoined else whole)
    words = pattern(r"\w+").findall(plain.lower())
    limited = not grammar.limits.isdisjoint(words) or any(map(str.isdecimal, words))
    if limited or "more than" in plain.lower():
        return None
    no = grammar.forbids.match(plain)
    found = no or grammar.asks.match(plain)
    bare = _bare(_one_medicine(found["what"], manner), grammar) if found else ""
    return Deed(bare, bool(no), manner) if bare else None


@remember(4096)
def wait_of(sentence: str, language: str) -> Wait | None:
    """Return the deed that a sentence puts off, and until when; None if it puts off none."""
    grammar = GRAMMARS[language]
    plain = sentence.rstrip(".!")
    no = grammar.forbids.match(plain)
    inner = no or grammar.asks.match(plain)
    found = grammar.waits.match(inner["what"]) if inner else None
    if not found or (
        not no and pattern(r" (?:for|por|durante|in|within|a) \S+ \w+$").search(plain)
    ):
        return None
    bare = _bare(found["what"], grammar)
    number = _NUMBERS.get(found["n"].lower()) or int(found["n"])
    written = f"{found['n']} {plain.split()[-1]}"
    return Wait(bare, number * _HOURS[found["unit"].lower()], written) if bare else None


def against(one: Deed, other: Deed) -> bool:
    """Return whether two deeds are the same, and one is forbidden or done in the other's stead."""
    if one.words != other.words:
        return False
    if one.forbidden != other.forbidden:
        return one.manner == other.manner
    manners = {one.manner, other.manner}
    kinds = {manner.split(",")[0] for manner in manners}
    return not one.forbidden and len(manners) == 2 and len(kinds) == 1


def _one_medicine(words: str, manner: str) -> str:
    """Return a deed with one word for the medicine, if the deed says how food goes with it."""
    if not manner.startswith("food"):
        return words
    return pattern(r"\w+").sub(
        lambda word: "pill" if word[0].lower() in _MEDICINE else word[0], words
    )


def _without_manner(sentence: str) -> tuple[str, str]:
    """Return a sentence without the words for a manner, and which that is."""
    small = sentence.lower()
    for form, manner in _forms_by_end().get(small[small.rfind(" ") + 1 :], ()):
        if small.endswith(f" {form}") and not small.endswith((f"not {form}", f"n't {form}")):
            return pattern(r" (?:to|a)$").sub("", sentence[: -len(form) - 1]), manner
    return sentence, ""


@remember(1)
def _forms_by_end() -> dict[str, list[tuple[str, str]]]:
    """Return how each manner is said, and the manner, by the last word."""
    found: dict[str, list[tuple[str, str]]] = {}
    for manner, forms in _MANNERS.items():
        for form in forms:
            found.setdefault(form.rsplit(" ", 1)[-1], []).append((form, manner))
    return found


def _bare(words: str, grammar: Grammar) -> str:
    """Return a deed for comparing: "take aspirin", "using aspirin" and "aspirin" are one."""
    plain = normalize("NFD", words.lower()).encode("ascii", "ignore").decode()
    kept = [word for word in pattern(r"[a-z]+").findall(plain) if word not in grammar.small]
    if kept and kept[0] in _USING:
        kept = kept[1:]
    if grammar is GRAMMARS["es"] and kept:
        kept[0] = pattern(r"(?<=[aeiou])(?:se|l[oae]s?|nos)$").sub("", kept[0])
    bare = (pattern(r"(?:ing|es|s|e)$").sub("", word) for word in kept)
    return " ".join(bare) if len(kept) < _LONGEST else ""
