from __future__ import annotations

from pathlib import Path
from struct import pack

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brochure.model import BrandSource, ContentError
from brochure.typeset.fonts import brand_faces, open_faces
from brochure.typeset.glyph_outlines import outline
from brochure.typeset.proven_fonts import broken, proven
from brochure.typeset.sfnt import read_sfnt
from tests.support.examples import tried
from tests.support.fonts import FONTS, changed, family, font_file, patched, tables

REGULAR = (FONTS / "Regular.ttf").read_bytes()
T = tables()


def faces(folder: Path):
    files = tuple((role, folder / f"{role.capitalize()}.ttf") for role in ("regular", "bold"))
    return brand_faces(BrandSource(fonts=(*files, ("italic", folder / "Italic.ttf"))))


def test_a_whole_font_is_read():
    font = read_sfnt(REGULAR)
    assert font.weight == 400
    assert font.characters[ord("A")] != font.characters[ord("B")]
    assert all(
        outline(font, glyph) for char, glyph in font.characters.items() if chr(char).isalnum()
    )


def test_a_plain_copy_measures_the_same(tmp_path):
    whole = open_faces({r: FONTS / f"{r.capitalize()}.ttf" for r in ("regular", "bold", "italic")})
    copy = faces(family(tmp_path))
    for role in ("regular", "bold", "italic"):
        one, other = whole.face(role), copy.face(role)
        lent = {"\uffff", *one.borrowed}
        assert {c: w for c, w in one.advances.items() if c not in lent} == other.advances


DAMAGE = {
    "half": (REGULAR[: len(REGULAR) // 2], "ends too early"),
    "a few bytes": (REGULAR[:20], "list of tables"),
    "no glyphs": (changed(glyf=None), "glyf"),
    "no widths": (changed(hmtx=T["hmtx"][:40]), "widths"),
    "short head": (changed(head=T["head"][:20]), "too short"),
    "other magic": (changed(head=patched(T["head"], 12, b"nope")), "head"),
    "more glyphs than there are": (changed(maxp=patched(T["maxp"], 4, b"\x7f\xff")), "claims more"),
    "no glyphs at all": (changed(maxp=patched(T["maxp"], 4, b"\0\0")), "number of letters"),
    "glyphs outside": (changed(glyf=T["glyf"][:2000]), "outside the file"),
    "characters cut off": (changed(cmap=T["cmap"][:60]), "characters|too short|letters"),
    "letters break off": (changed(glyf=bytes([0, 9]) + b"\xff" * (len(T["glyf"]) - 2)), "letter"),
}


@pytest.mark.parametrize("name", DAMAGE)
def test_damage_is_told_in_words(name, tmp_path):
    data, words = DAMAGE[name]
    with pytest.raises(ContentError, match=rf"Regular\.ttf.*({words})") as caught:
        faces(family(tmp_path, regular=data))
    assert caught.value.exit_code == 3


OTHERS = {
    "variable": (changed(fvar=b"\0\1\0\0" + bytes(12)), "static"),
    "postscript": (b"OTTO" + REGULAR[4:], "PostScript outlines"),
    "collection": (b"ttcf" + REGULAR[4:], "collection"),
    "woff": (b"wOFF" + REGULAR[4:], "WOFF"),
    "woff2": (b"wOF2" + REGULAR[4:], "WOFF2"),
    "eot": (bytes(34) + b"LP" + bytes(60), "EOT"),
    "zip": (b"PK\x03\x04" + bytes(60), "ZIP"),
    "page": (b"<!DOCTYPE html><html></html>", "web page"),
    "text": (b"hello there, this is no font", "not a font"),
    "empty": (b"", "empty"),
    "licence": (changed(OS2=patched(T["OS/2"], 8, pack(">H", 2))), "makers"),
    "no subsets": (changed(OS2=patched(T["OS/2"], 8, pack(">H", 0x100))), "makers"),
    "signs": (changed(cmap=pack(">HHHHI", 0, 1, 3, 0, 12) + T["cmap"][12:]), "signs"),
}


@pytest.mark.parametrize("name", OTHERS)
def test_other_kinds_of_font_are_told_apart(name):
    data, words = OTHERS[name]
    with pytest.raises(ValueError, match=words):
        read_sfnt(data)


ODD = {
    "no names": changed(name=None),
    "empty names": changed(name=bytes(6)),
    "no OS/2": changed(OS2=None),
    "short OS/2": changed(OS2=T["OS/2"][:40]),
    "no post": changed(post=None),
    "old post": changed(post=b"\0\4\0\0" + T["post"][4:]),
    "true": font_file(T, b"true"),
}


@pytest.mark.parametrize("name", ODD)
def test_odd_fonts_are_used(name, tmp_path):
    made = faces(family(tmp_path, regular=ODD[name]))
    assert made.missing("Quick answer: 12.", ("regular",)) == []
    assert made.face("regular").font.makeSubset((0, 65, 66))


def without(letters: str) -> bytes:
    """The bundled font with the outlines of some letters gone."""
    font = read_sfnt(REGULAR)
    loca = list(font.places)
    lost = {font.characters[ord(char)] for char in letters}
    glyf, places = b"", [0]
    for glyph in range(len(loca) - 1):
        glyf += b"" if glyph in lost else font.glyph(glyph)
        places.append(len(glyf))
    head = patched(T["head"], 50, b"\0\1")
    return changed(glyf=glyf, head=head, loca=pack(f">{len(places)}I", *places))


def test_a_letter_without_an_outline_is_a_letter_that_is_not_there(tmp_path):
    made = faces(family(tmp_path, regular=without("e")))
    assert made.missing("See me", ("regular",)) == ["e"]
    assert made.missing(" \u00a0\u00ad", ("regular",)) == []


def test_a_font_without_letters_is_refused():
    letters = "abcdefghijklmnopqrstuvwxyz"
    with pytest.raises(ValueError, match="no letters such as a, b, c"):
        proven(Path("Regular.ttf"), without(letters))


def test_a_letter_far_too_wide_is_broken():
    glyph = read_sfnt(REGULAR).characters[ord("e")]
    font = read_sfnt(changed(hmtx=patched(T["hmtx"], 4 * glyph, b"\xff\xff")))
    assert broken(font, "hero") == ["e"]


def test_bold_that_draws_the_same_is_refused(tmp_path):
    folder = family(tmp_path)
    (folder / "Bold.ttf").write_bytes(changed(name=None))
    with pytest.raises(ContentError, match="bold draws the same"):
        faces(folder)


def test_a_glyph_made_of_itself_is_broken():
    font = read_sfnt(REGULAR)
    glyph = font.characters[ord("e")]
    ring = pack(">hhhhhHHbb", -1, 0, 0, 9, 9, 0x20, glyph, 0, 0) + bytes(4)
    start, end = font.places[glyph : glyph + 2]
    font = read_sfnt(changed(glyf=patched(T["glyf"], start, ring[: end - start])))
    assert broken(font, "ae") == ["e"]


def test_the_box_for_missing_letters_is_proven_too():
    ring = pack(">hhhhhHHbb", -1, 0, 0, 9, 9, 0, 60_000, 0, 0)
    with pytest.raises(ValueError, match="breaks off"):
        proven(Path("Regular.ttf"), changed(glyf=patched(T["glyf"], 0, ring)))


def test_no_table_of_characters_takes_long():
    group = pack(">HHIII", 12, 0, 28, 0, 1) + pack(">III", 0, 0x7FFFFFFF, 1)
    endless = pack(">HHHHI", 0, 1, 3, 10, 12) + group
    with pytest.raises(ValueError, match="endless"):
        read_sfnt(changed(cmap=endless))


@tried(60)
@given(st.data())
def test_damage_never_raises_anything_else(data):
    font = bytearray(REGULAR)
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(font) - 1))
        font[at : at + 1] = data.draw(st.binary(max_size=3))
    try:
        made, copy = proven(Path("Regular.ttf"), bytes(font))
    except ValueError as error:
        assert str(error)
    else:
        assert made.characters
        assert copy[:4] == b"\0\1\0\0"
