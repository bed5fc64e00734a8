"""The pages put together: everything once, in reading order, with a bar across and a footer."""

from __future__ import annotations

import pytest

from brochure.copyfit.overflow import truncate
from brochure.editions import PLAIN, Options
from brochure.layout.assemble import _check_runs
from brochure.model import FOOTER_ARTIFACT, ContentError, GlyphRun, Page
from brochure.recipe import make_layout, prepare
from brochure.sources import read
from tests.conftest import HERE, each_case
from tests.support.placed import orders


@each_case
def test_what_is_read_has_a_place_of_its_own_in_the_order(made, path, name):
    found = list(orders(made(path, format=name).layout))
    assert len(set(found)) == len(found)


@each_case
def test_elements_come_after_their_parents(made, path, name):
    elements = made(path, format=name).layout.elements
    assert all(element.parent < number for number, element in enumerate(elements))
    assert elements[0].parent == -1


@each_case
def test_every_run_has_an_element_or_is_an_artifact_that_is_known(made, path, name):
    layout = made(path, format=name).layout
    for page in layout.pages:
        for item in page.items:
            if isinstance(item, GlyphRun):
                assert -3 <= item.element < len(layout.elements)
                assert item.text


@pytest.mark.parametrize("name", ["handout", "large-print"])
def test_each_page_has_a_footer_with_its_number(made, name):
    from tests.conftest import SAMPLE

    layout = made(SAMPLE, format=name).layout
    for number, page in enumerate(layout.pages, 1):
        feet = [i.text for i in page.items if isinstance(i, GlyphRun) and i.element < 0]
        assert any(f"{number} of {len(layout.pages)}" in text for text in feet), feet


def test_words_that_a_font_sends_off_the_paper_are_refused():
    from tests.conftest import SAMPLE

    context = prepare(read(SAMPLE)[0], PLAIN)
    sheet = context.geometry.sheet

    def placed(x: float) -> tuple[Page, ...]:
        return (Page((GlyphRun(x, 400.0, "far off", "regular", 12.0, (0.0,), 0),)),)

    _check_runs(context.page, sheet, placed(500.0))
    for x in (-1.0, sheet.width - 10):
        with pytest.raises(ContentError, match='"far off" would stand off the paper'):
            _check_runs(context.page, sheet, placed(x))


def test_a_page_that_large_print_has_to_spare_is_the_last():
    """Four pages do not hold the exercises and the closing box, and five are an odd number."""
    exercises = truncate(read(HERE / "handouts" / "back-exercises.yaml")[0], 150)
    layout = make_layout(exercises, Options("large-print", style="band"))[0]
    items = [[i for i in page.items if isinstance(i, GlyphRun)] for page in layout.pages]
    told = [any(run.element >= 0 for run in runs) for runs in items]
    assert told == [True] * 5 + [False]
    heads = [sum(run.text == layout.title for run in runs) for runs in items]
    assert heads[1:] == [1] * 5
    assert [sum(run.element == FOOTER_ARTIFACT for run in runs) > 0 for runs in items] == [True] * 6
