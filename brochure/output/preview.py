"""Pictures of a handout's pages, drawn by pypdfium2 (the extra `preview`)."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from struct import pack
from typing import Any
from zlib import compress, crc32

from brochure.language.messages import install
from brochure.model import BrochureError, ExitCode, Problem

WIDTHS = (600, 1200)
"""Pixels: for the body of an e-mail, and for a screen of twice the density."""
SIGNATURE = b"\x89PNG\r\n\x1a\n"
RGB = 2
"""PNG's word for pixels of red, green and blue."""
LEVEL = 2
"""Of deflate: as quick as 1 and smaller; 6 takes twice as long for a part in fifteen."""
LEAST, MOST = 50, 6000
COLOURS_MOST = 256


class MissingExtraError(BrochureError):
    """A library that the command needs is not installed (exit code 2: nothing was done)."""

    exit_code = ExitCode.BAD_COMMAND


def page_pngs(pdf: bytes, width: int, *, colours: int = 0) -> Iterator[bytes]:
    """Yield each page of a PDF as a PNG file, ``width`` pixels wide.

    ``colours`` limits the picture to a palette of that many, which makes it several times
    smaller; 0 keeps all. Raises MissingExtraError if pypdfium2 is not installed, and ValueError if
    the width is out of range.
    """
    if not LEAST <= width <= MOST:
        raise ValueError(f"a picture can be {LEAST} to {MOST} pixels wide, not {width}")
    document = _reader().PdfDocument(pdf)
    try:
        for page in document:
            yield _png(page, width, colours)
    finally:
        document.close()


def first_page_png(pdf: bytes, width: int, *, colours: int = 0) -> bytes:
    """Return the first page as a PNG file; the rest is not drawn."""
    pages = page_pngs(pdf, width, colours=colours)
    try:
        return next(pages)
    finally:
        pages.close()  # type: ignore[attr-defined]


def png_name(pdf_name: str, page: int, width: int) -> str:
    """Return the file name of a page's picture: ``back-pain-page-1-600.png``."""
    return f"{pdf_name.removesuffix('.pdf')}-page-{page}-{width}.png"


def _reader() -> Any:
    try:
        import pypdfium2
    except ImportError as error:
        message = "pictures of the pages need the library pypdfium2, which is not installed"
        problem = Problem("brochure", 0, 0, "error", message, f"install it: {install('pypdfium2')}")
        raise MissingExtraError([problem]) from error
    return pypdfium2


def _png(page: Any, width: int, colours: int) -> bytes:
    # pypdfium2 rounds up, so a hair less than the whole width gives exactly it
    scale = (width - 0.001) / page.get_width()
    bitmap = page.render(scale=scale, rev_byteorder=True)
    if not colours:
        return rgb_png(bitmap.width, bitmap.height, bytes(bitmap.buffer), bitmap.stride)
    stream = BytesIO()
    bitmap.to_pil().quantize(colours, dither=0).save(stream, "PNG", optimize=True)
    return stream.getvalue()


def rgb_png(width: int, height: int, pixels: bytes, stride: int) -> bytes:
    """Return pixels of three bytes (red, green, blue) as a PNG file; ``stride`` bytes are a row.

    No row is filtered: on pages, which are flat, filters make a file slower and larger.
    """
    rows = [b"\0" + pixels[at : at + 3 * width] for at in range(0, height * stride, stride)]
    head = pack(">IIBBBBB", width, height, 8, RGB, 0, 0, 0)
    parts = (b"IHDR", head), (b"IDAT", compress(b"".join(rows), LEVEL)), (b"IEND", b"")
    return SIGNATURE + b"".join([_chunk(kind, data) for kind, data in parts])


def _chunk(kind: bytes, data: bytes) -> bytes:
    """Return a chunk of a PNG file (ISO/IEC 15948, 5.3)."""
    return pack(">I", len(data)) + kind + data + pack(">I", crc32(kind + data))
