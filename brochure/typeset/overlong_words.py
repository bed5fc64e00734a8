"""Words wider than any column, cut into pieces that may stand on lines of their own."""

from __future__ import annotations

from collections.abc import Callable

SIGNS = "/-._?&=@ –—"
"""What an address, or another long word, is best cut after."""


def pieces(text: str, most: float, width: Callable[[str], float]) -> list[str]:
    """Cut an overlong word into pieces no wider than ``most`` ems, after a sign if there is one."""
    pieces, piece, breakable = [], "", 0
    for char in text:
        if piece and width(piece + char) > most:
            cut = breakable if breakable > len(piece) // 3 else len(piece)
            pieces.append(piece[:cut])
            piece, breakable = piece[cut:], 0
        piece += char
        if char in SIGNS:
            breakable = len(piece)
    return [*pieces, piece]
