"""What keeps its own order in a text that runs from the right, found by the program.

By the standard alone a phone in an Arabic sentence is read from its end, "400 mg" as "mg 400".
So phones, numbers with their units, ranges, dates, links and Latin words are each ordered by
themselves, from left to right; authors type no marks for it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from brochure.model.phones import Phone, find_phones
from brochure.remember import remember
from brochure.typeset.bidi import LRI, PDI, Isolate, levels
from brochure.typeset.scripts import FROM_RIGHT, script_of

_RAISED = "²³¹⁰⁴-⁹₀-₉"
_DIGITS = f"0-9٠-٩۰-۹{_RAISED}¼-¾⅐-⅞"
_INSIDE = r".,:/'’٫٬⁄"
"""Signs that belong to a number between two of its digits."""
_LATIN = r"A-Za-zÀ-ÖØ-öø-ɏḀ-ỿΑ-Ωα-ωµ"
_RIGHT = r"\u0590-\u05ff\u0620-\u065f\u066e-\u06d3"
_UNIT = rf"(?:[ \u00a0\u202f]?(?:[%٪‰]|°(?![{_RIGHT}])(?:[ ]?[CF])?|[€£$₪﷼]))"
_BEHIND = rf"(?:[+×′″](?![ ]?[{_DIGITS}]))"
"""Signs that stand behind a number: 65+, 2×, 5′."""
_NUMBER = (
    rf"[{_DIGITS}](?:[{_DIGITS}]|[{_INSIDE}](?=[{_DIGITS}]))*(?:[ ][¼-¾⅐-⅞])?(?:{_UNIT}|{_BEHIND})?"
)
_AMOUNT = rf"(?:(?<![^\s(\[«“”\"'])[-−–+±<>≤≥~≈$€£₪#№×]{{1,2}}[ ]?)?{_NUMBER}"
_TO = rf"(?:[ \u00a0]?[-‐‑–—−×x][ \u00a0]?{_NUMBER})*"
_SHORT = rf"[{_LATIN}](?:\.[{_LATIN}])+\."
"""A short form, whose last dot is its own: a.m."""
_WORD = (
    rf"(?:{_SHORT}|[{_LATIN}](?:[{_LATIN}{_DIGITS}]|[-‐‑.'’_&@+/:](?=[{_LATIN}{_DIGITS}]))*[+®™]?)"
)
_LINK = rf"(?:https?://|www\.|mailto:)[^\s{_INSIDE}\u0590-\u08ff«»]+(?:[{_INSIDE}?&=#%_~-]+[{_LATIN}{_DIGITS}_~-]+)*/?"


@remember(1)
def _pattern() -> re.Pattern[str]:
    """Return what finds a stretch: links, Latin words and amounts, with what lies between them.

    Brackets behind a Latin word are its own if no other letters are in them: "Advil (ibuprofen)".
    """
    piece = rf"(?:{_LINK}|{_WORD}|{_AMOUNT}{_TO})"
    between = r"(?:[ \u00a0\u202f]|[.,;:!?&+/·][ ]|[-–—/+&])"
    row = rf"{piece}(?:{between}?{piece})*"
    bracketed = rf"(?<=[{_LATIN}])[ \u00a0]?(?:\({row}\)|\[{row}\])"
    return re.compile(rf"{row}(?:{bracketed}(?:{between}?{row})?)*")


def isolates(text: str, foreign: tuple[tuple[int, int], ...] = ()) -> list[Isolate]:
    """Return the stretches of a text that run from left to right, in order, none in another.

    ``foreign`` are those that the author has marked as another language's.
    """
    found = [(phone.start, _end(phone)) for phone in find_phones(text)]
    found += [match.span() for match in _pattern().finditer(text)]
    merged: list[tuple[int, int]] = []
    for start, stop in sorted([*found, *foreign]):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(stop, merged[-1][1]))
        else:
            merged.append((start, stop))
    return [(start, stop, LRI) for start, stop in merged]


def _end(phone: Phone) -> int:
    """Return where a phone's own order ends: before an extension in words from the right."""
    words = phone.text[phone.number_end : phone.end] if phone.number_end else ""
    return phone.number_end if any(script_of(char) in FROM_RIGHT for char in words) else phone.end


def levels_from_right(text: str, foreign: tuple[tuple[int, int], ...] = ()) -> list[int]:
    """Return the level of each character of a text on a page from the right.

    A text of Latin words alone, such as an address, keeps its own order as a whole.
    """
    if not any(script_of(char) in FROM_RIGHT for char in text) and any(map(str.isalpha, text)):
        return [2] * len(text)
    return levels(text, 1, isolates(text, foreign))


def marked(texts: Sequence[str]) -> list[str]:
    """Return the pieces of a text with isolates as characters, for mails and web pages.

    A text without a letter that runs from the right stays as it is.
    """
    whole = "".join(texts)
    if whole.isascii() or not any(script_of(char) in FROM_RIGHT for char in whole):
        return list(texts)
    found = isolates(whole)
    opens, closes = {start for start, _, _ in found}, {stop - 1 for _, stop, _ in found}
    made, at = [], 0
    for text in texts:
        made.append(
            "".join(
                LRI * (place in opens) + char + PDI * (place in closes)
                for place, char in enumerate(text, at)
            )
        )
        at += len(text)
    return made
