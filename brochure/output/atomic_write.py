"""Files written whole or not at all: beside their place first, then moved into it."""

from __future__ import annotations

import os
from pathlib import Path

from brochure.language.messages import reason
from brochure.model import Problem, WriteError

LOCKED = "close it in the PDF viewer (or wait for the printer), then try again"
NO_FOLDER = "choose another folder with -o"


def write_file(path: Path, data: bytes) -> None:
    """Put ``data`` at ``path``; what stood there stays until the new file is complete.

    Raises WriteError, with what to do, if the folder or the file cannot be written.
    """
    beside = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.is_dir():
            raise _failure(path, "a folder of that name is in the way", "remove it or use -o")
        with beside.open("wb") as file:
            file.write(data)
    except OSError as error:
        _discard(beside)
        raise _failure(path, reason(error), NO_FOLDER) from error
    try:
        os.replace(beside, path)  # noqa: PTH105  (the one that is atomic everywhere)
    except OSError as error:
        _discard(beside)
        raise _failure(path, "the old file is open in another program", LOCKED) from error


def _discard(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return


def _failure(path: Path, why: str, hint: str) -> WriteError:
    message = f"cannot write {path}: {why}; the old file, if any, is as it was"
    return WriteError([Problem(str(path), 0, 0, "error", message, hint)])
