"""What each section takes at one size: the lines and heights of its heading and its blocks.

Whether a text has room, and where its rows are, are both told by this.
"""

from __future__ import annotations

from collections.abc import Sequence

from brochure._startup.records import dataclass
from brochure.copyfit.blocks import Block, Flow, SectionFlow
from brochure.copyfit.metrics import Metrics
from brochure.typeset.line_breaking import count_lines

TYPE_CHECKING = False
if TYPE_CHECKING:
    from brochure.copyfit.beside import Beside
    from brochure.copyfit.strips import Strip
    from brochure.model.choices import BlockStyle
    from brochure.typeset.line_breaking import Shaped

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

CLEAR: dict[str, float] = {"caption": 0.4, "image": 0.54, "after": 0.26}
"""Fixed white above a caption, above a picture and above the text after one, in ems: with the gap
a picture stands 0.9 from the text around it."""

Extent = tuple[int, float, float, tuple[int, float], float, Sequence["Strip"]]
"""A heading or block at one size: its lines, the leadings and the fixed points of each, the gap
above it by class and ems, the fixed points there, and the strips that are its lines, if it has
any: their mean is then the fixed points."""

NO_GAP = (ITEM, 0.0)


Measures = dict["Kind", tuple[float, float]]
"""By the style, the depth, the numbering and the boxing of a block: the width of its lines, in ems
of its own size, and that size as a ratio to the body's."""


Look = tuple[str, bool, bool, str]
"""What the head of a section depends on: its emphasis, whether it has no icon, whether headings
stand in for the icons of others, and the gap of its first block."""


@dataclass(frozen=True, slots=True)
class Head:
    """What the head of a section takes at one size, in points."""

    width: float  # of the heading's lines, in its own ems
    leading: float
    above: float  # in a box
    below: float  # to the text under a heading above it
    word: float  # the line of the word over the heading
    inset: bool  # the text is narrower in its box


Taken = tuple[Sequence[tuple[int, Block]], float, list[Extent]]
"""What a section takes at one size: its blocks that flow, the height of what stands beside them,
and the heading, if it stands above, with the blocks."""

Kind = tuple["BlockStyle", int, bool, bool]
Outline = list[tuple[Block, "Shaped | None", Kind, tuple[int, float], float]]
"""What of a section's blocks no size changes: the text, its kind, the gap above it by class and
ems, and the fixed ems there."""

Outlines = dict[int, tuple[SectionFlow, "Flowing", Outline]]
"""By its number, a section whose blocks all flow, those, and its outline; kept for all settings."""


def taken_of(
    flow: Flow,
    metrics: Metrics,
    pixels: dict[str, tuple[int, int]],
    outlines: Outlines | None = None,
) -> list[Taken]:
    """Return what each section takes: the text's height and its rows are both made of this.

    ``outlines`` keeps what further settings have in common.
    """
    looks: dict[Look, Head] = {}
    known: Measures = {}
    outlines = {} if outlines is None else outlines
    found = []
    for number, section in enumerate(flow.sections):
        kept = outlines.get(number)
        if kept and kept[0] is section and not metrics.paired:
            _, (flowing, picture), outline = kept
        else:
            flowing, picture = flow_of(section, metrics, pixels)
            outline = _outline(flowing)
            if section.beside < 0 and not metrics.paired:
                outlines[number] = section, (flowing, picture), outline
        beside = metrics.beside(section) + (picture.takes(metrics) if picture else 0.0)
        first = section.blocks[0].gap if section.blocks else ""
        look = (section.emphasis, section.icon is None, section.hung, first)
        if look not in looks:
            looks[look] = _head_of(section, metrics)
        extents = _extents(section, outline, metrics, looks[look], pixels, known)
        found.append((flowing, beside, extents))
    return found


def _outline(flowing: Sequence[tuple[int, Block]]) -> Outline:
    """Return what of the blocks that flow no size changes."""
    return [
        (
            block,
            block.shaped,
            (block.style, block.depth, block.numbered, block.boxed),
            GAPS.get(block.gap, NO_GAP),
            CLEAR.get(block.gap, 0.0),
        )
        for _, block in flowing
    ]


def _head_of(section: SectionFlow, metrics: Metrics) -> Head:
    """Return what the heads of sections of one look take."""
    face = metrics.face(section)
    return Head(
        metrics.heading_width(section) / metrics.heading_size,
        metrics.heading_leading,
        metrics.box_head if metrics.boxed(section) else 0.0,
        metrics.heading_gap(section),
        face.word_leading,
        bool(face.inset),
    )


def _extents(
    section: SectionFlow,
    outline: Outline,
    metrics: Metrics,
    head: Head,
    pixels: dict[str, tuple[int, int]],
    known: Measures,
) -> list[Extent]:
    """Return what a section's heading, if it stands above, and its blocks take.

    ``known`` keeps the measures of blocks of a kind.
    """
    size = metrics.size
    gap = CARD_GAP if metrics.format.carded else GAPS["section"]
    before = head.above
    found: list[Extent] = []
    if metrics.arrangement != "side":
        if section.word:
            found.append((1, 0.0, head.word, gap, before, ()))
            gap, before = NO_GAP, 0.0
        lines = count_lines(section.heading, head.width)
        found.append((lines, 0.0, head.leading, gap, before, ()))
        gap, before = NO_GAP, head.below
    if head.inset:
        metrics, known = metrics.inside(section), {}
    for number, (block, shaped, kind, own, clear) in enumerate(outline):
        if number:
            gap, before = own, clear * size
        if shaped is None:
            found.append(_drawn(block, metrics, pixels, gap, before))
            continue
        if kind not in known:
            known[kind] = (metrics.measure(block), metrics.ratio(block.style))
        width, ratio = known[kind]
        found.append((count_lines(shaped, width), ratio, 0.0, gap, before, ()))
    return found


Flowing = tuple[Sequence[tuple[int, Block]], "Beside | None"]
"""The blocks of a section that flow, with their places in it, and the picture beside them."""


def flow_of(section: SectionFlow, metrics: Metrics, pixels: dict[str, tuple[int, int]]) -> Flowing:
    """Return what of a section begins rows, and the picture that stands beside it, if one does."""
    if section.beside < 0 and not metrics.paired:
        return tuple(enumerate(section.blocks)), None
    from brochure.copyfit.beside import flow_beside

    return flow_beside(section, metrics, pixels)


def _drawn(
    block: Block,
    metrics: Metrics,
    pixels: dict[str, tuple[int, int]],
    gap: tuple[int, float],
    before: float,
) -> Extent:
    """Return what a picture or strips take below the gap and the fixed points ``before`` them."""
    if block.image is not None:
        height = metrics.image_size(block, pixels[str(block.image.path)])[1]
        return 1, 0.0, height, gap, before, ()
    strips = metrics.strips(block)
    mean = sum([strip.height for strip in strips]) / len(strips)
    return len(strips), 0.0, mean, gap, before, strips


def natural_height(
    flow: Flow, metrics: Metrics, pixels: dict[str, tuple[int, int]], leading: float, gap: float
) -> float:
    """Return the height of the whole flow as one column, in points; rows are not made.

    It never falls when words are added.
    """
    return height_of(flow, metrics, taken_of(flow, metrics, pixels), leading, gap)


def height_of(
    flow: Flow, metrics: Metrics, taken: Sequence[Taken], leading: float, gap: float
) -> float:
    """Return what `natural_height` returns, of what the sections take."""
    ems, high = metrics.size * metrics.format.type.gap * gap, 0.0
    for section, (_, beside, extents) in zip(flow.sections, taken, strict=True):
        whole = 0.0
        for lines, lead, fixed, natural, before, _ in extents:
            whole += lines * (lead * leading + fixed) + before + natural[1] * ems
        if beside:
            _, _, _, natural, before, _ = extents[0]
            whole += metrics.hang(beside, whole - before - natural[1] * ems)
        high += whole + (metrics.box_foot if metrics.boxed(section) else 0.0)
    return high
