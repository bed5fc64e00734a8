"""PNG and JPEG headers read without a library, and file names that may not leave their folder.

A picture that `probe` accepts is whole: its checksums hold and it unpacks to the size it states.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from struct import Struct
from struct import error as StructError  # noqa: N812

from brochure.records import dataclass

MOST_PIXELS = 40_000_000
MOST_BYTES = 20_000_000


@dataclass(frozen=True, slots=True)
class Picture:
    """What a picture's header says; sizes are pixels, ``dpi`` is 0.0 where it is not stated."""

    kind: str  # "png" or "jpeg"
    width: int
    height: int
    dpi: float
    has_alpha: bool
    components: int  # 1 grey, 3 colour, 4 CMYK


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


def _cut_short() -> ValueError:
    return ValueError("the picture is damaged: the file ends too early; copy or save it again")


# --------------------------------------------------------------------- PNG

PNG_START = b"\x89PNG\r\n\x1a\n"
_CHUNK = Struct(">I4s")
_HEADER = Struct(">IIBBBBB")
_DENSITY = Struct(">IIB")
_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
_DEPTHS = {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}
_PASSES = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2))
_ADAM7 = (*_PASSES, (0, 1, 1, 2))
"""Of each pass of an interlaced picture: first column, first row, steps across and down."""


def _chunks(data: bytes) -> Iterator[tuple[bytes, memoryview]]:
    """Yield the chunks' names and bodies up to the end mark, checksums proven."""
    view, at = memoryview(data), len(PNG_START)
    name = b""
    while name != b"IEND":
        if at + 12 > len(data):
            raise _cut_short()
        length, name = _CHUNK.unpack_from(data, at)
        end = at + 8 + length
        if end + 4 > len(data):
            raise _cut_short()
        if zlib.crc32(view[at + 4 : end]) != int.from_bytes(view[end : end + 4], "big"):
            raise ValueError("the picture is damaged: a checksum is wrong; save it again")
        yield name, view[at + 8 : end]
        at = end + 4


def _png(data: bytes) -> Picture:
    chunks = _chunks(data)
    name, body = next(chunks)
    if name != b"IHDR" or len(body) != _HEADER.size:
        raise ValueError("the picture is damaged: it does not begin like a PNG; save it again")
    width, height, depth, colour, *methods, interlaced = _HEADER.unpack(body)
    _check_size(width, height)
    if depth not in _DEPTHS.get(colour, ()) or any(methods) or interlaced > 1:
        raise ValueError("the picture is damaged: its PNG header makes no sense; save it again")
    parts: dict[bytes, memoryview] = {}
    inflator = _Inflator(_unpacked_size(width, height, depth * _CHANNELS[colour], interlaced))
    for name, body in chunks:
        parts.setdefault(name, body)
        if name == b"IDAT":
            inflator.feed(body)
    inflator.finish()
    if colour == 3 and not parts.get(b"PLTE"):
        raise ValueError("the picture is damaged: its table of colours is missing; save it again")
    alpha = colour in (4, 6) or b"tRNS" in parts
    dpi = _png_dpi(parts.get(b"pHYs", memoryview(b"")))
    return Picture("png", width, height, dpi, alpha, 1 if colour in (0, 4) else 3)


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
                raise ValueError("the picture is damaged inside; save it again") from error
            self.left -= len(piece)
            if self.left < 0:
                raise ValueError("the picture holds more than its header says; save it again")
            rest = self._stream.unconsumed_tail

    def finish(self) -> None:
        """Raise ValueError if there were fewer pixels than promised."""
        if self.left != len(self._stream.flush()):
            raise _cut_short()


# -------------------------------------------------------------------- JPEG

_ALONE = {0x01, *range(0xD0, 0xD9)}
_PLAIN_FRAMES = {0xC0, 0xC1, 0xC2}
_OTHER_FRAMES = set(range(0xC3, 0xD0)) - {0xC4, 0xC8, 0xCC}
_FRAME = Struct(">BHHB")
_UNITS = {1: 1.0, 2: 2.54}


def _segments(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield the markers and bodies up to the pixels; the last one is the start of scan."""
    at, marker = 2, 0
    while marker != 0xDA:
        if data[at : at + 1] not in (b"\xff", b""):
            raise ValueError("the picture is damaged: a JPEG mark is missing; save it again")
        while data[at : at + 1] == b"\xff":
            at += 1
        if at + 3 > len(data):
            raise _cut_short()
        marker = data[at]
        at += 1
        if marker in _ALONE:
            continue
        length = int.from_bytes(data[at : at + 2], "big")
        if length < 2 or at + length > len(data):
            raise _cut_short()
        yield marker, data[at + 2 : at + length]
        at += length
    if data.find(b"\xff\xd9", at) < 0:
        raise _cut_short()


def _jpeg(data: bytes) -> Picture:
    frame, dpi = b"", 0.0
    for marker, body in _segments(data):
        if marker in _OTHER_FRAMES:
            raise ValueError(
                "it is a rare kind of JPEG; open it and save it as a plain JPEG or PNG"
            )
        if marker in _PLAIN_FRAMES:
            frame = body
        elif marker == 0xE0 and body.startswith(b"JFIF\0") and len(body) >= 12:
            across = int.from_bytes(body[8:10], "big")
            dpi = round(across * _UNITS.get(body[7], 0.0), 2)
        elif marker == 0xE1 and body.startswith(b"Exif\0\0"):
            _refuse_turned(body[6:])
    if len(frame) < _FRAME.size:
        raise ValueError("the picture is damaged: its size is missing; save it again")
    bits, height, width, components = _FRAME.unpack_from(frame)
    _check_size(width, height)
    if bits != 8 or components not in (1, 3, 4):
        raise ValueError("it is a rare kind of JPEG; open it and save it as a plain JPEG or PNG")
    return Picture("jpeg", width, height, dpi, False, components)


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


# -------------------------------------------------------------- file names

_RESERVED = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])\s*(\.|$)", re.I)
_BAD_NAMES: tuple[tuple[str, str], ...] = (
    (r"^\s*$", "the name of the file is empty"),
    (r"[\x00-\x1f\x7f-\x9f\u2028\u2029]", "the name of the file has a hidden character in it"),
    (r"^[A-Za-z]:", "{} begins with a drive letter; name a file in the handout's folder"),
    (
        r"^[A-Za-z][\w+.-]*:",
        "{} is a web address; save the file in the handout's folder and name it",
    ),
    (r"^[/\\]", "{} begins at the root of the disk; name a file in the handout's folder"),
    (r":", "{} has a colon in it, which file names may not have"),
)


def safe_path(name: str, bases: tuple[Path, ...]) -> Path:
    """Return the resolved path of the file ``name`` in the first of ``bases`` that has it.

    Raises ValueError, in plain words, for a name that is not relative, that leaves its folder
    (through ``..`` or a symbolic link), that Windows reserves, or that no folder has as a file.
    """
    shown = f"`{name if len(name) <= 60 else name[:59] + '…'}`"
    for pattern, words in _BAD_NAMES:
        if re.search(pattern, name):
            raise ValueError(words.format(shown))
    parts = _parts(name, shown)
    roots = tuple(base.resolve() for base in bases)
    for root in roots:
        path = _within(root, parts, roots, shown)
        if path is not None:
            return path
    where = " or ".join(dict.fromkeys(str(root) for root in roots)) or "any folder"
    raise ValueError(f"there is no file {shown} in {where}{_likeness(roots, parts)}")


def _parts(name: str, shown: str) -> tuple[str, ...]:
    """Return the folders and the file that a name is made of, ``..`` taken out."""
    kept: list[str] = []
    for part in PurePosixPath(name.replace("\\", "/")).parts:
        if _RESERVED.match(part):
            raise ValueError(f"{shown} is a name that Windows keeps for itself; rename the file")
        if part.strip(" .") == "" and part != "..":
            raise ValueError(f"{shown} is not the name of a file")
        if part != "..":
            kept.append(part)
        elif kept:
            kept.pop()
        else:
            raise ValueError(f"{shown} leads out of its folder; put the file into the folder")
    if not kept:
        raise ValueError(f"{shown} is a folder, not a file")
    return tuple(kept)


def _within(root: Path, parts: tuple[str, ...], roots: tuple[Path, ...], shown: str) -> Path | None:
    """Return the file in ``root``, or None if it has none of that name."""
    try:
        path = root.joinpath(*parts).resolve(strict=True)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, RuntimeError) as error:  # RuntimeError: a loop, before Python 3.13
        raise ValueError(f"{shown} cannot be opened: {_reason(error)}") from error
    if not any(path.is_relative_to(base) for base in roots):
        raise ValueError(f"{shown} is a link that leads out of its folder; copy the file itself")
    if path.is_dir():
        raise ValueError(f"{shown} is a folder, not a file")
    if not path.is_file():
        raise ValueError(f"{shown} is not a file of the usual kind")
    return path


def _reason(error: OSError | RuntimeError) -> str:
    if isinstance(error, OSError) and error.strerror and "levels" not in error.strerror:
        return error.strerror.lower()
    return "it is a link that leads back to itself"


def _likeness(roots: tuple[Path, ...], parts: tuple[str, ...]) -> str:
    """Return a hint at a file whose name differs in capitals only, or nothing."""
    for root in roots:
        folder = root.joinpath(*parts[:-1])
        try:
            names = [path.name for path in folder.iterdir()] if folder.is_dir() else []
        except OSError:
            continue
        for name in names:
            if name.casefold() == parts[-1].casefold():
                return f"; `{name}` differs only in capital letters"
    return ""
