"""PNG and JPEG pictures as PDF image objects; Pillow is imported only for a PNG.

A JPEG is copied as it is; a PNG is decoded, and its transparency becomes a soft mask.
"""

from __future__ import annotations

from brochure.art.image_files import bare, described
from brochure.art.turned import shown_size
from brochure.pdf.objects import Document
from brochure.typeset.fonts import ASSETS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from PIL.Image import Image

COATED = ASSETS / "icc" / "coated.icc"

ADOBE = b"\xff\xee\x00\x0eAdobe"
MODES = {1: "L", 3: "RGB", 4: "CMYK"}
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
    from brochure.art.decoded import decoded

    picture, mask = decoded(data)
    more = b""
    if mask is not None:
        entries = _header(*mask.size, b"/DeviceGray")
        more = b" /SMask %d 0 R" % document.add_stream(mask.tobytes(), entries)
    if picture.mode == "L" and parts == 3:
        parts = 1
    plain = _in_inks(picture) if parts == 4 else picture.convert(MODES[parts])
    del picture, mask
    return document.add_stream(plain.tobytes(), _header(*plain.size, SPACES[parts], more))


def _in_inks(picture: Image) -> Image:
    """Return a picture in the inks of the press's profile; plainly turned where Pillow has none."""
    if picture.mode != "RGB":
        return picture.convert("CMYK")
    try:
        from PIL import ImageCms
    except ImportError:
        return picture.convert("CMYK")
    screen = ImageCms.createProfile("sRGB")
    made = ImageCms.profileToProfile(
        picture, screen, str(COATED), ImageCms.Intent.PERCEPTUAL, "CMYK"
    )
    return made or picture.convert("CMYK")


def add_image(document: Document, data: bytes, parts: int = 3) -> tuple[int, int]:
    """Add a picture; return its object's number and how it must be turned (EXIF, 1 to 8).

    ``parts`` is 1 for grey, 3 for RGB, 4 for CMYK pages; a JPEG of fewer components than
    the page's, or as many, is copied as it is. Raises ValueError for what is no picture.
    """
    picture = described(data)
    data = bare(data)  # no place where a photo was taken goes into a handout
    if picture.kind == "jpeg" and picture.components in (1, parts):
        width, height = shown_size(picture.width, picture.height, picture.turn)
        return _add_jpeg(document, data, width, height, picture.components), picture.turn
    return _add_decoded(document, data, parts), picture.turn
