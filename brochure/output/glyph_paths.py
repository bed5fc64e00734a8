"""Glyphs as path data of SVG, in the units of their font: what a page on a screen is drawn with.

No browser shapes, orders or kerns anything: it is given the outlines that the file has.
"""

from __future__ import annotations

from functools import partial
from itertools import pairwise

from brochure.remember import known, remember
from brochure.typeset.fonts import FAMILIES, Face
from brochure.typeset.glyph_outlines import Point, contours
from brochure.typeset.sfnt import Sfnt, read_sfnt

TYPE_CHECKING = False
if TYPE_CHECKING:
    from brochure.typeset.shaping import ShapedFace

KNOWN_FACES, KNOWN_GLYPHS = 4 * FAMILIES, 8192
"""How many faces, and glyphs of a face, a process remembers as paths."""


class GlyphPaths:
    """The glyphs of one face."""

    def __init__(self, face: Face | ShapedFace) -> None:
        """Read the face's tables."""
        proven = face.sfnt if isinstance(face, Face) else None
        self.font = proven or read_sfnt(face.data)
        self.units = self.font.units
        self._paths: dict[int, str] = known(partial(glyph_path, self.font), KNOWN_GLYPHS)

    def path(self, char: str) -> str:
        """Return the path of a character, relative to the origin; empty for a blank."""
        number = self.font.characters.get(ord(char))
        return "" if number is None else self._paths[number]

    def glyph(self, number: int) -> str:
        """Return the path of a glyph by its number."""
        return self._paths[number]


@remember(KNOWN_FACES)
def paths_of(face: Face | ShapedFace) -> GlyphPaths:
    """Return the glyphs of a face."""
    return GlyphPaths(face)


def glyph_path(font: Sfnt, number: int) -> str:
    """Return a glyph's outline as relative path data, y up, from the origin and back to it.

    Raises ValueError with the rest of a sentence if it is broken.
    """
    pen = _Pen()
    for contour in contours(font, number):
        pen.contour(contour)
    return "".join(pen.parts)


class _Pen:
    """Writes contours as relative path data with whole numbers, the rounding never adding up."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self._at = (0, 0)

    def contour(self, points: list[Point]) -> None:
        """Write one contour of lines and quadratic curves (OpenType, glyf: implied points)."""
        if len(points) < 2:
            return
        whole = _with_implied(points)
        start = whole[0]
        self._write("m", start)
        begun = self._at
        control: Point | None = None
        for point in [*whole[1:], start]:
            if not point[2]:
                control = point
            elif control:
                self._write("q", control, point)
                control = None
            elif point is not start:
                self._write("l", point)
        self.parts.append("z")
        self._at = begun

    def _write(self, command: str, *points: Point) -> None:
        x, y = self._at
        steps = []
        for across, up, _ in points:
            self._at = round(across), round(up)
            steps += [self._at[0] - x, self._at[1] - y]
        self.parts.append(command + " ".join(map(str, steps)).replace(" -", "-"))


def _with_implied(points: list[Point]) -> list[Point]:
    """Return a contour from a point on the curve on, with the points on it that are implied."""
    first = next((index for index, point in enumerate(points) if point[2]), None)
    if first is None:
        points = [_middle(points[-1], points[0]), *points]
        first = 0
    turned = points[first:] + points[:first]
    found = []
    for point, after in pairwise([*turned, turned[0]]):
        found.append(point)
        if not point[2] and not after[2]:
            found.append(_middle(point, after))
    return found


def _middle(one: Point, other: Point) -> Point:
    return (one[0] + other[0]) / 2, (one[1] + other[1]) / 2, True
