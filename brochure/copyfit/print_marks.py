"""Bleed, crop marks and fold marks: where a sheet ends, and where it is cut and folded."""

from __future__ import annotations

from brochure._startup.records import replace
from brochure.copyfit.formats import INCH, Geometry
from brochure.model import Sheet

CROP_OFFSET, CROP_LENGTH = 9.0, 18.0
BLEED = 0.125 * INCH
SLUG = CROP_OFFSET + CROP_LENGTH
FOLD_MARK = (18.0, 27.0)
"""Where a fold mark stands on an office sheet, from its edge: past what printers leave white."""


def for_press(place: Geometry) -> Geometry:
    """Return the geometry with bleed and room for marks around the trim; type does not scale."""
    return replace(place, sheet=replace(place.sheet, bleed=BLEED, slug=SLUG))


def crop_marks(sheet: Sheet) -> list[tuple[float, float, float, float]]:
    """Return the crop marks as lines (x0, y0, x1, y1), outside the trim and the bleed."""
    near, far = CROP_OFFSET, SLUG
    marks = []
    for x, out in ((0.0, -1), (sheet.width, 1)):
        for y, up in ((0.0, -1), (sheet.height, 1)):
            marks.append((x + out * near, y, x + out * far, y))
            marks.append((x, y + up * near, x, y + up * far))
    return marks


def fold_marks(place: Geometry, page: int) -> list[tuple[float, float, float, float]]:
    """Return the fold marks of a page as lines, outside the text; on press outside the trim."""
    near, far = (-SLUG, -CROP_OFFSET) if place.sheet.slug else FOLD_MARK
    height = place.sheet.height
    marks = []
    for where, x in place.folds:
        if where == page:
            marks += [(x, near, x, far), (x, height - far, x, height - near)]
    return marks
