"""A format as a style wears it: its margins, its arrangements, what its sections need."""

from __future__ import annotations

from brochure._startup.records import replace
from brochure.brand.styles import Style
from brochure.copyfit.formats import Format

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from brochure.model.choices import Arrangement, SectionFace, Shape
    from brochure.typeset.writings import Writing


def dressed(fmt: Format, style: Style, words: int, writing: Writing | None = None) -> Format:
    """Return a row of the table of formats changed for a style and a way of writing.

    It is itself where neither asks for anything. ``words`` are the text's: a style of columns may
    have its headings at the side for a short one, and cards then stand in one column.
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
        if style.section == "carded" and words < CARDS_WORDS:
            short = ("stacked",)
        fmt = replace(fmt, arrangements=(*short, *style.arrangements))
    if words < fmt.long_words:
        fmt = replace(fmt, airy=True)
    if fmt.shape in FEW and words < FEW[fmt.shape][0]:
        fmt = replace(fmt, type=replace(fmt.type, **FEW[fmt.shape][1]))
    if style.section in SECTIONS:
        fmt = replace(fmt, **SECTIONS[style.section])
    if not writing:
        return fmt
    from brochure.copyfit.script_leading import in_writing

    return in_writing(fmt, writing)


COLUMNS_MOST = 14.5
"""The largest type in the two columns of a style that has no other arrangement, in points."""
CARDS_WORDS = 400
"""A text of fewer has its cards in one column, unless two let its type be so much larger."""
FEW: dict[Shape, tuple[int, dict[str, Any]]] = {
    "portrait": (120, {"ceiling": 18.0, "title_least": 1.4, "title_most": 38.0}),
    "trifold": (120, {"ceiling": 18.0}),
    "card": (120, {"ceiling": 17.0, "title_least": 20.0 / 17.0, "title_most": 27.0}),
}
"""By the shape of a sheet, the type of a text of fewer words, for reading across a room."""
SECTIONS: dict[SectionFace, dict[str, Any]] = {
    "numbered": {"figures": 36.0, "open_key": True},
    "carded": {"carded": True, "gutter": 12.0},
}
"""What a format needs for each way of setting sections apart, if it is more than a rule."""
