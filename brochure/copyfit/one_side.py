"""A format on one side of a sheet, whose other side has the same in another language."""

from __future__ import annotations

from brochure._startup.records import replace
from brochure.copyfit.formats import FORMATS, Format, Geometry
from brochure.model import Side


def with_two_sides() -> list[Format]:
    """Return the formats whose sheet may have a language on each side: no folded one."""
    return [row for row in FORMATS.values() if row.masthead != "cover"]


def one_side(place: Geometry, side: Side) -> Geometry:
    """Return the first page of a geometry with all that stands on the last one, too.

    It is bound at the edge that the side says, and never grows.
    """
    first, last = place.frames[0], place.frames[-1]
    holds = tuple(dict.fromkeys((*first.holds, *last.holds)))
    x = first.x
    if not side.bound_where_lines_begin:
        x = place.sheet.width - first.x - first.width
    frame, footer = replace(first, x=x, holds=holds), replace(place.footers[0], x=x)
    return replace(place, frames=(frame,), footers=(footer,), pages=1, grows=False)
