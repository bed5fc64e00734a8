"""A picture's pixels, decoded by Pillow, with what Pillow leaves wrong put right."""

from __future__ import annotations

from io import BytesIO
from struct import unpack

from brochure.art import png_file
from brochure.art.png_file import PNG_START

TYPE_CHECKING = False
if TYPE_CHECKING:
    from PIL.Image import Image

SEEN = {"1": "L", "L": "L", "LA": "LA", "RGB": "RGB", "RGBA": "RGBA", "CMYK": "CMYK"}


def decoded(data: bytes) -> tuple[Image, Image | None]:
    """Return a picture in grey, RGB or CMYK, and how solid each pixel is, None if all are.

    ``data`` has been proven. Sixteen bits a sample become eight.
    """
    from PIL import Image

    picture: Image.Image = Image.open(BytesIO(data))
    depth, clear = 8, None
    if data.startswith(PNG_START):
        depth, clear = png_file.header(data).depth, png_file.notes(data).clear
    if picture.mode in ("RGBA", "LA"):
        return _parted(picture)
    if picture.mode in ("P", "PA"):
        return _parted(picture.convert("RGBA" if clear else "RGB"))
    if picture.mode.startswith("I"):
        return _sixteen(picture, clear)
    picture = picture.convert(SEEN.get(picture.mode, "RGB"))
    picture.load()
    return picture, _mask(picture, clear, depth) if clear else None


def _parted(picture: Image) -> tuple[Image, Image | None]:
    """Return a picture without its mask, and the mask."""
    if picture.mode == "RGB":
        return picture, None
    mask = picture.getchannel("A")
    return picture.convert("L" if picture.mode == "LA" else "RGB"), mask


def _sixteen(picture: Image, clear: bytes | None) -> tuple[Image, Image | None]:
    """Return a grey picture of sixteen bits in eight, and its mask."""
    from PIL import Image, ImageChops

    pixels = picture.convert("I;16").tobytes() if picture.mode == "I" else picture.tobytes()
    low, high = (Image.frombytes("L", picture.size, pixels[start::2]) for start in (0, 1))
    if picture.mode == "I;16B":
        low, high = high, low
    if clear is None:
        return high, None
    masks = [_other_than(part, value) for part, value in zip((high, low), clear, strict=True)]
    return high, ImageChops.lighter(*masks)


def _other_than(picture: Image, value: int) -> Image:
    """Return a mask that is clear where a grey picture has one value."""
    return picture.point([0 if each == value else 255 for each in range(256)])


def _mask(picture: Image, clear: bytes, depth: int) -> Image:
    """Return the mask of a picture of which one colour is clear (PNG, tRNS)."""
    from functools import reduce

    from PIL import ImageChops

    values = unpack(f">{len(clear) // 2}H", clear)
    most = (1 << min(depth, 8)) - 1
    shown = [(value >> 8 if depth == 16 else value) * 255 // most for value in values]
    bands = zip(picture.split(), shown, strict=True)
    return reduce(ImageChops.lighter, [_other_than(band, value) for band, value in bands])
