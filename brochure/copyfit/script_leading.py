"""The type of a format for a script that stands taller than Latin: leadings, and no italics."""

from __future__ import annotations

from brochure._startup.records import replace
from brochure.copyfit.counting import amount
from brochure.copyfit.formats import Format
from brochure.copyfit.parts import Column, Furniture, Paragraph
from brochure.typeset.writings import Writing

LATIN = 1.30
"""The least leading of the first family, for which the leadings of all parts are drawn."""
HEADING_LESS = 0.05
"""Headings and titles may have so much less leading than the text."""

ABOVE = 0.6
"""The share of a line's greater height that stands above its letters."""


def in_writing(fmt: Format, writing: Writing) -> Format:
    """Return a format with the leadings of a way of writing, and italics where it has them."""
    scale = fmt.type
    tight = max(scale.tight, writing.tight)
    loose = max(scale.loose, tight + scale.loose - scale.tight)
    heading = max(scale.heading_leading, writing.tight - HEADING_LESS)
    italic = scale.italic and writing.italic
    type_ = replace(scale, tight=tight, loose=loose, heading_leading=heading, italic=italic)
    long = amount(fmt.long_words, writing.characters or 1.0)
    return replace(fmt, type=type_, long_words=long)


def spread(furniture: Furniture, writing: Writing) -> Furniture:
    """Return what stands beside the text with its lines as far apart as the script needs."""
    if writing.tight <= LATIN:
        return furniture
    spacing = writing.tight / LATIN, writing.tight - HEADING_LESS
    parts = {name: _spread(part, *spacing) for name, part in furniture.parts.items()}
    return replace(furniture, parts=parts)


def _spread(column: Column, by: float, least: float) -> Column:
    """Return a column whose texts have their leading multiplied, and at least so much."""
    rows = [_spread(row, by, least) if isinstance(row, Column) else row for row in column.rows]
    rows = [_spaced(row, by, least) if isinstance(row, Paragraph) else row for row in rows]
    beside, other = column.right, column.otherwise
    right = _spaced(beside, by, least) if isinstance(beside, Paragraph) else beside
    right = _spread(beside, by, least) if isinstance(beside, Column) else right
    other = _spread(other, by, least) if other else None
    return replace(column, rows=tuple(rows), right=right, otherwise=other)


def _spaced(text: Paragraph, by: float, least: float) -> Paragraph:
    leading = max(text.leading * by, least)
    more = leading - text.leading
    drop, fall = text.drop + ABOVE * more, text.fall + (1.0 - ABOVE) * more
    return replace(text, leading=leading, drop=drop, fall=fall)
