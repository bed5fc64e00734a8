"""The heading of a section that goes on over a page, said again; it is no content of its own."""

from __future__ import annotations

from brochure.copyfit.blocks import Flow, SectionFlow
from brochure.copyfit.boxes import jut
from brochure.copyfit.fit import Fitted
from brochure.copyfit.metrics import CONTINUED_GAP, Metrics
from brochure.layout.boxes import place_sign, urgency
from brochure.layout.page_builder import Surface
from brochure.layout.page_context import CAP, PageContext
from brochure.layout.section_faces import heading_ink, place_number
from brochure.layout.typesetting import Typesetting, Writer
from brochure.model import HEADER_ARTIFACT
from brochure.typeset.line_breaking import Shaped

HEADING_DESCENT = 0.13
"""How far a heading's baseline stands above the foot of its line, in its own ems."""


def say_again(
    surface: Surface,
    fitted: Fitted,
    flow: Flow,
    context: PageContext,
    frame: int,
    base: float,
) -> None:
    """Place the heading of the section that a frame goes on with, and the word "(continued)".

    Beside the text it stands on the first baseline ``base``, above it at the head of the frame.
    """
    metrics, rows, row = fitted.metrics, fitted.rows, fitted.cuts[frame]
    room, section = fitted.rooms[frame], flow.sections[rows.place[row][0]]
    if metrics.arrangement != "side":
        head, boxed = room.top + rows.said_again(row), metrics.boxed(section)
        above = metrics.box_head if boxed else metrics.heading_head(section)
        low = above + metrics.heading_leading
        base = head - low + HEADING_DESCENT * metrics.heading_size
    elif section.blocks[rows.place[row][1]].shaped is None:
        base = room.top - CAP * metrics.heading_size
    left = room.x + metrics.figures
    face, inks = metrics.face(section), urgency(section.emphasis, context.palette)
    above_text = metrics.arrangement != "side"
    if inks and above_text:
        middle = base + CAP * metrics.heading_size / 2
        edge, low = room.x - jut(metrics.arrangement), middle + face.sign / 2 - CAP * face.word
        place_sign(surface, edge, low, face, inks)
    if metrics.format.figures and not (inks and above_text):
        number, page = rows.place[row][0] + 1, (surface, context.palette.bar, HEADER_ARTIFACT)
        place_number(metrics, (number, len(flow.sections)), (room.x, base), page)
    if section.icon:
        from brochure.layout.icons import place_icon

        place = room.x, base, HEADER_ARTIFACT
        place_icon(surface, metrics, section, context.palette.bar, place)
    at = left + metrics.heading_hang(section), base
    _place(surface, metrics, section, flow.continued, context, at)


def _place(
    surface: Surface,
    metrics: Metrics,
    section: SectionFlow,
    continued: Shaped | None,
    context: PageContext,
    at: tuple[float, float],
) -> None:
    palette = context.palette
    inks = urgency(section.emphasis, palette)
    size, leading, (x, y) = metrics.heading_size, metrics.heading_leading, at
    ink = inks.heading if inks else heading_ink(context, metrics, section.emphasis == "key")
    reversed_out = metrics.format.carded and section.emphasis == "key"
    after = ink if inks or reversed_out else palette.muted
    width = metrics.heading_width(section)
    setting = Typesetting(size, leading, width, ink, True, ink)
    Writer(section.heading, HEADER_ARTIFACT, setting).all(surface, x, y)
    if continued is None:
        return
    lines, beside = metrics.again_lines(section, continued)
    small = metrics.continued_size
    word = Typesetting(small, leading, width, after)
    if beside:
        x += section.heading.width * size + CONTINUED_GAP * small
    y -= (lines - 1) * leading
    Writer(continued, HEADER_ARTIFACT, word).all(surface, x, y)
