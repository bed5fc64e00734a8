"""Rules about words that were cut short: "hrs", "w/", "e.g."; and a thermometer without its scale.

Sources: NHS content guide (no "eg", "ie" and "etc"); ISMP (short forms that were misread).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from brochure.checks.handout_view import Finding, Passage, View
from brochure.checks.patterns import pattern

FULL = {
    "hr": "hour", "hrs": "hours", "min": "minute", "mins": "minutes", "sec": "second",
    "secs": "seconds", "wk": "week", "wks": "weeks", "mo": "month", "mos": "months", "yr": "year",
    "yrs": "years", "y/o": "years old", "yo": "years old", "tab": "tablet", "tabs": "tablets",
    "cap": "capsule", "caps": "capsules", "tsp": "teaspoon", "tbsp": "tablespoon",
    "gtt": "drop", "gtts": "drops", "amt": "amount", "qty": "amount",
}  # fmt: skip
"""Short forms behind a number, and the whole word."""
ALONE = {
    "w/o": "without", "w/": "with", "b/c": "because", "s/p": "after", "h/o": "a history of",
    "f/u": "follow-up", "e.g.": "for example", "i.e.": "that is", "eg": "for example",
    "ie": "that is", "viz.": "namely", "appt": "appointment", "appts": "appointments",
    "approx.": "about", "approx": "about", "dx": "diagnosis", "tx": "treatment", "hx": "history",
    "sx": "symptoms", "fx": "broken bone", "pt": "patient", "pts": "patients", "meds": "medicines",
    "temp": "temperature", "esp.": "especially", "incl.": "including", "abx": "antibiotics",
    "post-op": "after surgery", "pre-op": "before surgery", "thru": "through",
    "etc.": "and so on", "vs.": "or", "N.B.": "note",
    "ad lib": "as much as you like", "per se": "by itself", "in situ": "in its place",
    "ca.": "about", "nil by mouth": "no food or drink", "Nil by mouth": "no food or drink",
    "cf.": "see", "et al.": "and others", "prn.": "when needed", "per os": "by mouth",
}  # fmt: skip
"""Short forms that stand by themselves, in small letters."""


def _any(words: Iterable[str]) -> str:
    """Return a pattern for one of some words, the longest first."""
    return "|".join(sorted(words, key=len, reverse=True)).replace(".", r"\.")


_BEHIND_NUMBER = pattern(
    rf"(?<![\w/])[\d½¼¾][\d.,/]*(?: ?- ?\d+)? ?(?P<short>{_any(FULL)})\b\.?(?![\w/])"
)
_ALONE = pattern(rf"(?<![\w.@/-])(?<!carcinoma )(?P<short>{_any(ALONE)})(?![\w@])")
_SIGNED = tuple(short for short in ALONE if not short.rstrip(".").isalpha())
"""Those with signs between their letters; of the others the letters are a word of the text."""
_BARE = frozenset(short.rstrip(".") for short in ALONE)
_UNREAD = frozenset({"source", "clinic", "email"})
_HEAT = pattern(
    r"\b(?:fever|temperature|fiebre|temperatura)s?\b[^.;\d]{0,40}?(?:of|over|above|than|is|reaches"
    r"|at|or|hits|de|a|pasa de)\s"
    r"(?P<n>(?:3[5-9]|4[0-2]|9[5-9]|10[0-7])(?:\.\d)?)(?![\d.]*\d|\s?[°º˚]"
    r"|\s?(?:degrees?|grados?) (?:F|C)|\s?[FC]\b|\s?%|,\d|/| (?:hours|days|minutes))",
    re.IGNORECASE,
)
_FEVER_C = 45


def short_form(view: View) -> Iterator[Finding]:
    """Find short forms of everyday words; each once."""
    told: set[str] = set()
    alone = any(sign in view.small for sign in _SIGNED) or not view.words.isdisjoint(_BARE)
    behind = "y/o" in view.small or not view.words.isdisjoint(FULL)
    forms = (*([(_BEHIND_NUMBER, FULL)] * behind), *([(_ALONE, ALONE)] * alone))
    for passage in view.passages if forms else ():
        if passage.role in _UNREAD:
            continue
        for short_form_of, table in forms:
            for found in short_form_of.finditer(passage.plain):
                short, word = found["short"], table[found["short"]]
                if short not in told:
                    told.add(short)
                    yield Finding(
                        f"“{short}” is a short form",
                        f"write “{word}”",
                        passage.text,
                        short,
                        found.start("short"),
                        instead=word,
                    )


_UNITS = (
    r"(?:days?|weeks?|months?|hours?|minutes?|times|tablets?|pills?|capsules?|puffs?|drops?|glasses"
    r"|cups|doses|teaspoons?|pillows|visits?|nights?|años?|días?|semanas?|meses|horas?"
    r"|minutos?|veces"
    r"|pastillas?|tabletas?|gotas?|vasos?)"
)
_IN_WORDS = (
    "two three four five six seven eight nine ten twelve dos tres cuatro cinco seis siete ocho"
    " nueve diez doce"
).split()
_WORDS = rf"(?:{'|'.join(_IN_WORDS)})"
_MIXED = pattern(
    rf"\b(?P<one>{_WORDS} (?:to|or|a|o) \d{{1,2}}|\d{{1,2}} (?:to|or|a|o) {_WORDS}"
    rf"|(?:one|una) (?:or|o) \d|{_WORDS} \(\d{{1,2}}\)|{_WORDS} of the \d{{1,2}})(?![\w%°.,]*\d)",
    re.IGNORECASE,
)
_WORD_UNIT = pattern(rf"\b(?P<n>{_WORDS})[ -](?P<unit>{_UNITS})\b")
_FIGURE_UNIT = pattern(rf"(?<![\d.,/-])(?P<n>\d{{1,2}})[ -](?P<unit>{_UNITS})\b", re.IGNORECASE)


def number_words(view: View) -> Iterator[Finding]:
    """Find numbers of one kind in words here and in figures there; told once, at the rarer."""
    for passage in view.body_holding(_MIXED):
        found = _MIXED.search(passage.plain)
        if found:
            yield _both_ways(passage, found)
            return
    words = _every(view, _WORD_UNIT)
    figures = _every(view, _FIGURE_UNIT) if words else []
    units = {_unit(found) for _, found in words} & {_unit(found) for _, found in figures}
    units -= {"time", "vece"}  # "three times a day" and "20 times forward" are of two kinds
    if units:
        rarer = min((words, figures), key=len)
        yield _both_ways(*next((p, found) for p, found in rarer if _unit(found) in units))


def _every(view: View, wanted: re.Pattern[str]) -> list[tuple[Passage, re.Match[str]]]:
    """Return each place of the running texts where a pattern is found."""
    return [
        (passage, found)
        for passage in view.body_holding(wanted)
        for found in wanted.finditer(passage.plain)
    ]


def _unit(found: re.Match[str]) -> str:
    return str(found["unit"]).lower().removesuffix("s")


def _both_ways(passage: Passage, found: re.Match[str]) -> Finding:
    """Return the finding for a number that is written otherwise than its like."""
    return Finding(
        f"“{found.group()}”: numbers of one kind stand in words in one line, in figures in another",
        "write them all in figures: “2 days”, “3 times”",
        passage.text,
        found.group(),
        found.start(),
    )


_SIGN = pattern(
    r"(?<![\d.])(?<!\d )(?P<sign>[<>≥≤]) ?(?=\d)"
    r"|(?<=\d)(?P<times>[xX]) ?(?=(?:a|per|each|every) (?:day|week|night|hour)"
    r"|/ ?(?:day|week)|daily|weekly)|(?<=\w)(?P<and> [&+] )(?=[a-z])"
)
_SAID = {"<": "less than", ">": "more than", "≥": "at least", "≤": "at most"}


def sign_for_word(view: View) -> Iterator[Finding]:
    """Find a sign that stands for a word: "> 101", "2x a day", "ice & rest"; each once."""
    told: set[str] = set()
    for passage in view.body_holding(_SIGN):
        for found in _SIGN.finditer(passage.plain):
            sign = found.group().strip()
            word = _SAID.get(sign) or ("times" if found["times"] else "and")
            if sign not in told:
                told.add(sign)
                words = passage.plain[max(0, found.start() - 12) : found.end() + 12].strip()
                message = f"“{sign}” stands for a word here: “{words}”"
                yield Finding(message, f"write “{word}”", passage.text, sign, found.start())


def no_scale(view: View) -> Iterator[Finding]:
    """Find a fever or a temperature that does not say Fahrenheit or Celsius."""
    for passage in view.body_holding(_HEAT):
        for found in _HEAT.finditer(passage.plain):
            number = float(found["n"])
            scale = "C" if number < _FEVER_C else "F"
            yield Finding(
                f"“{found['n']}” does not say which degrees are meant",
                f"write “{found['n']}°{scale}”, and the other scale in brackets",
                passage.text,
                found["n"],
                found.start("n"),
            )
