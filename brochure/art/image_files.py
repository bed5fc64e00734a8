"""PNG and JPEG headers read without a library.

A picture that `probe` accepts is whole: its checksums hold and it unpacks to the size it states.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Collection, Iterator
from struct import Struct
from struct import error as StructError  # noqa: N812

from brochure._startup.records import dataclass

PRINT_DPI = 200
"""What print needs of a picture at the size it is drawn."""
POINTS_PER_INCH = 72
MOST_PIXELS = 40_000_000
MOST_BYTES = 20_000_000
MOST_PARTS = 100_000
"""Chunks or segments in a file; only an attack has more."""


@dataclass(frozen=True, slots=True)
class Picture:
    """What a picture's header says; sizes are pixels, ``dpi`` is 0.0 where it is not stated."""

    kind: str  # "png" or "jpeg"
    width: int
    height: int
    dpi: float
    has_alpha: bool
    components: int  # 1 grey, 3 colour, 4 CMYK


def image_dpi(pixels: int, points: float) -> float:
    """Return the dots per inch of a picture so many pixels wide, drawn so many points wide."""
    return pixels / (points / POINTS_PER_INCH) if points > 0 else 0.0


def probe(data: bytes) -> Picture:
    """Return what the PNG or JPEG in ``data`` is.

    Raises ValueError, in words for whoever chose the picture, if it is of another kind, damaged,
    turned by a camera's note, or larger than 20 MB or 40 megapixels.
    """
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
    raise ValueError(f"it is {_kind(data)}; save the picture as PNG or JPEG")


def bare(data: bytes) -> bytes:
    """Return a picture that `probe` takes without its notes: place, camera, thumbnail, texts.

    Only what its pixels need stays. Raises ValueError as `probe` does.
    """
    if data.startswith(PNG_START):
        kept = [piece for name, piece in _chunks(data) if name in _PIXEL_CHUNKS]
        return b"".join([PNG_START, *kept])
    pieces = [piece for marker, piece in _segments(data) if marker not in _NOTES]
    return b"".join([b"\xff\xd8", *pieces, b"\xff\xd9"])


KINDS: tuple[tuple[str, str], ...] = (
    (r"GIF8", "a GIF picture"),
    (r"RIFF....WEBP", "a WebP picture"),
    (r"%PDF-", "a PDF file"),
    (r"....ftyp(hei|hev|mif1|msf1)", "an HEIC photo, as iPhones take them"),
    (r"....ftypavi[fs]", "an AVIF picture"),
    (r"....ftyp", "a film"),
    (r"BM.{12}", "a BMP picture"),
    (r"II\*\0|MM\0\*|II\+\0|MM\0\+", "a TIFF picture"),
    (r"8BPS", "a Photoshop file"),
    (r"\0\0\0\x0cjP  |\xff\x4f\xff\x51", "a JPEG 2000 picture"),
    (r"\0\0[\x01\x02]\0", "an icon file"),
    (r"%!PS", "a PostScript or EPS file"),
    (r"PK\x03\x04", "a ZIP archive or an Office file"),
    (r"\s*<(\?xml|!--|!DOCTYPE svg|svg)|\xef\xbb\xbf\s*<", "an SVG drawing or another XML file"),
    (r"(?i)\s*<(!doctype )?html", "a web page"),
)


def _kind(data: bytes) -> str:
    start = data[:64].decode("latin-1")
    found = (words for pattern, words in KINDS if re.match(pattern, start, re.DOTALL))
    return next(found, "neither a PNG nor a JPEG picture")


def _check_size(width: int, height: int) -> None:
    if not width or not height:
        raise ValueError("the picture is damaged: its width or height is zero")
    if width * height > MOST_PIXELS:
        raise ValueError(
            f"the picture has {width} × {height} pixels, more than the"
            f" {MOST_PIXELS // 10**6} million allowed; save it smaller"
        )


def _damaged(why: str) -> ValueError:
    return ValueError(f"the picture is damaged: {why}; save it again")


def _cut_short() -> ValueError:
    return ValueError("the picture is damaged: the file ends too early; copy or save it again")


# --------------------------------------------------------------------- PNG

PNG_START = b"\x89PNG\r\n\x1a\n"
_CHUNK = Struct(">I4s")
_HEADER = Struct(">IIBBBBB")
_DENSITY = Struct(">IIB")
_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
_DEPTHS = {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}
_PIXEL_CHUNKS = frozenset((b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND"))
_PASSES = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2))
_ADAM7 = (*_PASSES, (0, 1, 1, 2))
"""Of each pass of an interlaced picture: first column, first row, steps across and down."""


def _chunks(data: bytes) -> Iterator[tuple[bytes, memoryview]]:
    """Yield the chunks, each with its name, up to the end mark, checksums proven."""
    view, at = memoryview(data), len(PNG_START)
    for _ in range(MOST_PARTS):
        if at + 12 > len(data):
            raise _cut_short()
        length, name = _CHUNK.unpack_from(data, at)
        end = at + 8 + length
        if end + 4 > len(data):
            raise _cut_short()
        if zlib.crc32(view[at + 4 : end]) != int.from_bytes(view[end : end + 4], "big"):
            raise _damaged("a checksum is wrong")
        yield name, view[at : end + 4]
        at = end + 4
        if name == b"IEND":
            return
    raise _damaged("it is in too many parts")


def _png(data: bytes) -> Picture:
    chunks = ((name, piece[8:-4]) for name, piece in _chunks(data))
    name, body = next(chunks)
    if name != b"IHDR" or len(body) != _HEADER.size:
        raise _damaged("it does not begin like a PNG")
    width, height, depth, colour, *methods, interlaced = _HEADER.unpack(body)
    _check_size(width, height)
    if depth not in _DEPTHS.get(colour, ()) or any(methods) or interlaced > 1:
        raise _damaged("its PNG header makes no sense")
    parts: dict[bytes, memoryview] = {}
    inflator = _Inflator(_unpacked_size(width, height, depth * _CHANNELS[colour], interlaced))
    for name, body in chunks:
        parts.setdefault(name, body)
        if name == b"IDAT":
            inflator.feed(body)
    inflator.finish()
    _check_tables(colour, len(parts.get(b"PLTE", b"")), parts.get(b"tRNS"))
    alpha = colour in (4, 6) or b"tRNS" in parts
    dpi = _png_dpi(parts.get(b"pHYs", memoryview(b"")))
    return Picture("png", width, height, dpi, alpha, 1 if colour in (0, 4) else 3)


def _check_tables(colour: int, palette: int, clear: memoryview | None) -> None:
    """Raise ValueError if the table of colours, or of what is clear, does not fit the picture."""
    if (colour == 3 and not palette) or palette % 3 or palette > 768:
        raise _damaged("its table of colours is missing or wrong")
    sizes: dict[int, Collection[int]] = {0: (2,), 2: (6,), 3: range(1, palette // 3 + 1)}
    if clear is not None and len(clear) not in sizes.get(colour, ()):
        raise _damaged("its note of what is clear is wrong")


def _png_dpi(body: memoryview) -> float:
    if len(body) != _DENSITY.size:
        return 0.0
    across, _, unit = _DENSITY.unpack(body)
    return round(across * 0.0254, 2) if unit == 1 else 0.0


def _unpacked_size(width: int, height: int, bits: int, interlaced: int) -> int:
    """Return how many bytes the pixels unpack to: one filter byte and the row, for every row."""
    passes = _ADAM7 if interlaced else ((0, 0, 1, 1),)
    total = 0
    for left, top, across, down in passes:
        columns, rows = -((left - width) // across), -((top - height) // down)
        if columns > 0 and rows > 0:
            total += rows * (1 + (columns * bits + 7) // 8)
    return total


class _Inflator:
    """Unpacks pixels only to count them, a piece at a time."""

    PIECE = 1 << 18

    def __init__(self, size: int) -> None:
        self.left = size
        self._stream = zlib.decompressobj()

    def feed(self, body: memoryview) -> None:
        """Count what a chunk unpacks to; raises ValueError once it is more than promised."""
        rest: bytes | memoryview = body
        while rest and not self._stream.eof:
            try:
                piece = self._stream.decompress(rest, self.PIECE)
            except zlib.error as error:
                raise _damaged("its pixels cannot be unpacked") from error
            self.left -= len(piece)
            if self.left < 0:
                raise ValueError("the picture holds more than its header says; save it again")
            rest = self._stream.unconsumed_tail

    def finish(self) -> None:
        """Raise ValueError if there were fewer pixels than promised."""
        if self.left != len(self._stream.flush()):
            raise _cut_short()


# -------------------------------------------------------------------- JPEG

_MARK = re.compile(rb"\xff+([^\xff])", re.DOTALL)
_END_OF_SCAN = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
_ALONE = {0x01, *range(0xD0, 0xD9)}
_NOTES = {*range(0xE1, 0xEE), 0xEF, 0xFE}
"""What says nothing of the pixels; APP0 (JFIF) and APP14 (Adobe's colours) do."""
_PLAIN_FRAMES = {0xC0, 0xC1, 0xC2}
_OTHER_FRAMES = set(range(0xC3, 0xD0)) - {0xC4, 0xC8, 0xCC}
_FRAME = Struct(">BHHB")
_UNITS = {1: 1.0, 2: 2.54}


def _segments(data: bytes) -> Iterator[tuple[int, memoryview]]:
    """Yield the segments, each with its marker, the pixels with theirs, up to the end mark."""
    view, at = memoryview(data), 2
    for _ in range(MOST_PARTS):
        mark = _MARK.match(data, at)
        if mark is None:
            at_end = not data[at : at + 1].strip(b"\xff")
            raise _cut_short() if at_end else _damaged("a JPEG mark is missing")
        marker, at = mark[1][0], mark.end()
        if marker == 0xD9:
            return
        if marker in _ALONE:
            continue
        length = int.from_bytes(data[at : at + 2], "big")
        end = at + length
        if length < 2 or end > len(data):
            raise _cut_short()
        if marker == 0xDA:
            end = _scan_end(data, end)
        yield marker, view[at - 2 : end]
        at = end
    raise _damaged("it is in too many parts")


def _scan_end(data: bytes, at: int) -> int:
    """Return where the pixels of a scan end."""
    mark = _END_OF_SCAN.search(data, at)
    if mark is None:
        raise _cut_short()
    return mark.start()


def _jpeg(data: bytes) -> Picture:
    parts: dict[int, bytes] = {}
    for marker, piece in _segments(data):
        if marker in _OTHER_FRAMES:
            raise _rare_jpeg()
        if marker == 0xE1 and bytes(piece[4:10]) == b"Exif\0\0":
            _refuse_turned(bytes(piece[10:]))
        parts.setdefault(0xC0 if marker in _PLAIN_FRAMES else marker, bytes(piece[4:40]))
    frame = parts.get(0xC0, b"")
    if len(frame) < _FRAME.size or 0xDA not in parts:
        raise _damaged("its size or its pixels are missing")
    bits, height, width, components = _FRAME.unpack_from(frame)
    _check_size(width, height)
    if bits != 8 or components not in (1, 3, 4):
        raise _rare_jpeg()
    return Picture("jpeg", width, height, _jpeg_dpi(parts.get(0xE0, b"")), False, components)


def _rare_jpeg() -> ValueError:
    return ValueError("it is a rare kind of JPEG; open it and save it as a plain JPEG or PNG")


def _jpeg_dpi(body: bytes) -> float:
    if not body.startswith(b"JFIF\0") or len(body) < 12:
        return 0.0
    return round(int.from_bytes(body[8:10], "big") * _UNITS.get(body[7], 0.0), 2)


def _refuse_turned(tiff: bytes) -> None:
    """Raise ValueError if the camera notes that the picture is to be turned before it is shown."""
    if 2 <= _orientation(tiff) <= 8:
        raise ValueError(
            "the photo would lie on its side or upside down: the camera only noted how to turn"
            " it; open it, turn it or crop it a little, and save it again"
        )


def _orientation(tiff: bytes) -> int:
    """Return the orientation of an EXIF block, 1 to 8; 1 where it has none that can be read."""
    order = "<" if tiff[:2] == b"II" else ">"
    short, long = Struct(order + "H"), Struct(order + "I")
    try:
        (start,) = long.unpack_from(tiff, 4)
        (count,) = short.unpack_from(tiff, start)
        for at in range(start + 2, start + 2 + 12 * count, 12):
            if short.unpack_from(tiff, at) == (0x0112,):
                return int(short.unpack_from(tiff, at + 8)[0])
    except StructError:
        pass
    return 1
