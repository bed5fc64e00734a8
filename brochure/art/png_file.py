"""PNG files proven without a library: checksums, lengths, and every row of pixels."""

from __future__ import annotations

import zlib
from collections.abc import Collection, Iterator
from struct import Struct

from brochure._startup.records import dataclass
from brochure.art.picture_words import MOST_PARTS, check_size, cut_short, damaged
from brochure.art.turned import orientation

PNG_START = b"\x89PNG\r\n\x1a\n"
PIXEL_CHUNKS = frozenset((b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND"))
MOST_PIXELS, MOST_DEEP = 40_000_000, 16_000_000
"""The second is for sixteen bits a sample, and for one colour that is clear."""
_CHUNK = Struct(">I4s")
_HEADER = Struct(">IIBBBBB")
_DENSITY = Struct(">IIB")
_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
_DEPTHS = {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}
_PASSES = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2))
_ADAM7 = (*_PASSES, (0, 1, 1, 2))
"""Of each pass of an interlaced picture: first column, first row, steps across and down."""
LAST_FILTER = 4
"""Each row begins with its filter, 0 to 4 (PNG, 9.2)."""


@dataclass(frozen=True, slots=True)
class Header:
    """What a PNG's first chunk says; sizes are pixels, depth is bits a sample."""

    width: int
    height: int
    depth: int
    colour: int
    interlaced: int

    @property
    def has_alpha(self) -> bool:
        """Whether each pixel has a part for how clear it is."""
        return self.colour in (4, 6)

    @property
    def components(self) -> int:
        """1 for grey, 3 for colour."""
        return 1 if self.colour in (0, 4) else 3

    def passes(self) -> Iterator[tuple[int, int]]:
        """Yield the rows of each pass and the bytes of a row, filter included."""
        bits = self.depth * _CHANNELS[self.colour]
        for left, top, across, down in _ADAM7 if self.interlaced else ((0, 0, 1, 1),):
            columns, rows = -((left - self.width) // across), -((top - self.height) // down)
            if columns > 0 and rows > 0:
                yield rows, 1 + (columns * bits + 7) // 8


def chunks(data: bytes) -> Iterator[tuple[bytes, memoryview]]:
    """Yield the chunks, each with its name, up to the end mark, checksums proven."""
    view, at = memoryview(data), len(PNG_START)
    for _ in range(MOST_PARTS):
        if at + 12 > len(data):
            raise cut_short()
        length, name = _CHUNK.unpack_from(data, at)
        end = at + 8 + length
        if end + 4 > len(data):
            raise cut_short()
        if zlib.crc32(view[at + 4 : end]) != int.from_bytes(view[end : end + 4], "big"):
            raise damaged("a checksum is wrong")
        yield name, view[at : end + 4]
        at = end + 4
        if name == b"IEND":
            return
    raise damaged("it is in too many parts")


def header(data: bytes) -> Header:
    """Return what a PNG's first chunk says; raises ValueError if it makes no sense."""
    name, body = next(chunks(data))
    if name != b"IHDR" or len(body) != _HEADER.size + 12:
        raise damaged("it does not begin like a PNG")
    width, height, depth, colour, *methods, interlaced = _HEADER.unpack(body[8:-4])
    check_size(width, height, MOST_DEEP if depth == 16 else MOST_PIXELS)
    if depth not in _DEPTHS.get(colour, ()) or any(methods) or interlaced > 1:
        raise damaged("its PNG header makes no sense")
    return Header(width, height, depth, colour, interlaced)


@dataclass(frozen=True, slots=True)
class Notes:
    """What a PNG says beside its pixels."""

    dpi: float
    clear: bytes | None  # the chunk `tRNS`
    turn: int  # EXIF's orientation, 1-8


def notes(data: bytes) -> Notes:
    """Return what a PNG says beside its pixels; raises ValueError for a broken file."""
    first: dict[bytes, memoryview] = {}
    for name, body in chunks(data):
        first.setdefault(name, body[8:-4])
    clear = first.get(b"tRNS")
    return Notes(
        _dpi(first.get(b"pHYs", memoryview(b""))),
        None if clear is None else bytes(clear),
        orientation(bytes(first.get(b"eXIf", b""))),
    )


def prove(data: bytes, head: Header) -> None:
    """Raise ValueError unless every row of pixels is there and can be read."""
    inflator = _Inflator(head)
    palette: int | None = None
    clear: memoryview | None = None
    begun = ended = False
    for name, body in chunks(data):
        ended = ended or (begun and name != b"IDAT")
        if name == b"PLTE":
            palette = len(body) - 12 if palette is None else palette
        elif name == b"tRNS" and clear is None:
            clear = body[8:-4]
        elif name == b"IDAT":
            begun = True
            if ended or (head.colour == 3 and palette is None):
                raise damaged("its parts are in disorder")
            inflator.feed(body[8:-4])
    _check_tables(head.colour, palette or 0, clear)
    inflator.finish()


def _check_tables(colour: int, palette: int, clear: memoryview | None) -> None:
    """Raise ValueError if the table of colours, or of what is clear, does not fit the picture."""
    if (colour == 3 and not palette) or palette % 3 or palette > 768:
        raise damaged("its table of colours is missing or wrong")
    sizes: dict[int, Collection[int]] = {0: (2,), 2: (6,), 3: range(1, palette // 3 + 1)}
    if clear is not None and len(clear) not in sizes.get(colour, ()):
        raise damaged("its note of what is clear is wrong")


def _dpi(body: memoryview) -> float:
    if len(body) != _DENSITY.size:
        return 0.0
    across, _, unit = _DENSITY.unpack(body)
    return round(across * 0.0254, 2) if unit == 1 else 0.0


class _Inflator:
    """Unpacks pixels only to count them and to see their filters, a piece at a time."""

    PIECE = 1 << 18

    def __init__(self, head: Header) -> None:
        self._passes = list(head.passes())
        self.left = sum(rows * size for rows, size in self._passes)
        self._ahead = 0  # bytes to the next filter
        self._stream = zlib.decompressobj()

    def feed(self, body: memoryview) -> None:
        """Take in a chunk; raise ValueError once it is more than promised, or wrong."""
        rest: bytes | memoryview = body
        while rest and not self._stream.eof:
            try:
                piece = self._stream.decompress(rest, self.PIECE)
            except zlib.error as error:
                raise damaged("its pixels cannot be unpacked") from error
            self._take(piece)
            rest = self._stream.unconsumed_tail

    def _take(self, piece: bytes) -> None:
        self.left -= len(piece)
        if self.left < 0:
            raise ValueError("the picture holds more than its header says; save it again")
        at = self._ahead
        while at < len(piece):
            rows, size = self._passes[0]
            here = min(rows, -((at - len(piece)) // size))
            if max(piece[at : at + here * size : size]) > LAST_FILTER:
                raise damaged("a row of its pixels makes no sense")
            at += here * size
            if here == rows:
                self._passes.pop(0)
            else:
                self._passes[0] = (rows - here, size)
        self._ahead = at - len(piece)

    def finish(self) -> None:
        """Raise ValueError if there were fewer pixels than promised, or no end to them."""
        try:
            self._take(self._stream.flush())
        except zlib.error as error:
            raise damaged("its pixels cannot be unpacked") from error
        if self.left or not self._stream.eof:
            raise cut_short()
