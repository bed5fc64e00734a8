"""The outlines of TrueType glyphs: to prove, to compare and to draw them (OpenType, glyf)."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import accumulate, pairwise
from math import hypot
from struct import error as StructError  # noqa: N812
from struct import unpack_from

from brochure._startup.records import dataclass
from brochure.typeset.sfnt import Sfnt

MOST_DEPTH = 8
MOST_PIECES = 300
"""Glyphs that one is put together from, all in all."""
ON_CURVE, X_BYTE, Y_BYTE, REPEAT, X_SAME, Y_SAME = 1, 2, 4, 8, 16, 32
WORDS, OFFSETS, SCALE, MORE, TWO_SCALES, MATRIX, SCALED = 1, 2, 8, 32, 64, 128, 2048
"""Bits of a piece: its two numbers are words, and offsets, not points that meet; how it is
scaled; whether another one follows; whether its offset is scaled, too."""
NUMBERS = {0: 0, SCALE: 1, TWO_SCALES: 2, MATRIX: 4}
"""How many numbers say how a piece is scaled."""
ONE = 1 << 14
"""The number 1 in 2.14 fixed point."""


@dataclass(frozen=True, slots=True)
class Strokes:
    """A glyph that is drawn itself: where its contours end, and each step from point to point."""

    ends: tuple[int, ...] = ()
    on_curve: tuple[bool, ...] = ()
    across: tuple[int, ...] = ()
    up: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Piece:
    """A glyph that is a part of another one: its flags, its place, and how it is scaled."""

    flags: int
    first: int
    second: int
    scale: tuple[int, ...]
    number: int


Outline = tuple[Strokes | tuple[int, ...], ...]
"""Of each part: its strokes; or, if it is another glyph, how that is moved."""
Point = tuple[float, float, bool]
"""Abscissa and ordinate in units, and whether the point lies on the curve."""


def outline(font: Sfnt, number: int) -> Outline:
    """Return a glyph's outline; raise ValueError with the rest of a sentence if it is broken."""
    parts: list[Strokes | tuple[int, ...]] = []
    try:
        _collect(font, number, parts, 0)
    except (StructError, IndexError) as error:
        raise broken() from error
    return tuple(parts)


def broken() -> ValueError:
    """Return the refusal of a glyph that breaks off."""
    return ValueError("is damaged (a letter breaks off): copy or download it again")


def _read(font: Sfnt, number: int) -> Strokes | list[Piece]:
    """Return a glyph as the file has it: drawn, or put together."""
    if number >= len(font.places) - 1:
        raise broken()
    data = font.glyph(number)
    if not data:
        return Strokes()
    contours = unpack_from(">h", data)[0]
    return _simple(data, contours) if contours >= 0 else _pieces(data)


def _collect(font: Sfnt, number: int, parts: list[Strokes | tuple[int, ...]], depth: int) -> None:
    if depth > MOST_DEPTH or len(parts) > MOST_PIECES:
        raise broken()
    glyph = _read(font, number)
    if isinstance(glyph, Strokes):
        parts += [glyph] if font.glyph(number) else []
        return
    for piece in glyph:
        parts.append((piece.first, piece.second, *piece.scale))
        _collect(font, piece.number, parts, depth + 1)


def _pieces(data: bytes) -> list[Piece]:
    """Return the parts of a glyph that is put together."""
    found, at, flags = [], 10, MORE
    while flags & MORE:
        flags, number = unpack_from(">HH", data, at)
        kind = "H" if flags & WORDS else "B"
        kind = kind.lower() if flags & OFFSETS else kind
        first, second = unpack_from(f">2{kind}", data, at + 4)
        at += 8 if flags & WORDS else 6
        count = next((NUMBERS[bit] for bit in (SCALE, TWO_SCALES, MATRIX) if flags & bit), 0)
        scale = unpack_from(f">{count}h", data, at)
        at += 2 * count
        found.append(Piece(flags, first, second, scale, number))
    return found


def _simple(data: bytes, contours: int) -> Strokes:
    """Return the ends of the contours and the points of a glyph that is drawn itself."""
    if not contours:
        return Strokes()
    ends = unpack_from(f">{contours}H", data, 10)
    if list(ends) != sorted(set(ends)):
        raise broken()
    count, at = ends[-1] + 1, 10 + 2 * contours
    at += 2 + unpack_from(">H", data, at)[0]
    flags: list[int] = []
    while len(flags) < count:
        flag = data[at]
        at += 1
        flags.append(flag)
        if flag & REPEAT:
            flags += [flag] * data[at]
            at += 1
    if len(flags) > count:
        raise broken()
    across, at = _moves(data, at, flags, X_BYTE, X_SAME)
    up, at = _moves(data, at, flags, Y_BYTE, Y_SAME)
    if at > len(data):
        raise broken()
    return Strokes(ends, tuple([bool(flag & ON_CURVE) for flag in flags]), across, up)


def _moves(
    data: bytes, at: int, flags: Iterable[int], byte: int, same: int
) -> tuple[tuple[int, ...], int]:
    """Return the steps from point to point along one axis, and where they end."""
    moves = []
    for flag in flags:
        if flag & byte:
            moves.append(data[at] if flag & same else -data[at])
            at += 1
        elif flag & same:
            moves.append(0)
        else:
            moves.append(unpack_from(">h", data, at)[0])
            at += 2
    return tuple(moves), at


def contours(font: Sfnt, number: int, depth: int = 0) -> list[list[Point]]:
    """Return the contours of a glyph, those of its parts in their places.

    Raises ValueError with the rest of a sentence if it is broken.
    """
    if depth > MOST_DEPTH:
        raise broken()
    try:
        glyph = _read(font, number)
    except (StructError, IndexError) as error:
        raise broken() from error
    if isinstance(glyph, Strokes):
        steps = accumulate(glyph.across), accumulate(glyph.up), glyph.on_curve
        points: list[Point] = [(float(x), float(y), on) for x, y, on in zip(*steps, strict=True)]
        bounds = pairwise([0, *[end + 1 for end in glyph.ends]])
        return [points[start:stop] for start, stop in bounds]
    found: list[list[Point]] = []
    for piece in glyph:
        found += _placed(piece, contours(font, piece.number, depth + 1), found)
        if len(found) > MOST_PIECES:
            raise broken()
    return found


def _placed(piece: Piece, part: list[list[Point]], before: list[list[Point]]) -> list[list[Point]]:
    """Return a part's contours scaled and moved; its points may be hung on those before it."""
    a, b, c, d = _matrix(piece.scale)
    turned = [[(a * x + c * y, b * x + d * y, on) for x, y, on in contour] for contour in part]
    right, high = float(piece.first), float(piece.second)
    if not piece.flags & OFFSETS:
        here = [point for contour in before for point in contour]
        there = [point for contour in turned for point in contour]
        if piece.first >= len(here) or piece.second >= len(there):
            raise broken()
        right = here[piece.first][0] - there[piece.second][0]
        high = here[piece.first][1] - there[piece.second][1]
    elif piece.flags & SCALED:
        right, high = right * hypot(a, c), high * hypot(b, d)
    return [[(x + right, y + high, on) for x, y, on in contour] for contour in turned]


def _matrix(scale: tuple[int, ...]) -> tuple[float, float, float, float]:
    """Return the numbers of a scale as a matrix."""
    numbers = [each / ONE for each in scale]
    if len(numbers) == 4:
        a, b, c, d = numbers
        return a, b, c, d
    across, up = (numbers * 2)[:2] if numbers else (1.0, 1.0)
    return across, 0.0, 0.0, up


def draw_alike(one: Sfnt, other: Sfnt, text: str) -> bool:
    """Return whether two fonts draw a text with the same outlines and widths."""
    for char in map(ord, text):
        a, b = one.characters.get(char), other.characters.get(char)
        if (a is None) != (b is None):
            return False
        if a is None or b is None:
            continue
        if one.advances[a] * other.units != other.advances[b] * one.units:
            return False
        if outline(one, a) != outline(other, b):
            return False
    return True
