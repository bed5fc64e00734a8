"""Checks of values that few handouts have: web and mail addresses, dates, sizes, counts, inks."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from brochure.brand.colour import percentages
from brochure.reading.schema import MAX_START, MIN_SIZE

EARLIEST_YEAR = 1900
"""An earlier year of a review is a slip."""


_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def check_website(text: str) -> tuple[str, str] | None:
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


def _https_only(host: str, text: str) -> tuple[str, str] | None:
    name, colon, port = host.partition(":")
    if colon and not port.isdigit():
        return f"a web address cannot start with `{name}:`", "Type it like https://spine.example"
    return None


def check_address(text: str) -> tuple[str, str] | None:
    """Return what is wrong with an e-mail address, if anything."""
    from brochure.reading.link_targets import is_email

    if is_email(text):
        return None
    return f"`{text}` is not an e-mail address", "Type it like care@spine.example"


def check_inks(text: str) -> tuple[str, str] | None:
    """Return what is wrong with four ink percentages, if anything."""
    parts = percentages(text)
    if len(parts) == 4 and all(_is_percent(part) for part in parts):
        return None
    return f"`{text}` is not four percentages", "Type cyan, magenta, yellow, black: 90 30 40 20"


def _is_percent(part: str) -> bool:
    whole, _, fraction = part.partition(".")
    plain = part.isascii() and whole.isdigit() and (fraction or "0").isdigit()
    return plain and len(part) < 12 and float(part) <= 100


def check_size(text: str) -> tuple[str, str] | None:
    """Return what is wrong with a smallest type size, if anything."""
    low, high = MIN_SIZE
    if _is_percent(text) and low <= float(text) <= high:
        return None
    message = f"`{text}` is not a smallest type size; it is a number from {low} to {high}"
    return message, "Type 12, or less if the text must stay long: min_size: 11"


def check_count(text: str) -> tuple[str, str] | None:
    """Return what is wrong with the number of a first step, if anything."""
    if text.isascii() and text.isdigit() and 1 <= int(text) <= MAX_START:
        return None
    message = f"`{text}` is not the number of a step; it is a whole number from 1 to {MAX_START}"
    return message, "Type the number of the first step alone: start: 4"


def check_date(text: str) -> tuple[str, str] | None:
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


RARE: dict[str, Callable[[str], tuple[str, str] | None]] = {
    "website": check_website,
    "address": check_address,
    "size": check_size,
    "count": check_count,
    "date": check_date,
}
