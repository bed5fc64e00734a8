"""How languages beside those of the first family are written and set: a row for each way."""

from __future__ import annotations

from brochure._startup.records import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    Breaks = Literal["spaces", "signs", "phrases", "words"]
    """Where lines end: at spaces; between Han and kana; between Japanese phrases; between the
    words of a script that has no spaces, which a dictionary knows."""


@dataclass(frozen=True, slots=True)
class Writing:
    """How a language is written and set; ``family`` is a folder of the bundled fonts.

    ``tight`` is the least leading, a ratio to the size; ``characters`` is how many say about
    as much as an English word, where spaces do not tell words apart; else 0.
    """

    name: str
    family: str
    scripts: tuple[str, ...] = ()
    tight: float = 1.3
    shaped: bool = False
    rtl: bool = False
    italic: bool = False
    breaks: Breaks = "spaces"
    characters: float = 0.0


HAN, THAI = 5 / 3, 5.0
"""So many characters say about as much as an English word: in Han and kana, in Thai and Khmer."""

WRITINGS: dict[str, Writing] = {
    row.name: row
    for row in (
        Writing("European", "noto-sans", italic=True),
        Writing("Vietnamese", "noto-sans", tight=1.38, italic=True),
        Writing("Armenian", "noto-sans-armenian"),
        Writing("Ethiopic", "noto-sans-ethiopic"),
        Writing("Devanagari", "noto-sans-devanagari", ("Devanagari",), 1.4, shaped=True),
        Writing("Gurmukhi", "noto-sans-gurmukhi", ("Gurmukhi",), 1.4, shaped=True),
        Writing("Bengali", "noto-sans-bengali", ("Bengali",), 1.4, shaped=True),
        Writing("Simplified Chinese", "noto-sans-sc", (), 1.45, breaks="signs", characters=HAN),
        Writing("Traditional Chinese", "noto-sans-tc", (), 1.45, breaks="signs", characters=HAN),
        Writing("Japanese", "noto-sans-jp", (), 1.45, breaks="phrases", characters=HAN),
        Writing("Korean", "noto-sans-kr", (), 1.45),
        Writing("Arabic", "noto-sans-arabic", ("Arabic",), 1.5, shaped=True, rtl=True),
        Writing("Persian", "vazirmatn", ("Arabic",), 1.45, shaped=True, rtl=True),
        Writing("Hebrew", "noto-sans-hebrew", ("Hebrew",), 1.3, shaped=True, rtl=True),
        Writing("Thai", "noto-sans-thai", ("Thai",), 1.45, True, breaks="words", characters=THAI),
        Writing("Khmer", "noto-sans-khmer", ("Khmer",), 1.6, True, breaks="words", characters=THAI),
    )
}
"""Each way of writing that can be set beside that of the first family: a row each."""
