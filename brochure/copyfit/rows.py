"""The flow at one size: a column of rows with gaps, and where it may break.

Heights are a sum of parts that stretch differently, kept as running totals, so that the
height of any stretch of rows at any leading costs a few subtractions.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence
from itertools import accumulate, repeat
from operator import add, mul, neg

from brochure._startup.records import dataclass, field
from brochure.copyfit.blocks import NONE_APART, Block, Flow, SectionFlow
from brochure.copyfit.extents import ITEM, PARA, SECTION
from brochure.copyfit.keeping import is_kept, keep_box, keep_items, keep_rest
from brochure.copyfit.metrics import CAP_RISE, GAP_LEAST, Metrics

TYPE_CHECKING = False
if TYPE_CHECKING:
    from brochure.copyfit.extents import Extent, Taken
    from brochure.copyfit.strips import Strip
    from brochure.typeset.line_breaking import Shaped

NEVER = float("inf")
HEADING = -1
"""What `Rows.place` holds for a heading's block; the word over it has the one before."""

COVERS = 0.6
"""Added before rounding down: a side heading that reaches 0.4 into a line needs that line."""
DESCENT = 0.28
WHOLE = ("item", "image")
"""What may be parted from the next block, however few its lines are."""
SPLIT_SECTION, SPLIT_BLOCK, SPLIT_BOX, SPLIT_CARD = 0.55, 0.25, 20.0, 2.0
"""What a break costs inside a section, inside a paragraph, inside a box, inside a card."""


@dataclass(slots=True)
class Rows:
    """The rows as columns of numbers; row ``i`` may start a frame at the cost ``penalty[i]``."""

    lead: list[float] = field(default_factory=list)  # in leadings
    fixed: list[float] = field(default_factory=list)  # in points, as the next three
    before: list[float] = field(default_factory=list)  # fixed space above, unless first
    head: list[float] = field(default_factory=list)  # space above when first in a frame
    foot: list[float] = field(default_factory=list)  # space below when last in a frame
    head_lead: list[float] = field(default_factory=list)  # leadings given up when first
    gap_class: list[int] = field(default_factory=list)
    gap: list[float] = field(default_factory=list)
    penalty: list[float] = field(default_factory=list)
    place: list[tuple[int, int, int]] = field(default_factory=list)  # section, block, line
    box: list[int] = field(default_factory=list)  # section number of the box, or -1
    again: Callable[[int], float] | None = None  # points of a section's heading said again above
    leads: list[float] = field(default_factory=list)  # running totals, from here on
    fixeds: list[float] = field(default_factory=list)
    gaps: list[float] = field(default_factory=list)
    tightest: tuple[float, float, list[float]] = (0.0, 0.0, [])  # what `least` was last asked for
    apart: int = 0  # the row that begins the last frame, if that is set apart
    whole: float = 0.0  # what it costs to part a section, beside what any break does
    turned: Container[int] = ()  # the rows that no page begins with
    laid: Known = field(default_factory=dict)  # for rows at further sizes

    def __len__(self) -> int:
        """Return the number of rows."""
        return len(self.lead)

    def close(self) -> Rows:
        """Return the rows with their running totals made."""
        self.leads = [0.0, *accumulate(self.lead)]
        self.fixeds = [0.0, *accumulate(map(add, self.fixed, self.before))]
        self.gaps = [0.0, *accumulate(self.gap)]
        return self

    def sums(self, start: int, stop: int) -> tuple[float, float, float]:
        """Return rows ``start`` to ``stop`` as one frame: leadings, fixed points, and gaps."""
        leads, fixeds = self.leads, self.fixeds
        ends = self.head[start] - self.before[start] + self.foot[stop - 1]
        return (
            leads[stop] - leads[start] + self.head_lead[start],
            fixeds[stop] - fixeds[start] + ends,
            self.gaps[stop] - self.gaps[start + 1],
        )

    def least(self, tight: float, gap: float) -> list[float]:
        """Return the height of all rows above each at a leading and a gap ratio, in points."""
        if self.tightest[:2] != (tight, gap):
            text = map(add, map(mul, self.leads, repeat(tight)), self.fixeds)
            above = list(map(add, text, map(mul, self.gaps, repeat(gap))))
            self.tightest = tight, gap, above
        return self.tightest[2]

    def parts(self, start: int, stop: int) -> tuple[float, float, float, float, float]:
        """Return rows ``start`` to ``stop`` as one frame: leadings, fixed, and the three gaps."""
        leads, fixed, _ = self.sums(start, stop)
        gaps, inside = [0.0, 0.0, 0.0], slice(start + 1, stop)
        for kind, gap in zip(self.gap_class[inside], self.gap[inside], strict=True):
            gaps[kind] += gap
        return leads, fixed, gaps[SECTION], gaps[PARA], gaps[ITEM]

    def begins(self, row: int) -> bool:
        """Return whether the gap above a row is one between sections."""
        return self.gap_class[row] == SECTION

    def goes_on(self, row: int) -> bool:
        """Return whether a row continues the section of the row before it."""
        return 0 < row < len(self) and self.place[row - 1][0] == self.place[row][0]

    def in_block(self, row: int) -> bool:
        """Return whether a row continues the paragraph or the item of the row before it."""
        return 0 < row < len(self) and self.place[row - 1][:2] == self.place[row][:2]

    def said_again(self, row: int) -> float:
        """Return the height of the heading above a row that a page begins with, in points."""
        return self.again(self.place[row][0]) if self.again and self.goes_on(row) else 0.0

    def height(self, start: int, stop: int, leading: float, gap: float) -> float:
        """Return the height of rows ``start`` to ``stop`` in points, to the last baseline."""
        if start >= stop:
            return 0.0
        leads, fixed, gaps = self.sums(start, stop)
        return leads * leading + fixed + gap * gaps


def _row_penalties(lines: int, covered: int, within: float) -> list[float]:
    """Return the cost of a break before each line of a block but its first.

    No single line may stand at a frame's head or foot, and ``covered`` lines of the block are
    needed beside a side heading; elsewhere a break costs what it does ``within`` a block.
    """
    if lines < 4:
        return [NEVER] * (lines - 1)
    free = range(2, lines - 1)
    return [NEVER, *[NEVER if line < covered else within for line in free], NEVER]


@dataclass(frozen=True, slots=True)
class Laid:
    """What the lines of a section's blocks say of its rows at any size, as the columns of `Rows`.

    ``firsts`` are the first rows of the heading and the blocks.
    """

    lead: list[float]
    gap_class: list[int]
    place: list[tuple[int, int, int]]
    penalty: list[float]
    firsts: tuple[int, ...]


Known = dict[tuple[int, ...], Laid]
"""What was laid, by the number of a section, the lines beside its heading, and its lines."""


@dataclass(slots=True)
class _Builder:
    """Lays rows down section by section."""

    metrics: Metrics
    rows: Rows = field(default_factory=Rows)
    after: float = 0.0  # fixed space owed below the last row
    heads: list[tuple[int, float]] = field(default_factory=list)  # of tables that go on
    rises: dict[bool, float] = field(default_factory=dict)  # of headings, by icons, at a head
    split: float = 0.0  # what a break in the section costs that is being laid down
    continued: Shaped | None = None  # the word after a heading that is said again
    known: Known = field(default_factory=dict)

    def _lay(self, laid: Laid, extents: Sequence[Extent]) -> None:
        """Add a section's rows; the gap and the space above a block are its first row's."""
        rows, begun, count = self.rows, len(self.rows), len(laid.lead)
        ems, scale = self.metrics.size, self.metrics.format.type.gap
        rows.lead += laid.lead
        rows.gap_class += laid.gap_class
        rows.place += laid.place
        rows.penalty += laid.penalty
        gap, fixed, before = [0.0] * count, [0.0] * count, [0.0] * count
        blocks = zip(laid.firsts, extents, strict=True)
        for first, (lines, _, each, (_, natural), above, strips) in blocks:
            gap[first], before[first] = natural * ems * scale, above
            if strips:
                fixed[first : first + lines] = self._strips(begun + first, strips)
            elif each:
                fixed[first : first + lines] = [each] * lines
        before[0] += self.after
        rows.gap += gap
        rows.fixed += fixed
        rows.before += before

    def _strips(self, first: int, strips: Sequence[Strip]) -> list[float]:
        """Return the heights of strips from row ``first``; note the heads they have in a frame."""
        heads = [(first + at, strip.head.height) for at, strip in enumerate(strips) if strip.head]
        self.heads += heads
        return [strip.height for strip in strips]

    def _laid(self, number: int, taken: Taken, covered: int) -> Laid:
        """Return what the lines of a section say of its rows, once for the same lines.

        ``covered`` lines are needed beside a side heading. What is drawn has heights that no line
        tells.
        """
        flowing, _, extents = taken
        lines, leads, *_ = zip(*extents, strict=True)
        if 0.0 in leads[len(extents) - len(flowing) :]:  # something is drawn
            return self._lines(number, taken, covered, lines)
        key = (number, covered, *lines)
        found = self.known.get(key)
        if found is None:
            found = self.known[key] = self._lines(number, taken, covered, lines)
        return found

    def _lines(self, number: int, taken: Taken, covered: int, lines: tuple[int, ...]) -> Laid:
        """Return what ``lines`` of a section's heading and blocks say of its rows."""
        flowing, _, extents = taken
        heads = len(extents) - len(flowing)
        blocks = [*range(-heads, 0), *[index for index, _ in flowing]]
        lead, kinds = [], []
        place: list[tuple[int, int, int]] = []
        for block, (high, ratio, _, (kind, _), _, _) in zip(blocks, extents, strict=True):
            lead += [ratio] * high
            kinds += [kind, *[ITEM] * (high - 1)]
            place += zip(repeat(number, high), repeat(block), range(high), strict=False)
        prices = self._prices([block for _, block in flowing], extents[heads:], covered)
        high = sum(lines[:heads])
        keep_items(prices, place[high:], flowing, lines[heads:])
        above = [0.0, *[NEVER] * (high - 1)] if high else []  # no heading leaves its text
        firsts = accumulate(lines[:-1], initial=0)
        return Laid(lead, kinds, place, above + prices, tuple(firsts))

    def _prices(self, own: Sequence[Block], extents: Sequence[Extent], covered: int) -> list[float]:
        """Return what a break before each row of a section's ``own`` blocks costs."""
        size, within = self.metrics.size, SPLIT_SECTION + SPLIT_BLOCK + self.split
        penalty: list[float] = []
        above, said = 0, 0  # lines, and those of them that hold text
        free = self.metrics.arrangement == "side"  # it may break before the block
        for position, (lines, _, fixed, (kind, _), _, strips) in enumerate(extents):
            cost, high = NEVER, fixed
            if not position:
                cost = 0.0 if free else NEVER
            elif free and above >= covered and not is_kept(own, position):
                cost = SPLIT_SECTION
            penalty.append(cost if kind == SECTION else cost + self.split)
            if strips:
                penalty += [strip.penalty + self.split for strip in strips[1:]]
                high = sum([strip.height for strip in strips])
                said += sum([len(strip.texts) for strip in strips])
            elif lines > 1:
                penalty += _row_penalties(lines, covered - above, within)
            said += 0 if strips else lines
            above += max(int(high / size), 2) if high else lines
            block = own[position]
            free = not block.leads and (block.kind in WHOLE or said >= 2)
        return penalty

    def _edges(self, laid: Laid, box: int) -> None:
        """Say what a section's rows take at the head and the foot of a frame."""
        rows, metrics, count = self.rows, self.metrics, len(laid.lead)
        rows.box += [box] * count
        if box >= 0:
            rows.head += [metrics.box_head] * count
            rows.head_lead += [0.0] * count
            rows.foot += [metrics.box_foot] * count
        else:
            rise, fall = CAP_RISE * metrics.size, -DESCENT * metrics.size
            rows.head += map(mul, laid.lead, repeat(rise))
            rows.head_lead += map(neg, laid.lead)
            rows.foot += map(mul, laid.lead, repeat(fall))
        for row, high in self.heads:
            rows.head[row] += high
        self.heads.clear()

    def section(self, number: int, section: SectionFlow, taken: Taken) -> None:
        """Add a section's rows."""
        metrics, rows, begun = self.metrics, self.rows, len(self.rows)
        box = number if metrics.boxed(section) else -1
        within = SPLIT_CARD if box >= 0 else metrics.format.whole
        self.split = SPLIT_BOX if section.emphasis and box >= 0 else within
        flowing, beside, extents = taken
        leading = metrics.format.type.tight * metrics.size
        laid = self._laid(number, taken, int(beside / leading + COVERS))
        self._lay(laid, extents)
        self._edges(laid, box)
        heads = extents[: len(extents) - len(flowing)]  # the heading above, below its word
        high = sum([extent[0] for extent in heads])
        if high and box < 0:
            if bool(section.icon) not in self.rises:
                self.rises[bool(section.icon)] = metrics.heading_head(section)
            rows.head[begun : begun + high] = [self.rises[bool(section.icon)]] * high
        begun += high
        if metrics.arrangement == "side":
            keep_rest(rows, metrics, metrics.again(section, self.continued), begun)
        if section.emphasis:
            keep_box(rows, metrics, begun)
        hang = self._hang(begun, beside) if beside else 0.0
        self.after = hang + (metrics.box_foot if box >= 0 else 0.0)

    def _hang(self, begun: int, beside: float) -> float:
        """Keep room below rows that are less deep than the heading beside them.

        Return how far the heading hangs below the last of the section's rows.
        """
        rows, metrics, text, hang = self.rows, self.metrics, 0.0, 0.0
        leading = metrics.format.type.tight * metrics.size
        for row in range(begun, len(rows)):
            if row > begun:
                text += rows.before[row] + rows.gap[row] * GAP_LEAST
            text += rows.lead[row] * leading + rows.fixed[row]
            hang = metrics.hang(beside, text)
            if not hang:
                break
            rows.foot[row] += hang
        return hang


def rows_of(
    flow: Flow,
    metrics: Metrics,
    taken: Sequence[Taken],
    known: Known | None = None,
) -> Rows:
    """Return the flow's rows at the setting where its sections take so much.

    ``known`` keeps what is laid for further sizes of the same arrangement.
    """
    builder = _Builder(metrics, Rows(whole=metrics.format.whole), continued=flow.continued)
    builder.known = builder.rows.laid = {} if known is None else known
    if metrics.arrangement != "side":
        builder.rows.again = lambda number: metrics.again(flow.sections[number], flow.continued)
    for number, section in enumerate(flow.sections):
        if flow.apart and number == len(flow.sections) - flow.apart:
            builder.rows.apart = len(builder.rows)
        builder.section(number, section, taken[number])
    if flow.apart == NONE_APART:
        builder.rows.apart = len(builder.rows)
    return builder.rows.close()
