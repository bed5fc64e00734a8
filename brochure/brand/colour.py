"""Colour arithmetic: contrast, grey, shades, tints and CMYK, as pure functions of `Ink`.

Components run from 0 to 1; three are sRGB, one is grey, four are CMYK. What a colour
is used for is the layout's business; whether it may be, `checks` and `design` say.
"""

from __future__ import annotations

from brochure.model import Ink

WHITE: Ink = (1.0, 1.0, 1.0)
BLACK: Ink = (0.0, 0.0, 0.0)

TEXT_RATIO = 4.5
"""The contrast that text needs (WCAG 2.1, 1.4.3, level AA)."""
BODY_RATIO = 7.0
"""The contrast that body text should have (WCAG 2.1, 1.4.6, level AAA)."""
MARK_RATIO = 3.0
"""The contrast that bullets, rules and other graphics need (WCAG 2.1, 1.4.11)."""
TINT = 0.08
RULE_SHARE, LIGHT_SHARE = 0.38, 0.2
"""The share of the brand colour in the paper behind a tinted box."""

_HEX = frozenset("0123456789abcdefABCDEF")
_STEPS = 255


def is_hex(text: str) -> bool:
    """Return whether a text is a colour as ``#rrggbb`` or ``#rgb``."""
    return text[:1] == "#" and len(text) in (4, 7) and _HEX.issuperset(text[1:])


def parse_hex(text: str) -> Ink:
    """Return the colour of ``#rrggbb`` or ``#rgb``; raise ValueError for anything else."""
    text = text.strip()
    if not is_hex(text):
        raise ValueError(f'"{text}" is not a colour like "#0b5d6b"')
    digits = text[1:]
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    red, green, blue = (int(digits[at : at + 2], 16) / _STEPS for at in (0, 2, 4))
    return (red, green, blue)


def percentages(text: str) -> list[str]:
    """Return the numbers of a separation, typed as ``90 30 40 20`` or ``90%, 30%, ...``."""
    return text.replace(",", " ").replace("%", " ").split()


def to_hex(colour: Ink) -> str:
    """Return a colour as ``#rrggbb``, each part rounded to the nearest of 256 steps."""
    return "#" + "".join(f"{round(part * _STEPS):02x}" for part in to_rgb(colour))


def to_rgb(colour: Ink) -> Ink:
    """Return a grey, RGB or CMYK colour as red, green and blue, as near as screens come."""
    if len(colour) == 1:
        return colour * 3
    if len(colour) == 4:
        *inks, black = colour
        return tuple((1 - ink) * (1 - black) for ink in inks)
    return colour


def luminance(colour: Ink) -> float:
    """Return the relative luminance, 0 for black to 1 for white (WCAG 2.1)."""
    red, green, blue = map(linear, to_rgb(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(a: Ink, b: Ink) -> float:
    """Return the contrast ratio of two colours, 1 to 21 (WCAG 2.1, 1.4.3)."""
    dark, light = sorted((luminance(a), luminance(b)))
    return (light + 0.05) / (dark + 0.05)


def grey(colour: Ink) -> Ink:
    """Return the grey that a black-toner printer makes of a colour (ISO 32000-1, 10.3.2)."""
    red, green, blue = to_rgb(colour)
    return (0.3 * red + 0.59 * green + 0.11 * blue,)


def tint(colour: Ink, amount: float) -> Ink:
    """Return the colour thinned with white: ``amount`` 1 is the colour, 0 is white."""
    return tuple(1 - amount * (1 - part) for part in to_rgb(colour))


def darken_to(colour: Ink, background: Ink, ratio: float) -> Ink:
    """Return the nearest shade of a colour that has the contrast, the colour itself if it has.

    The shade keeps the hue and is one that ``#rrggbb`` can write. On a dark background
    it is a lighter one. If no shade has the contrast, black or white comes back.
    """
    rgb = to_rgb(colour)
    if contrast(rgb, background) >= ratio:
        return rgb
    end = max((BLACK, WHITE), key=lambda pole: contrast(pole, background))
    shades = (_toward(rgb, end, step) for step in range(1, _STEPS + 1))
    return next((shade for shade in shades if contrast(shade, background) >= ratio), end)


def darken_on_own_tint(colour: Ink, amount: float, ratio: float) -> Ink:
    """Return the nearest shade that has the contrast on a tint of itself, and so on white.

    A darker shade has a darker tint, so `darken_to` the tint of the old one falls short.
    """
    rgb = to_rgb(colour)
    shades = (_toward(rgb, BLACK, step) if step else rgb for step in range(_STEPS + 1))
    passes = (shade for shade in shades if contrast(shade, tint(shade, amount)) >= ratio)
    return next(passes, BLACK)


def linear(part: float) -> float:
    """Return the linear light of an sRGB component (WCAG 2.1, with the corrected knee)."""
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def _toward(colour: Ink, end: Ink, step: int) -> Ink:
    """Return the colour ``step`` of 255 steps on its way to ``end``, in whole 8-bit parts."""
    share = step / _STEPS
    mixed = (a + (b - a) * share for a, b in zip(colour, end, strict=True))
    return tuple(round(part * _STEPS) / _STEPS for part in mixed)
