"""What is wrong with a phone as it was typed, and what to type: one number, with no marks."""

from __future__ import annotations

import re

from brochure.model.phones import (
    LEAST,
    LIKE_DIGITS,
    MOST,
    Phone,
    count_digits,
    like_digits,
    read_phone,
    second_number,
)

_MARKS = re.compile(r"(?i)[*_`~]{2}|[\[<`*].*[\]>`*]|\b(?:tel|sms|callto|https?):(?! )|^\*")
_LETTERS = re.compile(r"[A-Za-z]+")
_SPELLED = re.compile(r"[A-Za-z]{2,4}-?[A-Za-z]{3,5}")
"""Seven letters and no area code: GO-HEELS."""


def advice(text: str) -> tuple[str, str] | tuple[str, str, str] | None:
    """Return what is wrong with a phone that is more, or less, than a number in digits."""
    phone = read_phone(text)
    mended = _in_digits(text)
    if mended != text and read_phone(mended).digits and not phone.left_over:
        return _with_letters(text, mended)
    if _MARKS.search(text) and phone.digits:
        hint = f"Type the number alone: {phone.typed}"
        return f"the phone `{text}` has marks or a link around the number", hint
    if not phone.digits:
        return _no_phone(text)
    if phone.left_over:
        message = f"the phone `{text}` is more than one number: `{phone.left_over}` is left over"
        return message, _for_the_rest(phone)
    if phone.local:
        hint = f"Type all ten digits, such as 310-{phone.typed}."
        return f"the phone number `{text}` has no area code", hint, "warning"
    return None


def _in_digits(text: str) -> str:
    """Return a text with digits for letters that look like them and touch digits."""
    slips = [m for m in _LETTERS.finditer(text) if like_digits(text, *m.span())]
    for slip in slips:
        digits = "".join(LIKE_DIGITS[letter] for letter in slip[0])
        text = text[: slip.start()] + digits + text[slip.end() :]
    return text


def _with_letters(text: str, mended: str) -> tuple[str, str]:
    letters = {old: new for old, new in zip(text, mended, strict=True) if old != new}
    said = " and ".join(f"the letter {old} for the digit {new}" for old, new in letters.items())
    return f"the phone `{text}` has {said}", f"Type the digits: {mended}"


def _for_the_rest(phone: Phone) -> str:
    """Return what to do with the digits beside a number: an extension, or a second number."""
    rest = phone.left_over.strip(" ().-/")
    place = phone.text.find(phone.left_over)
    if place < phone.start:
        digits = count_digits(rest)
        return second_number(rest) if digits >= LEAST else f"Type the number alone: {phone.typed}"
    if phone.extension and count_digits(rest) < LEAST:
        spaced = not phone.text[phone.end : place].strip()
        end = phone.extension + "".join(filter(str.isdecimal, rest)) if spaced else phone.extension
        return f"Keep one number and one extension here: {phone.number} ext. {end}"
    if not rest.isdecimal():
        return second_number(rest)
    whole = phone.number[: -len(rest)] + rest
    return f"{second_number(whole)} If it is an extension, type `{phone.typed} ext. {rest}`."


def _no_phone(text: str) -> tuple[str, str]:
    """Return what is wrong with a text that gives no number to call."""
    if _SPELLED.fullmatch(text) and sum(map(str.isalpha, text)) == LEAST:
        return f"the phone number `{text}` has no area code", f"Type it in front: 1-800-{text}"
    digits = count_digits(text)
    message = f"the phone number `{text}` has {digits} digits; a number to call has 7 to 15"
    hint = "Type it as patients dial it, such as 310-828-7757."
    if not LEAST <= digits <= MOST:
        return message, hint
    message = f"`{text}` is not a phone number that can be dialled"
    return message, f"{hint} A number of another country begins with + and the country's code."
