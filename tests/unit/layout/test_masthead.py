"""The head of the first page: the clinic, the title below it, the subtitle below that."""

from __future__ import annotations

import pytest

from tests.conftest import HANDOUTS, SAMPLE
from tests.support.placed import falls, runs, saying

FILES = [SAMPLE, *(path for path in HANDOUTS if path.stem in ("corto-es", "links", "nested"))]


@pytest.mark.parametrize("name", ["handout", "large-print"])
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_title_stands_below_the_clinic_and_above_the_text(made, path, name):
    layout = made(path, format=name).layout
    title = [run for page, run in runs(layout, "H1") if page == 0]
    clinic = min((run for page, run in runs(layout, "P") if page == 0), key=lambda run: run.order)
    heading = runs(layout, "H2")[0][1]
    assert clinic.y > title[0].y + 0.7 * title[0].size
    assert title[-1].y > heading.y + heading.size


@pytest.mark.parametrize("name", ["handout", "large-print", "trifold"])
def test_the_lines_of_a_title_stand_under_each_other(made, name):
    title = [run for _, run in runs(made(SAMPLE, format=name).layout, "H1")]
    heights = list(dict.fromkeys(run.y for run in title))
    assert len(heights) >= (2 if name == "trifold" else 1)
    assert falls(heights)
    assert len({run.size for run in title}) == 1


def test_a_cover_holds_the_title_and_the_clinic_on_the_outside_of_a_tri_fold(made):
    layout = made(SAMPLE, format="trifold").layout
    third = layout.sheet.width / 3
    assert all(page == 0 and run.x > 2 * third - 20 for page, run in runs(layout, "H1"))


def test_the_clinics_name_is_on_the_first_page_of_every_format(made):
    for name in ("handout", "large-print", "trifold"):
        assert saying(made(SAMPLE, format=name).layout, "Institute")[0] == 0
