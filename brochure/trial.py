"""A handout laid out to be judged: its pages, and how many words more they have room for."""

from __future__ import annotations

from brochure.copyfit.room import words_left_in
from brochure.recipe import contexts_of, layout_in, make_layout

TYPE_CHECKING = False
if TYPE_CHECKING:
    from brochure.editions import Options
    from brochure.model import Handout, Layout


def words_left(handout: Handout, options: Options) -> int:
    """Return how many words more the handout has room for, in steps of ten, rounded down.

    Raises ContentError as `make_layout` does; what does not fit has room for none.
    """
    return words_left_in(handout, [each.task for each in contexts_of(handout, options)])


def layout_and_room(handout: Handout, options: Options) -> tuple[Layout, int]:
    """Return what `make_layout` and `words_left` do, for the work of little more than one.

    Raises what `make_layout` does.
    """
    if handout.back:
        return make_layout(handout, options)[0], words_left(handout, options)
    contexts = list(contexts_of(handout, options))
    layout = layout_in(contexts, handout, options)[0]
    return layout, words_left_in(handout, [each.task for each in contexts])
