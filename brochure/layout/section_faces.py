"""What sets sections apart in a style: rules and large figures, or a card for each."""

from __future__ import annotations

from brochure.brand.palette import Palette
from brochure.copyfit.metrics import Metrics
from brochure.layout.page_builder import Surface
from brochure.layout.page_context import CAP, PageContext
from brochure.model import Box, Ink, Rect, Rule

RADIUS = 5.0
CARD_FRAME, CARD_RULE, KEY_FRAME = 1.0, 0.75, 2.25
"""How heavy the frame of a card, the rule below its head and the frame of the key card are."""
NUMBER_RULE, NUMBER_MARK, NUMBER_WIDE = 0.75, 3.5, 26.0
"""The rule above a numbered section, and the heavy part of it over its number."""
NUMBER, NUMBER_SMALL = 2.15, 1.75
"""The size of a section's number, in ems of the body; the second in a text of ten or more."""
ABOVE, ABOVE_SMALL = 1.25, 0.95
"""The size of a number before a heading above its text, in the heading's ems; second as above."""
RULE_AT, RULE_AT_NUMBER = 0.47, 0.45
"""Where the rule between two sections stands, as a share of the white, from the lower one up."""
FIRST_RULE = 11.0
"""How far above the text the rule of a page's first section stands, in points."""


def place_card(
    surface: Surface,
    rect: Rect,
    head: Rect | None,
    key: bool,
    inks: Palette,
    parted: tuple[bool, bool] = (False, False),
) -> None:
    """Place a card's frame, and its head where it begins there, behind what is set in it.

    ``parted``, it comes from another frame, or goes on to one: it is open at its head, or foot.
    """
    weight, frame = (KEY_FRAME, inks.field) if key else (CARD_FRAME, inks.rule)
    fill = inks.field if key else inks.key_fill
    if head is not None and fill is not None:
        inner = rect.inset(weight / 2)
        top = Rect(inner.x, head.y, inner.width, inner.top - head.y)
        surface.under(Box(top, fill, radius=RADIUS))
        surface.under(Box(Rect(top.x, top.y, top.width, min(RADIUS, top.height)), fill))
    if head is not None and not key:
        line = Rule(rect.x, head.y, rect.right, head.y, CARD_RULE, inks.rule)
        surface.under(line)
    edge = rect.inset(weight / 2)
    surface.under(Box(edge, None, frame, weight, RADIUS))
    for low, is_open in ((rect.top - RADIUS, parted[0]), (rect.y, parted[1])):
        if is_open:
            _open(surface, rect, low, weight, frame, inks.paper)


def _open(surface: Surface, rect: Rect, low: float, weight: float, frame: Ink, paper: Ink) -> None:
    """Take an edge off a card's frame, whose corners stand from ``low`` on."""
    surface.under(Box(Rect(rect.x, low, rect.width, RADIUS), paper))
    for x in (rect.x + weight / 2, rect.right - weight / 2):
        surface.under(Rule(x, low, x, low + RADIUS, weight, frame))


def heading_ink(context: PageContext, metrics: Metrics, key: bool) -> Ink:
    """Return the ink of a heading, but for those of urgency."""
    palette = context.palette
    if key and metrics.format.carded:
        return palette.reversed
    ink: Ink = getattr(palette, context.style.heading_ink)
    return ink


def section_rule(metrics: Metrics, inks: Palette, x: float, y: float, width: float) -> list[Rule]:
    """Return the rule above a section, from ``x`` at ``y``."""
    if not metrics.format.figures:
        return [Rule(x, y, x + width, y, 0.6, inks.rule)]
    low = y - NUMBER_MARK / 2 + NUMBER_RULE / 2
    return [
        Rule(x, y, x + width, y, NUMBER_RULE, inks.text),
        Rule(x, low, x + NUMBER_WIDE, low, NUMBER_MARK, inks.bar),
    ]


def number_size(metrics: Metrics, sections: int) -> float:
    """Return the size of the sections' numbers, in points."""
    many = sections > 9
    if metrics.figures:
        return metrics.size * (NUMBER_SMALL if many else NUMBER)
    return metrics.heading_size * (ABOVE_SMALL if many else ABOVE)


def place_number(
    metrics: Metrics,
    number: tuple[int, int],
    place: tuple[float, float],
    page: tuple[Surface, Ink, int],
) -> None:
    """Place a section's number, of so many, before its heading's baseline at ``place``.

    ``page`` is the surface, the ink, and the element that it is said in.
    """
    (count, of), (x, base), (surface, ink, element) = number, place, page
    size = number_size(metrics, of)
    y = number_base(metrics, base, size) if metrics.figures else base
    surface.text(x, y, f"{count} ", "bold", size, ink, element)


def number_base(metrics: Metrics, base: float, size: float) -> float:
    """Return the baseline of a number whose top is level with its heading's."""
    return base + CAP * (metrics.heading_size - size)
