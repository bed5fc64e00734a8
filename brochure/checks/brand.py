"""Rules about the brand: contrast, colours in grey, the logo in print."""

from __future__ import annotations

from collections.abc import Iterator

from brochure.brand import colour
from brochure.checks.handout_view import Finding, View
from brochure.model import Ink, Text

GREY_STEP = 0.10


def text_contrast(view: View) -> Iterator[Finding]:
    """Find a primary colour, which headings have, under 4.5:1 on white or on its tint."""
    primary = view.handout.brand.primary
    ink = _ink(primary)
    if ink:
        shade = colour.darken_on_own_tint(ink, colour.TINT, colour.TEXT_RATIO)
        yield from _too_pale(primary, ink, colour.TEXT_RATIO, "as text", shade)


def mark_contrast(view: View) -> Iterator[Finding]:
    """Find an accent colour, which bullets have, under 3:1 on white or on the tint."""
    brand = view.handout.brand
    ink, primary = _ink(brand.accent), _ink(brand.primary) or colour.WHITE
    if ink:
        ground = colour.tint(primary, colour.TINT)
        shade = colour.darken_to(ink, ground, colour.MARK_RATIO)
        yield from _too_pale(brand.accent, primary, colour.MARK_RATIO, "as a bullet", shade)


def grey_colours(view: View) -> Iterator[Finding]:
    """Find two brand colours that a black-toner printer makes the same grey."""
    brand = view.handout.brand
    primary, accent = _ink(brand.primary), _ink(brand.accent)
    if not (primary and accent and brand.accent):
        return
    if abs(colour.grey(primary)[0] - colour.grey(accent)[0]) < GREY_STEP:
        yield Finding(
            "the two brand colours come out as the same grey on a black printer",
            "make one of them clearly darker",
            brand.accent,
        )


def coarse_logo(view: View) -> Iterator[Finding]:
    """Find a logo of under 200 dots per inch at the size it is drawn."""
    if not view.logo:
        return
    from brochure.art.image_files import POINTS_PER_INCH, PRINT_DPI, image_dpi

    dpi, clinic = image_dpi(*view.logo), view.handout.clinic
    if dpi < PRINT_DPI:
        needed = round(view.logo[1] / POINTS_PER_INCH * PRINT_DPI)
        yield Finding(
            f"the logo has {dpi:.0f} dots per inch where it is drawn; print needs {PRINT_DPI}",
            f"use an SVG file, or a picture at least {needed} pixels wide",
            Text((), clinic.logo_line, clinic.logo_column, clinic.file),
        )


def _ink(text: Text | None) -> Ink | None:
    """Return the colour of a text, None if it has none."""
    try:
        return colour.parse_hex(text.plain) if text else None
    except ValueError:
        return None


def _too_pale(
    text: Text | None, primary: Ink, ratio: float, use: str, shade: Ink
) -> Iterator[Finding]:
    """Yield a finding if a colour lacks the contrast on the tint of the primary, or on white."""
    ink = _ink(text)
    if ink is None:
        return
    on_white = colour.contrast(ink, colour.WHITE)
    on_tint = colour.contrast(ink, colour.tint(primary, colour.TINT))
    found, ground = (on_white, "white") if on_white < ratio else (on_tint, "the tinted box")
    if found < ratio:
        yield Finding(
            f"{colour.to_hex(ink)} is too pale {use}: {found:.1f} to 1 on {ground}, not {ratio:g}",
            f'the nearest shade that passes is "{colour.to_hex(shade)}"',
            text,
        )
