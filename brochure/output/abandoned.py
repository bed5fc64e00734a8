"""Temporary files that a process left behind when it died."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from brochure.output.atomic_write import MARK, TAIL, discard, machine


def remove_abandoned(folder: Path) -> None:
    """Remove the temporary files of processes of this machine that have died; no other file."""
    for path in folder.glob(f"{MARK}{machine():08x}-*{TAIL}"):
        process, _, rest = path.name.removeprefix(f"{MARK}{machine():08x}-").partition("-")
        ours = process.isascii() and process.isdigit() and len(rest) == 12 + len(TAIL)
        if ours and not _runs(int(process)):
            discard(path)


def _runs(process: int) -> bool:
    """Return whether a process of this machine runs; True where that cannot be told."""
    if sys.platform == "win32":
        return _runs_on_windows(process)
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True


def _runs_on_windows(process: int) -> bool:
    """Return whether Windows still knows a process, without sending it anything."""
    if sys.platform == "win32":
        from ctypes import byref, c_ulong, windll

        query, still_active = 0x1000, 259
        handle = windll.kernel32.OpenProcess(query, False, process)
        if not handle:
            return bool(windll.kernel32.GetLastError() == 5)  # another user's: access is denied
        code = c_ulong()
        windll.kernel32.GetExitCodeProcess(handle, byref(code))
        windll.kernel32.CloseHandle(handle)
        return bool(code.value == still_active)
    return True
