"""Headings by their look, and what the title is."""

from __future__ import annotations

import pytest

from brochure.importing.headings import count_words, titled, with_headings
from brochure.importing.pieces import Line, Run, Table

TEXT = "This is a sentence that says what there is to know."


def line(words: str, role="text", level=0, bold=False, size=0.0) -> Line:
    return Line((Run(words, bold),), role, level, size=size)


def heads(*pieces) -> list[str]:
    made = with_headings(pieces)
    return [p.words for p in made if isinstance(p, Line) and p.role == "heading"]


@pytest.mark.parametrize(
    "head",
    [
        line("Rest", bold=True),
        line("What helps?"),
        line("WHAT HELPS"),
        line("What helps most people"),
        line("What helps", size=16),
    ],
)
def test_a_short_line_over_text_is_a_heading(head):
    body = line(TEXT, size=11)
    assert heads(body, head, body) == [head.words]


@pytest.mark.parametrize(
    "head",
    [
        line("Rest now.", bold=True),
        line("Call us:", bold=True),
        line(TEXT, bold=True),
        line("a short line of words that goes on for too long to be a heading of any kind"),
        line("***"),
    ],
)
def test_other_lines_are_none(head):
    assert heads(line(TEXT), head, line(TEXT)) == []


def test_nothing_under_it_no_heading():
    assert heads(line(TEXT), line("Rest", bold=True)) == []
    assert heads(line("Rest", bold=True), Table(())) == ["Rest"]


def test_of_bold_lines_in_a_row_the_last_is_the_heading():
    assert heads(line("Dr. Lee", bold=True), line("Rest", bold=True), line(TEXT)) == ["Rest"]


def test_where_there_are_headings_only_bold_lines_are_more():
    styled = [line("A", "heading", 1), line(TEXT), line("B", "heading", 1), line(TEXT)]
    assert heads(*styled, line("What helps?"), line(TEXT)) == ["A", "B"]
    assert heads(*styled, line("Doses", bold=True), line(TEXT)) == ["A", "B", "Doses"]


@pytest.mark.parametrize(
    ("pieces", "title", "left"),
    [
        ([line("Knees", "title"), line("Rest", "heading", 1)], "Knees", ["Rest"]),
        ([line("Knees", "heading", 1), line("Rest", "heading", 2)], "Knees", ["Rest"]),
        ([line("Knees", "heading", 1), line("Rest", "heading", 1)], "Knees", ["Rest"]),
        ([line("A", "heading", 1), line(TEXT), line("B", "heading", 1)], "Said", ["A", TEXT, "B"]),
        ([line("Knees"), line(TEXT)], "Knees", [TEXT]),
        ([line(TEXT), line("More of it.")], "Said", [TEXT, "More of it."]),
        ([line("Knees", "title"), line("KNEES", "heading", 1), line(TEXT)], "Knees",
         ["KNEES", TEXT]),
        ([line("For runners"), line("Knees", "heading", 1), line("a", "heading", 2)], "Knees",
         ["For runners", "a"]),
    ],
)  # fmt: skip
def test_the_title(pieces, title, left):
    found, _, rest = titled(pieces, "Said")
    assert found == title
    assert [p.words for p in rest] == left


def test_the_line_under_the_title():
    assert titled([line("A", "title"), line("B", "subtitle"), line(TEXT)], "")[1] == "B"


def test_where_no_spaces_part_words_two_signs_count_as_one():
    assert count_words("冠状病毒的症状") == 1 + 3
    long = "照顾者可以在老龄化服务部网站上找到资源，包括保护您和您亲人的健康和安全的指引"
    assert heads(line(long), line(TEXT)) == []
