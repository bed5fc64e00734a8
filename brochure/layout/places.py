"""The clinic's places in the closing box: cells side by side, or lines where they have no room."""

from __future__ import annotations

from brochure._startup.records import replace
from brochure.copyfit.blocks import Shaper
from brochure.copyfit.parts import Cells, Column, Length, Row, Stroke
from brochure.layout.page_context import (
    BOX_WORD,
    UNCUT,
    PageContext,
    box_line,
    in_pieces,
    plain_text,
)
from brochure.model import Location, Span, Text
from brochure.model.phones import phone_link

LINE_GAP = 0.1
"""White between places on lines of their own, in ems."""
PHONE = 1.08
"""A place's phone, as a ratio to the body."""
RULE, RULE_GAP = 0.75, 0.15
"""The rule above a cell in points, and the white below it in ems."""
ABOVE, BELOW = 0.35, 0.5
"""White above the places and below them, in ems."""


def with_places(context: PageContext, box: Column) -> Column:
    """Return the closing box with the clinic's places below what is in it."""
    places = context.handout.clinic.locations
    shaped = [in_pieces(_shaper(context).body(place_line(each))) for each in places]
    lines = tuple([box_line(each, LINE_GAP) for each in shaped])
    cells = Cells(tuple([_cell(context, each) for each in places]), lines)
    foot = Length(BELOW, grow=0.0)
    upper = replace(_bare(box), grow=1.0)
    rows: tuple[Row, ...] = (upper, cells, foot)
    return Column(rows, kind=box.kind, ground=box.ground, grow=box.grow, inset=box.inset)


def _bare(box: Column) -> Column:
    """Return a box, in all its forms, as a part of another: what is below it stands near."""
    other = _bare(box.otherwise) if box.otherwise else None
    *rows, foot = box.rows
    if isinstance(foot, Length) and not foot.plus:
        rows.append(Length(ABOVE, grow=foot.grow))
    else:
        rows.append(foot)
    return replace(box, rows=tuple(rows), kind="", ground="", inset=0.0, otherwise=other)


def place_line(place: Location) -> Text:
    """Return one of the clinic's places on a line: its name, address and hours, its phone live."""
    spans = [replace(span, bold=True) for span in place.name.spans]
    for text in (place.address, place.hours):
        for line in text.lines if text else ():
            spans += [Span(", "), *line.spans]
    if place.phone:
        spans += [Span(", "), Span(place.phone.plain, href=phone_link(place.phone.plain))]
    return Text(tuple(spans), place.name.line, place.name.column, place.name.file)


def _cell(context: PageContext, place: Location) -> Column:
    """Return a place as a cell: a rule, its name, the lines of its address and hours, its phone."""
    shaper = _shaper(context)
    rows: list[Row] = [
        Stroke(RULE, ink="rule"),
        Length(RULE_GAP),
        box_line(shaper.heavy(place.name)),
    ]
    texts = [line for text in (place.address, place.hours) if text for line in text.lines]
    rows += [box_line(in_pieces(shaper.body(Text(line.spans)))) for line in texts]
    if place.phone:
        number = place.phone.plain
        live = plain_text(number, phone_link(number))
        phone = box_line(shaper.heavy(live, UNCUT), 0.0, PHONE, "heading")
        rows.append(replace(phone, smallest=Length(), lines=1))
    return Column(tuple(rows))


def _shaper(context: PageContext) -> Shaper:
    return replace(context.shaper, most=BOX_WORD)
