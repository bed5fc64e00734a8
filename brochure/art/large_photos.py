"""Photos of more pixels than any handout shows, made smaller as they are read."""

from __future__ import annotations

from io import BytesIO

from brochure.art.image_files import bare, described
from brochure.art.turned import shown_size

QUALITY = 92
PLENTY = 6_000_000
"""Pixels that print at 300 dots per inch over a whole page's width."""
_TURNS = (
    *("FLIP_LEFT_RIGHT", "ROTATE_180", "FLIP_TOP_BOTTOM", "TRANSPOSE"),
    *("ROTATE_270", "TRANSVERSE", "ROTATE_90"),
)
"""What Pillow calls EXIF's orientations from 2 on."""


def fitting(data: bytes) -> tuple[bytes, tuple[int, int]]:
    """Return a JPEG that was proven with at most PLENTY pixels, upright, and its size as shown."""
    from PIL import Image

    picture = described(data)
    stored = shown_size(picture.width, picture.height, picture.turn)
    halves = 2
    while stored[0] * stored[1] > PLENTY * halves * halves:
        halves *= 2
    with Image.open(BytesIO(bare(data))) as photo:
        photo.draft(photo.mode, (stored[0] // halves, stored[1] // halves))
        photo.load()
        shown: Image.Image = photo
        if picture.turn > 1:
            shown = photo.transpose(Image.Transpose[_TURNS[picture.turn - 2]])
        out = BytesIO()
        shown.save(out, "JPEG", quality=QUALITY, exif=b"", icc_profile=None)
    return out.getvalue(), shown.size
