"""Tables that take long to make, kept from one run to the next beside Python's own bytecode.

What a table is made of, text and program, decides whether the kept one is taken; so it need not be
thrown away by hand. Only the command line's own process keeps any, under the same switches as
`kept_patterns`; a file that is broken, or of another Python, is as good as none.
"""

from __future__ import annotations

import sys

from brochure._startup.kept_patterns import beside_bytecode, read_kept, write_kept
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
    mark = mark_of(*sources)
    if mark is None:
        return make()
    found = read_kept(place, mark)
    if found is None:
        found = make()
        if not sys.dont_write_bytecode:
            write_kept(place, mark, found)
    return found


def _place(name: str) -> str:
    """Return the file that a table is kept in, beside the bytecode of this module."""
    return beside_bytecode(getattr(__spec__, "cached", None), f".{name}")


def mark_of(*sources: str) -> tuple[int, ...] | None:
    """Return what a table hangs on: the Python, and the sizes and times of files; None of none.

    An install may have no sources: then nothing is kept.
    """
    import os

    try:
        found = [os.stat(source) for source in sources]  # noqa: PTH116  (no path is made)
    except OSError:
        return None
    return (sys.hexversion, *(n for each in found for n in (each.st_size, each.st_mtime_ns)))
