"""Palettes for paper alone: black toner and the inks of a press, and art in either."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from brochure._startup.records import replace
from brochure.brand.colour import (
    BODY_RATIO,
    LIGHT_SHARE,
    MARK_RATIO,
    RULE_SHARE,
    TEXT_RATIO,
    TINT,
    WHITE,
    contrast,
    grey,
    percentages,
)
from brochure.model import (
    BrandSource,
    Ink,
    Layer,
    Path2D,
    Paths,
    Shading,
    Text,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def mono_inks() -> dict[str, Any]:
    """Return the inks of a palette in black toner: greys chosen, not converted; boxes by rule."""
    black, dark, middle = (0.0,), (0.28,), (0.55,)
    parts = "text heading link bar bullet key_edge urgent_edge urgent_mark emergency contact_edge"
    return {
        **dict.fromkeys(f"{parts} black accent".split(), black),
        **dict.fromkeys(("key_fill", "urgent_fill", "contact_fill", "light")),
        **dict.fromkeys(("muted", "field"), dark),
        **dict.fromkeys(("rule", "note"), middle),
        **dict.fromkeys(("paper", "reversed"), (1.0,)),
    }


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


def press_inks(rgb: Mapping[str, Ink | None], brand: BrandSource) -> dict[str, Any]:
    """Return the inks of a palette in CMYK: the brand's own values, or those of ``rgb`` converted.

    Text is in black alone.
    """
    from brochure.brand.press_inks import look, to_press

    inks = _deepened({name: ink and to_press(ink) for name, ink in rgb.items()})
    inks |= {"text": (0.0, 0.0, 0.0, 1.0), "black": (0.0, 0.0, 0.0, 1.0)}
    inks |= {"muted": (0.0, 0.0, 0.0, 0.8), "note": (0.0, 0.0, 0.0, 0.4)}
    if brand.primary_cmyk:
        primary = _cmyk_given(brand.primary_cmyk)
        inks |= dict.fromkeys(("heading", "link", "bar", "key_edge", "contact_edge"), primary)
        inks |= dict.fromkeys(("key_fill", "contact_fill"), _thinned(primary, TINT))
        inks |= {"rule": _thinned(primary, RULE_SHARE), "light": _thinned(primary, LIGHT_SHARE)}
        if contrast(WHITE, look(primary)) >= TEXT_RATIO:
            inks["field"] = primary
    if brand.accent_cmyk:
        inks |= dict.fromkeys(("bullet", "accent"), _cmyk_given(brand.accent_cmyk))
    return inks


def _thinned(ink: Ink, share: float) -> Ink:
    return tuple(part * share for part in ink)


GREYS = ((0.45, 0.0), (0.75, 0.45), (0.97, 0.75))
"""Art in black toner: below each lightness, the grey that is used."""


def _chosen_grey(ink: Ink) -> Ink:
    light = grey(ink)[0]
    return (next((chosen for most, chosen in GREYS if light < most), 1.0),)


def _for_press(ink: Ink) -> Ink:
    from brochure.brand.press_inks import to_press

    return to_press(ink)


CONVERSIONS = {"mono": _chosen_grey, "press": _for_press}


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


def recoloured(paths: Paths, mode: str) -> Paths:
    """Return vector art in the inks of a mode."""
    return tuple(_recoloured(path, CONVERSIONS[mode]) for path in paths)
