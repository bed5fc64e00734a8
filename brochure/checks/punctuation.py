"""Rules about signs: brackets left open, signs twice or apart, sentences run together."""

from __future__ import annotations

import re
from collections.abc import Iterator

from brochure.checks.handout_view import Finding, Passage, View
from brochure.checks.patterns import pattern

_PAIRS = {")": "(", "]": "[", "”": "“", "»": "«"}
_BRACKET = pattern(r"[()\[\]“”«»]")
_OPENED = {"(": ")", "[": "]", "“": "”", "«": "»"}
_TURNED = str.maketrans("“”", "”“")
_TWICE = pattern(
    r",[,;:.]|[;:](?![-)(DPp/])[,;:.](?!\d)|(?<!\.)\.\.(?!\.)|\.,(?!\d)(?<!\w\.\w\.,)"
    r"|\?\.|!\.|!{2,}|\?{2}(?!\?)"
)
_ABBREVIATED = pattern(
    r"(?:\b(?:etc|e\.g|i\.e|a\.m|p\.m|vs|approx|Inc|Ltd|Jr|Sr|St|Dr|Ave|Co|M\.D|R\.N"
    r"|[A-Z])\.)[,;:.]?$"
)
_APART = pattern(r"(?<=\w) (?P<sign>[,;!?](?=\s|$)|\.(?=\s+[A-ZÁÉÍÓÚ]|$|[A-ZÁÉÍÓÚ][a-z]))")
_TOGETHER = pattern(
    r"(?<=[a-záéíóúñ]{2})(?P<sign>[.!?](?=[A-ZÁÉÍÓÚÑ¿¡][a-záéíóúñ]+)|[,;](?=[^\W\d_]{2}))"
)
_MAY_TWICE = pattern(r"[,;:.!?][,;:.!?]")
_MAY_TOGETHER = pattern(r"[.!?,;][^\W\d_¿¡]|[.!?][¿¡]")
_SPACE_BEFORE = (" ,", " ;", " !", " ?", " .")
"""What a whole text has if one of its texts has any of these."""
_ADDRESS = pattern(r"@|://|www\.|\.(?:com|org|gov|net|edu|info|uk|de|fr|es|eu|us)\b", re.I)
_UNREAD = frozenset({"source", "clinic", "email"})
_NEAR = 40
"""Characters beside a sign in which an address or a short form may stand."""
_SPACED = frozenset({"fr"})
"""Languages that set a space before some signs."""


def open_bracket(view: View) -> Iterator[Finding]:
    """Find a bracket or a quotation mark without its other half."""
    for passage in _read(view):
        if not any(sign in passage.plain for sign in "()[]“”«»"):
            continue
        at = _unpaired(passage.plain, view.language)
        if at is not None:
            sign = passage.plain[at]
            other = _OPENED.get(sign) or _PAIRS[sign]
            yield Finding(
                f"“{_around(passage.plain, at)}” has a {sign} without its {other}",
                f"type the {other} where it belongs, or take the {sign} out",
                passage.text,
                passage.plain[at:].split(" ")[0],
                at,
            )


def doubled_sign(view: View) -> Iterator[Finding]:
    """Find signs that stand twice, or two that cannot follow each other: ",:", "..", "!!"."""
    for passage in _read(view) if _MAY_TWICE.search(view.whole.text) else ():
        for found in _TWICE.finditer(passage.plain):
            before = passage.plain[max(0, found.end() - _NEAR) : found.end()]
            if _ABBREVIATED.search(before):
                continue
            keep = found.group()[-1] if found.group()[0] in ",;:" else found.group()[0]
            start = passage.plain.rfind(" ", 0, found.start()) + 1
            yield Finding(
                f"“{_around(passage.plain, found.start())}” has the signs {found.group()} in a row",
                f"keep one: {keep}",
                passage.text,
                passage.plain[start : found.end()],
                start,
            )


def sign_space(view: View) -> Iterator[Finding]:
    """Find a space before a comma or a full stop, and none behind it: "bed .", "bed.Drink"."""
    text = view.whole.text
    may_be = _MAY_TOGETHER.search(text) or any(sign in text for sign in _SPACE_BEFORE)
    for passage in _read(view) if may_be else ():
        plain = passage.plain
        for found in _APART.finditer(plain) if view.language not in _SPACED else ():
            yield _spaced(passage, found, "has a space before it", "take the space out")
        for found in _TOGETHER.finditer(plain):
            near = plain[max(0, found.start() - _NEAR) : found.end() + _NEAR]
            if not _ADDRESS.search(near):
                yield _spaced(passage, found, "has no space behind it", "put a space behind it")


def _spaced(passage: Passage, found: re.Match[str], fault: str, hint: str) -> Finding:
    """Return a finding for a sign with a space too much or too few."""
    plain, at = passage.plain, found.start("sign")
    start = plain.rfind(" ", 0, max(0, at - 1)) + 1
    stop = next((n for n in range(at + 1, len(plain)) if plain[n] == " "), len(plain))
    words = plain[start:stop]
    message = f"the {found['sign']} in “{words}” {fault}"
    return Finding(message, hint, passage.text, words, start)


def _read(view: View) -> Iterator[Passage]:
    """Yield the texts whose signs are looked at."""
    return (passage for passage in view.passages if passage.role not in _UNREAD)


def _unpaired(text: str, language: str) -> int | None:
    """Return where a sign stands that has no other half; None if all have one."""
    opened: list[int] = []
    if language == "he":  # it opens with ” and closes with “
        text = text.translate(_TURNED)
    for found in _BRACKET.finditer(text):
        at, sign = found.start(), found.group()
        if sign in _OPENED and not (sign == "“" and language == "de"):
            opened.append(at)
        elif sign in _PAIRS and not (sign == "”" and language in ("de", "sv", "fi")):
            if opened and text[opened[-1]] == _PAIRS[sign]:
                opened.pop()
            elif not _is_label(text, at):
                return at
    return opened[0] if opened else None


def _is_label(text: str, at: int) -> bool:
    """Return whether a bracket closes the label of a list, "a)" or "1)", or is a smile."""
    return text[at] == ")" and bool(re.search(r"(?:^|\s)(?:\w|\d{1,2}|[:;]-?)$", text[:at]))


def _around(text: str, at: int) -> str:
    """Return the words about a place."""
    start = text.rfind(" ", 0, max(0, text.rfind(" ", 0, at))) + 1
    return " ".join(text[start : at + 20].split()[:4])
