"""Pictures that a camera left lying: how EXIF says they are turned (CIPA DC-008, Orientation)."""

from __future__ import annotations

from struct import Struct
from struct import error as StructError  # noqa: N812

ORIENTATION = 0x0112
ON_ITS_SIDE = 5
"""From this orientation on, width and height change places."""


def orientation(tiff: bytes) -> int:
    """Return the orientation of an EXIF block, 1 to 8; 1 where it has none that can be read."""
    order = "<" if tiff[:2] == b"II" else ">"
    short, long = Struct(order + "H"), Struct(order + "I")
    try:
        (start,) = long.unpack_from(tiff, 4)
        (count,) = short.unpack_from(tiff, start)
        for at in range(start + 2, start + 2 + 12 * count, 12):
            if short.unpack_from(tiff, at) == (ORIENTATION,):
                turn = int(short.unpack_from(tiff, at + 8)[0])
                return turn if 1 <= turn <= 8 else 1
    except StructError:
        pass
    return 1


def shown_size(width: int, height: int, turn: int) -> tuple[int, int]:
    """Return a picture's width and height as it is shown."""
    return (height, width) if turn >= ON_ITS_SIDE else (width, height)
