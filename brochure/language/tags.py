"""Language tags (BCP 47)."""

from __future__ import annotations


def primary_tag(language: str) -> str:
    """Return the primary language of a BCP 47 tag, in small letters: "en" of "en-US"."""
    return language.partition("-")[0].lower()
