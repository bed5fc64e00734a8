"""How far a title gives way: twenty letters of half an em in a width that they just exceed."""

from __future__ import annotations

from brochure.copyfit.formats import Frame
from brochure.copyfit.parts import IN_COLUMN, Column, Furniture, Length, Paragraph
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


GUARDS = [
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
