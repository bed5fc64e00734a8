"""What a break may not part: short items, a picture and its text, a little of a section's rest."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from brochure._startup.records import replace
from brochure.copyfit.fit import fit
from brochure.copyfit.keeping import LONE, list_places
from brochure.copyfit.room import settable
from brochure.copyfit.rows import NEVER
from brochure.copyfit.settings import Setting, metrics_for
from brochure.model import Image, Item, ItemList, Paragraph, Section
from tests.support.fakes import handout, make_rows, prose, section, short, task, text
from tests.unit.copyfit.test_rows import breaks, rows_of

PICTURE = Image(Path("a.png"), text("A spine"))
SIZES = {"a.png": (300, 100)}


def pictured(*body) -> list[tuple[int, int, int]]:
    """The rows that may start a frame in a section with pictures."""
    made = task(handout(Section(text("Head"), "", body)))
    metrics = metrics_for(made, Setting(12.0, "stacked"))
    return breaks(make_rows(made.flow, metrics, SIZES))


def test_of_a_list_of_three_short_items_none_is_parted():
    assert breaks(rows_of(section(60, bullets=(5, 5, 5)), arrangement="stacked")) == [(0, 0, 2)]


def test_two_items_stand_on_each_side_of_a_break():
    starts = breaks(rows_of(section(bullets=(5,) * 6), arrangement="stacked"))
    assert starts == [(0, 2, 0), (0, 3, 0), (0, 4, 0)]


def test_an_item_as_long_as_a_paragraph_may_stand_alone():
    long = 30 * LONE
    starts = breaks(rows_of(section(bullets=(long, 5, 5, long)), arrangement="stacked"))
    assert {(0, 1, 0), (0, 3, 0)} <= set(starts)


def test_nested_items_count_as_lines_of_theirs_and_as_a_list():
    nested = Item(prose(3), tuple(prose(3) for _ in range(5)))
    made = short(text("Head"), bullets=(nested, Item(prose(3)), Item(prose(3))))
    starts = breaks(rows_of(made, arrangement="stacked"))
    assert starts == [(0, 6, 0)]


def test_two_lists_are_counted_each_for_itself():
    lists = [ItemList(tuple(Item(prose(3)) for _ in range(n)), kind) for n, kind in
             ((2, "bullets"), (4, "steps"))]  # fmt: skip
    blocks = task(handout(Section(text("Head"), "", tuple(lists)))).flow.sections[0].blocks
    places = list_places(blocks, [1] * len(blocks))
    assert [(p.item, p.items) for each in places.values() for p in each] == [
        (0, 2), (1, 2), (0, 4), (1, 4), (2, 4), (3, 4),
    ]  # fmt: skip


def test_a_picture_is_not_parted_from_the_text_before_it():
    assert pictured(Paragraph(prose(60)), PICTURE, Paragraph(prose(60))) == [
        (0, 0, 2), (0, 2, 0), (0, 2, 2),
    ]  # fmt: skip


def test_a_picture_that_opens_a_section_is_not_parted_from_the_text_after_it():
    assert (0, 1, 0) not in pictured(PICTURE, Paragraph(prose(40)))


def test_pictures_in_a_row_may_be_parted():
    assert (0, 2, 0) in pictured(Paragraph(prose(40)), PICTURE, PICTURE)


def test_what_goes_on_is_as_deep_as_the_side_heading_said_again():
    tall = " ".join(["x" * 15] * 4)
    for heading, least in (("Head", 2), (tall, 5)):
        rows = rows_of(section(400, heading=heading))
        last = max(row for row in range(1, len(rows)) if rows.penalty[row] < NEVER)
        assert len(rows) - last >= least


@pytest.mark.parametrize("name", ["large-print", "handout"])
def test_a_page_that_goes_on_has_room_for_the_heading_above(name):
    """The frame begins lower by what the rows say, after a page turn alone."""
    seen = 0
    for words in range(300, 1300, 90):
        made = fit(task(handout(*[section(*[words // 14] * 7) for _ in range(2)]), name))
        if made is None or made.setting.arrangement == "side":
            continue
        tops = {room.page: room.top for room in made.rooms if room.page}
        for (room, after), cut in zip(pairwise(made.rooms), made.cuts[1:-1], strict=True):
            if after.page != room.page and made.rows.goes_on(cut):
                assert made.rows.said_again(cut) > made.setting.size
                seen += 1
            elif after.page and made.rows.goes_on(cut):
                assert after.top >= tops[after.page] - 1e-6
    assert seen


BOX = (8, 6, 6, 6, 6)
"""The words of the items of a box that has room in a frame."""


def parted(fitted) -> list[int]:
    """The sections that go on in a further frame."""
    rows = fitted.rows
    return [rows.place[cut][0] for cut in fitted.cuts[1:-1] if rows.goes_on(cut)]


@pytest.mark.parametrize("arrangement", ["side", "stacked", "columns"])
@pytest.mark.parametrize("emphasis", ["key", "urgent", "emergency"])
def test_a_box_that_a_frame_has_room_for_has_no_breaks(emphasis, arrangement):
    made = section(20, 20, bullets=BOX, emphasis=emphasis)
    assert breaks(rows_of(made, arrangement=arrangement)) == []
    assert breaks(rows_of(made, arrangement=arrangement, parts_boxes=True))


def test_a_key_message_without_a_box_has_none_either():
    made = task(handout(section(20, 20, bullets=BOX, emphasis="key")))
    made = replace(made, format=replace(made.format, open_key=True))
    metrics = metrics_for(made, Setting(12.0, "columns"))
    assert not any(map(metrics.boxed, made.flow.sections))
    assert breaks(make_rows(made.flow, metrics, {})) == []


def test_a_longer_box_is_parted_between_its_blocks_with_two_items_on_each_side():
    starts = breaks(rows_of(section(90, 90, bullets=(30,) * 6, emphasis="urgent")))
    assert starts == [(0, 1, 0), (0, 4, 0), (0, 5, 0), (0, 6, 0)]


@pytest.mark.parametrize("before", range(60, 420, 40))
def test_boxes_stay_whole_at_a_somewhat_smaller_size(before):
    """Wherever in the text the box stands; and parted it might be larger, but never smaller."""
    made = task(handout(
        section(before, 60), section(20, bullets=BOX, emphasis="urgent"), section(220, 220),
    ))  # fmt: skip
    found = fit(made)
    loose = fit(replace(made, format=replace(made.format, parts_boxes=True)))
    assert found and loose and 1 not in parted(found)
    assert loose.setting.size - 1.5 <= found.setting.size


def test_a_text_that_cannot_be_set_with_its_boxes_whole_is_set_with_them_parted():
    """Seven boxes of a third of a page each have no room on two; their text has."""
    made = task(handout(*[section(60, 60, emphasis="urgent")] * 7))
    found = fit(made)
    assert found and settable(made) and parted(found)
    assert found.metrics.format.parts_boxes


def test_an_urgent_box_of_half_a_panel_is_not_parted_on_a_folded_sheet():
    """A panel is narrow: what is short on a page is high on it."""
    box = section(8, bullets=(6,) * 8, heading="Call us", emphasis="urgent")
    after = (section(60), section(20), section(30, 20))
    for words in range(10, 50, 10):
        found = fit(task(handout(section(words), box, *after), "trifold"))
        assert found
        urgent = [row for row, place in enumerate(found.rows.place) if place[0] == 1]
        assert not [cut for cut in found.cuts if urgent[0] < cut <= urgent[-1]]
