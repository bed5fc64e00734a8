"""The text on the page: headings beside it, marks before items, captions below pictures."""

from __future__ import annotations

import pytest

from brochure import Options, build
from brochure.layout.body import FlowPlacer
from brochure.layout.typesetting import Writer
from brochure.model import GlyphRun, Layout, Raster, Rule
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


def ruled_above(layout: Layout) -> list[tuple[GlyphRun, float]]:
    """The first line of each heading with the white to the thin rule above it; 0 without one."""
    found = []
    heads = {run.element: (page, run) for page, run in reversed(runs(layout, "H2"))}
    for page, run in heads.values():
        tops = [
            item.y0 - run.y - 0.67 * run.size
            for item in layout.pages[page].items
            if isinstance(item, Rule) and item.width < 1.0 and abs(item.x0 - run.x) < 0.01
        ]
        near = [white for white in tops if 0.0 < white < 2.0 * run.size]
        found.append((run, min(near, default=0.0)))
    return found


@pytest.mark.parametrize("paper", ["letter", "a4"])
@pytest.mark.parametrize("mode", ["colour", "mono"])
def test_headings_in_two_columns_are_large_and_parted_by_rules_but_at_the_head(made, mode, paper):
    built = made(SAMPLE, mode=mode, paper=paper)
    layout, size = built.layout, built.facts.size
    assert built.facts.arrangement == "columns"
    words = [*runs(layout, "P"), *runs(layout, "LBody")]
    heads = [run for run, _ in ruled_above(layout)]
    plain = [(run, white) for run, white in ruled_above(layout) if run.size > 1.25 * size]
    assert {round(run.size / size, 3) for run, _ in plain} == {1.3}
    assert len(heads) - len(plain) <= 3  # in boxes
    assert any(white for _, white in plain)
    for run, white in plain:
        page = next(n for n, each in runs(layout, "H2") if each is run)
        own = [each.y for n, each in words if n == page and abs(each.x - run.x) < 30.0]
        above = [y - run.y for y in own if y > run.y and y - run.y < 60.0]
        assert white == 0.0 if not above else white == 0.0 or 0.45 * size < white < 1.6 * size
        assert white or not above or min(above) > 2.0 * size


@pytest.mark.parametrize("path", [SAMPLE, NESTED], ids=["sample", "nested"])
def test_a_block_is_looked_at_once_in_a_frame_and_its_further_lines_are_placed(path, monkeypatch):
    """Nor is a run of a text in one style looked at for links."""
    rows, runs_of = [], []
    row, run = FlowPlacer._row, Writer._run

    def noted(self, room, number, *rest):
        rows.append((room, self.rows.place[number][:2]))
        row(self, room, number, *rest)

    monkeypatch.setattr(FlowPlacer, "_row", noted)
    monkeypatch.setattr(Writer, "_run", lambda s, *a: runs_of.append(s.shaped.styles) or run(s, *a))
    layout = build(path, Options()).layout
    assert len(rows) == len(set(rows))
    assert sum(isinstance(item, GlyphRun) for page in layout.pages for item in page.items) > 50
    assert all(len(styles) > 1 or styles[0].href for styles in runs_of)
