"""PDF objects ready to write, and the document that numbers and cross-references them.

Objects are finished bytes, which is many times faster than formatting dictionaries key by key.
"""

from __future__ import annotations

from itertools import accumulate
from zlib import compress

from brochure._startup.reportlab import md5
from brochure.model import Rect

HEADER = b"%%PDF-%d.%d\n%%\x93\x8c\x8b\x9e ReportLab Generated PDF document (opensource)\n"
"""The version, and a comment with bytes above 127, so that a file is never sent on as text
(ISO 32000-1, 7.5.2); it names ReportLab, whose makings the fonts within are."""

PLACE = b"%010d 00000 n \n"
"""Where an object begins, in the table of cross-references (ISO 32000-1, 7.5.4)."""

EOL = b"\r\n"
"""Before `endstream`: a data byte 0x0D followed by a bare LF would read as one line end."""

LEVEL = 5
"""Of deflate; 6 takes half as long again for a part in six hundred."""

ESCAPES = (
    (0x5C, b"\\", b"\\\\"),
    (0x28, b"(", b"\\("),
    (0x29, b")", b"\\)"),
    (0x0D, b"\r", b"\\r"),
    (0x0A, b"\n", b"\\n"),
)
"""The code of each sign that a literal string gives a meaning, the sign, and how it is escaped."""


class Document:
    """Numbered objects, and the file they make; the same give the same file."""

    def __init__(self, version: tuple[int, int] = (1, 7)) -> None:
        """Start an empty document."""
        self._version = version
        self._objects: list[bytes] = []

    def add(self, data: bytes = b"") -> int:
        """Add an object and return its number; `fill` may give its bytes later."""
        self._objects.append(data)
        return len(self._objects)

    def fill(self, number: int, data: bytes) -> None:
        """Set the bytes of an object."""
        self._objects[number - 1] = data

    def add_stream(self, data: bytes, entries: bytes = b"", packed: bool = True) -> int:
        """Add a stream, deflated if ``packed``, and return its number."""
        return self.add(stream(data, entries, packed))

    def identity(self) -> str:
        """Return a name for the objects so far, 32 hexadecimal digits: the same for the same."""
        return str(md5(b"".join(self._objects), usedforsecurity=False).hexdigest())

    def write(self, root: int, info: int) -> bytes:
        """Return the file; ``root`` and ``info`` are the catalog's and the Info's numbers."""
        head = HEADER % self._version
        parts = [b"%d 0 obj\n%b\nendobj\n" % each for each in enumerate(self._objects, 1)]
        *offsets, at = accumulate(map(len, parts), initial=len(head))
        places = (PLACE * len(offsets)) % tuple(offsets)
        count = len(offsets) + 1
        identity = self.identity().encode()
        tail = (
            b"xref\n0 %d\n0000000000 65535 f \n%b"
            b"trailer\n<< /Size %d /Root %d 0 R /Info %d 0 R /ID [<%b> <%b>] >>\n"
            b"startxref\n%d\n%%%%EOF\n" % (count, places, count, root, info, identity, identity, at)
        )
        return b"".join([head, *parts, tail])


def stream(data: bytes, entries: bytes = b"", packed: bool = True) -> bytes:
    """Return a stream object's bytes."""
    if packed:
        data = compress(data, LEVEL)
        entries += b" /Filter /FlateDecode"
    return b"<< /Length %d%b >>\nstream\n%b%bendstream" % (
        len(data),
        b" " + entries if entries else b"",
        data,
        EOL,
    )


def string(text: str) -> bytes:
    """Return a text string: literal if it is plain ASCII, else UTF-16 (ISO 32000-1, 7.9.2.2)."""
    if text.isascii():
        return b"(%b)" % literal(text.encode("ascii"))
    return b"<FEFF%b>" % text.encode("utf-16-be").hex().upper().encode()


def literal(data: bytes) -> bytes:
    """Return bytes with the signs escaped that a literal string gives a meaning."""
    for code, sign, escaped in ESCAPES:
        if code in data:  # a number is found ten times as quickly as a byte string
            data = data.replace(sign, escaped)
    return data


TIE = 1e-9
"""Added to what is written, so that a number halfway between two falls to one side always: the
order in which its parts were summed is not seen."""


def number(value: float) -> str:
    """Return a number in plain decimals, to a thousandth or seven digits."""
    return f"{value + TIE:.7g}" if abs(value) >= 0.0005 else "0"


def numbers(values: tuple[float, ...]) -> str:
    """Return numbers separated by spaces."""
    return " ".join(map(number, values))


def rectangle(rect: Rect) -> str:
    """Return a rectangle as content streams take it: x, y, width and height."""
    return numbers((rect.x, rect.y, rect.width, rect.height))


def corners(rect: Rect, shift: float = 0.0) -> str:
    """Return a rectangle as dictionaries take it: two corners (ISO 32000-1, 7.9.5).

    ``shift`` is how far the trim stands inside the media, both ways.
    """
    left, low, right, top = rect.x, rect.y, rect.right, rect.top
    return numbers((left + shift, low + shift, right + shift, top + shift))


def reference(num: int) -> bytes:
    """Return a reference to an object."""
    return b"%d 0 R" % num
