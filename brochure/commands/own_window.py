"""A run that was begun by double click: its window stays until it has been read."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

STARTERS = ("py.exe", "pyw.exe", "python", "brochure")
"""How the names of programs begin that start a Python, or are one."""
MOST = 64


def wait_if_alone() -> None:
    """Wait for a key if the window was opened for this program, and would close with it."""
    if sys.platform == "win32" and not os.environ.get("BROCHURE_STARTED_AGAIN"):
        streams = (sys.stdin, sys.stdout)
        if all(stream and stream.isatty() for stream in streams) and alone(_programs()):
            from msvcrt import getwch

            sys.stdout.write("\nThat is all. Press any key to close this window.\n")
            sys.stdout.flush()
            getwch()


def alone(programs: Sequence[str]) -> bool:
    """Return whether nobody else uses a window: no shell, only Pythons and what starts them."""
    names = [path.replace("\\", "/").rpartition("/")[2].lower() for path in programs]
    return bool(names) and all(name.startswith(STARTERS) for name in names)


def _programs() -> list[str]:
    """Return the programs that share this window on Windows; nothing if that cannot be told."""
    if sys.platform == "win32":
        from ctypes import byref, c_ulong, create_unicode_buffer, windll

        system = windll.kernel32
        numbers = (c_ulong * MOST)()
        count = system.GetConsoleProcessList(numbers, MOST)
        if not 0 < count <= MOST:
            return []
        paths = []
        for number in numbers[:count]:
            handle = system.OpenProcess(0x1000, False, number)
            name, size = create_unicode_buffer(1024), c_ulong(1024)
            found = handle and system.QueryFullProcessImageNameW(handle, 0, name, byref(size))
            paths.append(name.value if found else "")
            if handle:
                system.CloseHandle(handle)
        return paths
    return []
