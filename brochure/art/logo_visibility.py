"""Whether a logo can be seen where it is drawn, and how much of its file is empty.

Logos are often made for dark grounds: white letters, and nothing behind them. On paper they
leave a hole, and nothing is wrong with the file.
"""

from __future__ import annotations

from collections.abc import Iterator

from brochure.art.svg_bounds import NOWHERE, Box, around, common, is_empty
from brochure.brand.colour import WHITE, contrast
from brochure.model import Ink, Layer, Path2D, Paths, Shading

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    from PIL.Image import Image

    Lack = Literal["", "unseen", "faint", "pale", "margin"]

SEEN, PLAIN = 1.5, 3.0
"""The contrast with the paper from which on ink can be seen at all, and seen well (WCAG 2.2,
1.4.11, though it leaves logos free)."""
LEAST_SHOWN, LEAST_FILLED = 0.1, 0.25
"""The share of the ink's box that must show, and of the file that must be ink's box."""
WHITISH = 1.2
"""The contrast under which ink is lost; between this and SEEN it is merely pale."""
GROUND = 0.98
"""The share of the file that a white sheet behind the logo covers."""
THUMB = 256
"""Pixels along the longer side of what a picture is judged by."""


def lack_of_paths(paths: Paths, boxes: tuple[Box, ...], width: float, height: float) -> Lack:
    """Return what vector art lacks on white paper."""
    page = (0.0, 0.0, width, height)
    ink, shown, lost, dark = [], [], [], []
    for path, whole in zip(paths, boxes, strict=True):
        box = common(whole, page)
        most = max((contrast(found, WHITE) for found in _inks(path, 1.0)), default=1.0)
        if most >= SEEN:
            shown.append(box)
        if most >= PLAIN:
            dark.append(box)
        if most < WHITISH and _share(box, page) < GROUND:
            lost.append(box)
        elif most >= WHITISH:
            ink.append(box)
    return _lack(around([*ink, *lost]), around(shown), around(lost), around(dark), page)


def _inks(path: Path2D | Layer, solid: float) -> Iterator[Ink]:
    """Yield the inks of a path as they look on white paper."""
    if isinstance(path, Layer):
        for inner in path.paths:
            yield from _inks(inner, solid * path.solid)
        return
    for paint, own in ((path.fill, path.solid[0]), (path.stroke, path.solid[1])):
        if isinstance(paint, Shading):
            yield from (_on_white(ink, solid * own * at) for _, ink, at in paint.stops)
        elif paint:
            yield _on_white(paint, solid * own)


def _on_white(ink: Ink, solid: float) -> Ink:
    if len(ink) == 4:
        return tuple(solid * part for part in ink)
    return tuple(1 - solid * (1 - part) for part in ink)


def _share(box: Box, page: Box) -> float:
    """Return which part of a page a box covers."""
    if is_empty(box):
        return 0.0
    return (box[2] - box[0]) * (box[3] - box[1]) / ((page[2] - page[0]) * (page[3] - page[1]))


def _lack(ink: Box, shown: Box, lost: Box, dark: Box, page: Box) -> Lack:
    """Return what a logo lacks, by the boxes around its inks of each kind."""
    if is_empty(shown):
        return "unseen"
    if _share(shown, page) < LEAST_SHOWN * _share(lost, page):
        return "faint"
    if _share(dark, page) < LEAST_SHOWN * _share(shown, page):
        return "pale"
    return "margin" if _share(ink, page) < LEAST_FILLED else ""


# ----------------------------------------------------------------- pixels


def lack_of_picture(data: bytes) -> Lack:
    """Return what a picture that has been proven lacks on white paper."""
    from PIL import Image, ImageChops

    from brochure.art.decoded import decoded
    from brochure.art.image_files import bare

    picture, mask = decoded(bare(data))
    picture = picture.convert("RGB")
    if mask is not None:
        picture = Image.composite(picture, Image.new("RGB", picture.size, "white"), mask)
    factor = max(1, max(picture.size) // THUMB)
    picture = picture.reduce(factor)
    mask = mask and mask.reduce(factor)
    light = _light(picture)
    shown = light.point([255 if _contrast(value) >= SEEN else 0 for value in range(256)])
    ink = light.point([255 if value < 245 else 0 for value in range(256)])
    dark = light.point([255 if _contrast(value) >= PLAIN else 0 for value in range(256)])
    lost = light.point([255 if _contrast(value) < WHITISH else 0 for value in range(256)])
    if mask is not None:
        solid = mask.point([255 if value > 25 else 0 for value in range(256)])
        if solid.histogram()[255] < GROUND * solid.width * solid.height:
            ink = ImageChops.lighter(ink, solid)
    page = (0.0, 0.0, float(light.width), float(light.height))
    pale = _box(ImageChops.darker(lost, ink))
    return _lack(_box(ink), _box(shown), pale, _box(dark), page)


def _box(mask: Image) -> Box:
    found = mask.getbbox()
    return (
        (float(found[0]), float(found[1]), float(found[2]), float(found[3])) if found else NOWHERE
    )


def _contrast(light: int) -> float:
    """Return the contrast with white of a luminance in 255ths (WCAG 2.2, 1.4.3)."""
    return 1.05 / (light / 255 + 0.05)


def _light(picture: Image) -> Image:
    """Return the luminance of an RGB picture in 255ths (WCAG 2.2, relative luminance)."""
    from PIL import ImageChops

    shares = (0.2126, 0.7152, 0.0722)
    parts = [
        band.point([round(255 * share * _linear(value / 255)) for value in range(256)])
        for band, share in zip(picture.split(), shares, strict=True)
    ]
    return ImageChops.add(ImageChops.add(parts[0], parts[1]), parts[2])


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
