"""Pictures of a handout's pages, drawn by pypdfium2 (the extra `preview`)."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from brochure.language.messages import install
from brochure.model import BrochureError, ExitCode, Problem

WIDTHS = (600, 1200)
"""Pixels: for the body of an e-mail, and for a screen of twice the density."""
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
    image = page.render(scale=scale).to_pil()
    if colours:
        image = image.quantize(colours, dither=0)
    stream = BytesIO()
    image.save(stream, "PNG", optimize=True)
    return stream.getvalue()
