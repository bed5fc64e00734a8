"""Phones in a text that are no phone of its clinic: the one rule of build, batch and check."""

from __future__ import annotations

from collections.abc import Iterator

from brochure._startup.records import replace
from brochure.model import Clinic, ContentError, Handout, Problem, Text
from brochure.model.phones import LEAST_SPELLED, Phone, count_digits, is_own, phones_of, read_phone
from brochure.model.texts import texts_of
from brochure.reading.bare_links import is_called

RULE = "other-phone"
"""The rule's name in `check` and under `allow`."""
DIGITS = "phone-digits"
"""The rule's name for a number that is not as long as those of its country."""
OF_THE_CLINIC = ("clinic", "phone")
"""Kinds of texts that are the clinic's facts, not the author's words."""
HINT = (
    "If it should be the clinic's, type {phone}, which is always its own. "
    "If it is right, add `allow: {other-phone: why}`."
)


def strange_phones(handout: Handout) -> Iterator[tuple[Text, Phone]]:
    """Yield the phones of the text that are neither the clinic's nor a national helpline.

    Each number of a text is told once; in a source only what is surely a phone.
    """
    own = own_phones(handout.clinic)
    for _, kind, text in texts_of(handout):
        told: set[str] = set()
        for phone in () if kind in OF_THE_CLINIC else _phones(text, own[0].link):
            known = phone.helpline or _is_one_of(phone, own) or phone.digits in told
            known |= phone.local and not is_called(text.plain[: phone.start])
            if not known and (phone.sure or kind != "source"):
                told.add(phone.digits)
                yield text, phone


def own_phones(clinic: Clinic) -> list[Phone]:
    """Return the clinic's numbers, the one to call first."""
    texts = (
        clinic.phone,
        *(each.number for each in clinic.phones),
        *(each.phone for each in clinic.locations),
        clinic.fax,
    )
    return [read_phone(text.plain) for text in texts if text]


def _is_one_of(phone: Phone, own: list[Phone]) -> bool:
    return any(is_own(phone, each) for each in own)


def _phones(text: Text, own: str) -> list[Phone]:
    """Return the phones of a text, quickly none where it has no digits but the clinic's link."""
    others = [span for span in text.spans if span.href != own]
    enough = any(count_digits(span.text) >= LEAST_SPELLED or span.href for span in others)
    return phones_of(text.spans) if enough else []


def tell_odd_phone(handout: Handout) -> Iterator[Problem]:
    """Yield a warning if a clinic of the United States or Canada has no number of ten digits."""
    phone, text = read_phone(handout.clinic.phone.plain), handout.clinic.phone
    here = handout.language.upper().endswith(("-US", "-CA"))
    if here and phone.digits and not phone.country and not phone.local:
        message = f"the phone number `{text.plain}` has {len(phone.digits)} digits"
        hint = "It has ten, such as 310-828-7757; a number of another country begins with +."
        yield replace(_problem(text, f"{message}, and is dialled as it is", hint), rule=DIGITS)


def tell_strange_phones(handout: Handout) -> tuple[Problem, ...]:
    """Return a warning for each phone in the text that is not the clinic's."""
    own = handout.clinic.phone.plain
    return tuple(
        _problem(text, f"the text says {phone.typed}, which is not the clinic's phone, {own}", HINT)
        for text, phone in strange_phones(handout)
        if _counts(phone)
    )


def check_phones(handout: Handout, replaced: Clinic) -> tuple[Problem, ...]:
    """Return a warning for each phone in the text that is no one's of the clinics it is made for.

    Raises ContentError if the text, or a link in it, still gives the phone of the clinic that
    was replaced: a reader in trouble calls the first number in sight.
    """
    old, clinic = own_phones(replaced), handout.clinic
    wrong, strange = [], []
    for text, phone in strange_phones(handout):
        if _is_one_of(phone, old):
            message = (
                f"the text says {phone.number}, the phone of the file's own clinic; "
                f"{clinic.name.plain} has {clinic.phone.plain}"
            )
            hint = "type {phone} in its place: each clinic gets its own"
            wrong.append(replace(_problem(text, message, hint), level="error", rule=""))
        elif _counts(phone) and not _allowed(handout):
            message = f"the text says {phone.typed}, which is not the phone of every clinic"
            strange.append(_problem(text, f"{message} it is made for", HINT))
    if wrong:
        raise ContentError(wrong)
    return tuple(strange)


def _counts(phone: Phone) -> bool:
    """Return whether a build tells of a number: not of toll-free ones, mostly helplines, too."""
    return not phone.toll_free and not phone.local


def _allowed(handout: Handout) -> bool:
    return any(rule == RULE and why.strip() for rule, why in handout.allow)


def _problem(text: Text, message: str, hint: str) -> Problem:
    return Problem(text.file, text.line, text.column, "warning", message, hint, RULE)
