"""Each price of the fit has a case whose decision flips when the price changes by a fifth.

When a price is meant to change, change what its guard expects; a new price needs a new guard.
"""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

import pytest

from brochure import build
from tests.prices import (
    asides,
    beside,
    boxes,
    dress,
    fit,
    formats,
    icons,
    keeping,
    line_breaking,
    page_breaks,
    parts,
    rows,
    short_lists,
    tables,
    turning,
    vertical_spacing,
)
from tests.support.prices import MORE, Guard, changed, modules, prices

TABLES = (
    page_breaks,
    vertical_spacing,
    rows,
    boxes,
    keeping,
    dress,
    fit,
    formats,
    icons,
    line_breaking,
    parts,
    asides,
    beside,
    short_lists,
    tables,
    turning,
)
GUARDS: list[Guard] = [guard for table in TABLES for guard in table.GUARDS]
NO_PRICES = {
    "*.KNOWN_*": "how much a process remembers",
    "line_breaking.SLACK": "what two equal sums may differ by",
    "rows.NEVER": "a break that is forbidden has no price",
    "extents.NO_GAP.*": "no gap has no price",
    "rows.HEADING": "names a block",
    "extents.PARA": "names a class of gap",
    "extents.ITEM": "names a class of gap",
    "extents.GAPS.*.0": "names a class of gap",
    "fit.STEPS": "a quarter of the tenths in a point: where to look next, not what is found",
    "turning.STRIPS": "how many rows are kept together: its own test counts them",
    "turning.ITEMS": "how many items are kept together: its own test counts them",
    "turning.BEGUN": "how many lines are few: its own test counts them",
    "fit.TENTH": "a unit",
    "flap.SECTIONS_MOST": "how many sections are tried on a flap",
    "blocks.NONE_APART": "a sign for none",
    "metrics.LONGEST_WORD": "what is cut before it is set",
    "metrics.SIGN_HANG": "where long words are looked for, not whether they have room",
    "settings.LONG": "which words are looked at, not whether they have room",
    "writings.*": "how each writing is set: the languages' own tests",
    "language_fonts.*": "when a text is told to be in another language as a whole; sets nothing",
    "scripts.*": "which characters are which script, and their leading: the languages' own tests",
    "script_leading.*": "how leading grows with a script: the languages' own tests",
    "bidi.*": "limits of UAX #9",
    "counting.*": "how texts without spaces are counted, after the fit",
    "font_pairs.*": "which pairs of a font are worth keeping",
    "room.*": "in which steps the room that is left is looked for; told, never set",
    "imposition.*": "which papers are half of others; sets nothing",
    "formats.INCH": "a unit",
    "formats.MM": "a unit",
    "print_marks.CROP_LENGTH": "a part of SLUG, which has a guard",
    "formats.TRIFOLD_PANELS.*.1": "the second panel is as wide as the first",
    "formats.FORMATS.trifold.pages": "six panels are two pages",
    "formats.FORMATS.trifold.margins.first_head": "all panels begin alike",
    "formats.PANEL.title": "a cover's title is as large as four lines let it be",
    "formats.LARGE.heading_most": "more than any heading of large print",
}
"""What is no price, and why."""


@pytest.mark.parametrize("guard", GUARDS, ids=[guard.price for guard in GUARDS])
def test_the_decision_is_as_expected(guard):
    assert guard.decide() == guard.decided


FLIPS = [(guard, by) for guard in GUARDS for by in guard.flips]


@pytest.mark.parametrize(("guard", "by"), FLIPS, ids=[f"{g.price}-{by}" for g, by in FLIPS])
def test_the_decision_turns_on_the_price(guard, by):
    with changed(guard.price, by):
        assert guard.decide() != guard.decided
    assert guard.decide() == guard.decided


def test_what_was_set_by_another_price_is_forgotten():
    handout = Path(__file__).parents[1] / "handouts/before-a-scan.yaml"
    as_ever = build(handout).pdf
    with changed("lone_words.SHORT_LINE", MORE):
        assert build(handout).pdf != as_ever
    assert build(handout).pdf == as_ever


def test_every_price_has_a_guard():
    guarded = {guard.price for guard in GUARDS}
    priced = {name for name in prices() if not any(fnmatch(name, each) for each in NO_PRICES)}
    assert sorted(priced - guarded) == []
    assert sorted(guarded - priced) == []


def test_what_is_no_price_is_still_there():
    known = prices()
    assert [name for name in NO_PRICES if not any(fnmatch(each, name) for each in known)] == []


# ------------------------------------------------------------ prices without a name

WITHOUT_MEANING = {0.0, 1.0, 10.0}
"""Nothing, all, and tenths of a point."""
TINY, HUGE = 1e-3, 1e5
"""Tolerances and bounds beyond all that is measured are no prices either."""
UNNAMED = {
    "vertical_spacing._leading": {0.1},  # a frame of a picture alone has no line
    "vertical_spacing._space_frame": {0.01},  # nor has it gaps
    "flow._section": {0.8},  # a heading is larger than its text
    "formats._trifold": {612.0},  # the height of a sheet of Letter on its side
}


def floats(tree: ast.Module) -> Iterator[tuple[str, float]]:
    """The numbers with a point that stand in functions, with the function's name."""
    for outer in tree.body:
        inner = outer.body if isinstance(outer, ast.ClassDef) else [outer]
        for function in [each for each in inner if isinstance(each, ast.FunctionDef)]:
            name = function.name if function is outer else f"{outer.name}.{function.name}"
            for node in ast.walk(function):
                if isinstance(node, ast.Constant) and isinstance(node.value, float):
                    yield name, node.value


@pytest.mark.parametrize("module", modules())
def test_no_price_stands_in_a_function_without_a_name(module):
    found = {
        (name, value)
        for name, value in floats(ast.parse(inspect.getsource(modules()[module])))
        if value not in WITHOUT_MEANING and TINY < abs(value) < HUGE
        and value not in UNNAMED.get(f"{module}.{name}", set())
    }  # fmt: skip
    assert found == set()
