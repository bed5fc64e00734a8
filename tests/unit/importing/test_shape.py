"""Sections and blocks: headings over headings, nested and mixed lists, uneven tables."""

from __future__ import annotations

import pytest

from brochure.importing.pieces import Document, Line, Picture, Run, Table
from brochure.importing.shape import shape

TEXT = "This is a sentence that says what there is to know."


def line(words: str, role="text", level=0, number=0) -> Line:
    return Line((Run(words),), role, level, number)


def parts(*pieces, title="Knees"):
    return shape(Document((line(title, "title"), *pieces)), "").parts


def told(*pieces) -> list[str]:
    found = shape(Document((line("Knees", "title"), *pieces)), "").told
    return [f"{each.what}: {each.words}" for each in found]


@pytest.mark.parametrize(
    ("pieces", "found"),
    [
        ([line("A", "heading", 1), line(TEXT), line("B", "heading", 2), line(TEXT)], ["A", "B"]),
        ([line("A", "heading", 1), line("Do", "heading", 2), line(TEXT),
          line("Do not", "heading", 2), line(TEXT), line("B", "heading", 1), line(TEXT)],
         ["A – Do", "A – Do not", "B"]),
        ([line("A", "heading", 1), line("B", "heading", 2), line("C", "heading", 3), line(TEXT)],
         ["A – B – C"]),
        ([line(TEXT), line(TEXT), line("A", "heading", 1), line(TEXT)],
         ["What this is about", "A"]),
    ],
)  # fmt: skip
def test_headings(pieces, found):
    assert [part.heading for part in parts(*pieces)] == found


def test_a_short_line_under_the_title_is_the_subtitle():
    pieces = (line("Knees", "title"), line(TEXT), line("A", "heading", 1), line(TEXT))
    made = shape(Document(pieces), "")
    assert (made.subtitle, [part.heading for part in made.parts]) == (TEXT, ["A"])
    long = (pieces[0], line(f"{TEXT} {TEXT}"), *pieces[2:])
    assert shape(Document(long), "").subtitle == ""


def test_a_heading_that_heads_nothing_is_told():
    pieces = [line("A", "heading", 1), line("B", "heading", 1), line(TEXT)]
    assert told(*pieces) == ["a heading with nothing under it: A"]
    long = [line("A", "heading", 1), line("Call us at once if:", "heading", 2), line(TEXT)]
    assert told(*long, line("C", "heading", 1), line(TEXT)) == [
        "a heading with nothing under it: A"
    ]
    assert told(line("A", "heading", 1), line(TEXT), line("Z", "heading", 1)) == [
        "a heading with nothing under it: Z"
    ]


def test_the_link_of_a_heading_is_told():
    head = Line((Run("Our "), Run("page", href="https://a.example")), "heading", 1)
    assert told(head, line(TEXT)) == ["the link of a heading, to https://a.example: Our page"]
    assert told(Line((Run("Top", href="#top"),), "heading", 1), line(TEXT)) == []


def blocks(*pieces):
    (part,) = parts(line("A", "heading", 1), *pieces)
    return [
        (b.kind, b.start, ["".join(r.text for r in i.runs) + "+" * len(i.items) for i in b.items])
        for b in part.blocks
    ]


def test_lists_are_parted_where_their_kind_changes():
    found = blocks(line("a", "bullet"), line("b", "number", 0, 1), line("c", "number", 0, 2))
    assert found == [("bullets", 1, ["a"]), ("steps", 1, ["b", "c"])]


def test_a_list_that_goes_on_keeps_its_numbers():
    found = blocks(line("a", "number", 0, 1), line(TEXT), line("b", "number", 0, 2))
    assert [(kind, start) for kind, start, _ in found] == [("steps", 1), ("text", 1), ("steps", 2)]


def test_nested_items_stand_under_theirs():
    levels = (0, 1, 2, 1, 0)
    items = [line("abcde"[at], "bullet", level) for at, level in enumerate(levels)]
    assert blocks(*items) == [("bullets", 1, ["a+++", "e"])]
    assert told(line("A", "heading", 1), *items) == ["an item nested twice is now nested once: c"]


def test_a_list_that_begins_deep_is_not_nested():
    assert blocks(line("a", "bullet", 2), line("b", "bullet", 2)) == [("bullets", 1, ["a", "b"])]


def test_lists_indented_by_spaces():
    items = [line(w, "bullet", level) for w, level in (("a", 2), ("b", 5), ("c", 2))]
    assert blocks(*items) == [("bullets", 1, ["a+", "c"])]


def cells(*rows):
    return Table(tuple(tuple((Run(cell),) for cell in row) for row in rows))


def test_a_table_is_even_and_has_no_empty_column():
    (part,) = parts(line("A", "heading", 1), cells(("a", "", "b"), ("c",), ("", "", "")))
    (table,) = part.blocks
    assert [["".join(r.text for r in cell) for cell in row] for row in table.rows] == [
        ["a", "b"],
        ["c", ""],
    ]


def test_a_table_of_one_row_is_paragraphs():
    (part,) = parts(line("A", "heading", 1), cells(("a", "b")))
    assert [block.kind for block in part.blocks] == ["text", "text"]


def test_who_said_it_and_lines_to_write_on():
    quote = [line("It went well.", "quote"), line("– Ann, a patient", "quote")]
    fill = [line("Next visit: ____________"), line("Nurse ......................")]
    (part,) = parts(line("A", "heading", 1), *quote, *fill, line("It costs 5 ... 6 dollars."))
    said, lines, text = part.blocks
    assert ("".join(run.text for run in said.by), said.kind) == ("Ann, a patient", "quote")
    assert [item.runs[0].text for item in lines.items] == ["Next visit", "Nurse"]
    assert (lines.kind, text.kind) == ("fill", "text")


def test_a_picture_stands_where_it_did():
    (part,) = parts(line("A", "heading", 1), Picture("a.png"), line(TEXT))
    assert [block.kind for block in part.blocks] == ["picture", "text"]
