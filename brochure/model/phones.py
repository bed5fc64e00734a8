"""One grammar of phones as people write them; whoever dials, prints or compares one asks it.

North American numbers first: "(310) 828-7757 ext. 12", "1-800-MY-HEELS". Others with "+" and their
country's code ("+44 (0)20 7946 0018", whose bracketed 0 is not dialled), or as dialled at home.
"""

from __future__ import annotations

from collections.abc import Iterable

from brochure._startup.records import replace
from brochure.model.content import Span
from brochure.model.phone_numbers import (
    LEAST,
    LEAST_SPELLED,
    LIKE_DIGITS,
    MOST,
    Phone,
    count_digits,
    is_tail,
    like_digits,
    number_at,
    plain_signs,
    runs,
    same_number,
)
from brochure.remember import remember

__all__ = [
    "LEAST",
    "LEAST_SPELLED",
    "LIKE_DIGITS",
    "MOST",
    "Phone",
    "count_digits",
    "find_phones",
    "is_own",
    "is_tail",
    "like_digits",
    "phone_link",
    "phones_of",
    "read_phone",
    "same_number",
    "second_number",
]

KNOWN_PHONES = 1024
"""How many texts a process remembers, read."""

SECOND_NUMBER = "Keep one number here, and put the other one below it: `phones: [{}]`."
"""Where the second of two numbers goes."""


def second_number(typed: str) -> str:
    """Return what to type for a second number."""
    return SECOND_NUMBER.format(f"{{label: Nights, number: {typed}}}")


@remember(KNOWN_PHONES)
def read_phone(text: str) -> Phone:
    """Return the phone that a text of its own gives; one without digits if it gives none."""
    plain = plain_signs(text)
    for run in runs().finditer(plain):
        found = number_at(text, plain, run)
        if found and len(found.typed) == len(text):
            return found
        if found:
            from brochure.model.phone_words import left_over, with_extension

            phone = with_extension(found, plain)
            return replace(phone, left_over=left_over(phone, plain))
    return Phone(text)


def phone_link(text: str) -> str:
    """Return the ``tel:`` link of a phone as typed; empty if the text has no number."""
    return read_phone(text).link


def is_own(phone: Phone, own: Phone) -> bool:
    """Return whether a number is the clinic's, with its area code or without."""
    return same_number(phone, own) or is_tail(phone, own)


# ------------------------------------------------------------- in running text

_DATE_DIGITS = 8
_MONEY = "$€£¥#@=_/*"
_GLUED = "-./@_:"


@remember(KNOWN_PHONES)
def find_phones(text: str) -> tuple[Phone, ...]:
    """Return the phones in running text, in order; dates, amounts and ranges are none."""
    plain = plain_signs(text)
    found: list[Phone] = []
    end = 0
    for run in runs().finditer(plain):
        if run.start() < end:
            continue
        phone = number_at(text, plain, run)
        if phone and _stands_alone(plain, phone) and _shaped(plain, phone):
            from brochure.model.phone_words import with_extension

            phone = with_extension(phone, plain, later=False)
            found.append(phone)
            end = phone.end
    return tuple(found)


def phones_of(spans: Iterable[Span]) -> list[Phone]:
    """Return the phones that a text's spans show, and those that its links alone dial."""
    spans = tuple(spans)
    phones = list(find_phones("".join(span.text for span in spans)))
    for span in spans:
        dialled = read_phone(span.href[4:]) if span.href.startswith("tel:") else None
        if dialled and dialled.digits and not any(same_number(dialled, each) for each in phones):
            phones.append(dialled)
    return phones


def _stands_alone(plain: str, phone: Phone) -> bool:
    """Return whether a number is no part of a longer word, amount, address or number."""
    before = plain[phone.start - 1 : phone.start] if phone.start else " "
    after, then = plain[phone.end : phone.end + 1], plain[phone.end + 1 : phone.end + 2]
    in_amount = before in ",." and plain[phone.start - 2 : phone.start - 1].isdigit()
    if in_amount or _in_word(before) or before in _MONEY or after == "%":
        return False
    if before == "-" and not _touches(plain[phone.start - 2 : phone.start - 1]):
        return False
    glued = _in_word(after) or (after in _GLUED and after and _in_word(then))
    return not glued and not _counted(plain[phone.end :])


def _in_word(char: str) -> bool:
    """Return whether a letter or digit beside a number makes both one word.

    Not a letter of a script whose words touch numbers: Chinese and Thai have no spaces between
    words, and Korean, Hebrew or Amharic ones hang their short words on the number.
    """
    return char.isalnum() and not _touches(char)


def _touches(char: str) -> bool:
    """Return whether a character is a letter of such a script."""
    return char.isalpha() and ("\u0590" <= char < "\u1d00" or char >= "\u2e80")


def _counted(behind: str) -> bool:
    """Return whether a number counts something: 300-400-5000 mg."""
    words = behind[:12].replace("\u00a0", " ").split()
    return behind[:1] in (" ", "\u00a0") and bool(words) and words[0].strip(".,;:)") in _UNITS


_UNITS = frozenset("mg mcg µg g kg ml mL l L dl cm mm IU units kcal calories %".split())


def _shaped(plain: str, phone: Phone) -> bool:
    """Return whether a number is written as a phone is, and as nothing else is."""
    if phone.letters:
        return phone.letters == phone.letters.upper()
    typed = plain[phone.start : phone.end]
    if phone.country:
        return typed[:2] != "00" or len(phone.digits) > _DATE_DIGITS
    if phone.local:
        return typed[3:4] in ("-", ".") and not _range(typed)
    first = typed.strip("(").split(")")[0].replace("-", " ").replace("/", " ").split()[0]
    zero = first[0] == "0" and first != typed and len(first) > 1 and "." not in first
    if not zero or ("/" in typed and len(first) < 3):
        return False
    return len(phone.digits) > _DATE_DIGITS or (len(first) > 2 and typed[4:5] != "-")


def _range(typed: str) -> bool:
    """Return whether seven digits are two round numbers, such as 500-1000."""
    low, high = typed[:3], typed[4:]
    return high[0] != "0" and int(low) % 50 == 0 and int(high) % 50 == 0
