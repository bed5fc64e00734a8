"""Marks of other markups left in a text: web tags and codes, Markdown, footnotes, stray quotes.

They would be printed as typed. Each text that holds some is told of once, with the text as it
should be typed.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from brochure.language.messages import short, typed
from brochure.reading.faults import Fault
from brochure.remember import remember

MOST = 8000
"""Characters of the longest text that is looked through; two pages hold fewer."""
_TAGS = (
    "a|abbr|article|b|big|blockquote|body|br|button|center|cite|code|dd|del|div|dl|dt|em|font"
    "|footer|form|h[1-6]|head|header|hr|html|i|img|input|ins|label|li|main|mark|nav|o:p|ol|option"
    "|p|pre|s|script|section|select|small|span|strike|strong|style|sub|sup|table|tbody|td|tfoot"
    "|th|thead|tr|u|ul|video"
)
_TAG = rf"</?(?:{_TAGS})(?:\s[^<>]*)?/?>"
_NOTE = r"(?:\^?\d{1,3}(?:[,–-] ?\d{1,3})*|citation needed|edit|note \d+)"
Mending = tuple[str, str, str]
"""A pattern, what to type in its place, and what it is."""

_ROWS: tuple[Mending, ...] = (
    (r"\s*<!--.{0,400}?-->", "", "a note of a web page"),
    (r"<(b|strong)(?:\s[^<>]*)?>(.{0,200}?)</\1>", r"**\2**", "a web tag"),
    (r"<(i|em)(?:\s[^<>]*)?>(.{0,200}?)</\1>", r"*\2*", "a web tag"),
    (r"<sub>(\S{1,12}?)</sub>", r"~\1~", "a web tag"),
    (r"<sup>(\S{1,12}?)</sup>", r"^\1^", "a web tag"),
    (
        r"<a\s[^<>]{0,80}href=[\"']?([^\"'<>\s]{1,300})[^<>]{0,200}>(.{0,200}?)</a>",
        r"[\2](\1)",
        "a web tag",
    ),
    (r"\s*<(?:br|hr|/p|/div|/li|/td|/th|/tr)\s*/?>\s*", " ", "a web tag"),
    (_TAG, "", "a web tag"),
    (r"^#{1,6}\s+(?=\S)", "", "a heading mark"),
    (r"(?<![\w_])__(?=[^\s_])(.{1,200}?)(?<=[^\s_])__(?![\w_])", r"**\1**", "a mark for bold"),
    (
        r"(?<![\w_/.@:\\])_(?=[^\s_])([^_]{1,200}?)(?<=[^\s_])_(?![\w_])",
        r"*\1*",
        "a mark for italic",
    ),
    (r"\s*~~(?=\S)(.{1,200}?)(?<=\S)~~", "", "a mark for struck words"),
    (
        r"(?<![^\s(])\*\*(?=[^\s*])([^*]{1,200}?)\s+\*\*(?!\*)",
        r"**\1**",
        "bold with a space inside its stars",
    ),
    (
        r"(?<![^\s(])\*\*\s+([^*]{0,200}?[^\W\d_]{3}[^*]{0,200}?)\s*\*\*(?!\*)",
        r"**\1**",
        "bold with a space inside its stars",
    ),
    (r"<((?:https?://|mailto:)[^\s<>]{1,300}|[\w.+-]{1,64}@[\w.-]{1,64})>", r"\1", "a link's mark"),
    (r"(`{1,3})(?=\S)([^`]{1,200}?)(?<=\S)\1", r"\2", "a mark for code"),
    (r"(?<!!)\[([^\[\]]{1,200})\]\(\s*\)", r"\1", "a link without an address"),
    (r"(?<!!)\[(?!\^?\d)([^\[\]]{1,200})\]\[[\w ]{0,40}\]", r"\1", "a link without its address"),
    (r"!\[([^\[\]]{0,200})\]\([^)\s]{0,300}\)", r"\1", "a picture's mark"),
    (r"\[\[([^\[\]|]+)(?:\|[^\[\]]*)?\]\]", r"\1", "a wiki link"),
    (r"(?<=\S)\[[A-Z]{2,3}\d{1,2}\]", "", "the mark of a comment in Word"),
    (rf"(?<=[^\s\[])\[{_NOTE}\](?![({{\]])", "", "a footnote mark"),
    (rf"(?<!see)(?<! and)(?<! or) \[{_NOTE}\](?![({{\]])", "", "a footnote mark"),
    (r"\\(?:textbf|textit|emph|text|mathrm)\{([^{}]{0,200})\}", r"\1", "a mark of LaTeX"),
    *(
        (rf"\$?\\{code}(?![a-z])\$?", sign, "a mark of LaTeX")
        for code, sign in (("geq?", "≥"), ("leq?", "≤"), ("pm", "±"), ("times", "×"), ("mu", "µ"))
    ),
    (r"\\([_#.!+>~-])(?![\\/\w]|$)", r"\1", "a backslash"),
)


@remember(1)
def _mendings() -> tuple[tuple[re.Pattern[str], str, str], ...]:
    return tuple((re.compile(pattern, re.I), new, what) for pattern, new, what in _ROWS)


@remember(1)
def _place() -> re.Pattern[str]:
    """Return what finds what a template or a colleague left to be filled in."""
    first = (
        "insert|enter|add|fill|type|your|clinic|clinic's|patient|patient's|provider|doctor|date|name"
        "|phone|address|number|tbd|tbc|todo|ask|check|confirm|see if|needs|xx+"
    )
    return re.compile(
        rf"\[(?:{first})\b[^\[\]]{{0,120}}\](?![(\[{{])|\{{\{{(?!\W{{0,9}}(?:phone|tel|clinic|city|addr|hour|web|e-?mail))[^{{}}]{{1,60}}\}}\}}"
        r"|«\w*_\w*»|<<[^<>]{1,60}>>|(?-i:\b(?:TODO|TBD|FIXME)\b:?)",
        re.IGNORECASE,
    )


@remember(1)
def _entity() -> re.Pattern[str]:
    return re.compile(r"&(?:#\d{1,6}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")


def leftovers(words: str) -> tuple[Fault, ...]:
    """Return a warning if a text holds marks of another markup or a stray quote."""
    if len(words) > MOST:
        return ()
    place = _place().search(words)
    if place:
        message = f"`{short(place[0], 30)}` is a note or a place to fill in; it is printed as typed"
        hint = "Type what belongs there, or delete it."
        return (Fault(place[0], message, hint, "warning"),)
    mended, needle, what = words, "", ""
    for _ in range(3):
        before = mended
        for find in (_codes, _marks, _quotes):
            mended, first, name = find(mended)
            if not what:
                needle, what = first, name
        if mended == before:
            break
    mended = " ".join(mended.split())
    if not what or not mended:
        return ()
    message = f"`{short(needle, 30)}` is {what}; it is printed as typed"
    hint = f"Type: {typed(short(mended, 300))}"
    return (Fault(needle, message, hint, "warning", mended, whole=True),)


def _codes(words: str) -> tuple[str, str, str]:
    """Return a text with the codes of web pages spelled out, the first of them, what it is."""
    if "&" not in words:
        return words, "", ""
    from html import unescape

    first = ""
    for code in dict.fromkeys(_entity().findall(words)):
        plain = unescape(code)
        if plain != code:
            first = first or code
            words = words.replace(code, plain.replace("\u00a0", " "))
    return words, first, "a code of web pages" if first else ""


def _marks(words: str) -> tuple[str, str, str]:
    needle = what = ""
    for pattern, new, name in _mendings():
        found = pattern.search(words)
        if found:
            if not what:
                needle, what = found[0].strip(), name
            words = pattern.sub(new, words)
    return words, needle, what


_OPENERS = {"“": '”“"', "„": "“”", "«": "»"}
_CLOSERS = {"”": '“„”"', "»": "«"}


def _quotes(words: str) -> tuple[str, str, str]:
    """Return a text without a quote at its end or start that has no partner."""
    what = "a quote without a partner"
    first, last = words[:1], words[-1:]
    if first in _OPENERS and not any(mark in words[1:] for mark in _OPENERS[first]):
        return words[1:], first, what
    if last in _CLOSERS and not any(mark in words[:-1] for mark in _CLOSERS[last]):
        return words[:-1], last, what
    if words.count('"') % 2 and len(words) > 1:
        if last == '"' and not words[-2].isdigit():
            return words[:-1], last, what
        if first == '"':
            return words[1:], first, what
    return words, "", ""


# ---------------------------------------------------------- raised, lowered

_LOWERED = dict(
    zip("0123456789+-=()aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ", strict=True)
)
_RAISED = dict(
    zip(
        "0123456789+-=()abcdefghijklmnoprstuvwxyz",
        "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ",
        strict=True,
    )
)
_SHIFTS = (("~", _LOWERED, "lowered"), ("^", _RAISED, "raised"))


@remember(2)
def _shift(mark: str) -> re.Pattern[str]:
    sign = re.escape(mark)
    return re.compile(rf"(?<=[\w)\]]){sign}([^\s{sign}]{{1,12}}){sign}(?!{sign})")


def shifted(words: str) -> tuple[str, tuple[Fault, ...]]:
    """Return a text with ``H~2~O`` and ``10^9^`` in lowered and raised signs.

    What has no such sign stays as typed and is told.
    """
    faults: list[Fault] = []
    for mark, signs, how in _SHIFTS:
        if words.count(mark) > 1:
            words = _shift(mark).sub(_shifter(signs, how, faults), words)
    return words, tuple(faults)


def _shifter(
    signs: dict[str, str], how: str, faults: list[Fault]
) -> Callable[[re.Match[str]], str]:
    def shift(found: re.Match[str]) -> str:
        inner = found[1].replace("−", "-").replace("–", "-")
        if all(char in signs for char in inner):
            return "".join(signs[char] for char in inner)
        odd = next(char for char in inner if char not in signs)
        message = f"`{odd}` has no {how} form, so `{found[0]}` is printed as typed"
        faults.append(Fault(found[0], message, f"Type it plainly: {found[1]}", "warning", found[1]))
        return found[0]

    return shift
