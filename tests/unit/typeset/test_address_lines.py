"""An address parts after its commas, where its pieces have room."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from brochure._startup.records import replace
from brochure.model import Span, Text
from brochure.typeset.address_lines import STOPS, keep_pieces
from brochure.typeset.line_breaking import break_lines, line_runs, shape
from tests.support.fakes import HalfEm, shaped

ADDRESS = "2 Main Street, Suite 01234, Los Angeles, CA 90404"


def set_in(found, measure: float) -> list[str]:
    """The lines of a text in so many ems."""
    stops = break_lines(found, measure)
    return ["".join(part for part, _ in line_runs(found, a, b)) for a, b in pairwise(stops)]


def test_a_text_that_was_parted_before_keeps_its_own_place():
    first = shaped(ADDRESS).at(("a.yaml", 3, 1))
    second = first.at(("b.yaml", 5, 1))
    one, other = keep_pieces(first, 10.0), keep_pieces(second, 10.0)
    assert one == other  # it is measured once
    assert (one.source, other.source) == (first.source, second.source)


def test_a_town_is_never_parted():
    assert any(line.endswith("Los ") for line in set_in(shaped(ADDRESS), 16.0))
    for width in range(14, 60):
        lines = set_in(keep_pieces(shaped(ADDRESS), 10.0), width / 2)
        assert all(line.endswith(", ") for line in lines[:-1]), lines
        assert "".join(lines) == ADDRESS


def test_a_piece_without_room_is_parted_as_it_was():
    assert keep_pieces(shaped(ADDRESS), 5.0).words[:3] == shaped(ADDRESS).words[:3]
    assert set_in(keep_pieces(shaped("Hours from Monday to Friday"), 10.0), 8.0)[0] == "Hours from "


@given(
    st.lists(st.sampled_from(["a", "Los", "Angeles,", "12", "x,", "Street"]), min_size=1),
    st.integers(1, 12),
)
def test_the_words_and_their_places_stay(words, most):
    found = shaped(" ".join(words))
    kept = keep_pieces(found, float(most))
    assert " ".join(part for word in kept.words for part, _ in word) == " ".join(words)
    assert kept.starts[0] == found.starts[0]
    assert kept.ends[-1] == found.ends[-1]
    assert set(kept.starts) <= set(found.starts)


def test_styles_stay_where_they_were():
    spans = (Span("Hill", bold=True), Span(", 8 Hill Road, "), Span("310", href="tel:310"))
    found = shape(Text(spans), HalfEm(), {"base": "regular", "bold": "bold"}, 99.0)
    kept = keep_pieces(found, 10.0)
    assert kept.words == (
        (("Hill", 0), (",", 1)),
        (("8 Hill Road,", 1),),
        (("310", 2),),
    )


def test_a_cut_word_stays_cut():
    found = replace(shaped("aa bb, cc"), glued=frozenset({0}))
    kept = keep_pieces(found, 10.0)
    assert (kept.glued, len(kept.words)) == (frozenset({0}), 3)


def test_two_sentences_part_between_them():
    said = "Fragen? Rufen Sie uns an."
    assert set_in(shaped(said), 9.0)[0] != "Fragen? "
    assert set_in(keep_pieces(shaped(said), 11.0, STOPS), 9.0) == ["Fragen? ", "Rufen Sie uns an."]
