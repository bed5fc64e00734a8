"""The boxes of sections that stand out, drawn: grounds, frames, the heads of urgency, signs.

An urgent box is amber and an emergency red, whatever the brand; in black toner their frames,
their signs and their words tell them apart.
"""

from __future__ import annotations

from collections.abc import Callable

from brochure._startup.records import dataclass
from brochure.brand.palette import Palette
from brochure.copyfit.boxes import SIGN_CLEAR, STRIP_FOOT, BoxFace
from brochure.layout.page_builder import Surface
from brochure.layout.page_context import CAP
from brochure.layout.panel import place_panel
from brochure.model import LAYOUT_ARTIFACT, Box, Ink, Path2D, Paths, Rect, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from brochure.copyfit.blocks import Flow
    from brochure.copyfit.fit import Fitted
    from brochure.model.choices import Emphasis

FRAME, FRAME_MONO, FRAME_EMERGENCY = 1.5, 2.0, 2.5
"""How wide the frames of an urgent box and of an emergency are, in points."""
DIVIDER = 1.0
"""The rule between head and text where no fill parts them."""


@dataclass(slots=True)
class Band:
    """A box's extent in one frame while it is being set."""

    number: int
    top: float
    strip: float = 0.0  # the foot of its head, where that stands on top
    parted: tuple[bool, bool] = (False, False)  # it comes from another frame, it goes on to one


def begin_band(fitted: Fitted, flow: Flow, row: int, y: float, first: bool, again: bool) -> Band:
    """Return the box that begins with a row whose text begins at ``y``, below its head space.

    Above text it holds the heading that is said ``again``; else it may come from another frame.
    """
    rows, metrics = fitted.rows, fitted.metrics
    number, top = rows.box[row], y + metrics.box_head
    if not again or metrics.arrangement == "side":
        came = first and number in rows.box[max(row - 1, 0) : row]
        return Band(number, top, parted=(came, False))
    strip = y + metrics.heading_gap(flow.sections[number]) - STRIP_FOOT * metrics.size
    return Band(number, top + rows.said_again(row), strip)


@dataclass(frozen=True, slots=True)
class Urgency:
    """How a box of urgency is inked; ``heading`` is for its heading, ``mark`` for its word."""

    fill: Ink | None
    frame: Ink
    weight: float
    heading: Ink
    mark: Ink
    bullet: Ink
    sign: Paths


def urgency(emphasis: Emphasis, palette: Palette) -> Urgency | None:
    """Return the inks and the sign of a box of urgency, or None for another section."""
    made = URGENCIES.get(emphasis)
    return made(palette) if made else None


def _urgent(palette: Palette) -> Urgency:
    mark, fill = palette.urgent_mark, palette.urgent_fill
    weight = FRAME if fill else FRAME_MONO
    sign = triangle(mark, palette.paper)
    return Urgency(fill, palette.urgent_edge, weight, palette.text, mark, mark, sign)


def _emergency(palette: Palette) -> Urgency:
    red, paper = palette.emergency, palette.paper
    sign = octagon(paper, red)
    return Urgency(red, red, FRAME_EMERGENCY, paper, paper, red, sign)


URGENCIES: dict[Emphasis, Callable[[Palette], Urgency]] = {
    "urgent": _urgent,
    "emergency": _emergency,
}


def place_box(surface: Surface, rect: Rect, emphasis: Emphasis, palette: Palette) -> None:
    """Place the ground or the frame of a section's box behind what is set in it."""
    inks = urgency(emphasis, palette)
    if inks is None:
        place_panel(surface, rect, palette.key_fill, palette.key_edge)
    else:
        surface.under(Box(rect.inset(inks.weight / 2), None, inks.frame, inks.weight))


def place_head(
    surface: Surface, rect: Rect, cell: Rect, emphasis: Emphasis, palette: Palette
) -> None:
    """Place the head of an urgent box: a cell of it, filled, or parted from the text by a rule."""
    inks = urgency(emphasis, palette)
    if inks is None:
        return
    if inks.fill:
        edge = inks.weight if inks.fill != inks.frame else 0.0
        surface.under(Box(_within(cell, rect.inset(edge)), inks.fill))
    elif cell.height < rect.height:
        surface.under(Rule(cell.x, cell.y, cell.right, cell.y, DIVIDER, inks.frame))
    else:
        surface.under(Rule(cell.right, cell.y, cell.right, cell.top, DIVIDER, inks.frame))


def _within(cell: Rect, bounds: Rect) -> Rect:
    """Return the part of a cell that lies within bounds."""
    x, y = max(cell.x, bounds.x), max(cell.y, bounds.y)
    return Rect(x, y, min(cell.right, bounds.right) - x, min(cell.top, bounds.top) - y)


def place_sign(surface: Surface, edge: float, base: float, face: BoxFace, inks: Urgency) -> None:
    """Place the sign, an artifact as the word says the same, with its top on the word's cap line.

    ``edge`` is the box's left edge and ``base`` the word's baseline.
    """
    y = base + CAP * face.word - face.sign
    surface.drawing(edge + SIGN_CLEAR, y, face.sign, inks.sign, LAYOUT_ARTIFACT)


_BAR = (("m", 0.44, 0.67), ("l", 0.56, 0.67), ("l", 0.535, 0.36), ("l", 0.465, 0.36), ("h",))
_DOT = (("re", 0.445, 0.18, 0.11, 0.11),)
_BAR_LONG = (("m", 0.43, 0.80), ("l", 0.57, 0.80), ("l", 0.54, 0.42), ("l", 0.46, 0.42), ("h",))
_DOT_LONG = (("re", 0.435, 0.20, 0.13, 0.13),)
_CUT = 0.293
"""Of the side of an octagon's square, what each corner loses."""


def triangle(ink: Ink, paper: Ink) -> Paths:
    """Return a triangle with an exclamation mark in a square of one unit, its corners rounded."""
    outline = (
        ("m", 0.42, 0.90),
        ("c", 0.46, 0.98, 0.54, 0.98, 0.58, 0.90),
        ("l", 0.98, 0.14),
        ("c", 1.02, 0.06, 0.97, 0.02, 0.90, 0.02),
        ("l", 0.10, 0.02),
        ("c", 0.03, 0.02, -0.02, 0.06, 0.02, 0.14),
        ("h",),
    )
    return Path2D(outline, fill=ink), Path2D(_BAR, fill=paper), Path2D(_DOT, fill=paper)


def octagon(ink: Ink, ground: Ink) -> Paths:
    """Return an octagon with an exclamation mark in a square of one unit."""
    far = 1 - _CUT
    corners = ((_CUT, 1), (far, 1), (1, far), (1, _CUT), (far, 0), (_CUT, 0), (0, _CUT), (0, far))
    outline = (("m", *corners[0]), *(("l", *corner) for corner in corners[1:]), ("h",))
    return Path2D(outline, fill=ink), Path2D(_BAR_LONG, fill=ground), Path2D(_DOT_LONG, fill=ground)
