"""A rule about doses in a notation that was misread with harm: "5.0 mg", "10U", "1/2 tablet".

The notations are those that ISMP, the Joint Commission and the FDA ask nobody to write; facts only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from brochure._startup.records import dataclass
from brochure.checks.handout_view import Finding, Passage, View
from brochure.checks.patterns import pattern

_UNIT = r"(?:mg|mcg|µg|μg|ug|g|kg|m[lL]|units?|IU|mEq|mmol|tablets?|pills?|capsules?|drops?|puffs?)"
_DOSE = rf"\d[\d.,]*\s?(?:{_UNIT})"
_SHORT_FORMS = {
    "qd": "once a day", "qod": "every other day", "bid": "2 times a day", "tid": "3 times a day",
    "qid": "4 times a day", "prn": "when needed", "qhs": "at bedtime", "qam": "each morning",
    "qpm": "each evening", "stat": "at once",
    "biw": "2 times a week", "tiw": "3 times a week", "q1d": "every day", "qwk": "once a week",
    "q4h": "every 4 hours", "q6h": "every 6 hours",
    "q8h": "every 8 hours", "q12h": "every 12 hours", "q24h": "every 24 hours",
    "subq": "under the skin", "sub-q": "under the skin",
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
    sure: bool = True  # whether `write` can be put there as it is


def _dotted(short: str) -> str:
    """Return a pattern for a short form, with points behind its letters or without."""
    return r"\.?".join(short) + r"\.?"


EVERY_SHORT = sorted(
    sorted({*_SHORT_FORMS, *_SHORT_BESIDE_A_DOSE, *_SHORT_IN_SPANISH}), key=len, reverse=True
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
        r"(?<![\d.,])(?P<n>\d[\d.,]*)\s?U(?![\w-]|\.\w)",
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
    *(
        Notation(
            rf"(?<![\w.,])(?P<n>\d[\d.,]*)\s?(?:{wrong})(?!\w)",
            "has its unit in capitals or with points, and is misread",
            f"{{n}} {right}",
        )
        for wrong, right in (
            (r"Mgs?|M[Gg]S?|m\.g\.?", "mg"),
            (r"mcgs|Mcgs?|MCG|m\.c\.g\.?", "mcg"),
            (r"M[Ll]s?|MLS|mls|m\.l\.?", "mL"),
            (r"G[Mm]s?", "g"),
            ("K[Gg]s?", "kg"),
        )
    ),
    Notation(
        r"(?<![\w.,])(?P<n>\d[\d.,]*)\s?gr\b",
        "may be grams or grains, which are 65 mg",
        "the unit in full",
        sure=False,
    ),
    Notation(
        r"(?<![\w/])1/2(?: (?:a|of a))?(?= (?:tablet|pill|capsule|caplet|dose|teaspoon|tab)\b)",
        "has a slash, and is read as 1 or 2",
        "half a",
        languages=("en",),
    ),
    Notation(
        r"(?<![\w/])(?P<n>\d) ?-? ?1/2(?= (?:tablet|pill|capsule|caplet|dose|teaspoon|tab)s?\b)",
        "has a slash, and is read as 11 or 2",
        "{n} and a half",
        languages=("en",),
    ),
    Notation(
        r"(?<!\w)@(?= ?(?:\d|noon|night|bed|midnight|meal|lunch|breakfast|dinner|\w+ a\.?m))",
        "is a sign that is read as a 2",
        "at",
        sure=False,
    ),
    Notation(
        r"(?<![\w.,])(?P<n>\d[\d.,]*)\s?T(?: of\b|(?=\s(?:once|twice|every|daily|a day)))",
        "has a T, which may be a teaspoon or a tablespoon",
        "{n} tablespoon (15 mL)",
        languages=("en",),
        sure=False,
    ),
    Notation(
        r"(?<![\w.])[qQ]\.?\s?(?:1|2|3)\.?\s?[dD]\b\.?",
        "is a short form that few patients know",
        "every day, every 2 days",
        languages=("en",),
        sure=False,
    ),
    Notation(
        r"\b(?:i{1,3}|I{1,3})\s?/\s?(?:d|day)\b|\b(?:i|ii|iii|iv) (?=(?:tab|pill|cap|drop"
        r"|puff)\w*)",
        "is a Roman number, which few patients read",
        "1, 2 or 3",
        languages=("en",),
        sure=False,
    ),
    Notation(
        r"(?:\bevery |(?<=m[gLl] )|(?<=tablet )|(?<=tablets )|(?<=dose ))(?P<n>\d{1,2})/24\b(?!/)"
        r"(?: (?:hours?|hrs?)\b)?(?! a day)",
        "has a slash, and may be a date or a share",
        "every {n} hours",
        languages=("en",),
        sure=False,
    ),
    Notation(
        r"\b(?P<n>\d+) ?(?:amp|amps|vl|supps?|susp|soln|inj|nebs?)\b\.?",
        "has a short form that few patients know",
        "{n} and the whole word",
        languages=("en",),
        sure=False,
    ),
    Notation(
        r"\b(?:MSO4|MgSO4|ZnSO4|FeSO4|KCl|5-?ASA|6-?MP|APAP|ASA|HCTZ|HCT|AZT|MTX|TMP[-/]SMX"
        r"|PCN|NTG|D5W"
        r"|LMWH|UFH|PTU|INH|CPZ)(?=[.,;]| (?:\d+|tablets?|pills?|daily|once|twice|every|each"
        r"|with|as|for"
        r"|by|at)\b|$)",
        "is a short name of a medicine, and others have the same letters",
        "the whole name of the medicine",
        languages=("en",),
        sure=False,
    ),
    Notation(
        r"(?<!\w)(?:\d[\d./]*|½|a|one|two|three|half a)\s(?:(?:tea|table)spoon(?:ful)?s?"
        r"|tsps?|tbsps?)\b"
        r"(?! ?\(| of (?!(?:the )?(?:medicine|syrup|liquid|suspension|cough|antibiotic"
        r"|antacid|ibuprofen"
        r"|acetaminophen|amoxicillin|paracetamol)))(?=[^.]*\b(?:syrup|suspension|liquid"
        r"|medicine|dose"
        r"|antibiotic|elixir|cough|antacid|laxative|every|times a day|(?:once|twice) a day|daily|"
        r"ibuprofen|acetaminophen|paracetamol|amoxicillin|Tylenol|Advil|Motrin|Benadryl|Zyrtec)\b)",
        "is a kitchen spoon, and no two hold the same",
        "how many mL, and give the syringe or cup that comes with it",
        languages=("en",),
        sure=False,
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
_DOTTED = pattern(r"(?<![a-z])[a-z]+\.[a-z.]+")
_SHORT_SET = frozenset(EVERY_SHORT)
_HAS_DOSE = pattern(rf"\b{_DOSE}\b")
_UNREAD = frozenset({"source", "clinic"})


def dose_notation(view: View) -> Iterator[Finding]:
    """Find doses in a notation that is known to be misread."""
    if view.language in ("en", "es"):
        short = _short_forms if view.english else _short_spanish
        passages = [*_read(view, _SHORT)]
        if passages and _may_be_short(view):
            yield from (found for passage in passages for found in short(passage))
    for notation in NOTATIONS:
        spoken = not notation.languages or view.language in notation.languages
        if spoken and view.region not in notation.but:
            for passage in _read(view, pattern(notation.pattern)):
                yield from _misread(passage, notation)


def _may_be_short(view: View) -> bool:
    """Return whether a text has a short form without a figure, with points or without."""
    dotted = (found.replace(".", "") for found in _DOTTED.findall(view.small))
    return "sub-q" in view.small or not _SHORT_SET.isdisjoint((*view.words, *dotted))


def _read(view: View, wanted: re.Pattern[str]) -> Iterator[Passage]:
    """Yield the texts in which a notation may be found and is judged."""
    return (passage for passage in view.holding(wanted) if passage.role not in _UNREAD)


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


def _misread(passage: Passage, notation: Notation) -> Iterator[Finding]:
    """Yield a finding for each place of a text with a notation."""
    for found in pattern(notation.pattern).finditer(passage.plain):
        words = found.group()
        named = {k: int(v) if k == "big" else v for k, v in found.groupdict().items()}
        write = notation.write.format(**named)
        message = f"“{words}” {notation.why}"
        hint = f"write “{write}”" if notation.sure else f"write {write}"
        instead = write if notation.sure else None
        yield Finding(message, hint, passage.text, words, found.start(), instead=instead)
