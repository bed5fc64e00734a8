"""Markdown: its head, lists in lists, tables, pictures, web tags among it."""

from __future__ import annotations

import pytest

from brochure.importing.markdown import read
from brochure.importing.pieces import Line, Picture, Table, Told


def pieces(text: str) -> tuple:
    return read(text.encode(), "a.md").pieces


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("# A\n\ntext\n\n## B\n", [("heading", 1), ("text", 0), ("heading", 2)]),
        ("- a\n  - b\n- c\n", [("bullet", 0), ("bullet", 1), ("bullet", 0)]),
        ("3. a\n4. b\n", [("number", 3), ("number", 4)]),
        ("1. a\n\n   b\n\n2. c\n", [("number", 1), ("more", 0), ("number", 2)]),
        ("> a\n", [("quote", 0)]),
        ("```\na\nb\n```\n", [("text", 0), ("text", 0)]),
        ("<p>a</p>\n", [("text", 0)]),
        ("<!-- a -->\n", []),
    ],
)
def test_what_a_line_is(text, found):
    made = [p for p in pieces(text) if isinstance(p, Line)]
    assert [(p.role, p.number or p.level) for p in made] == found


def test_the_head_gives_title_and_language():
    found = read(b"---\ntitle: 'My knee'\nlang: fr\n---\n\nRepos.\n", "a.md")
    assert (found.title, found.language) == ("My knee", "fr")
    assert [p.line for p in found.pieces] == [6]


def test_words_keep_their_style_and_links():
    (line,) = pieces("a **b** *c* [d](https://e.example) ~~f~~ `g`\\\nh")[1:]
    style = {run.text.strip(): (run.bold, run.italic, run.href) for run in line.runs}
    assert style["b"] == (True, False, "")
    assert style["c"] == (False, True, "")
    assert style["d"] == (False, False, "https://e.example")
    assert "f" not in style
    assert "\n" in [run.text for run in line.runs]


def test_what_is_no_line():
    found = pieces("![a knee](x/knee.png)\n\n|A|B|\n|-|-|\n|1|2|\n\n~~old~~\n")
    assert [type(p) for p in found] == [Picture, Table, Told]
    assert found[0].name == "knee.png"
