"""Panels: their rectangle reaches out beside the text, their ground is a tint or a frame."""

from __future__ import annotations

from types import SimpleNamespace

from brochure.layout.page_builder import Surface
from brochure.layout.panel import EDGE, PANEL_RULE, panel_rect, place_panel
from brochure.model import Rect

INK, TINT = (0.0,), (0.9,)


def test_a_panel_reaches_out_by_as_much_on_both_sides():
    assert panel_rect(50.0, 200.0, 300.0, 260.0, 9.0) == Rect(41.0, 260.0, 218.0, 40.0)
    assert panel_rect(50.0, 200.0, 300.0, 260.0, 0.0) == Rect(50.0, 260.0, 200.0, 40.0)


def test_a_panel_is_tinted_or_framed_and_has_a_heavy_edge():
    rect = Rect(10.0, 10.0, 100.0, 50.0)
    for fill in (TINT, None):
        surface = Surface(SimpleNamespace())
        place_panel(surface, rect, fill, INK)
        ground, edge = surface.page().items
        assert (ground.fill, bool(ground.stroke)) == (fill, fill is None)
        assert ground.line_width == (0.0 if fill else PANEL_RULE)
        assert (edge.fill, edge.rect.width, edge.rect.x) == (INK, EDGE, rect.x)
