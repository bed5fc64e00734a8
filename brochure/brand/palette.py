"""The brand made ready to paint: inks for each part of the page, in colour, mono or press."""

from __future__ import annotations

from brochure._startup.records import dataclass, replace
from brochure.brand.colour import (
    BODY_RATIO,
    LIGHT_SHARE,
    MARK_RATIO,
    RULE_SHARE,
    TEXT_RATIO,
    TINT,
    WHITE,
    contrast,
    darken_on_own_tint,
    darken_to,
    parse_hex,
    tint,
    to_hex,
)
from brochure.brand.styles import Style
from brochure.model import (
    BrandSource,
    ContentError,
    Ink,
    Paths,
    Problem,
    Text,
)
from brochure.remember import remember

PRIMARY, ACCENT = "#0b5d6b", "#c05a12"
TEXT: Ink = (0.11, 0.14, 0.16)
MUTED: Ink = (0.29, 0.33, 0.36)
URGENT_MARK, URGENT_EDGE, URGENT_FILL, EMERGENCY = "#8a4600", "#b86a0a", "#fff1d6", "#a50e1c"
"""The inks of urgency: they mean the same on every handout, so no brand reaches them."""
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


KNOWN_BRANDS = 64
"""How many brands a process remembers, each in one mode."""


def mono_palette(brand: BrandSource) -> Palette:
    """Return the palette in black toner."""
    from brochure.brand.print_palettes import mono_inks

    del brand
    return Palette(**mono_inks())


def press_palette(brand: BrandSource) -> Palette:
    """Return the palette in the inks of a press; raises ContentError as `colour_palette` does."""
    from brochure.brand.print_palettes import press_inks

    rgb = colour_palette(brand)
    inks: dict[str, Ink | None] = {name: getattr(rgb, name) for name in rgb.__match_args__}
    return Palette(**press_inks(inks, brand))


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


def recolour(paths: Paths, mode: str) -> Paths:
    """Return vector art in the inks of a mode."""
    if PALETTES[mode] is colour_palette:
        return paths
    from brochure.brand.print_palettes import recoloured

    return recoloured(paths, mode)
