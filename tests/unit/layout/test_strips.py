"""Strips on a surface: elements made once, ornament where a head is set again."""

from __future__ import annotations

from brochure.copyfit.strips import Strip, StripText, Stroke, Tag
from brochure.layout.strips import StripSetter
from brochure.model import LAYOUT_ARTIFACT, GlyphRun, Rule
from brochure.sources import read
from tests.conftest import SAMPLE
from tests.support.fakes import shaped
from tests.unit.layout.test_parts import context_of


def text(words: str, *tags: Tag, x: float = 0.0, width: float = 100.0, **more) -> StripText:
    return StripText(shaped(words), x, 10.0, width, 10.0, 12.0, tags, **more)


ROW = Tag("Table"), Tag("TR", 1)


def placed(*strips: Strip, again: bool = False):
    made = context_of(read(SAMPLE)[0])
    surface = made.surface()
    setter = StripSetter(made, surface.element("Sect"))
    for number, strip in enumerate(strips):
        setter.place(surface, strip, 50.0, 700.0 - 20.0 * number, again=again)
    return surface.page().items, surface.structure.elements


def test_texts_of_a_row_share_its_elements():
    head = text("Dose", *ROW, Tag("TH", 0, "Row"))
    cell = text("1", *ROW, Tag("TD", 1), x=60.0)
    items, elements = placed(Strip(20.0, (head, cell)))
    assert [(each.kind, each.parent, each.scope) for each in elements] == [
        ("Sect", -1, ""),
        ("Table", 0, ""),
        ("TR", 1, ""),
        ("TH", 2, "Row"),
        ("TD", 2, ""),
    ]
    runs = [item for item in items if isinstance(item, GlyphRun)]
    assert [(run.x, run.y, run.element) for run in runs] == [(50.0, 690.0, 3), (110.0, 690.0, 4)]


def test_a_table_goes_on_in_one_element():
    rows = [Strip(20.0, (text("a", Tag("Table"), Tag("TR", n), Tag("TD")),)) for n in (1, 2)]
    _, elements = placed(*rows)
    assert [each.kind for each in elements] == ["Sect", "Table", "TR", "TD", "TR", "TD"]


def test_what_is_set_again_is_ornament():
    items, elements = placed(Strip(20.0, (text("Dose", *ROW, Tag("TH")),)), again=True)
    assert [item.element for item in items] == [LAYOUT_ARTIFACT]
    assert len(elements) == 1


def test_a_centred_text_and_the_lines_of_a_strip():
    strip = Strip(
        20.0, (text("ab", Tag("P"), centred=True),), (Stroke(0.0, 20.0, 80.0, 20.0, 1.5),)
    )
    items, _ = placed(strip)
    rule = next(item for item in items if isinstance(item, Rule))
    assert (rule.x0, rule.y0, rule.x1, rule.y1) == (50.0, 680.0, 130.0, 680.0)
    run = next(item for item in items if isinstance(item, GlyphRun))
    assert run.x > 90.0
