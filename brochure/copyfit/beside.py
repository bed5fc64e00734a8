"""A picture in the column of side headings, where it takes no height from the text."""

from __future__ import annotations

from brochure._startup.records import dataclass, replace
from brochure.copyfit.blocks import Block, SectionFlow
from brochure.copyfit.metrics import Metrics
from brochure.copyfit.short_lists import one_a_row
from brochure.typeset.line_breaking import count_lines

WIDEST = 138.0
"""The most that a picture is wide beside the text, in points."""
CLEAR, CAPTION_CLEAR = 0.55, 0.35
"""White above the picture and above its caption, in ems of the body."""
CAPTION_LEADING = 1.25
"""Of a caption beside the text, as a ratio to its type."""
TALL, SMALLER = 1.3, 0.75
"""A picture higher than the text beside it by the first is drawn as small as the second; still
higher, it goes into the text's column."""


@dataclass(frozen=True, slots=True)
class Beside:
    """A picture beside the text: its size in points, and the lines of its caption."""

    index: int
    width: float
    height: float
    caption: Block | None
    lines: int

    def takes(self, metrics: Metrics) -> float:
        """Return the height of picture and caption below the heading, in points."""
        words = self.lines * CAPTION_LEADING * metrics.format.type.small
        return (
            CLEAR * metrics.size
            + self.height
            + bool(self.lines) * (CAPTION_CLEAR * metrics.size + words)
        )


def beside(
    section: SectionFlow, metrics: Metrics, pixels: dict[str, tuple[int, int]]
) -> Beside | None:
    """Return the picture that stands beside a section's text; None if none has room there."""
    if section.beside < 0 or metrics.arrangement != "side" or metrics.boxed(section):
        return None
    block = section.blocks[section.beside]
    assert block.image is not None
    across, up = pixels[str(block.image.path)]
    rest = section.blocks[section.beside + 1 :]
    caption = rest[0] if rest and rest[0].kind == "caption" else None
    small = metrics.format.type.small
    most = TALL * _text(section, metrics, caption) - metrics.beside(section)
    for share in (1.0, SMALLER):
        width = share * min(metrics.side_width, WIDEST)
        lines = count_lines(caption.shaped, width / small) if caption and caption.shaped else 0
        found = Beside(section.beside, width, up * width / across, caption, lines)
        if found.takes(metrics) <= most:
            return found
    return None


def _text(section: SectionFlow, metrics: Metrics, caption: Block | None) -> float:
    """Return the height of a section's text without its gaps, in points."""
    leading, high = metrics.format.type.tight * metrics.size, 0.0
    blocks = tuple(enumerate(section.blocks))
    if metrics.paired:
        blocks = one_a_row(blocks, section.blocks, metrics)
    for _, block in blocks:
        if block.shaped and block is not caption:
            ratio = metrics.ratio(block.style)
            high += count_lines(block.shaped, metrics.measure(block)) * ratio * leading
        elif block.strips:
            high += sum([strip.height for strip in metrics.strips(block)])
    return high


def flow_beside(
    section: SectionFlow, metrics: Metrics, pixels: dict[str, tuple[int, int]]
) -> tuple[tuple[tuple[int, Block], ...], Beside | None]:
    """Return what of a section begins rows, where not all does, and the picture beside it."""
    found = beside(section, metrics, pixels)
    flows = flowing(section, found)
    if metrics.paired:
        flows = one_a_row(flows, section.blocks, metrics.inside(section))
    return flows, found


def flowing(section: SectionFlow, found: Beside | None) -> tuple[tuple[int, Block], ...]:
    """Return the blocks of a section that flow, with their places in it."""
    away = () if found is None else (found.index, found.index + bool(found.caption))
    below = max(away) + 1 if away else -1
    return tuple(
        (index, replace(block, gap="para") if index == below and block.gap == "after" else block)
        for index, block in enumerate(section.blocks)
        if index not in away
    )
