import pytest

from brochure import Options
from brochure.copyfit import flow
from brochure.copyfit.counting import a_word, amount, count, in_words, kept, noun
from brochure.copyfit.flow import count_words
from brochure.copyfit.overflow import cut_text
from brochure.model import Span, Text
from brochure.recipe import prepare
from brochure.sources import read
from tests.conftest import HERE, SAMPLE


@pytest.mark.parametrize(
    ("language", "unit"),
    [("en-US", "word"), ("ko", "word"), ("ar", "word"), ("ru", "word")]
    + [(tag, "character") for tag in ("zh-Hans", "zh-TW", "ja", "th", "km")],
)
def test_texts_without_spaces_are_counted_in_characters(language, unit):
    assert noun(language) == unit


def test_spaces_are_no_characters():
    assert count("腰 痛。", "character") == 3
    assert count("two  words", "word") == 2


def test_120_words_are_200_characters():
    for language in ("zh-Hans", "zh-TW", "ja"):
        assert amount(120, a_word(language)) == 200
        assert in_words(200, a_word(language)) == 120
    assert amount(120, a_word("es")) == in_words(120, a_word("es")) == 120


@pytest.mark.parametrize("language", ["zh-Hans", "ja", "th", "km"])
def test_twins_of_one_text_are_about_as_long(language):
    """The languages' handouts say the same: some 90 words in Korean, Hindi and Russian."""
    found = read(HERE / f"handouts/languages/{language}.yaml")[0]
    assert 75 < in_words(count_words(found), a_word(language)) < 180


@pytest.mark.parametrize("keep", range(7))
def test_so_many_characters_are_kept(keep):
    words, left = kept("ab cde", keep, "character")
    assert count(words, "character") + left == keep
    assert "ab cde".startswith(words)


def test_a_text_is_cut_in_its_unit():
    text = Text((Span("腰痛"), Span("です", bold=True)))
    assert cut_text(text, 3, "character").plain == "腰痛で"
    assert cut_text(text, 0, "character") is None


def test_the_words_of_a_section_are_counted_once(monkeypatch):
    """They are asked for before the text is measured, and with it."""
    handout, counted, words = read(SAMPLE)[0], [], flow.section_words
    monkeypatch.setattr(flow, "section_words", lambda *them: counted.append(them) or words(*them))
    context = prepare(handout, Options())
    assert context.task().flow.words == count_words(handout)
    assert len(counted) == 2 * len(handout.sections)  # here, as the second time
    assert context.task(handout.sections[1:]).flow.words < count_words(handout)
