"""Files written whole or not at all: beside their place first, on the disk, then moved into it."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path
from zlib import crc32

from brochure.model import Problem, WriteError

MARK, TAIL = ".brochure-", ".tmp"
"""How the name of a file that is being written begins and ends."""
REFUSED_TO_MOVE = 5
"""What Windows mostly says, "access denied", where an open file is to be replaced."""


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
        raise _failure(path, error) from error
    beside = target.with_name(temporary_name())
    try:
        write_whole(beside, data)
        _replace(beside, target, path)
    except OSError as error:
        raise _failure(path, error) from error
    finally:
        discard(beside)
    flush_folder(target.parent)


def _replace(beside: Path, target: Path, path: Path) -> None:
    """Move a finished file to its place; raise WriteError if the old one is open on Windows.

    By now the folder has taken the new file, and the old one is not write-protected.
    """
    try:
        os.replace(beside, target)  # noqa: PTH105  (the one that is atomic everywhere)
    except OSError as error:
        if getattr(error, "winerror", None) == REFUSED_TO_MOVE:
            from brochure.output.write_faults import in_use

            raise in_use(path) from error
        raise


def _make_folder(path: Path, folder: Path) -> None:
    """Make the folder of a file; raise WriteError if a part of its path is a file."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError) as error:
        from brochure.output.write_faults import in_the_way, refusal

        raise refusal(path, *in_the_way(folder)) from error


def _check_old(path: Path, target: Path) -> None:
    """Raise WriteError if what stands at a place may not be replaced."""
    try:
        mode = target.stat().st_mode
    except FileNotFoundError:
        return
    if not stat.S_ISREG(mode) or not mode & 0o222:
        from brochure.output.write_faults import irreplaceable

        raise irreplaceable(path, mode)


def _failure(path: Path, error: Exception) -> WriteError:
    try:
        from brochure.output.write_faults import failure
    except OSError:  # no file can be opened any more, so no module either
        why = getattr(error, "strerror", None) or error
        message = f"cannot write {path}: {why}; the old file, if any, is as it was"
        return WriteError(
            [Problem(str(path), 0, 0, "error", message, "close other programs, then try again")]
        )
    return failure(path, error)


# ----------------------------------------------------------- temporary files


def temporary_name() -> str:
    """Return a name for a file that is being written: no other process or call has the same."""
    return f"{MARK}{machine():08x}-{os.getpid()}-{os.urandom(6).hex()}{TAIL}"


def machine() -> int:
    """Return a number for this machine: on a network drive, others write beside us."""
    if sys.platform == "win32":
        name = os.environ.get("COMPUTERNAME", "")
    else:
        name = os.uname().nodename
    return crc32(name.encode("utf-8", "surrogatepass"))


def write_whole(beside: Path, data: bytes) -> None:
    """Write a new temporary file down to the disk; raise OSError as the system does."""
    with beside.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def flush_folder(folder: Path) -> None:
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


def discard(path: Path) -> None:
    """Remove a file that was not finished, if it can be."""
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return
