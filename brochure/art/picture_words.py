"""Limits of pictures, and the words for those that are damaged or too large."""

from __future__ import annotations

MOST_PARTS = 100_000
"""Chunks or segments in a file; only an attack has more."""

MOST_SIDE = 20_000
"""Pixels; no paper shows as many."""


def damaged(why: str) -> ValueError:
    """Return the refusal of a picture that is broken in a known way."""
    return ValueError(f"the picture is damaged: {why}; save it again")


def cut_short() -> ValueError:
    """Return the refusal of a picture whose end is missing."""
    return ValueError("the picture is damaged: the file ends too early; copy or save it again")


def check_size(width: int, height: int, most: int) -> None:
    """Raise ValueError for a picture without pixels, or with more than ``most``."""
    if not width or not height:
        raise ValueError("the picture is damaged: its width or height is zero")
    if max(width, height) > MOST_SIDE:
        raise ValueError(
            f"the picture has {width} × {height} pixels, more than the {MOST_SIDE:,} allowed along"
            " one side; save it smaller, 3,000 pixels wide is plenty"
        )
    if width * height > most:
        raise ValueError(
            f"the picture has {width} × {height} pixels, more than the"
            f" {most // 10**6} million allowed; save it smaller, 3,000 pixels wide is plenty"
        )
