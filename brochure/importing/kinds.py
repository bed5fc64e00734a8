"""Which reader a document needs, by its name and its first bytes; what cannot be taken."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from brochure._startup.records import dataclass
from brochure.importing.pieces import Document, refusal
from brochure.language.messages import install, this_program
from brochure.model import BrochureError, ExitCode, Problem

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeAlias

    Reader: TypeAlias = Callable[[bytes, str], Document]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of document: its reader's module, the endings of its names, the most bytes of one."""

    module: str
    endings: tuple[str, ...]
    most: int


MB = 1_000_000
KINDS = {
    "docx": Kind("word", (".docx",), 40 * MB),
    "html": Kind("web_page", (".html", ".htm", ".xhtml"), 5 * MB),
    "md": Kind("markdown", (".md", ".markdown"), MB // 2),
    "txt": Kind("plain_text", (".txt", ".text"), MB // 2),
}
ENDINGS = {ending: name for name, kind in KINDS.items() for ending in kind.endings}
NEEDED = "lxml markdown-it-py python-docx"
"""What the readers need beside the program itself: the extra `import`."""

_AS_DOCX = "Open it and save it as a Word document (.docx), then take that file."
_OTHERS = {
    ".doc": ("an old Word document", _AS_DOCX),
    ".docm": ("a Word document with macros", "Save it as .docx, without macros."),
    ".dot": ("a Word template", _AS_DOCX),
    ".odt": ("an OpenDocument text", _AS_DOCX),
    ".pages": ("a Pages document", "In Pages choose File > Export To > Word."),
    ".rtf": ("a rich-text document", _AS_DOCX),
    ".pdf": ("a PDF", "Take the document that it was made of, or copy its words into a .txt file."),
    ".mht": ("a web archive", "Save the page as “Webpage, HTML only”."),
    ".mhtml": ("a web archive", "Save the page as “Webpage, HTML only”."),
    ".yaml": ("a content file already", "Build it: {1} build {0}"),
    ".yml": ("a content file already", "Build it: {1} build {0}"),
}
_BYTES = (
    (b"PK\x03\x04", ".docx"),
    (b"%PDF", ".pdf"),
    (b"\xd0\xcf\x11\xe0", ".doc"),
    (b"{\\rtf", ".rtf"),
)
_PAGES = (b"<!doctype html", b"<html", b"<?xml")


class MissingReaderError(BrochureError):
    """A library that a reader needs is not installed (exit code 2: nothing was done)."""

    exit_code = ExitCode.BAD_COMMAND


def kind_of(data: bytes, name: str) -> str:
    """Return the kind of a document: "docx", "html", "md" or "txt".

    Raises ContentError, saying what to do, if it is of another kind, empty or too big.
    """
    ending = _ending(data, name)
    if ending in _OTHERS:
        what, hint = _OTHERS[ending]
        raise refusal(name, f"this is {what}", hint.format(name, this_program()))
    if ending not in ENDINGS:
        known = ", ".join(ENDINGS)
        raise refusal(name, f"a file {ending or 'without an ending'} cannot be taken",
                      f"These can: {known}. Save it as one of them.")  # fmt: skip
    kind = ENDINGS[ending]
    if not data.strip():
        raise refusal(name, "the file is empty", "Choose the file that has the words.")
    if len(data) > KINDS[kind].most:
        most = f"{KINDS[kind].most / MB:g} MB"
        message = f"the file is too big: {len(data) / MB:.1f} MB; {most} is the limit"
        raise refusal(name, message, "Take its pictures out, or cut it into parts.")
    return kind


def _ending(data: bytes, name: str) -> str:
    """Return the ending of a name, or the one that a file's first bytes should have."""
    dot = name.rfind(".")
    ending = name[dot:].lower() if dot > max(name.rfind("/"), name.rfind("\\")) else ""
    for mark, meant in _BYTES:
        if data.startswith(mark):
            return ending if ENDINGS.get(ending) == "docx" or ending in _OTHERS else meant
    start = data.removeprefix(b"\xef\xbb\xbf").lstrip()[:20].lower()
    return ".html" if ENDINGS.get(ending) == "txt" and start.startswith(_PAGES) else ending


def reader_of(kind: str, name: str) -> Reader:
    """Return the reader of a kind; raise MissingReaderError if its library is not installed."""
    try:
        reader: Reader = import_module(f"brochure.importing.{KINDS[kind].module}").read
    except ImportError as error:
        library = (error.name or "").partition(".")[0]
        message = f"to read this file takes the library {library}, which is not installed"
        problem = Problem(name, 0, 0, "error", message, f"Type: {install(NEEDED)}")
        raise MissingReaderError([problem]) from error
    return reader
