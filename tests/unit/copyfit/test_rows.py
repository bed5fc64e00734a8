"""The flow as rows: heights, gaps, and what a break before each row costs."""

from __future__ import annotations

import pytest

from brochure._startup.records import replace
from brochure.copyfit import rows as rows_module
from brochure.copyfit.boxes import FOOT
from brochure.copyfit.extents import SECTION, natural_height, taken_of
from brochure.copyfit.rows import (
    DESCENT,
    GAP_LEAST,
    NEVER,
    SPLIT_BOX,
    SPLIT_SECTION,
    Rows,
)
from brochure.copyfit.settings import Setting as Rung
from brochure.copyfit.settings import metrics_for, sizes_of
from brochure.model import FillIn, Image, Item, Section
from tests.support.fakes import handout, make_rows, prose, section, short, task, text


def rows_of(
    *sections, arrangement: str = "side", size: float = 12.0, parts_boxes: bool = False
) -> Rows:
    made = task(handout(*sections))
    made = replace(made, format=replace(made.format, parts_boxes=parts_boxes))
    metrics = metrics_for(made, Rung(size, arrangement))
    assert metrics is not None
    return make_rows(made.flow, metrics, made.pixels)


def breaks(rows: Rows) -> list[tuple[int, int, int]]:
    """The rows that may start a frame."""
    return [rows.place[i] for i in range(1, len(rows)) if rows.penalty[i] < NEVER]


def places(rows: Rows, section: int = 0, block: int = 0) -> list[int]:
    return [line for s, b, line in rows.place if (s, b) == (section, block)]


def test_no_single_line_of_a_paragraph_may_be_parted():
    rows = rows_of(section(150))
    lines = len(places(rows))
    assert lines > 5
    assert [line for _, _, line in breaks(rows)] == list(range(2, lines - 1))


def test_a_paragraph_of_three_lines_is_not_parted():
    rows = rows_of(section(30))
    assert len(places(rows)) == 3
    assert breaks(rows) == []


def test_a_heading_above_keeps_two_lines_with_it():
    rows = rows_of(section(5, 5, 40), arrangement="stacked")
    assert rows.place[0] == (0, -1, 0)
    assert (0, 0, 0) not in breaks(rows)
    assert (0, 1, 0) not in breaks(rows)
    assert (0, 2, 0) in breaks(rows)


def test_a_heading_keeps_two_whole_items():
    rows = rows_of(section(bullets=(5, 5, 5, 5)), arrangement="stacked")
    assert breaks(rows) == [(0, 2, 0)]


def test_a_heading_of_two_lines_is_not_parted():
    rows = rows_of(section(40, heading="word " * 20 + "end"), arrangement="stacked")
    assert places(rows, block=-1) == [0, 1]
    assert all(block >= 0 for _, block, _ in breaks(rows))


def test_a_side_heading_keeps_the_lines_beside_it():
    tall = "word " * 12 + "end"
    low, high = rows_of(section(150)), rows_of(section(150, heading=tall))
    assert min(breaks(high))[2] > min(breaks(low))[2]


def test_a_lead_in_stays_with_its_first_item():
    rows = rows_of(section(40, 40, bullets=(5, 5, 5, 5)))
    assert (0, 1, 0) in breaks(rows)
    assert (0, 2, 0) not in breaks(rows)
    assert (0, 4, 0) in breaks(rows)


def test_an_item_stays_with_its_first_nested_text():
    item = Item(prose(60), tuple(prose(16) for _ in range(6)))
    rows = rows_of(short(text("Head"), bullets=(item,)))
    assert (0, 1, 0) not in breaks(rows)
    assert (0, 3, 0) in breaks(rows)


def test_a_break_between_sections_is_free():
    rows = rows_of(section(40), section(40))
    start = rows.place.index((1, 0, 0))
    assert rows.penalty[start] == 0.0
    assert rows.gap_class[start] == SECTION


def test_a_break_inside_a_section_costs_more_inside_a_paragraph_and_most_in_a_box():
    plain = rows_of(section(90, 90))
    boxed = rows_of(section(90, 90, emphasis="urgent"), parts_boxes=True)
    between, within = plain.place.index((0, 1, 0)), plain.place.index((0, 1, 2))
    assert 0 < plain.penalty[between] == SPLIT_SECTION < plain.penalty[within]
    in_box = boxed.place.index((0, 1, 0))
    assert boxed.penalty[in_box] == pytest.approx(SPLIT_SECTION + SPLIT_BOX)


def test_a_picture_stays_with_its_text_and_its_caption(tmp_path):
    image = Image(tmp_path / "a.png", text("A spine"), prose(4))
    made = task(handout(section(40, image=image)))
    metrics = metrics_for(made, Rung(12.0, "side"))
    rows = make_rows(made.flow, metrics, {str(image.path): (400, 200)})
    assert (0, 1, 0) not in breaks(rows)
    assert (0, 2, 0) not in breaks(rows)


def test_a_tall_picture_is_drawn_lower_than_its_column_is_wide(tmp_path):
    image = Image(tmp_path / "a.png", text("A spine"))
    made = task(handout(section(40, image=image)))
    metrics = metrics_for(made, Rung(12.0, "side"))
    block = made.flow.sections[0].blocks[-1]
    wide, tall = metrics.image_size(block, (900, 90)), metrics.image_size(block, (90, 900))
    assert wide[0] == pytest.approx(metrics.text_width)
    assert tall[1] == pytest.approx(0.26 * 792)


def test_heights_of_two_stretches_and_the_gap_between_make_the_whole():
    rows = rows_of(section(60, 60), section(60, bullets=(9, 9)), section(80, emphasis="key"))
    for leading, gap in ((15.6, 0.85), (17.4, 1.8)):
        whole = rows.height(0, len(rows), leading, gap)
        for cut in range(1, len(rows)):
            both = rows.height(0, cut, leading, gap) + rows.height(cut, len(rows), leading, gap)
            assert both < whole + 1e-6 or rows.box[cut] >= 0


def test_height_grows_with_leading_gaps_and_rows():
    rows = rows_of(section(60, 60), section(60))
    last = len(rows)
    assert rows.height(0, last, 16, 1.0) < rows.height(0, last, 17, 1.0)
    assert rows.height(0, last, 16, 1.0) < rows.height(0, last, 16, 1.5)
    heights = [rows.height(0, stop, 16, 1.0) for stop in range(last + 1)]
    assert heights[0] == 0.0
    assert heights == sorted(heights)


def test_a_heading_is_two_points_larger_than_the_body_or_more():
    for size in (10.0, 12.0, 15.0):
        made = task(handout(section(9)))
        metrics = metrics_for(made, Rung(size, "stacked"))
        assert metrics.heading_size >= size + 2


def test_every_setting_has_a_measure_of_35_to_eighty_characters():
    made = task(handout(section(90)))
    for name in made.format.arrangements:
        for size in sizes_of(made.format, name, 10.0, 100):
            metrics = metrics_for(made, Rung(size, name))
            assert 35 <= metrics.text_width / size / made.average <= 80, (name, size)


def test_a_side_heading_with_too_wide_a_word_forbids_the_side_column():
    made = task(handout(section(90, heading="Ophthalmologischerweisheiten")))
    assert metrics_for(made, Rung(15.0, "side")) is None
    assert metrics_for(made, Rung(15.0, "stacked")) is not None


def test_a_frame_ends_below_the_deeper_of_a_side_heading_and_its_text():
    deep, level = section(2, heading=" ".join(["x" * 15] * 2)), section(2, heading="x")
    hang = rows_of(deep).foot[-1] - rows_of(level).foot[-1]
    metrics = metrics_for(task(handout(deep)), Rung(12.0, "side"))
    assert len(rows_of(deep)) == 1
    assert hang == pytest.approx(metrics.heading_leading)


FLOWING = (
    section(40, 3, heading="One two three four five six seven", bullets=(9, 20)),
    section(5, heading="A heading of far more words than its text has beside it"),
    section(30, 30, emphasis="urgent", bullets=(12,)),
    section(25, emphasis="key"),
)


@pytest.mark.parametrize("arrangement", ["side", "stacked", "columns"])
@pytest.mark.parametrize("size", [12.0, 13.7])
def test_rows_are_as_high_as_the_text_is_said_to_be(arrangement, size):
    fitting = task(handout(*FLOWING))
    metrics = metrics_for(fitting, Rung(size, arrangement))
    made, leading = make_rows(fitting.flow, metrics, {}), 1.3 * size
    hung = made.foot[-1] - (FOOT * size if made.box[-1] >= 0 else -DESCENT * size)
    after = max(hung, 0.0) + (FOOT * size if made.box[-1] >= 0 else 0.0)
    whole = made.leads[-1] * leading + made.fixeds[-1] + after
    whole += GAP_LEAST * made.gaps[-1]
    said = natural_height(fitting.flow, metrics, {}, leading, GAP_LEAST)
    assert said == pytest.approx(whole, abs=0.01)


def test_a_box_has_the_room_above_and_below_that_its_ground_takes():
    fitting = task(handout(*FLOWING[2:]))
    metrics = metrics_for(fitting, Rung(12.0, "stacked"))
    made = make_rows(fitting.flow, metrics, {})
    assert made.before[0] == metrics.box_head == 0.5 * 12.0
    starts = [row for row in range(1, len(made)) if made.box[row] != made.box[row - 1]]
    assert [made.before[row] for row in starts] == [metrics.box_foot + metrics.box_head]


def test_one_line_to_write_on_is_not_all_that_a_heading_has_with_it():
    """A label is one line of text, however high its line is; two may be all."""
    labels = [FillIn((text("Label"),)), FillIn((text("Label"),)), FillIn((text("Label"),))]
    rows = rows_of(Section(text("Head"), "", tuple(labels)), arrangement="stacked")
    assert breaks(rows) == [(0, 2, 0)]


@pytest.mark.parametrize("arrangement", ["side", "stacked", "columns"])
def test_what_lines_tell_is_laid_down_once_for_several_sizes(monkeypatch, arrangement):
    made = task(
        handout(section(60, 9, bullets=(5, 5, 5)), section(90), section(40, emphasis="key"))
    )
    laid, lines = [], rows_module._Builder._lines
    monkeypatch.setattr(
        rows_module._Builder, "_lines", lambda *args: laid.append(args[1]) or lines(*args)
    )
    known: rows_module.Known = {}
    for size in (12.0, 12.01, 13.0):
        metrics = metrics_for(made, Rung(size, arrangement))
        taken = taken_of(made.flow, metrics, {})
        kept, fresh = (rows_module.rows_of(made.flow, metrics, taken, each) for each in (known, {}))
        assert kept.penalty == fresh.penalty
        assert kept.place == fresh.place
        assert kept.gaps == fresh.gaps
        assert kept.height(0, len(kept), 15.0, 1.0) == fresh.height(0, len(fresh), 15.0, 1.0)
    assert len(laid) - 9 < 9  # the others are those of a builder that knew none
