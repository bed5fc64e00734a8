"""The colours of SVG and CSS: names, #rrggbb, rgb() and hsl() (CSS Color 4)."""

from __future__ import annotations

from brochure._startup.kept_patterns import compiled
from brochure.brand.colour import parse_hex
from brochure.model import Ink

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re

NAMES: dict[str, str] = dict(
    pair.split(":")
    for pair in (
        "aliceblue:f0f8ff antiquewhite:faebd7 aqua:0ff aquamarine:7fffd4 azure:f0ffff beige:f5f5dc"
        " bisque:ffe4c4 black:000 blanchedalmond:ffebcd blue:00f blueviolet:8a2be2 brown:a52a2a"
        " burlywood:deb887 cadetblue:5f9ea0 chartreuse:7fff00 chocolate:d2691e coral:ff7f50"
        " cornflowerblue:6495ed cornsilk:fff8dc crimson:dc143c cyan:0ff darkblue:00008b"
        " darkcyan:008b8b darkgoldenrod:b8860b darkgray:a9a9a9 darkgreen:006400 darkgrey:a9a9a9"
        " darkkhaki:bdb76b darkmagenta:8b008b darkolivegreen:556b2f darkorange:ff8c00"
        " darkorchid:9932cc darkred:8b0000 darksalmon:e9967a darkseagreen:8fbc8f"
        " darkslateblue:483d8b darkslategray:2f4f4f darkslategrey:2f4f4f darkturquoise:00ced1"
        " darkviolet:9400d3 deeppink:ff1493 deepskyblue:00bfff dimgray:696969 dimgrey:696969"
        " dodgerblue:1e90ff firebrick:b22222 floralwhite:fffaf0 forestgreen:228b22 fuchsia:f0f"
        " gainsboro:dcdcdc ghostwhite:f8f8ff gold:ffd700 goldenrod:daa520 gray:808080 green:008000"
        " greenyellow:adff2f grey:808080 honeydew:f0fff0 hotpink:ff69b4 indianred:cd5c5c"
        " indigo:4b0082 ivory:fffff0 khaki:f0e68c lavender:e6e6fa lavenderblush:fff0f5"
        " lawngreen:7cfc00 lemonchiffon:fffacd lightblue:add8e6 lightcoral:f08080 lightcyan:e0ffff"
        " lightgoldenrodyellow:fafad2 lightgray:d3d3d3 lightgreen:90ee90 lightgrey:d3d3d3"
        " lightpink:ffb6c1 lightsalmon:ffa07a lightseagreen:20b2aa lightskyblue:87cefa"
        " lightslategray:789 lightslategrey:789 lightsteelblue:b0c4de lightyellow:ffffe0 lime:0f0"
        " limegreen:32cd32 linen:faf0e6 magenta:f0f maroon:800000 mediumaquamarine:66cdaa"
        " mediumblue:0000cd mediumorchid:ba55d3 mediumpurple:9370db mediumseagreen:3cb371"
        " mediumslateblue:7b68ee mediumspringgreen:00fa9a mediumturquoise:48d1cc"
        " mediumvioletred:c71585 midnightblue:191970 mintcream:f5fffa mistyrose:ffe4e1"
        " moccasin:ffe4b5 navajowhite:ffdead navy:000080 oldlace:fdf5e6 olive:808000"
        " olivedrab:6b8e23 orange:ffa500 orangered:ff4500 orchid:da70d6 palegoldenrod:eee8aa"
        " palegreen:98fb98 paleturquoise:afeeee palevioletred:db7093 papayawhip:ffefd5"
        " peachpuff:ffdab9 peru:cd853f pink:ffc0cb plum:dda0dd powderblue:b0e0e6 purple:800080"
        " rebeccapurple:639 red:f00 rosybrown:bc8f8f royalblue:4169e1 saddlebrown:8b4513"
        " salmon:fa8072 sandybrown:f4a460 seagreen:2e8b57 seashell:fff5ee sienna:a0522d"
        " silver:c0c0c0 skyblue:87ceeb slateblue:6a5acd slategray:708090 slategrey:708090"
        " snow:fffafa springgreen:00ff7f steelblue:4682b4 tan:d2b48c teal:008080 thistle:d8bfd8"
        " tomato:ff6347 turquoise:40e0d0 violet:ee82ee wheat:f5deb3 white:fff whitesmoke:f5f5f5"
        " yellow:ff0 yellowgreen:9acd32"
    ).split()
)
_PART = r"\s*([-+]?[0-9]{0,9}\.?[0-9]{1,9}(?:deg)?)(%?)\s*"
_CALL = rf"(rgb|hsl)a?\({_PART}[,\s]{_PART}[,\s]{_PART}(?:[,/]{_PART})?\)"  # compiled when met


def colour(text: str) -> tuple[Ink, float]:
    """Return a colour and how solid it is, 0-1; raises ValueError for one that is not known."""
    word = text.strip().lower()
    if word == "transparent":
        return (0.0, 0.0, 0.0), 0.0
    if word.startswith("#") and len(word) in (5, 9):
        short = len(word) == 5
        digits = word[-1] * 2 if short else word[-2:]
        return colour(word[: 4 if short else 7])[0], _hex(digits, text)
    match = compiled(_CALL).fullmatch(word) if word.startswith(("rgb", "hsl")) else None
    if match:
        return _called(match)
    code = NAMES.get(word)
    try:
        return parse_hex(f"#{code}" if code else word.partition(" icc-color")[0]), 1.0
    except ValueError:
        raise _unknown(text) from None


def _unknown(text: str) -> ValueError:
    return ValueError(f"has a colour that is not known here: `{text[:40]}`")


def _hex(digits: str, text: str) -> float:
    try:
        return int(digits, 16) / 255
    except ValueError:
        raise _unknown(text) from None


def _called(match: re.Match[str]) -> tuple[Ink, float]:
    """Return the colour of rgb() or hsl()."""
    name, *parts = match.groups(default="")
    values = [float(value.removesuffix("deg") or 1) for value in parts[::2]]
    solid = _within(values[3] / (100 if parts[7] else 1)) if parts[6] else 1.0
    if name == "hsl":
        return _hsl(values[0], values[1] / 100, values[2] / 100), solid
    ink = [
        value / (100 if unit else 255) for value, unit in zip(values[:3], parts[1:7:2], strict=True)
    ]
    return tuple(map(_within, ink)), solid


def _within(value: float) -> float:
    return min(max(value, 0.0), 1.0)


def _hsl(hue: float, saturation: float, light: float) -> Ink:
    """Return a colour given by its hue in degrees (CSS Color 4, 7.1)."""
    light, reach = _within(light), _within(saturation) * min(_within(light), 1 - _within(light))

    def part(number: int) -> float:
        at = (number + hue / 30) % 12
        return light - reach * max(-1.0, min(at - 3, 9 - at, 1.0))

    return part(0), part(8), part(4)
