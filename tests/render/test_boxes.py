"""Boxes hold what stands in them."""

from __future__ import annotations

import pytest

from brochure.editions import Options
from brochure.model import Box, Drawing, GlyphRun
from brochure.recipe import make_layout
from brochure.sources import read

HEADING = "What you should do when the pain comes again and does not go away after some days"
CONTENT = """
title: Care for your back
clinic: {{name: The Spine Institute, phone: 310-828-7757}}
sections:
  - heading: {heading}
    emphasis: {emphasis}
    text: Call us today.
  - heading: Next
    text: Rest your back.
"""


@pytest.mark.parametrize("emphasis", ["key", "urgent"])
def test_a_long_side_heading_stays_in_its_box(tmp_path, emphasis):
    file = tmp_path / "content.yaml"
    file.write_text(CONTENT.format(heading=HEADING, emphasis=emphasis))
    layout, _ = make_layout(read(file)[0], Options())
    assert layout.facts.arrangement == "side"
    items = layout.pages[0].items
    sect = next(i for i, e in enumerate(layout.elements) if e.kind == "H2")
    lines = [item.y for item in items if isinstance(item, GlyphRun) and item.element == sect]
    boxes = [item.rect for item in items if isinstance(item, Box) and item.rect.height > 20]
    assert len(lines) > 4
    assert any(box.y + 3 < min(lines) and box.top > max(lines) + 8 for box in boxes)


@pytest.mark.parametrize("name", ["handout", "large-print", "trifold"])
def test_the_warning_sign_is_clear_of_the_heading(tmp_path, name):
    file = tmp_path / "content.yaml"
    file.write_text(CONTENT.format(heading="Call", emphasis="urgent"))
    layout, _ = make_layout(read(file)[0], Options(format=name))
    items = [item for page in layout.pages for item in page.items]
    heading = next(item for item in items if isinstance(item, GlyphRun) and item.text == "Call")
    sign = next(item for item in items if isinstance(item, Drawing) and item.element < 0)
    assert sign.x + 1.02 * sign.scale < heading.x - 0.5
