"""The fit over handouts of every length: the rules hold, or the text is refused by its words."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from brochure._startup.records import replace
from brochure.copyfit import overflow, turning
from brochure.copyfit.formats import FORMATS
from brochure.copyfit.overflow import truncate
from brochure.copyfit.settings import sizes_of
from brochure.editions import Options
from brochure.model import (
    FillIn,
    FitError,
    Handout,
    Item,
    ItemList,
    Layout,
    Paragraph,
    Quote,
    Table,
    Tip,
)
from brochure.recipe import make_layout
from tests.support import layout_rules
from tests.support.examples import tried
from tests.support.handouts import all_words, cut, handouts, placings, printings, text

FLOORS = {"handout": (12.0, 10.0), "large-print": (18.0, 18.0), "trifold": (11.0, 10.0)} | {
    "card": (12.0, 10.0)
}
LEAST_FILL = {"handout": 0.7, "large-print": 0.5, "trifold": 0.0, "card": 0.0}
"""A flap holds whole sections, so a panel may end anywhere, and large print may end
early. Of texts whose type cannot grow, as many of their lines would then become two."""
NO_BOX = 0.04
"""How much more a last page may leave where there is no contact box to grow."""
FEW = 100
"""So few words are a list or two, which no break may part: they may leave a page open."""
BREAK_GAIN = 0.3 + turning.COST
"""How much larger, in points, more text may be set: a paragraph of three lines cannot be parted,
one of four can; and a shorter text may keep whole at a page turn what a longer one parts."""
PAPERS = ("letter", "a4")
FAST = settings(suppress_health_check=(HealthCheck.too_slow, HealthCheck.data_too_large))


@pytest.fixture
def uncounted(monkeypatch):
    """Refusals without the count of words, which takes a dozen fits."""
    monkeypatch.setattr(overflow, "words_over", lambda handout, fits: 1)


def set_in(handout: Handout, name: str, paper: str = "letter") -> tuple[Layout, object] | None:
    """The layout of a handout and its faces, or None if it is refused."""
    try:
        return make_layout(handout, Options(name, paper))
    except FitError:
        return None


def fits(handout: Handout | None) -> bool:
    """Whether a handout can be set on two pages; one of no sections always can."""
    return handout is None or set_in(handout, "handout") is not None


PAIRED = 0.1
"""What a frame may lack where a list of few words has half its rows in two columns: it has all of
them at the next size, at which an item no longer has room in a column."""
WHOLE = 0.15
"""What a frame may lack where a table or the like is kept whole."""
WHOLE_BOX = 0.35
"""And where a box is, which may be as high as that."""


def few(listed: ItemList) -> bool:
    """Whether a list may stand in two columns."""
    return len(listed.items) > 2 and all(len(i.text.plain.split()) < 5 for i in listed.items)


def broken(layout: Layout, faces, handout: Handout, name: str) -> list[str]:
    """Every broken rule; pages may stay short where the type has reached its ceiling."""
    faults = layout_rules.faults(layout, faces.width, *FLOORS[name])
    faults = [fault for fault in faults if not fault.startswith("page filled")]
    fmt, facts = FORMATS[name], layout.facts
    if facts.words < FEW:
        return faults
    if facts.size < sizes_of(fmt, facts.arrangement, fmt.type.floor, facts.words)[0]:
        fill = layout_rules.page_fill(layout)
        while name == "large-print" and fill and fill[-1] < LEAST_FILL[name]:
            fill.pop()  # its last page may be nearly empty
            if layout.facts.fill[len(fill)]:
                break
        least = LEAST_FILL[name] - (0.0 if handout.contact.shown else NO_BOX)
        bodies = [block for section in handout.sections for block in section.body]
        boxed = any(section.emphasis for section in handout.sections)
        kept = any(isinstance(block, (Table, FillIn, Quote, Tip)) for block in bodies)
        least -= WHOLE_BOX if boxed else WHOLE * kept
        if boxed and name == "large-print":  # what follows a box that is kept whole may be little
            fill = [*filter(None, fill)][:-1]
        least -= PAIRED * any(isinstance(block, ItemList) and few(block) for block in bodies)
        # A page may hold lines alone if they are asked for, or nothing to make large print's even.
        empty = handout.notes == "true" or name == "large-print"
        faults += [f"page filled {x:.3f}" for x in fill if x < least and (x or not empty)]
    return faults


def words_of(layout: Layout) -> list[str]:
    """The words of the sections as placed, in reading order."""
    own = {index for index, e in enumerate(layout.elements) if e.kind == "Sect"}
    return [
        word
        for block in layout_rules.blocks(layout)
        if block.kind != "Lbl" and layout_rules.section_of(layout, block.element) in own
        for word in block.text.split()
    ]


@pytest.mark.usefixtures("uncounted")
def test_a_layout_in_any_format_keeps_every_rule_and_every_word():
    tally: Counter[str] = Counter()

    @tried(160, FAST)
    @given(handouts(), st.sampled_from(PAPERS))
    def each(handout: Handout, paper: str) -> None:
        for name in FLOORS:
            made = set_in(handout, name, paper)
            tally["refused" if made is None else name] += 1
            if made is None:
                assert len(next(printings(handout))) > 150
                continue
            layout, faces = made
            assert broken(layout, faces, handout, name) == []
            read = words_of(layout)
            prints = (said for each in placings(handout, layout) for said in printings(each))
            assert any(read[: len(said)] == said for said in prints)
            short, several = layout_rules.runts(layout_rules.blocks(layout))
            tally["runts"] += short
            tally["paragraphs"] += several

    each()
    assert min(tally[name] for name in (*FLOORS, "refused", "paragraphs")) > 50
    assert tally["runts"] < 0.02 * tally["paragraphs"]


def _longer(handout: Handout, number: int, what: str, seed: int) -> Handout:
    """The handout with a word, a sentence or a bullet more in one of its sections."""
    number %= len(handout.sections)
    old = handout.sections[number]
    *before, last = old.body
    if what == "bullet" and isinstance(last, ItemList):
        new = replace(last, items=(*last.items, Item(text(seed, 9))))
    elif what == "word" and isinstance(last, Paragraph):
        end = last.text.spans[-1]
        more = (*last.text.spans[:-1], replace(end, text=end.text + " more"))
        new = Paragraph(replace(last.text, spans=more))
    else:
        before, new = list(old.body), Paragraph(text(seed, 12))
    new = replace(old, body=(*before, new))
    sections = (*handout.sections[:number], new, *handout.sections[number + 1 :])
    return replace(handout, sections=sections)


@pytest.mark.usefixtures("uncounted")
@tried(60, FAST)
@given(
    handouts(8),
    st.integers(0, 9),
    st.sampled_from(("word", "sentence", "bullet")),
    st.integers(0, 99),
    st.sampled_from(PAPERS),
)
def test_more_text_never_brings_much_larger_type(handout, number, what, seed, paper):
    """Unless the arrangement changes; a break that the longer text allows may bring a little."""
    before = set_in(handout, "handout", paper)
    after = set_in(_longer(handout, number, what, seed), "handout", paper)
    if after is not None:
        assert before is not None
        old, new = before[0].facts, after[0].facts
        if new.arrangement == old.arrangement:
            assert new.size <= old.size + BREAK_GAIN


@tried(16, FAST)
@given(handouts(16, least_sections=7))
def test_cutting_the_words_over_makes_it_fit_and_a_tenth_fewer_does_not(handout):
    try:
        make_layout(handout, Options())
        assume(False)
    except FitError as error:
        over = error.words_over
    total = len(all_words(handout))
    fewer = over - max(1, over // 10)
    for cutter in (truncate, cut):
        assert fits(cutter(handout, total - over)), (cutter.__name__, over)
        assert not fits(cutter(handout, total - fewer)), (cutter.__name__, over)
