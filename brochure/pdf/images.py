"""PNG and JPEG pictures as PDF image objects; Pillow is imported only for a PNG.

A JPEG is copied as it is; a PNG is decoded, and its transparency becomes a soft mask.
"""

from __future__ import annotations

from io import BytesIO

from brochure.art.image_files import bare, probe
from brochure.pdf.objects import Document

ADOBE = b"\xff\xee\x00\x0eAdobe"
MODES = {1: "L", 3: "RGB", 4: "CMYK"}
GREY_MODES = ("1", "L", "LA", "I", "I;16")
SPACES = {1: b"/DeviceGray", 3: b"/DeviceRGB", 4: b"/DeviceCMYK"}


def _header(width: int, height: int, space: bytes, more: bytes = b"") -> bytes:
    return (
        b"/Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace %b"
        b" /BitsPerComponent 8%b" % (width, height, space, more)
    )


def _add_jpeg(document: Document, data: bytes, width: int, height: int, parts: int) -> int:
    entries = _header(width, height, SPACES[parts], b" /Filter /DCTDecode")
    if parts == 4 and ADOBE in data:  # Adobe writes CMYK inverted
        entries += b" /Decode [1 0 1 0 1 0 1 0]"
    return document.add_stream(data, entries, packed=False)


def _add_decoded(document: Document, data: bytes, parts: int) -> int:
    """Add a picture decoded by Pillow, in a colour space of ``parts`` components."""
    from PIL import Image

    picture: Image.Image = Image.open(BytesIO(data))
    clear = picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info
    more = b""
    if clear:
        picture = picture.convert("RGBA")
        mask = picture.getchannel("A")
        entries = _header(*mask.size, b"/DeviceGray")
        more = b" /SMask %d 0 R" % document.add_stream(mask.tobytes(), entries)
    if picture.mode in GREY_MODES and parts == 3:
        parts = 1
    plain = picture.convert(MODES[parts])
    return document.add_stream(plain.tobytes(), _header(*plain.size, SPACES[parts], more))


def add_image(document: Document, data: bytes, parts: int = 3) -> int:
    """Add a picture and return its object's number; raises ValueError as `probe` does.

    ``parts`` is 1 for grey, 3 for RGB, 4 for CMYK pages; a JPEG of fewer components than
    the page's, or as many, is copied as it is.
    """
    picture = probe(data)
    data = bare(data)  # no place where a photo was taken goes into a handout
    if picture.kind == "jpeg" and picture.components in (1, parts):
        return _add_jpeg(document, data, picture.width, picture.height, picture.components)
    return _add_decoded(document, data, parts)
