"""Language tags (BCP 47)."""

from __future__ import annotations


def primary_tag(language: str) -> str:
    """Return the primary language of a BCP 47 tag, in small letters: "en" of "en-US"."""
    return language.partition("-")[0].lower()


def is_english(language: str) -> bool:
    """Return whether a BCP 47 tag is one of English."""
    return primary_tag(language) == "en"


FROM_RIGHT = frozenset("ar arc arz ckb dv fa he iw ks ku ps sd syr ug ur yi".split())
FROM_RIGHT_SCRIPTS = frozenset("adlm arab hebr mand nkoo rohg samr syrc thaa".split())
"""Primary tags of languages that are written from right to left, and tags of such scripts."""


def runs_from_right(language: str) -> bool:
    """Return whether a language is written from right to left; a script in its tag decides."""
    primary, *rest = language.lower().split("-")
    script = next((part for part in rest if len(part) == 4 and part.isalpha()), "")
    return script in FROM_RIGHT_SCRIPTS if script else primary in FROM_RIGHT
