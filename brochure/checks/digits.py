"""Rules about digits: one kind in a handout, the language's own keyboard, phones in 0-9.

Numbers are left as they are written, so two kinds on one page come from two hands, and a reader
stumbles between them. What is dialled or typed is on keys in 0-9, so it stands in these; a dose
with a Latin unit and a name such as COVID-19 may.
"""

from __future__ import annotations

from collections.abc import Iterator
from unicodedata import decimal

from brochure._startup.records import dataclass
from brochure.checks.handout_view import Finding, Passage, View
from brochure.checks.patterns import pattern
from brochure.model.phones import find_phones

KINDS: dict[int, str] = {
    0x30: "0-9",
    0x660: "Arabic digits",
    0x6F0: "Persian digits",
    0x966: "Devanagari digits",
    0x9E6: "Bengali digits",
    0xA66: "Gurmukhi digits",
    0xE50: "Thai digits",
    0xED0: "Lao digits",
    0x1040: "Burmese digits",
    0x17E0: "Khmer digits",
}
"""What digits are called, by their zero."""
WESTERN, ARABIC, PERSIAN = 0x30, 0x660, 0x6F0
KEYBOARDS: dict[str, tuple[int, int]] = {
    **dict.fromkeys(("fa", "prs", "ur", "ps"), (ARABIC, PERSIAN)),
    "ar": (PERSIAN, ARABIC),
}
"""Digits that look nearly alike: those of another language's keyboard, and the own ones."""
DIALLED = frozenset("911 988 112 999 711 811 211 311".split())
"""Short numbers to call."""

_NUMBER = pattern("\\d+(?:[.,:/\u066b\u066c\u2013-]\\d+)*")
_LATIN = pattern(r"[A-Za-z°µ%]")
_TYPED = pattern(r"\S*[A-Za-z]\S*[.@/]\S+")


@dataclass(frozen=True, slots=True)
class Number:
    """A number of a text, where it stands, and the zeros of its digits."""

    typed: str
    start: int
    passage: Passage
    zeros: tuple[int, ...]


def phone_numerals(view: View) -> Iterator[Finding]:
    """Find phones, and short numbers to call, in other digits than 0-9."""
    clinic = view.handout.clinic
    texts = [passage.text for passage in view.numbered if passage.role != "source"]
    for text in dict.fromkeys((*texts, clinic.phone, *(each.number for each in clinic.phones))):
        plain = text.plain
        if plain.isascii() or folded(plain) == plain:
            continue
        places = [(phone.start, phone.end) for phone in find_phones(folded(plain))]
        places += [found.span() for found in _NUMBER.finditer(plain) if folded(found[0]) in DIALLED]
        for start, end in places:
            typed = plain[start:end]
            if folded(typed) != typed:
                yield Finding(
                    f"the phone {typed} is not in the digits 0-9, which are on the keys",
                    f"write {folded(typed)}",
                    text,
                    typed,
                    instead=folded(typed),
                )


def digit_kinds(view: View) -> Iterator[Finding]:
    """Find numbers in other digits than most of the handout, or than its language has."""
    signs = set().union(*(passage.plain for passage in view.numbered))
    if not any(sign.isdecimal() and not sign.isascii() for sign in signs):
        return
    numbers = [number for passage in view.numbered for number in _numbers(passage)]
    zeros = [zero for number in numbers for zero in number.zeros]
    if set(zeros) <= {WESTERN}:
        return
    alien, own = KEYBOARDS.get(view.language, (-1, -1))
    counted = [own if zero == alien else zero for zero in zeros]
    usual = max(dict.fromkeys(counted), key=counted.count)
    told: set[str] = set()
    for number in numbers:
        if set(number.zeros) != {usual} and number.typed not in told:
            told.add(number.typed)
            yield _other(number, usual)


def _other(number: Number, usual: int) -> Finding:
    kinds = " and ".join(_name(zero) for zero in number.zeros)
    wanted = in_digits(number.typed, usual)
    return Finding(
        f"{number.typed} is in {kinds}; the numbers of this handout are in {_name(usual)}",
        f"write {wanted}",
        number.passage.text,
        number.typed,
        instead=wanted,
    )


def _name(zero: int) -> str:
    return KINDS.get(zero, f"the digits of {chr(zero)}")


def folded(text: str) -> str:
    """Return a text with the digits of every script as 0-9; its length does not change."""
    return "".join(str(decimal(char)) if char.isdecimal() and char > "9" else char for char in text)


def in_digits(typed: str, zero: int) -> str:
    """Return a number in the digits that begin with ``zero``, with their decimal sign."""
    signs = {"\u066b": ".", "\u066c": ","} if zero not in (ARABIC, PERSIAN) else {".": "\u066b"}
    return "".join(
        chr(zero + decimal(char)) if char.isdecimal() else signs.get(char, char) for char in typed
    )


def _numbers(passage: Passage) -> Iterator[Number]:
    """Yield the numbers of a text but phones, addresses, and those with Latin letters."""
    plain = passage.plain
    if passage.role in ("source", "alt", "clinic", "phone", "email"):
        return
    taken: set[int] = set()
    for phone in find_phones(folded(plain)):
        taken.update(range(phone.start, phone.end))
    for found in _TYPED.finditer(plain):
        taken.update(range(*found.span()))
    for found in _NUMBER.finditer(plain):
        start, end = found.span()
        near = plain[max(0, start - 1) : start].strip("-–") or plain[max(0, start - 2) : start - 1]
        latin = _LATIN.match(plain[end : end + 3].lstrip(" \u00a0")[:1]) or _LATIN.match(near)
        if latin or start in taken or folded(found[0]) in DIALLED:
            continue
        yield Number(found[0], start, passage, _zeros(found[0]))


def _zeros(typed: str) -> tuple[int, ...]:
    """Return the zero of each kind of digit in a number, each once."""
    return tuple(dict.fromkeys(ord(each) - decimal(each) for each in typed if each.isdecimal()))
