"""The heads of page 1 that styles have, each a function of one table; `plain`'s is the masthead."""

from __future__ import annotations

from brochure._startup.records import replace
from brochure.copyfit.flow import count_words
from brochure.copyfit.parts import Column, Figure, Length, Row, Stroke
from brochure.layout.grounds import FIELD_OUT
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

    from brochure.model.choices import HeadFace

FIELD_GAP, FIELD_HEAD, FIELD_FOOT = 7.0, 8.0, 9.5
"""White above a field of colour, and in it above the title's capitals and below its baseline, in
points."""
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
    """Return the title reversed out of a field of colour."""
    words = replace(
        title_row(context, CAP_IN_FIELD, FIELD_LINES),
        leading=FIELD_LEADING,
        ink="reversed",
        fewest=1,
    )
    return Column((Length(0.0, FIELD_HEAD), words, Length(0.0, FIELD_FOOT)), ground="field")


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
            flow_gap(context),
        )
    )


RULE, UNDER_RULE = 7.0, 1.0
"""The weight of the rule above a title in points, and from it to the title, in its ems."""


def _picture(context: PageContext) -> Column:
    """Return the clinic's line and a picture, with the title on a tab of paper over its foot.

    Without a picture there is a bar of colour.
    """
    pictured, ratio = context.cover is not None, TAB_CAP if context.cover else UNDER_BAR
    words = replace(title_row(context, ratio, FIELD_LINES), leading=FIELD_LEADING, fewest=1)
    opening: list[Row] = [Stroke(BAR, out=FIELD_OUT, ink="field"), words]
    if pictured:
        high = next(high for most, high in PICTURE if count_words(context.handout) <= most)
        mark = Stroke(MARK, MARK_WIDE, "accent")
        tab = Column((mark, words, Length(0.0, TAB_FOOT)), ground="tab", hugs=True)
        picture = Figure("cover", 0.0, high)
        opening = [picture, Length(0.0, -TAB_UP, -TAB_UP), tab]
    return Column(
        (
            clinic_line(context),
            Length(0.0, FIELD_GAP, grow=TITLE_SHARE),
            *opening,
            *subtitle_rows(context, UNDER_TAB),
            flow_gap(context),
        )
    )


PICTURE = ((450, 134.0), (600, 112.0), (100_000, 90.0))
"""How high the picture of page 1 is, in points, in a text of at most so many words."""
TAB_UP, TAB_FOOT, TAB_CAP = 18.0, 3.0, 0.86
"""How far a tab reaches over the picture, its foot, and its title's drop, in ems."""
MARK, MARK_WIDE, BAR, UNDER_BAR = 5.0, 54.0, 15.0, 1.05
UNDER_TAB = 1.1

HEADS: dict[HeadFace, Callable[[PageContext], Column]] = {
    "bar": plain_head,
    "open": plain_head,
    "rule": _ruled,
    "field": _field,
    "picture": _picture,
}
