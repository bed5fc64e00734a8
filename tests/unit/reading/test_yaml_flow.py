"""Lists in brackets: each text that needs quotes gets them, and the line as it is shown works."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from brochure.model import ContentError
from brochure.reading.loader import load_bytes
from brochure.reading.mending import applied
from brochure.reading.yaml_flow import in_brackets

NEEDS = [
    ("a: [**B**, 1]", '["**B**", 1]'),
    ("- [*a*, b, &c d]", '["*a*", b, "&c d"]'),
    ("- [{phone}, Call {phone} now]", '["{phone}", "Call {phone} now"]'),
    ("a: [[**x**, 1], [y, {clinic}]]", '[["**x**", 1], [y, "{clinic}"]]'),
    ("a: [[w](https://a.example/b), [x, y]]", '["[w](https://a.example/b)", [x, y]]'),
    ("a: [see [w](https://a.example/b,c), z]", '["see [w](https://a.example/b,c)", z]'),
    ("a: [[mot]{lang=fr}, z]", '["[mot]{lang=fr}", z]'),
    ('a: ["Yes" is fine, b]', "['\"Yes\" is fine', b]"),
    ("a: [Note: rest, b] # mine", '["Note: rest", b] # mine'),
    ("a: [#1 rule, b]", '["#1 rule", b]'),
    ("a: [How?, b]", '["How?", b]'),
    ("a: {label: *Nights*, number: 1}", '{label: "*Nights*", number: 1}'),
    ("a: [{label: @x, number: 1}, {label: y, number: %2}]",
     '[{label: "@x", number: 1}, {label: y, number: "%2"}]'),
    ("a: [`ice`, 'it''s', \"b, c\", !x, |y, >z]",
     "[\"`ice`\", 'it''s', \"b, c\", \"!x\", \"|y\", \">z\"]"),
]  # fmt: skip


@pytest.mark.parametrize(("line", "typed"), NEEDS)
def test_each_text_that_needs_quotes_gets_them_and_no_other(line, typed):
    found = in_brackets(["title: x", line, "b: c"], 1)
    assert found
    assert (found.row, found.end) == (1, 2)
    assert found.line.removeprefix("- ").removeprefix("a: ") == typed
    assert in_brackets([found.line], 0) is None
    assert found.line.strip() in found.hint
    yaml.safe_load(found.line)


@pytest.mark.parametrize(
    "line",
    [
        "a: [b, c]",
        "a: [Draft] of this",
        "- [words](https://a.example) are here",
        "a: {phone} is ours",
        "- {phone}",
        "a: [b, c",
        'a: ["b, c]',
        "a: plain *text*",
        "",
    ],
)
def test_what_is_well_or_no_list_in_brackets_is_left_alone(line):
    assert in_brackets([line], 0) is None


def test_a_list_over_several_lines_becomes_one_and_its_neighbours_stay():
    lines = ["a: [b]", "c: [**d**,", "    e,", "    {phone}]", "f: g"]
    for row in (1, 2, 3):
        found = in_brackets(lines, row)
        assert found
        assert (found.row, found.end, found.line) == (1, 4, 'c: ["**d**", e, "{phone}"]')
    assert in_brackets(lines, 0) is None
    assert in_brackets(lines, 4) is None


HEAD = """\
title: Back pain
clinic: {name: The Spine Institute, phone: 310-828-7757}
sections:
  - heading: What to do
"""
BODIES = [
    "    bullets: [{phone}, Rest]\n",
    "    steps: [Note: rest, Walk]\n",
    "    bullets: [**Eat**, *drink* water]\n",
    "    body:\n      - table:\n          columns: [*Who*, Call]\n"
    "          rows:\n            - [**Nurse**, {phone}]\n            - [Desk, Call {phone}]\n",
    "    body:\n      - table: {columns: [A, *B*], rows: [[1, 2]]}\n",
    "    body:\n      - fill: [{clinic}, #2]\n      - checklist: [!Now, %5, @home]\n",
    "    bullets: [[our page](https://spine.example), Rest]\n    steps: [Note: rest, `b`]\n",
]


@pytest.mark.parametrize("body", BODIES)
def test_the_line_of_the_hint_can_be_typed_as_it_is_shown(body):
    """Typed again and again from the words of the hints alone, the file has no fault at last."""
    lines = (HEAD + body).splitlines()
    for _ in range(6):
        told = problems(lines)
        if not told:
            return
        first = min(told, key=lambda each: each.line)
        at = first.line - 1
        words = first.hint.split("the line is: ")[1]
        lines[at] = lines[at][: len(lines[at]) - len(lines[at].lstrip())] + words
    raise AssertionError(told)


@pytest.mark.parametrize("body", BODIES)
def test_the_mending_of_the_problem_does_the_same(body):
    text = (HEAD + body).encode()
    for _ in range(6):
        told = problems(text.decode().splitlines())
        if not told:
            return
        text = applied(text, min(told, key=lambda each: each.line).fix)
    raise AssertionError(told)


def problems(lines: list[str]):
    try:
        load_bytes("\n".join(lines).encode(), "content.yaml", Path())
    except ContentError as error:
        return [each for each in error.problems if each.level == "error"]
    return []
