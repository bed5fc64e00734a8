"""A picture below a side heading: in its column, read after the heading and before the text."""

from __future__ import annotations

from pathlib import Path

from brochure.copyfit.beside import WIDEST
from brochure.editions import Options
from brochure.model import GlyphRun, Raster
from brochure.recipe import make_layout
from brochure.sources import read
from tests.conftest import HERE


def placed(name: str):
    handout, _ = read(Path(HERE / "handouts/exercises.yaml"))
    layout, _ = make_layout(handout, Options(name))
    page = next(page for page in layout.pages if any(isinstance(i, Raster) for i in page.items))
    (picture,) = (item for item in page.items if isinstance(item, Raster))
    return layout, page, picture


def test_it_stands_below_its_heading_beside_the_text():
    layout, page, picture = placed("handout")
    assert layout.facts.arrangement == "side"
    runs = [item for item in page.items if isinstance(item, GlyphRun)]
    heading = next(run for run in runs if run.text.startswith("your legs"))
    text = next(run for run in runs if run.text.startswith("Stand close"))
    caption = next(run for run in runs if run.text == "Bend your knees.")
    assert picture.rect.x == heading.x == caption.x
    assert picture.rect.right < text.x
    assert caption.y < picture.rect.y < picture.rect.top < heading.y
    assert heading.order < picture.order < caption.order < text.order
    assert layout.elements[picture.element].alt.startswith("A person")
    assert layout.elements[caption.element].kind == "Caption"


def test_where_headings_stand_above_it_is_as_wide_as_the_text_allows():
    for name in ("large-print", "trifold"):
        _, _, picture = placed(name)
        assert picture.rect.width > WIDEST
