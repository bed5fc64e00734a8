"""A file that must not take the place of another: written whole, then named if no file is so."""

from __future__ import annotations

import os
import sys
from errno import EEXIST
from pathlib import Path

from brochure.output.atomic_write import discard, flush_folder, temporary_name, write_whole


def write_new_file(path: Path, data: bytes) -> None:
    """Put ``data`` at ``path``, whole or not at all; raise FileExistsError if a file is there.

    Raises OSError as the system does.
    """
    beside = path.with_name(temporary_name())
    try:
        write_whole(beside, data)
        _name_first(beside, path)
    finally:
        discard(beside)
    flush_folder(path.parent)


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
