from __future__ import annotations

import io
import zlib
from contextlib import suppress
from functools import partial
from struct import pack
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brochure.art import jpeg_file, png_file
from brochure.art.image_files import MOST_BYTES, Picture, bare, described, probe

# ------------------------------------------------------------------ makers


def chunk(name: bytes, body: bytes) -> bytes:
    return pack(">I", len(body)) + name + body + pack(">I", zlib.crc32(name + body))


def png(width=3, height=2, colour=2, depth=8, *, pixels=None, extra=b"", interlaced=0):
    channels = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}.get(colour, 1)
    row = 1 + (width * channels * depth + 7) // 8
    packed = zlib.compress(bytes(row * height)) if pixels is None else pixels
    header = pack(">IIBBBBB", width, height, depth, colour, 0, 0, interlaced)
    parts = chunk(b"IHDR", header) + extra + chunk(b"IDAT", packed) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + parts


def segment(marker: int, body: bytes) -> bytes:
    return pack(">BBH", 0xFF, marker, len(body) + 2) + body


def jpeg(width=3, height=2, components=3, *, frame=0xC0, extra=b"", bits=8, end=b"\xff\xd9"):
    size = pack(">BHHB", bits, height, width, components) + bytes(3 * components)
    scan = segment(0xDA, bytes(10)) + b"\x12\x34\xff\x00\x56"
    return b"\xff\xd8" + extra + segment(frame, size) + scan + end


def exif(orientation: int, order: str = "<") -> bytes:
    mark = b"II*\0" if order == "<" else b"MM\0*"
    entries = pack(order + "HHHIHH", 1, 0x0112, 3, 1, orientation, 0)
    return segment(0xE1, b"Exif\0\0" + mark + pack(order + "I", 8) + entries + bytes(4))


PALETTE = chunk(b"PLTE", bytes(6))


# --------------------------------------------------------- what is left out

BOMB = zlib.compress(bytes(50_000_000))
PNG_NOTES = [
    (b"iCCP", b"x\0\0" + BOMB),
    (b"zTXt", b"x\0\0" + BOMB),
    (b"iTXt", b"x\0\1\0\0\0" + BOMB),
    (b"tEXt", b"Author\0Jane Roe"),
    *((name, b"") for name in (b"iCCP", b"gAMA", b"sRGB", b"pHYs", b"acTL", b"fcTL", b"eXIf")),
]


@pytest.mark.parametrize("note", PNG_NOTES, ids=lambda note: f"{note[0].decode()}-{len(note[1])}")
def test_a_bare_png_has_no_notes_that_could_trip_a_decoder(note):
    data = png(extra=chunk(*note))
    assert probe(data).width == 3
    assert bare(data) == png()


def test_a_bare_png_keeps_its_colours_and_what_is_clear():
    data = png(colour=3, extra=PALETTE + chunk(b"tRNS", b"\0"))
    assert bare(data) == data


def test_a_bare_jpeg_does_not_tell_where_it_was_taken():
    adobe = segment(0xEE, b"Adobe\0\x64\0\0\0\0\1")
    place = exif(1) + segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0<GPS>") + segment(0xFE, b"Jane")
    data = jpeg(extra=place + adobe, end=b"\xff\xd9" + jpeg(extra=exif(1)))
    assert bare(data) == jpeg(extra=adobe)


def test_a_bare_jpeg_keeps_every_scan():
    scan = segment(0xC4, bytes(5)) + segment(0xDA, bytes(6)) + b"\1\xff\xd3\2\xff\0"
    data = jpeg(frame=0xC2, end=scan + scan + b"\xff\xd9")
    assert bare(data) == data


def test_a_bare_picture_looks_the_same():
    image = pytest.importorskip("PIL.Image")
    picture = image.effect_noise((60, 40), 90)
    for kind, options in (("PNG", {}), ("JPEG", {"progressive": True, "comment": b"Jane"})):
        stream = io.BytesIO()
        picture.save(stream, kind, **options)
        plain = bare(stream.getvalue())
        assert image.open(io.BytesIO(plain)).tobytes() == image.open(stream).tobytes()
        assert b"Jane" not in plain


# ------------------------------------------------------------ what is read


@pytest.mark.parametrize(
    ("data", "alpha", "components"),
    [
        (png(colour=0), False, 1),
        (png(colour=0, depth=1), False, 1),
        (png(colour=0, depth=16), False, 1),
        (png(colour=2), False, 3),
        (png(colour=3, depth=4, extra=PALETTE), False, 3),
        (png(colour=3, extra=PALETTE + chunk(b"tRNS", b"\0")), True, 3),
        (png(colour=4), True, 1),
        (png(colour=6), True, 3),
        (png(colour=6, depth=16), True, 3),
    ],
)
def test_png_kinds(data, alpha, components):
    assert probe(data) == Picture("png", 3, 2, 0.0, alpha, components)


@pytest.mark.parametrize("components", [1, 3, 4])
@pytest.mark.parametrize("frame", [0xC0, 0xC1, 0xC2])
def test_jpeg_kinds_progressive_and_cmyk_too(components, frame):
    data = jpeg(640, 480, components, frame=frame)
    assert described(data) == Picture("jpeg", 640, 480, 0.0, False, components)


def test_an_interlaced_png_is_read():
    # Of the seven passes, three hold one of the six pixels, the last holds three, the rest none.
    size = 3 * (1 + 3) + (1 + 9)
    assert probe(png(interlaced=1, pixels=zlib.compress(bytes(size)))).width == 3
    for wrong in (size - 1, size + 1):
        with pytest.raises(ValueError, match=r"header says|too early"):
            probe(png(interlaced=1, pixels=zlib.compress(bytes(wrong))))


@pytest.mark.parametrize(("unit", "dpi"), [(0, 0.0), (1, 299.99)])
def test_png_density(unit, dpi):
    data = png(extra=chunk(b"pHYs", pack(">IIB", 11811, 11811, unit)))
    assert probe(data).dpi == pytest.approx(dpi, abs=0.02)


@pytest.mark.parametrize(("unit", "dpi"), [(0, 0.0), (1, 300.0), (2, 762.0)])
def test_jpeg_density(unit, dpi):
    head = segment(0xE0, b"JFIF\0\1\1" + pack(">BHHBB", unit, 300, 300, 0, 0))
    assert described(jpeg(extra=head)).dpi == dpi


@pytest.mark.parametrize("mode", ["1", "L", "LA", "RGB", "RGBA", "P", "I;16"])
def test_what_another_library_writes_as_png(mode):
    image = pytest.importorskip("PIL.Image").new(mode, (33, 17))
    file = io.BytesIO()
    image.save(file, "PNG", dpi=(144, 144))
    picture = probe(file.getvalue())
    assert (picture.width, picture.height, picture.has_alpha) == (33, 17, mode in ("LA", "RGBA"))
    assert picture.dpi == pytest.approx(144, abs=0.02)


@pytest.mark.parametrize(("mode", "components"), [("L", 1), ("RGB", 3), ("CMYK", 4)])
@pytest.mark.parametrize("progressive", [False, True])
def test_what_another_library_writes_as_jpeg(mode, components, progressive):
    image = pytest.importorskip("PIL.Image").new(mode, (33, 17))
    file = io.BytesIO()
    image.save(file, "JPEG", progressive=progressive, dpi=(300, 300))
    assert probe(file.getvalue()) == Picture("jpeg", 33, 17, 300.0, False, components)


# --------------------------------------------------------- what is refused


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b"hello", "neither a PNG nor a JPEG"),
        (b"GIF89a" + bytes(20), "GIF"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "WebP"),
        (b"BM" + bytes(40), "BMP"),
        (b"II*\0" + bytes(9), "TIFF"),
        (b"%PDF-1.7", "PDF"),
        (b"\0\0\0\x18ftypheic", "HEIC"),
        (b"\0\0\0\x18ftypavif", "AVIF"),
        (b"PK\3\4" + bytes(20), "ZIP"),
        (b"\0\0\1\0" + bytes(20), "icon"),
        (b"<svg xmlns=''/>", "SVG"),
        (b"<!doctype html>", "web page"),
        (b"\x89PNG\r\n\x1a\n", "too early"),
        (b"\xff\xd8", "too early"),
    ],
)
def test_other_kinds_are_named(data, words):
    with pytest.raises(ValueError, match=words):
        probe(data)


@pytest.mark.parametrize(
    ("make", "most"),
    [
        (partial(png, pixels=b""), png_file.MOST_PIXELS),
        (partial(png, pixels=b"", depth=16), png_file.MOST_DEEP),
        (jpeg, jpeg_file.MOST_PIXELS),
        (partial(jpeg, frame=0xC2), jpeg_file.MOST_PROGRESSIVE),
    ],
    ids=["png", "deep", "jpeg", "progressive"],
)
def test_sizes_have_limits(make, most):
    for width, height, words in [(0, 5, "zero"), (5, 0, "zero"), (8000, most // 8000 + 1, "mill")]:
        with pytest.raises(ValueError, match=words):
            described(make(width, height))
    assert described(make(8000, most // 8000)).width == 8000


def test_the_largest_sizes_that_a_header_can_hold_are_refused():
    with pytest.raises(ValueError, match="allowed"):
        probe(png(2**31 - 1, 2**31 - 1, pixels=b""))
    with pytest.raises(ValueError, match="allowed"):
        probe(jpeg(65535, 65535))


def test_more_than_20_megabytes_are_refused():
    with pytest.raises(ValueError, match="20 MB"):
        probe(png() + bytes(MOST_BYTES))


def test_a_bomb_is_stopped_at_once():
    bomb = zlib.compress(bytes(50_000_000), 9)
    start = process_time()
    with pytest.raises(ValueError, match="more than its header says"):
        probe(png(10, 10, pixels=bomb))
    assert process_time() - start < 0.5


@pytest.mark.parametrize(
    "data",
    [
        png(pixels=zlib.compress(b"\0" * 5)),
        png(pixels=b"not packed"),
        png(colour=5),
        png(colour=2, depth=4),
        png(colour=3),
        png(interlaced=2),
        png()[:-20] + b"\x55" + png()[-19:],
        jpeg(components=2),
        jpeg(bits=12),
        jpeg(frame=0xC3),
        jpeg(frame=0xC9),
        jpeg(end=b""),
        b"\xff\xd8" + segment(0xDA, bytes(10)) + b"\xff\xd9",
        b"\xff\xd8\xff\xe0\0\1",
        b"\xff\xd8" + b"\0" * 50,
    ],
    ids=lambda data: f"{len(data)}",
)
def test_damage_is_refused(data):
    with pytest.raises(ValueError, match=r"picture|JPEG"):
        probe(data)


@pytest.mark.parametrize("whole", [png(), png(colour=3, extra=PALETTE), jpeg(extra=exif(1))])
def test_a_file_that_was_cut_anywhere_is_refused(whole):
    for length in range(len(whole)):
        with pytest.raises(ValueError, match=r"\w"):
            probe(whole[:length])


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize("turn", range(2, 9))
def test_a_photo_that_lies_on_its_side_is_known(turn, order):
    size = (2, 3) if turn >= 5 else (3, 2)
    for data in (
        jpeg(extra=exif(turn, order)),
        png(extra=chunk(b"eXIf", exif(turn, order)[10:])),
    ):
        found = described(data)
        assert (found.width, found.height, found.turn) == (*size, turn)


@pytest.mark.parametrize(
    "note",
    [exif(1), exif(1, ">"), exif(0), exif(99), segment(0xE1, b"Exif\0\0II*\0\xff\xff\xff\xff")],
)
def test_an_upright_photo_or_a_broken_note_is_no_hindrance(note):
    assert described(jpeg(extra=note)).turn == 1


@given(st.data())
def test_damage_never_raises_anything_else(data):
    seeds = [png(), png(colour=6), png(colour=3, extra=PALETTE), jpeg(), jpeg(extra=exif(1))]
    seed = bytearray(data.draw(st.sampled_from(seeds)))
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(seed) - 1))
        seed[at : at + data.draw(st.integers(0, 3))] = data.draw(st.binary(max_size=4))
        seed = seed or bytearray(1)
    try:
        assert probe(bytes(seed)).width > 0
    except ValueError as error:
        assert str(error)


@given(st.binary(max_size=200), st.sampled_from([b"", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"]))
def test_noise_never_raises_anything_else(noise, start):
    try:
        probe(start + noise)
    except ValueError as error:
        assert str(error)


@pytest.mark.parametrize(
    ("colour", "extra"),
    [
        (3, chunk(b"PLTE", b"abcd")),
        (3, chunk(b"PLTE", bytes(771))),
        (3, PALETTE + chunk(b"tRNS", bytes(3))),
        (3, PALETTE + chunk(b"tRNS", b"")),
        (0, chunk(b"tRNS", b"\0")),
        (2, chunk(b"tRNS", bytes(5))),
        (6, chunk(b"tRNS", bytes(6))),
    ],
)
def test_tables_that_do_not_fit_are_refused(colour, extra):
    with pytest.raises(ValueError, match="damaged"):
        probe(png(colour=colour, extra=extra))


@pytest.mark.parametrize(
    "data",
    [
        png(extra=chunk(b"tEXt", b"") * 1_000_000),
        jpeg(extra=segment(0xFE, b"") * 3_000_000),
        jpeg(extra=b"\xff\x01" * 5_000_000),
        jpeg(extra=b"\xff" * 19_000_000),
        jpeg()[:-2] + b"\xff\0" * 9_000_000,
    ],
    ids=["chunks", "segments", "marks", "filling", "scan"],
)
def test_a_picture_in_a_million_parts_costs_little_time(data):
    start = process_time()
    with suppress(ValueError):
        probe(data)
    assert process_time() - start < 2.0


def test_a_jpeg_without_a_scan_is_refused():
    with pytest.raises(ValueError, match="damaged"):
        probe(b"\xff\xd8" + segment(0xC0, pack(">BHHB", 8, 2, 3, 1) + bytes(3)) + b"\xff\xd9")
