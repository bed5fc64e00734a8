"""The icon of a section, placed: left of its heading, or below its number."""

from __future__ import annotations

from brochure.art.icons import icon_paths
from brochure.brand.palette import Palette
from brochure.copyfit.blocks import SectionFlow
from brochure.copyfit.metrics import ICON, ICON_RISE, Metrics
from brochure.layout.page_builder import Surface
from brochure.layout.page_context import CAP
from brochure.layout.section_faces import NUMBER, number_base
from brochure.model import LAYOUT_ARTIFACT, NOWHERE, Icon, Ink, Rect

ICON_DROP = 0.2
"""How far an icon beside the text reaches over its heading's capitals, in the heading's ems."""
IN_STRIP = 0.14
"""How much higher it stands in the head of a card, to be in its middle, in the heading's ems."""
NUMBER_GAP = 0.35
"""The white between a section's number and the icon below it, in the heading's ems."""


def icon_ink(metrics: Metrics, section: SectionFlow, palette: Palette) -> Ink:
    """Return the ink of an icon beside a heading: the brand's, or paper on a field of it."""
    filled = section.emphasis == "key" and metrics.format.carded
    return palette.reversed if filled else palette.bar


def place_icon(
    surface: Surface,
    metrics: Metrics,
    section: SectionFlow,
    ink: Ink,
    place: tuple[float, float, int],
    file: str = "",
) -> None:
    """Place the icon of a section, which has one.

    ``place`` is the left edge of its heading's column, the heading's baseline, and the element
    that it stands in: with words it is a Figure there. In an artifact, or without words, it is one.
    """
    icon, (x, base, parent) = section.icon, place
    assert icon is not None
    side = ICON * metrics.heading_size
    x += metrics.face(section).hang + metrics.number_hang
    rect = Rect(x, _foot(metrics, base, side), side, side)
    place_in(surface, icon, ink, rect, parent, file)


def place_in(
    surface: Surface, icon: Icon, ink: Ink, rect: Rect, parent: int, file: str = ""
) -> None:
    """Place an icon in a square, as a Figure of ``parent`` if it has words."""
    element = _element(surface, icon, parent, rect, file)
    surface.drawing(rect.x, rect.y, rect.width, icon_paths(icon.name, ink), element)


def _foot(metrics: Metrics, base: float, side: float) -> float:
    """Return how high the foot of an icon stands whose heading's baseline is at ``base``."""
    size = metrics.heading_size
    if metrics.figures:
        number = number_base(metrics, base, NUMBER * metrics.size)
        return number - NUMBER_GAP * size - side
    rise = ICON_DROP if metrics.arrangement == "side" else ICON_RISE
    rise += IN_STRIP if metrics.format.carded else 0.0
    return base + (CAP + rise) * size - side


def _element(surface: Surface, icon: Icon, parent: int, rect: Rect, file: str) -> int:
    """Return the Figure of an icon with words, or the number of an artifact."""
    if parent < 0 or icon.alt is None:
        return min(parent, LAYOUT_ARTIFACT)
    element = surface.element("Figure", parent, alt=icon.alt.plain)
    surface.figure_box(element, rect)
    surface.source(element, (file, icon.line, icon.column) if file else NOWHERE)
    return element
