"""A handout as a flow of measured blocks, before any size is chosen."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from brochure._startup.records import dataclass
from brochure.model import Image, Span, Text
from brochure.remember import known, remember
from brochure.typeset.line_breaking import Measure, Shaped, shape

TYPE_CHECKING = False
if TYPE_CHECKING:
    from brochure.copyfit.strips import Strips
    from brochure.model import Icon
    from brochure.model.choices import BlockKind, BlockStyle, Emphasis, FaceRole, GapClass, SpanRole

FACES: dict[str, dict[SpanRole, FaceRole]] = {
    "body": {"base": "regular", "bold": "bold", "italic": "italic"},
    "upright": {"base": "regular", "bold": "bold", "italic": "bold"},
    "heavy": {"base": "bold", "bold": "bold", "italic": "bold"},
}
KNOWN_TEXTS, KNOWN_FAMILIES = 256, 16
"""How many texts of a family a process remembers, measured, and of how many families: several
handouts of one content share them."""

Words = Mapping[str, str]
"""The word over the heading of a section, by its emphasis, and the word "continued" after one."""
NO_WORDS: Words = {}

NONE_APART = -1
"""What `Flow.apart` holds where the last frame is left empty."""
BULLET = "•"
DASH = "–"


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, paragraph, list item, picture or caption, measured in ems.

    ``gap`` names the space above it; ``leads`` says that it may not be parted from the block
    after it; ``depth`` is 0 for text, 1 for a list item, 2 for a nested one.
    """

    kind: BlockKind
    shaped: Shaped | None
    style: BlockStyle
    gap: GapClass
    depth: int = 0
    label: str = ""
    leads: bool = False
    image: Image | None = None
    numbered: bool = False
    boxed: bool = False  # an item with a box to tick
    strips: Strips | None = None
    short: int = 0  # at the first item of a list of few words each: how many items


@dataclass(frozen=True, slots=True)
class SectionFlow:
    """A section's heading and blocks; ``word`` stands over the heading in a box with a sign."""

    heading: Shaped
    title: str
    emphasis: Emphasis
    blocks: tuple[Block, ...]
    word: Shaped | None = None
    beside: int = -1  # the picture that may stand in the column of side headings
    icon: Icon | None = None  # stands left of the heading
    hung: bool = False  # beside the text headings stand in, as one of the handout has an icon


@dataclass(frozen=True, slots=True)
class Flow:
    """All that flows through the frames, in reading order; the last sections may be set apart."""

    sections: tuple[SectionFlow, ...]
    words: int
    apart: int = 0  # so many last sections have the last frame to themselves; or `NONE_APART`
    continued: Shaped | None = None  # the word after a heading that is said again

    @property
    def short(self) -> bool:
        """Whether a list of it may stand in two columns."""
        return any(block.short for section in self.sections for block in section.blocks)


@dataclass(frozen=True, slots=True)
class Shaper:
    """Shapes texts for one format: its measure, whether it has italic, its longest word."""

    measure: Measure
    italic: bool
    most: float  # ems; a wider word is cut
    tip: str = "Tip"  # the word that a tip opens with

    def body(self, text: Text) -> Shaped:
        """Return running text, measured."""
        faces = "body" if self.italic else "upright"
        return _of(_shapes(self.measure)[text.spans, faces, self.most], text)

    def heavy(self, text: Text, most: float = 0.0) -> Shaped:
        """Return a heading or another bold text, measured."""
        return _of(_shapes(self.measure)[text.spans, "heavy", most or self.most], text)


def _of(shaped: Shaped, text: Text) -> Shaped:
    """Return what is known of a text's words with the place where this text stands."""
    return shaped.at((text.file, text.line, text.column)) if text.line else shaped


Wanted = tuple[tuple["Span", ...], str, float]
"""A text's spans, a row of FACES, and the longest word in ems."""


@remember(KNOWN_FAMILIES)
def _shapes(measure: Measure) -> dict[Wanted, Shaped]:
    """Return what is known of texts in a family; it goes with the family."""
    return known(partial(_shape, measure), KNOWN_TEXTS)


def _shape(measure: Measure, wanted: Wanted) -> Shaped:
    spans, faces, most = wanted
    writing = measure.writing
    if writing and (writing.shaped or writing.breaks != "spaces"):
        from brochure.typeset.units import shape_units

        return shape_units(Text(spans), measure, FACES[faces], most, writing, faces == "heavy")
    return shape(Text(spans), measure, FACES[faces], most)
