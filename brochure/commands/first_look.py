"""What is looked at before a command begins: names that name nothing, a date that is none."""

from __future__ import annotations

import os
import sys
from errno import ELOOP, ENAMETOOLONG

from brochure.commands.words import Refused
from brochure.language.messages import short

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import Namespace

NAMED = {
    "file": "CONTENT",
    "files": "CONTENT",
    "output": "-o",
    "clinics": "--clinics",
    "folder": "FOLDER",
}
"""The options that name a file or a folder, as they are typed."""


def first_look(options: Namespace) -> None:
    """Raise Refused if a command cannot mean what it says; nothing is done yet."""
    _refuse_archive()
    for name, typed in NAMED.items():
        value = getattr(options, name, None)
        for text in value if isinstance(value, list) else [value]:
            if isinstance(text, str):
                _refuse_name(text, typed)
    if os.environ.get("SOURCE_DATE_EPOCH"):
        _refuse_date()


def _refuse_archive() -> None:
    """Raise Refused if the program is run from a zip file: what it draws with lies in files."""
    archive = getattr(globals().get("__loader__"), "archive", "")
    if archive:
        hint = "unpack it into a folder, go there, and run: python -m brochure"
        raise Refused(f"it cannot run from the zip file {archive}: {hint}")


def _refuse_name(text: str, typed: str) -> None:
    if not text.strip():
        raise Refused(f"{typed} is empty: type a name (was it a variable that is not set?)")
    try:
        os.stat(text)  # noqa: PTH116  (only to see whether the system takes the name)
    except OSError as error:
        if error.errno in (ENAMETOOLONG, ELOOP):
            why = "too long for the disk" if error.errno == ENAMETOOLONG else "a link to itself"
            raise Refused(f"{typed}: the name {short(text)} is {why}; use another") from None
    except ValueError:
        raise Refused(f"{typed}: {short(text)} is not the name of a file; use another") from None
    if typed == "-o" or sys.platform == "win32":
        from brochure.model.device_names import is_device

        parts = text.replace("\\", "/").split("/")
        device = next((part for part in parts if is_device(part)), "")
        if device:
            raise Refused(f"{typed}: {device} is a name that Windows keeps for itself; use another")


def _refuse_date() -> None:
    from brochure.pdf.metadata import source_date

    try:
        source_date()
    except ValueError as error:
        raise Refused(str(error)) from None
