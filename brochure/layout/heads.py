"""The heads of page 1 that styles have, each a function of one table; `plain`'s is the masthead."""

from __future__ import annotations

from brochure._startup.records import replace
from brochure.copyfit.parts import Column, Length
from brochure.layout.masthead import TITLE_SHARE, clinic_line, cover, flow_gap, plain_head
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
FIELD_LINES = 3
FIELD_LEADING = 1.13
UNDER_FIELD = 1.25
"""From a field's foot to the subtitle's baseline, in the subtitle's ems."""


def head(context: PageContext) -> Column:
    """Return the head of page 1 in the face of the style, or the cover panel."""
    if context.format.masthead == "cover":
        return cover(context)
    return HEADS[context.style.head](context)


def _field(context: PageContext) -> Column:
    """Return the clinic's line, and the title reversed out of a field of colour."""
    words = replace(
        title_row(context, CAP_IN_FIELD, FIELD_LINES),
        leading=FIELD_LEADING,
        ink="reversed",
        fewest=1,
    )
    field = Column((Length(0.0, FIELD_HEAD), words, Length(0.0, FIELD_FOOT)), ground="field")
    return Column(
        (
            clinic_line(context),
            Length(0.0, FIELD_GAP, grow=TITLE_SHARE),
            field,
            *subtitle_rows(context, UNDER_FIELD),
            flow_gap(context),
        )
    )


CAP_IN_FIELD = 0.72
"""From the upper edge of a field's words to the title's first baseline, in its ems."""

HEADS: dict[HeadFace, Callable[[PageContext], Column]] = {
    "bar": plain_head,
    "field": _field,
}
