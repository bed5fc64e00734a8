"""The scripts: what each needs to be set, and which of them a handout's language is written in.

Having a script's letters is not being able to set it: Arabic joins its letters and runs from the
right, Hindi reorders them. So what may be set is told by script, whatever the font has.
"""

from __future__ import annotations

from bisect import bisect_right

from brochure.remember import remember

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from brochure.model import Text
    from brochure.typeset.writings import Writing

LANGUAGES: dict[str, str] = {
    **dict.fromkeys("ru uk be bg mk sr kk ky mn tg el".split(), "European"),
    "vi": "Vietnamese",
    "hy": "Armenian",
    **dict.fromkeys("am ti".split(), "Ethiopic"),
    **dict.fromkeys("hi mr ne".split(), "Devanagari"),
    "pa": "Gurmukhi",
    **dict.fromkeys("bn as".split(), "Bengali"),
    "zh-hans": "Simplified Chinese",
    "zh-hant": "Traditional Chinese",
    "ja": "Japanese",
    "ko": "Korean",
    "ar": "Arabic",
    **dict.fromkeys("fa prs".split(), "Persian"),
    **dict.fromkeys("he iw".split(), "Hebrew"),
    "th": "Thai",
    "km": "Khmer",
}
"""The way of writing of each language by its primary tag, in small letters; Chinese has two."""
CHINESE = ("zh", "cmn", "yue", "wuu", "nan", "hak")
TRADITIONAL = frozenset(("hant", "tw", "hk", "mo"))

SCRIPTS: tuple[tuple[int, int, str], ...] = (
    (0x0000, 0x0040, ""),
    (0x0041, 0x005A, "European"),
    (0x005B, 0x0060, ""),
    (0x0061, 0x007A, "European"),
    (0x007B, 0x00BF, ""),
    (0x00C0, 0x00D6, "European"),
    (0x00D7, 0x00D7, ""),
    (0x00D8, 0x00F6, "European"),
    (0x00F7, 0x00F7, ""),
    (0x00F8, 0x02C1, "European"),
    (0x02C2, 0x02DF, ""),
    (0x02E0, 0x02E4, "European"),
    (0x02E5, 0x036F, ""),
    (0x0370, 0x052F, "European"),
    (0x0530, 0x058F, "Armenian"),
    (0x0590, 0x05FF, "Hebrew"),
    (0x0600, 0x06FF, "Arabic"),
    (0x0750, 0x077F, "Arabic"),
    (0x0870, 0x08FF, "Arabic"),
    (0x0900, 0x0963, "Devanagari"),
    (0x0964, 0x0965, ""),
    (0x0966, 0x097F, "Devanagari"),
    (0x0980, 0x09FF, "Bengali"),
    (0x0A00, 0x0A7F, "Gurmukhi"),
    (0x0E00, 0x0E3E, "Thai"),
    (0x0E3F, 0x0E3F, ""),
    (0x0E40, 0x0E7F, "Thai"),
    (0x10A0, 0x10FF, "Georgian"),
    (0x1100, 0x11FF, "Hangul"),
    (0x1200, 0x139F, "Ethiopic"),
    (0x1780, 0x17FF, "Khmer"),
    (0x19E0, 0x19FF, "Khmer"),
    (0x1AB0, 0x1AFF, ""),
    (0x1C80, 0x1C8F, "European"),
    (0x1C90, 0x1CBF, "Georgian"),
    (0x1CD0, 0x1CFF, "Devanagari"),
    (0x1D00, 0x1DBF, "European"),
    (0x1DC0, 0x1DFF, ""),
    (0x1E00, 0x1FFF, "European"),
    (0x2000, 0x2BFF, ""),
    (0x2C60, 0x2C7F, "European"),
    (0x2D80, 0x2DDF, "Ethiopic"),
    (0x2DE0, 0x2DFF, "European"),
    (0x2E00, 0x2E7F, ""),
    (0x2E80, 0x2FDF, "Han"),
    (0x2FF0, 0x3004, ""),
    (0x3005, 0x3007, "Han"),
    (0x3008, 0x3040, ""),
    (0x3041, 0x30FF, "Kana"),
    (0x3100, 0x312F, "Bopomofo"),
    (0x3130, 0x318F, "Hangul"),
    (0x31A0, 0x31BF, "Bopomofo"),
    (0x31C0, 0x31EF, "Han"),
    (0x31F0, 0x31FF, "Kana"),
    (0x3200, 0x33FF, ""),
    (0x3400, 0x4DBF, "Han"),
    (0x4E00, 0x9FFF, "Han"),
    (0xA640, 0xA69F, "European"),
    (0xA700, 0xA7FF, "European"),
    (0xA8E0, 0xA8FF, "Devanagari"),
    (0xA960, 0xA97F, "Hangul"),
    (0xAB00, 0xAB2F, "Ethiopic"),
    (0xAB30, 0xAB6F, "European"),
    (0xAC00, 0xD7FF, "Hangul"),
    (0xE000, 0xF8FF, ""),
    (0xF900, 0xFAFF, "Han"),
    (0xFB00, 0xFB06, "European"),
    (0xFB13, 0xFB17, "Armenian"),
    (0xFB1D, 0xFB4F, "Hebrew"),
    (0xFB50, 0xFDFF, "Arabic"),
    (0xFE00, 0xFE6F, ""),
    (0xFE70, 0xFEFE, "Arabic"),
    (0xFEFF, 0xFF65, ""),
    (0xFF66, 0xFF9F, "Kana"),
    (0xFFA0, 0xFFDC, "Hangul"),
    (0xFFE0, 0xFFFF, ""),
    (0x1F000, 0x1FAFF, ""),
    (0x20000, 0x3FFFF, "Han"),
    (0xE0000, 0x10FFFF, ""),
)
"""The script of each range of characters (Unicode, Scripts.txt), "" for signs of all scripts; what
lies between two ranges is of a script that cannot be set."""
_STARTS = [start for start, _, _ in SCRIPTS]

PLAIN = frozenset(
    ("", "European", "Armenian", "Georgian", "Ethiopic", "Han", "Kana", "Bopomofo", "Hangul")
)
"""The scripts whose letters stand one behind the other as they are: a font is all they need."""
FROM_RIGHT = frozenset(("Arabic", "Hebrew"))
"""The scripts that run from the right."""
OTHER = "other"
"""What `script_of` says of a script that is in no row."""


KNOWN_CHARACTERS = 4096
"""How many characters a process remembers, with their script."""


@remember(KNOWN_CHARACTERS)
def script_of(char: str) -> str:
    """Return a character's script: "" for a sign of all scripts, OTHER for one not in SCRIPTS."""
    code = ord(char)
    _, last, name = SCRIPTS[bisect_right(_STARTS, code) - 1]
    return name if code <= last else OTHER


def writing_of(language: str) -> Writing | None:
    """Return how a BCP 47 tag's language is written; None where the first family serves."""
    primary, *others = language.lower().split("-")
    if primary in CHINESE:
        old = TRADITIONAL.intersection(others) or (primary == "yue" and "hans" not in others)
        primary = "zh-hant" if old else "zh-hans"
    name = LANGUAGES.get(primary)
    if name is None:
        return None
    from brochure.typeset.writings import WRITINGS

    return WRITINGS[name]


def unsettable(texts: Iterable[Text], writing: Writing | None) -> dict[str, tuple[Text, str]]:
    """Return the scripts that cannot be set in a handout, each with its first text and letter.

    Words that are marked as another language's may be in its script.
    """
    settable = PLAIN.union(writing.scripts) if writing else PLAIN
    found: dict[str, tuple[Text, str]] = {}
    for text in texts:
        for span in text.spans:
            if span.text.isascii() or max(span.text) < "\u0590":
                continue
            marked = writing_of(span.lang) if span.lang else None
            also = marked.scripts if marked else ()
            for char in span.text:
                script = script_of(char)
                if script not in settable and script not in also:
                    found.setdefault(_spoken(char), (text, char))
    return found


def _spoken(char: str) -> str:
    """Return the name of a character's script for people."""
    name = script_of(char)
    if name != OTHER:
        return name
    from unicodedata import name as unicode_name

    return unicode_name(char, "unknown").partition(" ")[0].capitalize()
