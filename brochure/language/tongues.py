"""The languages that the program has words of its own in: a file of `words/` each.

A file holds the language's names, the fixed words of a page (`Phrases`), of a mail (`MailWords`)
and of a new handout. English stands in the code, where a plain run has it for nothing.
"""

from __future__ import annotations

from pathlib import Path

from brochure._startup.records import dataclass
from brochure.language.fixed_words import MailWords, Phrases
from brochure.language.tags import primary_tag
from brochure.remember import remember

WORDS = Path(__file__).parent / "words"
TAGS: dict[str, str] = {
    **{tag: tag for tag in "am ar bn cs de es fa fil fr he hi hmn ht hy it ja km ko".split()},
    **{tag: tag for tag in "nl pa pl pt ru so th vi".split()},
    "iw": "he",
    "tl": "fil",
    "prs": "fa",
    "zh": "zh-hans",
    "cmn": "zh-hans",
    "yue": "zh-hant",
}
"""The file of words of each primary tag, in small letters; old and near tags beside today's."""
TRADITIONAL = frozenset(("hant", "tw", "hk", "mo"))
"""Subtags of Chinese that is written in traditional characters."""


@dataclass(frozen=True, slots=True)
class Tongue:
    """A language: its own name, its English name, and the program's words in it."""

    own_name: str
    english_name: str
    reviewed_by_native: bool
    phrases: Phrases
    mail: MailWords
    starter: dict[str, str]


def file_of(language: str) -> str:
    """Return the name of the file of words for a BCP 47 tag, without its end; "" if none is."""
    stem = TAGS.get(primary_tag(language), "")
    if stem == "zh-hans" and TRADITIONAL.intersection(language.lower().split("-")):
        return "zh-hant"
    return stem


def tongue_of(language: str) -> Tongue | None:
    """Return the language of a BCP 47 tag; None if the program has no words of it, or English."""
    stem = file_of(language)
    return _read(stem) if stem else None


@remember(64)
def _read(stem: str) -> Tongue:
    """Return what a file of words holds; TypeError if one of its words is missing or unknown."""
    import tomllib

    held = tomllib.loads((WORDS / f"{stem}.toml").read_text("utf-8"))
    phrases, mail = Phrases(**held.pop("phrases")), MailWords(**held.pop("mail"))
    return Tongue(phrases=phrases, mail=mail, **held)
