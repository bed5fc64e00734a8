"""Checks of short values: phones, addresses, dates, colours. Each says what to type instead."""

from __future__ import annotations

from collections.abc import Callable

from brochure.brand.colour import is_hex
from brochure.model.phones import read_phone
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
    if phone.digits and len(phone.typed) == len(text) and not phone.letters and not phone.local:
        return None
    from brochure.reading.phone_slips import advice

    return advice(text)


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
