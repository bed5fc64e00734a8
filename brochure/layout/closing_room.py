"""What the closing box makes of the room that the text leaves: larger type, then a little white.

A box blown up around a few small lines looks hollow. Its phone is what one looks for, so that grows
first; what is then left stays open above it.
"""

from __future__ import annotations

from brochure._startup.records import replace
from brochure.copyfit.parts import Column, Figure, Paragraph, Row
from brochure.typeset.line_breaking import count_lines

PHONE_MOST, WORDS_SHARE, STEPS = 1.28, 0.45, 14
"""The phone's largest growth, the share of it that the other words take, and how many are tried."""
PAD_MOST = 0.7
"""The most white that the box takes beside its own, in ems of the body."""


def roomy(part: Column, width: float, size: float, rest: float) -> tuple[Column, float]:
    """Return what closes a handout in larger type, and how many points its white may then grow.

    The type is the largest that takes no more than ``rest`` points and breaks no line in two.
    """
    own, lines = part.height(width, size), lines_of(part, width, size)
    best, more, low, high = part, 0.0, 0, STEPS
    while low < high:  # larger type takes more lines and more room, so it is bisected
        step = (low + high + 1) // 2
        larger = _larger_column(part, 1.0 + (PHONE_MOST - 1.0) * step / STEPS)
        taken = larger.height(width, size) - own
        if taken <= rest and lines_of(larger, width, size) == lines:
            best, more, low = larger, taken, step
        else:
            high = step - 1
    return best, min(rest - more, PAD_MOST * size)


def _larger(row: Row, by: float) -> Row:
    """Return a row with the phone larger ``by`` so much, and other words that follow the body less.

    Small print, and the words beside a code, have a size of their own and keep it.
    """
    if isinstance(row, Paragraph):
        by = by if row.lines else 1.0 + WORDS_SHARE * (by - 1.0)
        return replace(row, size=replace(row.size, ratio=by * row.size.ratio))
    return _larger_column(row, by) if isinstance(row, Column) else row


def _larger_column(column: Column, by: float) -> Column:
    right = column.right
    if isinstance(right, Column):
        right = _larger_column(right, by)
    other = _larger_column(column.otherwise, by) if column.otherwise else None
    rows = tuple([_larger(row, by) for row in column.rows])
    return replace(column, rows=rows, right=right, otherwise=other)


def lines_of(row: Row, width: float, size: float) -> list[int]:
    """Return how many lines each text of a part takes, and where it has another form, others."""
    if isinstance(row, Paragraph):
        return [count_lines(row.shaped, width / row.points(width, size))]
    if not isinstance(row, Column):
        return [0] if isinstance(row, Figure) else []
    form = row.form(width, size)
    inner = form.room(width, size)[1]
    found = [lines for each in form.rows for lines in lines_of(each, inner, size)]
    if form.right and not isinstance(form.right, Paragraph):
        across = form.right.across
        found += [-1, *lines_of(form.right, across, size)]
    return found
