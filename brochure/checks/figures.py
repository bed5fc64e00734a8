"""Rules about figures that cannot be right: dates, times, ranges, conversions, and how often a day.

All are told from the text alone, so they hold in every language that writes them so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from brochure._startup.records import dataclass
from brochure.checks.handout_view import Finding, Passage, View
from brochure.checks.patterns import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan enero", "february feb febrero", "march mar marzo", "april apr abril",
            "may mayo", "june jun junio", "july jul julio", "august aug agosto",
            "september sept sep septiembre", "october oct octubre", "november nov noviembre",
            "december dec diciembre",
        ),
        1,
    )
    for name in names.split()
}  # fmt: skip
DAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mon lunes", "tuesday tues tue martes", "wednesday wed miércoles miercoles",
            "thursday thurs thu jueves", "friday fri viernes", "saturday sat sábado sabado",
            "sunday sun domingo",
        )
    )
    for name in names.split()
}  # fmt: skip
"""The days of the week, as they are written, by their number."""
_DAY = "|".join(sorted(DAYS, key=len, reverse=True))
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_DATE = pattern(
    rf"(?:\b(?P<day>{_DAY})\b\.?,? (?:the |el |día )?)?"
    rf"(?:\b(?P<m>{_MONTH})\.? (?P<d>\d{{1,2}})(?:st|nd|rd|th)?"
    rf"(?:,? (?P<y>\d{{4}}))?|\b(?P<d2>\d{{1,2}})(?:st|nd|rd|th)? (?:of |de )?(?P<m2>{_MONTH})\b\.?"
    r"(?:,? (?:de |del )?(?P<y2>\d{4}))?)(?![\w:])"
    rf"(?:,? ?(?:\(|is a |es |will be a |a |on a )?(?P<behind>{_DAY})\b)?",
    re.IGNORECASE,
)
_TIME = pattern(
    r"(?<![\d:.,/])(?P<h>\d{1,2})(?::(?P<m>\d{2}))? ?(?P<half>[ap]\.?m\b\.?)"
    r"|(?<![\d:.,/])(?P<h24>\d{1,2}):(?P<m24>\d{2})(?![\d:])",
    re.IGNORECASE,
)
_COUNTED = (
    r"(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|times|mg|mcg|g|m[lL]|kg"
    r"|pounds|lbs?|cups|glasses"
    r"|tablets|pills|puffs|drops|inches|feet|cm|percent|horas|días|semanas|meses|años|minutos|veces"
    r"|Stunden|Tage|Wochen|Monate|Minuten|heures|jours|semaines|mois)"
)
_RANGE = pattern(
    rf"(?<![\d.,:/-])(?P<a>\d[\d,]*(?:\.\d+)?)(?: ?[-–] ?| (?:to|a|bis"
    rf"|à) )(?P<b>\d[\d,]*(?:\.\d+)?)(?=[ -]?(?:{_COUNTED})\b| ?%)"
)
_OFTEN = pattern(
    r"\b(?:every|cada) (?P<hours>\d{1,2})(?: (?:to|or|-|a) \d{1,2})? (?:hours|horas)\b"
    r"(?:(?!\b(?:every|cada) \d)[^;]){0,90}?"
    r"(?P<times>\b\d{1,2}|\btwo|\bthree|\bfour|\bfive|\bsix|\beight) (?:times|doses|veces"
    r"|dosis)(?: a| per| al| in a| each)? (?:day|día|24 hours)",
    re.IGNORECASE,
)
_WORDS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "eight": 8}


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: of what it is one, how many of the base it is, and where its zero lies."""

    kind: str
    worth: float
    zero: float = 0.0


UNITS: dict[str, tuple[Any, ...]] = {
    "kg": ("weight", 1000), "kilograms": ("weight", 1000), "kilos": ("weight", 1000),
    "kilogram": ("weight", 1000), "g": ("weight", 1), "grams": ("weight", 1),
    "gram": ("weight", 1), "mg": ("weight", 0.001), "mcg": ("weight", 0.000001),
    "lb": ("weight", 453.6), "lbs": ("weight", 453.6), "pounds": ("weight", 453.6),
    "pound": ("weight", 453.6), "stone": ("weight", 6350), "oz": ("ounce", 1),
    "cm": ("length", 1), "centimeters": ("length", 1), "mm": ("length", 0.1),
    "m": ("length", 100), "meters": ("length", 100), "metres": ("length", 100),
    "km": ("length", 100_000), "miles": ("length", 160_934),
    "mile": ("length", 160_934),
    "inches": ("length", 2.54), "inch": ("length", 2.54), "in": ("length", 2.54),
    "feet": ("length", 30.48), "foot": ("length", 30.48), "ft": ("length", 30.48),
    "ml": ("volume", 1), "milliliters": ("volume", 1), "l": ("volume", 1000),
    "liters": ("volume", 1000), "liter": ("volume", 1000), "litres": ("volume", 1000),
    "litre": ("volume", 1000), "cups": ("volume", 240), "cup": ("volume", 240),
    "ounces": ("ounce", 1), "quarts": ("volume", 946), "quart": ("volume", 946),
    "pints": ("volume", 500), "pint": ("volume", 500), "gallon": ("volume", 3785),
    "teaspoon": ("volume", 5), "teaspoons": ("volume", 5), "tablespoon": ("volume", 15),
    "tablespoons": ("volume", 15), "°c": ("heat", 1.8, 32), "°f": ("heat", 1),
    "f": ("heat", 1), "c": ("heat", 1.8, 32), "tsp": ("volume", 5),
    "tbsp": ("volume", 15), "minutes": ("time", 1), "minute": ("time", 1),
    "hours": ("time", 60), "hour": ("time", 60), "days": ("time", 1440),
    "day": ("time", 1440), "weeks": ("time", 10_080), "week": ("time", 10_080),
    "months": ("time", 43_800), "month": ("time", 43_800), "years": ("time", 525_600),
    "year": ("time", 525_600), "libras": ("weight", 453.6), "libra": ("weight", 453.6),
    "kilo": ("weight", 1000), "kilogramos": ("weight", 1000), "gramos": ("weight", 1),
    "cucharadita": ("volume", 5), "cucharaditas": ("volume", 5),
    "cucharada": ("volume", 15), "cucharadas": ("volume", 15),
    "litros": ("volume", 1000),
    "litro": ("volume", 1000), "vasos": ("volume", 240), "vaso": ("volume", 240),
    "tazas": ("volume", 240), "taza": ("volume", 240), "mililitros": ("volume", 1),
    "pulgadas": ("length", 2.54), "pulgada": ("length", 2.54),
    "pies": ("length", 30.48),
    "metros": ("length", 100), "millas": ("length", 160_934),
    "milla": ("length", 160_934),
    "horas": ("time", 60), "hora": ("time", 60), "días": ("time", 1440),
    "día": ("time", 1440), "semanas": ("time", 10_080), "semana": ("time", 10_080),
    "meses": ("time", 43_800), "minutos": ("time", 1), "año": ("time", 525_600),
}  # fmt: skip
"""The units by how they are written, each as `Unit` has it."""
_OUNCE = {"weight": ("weight", 28.35), "volume": ("volume", 29.57)}
_UNIT = "|".join(sorted(UNITS, key=len, reverse=True))
_COUNTS = {
    "one": 1, "a": 1, "an": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "eight": 8,
    "ten": 10, "half a": 0.5, "half an": 0.5, "una": 1, "un": 1, "dos": 2, "tres": 3, "cuatro": 4,
    "cinco": 5, "seis": 6, "media": 0.5, "medio": 0.5, "½": 0.5,
}  # fmt: skip
_COUNT = "|".join(sorted(_COUNTS, key=len, reverse=True))
_A_DIGIT = pattern(r"\d")
_MAY_CONVERT = pattern(
    r"(?:\d|one|two|half|three|four|five|six|una|dos|media|½)[^()\d]{1,20}"
    r"(?:\(| or | o |[–—=]|, which is|, about)",
    re.IGNORECASE,
)
_BOTH = pattern(
    rf"(?:(?<![\d.,/])(?P<a>\d[\d,]*(?:\.\d+)?)|\b(?P<aw>{_COUNT})) ?(?P<u>{_UNIT})"
    r"(?:,? \((?:about |or |ca\. |that is |unos |unas )?|,? or (?:about )?| o | ?[–—=] ?(?:about )?"
    r"|, which is (?:about )?|, about )"
    rf"(?:(?P<b>\d[\d,]*(?:\.\d+)?)|\b(?P<bw>{_COUNT})) ?(?P<v>{_UNIT})(?![\w°])",
    re.IGNORECASE,
)
_ROUGH, _ROUGH_HEAT = 0.12, {"°c": 0.6, "°f": 1.0, "c": 0.6, "f": 1.0}
_LARGEST_STEP = 4
"""More days in a date or a range than this are judged; "1-2" is none that can be turned round."""


def impossible_date(view: View) -> Iterator[Finding]:
    """Find days that no calendar has, and days of the week that are others."""
    for passage in view.holding(_DATE):
        for found in _DATE.finditer(passage.plain):
            month = MONTHS[(found["m"] or found["m2"]).lower()]
            day, year = int(found["d"] or found["d2"]), found["y"] or found["y2"]
            name = found["day"] or found["behind"]
            fault = _date_fault(day, month, int(year or 2024), name if year else None)
            if fault and (year or (found["m"] and found["m"][0].isupper()) or day > 29):
                yield _at(passage, found, f"“{found.group()}”: {fault}", "look at a calendar")


def _date_fault(day: int, month: int, year: int, name: str | None) -> str:
    """Return what is wrong with a date; empty if nothing is."""
    try:
        weekday = date(year, month, day).weekday()
    except ValueError:
        return "there is no such day"
    right = list(DAYS)[list(DAYS.values()).index(weekday)].capitalize()
    return f"that day is a {right}" if name and DAYS[name.lower()] != weekday else ""


def impossible_time(view: View) -> Iterator[Finding]:
    """Find times that no clock shows: "13 pm", "8:75"."""
    for passage in view.holding(_TIME):
        for found in _TIME.finditer(passage.plain):
            hour, minute = int(found["h"] or found["h24"]), int(found["m"] or found["m24"] or 0)
            wrong = minute > 59 or (not 1 <= hour <= 12 if found["half"] else hour > 24)
            if wrong and passage.role not in ("source", "clinic"):
                yield _at(passage, found, f"no clock shows “{found.group()}”", "correct the time")


_OPEN_FROM = pattern(
    r"(?P<a>\d{1,2})(?:[:.](?P<am>\d\d))?\s?(?P<ah>[ap])\.?\s?m\.?\s?(?:to|until|till|and|a|y"
    r"|[-–])\s?"
    r"(?:las? )?(?P<b>\d{1,2})(?:[:.](?P<bm>\d\d))?\s?(?P<bh>[ap])\.?\s?m\b",
    re.IGNORECASE,
)
_NIGHT = pattern(
    r"\b(?:night|overnight|after hours|closed|sleep|quiet|emergency|evening|urgent|noche|guardia"
    r"|cerrad[oa])\w*\b",
    re.IGNORECASE,
)


def closes_before(view: View) -> Iterator[Finding]:
    """Find hours that end before they begin: "8 a.m. to 6 a.m."."""
    for passage in view.holding(_OPEN_FROM):
        for found in _OPEN_FROM.finditer(passage.plain):
            begin, end = (_minute(found, part) for part in "ab")
            if begin >= end and not _NIGHT.search(passage.plain) and passage.role != "source":
                hint = "look at “a.m.” and “p.m.”"
                yield _at(passage, found, f"“{found.group()}” ends before it begins", hint)


def _minute(found: re.Match[str], part: str) -> int:
    """Return a time of day in minutes."""
    half = 720 if found[f"{part}h"].lower() == "p" else 0
    return int(found[part]) % 12 * 60 + int(found[f"{part}m"] or 0) + half


def turned_range(view: View) -> Iterator[Finding]:
    """Find ranges that fall: "6 to 4 weeks"."""
    for passage in view.body_holding(_RANGE):
        for found in _RANGE.finditer(passage.plain):
            low, high = (float(found[part].replace(",", "")) for part in "ab")
            if low > high > 0:
                turned = found.group().replace(found["a"], "\0").replace(found["b"], found["a"])
                hint = f"write “{turned.replace(chr(0), found['b'])}”, or correct the numbers"
                yield _at(passage, found, f"“{found.group()}” goes from more to less", hint)


def wrong_conversion(view: View) -> Iterator[Finding]:
    """Find a measure told in two units that are not the same: "5 kg (20 lb)"."""
    for passage in view.body_holding(_BOTH):
        judged = _A_DIGIT.search(passage.plain) and _MAY_CONVERT.search(passage.plain)
        for found in _BOTH.finditer(passage.plain) if judged else ():
            right = _converted(found)
            if right:
                message = f"“{found.group()}”: the two are not the same"
                first = found["a"] or found["aw"]
                yield _at(passage, found, message, f"{first} {found['u']} is about {right}")


def _converted(found: re.Match[str]) -> str:
    """Return what the second measure should be; empty if it is near enough, or of another kind."""
    one, other = Unit(*UNITS[found["u"].lower()]), Unit(*UNITS[found["v"].lower()])
    one, other = _of_kind(one, other), _of_kind(other, one)
    if one.kind != other.kind or one == other or not {found["u"], found["v"]}.isdisjoint("fc"):
        return ""
    between = found.group()[found.end("u") - found.start() : found.start("v") - found.start()]
    if one.kind == "time" and "(" not in between and "which" not in between:
        return ""  # "for 2 days or 1 week" tells two times
    first, second = (_amount(found, part) for part in "ab")
    right = (first * one.worth + one.zero - other.zero) / other.worth
    near = abs(right - second) <= _ROUGH_HEAT.get(found["v"].lower(), _ROUGH * right)
    return "" if near else f"{_rounded(right)} {found['v']}"


def _amount(found: re.Match[str], part: str) -> float:
    """Return the number of one side, in figures or as a word."""
    if found[part]:
        return float(found[part].replace(",", ""))
    return _COUNTS[found[f"{part}w"].lower()]


def _of_kind(unit: Unit, other: Unit) -> Unit:
    """Return an ounce as one of weight or of volume, as the unit beside it is."""
    return Unit(*_OUNCE[other.kind]) if unit.kind == "ounce" and other.kind in _OUNCE else unit


def _rounded(number: float) -> str:
    """Return a number with two figures, or whole from 100."""
    return f"{number:.0f}" if number >= 100 else f"{number:.3g}"


def too_often(view: View) -> Iterator[Finding]:
    """Find a medicine taken more often a day than its hours allow: "every 8 hours, 6 times"."""
    for passage in view.body_holding(_OFTEN):
        for found in _OFTEN.finditer(passage.plain):
            times = _WORDS.get(found["times"].lower()) or int(found["times"])
            most = 24 // max(1, int(found["hours"]))
            if times > most:
                message = f"every {found['hours']} hours is at most {most} times a day, not {times}"
                hint = "have a pharmacist say which of the two is right"
                yield _at(passage, found, message, hint)


_BODY_HEAT = pattern(
    r"\b(?:fever|(?:your|child['’]s|baby['’]s|body|a) temperature|temp|fiebre|temperatura)\b"
    r"[^.;\d]{0,60}?(?P<n>\d{2,4}(?:[.,]\d)?)\s?(?:°|º|˚|degrees? ?|grados ?)?\s?(?P<scale>[FC])?"
    r"(?:ahrenheit|elsius)?\b",
    re.IGNORECASE,
)
_OTHER_HEAT = frozenset(
    "store stored storage room water bath oven fridge refrigerator keep freezer wash".split()
)
_ALIVE = {"F": (85.0, 112.0), "C": (30.0, 44.0)}
"""Degrees that a thermometer may show of a living body, by scale."""


def impossible_heat(view: View) -> Iterator[Finding]:
    """Find a fever that nobody has: "101 °C", "38 °F", "1004"."""
    for passage in view.body_holding(_BODY_HEAT):
        for found in _BODY_HEAT.finditer(passage.plain):
            number, scale = float(found["n"].replace(",", ".")), (found["scale"] or "").upper()
            if not scale and (number < 1000 or "°" not in found.group()):
                continue
            low, high = _ALIVE[scale or "F"]
            words = set(pattern(r"\w+").findall(passage.plain.lower()))
            if not low <= number <= high and words.isdisjoint(_OTHER_HEAT):
                other = "C" if scale == "F" else "F"
                fits = scale and _ALIVE[other][0] <= number <= _ALIVE[other][1]
                hint = f"is it {found['n']}°{other}?" if fits else "look at a thermometer"
                yield _at(passage, found, f"nobody has “{found.group()}”", hint)


def _at(passage: Passage, found: re.Match[str], message: str, hint: str) -> Finding:
    """Return a finding at the words of a match."""
    return Finding(message, hint, passage.text, found.group(), found.start())
