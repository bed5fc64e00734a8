"""Lines in a wrong column: the hint names the column of the keys they belong with."""

from __future__ import annotations

from brochure.reading.yaml_case import Case
from brochure.reading.yaml_indents import indent, no_colon

LINES = [
    "sections:",
    "  - heading: a",
    "    text:",
    '      - "b"',
    "  bullets:",
    "      - c",
    "      d",
]


def case(row: int, said: str) -> Case:
    return Case("a.yaml", LINES, row, 0, said, "", row, 0, None)


def test_a_key_goes_below_a_key_of_its_own_mapping():
    problem = indent(case(4, ""), 4, 2).problem
    assert "column 5, below `text:` of line 3" in problem.hint
    assert problem.fix.text == "    bullets:"


def test_a_lost_dash_is_shown():
    trap = no_colon(case(6, "could not find expected ':'"))
    assert (trap.problem.hint, trap.text) == ("Type the dash of its list: `- d`", "      - d")
