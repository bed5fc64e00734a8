"""The box at the end: whom to call, and a code to do it by, all inside its edges."""

from __future__ import annotations

import pytest

from brochure.model import Drawing, Layout, Rect
from tests.conftest import HERE, SAMPLE
from tests.support.placed import boxes, holds, runs


def contact(layout: Layout) -> tuple[int, Rect]:
    """The page and the rectangle of the box that holds the code."""
    page, code = codes(layout)[0]
    around = [rect for rect in boxes(layout, page) if rect.x <= code.x <= rect.right]
    return page, max(around, key=lambda rect: rect.height)


def codes(layout: Layout) -> list[tuple[int, Drawing]]:
    """The QR codes with their pages: the figures that come last."""
    found = [
        (number, item)
        for number, page in enumerate(layout.pages)
        for item in page.items
        if isinstance(item, Drawing) and item.element >= 0
    ]
    return [(n, item) for n, item in found if "code" in layout.elements[item.element].alt.lower()]


@pytest.mark.parametrize("paper", ["letter", "a4"])
@pytest.mark.parametrize("name", ["handout", "large-print", "trifold"])
def test_the_code_and_the_words_are_inside_the_box(made, name, paper):
    layout = made(SAMPLE, format=name, paper=paper).layout
    page, rect = contact(layout)
    bbox = layout.elements[codes(layout)[0][1].element].bbox
    assert rect.x <= bbox.x
    assert bbox.right <= rect.right
    assert rect.y <= bbox.y
    assert bbox.top <= rect.top
    heading = runs(layout, "H2")[-1]
    inside = [
        run
        for number, run in runs(layout, "P")
        if number == page and run.order > heading[1].order and run.y > rect.y
    ]
    assert heading[0] == page
    assert holds(rect, heading[1])
    assert inside
    assert all(holds(rect, run) for run in inside)


def test_no_words_lie_over_the_code(made):
    for name in ("handout", "large-print", "trifold"):
        layout = made(SAMPLE, format=name).layout
        page, code = codes(layout)[0]
        bbox = layout.elements[code.element].bbox
        on_page = [run for number, run in runs(layout, "P") if number == page]
        assert not [run for run in on_page if holds(bbox, run)]


def test_a_text_without_a_contact_box_has_no_code(made):
    assert codes(made(HERE / "handouts" / "nested.yaml").layout) == []
