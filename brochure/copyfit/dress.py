"""A format as a style wears it: its margins, its arrangements, what its sections need."""

from __future__ import annotations

from brochure._startup.records import replace
from brochure.brand.styles import Style
from brochure.copyfit.formats import Format

TYPE_CHECKING = False
if TYPE_CHECKING:
    from brochure.model.choices import Arrangement


def dressed(fmt: Format, style: Style, words: int) -> Format:
    """Return a row of the table of formats changed for a style; itself for one that asks nothing.

    ``words`` are the text's: a style of columns may have its headings at the side for a short one.
    """
    if style.edges is not None:
        edges = style.edges
        margins = replace(
            fmt.margins, side=edges.side, first_head=edges.first_head, head=edges.head
        )
        fmt = replace(fmt, margins=margins)
    if style.arrangements:
        short: tuple[Arrangement, ...] = ("side",) if words < style.side_words else ()
        fmt = replace(fmt, arrangements=(*short, *style.arrangements))
    return fmt
