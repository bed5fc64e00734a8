"""The key message across the page, under its title, in styles that lift it out of the text."""

from __future__ import annotations

from brochure._startup.records import replace
from brochure.copyfit.parts import Column, Figure, Length, Paragraph, Row
from brochure.layout.page_context import PageContext
from brochure.model import Handout, Section
from brochure.model import Paragraph as TextParagraph

TYPE_CHECKING = False
if TYPE_CHECKING:
    from brochure.brand.styles import Style

HEADING, HEADING_LEADING, HEADING_DROP = 1.3, 1.16, 0.95
"""The heading's size as a ratio to the body's; its leading, and its distance from the head."""
DROP, LEADING, BETWEEN, FALL = 1.45, 1.32, 1.85, 0.28
"""From the heading to the text, from line to line, from paragraph to paragraph, and under the last
line, in ems of the text."""
PAD_HEAD, PAD_FOOT = 5.0, 7.0
"""White in the box above and below the words, in points."""
UNDER = 1.4
"""White from the box to the text, in ems."""
ICON, ICON_DROP, ICON_GAP = 26.0, 4.0, 9.0
"""The side of the section's icon, its distance from the head of the words, and from them at its
right, in points."""


def lifted(handout: Handout, style: Style) -> bool:
    """Return whether the first section stands across the page: a key message of texts alone."""
    first, *others = handout.sections
    return (
        style.key == "wide"
        and bool(others)
        and first.emphasis == "key"
        and all(isinstance(part, TextParagraph) for part in first.body)
    )


def below(sections: tuple[Section, ...], handout: Handout, style: Style) -> tuple[Section, ...]:
    """Return the sections that flow below what is lifted; ``sections`` may be fewer or longer."""
    return sections[1:] if lifted(handout, style) and len(sections) > 1 else sections


def wide_key(context: PageContext) -> Column | None:
    """Return the key message as a part of page 1, with its section's tags; None if it flows."""
    if not lifted(context.handout, context.style):
        return None
    section, shaper = context.handout.sections[0], context.shaper
    heading = Paragraph(
        shaper.heavy(section.heading),
        Length(HEADING),
        HEADING_LEADING,
        HEADING_DROP,
        ink="heading",
        kind="H2",
        balance=True,
    )
    text = Paragraph(
        shaper.body(section.heading), Length(context.format.type.key), LEADING, BETWEEN
    )
    said = [part.text for part in section.body if isinstance(part, TextParagraph)]
    texts = [replace(text, shaped=shaper.body(each)) for each in said]
    texts[0] = replace(texts[0], drop=DROP)
    texts[-1] = replace(texts[-1], fall=FALL)
    words: tuple[Row, ...] = (heading, *texts)
    if section.shown_icon:
        mark = Figure("icon", ICON, ICON + ICON_DROP)
        words = (Column(words, left=mark, left_gap=ICON_GAP, least=mark.high),)
    inside: tuple[Row, ...] = (Length(0.0, PAD_HEAD), *words, Length(0.0, PAD_FOOT))
    return Column((Column(inside, kind="Sect", ground="key"), Length(UNDER, grow=1.0)))
