"""The file that is double-clicked: it opens the desk of a folder, on each system in its own way."""

from __future__ import annotations

import os
import re
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


GONE = "Brochure is no longer there. Double-click setup.bat in the folder where it is now."


def _windows(python: str, folder: str) -> str:
    """Return a command file that leaves no window: the desk itself is in the browser.

    One that finds nothing to start stays open and says so. It has no labels: cmd loses its place
    among letters beyond ASCII when it looks for one.
    """
    quiet = (
        python[: -len("python.exe")] + "pythonw.exe" if python.endswith("python.exe") else python
    )
    program, place = (each.replace("%", "%%") for each in (quiet, folder))
    stay = f"echo {GONE}& pause & exit /b 2"
    here = place.rstrip("\\")  # a backslash before a quote would be read as a sign for it
    lines = (
        "@echo off",
        f'if not exist "{here}\\" {stay}',
        f'if not exist "{program}" {stay}',
        f'cd /d "{here}\\" 2>nul',
        f'start "" "{program}" -m brochure desk "{here or place}"',
    )
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
    """Return the user's desktop, which has another name in other languages; else their folder."""
    home = Path.home()
    places = [*_named_desktop(home), home / "Desktop"]
    return next((place for place in places if place.is_dir()), home)


def _named_desktop(home: Path) -> list[Path]:
    """Return the desktop that the system itself names: OneDrive may have moved it."""
    if sys.platform == "win32":
        import winreg

        key = r"Software\Microsoft\Windows\CurrentVersion\Explorer\User Shell Folders"
        try:
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, key) as opened:
                return [
                    Path(winreg.ExpandEnvironmentStrings(winreg.QueryValueEx(opened, "Desktop")[0]))
                ]
        except OSError:
            return []
    return _xdg_desktop(home)


def _xdg_desktop(home: Path) -> list[Path]:
    """Return the desktop that `user-dirs.dirs` of freedesktop.org names; nothing without it."""
    base = Path(os.environ.get("XDG_CONFIG_HOME") or home / ".config")
    try:
        text = (base / "user-dirs.dirs").read_text("utf-8")
    except (OSError, ValueError):
        return []
    found = re.search(r'(?m)^XDG_DESKTOP_DIR="(.+)"$', text)
    return [Path(found[1].replace("$HOME", str(home)))] if found else []


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
