"""Files written whole or not at all: beside their place first, on the disk, then moved into it."""

from __future__ import annotations

import os
import stat
import sys
from errno import (
    EACCES,
    EBUSY,
    EDQUOT,
    EEXIST,
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
from zlib import crc32

from brochure.language.messages import reason
from brochure.model import Problem, WriteError

MARK, TAIL = ".brochure-", ".tmp"
"""How the name of a file that is being written begins and ends."""
OPEN_ELSEWHERE = (32, 33)
"""What Windows calls a file that another program has open or locked: sharing violations."""
REFUSED_TO_MOVE = 5
"""What Windows mostly says, "access denied", where an open file is to be replaced."""
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


def write_file(path: Path, data: bytes) -> None:
    """Put ``data`` at ``path``; what stood there stays until the new file is on the disk.

    A symbolic link is followed: the file that it leads to is replaced. Raises WriteError, with
    what to do, if the folder or the file cannot be written, or the old file is write-protected.
    """
    try:
        target = path.resolve() if path.is_symlink() else path
        _make_folder(path, target.parent)
        _check_old(path, target)
    except (OSError, RuntimeError, ValueError) as error:  # RuntimeError: links, before Python 3.13
        raise failure(path, error) from error
    beside = target.with_name(temporary_name())
    try:
        with beside.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        _replace(beside, target, path)
    except OSError as error:
        raise failure(path, error) from error
    finally:
        _discard(beside)
    _flush_folder(target.parent)


def _replace(beside: Path, target: Path, path: Path) -> None:
    """Move a finished file to its place; raise WriteError if the old one is open on Windows.

    By now the folder has taken the new file, and the old one is not write-protected.
    """
    try:
        os.replace(beside, target)  # noqa: PTH105  (the one that is atomic everywhere)
    except OSError as error:
        if getattr(error, "winerror", None) == REFUSED_TO_MOVE:
            raise refusal(path, IN_USE, CLOSE_IT) from error
        raise


def write_new_file(path: Path, data: bytes) -> None:
    """Put ``data`` at ``path``, whole or not at all; raise FileExistsError if a file is there.

    Raises OSError as the system does.
    """
    beside = path.with_name(temporary_name())
    try:
        with beside.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        _name_first(beside, path)
    finally:
        _discard(beside)
    _flush_folder(path.parent)


def _name_first(beside: Path, path: Path) -> None:
    """Give a finished file a name that no other file has."""
    if sys.platform == "win32":
        beside.rename(path)  # which Windows refuses if the name is taken
        return
    try:
        path.hardlink_to(beside)
    except FileExistsError:
        raise
    except OSError:  # a disk without hard links
        if os.path.lexists(path):
            raise FileExistsError(EEXIST, os.strerror(EEXIST), str(path)) from None
        os.replace(beside, path)  # noqa: PTH105


def _make_folder(path: Path, folder: Path) -> None:
    """Make the folder of a file; raise WriteError if a part of its path is a file."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError) as error:
        raise refusal(path, *in_the_way(folder)) from error


def _check_old(path: Path, target: Path) -> None:
    """Raise WriteError if what stands at a place may not be replaced."""
    try:
        mode = target.stat().st_mode
    except FileNotFoundError:
        return
    if stat.S_ISDIR(mode):
        raise refusal(path, *REASONS[EISDIR])
    if not stat.S_ISREG(mode):
        raise refusal(path, "it is not a file of the usual kind", "choose another name with -o")
    if not mode & 0o222:
        hint = "allow changes to it, or choose another folder with -o"
        raise refusal(path, "the old file is write-protected", hint)


# ------------------------------------------------------------------- reasons


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


# ----------------------------------------------------------- temporary files


def temporary_name() -> str:
    """Return a name for a file that is being written: no other process or call has the same."""
    return f"{MARK}{_machine():08x}-{os.getpid()}-{os.urandom(6).hex()}{TAIL}"


def remove_abandoned(folder: Path) -> None:
    """Remove the temporary files of processes of this machine that have died; no other file."""
    for path in folder.glob(f"{MARK}{_machine():08x}-*{TAIL}"):
        process, _, rest = path.name.removeprefix(f"{MARK}{_machine():08x}-").partition("-")
        ours = process.isascii() and process.isdigit() and len(rest) == 12 + len(TAIL)
        if ours and not _runs(int(process)):
            _discard(path)


def _machine() -> int:
    """Return a number for this machine: on a network drive, others write beside us."""
    if sys.platform == "win32":
        name = os.environ.get("COMPUTERNAME", "")
    else:
        name = os.uname().nodename
    return crc32(name.encode("utf-8", "surrogatepass"))


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


def _flush_folder(folder: Path) -> None:
    """Put a folder's list of names on the disk, where the system can (not Windows)."""
    if sys.platform == "win32":
        return
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(handle)
    except OSError:
        return  # some network drives cannot; the file itself is on the disk
    finally:
        os.close(handle)


def _discard(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return
