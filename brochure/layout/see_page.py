"""Where to look: on page 1, which further page has what is urgent, if the head has room for it."""

from __future__ import annotations

from collections.abc import Iterator

from brochure.brand.palette import Palette
from brochure.layout.boxes import octagon, triangle
from brochure.layout.page_builder import Surface
from brochure.layout.page_context import CAP, PageContext
from brochure.model import HEADER_ARTIFACT, Box, GlyphRun, Ink, Paths, Raster, Rect, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from brochure.model.choices import Emphasis

SIZE = 12.0
"""The type of the line, in points; as large as the small print if that is larger."""
SIGN, SIGN_GAP = 1.15, 0.4
"""The side of the sign before it, and the white between both, in its ems."""
DROP = 1.4
"""From the phone's baseline to the line's, in its ems."""
CLEAR, CLEAR_BESIDE = 1.0, 12.0
"""The least white above and below the line, and at its left, in points."""
RISE, FALL = 0.9, 0.3
"""How far letters of any writing reach above and below a baseline, in ems."""


def say_where(
    context: PageContext, surface: Surface, area: Rect, emphasis: Emphasis, page: int
) -> None:
    """Place "Urgent: see page 2" at the right of the head of page 1, which takes ``area``.

    It stands under the phone or beside a line of the head, and nowhere if no place is free. It is
    an artifact: who hears the file is read what is urgent in its turn.
    """
    words, size = context.phrases, max(SIZE, context.format.type.small)
    text = words.see_page.format(words.over_headings[emphasis], page + 1)
    wide = context.shaper.measure.width(text, "bold") * size
    left = area.right - wide - (SIGN + SIGN_GAP) * size
    inked = list(_inked(context, surface))
    for base in _baselines(context, surface, area.right, size):
        low, high = base - FALL * size - CLEAR, base + RISE * size + CLEAR
        x = left - CLEAR_BESIDE
        place = Rect(x, low, area.right - x, high - low)
        if low >= area.y and x >= area.x and not any(_meet(place, each) for each in inked):
            ink, sign = _cue(emphasis, context.palette)
            surface.text(area.right - wide, base, text, "bold", size, ink, HEADER_ARTIFACT)
            y = base + (CAP - SIGN) / 2 * size
            surface.drawing(left, y, SIGN * size, sign, HEADER_ARTIFACT)
            return


def _cue(emphasis: Emphasis, palette: Palette) -> tuple[Ink, Paths]:
    """Return the ink of words on paper that tell of a box of urgency, and its sign there."""
    if emphasis == "emergency":
        return palette.emergency, octagon(palette.emergency, palette.paper)
    return palette.urgent_mark, triangle(palette.urgent_mark, palette.paper)


def _runs(surface: Surface) -> list[GlyphRun]:
    return [item for item in surface.page().items if isinstance(item, GlyphRun)]


def _across(context: PageContext, run: GlyphRun) -> float:
    """Return the width of a run, without the space that a line may end in, in points."""
    return context.shaper.measure.width(run.text.rstrip(" "), run.face) * run.size


def _baselines(
    context: PageContext, surface: Surface, right: float, size: float
) -> Iterator[float]:
    """Yield where the line may stand: under the words at the right, then beside each line."""
    runs = _runs(surface)
    at_right = [run for run in runs if abs(run.x + _across(context, run) - right) < 1.0]
    yield from (run.y - DROP * size for run in at_right[:1])
    yield from dict.fromkeys(run.y for run in runs)


def _inked(context: PageContext, surface: Surface) -> Iterator[Rect]:
    """Yield what the head takes: words, fields, rules, pictures."""
    for item in surface.page().items:
        if isinstance(item, GlyphRun):
            low, high = item.y - FALL * item.size, item.y + CAP * item.size
            yield Rect(item.x, low, _across(context, item), high - low)
        elif isinstance(item, (Box, Raster)):
            yield item.rect
        elif isinstance(item, Rule):
            yield Rect(item.x0, item.y0, item.x1 - item.x0, item.y1 - item.y0)
    yield from (each.bbox for each in surface.structure.elements if each.bbox)


def _meet(one: Rect, other: Rect) -> bool:
    """Return whether two rectangles share a point."""
    beside = one.right <= other.x or other.right <= one.x
    return not (beside or one.top <= other.y or other.top <= one.y)
