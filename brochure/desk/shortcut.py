"""The file that is double-clicked: it opens the desk of a folder, on each system in its own way."""

from __future__ import annotations

import os
import shlex
import sys
from collections.abc import Callable
from pathlib import Path

from brochure._startup.records import dataclass
from brochure.output.atomic_write import write_file

NAME = "Brochure"
EXECUTABLE = 0o755
DESKTOP_SIGNS = '"`$\\'
"""What a quoted argument of a desktop entry has a backslash before (its specification, Exec)."""


@dataclass(frozen=True, slots=True)
class Shortcut:
    """How a system's file is called and made of a Python and a folder."""

    ending: str
    text: Callable[[str, str], str]


def _windows(python: str, folder: str) -> str:
    """Return a command file that leaves no window: the desk itself is in the browser."""
    quiet = (
        python[: -len("python.exe")] + "pythonw.exe" if python.endswith("python.exe") else python
    )
    program, place = (each.replace("%", "%%") for each in (quiet, folder))
    lines = ("@echo off", f'cd /d "{place}"', f'start "" "{program}" -m brochure desk "{place}"')
    return "\r\n".join(("@chcp 65001 >nul", *lines, ""))


def _posix(python: str, folder: str) -> str:
    command = f"exec {shlex.quote(python)} -m brochure desk {shlex.quote(folder)}"
    return f"#!/bin/sh\ncd {shlex.quote(folder)} && {command}\n"


def _desktop_entry(python: str, folder: str) -> str:
    """Return a desktop entry (freedesktop.org, Desktop Entry Specification 1.5)."""
    command = " ".join(_in_entry(each) for each in (python, "-m", "brochure", "desk", folder))
    place = folder.replace("\\", "\\\\")
    lines = ("[Desktop Entry]", "Type=Application", f"Name={NAME}", f"Exec={command}")
    return "\n".join((*lines, f"Path={place}", "Terminal=false", ""))


def _in_entry(word: str) -> str:
    quoted = "".join(f"\\{sign}" if sign in DESKTOP_SIGNS else sign for sign in word)
    return '"' + quoted.replace("\\", "\\\\").replace("%", "%%") + '"'


SHORTCUTS: dict[str, Shortcut] = {
    "win32": Shortcut(".cmd", _windows),
    "darwin": Shortcut(".command", _posix),
    "linux": Shortcut(".desktop", _desktop_entry),
}
"""What is double-clicked, by the name of the system."""


def desktop() -> Path:
    """Return the user's desktop, or their own folder if there is none."""
    home = Path.home()
    places = [home / "Desktop"]
    if sys.platform == "win32":
        places = [Path(os.environ.get("OneDrive", home)) / "Desktop", *places]  # noqa: SIM112
    return next((place for place in places if place.is_dir()), home)


def write_shortcut(folder: Path, place: Path, system: str = sys.platform) -> Path:
    """Write the file that opens the desk of a folder into a place, and return its path.

    Raises WriteError if it cannot be written.
    """
    kind = SHORTCUTS.get(system, SHORTCUTS["linux"])
    path = place / f"{NAME}{kind.ending}"
    write_file(path, kind.text(sys.executable, str(folder.resolve())).encode("utf-8"))
    if system != "win32":
        path.chmod(EXECUTABLE)
    return path
