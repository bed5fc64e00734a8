"""Breaks over frames: the least badness, not the first that works."""

from __future__ import annotations

from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brochure.copyfit import page_breaks
from brochure.copyfit.extents import ITEM, PARA, SECTION
from brochure.copyfit.page_breaks import Stretch, left_over, paginate
from brochure.copyfit.rows import NEVER, Rows

FILL = 1e6
"""As many ruled lines as there is room for."""
STIFF = Stretch(10.0, 10.0, 1.0, 1.0)
SOFT = Stretch(10.0, 11.0, 1.0, 1.8)


def lines(*penalties: float, gaps: dict[int, float] | None = None) -> Rows:
    """A line of ten points for each penalty, with gaps above some."""
    rows = Rows()
    for index, penalty in enumerate(penalties):
        gap = (gaps or {}).get(index, 0.0)
        rows.lead.append(1.0)
        for column in (rows.fixed, rows.before, rows.head, rows.foot, rows.head_lead):
            column.append(0.0)
        rows.gap_class.append(SECTION if gap > 5 else PARA if gap else ITEM)
        rows.gap.append(gap)
        rows.penalty.append(penalty)
        rows.place.append((0, 0, index))
        rows.box.append(-1)
    return rows.close()


def test_text_that_fits_is_placed_whole_and_in_order():
    cuts = paginate(lines(*[0.0] * 8), [40.0, 40.0], STIFF, FILL)
    assert cuts == [0, 4, 8]


def test_text_that_is_too_long_gives_nothing():
    assert paginate(lines(*[0.0] * 9), [40.0, 40.0], STIFF, FILL) is None


def test_text_without_an_allowed_break_gives_nothing():
    assert paginate(lines(0.0, *[NEVER] * 7), [40.0, 40.0], STIFF, FILL) is None


def test_a_forbidden_break_is_never_taken():
    rows = lines(0.0, 0.0, 0.0, NEVER, NEVER, 0.0, 0.0, 0.0)
    assert paginate(rows, [50.0, 50.0], STIFF, FILL)[1] not in (3, 4)


def test_the_cheaper_of_two_breaks_is_taken():
    rows = lines(0.0, NEVER, 0.9, NEVER, 0.1, NEVER, 0.9, NEVER)
    assert paginate(rows, [60.0, 60.0], Stretch(10.0, 20.0, 1.0, 1.0), FILL)[1] == 4


def test_a_dear_break_is_taken_where_the_free_one_leaves_a_hole():
    rows = lines(*[0.0 if i == 4 else 0.55 for i in range(20)])
    assert paginate(rows, [100.0, 200.0], SOFT, FILL)[1] >= 9


def test_both_frames_stretch_alike():
    elastic = Stretch(10.0, 16.0, 1.0, 1.0)
    assert paginate(lines(*[0.0] * 30), [200.0, 200.0], elastic, 0.0) == [0, 15, 30]


def test_the_last_frame_may_stay_short_where_ruled_lines_fill_it():
    rows = lines(*[0.0] * 12)
    full = paginate(rows, [100.0, 100.0], STIFF, FILL)
    assert full[1] >= 8


def test_frames_of_unlike_heights_are_each_held_to_their_own():
    cuts = paginate(lines(*[0.0] * 9), [60.0, 30.0], STIFF, FILL)
    assert cuts == [0, 6, 9]


def test_six_frames_are_filled_in_order():
    cuts = paginate(lines(*[0.0] * 24), [40.0] * 6, STIFF, FILL)
    assert cuts == [0, 4, 8, 12, 16, 20, 24]


@given(
    st.lists(st.sampled_from([0.0, 0.0, 0.55, 0.8, NEVER]), min_size=1, max_size=80),
    st.lists(st.integers(50, 400), min_size=2, max_size=4),
    st.booleans(),
)
def test_breaks_are_allowed_ones_in_order_and_every_frame_holds_its_rows(costs, heights, fill):
    rows = lines(*costs, gaps=dict.fromkeys(range(5, len(costs), 5), 6.0))
    cuts = paginate(rows, heights, SOFT, FILL if fill else 0.0)
    if cuts is None:
        return
    assert cuts[0] == 0
    assert cuts[-1] == len(rows)
    assert len(cuts) == len(heights) + 1
    for (start, stop), height in zip(pairwise(cuts), heights, strict=True):
        assert start <= stop
        assert rows.height(start, stop, 10.0, 1.0) <= height + 1e-3
        assert stop == len(rows) or rows.penalty[stop] < NEVER


@pytest.mark.parametrize("count", [4, 30, 90])
def test_what_holds_any_row_after_the_first_page_also_holds_fewer(count):
    heights = [400.0, 400.0]
    fits = [paginate(lines(*[0.0] * n), heights, STIFF, FILL) is not None for n in range(1, count)]
    assert fits == sorted(fits, reverse=True)


def test_a_short_text_leaves_no_page_empty_that_it_could_share():
    from brochure.copyfit.fit import fit
    from tests.support.fakes import handout, section, task

    made = fit(task(handout(section(12, emphasis="key"), section(30), section(25))))
    first, middle, last = made.cuts
    assert first < middle < last


def test_panels_with_room_to_spare_end_where_sections_do():
    """Three sections of eight, eight and seven lines on three panels of ten: none is parted."""
    costs = {row: (0.55 if row in (8, 16) else 8.55) for row in range(23)}
    made = lines(*[costs[row] for row in range(23)])
    made.whole = 8.0
    assert paginate(made, [100.0] * 3, STIFF, 0.0) == [0, 8, 16, 23]


def test_a_sparse_text_is_spread_by_whole_sections():
    """Two sections of six and ten lines on two pages of sixteen."""
    made = lines(*[0.55] * 16)
    made.place[6:] = [(1, 0, row) for row in range(10)]
    assert paginate(made, [160.0] * 2, STIFF, 0.0) == [0, 6, 16]


def test_no_paragraph_is_parted_where_there_is_room_to_spare():
    made = lines(*[0.0] * 40)
    made.place[:] = [(0, 0 if row < 17 else 1, row) for row in range(40)]
    assert paginate(made, [300.0, 300.0], STIFF, 0.0)[1] == 17


def test_no_section_is_parted_where_a_tenth_stays_open():
    made = lines(*[0.0] * 44)
    made.place[:] = [(0 if row < 20 else 1, row, 0) for row in range(44)]
    assert paginate(made, [250.0, 250.0], STIFF, 0.0)[1] == 20


def test_text_is_left_over_where_no_page_may_begin_above_the_rest():
    rows = lines(*[0.0] * 8)
    assert left_over(rows, [50.0, 30.0], STIFF, [False, True]) == 0.0
    rows.turned = frozenset((5,))
    assert left_over(rows, [50.0, 30.0], STIFF, [False, True]) > 0.0
    assert paginate(rows, [50.0, 30.0], STIFF, FILL, [False, True]) is None
    assert left_over(rows, [50.0, 30.0], STIFF, [False, False]) == 0.0  # no page turns there


def looked_at(monkeypatch, rows: Rows, heights: list[float]) -> tuple[list[int] | None, int]:
    """Where frames end, and how many ends were looked at for that."""
    asked, cost = [], page_breaks._Frames.cost
    count = lambda *them: asked.append(them) or cost(*them)  # noqa: E731
    with monkeypatch.context() as patch:
        patch.setattr(page_breaks._Frames, "cost", count)
        return paginate(rows, heights, SOFT, 0.0), len(asked)


def boxed(*sizes: int) -> Rows:
    """Lines of which every other section stands in a box, with white above and below."""
    rows = lines(*[0.0] * sum(sizes), gaps=dict.fromkeys(range(0, sum(sizes), 3), 6.0))
    box = [number % 2 for number, size in enumerate(sizes) for _ in range(size)]
    rows.head = [6.0 if each else 9.5 for each in box]
    rows.head_lead = [0.0 if each else -1.0 for each in box]
    rows.foot = [15.2 if each else -2.8 for each in box]
    return rows.close()


@pytest.mark.parametrize("count", [40, 60, 75, 80, 83])
def test_ends_after_which_the_rest_lacks_room_are_not_looked_at(monkeypatch, count):
    """Nothing but the work changes if every end is."""
    rows, heights = boxed(*[count // 5] * 5), [260.0, 240.0, 250.0, 230.0]
    found, asked = looked_at(monkeypatch, rows, heights)
    none = lambda rows, above, heights, total: [0] * (len(heights) + 1)  # noqa: E731
    monkeypatch.setattr(page_breaks, "_earliest", none)
    assert looked_at(monkeypatch, rows, heights)[0] == found
    assert asked <= looked_at(monkeypatch, rows, heights)[1]
    if count >= 75:
        assert 2 * asked < looked_at(monkeypatch, rows, heights)[1]


@pytest.mark.parametrize("seed", range(6))
def test_a_frame_reaches_as_far_as_rows_have_room_one_by_one(seed):
    drawn = Random(seed)
    for _ in range(30):
        rows, room = boxed(*drawn.choices(range(1, 10), k=8)), drawn.uniform(20.0, 400.0)
        start = drawn.randrange(len(rows))
        above, stops = rows.least(SOFT.tight, SOFT.gap_least), range(start + 1, len(rows) + 1)
        high = [rows.height(start, stop, SOFT.tight, SOFT.gap_least) for stop in stops]
        reached = page_breaks._fullest(rows, above, room, SOFT, start, len(rows))
        assert reached == start or high[reached - start - 1] <= room + 1e-6
        assert reached == len(rows) or high[reached - start] > room + 1e-6
