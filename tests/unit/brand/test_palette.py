"""The inks of a mode: whatever is read has contrast in each, whatever the brand's colours."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brochure.brand import colour
from brochure.brand.colour import BODY_RATIO, MARK_RATIO, TEXT_RATIO, TINT, tint, to_hex
from brochure.brand.palette import PALETTES, Palette, palette, recolour
from brochure.brand.press_inks import look
from brochure.model import BrandSource, ContentError, Path2D, Span, Text

BRANDS = [BrandSource(), BrandSource(Text((Span("#003c71"),)), Text((Span("#f4a300"),)))]
LENGTHS = {"colour": 3, "mono": 1, "press": 4}


def contrast(one: tuple[float, ...], other: tuple[float, ...]) -> float:
    """The contrast of two inks; of those of a press as they look on paper."""
    return colour.contrast(*(look(ink) if len(ink) == 4 else ink for ink in (one, other)))


def grounds(inks: Palette) -> list[tuple[float, ...]]:
    """What text stands on: paper, and the boxes that are filled."""
    fills = (inks.paper, inks.key_fill, inks.contact_fill)
    return [fill for fill in fills if fill is not None]


@pytest.mark.parametrize("brand", BRANDS)
@pytest.mark.parametrize("mode", PALETTES)
def test_running_text_is_dark_on_every_ground(brand, mode):
    inks = palette(brand, mode)
    for ground in grounds(inks):
        assert contrast(inks.text, ground) >= BODY_RATIO
        assert contrast(inks.muted, ground) >= BODY_RATIO
        assert contrast(inks.heading, ground) >= TEXT_RATIO
        assert contrast(inks.link, ground) >= TEXT_RATIO


@pytest.mark.parametrize("brand", BRANDS)
@pytest.mark.parametrize("mode", PALETTES)
def test_marks_are_seen_and_lines_to_write_on_stay_pale(brand, mode):
    inks = palette(brand, mode)
    for mark in (inks.bullet, inks.urgent_mark, inks.urgent_edge, inks.emergency):
        assert contrast(mark, inks.paper) >= MARK_RATIO
    assert contrast(inks.note, inks.paper) < contrast(inks.muted, inks.paper)


@pytest.mark.parametrize("mode", PALETTES)
def test_the_words_of_urgency_are_read_on_their_fills(mode):
    inks = palette(BrandSource(), mode)
    fill = inks.urgent_fill or inks.paper
    assert contrast(inks.text, fill) >= BODY_RATIO
    assert contrast(inks.urgent_mark, fill) >= TEXT_RATIO
    assert contrast(inks.urgent_edge, fill) >= MARK_RATIO
    assert contrast(inks.paper, inks.emergency) >= BODY_RATIO


@pytest.mark.parametrize("mode", PALETTES)
def test_every_ink_is_in_the_notation_of_its_mode(mode):
    inks = palette(BrandSource(), mode)
    parts = [getattr(inks, name) for name in inks.__match_args__]
    assert {len(ink) for ink in parts if ink is not None} <= {LENGTHS[mode], 3, 4}
    if mode != "press":
        assert {len(ink) for ink in parts if ink is not None} == {LENGTHS[mode]}


def test_boxes_have_the_tint_that_checks_judge_by():
    inks = palette(BrandSource(), "colour")
    assert inks.key_fill == inks.contact_fill == tint(inks.heading, TINT)


def test_text_on_the_press_is_black_alone():
    inks = palette(BrandSource(), "press")
    assert [ink[:3] for ink in (inks.text, inks.muted, inks.note, inks.black)] == [(0, 0, 0)] * 4


@given(st.tuples(*[st.integers(0, 255)] * 3))
def test_a_primary_that_is_taken_passes_as_text_and_a_refusal_names_one_that_does(parts):
    ink = tuple(part / 255 for part in parts)
    try:
        inks = palette(BrandSource(Text((Span(to_hex(ink)),))), "colour")
    except ContentError as refusal:
        shade = refusal.problems[0].hint.split('"')[1]
        inks = palette(BrandSource(Text((Span(shade),))), "colour")
    assert min(contrast(inks.heading, ground) for ground in grounds(inks)) >= TEXT_RATIO


def test_the_inks_of_a_separation_are_taken_as_given():
    brand = BrandSource(
        primary_cmyk=Text((Span("90, 30, 20, 40"),)), accent_cmyk=Text((Span("0 60 100 10"),))
    )
    inks = palette(brand, "press")
    assert inks.heading == inks.link == inks.bar == (0.9, 0.3, 0.2, 0.4)
    assert inks.bullet == (0.0, 0.6, 1.0, 0.1)
    assert palette(brand, "colour").heading == palette(BrandSource(), "colour").heading


def test_art_in_black_toner_keeps_dark_from_light():
    paths = [Path2D((("m", 0.0, 0.0),), fill=(grey,) * 3) for grey in (0.1, 0.6, 0.9, 1.0)]
    assert [path.fill for path in recolour(tuple(paths), "mono")] == [
        (0.0,), (0.45,), (0.75,), (1.0,),
    ]  # fmt: skip
    assert recolour(tuple(paths), "colour") == tuple(paths)
