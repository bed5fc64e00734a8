"""Signs that come along with pasted text: what draws nothing goes, odd letters become plain ones.

Only texts that are not plain ASCII come here. A sign that is refused is shown in its word.
"""

from __future__ import annotations

import re
from unicodedata import category, decomposition, name, normalize

from brochure.language.messages import printable, short
from brochure.reading.encoding import LINE_END
from brochure.reading.faults import Fault
from brochure.remember import remember

_HIDDEN: dict[int, str] = {
    0x00AD: "a soft hyphen",
    0x034F: "a joiner that draws nothing",
    0x180E: "a separator that draws nothing",
    0x200B: "a zero-width space",
    0x2060: "a word joiner",
    0xFEFF: "a byte-order mark",
    0xFFFC: "the place of an object that was not pasted",
    **dict.fromkeys(range(0x2061, 0x2065), "an operator that draws nothing"),
    **dict.fromkeys(range(0x206A, 0x2070), "a mark that draws nothing"),
    **dict.fromkeys(range(0xFFF9, 0xFFFC), "a mark that draws nothing"),
    **dict.fromkeys(range(0xFE00, 0xFE10), "a variation selector"),
    **dict.fromkeys(range(0xE0001, 0xE0080), "a tag that draws nothing"),
    **dict.fromkeys(range(0xE0100, 0xE01F0), "a variation selector"),
}
_IDLE = {chr(code): what for code, what in _HIDDEN.items()}
"""What draws nothing in any text."""
_DIRECTION = dict.fromkeys(
    "\u061c\u200e\u200f\u202a\u202c\u202d\u2066\u2068\u2069", "a mark of direction"
)
"""What draws nothing and turns nothing in a text that runs from left to right."""
_MARKS = {char: _DIRECTION[char] for char in "\u061c\u200e\u200f"}
"""Those that word processors put beside numbers, which we keep in order ourselves."""
_JOINERS = {"\u200c": "a non-joiner", "\u200d": "a joiner"}
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_ARABIC_NUMBER_SIGNS = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u08e2")
_WHY = {
    "Cc": "a control character",
    "Co": "a private-use character, which looks different on every computer",
    "Cn": "not a character that Unicode knows",
    "Cs": "half of a character",
}
_LINE_ENDS = "\n\r\x0b\x0c\x85\u2028\u2029" + LINE_END
_BLANKS = "\u00a0\u2002\u2003\u2007\u2009\u202f"
"""Spaces of a width of their own that a page may have."""
_KEPT = frozenset("…‥․″‴‶‷‼⁇⁈⁉№℡µĲĳ")
"""Signs of their own though Unicode can spell them with others."""
_FOLDED = frozenset(
    "<compat> <wide> <narrow> <square> <small> <vertical> <font> <circle>"
    " <isolated> <initial> <medial> <final>".split()
)
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹", "")
_TWINS = str.maketrans("‒―⋯≧≦⩾⩽➡⬅⬆⬇➔➜⟶", "–—…≥≤≥≤→←↑↓→→→", "\u20e3")
"""Signs that our faces lack, and those that say the same; a keycap is its digit."""
_REST = "[\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]"
_SPOILED = rf"[ÂÃ][\u0080-\u00bf]|Ã[€‚ƒ†‡ˆ‰Š‹ŒŽ˜™š›œžŸ]|â{_REST}{{2}}|(?:[ÐÑ]{_REST}){{2,}}"
"""Letters of UTF-8 that a program has taken for letters of Windows-1252."""
SYMBOL_SIGNS = range(0xF020, 0xF100)
"""The private codes of the fonts Symbol and Wingdings, in which Word types its list signs."""


def clean(text: str) -> tuple[str, tuple[Fault, ...]]:
    """Return a text in plain and composed letters, and its signs that cannot be printed.

    What draws nothing is left out, with a hint. Every kind of line end becomes that of Unix.
    """
    for end in _LINE_ENDS:
        text = text.replace(end, "\n")
    faults: list[Fault] = _spoiled(text)
    if not text.replace("\n", "").isprintable() or not _IDLE.keys().isdisjoint(text):
        text = _without_hidden(text, faults)
    far_east = any("\u2e80" <= char <= "\ud7ff" for char in text)
    odd = {char: _plain(char, far_east) for char in set(text) if char > "\u0131"}
    if any(char != plain for char, plain in odd.items()):
        text = text.translate({ord(char): plain for char, plain in odd.items()})
    if not far_east:
        text = text.translate(_TWINS)
    return normalize("NFC", text), tuple(faults)


def without_idle(text: str) -> str:
    """Return a text without what draws nothing in any text; the rest stays as it is."""
    return text if text.isascii() else "".join(char for char in text if char not in _IDLE)


def _spoiled(text: str) -> list[Fault]:
    """Return an error if letters were spoiled when a text was saved or copied: â€™ for ’."""
    held = re.finditer(_SPOILED, text) if not {*"ÂÃâÐÑ"}.isdisjoint(text) else ()
    found = next((each for each in held if _unspoiled(each) != each[0]), None)
    mended = re.sub(rf"{_SPOILED}|Ã{_REST}", _unspoiled, text) if found else text
    if found is None or mended == text:
        return []
    first = _unspoiled(found)
    message = f"`{found[0]}` was `{first}` before the text was spoiled when it was saved or copied"
    hint = f"Type: {printable(short(' '.join(mended.split()), 300))}"
    return [Fault(found[0], message, hint, becomes=mended, whole=True)]


def _unspoiled(found: re.Match[str]) -> str:
    data = b"".join(
        char.encode("cp1252") if char.encode("cp1252", "ignore") else char.encode("latin-1")
        for char in found[0]
    )
    try:
        plain = data.decode()
    except UnicodeDecodeError:
        return found[0]
    in_capitals = found.string[max(found.start() - 2, 0) : found.start()]
    honest = len(in_capitals) > 1 and in_capitals.isalpha() and in_capitals.isupper()
    return found[0] if honest and plain.islower() else plain  # «MANHÃ» is a word of its own


# ------------------------------------------------------------- hidden signs


def _without_hidden(text: str, faults: list[Fault]) -> str:
    """Return a text without its hidden signs, each noted: those that did nothing by a hint."""
    turns = any("\u0590" <= char <= "\u08ff" or "\ufb1d" <= char <= "\ufefc" for char in text)
    idle = _IDLE | (_MARKS if turns else _DIRECTION)
    kept, gone = [], set()
    for index, char in enumerate(text):
        shown = char.isprintable() and char not in _IDLE
        if shown or char == "\n" or char in _ARABIC_NUMBER_SIGNS:
            kept.append(char)
        elif category(char) == "Zs":
            kept.append(char if char in _BLANKS else " ")
        elif (char in _JOINERS and _joins(text, index)) or _parts(text, index):
            kept.append(char)
        elif char not in gone:
            gone.add(char)
            faults.append(_hidden_fault(text, index, idle))
    return "".join(kept)


def _joins(text: str, index: int) -> bool:
    """Return whether a joiner stands in a script whose letters change their form beside it."""
    before = text[index - 1] if index else ""
    return "\u0600" <= before < "\u1d00" or "\ua800" <= before < "\uac00" or before > "\uffff"


def _parts(text: str, index: int) -> bool:
    """Return whether a zero-width space parts words of a script that has no spaces."""
    beside = text[index - 1 : index] + text[index + 1 : index + 2]
    unspaced = (first <= char <= last for char in beside for first, last in _UNSPACED)
    return text[index] == "\u200b" and any(unspaced)


_UNSPACED = (("\u0e00", "\u0eff"), ("\u1000", "\u109f"), ("\u1780", "\u17ff"))
"""Thai and Lao, Burmese, and Khmer."""


def _hidden_fault(text: str, index: int, idle: dict[str, str]) -> Fault:
    char = text[index]
    word = _word(text, index)
    code = f"U+{ord(char):04X}"
    if char in idle or char in _JOINERS:
        what = idle.get(char) or _JOINERS[char]
        message = f"the word “{printable(word)}” holds {what} ({code}), which is left out"
        hint = f"Type `{_bare(word)}` afresh; it came with pasted text."
        return Fault(char, message, hint, "hint", "")
    label = f"{code} {name(char)}" if name(char, "") else code
    why = _WHY.get(category(char), "invisible")
    if char in _TURNING:
        why = "invisible and turns the direction of the text"
    message = f"the text holds {label}, which is {why}; it stands in the word “{printable(word)}”"
    again = _bare(word)
    hint = "Delete it and type what it stood for; it often comes with pasted text."
    if category(char) in ("Cf", "Cc") and again:
        hint = f"Delete the word and type it again: `{again}`. It often comes with pasted text."
        return Fault(char, message, hint, "error", "")
    return Fault(char, message, hint)


def _word(text: str, index: int) -> str:
    """Return the word that a sign stands in, or the two that it stands between."""
    start, end = index, index + 1
    while start and not text[start - 1].isspace() and index - start < 20:
        start -= 1
    while end < len(text) and not text[end].isspace() and end - index < 20:
        end += 1
    if end - start == 1:
        return short(" ".join([*text[:start].split()[-1:], text[index], *text[end:].split()[:1]]))
    return text[start:end]


def _bare(word: str) -> str:
    return "".join(char for char in word if char.isprintable() and char not in _IDLE)


# ------------------------------------------------------------ odd letters


@remember(4096)
def _plain(char: str, far_east: bool) -> str:
    """Return the plain letters of one in another form: a ligature, a wide or a circled one.

    Never what is raised, lowered or a fraction, as 10⁹ is not 109. Between Chinese or Japanese
    letters the wide signs are the right ones.
    """
    form, *codes = decomposition(char).split() or [""]
    if form not in _FOLDED or char in _KEPT or (codes[0] == "0020" and category(char) != "Zs"):
        return char
    if far_east and (form == "<circle>" or (form == "<wide>" and not char.isalnum())):
        return char
    if char in _BLANKS or "\ufdf0" <= char <= "\ufdff":
        return char
    plain = "".join(_plain(chr(int(code, 16)), far_east) for code in codes)
    if not all(_is_plain(letter) for letter in plain):
        return char
    if form == "<square>" and plain[0].isalpha():
        return plain.translate(_RAISED).replace("\u2215", "/").replace("\u03bc", "µ")
    return f"({plain})" if form == "<circle>" else plain.replace("\u2044", "/")


_PLAIN_SCRIPTS = (
    ("\0", "\u052f"),
    ("\u0600", "\u06ff"),
    ("\u1100", "\u11ff"),
    ("\u2000", "\u22ff"),
    ("\u3041", "\u30ff"),
)


def _is_plain(letter: str) -> bool:
    """Return whether a letter is of a script whose compatibility forms are only another dress."""
    return any(first <= letter <= last for first, last in _PLAIN_SCRIPTS)
