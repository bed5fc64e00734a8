"""The cover panel of a folded sheet: a picture, the title in a field of colour, the clinic."""

from __future__ import annotations

from brochure._startup.records import replace
from brochure.copyfit.parts import Column, Figure, Length, Paragraph, Row
from brochure.layout.masthead import (
    NAME_LINES,
    clinic_phone,
    drawn_logo,
    name_size,
    shows_name,
    small_size,
)
from brochure.layout.masthead import subtitle as subtitle_rows
from brochure.layout.masthead import title as title_row
from brochure.layout.page_context import PageContext

TITLE_LINES, TITLE_FEWEST = 5, 3
"""The most lines that the title has, and in how few it is tried first, from its largest size."""
TITLE_LEAST = 18.0
"""How small a title may be in any size of type, in points: its longest word has room then."""
TITLE_CAP, TITLE_LEADING = 0.78, 1.13
"""From a field's pad to the title's first baseline, and from line to line, in its ems."""
FIELD_TOP, FIELD_HEAD, FIELD_FOOT = 32.0, 8.0, 13.0
"""From the frame's head to the field, and the white in it above and below the words, in points."""
PICTURE, PICTURE_MOST, PICTURE_RISE = 110.0, 236.0, 20.0
"""How high the picture is at least and at most, and how far it reaches above the frame: to the
panel's edge."""
SUBTITLE_DROP = 1.6
PHONE_LINES = 2
"""The most lines of "Call" and the phone; they are set smaller to stand on one."""
LOGO, UNDER_LOGO = 48.0, 4.0
LEADING = 1.3
LEAST_WHITE = 1.5
"""The least white between the field and the clinic, in ems of the body."""


def cover(context: PageContext) -> Column:
    """Return the cover: picture if there is one, title in its field, clinic at the foot."""
    opening: list[Row] = [Length(0.0, FIELD_TOP)]
    if context.cover is not None:
        rise = Length(0.0, -PICTURE_RISE, -PICTURE_RISE)
        opening = [rise, Figure("cover", 0.0, PICTURE, takes=PICTURE_MOST - PICTURE)]
    rows = (*opening, _field(context), Length(LEAST_WHITE, grow=1.0), _clinic(context))
    return Column(rows, ground="cover")


def _field(context: PageContext) -> Column:
    """Return the title and the subtitle, reversed out of a field that hugs them."""
    row = title_row(context, TITLE_CAP, TITLE_LINES)
    least = context.format.type.title_least * context.style.title
    words = replace(
        row,
        size=Length(0.0, context.format.type.title_most),
        leading=TITLE_LEADING,
        ink="reversed",
        fewest=TITLE_FEWEST,
        smallest=Length(least, most=TITLE_LEAST),
    )
    under = [replace(row, ink="reversed") for row in subtitle_rows(context, SUBTITLE_DROP)]
    return Column(
        (Length(0.0, FIELD_HEAD), words, *under, Length(0.0, FIELD_FOOT)), ground="banner"
    )


def _clinic(context: PageContext) -> Column:
    """Return the clinic's mark, its name, its city and its phone."""
    shaper, clinic = context.shaper, context.handout.clinic
    least = Length(0.0, context.format.type.floor)
    rows = []
    if not shows_name(context):
        name = Paragraph(shaper.heavy(clinic.name), name_size(), LEADING, LEADING, 0.0, "heading")
        rows.append(replace(name, smallest=least, lines=NAME_LINES))
    if clinic.city:
        city = shaper.body(clinic.city)
        rows.append(Paragraph(city, small_size(context), LEADING, LEADING, 0.0, "muted"))
    phone = clinic_phone(context, LEADING, LEADING)
    rows.append(replace(phone, smallest=least, lines=PHONE_LINES, fewest=1))
    logo = drawn_logo(context, LOGO)
    return Column((logo, Length(0.0, UNDER_LOGO), *rows) if logo else tuple(rows))
