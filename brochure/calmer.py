"""A handout that is set again with the sections of `plain`, as its style's own do not hold it."""

from __future__ import annotations

from brochure._startup.records import replace
from brochure.brand.styles import calm
from brochure.copyfit.formats import FORMATS
from brochure.recipe import format_in, parts_in
from brochure.typeset.scripts import writing_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from brochure.editions import Options
    from brochure.recipe import BuildContext


def calmer(first: BuildContext, options: Options) -> BuildContext:
    """Return what a handout is made with where its style has the sections of `plain`.

    Only what hangs on these is made anew: fonts, inks, pictures, the frames and the measured texts
    are those of ``first``.
    """
    handout, style, writing = (
        first.handout,
        calm(first.page.style),
        writing_of(first.handout.language),
    )
    fmt = format_in(style, handout, FORMATS[options.format], writing)
    page = replace(first.page, format=fmt, style=style)
    parts = parts_in(page, first.geometry, writing)
    return replace(first, format=fmt, page=page, furniture=parts)
