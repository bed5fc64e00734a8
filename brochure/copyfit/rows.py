"""The flow at one size: a column of rows with gaps, and where it may break.

Heights are a sum of parts that stretch differently, kept as running totals, so that the
height of any stretch of rows at any leading costs a few subtractions.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from brochure._startup.records import dataclass, field
from brochure.copyfit.blocks import Flow, SectionFlow
from brochure.copyfit.extents import ITEM, NO_GAP, PARA, SECTION, taken_of
from brochure.copyfit.keeping import is_kept, keep_box, keep_items, keep_rest
from brochure.copyfit.metrics import CAP_RISE, GAP_LEAST, Metrics

TYPE_CHECKING = False
if TYPE_CHECKING:
    from brochure.copyfit.extents import Extent, Taken
    from brochure.typeset.line_breaking import Shaped

NEVER = float("inf")
HEADING = -1
"""What `Rows.place` holds for a heading's block; the word over it has the one before."""

COVERS = 0.6
"""Added before rounding down: a side heading that reaches 0.4 into a line needs that line."""
DESCENT = 0.28
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
    again: list[float] = field(default_factory=list)  # points of a heading said again above
    leads: list[float] = field(default_factory=list)  # running totals, from here on
    fixeds: list[float] = field(default_factory=list)
    gaps: tuple[list[float], ...] = ()
    apart: int = 0  # the row that begins the last frame, if that is set apart
    whole: float = 0.0  # what it costs to part a section, beside what any break does

    def __len__(self) -> int:
        """Return the number of rows."""
        return len(self.lead)

    def close(self) -> Rows:
        """Return the rows with their running totals made."""
        self.leads = [0.0, *accumulate(self.lead)]
        fixed = [a + b for a, b in zip(self.fixed, self.before, strict=True)]
        self.fixeds = [0.0, *accumulate(fixed)]
        both = list(zip(self.gap, self.gap_class, strict=True))
        kinds = [
            [g if kind == wanted else 0.0 for g, kind in both] for wanted in (SECTION, PARA, ITEM)
        ]
        self.gaps = tuple([[0.0, *accumulate(kind)] for kind in kinds])
        return self

    def parts(self, start: int, stop: int) -> tuple[float, float, float, float, float]:
        """Return rows ``start`` to ``stop`` as one frame: leadings, fixed, and the three gaps."""
        first = start + 1
        section, para, item = self.gaps
        return (
            self.leads[stop] - self.leads[start] + self.head_lead[start],
            self.fixeds[stop]
            - self.fixeds[start]
            - self.before[start]
            + self.head[start]
            + self.foot[stop - 1],
            section[stop] - section[first],
            para[stop] - para[first],
            item[stop] - item[first],
        )

    def goes_on(self, row: int) -> bool:
        """Return whether a row continues the section of the row before it."""
        return 0 < row < len(self) and self.place[row - 1][0] == self.place[row][0]

    def said_again(self, row: int) -> float:
        """Return the height of the heading above a row that a page begins with, in points."""
        return self.again[row] if self.again and self.goes_on(row) else 0.0

    def height(self, start: int, stop: int, leading: float, gap: float) -> float:
        """Return the height of rows ``start`` to ``stop`` in points, to the last baseline."""
        if start >= stop:
            return 0.0
        leads, fixed, section, para, item = self.parts(start, stop)
        return leads * leading + fixed + gap * (section + para + item)


def _row_penalties(lines: int, covered: int, within: float) -> list[float]:
    """Return the cost of a break before each line of a block but its first.

    No single line may stand at a frame's head or foot, and ``covered`` lines of the block are
    needed beside a side heading; elsewhere a break costs what it does ``within`` a block.
    """
    if lines < 4:
        return [NEVER] * (lines - 1)
    free = range(2, lines - 1)
    return [NEVER, *[NEVER if line < covered else within for line in free], NEVER]


@dataclass(slots=True)
class _Builder:
    """Lays rows down section by section."""

    metrics: Metrics
    rows: Rows = field(default_factory=Rows)
    after: float = 0.0  # fixed space owed below the last row
    heads: list[tuple[int, float]] = field(default_factory=list)
    split: float = 0.0  # what a break in the section costs that is being laid down
    continued: Shaped | None = None  # the word after a heading that is said again

    def add(
        self,
        place: tuple[int, int],
        extent: Extent,
        penalties: Sequence[float],
        line: int = 0,
    ) -> None:
        """Add the rows of a heading, a text or a picture, or the one of a strip, at their costs.

        The gap and the space above are the first one's; ``line`` is its place in the block.
        """
        lines, lead, fixed, (kind, gap), before, _ = extent
        rows, metrics, (number, block) = self.rows, self.metrics, place
        rows.place.append((number, block, line))
        rows.before.append(before + self.after)
        self.after = 0.0
        rows.gap_class.append(kind)
        rows.gap.append(gap * metrics.size * metrics.format.type.gap)
        rows.penalty += penalties
        if lines == 1:
            rows.lead.append(lead)
            rows.fixed.append(fixed)
            return
        rest = [0.0] * (lines - 1)
        rows.place += [(number, block, line) for line in range(1, lines)]
        rows.before += rest
        rows.gap += rest
        rows.gap_class += [ITEM] * (lines - 1)
        rows.lead += [lead] * lines
        rows.fixed += [fixed] * lines

    def _edges(self, begun: int, box: int) -> None:
        """Say what a section's rows take at the head and the foot of a frame."""
        rows, metrics, size = self.rows, self.metrics, self.metrics.size
        leads = rows.lead[begun:]
        rows.box += [box] * len(leads)
        if box >= 0:
            rows.head += [metrics.box_head] * len(leads)
            rows.head_lead += [0.0] * len(leads)
            rows.foot += [metrics.box_foot] * len(leads)
        else:
            rows.head += [CAP_RISE * size * lead for lead in leads]
            rows.head_lead += [-lead for lead in leads]
            rows.foot += [-DESCENT * size * lead for lead in leads]
        for row, high in self.heads:
            rows.head[row] += high
        self.heads.clear()

    def heading(self, number: int, extents: list[Extent], box: int, rise: float) -> None:
        """Add the rows of a heading above its text, and of the word over it, which begin a section.

        None may be parted from what follows; ``rise`` is the space above at a frame's head.
        """
        begun, first = len(self.rows), 0.0
        for block, extent in zip(range(-len(extents), 0), extents, strict=True):
            self.add((number, block), extent, [first, *[NEVER] * (extent[0] - 1)])
            first = NEVER
        if box < 0:
            self.heads += [(row, rise) for row in range(begun, len(self.rows))]

    def section(self, number: int, section: SectionFlow, taken: Taken) -> None:
        """Add a section's rows."""
        metrics, rows = self.metrics, self.rows
        box = number if metrics.boxed(section) else -1
        within = SPLIT_CARD if box >= 0 else metrics.format.whole
        self.split = SPLIT_BOX if section.emphasis and box >= 0 else within
        leading = metrics.format.type.tight * metrics.size
        flowing, beside, extents = taken
        heads = len(extents) - len(flowing)
        if heads:
            self.heading(number, extents[:heads], box, metrics.heading_head(section))
        begun, above, free = len(rows), 0, False  # free: it may break before the next block
        covered = int(beside / leading + COVERS)
        own = [block for _, block in flowing]
        for position, (index, block) in enumerate(flowing):
            kept, extent = is_kept(own, position), extents[heads + position]
            penalty = SPLIT_SECTION if free and above >= covered and not kept else NEVER
            if len(rows) == begun and metrics.arrangement == "side":
                penalty = 0.0
            above += self._block((number, index), extent, penalty, above, covered)
            whole = block.kind in ("item", "image", "strips") or above >= 2
            free = not block.leads and whole
        self._edges(len(rows.box), box)
        keep_items(rows, flowing, [extent[0] for extent in extents[heads:]], begun)
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

    def _block(
        self,
        where: tuple[int, int],
        extent: Extent,
        penalty: float,
        above: int,
        covered: int,
    ) -> int:
        """Add a block's rows; return how many lines they are."""
        lines, _, fixed, gap, _, strips = extent
        cost = penalty + (self.split if gap[0] != SECTION else 0.0)
        if strips:
            return self._strips(where, extent, cost)
        if fixed:  # a picture
            self.add(where, extent, [cost])
            return max(int(fixed / self.metrics.size), 2)
        within = SPLIT_SECTION + SPLIT_BLOCK + self.split
        self.add(where, extent, [cost, *_row_penalties(lines, covered - above, within)])
        return lines

    def _strips(self, where: tuple[int, int], extent: Extent, cost: float) -> int:
        """Add a row for each strip of a block; return how many lines of text they are about."""
        _, _, _, gap, before, strips = extent
        for number, strip in enumerate(strips):
            if strip.head:
                self.heads.append((len(self.rows), strip.head.height))
            costs = [strip.penalty + self.split if number else cost]
            self.add(where, (1, 0.0, strip.height, gap, before, ()), costs, number)
            gap, before = NO_GAP, 0.0
        return max(int(sum([strip.height for strip in strips]) / self.metrics.size), 2)


def make_rows(flow: Flow, metrics: Metrics, pixels: dict[str, tuple[int, int]]) -> Rows:
    """Return the flow's rows at one setting; ``pixels`` gives each picture's size."""
    return rows_of(flow, metrics, taken_of(flow, metrics, pixels))


def rows_of(flow: Flow, metrics: Metrics, taken: Sequence[Taken]) -> Rows:
    """Return the flow's rows at the setting where its sections take so much."""
    builder = _Builder(metrics, Rows(whole=metrics.format.whole), continued=flow.continued)
    for number, section in enumerate(flow.sections):
        if flow.apart and number == len(flow.sections) - flow.apart:
            builder.rows.apart = len(builder.rows)
        builder.section(number, section, taken[number])
    return builder.rows.close()
