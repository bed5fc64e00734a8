"""Tables of a content file: a cell for every column, and what is typed in their place."""

from __future__ import annotations

import pytest

from brochure.model import Table
from tests.unit.reading.test_body import read, refused


def table(*rows: str, columns: str = "[Medicine, Morning, Night]") -> list[str]:
    return ["body:", "  - table:", f"      columns: {columns}", "      rows:"] + [
        f"        - {row}" for row in rows
    ]


def test_a_table_has_its_heads_and_a_cell_for_each():
    (found,) = read(*table("[A 10 mg, 1/2, 8:00]", "['**B**', 2, '3, or 4']")).body
    assert isinstance(found, Table)
    assert [head.plain for head in found.columns] == ["Medicine", "Morning", "Night"]
    assert [[cell.plain for cell in row.cells] for row in found.rows] == [
        ["A 10 mg", "1/2", "8:00"],
        ["B", "2", "3, or 4"],
    ]
    assert found.rows[1].cells[0].spans[0].bold


@pytest.mark.parametrize("nothing", ['""', "''", "-", "–", "~", '" "'])
def test_a_cell_may_say_nothing(nothing):
    (found,) = read(*table(f"[A, {nothing}, 1]")).body
    assert found.rows[0].cells[1].spans == ()


def test_rows_may_be_typed_with_dashes():
    (found,) = read(*table("- A", "  - B", columns="[Name, Dose]")[:-1], "          - B").body
    assert [cell.plain for cell in found.rows[0].cells] == ["A", "B"]


FAULTS = {
    "too few": (
        table("[A, 1]"),
        "this row has 2 cells, the table 3 columns",
        "Type a cell for each",
    ),
    "too many": (table("[A, 10, 20, 30]"), "4 cells", "comma in it in quotes"),
    "one column": (table("[A]", columns="[Name]"), "1 column;", "- bullets:"),
    "six": (table("[1]", columns="[a, b, c, d, e, f]"), "6 columns", "two tables"),
    "no head": (
        table("[A, B]", columns='[Name, ""]'),
        "head of column 2 is empty",
        "such as `Day`",
    ),
    "bars": (table('"A | 1 | 2"'), "list of cells", "`- [A, 1, 2]`"),
    "words": (table("A"), "list of cells", "- [Sampril"),
    "no rows": (["body:", "  - table: {columns: [a, b]}"], "`rows` is missing", "rows: [["),
    "no columns": (["body:", "  - table: {rows: [[a, b]]}"], "`columns` is missing", "columns: ["),
    "a list": (["body:", "  - table: [[a, b]]"], "takes keys, not a list", "columns:"),
    "a key in the section": (["text: x", "table: {columns: [a, b]}"], "not known", "- table:"),
}


@pytest.mark.parametrize(("lines", "message", "hint"), FAULTS.values(), ids=list(FAULTS))
def test_a_fault_is_told_at_its_row_with_what_to_type(lines, message, hint):
    _, problems = refused(*lines)
    assert message in problems[0].message
    assert hint in problems[0].hint
    assert len(problems) == 1


def test_each_row_that_lacks_a_cell_is_told():
    _, problems = refused(*table("[A, 1]", "[B, 1, 2]", "[C, 1]"))
    assert [problem.line for problem in problems] == [9, 11]


@pytest.mark.parametrize("label", ["Next visit ____", "Next visit: ______", "Name ........"])
def test_a_line_typed_with_its_label_is_refused(label):
    _, (problem,) = refused("body:", f'  - fill: ["{label}"]')
    assert problem.hint in ("Type the label: Next visit", "Type the label: Name")
