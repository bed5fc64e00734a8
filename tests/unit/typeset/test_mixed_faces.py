from io import BytesIO

import page
import pikepdf
import pytest

from brochure import ContentError, build
from brochure.editions import Options
from brochure.model import BrandSource, GlyphRun, Span, Text
from brochure.recipe import make_layout
from brochure.sources import read
from brochure.typeset import language_fonts
from brochure.typeset import mixed_faces as module
from brochure.typeset.fonts import brand_faces
from brochure.typeset.mixed_faces import lent_letters, mixed_faces
from tests.support.languages import FILES
from tests.support.pdf import page_texts

OWN = brand_faces(BrandSource())


def spans(*pieces):
    return Text(tuple(Span(each) if isinstance(each, str) else each for each in pieces))


def lent(*pieces):
    text = spans(*pieces)
    return lent_letters([text], dict.fromkeys(OWN.missing(text.plain)), None)


def test_letters_of_plain_scripts_are_lent_and_others_to_marked_words_alone():
    assert dict(lent("Nguyễn, Иван")) == dict.fromkeys("ễИван", "ru")
    assert lent("שלום") == lent("汉") == ()
    assert dict(lent(Span("של", lang="he"))) == {"ש": "he", "ל": "he"}
    assert dict(lent(Span("汉", lang="ja"))) == {"汉": "ja"}


def test_a_word_goes_to_another_family_whole():
    faces = mixed_faces(OWN, lent("Dr. Nguyễn Hòa"))
    found = [(piece.text, piece.role) for piece in faces.placed("Dr. Nguyễn Hòa", "bold")]
    assert found == [("Dr. ", "bold"), ("Nguyễn", "bold/ru"), (" Hòa", "bold")]


def test_a_text_is_as_wide_as_its_pieces_and_they_stand_side_by_side():
    faces = mixed_faces(OWN, lent("a Nguyễn b"))
    pieces = faces.placed("a Nguyễn b", "regular")
    ends = [piece.x + faces.width(piece.text, piece.role) for piece in pieces]
    assert [piece.x for piece in pieces] == pytest.approx([0.0, *ends[:-1]])
    assert faces.width("a Nguyễn b", "regular") == pytest.approx(ends[-1])
    assert faces.width("plain", "regular") == OWN.width("plain", "regular")


def test_words_from_the_right_stand_in_their_order_and_signs_stay_with_the_line():
    words = "the (שלום עולם), end"
    faces = mixed_faces(OWN, lent(Span(words, lang="he")))
    pieces = {piece.text: piece for piece in faces.placed(words, "regular")}
    assert pieces["שלום עולם"].level == 1
    assert pieces["the ("].x < pieces["שלום עולם"].x < pieces["), end"].x


HANDOUT = {
    "title": "Your visit with Dr. Nguyễn",
    "clinic": {"name": "Phòng khám Nguyễn", "phone": "310-828-7757"},
    "sections": [
        {
            "heading": "Languages",
            "text": [
                "Also in: [简体中文]{lang=zh-Hans}, [Tiếng Việt]{lang=vi}, [العربية]{lang=ar}.",
                "[اتصل برقم 310-828-7757 الآن، أو غدًا.]{lang=ar}",
                "Доктор Иванов",
            ],
        }
    ],
}


def test_a_page_with_words_of_many_languages_is_valid_and_copied():
    data = build(HANDOUT).pdf
    for profile in (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A):
        assert not page.validate_pdf_bytes(data, profile=profile).failures
    text = "".join("".join(page_texts(data)).split())
    for words in ("Nguyễn", "简体中文", "TiếngViệt", "العربية", "ДокторИванов"):
        assert words in text


def test_a_phone_in_a_line_from_the_right_is_read_from_the_left():
    layout, _faces = make_layout(read(HANDOUT)[0], Options())
    runs = [item for item in layout.pages[0].items if isinstance(item, GlyphRun)]
    line = next(run.y for run in runs if run.text.startswith("اتصل"))
    found = {run.text.strip(): run.x for run in runs if run.y == line}
    assert found["310-828-7757"] < found["اتصل برقم"]


def test_the_footer_says_the_clinic_in_letters_that_it_has():
    layout, _faces = make_layout(read(HANDOUT)[0], Options())
    footer = [i for i in layout.pages[0].items if isinstance(i, GlyphRun) and i.element == -3]
    assert ("Nguyễn", "regular/ru") in [(run.text, run.face) for run in footer]
    with pikepdf.open(BytesIO(build(HANDOUT).pdf)) as pdf:
        assert len(pdf.pages) == 2


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        ("see 汉字", "[汉]{lang=zh-Hans}"),
        ("see שלום", "[words]{lang=he}"),
        ("see हिन्दी", "{lang=hi}"),
    ],
)
def test_words_that_nobody_can_tell_are_asked_for_their_language(words, hint):
    made = HANDOUT | {"sections": [{"heading": "A", "text": words}]}
    with pytest.raises(ContentError) as error:
        build(made)
    assert hint in error.value.problems[0].hint


@pytest.mark.parametrize("words", ["[汉字]{lang=zh-Hant}", "[שלום]{lang=he}", "[हिन्दी]{lang=hi}"])
def test_what_the_hint_says_works(words):
    assert build(HANDOUT | {"sections": [{"heading": "A", "text": f"see {words}"}]}).pdf


def test_without_the_shaper_marked_words_that_need_it_are_refused(monkeypatch):
    for each in (module, language_fonts):
        monkeypatch.setattr(each, "find_spec", lambda name: None)
    made = HANDOUT | {"sections": [{"heading": "A", "text": "see [שלום]{lang=he}"}]}
    with pytest.raises(ContentError) as error:
        build(made)
    assert "pip install uharfbuzz" in error.value.problems[0].hint


def test_a_text_without_such_words_is_set_by_its_family_alone():
    _layout, faces = make_layout(
        read(
            HANDOUT
            | {
                "title": "T",
                "clinic": {"name": "C", "phone": "310-828-7757"},
                "sections": [{"heading": "A", "text": "é"}],
            }
        )[0],
        Options(),
    )
    assert not faces.mixed


@pytest.mark.parametrize("tag", ["ru", "vi", "hy"])
def test_a_whole_text_in_other_letters_is_asked_for_its_language(tag):
    data = FILES[tag].read_text("utf-8").replace(f"language: {tag}", "language: en-US")
    with pytest.raises(ContentError) as error:
        build(data)
    (problem,) = error.value.problems
    assert f"`language: {tag}`" in problem.hint
