"""Two handouts that say the same in two languages: what one has and the other lacks.

Structure and figures are compared, never meaning: sections, blocks and items, and the sets of
phones, numbers with their units, addresses of the web and dates. Digits of all scripts count as
0-9, degrees Fahrenheit as Celsius, and times of the afternoon as hours of the day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from brochure._startup.records import dataclass
from brochure.checks.digits import folded
from brochure.checks.patterns import pattern
from brochure.language.messages import short
from brochure.language.tongues import tongue_of
from brochure.model import Handout, Problem, Section, Text
from brochure.model.phones import find_phones, read_phone
from brochure.model.texts import drawn_texts, texts_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from brochure.model.choices import Level

RULE = "twin"
SMALL = 12
"""Numbers up to here may be words in one language and figures in the other."""

UNITS: dict[str, str] = {
    **dict.fromkeys(
        "mg мг մգ 毫克 ملغ ملغم مجم میلی‌گرم מ״ג मिग्रा मि.ग्रा. มก. ម.ក. ሚግ".split(), "mg"
    ),
    **dict.fromkeys("mcg µg μg мкг մկգ 微克 מק״ג".split(), "mcg"),
    **dict.fromkeys("g gr г գ 克 غ جم גרם กรัม ក្រាម ግ".split(), "g"),
    **dict.fromkeys("kg кг կգ 公斤 كغ كجم کیلو ק״ג किग्रा กก. គ.ក. ኪግ".split(), "kg"),
    **dict.fromkeys("ml mL мл մլ 毫升 مل میلی‌لیتر מ״ל मिली มล. ម.ល. ሚሊ".split(), "ml"),
    **dict.fromkeys("l L л 升 لتر ליטר ลิตร លីត្រ".split(), "l"),
    **dict.fromkeys("cm см սմ 厘米 公分 سم ס״מ सेमी ซม. ស.ម.".split(), "cm"),
    **dict.fromkeys("mm мм մմ 毫米 مم מ״מ मिमी มม.".split(), "mm"),
    **dict.fromkeys("% ٪ ％".split(), "%"),
}
"""What a unit is called, and what it is."""
TO_TWELVE: dict[str, str] = {
    "en": "one two three four five six seven eight nine ten eleven twelve",
    "es": "un|uno|una dos tres cuatro cinco seis siete ocho nueve diez once doce",
    "fr": "un|une deux trois quatre cinq six sept huit neuf dix onze douze",
    "de": "ein|eine|einen|einem|einer zwei drei vier fünf sechs sieben acht neun zehn elf zwölf",
    "pt": "um|uma dois|duas três quatro cinco seis sete oito nove dez onze doze",
    "it": "un|uno|una due tre quattro cinque sei sette otto nove dieci undici dodici",
    "vi": "một hai ba bốn|tư năm sáu bảy tám chín mười mười‑một mười‑hai",
    "fil": "isa|isang dalawa|dalawang tatlo|tatlong apat lima|limang anim pito|pitong walo|walong"
    " siyam sampu|sampung labing‑isa labindalawa|labindalawang",
    "ru": "один|одна|одно|одного|одну два|две|двух три|трёх|трех|трёх четыре|четырёх|четырех"
    " пять|пяти шесть|шести семь|семи восемь|восьми девять|девяти десять|десяти"
    " одиннадцать|одиннадцати двенадцать|двенадцати",
    "pl": "jeden|jedna|jedno|jednej|jednego dwa|dwie|dwóch trzy|trzech cztery|czterech pięć|pięciu"
    " sześć|sześciu siedem|siedmiu osiem|ośmiu dziewięć|dziewięciu dziesięć|dziesięciu"
    " jedenaście|jedenastu dwanaście|dwunastu",
}
"""The numbers from one to twelve as words, by language."""

_BETWEEN = ".,\u066b\u066c\u00a0\u202f"
_NUMBER = pattern(rf"\d{{1,3}}(?: \d{{3}})+(?!\d)|\d+(?:[{_BETWEEN}:]\d+)*")
_BEHIND = pattern(r"[\s\u00a0\u202f]?(?:([°º]\s?[FC]\b)|([^\W\d_]+[.״‌]?[^\W\d_]*[.]?|[%٪％]))")
_AFTERNOON = pattern(r"[\s\u00a0\u202f]?p\.?\s?m\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Fact:
    """A figure of a text: what kind it is, its value in one writing, and how it is typed."""

    kind: str
    value: str
    typed: str
    where: Text


def compare(one: Handout, other: Handout) -> tuple[Problem, ...]:
    """Return what each of two handouts lacks of the other, in the order of the file and line."""
    found = [*_structure(one, other), *_figures(one, other), *_figures(other, one)]
    found += _reviews(one, other)
    return tuple(sorted(found, key=lambda problem: (problem.file != one.file, problem.line)))


def apart(one: Handout, other: Handout) -> tuple[Problem, ...]:
    """Return what no sheet may say in one language alone: phones, doses, and larger numbers."""
    found = []
    for problem, fact in (*_lacking(one, other), *_lacking(other, one)):
        if fact.kind != "link" and problem.level == "warning":
            found.append(problem)
    ours, theirs = (read_phone(each.clinic.phone.plain) for each in (one, other))
    if (ours.digits, ours.extension) != (theirs.digits, theirs.extension):
        phone = other.clinic.phone
        message = f"the clinic's phone is {phone.plain}, and {one.clinic.phone.plain} in its twin"
        found.append(_problem(other, phone.line, phone.column, message, "warning"))
    return tuple(found)


def _problem(handout: Handout, line: int, column: int, message: str, level: Level) -> Problem:
    hint = "make the two say the same, or switch this off: `allow: {twin: why}`"
    return Problem(handout.file, line, column, level, message, hint, RULE)


# ---------------------------------------------------------------- structure


def _structure(one: Handout, other: Handout) -> Iterator[Problem]:
    """Yield a problem for a section that is missing, or that holds other blocks or items."""
    ours, theirs = one.sections, other.sections
    if len(ours) != len(theirs):
        heading = (ours if len(ours) > len(theirs) else theirs)[min(len(ours), len(theirs))].heading
        message = (
            f"{_name(one)} has {len(ours)} sections and {_name(other)} {len(theirs)};"
            f" the first without a twin is “{short(heading.plain)}”"
        )
        yield _problem(other, other.title.line, other.title.column, message, "warning")
        return  # which sections belong together is not known
    for mine, its in zip(ours, theirs, strict=True):
        for what, here, there in _parts(mine, its):
            message = (
                f"“{short(its.heading.plain)}” has {there} {what}, and its twin"
                f" “{short(mine.heading.plain)}” {here}"
            )
            yield _problem(other, its.heading.line, its.heading.column, message, "warning")


def _parts(one: Section, other: Section) -> Iterator[tuple[str, str, str]]:
    """Yield each thing that two sections have different numbers of, or another kind of."""
    if one.emphasis != other.emphasis:
        yield "as emphasis", one.emphasis or "none", other.emphasis or "none"
    ours, theirs = _counts(one), _counts(other)
    for what in dict.fromkeys((*ours, *theirs)):
        here, there = ours.get(what, 0), theirs.get(what, 0)
        if here != there:
            yield what, str(here), str(there)


def _counts(section: Section) -> dict[str, int]:
    """Return how many of each kind of part a section has; paragraphs may be run together."""
    counts: dict[str, int] = {}
    for listed in section.lists:
        kind = "steps" if listed.kind == "steps" else "items"
        counts[kind] = counts.get(kind, 0) + len(listed.items)
        nested = sum(len(item.items) for item in listed.items)
        if nested:
            counts["nested items"] = counts.get("nested items", 0) + nested
    if section.images:
        counts["pictures"] = len(section.images)
    return counts


def _reviews(one: Handout, other: Handout) -> Iterator[Problem]:
    for key in ("reviewed", "review_by"):
        ours, theirs = getattr(one, key), getattr(other, key)
        if ours != theirs:
            message = f"`{key}` is {theirs or 'not given'}, and {ours or 'not given'} in its twin"
            yield _problem(other, other.title.line, other.title.column, message, "warning")


# ------------------------------------------------------------------ figures


def _figures(one: Handout, other: Handout) -> Iterator[Problem]:
    return (problem for problem, _ in _lacking(one, other))


def _lacking(one: Handout, other: Handout) -> Iterator[tuple[Problem, Fact]]:
    """Yield a problem for each figure of one handout that the other has nowhere, with it."""
    theirs = {(fact.kind, fact.value) for fact in facts(other)}
    values = {value for _, value in theirs}
    words = _words(other)
    told = set()
    for fact in facts(one):
        key = fact.kind, fact.value
        bare = fact.kind == "number"
        if key in theirs or key in told or (bare and fact.value in values):
            continue
        if bare and fact.value in words:
            continue
        told.add(key)
        level: Level = "hint" if bare and _small(fact.value) else "warning"
        message = f"{_name(other)} has no {_kind(fact)} {fact.typed}, which stands here"
        yield _problem(one, fact.where.line, fact.where.column, message, level), fact


def _kind(fact: Fact) -> str:
    """Return what a figure is called in a message."""
    return {"phone": "phone", "link": "address", "temperature": "temperature"}.get(
        fact.kind, "number"
    )


def _small(value: str) -> bool:
    return value.isdigit() and int(value) <= SMALL


def _name(handout: Handout) -> str:
    """Return a handout's file, or its language where it has none."""
    return Path(handout.file).name or handout.language


def _words(handout: Handout) -> set[str]:
    """Return the numbers that a handout may say as words; all small ones where none are known."""
    tag = handout.language.partition("-")[0].lower()
    row = TO_TWELVE.get(tag)
    if row is None:
        known = tongue_of(handout.language)
        return {str(number) for number in range(1, SMALL + 1)} if known else set()
    spoken = set(pattern(r"[^\W\d_]+").findall(" ".join(_plains(handout)).lower()))
    return {
        str(number)
        for number, names in enumerate(row.split(), 1)
        if spoken & set(names.replace("‑", " ").split("|"))
    }


def _plains(handout: Handout) -> list[str]:
    return [text.plain for text in drawn_texts(handout)]


def facts(handout: Handout) -> list[Fact]:
    """Return the figures of a handout's title and sections, in reading order."""
    found: list[Fact] = []
    for place, kind, text in texts_of(handout):
        if place[0] in ("title", "subtitle", "sections") and kind not in ("alt", "email"):
            found += _facts_of(text)
    return found


def _facts_of(text: Text) -> Iterator[Fact]:
    """Yield the phones, links and numbers of one text; the digits of a phone are no numbers."""
    plain = folded(text.plain)
    for span in text.spans:
        if span.href and not span.href.startswith("tel:"):
            yield Fact("link", span.href.rstrip("/"), span.href, text)
    for phone in find_phones(plain):
        yield Fact("phone", phone.digits + phone.extension, plain[phone.start : phone.end], text)
        plain = plain[: phone.start] + " " * (phone.end - phone.start) + plain[phone.end :]
    for match in _NUMBER.finditer(plain):
        yield _number(match, plain, text)


def _number(match: re.Match[str], plain: str, text: Text) -> Fact:
    """Return a number in one writing, with its unit if it has one."""
    value, behind = _value(match[0]), plain[match.end() :]
    if _AFTERNOON.match(behind) and value.isdigit() and int(value) < SMALL:
        return Fact("number", str(int(value) + SMALL), match[0], text)
    unit = _BEHIND.match(behind)
    if unit and unit[1]:
        return Fact("temperature", _celsius(value, unit[1]), match[0] + unit[0], text)
    known = UNITS.get(unit[2].rstrip(".")) or UNITS.get(unit[2]) if unit else None
    if unit and known:
        return Fact("dose", f"{value} {known}", match[0] + unit[0], text)
    return Fact("number", value, match[0], text)


def _celsius(value: str, sign: str) -> str:
    """Return degrees in whole Celsius."""
    degrees = float(value) if value.replace(".", "", 1).isdigit() else 0.0
    return str(round((degrees - 32) / 1.8 if sign.endswith("F") else degrees))


def _value(typed: str) -> str:
    """Return a number as 0-9 with a point: three digits behind a sign are thousands.

    A number that begins with 0, or has one digit group of another length, has decimals.
    """
    if ":" in typed:
        hours, _, minutes = typed.partition(":")
        return str(int(hours)) if minutes == "00" else f"{int(hours)}:{minutes}"
    groups = pattern(rf"[{_BETWEEN} ]").split(typed)
    head, *rest = groups
    if rest and len(rest[-1]) == 3 and head != "0" and all(len(group) == 3 for group in rest):
        return str(int("".join(groups)))
    if len(rest) != 1:
        return ".".join(groups)
    decimals = rest[0].rstrip("0")
    return f"{int(head)}.{decimals}" if decimals else str(int(head))
