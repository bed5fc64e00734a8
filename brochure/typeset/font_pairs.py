"""The kerning that a brand's own font holds, pair by pair, by HarfBuzz if it is installed."""

from __future__ import annotations

from importlib.util import find_spec

from brochure.typeset.kerning import MOST_MOVE, Pairs

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

LEAST_MOVE = 5
"""Thousandths of an em; a pair that moves less is left as it is."""
ALONE = {"kern": True, "liga": False, "clig": False, "dlig": False, "calt": False}
"""Kerning alone: the file shows character by character."""


class FontPairs(dict[str, float]):
    """Pairs in ems, each looked up in the font when it is first asked for; true as a table."""

    def __init__(self, data: bytes) -> None:
        import uharfbuzz as hb

        super().__init__()
        self._hb: Any = hb
        self._font: Any = hb.Font(hb.Face(data))

    def __bool__(self) -> bool:
        """Return True: it is never known to be empty."""
        return True

    def get(self, pair: str, default: Any = None) -> Any:
        """Return how far a pair moves, or the default if it does not."""
        if pair not in self:
            self[pair] = self._moved(pair)
        return self[pair] or default

    def _moved(self, pair: str) -> float:
        """Return the kern between two characters in ems; never beside a space."""
        if " " in pair:
            return 0.0
        buffer = self._hb.Buffer()
        buffer.add_str(pair)
        buffer.guess_segment_properties()
        self._hb.shape(self._font, buffer, ALONE)
        glyphs = [info.codepoint for info in buffer.glyph_infos]
        plain = [self._font.get_nominal_glyph(ord(char)) for char in pair]
        if glyphs != plain:
            return 0.0
        set_ = sum(position.x_advance for position in buffer.glyph_positions)
        move = 1000 * (set_ - sum(map(self._font.get_glyph_h_advance, glyphs)))
        thousandths = round(move / self._font.face.upem)
        return thousandths / 1000 if LEAST_MOVE <= abs(thousandths) <= MOST_MOVE else 0.0


def font_pairs(data: bytes) -> Pairs:
    """Return the pairs of a font; none if HarfBuzz is not installed."""
    return FontPairs(data) if find_spec("uharfbuzz") else {}
