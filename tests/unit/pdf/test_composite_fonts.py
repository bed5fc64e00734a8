import pikepdf
import pytest

from brochure import build
from brochure.model import GlyphRun
from brochure.pdf.composite_fonts import CompositeUse, to_unicode
from brochure.typeset.fonts import ASSETS
from brochure.typeset.shaping import ShapedFace
from tests.support.languages import FILES

ARABIC = ShapedFace(ASSETS / "fonts/noto-sans-arabic/Regular.ttf", "ar")
HINDI = ShapedFace(ASSETS / "fonts/noto-sans-devanagari/Regular.ttf", "hi")


def shown(face, text, level):
    """What a run's operators show, and the text of each code by the use's own table."""
    use = CompositeUse(face, "F1")
    run = GlyphRun(100.0, 50.0, text, "regular", 10.0, (0.0,), 0, 0, level)
    operators = list(use.painted(run))
    texts = {int(code, 16): words for (_, words, _), code in use._codes[face].items()}
    strings = [each.split(b"<")[1].split(b">")[0] for each in operators if b"Tj" in each]
    read = [[texts[int(s[i : i + 4], 16)] for i in range(0, len(s), 4)] for s in strings]
    return operators, read


def test_from_the_left_marks_stand_behind_their_letters_on_a_code_of_their_own():
    _, (codes,) = shown(HINDI, "कुछकि", 0)
    assert codes == ["क", "ु", "छ", "कि"]


def test_from_the_right_every_character_has_a_code_and_words_are_shown_in_reading_order():
    operators, read = shown(ARABIC, "لا شيء", 1)
    assert read == [[" ", "ا", "ل"], ["ء", "ي", "ش"]]
    assert operators.count(b"/ReversedChars BMC") == operators.count(b"EMC") == 2
    first, second = [float(each.split()[4]) for each in operators if each.endswith(b"Tm")]
    assert first > second


def test_the_same_glyphs_with_two_texts_have_two_codes():
    use = CompositeUse(HINDI, "F1")
    glyphs = HINDI.clusters("क", False)[0].glyphs
    codes = {use._code(HINDI, (glyphs, words, 0.5)) for words in ("क", "ख")}
    assert len(codes) == 2


@pytest.mark.parametrize("tag", ["ar", "fa", "he", "hi", "pa", "bn", "th", "km"])
def test_every_code_of_a_file_has_one_text_and_every_width_is_the_fonts(tag, tmp_path):
    file = tmp_path / "a.pdf"
    file.write_bytes(build(FILES[tag]).pdf)
    with pikepdf.open(file) as pdf:
        fonts = pdf.pages[0].Resources.Font
        for font in fonts.values():
            rows = font.ToUnicode.read_bytes().split(b"begincodespacerange")[1]
            codes = [line.split()[0] for line in rows.splitlines() if line.count(b"<") == 2]
            codes = codes[1:]  # the range
            assert len(codes) == len(set(codes)) == len(font.DescendantFonts[0].W[1])


def test_a_text_of_a_code_is_never_empty():
    rows = to_unicode(["क", "𞤀"])
    assert b"<0001> <0915>" in rows
    assert b"<0002> <D83ADD00>" in rows
