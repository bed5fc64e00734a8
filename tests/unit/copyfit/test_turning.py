"""What a page turn parts is kept whole where that costs little: sentences, short lists, tables."""

from __future__ import annotations

import pytest

from brochure.copyfit import fit as fitting
from brochure.copyfit import turning
from brochure.copyfit.fit import Fitted, fit
from brochure.copyfit.rows import NEVER
from brochure.copyfit.settings import Setting, metrics_for
from brochure.copyfit.turning import (
    ITEMS,
    STRIPS,
    barely_begun,
    ends_sentence,
    is_parted,
    unparted,
    whole_lists,
)
from brochure.copyfit.vertical_spacing import turns_of
from brochure.model import FillIn, Handout, Item, ItemList, Section
from tests.support.fakes import handout, make_rows, prose, section, task, text


@pytest.mark.parametrize(
    "line",
    ["Call us.", "Call us. ", "Why? ", 'He said "stop." ', "打电话。", "اتصل؟", "कॉल करें।", "ይደውሉ።"],
)
def test_a_line_may_be_the_end_of_a_sentence(line):
    assert ends_sentence(line)


@pytest.mark.parametrize("line", ["Call us at ", "and, ", "", "10.5 mg"])
def test_a_line_may_be_no_end_of_one(line):
    assert not ends_sentence(line)


def spans(*lists: tuple[int, ...]) -> list[range]:
    """The blocks of the lists that are kept whole; each list as its items' nested ones."""
    body = tuple(
        ItemList(tuple(Item(prose(6), (prose(3),) * nested) for nested in listed))
        for listed in lists
    )
    made = task(handout(Section(text("Head"), "", body)))
    return list(whole_lists(made.flow.sections[0].blocks))


def test_lists_of_so_many_items_are_kept_whole_with_what_is_nested_in_them():
    assert spans((0,) * ITEMS) == [range(ITEMS)]
    assert spans((0,) * (ITEMS + 1)) == []
    assert spans((2, 0), (0, 1)) == [range(4), range(4, 7)]


def fitted(made: Handout) -> tuple[Fitted, bool]:
    """The fit of a handout, and whether it parts anything that is kept whole."""
    whole = task(made)
    found = fit(whole)
    assert found is not None
    turns = turns_of(found.rooms)
    return found, is_parted(whole.flow, found.metrics, found.rows, found.cuts, turns)


def among(before: int, after: int, kept: Section) -> Handout:
    """A section between others of two short paragraphs each, of which no page parts one."""
    others = [section(14, 14) for _ in range(before + after)]
    return handout(*others[:before], kept, *others[before:], notes="false")


LIST = section(14, bullets=(16,) * ITEMS)
LONG_LIST = section(14, bullets=(12,) * (ITEMS + 2))
PROSE = section(60, 60)
TWO = section(40, 40)
LINES = Section(text("Head"), "", (FillIn((text("A label to write behind"),) * 4),))
WHOLE = {
    "a list": (5, 6, LIST),
    "sentences": (3, 5, PROSE),
    "sentences at a tenth less": (6, 4, PROSE),
    "sentences at two tenths less": (11, 9, PROSE),
    "lines to write on": (12, 11, LINES),
    "lines at the foot of a column": (8, 9, LINES),
}


@pytest.mark.parametrize("name", list(WHOLE))
def test_what_a_page_would_part_is_whole_where_that_costs_little(monkeypatch, name):
    made = among(*WHOLE[name])
    with monkeypatch.context() as without:
        without.setattr(turning, "COST", -1.0)
        parted, is_so = fitted(made)
    whole, still = fitted(made)
    assert (is_so, still) == (True, False)
    assert whole.setting.size >= parted.setting.size - turning.COST - 1e-6
    assert whole.emptiest >= min(1 - turning.OPEN_MOST, parted.emptiest) - 1e-6
    assert whole.setting.arrangement == parted.setting.arrangement


def test_a_size_is_looked_at_once_for_all_that_is_kept_whole(monkeypatch):
    """Sentences first, then sections, each at up to three sizes; all of them have room."""
    tried, capable, asked, height = [], fitting.capable_of, [], fitting.height_of
    ways, begun = [], turning.well_begun
    monkeypatch.setattr(turning, "well_begun", lambda *them: ways.append(1) or begun(*them))
    made = task(amid(7, 34, 12, PROSE))
    chosen = fitting._choose(made)
    monkeypatch.setattr(
        fitting, "capable_of", lambda *them: tried.append(them[1]) or capable(*them)
    )
    monkeypatch.setattr(fitting, "height_of", lambda *them: asked.append(them[1]) or height(*them))
    fitting._with_whole(made, chosen)
    assert len(ways) > 1
    assert tried
    assert len(tried) == len(set(tried))
    assert chosen.setting not in tried
    assert not asked


def test_a_page_is_not_left_open_for_it():
    found, parted = fitted(among(4, 4, LIST))
    assert parted
    assert found.emptiest > 0.85


def test_a_table_of_few_rows_is_whole_in_columns_too_and_one_of_many_is_not():
    few, many = (
        Section(text("Head"), "", (FillIn((text("A label to write behind"),) * lines),))
        for lines in (STRIPS, STRIPS + 1)
    )
    for kept, breaks in ((few, 0), (many, STRIPS - 2)):
        whole = task(handout(kept))
        metrics = metrics_for(whole, Setting(12.0, "columns"))
        rows = make_rows(whole.flow, metrics, {})
        penalties = unparted(whole.flow, metrics, rows).penalty[1:]
        assert sum(each < NEVER for each in penalties) == breaks


def test_paragraphs_are_broken_into_lines_only_where_a_page_may_turn(monkeypatch):
    """Of each size few breaks are near the foot of a page."""
    broken = []
    breaks = turning.set_lines
    monkeypatch.setattr(turning, "set_lines", lambda *args: broken.append(1) or breaks(*args))
    found, _ = fitted(handout(*[section(60, 60, 60)] * 3, notes="false"))
    rows = found.rows
    inside = [row for row, price in enumerate(rows.penalty) if price < NEVER and rows.place[row][2]]
    assert 0 < len(broken) < len(inside)


# ------------------------------------------------------- sections begun at a frame's end


def amid(before: int, words: int, every: int, kept: Section = TWO) -> Handout:
    """A section of two paragraphs among ``every`` others that are never parted."""
    others = [section(words)] * every
    return handout(*others[:before], kept, *others[before:], notes="false")


def ends_badly(found: Fitted) -> bool:
    return not barely_begun(found.rows).isdisjoint(found.cuts)


BEGUN = {
    "beside its heading": (amid(7, 26, 12), "handout", 0.0),
    "beside its heading at two tenths less": (amid(9, 26, 17), "handout", 0.2),
    "at the end of a column": (amid(12, 26, 20), "handout", 0.0),
    "in large print": (amid(9, 20, 17), "large-print", 0.0),
}


@pytest.mark.parametrize("name", list(BEGUN))
def test_no_section_is_begun_with_two_lines_where_that_costs_little(monkeypatch, name):
    made, fmt, cost = BEGUN[name]
    with monkeypatch.context() as without:
        without.setattr(turning, "COST", -1.0)
        begun = fit(task(made, fmt))
    found = fit(task(made, fmt))
    assert begun
    assert found
    assert (ends_badly(begun), ends_badly(found)) == (True, False)
    assert begun.setting.size - found.setting.size == pytest.approx(cost)
    assert begun.setting.arrangement == found.setting.arrangement
    most = turning.OPEN_LARGE if fmt == "large-print" else turning.OPEN_MOST
    assert found.emptiest >= min(1 - most, begun.emptiest) - 1e-6


def test_two_lines_are_few_and_what_is_drawn_is_much():
    whole = task(handout(section(14, 40), Section(text("Head"), "", (FillIn((prose(3),) * 5),))))
    metrics = metrics_for(whole, Setting(12.0, "columns"))
    rows = make_rows(whole.flow, metrics, {})
    free = {row for row in range(len(rows)) if rows.goes_on(row) and rows.penalty[row] < NEVER}
    begun = barely_begun(rows)
    assert begun
    for row in free:
        number = rows.place[row][0]
        own = [r for r in range(row) if rows.place[r][0] == number and rows.place[r][1] >= 0]
        assert (row in begun) == (number == 0 and len(own) <= turning.BEGUN)
