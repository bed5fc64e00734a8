"""Where quotes, tips and lines to write on stand at 12 pt in a measure of 300 pt, in points."""

from __future__ import annotations

from collections.abc import Sequence

from brochure.copyfit.asides import quote_of, tip_of
from brochure.copyfit.blocks import Shaper
from brochure.copyfit.forms import lines_of
from brochure.copyfit.strips import Strip
from brochure.model import FillIn, Quote, Tip
from tests.support.fakes import HalfEm, prose, text
from tests.support.prices import LESS, MORE, Guard

SHAPER = Shaper(HalfEm(), True, 16.0, "Tip")
Measures = tuple[tuple[float, ...], ...]


def measured(strips: Sequence[Strip]) -> Measures:
    """Each strip's height, its texts (left, down, width, size, leading) and its lines."""
    found = []
    for strip in strips:
        texts = [(t.x, t.down, t.width, t.size, t.leading) for t in strip.texts]
        strokes = [(line.x0, line.y0, line.x1, line.y1, line.weight) for line in strip.strokes]
        found.append((strip.height, *sum([*texts, *strokes], ())))
    return tuple(tuple(round(number, 2) for number in each) for each in found)


def quote() -> Measures:
    """Two lines of somebody's words, and who said them."""
    said = Quote(prose(11), text("A patient"))
    return measured(quote_of(said, SHAPER).at(300.0, 12.0, 9.0))


def tip() -> Measures:
    return measured(tip_of(Tip(prose(2)), SHAPER).at(300.0, 12.0, 9.0))


def fill(*labels: str, width: float = 300.0, size: float = 12.0) -> Measures:
    made = FillIn(tuple(map(text, labels)))
    return measured(lines_of(made, SHAPER).at(width, size, 9.0))


def shared(letters: int, width: float) -> int:
    """In how many rows two labels of so many letters stand."""
    return len(fill("x" * letters, "x" * letters, width=width))


QUOTED = (
    (18.72, 12.0, 13.68, 288.0, 14.4, 18.72, 1.75, 0.0, 1.75, 19.22, 3.5),
    (17.71, 12.0, 13.68, 288.0, 14.4, 18.72, 1.75, 0.0, 1.75, 18.21, 3.5),
    (16.52, 12.0, 13.5, 288.0, 10.8, 14.04, 1.75, 0.0, 1.75, 16.52, 3.5),
)
TIPPED = (
    (
        *(25.56, 0.0, 16.8, 300.0, 12.0, 15.6, 27.6, 16.8, 272.4, 12.0, 15.6),
        *(0.0, 0.0, 300.0, 0.0, 1.5, 0.0, 25.56, 300.0, 25.56, 0.75),
    ),
)
ABOVE = ((40.6, 0.0, 21.4, 300.0, 12.0, 15.6, 0.0, 37.0, 300.0, 37.0, 0.9),)
BESIDE = ((25.0, 0.0, 21.4, 300.0, 12.0, 15.6, 30.0, 21.4, 300.0, 21.4, 0.9),)

GUARDS = [
    *[
        Guard(f"asides.{price}", quote, QUOTED)
        for price in ("BAR", "BAR_GAP", "QUOTE", "QUOTE_LEADING", "BY", "BY_GAP", "OVERLAP")
    ],
    *[
        Guard(f"asides.{price}", tip, TIPPED)
        for price in ("LEADING", "TIP_HEAD", "TIP_FOOT", "TIP_PAD", "TIP_GAP")
    ],
    Guard("strips.RISE", tip, TIPPED),
    Guard("strips.FALL", tip, TIPPED),
    Guard("forms.PITCH", lambda: fill("Date"), BESIDE),
    Guard("forms.FOOT", lambda: fill("Date"), BESIDE),
    Guard("forms.LABEL_GAP", lambda: fill("Date"), BESIDE),
    Guard("forms.LINE_WEIGHT", lambda: fill("Date"), BESIDE),
    Guard("forms.LEADING", lambda: fill("x" * 40), ABOVE),
    # At 20 points twice the size is more than 25 points.
    Guard("forms.PITCH_RATIO", lambda: fill("Date", size=20.0)[0][0], 40.0),
    # Two labels of 30 points, each with its gap and 110 points of line, and 16 between them.
    Guard("forms.LINE_LEAST", lambda: shared(5, 308.0), 1, (MORE,)),
    Guard("forms.LINE_LEAST", lambda: shared(5, 304.0), 2, (LESS,)),
    Guard("forms.SHARED_GAP", lambda: shared(5, 308.0), 1, (MORE,)),
    Guard("forms.SHARED_GAP", lambda: shared(5, 306.0), 2, (LESS,)),
    Guard("forms.SHORT", lambda: shared(11, 600.0), 1, (LESS,)),
    Guard("forms.SHORT", lambda: shared(12, 600.0), 2, (MORE,)),
]
