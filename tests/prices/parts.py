"""How far a title gives way: twenty letters of half an em in a width that they just exceed."""

from __future__ import annotations

from brochure.copyfit.formats import Frame
from brochure.copyfit.parts import (
    IN_COLUMN,
    Cells,
    Column,
    Furniture,
    Length,
    Paragraph,
    cell_width,
)
from tests.support.fakes import shaped
from tests.support.prices import LESS, MORE, Guard


def title() -> float:
    """The size of a title of up to 30 points that has one line of 250 points."""
    words = shaped("word word word words")
    row = Paragraph(words, Length(2.0), 1.2, 1.0, smallest=Length(1.0), lines=1)
    return row.points(250.0, 15.0)


def needed(words: str) -> float:
    """The width that a mark leaves to words of ten points."""
    row = Paragraph(shaped(words), Length(0.0, 10.0), 1.2, 1.0)
    return round(row.needs(15.0), 1)


def closing(high: float) -> float:
    """What a closing part so high takes of the last of two columns."""
    box = Column((Length(0.0, high),))
    furniture = Furniture({"contact": box, IN_COLUMN: box})
    return furniture.column_foot(Frame(1, 0.0, 500.0, 700.0, 100.0, ("contact",)), 12.0, 240.0)


def cells(width: float, count: int = 3, letters: int = 4) -> int:
    """How many cells stand beside each other in a column so wide at 10 points."""
    word = Paragraph(shaped("x" * letters), Length(1.0), 1.2, 1.0)
    made = Cells(tuple(Column((word,)) for _ in range(count)), (word,) * count)
    return made.across(width, 10.0)


def row_height() -> float:
    """The height of two rows of cells of one line at 10 points."""
    word = Paragraph(shaped("word"), Length(1.0), 1.2, 1.0)
    return Cells(tuple(Column((word,)) for _ in range(4)), (word,) * 4).height(200.0, 10.0)


GUARDS = [
    Guard("parts.CELLS_MOST", lambda: cells(900.0, 4), 2, (2.0,)),
    Guard("parts.CELLS_MOST", lambda: cells(900.0, 3), 3, (LESS,)),
    Guard("parts.CELL_LEAST", lambda: (cells(200.0), cells(220.0, 2)), (2, 2), (MORE,)),
    Guard("parts.CELL_LEAST", lambda: cells(180.0, 2), 0, (LESS,)),
    Guard("parts.CELL_GAP", lambda: round(cell_width(242.0, 3), 2), 71.33),
    Guard("parts.CELLS_BELOW", row_height, 24.0),
    Guard("parts.TWO_LINES", lambda: needed("word word word word word word word"), 93.5),
    # Nine ems are two lines, seven are one.
    Guard(
        "parts.SHORT",
        lambda: (needed("word word word wor"), needed("word word word")),
        (49.5, 70.0),
    ),
    Guard("parts.COLUMN_SHARE", lambda: closing(370.0), 0.0, (MORE,)),
    Guard("parts.COLUMN_SHARE", lambda: closing(350.0), 350.0, (LESS,)),
    # From 30 to 15 points in eight steps: the third is the first at which ten ems are 250 points.
    Guard("parts.SHRINK_STEPS", title, 24.375),
]
