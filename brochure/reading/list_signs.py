"""Signs of lists as people type and paste them: dots, dashes, boxes, numbers and letters."""

from __future__ import annotations

from collections.abc import Sequence

from brochure._startup.kept_patterns import compiled
from brochure._startup.records import dataclass
from brochure.remember import remember

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re

SYMBOLS = "\uf020-\uf0ff"
"""Private codes of the fonts Symbol and Wingdings, in which Word types its list signs."""
DOTS = f"•◦▪▫●○■‣⁃∙·➢➣➤►▶▸❖◆◇✦❏❑{SYMBOLS}"
BOXES = "☐☑☒□"
DASHES = "-*–—‐‑−"
COUNTED = ("number", "alpha", "roman")
"""Kinds of signs that count."""
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"


@dataclass(frozen=True, slots=True)
class Sign:
    """The list sign that a text begins with: its kind, as typed, its count and the words after it.

    ``kind`` is "dot", "dash", "box", "number", "alpha" or "roman".
    """

    kind: str
    mark: str
    words: str
    number: int = 0


@remember(1)
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    rows = (
        ("dot", rf"([{DOTS}])\s*(?=\S)"),
        ("box", rf"(\[[ xX✓✔]?\](?!\()|\( \)|[{BOXES}])\s*(?=\S)"),
        ("dash", rf"([{DASHES}])\s+(?=[^\s\d])"),
        ("number", r"(\(?(\d{1,2})[.)])\s+(?=\S)"),
        ("number", rf"([{_CIRCLED}])\s*(?=\S)"),
        ("number", r"([(（]?(\d{1,2})[、．）])\s*(?=[^\s\d])"),
        ("number", r"((\d)\ufe0f?\u20e3)\s*(?=\S)"),
        ("number", r"((?:[Ss]tep|[Pp]aso|[Ss]chritt|[ÉéEe]tape) (\d{1,2}) ?[:.)–-])\s+(?=\S)"),
        ("dot", r"([oO])(?:\t\s*| {2,})(?=\S)"),
        ("roman", r"(\(?([ivx]{2,5}|[IVX]{2,5})[.)]|([IVX])\.)\s+(?=\S)"),
        ("alpha", r"(\(?([A-Za-z])\)|([a-z])\.)\s+(?=\S)"),
    )
    return tuple((kind, compiled(pattern)) for kind, pattern in rows)


_ROMAN = "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv".split()
_STARTS = frozenset(f"{each}{end}"[:3] for each in _ROMAN if each[1:] for end in ".)")
_WORDS_OF_STEPS = frozenset(("ste", "pas", "sch", "éta", "eta"))


def may_begin_with_sign(text: str) -> bool:
    """Return whether a closer look at a text's start may find a list sign."""
    if text[:1].isalpha():
        return _begins_like_one(text)
    if text[:1].isdecimal():
        return "." in text[1:3] or ")" in text[1:3] or not text[1:3].isascii()
    if text[:1] == "(":
        return not {".", ")"}.isdisjoint(text[2:4])
    if text[:1] in DASHES:
        return text[1:2].isspace()
    return text[:1] in ("[", "_") or (not text[:1].isascii() and text[0] not in "“¿¡«")


def _begins_like_one(text: str) -> bool:
    """Return whether letters may be a sign: a. or i), Step 1:, the o of a hollow circle."""
    start = text[:3].lower()
    begins = start in _STARTS or start in _WORDS_OF_STEPS or start == "o  "
    return begins or text[1:2] in (".", ")", "\t")


def sign_of(text: str) -> Sign | None:
    """Return the list sign that a text begins with; None if it begins with words.

    ``- 5 °C`` has a minus and ``*this*`` is italic: neither is a list sign.
    """
    if not may_begin_with_sign(text):
        return None
    for kind, pattern in _patterns():
        found = pattern.match(text)
        if found:
            return Sign(kind, found[1], text[found.end() :], _count(kind, found))
    return None


def _count(kind: str, found: re.Match[str]) -> int:
    """Return the number that a sign stands for: 3 of "3.", "c)" and ③."""
    groups = [group for group in found.groups()[1:] if group]
    if not groups:
        return _CIRCLED.find(found[1]) + 1
    if kind == "roman":
        return _value(groups[0])
    return int(groups[0]) if groups[0].isdigit() else ord(groups[0].lower()) - ord("a") + 1


def _value(roman: str) -> int:
    """Return the number that Roman letters stand for; 0 if it is none up to 15."""
    return _ROMAN.index(roman.lower()) + 1 if roman.lower() in _ROMAN else 0


def in_one_count(signs: Sequence[Sign | None]) -> list[Sign | None]:
    """Return the signs of a list with i, v and x read as numbers where ii, iv or vi are."""
    if not any(sign and sign.kind == "roman" for sign in signs):
        return list(signs)
    return [_as_roman(sign) if sign else None for sign in signs]


def _as_roman(sign: Sign) -> Sign:
    letter = sign.mark.strip("(.)")
    if sign.kind != "alpha" or letter not in ("i", "v", "x"):
        return sign
    return Sign("roman", sign.mark, sign.words, _value(letter))


@remember(1)
def _dots_within() -> re.Pattern[str]:
    return compiled(rf"(?:^|(?<=\s)|(?<=:))[{DOTS.replace('·', '')}]\s*(?=\w)")


def dotted(text: str) -> tuple[str, list[str]]:
    """Return the words before a list whose items stand behind dots in one line, and the items.

    No items where there is one dot, or where the dots only part the words of a line.
    """
    if text.isascii():
        return text, []
    before, *items = _dots_within().split(text)
    if len(items) < 2 or (before.strip() and before.rstrip()[-1] != ":"):
        return text, []
    return before.strip(), [item.strip() for item in items]
