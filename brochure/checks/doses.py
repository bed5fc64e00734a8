"""Rules about doses: notations that were misread with harm, look-alike names, doses that differ.

The notations are those that ISMP, the Joint Commission and the FDA ask nobody to write; facts only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from brochure._startup.kept_patterns import compiled
from brochure._startup.records import dataclass
from brochure.checks import word_lists
from brochure.checks.edits import distance
from brochure.checks.handout_view import Finding, Passage, View
from brochure.checks.patterns import pattern
from brochure.remember import remember

_UNIT = r"(?:mg|mcg|µg|μg|ug|g|kg|m[lL]|units?|IU|mEq|mmol|tablets?|pills?|capsules?|drops?|puffs?)"
_DOSE = rf"\d[\d.,]*\s?(?:{_UNIT})"
_SHORT_FORMS = {
    "qd": "once a day", "qod": "every other day", "bid": "2 times a day", "tid": "3 times a day",
    "qid": "4 times a day", "prn": "when needed", "qhs": "at bedtime", "qam": "each morning",
    "qpm": "each evening", "subq": "under the skin", "sub-q": "under the skin",
}  # fmt: skip
_SHORT_IN_SPANISH = {
    "qd": "una vez al día", "bid": "2 veces al día", "tid": "3 veces al día",
    "qid": "4 veces al día", "prn": "cuando lo necesite", "vo": "por la boca",
    "sos": "si lo necesita",
}  # fmt: skip
_SHORT_BESIDE_A_DOSE = {
    "po": "by mouth", "hs": "at bedtime", "ac": "before meals", "pc": "after meals",
    "sc": "under the skin", "sq": "under the skin", "im": "into a muscle", "iv": "into a vein",
    "od": "in the right eye, or once a day: say which", "os": "in the left eye",
    "ou": "in both eyes", "stat": "at once",
}  # fmt: skip
"""Short forms that mean something else in other places."""


BRITISH = frozenset({"GB", "IE", "AU", "NZ", "ZA"})
"""Countries whose style, as the NHS has it, is 500mg; readers there meet no other."""


@dataclass(frozen=True, slots=True)
class Notation:
    """A way to write a dose that can be misread, why, and what to write."""

    pattern: str
    why: str
    write: str  # may name the groups of the pattern
    languages: tuple[str, ...] = ()  # none: all
    but: frozenset[str] = frozenset()  # countries that write so


def _dotted(short: str) -> str:
    """Return a pattern for a short form, with points behind its letters or without."""
    return r"\.?".join(short) + r"\.?"


EVERY_SHORT = sorted(
    {*_SHORT_FORMS, *_SHORT_BESIDE_A_DOSE, *_SHORT_IN_SPANISH}, key=len, reverse=True
)

NOTATIONS = (
    Notation(  # 2,000 is two thousand
        rf"(?<![\d.,])(?P<whole>\d+)(?:\.0+|,00?)(?=\s?{_UNIT}\b)",
        "ends in a zero behind the point, and is read as ten times as much",
        "{whole}",
        languages=("en",),
    ),
    Notation(  # 2.000 is two thousand in many languages
        rf"(?<![\d.,])(?P<whole>\d+)[.,]00?(?=\s?{_UNIT}\b)",
        "ends in a zero behind the point, and is read as ten times as much",
        "{whole}",
        languages=("es", "fr", "pt", "de", "it", "nl"),
    ),
    Notation(
        r"(?<![\w.,])(?P<n>\d[\d.,]*)\s?(?P<unit>mg|mcg|m[lL]|kg|cc)s(?!\w)",
        "has a unit with an s",
        "{n} {unit}",
    ),
    Notation(
        rf"(?<![\w.,])(?P<whole>\d{{1,3}}),(?P<part>\d{{1,2}})(?=\s?{_UNIT}\b)",
        "has a comma where English has a point",
        "{whole}.{part}",
        languages=("en",),
    ),
    Notation(
        r"(?<!\w)[cC]/\s?(?P<n>\d{1,2})\s?(?:[hH](?:rs?|oras)?)\b\.?",
        "is a short form that few patients know",
        "cada {n} horas",
    ),
    Notation(
        r"(?<![\w.,)])\.(?P<part>\d+)(?![\d.])",
        "has no figure before the point, and the point is overlooked",
        "0.{part}",
    ),
    Notation(
        r"(?<![\d.,])(?P<n>\d[\d.,]*)\s?U(?![\w.-])",
        "has a U, which is read as a zero or a four",
        "{n} units",
    ),
    Notation(
        r"(?<![\w])(?P<n>\d[\d.,]*)\s?IU(?!\w)(?!(?: \([^)]*\))?(?: a day)?(?: of)? vitamin)",
        "has IU, which is read as IV or 10",
        "{n} units",
    ),
    Notation(
        r"(?<!\w)(?P<n>\d[\d.,]*)\s?[cC][cC](?!\w)",
        "has cc, which is read as two zeros",
        "{n} mL",
    ),
    Notation(
        r"(?<!\w)(?P<n>\d[\d.,]*)\s?(?:[µμ]g|ug)(?!\w)",
        "has µg, which is read as mg, a thousand times as much",
        "{n} mcg",
        languages=("en", "es"),
    ),
    Notation(
        r"(?<![\w.,])(?P<n>\d[\d.,]*)(?P<unit>mg|mcg|m[lL]|g|kg|mEq|units?)(?!\w)",
        "runs number and unit together",
        "{n} {unit}",
        but=BRITISH,
    ),
    Notation(
        r"(?<![a-z])(?P<name>[a-z]{4,})(?P<n>\d[\d.]*)(?=\s?(?:mg|mcg|m[lL]|g|units?)\b)",
        "runs name and number together",
        "{name} {n}",
    ),
    Notation(
        rf"(?<![\w.,/-])(?P<big>\d{{4,9}})(?=\s(?:{_UNIT}|people|persons)\b)",
        "is a long number without commas",
        "{big:,}",
        languages=("en",),
    ),
    Notation(
        r"(?<![\w.,])(?P<n>\d[\d.,]*) ?(?P<what>tablets?|pills?|capsules?|puffs?|drops?|doses?|mg"
        r"|mcg|m[lL]|units?) ?/ ?(?P<per>day|d|night|week|hour|hr|h)\b",
        "has a slash, which is read as a 1",
        "{n} {what} a {per}",
        languages=("en",),
    ),
    Notation(
        r"(?<![\w.,])(?P<n>\d[\d.,]*) ?(?P<what>tabletas?|pastillas?|cápsulas?|gotas?|dosis|mg"
        r"|m[lL]) ?/ ?(?P<per>día|d|noche|semana|hora|h)\b",
        "has a slash, which is read as a 1",
        "{n} {what} cada {per}",
        languages=("es",),
    ),
    Notation(
        r"(?<![\w/])(?P<what>tablets?|pills?|puffs?) ?/ ?(?P<n>\d{1,2}) (?P<per>hours?|days?)",
        "has a slash, which is read as a 1",
        "{what} every {n} {per}",
        languages=("en",),
    ),
    Notation(
        r"(?<!\w)[x×] ?(?P<n>\d{1,2}) ?(?P<per>d|days?|wks?|weeks?|doses?)\b",
        "has an x, which few patients read as “for”",
        "for {n} {per}",
        languages=("en",),
    ),
    Notation(
        rf"(?<![\d.,])(?P<whole>\d+\.\d*[1-9])0+(?=\s?{_UNIT}\b)",
        "ends in a zero behind the point, which is overlooked",
        "{whole}",
        languages=("en",),
    ),
    Notation(
        r"(?<![\w.,])(?P<n>\d[\d.,]*)\s?gms?\b\.?",
        "has gm, which is no sign of a unit",
        "{n} g",
    ),
    Notation(
        r"(?<![\w.,])(?P<n>\d{1,2}) ?hrs?\b\.?",
        "is a short form",
        "{n} horas",
        languages=("es",),
    ),
    Notation(
        rf"(?<![\w.,)]),(?P<part>\d+)(?=\s?{_UNIT}\b)",
        "has no figure before the comma, and the comma is overlooked",
        "0,{part}",
        languages=("es", "fr", "de", "pt"),
    ),
    Notation(
        r"(?<![\w.])[qQ]\.?\s?(?P<n>\d{1,2})\s?[hH](?:rs?|ours?)?\b\.?",
        "is a short form that few patients know",
        "every {n} hours",
        languages=("en",),
    ),
)
_ANY_SHORT = "|".join(_dotted(short) for short in EVERY_SHORT)
_SHORT = pattern(
    rf"(?<![\w.-])(?<!\ba )(?<!\bthe )(?P<it>(?:{_ANY_SHORT}))(?![\w’'-])", re.IGNORECASE
)
_DOTTED = pattern(r"[a-z]+\.[a-z.]+")
_SHORT_SET = frozenset(EVERY_SHORT)
_HAS_DOSE = pattern(rf"\b{_DOSE}\b")
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
_MAY_BE_DOSE = pattern(
    r"[cC]/\s?\d|\d\s?(?:[mkuU]|I|[µμ]|gms?\b|g\b|cc|CC|tab|pill|cap|drop|puff|people|persons)"
    r"|(?<!\d)[.,]\d|[qQ]\.?\s?\d"
    r"|\d ?[A-Za-zé]+ ?/ ?[\dadhnws]|[x×] ?\d|\d ?hrs?\b|/ ?\d"
)
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
_UNREAD = frozenset({"source", "clinic"})


def dose_notation(view: View) -> Iterator[Finding]:
    """Find doses in a notation that is known to be misread."""
    dotted = (found.replace(".", "") for found in _DOTTED.findall(view.small))
    may_be_short = "sub-q" in view.small or not _SHORT_SET.isdisjoint((*view.words, *dotted))
    for passage in view.passages if may_be_short else view.numbered:
        if passage.role in _UNREAD:
            continue
        if may_be_short and view.language in ("en", "es"):
            yield from (_short_forms if view.english else _short_spanish)(passage)
        for notation in NOTATIONS if _MAY_BE_DOSE.search(passage.plain) else ():
            spoken = not notation.languages or view.language in notation.languages
            if spoken and view.region not in notation.but:
                yield from _misread(passage, notation)


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
    for passage in view.body:
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


def _short_forms(passage: Passage) -> Iterator[Finding]:
    """Yield a finding for each "b.i.d." and the like; some only in a text with a dose."""
    for found in _SHORT.finditer(passage.plain):
        words = found["it"]
        letters = words.lower().replace(".", "")
        write = _SHORT_FORMS.get(letters)
        if not write and _HAS_DOSE.search(passage.plain):
            write = _SHORT_BESIDE_A_DOSE.get(letters)
        if not passage.plain[found.end() :].strip() and words.count(".") == 1:
            words = words.removesuffix(".")
        if write:
            message = f"“{words}” is a short form that few patients know"
            hint = f"write “{write}”"
            yield Finding(message, hint, passage.text, words, found.start(), instead=write)


def _short_spanish(passage: Passage) -> Iterator[Finding]:
    """Yield a finding for each "BID" of a Spanish text, in capitals or with its points."""
    for found in _SHORT.finditer(passage.plain):
        words = found["it"]
        write = _SHORT_IN_SPANISH.get(words.lower().replace(".", ""))
        if write and (words.isupper() or "." in words.rstrip(".")):
            message = f"“{words}” is a short form that few patients know"
            hint = f"write “{write}”"
            yield Finding(message, hint, passage.text, words, found.start(), instead=write)


@remember(32)
def _compiled(pattern: str) -> re.Pattern[str]:
    """Return a pattern of the table, compiled when a text first may hold a dose."""
    return compiled(pattern)


def _misread(passage: Passage, notation: Notation) -> Iterator[Finding]:
    """Yield a finding for each place of a text with a notation."""
    for found in _compiled(notation.pattern).finditer(passage.plain):
        words = found.group()
        named = {k: int(v) if k == "big" else v for k, v in found.groupdict().items()}
        write = notation.write.format(**named)
        message, hint = f"“{words}” {notation.why}", f"write “{write}”"
        yield Finding(message, hint, passage.text, words, found.start(), instead=write)


def _medicines(view: View) -> dict[str, tuple[Passage, int]]:
    """Return each medicine that a text names, with the place where it first does."""
    seen: dict[str, tuple[Passage, int]] = {}
    for passage in view.body:
        for found in _WORD.finditer(passage.plain):
            name = found.group().lower()
            if name in word_lists.drugs():
                seen.setdefault(name, (passage, found.start()))
    return seen
