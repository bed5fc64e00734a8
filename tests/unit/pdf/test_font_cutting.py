"""Subsets are cut as ReportLab cuts them, and nothing is made twice that all of a font share."""

from __future__ import annotations

import random
from io import BytesIO

import pytest
from fontTools.ttLib import TTFont

from brochure.pdf import font_cutting
from brochure.pdf.font_cutting import Cutter
from brochure.typeset.font_tables import FontTables
from tests.conftest import ROOT

FONTS = sorted((ROOT / "assets/fonts").rglob("*.ttf"))
SAMPLE = ROOT / "assets/fonts/Regular.ttf"
ACCENTED = "ÄÀÁŸŻźçêñ"
"""Letters that are put together of others, which must come with them."""


def opened(path=SAMPLE) -> FontTables:
    return FontTables(path.read_bytes())


def codes(chars: str) -> tuple[int, ...]:
    return (0, *map(ord, chars))


@pytest.mark.parametrize("path", FONTS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_every_bundled_font_is_cut_the_same(path):
    font, chance = opened(path), random.Random(path.stem)
    cutter, every = Cutter(font), sorted(font.charToGlyph)
    for size in (0, 1, 2, 30, 100, 250):
        slots = (0, *chance.sample(every, min(size, len(every))))
        assert cutter.cut(slots) == font.makeSubset(slots)


def test_letters_put_together_of_others_keep_their_parts():
    font = opened()
    cutter = Cutter(font)
    for text in (ACCENTED, ACCENTED[::-1], "Ä", "AÄ", "aÀz"):
        data = cutter.cut(codes(text))
        assert data == font.makeSubset(codes(text))
        glyphs = TTFont(BytesIO(data))["glyf"]
        names = set(glyphs.keys())
        composite = [glyphs[name] for name in names if glyphs[name].isComposite()]
        assert composite
        assert all(part.glyphName in names for each in composite for part in each.components)


def test_codes_left_free_and_characters_that_are_lacking_show_the_missing_sign():
    font = opened()
    slots = (0, 0, ord("a"), 0, 0x10FFFF, ord("b"), 0)
    assert Cutter(font).cut(slots) == font.makeSubset(slots)


def test_outlines_of_any_length_are_found():
    """Beyond 128 kB `loca` has numbers of 32 bits."""
    source = next(path for path in FONTS if path.stat().st_size > 400_000)
    font = opened(source)
    slots = tuple(sorted(font.charToGlyph))
    data = Cutter(font).cut(slots)
    assert data == font.makeSubset(slots)
    assert TTFont(BytesIO(data))["head"].indexToLocFormat == 1


def test_a_glyph_is_taken_from_its_font_once(monkeypatch):
    taken = []
    parts = font_cutting._parts
    monkeypatch.setattr(font_cutting, "_parts", lambda data: taken.append(0) or parts(data))
    cutter = Cutter(opened())
    cutter.cut(codes("abcdef"))
    assert len(taken) == 7
    cutter.cut(codes("bcdefg"))
    assert len(taken) == 8
