"""Short lists in two columns: which they are, their rows, and when the fit sets them so."""

from __future__ import annotations

from itertools import combinations

import pytest

from brochure._startup.records import replace
from brochure.copyfit.blocks import Shaper
from brochure.copyfit.extents import natural_height
from brochure.copyfit.fit import fit
from brochure.copyfit.flow import ITEMS_LEAST, make_flow
from brochure.copyfit.formats import FORMATS
from brochure.copyfit.room import settable
from brochure.copyfit.rows import NEVER
from brochure.copyfit.settings import Setting, Task, metrics_for
from brochure.copyfit.short_lists import GUTTER, in_columns, items_of, second_column
from brochure.model import Item, ItemList, Paragraph, Section
from tests.support.fakes import HalfEm, handout, make_rows, prose, section, task, text
from tests.unit.copyfit.test_fit import settable as can_be_set

SHAPER = Shaper(HalfEm(), True, 16.0)


class Signs(HalfEm):
    """A measure of a writing that has no spaces."""

    class writing:  # noqa: N801
        characters = 5 / 3
        shaped = False
        breaks = "spaces"


def listed(*items: str, kind: str = "bullets", nested: str = "") -> Section:
    made = [Item(text(each)) for each in items]
    if nested:
        made[-1] = Item(made[-1].text, (text(nested),))
    return Section(text("Head"), "", (ItemList(tuple(made), kind),))


def shorts(made: Section, shaper: Shaper = SHAPER) -> list[int]:
    return [block.short for block in make_flow(handout(made), shaper).sections[0].blocks]


# ----------------------------------------------------------------- which


@pytest.mark.parametrize(
    ("made", "short"),
    [
        (listed("a", "b b", "c c c c"), 3),
        (listed("a", "b"), 0),
        (listed("a", "b", "c c c c c"), 0),
        (listed("a", "b", "c", nested="d"), 0),
        (listed("a", "b", "c", kind="steps"), 0),
        (listed("a", "b", "c", kind="checklist"), 0),
    ],
)
def test_a_short_list_is_bullets_of_up_to_four_words(made, short):
    assert shorts(made)[0] == short
    assert not any(shorts(made)[1:])


def test_where_no_spaces_part_words_characters_are_counted():
    signs = Shaper(Signs(), True, 16.0)
    assert shorts(listed("水" * 4, "水" * 6, "水"), signs)[0] == 3
    assert shorts(listed("水" * 4, "水" * 30, "水"), signs)[0] == 0


# ------------------------------------------------------------------ rows


@pytest.mark.parametrize("items", range(ITEMS_LEAST, 12))
def test_down_the_first_column_then_the_second_and_each_item_once_however_it_breaks(items):
    rows = -(-items // 2)
    for cut in [(), *combinations(range(1, rows), 1), *combinations(range(1, rows), 2)]:
        read = []
        for start, stop in zip((0, *cut), (*cut, rows), strict=True):
            pairs = [items_of(row, items, range(start, stop)) for row in range(start, stop)]
            left, right = [first for first, _ in pairs], [other for _, other in pairs]
            assert right[:-1] == [r for r in right[:-1] if r >= 0]  # only the last may lack one
            read += left + [each for each in right if each >= 0]
        assert read == list(range(items))


def metrics_of(made: Section, paired: bool = True, width: float = 0.0, name: str = "handout"):
    fitting = task(handout(made), name)
    found = metrics_for(fitting, Setting(fitting.floor, "stacked", paired))
    assert found
    return fitting.flow, found


def test_a_list_takes_as_many_rows_as_its_longer_column():
    made = Section(text("Head"), "", (*listed(*"abcdefg").body, Paragraph(prose(30))))
    flow, metrics = metrics_of(made)
    rows = make_rows(flow, metrics, {})
    assert [place for place in rows.place if 0 <= place[1] < 7] == [(0, n, 0) for n in range(4)]
    single = make_rows(flow, metrics_of(made, paired=False)[1], {})
    assert len(single) - len(rows) == 3
    assert {place for place in rows.place if place[1] == 7}  # what follows keeps its number


def test_a_list_with_an_item_that_has_no_room_in_a_column_stays_as_it_is():
    _, metrics = metrics_of(listed("a", "b", "c"))
    room = second_column(metrics) - GUTTER - metrics.indent(make_block())
    letters = int(room / metrics.size * 2)
    for length, rows in ((letters, 2), (letters + 1, 0)):
        made = listed("a", "x" * length, "c")
        shaper = Shaper(HalfEm(), True, 1000.0)
        blocks = make_flow(handout(made), shaper).sections[0].blocks
        assert len(in_columns(blocks, metrics)) == rows


def make_block():
    return make_flow(handout(listed("a", "b", "c")), SHAPER).sections[0].blocks[0]


def test_one_row_of_a_list_does_not_stand_alone():
    made = Section(text("Head"), "", (Paragraph(prose(40)), *listed(*"abcdefgh").body))
    flow, metrics = metrics_of(made)
    rows = make_rows(flow, metrics, {})
    may = [place for place, cost in zip(rows.place, rows.penalty, strict=True) if cost < NEVER]
    assert (0, 3, 0) in may
    assert not {(0, 2, 0), (0, 4, 0)} & set(may)


def test_cutting_items_never_makes_a_list_higher():
    high = [0.0]
    for items in range(1, 12):
        flow, metrics = metrics_of(listed(*["ab"] * items))
        high.append(natural_height(flow, metrics, {}, 15.6, 0.85))
    assert high == sorted(high)


# ------------------------------------------------------------------- fit


def long_lists(lists: int, items: int) -> list[Section]:
    body = (Paragraph(prose(30)), ItemList(tuple(Item(text("ab cd")) for _ in range(items))))
    return [Section(text("Head of it"), "", body) for _ in range(lists)]


def unpaired(whole: Task) -> Task:
    """The same without a list that counts as short."""
    sections = tuple(
        replace(each, blocks=tuple(replace(block, short=0) for block in each.blocks))
        for each in whole.flow.sections
    )
    return replace(whole, flow=replace(whole.flow, sections=sections))


@pytest.mark.parametrize("name", FORMATS)
def test_two_columns_are_set_only_where_type_becomes_larger_or_a_refusal_is_avoided(name):
    seen = set()
    for lists in range(1, 14):
        whole = task(handout(*long_lists(lists, 8)), name)
        found, plain = fit(whole), fit(unpaired(whole))
        assert settable(whole) == (found is not None)
        if found is None:
            assert plain is None
            continue
        seen.add(found.setting.paired)
        if not found.setting.paired:
            assert plain
            assert found.setting == plain.setting
        else:
            setting = replace(found.setting, paired=False)
            same = replace(unpaired(whole), geometry=found.geometry)
            assert not can_be_set(same, setting)
    assert seen == {False, True}


def test_without_a_short_list_nothing_is_tried_in_columns():
    made = task(handout(section(30, bullets=(9, 9, 9))))
    assert not made.flow.short
    found = fit(made)
    assert found
    assert not found.setting.paired
