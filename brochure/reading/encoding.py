"""From the bytes of a content file to its text; a wrong encoding is refused by its name."""

from __future__ import annotations

from brochure.model import Problem

MAX_BYTES = 1024 * 1024
MAX_LINES = 20_000

LINE_END = "\ufdd0"
"""Stands for a line end that was pasted amid a line, which no parser may see as one."""
_OTHER_STARTS = b"\xff\xfe%P\xd0{\x89"
"""The first bytes of files of other kinds; few content files begin with one."""


def decode(data: bytes, file: str) -> str | Problem:
    """Return the text of a UTF-8 file, with plain line ends, or the problem that bars it."""
    blank = not data[:8].strip(b"\xef\xbb\xbf \t\n\v\f\r")
    if blank or data[:1] in _OTHER_STARTS or b"\0" in data or len(data) > MAX_BYTES:
        from brochure.reading.refused_files import barred

        problem = barred(data, file, MAX_BYTES)
        if problem:
            return problem
    try:
        text = data.decode("utf-8").removeprefix("\ufeff")  # as utf-8-sig, whose codec is a module
    except UnicodeDecodeError as error:
        from brochure.reading.refused_files import not_utf8

        return not_utf8(data, error.start, file)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if text.count("\n") <= MAX_LINES:
        return text
    from brochure.reading.refused_files import too_long

    return too_long(text, file, MAX_LINES)


def is_plain(text: str) -> bool:
    """Return whether every parser reads a text alike: it holds what can be seen, and spaces.

    Then `spoiled_text` has nothing to replace in it.
    """
    visible = text.replace("\n", "").isprintable() and "\ufffd" not in text
    return visible and not text.startswith("%") and "\n%" not in text
