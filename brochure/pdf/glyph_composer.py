"""A TrueType font of composite glyphs: one for each code, made of the glyphs that it stands for.

HarfBuzz cuts the font to the glyphs that are used; the composites are put before them, so that a
code is the number of its glyph (OpenType, glyf, loca, hmtx; ISO 32000-1, 9.7.4.2).
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from struct import pack, unpack_from

import uharfbuzz as hb

from brochure._startup.records import dataclass
from brochure.typeset.sfnt import tables_of
from brochure.typeset.shaping import Glyph, ShapedFace

WORDS, XY, MORE = 1, 2, 32
"""Flags of a component: its offsets are words, they are offsets, another component follows."""
KEPT = ("head", "hhea", "hmtx", "loca", "glyf", "maxp")
MISSING = 0
"""The glyph that stands for what a font lacks; every font has it first."""

Bounds = tuple[int, int, int, int]
Drawn = tuple[tuple[Glyph, ...], int]
"""The glyphs of a code, and its advance in the font's units."""


@dataclass(frozen=True, slots=True)
class Composed:
    """A font file and its measures, in its own units."""

    data: bytes
    bounds: Bounds
    ascent: int
    descent: int


@dataclass(frozen=True, slots=True)
class _Cut:
    """A font cut to some glyphs: its tables, each glyph's outline and width, and their numbers."""

    tables: dict[str, bytes]
    outlines: list[bytes]
    widths: list[int]
    numbers: dict[int, int]


def composed(face: ShapedFace, codes: Sequence[Drawn]) -> Composed:
    """Return a font whose glyph 1 is the first code, glyph 2 the second, and so on."""
    cut = _cut(face, sorted({glyph for glyphs, _ in codes for glyph, _, _ in glyphs}))
    shift = len(codes)  # glyph 0 stays; the others stand behind the codes
    outlines = [cut.outlines[MISSING]]
    outlines += [_glyph(glyphs, cut, shift) for glyphs, _ in codes]
    outlines += [_moved(outline, shift) for outline in cut.outlines[1:]]
    widths = [cut.widths[MISSING], *(advance for _, advance in codes), *cut.widths[1:]]
    return _written(cut.tables, outlines, widths)


def _cut(face: ShapedFace, glyphs: Sequence[int]) -> _Cut:
    """Return the face cut to its missing glyph and these, without layout and names."""
    wanted = hb.SubsetInput()
    wanted.glyph_set.update([MISSING, *glyphs])
    unused = [tag for tag in face.hb_face.table_tags if tag not in KEPT]
    wanted.drop_table_tag_set.update([int.from_bytes(tag.encode(), "big") for tag in unused])
    wanted.flags = (
        hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NOTDEF_OUTLINE | hb.SubsetFlags.NO_LAYOUT_CLOSURE
    )
    plan = hb.SubsetPlan(face.hb_face, wanted)
    numbers = dict(plan.old_to_new_glyph_mapping.items())
    tables = tables_of(bytes(plan.execute().blob.data))
    long = unpack_from(">h", tables["head"], 50)[0]
    count = unpack_from(">H", tables["maxp"], 4)[0]
    places: list[int] = list(unpack_from(f">{count + 1}{'L' if long else 'H'}", tables["loca"]))
    step = 1 if long else 2
    outlines = [
        tables["glyf"][step * start : step * stop] for start, stop in itertools.pairwise(places)
    ]
    return _Cut(tables, outlines, _widths(tables, count), numbers)


def _widths(tables: dict[str, bytes], count: int) -> list[int]:
    """Return the advance of each glyph; those behind the last long row have its."""
    long = unpack_from(">H", tables["hhea"], 34)[0]
    rows: tuple[int, ...] = unpack_from(f">{2 * long}H", tables["hmtx"])
    widths = rows[::2]
    return [*widths, *widths[-1:] * (count - long)]


def _bounds(outline: bytes) -> Bounds:
    found: Bounds = unpack_from(">4h", outline, 2)
    return found


def _glyph(glyphs: Sequence[Glyph], cut: _Cut, shift: int) -> bytes:
    """Return the composite of glyphs that have an outline; nothing if none has."""
    parts = [
        (cut.numbers[glyph], x, y) for glyph, x, y in glyphs if cut.outlines[cut.numbers[glyph]]
    ]
    if not parts:
        return b""
    boxes = [(_bounds(cut.outlines[glyph]), x, y) for glyph, x, y in parts]
    edges = (
        min(box[0] + x for box, x, _ in boxes),
        min(box[1] + y for box, _, y in boxes),
        max(box[2] + x for box, x, _ in boxes),
        max(box[3] + y for box, _, y in boxes),
    )
    data = pack(">5h", -1, *edges)
    for place, (glyph, x, y) in enumerate(parts, 1):
        flags = WORDS | XY | (MORE if place < len(parts) else 0)
        data += pack(">HHhh", flags, glyph + shift if glyph else 0, x, y)
    return data


def _moved(outline: bytes, shift: int) -> bytes:
    """Return an outline whose components, if it has some, have their new numbers."""
    if not outline or unpack_from(">h", outline)[0] >= 0:
        return outline
    data, at, more = bytearray(outline), 10, True
    while more:
        flags, glyph = unpack_from(">HH", data, at)
        data[at + 2 : at + 4] = pack(">H", glyph + shift if glyph else 0)
        scales = 2 if flags & 8 else 4 if flags & 64 else 8 if flags & 128 else 0
        at += 4 + (4 if flags & WORDS else 2) + scales
        more = bool(flags & MORE)
    return bytes(data)


def _written(
    tables: dict[str, bytes], outlines: Sequence[bytes], widths: Sequence[int]
) -> Composed:
    """Return the font file of these outlines and widths."""
    places, glyf = [0], bytearray()
    for outline in outlines:
        glyf += outline + b"\0" * (-len(outline) % 4)
        places.append(len(glyf))
    boxes = [_bounds(outline) for outline in outlines if outline]
    bounds = tuple(
        pick(box[edge] for box in boxes) for edge, pick in enumerate((min, min, max, max))
    )
    bearings = [_bounds(outline)[0] if outline else 0 for outline in outlines]
    rows = [each for pair in zip(widths, bearings, strict=True) for each in pair]
    head, hhea, maxp = (bytearray(tables[tag]) for tag in ("head", "hhea", "maxp"))
    head[8:12] = b"\0\0\0\0"  # the sum of the file, filled in below
    head[36:44] = pack(">4h", *bounds)
    head[50:52] = pack(">h", 1)
    hhea[10:12] = pack(">H", max(widths))
    hhea[34:36] = pack(">H", len(outlines))
    maxp[4:6] = pack(">H", len(outlines))
    maxp[28:32] = pack(">HH", 64, 8)  # components of a glyph, and their depth, at most
    data = _file(
        {
            "glyf": bytes(glyf),
            "head": bytes(head),
            "hhea": bytes(hhea),
            "hmtx": pack(f">{'Hh' * len(outlines)}", *rows),
            "loca": pack(f">{len(places)}L", *places),
            "maxp": bytes(maxp),
        }
    )
    ascent, descent = unpack_from(">hh", hhea, 4)
    return Composed(data, (bounds[0], bounds[1], bounds[2], bounds[3]), ascent, descent)


def _sum(data: bytes) -> int:
    data += b"\0" * (-len(data) % 4)
    total: int = sum(unpack_from(f">{len(data) // 4}L", data)) & 0xFFFFFFFF
    return total


def _file(tables: dict[str, bytes]) -> bytes:
    """Return a font file of tables (OpenType, Organization of an OpenType Font)."""
    count = len(tables)
    power = 1 << count.bit_length() - 1
    header = pack(
        ">LHHHH", 0x00010000, count, 16 * power, power.bit_length() - 1, 16 * (count - power)
    )
    at = len(header) + 16 * count
    directory, body, head_at = b"", b"", 0
    for tag, data in sorted(tables.items()):
        head_at = at if tag == "head" else head_at
        directory += pack(">4sLLL", tag.encode(), _sum(data), at, len(data))
        padded = data + b"\0" * (-len(data) % 4)
        body += padded
        at += len(padded)
    font = bytearray(header + directory + body)
    font[head_at + 8 : head_at + 12] = pack(">L", (0xB1B0AFBA - _sum(bytes(font))) & 0xFFFFFFFF)
    return bytes(font)
