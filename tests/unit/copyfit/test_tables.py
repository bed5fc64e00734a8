"""Tables in strips: widths of the words, whole rows, labels where there is no room."""

from __future__ import annotations

from itertools import pairwise

import pytest

from brochure.copyfit.blocks import Shaper
from brochure.copyfit.rows import NEVER
from brochure.copyfit.settings import Setting, metrics_for
from brochure.copyfit.strips import Strip, StripText
from brochure.copyfit.tables import HEAD_RULE, ROW_RULE, SHORT_WIDTH, strips_of
from brochure.model import Paragraph, Section, Table, TableRow, Text
from tests.support.fakes import HalfEm, handout, make_rows, prose, task, text

SIZE = 12.0
SHAPER = Shaper(HalfEm(), True, 16.0)
DOSES = [
    ["Sampril 10 mg", "for your pressure", "1 pill", ""],
    ["Modelin", "to sleep", "", "2 pills"],
]


def table(rows: list[list[str]], *heads: str) -> Table:
    cells = [TableRow(tuple(text(cell) if cell else Text(()) for cell in row)) for row in rows]
    return Table(tuple(map(text, heads)), tuple(cells))


def doses(count: int = 2) -> Table:
    return table((DOSES * count)[:count], "Medicine", "What it is for", "Morning", "Night")


def strips(made: Table, width: float = 400.0, size: float = SIZE) -> list[Strip]:
    return list(strips_of(made, SHAPER).at(width, size, 12.0))


def said(found: StripText) -> str:
    return " ".join("".join(part for part, _ in word) for word in found.shaped.words)


def kinds(strip: Strip) -> list[str]:
    return [each.tags[-1].kind for each in strip.texts]


def test_the_head_stands_above_the_first_row_and_again_where_a_row_begins_a_frame():
    first, second = strips(doses())
    heads = ["Medicine", "What it is for", "Morning", "Night"]
    assert [said(each) for each in first.texts[:4]] == heads
    assert kinds(first) == ["TH"] * 4 + ["TH", "TD", "TD", "TD"]
    assert [each.tags[-1].scope for each in first.texts] == ["Column"] * 4 + ["Row", "", "", ""]
    assert kinds(second) == ["TH", "TD", "TD", "TD"]
    assert second.head is not None
    assert second.head.texts == first.texts[:4]
    assert first.head is None


def test_a_cell_that_says_nothing_has_a_dash():
    assert [said(each) for each in strips(doses())[1].texts][2] == "–"


def test_columns_are_as_wide_as_their_words_and_fill_the_measure():
    first = strips(doses())[0].texts[:4]
    for cell in first[:-1]:
        assert cell.width >= cell.shaped.widest_word * cell.size
    assert first[-1].x + first[-1].width == pytest.approx(400.0)
    assert all(a.x + a.width < b.x for a, b in pairwise(first))


def test_short_cells_are_centred_and_not_broken_long_ones_are_not():
    row = strips(doses(), 260.0)[0].texts[4:]
    assert [cell.centred for cell in row] == [False, False, True, True]
    assert all(cell.width >= SHORT_WIDTH * cell.size - 1e-6 for cell in row[2:])
    assert all(cell.shaped.width * cell.size <= cell.width for cell in row[2:])


def test_the_lines_of_a_table_are_heavy_below_its_head_and_its_foot():
    first, second = strips(doses())
    level = [line for line in first.strokes if line.y0 == line.y1]
    assert [line.weight for line in level] == [HEAD_RULE, ROW_RULE]
    assert [line.weight for line in second.strokes if line.y0 == line.y1] == [HEAD_RULE]
    assert level[-1].y0 == pytest.approx(first.height)


@pytest.mark.parametrize("width", [130.0, 180.0])
def test_without_room_each_row_is_a_label_and_its_values(width):
    first, second = strips(doses(), width)
    wanted = ["Medicine: Sampril 10 mg", "What it is for: for your pressure"]
    wanted += ["Morning: 1 pill", "Night: –"]
    assert [said(each) for each in first.texts] == wanted
    assert kinds(first) == ["P"] * 4
    assert [tag.kind for tag in first.texts[0].tags] == ["L", "LI", "LBody", "P"]
    assert second.head is None
    downs = [each.down for each in first.texts]
    assert downs == sorted(set(downs))
    assert downs[-1] < first.height


def test_a_table_fits_where_labels_would_not_be_needed():
    narrow = [width for width in range(100, 400, 5) if kinds(strips(doses(), width)[0])[0] == "P"]
    assert narrow == list(range(100, narrow[-1] + 5, 5))
    assert 150 < narrow[-1] < 300


def test_two_rows_stay_at_each_end_of_a_table():
    assert [strip.penalty for strip in strips(doses(3))][1:] == [NEVER, NEVER]
    five = [strip.penalty for strip in strips(doses(5))]
    assert five[1] == five[4] == NEVER
    assert five[2] == five[3] < NEVER


def rows_of(made: Table, words: int = 3):
    section = Section(text("Head"), "", (Paragraph(prose(words)), made, Paragraph(prose(3))))
    fitting = task(handout(section))
    return make_rows(fitting.flow, metrics_for(fitting, Setting(SIZE, "stacked")), {})


def test_the_rows_of_the_fit_are_as_high_as_the_strips():
    rows = rows_of(doses(4))
    made = [row for row, place in enumerate(rows.place) if place[1] == 1]
    assert len(made) == 4
    assert rows.penalty[made[0]] == NEVER  # the text above leads to the table
    head = strips(doses(4), 522.0)[1].head
    assert rows.head[made[2]] == pytest.approx(head.height, abs=0.5)
    assert rows.head[made[0]] == 0.0
    assert rows.height(made[0], made[-1] + 1, 15.0, 1.0) == pytest.approx(
        sum(rows.fixed[row] for row in made)
    )


def test_a_frame_that_begins_with_a_row_has_room_for_the_head():
    rows = rows_of(doses(6))
    third = [row for row, place in enumerate(rows.place) if place[1] == 1][2]
    whole = rows.height(third, third + 1, 15.0, 1.0)
    assert whole == pytest.approx(rows.fixed[third] + rows.head[third])


def test_where_rows_are_labels_with_values_no_short_one_stands_alone_at_an_end():
    short = strips(table([["Sampril", "rest"]] * 5, "Medicine", "Use"), 60.0)
    assert [tag.kind for tag in short[0].texts[0].tags] == ["L", "LI", "LBody", "P"]
    free = [number for number in range(1, 5) if short[number].penalty < NEVER]
    assert free == [2, 3]
    long = strips(table([["Sampril", "rest " * 40]] * 5, "Medicine", "Use"), 60.0)
    assert all(strip.penalty < NEVER for strip in long[1:])
