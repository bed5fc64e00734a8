"""PNG and JPEG pictures: what they are, whether they are whole, and what of them is needed."""

from __future__ import annotations

import re

from brochure._startup.records import dataclass
from brochure.art import jpeg_file, png_file
from brochure.art.png_file import PNG_START
from brochure.art.turned import shown_size

PRINT_DPI = 200
"""What print needs of a picture at the size it is drawn."""
POINTS_PER_INCH = 72
MOST_BYTES = 20_000_000
LARGE = 16_000_000
"""A photo of more pixels is made smaller, in four inks from half as many on."""


@dataclass(frozen=True, slots=True)
class Picture:
    """What a picture's header says; ``dpi`` is 0.0 where it is not stated.

    Width and height are pixels as the picture is shown; ``turn`` is how it must be turned for
    that, as EXIF counts it: 1 not at all, up to 8.
    """

    kind: str  # "png" or "jpeg"
    width: int
    height: int
    dpi: float
    has_alpha: bool
    components: int  # 1 grey, 3 colour, 4 CMYK
    turn: int = 1


def image_dpi(pixels: int, points: float) -> float:
    """Return the dots per inch of a picture so many pixels wide, drawn so many points wide."""
    return pixels / (points / POINTS_PER_INCH) if points > 0 else 0.0


def probe(data: bytes) -> Picture:
    """Return what the PNG or JPEG in ``data`` is, every pixel proven.

    Raises ValueError, in words for whoever chose the picture, if it is of another kind, damaged,
    or larger than 20 MB, a PNG of 16 megapixels or a JPEG of 64.
    """
    picture = described(data)
    if picture.kind == "png":
        png_file.prove(data, png_file.header(data))
    else:
        jpeg_file.prove(data, jpeg_file.header(data))
    return picture


def described(data: bytes) -> Picture:
    """Return what a PNG or JPEG says of itself, its pixels unread; raises as `probe` does."""
    if not data:
        raise ValueError("the file is empty")
    if len(data) > MOST_BYTES:
        raise ValueError(
            f"the file has {len(data) / 1e6:.0f} MB, more than the {MOST_BYTES // 10**6} MB"
            " allowed; save the picture smaller"
        )
    if data.startswith(PNG_START):
        return _png(data)
    if data.startswith(b"\xff\xd8"):
        return _jpeg(data)
    raise ValueError(f"it is {_kind(data)}; open it and save it as PNG or JPEG")


def _png(data: bytes) -> Picture:
    head, notes = png_file.header(data), png_file.notes(data)
    size = shown_size(head.width, head.height, notes.turn)
    alpha = head.has_alpha or notes.clear is not None
    return Picture("png", *size, notes.dpi, alpha, head.components, notes.turn)


def _jpeg(data: bytes) -> Picture:
    head = jpeg_file.header(data)
    size = shown_size(head.width, head.height, head.turn)
    return Picture("jpeg", *size, head.dpi, False, head.components, head.turn)


def bare(data: bytes) -> bytes:
    """Return a picture that `probe` takes without its notes: place, camera, thumbnail, texts.

    Only what its pixels need stays. Raises ValueError as `probe` does.
    """
    if data.startswith(PNG_START):
        kept = [piece for name, piece in png_file.chunks(data) if name in png_file.PIXEL_CHUNKS]
        return b"".join([PNG_START, *kept])
    return jpeg_file.bare(data)


KINDS: tuple[tuple[str, str], ...] = (
    (r"GIF8", "a GIF picture"),
    (r"RIFF....WEBP", "a WebP picture"),
    (r"%PDF-", "a PDF or Illustrator (AI) file"),
    (r"....ftyp(hei|hev|mif1|msf1)", "an HEIC photo, as iPhones take them"),
    (r"....ftypavi[fs]", "an AVIF picture"),
    (r"....ftyp", "a film"),
    (r"BM.{12}", "a BMP picture"),
    (r"II\*\0|MM\0\*|II\+\0|MM\0\+", "a TIFF picture or a camera's raw photo"),
    (r"8BPS", "a Photoshop file"),
    (r"\0\0\0\x0cjP  |\xff\x4f\xff\x51", "a JPEG 2000 picture"),
    (r"\0\0\0\x0cJXL |\xff\x0a", "a JPEG XL picture"),
    (r"\0\0[\x01\x02]\0", "an icon file"),
    (r"%!PS|\xc5\xd0\xd3\xc6", "a PostScript or EPS file"),
    (r"\xd7\xcd\xc6\x9a|\x01\0\0\0.{36} EMF", "a Windows drawing (WMF or EMF)"),
    (r"PK\x03\x04", "a ZIP archive, or a file of Office, Canva or Affinity"),
    (r"\xd0\xcf\x11\xe0", "a file of an old Office program"),
    (r"\x1f\x8b", "a compressed file"),
    (r"RIFF....(CDR|cdr)", "a CorelDRAW file"),
    (r"\s*<(\?xml|!--|!DOCTYPE svg|svg)|\xef\xbb\xbf\s*<", "an SVG drawing or another XML file"),
    (r"(?i)\s*<(!doctype )?html", "a web page"),
)


def _kind(data: bytes) -> str:
    start = data[:64].decode("latin-1")
    found = (words for pattern, words in KINDS if re.match(pattern, start, re.DOTALL))
    return next(found, "neither a PNG nor a JPEG picture")
