"""Texts that part after their signs: an address at commas, and not inside "Los Angeles"."""

from __future__ import annotations

from itertools import pairwise

from brochure.remember import remember
from brochure.typeset.line_breaking import Run, Shaped

COMMAS, STOPS = frozenset(",،、，՝፣"), frozenset("?!.؟։።।。？！")
"""The signs that part the lines of an address, and those that end a sentence."""

KNOWN_PARTED = 256
"""How many such texts a process remembers: a clinic's handouts share them."""


def keep_pieces(shaped: Shaped, most: float, signs: frozenset[str] = COMMAS) -> Shaped:
    """Return a text whose words from sign to sign stay on a line, if so many ems hold them."""
    return _kept(shaped, most, signs).at(shaped.source)


@remember(KNOWN_PARTED)
def _kept(shaped: Shaped, most: float, signs: frozenset[str]) -> Shaped:
    words: list[tuple[Run, ...]] = []
    starts, ends, glued = [], [], []
    for first, stop in pairwise(_piece_ends(shaped, signs)):
        whole = shaped.ends[stop - 1] - shaped.starts[first] <= most
        whole = whole and shaped.glued.isdisjoint(range(first, stop))
        for a, b in [(first, stop)] if whole else [(n, n + 1) for n in range(first, stop)]:
            glued += [len(words)] if a in shaped.glued else []
            words.append(_one_word(shaped.words[a:b]))
            starts.append(shaped.starts[a])
            ends.append(shaped.ends[b - 1])
    return Shaped(tuple(words), shaped.styles, tuple(starts), tuple(ends), frozenset(glued))


def _piece_ends(shaped: Shaped, signs: frozenset[str]) -> list[int]:
    """Return where pieces begin and end: 0, the word behind each sign, the number of words."""
    last = ["".join([part for part, _ in word]).rstrip(" ")[-1:] for word in shaped.words]
    ends = [number for number, sign in enumerate(last, 1) if sign in signs]
    return sorted({0, *ends, len(last)})


def _one_word(words: tuple[tuple[Run, ...], ...]) -> tuple[Run, ...]:
    """Return words as one, their spaces kept in the style of the word before."""
    runs = list(words[0])
    for word in words[1:]:
        text, style = runs[-1]
        runs[-1] = (text + " ", style)
        runs += word
    merged: list[Run] = []
    for text, style in runs:
        if merged and merged[-1][1] == style:
            merged[-1] = (merged[-1][0] + text, style)
        else:
            merged.append((text, style))
    return tuple(merged)
