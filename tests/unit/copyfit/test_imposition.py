"""`copyfit/imposition`: which sheets go two on one, and that front and back lie on each other."""

from __future__ import annotations

import pytest

from brochure._startup.records import replace
from brochure.copyfit.formats import FORMATS, MODES, PAPERS, geometry
from brochure.copyfit.imposition import SLACK, goes_twice, imposition

CARD = FORMATS["card"]


@pytest.mark.parametrize("paper", PAPERS)
def test_two_cards_fill_a_sheet_and_mirror_each_other_about_the_cut(paper):
    place, card = imposition(CARD, paper), geometry(CARD, paper).sheet
    assert (place.sheet.height, place.sheet.width) == PAPERS[paper]
    assert place.cut == pytest.approx(place.sheet.width / 2)
    (left, right), wide = place.lefts, place.sheet.width
    assert left >= -SLACK
    assert left + card.width <= place.cut + SLACK <= right + 2 * SLACK
    # turned about its middle, the left card of the front lies on the right one of the back
    assert wide - left - card.width == pytest.approx(right)
    assert 2 * card.width > 0.98 * wide
    assert place.foot + card.height <= place.sheet.height + SLACK
    assert place.sheet.duplex == "DuplexFlipShortEdge"


def test_what_is_half_the_paper_goes_twice_and_nothing_else():
    colour = MODES["colour"]
    assert [name for name, row in FORMATS.items() if goes_twice(row, colour)] == ["card"]
    assert not goes_twice(CARD, MODES["press"])
    small = replace(CARD, sheets={"letter": (252.0, 144.0)})
    wide = replace(CARD, sheets={"letter": (420.0, 612.0)})
    assert not goes_twice(small, colour)
    assert not goes_twice(wide, colour)
