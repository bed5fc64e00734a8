from itertools import pairwise

import pytest

from brochure.copyfit.blocks import FACES
from brochure.model import Span, Text
from brochure.typeset.line_breaking import break_lines, line_runs
from brochure.typeset.units import JOINER, shape_units
from brochure.typeset.writings import WRITINGS
from tests.support.fakes import HalfEm

BODY = FACES["body"]


def shaped(*spans, writing="Simplified Chinese", most=1e9):
    text = Text(tuple(Span(each) if isinstance(each, str) else each for each in spans))
    return shape_units(text, HalfEm(), BODY, most, WRITINGS[writing])


def lines(found, measure):
    stops = break_lines(found, measure)
    return ["".join(part for part, _ in line_runs(found, a, b)) for a, b in pairwise(stops)]


def test_lines_together_are_the_text():
    text = "布洛芬（Advil）400 mg，饭后服用。每天散步2-3次。"
    for measure in range(5, 15):
        found = lines(shaped(text), measure)
        assert "".join(found) == text
        assert all(len(line.rstrip()) / 2 <= measure for line in found)


def test_a_space_at_the_end_of_a_line_takes_no_room():
    found = shaped("ปวด ปวด", writing="Thai")
    assert found.ends[0] == 1.5
    assert found.starts[1] == 2.0


def test_an_overlong_unit_is_cut_between_clusters():
    found = shaped("क्षिक्षिक्षि", writing="Devanagari", most=2.5)
    pieces = ["".join(part for part, _ in word) for word in found.words]
    assert "".join(pieces) == "क्षिक्षिक्षि"
    assert set(pieces) == {"क्षि"}


def test_the_authors_places_are_kept_and_not_drawn():
    found = shaped("กขค\u200bงจ", writing="Thai")
    assert "กขคงจ" in "".join(part for word in found.words for part, _ in word)
    assert any(len("".join(part for part, _ in word)) < 5 for word in found.words)


def test_levels_are_those_of_a_text_from_the_right():
    found = shaped("اتصل على 310-828-7757 الآن", writing="Arabic")
    runs = [(part.strip(), found.styles[i].level) for word in found.words for part, i in word]
    assert ("310-828-7757", 2) in runs
    assert {level for part, level in runs if part and not part[0].isdigit()} == {1}


def test_words_of_another_language_run_from_the_left():
    found = shaped("قال ", Span("New York, 5", lang="en"), " هنا", writing="Arabic")
    foreign = [found.styles[i].level for word in found.words for part, i in word if "N" in part]
    assert foreign == [2]


def test_a_letter_stays_joined_to_the_next_in_another_face():
    found = shaped("كت", Span("اب", bold=True), writing="Arabic")
    runs = [part for word in found.words for part, _ in word]
    assert runs == ["كت" + JOINER, JOINER + "اب"]


@pytest.mark.parametrize("words", ["كت ", "كت،"])
def test_no_joiner_stands_beside_a_space_or_a_sign(words):
    found = shaped(words, Span("اب", bold=True), writing="Arabic")
    assert JOINER not in "".join(part for word in found.words for part, _ in word)


def test_text_from_the_left_has_no_level():
    assert {style.level for style in shaped("हिन्दी 310", writing="Devanagari").styles} == {0}
