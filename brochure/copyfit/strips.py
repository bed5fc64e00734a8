"""Strips: what is set in rows of its own, such as those of a table, each with all its ink.

A strip is never parted. Where its texts and lines stand is worked out once, at a width and a body
size; the fit takes its height from it and the layout its ink. So a new kind of block is one
function that returns strips.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from brochure._startup.records import dataclass, field
from brochure.typeset.line_breaking import Shaped, count_lines

TYPE_CHECKING = False
if TYPE_CHECKING:
    from brochure.model.choices import Numbering, StripInk, TableScope

RISE = 0.95
"""From the upper edge of a text to its first baseline, in ems."""
FALL = 0.28
"""From the last baseline of a text to its lower edge, in ems."""


@dataclass(frozen=True, slots=True)
class Tag:
    """A structure element of a block: its type, and which of its kind it is there."""

    kind: str
    number: int = 0
    scope: TableScope = ""
    numbering: Numbering = ""


@dataclass(frozen=True, slots=True)
class StripText:
    """A text of a strip, in points: its left edge, and from the strip's head to a baseline.

    ``tags`` are the elements that it stands in, the outermost first; the last holds its words.
    """

    shaped: Shaped
    x: float
    down: float
    width: float
    size: float
    leading: float
    tags: tuple[Tag, ...]
    ink: StripInk = "text"
    centred: bool = False
    first: int = 0  # the lines of the text that stand here
    stop: int = 10_000


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line of a strip, in points from its upper left corner, down and to the right."""

    x0: float
    y0: float
    x1: float
    y1: float
    weight: float
    ink: StripInk = "rule"


@dataclass(frozen=True, slots=True)
class Strip:
    """A row with all its ink; ``penalty`` is what a break before it costs.

    ``head`` is set once more above it where it begins a frame.
    """

    height: float
    texts: tuple[StripText, ...] = ()
    strokes: tuple[Stroke, ...] = ()
    penalty: float = 0.0
    head: Strip | None = None


Setting = tuple[float, float, float]
"""The width of the text, the body size, and the least size of type, in points."""


@dataclass(frozen=True, slots=True)
class Strips:
    """A block that is set in strips: what makes them for a setting, each worked out once."""

    make: Callable[[float, float, float], Sequence[Strip]]
    known: dict[Setting, Sequence[Strip]] = field(default_factory=dict)

    def at(self, width: float, size: float, least: float) -> Sequence[Strip]:
        """Return the strips in a column of that width, at a body size, in points."""
        setting = width, size, least
        if setting not in self.known:
            self.known[setting] = self.make(*setting)
        return self.known[setting]


def text_height(shaped: Shaped, width: float, size: float, leading: float) -> float:
    """Return the height of a text from its upper to its lower edge, in points."""
    lines = count_lines(shaped, width / size)
    return (RISE + FALL) * size + (lines - 1) * leading
