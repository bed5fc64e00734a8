"""What a text must have for a pattern to be found in it.

A pattern is looked for only where one of its trigger words stands; so a rule that has its words
in a pattern costs next to nothing on a text without them, and nobody keeps a list of words beside
it. They are read off the pattern itself (`pattern_needs`), which takes long for all of them: those
of the program's patterns lie in `triggers.jsonl`, and a test holds that they are what is read off.
"""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterator
from marshal import dumps, loads
from pathlib import Path
from zlib import crc32

from brochure._startup.kept_patterns import beside_bytecode, read_kept, write_kept
from brochure._startup.kept_tables import mark_of
from brochure._startup.lazy_imports import ALONE
from brochure.checks.trigger_terms import Clause, Triggers
from brochure.remember import remember

TABLE = Path(__file__).with_name("triggers.jsonl")
"""The triggers of the program's own patterns: a key and its clauses in each line."""
_UNICODE = 32
"""The flag that every compiled pattern of text has."""
_MOST_KEPT = 3000
"""How many are kept."""


@remember(4096)
def triggers_of(source: str, flags: int = 0) -> Triggers:
    """Return what a text must have to hold a match; nothing if any text may.

    A word is a run of letters between other signs, and a text is compared in small letters.
    ``source`` is the program's own: what comes of it is kept from one run to the next.
    """
    key, held = key_of(source, flags), _held()
    if key not in held:
        from brochure.checks.pattern_needs import needs_of

        held[key] = _packed(needs_of(source, flags))
        _keep_at_the_end()
    return _Packed(held[key])


def key_of(source: str, flags: int = 0) -> int:
    """Return the number that a pattern's triggers are found by, compiled or as it was typed."""
    return (crc32(source.encode()) << 32) + (len(source) << 16) + (int(flags) & ~_UNICODE)


class _Packed(Collection[Clause]):
    """Triggers as they are kept: each unpacked when it is asked for, as the first tells most."""

    def __init__(self, packed: tuple[bytes, ...]) -> None:
        self._rest = list(packed)
        self._unpacked: list[Clause] = []

    def __len__(self) -> int:
        return len(self._unpacked) + len(self._rest)

    def __contains__(self, clause: object) -> bool:
        return clause in list(self)

    def __iter__(self) -> Iterator[Clause]:
        for number in range(len(self)):
            if number == len(self._unpacked):
                self._unpacked.append(loads(self._rest.pop(0)))
            yield self._unpacked[number]


def _packed(clauses: Triggers) -> tuple[bytes, ...]:
    return tuple(map(dumps, clauses))


@remember(1)
def _held() -> dict[int, tuple[bytes, ...]]:
    """Return the triggers that are known, packed as few are asked for; a run adds to them."""
    kept = read_kept(_place(), _mark()) if ALONE else None
    if isinstance(kept, dict) and len(kept) < _MOST_KEPT:
        return kept
    _keep_at_the_end()
    return {key: _packed(clauses) for key, clauses in shipped().items()}


def shipped() -> dict[int, Triggers]:
    """Return the triggers that lie beside the program, by the keys of their patterns."""
    from json import loads as loaded

    lines = TABLE.read_text("utf-8").splitlines()
    return {
        key: tuple((frozenset(words), tuple(parts)) for words, parts in clauses)
        for key, *clauses in loaded(f"[{','.join(lines)}]")
    }


@remember(1)
def _keep_at_the_end() -> None:
    """Let what this run has found be kept, if the process is the command line's own."""
    if ALONE and _place() and _mark() and not sys.dont_write_bytecode:
        import atexit

        atexit.register(lambda: write_kept(_place(), _mark(), _held()))


@remember(1)
def _mark() -> tuple[int, ...]:
    """Return what kept triggers hang on, of the table and of what reads them off; () if unknown."""
    return mark_of(str(TABLE), str(TABLE.with_name("pattern_needs.py")), __file__) or ()


def _place() -> str:
    """Return the file that triggers are kept in, beside the bytecode of this module."""
    return beside_bytecode(getattr(__spec__, "cached", None))
