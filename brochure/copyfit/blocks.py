"""A handout as a flow of measured blocks, before any size is chosen."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from itertools import pairwise

from brochure._startup.records import dataclass, replace
from brochure.copyfit.counting import count, noun
from brochure.model import Handout, Image, ItemList, Paragraph, Section, Span, Text
from brochure.model.texts import drawn_texts
from brochure.remember import known, remember
from brochure.typeset.line_breaking import Measure, Shaped, shape

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from brochure.copyfit.counting import Noun
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
"""The word over the heading of a section, by its emphasis, in the handout's language."""
NO_WORDS: Words = {}

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


@dataclass(frozen=True, slots=True)
class SectionFlow:
    """A section's heading and blocks; ``word`` stands over the heading in a box with a sign."""

    heading: Shaped
    title: str
    emphasis: Emphasis
    blocks: tuple[Block, ...]
    word: Shaped | None = None


@dataclass(frozen=True, slots=True)
class Flow:
    """All that flows through the frames, in reading order."""

    sections: tuple[SectionFlow, ...]
    words: int


@dataclass(frozen=True, slots=True)
class Shaper:
    """Shapes texts for one format: its measure, whether it has italic, its longest word."""

    measure: Measure
    italic: bool
    most: float  # ems; a wider word is cut

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

        return shape_units(Text(spans), measure, FACES[faces], most, writing)
    return shape(Text(spans), measure, FACES[faces], most)


def _paragraph(
    paragraph: Paragraph, style: BlockStyle, shaper: Shaper, before_list: bool
) -> list[Block]:
    return [Block("text", shaper.body(paragraph.text), style, "para", leads=before_list)]


def _items(listed: ItemList, style: BlockStyle, shaper: Shaper, before_list: bool) -> list[Block]:
    del before_list
    blocks, numbered = [], listed.kind == "steps"
    for number, item in enumerate(listed.items, listed.start):
        label = f"{number}." if numbered else BULLET
        gap: GapClass = "item" if number > listed.start else "list"
        leads = bool(item.items)
        shaped = shaper.body(item.text)
        blocks.append(Block("item", shaped, style, gap, 1, label, leads=leads, numbered=numbered))
        blocks.extend(
            Block("item", shaper.body(text), style, "nested", 2, DASH) for text in item.items
        )
    return blocks


def _image(image: Image, style: BlockStyle, shaper: Shaper, before_list: bool) -> list[Block]:
    del style, before_list
    captioned = image.caption is not None
    blocks = [Block("image", None, "body", "image", leads=captioned, image=image)]
    if image.caption is not None:
        shaped = shaper.body(image.caption)
        blocks.append(Block("caption", shaped, "caption", "caption"))
    return blocks


MADE: dict[type, Callable[[Any, BlockStyle, Shaper, bool], list[Block]]] = {
    Paragraph: _paragraph,
    ItemList: _items,
    Image: _image,
}
"""What makes the blocks of each part of a body; a text before a list leads to it."""


def _section(section: Section, shaper: Shaper, words: Words) -> SectionFlow:
    style: BlockStyle = "key" if section.emphasis == "key" else "body"
    blocks: list[Block] = []
    for part, after in pairwise((*section.body, None)):
        made = MADE[type(part)](part, style, shaper, type(after) is ItemList)
        pictured = bool(blocks) and blocks[-1].kind in ("image", "caption")
        if pictured and made[0].kind != "image":
            made[0] = replace(made[0], gap="after")
        blocks += made
    heading = shaper.heavy(section.heading, shaper.most * 0.8)
    word = words.get(section.emphasis)
    over = shaper.heavy(Text((Span(word),))) if word else None
    return SectionFlow(heading, section.heading.plain, section.emphasis, tuple(blocks), over)


def count_words(handout: Handout) -> int:
    """Return the words of all sections, headings included; characters where `counting` says so."""
    unit = noun(handout.language)
    return sum([section_words(section, unit) for section in handout.sections])


def section_words(section: Section, unit: Noun = "word") -> int:
    """Return the words, or characters, of a section, its heading included."""
    return sum([count(text.plain, unit) for text in drawn_texts(section)])


def make_flow(handout: Handout, shaper: Shaper, words: Words = NO_WORDS) -> Flow:
    """Return the handout's sections as measured blocks; ``words`` stand over headings."""
    sections = tuple(_section(section, shaper, words) for section in handout.sections)
    return Flow(sections, count_words(handout))
