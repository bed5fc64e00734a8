"""The brand made ready to paint: inks for each part of the page, in colour, mono or press."""

from __future__ import annotations

from collections.abc import Callable

from brochure._startup.records import dataclass, replace
from brochure.brand.colour import (
    BODY_RATIO,
    MARK_RATIO,
    TEXT_RATIO,
    TINT,
    WHITE,
    contrast,
    darken_on_own_tint,
    darken_to,
    grey,
    parse_hex,
    percentages,
    tint,
    to_hex,
)
from brochure.brand.styles import Style
from brochure.model import (
    BrandSource,
    ContentError,
    Ink,
    Layer,
    Path2D,
    Paths,
    Problem,
    Shading,
    Text,
)
from brochure.remember import remember

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

PRIMARY, ACCENT = "#0b5d6b", "#c05a12"
TEXT: Ink = (0.11, 0.14, 0.16)
MUTED: Ink = (0.29, 0.33, 0.36)
URGENT_MARK, URGENT_EDGE, URGENT_FILL, EMERGENCY = "#8a4600", "#b86a0a", "#fff1d6", "#a50e1c"
"""The inks of urgency: they mean the same on every handout, so no brand reaches them."""
RULE_SHARE, LIGHT_SHARE = 0.38, 0.2
PAPER: Ink = WHITE


@dataclass(frozen=True, slots=True)
class Palette:
    """An ink for each part of the page; None paints nothing there."""

    text: Ink
    muted: Ink
    heading: Ink  # passes as text on paper and on the tint
    link: Ink
    bar: Ink
    rule: Ink
    bullet: Ink
    key_fill: Ink | None
    key_edge: Ink
    urgent_fill: Ink | None
    urgent_edge: Ink
    urgent_mark: Ink  # its word, sign and bullets; passes as text on paper and on its fill
    emergency: Ink  # head and frame, with words of paper, and its bullets
    contact_fill: Ink | None
    contact_edge: Ink
    note: Ink
    paper: Ink
    black: Ink
    field: Ink  # a ground of colour, on which `reversed` passes as text
    reversed: Ink
    accent: Ink
    light: Ink | None  # a field that words stand on in the ink of text


def _shade(text: Text | None, default: str) -> Ink:
    return parse_hex(text.plain if text else default)


def _colour_problem(text: Text, message: str, hint: str) -> Problem:
    return Problem(text.file, text.line, text.column, "error", message, hint)


def colour_palette(brand: BrandSource) -> Palette:
    """Return the palette in RGB.

    Raises ContentError if the primary colour fails as text (4.5:1 on paper and on its tint,
    WCAG 2.1 1.4.3); the hint names the nearest shade that passes. An accent that fails may
    still be a bullet or a rule; where it must be seen as a shape it is darkened to 3:1.
    """
    primary = _shade(brand.primary, PRIMARY)
    accent = _shade(brand.accent, ACCENT)
    fill = tint(primary, TINT)
    if brand.primary and contrast(primary, fill) < TEXT_RATIO:
        passing = to_hex(darken_on_own_tint(primary, TINT, TEXT_RATIO))
        ratio = contrast(primary, WHITE)
        raise ContentError(
            [
                _colour_problem(
                    brand.primary,
                    f"the primary colour {to_hex(primary)} is too pale to read as text "
                    f"({ratio:.1f} to 1 on white; headings need {TEXT_RATIO} to 1 on paper "
                    "and in a tinted box)",
                    f'the nearest shade that passes is "{passing}"; the pale one may be `accent`',
                )
            ]
        )
    mark = darken_to(accent, WHITE, MARK_RATIO)
    return Palette(
        text=TEXT,
        muted=darken_to(MUTED, fill, BODY_RATIO),
        heading=primary,
        link=primary,
        bar=primary,
        rule=tint(primary, RULE_SHARE),
        bullet=mark,
        key_fill=fill,
        key_edge=primary,
        urgent_fill=parse_hex(URGENT_FILL),
        urgent_edge=parse_hex(URGENT_EDGE),
        urgent_mark=parse_hex(URGENT_MARK),
        emergency=parse_hex(EMERGENCY),
        contact_fill=fill,
        contact_edge=primary,
        note=tint(MUTED, 0.6),
        paper=PAPER,
        black=(0.0, 0.0, 0.0),
        field=primary,
        reversed=PAPER,
        accent=mark,
        light=tint(primary, LIGHT_SHARE),
    )


def mono_palette(brand: BrandSource) -> Palette:
    """Return the palette in black toner: greys chosen, not converted; boxes by rule, not tint."""
    del brand
    black, dark, middle = (0.0,), (0.28,), (0.55,)
    return Palette(
        text=black,
        muted=dark,
        heading=black,
        link=black,
        bar=black,
        rule=middle,
        bullet=black,
        key_fill=None,
        key_edge=black,
        urgent_fill=None,
        urgent_edge=black,
        urgent_mark=black,
        emergency=black,
        contact_fill=None,
        contact_edge=black,
        note=middle,
        paper=(1.0,),
        black=black,
        field=dark,
        reversed=(1.0,),
        accent=black,
        light=None,
    )


def _cmyk_given(text: Text) -> Ink:
    return tuple(float(part) / 100.0 for part in percentages(text.plain))


BLACK_STEP = 0.02
PRESS_RATIOS = {
    **dict.fromkeys(("heading", "link", "field"), (TEXT_RATIO, "key_fill")),
    **dict.fromkeys(("bullet", "accent"), (MARK_RATIO, "key_fill")),
    "urgent_mark": (TEXT_RATIO, "urgent_fill"),
    "urgent_edge": (MARK_RATIO, "urgent_fill"),
    "emergency": (BODY_RATIO, "paper"),
}
"""The contrast that inks must have, and on what, as they look on the press's paper."""


def _deepened(inks: dict[str, Any]) -> dict[str, Any]:
    """Return inks of a press with black added to those that its paper makes too pale."""
    from brochure.brand.press_inks import look

    for name, (ratio, under) in PRESS_RATIOS.items():
        ground = look(inks[under])
        *colours, black = inks[name]
        while contrast(look((*colours, black)), ground) < ratio and black < 1.0:
            black = min(round(black + BLACK_STEP, 2), 1.0)
        inks[name] = (*colours, black)
    return inks


def press_palette(brand: BrandSource) -> Palette:
    """Return the palette in CMYK: the brand's own values, or converted; text in black alone."""
    from brochure.brand.press_inks import look, to_press

    rgb = colour_palette(brand)
    inks: dict[str, Any] = {
        name: None if (ink := getattr(rgb, name)) is None else to_press(ink)
        for name in rgb.__match_args__
    }
    palette = Palette(**_deepened(inks))
    palette = replace(palette, text=(0.0, 0.0, 0.0, 1.0), black=(0.0, 0.0, 0.0, 1.0))
    palette = replace(palette, muted=(0.0, 0.0, 0.0, 0.8), note=(0.0, 0.0, 0.0, 0.4))
    if brand.primary_cmyk:
        primary = _cmyk_given(brand.primary_cmyk)
        thin = tuple(part * TINT for part in primary)
        palette = replace(palette, light=tuple(part * LIGHT_SHARE for part in primary))
        palette = replace(palette, heading=primary, link=primary, bar=primary, key_edge=primary)
        palette = replace(palette, contact_edge=primary, key_fill=thin, contact_fill=thin)
        palette = replace(palette, rule=tuple(part * RULE_SHARE for part in primary))
        if contrast(WHITE, look(primary)) >= TEXT_RATIO:
            palette = replace(palette, field=primary)
    if brand.accent_cmyk:
        accent = _cmyk_given(brand.accent_cmyk)
        palette = replace(palette, bullet=accent, accent=accent)
    return palette


KNOWN_BRANDS = 64
"""How many brands a process remembers, each in one mode."""
PALETTES = {"colour": colour_palette, "mono": mono_palette, "press": press_palette}


@remember(KNOWN_BRANDS)
def palette(brand: BrandSource, mode: str) -> Palette:
    """Return the palette of a mode: "colour", "mono" or "press"."""
    return PALETTES[mode](brand)


def in_style(inks: Palette, style: Style) -> Palette:
    """Return a palette with the marks of lists in the ink that a style has for them."""
    if style.bullet_ink == "bullet":
        return inks
    return replace(inks, bullet=getattr(inks, style.bullet_ink))


GREYS = ((0.45, 0.0), (0.75, 0.45), (0.97, 0.75))
"""Art in black toner: below each lightness, the grey that is used."""


def _chosen_grey(ink: Ink) -> Ink:
    light = grey(ink)[0]
    return (next((chosen for most, chosen in GREYS if light < most), 1.0),)


def _for_press(ink: Ink) -> Ink:
    from brochure.brand.press_inks import to_press

    return to_press(ink)


CONVERSIONS = {"mono": _chosen_grey, "press": _for_press}


def recolour(paths: Paths, mode: str) -> Paths:
    """Return vector art in the inks of a mode."""
    convert = CONVERSIONS.get(mode)
    return paths if convert is None else tuple(_recoloured(path, convert) for path in paths)


def _recoloured(path: Path2D | Layer, convert: Callable[[Ink], Ink]) -> Path2D | Layer:
    if isinstance(path, Layer):
        return replace(path, paths=tuple(_recoloured(inner, convert) for inner in path.paths))
    fill, stroke = _converted(path.fill, convert), _converted(path.stroke, convert)
    return replace(path, fill=fill, stroke=stroke)


def _converted(paint: Ink | Shading | None, convert: Callable[[Ink], Ink]) -> Ink | Shading | None:
    if isinstance(paint, Shading):
        stops = tuple((where, convert(ink), solid) for where, ink, solid in paint.stops)
        return replace(paint, stops=stops)
    return None if paint is None else convert(paint)
