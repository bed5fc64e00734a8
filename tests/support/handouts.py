"""Handouts of every length for Hypothesis, built of the model's records.

Lengths are drawn, words follow from a drawn seed: an example stays small and shrinks well.
"""

from __future__ import annotations

import typing
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from random import Random

from hypothesis import strategies as st

from brochure._startup.records import replace
from brochure.language.phrases import phrases
from brochure.model import (
    Block,
    Clinic,
    Contact,
    FillIn,
    Handout,
    Icon,
    Item,
    ItemList,
    Layout,
    Paragraph,
    Quote,
    Section,
    Span,
    Table,
    TableRow,
    Text,
    Tip,
    short_form,
)
from brochure.model.choices import ListKind
from brochure.model.texts import drawn_texts

VOCABULARY = (
    "we to is of it in an the you may rest pain back call walk keep days stop your with this "
    "lift sleep nurse twice water doctor muscle gently before problem mornings exercise "
    "sometimes treatment important questions medication swallowing temperature inflammation "
    "physiotherapy rehabilitation"
).split()


def words(seed: int, count: int) -> list[str]:
    """Words of 2 to 14 letters, the same for the same seed."""
    random = Random(seed)
    return [random.choice(VOCABULARY) for _ in range(count)]


def text(seed: int, count: int) -> Text:
    """A sentence of ``count`` words; some seeds put a bold word or a link in it."""
    chosen = words(seed, count)
    chosen[0] = chosen[0].capitalize()
    chosen[-1] += "."
    if count < 3 or seed % 3:
        return Text((Span(" ".join(chosen)),))
    middle = count // 2
    before, word, after = chosen[:middle], chosen[middle], chosen[middle + 1 :]
    marked = Span(word, href="https://a.example/b") if seed % 2 else Span(word, bold=True)
    return Text((Span(" ".join(before) + " "), marked, Span(" " + " ".join(after))))


def plain(line: str) -> Text:
    """A text of words given."""
    return Text((Span(line),))


def _seeded(least: int, most: int) -> st.SearchStrategy[Text]:
    return st.builds(text, st.integers(0, 999), st.integers(least, most))


def _items(most: int) -> st.SearchStrategy[tuple[Item, ...]]:
    nested = st.lists(_seeded(1, 14), max_size=3).map(tuple)
    item = st.builds(Item, _seeded(1, 30), st.one_of(st.just(()), st.just(()), nested))
    return st.lists(item, max_size=most).map(tuple)


def _short_items() -> st.SearchStrategy[tuple[Item, ...]]:
    """Items of few words, which may stand in two columns."""
    return st.lists(_seeded(1, 4).map(Item), min_size=3, max_size=14).map(tuple)


def _filled(section: Section) -> bool:
    return bool(section.body)


@st.composite
def tables(draw: Callable) -> Table:
    """A table of two to five columns, its cells of a word or of many."""
    columns = draw(st.integers(2, 5))
    heads = draw(st.lists(_seeded(1, 3), min_size=columns, max_size=columns))
    cells = st.one_of(st.just(Text(())), _seeded(1, 3), _seeded(1, 12))
    rows = st.lists(cells, min_size=columns, max_size=columns).map(tuple).map(TableRow)
    return Table(tuple(heads), tuple(draw(st.lists(rows, min_size=1, max_size=7))))


def blocks() -> st.SearchStrategy[Block]:
    """A block of any kind but a picture."""
    listed = st.builds(
        ItemList,
        _items(6).filter(bool),
        st.sampled_from(typing.get_args(ListKind)),
        st.sampled_from((1, 1, 4)),
    )
    fill = st.lists(_seeded(1, 14), min_size=1, max_size=6).map(tuple).map(FillIn)
    quote = st.builds(Quote, _seeded(1, 60), st.one_of(st.none(), _seeded(1, 6)))
    tip = _seeded(1, 50).map(Tip)
    short = _short_items().map(ItemList)
    return st.one_of(
        _seeded(1, 60).map(Paragraph), listed, listed, short, tables(), fill, quote, tip
    )


@st.composite
def sections(draw: Callable, longest: int = 90) -> Section:
    """A section with paragraphs, a list, or both."""
    shape = draw(st.sampled_from(("text", "text", "both", "bullets", "steps", "mixed")))
    icon = draw(st.sampled_from((None, None, Icon("spine"), Icon("pills", plain("Two pills")))))
    if shape == "mixed":
        body = tuple(draw(st.lists(blocks(), min_size=1, max_size=6)))
        return Section(plain("What to do"), "", body, icon)
    return Section(
        heading=plain(" ".join(draw(_seeded(1, 9)).plain.rstrip(".").split())),
        emphasis=draw(st.sampled_from(("", "", "", "", "urgent", "emergency"))),
        icon=icon,
        body=short_form(
            text=tuple(draw(st.lists(_seeded(1, longest), min_size=1, max_size=4)))
            if shape in ("text", "both")
            else (),
            bullets=draw(st.one_of(_items(9), _items(9), _short_items()))
            if shape in ("both", "bullets")
            else (),
            steps=draw(_items(7)) if shape == "steps" else (),
            closing=draw(st.one_of(st.none(), _seeded(1, 30))),
        ),
    )


def _with_key(parts: Sequence[Section], key: int) -> tuple[Section, ...]:
    """The sections, one of them the key message if ``key`` is one's number."""
    filled = [part for part in parts if _filled(part)] or [
        Section(plain("Rest"), body=(Paragraph(text(1, 12)),))
    ]
    if key < len(filled):
        filled[key] = replace(filled[key], emphasis="key")
    return tuple(filled)


CLINIC = Clinic(plain("The Spine Institute"), plain("310-828-7757"))
FULL_CLINIC = replace(
    CLINIC,
    address=plain("2 Main Street, Suite 01234"),
    city=plain("Los Angeles, CA 90404"),
    hours=plain("Monday to Friday, 8:30 to 17:00"),
    website=plain("spine.example"),
    email=plain("care@spine.example"),
)


@st.composite
def handouts(draw: Callable, most_sections: int = 12, least_sections: int = 1) -> Handout:
    """A handout of any length, from a line to far too much for two pages."""
    parts = draw(st.lists(sections(), min_size=least_sections, max_size=most_sections))
    return Handout(
        file="made.yaml",
        title=plain(" ".join(words(draw(st.integers(0, 99)), draw(st.integers(1, 14))))),
        clinic=draw(st.sampled_from((CLINIC, FULL_CLINIC))),
        sections=_with_key(parts, draw(st.integers(0, 3))),
        subtitle=draw(st.one_of(st.none(), _seeded(3, 16))),
        contact=Contact(shown=draw(st.booleans())),
        notes=draw(st.sampled_from(("auto", "auto", "true", "false"))),
        sources=tuple(draw(st.lists(_seeded(4, 12), max_size=2))),
        reviewed=draw(st.sampled_from(("", "2026-10-01"))),
    )


# ------------------------------------------------------------- what they say


def all_texts(handout: Handout) -> list[Text]:
    """The texts of the sections in reading order."""
    return [found for section in handout.sections for found in drawn_texts(section)]


def all_words(handout: Handout) -> list[str]:
    """The words of the sections in reading order."""
    return [word for found in all_texts(handout) for word in found.plain.split()]


def as_placed(handout: Handout, layout: Layout) -> Handout:
    """The handout with its sections as they are read: those of a folded sheet's flap come last.

    In the style of large figures each heading is read with its number.
    """
    told = [mark.title for mark in layout.bookmarks]
    order = sorted(handout.sections, key=lambda section: told.index(section.heading.plain))
    if handout.brand.style == "ledger" and layout.facts.arrangement == "side":
        order = [_numbered(section, at) for at, section in enumerate(order, 1)]
    return replace(handout, sections=tuple(order))


def _numbered(section: Section, number: int) -> Section:
    spans = (Span(f"{number} ", fact=NUMBER), *section.heading.spans)
    return replace(section, heading=replace(section.heading, spans=spans))


def placings(handout: Handout, layout: Layout) -> Iterator[Handout]:
    """The handout with its sections in each order that the page's headings allow.

    At most one section is elsewhere: an urgent one, on the flap. Headings may be alike.
    """
    told = [mark.title for mark in layout.bookmarks]
    numbers = range(len(handout.sections))
    for taken, to in dict.fromkeys(((0, 0), *product(numbers, numbers))):
        order = list(handout.sections)
        order.insert(to, order.pop(taken))
        if [section.heading.plain for section in order] == told:
            yield replace(handout, sections=tuple(order))


def printings(handout: Handout) -> Iterator[list[str]]:
    """The words as they may be printed: with what stands over headings, and a tip's own word.

    Each table may be set in columns, or each cell behind the head of its column.
    """
    tables = sum(isinstance(block, Table) for part in handout.sections for block in part.body)
    for forms in product((False, True), repeat=tables):
        labelled = iter(forms)
        words = phrases(handout.language)
        yield [
            word
            for section in handout.sections
            for said in (
                *_head(section, words.over_headings.get(section.emphasis, "")),
                *(each for block in section.body for each in _printed(block, words.tip, labelled)),
            )
            for word in said.split()
        ]


NUMBER = "number"
"""What a heading's number is called among its spans."""


def _head(section: Section, over: str) -> tuple[str, ...]:
    """The heading as it is read: its number, the word over it, its words."""
    first, *rest = section.heading.spans
    if first.fact != NUMBER:
        return over, section.heading.plain
    return first.text, over, "".join(span.text for span in rest)


def _printed(block: Block, tip: str, labelled: Iterator[bool]) -> Iterator[str]:
    if isinstance(block, Tip):
        yield tip
    if not isinstance(block, Table) or not next(labelled):
        yield from (text.plain or "–" for text in drawn_texts(block))
        return
    for row in block.rows:
        for head, cell in zip(block.columns, row.cells, strict=True):
            yield f"{head.plain}: {cell.plain or '–'}"


# ------------------------------------------------- a cutter of the tests' own


@dataclass
class _Scissors:
    left: int

    def text(self, found: Text) -> Text | None:
        """The first words of a text, as many as are left; marks are not kept."""
        if self.left <= 0:
            return None
        count = len(found.plain.split())
        kept = found
        if count > self.left:
            kept = replace(found, spans=(Span(" ".join(found.plain.split()[: self.left])),))
        self.left -= count
        return kept

    def block(self, block: Block) -> Block | None:
        """The first words of a block; None if it has none of them."""
        if self.left <= 0:
            return None
        if isinstance(block, Paragraph):
            found = self.text(block.text)
            return Paragraph(found) if found else None
        if isinstance(block, ItemList):
            items = self.items(block.items)
            return replace(block, items=items) if items else None
        return self.rarer(block)

    def rarer(self, block: Block) -> Block | None:
        """The first words of a block of a rare kind."""
        if isinstance(block, Table):
            heads = [self.text(head) for head in block.columns]
            rows = [[self.text(cell) for cell in row.cells] for row in block.rows]
            kept = [TableRow(tuple(cell or Text(()) for cell in row)) for row in rows if row[0]]
            return Table(block.columns, tuple(kept)) if all(heads) and kept else None
        if isinstance(block, FillIn):
            labels = tuple(kept for label in block.labels if (kept := self.text(label)))
            return FillIn(labels) if labels else None
        if isinstance(block, Quote):
            said = self.text(block.text)
            return Quote(said, self.text(block.by) if block.by else None) if said else None
        if isinstance(block, Tip):
            said = self.text(block.text)
            return Tip(said) if said else None
        return block

    def items(self, items: tuple[Item, ...]) -> tuple[Item, ...]:
        """The first items."""
        kept = []
        for item in items:
            if (found := self.text(item.text)) is None:
                break
            nested = tuple(t for text in item.items if (t := self.text(text)))
            kept.append(Item(found, nested))
        return tuple(kept)


def cut(handout: Handout, words_kept: int) -> Handout | None:
    """The handout cut after so many words of its sections; None if nothing is left."""
    scissors, kept = _Scissors(words_kept), []
    for section in handout.sections:
        if len(section.heading.plain.split()) >= scissors.left:
            break
        scissors.text(section.heading)
        body = tuple(part for block in section.body if (part := scissors.block(block)))
        if body:
            kept.append(replace(section, body=body))
    return replace(handout, sections=tuple(kept)) if kept else None
