"""The console entry's switches: a process that is the command line's own, and how to leave it.

Who uses Brochure as a library shares the process, and may have threads; there every module is
imported whole, nothing is put off, and the collector of garbage is left alone.
"""

from __future__ import annotations

import os
import sys
from importlib import import_module

from brochure._startup.lazy_imports import ALONE, Names, deferring, later, put_off
from brochure._startup.quick_finder import begin as begin_finding

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn

SWITCH = "BROCHURE_PLAIN_IMPORTS"
"""The environment variable that turns all of this off, unless it is empty or 0."""

BESIDE_PATHS: dict[str, Names] = {
    "fnmatch": {},
    "ntpath": {},
    "urllib.parse": later("urllib.parse", "quote_from_bytes"),
}
"""What `pathlib` brings for patterns, another system's paths and web addresses."""
FLAGS = {"A": 256, "ASCII": 256, "DOTALL": 16, "I": 2, "IGNORECASE": 2, "M": 8, "MULTILINE": 8}
PUT_OFF: dict[str, Names] = {"re": {**FLAGS, "S": 16, "X": 64, "VERBOSE": 64}}
"""What is not imported until more is used of it: patterns are kept (`kept_patterns`), and to name
them takes their flags."""


def take_over() -> None:
    """Make the process ours alone: put modules off, and leave garbage to the end of the process.

    Called by the console entry before all else, and by nobody else. SWITCH forbids it.
    """
    if os.environ.get(SWITCH, "") in ("", "0"):
        import gc

        gc.disable()  # a short run ends before collecting would pay
        _put_off()


def leave(code: int) -> NoReturn:
    """End the process with an exit code; if it is ours alone, without taking it to pieces first.

    Every file is closed by then. A process in which threads were used, in which somebody asked to
    be called at its end, or which cannot say what it has to say, ends as usual.
    """
    if ALONE:
        import atexit
        import gc

        awaited = getattr(atexit, "_ncallbacks", lambda: 1)() or "threading" in sys.modules
        if not awaited and _flushed():
            os._exit(code)
        gc.freeze()  # what is left need not be looked through
    sys.exit(code)


def _flushed() -> bool:
    """Return whether all that was said has left the process."""
    try:
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:
                stream.flush()
    except (OSError, ValueError):
        return False
    return True


def stay_long() -> None:
    """Let garbage be collected after all, in a run that is long; another's process stays as it is.

    Calling it twice changes nothing.
    """
    if ALONE:
        import gc

        gc.enable()


def begin(module: str, function: str, alone: bool) -> None:
    """Begin a worker process: make it ours alone if its parent is, then call what it begins with.

    ``function`` is named, and not given, so that its module is imported after the switch.
    """
    if alone:
        _put_off()
    getattr(import_module(module), function)()


def _put_off() -> None:
    """Let modules be found quickly, and be put off, from now on."""
    begin_finding()
    ALONE.append(True)
    for name, has in PUT_OFF.items():
        put_off(name, has)
    if "pathlib" not in sys.modules:
        with deferring(BESIDE_PATHS):
            import pathlib  # noqa: F401
    if "datetime" not in sys.modules and sys.version_info < (3, 12):
        # the part in C: Python 3.11 first makes all of it once more in Python
        sys.modules["datetime"] = import_module("_datetime")
