"""Ruled lines for the patient's questions, where the text leaves room for them."""

from __future__ import annotations

from brochure.copyfit.parts import Column, Length, Paragraph
from brochure.copyfit.vertical_spacing import NOTE_PITCH, NOTE_RATIO, NOTES_OPEN
from brochure.layout.page_builder import Fragment
from brochure.layout.page_context import CAP, PageContext
from brochure.layout.parts import fragment
from brochure.model import Rule, Text

NOTES_GAP = 1.5
"""The space above the heading, in ems of the body."""
NOTES_FOOT = 7.0
"""What stays white below the last line, in points."""
LEADING = 1.16
PITCH_TIGHT = 18.0
"""Two lines are ruled, and not one, where each has this much, in points."""
LINE_WEIGHT = 0.7


def notes(
    context: PageContext, width: float, height: float, size: float, heading: Text
) -> Fragment:
    """Return a heading with as many ruled lines as fill the rest of ``height``, in points.

    What is more than they need is white above the heading, so that it stands clear of the text.
    """
    surface, scale = context.surface(), context.format.type
    points = Length(0.0, max(size * scale.heading, size + scale.heading_plus))
    shaped = context.shaper.heavy(heading)
    text = Paragraph(shaped, points, LEADING, CAP, 0.0, "heading", "H2")
    head = fragment(context, Column((Length(NOTES_GAP), text)), width, size)
    span = height - head.height - NOTES_FOOT
    lines = lines_in(span, size)
    above = min(max(span - lines * _pitch(size), 0.0), NOTES_OPEN * size)
    surface.place(head, 0.0, -above)
    for number in range(1, lines + 1):
        y = -head.height - above - (span - above) * number / lines
        surface.over(Rule(0.0, y, width, y, LINE_WEIGHT, context.palette.note))
    return surface.fragment(width, height)


def _pitch(size: float) -> float:
    return max(NOTE_PITCH, NOTE_RATIO * size)


def lines_in(span: float, size: float) -> int:
    """Return how many lines are ruled in ``span`` points, at least one."""
    return max(int(span / _pitch(size)), min(2, int(span / PITCH_TIGHT)), 1)
