"""Photos of more pixels than any handout shows, made smaller as they are read."""

from __future__ import annotations

from io import BytesIO
from math import ceil, sqrt

from brochure.art import png_file
from brochure.art.image_files import bare, described
from brochure.art.picture_words import check_size
from brochure.art.turned import shown_size

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from PIL.Image import Image

QUALITY = 92
PLENTY = 6_000_000
"""Pixels that print at 300 dots per inch over a whole page's width."""
STRIP = 64
"""Rows of the smaller picture that are made at once."""
_TURNS = (
    *("FLIP_LEFT_RIGHT", "ROTATE_180", "FLIP_TOP_BOTTOM", "TRANSPOSE"),
    *("ROTATE_270", "TRANSVERSE", "ROTATE_90"),
)
"""What Pillow calls EXIF's orientations from 2 on."""


def fitting(data: bytes) -> tuple[bytes, tuple[int, int]]:
    """Return a picture that was proven with at most PLENTY pixels, upright, and its size as shown.

    Raises ValueError for a large PNG of which one colour is clear.
    """
    picture = described(data)
    width, height = shown_size(picture.width, picture.height, picture.turn)
    if picture.kind == "png":
        smaller = _smaller_png(data, ceil(sqrt(width * height / PLENTY)))
        options: dict[str, Any] = {"format": "PNG"}
    else:
        smaller = _smaller_jpeg(data, (width, height))
        options = {"format": "JPEG", "quality": QUALITY, "exif": b"", "icc_profile": None}
    if picture.turn > 1:
        from PIL import Image

        smaller = smaller.transpose(Image.Transpose[_TURNS[picture.turn - 2]])
    out = BytesIO()
    smaller.save(out, **options)
    return out.getvalue(), smaller.size


def _smaller_jpeg(data: bytes, size: tuple[int, int]) -> Image:
    """Return a photo made two, four or eight times smaller while it is decoded."""
    from PIL import Image

    halves = 2
    while size[0] * size[1] > PLENTY * halves * halves:
        halves *= 2
    with Image.open(BytesIO(bare(data))) as photo:
        photo.draft(photo.mode, (size[0] // halves, size[1] // halves))
        photo.load()
        return photo.copy()


def _smaller_png(data: bytes, factor: int) -> Image:
    """Return a picture made so many times smaller, strip by strip."""
    from PIL import Image

    if png_file.notes(data).clear is not None and png_file.header(data).colour != 3:
        check_size(described(data).width, described(data).height, png_file.MOST_DEEP)
    with Image.open(BytesIO(bare(data))) as picture:
        mode = {"P": "RGBA" if "transparency" in picture.info else "RGB", "1": "L"}
        mode_out = mode.get(picture.mode, picture.mode)
        width, height = picture.size
        out = Image.new(mode_out, (ceil(width / factor), ceil(height / factor)))
        high = factor * STRIP
        for top in range(0, height, high):
            strip = picture.crop((0, top, width, min(top + high, height))).convert(mode_out)
            out.paste(strip.reduce(factor), (0, top // factor))
    return out
