"""The outlines of a TrueType font's glyphs, read to prove and to compare them (OpenType, glyf)."""

from __future__ import annotations

from collections.abc import Iterable
from struct import error as StructError  # noqa: N812
from struct import unpack_from

from brochure.typeset.sfnt import Sfnt

MOST_DEPTH = 8
MOST_PIECES = 300
"""Glyphs that one is put together from, all in all."""
ON_CURVE, X_BYTE, Y_BYTE, REPEAT, X_SAME, Y_SAME = 1, 2, 4, 8, 16, 32
WORDS, SCALE, MORE, TWO_SCALES, MATRIX = 1, 8, 32, 64, 128

Outline = tuple[tuple[int, ...], ...]
"""Of each part: where its contours end, then the abscissas, then the ordinates; or how it is
moved, if it is another glyph."""


def outline(font: Sfnt, number: int) -> Outline:
    """Return a glyph's outline; raise ValueError with the rest of a sentence if it is broken."""
    parts: list[tuple[int, ...]] = []
    try:
        _collect(font, number, parts, 0)
    except (StructError, IndexError) as error:
        raise broken() from error
    return tuple(parts)


def broken() -> ValueError:
    """Return the refusal of a glyph that breaks off."""
    return ValueError("is damaged (a letter breaks off): copy or download it again")


def _collect(font: Sfnt, number: int, parts: list[tuple[int, ...]], depth: int) -> None:
    if number >= len(font.places) - 1 or depth > MOST_DEPTH or len(parts) > MOST_PIECES:
        raise broken()
    data = font.glyph(number)
    if not data:
        return
    contours = unpack_from(">h", data)[0]
    if contours >= 0:
        parts.append(_simple(data, contours))
        return
    at, flags = 10, MORE
    while flags & MORE:
        flags, piece = unpack_from(">HH", data, at)
        size = (4 if flags & WORDS else 2) + (
            2 if flags & SCALE else 4 if flags & TWO_SCALES else 8 if flags & MATRIX else 0
        )
        if at + 4 + size > len(data):
            raise broken()
        parts.append((-1, *data[at + 4 : at + 4 + size]))
        _collect(font, piece, parts, depth + 1)
        at += 4 + size


def _simple(data: bytes, contours: int) -> tuple[int, ...]:
    """Return the ends of the contours and the points of a glyph that is drawn itself."""
    if not contours:
        return ()
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
    return (*ends, *across, *up)


def _moves(
    data: bytes, at: int, flags: Iterable[int], byte: int, same: int
) -> tuple[list[int], int]:
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
    return moves, at


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
