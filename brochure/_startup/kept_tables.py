"""Tables that take long to make, kept from one run to the next beside Python's own bytecode.

What a table is made of, text and program, decides whether the kept one is taken; so it need not be
thrown away by hand. Only the command line's own process keeps any, under the same switches as
`kept_patterns`; a file that is broken, or of another Python, is as good as none.
"""

from __future__ import annotations

import sys

from brochure._startup.lazy_imports import ALONE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any


def kept_table(name: str, sources: tuple[str, ...], make: Callable[[], Any]) -> Any:
    """Return what ``make`` returns, from an earlier run if the files ``sources`` are the same.

    It is made of numbers, texts, tuples, lists, sets and dictionaries alone.
    """
    place = _place(name) if ALONE else ""
    if not place:
        return make()
    mark = _mark(sources)
    found = _read(place, mark)
    if found is None:
        found = make()
        if not sys.dont_write_bytecode:
            _write(place, mark, found)
    return found


def _place(name: str) -> str:
    """Return the file that a table is kept in, beside the bytecode of this module."""
    cached = getattr(__spec__, "cached", None) or ""
    return f"{cached.removesuffix('.pyc')}.{name}.kept" if cached else ""


def _mark(sources: tuple[str, ...]) -> tuple[int, ...]:
    """Return what a table hangs on: the Python, and the sizes and times of files."""
    import os

    found = [os.stat(source) for source in sources]  # noqa: PTH116  (no path is made)
    return (sys.hexversion, *(n for each in found for n in (each.st_size, each.st_mtime_ns)))


def _read(place: str, mark: tuple[int, ...]) -> Any:
    """Return the table of a file; None if there is none of this mark."""
    from marshal import loads

    try:
        with open(place, "rb") as file:  # noqa: PTH123
            held, table = loads(file.read())
    except (OSError, ValueError, EOFError, TypeError):
        return None
    return table if held == mark else None


def _write(place: str, mark: tuple[int, ...], table: Any) -> None:
    """Keep a table, if the folder can be written to."""
    import os
    from marshal import dumps

    beside = f"{place}.{os.getpid()}"
    try:
        with open(beside, "xb") as file:  # noqa: PTH123
            file.write(dumps((mark, table)))
        os.replace(beside, place)  # noqa: PTH105
    except OSError:
        return
