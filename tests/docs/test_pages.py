"""The documents hold what the program has, and nothing is said of what it has not."""

from __future__ import annotations

import runpy

import pytest

from tests.conftest import ROOT

GENERATE = runpy.run_path(str(ROOT / "docs" / "generate.py"))
PAGES = GENERATE["written"]()


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_page_of_the_reference_is_what_the_program_says(path, update):
    """Made anew by: python docs/generate.py"""
    if update:
        path.write_text(PAGES[path], "utf-8")
    assert path.read_text("utf-8") == PAGES[path]


def test_no_other_page_lies_in_the_reference():
    assert set((ROOT / "docs" / "reference").iterdir()) == set(PAGES)


def test_signs_of_a_message_are_shown_as_they_are():
    assert GENERATE["cell"]("type `a|b` or *c* [d](e)") == r"type `a\|b` or \*c\* \[d\](e)"
