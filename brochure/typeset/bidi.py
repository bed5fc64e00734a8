"""The order of letters on a line: the Unicode Bidirectional Algorithm (UAX #9), revision 48.

Embeddings and overrides take no part, as no text may hold them; isolates and brackets do. Only
texts of languages that run from right to left come here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from unicodedata import bidirectional

LRI, RLI, FSI, PDI = "\u2066", "\u2067", "\u2068", "\u2069"
DEEPEST = 125
PAIRS = "()[]{}⁅⁆⁽⁾₍₎⌈⌉⌊⌋⟦⟧⟨⟩⟪⟫⦃⦄⸢⸣⸤⸥〈〉《》「」『』【】〔〕〖〗〘〙〚〛（）［］｛｝｟｠｢｣"
CLOSING = dict(zip(PAIRS[::2], PAIRS[1::2], strict=True))
"""Brackets that belong together (Unicode, BidiBrackets.txt)."""
_CLOSERS = frozenset(CLOSING.values())
_MOST_OPEN = 63
_NEUTRAL = frozenset(("B", "S", "WS", "ON", "LRI", "RLI", "FSI", "PDI"))
_REMOVED = frozenset(("LRE", "RLE", "LRO", "RLO", "PDF", "BN"))
_STRONG = {"L": "L", "R": "R", "AL": "R", "EN": "R", "AN": "R"}

Isolate = tuple[int, int, str]
"""Where a stretch of a text begins and ends that is ordered by itself, and LRI, RLI or FSI."""


def levels(text: str, base: int, isolates: Iterable[Isolate] = ()) -> list[int]:
    """Return the embedding level of each character of a paragraph; odd ones run from the right.

    ``base`` is the paragraph's own, 0 or 1. The isolates are in order and do not overlap.
    """
    marked, places = _marked(text, isolates)
    found = _resolved(marked, base)
    return [found[place] for place in places]


def _marked(text: str, isolates: Iterable[Isolate]) -> tuple[str, list[int]]:
    """Return a text with its isolates between marks, and where its characters stand in it."""
    opens = {start: mark for start, _, mark in isolates} if isolates else {}
    closes = {stop for _, stop, _ in isolates}
    parts: list[str] = []
    places = []
    for index, char in enumerate(text):
        if index in closes:
            parts.append(PDI)
        if index in opens:
            parts.append(opens[index])
        places.append(len(parts))
        parts.append(char)
    return "".join(parts), places


def _resolved(text: str, base: int) -> list[int]:
    """Return the level of each character, isolates' marks included."""
    kinds = [bidirectional(char) or "L" for char in text]
    matches = _matches(kinds)
    found = _explicit(text, kinds, matches, base)
    for sequence in _sequences(kinds, found, matches):
        _resolve(text, kinds, found, sequence, base, matches)
    return _with_removed(kinds, found, base)


def _with_removed(kinds: list[str], found: list[int], base: int) -> list[int]:
    """Give what takes no part the level of what stands before it."""
    last = base
    for index, kind in enumerate(kinds):
        if kind in _REMOVED:
            found[index] = last
        last = found[index]
    return found


# ------------------------------------------------------------- explicit levels (X1-X10)


def _matches(kinds: Sequence[str]) -> dict[int, int]:
    """Return the PDI of each isolate initiator that has one (BD9)."""
    opened: list[int] = []
    found = {}
    for index, kind in enumerate(kinds):
        if kind in ("LRI", "RLI", "FSI"):
            opened.append(index)
        elif kind == "PDI" and opened:
            found[opened.pop()] = index
    return found


def _first_strong(kinds: Sequence[str], matches: dict[int, int], start: int, stop: int) -> int:
    """Return the level that the first strong character of a stretch asks for (P2, P3)."""
    index = start
    while index < stop:
        kind = kinds[index]
        if kind in ("L", "R", "AL"):
            return int(kind != "L")
        index = matches.get(index, stop if kind in ("LRI", "RLI", "FSI") else index) + 1
    return 0


def _explicit(text: str, kinds: list[str], matches: dict[int, int], base: int) -> list[int]:
    """Return the levels that isolates alone give (X1 to X8)."""
    stack, overflow, found = [base], 0, []
    for index, kind in enumerate(kinds):
        if kind == "PDI":
            if overflow:
                overflow -= 1
            elif len(stack) > 1:
                stack.pop()
        found.append(base if kind == "B" else stack[-1])
        if kind in ("LRI", "RLI", "FSI"):
            right = kind == "RLI"
            if kind == "FSI":
                stop = matches.get(index, len(kinds))
                right = bool(_first_strong(kinds, matches, index + 1, stop))
            deeper = (stack[-1] + 1) | 1 if right else (stack[-1] + 2) & ~1
            if deeper <= DEEPEST and not overflow:
                stack.append(deeper)
            else:
                overflow += 1
    return found


def _sequences(
    kinds: Sequence[str], found: Sequence[int], matches: dict[int, int]
) -> Iterator[list[int]]:
    """Yield the isolating run sequences as places in the text (X10, BD13)."""
    runs: list[list[int]] = []
    for index, kind in enumerate(kinds):
        if kind in _REMOVED:
            continue
        if runs and found[runs[-1][-1]] == found[index]:
            runs[-1].append(index)
        else:
            runs.append([index])
    starts = {run[0]: run for run in runs}
    pairs = {stop: start for start, stop in matches.items()}
    for run in runs:
        if run[0] in pairs:
            continue  # it goes on the run that opened the isolate
        sequence = list(run)
        while sequence[-1] in matches and matches[sequence[-1]] in starts:
            sequence += starts[matches[sequence[-1]]]
        yield sequence


# ------------------------------------------------------------- weak types (W1-W7)


def _weak(types: list[str], sos: str) -> None:
    """Resolve numbers and the signs about them in one sequence."""
    strong, before = sos, sos
    for index, kind in enumerate(types):
        if kind == "NSM":
            types[index] = "ON" if before in ("LRI", "RLI", "FSI", "PDI") else before
        elif kind == "EN" and strong == "AL":
            types[index] = "AN"
        if kind in ("L", "R", "AL"):
            strong = kind
        before = types[index]
    types[:] = ["R" if kind == "AL" else kind for kind in types]
    for index in range(1, len(types) - 1):
        left, kind, right = types[index - 1 : index + 2]
        if left == right and (
            (kind in ("ES", "CS") and left == "EN") or (kind, left) == ("CS", "AN")
        ):
            types[index] = left
    _terminators(types)
    strong = sos
    for index, kind in enumerate(types):
        if kind in ("ES", "ET", "CS"):
            types[index] = "ON"
        elif kind == "EN" and strong == "L":
            types[index] = "L"
        if kind in ("L", "R"):
            strong = kind


def _terminators(types: list[str]) -> None:
    """Make signs such as % part of the number beside them (W5)."""
    index = 0
    while index < len(types):
        stop = index
        while stop < len(types) and types[stop] == "ET":
            stop += 1
        beside = (types[index - 1] if index else "", types[stop] if stop < len(types) else "")
        if stop > index and "EN" in beside:
            types[index:stop] = ["EN"] * (stop - index)
        index = stop + 1


# ------------------------------------------------------------- neutrals (N0-N2, I1-I2)


def _brackets(chars: Sequence[str], types: Sequence[str]) -> list[tuple[int, int]]:
    """Return the pairs of brackets of a sequence, by their opening ones (BD16)."""
    opened: list[tuple[str, int]] = []
    pairs = []
    for index, (char, kind) in enumerate(zip(chars, types, strict=True)):
        if kind != "ON":
            continue
        if char in CLOSING:
            if len(opened) == _MOST_OPEN:
                return []
            opened.append((CLOSING[char], index))
        elif char in _CLOSERS:
            at = next((n for n in range(len(opened) - 1, -1, -1) if opened[n][0] == char), None)
            if at is not None:
                pairs.append((opened[at][1], index))
                del opened[at:]
    return sorted(pairs)


def _set_brackets(
    chars: Sequence[str], types: list[str], first: Sequence[str], sos: str, own: str
) -> None:
    """Give pairs of brackets the direction of what they hold, or of what they stand in (N0)."""
    for start, stop in _brackets(chars, types):
        inside = {_STRONG[kind] for kind in types[start + 1 : stop] if kind in _STRONG}
        if not inside:
            continue
        way = own
        if own not in inside:
            before = next((_STRONG[k] for k in reversed(types[:start]) if k in _STRONG), sos)
            way = before if before != own else own
        for place in (start, stop):
            types[place] = way
            after = place + 1
            while after < len(first) and first[after] == "NSM":
                types[after] = way
                after += 1


def _neutrals(types: list[str], sos: str, eos: str, own: str) -> None:
    """Give what has no direction that of both its neighbours, or else the level's (N1, N2)."""
    index = 0
    while index < len(types):
        stop = index
        while stop < len(types) and types[stop] in _NEUTRAL:
            stop += 1
        if stop > index:
            before = _STRONG[types[index - 1]] if index else sos
            after = _STRONG[types[stop]] if stop < len(types) else eos
            types[index:stop] = [before if before == after else own] * (stop - index)
        index = stop + 1


def _resolve(
    text: str,
    kinds: list[str],
    found: list[int],
    sequence: list[int],
    base: int,
    matches: dict[int, int],
) -> None:
    """Resolve one isolating run sequence in place."""
    level = found[sequence[0]]
    own = "R" if level % 2 else "L"
    before = next((i for i in range(sequence[0] - 1, -1, -1) if kinds[i] not in _REMOVED), None)
    last = sequence[-1]
    after = None
    if kinds[last] not in ("LRI", "RLI", "FSI") or last in matches:
        after = next((i for i in range(last + 1, len(text)) if kinds[i] not in _REMOVED), None)
    outer = [base if place is None else found[place] for place in (before, after)]
    sos, eos = ("R" if max(level, each) % 2 else "L" for each in outer)
    first = [kinds[place] for place in sequence]
    types = list(first)
    _weak(types, sos)
    _set_brackets([text[place] for place in sequence], types, first, sos, own)
    _neutrals(types, sos, eos, own)
    for place, kind in zip(sequence, types, strict=True):
        if level % 2:
            found[place] = level + (kind in ("L", "EN", "AN"))
        else:
            found[place] = level + (1 if kind == "R" else 2 if kind in ("EN", "AN") else 0)


# ------------------------------------------------------------- a line (L2)


def visual_order(found: Sequence[int]) -> list[int]:
    """Return the places of runs, or characters, of these levels from left to right (L2)."""
    order = list(range(len(found)))
    for level in range(max(found, default=0), 0, -1):
        start = 0
        while start < len(order):
            stop = start
            while stop < len(order) and found[order[stop]] >= level:
                stop += 1
            order[start:stop] = order[start:stop][::-1]
            start = stop + 1
    return order
