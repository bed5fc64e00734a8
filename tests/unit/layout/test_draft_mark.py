"""A draft says so on each page, in every format, where a printer can print it."""

from __future__ import annotations

import pytest

from brochure import Options
from brochure.brand.palette import palette
from brochure.copyfit.formats import FORMATS, MODES
from brochure.layout.draft_mark import BASE
from brochure.model import Box, GlyphRun
from brochure.recipe import make_layout
from brochure.sources import read
from tests.support.desk import handout

PRINTERS_LEAVE = 12.0
"""Points of white that office printers leave at a sheet's edge."""


def laid(options, language="en-US", status="draft"):
    text = handout(language=language, text="Lie down for an hour. " * 30)
    if status:
        text += f"status: {status}\n"
    content, _ = read(text.encode())
    return content, make_layout(content, options)[0]


def marks(layout):
    return [
        [
            item
            for item in page.items
            if isinstance(item, GlyphRun) and item.y == BASE and "raft" in item.text
        ]
        for page in layout.pages
    ]


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("mode", MODES)
def test_each_page_of_a_draft_says_so(name, mode):
    content, layout = laid(Options(format=name, mode=mode))
    ink = palette(content.brand, mode).urgent_mark
    for page, found in zip(layout.pages, marks(layout), strict=True):
        (mark,) = found
        assert mark.text == "Draft: not for patients"
        assert mark.ink == ink
        (frame,) = [
            item
            for item in page.items
            if isinstance(item, Box) and item.rect.y < BASE and item.stroke
        ]
        assert frame.rect.y >= PRINTERS_LEAVE
        assert frame.rect.x >= PRINTERS_LEAVE
        assert frame.rect.right <= layout.sheet.width - PRINTERS_LEAVE
        others = [item.y for item in page.items if isinstance(item, GlyphRun) and item is not mark]
        assert min(others, default=99.0) > frame.rect.top


def test_a_handout_that_is_ready_has_no_mark():
    _, layout = laid(Options(), status="")
    assert marks(layout) == [[], []]


def test_the_mark_is_in_the_language_of_the_page():
    _, layout = laid(Options(), "es")
    texts = {item.text for item in layout.pages[0].items if isinstance(item, GlyphRun)}
    assert any("Borrador" in text for text in texts)
