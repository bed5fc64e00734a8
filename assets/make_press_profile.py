"""Makes assets/icc/coated.icc: the output profile of a press file, from a model of inks on paper.

    python assets/make_press_profile.py

No measured profile may be shipped with the project, so this one is computed. Its solid inks and
overprints have the colours that ISO 12647-2 aims at on coated paper; between them the model of
Yule and Nielsen mixes light (n = 1.7), with dots that grow by 12 % at half tone. Black over a
colour multiplies it. Colours go to inks with as much black as they have grey, so that no colour
takes more than three inks. The tables follow ICC.1:2001-04 (version 2).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import product
from pathlib import Path
from struct import pack

Triple = tuple[float, float, float]
Inks = tuple[float, float, float, float]

WHITE: Triple = (0.9642, 1.0, 0.8249)
"""The D50 white of the profile connection space."""
SOLIDS: dict[tuple[int, int, int], Triple] = {
    (0, 0, 0): (95.0, 0.0, -2.0),
    (1, 0, 0): (55.0, -37.0, -50.0),
    (0, 1, 0): (48.0, 74.0, -3.0),
    (0, 0, 1): (89.0, -5.0, 93.0),
    (0, 1, 1): (47.0, 68.0, 48.0),
    (1, 0, 1): (50.0, -66.0, 26.0),
    (1, 1, 0): (24.0, 20.0, -46.0),
    (1, 1, 1): (23.0, 0.0, -1.0),
}
"""CIELAB of paper, of cyan, magenta and yellow, and of one over the other."""
BLACK: Triple = (16.0, 0.0, 0.0)
NIELSEN, GROWTH = 1.7, 0.12
IN_GRID, OUT_GRID = 9, 17
"""The steps of the table from inks to colours, and of that from colours to inks."""


def to_xyz(lab: Triple) -> Triple:
    """Return CIE XYZ, white at 1, of CIELAB."""
    y = (lab[0] + 16) / 116
    parts = (y + lab[1] / 500, y, y - lab[2] / 200)
    x, y, z = (p**3 if p > 6 / 29 else 3 * (6 / 29) ** 2 * (p - 4 / 29) for p in parts)
    return x * WHITE[0], y * WHITE[1], z * WHITE[2]


def to_lab(xyz: Triple) -> Triple:
    """Return CIELAB of CIE XYZ."""
    parts = (value / white for value, white in zip(xyz, WHITE, strict=True))
    x, y, z = (
        p ** (1 / 3) if p > (6 / 29) ** 3 else p / (3 * (6 / 29) ** 2) + 4 / 29 for p in parts
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def primaries() -> dict[tuple[int, int, int, int], Triple]:
    """Return the roots of the light of each solid, without black and with it; paper is white."""
    paper = to_xyz(SOLIDS[0, 0, 0])
    relative = {
        which: tuple(v / p * w for v, p, w in zip(to_xyz(lab), paper, WHITE, strict=True))
        for which, lab in SOLIDS.items()
    }
    black = tuple(v / p for v, p in zip(to_xyz(BLACK), paper, strict=True))
    found = {}
    for which, light in relative.items():
        over = tuple(v * k for v, k in zip(light, black, strict=True))
        for key, xyz in ((0, light), (1, over)):
            found[*which, key] = tuple(value ** (1 / NIELSEN) for value in xyz)
    return found


PRIMARIES = primaries()


@cache
def grown(share: float) -> float:
    """Return the area that dots of a share cover on paper."""
    return share + 4 * GROWTH * share * (1 - share)


def colour(inks: Inks) -> Triple:
    """Return the CIELAB of inks, each 0 to 1."""
    areas = [(1 - grown(ink), grown(ink)) for ink in inks]
    x = y = z = 0.0
    for which, light in PRIMARIES.items():
        share = 1.0
        for area, key in zip(areas, which, strict=True):
            share *= area[key]
        x, y, z = x + share * light[0], y + share * light[1], z + share * light[2]
    return to_lab((x**NIELSEN, y**NIELSEN, z**NIELSEN))


def distance(one: Triple, other: Triple) -> float:
    """Return how far two colours are apart; hue counts more than lightness out of the gamut."""
    return 0.8 * (one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2 + (one[2] - other[2]) ** 2


def nearest(wanted: Triple, start: Inks, absent: int) -> tuple[float, Inks]:
    """Return the inks nearest to a colour with one of cyan, magenta and yellow left out."""
    inks = tuple(0.0 if n == absent else ink for n, ink in enumerate(start))
    best, step = distance(colour(inks), wanted), 0.25
    while step > 0.002:
        moved = False
        for n, sign in product([n for n in range(4) if n != absent], (1, -1)):
            tried = tuple(
                min(max(ink + sign * step, 0.0), 1.0) if n == m else ink
                for m, ink in enumerate(inks)
            )
            far = distance(colour(tried), wanted)
            if far < best - 1e-9:
                best, inks, moved = far, tried, True
        step = step if moved else step / 2
    return best, inks


def separated(wanted: Triple) -> Inks:
    """Return the inks of a colour: at most two of cyan, magenta and yellow, and black."""
    begun = product(range(3), (0.1, 0.7))
    found = [nearest(wanted, (0.4, 0.4, 0.4, black), absent) for absent, black in begun]
    return min(found, key=lambda each: each[0])[1]


def steps(count: int) -> list[float]:
    """Return the places of a grid, 0 to 1."""
    return [number / (count - 1) for number in range(count)]


def lut(kind: bytes, grid: int, inputs: int, values: Iterator[float], outputs: int) -> bytes:
    """Return a table of eight (mft1) or sixteen (mft2) bits with straight curves."""
    matrix = pack(">9i", *(65536 if n % 4 == 0 else 0 for n in range(9)))
    head = kind + bytes(4) + bytes((inputs, outputs, grid, 0)) + matrix
    if kind == b"mft1":
        curve = bytes(range(256))
        body = bytes(round(min(max(value, 0.0), 1.0) * 255) for value in values)
        return head + curve * inputs + body + curve * outputs
    curve = pack(">2H", 0, 65535)
    body = b"".join(pack(">H", round(min(max(value, 0.0), 1.0) * 65535)) for value in values)
    return head + pack(">2H", 2, 2) + curve * inputs + body + curve * outputs


def to_colours() -> Iterator[float]:
    """Yield CIELAB in eight bits' shares over the grid of inks."""
    for inks in product(steps(IN_GRID), repeat=4):
        light, a, b = colour(inks)
        yield from (light / 100, (a + 128) / 255, (b + 128) / 255)


@cache
def inks_of(place: Triple) -> Inks:
    """Return the inks of a place of the grid of colours, which counts in sixteen bits."""
    light, a, b = place
    full = 65535 / 65280
    lab = (min(light * 100 * full, 100.0), a * 255 * full - 128, b * 255 * full - 128)
    return separated(lab)


def to_inks() -> Iterator[float]:
    """Yield the inks over the grid of colours."""
    for place in product(steps(OUT_GRID), repeat=3):
        yield from inks_of(place)


def gamut() -> Iterator[float]:
    """Yield 0 for a colour that the inks reach, else 1."""
    for light, a, b in product(steps(OUT_GRID), repeat=3):
        lab = (light * 100, a * 255 - 128, b * 255 - 128)
        yield float(distance(colour(inks_of((light, a, b))), lab) > 25.0)


def text(words: str) -> bytes:
    """Return a text tag."""
    return b"text" + bytes(4) + words.encode("ascii") + b"\0"


def description(words: str) -> bytes:
    """Return a description tag, in ASCII alone."""
    data = words.encode("ascii") + b"\0"
    return b"desc" + bytes(4) + pack(">I", len(data)) + data + bytes(8) + bytes(3 + 67)


def whole(tags: dict[bytes, bytes]) -> bytes:
    """Return the profile of some tags; those of one content share it."""
    start = 128 + 4 + 12 * len(tags)
    table, body, known = b"", b"", {}
    for name, data in tags.items():
        if data not in known:
            known[data] = start + len(body)
            body += data + bytes(-len(data) % 4)
        table += name + pack(">II", known[data], len(data))
    when = pack(">6H", 2026, 11, 1, 0, 0, 0)
    white = pack(">3i", *(round(part * 65536) for part in WHITE))
    size = start + len(body)
    head = pack(">I4sI", size, bytes(4), 0x02400000) + b"prtrCMYKLab " + when + b"acsp"
    head += bytes(4 + 4 + 4 + 4 + 8 + 4) + white + bytes(4)
    return head.ljust(128, b"\0") + pack(">I", len(tags)) + table + body


def main() -> None:
    """Write the profile."""
    paper = to_xyz(SOLIDS[0, 0, 0])
    forth = lut(b"mft1", IN_GRID, 4, to_colours(), 3)
    back = lut(b"mft2", OUT_GRID, 3, to_inks(), 4)
    tags = {
        b"desc": description("Brochure, modelled coated paper (ISO 12647-2 aims)"),
        b"cprt": text("Made by the Brochure project; licence of the project"),
        b"wtpt": b"XYZ " + bytes(4) + pack(">3i", *(round(part * 65536) for part in paper)),
        **dict.fromkeys((b"A2B0", b"A2B1", b"A2B2"), forth),
        **dict.fromkeys((b"B2A0", b"B2A1", b"B2A2"), back),
        b"gamt": lut(b"mft1", OUT_GRID, 3, gamut(), 1),
    }
    (Path(__file__).parent / "icc" / "coated.icc").write_bytes(whole(tags))


if __name__ == "__main__":
    main()
