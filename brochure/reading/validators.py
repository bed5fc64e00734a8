"""Checks of short values: phones, addresses, dates, colours. Each says what to type instead."""

from __future__ import annotations

from collections.abc import Callable

from brochure.brand.colour import is_hex
from brochure.model.phones import LEAST, MOST, count_digits, read_phone, second_number
from brochure.reading.inline_markup import is_language

Advice = tuple[str, str] | tuple[str, str, str]
"""A message, a hint and, if it is no error, the level."""

_LANGUAGES = {
    "english": "en-US",
    "spanish": "es",
    "español": "es",
    "french": "fr",
    "german": "de",
    "chinese": "zh-Hans",
    "korean": "ko",
    "russian": "ru",
    "arabic": "ar",
    "vietnamese": "vi",
    "tagalog": "tl",
}


def check_phone(text: str) -> Advice | None:
    """Return what is wrong with a phone number, if anything."""
    phone = read_phone(text)
    if not phone.digits:
        return _no_phone(text)
    if phone.left_over:
        line = f"If it is an extension, type `{phone.typed} ext. {phone.left_over}`."
        short_one = phone.left_over.isdecimal() and not phone.extension
        whole = phone.number[: -len(phone.left_over)] + phone.left_over
        hint = second_number(whole if short_one else phone.left_over)
        hint += f" {line}" if short_one else ""
        return f"the phone `{text}` is more than one number: `{phone.left_over}` is left over", hint
    if phone.local:
        hint = f"Type all ten digits, such as 310-{phone.typed}."
        return f"the phone number `{text}` has no area code", hint, "warning"
    return None


def _no_phone(text: str) -> Advice:
    """Return what is wrong with a text that gives no number to call."""
    digits = count_digits(text)
    message = f"the phone number `{text}` has {digits} digits; a number to call has 7 to 15"
    hint = "Type it as patients dial it, such as 310-828-7757."
    if not LEAST <= digits <= MOST:
        return message, hint
    message = f"`{text}` is not a phone number that can be dialled"
    return message, f"{hint} A number of another country begins with + and the country's code."


def check_colour(text: str) -> Advice | None:
    """Return what is wrong with a colour, if anything."""
    if is_hex(text):
        return None
    from brochure.reading.colour_words import advice

    return advice(text)


def check_language(text: str) -> Advice | None:
    """Return what is wrong with a language tag, if anything."""
    if text.lower() in ("zh", "cmn", "zho", "chi"):
        hint = "Type `language: zh-Hans` for simplified or `language: zh-Hant` for traditional"
        return f"`{text}` does not say in which characters the Chinese is", hint
    if is_language(text):
        return None
    guess = _LANGUAGES.get(text.lower(), text.replace("_", "-"))
    hint = f"Type {guess}" if is_language(guess) else "Type a tag such as en-US, es or fr-CA"
    return f"`{text}` is not a language tag", hint


def _rare(kind: str) -> Callable[[str], Advice | None]:
    """Return the check of a kind of value that few handouts have."""

    def check(text: str) -> Advice | None:
        from brochure.reading.rare_values import RARE

        return RARE[kind](text)

    return check


CHECKS: dict[str, Callable[[str], Advice | None]] = {
    "phone": check_phone,
    "colour": check_colour,
    "language": check_language,
    **{kind: _rare(kind) for kind in ("website", "address", "size", "count", "date")},
}
