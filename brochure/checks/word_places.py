"""Where the words of a long list lie, by their first three letters, so that few bytes are read.

A list is a file of lines that begin with a word, more or less in order. What is kept of it is one
string of numbers: to open that takes no longer than to copy it.
"""

from __future__ import annotations

from functools import partial

from brochure._startup.kept_tables import kept_table

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from mmap import mmap

    Lines = bytes | mmap

LETTERS = 3
"""How many letters of a word its place is found by."""
_KINDS = 27
_KIND = bytes(byte - 96 if 97 <= byte <= 122 else 0 for byte in range(256))
"""The number of each letter of English in small letters; whatever else stands there is 0."""
_WIDE = 4
"""The bytes of a number."""


def places_of(name: str, sources: tuple[str, ...], read: Callable[[], Lines]) -> bytes:
    """Return from where to where the lines begin alike, of a list that ``read`` opens if need be.

    Two numbers for each beginning. They are kept as long as the files ``sources`` are the same.
    """
    kept: bytes = kept_table(f"places-{name}", (*sources, __file__), partial(_found, read))
    return kept


def rest_of_line(word: bytes, end: bytes, lines: Lines, places: bytes) -> bytes | None:
    """Return what stands behind a word and ``end`` in the line that begins so; None if none does.

    Where several lines do, that of the first.
    """
    at = 2 * _WIDE * _cell(word)
    low = int.from_bytes(places[at : at + _WIDE], "little")
    high = int.from_bytes(places[at + _WIDE : at + 2 * _WIDE], "little")
    near = lines[low - 1 : high] if low else b"\n" + lines[:high]
    wanted = b"\n%b%b" % (word, end)
    start = near.find(wanted)
    if start < 0:
        return None
    stop = near.find(b"\n", start + len(wanted))
    return near[start + len(wanted) : stop if stop >= 0 else None]


def _cell(start: bytes) -> int:
    """Return the number of a beginning."""
    one, two, three = start[:LETTERS].ljust(LETTERS).translate(_KIND)
    return (one * _KINDS + two) * _KINDS + three


def _found(read: Callable[[], Lines]) -> bytes:
    """Return the places of a list; lines out of order make a place longer."""
    lows, highs = [0] * _KINDS**LETTERS, [0] * _KINDS**LETTERS
    for start, low, high in _runs(bytes(read())):
        cell = _cell(start)
        lows[cell], highs[cell] = lows[cell] if highs[cell] else low, high
    numbers = (number for pair in zip(lows, highs, strict=True) for number in pair)
    return b"".join(number.to_bytes(_WIDE, "little") for number in numbers)


def _runs(lines: bytes) -> Iterator[tuple[bytes, int, int]]:
    """Yield how lines begin, with where the run of those that begin so starts and stops."""
    low = at = 0
    before = lines[:LETTERS]
    for line in lines.splitlines(keepends=True):
        if not line.startswith(before):
            yield before, low, at
            low, before = at, line[:LETTERS]
        at += len(line)
    yield before, low, at
