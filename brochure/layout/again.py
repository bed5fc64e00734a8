"""The heading of a section that goes on over a page, said again; it is no content of its own."""

from __future__ import annotations

from brochure.brand.palette import Palette
from brochure.copyfit.blocks import SectionFlow
from brochure.copyfit.metrics import CONTINUED_GAP, Metrics
from brochure.layout.boxes import urgency
from brochure.layout.page_builder import Surface
from brochure.layout.typesetting import Typesetting, Writer
from brochure.model import HEADER_ARTIFACT
from brochure.typeset.line_breaking import Shaped


def place_again(
    surface: Surface,
    metrics: Metrics,
    section: SectionFlow,
    continued: Shaped | None,
    palette: Palette,
    at: tuple[float, float],
) -> None:
    """Place a heading with the word "(continued)", its first baseline at a point; all artifact."""
    inks = urgency(section.emphasis, palette) if metrics.arrangement == "side" else None
    size, leading, (x, y) = metrics.heading_size, metrics.heading_leading, at
    ink = inks.heading if inks else palette.heading
    width = metrics.heading_width(section)
    setting = Typesetting(size, leading, width, ink, True, ink)
    Writer(section.heading, HEADER_ARTIFACT, setting).all(surface, x, y)
    if continued is None:
        return
    lines, beside = metrics.again_lines(section, continued)
    small = metrics.continued_size
    word = Typesetting(small, leading, width, inks.heading if inks else palette.muted)
    if beside:
        x += section.heading.width * size + CONTINUED_GAP * small
    y -= (lines - 1) * leading
    Writer(continued, HEADER_ARTIFACT, word).all(surface, x, y)
