"""The type of a format for a script that stands taller than Latin: leadings, and no italics."""

from __future__ import annotations

from brochure._startup.records import replace
from brochure.copyfit.formats import Format
from brochure.copyfit.parts import Column, Furniture, Paragraph
from brochure.typeset.scripts import Writing

LATIN = 1.30
"""The least leading of the first family, for which the leadings of all parts are drawn."""
HEADING_LESS = 0.14
"""Headings have so much less leading than the text, as they do in Latin."""


def in_writing(fmt: Format, writing: Writing) -> Format:
    """Return a format with the leadings of a way of writing, and italics where it has them."""
    scale = fmt.type
    tight = max(scale.tight, writing.tight)
    loose = max(scale.loose, tight + scale.loose - scale.tight)
    heading = max(scale.heading_leading, writing.tight - HEADING_LESS)
    italic = scale.italic and writing.italic
    type_ = replace(scale, tight=tight, loose=loose, heading_leading=heading, italic=italic)
    return replace(fmt, type=type_)


def spread(furniture: Furniture, writing: Writing) -> Furniture:
    """Return what stands beside the text with its lines as far apart as the script needs."""
    by = writing.tight / LATIN
    if by <= 1.0:
        return furniture
    parts = {name: _spread(part, by) for name, part in furniture.parts.items()}
    return replace(furniture, parts=parts)


def _spread(column: Column, by: float) -> Column:
    """Return a column with the leadings of its texts multiplied."""
    rows = [_spread(row, by) if isinstance(row, Column) else row for row in column.rows]
    rows = [_spaced(row, by) if isinstance(row, Paragraph) else row for row in rows]
    right = _spaced(column.right, by) if isinstance(column.right, Paragraph) else column.right
    return replace(column, rows=tuple(rows), right=right)


def _spaced(text: Paragraph, by: float) -> Paragraph:
    return replace(
        text, leading=text.leading * by, drop=text.drop * by, fall=max(text.fall * by, text.fall)
    )
