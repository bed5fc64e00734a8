"""Bullets, dashes, numbers and boxes to tick: where they stand before their items."""

from __future__ import annotations

import pytest

from brochure.copyfit.flow import make_flow
from brochure.copyfit.formats import FORMATS
from brochure.editions import Options
from brochure.layout.forms import TICK_BOX
from brochure.layout.item_marks import BULLET_AT, Marks
from brochure.layout.page_builder import Pen, Surface
from brochure.model import Box, GlyphRun, Item, ItemList, Section
from brochure.recipe import build, prepare
from brochure.sources import read
from tests.conftest import HERE, SAMPLE
from tests.support.fakes import handout, text

LEFT, BASE, OWNER = 100.0, 500.0, 0


def placed(kind: str, depth: int = 1, emphasis: str = ""):
    context = prepare(read(SAMPLE)[0], Options())
    page = context.page
    listed = ItemList((Item(text("One"), (text("Two"),)),), kind, 12)
    made = handout(Section(text("Head"), "", (listed,)))
    block = make_flow(made, page.shaper).sections[0].blocks[depth - 1]
    metrics = metrics_of(context)
    surface = Surface(Pen(page.shaper.measure, (0,), "{}"))
    surface.element("Lbl")
    Marks(page, metrics, emphasis).place(surface, block, LEFT, BASE, OWNER)
    return surface.page().items, metrics, block, page


def metrics_of(context):
    from brochure.copyfit.settings import Setting, metrics_for

    return metrics_for(context.task(), Setting(12.0, "stacked"))


@pytest.mark.parametrize(
    ("kind", "depth", "label"), [("bullets", 1, "•"), ("steps", 1, "12."), ("bullets", 2, "–")]
)
def test_a_mark_ends_before_its_item_and_begins_in_the_column(kind, depth, label):
    (run,), metrics, block, page = placed(kind, depth)
    assert isinstance(run, GlyphRun)
    assert (run.text, run.element, run.face) == (label, OWNER, "bold")
    wide = page.shaper.measure.width(label, "bold") * run.size
    assert run.x >= LEFT
    assert run.x + wide < LEFT + metrics.indent(block)


def test_the_middle_of_a_bullet_stands_at_the_same_place_at_every_size():
    (run,), metrics, _, page = placed("bullets")
    middle = run.x + page.shaper.measure.width("•", "bold") * run.size / 2
    assert middle == pytest.approx(LEFT + BULLET_AT * metrics.size)


def test_a_box_to_tick_is_no_text_and_a_nested_item_has_none():
    (box,), metrics, block, _ = placed("checklist")
    assert isinstance(box, Box)
    assert box.rect.width == pytest.approx(TICK_BOX * metrics.size)
    assert box.rect.right < LEFT + metrics.indent(block)
    (dash,), *_ = placed("checklist", 2)
    assert isinstance(dash, GlyphRun)


def test_in_an_urgent_box_marks_have_the_ink_of_urgency():
    (plain,), *_ = placed("bullets")
    (urgent,), *_, page = placed("bullets", emphasis="urgent")
    assert urgent.ink != plain.ink
    assert page.palette.bullet == plain.ink


@pytest.mark.parametrize("name", ["handout", "large-print", "card"])
@pytest.mark.parametrize("language", ["zh-Hans", "ja", "vi"])
def test_a_bullets_middle_stands_at_one_place_however_wide_its_sign_is(language, name):
    made = build(HERE / "handouts" / "languages" / f"{language}.yaml", Options(name))
    dots = [
        (run, made.faces.width("•", run.face))
        for page in made.layout.pages
        for run in page.items
        if isinstance(run, GlyphRun) and run.text == "•"
    ]
    assert dots
    bullet = FORMATS[name].type.bullet
    for run, width in dots:
        middle = run.x + width * run.size / 2
        items = [
            item.x
            for page in made.layout.pages
            for item in page.items
            if isinstance(item, GlyphRun) and item.order == run.order + 1
        ]
        assert items[0] - middle > 0.45 * run.size / bullet
