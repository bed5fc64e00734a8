"""Colours as the inks of a press, by the profile that a press file carries.

The profile's tables between colours and inks (ICC.1:2001-04, lut8Type and lut16Type) are read and
interpolated here, so that no program for colours is needed.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product
from struct import unpack_from

from brochure.brand.colour import linear, to_rgb
from brochure.model import Ink
from brochure.remember import remember
from brochure.typeset.fonts import ASSETS

PROFILE = ASSETS / "icc" / "coated.icc"
INKS = 4
GREY = 0.012
"""A colour whose parts differ by no more is a grey, and black ink alone."""
FULL = 65280.0
"""The sixteen bits that stand for the lightness of white."""
TO_XYZ = (
    (0.4360747, 0.3850649, 0.1430804),
    (0.2225045, 0.7168786, 0.0606169),
    (0.0139322, 0.0971045, 0.7141733),
)
"""From linear sRGB to XYZ under D50 (Bradford)."""
WHITE = (0.9642, 1.0, 0.8249)


FROM_XYZ = (
    (3.1338561, -1.6168667, -0.4906146),
    (-0.9787684, 1.9161415, 0.0334540),
    (0.0719453, -0.2289914, 1.4052427),
)

Grid = tuple[int, int, tuple[float, ...]]
"""A table: its steps in each direction, how many values each place has, and all of them, 0 to 1."""


@remember(2)
def table(name: str) -> Grid:
    """Return a table of the profile by its tag; raises ValueError if it is none that is known."""
    data = PROFILE.read_bytes()
    (count,) = unpack_from(">I", data, 128)
    tags = [unpack_from(">4sII", data, 132 + 12 * number) for number in range(count)]
    at = next(offset for tag, offset, _ in tags if tag == name.encode("ascii"))
    kind, inputs, outputs, grid = unpack_from(">4s4xBBB", data, at)
    size = grid**inputs * outputs
    if kind == b"mft1":
        start = at + 48 + 256 * inputs
        return grid, outputs, tuple(value / 255 for value in data[start : start + size])
    if kind != b"mft2":
        raise ValueError(f"{PROFILE} has a table of another kind: {kind!r}")
    start = at + 52 + 2 * 2 * inputs
    return grid, outputs, tuple(each / 65535 for each in unpack_from(f">{size}H", data, start))


def between(grid: Grid, shares: Sequence[float]) -> list[float]:
    """Return the values between the places of a table, at ``shares`` of its sides."""
    steps, outputs, values = grid
    places = [min(max(share, 0.0), 1.0) * (steps - 1) for share in shares]
    lows = [min(int(place), steps - 2) for place in places]
    found = [0.0] * outputs
    for corner in product((0, 1), repeat=len(places)):
        weight, at = 1.0, 0
        for place, low, side in zip(places, lows, corner, strict=True):
            weight *= place - low if side else 1 - (place - low)
            at = at * steps + low + side
        for number in range(outputs) if weight else ():
            found[number] += weight * values[at * outputs + number]
    return found


def to_lab(rgb: Ink) -> Ink:
    """Return CIELAB under D50 of an sRGB colour."""
    light = [linear(part) for part in to_rgb(rgb)]
    sums = (sum(a * b for a, b in zip(row, light, strict=True)) for row in TO_XYZ)
    parts = (total / white for total, white in zip(sums, WHITE, strict=True))
    x, y, z = (p ** (1 / 3) if p > 216 / 24389 else (24389 / 27 * p + 16) / 116 for p in parts)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def to_press(colour: Ink) -> Ink:
    """Return cyan, magenta, yellow and black of a grey or RGB colour, in whole per cent.

    A grey is black ink alone, and no colour needs more than three inks.
    """
    if len(colour) == INKS:
        return colour
    rgb = to_rgb(colour)
    if max(rgb) - min(rgb) <= GREY:
        light = to_lab((sum(rgb) / 3,))[0]
        return 0.0, 0.0, 0.0, _whole(_black(light))
    cyan, magenta, yellow, black = map(_whole, _mixed(to_lab(rgb)))
    return cyan, magenta, yellow, black


def _whole(share: float) -> float:
    return round(share, 2)


def _black(light: float) -> float:
    """Return the black ink of a grey: 0 on paper, 1 for what no ink makes darker."""
    darkest, whitest = 18.0, 100.0
    return _mixed((light, 0.0, 0.0))[3] if darkest < light < whitest else float(light <= darkest)


def _mixed(lab: Ink) -> Ink:
    """Return the inks of a colour; what cyan, magenta and yellow share is left to black."""
    shares = (lab[0] / 100 * FULL / 65535, (lab[1] + 128) / 255.996, (lab[2] + 128) / 255.996)
    *inks, black = between(table("B2A0"), shares)
    shared = min(inks)
    cyan, magenta, yellow = (ink - shared for ink in inks)
    return cyan, magenta, yellow, black + shared * (1 - black)


def look(inks: Ink) -> Ink:
    """Return what inks look like on the profile's paper, as sRGB."""
    light, a, b = between(table("A2B0"), inks)
    y = (light * 100 + 16) / 116
    parts = (y + (a * 255 - 128) / 500, y, y - (b * 255 - 128) / 200)
    xyz = [
        white * (p**3 if p > 6 / 29 else (116 * p - 16) * 27 / 24389)
        for p, white in zip(parts, WHITE, strict=True)
    ]
    sums = (sum(v * x for v, x in zip(row, xyz, strict=True)) for row in FROM_XYZ)
    return tuple(_encoded(min(max(total, 0.0), 1.0)) for total in sums)


def _encoded(part: float) -> float:
    """Return an sRGB component of linear light (IEC 61966-2-1)."""
    return 12.92 * part if part <= 0.0031308 else float(1.055 * part ** (1 / 2.4) - 0.055)
