"""Words and lines: what may not part, and where a paragraph breaks."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brochure.copyfit.blocks import FACES
from brochure.model import Span, Text
from brochure.typeset import line_breaking
from brochure.typeset.line_breaking import (
    bound,
    break_lines,
    count_lines,
    line_runs,
    set_lines,
    shape,
)
from brochure.typeset.lone_words import first_word_cost, last_line_cost
from tests.support.fakes import HalfEm, shaped


def lines(words: str, measure: float, **how) -> list[str]:
    """The lines of a text in a measure of so many ems (twice as many letters)."""
    found = shaped(words, how.pop("most", 1e9))
    stops = break_lines(found, measure, **how)
    return ["".join(part for part, _ in line_runs(found, a, b)) for a, b in pairwise(stops)]


@pytest.mark.parametrize(
    "pair",
    [
        "5 mg", "98.6 °F", "10 minutes", "2 semanas,", "3 Wochen.", "15 minutes.", "100 %",
        "Dr. Lee", "Dra. Ruiz", "Mme Petit", "310 8287757", "(310) 828-7757", "stage 4", "Suite 12",
        "guérir :", "comment ?", "« oui", "oui »", "mot –",
        "to 6", "bis 8", "à 9", "> 38", "5 >", "BMI ≥", "≤ 10", "= 8", "– 6",
    ],
)  # fmt: skip
def test_bound_words_keep_together(pair):
    assert bound(*pair.split(" "))


@pytest.mark.parametrize("pair", ["the dog", "5 dogs", "Call 5", "2026 is", "in 10", "a –b"])
def test_other_words_may_part(pair):
    assert not bound(*pair.split(" "))


def test_a_bound_pair_never_stands_on_two_lines():
    for width in range(6, 20):
        assert any("5 mg" in line for line in lines("take about 5 mg of it each day", width / 2))


def test_a_phone_number_keeps_its_digits_on_one_line():
    for width in range(14, 30):
        assert any("(310) 828-7757" in line for line in lines("call (310) 828-7757 now", width / 2))


WORDS = st.lists(
    st.sampled_from("a the 5 mg 10 minutes Dr. Lee (310) 828-7757 stage 4 mot : « oui » x".split()),
    min_size=2,
    max_size=30,
)


@given(WORDS, st.integers(1, 29), st.sampled_from([" ", "  "]))
def test_a_text_of_one_piece_is_measured_and_set_as_one_of_several(words, cut, space):
    first, second = space.join(words[:cut]) + space, space.join(words[cut:])
    whole = shape(Text((Span(first + second),)), HalfEm(), FACES["body"], 99.0)
    parted = shape(Text((Span(first), Span(second))), HalfEm(), FACES["body"], 99.0)
    assert (whole.words, whole.styles) == (parted.words, parted.styles)
    assert (whole.starts, whole.ends) == (parted.starts, parted.ends)
    stops = [0, *range(2, len(whole.words), 3), len(whole.words)]
    for start, stop in pairwise(stops):
        words = " ".join(part for ((part, _),) in whole.words[start:stop])
        space = "" if stop == len(whole.words) else " "
        assert line_runs(whole, start, stop) == [(words + space, 0)]


def test_a_word_too_wide_is_cut_in_a_text_of_one_piece():
    whole = shape(Text((Span("a unimaginably b"),)), HalfEm(), FACES["body"], 3.0)
    assert len(whole.words) > 3
    assert whole.glued


def test_lines_are_the_fewest_that_hold_the_text():
    found = shaped("one two three four five six seven eight nine ten")
    for measure in (3, 4, 5, 7, 10, 20):
        assert len(break_lines(found, measure)) - 1 == count_lines(found, measure)


def test_breaks_are_chosen_over_the_whole_paragraph():
    # Filling each line as far as it goes would leave "bb" far shorter than its neighbours.
    assert lines("aaa bb cc ddddd", 3) == ["aaa ", "bb cc ", "ddddd"]


def cost(found: line_breaking.Shaped, stops: list[int], measure: float, balance: bool) -> float:
    """What a setting costs, said once more: squared shortfalls, and lone words first and last."""
    wide = [found.ends[stop - 1] - found.starts[start] for start, stop in pairwise(stops)]
    words = [stop - start for start, stop in pairwise(stops)]
    if any(width > measure + 1e-6 and n > 1 for width, n in zip(wide, words, strict=True)):
        return 1e18
    balance = balance or (len(wide) == 2 and stops[-1] <= line_breaking.FEW_WORDS)
    total = sum((1.0 - width / measure) ** 2 for width in (wide if balance else wide[:-1]))
    if len(wide) == 2 and stops[1] == 1:
        total += first_word_cost(found.words, balance)
    return total + last_line_cost(found.words, stops[-2], wide[-1] / measure, balance)


@given(
    st.lists(
        st.sampled_from("a of many words unimaginably, long: 12".split()), min_size=2, max_size=11
    ),
    st.floats(2.0, 12.0),
    st.booleans(),
)
def test_no_other_setting_of_as_few_lines_costs_less(words, measure, balance):
    found = shaped(" ".join(words))
    stops, total = break_lines(found, measure, balance), len(found.words)
    others = combinations(range(1, total), len(stops) - 2)
    least = min(cost(found, [0, *between, total], measure, balance) for between in others)
    if len(stops) > 2:
        assert cost(found, stops, measure, balance) <= least + 1e-9


@pytest.mark.parametrize("bold", [False, True])
def test_a_text_is_set_in_the_lines_it_is_broken_into(bold):
    text = Text((Span("so many words of "), Span("one style and another,", bold), Span(" or not")))
    for found in (shape(text, HalfEm(), FACES["body"]), shape(text, HalfEm(), FACES["body"], 2.0)):
        for measure in (2.0, 5.0, 9.0, 99.0):
            stops = break_lines(found, measure)
            wanted = [tuple(line_runs(found, a, b)) for a, b in pairwise(stops)]
            assert set_lines(found, measure) == tuple(wanted)


def test_a_last_line_of_one_short_word_is_avoided():
    assert lines("aaaa bbbb cccc dd", 7)[-1] == "cccc dd"


def test_a_last_word_of_eight_letters_may_stand_alone_where_it_must():
    assert lines("aaaaaaaaaaaa bbbbbbbb", 6.5)[-1] == "bbbbbbbb"


def test_a_runt_stays_where_no_setting_of_as_few_lines_avoids_it():
    assert lines("aaaaaa bbbbbb cc", 3)[-1] == "cc"


def test_a_heading_evens_out_its_last_line():
    words = "aaaa bbbb cccc dddd eeee"
    plain, balanced = lines(words, 9.5), lines(words, 9.5, balance=True)
    assert [len(line.split()) for line in plain] == [3, 2]
    assert max(map(len, balanced)) <= max(map(len, plain))


def test_no_word_is_hyphenated():
    assert lines("a physiotherapist helps", 5) == ["a ", "physiotherapist ", "helps"]


def test_an_overlong_word_is_cut_and_nothing_is_added():
    pieces = lines("w" * 400, 20, most=16.0)
    assert len(pieces) > 10
    assert "".join(pieces) == "w" * 400
    assert max(map(len, pieces)) <= 40


def test_an_address_is_cut_after_a_sign():
    first = lines("https://www.example.org/a-long/address/that/goes/on", 12, most=12.0)[0]
    assert first[-1] in "/-._?&=@"


def test_each_line_but_the_last_ends_in_a_space():
    found = lines("one two three four five", 4)
    assert all(line.endswith(" ") for line in found[:-1])
    assert not found[-1].endswith(" ")


def test_styles_change_inside_a_word_without_a_space():
    words = Text((Span("un"), Span("break", bold=True), Span("able text")))
    found = shaped(words)
    assert [part for part, _ in found.words[0]] == ["un", "break", "able"]
    assert "".join(part for part, _ in line_runs(found, 0, 2)) == "unbreakable text"


@given(
    st.lists(st.text("abc", min_size=1, max_size=15), min_size=1, max_size=60),
    st.integers(2, 40),
    st.booleans(),
)
def test_lines_hold_every_word_within_the_measure(words, measure, balance):
    found = lines(" ".join(words), measure, balance=balance)
    assert "".join(found) == " ".join(words)
    for line in found:
        assert len(line.rstrip()) / 2 <= measure or " " not in line.rstrip()


@pytest.mark.parametrize(
    ("words", "measure", "expected"),
    [
        ("The Spine Institute", 9.0, ["The Spine ", "Institute"]),
        ("A sore arm", 4.0, ["A sore ", "arm"]),
        ("Doctor or nurse", 5.0, ["Doctor ", "or nurse"]),
        ("We see the institute", 8.5, ["We see ", "the institute"]),
    ],
)
def test_the_first_of_two_lines_is_no_lone_word_if_it_need_not_be(words, measure, expected):
    assert lines(words, measure) == expected


def test_a_value_may_stand_alone_under_its_label():
    assert lines("Nights and weekends: 310-555-0143", 12.0) == [
        "Nights and weekends: ",
        "310-555-0143",
    ]


def test_a_bound_piece_behind_a_comma_is_no_lone_word():
    assert lines("some three or four words, stage 4", 13.0)[-1] == "stage 4"
