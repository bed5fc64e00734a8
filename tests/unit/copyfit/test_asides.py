"""Quotes and tips in strips: a line each, two of which stay together."""

from __future__ import annotations

import pytest

from brochure.copyfit.asides import BAR, BAR_GAP, quote_of, tip_of
from brochure.copyfit.blocks import Shaper
from brochure.copyfit.flow import make_flow
from brochure.copyfit.rows import NEVER
from brochure.model import Paragraph, Quote, Section, Tip
from tests.support.fakes import HalfEm, handout, prose, text

SHAPER = Shaper(HalfEm(), True, 16.0, "Consejo")


def quote(words: int, by: str = ""):
    said = Quote(prose(words), text(by) if by else None)
    return quote_of(said, SHAPER).at(300.0, 12.0, 12.0)


def test_each_line_of_a_quote_is_a_strip_with_its_piece_of_the_bar():
    found = quote(60, "A patient")
    assert len(found) > 4
    for number, strip in enumerate(found[:-1]):
        (line,), (bar,) = strip.texts, strip.strokes
        assert (line.first, line.stop) == (number, number + 1)
        assert bar.y1 > strip.height  # it reaches into the next
        assert (bar.weight, line.x) == (BAR, BAR_GAP)
    assert found[-1].strokes[0].y1 == found[-1].height


def test_who_said_it_stays_with_the_last_line():
    found = quote(60, "A patient")
    assert found[-1].penalty == NEVER
    assert found[-1].texts[0].ink == "muted"
    assert [strip.penalty < NEVER for strip in found[2:-2]] == [True] * (len(found) - 4)
    assert found[1].penalty == found[-2].penalty == NEVER


@pytest.mark.parametrize("words", [3, 60])
def test_a_tip_has_a_rule_above_and_below_and_its_word_before_it(words):
    found = tip_of(Tip(prose(words)), SHAPER).at(300.0, 12.0, 12.0)
    word, line = found[0].texts
    assert word.shaped.words[0][0][0] == "Consejo"
    assert line.x > word.shaped.width * 12.0
    assert word.down == line.down
    assert found[0].strokes[0].y0 == 0.0
    assert found[-1].strokes[-1].y0 == pytest.approx(found[-1].height)
    assert sum(len(strip.strokes) for strip in found) == 2


@pytest.mark.parametrize("words", [3, 60])
def test_a_tip_that_ends_its_section_has_no_rule_near_the_sections_own(words):
    found = tip_of(Tip(prose(words)), SHAPER, ends=True).at(300.0, 12.0, 12.0)
    assert [len(strip.strokes) for strip in found] == [1] + [0] * (len(found) - 1)


def test_a_flow_says_which_tip_ends_its_section():
    tip = Tip(prose(3))
    flow = make_flow(handout(Section(text("Head"), body=(tip, Paragraph(prose(3)), tip))), SHAPER)
    first, _, last = (block.strips for block in flow.sections[0].blocks)
    assert [len(each.at(300.0, 12.0, 12.0)[0].strokes) for each in (first, last)] == [2, 1]
