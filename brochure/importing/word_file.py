"""The Word file as an archive: opened within limits, or refused in a sentence; nothing is run.

Looked for before any part is parsed: archives that unpack to far more than they are, macros, and
declarations (DOCTYPE, entities), which Word never writes. What a file links to is never fetched.
"""

from __future__ import annotations

import zlib
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile

import docx
from lxml.etree import LxmlError

from brochure.importing.pieces import refusal

UNPACKED_MOST = 100_000_000
XML_MOST = 20_000_000
PARTS_MOST = 3000
"""The most bytes of all parts and of one part of text, and the most parts."""
_DAMAGED = "Open it in Word, save it again as .docx, and take that file."
_DECLARED = (b"<!DOCTYPE", b"<!ENTITY")


def opened(data: bytes, name: str) -> Any:
    """Return a Word file's document; raise ContentError, saying why, if it cannot be taken."""
    try:
        _proven(data, name)
        document = docx.Document(BytesIO(data))
        if document.element.body is None:
            raise refusal(name, "the Word file has no text", _DAMAGED)
        document.styles  # noqa: B018  (a part that a damaged file may lack)
        return document
    except (BadZipFile, zlib.error, NotImplementedError, EOFError, OSError, RuntimeError) as error:
        raise _damaged(name) from error
    except (LxmlError, KeyError, ValueError, AttributeError, AssertionError) as error:
        raise _damaged(name) from error


def _damaged(name: str) -> Exception:
    return refusal(name, "the Word file is damaged: a part of it is missing or broken", _DAMAGED)


def _proven(data: bytes, name: str) -> None:
    """Raise ContentError for an archive that is a trap, BadZipFile for one that is broken."""
    with ZipFile(BytesIO(data)) as archive:
        parts = archive.infolist()
        sizes = {part.filename: part.file_size for part in parts}
        if "[Content_Types].xml" not in sizes:
            raise _damaged(name)
        if any(each.lower().endswith("vbaproject.bin") for each in sizes):
            message = "the Word file holds macros (small programs)"
            raise refusal(name, message, "Save it as .docx, without macros.")
        texts = [part for part in parts if part.filename.lower().endswith((".xml", ".rels"))]
        large = max((part.file_size for part in texts), default=0)
        if len(parts) > PARTS_MOST or sum(sizes.values()) > UNPACKED_MOST or large > XML_MOST:
            message = "the Word file unpacks to far more than a handout holds"
            raise refusal(name, message, "Copy its words into a new document and save that.")
        for part in texts:
            if _declares(archive.read(part)):
                message = "the Word file holds declarations that Word never writes"
                raise refusal(name, message, "Copy its words into a new document and save that.")


def _declares(part: bytes) -> bool:
    """Return whether a part of text has a DOCTYPE or an entity, in any usual encoding."""
    wide = [mark.decode().encode(code) for mark in _DECLARED for code in ("utf-16-le", "utf-16-be")]
    return any(mark in part for mark in (*_DECLARED, *wide))
