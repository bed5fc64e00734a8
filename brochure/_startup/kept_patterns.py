"""Regular expressions kept from one run to the next, compiled, as Python keeps its own modules.

To compile the hundred patterns of a check takes as long as a fifth of a build, and to import what
compiles them takes a twentieth. What they are compiled to is kept beside this module's own
bytecode, for the Python that made it, and only by the command line's own process; `re` compiles
what is not there. Python looks kept code through before it takes it, and a file that is broken, or
of another Python, is as good as none. Only patterns of the program are kept: one that is made of a
text's own words goes to `re`.
"""

from __future__ import annotations

import re
import sys

from brochure._startup.lazy_imports import ALONE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    Key = tuple[str, int]

MOST = 1000
"""How many patterns are kept; from there on the file begins anew."""
_FORM = 2
"""How the file is written."""
_kept: dict[str, bytes] | None = None
"""What the file holds, once it is read: by flags and source, packed as few are asked for, flags,
code, groups and their names."""
_new: set[Key] = set()
"""The patterns that this run had to compile."""
_known: dict[Key, re.Pattern[str]] = {}
"""The patterns that this run has."""


def compiled(source: str, flags: int = 0) -> re.Pattern[str]:
    """Return what `re.compile` does, from what an earlier run has kept if it can be.

    ``source`` is the program's own, and no text of a handout is in it.
    """
    if not ALONE:
        return re.compile(source, flags)
    flags = int(flags)  # a flag of `re` is more than a number, and cannot be kept
    found = _known.get((source, flags))
    if found is None:
        found = _known[source, flags] = _kept_or_new(source, flags)
    return found


class Pattern:
    """A pattern that is compiled when something of it is used."""

    def __init__(self, source: str, flags: int = 0) -> None:
        self._typed = source, flags

    def __getattr__(self, name: str) -> Any:
        """Return what the compiled pattern has, and keep it for the next time."""
        if name == "_typed":  # of a copy that is not filled yet
            raise AttributeError(name)
        value = getattr(compiled(*self._typed), name)
        setattr(self, name, value)
        return value

    def __reduce__(self) -> tuple[Any, ...]:
        """Return how a copy is made: compiled."""
        return re.compile, self._typed


def _kept_or_new(source: str, flags: int) -> re.Pattern[str]:
    """Return a pattern as it was kept, else compiled, and to be kept at the end of the run."""
    found = _made(source, _read().get(f"{flags} {source}"))
    if found is None:
        found = re.compile(source, flags)
        if not (_new or sys.dont_write_bytecode):
            import atexit

            atexit.register(_write)
        _new.add((source, flags))
    return found


def _made(source: str, kept: bytes | None) -> re.Pattern[str] | None:
    """Return the pattern of kept code; None if there is none, or `re` does not take it."""
    if kept is None:
        return None
    from _sre import compile as make  # type: ignore[import-not-found]
    from marshal import loads

    try:
        flags, code, groups, names, numbers = loads(kept)
        return make(source, flags, memoryview(code).cast("I").tolist(), groups, names, numbers)  # type: ignore[no-any-return]
    except (RuntimeError, TypeError, ValueError, OverflowError, EOFError):
        return None


def _place() -> str:
    """Return the name of the file, beside the bytecode of this module; "" if that has no place."""
    return beside_bytecode(getattr(__spec__, "cached", None))


def beside_bytecode(cached: str | None, name: str = "") -> str:
    """Return the file that a module keeps something in, beside its bytecode; "" if it has none."""
    return f"{cached.removesuffix('.pyc')}{name}.kept" if cached else ""


def read_kept(place: str, mark: tuple[int, ...]) -> Any:
    """Return what a file holds; None if there is none of this mark, or a broken one."""
    from marshal import loads

    try:
        with open(place, "rb") as file:  # noqa: PTH123  (no path is made for a quick start)
            held, kept = loads(file.read())
    except (OSError, ValueError, EOFError, TypeError):
        return None
    return kept if held == mark else None


def write_kept(place: str, mark: tuple[int, ...], kept: Any) -> None:
    """Keep numbers, texts and what is made of them, if the folder can be written to."""
    import os
    from contextlib import suppress
    from marshal import dumps

    beside = f"{place}.{os.getpid()}"
    try:
        with open(beside, "xb") as file:  # noqa: PTH123
            file.write(dumps((mark, kept)))
        os.replace(beside, place)  # noqa: PTH105
    except OSError:
        with suppress(OSError):
            os.unlink(beside)  # noqa: PTH108


def _version() -> tuple[int, ...]:
    """Return what the code of patterns hangs on."""
    import _sre

    return _FORM, sys.hexversion, _sre.MAGIC, _sre.CODESIZE, sys.byteorder == "little"


def _read() -> dict[str, bytes]:
    """Return what earlier runs have kept."""
    global _kept
    if _kept is None:
        held = read_kept(_place(), _version())
        _kept = held if isinstance(held, dict) else {}
    return _kept


def _write() -> None:
    """Keep what this run has compiled."""
    from marshal import dumps

    try:
        held = {f"{flags} {source}": dumps(_code(source, flags)) for source, flags in _new}
    except (ImportError, AttributeError):
        return  # a Python whose `re` is made otherwise
    if len(_read()) + len(held) <= MOST:
        held |= _read()
    write_kept(_place(), _version(), held)


def _code(source: str, flags: int) -> tuple[Any, ...]:
    """Return what `_made` makes a pattern of: flags, code, groups, their names and numbers."""
    from re import _compiler, _parser  # type: ignore[attr-defined]

    parsed = _parser.parse(source, flags)
    code = _compiler._code(parsed, flags)
    names: dict[str, int] = parsed.state.groupdict
    numbers: list[str | None] = [None] * parsed.state.groups
    for name, number in names.items():
        numbers[number] = name
    packed = b"".join(each.to_bytes(4, sys.byteorder) for each in map(int, code))
    return flags | parsed.state.flags, packed, parsed.state.groups - 1, names, tuple(numbers)
