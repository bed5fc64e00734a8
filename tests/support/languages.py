"""The fixture handouts of other languages, and stand-ins for fixed words that a language lacks."""

from __future__ import annotations

from pathlib import Path

import pytest

from brochure._startup.records import replace
from brochure.language import phrases
from tests.conftest import ROOT

FOLDER = ROOT / "tests" / "handouts" / "languages"
FILES: dict[str, Path] = {file.stem: file for file in sorted(FOLDER.glob("*.yaml"))}
"""The fixture of each language, by its tag."""


def lend_words(monkeypatch: pytest.MonkeyPatch, *tags: str) -> None:
    """Give languages that have no fixed words yet those of English, which differ by a letter."""
    for tag in tags:
        if phrases.phrases(tag) is phrases.ENGLISH:
            lent = replace(phrases.ENGLISH, notes="My questions")
            monkeypatch.setitem(phrases.LANGUAGES, phrases.primary_tag(tag), lent)
