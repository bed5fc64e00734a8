from pathlib import Path

import pytest

from brochure.typeset.fonts import ASSETS
from brochure.typeset.shaping import ShapedFace, lacking, runs_right, split_marks

FONTS = ASSETS / "fonts"


def face(family: str, language: str = "") -> ShapedFace:
    return ShapedFace(FONTS / family / "Regular.ttf", language or "en")


ARABIC, HINDI = face("noto-sans-arabic", "ar"), face("noto-sans-devanagari", "hi")
KHMER, THAI, HEBREW = face("noto-sans-khmer"), face("noto-sans-thai"), face("noto-sans-hebrew")
WORDS = [
    (ARABIC, "لا"), (ARABIC, "شي"), (HINDI, "हिन्दी"), (HINDI, "र्क"), (KHMER, "ក្រុ"),
    (THAI, "ที่นี่"), (THAI, "น้ำ"), (HEBREW, "שָׁלוֹם"),
]  # fmt: skip


@pytest.mark.parametrize(("font", "word"), WORDS)
def test_clusters_hold_every_character_once_and_no_missing_glyph(font, word):
    rtl = runs_right(word)
    found = font.clusters(word, rtl)
    assert "".join(each.text for each in (found[::-1] if rtl else found)) == word
    assert all(glyph for each in found for glyph, _, _ in each.glyphs)


def test_letters_join_and_change():
    alone = {each.text: each.glyphs for each in ARABIC.clusters("ش ي", True)}
    joined = {each.text: each.glyphs for each in ARABIC.clusters("شي", True)}
    assert [alone[letter] != joined[letter] for letter in "شي"] == [True, True]


def test_a_joiner_at_the_edge_is_context_and_is_not_copied():
    with_next = ARABIC.clusters("ش\u200d", True)
    assert "".join(each.text for each in with_next) == "ش"
    assert with_next[0].glyphs != ARABIC.clusters("ش", True)[0].glyphs


def test_a_non_joiner_inside_is_copied_and_drawn_as_nothing():
    found = {each.text: each for each in face("vazirmatn", "fa").clusters("می\u200cشوند", True)}
    assert found["\u200c"].glyphs == ()
    assert found["\u200c"].advance == 0.0


def test_brackets_are_turned_in_a_text_from_the_right():
    first, *_, last = HEBREW.clusters("(א)", True)
    plain = {each.text: each.glyphs for each in HEBREW.clusters("(a)", False)}
    assert (first.text, first.glyphs) == (")", plain["("])
    assert (last.text, last.glyphs) == ("(", plain[")"])


@pytest.mark.parametrize("text", [" مرات في اليوم", "(Advil)، ", " ،", "१५ मिनट", "400 mg"])
@pytest.mark.parametrize("font", [ARABIC, HINDI])
def test_a_text_is_as_wide_as_its_clusters(font, text):
    clusters = font.clusters(text, runs_right(text))
    assert font.widths[text] == pytest.approx(sum(each.advance for each in clusters))


@pytest.mark.parametrize("text", ["×، ثم استرح", "÷ ثم", "˚ ثم", "+، ثم", "½، ثم"])
def test_a_sign_before_arabic_words_makes_them_no_wider(text):
    drawn = sum(each.advance for each in ARABIC.clusters(text, True))
    assert ARABIC.widths[text] == pytest.approx(drawn)


def test_stretches_of_other_scripts_are_shaped_by_their_own():
    assert [each.text for each in HINDI.clusters("Advil", False)] == list("Advil")
    mixed = "".join(each.text for each in HINDI.clusters("दर्द (Advil) में", False))
    assert mixed == "दर्द (Advil) में"


def test_a_sign_is_drawn_by_the_face_that_has_it():
    own, signs = face("noto-sans-gurmukhi"), face("signs")
    assert lacking(own, "✓") == ["✓"]
    own.borrow("✓", signs)
    found = own.clusters("ਹਾਂ ✓", False)
    assert [each.lender for each in found if each.text == "✓"] == [signs]
    assert own.widths["✓"] == pytest.approx(signs.advances["✓"])


def test_marks_that_take_no_room_are_told_from_their_letters():
    assert split_marks("कु") == ("क", "ु")
    assert split_marks("कि") == ("कि", "")
    assert split_marks("ិ") == ("ិ", "")


def test_what_is_no_font_is_refused_in_words(tmp_path: Path):
    file = tmp_path / "Regular.ttf"
    file.write_bytes(b"no font")
    with pytest.raises(ValueError, match="is not a TrueType font"):
        ShapedFace(file, "hi")
