"""What boxes take: an urgent one has a head with a sign, and none juts out of a column."""

from __future__ import annotations

import pytest

from brochure.copyfit.boxes import JUT, NO_BOX, PAD, SIGNS, box_face, jut
from brochure.copyfit.settings import Setting, metrics_for
from tests.support.fakes import handout, section, task
from tests.unit.copyfit.test_rows import rows_of

ARRANGEMENTS = ("side", "stacked", "columns")


@pytest.mark.parametrize("arrangement", ARRANGEMENTS)
@pytest.mark.parametrize("emphasis", ["key", "urgent", "emergency"])
def test_the_text_of_a_box_keeps_the_same_white_to_its_edge_everywhere(arrangement, emphasis):
    face = box_face(emphasis, arrangement, 12.0)
    assert jut(arrangement) + face.inset == PAD
    assert (jut(arrangement) == JUT) == (arrangement != "columns")
    assert (face.sign > 0) == (face.word > 0) == (emphasis in SIGNS)


def test_a_section_without_emphasis_takes_nothing_more():
    assert box_face("", "columns", 12.0) == NO_BOX


def test_an_emergency_has_the_larger_sign():
    assert box_face("emergency", "side", 12.0).sign > box_face("urgent", "side", 12.0).sign


@pytest.mark.parametrize("arrangement", ["stacked", "columns"])
def test_the_word_over_a_heading_stands_in_a_row_of_its_own_that_is_not_parted(arrangement):
    urgent = rows_of(section(30, emphasis="urgent"), arrangement=arrangement)
    plain = rows_of(section(30), arrangement=arrangement)
    assert [urgent.place[0], urgent.place[1]] == [(0, -2, 0), (0, -1, 0)]
    assert plain.place[0] == (0, -1, 0)
    assert urgent.penalty[1] == urgent.penalty[2] == float("inf")


def test_the_word_over_a_side_heading_takes_a_line_of_it():
    made = task(handout(section(2), section(2, emphasis="urgent")))
    metrics = metrics_for(made, Setting(12.0, "side"))
    plain, urgent = (metrics.beside(each) for each in made.flow.sections)
    assert urgent - plain == pytest.approx(metrics.heading_leading)


def test_in_columns_a_box_keeps_its_text_narrower_and_nothing_else():
    made = task(handout(section(30), section(30, emphasis="key")))
    metrics = metrics_for(made, Setting(12.0, "columns"))
    plain, key = (metrics.inside(each) for each in made.flow.sections)
    assert plain is metrics
    assert metrics.text_width - key.text_width == 2 * PAD


def test_a_long_word_under_a_sign_widens_the_side_column():
    plain, urgent = (
        metrics_for(task(handout(section(9, heading="x" * 18, emphasis=e))), Setting(12.0, "side"))
        for e in ("", "urgent")
    )
    assert urgent.side_width > plain.side_width + box_face("urgent", "side", 12.0).hang
