"""A TrueType font opened by ReportLab, whose long tables are unpacked whole.

ReportLab reads them number by number, 1,500 for one of our faces. The headers, and all that they
may be refused for, stay its own; so does a font whose characters are mapped in another way than
most are (cmap format 4).
"""

from __future__ import annotations

from io import BytesIO
from struct import error, unpack_from

from brochure._startup.reportlab import TTFontFace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

SEGMENTED = 4
"""The cmap format that is read here: ranges of characters (OpenType, cmap)."""
SPACE, HARD_SPACE = 0x20, 0xA0


class FontTables(TTFontFace):
    """A font as ReportLab opens it; it raises whatever ReportLab does for one that is broken."""

    def __init__(self, data: bytes) -> None:
        """Open the font in a file's bytes."""
        self._data = data
        super().__init__(BytesIO(data))

    def extractInfo(self, charInfo: Any = 1) -> None:  # noqa: N802, N803  (ReportLab's names)
        """Read the font: `charToGlyph`, `charWidths` and what subsets are cut by."""
        super().extractInfo(0)
        if charInfo and not self._unpacked():
            super().extractInfo(charInfo)

    def _unpacked(self) -> bool:
        """Return whether the long tables could be read here."""
        try:
            glyphs = self._segments()
            if glyphs is None:
                return False
            self._widths(glyphs)
            self._places()
        except (KeyError, error):  # cut short: ReportLab says what is wrong
            return False
        return True

    def _numbers(self, table: str, start: int, count: int, kind: str = "H") -> tuple[Any, ...]:
        """Return numbers of a table, from a byte of it on."""
        offset, _ = self.get_table_pos(table)
        return unpack_from(f">{count}{kind}", self._data, offset + start)

    def _segments(self) -> dict[int, int] | None:
        """Return the glyph of each character; None if they are not mapped in segments."""
        start = self._map_start()
        if start is None:
            return None
        kind, length, _, twice, *_ = self._numbers("cmap", start, 7)
        count = twice // 2
        if kind != SEGMENTED or length < 16 + 8 * count:
            return None
        table = self._numbers("cmap", start, length // 2)
        ends, starts = table[7 : 7 + count], table[8 + count : 8 + 2 * count]
        deltas, offsets = table[8 + 2 * count : 8 + 3 * count], table[8 + 3 * count :]
        glyphs: dict[int, int] = {}
        mapped = 0
        for index, (first, last, delta) in enumerate(zip(starts, ends, deltas, strict=True)):
            chars, offset = range(first, last + 1), offsets[index]
            if offset % 2:
                return None
            if offset:
                at = index + offset // 2
                found = offsets[at : at + len(chars)]
                found += (0,) * (len(chars) - len(found))
                numbers = [(glyph + delta) & 0xFFFF if glyph else 0 for glyph in found]
            else:
                numbers = [(char + delta) & 0xFFFF for char in chars]
            mapped += len(chars)
            glyphs.update(zip(chars, numbers, strict=True))
        return glyphs if len(glyphs) == mapped else None

    def _map_start(self) -> int | None:
        """Return where in its table the map of characters begins that ReportLab would read."""
        version, count = self._numbers("cmap", 0, 2)
        if version:
            return None
        rows = [self._numbers("cmap", 4 + 8 * row, 2) for row in range(count)]
        if any(platform not in (0, 3) or encoding == 5 for platform, encoding in rows) or not rows:
            return None
        start: int = self._numbers("cmap", 4 + 8 * count - 4, 1, "L")[0]
        return start

    def _widths(self, glyphs: dict[int, int]) -> None:
        """Keep the glyph and the width of each character, and the metrics of each glyph."""
        full, total = self._numbers("hhea", 34, 1)[0], self.numGlyphs
        pairs = self._numbers("hmtx", 0, 2 * full)
        rest = self._numbers("hmtx", 4 * full, max(total - full, 0))
        advances = pairs[::2] + pairs[-2:-1] * len(rest)
        self.hmetrics = list(zip(advances, pairs[1::2] + rest, strict=True))
        scaled = list(map(vars(self)["_pdfScale"], advances))
        self.defaultWidth = scaled[0]
        self.charToGlyph = glyphs
        most = len(scaled)
        self.charWidths = {char: scaled[glyph] for char, glyph in glyphs.items() if glyph < most}
        for char, other in ((HARD_SPACE, SPACE), (SPACE, HARD_SPACE)):
            if other in glyphs:
                glyphs[char] = glyphs[other]
                self.charWidths[char] = self.charWidths[other]
                break

    def _places(self) -> None:
        """Keep where the outline of each glyph begins."""
        wide, outlines = self._numbers("head", 50, 2)
        if wide > 1 or outlines:
            raise KeyError("head")  # for ReportLab to refuse
        numbers = self._numbers("loca", 0, self.numGlyphs + 1, "L" if wide else "H")
        self.glyphPos = list(numbers) if wide else [number * 2 for number in numbers]
