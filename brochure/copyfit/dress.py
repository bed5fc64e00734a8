"""A format as a style wears it: its margins, its arrangements, what its sections need."""

from __future__ import annotations

from brochure._startup.records import replace
from brochure.brand.styles import Style
from brochure.copyfit.formats import Format

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from brochure.model.choices import Arrangement, SectionFace


def dressed(fmt: Format, style: Style, words: int) -> Format:
    """Return a row of the table of formats changed for a style; itself for one that asks nothing.

    ``words`` are the text's: a style of columns may have its headings at the side for a short one,
    and cards then stand in one column.
    """
    if style.edges is not None:
        edges = style.edges
        margins = replace(
            fmt.margins, side=edges.side, first_head=edges.first_head, head=edges.head
        )
        fmt = replace(fmt, margins=margins)
    if style.arrangements:
        fmt = replace(fmt, ceilings={**fmt.ceilings, "columns": COLUMNS_MOST})
        short: tuple[Arrangement, ...] = ("side",) if words < style.side_words else ()
        if style.section == "carded" and words < fmt.long_words:
            short = ("stacked",)
        fmt = replace(fmt, arrangements=(*short, *style.arrangements))
    return replace(fmt, **SECTIONS[style.section]) if style.section in SECTIONS else fmt


COLUMNS_MOST = 14.5
"""The largest type in the two columns of a style that has no other arrangement, in points."""
SECTIONS: dict[SectionFace, dict[str, Any]] = {
    "numbered": {"figures": 36.0, "open_key": True},
    "carded": {"carded": True, "gutter": 12.0},
}
"""What a format needs for each way of setting sections apart, if it is more than a rule."""
