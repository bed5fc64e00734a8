import shutil

import pytest

from brochure import ContentError, build
from brochure._startup.records import replace
from brochure.language.phrases import phrases
from brochure.model import BrandSource, Clinic, Handout, Span, Text
from brochure.typeset.fonts import ASSETS, ROLES
from brochure.typeset.language_fonts import language_faces
from brochure.typeset.scripts import writing_of
from brochure.typeset.writings import WRITINGS
from tests.support.languages import FILES

FONTS = ASSETS / "fonts"


@pytest.mark.parametrize("name", WRITINGS)
def test_every_family_has_its_faces_and_its_licence(name):
    folder = FONTS / WRITINGS[name].family
    faces = {"Regular.ttf", "Bold.ttf"} | ({"Italic.ttf"} if WRITINGS[name].italic else set())
    assert faces | {"OFL.txt"} <= {file.name for file in folder.iterdir()}
    assert "SIL OPEN FONT LICENSE" in (folder / "OFL.txt").read_text("utf-8").upper()


def faces_of(words, language, brand=None):
    """The faces of a handout of these words, and what is said of them."""
    text = Text((Span(words),), 2, 3, "content.yaml")
    made = Handout("content.yaml", text, Clinic(text, text), (), language=language)
    made = replace(made, brand=brand or BrandSource())
    return language_faces(made, writing_of(language), [text])


def test_a_language_has_its_own_family():
    faces, told = faces_of("Ցավ", "hy")
    assert not told
    assert faces.missing("Ցավ։ Call 310", ROLES[:2]) == []


def test_a_brand_font_without_the_letters_is_left_for_the_whole_handout_and_that_is_told():
    own = tuple((role, FONTS / f"{role.capitalize()}.ttf") for role in ROLES)
    brand = BrandSource(fonts=own, file="brand.yaml", font_line=4, font_column=7)
    faces, (told,) = faces_of("Боль", "ru", brand)
    assert faces.missing("Боль", ROLES) == []
    assert (told.level, told.line, told.file) == ("warning", 4, "brand.yaml")
    assert '"Б"' in told.message
    assert "Noto Sans" in told.message


def test_a_brand_font_with_the_letters_is_taken():
    own = tuple((role, FONTS / "noto-sans" / f"{role.capitalize()}.ttf") for role in ROLES)
    faces, told = faces_of("Đau", "vi", BrandSource(fonts=own))
    assert not told
    assert faces.face("regular").font.name


BRANDED = """\
title: Test
language: {language}
clinic: {{name: The Spine Institute, phone: 310-828-7757}}
brand: {{font: font}}
sections:
  - heading: Test
    text: {words}
"""
FOREIGN = [
    ("noto-sans-arabic", "اتصل بنا"),
    ("noto-sans-hebrew", "התקשרו אלינו"),
    ("noto-sans-devanagari", "हमें फ़ोन करें"),
    ("noto-sans-thai", "โทรหาเรา"),
    ("noto-sans-khmer", "ទូរសព្ទមកយើង"),
]


@pytest.mark.parametrize(("family", "words"), FOREIGN)
def test_a_font_that_has_the_letters_does_not_make_a_script_settable(family, words, tmp_path):
    shutil.copytree(FONTS / family, tmp_path / "font")
    file = tmp_path / "content.yaml"
    file.write_text(BRANDED.format(language="en-US", words=words), "utf-8")
    with pytest.raises(ContentError) as error:
        build(file)
    (problem,) = error.value.problems
    assert "script cannot be set" in problem.message
    assert problem.line == 7


def test_a_handout_is_never_half_in_english(monkeypatch):
    from brochure.language import tongues

    assert build(FILES["hy"]).facts.pages == 2
    monkeypatch.delitem(tongues.TAGS, "hy")
    with pytest.raises(ContentError, match="no fixed words"):
        build(FILES["hy"])


def test_each_language_finds_its_family():
    families = {
        "ru": "", "vi": "", "hy": "-armenian", "am": "-ethiopic", "hi": "-devanagari",
        "pa": "-gurmukhi", "bn": "-bengali", "zh-Hans": "-sc", "zh-CN": "-sc", "zh-SG": "-sc",
        "zh-Hant": "-tc", "zh-TW": "-tc", "zh-HK": "-tc", "yue": "-tc", "yue-Hans": "-sc",
        "ja": "-jp", "ko-KR": "-kr", "ar-EG": "-arabic", "he": "-hebrew", "iw": "-hebrew",
        "th": "-thai", "km": "-khmer",
    }  # fmt: skip
    assert {tag: writing_of(tag).family for tag in families} == {
        tag: f"noto-sans{end}" for tag, end in families.items()
    }
    assert writing_of("fa").family == writing_of("prs").family == "vazirmatn"


@pytest.mark.parametrize("tag", FILES)
def test_the_fixed_words_of_a_language_are_drawn_by_its_family(tag):
    faces, _ = faces_of("310", tag)
    words = phrases(tag)
    held = "".join(getattr(words, name) for name in words.__match_args__)
    assert faces.missing(held, ROLES[:2]) == []


UNSET = {
    "ur": ("کمر کا درد", "`language: ur` cannot be set yet, in its Arabic letters"),
    "ps": ("د ملا درد", "`language: ps` cannot be set yet, in its Arabic letters"),
    "yi": ("רוקן־ווייטיק", "`language: yi` cannot be set yet, in its Hebrew letters"),
    "lo": ("ເຈັບຫຼັງ", "Lao script cannot be set yet"),
    "my": ("ခါးနာခြင်း", "Myanmar script cannot be set yet"),
    "ta": ("முதுகு வலி", "Tamil script cannot be set yet"),
    "bo": ("རྒྱབ", "Tibetan script cannot be set yet"),
}


@pytest.mark.parametrize("language", UNSET)
def test_a_language_that_cannot_be_set_is_refused_and_never_as_another_one(language):
    words, message = UNSET[language]
    content = {
        "title": words,
        "language": language,
        "clinic": {"name": "The Clinic", "phone": "310-828-7757"},
        "sections": [{"heading": words, "body": [words]}],
    }
    with pytest.raises(ContentError) as refused:
        build(content)
    told = refused.value.problems[0]
    assert told.message == message
    assert "type `language:" not in told.hint


def test_a_word_of_arabic_in_english_is_to_be_marked():
    words = {"title": "A title", "clinic": {"name": "A", "phone": "310-828-7757"}}
    words["sections"] = [{"heading": "A", "body": ["The word ظهر."]}]
    with pytest.raises(ContentError, match="cannot be set in a handout") as refused:
        build(words)
    assert "`[words]{lang=ar}`" in refused.value.problems[0].hint
