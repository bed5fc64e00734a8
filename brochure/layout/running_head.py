"""The head of a further page: the title, small, the clinic, and the rule or bar of the style."""

from __future__ import annotations

from brochure.brand.palette import Palette
from brochure.layout.page_builder import Fragment, Surface
from brochure.layout.page_context import PageContext
from brochure.model import HEADER_ARTIFACT, Box, Rect, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from brochure.model.choices import RunningFace

SIZE = 11.5
"""The type of the head, in points; as large as the small print if that is larger."""
EDGE, CARD_EDGE, RISE = 36.5, 6.0, 0.75
"""What stays white above the words, in points; on a card, whose first head is nearer, so much more
than above that; and their height, in ems."""
GUTTER = 20.0
"""The least white between title and clinic, in points."""
RULE_DROP, RULE = 7.0, 2.0
"""The rule below the words, and its weight."""
HEAVY_HEAD, HEAVY = 24.0, 7.0
"""The upper edge of a heavy bar from the sheet's head, and its height."""
SHORT, SHORT_HIGH, SHORT_RISE = 54.0, 5.0, 7.0
"""The width and height of a short bar, and how far it stands above the words."""


def running_head(context: PageContext, face: RunningFace, width: float) -> Fragment:
    """Return the head of a further page from the sheet's edge down; all of it is artifact."""
    surface, palette = context.surface(), context.palette
    size = max(SIZE, context.format.type.small)
    base = -min(EDGE, context.format.margins.first_head + CARD_EDGE) - RISE * size
    measure, handout = context.shaper.measure.width, context.handout
    title = cut_to(handout.title.plain, width / size, context)
    surface.text(0.0, base, title, "bold", size, palette.text, HEADER_ARTIFACT)
    name = handout.clinic.name.plain
    across = measure(name, "regular") * size
    if across + GUTTER + measure(title, "bold") * size <= width:
        surface.text(width - across, base, name, "regular", size, palette.muted, HEADER_ARTIFACT)
    if face in RUNNINGS:
        RUNNINGS[face](palette, surface, width, base, size)
    return surface.fragment(width, -base)


def cut_to(words: str, most: float, context: PageContext) -> str:
    """Return words on one line of ``most`` ems, cut with three dots if they are longer."""
    width = context.shaper.measure.width
    if width(words, "bold") <= most:
        return words
    kept = words.split(" ")
    while len(kept) > 1 and width(" ".join(kept) + "...", "bold") > most:
        kept.pop()
    cut = " ".join(kept).rstrip(",;:.")
    while len(cut) > 1 and width(cut + "...", "bold") > most:
        cut = cut[:-1]
    return cut + "..."


def _rule(palette: Palette, surface: Surface, width: float, base: float, size: float) -> None:
    surface.over(Rule(0.0, base - RULE_DROP, width, base - RULE_DROP, RULE, palette.bar))


def _heavy(palette: Palette, surface: Surface, width: float, base: float, size: float) -> None:
    surface.under(Box(Rect(0.0, -HEAVY_HEAD - HEAVY, width, HEAVY), palette.bar))


def _short(palette: Palette, surface: Surface, width: float, base: float, size: float) -> None:
    y = base + RISE * size + SHORT_RISE
    surface.under(Box(Rect(0.0, y, SHORT, SHORT_HIGH), palette.accent))


RUNNINGS: dict[RunningFace, Callable[[Palette, Surface, float, float, float], None]] = {
    "rule": _rule,
    "heavy": _heavy,
    "short": _short,
}
"""What each face has beside the words; the bar of `plain` stands on every page."""
