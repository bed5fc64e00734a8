"""The table of styles: each row known by its name, each face drawn by a function of its table."""

from __future__ import annotations

from typing import get_args

import pytest

from brochure.brand.styles import PLAIN, STYLES, style_for
from brochure.copyfit.dress import dressed
from brochure.copyfit.formats import FORMATS
from brochure.layout.heads import HEADS
from brochure.model import choices


def test_every_row_bears_the_name_it_is_found_by():
    assert [row.name for row in STYLES.values()] == list(STYLES)
    assert get_args(choices.StyleName) == tuple(STYLES)
    assert get_args(choices.StyleChoice) == ("brand", *STYLES)


def test_every_head_that_a_style_names_is_drawn():
    assert {row.head for row in STYLES.values()} == set(HEADS)


@pytest.mark.parametrize("name", STYLES)
def test_pages_that_grow_keep_a_styles_head_and_a_calm_text(name):
    style = style_for(name, "growing")
    assert style.head == STYLES[name].head
    assert (style.section, style.key, style.arrangements) == ("ruled", "tint", ())


def test_plain_changes_no_format():
    for fmt in FORMATS.values():
        assert dressed(fmt, PLAIN, 500) is fmt


def test_a_short_text_may_have_its_headings_at_the_side():
    band, handout = STYLES["band"], FORMATS["handout"]
    assert dressed(handout, band, band.side_words).arrangements == ("columns",)
    assert dressed(handout, band, band.side_words - 1).arrangements == ("side", "columns")
