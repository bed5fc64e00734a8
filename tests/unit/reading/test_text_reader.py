"""Lines that YAML joins are read at once only where nothing in them could be lost."""

from __future__ import annotations

from itertools import product

import pytest

from brochure.reading import line_faults, text_reader
from brochure.reading.yaml_nodes import Scalar
from brochure.reading.yaml_reader import read_marked

LINES = (
    "Rest for a day,",
    "then (if you can) walk. 5 minutes",
    "1. one",
    "2) two",
    "a) one",
    "Step 1: rest",
    "(3) three",
    "* star",
    " - one",
    "– dash",
    "• dot",
    "[ ] box",
    "drug | dose",
    "one  two  three",
    "drug\tdose",
    "# note",
    "and goes on,",
    "then ends.",
    "",
)


def node_of(lines: tuple[str, ...], quote: str = "", below: str = ""):
    """The text of a file whose lines these are, and the file's lines."""
    words = "\n  ".join(lines)
    start, end = (quote, quote) if quote[:1] != ">" else (f"{quote}\n  ", "")
    data = f"text: {start}{words}{end}\n{below}".encode()
    marked = read_marked(data, "content.yaml")
    return (marked.root.pairs[0][1] if marked.root else None), marked.lines


@pytest.mark.parametrize("quote", ["", "'", '"', ">", ">-"])
def test_what_is_read_at_once_has_nothing_to_tell(quote):
    seen = {True: 0, False: 0}
    for lines in product((*LINES[:1], *LINES[4:6], " - one", "drug\tdose"), LINES, LINES):
        node, rows = node_of(lines, quote)
        if not isinstance(node, Scalar) or node.end_line == node.line:
            continue
        at_once = text_reader._runs_on(node, rows)
        seen[at_once] += 1
        if at_once:
            found, told = line_faults.judged(node, rows, "text", several=True)
            assert (len(found), told) == (1, []), lines
    assert min(seen.values()) >= 4


BELOW = ("next: a\n", "- item\n", "\n\n# - a note\nnext: a\n", " # 1. a note\nnext: a\n")


@pytest.mark.parametrize("below", BELOW)
def test_what_stands_below_a_block_is_none_of_its_lines(below):
    node, rows = node_of(("Most back pain", "gets better."), ">-", below)
    assert not isinstance(node, Scalar) or text_reader._runs_on(node, rows)


def test_plain_prose_is_not_looked_at_closely():
    node, rows = node_of(("Most back pain", "gets better by itself;", "keep moving (gently)."))
    assert text_reader._runs_on(node, rows)
