"""Fonts are read as ReportLab reads them, and refused as it refuses them."""

from __future__ import annotations

import random
from io import BytesIO
from struct import pack_into, unpack_from

import pytest
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable
from reportlab.pdfbase.ttfonts import TTFontFace

from brochure.typeset.font_tables import FontTables
from tests.conftest import ROOT

FONTS = sorted((ROOT / "assets/fonts").rglob("*.ttf"))
SAMPLE = ROOT / "assets/fonts/Regular.ttf"
PARTS = (
    *("charToGlyph", "charWidths", "hmetrics", "glyphPos", "defaultWidth", "bbox", "name"),
    *("ascent", "descent", "capHeight", "stemV", "flags", "italicAngle", "numGlyphs"),
)


def opened(kind, data: bytes):
    """What a class makes of a font, or the words of its refusal."""
    try:
        face = kind(data) if kind is FontTables else kind(BytesIO(data))
    except Exception as error:
        return type(error).__name__, str(error)
    found = {part: getattr(face, part) for part in PARTS}
    return found | {"hmetrics": whole(found["hmetrics"], data)}


def whole(metrics, data: bytes):
    """Metrics with the last full advance in whole units where ReportLab repeats it scaled."""
    rows = [unpack_from(">4sIII", data, 12 + 16 * row) for row in range(data[5])]
    start = next(start for tag, _, start, _ in rows if tag == b"hhea")
    full = unpack_from(">H", data, start + 34)[0]
    return [*metrics[:full], *[(metrics[full - 1][0], bearing) for _, bearing in metrics[full:]]]


def with_map(kind: int, chars: dict[int, str]) -> bytes:
    """The sample with its characters mapped in another format."""
    font = TTFont(SAMPLE)
    table = CmapSubtable.newSubtable(kind)
    table.platformID, table.platEncID, table.language = 3, 1, 0
    table.cmap = chars
    font["cmap"].tables = [table]
    data = BytesIO()
    font.save(data)
    return data.getvalue()


@pytest.mark.parametrize("path", FONTS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_every_bundled_font_is_read_the_same(path):
    data = path.read_bytes()
    assert opened(FontTables, data) == opened(TTFontFace, data)


def test_the_long_tables_are_not_read_number_by_number(monkeypatch):
    calls = []
    read = TTFontFace.read_ushort
    monkeypatch.setattr(TTFontFace, "read_ushort", lambda self: calls.append(0) or read(self))
    FontTables(SAMPLE.read_bytes())
    assert len(calls) < 150


@pytest.mark.parametrize("kind", [0, 4, 6, 12])
def test_every_way_to_map_characters(kind):
    font = TTFont(SAMPLE)
    chars = {code: name for code, name in font.getBestCmap().items() if code < 256}
    if kind == 0:
        chars = {code: name for code, name in chars.items() if font.getGlyphID(name) < 256}
    data = with_map(kind, chars)
    assert opened(FontTables, data) == opened(TTFontFace, data)
    assert isinstance(opened(FontTables, data), dict)


@pytest.mark.parametrize("seed", range(20))
def test_segments_of_any_kind(seed):
    """Characters in any order, whose glyphs are listed where they are not in a row."""
    chance = random.Random(seed)
    names = TTFont(SAMPLE).getGlyphOrder()
    chars = {code: chance.choice(names) for code in chance.sample(range(32, 60000), 300)}
    for start in chance.sample(range(32, 60000), 10):
        at = chance.randrange(len(names) - 30)
        chars |= {start + step: names[at + step] for step in range(chance.randrange(30))}
    data = with_map(4, chars)
    assert opened(FontTables, data) == opened(TTFontFace, data)


@pytest.mark.parametrize("seed", range(40))
def test_a_broken_font_is_refused_or_read_as_reportlab_does(seed):
    chance = random.Random(seed)
    data = bytearray(SAMPLE.read_bytes())
    places = [unpack_from(">4sIII", data, 12 + 16 * row) for row in range(data[5])]
    where = {tag: (start, length) for tag, _, start, length in places}
    tag = chance.choice([b"cmap", b"hmtx", b"loca", b"head", b"hhea", b"maxp"])
    start, length = where[tag]
    for _ in range(chance.randrange(1, 4)):
        at = start + chance.randrange(min(length, 60)) // 2 * 2
        pack_into(">H", data, at, chance.choice([0, 1, 2, 3, 4, 0xFFFF, chance.randrange(65536)]))
    if chance.random() < 0.3:
        del data[start + chance.randrange(length) :]
    assert opened(FontTables, bytes(data)) == opened(TTFontFace, bytes(data))
