"""A rule about shares in per cent, in figures or in words: "5%", "ninety percent of people".

Source: NHS content guide (numbers); CDC Clear Communication Index, 15.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from brochure.checks import word_lists
from brochure.checks.handout_view import Finding, Passage, View, at_words, sentences_holding
from brochure.checks.patterns import pattern
from brochure.checks.risk import RELATIVE, SHARE
from brochure.remember import remember

_PER_CENT = r"\s?-?(?:%|per-?cent\b|per cent\b|pct\b\.?|por ciento\b)"
_TENS = {
    "ten": 10, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90, "diez": 10, "veinte": 20, "treinta": 30, "cuarenta": 40,
    "cincuenta": 50, "sesenta": 60, "setenta": 70, "ochenta": 80, "noventa": 90,
}  # fmt: skip
_ONES = {
    "half a": 0.5, "one half": 0.5, "half of one": 0.5, "a quarter of one": 0.25,
    "a third of one": 0.3, "a tenth of one": 0.1, "one": 1, "two": 2, "three": 3, "four": 4,
    "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "eleven": 11, "twelve": 12,
    "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
    "nineteen": 19, "uno": 1, "un": 1, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6,
    "siete": 7, "ocho": 8, "nueve": 9, "quince": 15,
}  # fmt: skip
_IN_WORDS = (
    rf"(?:{'|'.join(_TENS)})(?:[ -](?:y )?(?:{'|'.join(list(_ONES)[6:])}))?"
    rf"|{'|'.join(sorted(_ONES, key=len, reverse=True))}"
)
_FIGURES = rf"\d{{1,3}}(?:[.,]\d+)?|\b(?i:{_IN_WORDS})"
_PERCENT = pattern(
    rf"(?<![\w.,-])({_FIGURES})(?:(?:{_PER_CENT})?(?:\s?[–-]\s?| (?:to|and|or|a|y|o) )"
    rf"({_FIGURES}))?{_PER_CENT}"
)
_CHANGE = pattern(
    r"\b(?:by|por|(?:en|hasta|baj[ae]n?|sub[ae]n?|reduc[ei]n?|aument[ae]n?) (?:en )?un)"
    r"(?: (?:at least|about|up to|around|as much as|more than|over"
    r"|nearly|almost|only|roughly|al menos|casi|más del?))?\s*$"
    r"|\b(?:above|below|over|under|reach(?:es)?|lose|losing|gain|gaining)"
    r"(?: (?:at least|about|up to|around))?\s*$",
    re.IGNORECASE,
)
"""What stands before a per cent that says how much something changes, or a bound of a measure."""
_BOUND = pattern(r"(?:above|below|over|under)\b", re.IGNORECASE)
_A_RISK = pattern(
    r"\b(?:risks?|chances?|odds|likelihood|rates?|infections?|complications?|happens?|occurs?|affects?)"
    r"\b[^.;,]*$",
    re.IGNORECASE,
)
_OF_ONE = pattern(
    r"\s*(?:effective|protection|protect|as (?:good|well)|efficacy|full|charged|complete|better"
    r"|worse|more|less|fewer|higher|lower|larger|smaller|extra"
    r"|safe|accurate|eficaz|de (?:su|tu|la|el)\b|del?\b(?! (?:los|las|personas|pacientes))"
    r"|of (?:your|its|his|her|our|what|normal|maximum|total|body|daily|(?:the|a) (?!\w*s\b|people"
    r"|children|women|men|time)\w+\b|the time|that|this|it\b))",
    re.IGNORECASE,
)
"""What follows a per cent that is a share of one thing: "80% of your plate", "97% effective"."""
_COUNTED = pattern(
    r"\s+of (?:all |the |our |those )?((?:[a-z]+ )?[a-z]{3,}s|people)\b", re.IGNORECASE
)
_NO_SHARE = pattern(
    r"\s*(?:de (?:solución|grasa|descuento|alcohol)\b|-?(?:strength |pure )?(?:alcohol|saline"
    r"|solution|cream|ointment|gel|discount|off\b|milk|fat"
    r"|cotton|oxygen|sure\b|effort|iodine|peroxide|lidocaine|hydrocortisone|chlorhexidine|bleach"
    r"|juice|whole|DEET|zinc|of (?:the )?(?:daily|your (?:calories|diet|energy|plate|weight|body))"
    r"|rule|co-?pay|coinsurance))",
    re.IGNORECASE,
)
_NO_PEOPLE = pattern(
    r"\bA1c\b|\bh[ae]?emoglobina?\b|\b(?:oxygen|oxígeno|saturation|saturación|humidity|humedad"
    r"|ejection|eyección|body fat|SPF)\b",
    re.IGNORECASE,
)
"""What is measured in per cent and is no share of people."""
_MIXTURE = pattern(
    r"\b(?:bleach|solutions?|creams?|ointments?|gels?|lotions?|drops?|sprays?|shampoos?|sanitizers?"
    r"|peroxide|vinegar|saline|mouthwash|rinse|paste|strength|foam|powder|syrup|lejía|cremas?"
    r"|soluci(?:ón|ones)|pomadas?|gotas?|champú|colirio)\b",
    re.IGNORECASE,
)
_PEOPLE = pattern(
    r"\b(?:people|persons?|patients?|adults?|child(?:ren)?|babies|infants?|women|men|users|cases"
    r"|those|everyone|chances?|risks?|odds|likely|personas|pacientes|niños|mujeres|hombres"
    r"|casos|riesgo|probabilidad)\b",
    re.IGNORECASE,
)
_FIRST_WORD = pattern(r" ([a-z]+)")
NEAR = 80
"""How many signs before a per cent are looked at."""
_LAST_WORD = pattern(r"([^\W\d_]+)\s*\(?(?:al )?$")


def bare_percent(view: View) -> Iterator[Finding]:
    """Find a per cent of people that no "1 in ..." stands beside; once for each figure.

    Where there are several, all are to be counted in the same number, so that they compare.
    """
    bare = list(_bare_percents(view))
    told: set[str] = set()
    several = len({found[1] for _, _, found in bare}) > 1
    for passage, start, found in bare:
        share = _in_words(found, passage.plain[start + found.end() :], compared=several)
        if view.language == "es":
            share = share.replace(" in ", " de cada ").replace("people", "personas")
            share = share.replace("about ", "unas ").replace(" to ", " a ")
        if share and found[1] not in told:
            told.add(found[1])
            message = f"“{found.group()}”: many readers cannot picture a per cent"
            yield at_words(passage, start, found, message, f"write “{share}”")


def _in_words(found: re.Match[str], after: str, *, compared: bool) -> str:
    """Return a per cent, or a range of them, as so many in a round number of people or things."""
    low, high = (_percent(each) if each else 0 for each in found.groups())
    counted = _COUNTED.match(after)
    noun = counted[1] if counted and not _PEOPLE.match(counted[1]) else "people"
    share = in_people(high or low, compared=compared or bool(high)).replace("people", noun)
    return f"{low:.4g} to {share}" if high and f"{high:.4g} in 100 " in share else share


def _percent(number: str) -> float:
    """Return a number of per cents that is written in figures or as a word: "ninety-five"."""
    words = number.lower()
    if words[0].isdigit():
        return float(words.replace(",", "."))
    if words in _ONES:
        return _ONES[words]
    tens, *ones = pattern(r"[ -](?:y )?").split(words)
    return _TENS[tens] + sum(_ONES[each] for each in ones)


def _bare_percents(view: View) -> Iterator[tuple[Passage, int, re.Match[str]]]:
    """Yield each share of people in per cent, with its text and the place of its sentence."""
    for passage, sentence, start in sentences_holding(view, _PERCENT):
        if SHARE.search(sentence) or RELATIVE.search(sentence) or _NO_PEOPLE.search(sentence):
            continue  # a risk that falls "by 40%" is no 40 in 100 people
        for found in _PERCENT.finditer(sentence):
            before = sentence[max(0, found.start() - NEAR) : found.start()]
            change = _is_change(before) or _OF_ONE.match(sentence, found.end())
            beside = sentence[found.start() - 1] == "(" if found.start() else False
            if not (change or beside or _is_strength(sentence, found)):
                yield passage, start, found


def _is_change(before: str) -> bool:
    """Return whether words before a per cent say how much something changes, or name a bound.

    A bound of a risk is a share: "the risk is under 1%".
    """
    found = _CHANGE.search(before)
    if not found:
        return False
    return not (_BOUND.match(found.group()) and _A_RISK.search(before))


def _is_strength(sentence: str, found: re.Match[str]) -> bool:
    """Return whether a per cent tells how strong a medicine or a mixture is, or is no share."""
    behind = _FIRST_WORD.match(sentence, found.end())
    if _NO_SHARE.match(sentence, found.end()) or (behind and word_lists.is_drug(behind[1])):
        return True
    if _follows_drug(sentence):
        return not _PEOPLE.search(sentence)  # "Spinosad 0.9% and ivermectin 0.5%"
    return bool(_MIXTURE.search(sentence)) and not _PEOPLE.search(sentence)


@remember(256)
def _follows_drug(sentence: str) -> bool:
    """Return whether a per cent of a sentence stands right behind the name of a medicine."""
    starts = [found.start() for found in _PERCENT.finditer(sentence)]
    befores = [_LAST_WORD.search(sentence[max(0, start - NEAR) : start]) for start in starts]
    return any(before and word_lists.is_drug(before[1].lower()) for before in befores)


def in_people(percent: float, *, compared: bool = False) -> str:
    """Return a per cent as so many in a round number of people; empty at 0 and from 100.

    One that is ``compared`` with others is told in 100 or more.
    """
    if not 0 < percent < 100:
        return ""
    for of in () if compared else (2, 3, 4, 5, 10, 20, 50):
        if abs(percent * of / 100 - 1) < 0.015:
            return f"1 in {of} people"
    for of in (100, 1000, 10_000) if compared else (10, 100, 1000, 10_000):
        count = percent * of / 100
        if abs(count - round(count)) < 1e-6 and count >= 1:
            return f"{count:.0f} in {of:,} people"
    return f"about {max(1, round(percent))} in 100 people"
