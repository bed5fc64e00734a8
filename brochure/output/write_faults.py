"""Why a file could not be written, in words, and what to do."""

from __future__ import annotations

import stat
from errno import (
    EACCES,
    EBUSY,
    EDQUOT,
    EIO,
    EISDIR,
    ELOOP,
    ENAMETOOLONG,
    ENOENT,
    ENOSPC,
    ENOTDIR,
    EPERM,
    EROFS,
    ETXTBSY,
)
from pathlib import Path

from brochure.language.messages import reason
from brochure.model import Problem, WriteError

OPEN_ELSEWHERE = (32, 33)
"""What Windows calls a file that another program has open or locked: sharing violations."""
IN_USE = "the old file is open in another program"
CLOSE_IT = "close it in the PDF viewer (or wait for the printer), then try again"
ELSEWHERE = "choose another folder with -o"

REASONS: dict[int, tuple[str, str]] = {
    EACCES: (
        "permission denied",
        "make the folder and the old file writable (on a network drive, close the file where it is"
        f" open), or {ELSEWHERE}",
    ),
    EPERM: (
        "the folder or the old file is protected against changes",
        f"take the protection away, or {ELSEWHERE}",
    ),
    EBUSY: ("the old file is in use", CLOSE_IT),
    ETXTBSY: ("the old file is in use", CLOSE_IT),
    ENOSPC: ("no space left on device", f"make room on the disk, or {ELSEWHERE}"),
    EDQUOT: ("your share of the disk is used up", f"make room on the disk, or {ELSEWHERE}"),
    EROFS: ("read-only file system", ELSEWHERE),
    EIO: ("the disk or the network reports a fault", f"try again, or {ELSEWHERE}"),
    ENAMETOOLONG: (
        "the name is too long for the disk",
        "choose a shorter name, or choose another folder",
    ),
    ENOENT: ("the folder is gone, or the name cannot be used here", ELSEWHERE),
    ENOTDIR: ("a part of the path is a file, not a folder", ELSEWHERE),
    EISDIR: ("a folder of that name is in the way", "remove it or use -o"),
    ELOOP: ("the name is a link that leads back to itself", "remove the link or use -o"),
}
"""What stopped a write, by the system's number, and what to do; others in the system's words."""


def advice(error: Exception) -> tuple[str, str]:
    """Return why a write failed, in words, and what to do."""
    if getattr(error, "winerror", None) in OPEN_ELSEWHERE:
        return IN_USE, CLOSE_IT
    if isinstance(error, OSError):
        return REASONS.get(error.errno or 0, (reason(error), ELSEWHERE))
    if isinstance(error, RuntimeError):
        return REASONS[ELOOP]
    return "the name has a character that no file name may have", "choose another name with -o"


def in_the_way(folder: Path) -> tuple[str, str]:
    """Return which part of a folder's path is a file, and what to do."""
    parts = (*reversed(folder.parents), folder)
    file = next((part for part in parts if part.exists() and not part.is_dir()), folder)
    return f"{file} is a file, not a folder", ELSEWHERE


def failure(path: Path, error: Exception) -> WriteError:
    """Return the error that a file could not be written, from the system's own."""
    return refusal(path, *advice(error))


def refusal(path: Path, why: str, hint: str) -> WriteError:
    """Return the error that a file could not be written, and what stood there was kept."""
    message = f"cannot write {path}: {why}; the old file, if any, is as it was"
    return WriteError([Problem(str(path), 0, 0, "error", message, hint)])


def in_use(path: Path) -> WriteError:
    """Return the error that a file is open in another program, on Windows."""
    return refusal(path, IN_USE, CLOSE_IT)


def irreplaceable(path: Path, mode: int) -> WriteError:
    """Return the error that what stands at a path, of such a mode, may not be replaced."""
    if stat.S_ISDIR(mode):
        return refusal(path, *REASONS[EISDIR])
    if not stat.S_ISREG(mode):
        return refusal(path, "it is not a file of the usual kind", "choose another name with -o")
    hint = "allow changes to it, or choose another folder with -o"
    return refusal(path, "the old file is write-protected", hint)
