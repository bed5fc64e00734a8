"""The set of icons: names, the words that find them, and outlines inside their square."""

from __future__ import annotations

import runpy

import pytest

from brochure.art.icons import FILE, icon_meant, icon_names, icon_paths, icon_svg, icon_words
from brochure.art.svg_bounds import ink_box
from tests.conftest import ROOT
from tests.support.commands import python

MAKE = runpy.run_path(str(ROOT / "assets" / "make_icons.py"))
INK = (0.1, 0.2, 0.3)


def test_the_file_has_the_icons_of_its_script():
    assert icon_names() == tuple(MAKE["ICONS"])
    assert {name: " ".join(icon_words(name)) for name in icon_names()} == {
        name: words for name, (_, words) in MAKE["ICONS"].items()
    }
    assert len(icon_names()) >= 60
    assert "MIT License" in FILE.with_name("icons-LICENSE.txt").read_text("utf-8")


@pytest.mark.parametrize("name", icon_names())
def test_an_icon_fills_its_square_and_does_not_leave_it(name):
    left, low, right, high = ink_box([op for path in icon_paths(name, INK) for op in path.ops])
    assert min(left, low) > -0.01
    assert max(right, high) < 1.01
    assert max(right - left, high - low) > 0.7
    assert abs(left + right - 1.0) < 0.01
    assert {path.fill for path in icon_paths(name, INK)} == {INK}


def test_outlines_are_written_as_ways_from_the_pen():
    ops = [("m", 10.0, 20.0), ("l", 15.4, 20.0), ("h",), ("m", 0.0, 0.0), ("l", 1.0, 1.0)]
    assert MAKE["compact"](ops) == "m10 20l5 0zm-10-20l1 1"


def test_a_drawing_that_is_larger_than_its_square_is_made_smaller():
    (ops,) = MAKE["in_square"]([[("m", 0.0, 0.0), ("l", 80.0, 40.0)]])
    assert ops == (("m", 0.0, 100.0), ("l", 400.0, 300.0))


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("back", "spine"),
        ("pill", "pills"),
        ("hart", "heart"),
        ("Blood Pressure", "blood-pressure"),
        ("blood_sugar", "blood-sugar"),
        ("mri", "scan"),
        ("heart attack", "heart"),
        ("no", "do-not"),
        ("qqqq", ""),
        ("", ""),
    ],
)
def test_a_word_finds_the_icon_that_is_meant(typed, name):
    assert icon_meant(typed) == name


def test_the_outline_of_a_web_page_keeps_the_rule_of_filling():
    assert icon_svg("spine").startswith('<path fill-rule="evenodd" d="m')
    assert "fill-rule" not in icon_svg("phone") or icon_svg("phone").count("<path")


def test_a_run_without_icons_does_not_read_them():
    code = (
        "import sys; from brochure import build; build('content.yaml');"
        "print([n for n in sys.modules if n.endswith('icons')])"
    )
    assert python("-c", code, cwd=ROOT).stdout.strip() == "[]"
