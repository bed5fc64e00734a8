from __future__ import annotations

import pytest

from brochure.art.svg_sheet import read_sheet
from brochure.art.svg_tree import Node

KNOWN = frozenset(("fill", "stroke"))


def reached(sheet: str, *path: tuple[str, dict[str, str]]) -> list[str]:
    """The declarations that reach the last of nested elements, the strongest last."""
    style = Node("style", {}, 1, None)
    style.words = sheet
    node = None
    for name, attributes in path:
        node = Node(name, attributes, 1, node)
    return [r.declarations.strip() for r in read_sheet([style], KNOWN) if r.reaches(node)]


RECT = ("rect", {"class": "st0 st1", "id": "a"})


@pytest.mark.parametrize(
    ("selector", "reaches"),
    [
        (".st0", True),
        (".st1", True),
        (".st0.st1", True),
        (".st", False),
        ("rect", True),
        ("rect.st0", True),
        ("circle.st0", False),
        ("#a", True),
        ("*", True),
        ("circle,\n .st0", True),
        ("g rect", True),
        ("g > rect", True),
        ("svg > rect", False),
        ("svg .st0", True),
        (".st0:hover", False),
    ],
)
def test_which_rules_reach_an_element(selector, reaches):
    found = reached(f"{selector} {{fill:red}}", ("svg", {}), ("g", {}), RECT)
    assert found == (["fill:red"] if reaches else [])


def test_the_more_exact_rule_wins_and_then_the_later():
    sheet = "#a{fill:red} .st0{fill:blue} rect{fill:lime} .st1{fill:navy}"
    assert reached(sheet, RECT) == ["fill:lime", "fill:blue", "fill:navy", "fill:red"]


def test_what_changes_no_colour_is_left_out():
    sheet = (
        "<!-- @charset 'x'; /* .st0{fill:red} */ @font-face{font-family:a;src:url(x)}"
        " .st0{font-family:'A';} @media print{.st0{fill:red}}"
        " @media (prefers-color-scheme: dark){.st0{fill:red}} .st0{fill:blue} -->"
    )
    assert reached(sheet, RECT) == ["fill:blue"]


@pytest.mark.parametrize(
    "sheet", ["a[b]{fill:red}", "a + b{fill:red}", "@import 'x.css';", "{fill:red}"]
)
def test_what_is_too_clever_is_refused(sheet):
    with pytest.raises(ValueError, match=r"`<style>` in line 1"):
        reached(sheet, RECT)
