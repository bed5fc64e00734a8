"""Lines to write on, each behind its label."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from brochure._startup.records import replace
from brochure.copyfit.blocks import Shaper
from brochure.copyfit.rows import NEVER, SPLIT_BLOCK, SPLIT_SECTION
from brochure.copyfit.strips import Strip, Strips, StripText, Stroke, Tag
from brochure.model import FillIn
from brochure.typeset.line_breaking import Shaped, count_lines

PITCH, PITCH_RATIO = 25.0, 2.0
"""The height of a line, in points, or as a ratio to the body's size if that is more."""
FOOT = 0.3
"""From a line to the foot of its row, in ems."""
LABEL_GAP, SHARED_GAP = 6.0, 16.0
"""Between a label and its line, and between two lines that share a row, in points."""
LINE_LEAST = 110.0
"""The shortest line to write on, in points."""
LINE_WEIGHT = 0.9
SHORT = 12
"""Two labels of fewer letters share a row."""
LEADING = 1.3


def lines_of(fill: FillIn, shaper: Shaper) -> Strips:
    """Return lines to write on as strips, one for each row."""
    labels = [(shaper.body(text), len(text.plain) < SHORT) for text in fill.labels]
    return Strips(partial(_strips, tuple(labels)))


_Label = tuple[Shaped, bool]
"""A label, and whether it is short."""


def _strips(labels: tuple[_Label, ...], width: float, size: float, least: float) -> Sequence[Strip]:
    """Return the rows of lines; two short labels share one where both lines are long enough."""
    half = (width - SHARED_GAP) / 2
    found, at = [], 0
    while at < len(labels):
        pair = labels[at : at + 2]
        shared = len(pair) == 2 and all(_fits(label, half, size) for label in pair)
        row = [_line(pair[0][0], 0.0, half if shared else width, size, at)]
        if shared:
            row.append(_line(pair[1][0], half + SHARED_GAP, half, size, at + 1))
        texts = tuple([text for text, _, _ in row])
        strokes = tuple([stroke for _, stroke, _ in row])
        found.append(Strip(max(high for _, _, high in row), texts, strokes))
        at += len(row)
    rows = len(found)
    return [replace(strip, penalty=_parting(row, rows)) for row, strip in enumerate(found)]


def _parting(row: int, rows: int) -> float:
    """Return what a break before a row costs: two rows stay at each end."""
    return NEVER if row in (1, rows - 1) else SPLIT_SECTION + SPLIT_BLOCK


def _fits(label: _Label, width: float, size: float) -> bool:
    shaped, short = label
    return short and shaped.width * size + LABEL_GAP + LINE_LEAST <= width


def _line(
    label: Shaped, x: float, width: float, size: float, number: int
) -> tuple[StripText, Stroke, float]:
    """Return a label, its line and the height of both; a long label stands above its line."""
    pitch, lines = max(PITCH, PITCH_RATIO * size), count_lines(label, width / size)
    beside = label.width * size + LABEL_GAP
    above = lines > 1 or beside + LINE_LEAST > width
    high = pitch + (lines * LEADING * size if above else 0.0)
    base = high - FOOT * size
    first = pitch - FOOT * size
    tags = (Tag("Div"), Tag("P", number))
    text = StripText(label, x, first, width, size, LEADING * size, tags)
    left = x if above else x + beside
    return text, Stroke(left, base, x + width, base, LINE_WEIGHT, "note"), high
