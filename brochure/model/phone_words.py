"""The words around a number: its extension, and whether digits among them are dialled, too."""

from __future__ import annotations

from brochure._startup.kept_patterns import compiled
from brochure._startup.records import replace
from brochure.model.phone_numbers import (
    LEAST,
    Phone,
    lettered,
    number_at,
    runs,
    same_number,
)
from brochure.remember import remember

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re

_EXTENSION_WORDS = (
    "ext extn ex extension extensión extensao extensão int interno anexo ramal poste durchwahl dw "
    "apparat app nebenstelle nst klappe toestel tst wewn wew local loc доб внутр 内线 內線 分机 "
    "分機 转 轉 内線 내선 máy_lẻ ankn anknytning lokal dahili linka mellék alanumero שלוחה تحويلة "
    "داخلي ต่อ एक्सटेंशन"
).split()
_BETWEEN = frozenset("or and y o u e ou et oder und hoặc và at или и to 或 和 또는 및".split())
"""Words that join two numbers."""


_END = r"(?![0-9A-Za-z_\u00c0-\u0556\u0560-\u0588\u1e00-\u1fff])"
"""Behind an extension: no digit, and no letter of a script that parts words from numbers."""


@remember(1)
def _extension() -> re.Pattern[str]:
    """Return what finds an extension right behind its number."""
    words = "|".join(sorted((w.replace("_", " ") for w in _EXTENSION_WORDS), key=len, reverse=True))
    sign = rf"(?:(?:{words}|x)[ .:=#-]*(?:(?:no|nr|number)[ .:=#]*)?|# ?|,{{2,}} ?)"
    return compiled(rf"(?i)[ ,;:.\-/]{{0,3}}(\()?[ ;]?{sign}(\d{{1,7}}){_END}")


@remember(1)
def _extension_later() -> re.Pattern[str]:
    """Return what finds an extension among the words that follow."""
    words = "|".join(word for word in _EXTENSION_WORDS if word.startswith(("ext", "durch", "ram")))
    return compiled(rf"(?i)\b(?:{words})[ .:#]*(\d{{1,7}}){_END}")


def _may_extend(plain: str, end: int) -> bool:
    """Return whether what stands behind a number begins as an extension does."""
    behind = plain[end : end + 24].lstrip(" ,;:.-/(").lower()
    return behind.startswith(_BEGINNINGS) or ",," in plain[end : end + 4]


_BEGINNINGS = ("x", "#", *{word[:3] for word in _EXTENSION_WORDS})


def with_extension(phone: Phone, plain: str, later: bool = True) -> Phone:
    """Return the number with the extension behind it; ``later`` looks among the words, too."""
    found = _extension().match(plain, phone.end) if _may_extend(plain, phone.end) else None
    if found:
        closes = bool(found[1]) and plain[found.end() : found.end() + 1] == ")"
        return _extended(phone, found[2], found.end() + closes)
    words = plain[phone.end :].strip(" ()") if later else ""
    found = _extension_later().search(plain, phone.end) if words else None
    if found:
        return _extended(phone, found[1], found.end())
    before = plain[: phone.start] if later else ""
    found = _extension_later().search(before) if before.strip(" (") else None
    return replace(phone, extension=found[1]) if found else phone


def _extended(phone: Phone, extension: str, end: int) -> Phone:
    return replace(phone, extension=extension, end=end, number_end=phone.end)


# ------------------------------------------------------------------ left over


@remember(1)
def _hours() -> re.Pattern[str]:
    """Return what finds hours: 24/7, 8-5, 8.30-17.00, 0800-1700."""
    hour = r"(?:[01]?\d|2[0-4])(?:\.[0-5]\d)?"
    return compiled(rf"\(?(?:{hour} ?[-/] ?{hour}|[0-2]\d[0-5]\d ?- ?[0-2]\d[0-5]\d)")


def left_over(phone: Phone, plain: str) -> str:
    """Return the digits beside a number that may be dialled, too, as typed; empty if none are."""
    return _in_front(phone, plain) or _behind(phone, plain)


def _in_front(phone: Phone, plain: str) -> str:
    for run in runs().finditer(plain, 0, phone.start):
        gap = plain[run.end() : phone.start]
        if not gap.strip(" ().-/") and not _harmless(phone, plain, run):
            return phone.text[run.start() : run.end()]
    return ""


def _behind(phone: Phone, plain: str) -> str:
    end, dialled = phone.end, True
    for run in runs().finditer(plain, end):
        gap = plain[end : run.start()]
        end = run.end()
        joined = dialled and (_joins(gap, run[0]) or (phone.extension and _extends(gap)))
        harmless = _harmless(phone, plain, run)
        if not harmless and (_other_number(phone, plain, run) or joined):
            return phone.text[run.start() : run.end()]
        dialled = False
    return ""


def _joins(gap: str, digits: str) -> bool:
    """Return whether what stands between a number and digits makes them dialled, too."""
    words = gap.strip(" ().-/,;|&+").lower().split()
    return not words or (words[-1] in _BETWEEN and (len(words) == 1 or len(digits) > 2))


def _extends(gap: str) -> bool:
    """Return whether what stands before digits makes them another extension."""
    return gap.strip(" ().-/,;|&+:#").lower() in ("x", *_EXTENSION_WORDS)


def _other_number(phone: Phone, plain: str, run: re.Match[str]) -> bool:
    return sum(map(str.isdecimal, run[0])) >= LEAST or bool(
        lettered(phone.text, plain, run.start())
    )


def _harmless(phone: Phone, plain: str, run: re.Match[str]) -> bool:
    """Return whether digits are hours, a count of something, or the number itself again."""
    start, end = run.span()
    if _hours().fullmatch(run[0].strip("() ")) or _in_time(plain, start, end):
        return True
    digits = "".join(filter(str.isdecimal, run[0]))
    behind = plain[end:].lstrip(" -")
    counts = behind[:1].isalpha() and behind.split()[0].lower() not in _BETWEEN
    if len(digits) <= 2 and counts:
        return True
    other = number_at(phone.text, plain, run)
    again = other is not None and (same_number(other, phone) or phone.digits.endswith(other.digits))
    return again or (len(digits) >= 4 and phone.digits.endswith(digits))


def _in_time(plain: str, start: int, end: int) -> bool:
    """Return whether digits are a part of a time such as 8:30."""
    before, after = plain[max(start - 2, 0) : start], plain[end : end + 2]
    return (before[-1:] == ":" and before[:1].isdigit()) or (
        after[:1] == ":" and after[1:].isdigit()
    )
