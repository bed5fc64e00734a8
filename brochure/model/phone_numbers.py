"""The number in a phone as people write it: its digits, its country, where it begins and ends.

North American numbers first: "(310) 828-7757", "1-800-MY-HEELS". Others with "+" and their
country's code ("+44 (0)20 7946 0018", whose bracketed 0 is not dialled) or as dialled at home.
A link is written as RFC 3966 has it.
"""

from __future__ import annotations

from brochure._startup.kept_patterns import compiled
from brochure._startup.records import dataclass
from brochure.remember import remember

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re

HELPLINES = {
    "8002221222": "Poison Control",
    "8002738255": "988 Suicide & Crisis Lifeline",
    "8007997233": "National Domestic Violence Hotline",
    "8006564673": "National Sexual Assault Hotline",
    "8006624357": "SAMHSA National Helpline",
    "8006771116": "Eldercare Locator",
    "8002324636": "CDC",
    "8004226237": "NCI",
    "8002272345": "Cancer Society",
    "8007848669": "Quitline",
    "8338526262": "Maternal Mental Health",
    "8006334227": "Medicare",
    "8009506264": "NAMI",
    "8002723900": "Alzheimer's",
    "8003422383": "Diabetes",
    "8002428721": "Heart",
    "8005864872": "Lung",
    "8664887386": "Trevor",
    "8004224453": "Childhelp",
    "8666266847": "MotherToBaby",
    "8003321000": "Epilepsy",
    "8003321088": "FDA",
    "8008227967": "VAERS",
    "8009855990": "Disaster Distress",
}
"""National numbers of the United States that a text of any clinic may give."""
TOLL_FREE = ("800", "833", "844", "855", "866", "877", "888")
"""Area codes that are no clinic's area: helplines, mostly, and the same for every clinic."""


@dataclass(frozen=True, slots=True)
class Phone:
    """A number in a text: what is dialled, and where it stands in ``text``.

    ``digits`` are without the country's code, ``country`` is that code or empty if the number
    does not tell it. ``left_over`` is what follows that may be dialled, too: a second number,
    another line. ``sure`` says that no other number is written so.
    """

    text: str
    digits: str = ""
    country: str = ""
    extension: str = ""
    letters: str = ""
    start: int = 0
    end: int = 0
    number_end: int = 0  # where an extension begins, if there is one
    left_over: str = ""
    sure: bool = False

    @property
    def typed(self) -> str:
        """The number with its extension, as typed."""
        return self.text[self.start : self.end]

    @property
    def number(self) -> str:
        """The number without its extension, as typed."""
        return self.text[self.start : self.number_end or self.end]

    @property
    def called(self) -> str:
        """The text without the words in front of the number, to stand behind "Call"."""
        words = any(map(str.isalnum, self.text[: self.start]))
        return self.text[self.start :] if words else self.text

    @property
    def link(self) -> str:
        """The ``tel:`` link (RFC 3966); empty if there is no number."""
        if not self.digits:
            return ""
        number = f"+{self.country}{self.digits}" if self.country else self.digits
        return f"tel:{number};ext={self.extension}" if self.extension else f"tel:{number}"

    @property
    def local(self) -> bool:
        """Whether the number lacks its area code, as 828-7757 does."""
        return not self.country and len(self.digits) == LOCAL and self.digits[0] in _AREA

    @property
    def helpline(self) -> bool:
        """Whether it is a national helpline."""
        return self.country == "1" and self.digits in HELPLINES

    @property
    def toll_free(self) -> bool:
        """Whether the number is North American and toll-free."""
        return self.country == "1" and self.digits.startswith(TOLL_FREE)


def same_number(one: Phone, other: Phone) -> bool:
    """Return whether two texts dial one number; extensions do not count."""
    if one.country and other.country:
        return (one.country, one.digits) == (other.country, other.digits)
    if not one.digits or not other.digits:
        return False
    return _at_home(one) == _at_home(other)


def is_tail(short: Phone, whole: Phone) -> bool:
    """Return whether a number without area code is the end of a North American one."""
    return short.local and whole.country == "1" and whole.digits.endswith(short.digits)


def _at_home(phone: Phone) -> str:
    return phone.digits if phone.country in ZERO_STAYS else phone.digits.removeprefix("0")


# ------------------------------------------------------------ signs and groups

_AREA = frozenset("23456789")
"""The digits that an area code begins with."""
AMERICAN, LOCAL, LEAST, MOST, MOST_AT_HOME = 10, 7, 7, 15, 13
"""Digits of a number: North American, without its area code, of any (E.164), with no country."""
MOST_DIALLED = 24
"""More groups than any number has digits: the prefix for abroad, a trunk's 0 and 15 of its own."""
LEAST_ABROAD = 13
"""The fewest digits of a number behind the prefix 011, which is Delhi's own code, too."""
LEAST_SPELLED = 3
"""The fewest digits of a number whose others are letters: 800-FLOWERS."""

LONGEST_END = 3
TRUNKS = ("0", "8")
"""What is dialled before ten digits at home: 0 (532) 123 45 67 in Turkey, 8 (495) in Russia."""

_DASHES = "\u00ad\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d\u30fc"
_DOTS = "\u00b7\u2022\u2219\u22c5\u30fb\uff65\u2024"
_SIGNS = dict.fromkeys(_DASHES, "-") | dict.fromkeys(_DOTS, ".") | {"\u2044": "/", "\u2215": "/"}


@remember(1)
def runs() -> re.Pattern[str]:
    """Return what finds a stretch of digits with the signs that may part them."""
    return compiled(r"(?:\(?\+ ?\(?|\()?\d(?:[ ().\-/]{0,4}\d)*")


def count_digits(text: str) -> int:
    """Return how many digits a text has, in any script."""
    if not text.isascii():
        return sum(map(str.isdecimal, text))
    return len(text) - len(text.encode().translate(None, b"0123456789"))


@dataclass(frozen=True, slots=True)
class _Group:
    """Digits without a sign between them, and the signs before them."""

    digits: str
    gap: str
    start: int
    end: int


def plain_signs(text: str) -> str:
    """Return a text of the same length with plain digits, dashes, spaces and full-width signs."""
    return text if text.isascii() else "".join(map(_plain_sign, text))


def _plain_sign(char: str) -> str:
    if char.isdecimal():
        return str(int(char))
    if char.isspace():
        return char if char == "\n" else " "
    return chr(ord(char) - 0xFEE0) if "！" <= char <= "～" else _SIGNS.get(char, char)


def _groups(plain: str, start: int, end: int) -> list[_Group]:
    groups: list[_Group] = []
    for found in compiled(r"\d+").finditer(plain[start:end]):
        last = groups[-1].end if groups else start
        first, after = found.start() + start, found.end() + start
        groups.append(_Group(found[0], plain[last:first], first, after))
    return groups


# -------------------------------------------------------------- whole numbers

_CODES = {
    1: "17",
    2: "20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63 "
    "64 65 66 81 82 84 86 90 91 92 93 94 95 98",
}
"""Country codes of one and two digits (ITU-T E.164 D); all others have three."""
ZERO_STAYS = frozenset("39 225 227 229 241 242 267 268 378 501 676 679 687 853".split())
"""Countries whose numbers keep their leading 0 behind the country's code."""
_LONGEST = {
    **dict.fromkeys("33 34 48 61 27 351 972".split(), 9),
    **dict.fromkeys("1 44 57 58 63 7 84 91 92 380".split(), 10),
    **dict.fromkeys("52 55 81 82 86 880".split(), 11),
    **dict.fromkeys("45 47 502 503 504 505 506 507 509 852".split(), 8),
}
"""The most digits behind a country's code, of countries where it is fixed."""


def calling_code(digits: str) -> str:
    """Return the country code that the digits behind a "+" begin with."""
    if digits[:1] in _CODES[1]:
        return digits[:1]
    return digits[:2] if digits[:2] in _CODES[2].split() else digits[:3]


def _international(digits: str) -> tuple[str, str] | None:
    """Return country code and number of the digits behind a "+", a trunk 0 left out."""
    country = calling_code(digits)
    number = digits[len(country) :]
    if country not in ZERO_STAYS:
        number = number.removeprefix("0")
    most = _LONGEST.get(country, MOST - len(country))
    least = AMERICAN if country == "1" else LEAST - len(country)
    return (country, number) if least <= len(number) <= most else None


def _american(groups: list[_Group]) -> tuple[str, str] | None:
    """Return a North American number that is grouped as one: area code, then the rest."""
    digits = "".join(group.digits for group in groups)
    code = len(digits) == AMERICAN + 1 and digits[0] == "1"
    own = digits[code:]
    if len(own) != AMERICAN or own[0] not in _AREA:
        return None
    at, cuts = -int(code), []
    for group in groups[:-1]:
        at += len(group.digits)
        cuts.append(at)
    return ("1", own) if all(cut in (0, 3) or cut >= 6 for cut in cuts) else None


def _number(groups: list[_Group], plus: bool) -> tuple[str, str] | None:
    """Return country code and digits if all the groups are one number with its country."""
    digits = "".join(group.digits for group in groups)
    if plus:
        return _international(digits)
    if groups[0].digits == "011" and len(digits) >= LEAST_ABROAD:
        return _international(digits[3:])
    if groups[0].digits.startswith("00"):
        return _international(digits[2:])
    return _american(groups)


def _parted(groups: list[_Group]) -> int:
    """Return how many groups stand before " / ", if they are a number without the rest.

    Three digits or fewer behind the sign, as in 901820/21, are the end of another number.
    """
    digits = 0
    for count, group in enumerate(groups):
        if "/" in group.gap and digits >= LEAST:
            rest = sum(len(each.digits) for each in groups[count:])
            if rest <= LONGEST_END or " " in group.gap:
                return count
        digits += len(group.digits)
    return len(groups)


def _home(groups: list[_Group]) -> int:
    """Return how many groups are a number as dialled at home, without its country; 0 if none."""
    lengths = [len(group.digits) for group in groups]
    if groups[0].digits[0] in _AREA:
        if lengths[:2] == [3, 4]:
            return 2
        if lengths[0] == LOCAL:
            return 1
    count = _parted(groups)
    digits = sum(lengths[:count])
    most = MOST_AT_HOME if groups[0].digits[0] == "0" else AMERICAN + 1
    return count if LEAST <= digits <= most else 0


def _whole(groups: list[_Group], plus: bool) -> tuple[int, int, str, str] | None:
    """Return first group, group behind the last, country and digits of the number in a run."""
    lone = groups[0].digits in TRUNKS and sum(len(each.digits) for each in groups) == AMERICAN + 1
    end = _parted(groups) if plus else len(groups)
    for first in range(1 if plus or lone else len(groups)):
        if first and " " not in groups[first].gap:
            continue
        for last in range(min(end, first + MOST_DIALLED), first, -1):
            found = _number(groups[first:last], plus)
            if found:
                return first, last, *found
    count = 0 if plus else _home(groups)
    return (0, count, "", "".join(group.digits for group in groups[:count])) if count else None


# ------------------------------------------------------------ a stretch of digits


def number_at(text: str, plain: str, run: re.Match[str]) -> Phone | None:
    """Return the number that begins in a run of digits, in digits or in letters, too."""
    spelled = plain[run.end() : run.end() + 1] in ("-", ".") and lettered(text, plain, run.start())
    return spelled or number_in(text, plain, *run.span()) or lettered(text, plain, run.start())


def number_in(text: str, plain: str, start: int, end: int) -> Phone | None:
    """Return the number in digits in a run of ``text``, of which ``plain`` has plain signs."""
    groups = _groups(plain, start, end)
    plus = "+" in groups[0].gap
    found = _whole(groups, plus)
    if found is None:
        return None
    first, last, country, digits = found
    gap = groups[first].gap
    begin = groups[first].start - (gap.endswith("(") if first else len(gap))
    after = groups[last - 1].end
    if plain[begin] == "(" and ")" not in plain[begin:after]:
        begin += 1
    sure = bool(country) and (plus or last - first > 1)
    return Phone(text, digits, country, "", "", begin, after, sure=sure)


# ------------------------------------------------------------------- letters

_KEYS = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "22233344455566677778889999")
"""The keys of a phone (ITU-T E.161)."""


def lettered(text: str, plain: str, start: int) -> Phone | None:
    """Return the number spelled with letters that begins at a place: 1-800-MY-HEELS."""
    area = compiled(r"\(?\+? ?(?:1[-. ]{0,2})?\(?([2-9]\d\d)(\)?[-. ]{0,2})").match(plain, start)
    if area:
        end, spelled = _spelled(plain, area.end(), bool(area[2].strip()))
        if spelled:
            digits = area[1] + spelled.translate(_KEYS)
            return Phone(text, digits, "1", "", plain[area.end() : end], start, end, sure=True)
    local = compiled(r"([2-9]\d\d)-(?=[A-Za-z]{4}(?![\w-]))").match(plain, start)
    if local:
        end = local.end() + 4
        letters = plain[local.end() : end].upper()
        return Phone(text, local[1] + letters.translate(_KEYS), "", "", letters, start, end)
    return None


def _spelled(plain: str, at: int, joined: bool) -> tuple[int, str]:
    """Return where the letters and digits end that fill a number, and what they spell.

    Small letters count only if a sign joins them to what is before them.
    """
    spelled = ""
    for part in compiled(r"([-. ]?)([A-Za-z]+|\d+)").finditer(plain, at):
        piece = part[2]
        joined = part[1] in ("-", ".") or (joined and not part[1])
        if part.start() != at or piece.lower() in _NO_SPELLING or not (joined or _loud(piece)):
            break
        if like_digits(plain, part.start(2), part.end()):
            return at, ""
        spelled, at = spelled + piece.upper(), part.end()
        if len(spelled) >= LOCAL:
            fits = piece.isalpha() or len(spelled) == LOCAL
            return at, spelled[:LOCAL] if fits and not spelled[:LOCAL].isdigit() else ""
    return at, ""


def like_digits(plain: str, start: int, end: int) -> bool:
    """Return whether letters were typed for the digits they look like, as in 310-555-O142."""
    touched = plain[max(start - 1, 0) : start] + plain[end : end + 1]
    alike = end - start <= LONGEST_SLIP and set(plain[start:end]) <= LIKE_DIGITS.keys()
    return alike and any(map(str.isdigit, touched))


def _loud(piece: str) -> bool:
    return piece.isupper() or piece.isdigit()


LIKE_DIGITS = {"O": "0", "o": "0", "I": "1", "l": "1", "S": "5"}
"""Letters that are typed in place of a digit, or read so from a scanned page."""
LONGEST_SLIP = 2
_NO_SPELLING = frozenset(("ext", "extn", "extension", "x", "and", "or"))
"""Words that no number is spelled with."""
