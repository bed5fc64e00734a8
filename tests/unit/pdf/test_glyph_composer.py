from io import BytesIO

import pytest
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.ttLib import TTFont

from brochure.pdf.glyph_composer import composed
from brochure.typeset.fonts import ASSETS
from brochure.typeset.shaping import ShapedFace, runs_right

CASES = [
    ("noto-sans-arabic", "شَيْء لا"),
    ("noto-sans-devanagari", "हिन्दी र्क क्षि"),
    ("noto-sans-khmer", "ក្រុ ស្រាល"),
    ("noto-sans-thai", "ที่นี่ น้ำ"),
    ("vazirmatn", "می\u200cشوند"),
    ("noto-sans", "Ễ é"),
]


def face(family):
    return ShapedFace(ASSETS / "fonts" / family / "Regular.ttf", "en")


def codes(font, text):
    clusters = font.clusters(text, runs_right(text))
    return [(each.glyphs, round(each.advance * font.upem)) for each in clusters]


@pytest.mark.parametrize(("family", "text"), CASES)
def test_each_code_draws_the_outlines_that_harfbuzz_places(family, text):
    font = face(family)
    wanted = codes(font, text)
    made = TTFont(BytesIO(composed(font, wanted).data))
    source = TTFont(ASSETS / "fonts" / family / "Regular.ttf")
    glyphs, order = made.getGlyphSet(), made.getGlyphOrder()
    for code, (parts, advance) in enumerate(wanted, 1):
        drawn = DecomposingRecordingPen(glyphs)
        glyphs[order[code]].draw(drawn)
        expected = []
        for number, x, y in parts:
            pen = DecomposingRecordingPen(source.getGlyphSet())
            source.getGlyphSet()[source.getGlyphName(number)].draw(pen)
            expected += [
                (name, tuple((px + x, py + y) for px, py in points)) for name, points in pen.value
            ]
        assert drawn.value == expected
        assert made["hmtx"][order[code]][0] == advance


@pytest.mark.parametrize(("family", "text"), CASES)
def test_the_file_is_whole(family, text):
    font = face(family)
    made = composed(font, codes(font, text))
    opened = TTFont(BytesIO(made.data))
    assert set(opened.reader.keys()) == {"glyf", "head", "hhea", "hmtx", "loca", "maxp"}
    total = sum(
        int.from_bytes(made.data[i : i + 4].ljust(4, b"\0"), "big")
        for i in range(0, len(made.data), 4)
    )
    assert total & 0xFFFFFFFF == 0xB1B0AFBA
    for name in opened.getGlyphOrder():
        glyph = opened["glyf"][name]
        before = tuple(getattr(glyph, edge, 0) for edge in ("xMin", "yMin", "xMax", "yMax"))
        glyph.recalcBounds(opened["glyf"])
        after = tuple(getattr(glyph, edge, 0) for edge in ("xMin", "yMin", "xMax", "yMax"))
        assert before == pytest.approx(after, abs=1)


def test_a_code_of_nothing_draws_nothing():
    made = TTFont(BytesIO(composed(face("noto-sans-thai"), [((), 0), ((), 120)]).data))
    first, second = made.getGlyphOrder()[1:3]
    assert made["glyf"][first].numberOfContours == made["glyf"][second].numberOfContours == 0
    assert (made["hmtx"][first][0], made["hmtx"][second][0]) == (0, 120)
