"""Glyphs as paths, beside what fontTools reads of the same font."""

from __future__ import annotations

from io import BytesIO
from struct import pack, unpack_from

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.areaPen import AreaPen
from fontTools.pens.boundsPen import BoundsPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.svgLib.path import parse_path
from fontTools.ttLib import TTFont

from brochure.output.glyph_paths import glyph_path, paths_of
from brochure.typeset.fonts import bundled_files, open_faces
from brochure.typeset.glyph_outlines import OFFSETS, contours
from brochure.typeset.sfnt import Sfnt, read_sfnt

SHOWN = "AOgi%&é½ñçŵ—☎"


@pytest.mark.parametrize("role", ["regular", "bold", "italic"])
def test_the_area_and_the_edges_are_those_of_the_font(role):
    path = bundled_files()[role]
    ours, font = read_sfnt(path.read_bytes()), TTFont(path)
    glyphs, names = font.getGlyphSet(), font.getGlyphOrder()
    for char in filter(lambda char: ord(char) in ours.characters, SHOWN):
        number = ours.characters[ord(char)]
        area, bounds = AreaPen(glyphs), BoundsPen(glyphs)
        own_area, own_bounds = AreaPen(), BoundsPen(None)
        for pen in (area, bounds):
            glyphs[names[number]].draw(pen)
        for pen in (own_area, own_bounds):
            parse_path(glyph_path(ours, number), pen)
        assert own_area.value == pytest.approx(area.value, rel=0.01), char
        assert own_bounds.bounds == pytest.approx(bounds.bounds, abs=1.01), char


def test_a_blank_has_no_path():
    face = open_faces(bundled_files()).face("regular")
    assert paths_of(face).path(" ") == ""
    assert paths_of(face).path("\U0010ffff") == ""
    assert paths_of(face) is paths_of(face)


def font_of_pieces() -> bytes:
    """A font whose B is a half A, moved; whose C hangs a half A on a point; whose D turns it."""
    square = TTGlyphPen(None)
    for move, point in zip(("moveTo", "lineTo", "lineTo", "lineTo"), SQUARE, strict=True):
        getattr(square, move)(point)
    square.closePath()
    glyphs = {".notdef": TTGlyphPen(None).glyph(), "A": square.glyph()}
    for name, matrix in (
        ("B", (0.5, 0, 0, 0.5)),
        ("C", (0.5, 0, 0, 0.5)),
        ("D", (0, 0.5, -0.5, 0)),
    ):
        pen = TTGlyphPen(dict.fromkeys(glyphs))
        pen.addComponent("A", (1, 0, 0, 1, 0, 0))
        pen.addComponent("A", (*matrix, 300, 40))
        glyphs[name] = pen.glyph()
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(list(glyphs))
    builder.setupCharacterMap({ord(name): name for name in "ABCD"})
    builder.setupGlyf(glyphs)
    builder.setupHorizontalMetrics(dict.fromkeys(glyphs, (500, 0)))
    builder.setupHorizontalHeader()
    builder.setupPost()
    out = BytesIO()
    builder.save(out)
    return out.getvalue()


def hang(font: Sfnt, number: int) -> None:
    """Hang the second piece of a glyph by its first point on the third of what is there."""
    glyphs = bytearray(font.tables["glyf"])
    at = glyphs.index(pack(">hh", 300, 40), font.places[number])
    flags = unpack_from(">H", glyphs, at - 4)[0]
    glyphs[at - 4 : at - 2] = pack(">H", flags & ~OFFSETS)
    glyphs[at : at + 4] = pack(">HH", 2, 0)
    font.tables["glyf"] = bytes(glyphs)


SQUARE = ((0, 0), (0, 200), (200, 200), (200, 0))


@pytest.mark.parametrize(
    ("char", "corner"), [("B", (300.0, 40.0)), ("C", (200.0, 200.0)), ("D", (300.0, 40.0))]
)
def test_pieces_are_scaled_turned_moved_and_hung_on_points(char, corner):
    font = read_sfnt(font_of_pieces())
    if char == "C":
        hang(font, font.characters[ord(char)])
    whole, piece = contours(font, font.characters[ord(char)])
    assert [point[:2] for point in whole] == list(SQUARE)
    assert piece[0][:2] == corner
    turned = (-100, 0) if char == "D" else (0, 100)
    assert piece[1][:2] == (corner[0] + turned[0], corner[1] + turned[1])
