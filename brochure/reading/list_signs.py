"""Signs of lists as people type and paste them: dots, dashes, boxes, numbers and letters."""

from __future__ import annotations

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
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"


@dataclass(frozen=True, slots=True)
class Sign:
    """The list sign that a text begins with: its kind, as typed, its count and the words after it.

    ``kind`` is "dot", "dash", "box", "number" or "alpha".
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
        ("number", r"((?:[Ss]tep|[Pp]aso|[Ss]chritt|[ÉéEe]tape) (\d{1,2}) ?[:.)–-])\s+(?=\S)"),
        ("alpha", r"(\(?([A-Za-z])\)|([a-z])\.)\s+(?=\S)"),
    )
    return tuple((kind, compiled(pattern)) for kind, pattern in rows)


_WORDS_OF_STEPS = frozenset(("step", "paso", "schr", "étap", "etap"))


def may_begin_with_sign(text: str) -> bool:
    """Return whether a closer look at a text's start may find a list sign."""
    if text[:1].isalpha():
        return text[1:2] in (".", ")") or text[:4].lower() in _WORDS_OF_STEPS
    if text[:1].isdecimal():
        return "." in text[1:3] or ")" in text[1:3]
    if text[:1] == "(":
        return not {".", ")"}.isdisjoint(text[2:4])
    if text[:1] in DASHES:
        return text[1:2].isspace()
    return text[:1] in ("[", "_") or (not text[:1].isascii() and text[0] not in "“¿¡«")


def sign_of(text: str) -> Sign | None:
    """Return the list sign that a text begins with; None if it begins with words.

    ``- 5 °C`` has a minus and ``*this*`` is italic: neither is a list sign.
    """
    if not may_begin_with_sign(text):
        return None
    for kind, pattern in _patterns():
        found = pattern.match(text)
        if found:
            return Sign(kind, found[1], text[found.end() :], _count(found))
    return None


def _count(found: re.Match[str]) -> int:
    """Return the number that a sign stands for: 3 of "3.", "c)" and ③."""
    groups = [group for group in found.groups()[1:] if group]
    if not groups:
        return _CIRCLED.find(found[1]) + 1
    return int(groups[0]) if groups[0].isdigit() else ord(groups[0].lower()) - ord("a") + 1


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
