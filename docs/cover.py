"""Draws docs/cover.png, the picture that the styles and the tri-fold of the gallery show.

python docs/cover.py
"""

from __future__ import annotations

from math import sin
from pathlib import Path

from PIL import Image, ImageDraw

WIDE, HIGH, SHARP = 1600, 800, 2
SKY, SUN, PATH, TRUNK, CROWN, DARK = (
    "#dfe9e6", "#fdf3d7", "#f6eed7", "#6b5a48", "#5f957c", "#3a3f44",
)  # fmt: skip
HILLS = (
    (290, 34, 210, 0.3, "#b9d3d2"),
    (352, 26, 260, 2.0, "#98c0b9"),
    (410, 22, 300, 4.0, "#86b39b"),
    (470, 16, 340, 1.0, "#a9c795"),
)
TREES = (
    (160, 395, 30),
    (300, 410, 22),
    (520, 440, 24),
    (1130, 400, 34),
    (1290, 420, 26),
    (1440, 405, 36),
)
PEOPLE = ((790, 505, 120, "#c05a12", "#4b3a33"), (846, 512, 108, "#0b5d6b", "#8b8b8b"))


def scaled(*values: float) -> list[float]:
    """Return places at the size that is drawn."""
    return [value * SHARP for value in values]


def hill(
    draw: ImageDraw.ImageDraw, base: float, rise: float, span: float, start: float, ink: str
) -> None:
    """Draw a row of hills down to the foot of the picture."""
    line = [
        (
            x * SHARP,
            SHARP
            * (base + rise * sin(x / span + start) + 0.4 * rise * sin(2.3 * x / span + start)),
        )
        for x in range(0, WIDE + 1, 4)
    ]
    draw.polygon([*line, (WIDE * SHARP, HIGH * SHARP), (0, HIGH * SHARP)], fill=ink)


def tree(draw: ImageDraw.ImageDraw, x: float, y: float, wide: float) -> None:
    """Draw a tree."""
    draw.rectangle(scaled(x - 3, y, x + 3, y + 2 * wide), fill=TRUNK)
    draw.ellipse(scaled(x - wide, y - 1.2 * wide, x + wide, y + 1.1 * wide), fill=CROWN)


def person(
    draw: ImageDraw.ImageDraw, x: float, y: float, high: float, coat: str, hair: str
) -> None:
    """Draw somebody who stands at a place."""
    wide = 0.17 * high
    for left, right in ((-0.7, -0.1), (0.1, 0.7)):
        draw.rectangle(scaled(x + left * wide, y - 0.42 * high, x + right * wide, y), fill=DARK)
    body = scaled(x - wide, y - 0.82 * high, x + wide, y - 0.36 * high)
    draw.rounded_rectangle(body, radius=int(0.7 * wide * SHARP), fill=coat)
    draw.ellipse(scaled(x - 0.6 * wide, y - high, x + 0.6 * wide, y - 0.82 * high), fill=hair)


def main() -> None:
    """Write the picture."""
    picture = Image.new("RGB", (WIDE * SHARP, HIGH * SHARP), SKY)
    draw = ImageDraw.Draw(picture)
    draw.ellipse(scaled(930, 120, 1040, 230), fill=SUN)
    for each in HILLS:
        hill(draw, *each)
    draw.polygon(scaled(780, 478, 830, 478, 1010, 800, 700, 800), fill=PATH)
    for each in TREES:
        tree(draw, *each)
    for each in PEOPLE:
        person(draw, *each)
    small = picture.resize((WIDE, HIGH), Image.Resampling.LANCZOS).quantize(48)
    small.save(Path(__file__).with_suffix(".png"), optimize=True)


if __name__ == "__main__":
    main()
