"""A handout made into a flow: each section's heading and blocks, measured."""

from __future__ import annotations

from itertools import pairwise

from brochure._startup.records import replace
from brochure.copyfit.blocks import (
    BULLET,
    DASH,
    NO_WORDS,
    Block,
    Flow,
    SectionFlow,
    Shaper,
    Words,
)
from brochure.copyfit.counting import amount, count, noun
from brochure.model import (
    FillIn,
    Handout,
    Image,
    ItemList,
    Paragraph,
    Quote,
    Section,
    Span,
    Table,
    Text,
    Tip,
)
from brochure.model.texts import drawn_texts

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from brochure.copyfit.counting import Noun
    from brochure.model.choices import BlockStyle, GapClass

    Part = object | None

SHORT_WORDS = 4
"""The most words of an item of a short list; of a writing without spaces, as many characters as
say as much."""
ITEMS_LEAST = 3
"""The fewest items of one: cutting one of three still saves no row, as two stand on two."""


def _paragraph(paragraph: Paragraph, style: BlockStyle, shaper: Shaper, after: Part) -> list[Block]:
    leads = isinstance(after, LISTED)
    return [Block("text", shaper.body(paragraph.text), style, "para", leads=leads)]


def _items(listed: ItemList, style: BlockStyle, shaper: Shaper, after: Part) -> list[Block]:
    del after
    blocks, numbered, boxed = [], listed.kind == "steps", listed.kind == "checklist"
    between: GapClass = "tick" if boxed else "item"
    for number, item in enumerate(listed.items, listed.start):
        label = f"{number}." if numbered else "" if boxed else BULLET
        gap: GapClass = between if number > listed.start else "list"
        shaped = shaper.body(item.text)
        leads = bool(item.items)
        blocks.append(Block("item", shaped, style, gap, 1, label, leads, None, numbered, boxed))
        blocks.extend(
            Block("item", shaper.body(text), style, "nested", 2, DASH, boxed=boxed)
            for text in item.items
        )
    if _is_short(listed, shaper):
        blocks[0] = replace(blocks[0], short=len(blocks))
    return blocks


def _is_short(listed: ItemList, shaper: Shaper) -> bool:
    """Return whether a list may stand in two columns: bullets of few words, none nested."""
    if listed.kind != "bullets" or len(listed.items) < ITEMS_LEAST:
        return False
    writing = shaper.measure.writing
    unit: Noun = "character" if writing and writing.characters else "word"
    most = amount(SHORT_WORDS, (writing.characters if writing else 0.0) or 1.0)
    return all(not item.items and count(item.text.plain, unit) <= most for item in listed.items)


def _image(image: Image, style: BlockStyle, shaper: Shaper, after: Part) -> list[Block]:
    del style, after
    captioned = image.caption is not None
    blocks = [Block("image", None, "body", "image", leads=captioned, image=image)]
    if image.caption is not None:
        shaped = shaper.body(image.caption)
        blocks.append(Block("caption", shaped, "caption", "caption"))
    return blocks


def _table(table: Table, style: BlockStyle, shaper: Shaper, after: Part) -> list[Block]:
    from brochure.copyfit.tables import strips_of

    del style, after
    return [Block("strips", None, "body", "strips", strips=strips_of(table, shaper))]


def _fill(fill: FillIn, style: BlockStyle, shaper: Shaper, after: Part) -> list[Block]:
    from brochure.copyfit.forms import lines_of

    del style, after
    return [Block("strips", None, "body", "strips", strips=lines_of(fill, shaper))]


def _quote(quote: Quote, style: BlockStyle, shaper: Shaper, after: Part) -> list[Block]:
    from brochure.copyfit.asides import quote_of

    del style, after
    return [Block("strips", None, "body", "aside", strips=quote_of(quote, shaper))]


def _tip(tip: Tip, style: BlockStyle, shaper: Shaper, after: Part) -> list[Block]:
    from brochure.copyfit.asides import tip_of

    del style
    strips = tip_of(tip, shaper, ends=after is None)
    return [Block("strips", None, "body", "aside", strips=strips)]


MADE: dict[type, Callable[[Any, BlockStyle, Shaper, Part], list[Block]]] = {
    Paragraph: _paragraph,
    ItemList: _items,
    Image: _image,
    Table: _table,
    FillIn: _fill,
    Quote: _quote,
    Tip: _tip,
}
"""What makes the blocks of each part of a body, told what follows it there: a text before a list
leads to it."""
LISTED = (ItemList, Table, FillIn)
"""What a text before it leads to."""


def _section(section: Section, shaper: Shaper, words: Words, hung: bool) -> SectionFlow:
    style: BlockStyle = "key" if section.emphasis == "key" else "body"
    blocks: list[Block] = []
    for part, after in pairwise((*section.body, None)):
        made = MADE[type(part)](part, style, shaper, after)
        pictured = bool(blocks) and blocks[-1].kind in ("image", "caption")
        if pictured and made[0].kind != "image":
            made[0] = replace(made[0], gap="after")
        blocks += made
    heading = shaper.heavy(section.heading, shaper.most * 0.8)
    word = words.get(section.emphasis)
    over = shaper.heavy(Text((Span(word),))) if word else None
    title, emphasis, found = section.heading.plain, section.emphasis, tuple(blocks)
    icon, beside = section.shown_icon, _beside(found)
    return SectionFlow(heading, title, emphasis, found, over, beside, icon, hung)


def _beside(blocks: tuple[Block, ...]) -> int:
    """Return the place of the first picture that may stand beside the text, -1 without one."""
    images = [number for number, block in enumerate(blocks) if block.image]
    return next((number for number in images if _may_be_beside(blocks[number].image)), -1)


def _may_be_beside(image: Image | None) -> bool:
    return image is not None and image.beside


Counted = dict[int, tuple[Section, int]]
"""By its id a section, and its words."""


def count_words(handout: Handout, counted: Counted | None = None) -> int:
    """Return the words of all sections, headings included; characters where `counting` says so.

    ``counted`` keeps them from one call to the next.
    """
    unit, counted = noun(handout.language), {} if counted is None else counted
    for section in handout.sections:
        if id(section) not in counted:
            counted[id(section)] = section, section_words(section, unit)
    return sum([counted[id(section)][1] for section in handout.sections])


def section_words(section: Section, unit: Noun = "word") -> int:
    """Return the words, or characters, of a section, its heading included."""
    return sum([count(text.plain, unit) for text in drawn_texts(section)])


Made = dict[tuple[int, bool], tuple[Section, SectionFlow]]
"""By its id, and whether it is hung, a section, and what was measured of it."""


def make_flow(
    handout: Handout,
    shaper: Shaper,
    words: Words = NO_WORDS,
    made: Made | None = None,
    counted: Counted | None = None,
) -> Flow:
    """Return the handout's sections as measured blocks; ``words`` stand over headings.

    ``made`` keeps them from one call to the next, and ``counted`` their words.
    """
    made = {} if made is None else made
    hung = any(section.icon for section in handout.sections)
    for section in handout.sections:
        if (id(section), hung) not in made:
            made[id(section), hung] = section, _section(section, shaper, words, hung)
    continued = words.get("continued")
    after = shaper.body(Text((Span(continued),))) if continued else None
    sections = tuple([made[id(section), hung][1] for section in handout.sections])
    return Flow(sections, count_words(handout, counted), continued=after)
