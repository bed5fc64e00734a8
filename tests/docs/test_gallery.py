"""docs/gallery.md shows handouts of the tests, each with its picture, and `check` is content."""

from __future__ import annotations

import runpy

import pytest
from PIL import Image

from brochure.commands.check_file import check
from tests.conftest import HERE, ROOT

GALLERY = runpy.run_path(str(ROOT / "docs" / "gallery.py"))
SHOWN = GALLERY["SHOWN"]
NOTE = "advice"


def test_the_page_is_what_its_table_says(update):
    """Made anew by: python docs/gallery.py"""
    path = ROOT / "docs" / "gallery.md"
    if update:
        path.write_text(GALLERY["gallery_page"](), "utf-8")
    assert path.read_text("utf-8") == GALLERY["gallery_page"]()


def test_each_has_its_picture_of_two_pages_and_there_is_no_other():
    files = sorted(GALLERY["PICTURES"].glob("*.png"))
    assert [file.stem for file in files] == sorted(SHOWN)
    for file in files:
        assert file.stat().st_size < 80_000
        assert Image.open(file).width > 800


@pytest.mark.parametrize("name", SHOWN)
def test_its_file_says_that_it_is_no_advice_and_has_no_warning(name):
    path = HERE / "handouts" / f"{name}.yaml"
    assert NOTE in path.read_text("utf-8").splitlines()[0]
    told = {problem.rule for problem in check(path).problems if problem.level != "hint"}
    assert told == set()
