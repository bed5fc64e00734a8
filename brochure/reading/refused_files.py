"""Files that are no content file at all: too big, empty, of another kind or another encoding."""

from __future__ import annotations

from brochure.model import Problem

_SAVE_AS_UTF8 = (
    "In Windows Notepad choose File > Save As, set Encoding to UTF-8, and save."
    " In Word choose Plain Text, then Other encoding: Unicode (UTF-8)."
)


_MARKS = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16 (Notepad calls it Unicode)"),
    (b"\xfe\xff", "UTF-16 (Notepad calls it Unicode)"),
)


_OTHER_FILES = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a Word document or a zip archive"),
    (b"\xd0\xcf\x11\xe0", "an old Word document"),
    (b"{\\rtf", "a rich-text document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
)


def barred(data: bytes, file: str, most: int) -> Problem | None:
    """Return why a file is none to read: over ``most`` bytes, empty, or of another kind."""
    return _too_big(data, file, most) or _empty(data, file) or _other_kind(data, file)


def _too_big(data: bytes, file: str, most: int) -> Problem | None:
    if len(data) <= most:
        return None
    size = _size(data, file)
    shown = f"{size:,} bytes; {most:,} is the limit"
    if size > 1.1 * most:
        shown = f"{size / 1_000_000:.1f} MB; 1 MB is the limit"
    return _at_top(
        file,
        f"the file is too big: {shown}",
        "A handout holds a few pages of text; pictures stay in files of their own.",
    )


def _size(data: bytes, file: str) -> int:
    """Return how many bytes a file has, of which only the first may have been read."""
    from pathlib import Path

    try:
        return max(len(data), Path(file).stat().st_size)
    except (OSError, ValueError):
        return len(data)


def too_long(text: str, file: str, most: int) -> Problem:
    """Return that a file has more than ``most`` lines."""
    lines = text.count("\n") + 1
    message = f"the file is too long: {lines:,} lines; {most:,} is the limit"
    return _at_top(file, message, "Delete what is not text of the handout.")


def _empty(data: bytes, file: str) -> Problem | None:
    if data.removeprefix(b"\xef\xbb\xbf").strip():
        return None
    from brochure.reading.hints import start

    return _at_top(file, "the file is empty", start())


def _other_kind(data: bytes, file: str) -> Problem | None:
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _encoded(file, name)
    for mark, name in _OTHER_FILES:
        if data.startswith(mark):
            return _at_top(
                file,
                f"this is {name}, not a text file",
                "Copy its words into a plain text file whose name ends in .yaml.",
            )
    if data.count(0) * 4 > len(data):
        return _encoded(file, "UTF-16 (Notepad calls it Unicode)")
    return None


def _encoded(file: str, name: str) -> Problem:
    return _at_top(file, f"the file is saved as {name}; it must be UTF-8", _SAVE_AS_UTF8)


def _at_top(file: str, message: str, hint: str) -> Problem:
    return Problem(file, 1, 1, "error", message, hint)


def not_utf8(data: bytes, start: int, file: str) -> Problem:
    """Return that a file is of another encoding, and the first letter that shows it."""
    before = data[:start].removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace")
    before = before.replace("\r\n", "\n").replace("\r", "\n")
    letter = data[start : start + 1].decode("cp1252", "replace")
    return Problem(
        file,
        before.count("\n") + 1,
        len(before) - before.rfind("\n"),
        "error",
        "the file is saved as Windows-1252 (also called ANSI or Latin-1); it must be UTF-8."
        f' The first letter that shows it is "{letter}"',
        _SAVE_AS_UTF8,
    )
