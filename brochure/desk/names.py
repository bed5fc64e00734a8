"""Names and places in the folder: what may be read and written, and what never.

A name comes from a browser, so it is one name of a file, on any system (CWE-22, CWE-59).
"""

from __future__ import annotations

import os
import stat
from pathlib import Path

from brochure.desk.exchange import AskError
from brochure.model.device_names import is_device

LONGEST = 100
BYTES = 200
"""Of a name in UTF-8; disks take 255, and history adds to it."""
SIGNS = " -_.()"
ENDINGS = (".yaml", ".yml")


def safe_name(name: str, endings: tuple[str, ...] = ENDINGS) -> str:
    """Return a file's name as it came; raise AskError unless it names one file on any system."""
    good = (
        0 < len(name) <= LONGEST
        and len(name.encode("utf-8", "replace")) <= BYTES
        and all(each.isalnum() or each in SIGNS for each in name)
        and name[0] not in " ._"
        and name[-1] not in " ."
        and not is_device(name)
        and name.lower().endswith(endings)
    )
    if not good:
        raise AskError(400, "bad-name")
    return name


def is_plain_file(root: Path, path: Path) -> bool:
    """Return whether a path is a file of the usual kind below a folder, with no link on its way.

    It is asked again before each use: what was a folder may be a link by now.
    """
    try:
        return is_plain_place(root, path) and stat.S_ISREG(path.lstat().st_mode)
    except OSError:
        return False


def is_plain_place(root: Path, path: Path) -> bool:
    """Return whether a path is below a folder, no link on its way; nothing need be there."""
    try:
        parts = path.relative_to(root).parts
        within = root
        for part in parts[:-1]:
            within /= part
            if not stat.S_ISDIR(within.lstat().st_mode) or _is_junction(within):
                return False
        return bool(parts) and ".." not in parts
    except (OSError, ValueError):
        return False


def _is_junction(path: Path) -> bool:
    """Return whether a folder is a junction of Windows, which `lstat` calls a folder."""
    mark = getattr(path.lstat(), "st_reparse_tag", 0)
    return bool(mark and mark == getattr(stat, "IO_REPARSE_TAG_MOUNT_POINT", -1))


def place_for(root: Path, name: str) -> Path:
    """Return where a new file of a name goes; raise AskError if one that Windows calls so is there.

    "Back.yaml" and "back.yaml" are one file on Windows and macOS.
    """
    safe_name(name)
    if any(each.casefold() == name.casefold() for each in os.listdir(root)):  # noqa: PTH208
        raise AskError(409, "name-taken")
    return root / name
