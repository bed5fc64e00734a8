"""The sheets: each item is answered by rules that exist, by what there is, or left to a person."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from brochure.checks.handout_view import View
from brochure.checks.report import Report, answers_of
from brochure.checks.rules import NAMES
from brochure.checks.sheets import SHEETS, answers, as_data, as_sheet
from brochure.checks.traits import traits_of
from brochure.commands.check_file import OWN_RULES, check
from brochure.model import Cover
from brochure.model.content import FillIn, Image, Item, ItemList, Table, TableRow
from tests.unit.checks.test_rules import GOOD, TODAY, saying, text

LAYOUT = {"too-long", *OWN_RULES}
ROOT = Path(__file__).parents[3]


def said(name: str, found: list[str], unjudged: list[str], *has: str) -> dict[int, Any]:
    scored = answers(name, found, unjudged, frozenset(has))  # type: ignore[arg-type]
    return {each.item.number: each for part in scored for each in part.answers}


@pytest.mark.parametrize("name", SHEETS)
def test_every_rule_of_a_sheet_exists(name: Any) -> None:
    items = [item for part in SHEETS[name][1] for item in part.items]
    assert {rule for item in items for rule in item.rules} <= {*NAMES, *LAYOUT}
    numbers = [item.number for item in items]
    assert numbers == sorted(set(numbers))


def test_the_sheets_are_whole() -> None:
    """PEMAT-P has 17 items on understanding and 7 on acting, the Index 20."""
    assert [len(part.items) for part in SHEETS["pemat"][1]] == [17, 7]
    assert [len(part.items) for part in SHEETS["cdc"][1]] == [20]


def test_answers() -> None:
    given = said("cdc", ["key-message"], ["no-action"])
    assert (given[1].says, given[1].because) == ("no", ("key-message",))
    assert given[5].says == "person"  # the rule did not run
    assert given[8].says == "yes"
    assert given[6].says == "yes"
    assert said("cdc", ["passive-voice"] * 4, [])[6].says == "no"


@pytest.mark.parametrize(
    ("sheet", "item", "trait", "without", "with_it"),
    [
        ("pemat", 6, "numbers", "does not apply", "person"),
        ("pemat", 7, "numbers", "yes", "person"),
        ("pemat", 12, "cues", "person", "yes"),
        ("pemat", 16, "picture", "does not apply", "person"),
        ("pemat", 18, "picture", "does not apply", "person"),
        ("pemat", 19, "table", "does not apply", "person"),
        ("pemat", 22, "steps", "person", "yes"),
        ("pemat", 23, "tool", "person", "yes"),
        ("pemat", 25, "table", "does not apply", "person"),
        ("cdc", 4, "picture", "no", "person"),
        ("cdc", 15, "numbers", "does not apply", "person"),
        ("cdc", 17, "numbers", "does not apply", "person"),
        ("cdc", 20, "chances", "does not apply", "person"),
    ],
)
def test_what_a_handout_has_answers(
    sheet: str, item: int, trait: str, without: str, with_it: str
) -> None:
    assert said(sheet, [], [])[item].says == without
    assert said(sheet, [], [], trait)[item].says == with_it


def test_pictures_without_captions() -> None:
    assert said("pemat", [], [])[17].says == "does not apply"
    assert said("pemat", [], [], "picture")[17].says == "no"
    assert said("pemat", [], [], "picture", "captions")[17].says == "yes"


IMAGE = Image(Path("a.png"), text("A"))


@pytest.mark.parametrize(
    ("block", "trait"),
    [
        (IMAGE, "picture"),
        (replace(IMAGE, caption=text("B")), "captions"),
        (Table((text("A"),), (TableRow((text("B"),)),)), "table"),
        (ItemList((Item(text("Go")),), "steps"), "steps"),
        (ItemList((Item(text("Go")),), "checklist"), "tool"),
        (FillIn((text("Day"),)), "tool"),
    ],
)
def test_what_a_block_is_for_a_sheet(block: Any, trait: str) -> None:
    plain = replace(GOOD, sections=GOOD.sections[:1])
    other = replace(plain.sections[0], body=(*plain.sections[0].body, block))
    assert trait not in traits_of(View(plain, TODAY))
    assert trait in traits_of(View(replace(plain, sections=(other,)), TODAY))


def test_a_cover_is_a_picture_and_lines_to_write_on_a_tool() -> None:
    assert "picture" in traits_of(View(replace(GOOD, cover=Cover(Path("a"), text("A"))), TODAY))
    assert "tool" in traits_of(View(replace(GOOD, notes="true"), TODAY))


@pytest.mark.parametrize(
    ("words", "numbers", "chances"),
    [
        ("It helps 3 in 10 people.", True, True),
        ("It helps 30% of people.", True, True),
        ("Walk 20 minutes.", True, False),
        ("It is stage 4. Call 911 or 310-828-7757 by 8 a.m.", False, False),
        ("Hepatitis B12 is a name.", False, False),
    ],
)
def test_numbers_and_chances(words: str, numbers: bool, chances: bool) -> None:
    only = replace(saying(words), sections=saying(words).sections[-1:])
    has = traits_of(View(only, TODAY))
    assert ("numbers" in has, "chances" in has) == (numbers, chances)


def test_the_page_says_what_is_left() -> None:
    scored = answers("cdc", ["key-message"], [], frozenset())
    page = as_sheet("cdc", "a.yaml", scored)
    assert page.startswith("a.yaml\nCDC")
    assert " 4  NO    A picture" in page
    assert "13  ____" in page
    assert "15  n/a " in page
    assert page.endswith("5 of 16 are met, 6 are for a person: 31 to 69 %\n")


def test_the_sample_has_the_score_of_an_assessor() -> None:
    """A person who scored the sample found 16 and 5 items that apply, and 2 of the 5 met."""
    report = check(ROOT / "content.yaml", TODAY)
    assert [each.applies for each in answers_of("cdc", report)] == [16]
    understood, acted_on = answers_of("pemat", report)
    assert (acted_on.applies, acted_on.count("yes")) == (5, 2)
    assert understood.count("no") == 0


def test_a_sheet_is_a_part_of_the_result() -> None:
    assert answers_of("cdc", Report("a.yaml", ())) == ()
    (part,) = as_data(answers("cdc", ["key-message"], [], frozenset()))
    assert (part["part"], part["passes"], part["applies"]) == ("All items", 90, 16)
    assert part["items"][3] == {
        "item": 4,
        "asks": "A picture supports the main message",
        "says": "no",
        "because": ("no picture",),
    }
