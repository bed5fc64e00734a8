"""A TrueType font cut to the characters of one subset, byte for byte as ReportLab cuts it.

What all subsets of a font share, and each glyph with its checksum, is made once; ReportLab makes
it anew for each, number by number. Tables and fields are those of OpenType 1.9.
"""

from __future__ import annotations

from functools import partial
from itertools import accumulate, chain, repeat
from struct import Struct, pack, unpack

from brochure._startup.records import dataclass
from brochure.remember import known

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any

    from brochure.typeset.font_tables import FontTables

COPIED = ("name", "OS/2", "cvt ", "fpgm", "prep")
"""The tables that a subset has whole, where its font has them."""
KNOWN_GLYPHS = 1024
"""How many glyphs of a font are kept ready to be joined: more than most texts show."""
WHOLE_FILE = 0xB1B0AFBA
"""What the words of a font file add up to (head, checksumAdjustment)."""
POST = bytes([0, 3, 0, 0])
"""How a table `post` without glyph names begins."""
SHORT_END = 0x1FFFF
"""The end of the outlines that `loca`, which halves them, can still give in 16 bits."""
WORDS, SCALE, TWO_SCALES, FOUR_SCALES, MORE = 0x1, 0x8, 0x40, 0x80, 0x20
"""Flags of a part of a composite glyph: what follows its number, and whether a part follows."""
_ENTRY = Struct(">4sIII")
_PART = Struct(">HH")


@dataclass(frozen=True, slots=True)
class Table:
    """A table as it stands in a file: its bytes, how many before padding, and their sum."""

    data: bytes
    length: int
    total: int


@dataclass(frozen=True, slots=True)
class Glyph:
    """An outline, padded to whole words; ``parts`` are where it names another, and which one."""

    data: bytes
    total: int
    parts: tuple[tuple[int, int], ...] = ()


class Cutter:
    """Cuts one font; threads may share it."""

    def __init__(self, font: FontTables) -> None:
        """Take apart what every subset of the font has."""
        self._font: Any = font
        found: Callable[[str], bytes] = self._font.get_table
        self._outlines = found("glyf")
        self._head, self._hhea, self._maxp = found("head"), found("hhea"), found("maxp")
        copied = {tag: found(tag) for tag in COPIED if tag in self._font.table}
        copied["post"] = POST + found("post")[4:16] + bytes(16)
        self._copied = {tag: _table(data) for tag, data in copied.items()}
        self._glyphs: dict[int, Glyph] = known(partial(_glyph, font, self._outlines), KNOWN_GLYPHS)

    def cut(self, slots: Sequence[int]) -> bytes:
        """Return the file of a font whose codes are the characters of ``slots``, 0 for none."""
        named = list(map(self._font.charToGlyph.get, slots, repeat(0)))
        numbers = {old: new for new, old in enumerate(dict.fromkeys([0, *named]))}
        glyphs = self._with_parts(numbers)
        advances, metrics = _metrics([self._font.hmetrics[old] for old in numbers])
        ends = list(accumulate([len(glyph.data) for glyph in glyphs], initial=0))
        wide = ends[-1] >= SHORT_END
        places = ends if wide else [end // 2 for end in ends]
        outlines = b"".join([glyph.data for glyph in glyphs])
        total = sum([glyph.total for glyph in glyphs]) & 0xFFFFFFFF
        return _file(
            {
                **self._copied,
                "hmtx": _table(metrics),
                "hhea": _table(_with_short(self._hhea, 34, advances)),
                "maxp": _table(_with_short(self._maxp, 4, len(numbers))),
                "cmap": _table(_cmap([numbers[old] for old in named])),
                "glyf": Table(outlines, len(outlines), total),
                "loca": _table(pack(f">{len(places)}{'I' if wide else 'H'}", *places)),
                "head": _table(_with_short(self._head[:8] + bytes(4) + self._head[12:], 50, wide)),
            }
        )

    def _with_parts(self, numbers: dict[int, int]) -> list[Glyph]:
        """Return the glyphs numbered; those that are parts of them are numbered behind them."""
        order = list(numbers)
        glyphs = []
        for old in order:  # which grows
            glyph = self._glyphs[old]
            for _, part in glyph.parts:
                if part not in numbers:
                    numbers[part] = len(order)
                    order.append(part)
            glyphs.append(glyph)
        return [_renumbered(glyph, numbers) if glyph.parts else glyph for glyph in glyphs]


def _glyph(font: Any, outlines: bytes, number: int) -> Glyph:
    """Return a glyph of a font, out of its outlines."""
    start, end = font.glyphPos[number : number + 2]
    data = outlines[start:end]
    padded = data + bytes(-len(data) % 4)
    return Glyph(padded, _total(padded), _parts(data))


def _parts(data: bytes) -> tuple[tuple[int, int], ...]:
    """Return where a glyph names others, and which; nothing of one drawn by itself."""
    if data[:1] < b"\x80":  # the sign of its number of contours
        return ()
    found, at, flags = [], 10, MORE
    while flags & MORE:
        flags, part = _PART.unpack_from(data, at)
        found.append((at + 2, part))
        at += 8 if flags & WORDS else 6
        at += 2 if flags & SCALE else 4 if flags & TWO_SCALES else 8 if flags & FOUR_SCALES else 0
    return tuple(found)


def _renumbered(glyph: Glyph, numbers: dict[int, int]) -> Glyph:
    """Return a composite glyph that names its parts by their new numbers."""
    data = glyph.data
    for at, part in glyph.parts:
        data = _with_short(data, at, numbers[part])
    return Glyph(data, _total(data))


def _metrics(rows: list[tuple[int, int]]) -> tuple[int, bytes]:
    """Return how many glyphs give their advance, and the table `hmtx`: the last ones share it."""
    full = len(rows)
    while full > 1 and rows[full - 1][0] == rows[full - 2][0]:
        full -= 1
    numbers = [*chain.from_iterable(rows[:full]), *[bearing for _, bearing in rows[full:]]]
    return full, pack(f">{len(numbers)}H", *map(int, numbers))


def _cmap(glyphs: list[int]) -> bytes:
    """Return the table of one map, of format 6, from the first code on (cmap)."""
    head = 0, 1, 1, 0, 0, 12, 6, 10 + 2 * len(glyphs), 0, 0, len(glyphs)
    return pack(f">{len(head) + len(glyphs)}H", *head, *glyphs)


def _with_short(data: bytes, at: int, number: int) -> bytes:
    return data[:at] + pack(">H", number) + data[at + 2 :]


def _table(data: bytes) -> Table:
    padded = data + bytes(-len(data) % 4)
    return Table(padded, len(data), _total(padded))


def _total(padded: bytes) -> int:
    """Return the checksum of whole words of four bytes."""
    total: int = sum(unpack(f">{len(padded) // 4}I", padded))
    return total & 0xFFFFFFFF


def _file(tables: dict[str, Table]) -> bytes:
    """Return a font file of its tables, with the sum of all in `head`."""
    power = len(tables).bit_length() - 1
    reach = 16 << power
    heads = [pack(">IHHHH", 0x10000, len(tables), reach, power, 16 * len(tables) - reach)]
    bodies, at, total = [], 12 + 16 * len(tables), 0
    for tag in sorted(tables):
        table = tables[tag]
        heads.append(_ENTRY.pack(tag.encode("latin-1"), table.total, at, table.length))
        bodies.append(table.data)
        total += table.total
        at += len(table.data)
    lead = b"".join(heads)
    left = (WHOLE_FILE - total - _total(lead)) & 0xFFFFFFFF
    head = sorted(tables).index("head")
    bodies[head] = bodies[head][:8] + pack(">I", left) + bodies[head][12:]
    return b"".join([lead, *bodies])
