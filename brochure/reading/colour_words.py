"""Colours as other programs take them, which a hint gives as they are typed here.

Loaded only after a fault.
"""

from __future__ import annotations

import re
from colorsys import hls_to_rgb

from brochure.brand.colour import is_hex

NAMES = {
    "black": "#000000",
    "silver": "#c0c0c0",
    "gray": "#808080",
    "grey": "#808080",
    "white": "#ffffff",
    "maroon": "#800000",
    "red": "#ff0000",
    "purple": "#800080",
    "fuchsia": "#ff00ff",
    "magenta": "#ff00ff",
    "green": "#008000",
    "lime": "#00ff00",
    "olive": "#808000",
    "yellow": "#ffff00",
    "navy": "#000080",
    "blue": "#0000ff",
    "teal": "#008080",
    "aqua": "#00ffff",
    "cyan": "#00ffff",
    "orange": "#ffa500",
    "brown": "#a52a2a",
    "gold": "#ffd700",
    "indigo": "#4b0082",
    "crimson": "#dc143c",
    "steelblue": "#4682b4",
    "royalblue": "#4169e1",
    "darkgreen": "#006400",
    "darkblue": "#00008b",
    "darkred": "#8b0000",
    "tomato": "#ff6347",
}
"""The colours by name that are met most (CSS Color Module Level 4, 6.1)."""
PARTS = re.compile(r"(rgb|hsl)a?\(\s*([\d.]+)(?:deg)?[\s,]+([\d.]+)%?[\s,]+([\d.]+)%?[^)]*\)")


def as_hex(text: str) -> str:
    """Return a colour as # and six digits; "" if it is none that is known."""
    word = text.strip().lower()
    if re.fullmatch(r"#[0-9a-f]{8}", word):
        return word[:7]
    found = PARTS.fullmatch(word)
    if not found:
        return NAMES.get(word.replace(" ", ""), "")
    first, second, third = map(float, found.groups()[1:])
    inks = [first, second, third]
    if found[1] == "hsl":
        inks = [255 * each for each in hls_to_rgb(first / 360, third / 100, second / 100)]
    if max(inks) > 255:
        return ""
    return "#" + "".join(f"{round(each):02x}" for each in inks)


def advice(text: str) -> tuple[str, str]:
    """Return what to say of a text that is no colour as it is typed here."""
    if is_hex(f"#{text}"):
        return f"the colour `{text}` lacks its #", f'Type it in quotes: "#{text}"'
    meant = as_hex(text)
    how = f'Type it so: "{meant}"' if meant else 'Type # and six digits or letters a-f: "#0b5d6b"'
    return f"`{text}` is not a colour", how
