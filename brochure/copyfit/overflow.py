"""When a text cannot fit: by how many words, and where they are.

The words are counted from the end: cutting that many makes the handout fit.
"""

from __future__ import annotations

from collections.abc import Callable

from brochure._startup.records import replace
from brochure.copyfit.counting import count, kept, noun
from brochure.copyfit.flow import count_words, section_words
from brochure.model import (
    Block,
    FillIn,
    Handout,
    Image,
    Item,
    ItemList,
    Paragraph,
    Quote,
    Section,
    Span,
    Table,
    TableRow,
    Text,
    Tip,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from brochure.copyfit.counting import Noun

MISSING = Text(())
"""A cell of a table that says nothing."""


def cut_text(text: Text, keep: int, unit: Noun = "word") -> Text | None:
    """Return the first ``keep`` words, or characters, of a text, or None if none are kept."""
    spans: list[Span] = []
    for span in text.spans:
        words, keep = kept(span.text, keep, unit)
        spans.append(replace(span, text=words))
        if len(words) < len(span.text):
            break
    whole = "".join(span.text for span in spans).strip()
    return replace(text, spans=tuple(span for span in spans if span.text)) if whole else None


class _Budget:
    """How many words, or characters, are still to be kept."""

    def __init__(self, words: int, unit: Noun) -> None:
        self.left = words
        self.unit = unit

    def text(self, text: Text | None) -> Text | None:
        """Return as much of a text as the budget allows."""
        if text is None or self.left <= 0:
            return None
        length = count(text.plain, self.unit)
        kept = text if length <= self.left else cut_text(text, self.left, self.unit)
        self.left -= length
        return kept

    def texts(self, texts: tuple[Text, ...]) -> tuple[Text, ...]:
        """Return as many texts as the budget allows."""
        return tuple(kept for text in texts if (kept := self.text(text)))

    def paragraph(self, paragraph: Paragraph) -> Paragraph | None:
        """Return as much of a paragraph as the budget allows; None if nothing."""
        text = self.text(paragraph.text)
        return Paragraph(text) if text else None

    def items(self, listed: ItemList) -> ItemList | None:
        """Return a list with as many items as the budget allows; None if it allows none."""
        kept = []
        for item in listed.items:
            text = self.text(item.text)
            if text:
                kept.append(Item(text, self.texts(item.items)))
        return replace(listed, items=tuple(kept)) if kept else None

    def image(self, image: Image) -> Image | None:
        """Return a picture with as much of its caption as the budget allows; None if used up."""
        return replace(image, caption=self.text(image.caption)) if self.left > 0 else None

    def table(self, table: Table) -> Table | None:
        """Return a table with as many rows as the budget allows; what is cut off says nothing."""
        heads = self.texts(table.columns)
        rows = []
        for row in table.rows if self.left > 0 and len(heads) == len(table.columns) else ():
            cells = tuple([self.text(cell) for cell in row.cells])
            if cells[0]:
                rows.append(TableRow(tuple([cell or MISSING for cell in cells])))
        return Table(heads, tuple(rows)) if rows else None

    def fill(self, fill: FillIn) -> FillIn | None:
        """Return as many lines to write on as the budget allows; None if it allows none."""
        labels = self.texts(fill.labels)
        return FillIn(labels) if labels else None

    def quote(self, quote: Quote) -> Quote | None:
        """Return as much of a quote as the budget allows; None if nothing."""
        text = self.text(quote.text)
        return Quote(text, self.text(quote.by)) if text else None

    def tip(self, tip: Tip) -> Tip | None:
        """Return as much of a tip as the budget allows; None if nothing."""
        text = self.text(tip.text)
        return Tip(text) if text else None


CUTS: dict[type, Callable[[_Budget, Any], Block | None]] = {
    Paragraph: _Budget.paragraph,
    ItemList: _Budget.items,
    Image: _Budget.image,
    Table: _Budget.table,
    FillIn: _Budget.fill,
    Quote: _Budget.quote,
    Tip: _Budget.tip,
}
"""What cuts each part of a body; None where nothing of it is left."""


def _cut_section(section: Section, budget: _Budget) -> Section | None:
    heading = budget.text(section.heading)
    if heading is None or budget.left <= 0:
        return None
    body = tuple([kept for part in section.body if (kept := CUTS[type(part)](budget, part))])
    return replace(section, heading=heading, body=body) if body else None


def truncate(handout: Handout, words: int) -> Handout | None:
    """Return the handout's first ``words`` words of its sections; None if nothing is left.

    Where `counting` says so, they are characters.
    """
    budget = _Budget(words, noun(handout.language))
    sections = tuple(
        kept for section in handout.sections if (kept := _cut_section(section, budget))
    )
    return replace(handout, sections=sections) if sections else None


def words_over(handout: Handout, fits: Callable[[Handout], bool]) -> int:
    """Return the fewest words to cut from the end to make the handout fit, by bisection."""
    total = count_words(handout)
    low, high = 0, total  # low words kept fit (none at all, at worst), high do not
    while high - low > 1:
        middle = (low + high) // 2
        shorter = truncate(handout, middle)
        if shorter is None or fits(shorter):
            low = middle
        else:
            high = middle
    return total - low


def longest_sections(handout: Handout, most: int = 3) -> list[tuple[Section, int]]:
    """Return the longest sections with their words, longest first."""
    unit = noun(handout.language)
    counted = [(section, section_words(section, unit)) for section in handout.sections]
    return sorted(counted, key=lambda pair: -pair[1])[:most]
