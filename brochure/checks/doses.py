"""Rules about doses: look-alike names, and one medicine with two doses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from brochure.checks import word_lists
from brochure.checks.edits import distance
from brochure.checks.handout_view import Finding, Passage, View
from brochure.checks.patterns import pattern
from brochure.remember import remember

_DRUG_DOSE = pattern(
    r"(?P<n>\d[\d,]*(?:\.\d+)?)\s?-?(?P<unit>mg|mcg|g|m[lL]|units?|tablets?|pills?|capsules?"
    r"|tabletas?|pastillas?|cápsulas?)\b"
)
_EVERY = pattern(
    r"\b(?:every|cada) (?P<n>\d{1,2})(?: (?:to|or|a|o) \d{1,2})? (?P<unit>hours?|horas)\b"
)
_OFTEN = pattern(
    r"\b(?P<n>once|twice|\d|one|two|three|four|una|dos|tres|cuatro)(?: times?| vez| veces)?"
    r" (?:a|each|every|per|al|cada) (?:day|día)\b",
    re.IGNORECASE,
)
_COUNTS = {"once": 1, "one": 1, "una": 1, "twice": 2, "two": 2, "dos": 2, "three": 3, "tres": 3,
           "four": 4, "cuatro": 4}  # fmt: skip
_FOR_DAYS = pattern(
    r"\b(?:for|after|por|durante) (?:the full |all )?(?P<n>\d{1,2}) (?:days|días)\b"
)
_CALLS = pattern(r"\b(?:call|if|before|wait|back|tell|llame|si|antes|espere)\b", re.IGNORECASE)
_MAY_COUNT = pattern(r"\d| d(?:ay|ía)\b", re.IGNORECASE)
_WORD = pattern(r"[^\W\d_]{4,}")
_STEPWISE = pattern(
    r"\b(?:then|first|second|next|later|start|begin|increase|raise|lower|slowly|weeks?|months?"
    r"|(?<!each )(?<!every )(?:morning|evening|night)|bedtime|noon|child|children|kids|adults?"
    r"|luego|después|primer[ao]?|empiece|semanas?|mes|meses|(?<!cada )(?:mañana|noche)|niñ[oa]s?"
    r"|adultos)\b",
    re.IGNORECASE,
)
"""Words of a sentence whose dose is one of several that are all right."""


LOOK_ALIKES = """
clomiphene clomipramine / hydralazine hydroxyzine / metformin metronidazole / tramadol trazodone
bupropion buspirone / celebrex celexa / glipizide glyburide / hydrocodone oxycodone
lamotrigine lamivudine / amlodipine amiloride / carbamazepine oxcarbazepine / lorazepam clonazepam
methadone methylphenidate / quetiapine olanzapine / cetirizine sertraline / fluoxetine duloxetine
chlorpromazine chlorpropamide / risperidone ropinirole / zolpidem zolmitriptan / plavix paxil
"""
"""Medicines that were taken for each other, and are more than two letters apart."""


@remember(1)
def _known_pairs() -> frozenset[frozenset[str]]:
    """Return the pairs of the table."""
    pairs = (pair for line in LOOK_ALIKES.strip().split("\n") for pair in line.split("/"))
    return frozenset(frozenset(pair.split()) for pair in pairs)


_LISTED = pattern(r"\b\w+(?: \([^()]*\))?(?:,? (?:or|and)|,) $")


def look_alike(view: View) -> Iterator[Finding]:
    """Find two medicines of one text whose names are nearly alike; told at the later one."""
    seen = _medicines(view) if len(view.words & word_lists.drugs()) > 1 else {}
    for one, other in combinations(seen, 2):
        near = len(one) > 5 and distance(one, other, 2) <= 2
        if near or frozenset((one, other)) in _known_pairs():
            passage, start = seen[other]
            if _LISTED.search(passage.plain[:start]) and one in passage.plain.lower():
                continue  # "oxycodone or hydrocodone": the reader sees two names
            yield Finding(
                f"“{one}” and “{other}” look alike, and are two medicines",
                "say beside each what it is for, so that nobody takes one for the other",
                passage.text,
                passage.plain[start : start + len(other)],
                start,
            )


def two_doses(view: View) -> Iterator[Finding]:
    """Find a medicine that has one dose, or one time between doses, here and another there."""
    first: dict[tuple[str, str], tuple[str, Passage]] = {}
    for passage in view.body_holding(_MAY_COUNT):
        for sentence in passage.sentences:
            for drug, kind, dose, at in doses_in(sentence.text):
                said, where = first.setdefault((drug, kind), (dose, passage))
                if said != dose and where is not passage:
                    yield Finding(
                        f"{drug}: {dose} here, but {said} in line {where.text.line}",
                        "keep the right one, or say whom each is for in one place",
                        passage.text,
                        sentence.text[at : at + len(dose)].split(" ")[0],
                        sentence.start + at,
                    )


def doses_in(sentence: str) -> list[tuple[str, str, str, int]]:
    """Return each dose that a sentence gives for its one medicine: name, kind, dose, place.

    None is returned for one of several steps or people, such as "Then take 200 mg".
    """
    if not _MAY_COUNT.search(sentence):
        return []
    names = [w for w in dict.fromkeys(_WORD.findall(sentence.lower())) if is_medicine(w)]
    if len(names) != 1 or _STEPWISE.search(sentence):
        return []
    found = list(_DRUG_DOSE.finditer(sentence))
    every = [(names[0], "every", each.group(), each.start()) for each in _EVERY.finditer(sentence)]
    every += [(names[0], "often", _often(each), each.start()) for each in _OFTEN.finditer(sentence)]
    if not _CALLS.search(sentence):
        every += [(names[0], "days", f"{each['n']} days", each.start())
                  for each in _FOR_DAYS.finditer(sentence)]  # fmt: skip
    if len({each.group() for each in found}) != 1:
        return every
    kind = "count" if found[0]["unit"][0] in "tpc" else found[0]["unit"].lower()
    dose = f"{found[0]['n']} {found[0]['unit']}"
    return [(names[0], kind, dose, found[0].start()), *every]


def _often(found: re.Match[str]) -> str:
    """Return how often a day in figures, so that "twice" is "2 times"."""
    count = _COUNTS.get(found["n"].lower()) or int(found["n"])
    return f"{count} times a day" if count > 1 else "once a day"


def is_medicine(word: str) -> bool:
    """Return whether a word is the name of a medicine in English, or its Spanish form."""
    drugs = word_lists.drugs()
    plain = word.translate(_PLAIN_VOWELS)
    stem = plain.removesuffix(plain[-1]) if plain[-1] in "aoe" else plain
    english = stem.replace("cilin", "cillin").replace("f", "ph")
    return not drugs.isdisjoint((word, plain, stem, f"{stem}e", english, f"{english}e"))


_PLAIN_VOWELS = str.maketrans("áéíóú", "aeiou")


def _medicines(view: View) -> dict[str, tuple[Passage, int]]:
    """Return each medicine that a text names, with the place where it first does."""
    seen: dict[str, tuple[Passage, int]] = {}
    for passage in view.body:
        for found in _WORD.finditer(passage.plain):
            name = found.group().lower()
            if name in word_lists.drugs():
                seen.setdefault(name, (passage, found.start()))
    return seen
