"""JPEG files read segment by segment, and proven by decoding them.

A decoder mends what is damaged as well as it can and says nothing: half a photo comes out grey.
So it is asked two more things: whether the last row was there before the last bytes (then noise
stands in the place of the photo), and whether it came at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from struct import Struct

from brochure._startup.records import dataclass
from brochure.art.picture_words import MOST_PARTS, check_size, cut_short, damaged
from brochure.art.turned import orientation

MOST_PIXELS, MOST_PROGRESSIVE = 64_000_000, 32_000_000
"""A photo in several scans must be held whole while it is decoded."""
START_OF_SCAN, END = 0xDA, 0xD9
_MARK = re.compile(rb"\xff+([^\xff])", re.DOTALL)
_END_OF_SCAN = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
_ALONE = {0x01, *range(0xD0, 0xD9)}
_NOTES = {*range(0xE1, 0xEE), 0xEF, 0xFE}
"""What says nothing of the pixels; APP0 (JFIF) and APP14 (Adobe's colours) do."""
_PLAIN_FRAMES = {0xC0, 0xC1, 0xC2}
_OTHER_FRAMES = set(range(0xC3, 0xD0)) - {0xC4, 0xC8, 0xCC}
_FRAME = Struct(">BHHB")
_UNITS = {1: 1.0, 2: 2.54}
_SMALLEST = 8
"""A decoder can make a photo this many times smaller as it reads it."""
_LEFT_OVER, _LOOKED_AHEAD = 32, 16
"""Bytes: what may lie behind the last row, and what a decoder wants to see ahead."""
_HOLE = bytes(64)
"""Noughts that no photo has, in a scan whose shortest code is not "nothing more here"."""


@dataclass(frozen=True, slots=True)
class Header:
    """What a JPEG says of itself; sizes are pixels as stored, ``turn`` is EXIF's orientation."""

    width: int
    height: int
    components: int  # 1 grey, 3 colour, 4 CMYK
    dpi: float
    turn: int
    scans: int
    progressive: bool


def segments(data: bytes) -> Iterator[tuple[int, memoryview]]:
    """Yield the segments, each with its marker, the pixels with theirs, up to the end mark."""
    view = memoryview(data)
    return ((marker, view[start:end]) for marker, start, end in _spans(data))


def bare(data: bytes) -> bytes:
    """Return a JPEG without its notes."""
    pieces = [piece for marker, piece in segments(data) if marker not in _NOTES]
    return b"".join([b"\xff\xd8", *pieces, b"\xff\xd9"])


def _spans(data: bytes) -> Iterator[tuple[int, int, int]]:
    """Yield each segment's marker, where it begins and where it ends."""
    at = 2
    for _ in range(MOST_PARTS):
        mark = _MARK.match(data, at)
        if mark is None:
            at_end = not data[at : at + 1].strip(b"\xff")
            raise cut_short() if at_end else damaged("a JPEG mark is missing")
        marker, at = mark[1][0], mark.end()
        if marker == END:
            return
        if marker in _ALONE:
            continue
        length = int.from_bytes(data[at : at + 2], "big")
        end = at + length
        if length < 2 or end > len(data):
            raise cut_short()
        if marker == START_OF_SCAN:
            end = _scan_end(data, end)
        yield marker, at - 2, end
        at = end
    raise damaged("it is in too many parts")


def _scan_end(data: bytes, at: int) -> int:
    """Return where the pixels of a scan end."""
    mark = _END_OF_SCAN.search(data, at)
    if mark is None:
        raise cut_short()
    return mark.start()


def header(data: bytes) -> Header:
    """Return what a JPEG says of itself; raises ValueError if it is broken or of a rare kind."""
    parts: dict[int, bytes] = {}
    turn, scans, frames = 1, 0, 0
    for marker, piece in segments(data):
        if marker in _OTHER_FRAMES:
            raise _rare()
        if marker == 0xE1 and bytes(piece[4:10]) == b"Exif\0\0":
            turn = orientation(bytes(piece[10:]))
        scans += marker == START_OF_SCAN
        frames += marker in _PLAIN_FRAMES
        parts.setdefault(0xC0 if marker in _PLAIN_FRAMES else marker, bytes(piece[1:40]))
    frame = parts.get(0xC0, b"")[3:]
    if len(frame) < _FRAME.size or not scans or frames != 1:
        raise damaged("its size or its pixels are missing")
    bits, height, width, components = _FRAME.unpack_from(frame)
    progressive = parts[0xC0][0] == 0xC2
    check_size(width, height, MOST_PROGRESSIVE if progressive or scans > 1 else MOST_PIXELS)
    if bits != 8 or components not in (1, 3, 4):
        raise _rare()
    dpi = _dpi(parts.get(0xE0, b"")[3:])
    return Header(width, height, components, dpi, turn, scans, progressive)


def _rare() -> ValueError:
    return ValueError("it is a rare kind of JPEG; open it and save it as a plain JPEG or PNG")


def _dpi(body: bytes) -> float:
    if not body.startswith(b"JFIF\0") or len(body) < 12:
        return 0.0
    return round(int.from_bytes(body[8:10], "big") * _UNITS.get(body[7], 0.0), 2)


# ----------------------------------------------------------------- proving


def prove(data: bytes, head: Header) -> None:
    """Raise ValueError unless the pixels can be decoded and all of them are there."""
    data = bare(data)
    try:
        if head.progressive or head.scans > 1:
            _check_holes(data)
            _decode(data)
        else:
            _check_rows(data)
    except (OSError, SyntaxError, IndexError, KeyError, TypeError, OverflowError) as error:
        raise damaged("its pixels cannot be decoded") from error


def _decode(data: bytes) -> None:
    """Decode a photo as small as can be."""
    from PIL import Image

    with Image.open(BytesIO(data)) as photo:
        photo.draft(photo.mode, _smallest(photo.size))
        photo.load()


def _smallest(size: tuple[int, int]) -> tuple[int, int]:
    return max(1, size[0] // _SMALLEST), max(1, size[1] // _SMALLEST)


def _check_rows(data: bytes) -> None:
    """Decode a photo of one scan; raise ValueError if its last row comes too early or never."""
    from PIL import Image

    with Image.open(BytesIO(data)) as photo:
        photo.draft(photo.mode, _smallest(photo.size))
        decoder = Image._getdecoder(photo.mode, "jpeg", photo.tile[0][3], photo.decoderconfig)
        drawn = Image.new(photo.mode, photo.size)
    foot = (0, drawn.height - 1, drawn.width, drawn.height)
    noise = _noise(drawn.width * len(drawn.getbands()))
    drawn.paste(Image.frombytes(drawn.mode, (drawn.width, 1), noise), foot)
    decoder.setimage(drawn.im, (0, 0, *drawn.size))
    end = next(end for marker, _, end in _spans(data) if marker == START_OF_SCAN)
    rest = _fed(decoder, data[: max(2, end - _LEFT_OVER)])
    if rest is None or drawn.crop(foot).tobytes() != noise:
        raise damaged("a part of its pixels is overwritten")
    _fed(decoder, data[end - _LEFT_OVER - len(rest) : end] + bytes(_LOOKED_AHEAD))
    if drawn.crop(foot).tobytes() == noise:
        raise damaged("a part of its pixels is missing")


def _noise(count: int) -> bytes:
    """Return bytes such as no row of a photo has, the same each time."""
    value, out = 1, bytearray()
    for _ in range(count):
        value = value * 75 % 65537
        out.append(value & 0xFF)
    return bytes(out)


def _fed(decoder: object, data: bytes) -> bytes | None:
    """Give a decoder bytes; return those that it wants to see again, None once it is done."""
    rest = data
    while rest:
        used, fault = decoder.decode(rest)  # type: ignore[attr-defined]
        if fault:
            raise OSError(fault)
        if used < 0:
            return None
        if not used:
            break
        rest = rest[used:]
    return rest


def _check_holes(data: bytes) -> None:
    """Raise ValueError for a scan with a hole of noughts that its table of codes belies."""
    tables: dict[int, int] = {}  # the symbol of each AC table's shortest code
    for marker, piece in segments(data):
        if marker == 0xC4:
            tables |= _shortest_codes(bytes(piece[4:]))
        elif marker == START_OF_SCAN and _HOLE in bytes(piece):
            length, count = 2 + int.from_bytes(piece[2:4], "big"), piece[4]
            first, approx = piece[length - 3], piece[length - 1]
            symbol = tables.get(piece[6] & 15, 0) if count == 1 else 0
            if first and not approx >> 4 and symbol & 15:
                raise damaged("a part of its pixels is overwritten")


def _shortest_codes(body: bytes) -> dict[int, int]:
    """Return the symbol of the code of noughts alone, of each AC table (T.81, B.2.4.2)."""
    found, at = {}, 0
    while at + 17 < len(body):
        if body[at] >> 4:
            found[body[at] & 15] = body[at + 17]
        at += 17 + sum(body[at + 1 : at + 17])
    return found
