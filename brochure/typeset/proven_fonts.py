"""A brand's own fonts, proven before they are used: whole, with letters, and bold in bold."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from string import ascii_letters, digits

from brochure.typeset.glyph_outlines import broken as broken_letter
from brochure.typeset.glyph_outlines import draw_alike, outline
from brochure.typeset.sfnt import Sfnt, read_sfnt

WIDEST = 4.0
"""Ems; a letter that claims to be wider is damaged."""
MISSING = 0
"""The glyph that stands for characters that a font lacks; every subset holds it."""
MOST_LACKING = 20
"""Letters and digits that a font may lack and still be one for texts."""


def proven(path: Path, data: bytes) -> tuple[Sfnt, bytes]:
    """Return a font, proven, and a plain copy of it; raise ValueError with a sentence."""
    try:
        font = read_sfnt(data)
        _check_letters(font)
    except ValueError as error:
        raise ValueError(f"{path.name} {error}") from error
    name = re.sub(r"[^A-Za-z0-9-]", "", path.stem)[:40] or "Font"
    return font, font.rebuilt(name)


def _check_letters(font: Sfnt) -> None:
    """Raise ValueError for a font without letters, or with broken ones."""
    lacking = [char for char in ascii_letters + digits if ord(char) not in font.characters]
    if len(lacking) > MOST_LACKING:
        raise ValueError(f"draws no letters such as {', '.join(lacking[:3])}: use another font")
    if broken(font, ascii_letters + digits) or not _whole(font, MISSING):
        raise broken_letter()


def broken(font: Sfnt, text: Iterable[str]) -> list[str]:
    """Return the characters whose outline breaks off, or that are absurdly wide."""
    return [char for char in text if not _whole(font, font.characters.get(ord(char), 0))]


def _whole(font: Sfnt, glyph: int) -> bool:
    if font.advances[glyph] > WIDEST * font.units:
        return False
    try:
        outline(font, glyph)
    except ValueError:
        return False
    return True


def check_bold(regular: Sfnt | None, bold: Sfnt | None) -> None:
    """Raise ValueError, with a sentence, if bold words would look like all others."""
    if regular and bold and draw_alike(regular, bold, ascii_letters):
        raise ValueError(
            "bold draws the same letters as regular, so nothing would stand out:"
            " take the family's bold font for it"
        )
