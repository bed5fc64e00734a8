"""Checks of short values: phones, addresses, dates, colours. Each says what to type instead."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from brochure.brand.colour import is_hex, percentages
from brochure.model.phones import LEAST, MOST, count_digits, read_phone, second_number
from brochure.reading.inline_markup import is_language
from brochure.reading.schema import MAX_START, MIN_SIZE

EARLIEST_YEAR = 1900
"""An earlier year of a review is a slip."""

Advice = tuple[str, str] | tuple[str, str, str]
"""A message, a hint and, if it is no error, the level."""

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
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


def check_website(text: str) -> Advice | None:
    """Return what is wrong with a web address, if anything."""
    if text.lower().startswith("http://"):
        return f"`{text}` is not a safe address", f"Type https://{text[7:]} or {text[7:]}"
    from brochure.reading.link_targets import link_fault

    address = text if text.lower().startswith("https://") else f"https://{text}"
    host = address[8:].split("/", 1)[0]
    fault = link_fault(address)
    if (
        " " in text
        or not host.strip(".")
        or "." not in host.strip(".")
        or (fault and fault.message)
    ):
        return (
            f"`{text}` is not a web address",
            "Type it like spine.example or https://spine.example",
        )
    return _https_only(host, text)


def _https_only(host: str, text: str) -> Advice | None:
    name, colon, port = host.partition(":")
    if colon and not port.isdigit():
        return f"a web address cannot start with `{name}:`", "Type it like https://spine.example"
    return None


def check_address(text: str) -> Advice | None:
    """Return what is wrong with an e-mail address, if anything."""
    from brochure.reading.link_targets import is_email

    if is_email(text):
        return None
    return f"`{text}` is not an e-mail address", "Type it like care@spine.example"


def check_colour(text: str) -> Advice | None:
    """Return what is wrong with a colour, if anything."""
    if is_hex(text):
        return None
    from brochure.reading.colour_words import advice

    return advice(text)


def check_inks(text: str) -> Advice | None:
    """Return what is wrong with four ink percentages, if anything."""
    parts = percentages(text)
    if len(parts) == 4 and all(_is_percent(part) for part in parts):
        return None
    return f"`{text}` is not four percentages", "Type cyan, magenta, yellow, black: 90 30 40 20"


def _is_percent(part: str) -> bool:
    whole, _, fraction = part.partition(".")
    plain = part.isascii() and whole.isdigit() and (fraction or "0").isdigit()
    return plain and len(part) < 12 and float(part) <= 100


def check_size(text: str) -> Advice | None:
    """Return what is wrong with a smallest type size, if anything."""
    low, high = MIN_SIZE
    if _is_percent(text) and low <= float(text) <= high:
        return None
    message = f"`{text}` is not a smallest type size; it is a number from {low} to {high}"
    return message, "Type 12, or less if the text must stay long: min_size: 11"


def check_count(text: str) -> Advice | None:
    """Return what is wrong with the number of a first step, if anything."""
    if text.isascii() and text.isdigit() and 1 <= int(text) <= MAX_START:
        return None
    message = f"`{text}` is not the number of a step; it is a whole number from 1 to {MAX_START}"
    return message, "Type the number of the first step alone: start: 4"


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


def check_date(text: str) -> Advice | None:
    """Return what is wrong with a date, if anything."""
    parts = text.split("-")
    if [len(part) for part in parts] == [4, 2, 2] and text.isascii() and "".join(parts).isdigit():
        if _exists(*map(int, parts)):
            return None
        return f"there is no day {text}", "Type year-month-day, such as 2026-10-01."
    guesses = " or ".join(_guesses(text)) or "2026-10-01"
    return f"`{text}` is not a date as YAML needs it", f"Type year-month-day: {guesses}"


def _exists(year: int, month: int, day: int) -> bool:
    try:
        return date(year, month, day).year >= EARLIEST_YEAR
    except ValueError:
        return False


def _guesses(text: str) -> list[str]:
    """Return the dates that a text may mean: 10/01/2026 is 1 October or 10 January."""
    words = "".join(char if char.isalnum() else " " for char in text).lower().split()
    months = [_MONTHS.index(word[:3]) + 1 for word in words if word[:3] in _MONTHS]
    numbers = [int(word) for word in words if word.isascii() and word.isdigit() and len(word) < 5]
    year = next((number for number in numbers if number > 1900), 0)
    others = [number for number in numbers if number != year]
    if months and len(others) == 1:
        pairs = [(months[0], others[0])]
    elif len(others) == 2:
        pairs = [(others[0], others[1]), (others[1], others[0])]
    else:
        pairs = []
    dates = [f"{year}-{month:02}-{day:02}" for month, day in pairs if _exists(year, month, day)]
    return list(dict.fromkeys(dates))


CHECKS: dict[str, Callable[[str], Advice | None]] = {
    "phone": check_phone,
    "website": check_website,
    "address": check_address,
    "colour": check_colour,
    "size": check_size,
    "count": check_count,
    "language": check_language,
    "date": check_date,
}
