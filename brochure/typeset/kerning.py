"""A family's kerning pairs, as they stand in the file beside its regular face."""

from __future__ import annotations

from itertools import repeat
from operator import add
from pathlib import Path

KERNING = "kerning.txt"
"""The pairs of a family, beside its regular face; a family may have none."""
MOST_MOVE = 1000
"""Thousandths of an em; a pair that moves further is a slip of the hand."""

Pairs = dict[str, float]


def read_kerning(path: Path, roles: tuple[str, ...]) -> dict[str, list[str]]:
    """Return the lines of each face's kerning pairs; none where the file is absent.

    Raises ValueError, with a sentence, for a file that is no plain text or begins with no face.
    """
    lines: dict[str, list[str]] = {}
    if not path.is_file():
        return lines
    try:
        text = path.read_text("utf-8")
    except UnicodeDecodeError as error:
        raise ValueError(f"`{KERNING}` is not plain text: save it again, or delete it") from error
    current: list[str] | None = None
    for line in text.split("\n"):
        if line in roles:
            current = lines.setdefault(line, [])
        elif line.strip() and line[0] != "#":
            if current is None:
                raise ValueError(f"`{KERNING}` needs a line `regular` above {_shown(line)}")
            current.append(line)
    return lines


def pairs_of(lines: list[str]) -> Pairs:
    """Return kerning pairs in ems; a line is thousandths of an em and the pairs they move."""
    pairs: Pairs = {}
    for line in lines:
        move, _, moved = line.partition(" ")
        digits = move.removeprefix("-")
        if not (digits.isascii() and digits.isdecimal() and moved) or len(moved) % 2:
            raise ValueError(f"`{KERNING}` needs a number, a space and pairs, not {_shown(line)}")
        if len(digits) > 5 or int(digits) > MOST_MOVE:
            raise ValueError(
                f"`{KERNING}` moves letters by more than a whole em in {_shown(line)}:"
                f" {MOST_MOVE} is the most"
            )
        if " " in moved:
            raise ValueError(f"`{KERNING}` has a space in the pairs of {_shown(line)}")
        pairs.update(zip(map(add, moved[::2], moved[1::2]), repeat(int(move) / 1000.0)))
    return pairs


def _shown(line: str) -> str:
    return repr(line[:20])
