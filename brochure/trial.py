"""A handout laid out to be judged: what the fit decides, and how many words more have room.

Its pages are placed only where something is asked of them.
"""

from __future__ import annotations

from brochure._startup.records import dataclass
from brochure.copyfit.room import words_left_in
from brochure.editions import PLAIN
from brochure.layout.assemble import facts_of
from brochure.recipe import (
    contexts_of,
    first_fit,
    laid_out,
    make_layout,
    on_sheet,
    said_of,
    too_long_for,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from brochure.editions import Options
    from brochure.model import Facts, Handout, Page, Problem
    from brochure.recipe import BuildContext, Fit


@dataclass(frozen=True, slots=True)
class Trial:
    """What came of laying a handout out.

    ``pages`` are empty where nobody has to look at them: without a picture made of pixels, whose
    dots hang on how wide it is drawn, and a brand's own font, which may send words off the paper.
    """

    facts: Facts
    problems: tuple[Problem, ...]
    pages: tuple[Page, ...]
    words_left: int


def words_left(handout: Handout, options: Options) -> int:
    """Return how many words more the handout has room for, in steps of ten, rounded down.

    Raises ContentError as `make_layout` does; what does not fit has room for none.
    """
    return words_left_in(handout, [each.task for each in contexts_of(handout, options)])


def tried(handout: Handout, options: Options) -> Trial:
    """Return what `make_layout` and `words_left` tell, for less than the work of one.

    Raises what `make_layout` does.
    """
    if handout.back:
        layout, left = make_layout(handout, options)[0], words_left(handout, options)
        return Trial(layout.facts, layout.problems, layout.pages, left)
    contexts = list(contexts_of(handout, options))
    fit = first_fit(contexts)
    if fit is None:
        raise too_long_for(handout, options)
    facts, problems, pages = _told(fit, options)
    return Trial(facts, problems, pages, words_left_in(handout, [each.task for each in contexts]))


def _told(fit: Fit, options: Options) -> tuple[Facts, tuple[Problem, ...], tuple[Page, ...]]:
    """Return the facts of a fit, what is to be said of it, and its pages if they are asked for."""
    context, task, fitted = fit
    if options.sheet == PLAIN.sheet and not _is_looked_at(context):
        return facts_of(fitted, task.flow.words), said_of(context, fitted), ()
    layout = on_sheet(laid_out(*fit), context, options)
    return layout.facts, layout.problems, layout.pages


def _is_looked_at(context: BuildContext) -> bool:
    """Return whether something is asked of the pages of a handout."""
    page = context.page
    pictured = bool(page.logo and page.logo.data) or bool(page.cover or context.pictures)
    return pictured or bool(context.handout.brand.fonts)
