"""The widths and sizes of one setting of a format: of a body size and an arrangement."""

from __future__ import annotations

from brochure._startup.records import dataclass, replace
from brochure.copyfit.blocks import Block, SectionFlow
from brochure.copyfit.boxes import (
    CELL_PAD,
    FOOT,
    HEAD,
    NO_BOX,
    STRIP_FOOT,
    STRIP_GAP,
    BoxFace,
    box_face,
)
from brochure.copyfit.formats import Format
from brochure.typeset.line_breaking import Shaped, count_lines

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from brochure.copyfit.strips import Strip
    from brochure.model.choices import Arrangement, BlockStyle

LONGEST_WORD = 16.0
"""Ems; a word wider than this may be cut, as no column is sure to hold it."""
INDENTS = (0.0, 1.12, 2.2)
NUMBER_INDENT = 1.5
BOX_INDENT = 1.83

CONTINUED, CONTINUED_GAP = 0.8, 0.4
"""The size of the word after a heading that is said again, as a ratio to the heading's, and the
space before it, in its own ems."""
SIGN_HANG = 3.0
"""How far a heading stands in beside a sign or an icon at most, in ems of the body."""
GAP_LEAST = 0.85
"""How far gaps give, as a ratio to their natural size."""
HEADING_GAP, COLUMN_HEADING_GAP = 0.3, 0.2
"""From a heading to the text below it, in ems of the body; and in two columns."""
COLUMN_HEADING = 1.3
"""The size of a heading in two columns without cards, as a ratio to the body's."""
OPENING: dict[str, float] = {"image": 0.35, "aside": 0.3}
"""White added there before what has none of its own above it, by its gap, in ems of the body."""
HEADING_RISE = 0.80
"""Of a heading at a frame's head only this much (ems of its own) stands above its foot."""
CAP_RISE = 0.95
"""Of a row at a frame's head only this much (ems) stands above its foot: caps meet the head."""

IMAGE_MOST = 0.26
"""A picture takes at most this share of the sheet's height, if the format does not say."""
ICON, ICON_GAP = 1.4, 0.34
"""The side of an icon, and the white between it and its heading, in the heading's ems."""
ICON_RISE = 0.36
"""How far an icon above the text reaches over its heading's capitals, in the heading's ems."""
ICON_CLEAR = 0.22
"""White added below a heading above its text where an icon stands by it, in ems of the body."""
ICON_DEEP = 1.58
"""The height of an icon beside the text, as a heading's is counted, in the heading's ems."""
ICON_BELOW = 3.35
"""What a number with an icon under it takes beside the text, in the heading's ems."""

NUMBER_HANG = 1.35
"""How far a heading above its text stands in beside its number, in its own ems."""


@dataclass(frozen=True, slots=True)
class Metrics:
    """The widths and sizes of one setting of a format, in points."""

    format: Format
    size: float
    arrangement: Arrangement
    width: float  # of the frame
    text_width: float
    side_width: float  # the width headings have
    sheet_height: float
    paired: bool = False  # short lists stand in two columns where they have room

    @property
    def heading_size(self) -> float:
        """The size of a section's heading; in two columns nothing but its size sets it apart."""
        scale = self.format.type
        if self.arrangement == "columns" and not self.format.carded:
            return self.size * COLUMN_HEADING
        wanted = min(self.size * scale.heading, scale.heading_most)
        return max(wanted, self.size + scale.heading_plus)

    @property
    def heading_leading(self) -> float:
        """The leading of a section's heading."""
        return self.heading_size * self.format.type.heading_leading

    @property
    def heading_clear(self) -> float:
        """The space from a heading above its text to that text, in ems of the body."""
        return COLUMN_HEADING_GAP if self.arrangement == "columns" else HEADING_GAP

    @property
    def narrow(self) -> bool:
        """Whether the longest word that is not cut may be wider than a line.

        Headings at the side have a column of their longest word.
        """
        if self.arrangement == "side":
            return False
        text = self.text_width - INDENTS[-1] * self.size
        heading = self.side_width - SIGN_HANG * self.size
        key = max(self.format.type.key, 1.0)
        return min(text / (key * self.size), heading / self.heading_size) < LONGEST_WORD

    @property
    def box_head(self) -> float:
        """The space in a box above its first row."""
        return HEAD * self.size

    @property
    def box_foot(self) -> float:
        """The space in a box below its last row."""
        return FOOT * self.size

    def boxed(self, section: SectionFlow) -> bool:
        """Return whether a section stands in a box."""
        if section.emphasis == "key":
            return not self.format.open_key
        return bool(section.emphasis) or self.format.carded

    def face(self, section: SectionFlow) -> BoxFace:
        """Return what a section's box takes."""
        if not self.boxed(section):
            return NO_BOX
        return box_face(section.emphasis, self.arrangement, self.size, self.format.carded)

    def heading_hang(self, section: SectionFlow) -> float:
        """Return how far a section's heading stands in from its column's left edge, in points.

        Beside the text all stand in if one has an icon; only the signs of urgency keep their place.
        """
        face = self.face(section)
        hang = face.hang + (0.0 if face.sign else self.number_hang)
        if not section.hung or face.sign or self.figures:
            return hang
        if self.arrangement != "side" and not section.icon:
            return hang
        return hang + (ICON + ICON_GAP) * self.heading_size

    @property
    def figures(self) -> float:
        """The room left of headings at the side for the numbers of sections, in points."""
        return self.format.figures if self.arrangement == "side" else 0.0

    @property
    def number_hang(self) -> float:
        """The room before headings above their text for the numbers of sections, in points."""
        numbered = self.format.figures and not self.figures
        return NUMBER_HANG * self.heading_size if numbered else 0.0

    def heading_head(self, section: SectionFlow) -> float:
        """Return the space above a heading at a frame's head, in points: below zero without icon.

        Only so much of its first line is white that its capitals, or its icon, meet the head.
        """
        rise = HEADING_RISE + (ICON_RISE if section.icon else 0.0)
        return rise * self.heading_size - self.heading_leading

    def heading_gap(self, section: SectionFlow) -> float:
        """Return the white between a heading and the text below it, in points."""
        strip = self.face(section).strip
        clear = STRIP_FOOT + STRIP_GAP if strip else self.heading_clear
        clear += OPENING.get(section.blocks[0].gap, 0.0) if section.blocks else 0.0
        return (clear + (ICON_CLEAR if section.icon and not strip else 0.0)) * self.size

    def inside(self, section: SectionFlow) -> Metrics:
        """Return the metrics of a section's text: narrower in a box that keeps to its column."""
        inset = self.face(section).inset
        return replace(self, text_width=self.text_width - 2 * inset) if inset else self

    def heading_width(self, section: SectionFlow) -> float:
        """Return the width of the lines of a section's heading, in points."""
        if not self.boxed(section):
            return self.side_width - self.heading_hang(section)
        face = self.face(section)
        clear = CELL_PAD if face.sign and self.arrangement == "side" else face.inset
        clear += self.number_hang if face.sign else 0.0  # which stands at its other side
        return self.side_width - self.heading_hang(section) - clear

    def heading_word(self, section: SectionFlow) -> float:
        """Return the width that the longest word of a side heading needs, in points."""
        word, face = section.heading.widest_word * self.heading_size, self.face(section)
        if section.word:
            word = max(word, section.word.width * face.word) + face.hang + CELL_PAD
        return word if face.sign else word + self.heading_hang(section) - face.hang

    def heading_lines(self, section: SectionFlow) -> int:
        """Return how many lines a section's heading takes."""
        return count_lines(section.heading, self.heading_width(section) / self.heading_size)

    def beside(self, section: SectionFlow) -> float:
        """Return the height of a heading beside its text; 0 where headings stand above.

        The word over a heading, on the first line of the text, takes a line of it.
        """
        if self.arrangement != "side":
            return 0.0
        word = 1 if section.word else 0
        least = 2 if self.figures else 1  # a number is as high as two lines
        high = max(self.heading_lines(section) + word, least) * self.heading_leading
        return max(high, self._icon_beside(section)) if section.icon else high

    def _icon_beside(self, section: SectionFlow) -> float:
        """Return the height of a section's icon beside the text, in points; 0 without one."""
        deep = ICON_BELOW if self.figures else ICON_DEEP
        return deep * self.heading_size if section.icon else 0.0

    @property
    def continued_size(self) -> float:
        """The size of the word after a heading that is said again."""
        return max(CONTINUED * self.heading_size, self.format.type.small)

    def continued_width(self, continued: Shaped) -> float:
        """Return the width of the word after a heading, with the space before it, in points."""
        return (CONTINUED_GAP + continued.width) * self.continued_size

    def again_lines(self, section: SectionFlow, continued: Shaped | None) -> tuple[int, bool]:
        """Return the lines of a heading said again, and whether its word stands on the last."""
        lines = self.heading_lines(section)
        if continued is None:
            return lines, True
        width = section.heading.width * self.heading_size + self.continued_width(continued)
        beside = lines == 1 and width <= self.heading_width(section)
        return (lines, True) if beside else (lines + 1, False)

    def again(self, section: SectionFlow, continued: Shaped | None) -> float:
        """Return the height of a heading that is said again on a further page, in points.

        Above text it is what the text's first line stands lower by.
        """
        lines, scale = self.again_lines(section, continued)[0], self.format.type
        if self.arrangement == "side":
            high = (lines + bool(section.word)) * self.heading_leading
            return max(high, self._icon_beside(section))
        if self.boxed(section):  # inside the box, which begins with it
            return lines * self.heading_leading + self.heading_gap(section)
        clear = self.heading_clear + (ICON_CLEAR if section.icon else 0.0)
        capital = (clear + scale.tight - CAP_RISE) * self.size
        return lines * self.heading_leading + self.heading_head(section) + capital

    def hang(self, beside: float, text: float) -> float:
        """Return how far the last line of a side heading would stand below the last beside it.

        Both heights are in points; below the text so much stays white.
        """
        leading = self.format.type.tight * self.size
        return max(0.0, beside - self.heading_leading - (text - leading)) if beside else 0.0

    def ratio(self, style: BlockStyle) -> float:
        """Return a style's size as a ratio to the body's."""
        scale = self.format.type
        if style == "key":
            return scale.key
        return scale.small / self.size if style == "caption" else 1.0

    def indent(self, block: Block) -> float:
        """Return how far a block's text stands in from its column, in points."""
        if block.numbered:
            return NUMBER_INDENT * self.size
        if block.boxed:
            return (BOX_INDENT + INDENTS[block.depth] - INDENTS[1]) * self.size
        return INDENTS[block.depth] * self.size

    def measure(self, block: Block) -> float:
        """Return the width of a block's lines, in ems of its own size."""
        size = self.size * self.ratio(block.style)
        return (self.text_width - self.indent(block)) / size

    def strips(self, block: Block) -> Sequence[Strip]:
        """Return the strips that a block is set in, which is of no other kind."""
        assert block.strips is not None
        least = min(self.size, self.format.type.floor)
        return block.strips.at(self.text_width, self.size, least)

    def image_size(self, block: Block, pixels: tuple[int, int]) -> tuple[float, float]:
        """Return the size a picture is drawn at: the column's width, or less if it is tall."""
        width, height = pixels
        scale = min(
            self.text_width / width,
            (self.format.picture or IMAGE_MOST) * self.sheet_height / height,
        )
        return width * scale, height * scale
