"""A rule about hours in a text that are not the clinic's: "open until 8 p.m." where it says 5 p.m.

Only a sentence that speaks of the clinic itself, and of nobody else's desk, is judged.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from brochure.checks.figures import DAYS
from brochure.checks.handout_view import Finding, Sentence, View
from brochure.checks.patterns import pattern

_TIME = pattern(
    r"(?<![\d:.,/$])(?:(?P<h>\d{1,2})(?:[:.](?P<m>\d{2}))?\s?(?P<half>[ap])\.?\s?m\b\.?"
    r"|(?P<h24>\d{1,2}):(?P<m24>\d{2})(?![\d:])|(?P<noon>noon|mediodía))",
    re.IGNORECASE,
)
_OURS = pattern(
    r"\b(?:(?:we|clinic|office|practice|front desk|doors?|phones?|phone line) (?:is |are )?"
    r"(?:opens?|closes?|answered|staffed)|(?:our|office|clinic|opening|business) hours"
    r"|(?:you can )?(?:call|reach|phone) us (?:from|between|until|any ?time from)"
    r"|(?:call|phone) us[^.]{0,30} (?:from|between) (?=\d)"
    r"|abrimos|cerramos|atendemos|estamos abiertos|(?:la )?clínica (?:abre|cierra|está abierta)"
    r"|(?:nuestro )?horario|llámenos (?:de|entre))\b",
    re.IGNORECASE,
)
_OTHERS = pattern(
    r"\b(?:pharmacy|lab|laboratory|urgent care|hospital|emergency|after.hours|weekends?|holidays?"
    r"|night|hotline|if|before|billing|lunch|except|parking|visit(?:ors|ing)|class|closed"
    r"|farmacia|laboratorio|urgencias|guardia|festivos|si|antes|salvo|excepto|cerrad[oa])\b",
    re.IGNORECASE,
)
_DAY = pattern(rf"\b(?:{'|'.join(DAYS)})s?\b", re.IGNORECASE)
_DAY_RANGE = pattern(
    rf"\b(?P<a>{'|'.join(DAYS)})s?\.?\s?(?:to|through|until|a|[-–])\s?(?P<b>{'|'.join(DAYS)})s?\b",
    re.IGNORECASE,
)


def other_hours(view: View) -> Iterator[Finding]:
    """Find times and days in a sentence about the clinic that its own hours do not have."""
    said = view.handout.clinic.hours
    known, days = (_times(said.plain), days_in(said.plain)) if said else (frozenset(), frozenset())
    if not said or not known or view.handout.clinic.locations:
        return
    for passage in view.body:
        for sentence in passage.sentences:
            if not _OURS.search(sentence.text) or _OTHERS.search(sentence.text):
                continue
            words = _strange(sentence, known, days)
            if words:
                yield Finding(
                    f"“{words}” is not in the clinic's hours: {said.plain}",
                    "keep the right one, or write {hours}, which always has the clinic's own",
                    passage.text,
                    words,
                    sentence.start + sentence.text.find(words),
                )


def _strange(sentence: Sentence, known: frozenset[int], days: frozenset[int]) -> str:
    """Return the first time or day of a sentence that is not among the known; empty if none."""
    for found in _TIME.finditer(sentence.text):
        if _minutes(found) not in known:
            return found.group()
    here = days_in(sentence.text)
    if days and here - days and _TIME.search(sentence.text):
        return next(
            found.group() for found in _DAY.finditer(sentence.text) if days_in(found.group()) - days
        )
    return ""


def _times(text: str) -> frozenset[int]:
    """Return the times of a text, in minutes from midnight."""
    return frozenset(_minutes(found) for found in _TIME.finditer(text))


def _minutes(found: re.Match[str]) -> int:
    """Return a time in minutes from midnight."""
    if found["noon"]:
        return 720
    if found["h24"]:
        return int(found["h24"]) * 60 + int(found["m24"])
    afternoon = 720 if found["half"].lower() == "p" else 0
    return int(found["h"]) % 12 * 60 + int(found["m"] or 0) + afternoon


def days_in(text: str) -> frozenset[int]:
    """Return the days of the week that a text names, those of its ranges with them."""
    found = {DAYS[_bare(each.group())] for each in _DAY.finditer(text)}
    for each in _DAY_RANGE.finditer(text):
        first, last = DAYS[_bare(each["a"])], DAYS[_bare(each["b"])]
        found |= {day % 7 for day in range(first, first + (last - first) % 7 + 1)}
    return frozenset(found)


def _bare(day: str) -> str:
    """Return a day as it stands in the table."""
    small = day.lower()
    return small if small in DAYS else small.removesuffix("s")
