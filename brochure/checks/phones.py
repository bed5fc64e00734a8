"""Rules about the phones in a text: the clinic's own, its near misses, and others."""

from __future__ import annotations

import re
from collections.abc import Iterator

from brochure.checks.handout_view import Finding, Passage, View
from brochure.checks.patterns import pattern
from brochure.model.phones import LEAST, Phone, is_own, phones_of, read_phone, same_number
from brochure.reading.strange_phones import own_phones, strange_phones

_SLIP_DIGITS = 2


def phone_missing(view: View) -> Iterator[Finding]:
    """Find a clinic's phone, which every page prints, that is no whole number."""
    phone = view.handout.clinic.phone
    if len(read_phone(phone.plain).digits) < LEAST:
        yield Finding(
            f"the clinic's phone “{phone.plain}” is not a whole number to call",
            "write it with its area code: 310-828-7757",
            phone,
        )


def phone_differs(view: View) -> Iterator[Finding]:
    """Find numbers that are almost, but not quite, the clinic's; its further ones are right."""
    own, every = _own(view), own_phones(view.handout.clinic)
    for passage, phone in _phones(view):
        if _is_slip(phone, own) and not any(is_own(phone, each) for each in every):
            named = _is_named(passage.plain, phone)
            other = "; if it is another line, add it to the clinic under phones" if named else ""
            yield Finding(
                f"{phone.typed} is almost the clinic's phone, but not quite",
                f"the clinic's phone is {own.text}{other}",
                passage.text,
                phone.typed,
                level="warning" if named else None,
            )


def other_phone(view: View) -> Iterator[Finding]:
    """Find numbers other than the clinic's, 911, 988 and the national helplines.

    A toll-free number whose owner stands before it is one of those.
    """
    own = _own(view)
    for text, phone in strange_phones(view.handout):
        named = _is_named(text.plain, phone)
        if not (_is_slip(phone, own) or (named and phone.toll_free)):
            yield Finding(
                f"{phone.typed} is not the clinic's phone",
                "check it; a reader in trouble calls the first number in sight",
                text,
                phone.typed,
                level="hint" if named else None,
            )


def phone_format(view: View) -> Iterator[Finding]:
    """Find the clinic's number written in another way."""
    own = _own(view)
    for passage, phone in _phones(view):
        other = phone.typed not in (own.typed, own.number) and phone.typed in passage.plain
        if same_number(phone, own) and other:
            yield Finding(
                f"the phone is written {phone.typed} here, but {own.typed} elsewhere",
                "write {phone}, which is always the clinic's own",
                passage.text,
                phone.typed,
            )


def _own(view: View) -> Phone:
    return read_phone(view.handout.clinic.phone.plain)


def _phones(view: View) -> Iterator[tuple[Passage, Phone]]:
    """Yield each phone number of the text, those that its links dial included."""
    for passage in view.dialled:
        if passage.role != "source":
            yield from ((passage, phone) for phone in phones_of(passage.text.spans))


_LINE = pattern(
    r"\b(?:ward|nurse|night|weekend|after[- ]hours|out[- ]of[- ]hours|pharmacy|lab|laboratory"
    r"|radiology|x-ray"
    r"|billing|fax|front desk|midwi\w+|maternity|labour|delivery|helpline|hotline|advice line"
    r"|support line|TTY|TDD|relay|call cent(?:er|re)|information line|national"
    r"|quitline|lifeline|foundation|society|association|charity|department|unit"
    r"|emergency room|poison"
    r"|interpreter|records|school|police"
    r"|línea|urgencias|hospital|farmacia|centro|laboratorio"
    r"|clínica de|social|crisis|Samaritans|Dr\.? [A-Z]\w+)\b[^.]{0,40}$",
    re.IGNORECASE,
)
"""Whose line it is, said right before the number."""
_OWNER = pattern(r"(?:[A-Z][\w'’]+ ){2,}(?:on |at )?\($|(?:[A-Z][\w'’]+ ){2,}(?:on|at) $")
"""A name of several words: "Winston's Wish (08088 020 021)"."""


def _is_named(text: str, phone: Phone) -> bool:
    """Return whether the words before a number say whose it is: "Ring Ward 7 on ..."."""
    at = text.find(phone.typed)
    return at > 0 and bool(_LINE.search(text[:at]) or _OWNER.search(text[:at]))


def _is_slip(phone: Phone, own: Phone) -> bool:
    """Return whether a number differs from the clinic's in so few digits that it is a slip."""
    if same_number(phone, own) or len(phone.digits) != len(own.digits) or len(own.digits) < LEAST:
        return False
    pairs = zip(phone.digits, own.digits, strict=True)
    return sum(a != b for a, b in pairs) <= _SLIP_DIGITS


_EMERGENCY = {"US": "911", "CA": "911", "GB": "999", "IE": "999", "AU": "000", "NZ": "111"}
_EUROPEAN = frozenset("AT BE CH DE ES FR IT NL PL PT SE DK FI NO GR CZ HU RO SK SI HR BG".split())
_HOME = {"en": "US"}
"""The country that a language stands for where none is named; another is read in many."""
_ALSO = {"GB": {"112", "111"}, "IE": {"112"}, "AU": {"112"}, "US": {"988"}, "FR": {"15", "18"}}
_DIALLED = pattern(
    r"\b(?:call|dial|phone|ring|text|llame al?|marque el|llamar al|appelez le|composez le"
    r"|wählen Sie"
    r"|rufen Sie(?: die)?) (?:the number )?(?P<number>911|999|000|112|111)(?![\w.,-]*\d)",
    re.IGNORECASE,
)


def emergency_number(view: View) -> Iterator[Finding]:
    """Find the emergency number of another country: 911 in a British handout."""
    country = view.region or _HOME.get(view.language, "")
    own = _EMERGENCY.get(country) or ("112" if country in _EUROPEAN else "")
    for passage in view.holding(_DIALLED) if own else ():
        for found in _DIALLED.finditer(passage.plain):
            if found["number"] not in {own, *_ALSO.get(country, ())}:
                yield Finding(
                    f"{found['number']} is not the emergency number of {country}",
                    f"write {own}, or name the right country in “language”",
                    passage.text,
                    found["number"],
                    found.start("number"),
                )


_NORTH_AMERICAN = frozenset({"US", "CA", "PR"})
_GROUPS = pattern(
    r"(?<![\w.,/+-])\(?[2-9]\d\d\)?[-. ]\s?\d{2,4}[-.]\d{2,6}(?![\w-]|[./]\d)|(?<![\w.,/+-])"
    r"\([2-9]\d\d\) \d{2,4} \d{2,6}(?!\w)"
)


def phone_length(view: View) -> Iterator[Finding]:
    """Find a number grouped as a phone of North America that has a digit too few or too many."""
    ours = _is_ten(view.handout.clinic.phone.plain)
    if not ours and (view.region or _HOME.get(view.language, "")) not in _NORTH_AMERICAN:
        return
    for passage in view.holding(_GROUPS):
        for found in _GROUPS.finditer(passage.plain) if passage.role != "source" else ():
            digits = pattern(r"\D").sub("", found.group())
            odd = len(digits) != 10 if found.group()[0] == "(" else len(digits) in (9, 11)
            if odd or (len(digits) == 10 and not _is_ten(found.group())):
                yield Finding(
                    f"{found.group()} has {len(digits)} digits in odd groups; a phone has ten",
                    "look the number up, and write it as 310-828-7757",
                    passage.text,
                    found.group(),
                    found.start(),
                )


def _is_ten(typed: str) -> bool:
    """Return whether ten digits stand in groups of three, three and four."""
    return [len(group) for group in pattern(r"\d+").findall(typed)] == [3, 3, 4]
