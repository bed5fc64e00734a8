"""Pictures that are damaged where only a decoder sees it, and those that are not."""

from __future__ import annotations

import zlib
from io import BytesIO
from random import Random
from struct import pack

import pytest
from PIL import Image

from brochure.art import jpeg_file, large_photos
from brochure.art.decoded import decoded
from brochure.art.image_files import described, probe
from tests.unit.art.test_image_files import chunk, exif, png


def photo(width=120, height=90, mode="RGB", ground=None, **options) -> bytes:
    """A photo of blobs, or a plain ground with a few."""
    random = Random(width * height)
    image = Image.new(mode, (width, height), ground or 0)
    for _ in range(60 if ground is None else 3):
        x, y = random.randrange(width), random.randrange(height // (1 if ground is None else 3))
        tone = tuple(random.randrange(256) for _ in image.getbands())
        image.paste(tone if len(tone) > 1 else tone[0], (x, y, x + 14, y + 11))
    out = BytesIO()
    image.save(out, "JPEG", **{"quality": 88, **options})
    return out.getvalue()


WAYS = [
    {},
    {"mode": "L"},
    {"mode": "CMYK"},
    {"subsampling": 0},
    {"subsampling": 2},
    {"optimize": True},
    {"progressive": True},
    {"restart_marker_blocks": 4},
    {"width": 1, "height": 1},
    {"width": 7, "height": 3},
    {"width": 17, "height": 1},
    {"width": 1, "height": 33},
    {"ground": (0, 0, 0)},
    {"ground": (255, 255, 255), "optimize": True},
    {"ground": (10, 20, 30), "optimize": True, "progressive": True},
]


@pytest.mark.parametrize("way", WAYS, ids=str)
def test_a_whole_photo_is_taken(way):
    assert probe(photo(**way)).width == way.get("width", 120)
    assert probe(photo(**way) + b"more\xff\xd8behind it").kind == "jpeg"


def scan(data: bytes) -> tuple[int, int]:
    """Where the pixels of a photo begin and end."""
    start = data.rindex(b"\xff\xda")
    return start + 2 + int.from_bytes(data[start + 2 : start + 4], "big"), len(data) - 2


@pytest.mark.parametrize("way", [w for w in WAYS[:6] if w != {"restart_marker_blocks": 4}], ids=str)
@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_a_photo_whose_tail_is_noughts_is_refused(way, share):
    data = photo(300, 200, **way)
    start, end = scan(data)
    cut = round(start + share * (end - start))
    with pytest.raises(ValueError, match="damaged"):
        probe(data[:cut] + bytes(end - cut) + data[end:])


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_a_photo_with_its_end_sewn_on_too_early_is_refused(share):
    data = photo(300, 200)
    start, end = scan(data)
    with pytest.raises(ValueError, match="missing"):
        probe(data[: round(start + share * (end - start))] + data[end:])


def test_a_photo_in_several_scans_with_a_hole_is_refused():
    data = photo(600, 400, progressive=True)
    scans = [bytes(piece) for marker, piece in jpeg_file.segments(data) if marker == 0xDA]
    longest = max(scans[1:5], key=len)  # of those that first tell of the finer parts
    middle = data.index(longest) + len(longest) // 2
    with pytest.raises(ValueError, match="overwritten"):
        probe(data[:middle] + bytes(200) + data[middle + 200 :])


def test_a_photo_with_a_broken_table_is_refused():
    data = photo()
    at = data.index(b"\xff\xc4") + 5
    with pytest.raises(ValueError, match="damaged"):
        probe(data[:at] + bytes([255] * 16) + data[at + 16 :])


def test_a_row_with_a_filter_that_there_is_not_is_refused():
    rows = b"".join([b"\0" + bytes(9), b"\5" + bytes(9)])
    with pytest.raises(ValueError, match="row of its pixels"):
        probe(png(pixels=zlib.compress(rows)))
    small = b"".join([b"\0" + bytes(3), b"\0" + bytes(3), b"\0" + bytes(3), b"\7" + bytes(9)])
    with pytest.raises(ValueError, match="row of its pixels"):
        probe(png(interlaced=1, pixels=zlib.compress(small)))


def test_pixels_without_their_last_checksum_are_refused():
    whole = zlib.compress(b"\0" * 20)
    for packed in (whole[:-4], whole[:-1] + b"\0"):
        with pytest.raises(ValueError, match="damaged"):
            probe(png(pixels=packed))


def grey(values: list[int], depth: int, clear: int | None = None) -> bytes:
    """A PNG of one row of greys."""
    bits = "".join(f"{value:0{depth}b}" for value in values)
    row = int(bits.ljust(-(-len(bits) // 8) * 8, "0"), 2).to_bytes(-(-len(bits) // 8), "big")
    extra = b"" if clear is None else chunk(b"tRNS", pack(">H", clear))
    pixels = zlib.compress(b"\0" + row)
    return png(len(values), 1, colour=0, depth=depth, pixels=pixels, extra=extra)


@pytest.mark.parametrize("depth", [1, 2, 4, 8, 16])
def test_greys_of_every_depth_come_out_right(depth):
    most = (1 << depth) - 1
    values = [0, most, most // 3, most // 2]
    picture, mask = decoded(grey(values, depth))
    shown = list(picture.convert("L").tobytes())
    assert shown == pytest.approx([255 * value / most for value in values], abs=1)
    assert mask is None


@pytest.mark.parametrize("depth", [1, 2, 4, 8, 16])
def test_one_clear_grey_of_every_depth_is_clear(depth):
    most = (1 << depth) - 1
    mask = decoded(grey([0, most, 1, most], depth, clear=most))[1]
    assert list(mask.tobytes()) == [255, 0, 0 if most == 1 else 255, 0]


def test_one_clear_colour_of_sixteen_bits_is_clear():
    row = b"\0" + pack(">6H", 65535, 4660, 0, 65535, 4660, 65535)
    clear = chunk(b"tRNS", pack(">3H", 65535, 4660, 0))
    data = png(2, 1, depth=16, pixels=zlib.compress(row), extra=clear)
    picture, mask = decoded(data)
    assert picture.getpixel((1, 0)) == pytest.approx((255, 18, 255), abs=1)
    assert list(mask.tobytes()) == [0, 255]


@pytest.mark.parametrize("turn", [1, 3, 6])
def test_a_very_large_photo_is_made_smaller_and_upright(turn, monkeypatch):
    monkeypatch.setattr(large_photos, "PLENTY", 5_000)
    image = Image.new("RGB", (300, 200))
    image.paste((250, 30, 20), (0, 0, 150, 100))
    out = BytesIO()
    image.save(out, "JPEG", quality=95)
    data = out.getvalue()[:2] + exif(turn) + out.getvalue()[2:]
    smaller, size = large_photos.fitting(data)
    again = described(smaller)
    assert (again.width, again.height, again.turn) == (*size, 1)
    assert size == ((50, 75) if turn == 6 else (75, 50))
    red = {1: (10, 10), 3: (65, 40), 6: (40, 10)}[turn]
    assert Image.open(BytesIO(smaller)).getpixel(red)[0] > 200
    assert large_photos.fitting(data)[0] == smaller


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "L", "LA", "P", "1"])
def test_a_very_large_png_is_made_smaller_in_strips(mode, monkeypatch):
    monkeypatch.setattr(large_photos, "PLENTY", 9_000)
    image = Image.new("RGBA", (301, 500), (0, 0, 0, 0 if mode in ("RGBA", "LA") else 255))
    image.paste((250, 250, 250, 255), (0, 300, 150, 500))
    out = BytesIO()
    (image.quantize(4) if mode == "P" else image.convert(mode)).save(out, "PNG")
    smaller, size = large_photos.fitting(out.getvalue())
    assert size == (61, 100)
    again = Image.open(BytesIO(smaller)).convert("RGBA")
    assert again.getpixel((10, 90))[0] > 240
    assert again.getpixel((50, 90))[3] == (0 if mode in ("RGBA", "LA") else 255)
    assert probe(smaller).kind == "png"
