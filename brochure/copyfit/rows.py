"""The flow at one size: a column of rows with gaps, and where it may break.

Heights are a sum of parts that stretch differently, kept as running totals, so that the
height of any stretch of rows at any leading costs a few subtractions.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from brochure._startup.records import dataclass, field
from brochure.copyfit.blocks import Block, Flow, SectionFlow
from brochure.copyfit.keeping import is_kept, keep_box, keep_items, keep_rest
from brochure.copyfit.metrics import CAP_RISE, GAP_LEAST, Metrics
from brochure.typeset.line_breaking import Shaped, count_lines

TYPE_CHECKING = False
if TYPE_CHECKING:
    from brochure.copyfit.beside import Beside
    from brochure.copyfit.strips import Strip
    from brochure.model.choices import BlockStyle

NEVER = float("inf")
HEADING = -1
"""What `Rows.place` holds for a heading's block; the word over it has the one before."""

SECTION, PARA, ITEM = 0, 1, 2
"""The classes of gap that stretch; spare room goes to them in this order."""

GAPS: dict[str, tuple[int, float]] = {
    "section": (SECTION, 1.15),
    "para": (PARA, 0.44),
    "list": (PARA, 0.26),
    "item": (ITEM, 0.18),
    "nested": (ITEM, 0.10),
    "image": (PARA, 0.44),
    "after": (PARA, 0.44),
    "tick": (ITEM, 0.42),
    "strips": (PARA, 0.50),
    "aside": (PARA, 0.85),
}
"""Each gap's class and its natural size in ems of the body."""

CARD_GAP = (SECTION, 0.75)
"""Between two cards, whose edges are seen."""

COVERS = 0.6
"""Added before rounding down: a side heading that reaches 0.4 into a line needs that line."""
CLEAR: dict[str, float] = {"caption": 0.4, "image": 0.54, "after": 0.26}
"""Fixed white above a caption, above a picture and above the text after one, in ems: with the gap
a picture stands 0.9 from the text around it."""
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
        both = [a + b for a, b in zip(self.fixed, self.before, strict=True)]
        self.fixeds = [0.0, *accumulate(both)]
        self.gaps = tuple(
            [
                0.0,
                *accumulate(
                    g if kind == wanted else 0.0
                    for g, kind in zip(self.gap, self.gap_class, strict=True)
                ),
            ]
            for wanted in (SECTION, PARA, ITEM)
        )
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
        leads, fixed, *gaps = self.parts(start, stop)
        return leads * leading + fixed + gap * sum(gaps)


def _row_penalties(lines: int, above: int, covered: int) -> list[float]:
    """Return the cost of a break before each line of a block but its first.

    No single line may stand at a frame's head or foot; ``above`` lines of the section stand
    before the block, and ``covered`` lines are needed beside a side heading.
    """
    return [
        NEVER
        if line < 2 or line > lines - 2 or above + line < covered
        else SPLIT_SECTION + SPLIT_BLOCK
        for line in range(1, lines)
    ]


Extent = tuple[int, float, float, tuple[int, float], float, Sequence["Strip"]]
"""A heading or block at one size: its lines, the leadings and the fixed points of each, the gap
above it by class and ems, the fixed points there, and the strips that are its lines, if it has
any: their mean is then the fixed points."""

NO_GAP = (ITEM, 0.0)


Measures = dict[tuple["BlockStyle", int, bool, bool], tuple[float, float]]
"""By the style, the depth, the numbering and the boxing of a block: the width of its lines, in ems
of its own size, and that size as a ratio to the body's."""


def extents_of(
    section: SectionFlow, metrics: Metrics, pixels: dict[str, tuple[int, int]], known: Measures
) -> list[Extent]:
    """Return what a section's heading, if it stands above, and its blocks take.

    The height of a text and the places of its rows are both made of this; ``known`` keeps the
    measures of blocks of a kind.
    """
    size = metrics.size
    gap = CARD_GAP if metrics.format.carded else GAPS["section"]
    before = metrics.box_head if metrics.boxed(section) else 0.0
    found: list[Extent] = []
    if metrics.arrangement != "side":
        face = metrics.face(section)
        if section.word:
            found.append((1, 0.0, face.word_leading, gap, before, ()))
            gap, before = NO_GAP, 0.0
        lines = metrics.heading_lines(section)
        found.append((lines, 0.0, metrics.heading_leading, gap, before, ()))
        gap, before = NO_GAP, metrics.heading_gap(section)
    flowing, inside = flow_of(section, metrics, pixels)[0], metrics.inside(section)
    if inside is not metrics:
        metrics, known = inside, {}
    for number, (_, block) in enumerate(flowing):
        if number:
            gap = GAPS.get(block.gap, NO_GAP)
            before = CLEAR.get(block.gap, 0.0) * size
        found.append(_taken(block, metrics, pixels, known, (gap, before)))
    return found


Flowing = tuple[Sequence[tuple[int, Block]], "Beside | None"]
"""The blocks of a section that flow, with their places in it, and the picture beside them."""


def flow_of(section: SectionFlow, metrics: Metrics, pixels: dict[str, tuple[int, int]]) -> Flowing:
    """Return what of a section begins rows, and the picture that stands beside it, if one does."""
    if section.beside < 0 and not metrics.paired:
        return tuple(enumerate(section.blocks)), None
    from brochure.copyfit.beside import flow_beside

    return flow_beside(section, metrics, pixels)


def _beside(section: SectionFlow, metrics: Metrics, found: Beside | None) -> float:
    """Return the height of what stands beside a section's text, in points."""
    return metrics.beside(section) + (found.takes(metrics) if found else 0.0)


def _taken(
    block: Block,
    metrics: Metrics,
    pixels: dict[str, tuple[int, int]],
    known: Measures,
    above: tuple[tuple[int, float], float],
) -> Extent:
    """Return what a block takes below the gap and the fixed points ``above`` it."""
    if block.shaped is not None:
        kind = (block.style, block.depth, block.numbered, block.boxed)
        if kind not in known:
            known[kind] = (metrics.measure(block), metrics.ratio(block.style))
        width, ratio = known[kind]
        return count_lines(block.shaped, width), ratio, 0.0, *above, ()
    if block.image is not None:
        height = metrics.image_size(block, pixels[str(block.image.path)])[1]
        return 1, 0.0, height, *above, ()
    strips = metrics.strips(block)
    mean = sum([strip.height for strip in strips]) / len(strips)
    return len(strips), 0.0, mean, *above, strips


@dataclass(slots=True)
class _Builder:
    """Lays rows down section by section."""

    metrics: Metrics
    pixels: dict[str, tuple[int, int]]
    rows: Rows = field(default_factory=Rows)
    after: float = 0.0  # fixed space owed below the last row
    known: Measures = field(default_factory=dict)
    split: float = 0.0  # what a break in the section costs that is being laid down
    continued: Shaped | None = None  # the word after a heading that is said again

    def add(
        self,
        place: tuple[int, int, int],
        lead: float,
        fixed: float,
        gap: tuple[int, float],
        penalty: float,
        box: int,
        before: float = 0.0,
    ) -> None:
        """Add a row."""
        rows, size = self.rows, self.metrics.size
        rows.place.append(place)
        rows.lead.append(lead)
        rows.fixed.append(fixed)
        rows.before.append(before + self.after)
        self.after = 0.0
        rows.gap_class.append(gap[0])
        rows.gap.append(gap[1] * size * self.metrics.format.type.gap)
        rows.penalty.append(penalty + (self.split if gap[0] != SECTION else 0.0))
        rows.box.append(box)
        boxed = box >= 0
        rows.head.append(self.metrics.box_head if boxed else CAP_RISE * size * lead)
        rows.head_lead.append(0.0 if boxed else -lead)
        rows.foot.append(self.metrics.box_foot if boxed else -DESCENT * size * (lead or 0.0))

    def heading(self, number: int, extents: list[Extent], box: int, rise: float) -> None:
        """Add the rows of a heading above its text, and of the word over it, which begin a section.

        None may be parted from what follows; ``rise`` is the space above at a frame's head.
        """
        metrics = self.metrics
        begun, numbers = len(self.rows), range(-len(extents), 0)
        for block, (lines, lead, fixed, gap, before, _) in zip(numbers, extents, strict=True):
            for line in range(lines):
                penalty = NEVER if len(self.rows) > begun else 0.0
                self.add((number, block, line), lead, fixed, gap, penalty, box, before)
                self.rows.head[-1] = metrics.box_head if box >= 0 else rise
                self.rows.head_lead[-1] = 0.0
                gap, before = NO_GAP, 0.0

    def section(self, number: int, section: SectionFlow) -> None:
        """Add a section's rows."""
        metrics, rows = self.metrics, self.rows
        box = number if metrics.boxed(section) else -1
        within = SPLIT_CARD if box >= 0 else metrics.format.whole
        self.split = SPLIT_BOX if section.emphasis and box >= 0 else within
        leading = metrics.format.type.tight * metrics.size
        flowing, found = flow_of(section, metrics, self.pixels)
        beside = _beside(section, metrics, found)
        extents = extents_of(section, metrics, self.pixels, self.known)
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
            above += self._block((number, index), extent, penalty, box, above, covered)
            whole = block.kind in ("item", "image", "strips") or above >= 2
            free = not block.leads and whole
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
        box: int,
        above: int,
        covered: int,
    ) -> int:
        """Add a block's rows; return how many lines they are."""
        metrics = self.metrics
        lines, lead, fixed, gap, before, strips = extent
        if strips:
            return self._strips(where, extent, penalty, box)
        self.add((*where, 0), lead, fixed, gap, penalty, box, before)
        if fixed:  # a picture
            self.rows.head[-1] = metrics.box_head if box >= 0 else 0.0
            self.rows.foot[-1] = metrics.box_foot if box >= 0 else 0.0
            return max(int(fixed / metrics.size), 2)
        for line, cost in enumerate(_row_penalties(lines, above, covered), 1):
            self.add((*where, line), lead, 0.0, NO_GAP, cost, box)
        return lines

    def _strips(self, where: tuple[int, int], extent: Extent, penalty: float, box: int) -> int:
        """Add a row for each strip of a block; return how many lines of text they are about."""
        _, _, _, gap, before, strips = extent
        inset = (self.metrics.box_head, self.metrics.box_foot) if box >= 0 else (0.0, 0.0)
        for number, strip in enumerate(strips):
            cost = strip.penalty if number else penalty
            self.add((*where, number), 0.0, strip.height, gap, cost, box, before)
            self.rows.head[-1] = inset[0] + (strip.head.height if strip.head else 0.0)
            self.rows.foot[-1] = inset[1]
            gap, before = NO_GAP, 0.0
        return max(int(sum([strip.height for strip in strips]) / self.metrics.size), 2)


def make_rows(flow: Flow, metrics: Metrics, pixels: dict[str, tuple[int, int]]) -> Rows:
    """Return the flow's rows at one setting; ``pixels`` gives each picture's size."""
    builder = _Builder(metrics, pixels, Rows(whole=metrics.format.whole), continued=flow.continued)
    for number, section in enumerate(flow.sections):
        if flow.apart and number == len(flow.sections) - flow.apart:
            builder.rows.apart = len(builder.rows)
        builder.section(number, section)
    return builder.rows.close()


def natural_height(
    flow: Flow, metrics: Metrics, pixels: dict[str, tuple[int, int]], leading: float, gap: float
) -> float:
    """Return the height of the whole flow as one column, in points; rows are not made.

    It never falls when words are added.
    """
    ems, high = metrics.size * metrics.format.type.gap * gap, 0.0
    known: Measures = {}
    for section in flow.sections:
        extents = extents_of(section, metrics, pixels, known)
        whole = 0.0
        for lines, lead, fixed, natural, before, _ in extents:
            whole += lines * (lead * leading + fixed) + before + natural[1] * ems
        beside = metrics.beside(section)
        if section.beside >= 0:
            beside = _beside(section, metrics, flow_of(section, metrics, pixels)[1])
        if beside:
            _, _, _, natural, before, _ = extents[0]
            whole += metrics.hang(beside, whole - before - natural[1] * ems)
        high += whole + (metrics.box_foot if metrics.boxed(section) else 0.0)
    return high
