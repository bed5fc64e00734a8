import unicodedata
from itertools import pairwise

import pytest

from brochure.model import Span, Text
from brochure.typeset.scripts import (
    LANGUAGES,
    OTHER,
    SCRIPTS,
    script_of,
    unsettable,
    writing_of,
)
from brochure.typeset.writings import WRITINGS


def text(words):
    return Text((Span(words),), 3, 5, "content.yaml")


def test_the_rows_of_the_table_follow_each_other():
    assert all(start <= end for start, end, _ in SCRIPTS)
    assert all(one[1] < other[0] for one, other in pairwise(SCRIPTS))


NAMED = {
    "ARABIC": "Arabic", "HEBREW": "Hebrew", "DEVANAGARI": "Devanagari", "BENGALI": "Bengali",
    "GURMUKHI": "Gurmukhi", "THAI": "Thai", "KHMER": "Khmer", "ARMENIAN": "Armenian",
    "ETHIOPIC": "Ethiopic", "HANGUL": "Hangul", "HIRAGANA": "Kana", "KATAKANA": "Kana",
    "CJK": "Han", "LATIN": "European", "CYRILLIC": "European", "GREEK": "European",
}  # fmt: skip


def test_every_letter_is_of_the_script_that_its_name_says():
    wrong = []
    for code in range(0x110000):
        if unicodedata.category(chr(code)) in ("Lo", "Lu", "Ll"):
            first = unicodedata.name(chr(code), "").partition(" ")[0]
            wanted = NAMED.get(first, OTHER)
            if wanted != OTHER and script_of(chr(code)) not in (wanted, OTHER, ""):
                wrong.append((hex(code), first, script_of(chr(code))))
    assert wrong == []


@pytest.mark.parametrize("letter", "ༀᠠကກஅతગകଅසꦀ𞤀𐐀")
def test_a_script_of_no_row_is_never_taken_for_a_plain_one(letter):
    assert script_of(letter) == OTHER


def test_signs_and_digits_are_of_every_script():
    assert {script_of(char) for char in " 019.,:;()%+-/—“”…•°€→✓☐№½×÷˚˝\u0301"} == {""}


def test_every_language_has_a_row_and_every_row_a_language():
    assert set(LANGUAGES.values()) == set(WRITINGS)
    assert all(tag == tag.lower() for tag in LANGUAGES)


def test_the_first_family_serves_its_languages():
    assert [writing_of(tag) for tag in ("en-US", "es", "ht", "pl")] == [None] * 4
    assert writing_of("ru-RU").family == "noto-sans"


UNREADY = ("བོད་", "ᠮᠣᠩ", "မြန်", "ລາວ", "தமிழ்")


@pytest.mark.parametrize("words", UNREADY)
def test_a_script_that_is_not_ready_is_found_in_any_language(words):
    for writing in (None, *WRITINGS.values()):
        assert len(unsettable([text("Call us"), text(f"Call {words} now")], writing)) == 1


@pytest.mark.parametrize("words", ["שלום", "سلام", "हिन्दी", "ไทย", "ខ្មែរ", "ਪੰਜਾਬੀ", "বাংলা"])
def test_a_script_that_is_more_than_a_font_is_found_where_the_language_has_it_not(words):
    found = unsettable([text("Call us"), text(words)], WRITINGS["Armenian"])
    assert [place[0].line for place in found.values()] == [3]


def test_letters_that_stand_as_they_are_need_a_font_alone():
    assert unsettable([text("Звоните, 打电话, 전화, かな, Հայ, አማ, Ελ, ქა")], None) == {}


def test_a_script_is_named_once_with_its_first_letter():
    found = unsettable([text("a དེ་"), text("རིང")], None)
    assert {name: char for name, (_, char) in found.items()} == {"Tibetan": "ད"}
