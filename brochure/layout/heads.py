"""The heads of page 1 that styles have, each a function of one table; `plain`'s is the masthead."""

from __future__ import annotations

from brochure._startup.records import replace
from brochure.copyfit.boxes import JUT
from brochure.copyfit.flow import count_words
from brochure.copyfit.parts import Column, Figure, Length, Row, Stroke
from brochure.layout.grounds import dark_most
from brochure.layout.masthead import (
    TITLE_LINES,
    TITLE_SHARE,
    clinic_line,
    clinic_row,
    flow_gap,
    plain_head,
)
from brochure.layout.masthead import subtitle as subtitle_rows
from brochure.layout.masthead import title as title_row
from brochure.layout.page_context import PageContext

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from brochure.art.artwork import Picture
    from brochure.model.choices import HeadFace

FIELD_GAP, FIELD_HEAD, FIELD_FOOT = 7.0, 8.0, 9.5
"""White above a field of colour, and in it above the title's capitals and below its baseline, in
points."""
BAND_INSET, BAND_FOOT = 10.0, 12.0
"""White in a pale band beside the title, beyond the grid, and below its baseline, in points."""
CARD_GAP = 11.0
"""White between a card's title and its clinic, in points."""
FIELD_LINES = 3
FIELD_LEADING = 1.13
UNDER_FIELD = 1.25
"""From a field's foot to the subtitle's baseline, in the subtitle's ems."""


def head(context: PageContext) -> Column:
    """Return the head of page 1 in the face of the style, or the cover panel."""
    if context.format.masthead == "cover":
        from brochure.layout.cover import cover

        return cover(context)
    if context.format.masthead == "card":
        return _card(context)
    return HEADS[context.style.head](context)


def _titled_field(context: PageContext) -> Column:
    """Return the title reversed out of a field of colour; in a pale band if that takes much ink."""
    words = replace(
        title_row(context, CAP_IN_FIELD, FIELD_LINES),
        leading=FIELD_LEADING,
        ink="reversed",
        fewest=_fewest(context),
    )
    head, foot = Length(0.0, FIELD_HEAD), Length(0.0, FIELD_FOOT)
    pale = (head, replace(words, ink="text"), Length(0.0, BAND_FOOT))
    band = Column(pale, ground="band", inset=BAND_INSET)
    area = dark_most(context)
    return Column((head, words, foot), ground="field", area=area, otherwise=band)


def _fewest(context: PageContext) -> int:
    """Return in how few lines a title is tried; large print is not made smaller to save one."""
    return 2 if context.format.shape == "growing" else 1


def _card(context: PageContext) -> Column:
    """Return a card's head: the title's field, and under it a row with the clinic."""
    return Column(
        (
            _titled_field(context),
            *subtitle_rows(context, UNDER_FIELD),
            Length(0.0, CARD_GAP, grow=TITLE_SHARE),
            clinic_row(context),
            flow_gap(context),
        )
    )


def _field(context: PageContext) -> Column:
    """Return the clinic's line, and the title reversed out of a field of colour."""
    return Column(
        (
            clinic_line(context),
            Length(0.0, FIELD_GAP, grow=TITLE_SHARE),
            _titled_field(context),
            *subtitle_rows(context, UNDER_FIELD),
            flow_gap(context),
        )
    )


CAP_IN_FIELD = 0.72
"""From the upper edge of a field's words to the title's first baseline, in its ems."""


def _ruled(context: PageContext) -> Column:
    """Return the clinic's line, a heavy rule, and a large title under it."""
    return Column(
        (
            clinic_line(context),
            Length(0.0, FIELD_GAP, grow=TITLE_SHARE),
            Stroke(RULE),
            replace(title_row(context, UNDER_RULE, TITLE_LINES), leading=1.08),
            *subtitle_rows(context),
            Length(0.0, OVER_NUMBERS),
            flow_gap(context),
        )
    )


RULE, UNDER_RULE, OVER_NUMBERS = 7.0, 1.0, 6.0
"""The weight of the rule above a title in points, and from it to the title, in its ems; and the
white that the rule above the first section takes, in points."""


def _picture(context: PageContext) -> Column:
    """Return the clinic's line, and the title beside a picture, or under a bar of colour."""
    shown = context.cover
    opening = _beside_picture(context, shown) if shown else _under_bar(context)
    above = Length(0.0, PICTURE_RISE if shown else FIELD_GAP, grow=TITLE_SHARE)
    return Column((clinic_line(context), above, *opening, flow_gap(context)))


def _under_bar(context: PageContext) -> list[Row]:
    words = replace(
        title_row(context, UNDER_BAR, FIELD_LINES), leading=FIELD_LEADING, fewest=_fewest(context)
    )
    return [Stroke(BAR, out=JUT, ink="field"), words, *subtitle_rows(context)]


def _beside_picture(context: PageContext, shown: Picture) -> list[Row]:
    """Return title and subtitle in the middle of the height of a picture at their right."""
    high = next(high for most, high in PICTURE if count_words(context.handout) <= most)
    across = min(max(high * shown.size[0] / shown.size[1], PICTURE_WIDE[0]), PICTURE_WIDE[1])
    words = replace(title_row(context, UNDER_MARK, FIELD_LINES), leading=FIELD_LEADING)
    rows: tuple[Row, ...] = (
        Length(0.0, grow=0.5),
        Stroke(MARK, MARK_WIDE, "accent"),
        words,
        *subtitle_rows(context),
        Length(0.0, PICTURE_FOOT, grow=0.5),
    )
    picture = Figure("cover", across, 0.0)
    return [Column(rows, right=picture, right_gap=PICTURE_GAP, least=high)]


PICTURE = ((450, 150.0), (600, 132.0), (100_000, 118.0))
"""How high the picture of page 1 is, in points, in a text of at most so many words."""
PICTURE_WIDE, PICTURE_GAP, PICTURE_FOOT, PICTURE_RISE = (150.0, 216.0), 18.0, 4.0, 12.0
"""The least and the most width of the picture, and the white beside it, under the words and above
both."""
MARK, MARK_WIDE, UNDER_MARK, BAR, UNDER_BAR = 5.0, 54.0, 1.1, 15.0, 1.05
"""The short bar above the title, and the bar of colour where there is no picture, in points, and
from each to the title, in its ems."""

HEADS: dict[HeadFace, Callable[[PageContext], Column]] = {
    "bar": plain_head,
    "open": plain_head,
    "rule": _ruled,
    "field": _field,
    "picture": _picture,
}
