"""The sheets: each item is answered by rules that exist, or left to a person."""

from __future__ import annotations

import pytest

from brochure.checks.rules import NAMES
from brochure.checks.sheets import SHEETS, answers, as_sheet
from brochure.commands.check_file import OWN_RULES

LAYOUT = {"too-long", *OWN_RULES}


@pytest.mark.parametrize("name", SHEETS)
def test_every_rule_of_a_sheet_exists(name: str) -> None:
    items = SHEETS[name][1]
    assert {rule for item in items for rule in item.rules} <= {*NAMES, *LAYOUT}
    numbers = [item.number for item in items]
    assert numbers == sorted(set(numbers))


def test_the_sheets_are_whole() -> None:
    assert len(SHEETS["pemat"][1]) == 24
    assert len(SHEETS["cdc"][1]) == 20


def test_answers() -> None:
    given = {each.item.number: each for each in answers("cdc", ["key-message"], ["no-action"])}
    assert (given[1].met, given[1].because) == (False, ("key-message",))
    assert given[4].met is None  # a picture: a person
    assert given[5].met is None  # the rule did not run
    assert given[8].met is True
    assert given[6].met is True
    many = {a.item.number: a.met for a in answers("cdc", ["passive-voice"] * 4, [])}
    assert many[6] is False


def test_the_page_says_what_is_left() -> None:
    page = as_sheet("cdc", "a.yaml", answers("cdc", ["key-message"], []))
    assert page.startswith("a.yaml\nCDC")
    assert " 4  ____  A picture" in page
    assert page.endswith("are for a person\n")
