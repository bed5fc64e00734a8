"""How sections that stand out are boxed: what a box takes beside its rows, by emphasis.

The head of an urgent box is its left cell beside the text, or the strip on top: a sign, a word,
and the heading under the word.
"""

from __future__ import annotations

from brochure._startup.records import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from brochure.model.choices import Arrangement, Emphasis

JUT = 9.0
"""How far a box reaches out beside text in one column, so that its text keeps the grid, in points;
in two columns boxes keep to their column."""
PAD = 9.0
"""White between the edge of a box and its text, in points."""
HEAD, FOOT = 0.50, 0.52
"""The space in a box above its first row and below its last, in ems of the body."""
WORD, WORD_LEADING = 1.0, 0.95
"""The size of the word over a heading, in ems of the body, and its line, in ems of its own."""
STRIP_FOOT, STRIP_GAP = 0.40, 0.20
"""Below a heading in a strip: the rest of the strip, and the white to the text, in ems."""
SIGN_CLEAR, SIGN_GAP = 7.5, 7.0
"""From the edge of the box to the sign, and from it to the heading, in points."""
SIGN_MOST = 26.0
"""The highest sign, in points."""
CELL_PAD = 4.0
"""The least white between a heading in a left cell and the cell's edge, in points."""
SIGNS: dict[str, float] = {"urgent": 1.4, "emergency": 1.68}
"""The height of each sign, in ems of the body: what has one has a head with a word."""


@dataclass(frozen=True, slots=True)
class BoxFace:
    """What a section's box takes at one size, in points."""

    inset: float = 0.0  # the text stands in from the column's edges by this
    hang: float = 0.0  # and the heading from the column's left edge by this
    sign: float = 0.0  # height of the sign
    word: float = 0.0  # size of the word over the heading
    strip: bool = False  # the heading above the text stands in a strip

    @property
    def word_leading(self) -> float:
        """The height of the word's line, in points."""
        return self.word * WORD_LEADING


NO_BOX = BoxFace()


def jut(arrangement: Arrangement, carded: bool = False) -> float:
    """Return how far boxes reach out beside the text, in points; cards keep to its width."""
    return 0.0 if carded or arrangement == "columns" else JUT


def box_face(
    emphasis: Emphasis, arrangement: Arrangement, size: float, carded: bool = False
) -> BoxFace:
    """Return the face of an emphasis at a body size, in points; ``carded``, all have a strip."""
    if not (emphasis or carded):
        return NO_BOX
    out = jut(arrangement, carded)
    inset = PAD - out
    if emphasis not in SIGNS:
        return BoxFace(inset, inset, strip=carded)
    sign = min(SIGNS[emphasis] * size, SIGN_MOST)
    return BoxFace(inset, SIGN_CLEAR + sign + SIGN_GAP - out, sign, WORD * size, True)
