"""What a break costs: two ways to part some lines, so near in price that a fifth decides."""

from __future__ import annotations

from brochure.copyfit import rows
from brochure.copyfit.page_breaks import Stretch, paginate
from brochure.copyfit.rows import NEVER
from tests.support.prices import LESS, MORE, Guard
from tests.unit.copyfit.test_page_breaks import FILL, STIFF, lines

BIG = 1000.0
"""A second frame that holds the rest and is filled with ruled lines."""
ELASTIC = Stretch(10.0, 20.0, 1.0, 1.0)


def parted(
    allowed: dict[int, float], total: int, heights: list[float], stretch: Stretch, fill: bool = True
) -> int | None:
    """Where lines of ten points are parted that may be so at these rows, at these costs."""
    made = lines(*[allowed.get(row, NEVER) for row in range(total)])
    cuts = paginate(made, heights, stretch, FILL if fill else 0.0)
    return cuts[1] if cuts else None


def full_or_free(dear: float, full: int, holed: int, free: float = 0.0) -> bool:
    """Whether a dear break at a full frame is taken, not one that leaves ``holed`` lines open."""
    allowed = {full: dear, full - holed: free}
    return parted(allowed, 2 * full, [10.0 * full, BIG], STIFF) == full


def stretched(dear: float) -> int | None:
    """Thirty lines on two pages: fifteen each are dear, seventeen on the first are not."""
    elastic = Stretch(10.0, 16.0, 1.0, 1.0)
    return parted({15: dear, 17: 0.0}, 30, [200.0, 200.0], elastic, False)


def second_empty(dear: float, fill: bool) -> bool:
    """Whether ten lines stay in the first frame, and the second empty, or are parted dearly."""
    return parted({6: dear}, 10, [100.0, 80.0], ELASTIC, fill) == 10


def opened(dear: float) -> int | None:
    """Where eight lines are parted on two panels of ten that hold whole sections."""
    made = lines(*[dear if row == 4 else NEVER for row in range(8)])
    made.whole = 8.0
    cuts = paginate(made, [100.0, 100.0], STIFF, 0.0)
    return cuts[1] if cuts else None


def loosest() -> int | None:
    """How many lines of thirty the first frame takes where all breaks are free."""
    return parted(dict.fromkeys(range(30), 0.0), 30, [205.0, 400.0], ELASTIC)


def left_over(allowed: dict[int, float]) -> int | None:
    """Where forty lines are parted whose last few go to the second frame."""
    return parted(allowed, 40, [555.0, BIG], ELASTIC)


def far_back(back: int) -> int | None:
    """Where sixty lines are parted whose one break is so far before the fullest frame."""
    return parted({50 - back: 0.0}, 60, [500.0, BIG], STIFF)


def few_first(few: int) -> bool:
    """Whether few of 25 lines stand in the first of two frames of 24, or twenty."""
    return parted({few: 0.0, 20: 0.0}, 25, [240.0, 240.0], STIFF, False) == few


def section_kept(dear: float, total: int, start: int, inside: int, most: int = 24) -> bool:
    """Whether lines in two frames of so many are parted dearly where a section starts, or not."""
    made = lines(*[{start: dear, inside: 0.0}.get(row, NEVER) for row in range(total)])
    made.place[start:] = [(1, 0, row) for row in range(total - start)]
    cuts = paginate(made, [10.0 * most, 10.0 * most], STIFF, 0.0)
    return cuts is not None and cuts[1] == start


GUARDS = [
    Guard("page_breaks.OPEN_SQUARED", lambda: opened(1.0), 4, (LESS,)),
    Guard("page_breaks.OPEN_SQUARED", lambda: opened(3.0), 8, (MORE,)),
    Guard("page_breaks.WHOLE_BLOCK", lambda: opened(1.0), 4, (MORE,)),
    Guard("page_breaks.WHOLE_BLOCK", lambda: opened(3.0), 8, (LESS,)),
    Guard("page_breaks.UNLIKE", lambda: few_first(7), True, (LESS,)),
    Guard("page_breaks.UNLIKE", lambda: few_first(6), False, (MORE,)),
    Guard("page_breaks.WHOLE_SHORT", lambda: section_kept(50.0, 25, 10, 15), True, (LESS,)),
    Guard("page_breaks.WHOLE_SHORT", lambda: section_kept(55.0, 25, 10, 15), False, (MORE,)),
    Guard("page_breaks.SPARSE", lambda: section_kept(0.0, 73, 33, 34, 40), True, (MORE,)),
    Guard("page_breaks.SPARSE", lambda: section_kept(0.0, 74, 34, 35, 40), False, (LESS,)),
    Guard("page_breaks.HOLE", lambda: full_or_free(0.60, 40, 1), False, (MORE,)),
    Guard("page_breaks.HOLE", lambda: full_or_free(0.53, 40, 1), True, (LESS,)),
    Guard("page_breaks.HOLE_SQUARED", lambda: full_or_free(6.1, 40, 4), False, (MORE,)),
    Guard("page_breaks.HOLE_SQUARED", lambda: full_or_free(5.9, 40, 4), True, (LESS,)),
    Guard("page_breaks.HOLE_SEEN", lambda: full_or_free(4.5, 40, 2), False, (MORE,)),
    Guard("page_breaks.HOLE_SEEN", lambda: full_or_free(4.0, 40, 2), True, (LESS,)),
    Guard("page_breaks.SEEN", lambda: full_or_free(2.0, 45, 2), True, (MORE,)),
    Guard("page_breaks.SEEN", lambda: full_or_free(2.0, 55, 2), False, (LESS,)),
    Guard("page_breaks.HOPELESS", lambda: full_or_free(25.0, 40, 13), True, (MORE,)),
    Guard("page_breaks.HOPELESS", lambda: full_or_free(25.0, 40, 11), False, (LESS,)),
    Guard("page_breaks.UNEVEN", lambda: stretched(0.07), 17, (MORE,)),
    Guard("page_breaks.UNEVEN", lambda: stretched(0.06), 15, (LESS,)),
    Guard("page_breaks.BLANK", lambda: second_empty(124.0, False), True, (MORE,)),
    Guard("page_breaks.BLANK", lambda: second_empty(115.0, False), False, (LESS,)),
    Guard("page_breaks.BLANK_RULED", lambda: second_empty(0.27, True), True, (MORE,)),
    Guard("page_breaks.BLANK_RULED", lambda: second_empty(0.24, True), False, (LESS,)),
    Guard("page_breaks.EASY", loosest, 14),
    Guard("page_breaks.NEAR_END", lambda: left_over({37: 0.0, 36: 0.16}), 37, (MORE,)),
    Guard("page_breaks.NEAR_END", lambda: left_over({37: 0.0, 36: 0.14}), 36, (LESS,)),
    Guard("page_breaks.HANDFUL", lambda: left_over({36: 0.0, 35: 0.1}), 36, (MORE,)),
    Guard("page_breaks.HANDFUL", lambda: left_over({37: 0.0, 36: 0.1}), 36, (LESS,)),
    Guard("page_breaks.WINDOW", lambda: far_back(44), None, (MORE,)),
    Guard("page_breaks.WINDOW", lambda: far_back(36), 14, (LESS,)),
    # A section is split rather than leave a hole of one line in forty, not of one in 45.
    Guard("rows.SPLIT_SECTION", lambda: full_or_free(rows.SPLIT_SECTION, 40, 1), True, (MORE,)),
    Guard("rows.SPLIT_SECTION", lambda: full_or_free(rows.SPLIT_SECTION, 45, 1), False, (LESS,)),
    Guard("rows.SPLIT_BLOCK", lambda: full_or_free(0.55 + rows.SPLIT_BLOCK, 29, 1), True, (MORE,)),
    Guard("rows.SPLIT_BLOCK", lambda: full_or_free(0.55 + rows.SPLIT_BLOCK, 30, 1), False, (LESS,)),
    Guard("rows.SPLIT_BOX", lambda: full_or_free(rows.SPLIT_BOX, 40, 1, 19.7), True, (MORE,)),
    Guard("rows.SPLIT_BOX", lambda: full_or_free(rows.SPLIT_BOX, 40, 1, 19.2), False, (LESS,)),
]
