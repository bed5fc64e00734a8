"""The text on the page: headings beside it, marks before items, captions below pictures."""

from __future__ import annotations

import pytest

from brochure.model import Raster
from tests.conftest import HERE, SAMPLE
from tests.support.placed import runs, saying

NESTED = HERE / "handouts" / "nested.yaml"
PICTURE = HERE / "handouts" / "image.yaml"


@pytest.mark.parametrize("name", ["handout", "large-print", "trifold"])
def test_a_mark_stands_before_its_item_on_the_same_line(made, name):
    layout = made(NESTED, format=name).layout
    labels = [run for _, run in runs(layout, "Lbl")]
    bodies = [run for _, run in runs(layout, "LBody")]
    assert len(labels) > 12
    for label in labels:
        after = min((run for run in bodies if run.order > label.order), key=lambda run: run.order)
        assert label.x < after.x
        assert abs(label.y - after.y) < 0.2 * after.size


def test_a_nested_item_stands_further_in_and_a_number_stands_in_for_itself(made):
    layout = made(NESTED).layout
    outer, inner = saying(layout, "Papers")[1], saying(layout, "Your insurance card")[1]
    step = saying(layout, "Do not eat")[1]
    lead = saying(layout, "Pack a small bag")[1]
    assert lead.x < outer.x < inner.x
    assert lead.x < step.x
    assert step.x != outer.x


def test_a_side_heading_stands_beside_the_first_line_of_its_text(made):
    layout = made(NESTED).layout
    assert layout.facts.arrangement == "side"
    heading, text = runs(layout, "H2")[0], saying(layout, "Pack a small bag")
    assert heading[0] == text[0]
    assert heading[1].x < text[1].x
    assert abs(heading[1].y - text[1].y) < 0.5 * text[1].size


def test_a_caption_stands_below_its_picture(made):
    layout = made(PICTURE).layout
    (raster,) = [item for page in layout.pages for item in page.items if isinstance(item, Raster)]
    caption = runs(layout, "Caption")[0][1]
    assert caption.size < layout.facts.size
    assert caption.y + 0.7 * caption.size < raster.rect.y
    assert caption.y > raster.rect.y - 3 * caption.size


def test_an_urgent_section_has_a_sign_and_a_box_around_all_its_words(made):
    from brochure.model import Box

    layout = made(SAMPLE).layout
    page, first = saying(layout, "When to")
    rects = [item.rect for item in layout.pages[page].items if isinstance(item, Box)]
    assert [rect for rect in rects if rect.y < first.y < rect.top]
