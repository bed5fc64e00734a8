"""Texts with characters that no subset of a face has but a further one, or that of another face."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence, Set
from itertools import groupby
from operator import itemgetter

from brochure.pdf.objects import literal
from brochure.typeset.fonts import Face

Slots = tuple[int, ...]
"""The character of each code from 0 on, 0 where a code has none."""
Spot = tuple[int, bytes]
"""The subset and the code of a character."""

_subset = itemgetter(0)


def borrowed(
    lenders: Mapping[str, Face],
    chars: Set[str],
    slots: tuple[Slots, ...],
    others: Mapping[str, Spot],
) -> tuple[tuple[Slots, ...], dict[str, Spot], tuple[Face, ...]]:
    """Return slots and spots with those of characters of other faces, and whose subsets come last.

    In each of them the first code is that of a space.
    """
    others, faces = dict(others), tuple(dict.fromkeys(lenders[char] for char in sorted(chars)))
    for lender in faces:
        row = [" ", *sorted(char for char in chars if lenders[char] is lender)]
        for code, char in enumerate(row[1:], 2):
            others[char] = (len(slots), bytes([code]))
        slots = (*slots, (0, *map(ord, row)))
    return slots, others, faces


def operators(
    pieces: Sequence[tuple[str, float]], spot: Callable[[str], Spot], lent: int
) -> list[tuple[int, bytes]]:
    """Return the operators that show a text's pieces, each with the kern after it, by subset.

    The subsets from ``lent`` on are of other faces.
    """
    runs = []
    for piece, kern in pieces:
        spots = list(map(spot, piece))
        if len(spots) > 1 and piece[-1] == " ":
            spots[-1] = _line_end(spots[-2][0], lent)
        parts = [
            (subset, b"".join([code for _, code in group]))
            for subset, group in groupby(spots, key=_subset)
        ]
        runs += [(subset, code, 0.0) for subset, code in parts[:-1]]
        runs += [(subset, code, kern) for subset, code in parts[-1:]]
    return [
        (subset, _operator([(code, kern) for _, code, kern in group]))
        for subset, group in groupby(runs, key=_subset)
    ]


def _line_end(subset: int, lent: int) -> Spot:
    """Return the spot of a line's last space: in the subset of what stands before it.

    Readers of PDF drop a string that is nothing but a space.
    """
    return subset, b" " if subset < lent else bytes([1])


def _operator(pieces: list[tuple[bytes, float]]) -> bytes:
    """Return the operator that shows coded pieces, each with the kern after it."""
    kerns = [b"%d" % round(-1000 * kern) if kern else b"" for _, kern in pieces]
    if not any(kerns):
        return b"(%b) Tj" % literal(b"".join([code for code, _ in pieces]))
    parts = [
        b"(%b)%b" % (literal(code), kern) for (code, _), kern in zip(pieces, kerns, strict=True)
    ]
    return b"[%b] TJ" % b"".join(parts)
