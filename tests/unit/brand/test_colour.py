"""Colour arithmetic against published figures and its own laws."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brochure.brand import colour
from brochure.brand.colour import BLACK, WHITE, contrast, darken_to, parse_hex, to_hex
from brochure.model import Ink

parts = st.integers(0, 255).map(lambda step: step / 255)
colours = st.tuples(parts, parts, parts)


@pytest.mark.parametrize("text", ["#0b5d6b", "#0B5D6B", " #0b5d6b "])
def test_parse_hex_reads_six_digits(text: str) -> None:
    assert parse_hex(text) == (11 / 255, 93 / 255, 107 / 255)


def test_parse_hex_reads_three_digits() -> None:
    assert parse_hex("#08f") == parse_hex("#0088ff")


@pytest.mark.parametrize("text", ["", "0b5d6b", "#0b5d6", "teal", "#0b5d6g", "##0b5d6"])
def test_parse_hex_refuses_the_rest(text: str) -> None:
    with pytest.raises(ValueError, match="not a colour"):
        parse_hex(text)


@given(colours)
def test_hex_comes_back(rgb: Ink) -> None:
    assert parse_hex(to_hex(rgb)) == rgb


# The first three are those of WebAIM's and the NHS's published tables.
@pytest.mark.parametrize(
    ("text", "ratio"),
    [
        ("#767676", 4.54),
        ("#595959", 7.0),
        ("#005eb8", 6.4),
        ("#e87722", 2.96),
        ("#000000", 21.0),
        ("#ffffff", 1.0),
    ],
)
def test_contrast_on_white(text: str, ratio: float) -> None:
    assert contrast(parse_hex(text), WHITE) == pytest.approx(ratio, abs=0.06)


@given(colours, colours)
def test_contrast_has_no_order(a: Ink, b: Ink) -> None:
    assert contrast(a, b) == contrast(b, a)
    assert 1 <= contrast(a, b) <= 21.0001


@pytest.mark.parametrize("ink", [(0.5,), (0.5, 0.5, 0.5), (0.0, 0.0, 0.0, 0.5)])
def test_the_same_grey_in_three_notations(ink: Ink) -> None:
    assert colour.luminance(ink) == pytest.approx(colour.luminance((0.5,)))
    assert colour.grey(ink) == pytest.approx((0.5,))


def test_grey_weighs_green_most() -> None:
    assert colour.grey((0, 1, 0)) > colour.grey((1, 0, 0)) > colour.grey((0, 0, 1))


@given(colours, st.sampled_from([3.0, 4.5, 7.0]))
def test_darken_to_passes_on_white_and_only_darkens(rgb: Ink, ratio: float) -> None:
    shade = darken_to(rgb, WHITE, ratio)
    assert contrast(shade, WHITE) >= ratio
    assert all(new <= old for new, old in zip(shade, rgb, strict=True))
    assert parse_hex(to_hex(shade)) == shade


def test_darken_to_is_the_nearest_shade() -> None:
    shade = darken_to(parse_hex("#e87722"), WHITE, 4.5)
    lighter = tuple(part + 2 / 255 for part in shade)
    assert contrast(shade, WHITE) >= 4.5 > contrast(lighter, WHITE)


@given(colours)
def test_darken_on_own_tint_passes_there_and_on_white(rgb: Ink) -> None:
    shade = colour.darken_on_own_tint(rgb, colour.TINT, 4.5)
    assert contrast(shade, colour.tint(shade, colour.TINT)) >= 4.5
    assert contrast(shade, WHITE) >= 4.5


def test_darken_on_own_tint_goes_further_than_darken_to() -> None:
    pale = parse_hex("#5f9ea0")
    shade = colour.darken_to(pale, colour.tint(pale, colour.TINT), 4.5)
    assert contrast(shade, colour.tint(shade, colour.TINT)) < 4.5


def test_darken_to_leaves_a_passing_colour_alone() -> None:
    assert darken_to((0.1, 0.2, 0.3), WHITE, 4.5) == (0.1, 0.2, 0.3)


def test_darken_to_lightens_on_a_dark_ground() -> None:
    assert contrast(darken_to((0.2, 0.2, 0.4), BLACK, 4.5), BLACK) >= 4.5


def test_darken_to_gives_its_best_when_nothing_passes() -> None:
    assert darken_to((0.5, 0.5, 0.5), (0.5, 0.5, 0.5), 21) == BLACK


def test_tint_runs_from_white_to_the_colour() -> None:
    rgb = parse_hex("#0b5d6b")
    assert colour.tint(rgb, 0) == WHITE
    assert colour.tint(rgb, 1) == pytest.approx(rgb)
    assert colour.luminance(colour.tint(rgb, colour.TINT)) > 0.8
