"""A font file taken apart and proven before anybody else reads it (OpenType 1.9, sfnt).

What `read_sfnt` returns is whole: its tables lie in the file, their counts agree, and each
character leads to a glyph that is there. ReportLab, which checks none of this, is given
`Sfnt.rebuilt`: the same outlines under tables that it can read.
"""

from __future__ import annotations

from collections.abc import Iterator
from struct import Struct, pack
from struct import error as StructError  # noqa: N812

from brochure._startup.records import dataclass

MOST_BYTES = 30_000_000
MOST_TABLES = 64
MOST_CHARACTERS = 200_000
"""More than any font maps; a damaged table claims millions."""
NEEDED = ("head", "hhea", "hmtx", "maxp", "cmap", "loca", "glyf")
KEPT = (*NEEDED, "OS/2", "post", "cvt ", "fpgm", "prep")
_ENTRY = Struct(">4sIII")
_MAGIC = 0x5F0F3CF5
_LEAST_SIZES = {"head": 54, "hhea": 36, "maxp": 6, "cmap": 4}
POST = bytes([0, 3, 0, 0]) + bytes(28)
"""A table without glyph names (version 3), for fonts that have none or a strange one."""

NEVER_EMBEDDED, NEVER_CUT = 0x0002, 0x0300
"""Bits of `fsType`: no embedding at all; no subsets, or bitmaps alone (OS/2, fsType)."""

STARTS: tuple[tuple[bytes, str], ...] = (
    (b"OTTO", "is an OpenType font with PostScript outlines, which cannot be used here"),
    (b"ttcf", "is a collection of several fonts in one file, which cannot be used here"),
    (b"wOFF", "is a web font (WOFF), which cannot be used here"),
    (b"wOF2", "is a web font (WOFF2), which cannot be used here"),
    (b"PK\x03\x04", "is a ZIP archive: unpack it first"),
    (b"\x80\x01", "is a Type 1 font, which cannot be used here"),
    (b"%!", "is a Type 1 font, which cannot be used here"),
    (b"typ1", "is a Type 1 font, which cannot be used here"),
    (b"MZ", "is an old Windows font, which cannot be used here"),
    (b"<", "is a web page or an SVG file, not a font: download the font again"),
)
"""How other files begin, and what is said of them."""


@dataclass(frozen=True, slots=True)
class Sfnt:
    """A TrueType font whose tables have been proven."""

    tables: dict[str, bytes]
    places: tuple[int, ...]  # where each glyph begins in `glyf`, and where the last one ends
    characters: dict[int, int]  # the glyph of each character that draws, or that is blank by nature
    advances: tuple[int, ...]  # of each glyph, in units
    units: int  # in an em
    weight: int  # 1-1000; 400 is regular, 700 bold

    def glyph(self, number: int) -> bytes:
        """Return a glyph's outline as the file holds it."""
        return self.tables["glyf"][self.places[number] : self.places[number + 1]]

    def rebuilt(self, name: str) -> bytes:
        """Return a font of the same outlines, with a name, a plain cmap and nothing strange."""
        tables = {tag: self.tables[tag] for tag in KEPT if tag in self.tables}
        tables["cmap"] = _plain_cmap(self.characters)
        tables["name"] = _plain_name(name)
        tables["post"] = _plain_post(tables.get("post", b""))
        if len(tables.get("OS/2", bytes(78))) < 78:
            del tables["OS/2"]
        return _file(tables)


def read_sfnt(data: bytes) -> Sfnt:
    """Return a font file's tables, proven; raise ValueError with the rest of a sentence."""
    try:
        return _proven(tables_of(data))
    except (StructError, IndexError) as error:
        raise _damaged("a table is too short") from error


def tables_of(data: bytes) -> dict[str, bytes]:
    """Return a font file's tables by name; raise ValueError if it is of another kind."""
    if not data:
        raise ValueError("is empty")
    if len(data) > MOST_BYTES:
        raise ValueError(f"is larger than {MOST_BYTES // 10**6} MB: use a smaller font")
    for start, words in STARTS:
        if data.startswith(start):
            raise ValueError(words)
    if data[34:36] == b"LP" and data[:4] not in (b"\0\1\0\0", b"true"):
        raise ValueError("is a web font (EOT), which cannot be used here")
    if data[:4] not in (b"\0\1\0\0", b"true"):
        raise ValueError("is not a font file")
    count = int.from_bytes(data[4:6], "big")
    if not 0 < count <= MOST_TABLES or len(data) < 12 + 16 * count:
        raise _damaged("its list of tables is broken")
    tables = {}
    for tag, _, start, length in _ENTRY.iter_unpack(data[12 : 12 + 16 * count]):
        if start + length > len(data):
            raise _damaged("it ends too early")
        tables[tag.decode("latin-1")] = data[start : start + length]
    return tables


def _damaged(why: str) -> ValueError:
    return ValueError(f"is damaged ({why}): copy or download it again")


def _proven(tables: dict[str, bytes]) -> Sfnt:
    if "fvar" in tables:
        raise ValueError(
            "is a variable font, all weights in one file, which cannot be used here:"
            " use the files in the folder `static` of the download"
        )
    if "CFF " in tables or "CFF2" in tables:
        raise ValueError(STARTS[0][1])
    if "glyf" not in tables and ("CBDT" in tables or "sbix" in tables or "bdat" in tables):
        raise ValueError("has pictures in place of outlines, and cannot be used here")
    missing = [tag for tag in NEEDED if not tables.get(tag)]
    if missing:
        raise _damaged(f"the table `{missing[0].strip()}` is missing")
    for tag, size in _LEAST_SIZES.items():
        if len(tables[tag]) < size:
            raise _damaged(f"the table `{tag}` is too short")
    _check_licence(tables.get("OS/2", b""))
    units = _short(tables["head"], 18)
    if _long(tables["head"], 12) != _MAGIC or not 16 <= units <= 16384:
        raise _damaged("the table `head` is broken")
    versions = {_short(tables[tag], 0) for tag in ("head", "hhea", "maxp")}
    if versions != {1} or _short(tables["head"], 52) or _short(tables["hhea"], 32):
        raise _damaged("its tables are of an unknown kind")
    count = _short(tables["maxp"], 4)
    places = _places(tables, count)
    advances = _advances(tables, count)
    characters = _drawn(_characters(tables["cmap"], count), tables["glyf"], places)
    if not characters:
        raise ValueError("has no letters that can be drawn")
    return Sfnt(tables, places, characters, advances, units, _weight(tables))


def _short(data: bytes, at: int) -> int:
    return int.from_bytes(data[at : at + 2], "big")


def _long(data: bytes, at: int) -> int:
    return int.from_bytes(data[at : at + 4], "big")


def _check_licence(table: bytes) -> None:
    """Raise ValueError for a font whose makers forbid what a PDF needs (OS/2, fsType)."""
    bits = _short(table, 8) if len(table) >= 10 else 0
    if bits & 0x000F == NEVER_EMBEDDED:
        raise ValueError("may not be put into PDF files, say its makers: use another font")
    if bits & NEVER_CUT:
        raise ValueError("may be put into PDF files only whole, say its makers: use another font")


def _weight(tables: dict[str, bytes]) -> int:
    """Return a font's weight, 1 to 1000 (OS/2, usWeightClass; head, macStyle)."""
    table = tables.get("OS/2", b"")
    weight = _short(table, 4) if len(table) >= 6 else 0
    bold = _short(tables["head"], 44) & 1
    return weight if 1 <= weight <= 1000 else 700 if bold else 400


def _places(tables: dict[str, bytes], count: int) -> tuple[int, ...]:
    """Return where the glyphs begin (OpenType, loca)."""
    wide = _short(tables["head"], 50)
    if wide > 1 or not count:
        raise _damaged("its number of letters is broken")
    size = 4 if wide else 2
    loca = tables["loca"]
    if len(loca) < size * (count + 1):
        raise _damaged("it claims more letters than it has")
    form = Struct(f">{count + 1}{'I' if wide else 'H'}")
    places = form.unpack_from(loca)
    places = places if wide else tuple([2 * place for place in places])
    if list(places) != sorted(places) or places[-1] > len(tables["glyf"]):
        raise _damaged("its letters lie outside the file")
    return places


def _advances(tables: dict[str, bytes], count: int) -> tuple[int, ...]:
    """Return each glyph's advance in units (OpenType, hmtx)."""
    full = _short(tables["hhea"], 34)
    hmtx = tables["hmtx"]
    if not 0 < full <= count or len(hmtx) < 4 * full + 2 * (count - full):
        raise _damaged("its widths are missing")
    advances = [_short(hmtx, 4 * index) for index in range(full)]
    return (*advances, *[advances[-1]] * (count - full))


# -------------------------------------------------------------- characters

UNICODE_TABLES = ((3, 10), (0, 6), (0, 4), (3, 1), (0, 3), (0, 2), (0, 1), (0, 0))
"""Platforms and encodings whose codes are Unicode, the widest first (OpenType, cmap)."""


def _characters(cmap: bytes, count: int) -> dict[int, int]:
    """Return the glyph of each character; those that lead nowhere are left out."""
    found: dict[tuple[int, int], int] = {}
    for number in range(min(_short(cmap, 2), MOST_TABLES)):
        at = 4 + 8 * number
        found.setdefault((_short(cmap, at), _short(cmap, at + 2)), _long(cmap, at + 4))
    for place in UNICODE_TABLES:
        if place in found:
            reader = _FORMATS.get(_short(cmap, found[place]))
            if reader:
                return _collected(reader(cmap, found[place]), count)
    if (3, 0) in found:
        raise ValueError("is a font of signs (symbols), without letters")
    raise ValueError("does not say which letter is which (it has no Unicode table)")


def _collected(pairs: Iterator[tuple[int, int]], count: int) -> dict[int, int]:
    characters = {}
    for seen, (char, glyph) in enumerate(pairs):
        if seen > MOST_CHARACTERS:
            raise _damaged("its table of characters is endless")
        if 0 < glyph < count and char <= 0x10FFFF and not 0xD800 <= char <= 0xDFFF:
            characters[char] = glyph
    return characters


def _segments(cmap: bytes, at: int) -> Iterator[tuple[int, int]]:
    """Yield the characters of format 4, each with its glyph."""
    count = _short(cmap, at + 6) // 2
    starts, deltas = at + 16 + 2 * count, at + 16 + 4 * count
    ranges = at + 16 + 6 * count
    if ranges + 2 * count > len(cmap):
        raise _damaged("its table of characters is too short")
    for index in range(count):
        step = 2 * index
        first, last = _short(cmap, starts + step), _short(cmap, at + 14 + step)
        delta, reach = _short(cmap, deltas + step), _short(cmap, ranges + step)
        for char in range(first, last + 1):
            glyph = char
            if reach:
                spot = ranges + step + reach + 2 * (char - first)
                glyph = _short(cmap, spot) if spot + 2 <= len(cmap) else 0
            yield char, (glyph + delta) & 0xFFFF if glyph or not reach else 0


def _groups(cmap: bytes, at: int) -> Iterator[tuple[int, int]]:
    """Yield the characters of format 12."""
    count = _long(cmap, at + 12)
    if at + 16 + 12 * count > len(cmap):
        raise _damaged("its table of characters is too short")
    for start in range(at + 16, at + 16 + 12 * count, 12):
        first, last, glyph = (_long(cmap, start + step) for step in (0, 4, 8))
        yield from ((first + step, glyph + step) for step in range(last - first + 1))


def _trimmed(cmap: bytes, at: int) -> Iterator[tuple[int, int]]:
    """Yield the characters of format 6."""
    first, count = _short(cmap, at + 6), _short(cmap, at + 8)
    return ((first + step, _short(cmap, at + 10 + 2 * step)) for step in range(count))


_FORMATS = {4: _segments, 6: _trimmed, 12: _groups}


def _drawn(characters: dict[int, int], glyf: bytes, places: tuple[int, ...]) -> dict[int, int]:
    """Return the characters without those that should draw something and do not."""
    blank = {
        char
        for char, glyph in characters.items()
        if places[glyph + 1] - places[glyph] < 10 or not _short(glyf, places[glyph])
    }
    if not blank:
        return characters
    from unicodedata import category

    lost = {char for char in blank if category(chr(char))[0] not in "ZC"}
    return {char: glyph for char, glyph in characters.items() if char not in lost}


# ----------------------------------------------------------- a plain copy


def _plain_cmap(characters: dict[int, int]) -> bytes:
    """Return a cmap of one subtable, format 12."""
    groups: list[list[int]] = []
    for char, glyph in sorted(characters.items()):
        if groups and groups[-1][1] + 1 == char and groups[-1][2] + char - groups[-1][0] == glyph:
            groups[-1][1] = char
        else:
            groups.append([char, char, glyph])
    body = b"".join([pack(">III", *group) for group in groups])
    head = pack(">HHHHI", 0, 1, 3, 10, 12)
    return head + pack(">HHIII", 12, 0, 16 + len(body), 0, len(groups)) + body


def _plain_name(name: str) -> bytes:
    """Return a name table that holds the PostScript name."""
    words = name.encode("utf-16-be")
    return pack(">9H", 0, 1, 18, 3, 1, 0x409, 6, len(words), 0) + words


def _plain_post(post: bytes) -> bytes:
    """Return a post table of a version that is known, its angle kept."""
    if len(post) < 32 or post[:2] not in (b"\0\1", b"\0\2", b"\0\3"):
        return POST
    return bytes([0, 3, 0, 0]) + post[4:32]


def _file(tables: dict[str, bytes]) -> bytes:
    """Return a font file; its checksums are left to whoever cuts it."""
    start, heads, bodies = 12 + 16 * len(tables), [], []
    for tag in sorted(tables):
        body = tables[tag]
        heads.append(_ENTRY.pack(tag.encode("latin-1"), 0, start, len(body)))
        padded = body + bytes(-len(body) % 4)
        bodies.append(padded)
        start += len(padded)
    return b"".join([b"\0\1\0\0", pack(">HHHH", len(tables), 0, 0, 0), *heads, *bodies])
