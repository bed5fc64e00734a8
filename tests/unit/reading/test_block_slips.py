"""What stands in a body in a shape that it does not take: what is typed in its place works."""

from __future__ import annotations

import re

import pytest

from brochure.model import FillIn, ItemList, Table
from brochure.reading.block_slips import as_row, cells_of
from brochure.reading.loader import load_bytes
from brochure.reading.mending import applied
from brochure.reading.yaml_nodes import Scalar
from tests.unit.reading.test_body import HEAD, HERE, read, refused

FOLLOWED = {
    "a list in brackets": (["body:", "  - [Rest, Walk]"], "[Rest, Walk]"),
    "a tip of keys": (["body:", "  - tip: {text: Sleep}"], "{text: Sleep}"),
    "a tip of items": (["body:", "  - tip: [Rest, Walk]"], "[Rest, Walk]"),
    "a quote of items": (["body:", "  - quote: [Rest, Walk]"], "[Rest, Walk]"),
    "a label of keys": (["body:", "  - fill: [{label: Wt, unit: kg}]"], "{label: Wt, unit: kg}"),
    "a unit": (["body:", '  - fill: ["Weight: ____ kg"]'], '"Weight: ____ kg"'),
    "a line of dashes": (["body:", "  - fill: [Pain (0-10) -----]"], "Pain (0-10) -----"),
    "a line of points": (["body:", "  - fill: ['Temp ………… °C']"], "'Temp ………… °C'"),
    "two lines": (["body:", "  - fill: ['Name ____ Date ____']"], "['Name ____ Date ____']"),
    "words behind": (["body:", "  - fill: ['____ cups']"], "'____ cups'"),
    "a cell of items": (
        ["body:", "  - table: {columns: [a, b], rows: [[Mon, [x, y]]]}"],
        "[x, y]",
    ),
    "a cell of keys": (
        ["body:", "  - table:", "      columns: [a, b]", "      rows:", "        - [A, {x: y}]"],
        "{x: y}",
    ),
    "a row with a comma": (
        ["body:", "  - table:", "      columns: [a, b]", "      rows:", "        - Mon, yes"],
        "- Mon, yes",
    ),
    "a row with a colon": (
        ["body:", "  - table:", "      columns: [a, b]", "      rows:", "        - Mon: yes"],
        "- Mon: yes",
    ),
    "a row of keys": (
        ["body:", "  - table: {columns: [a, b], rows: [{a: Mon, b: '1, 2'}]}"],
        "{a: Mon, b: '1, 2'}",
    ),
    "a ticked box": (["body:", "  - checklist: ['[x] Eat', Sleep]"], "'[x] Eat'"),
}  # fmt: skip


@pytest.mark.parametrize(("lines", "wrong"), FOLLOWED.values(), ids=list(FOLLOWED))
def test_what_the_hint_gives_to_type_is_taken(lines, wrong):
    data, (problem,) = refused(*lines)
    found = re.search(r"`(?:- )?([^`]+)`$|: (\[.+\]|[^:`]+)$", problem.hint.strip("."))
    assert found, problem.hint
    typed = found[1] or found[2]
    if wrong.startswith("- "):
        typed = f"- {typed}"
    assert data.count(wrong.encode()) == 1
    handout, said = load_bytes(data.replace(wrong.encode(), typed.encode()), "f.yaml", HERE)
    assert handout.sections[0].body
    assert said == ()


def test_a_unit_is_kept_with_its_label():
    _, (problem,) = refused("body:", '  - fill: ["Weight: ____ kg"]')
    assert problem.hint == "Type the label: Weight (kg)"
    _, (problem,) = refused("body:", '  - fill: ["Name ____ Date ____"]')
    assert problem.hint == "Type a label for each line: [Name, Date]"
    _, (problem,) = refused("body:", '  - fill: ["________"]')
    assert "such as `- Next visit`" in problem.hint


KEYS = {
    "head": (["  - table: {header: [a, b], rows: [[c, d]]}"], "header", "columns"),
    "data": (["  - table: {columns: [a, b], data: [[c, d]]}"], "data", "rows"),
    "author": (["  - quote: {text: Fine., author: Ann}"], "author", "by"),
}


@pytest.mark.parametrize(("lines", "wrong", "right"), KEYS.values(), ids=list(KEYS))
def test_a_key_of_a_block_is_told_by_what_it_stands_for(lines, wrong, right):
    data, (problem,) = refused("body:", *lines)
    assert problem.hint == f"Did you mean `{right}`?"
    assert problem.fix
    load_bytes(applied(data, problem.fix), "f.yaml", HERE)


WORDS = {
    "a caption": (["  - table: {caption: x, columns: [a, b], rows: [[c, d]]}"], "above the table"),
    "who said it": (["  - quote: Fine.", "    by: Ann"], "`text:` and `by:`"),
    "a start of ticks": (["  - checklist: [a]", "    start: 2"], "Only `steps:` have numbers"),
    "a unit beside": (["  - fill: [Weight]", "    unit: kg"], "fill: [Weight (kg)]"),
    "a body in a body": (["  - body: [a]"], "Type its items in its place"),
    "an empty head": (["  - table: {columns: ['', b], rows: [[c, d]]}"], "Type what its cells are"),
    "an empty row": (["  - table: {columns: [a, b], rows: [[c, d], []]}"], "delete the row"),
    "nothing in a table": (["  - table:"], "columns: ["),
    "nothing in a picture": (["  - image:"], "file: "),
    "nothing to tick": (["  - checklist:"], "behind a dash"),
    "nothing to fill in": (["  - fill:"], "behind a dash"),
}


@pytest.mark.parametrize(("lines", "part"), WORDS.values(), ids=list(WORDS))
def test_what_a_block_lacks_is_told_in_its_own_words(lines, part):
    _, (problem,) = refused("body:", *lines)
    assert part in problem.hint


IN_LISTS = {
    "steps": ["bullets:", "  - Rest:", "      - now", "  - steps:", "      - a"],
    "a checklist": ["steps:", "  - Rest", "  - checklist:", "      - a"],
    "a text": ["bullets:", "  - Rest", "  - text:", "      - a"],
    "a tip": ["bullets:", "  - Rest", "  - tip: Sleep"],
    "a picture": ["bullets:", "  - Rest", "  - image:", "      file: a.png", "      alt: b"],
    "a table": ["body:", "  - checklist:", "      - table: {columns: [a, b], rows: [[c, d]]}"],
}


@pytest.mark.parametrize("lines", IN_LISTS.values(), ids=list(IN_LISTS))
def test_a_block_in_a_list_is_never_printed_as_a_word(lines):
    _, (problem,) = refused(*lines)
    assert "would be printed as a word" in problem.message
    assert "`body:`" in problem.hint


def test_words_that_are_like_a_key_may_head_a_list_in_a_list():
    (found,) = read("bullets:", "  - Steps:", "      - a", "  - Text:", "      - b").body
    assert isinstance(found, ItemList)
    assert [item.text.plain for item in found.items] == ["Steps", "Text"]


@pytest.mark.parametrize("sign", ["[ ] ", "☐ ", "□ ", "( ) ", "_ ", "___ "])
def test_a_box_typed_in_a_checklist_is_drawn_once_and_told(sign):
    data = (
        f"{HEAD}    body:\n      - checklist:\n          - '{sign}Eat'\n          - Sleep\n"
    ).encode()
    handout, (told,) = load_bytes(data, "f.yaml", HERE)
    (found,) = handout.sections[0].lists
    assert [item.text.plain for item in found.items] == ["Eat", "Sleep"]
    assert told.level == "warning"
    assert told.fix
    _, said = load_bytes(applied(data, told.fix), "f.yaml", HERE)
    assert said == ()


def test_a_line_before_a_word_is_no_sign_elsewhere():
    (found,) = read("bullets:", "  - ___ is my doctor", "  - Sleep").body
    assert isinstance(found, ItemList)
    assert found.items[0].text.plain == "___ is my doctor"


def test_a_sign_before_a_label_is_left_out():
    data = f"{HEAD}    body:\n      - fill: ['- Date', 'Time']\n".encode()
    handout, (told,) = load_bytes(data, "f.yaml", HERE)
    (found,) = handout.sections[0].body
    assert isinstance(found, FillIn)
    assert [label.plain for label in found.labels] == ["Date", "Time"]
    assert "left out" in told.message


@pytest.mark.parametrize(
    ("words", "cells"),
    [("a | b", ["a", "b"]), ("a\tb", ["a", "b"]), ("a   b", ["a", "b"]), ("a; b", ["a", "b"])],
)
def test_the_cells_of_a_row_are_told_apart_by_its_signs(words, cells):
    assert cells_of(Scalar(words, 1, 1)) == cells
    assert cells_of(Scalar("one text", 1, 1)) == []


def test_a_row_is_typed_with_quotes_where_it_needs_them():
    assert as_row(["a, b", "", "c"]) == '["a, b", "", c]'


def test_the_table_that_is_typed_in_a_body_is_a_table_when_mended():
    data, (problem,) = refused("body:", "  - Do this.", "  - |", "    | a | b |", "    | 1 | 2 |")
    assert problem.fix
    handout, _ = load_bytes(applied(data, problem.fix), "f.yaml", HERE)
    assert isinstance(handout.sections[0].body[-1], Table)
    assert "body:" not in problem.hint
