"""Runs of text on a page: links that lie on their words, and elements that last as long."""

from __future__ import annotations

from collections import defaultdict

import pytest

from brochure.layout import page_builder
from brochure.model import GlyphRun, Layout, LinkArea
from tests.conftest import HERE

LINKED = HERE / "handouts" / "links.yaml"


def areas(layout: Layout) -> list[tuple[GlyphRun, LinkArea]]:
    """Each live area with the run of its element that begins where it does."""
    found = []
    for page in layout.pages:
        runs = defaultdict(list)
        for item in page.items:
            if isinstance(item, GlyphRun):
                runs[item.element].append(item)
        for area in page.links:
            near = min(
                runs[area.element], key=lambda r, a=area: abs(r.y - a.rect.y) + abs(r.x - a.rect.x)
            )
            found.append((near, area))
    return found


@pytest.mark.parametrize("name", ["handout", "large-print", "trifold"])
def test_a_live_area_lies_on_its_words(made, name):
    found = areas(made(LINKED, format=name).layout)
    assert len(found) > 4
    for run, area in found:
        rect = area.rect
        assert rect.x == pytest.approx(run.x)
        assert -0.30 * run.size <= rect.y - run.y <= -0.15 * run.size  # below what hangs
        assert 0.70 * run.size <= rect.y + rect.height - run.y <= 0.90 * run.size  # over capitals


def test_live_areas_of_lines_below_each_other_do_not_touch(made):
    for name in ("handout", "large-print", "trifold"):
        for page in made(LINKED, format=name).layout.pages:
            rects = [area.rect for area in page.links]
            for index, one in enumerate(rects):
                for other in rects[index + 1 :]:
                    apart = abs(one.x - other.x) > 1 or abs(one.y - other.y) > 0.99 * one.height
                    assert apart, (one, other)


def test_an_area_is_as_high_as_its_line_at_the_least_leading():
    assert page_builder.LINK_RISE + page_builder.LINK_DROP < 1.14
