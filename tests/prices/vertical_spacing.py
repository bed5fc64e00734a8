"""How a frame is spaced: twenty lines of ten points and gaps of twenty, at any height."""

from __future__ import annotations

from brochure.copyfit.page_breaks import Stretch
from brochure.copyfit.vertical_spacing import FrameRules, Room, Spacing, notes_least, space
from tests.support.prices import LESS, MORE, Guard
from tests.unit.copyfit.test_vertical_spacing import ROWS, STRETCH

WIDE = Stretch(10.0, 11.0, 0.85, 4.0)


def spaced(
    height: float, stretch: Stretch = STRETCH, *, fillable: bool = False, beside: str = ""
) -> Spacing:
    """The spacing of the lines in one frame so high."""
    rules = FrameRules(12.0, False, fillable, (beside,) if beside else ())
    return space(ROWS, [Room(0, 0.0, 300.0, height, 0.0)], [0, 20], stretch, rules)[0]


def gaps(height: float, **how: bool) -> tuple[float, ...]:
    """How far each class of gap has opened."""
    found = spaced(height, WIDE if not how else STRETCH, **how).gaps
    return tuple(round(gap, 2) for gap in found)


def rest(height: float) -> float:
    """What the contact box takes over."""
    return round(spaced(height, beside="contact").rest, 2)


def roomy() -> float:
    """The gaps where ruled lines just have room to spare."""
    return gaps(337.5, fillable=True)[0]


def narrow() -> float:
    """The gaps where ruled lines just have no room to spare."""
    return gaps(335.5, fillable=True)[0]


GUARDS = [
    # Gaps between sections open to 1.8, then those between paragraphs take the rest.
    Guard("vertical_spacing.EASY_GAP", lambda: gaps(242.0), (1.8, 1.3, 1.0)),
    Guard("vertical_spacing.LEADING_SHARE", lambda: round(spaced(240.0).leading, 2), 10.4),
    Guard("vertical_spacing.GROWTH", lambda: rest(400.0), 60.0),
    Guard("vertical_spacing.REST_LEAST", lambda: rest(256.55), 0.55, (MORE,)),
    Guard("vertical_spacing.REST_LEAST", lambda: rest(256.45), 0.0, (LESS,)),
    Guard("vertical_spacing.NOTES_GAPS", roomy, 1.25),
    Guard("vertical_spacing.NOTES_SPARE", roomy, 1.25, (MORE,)),
    Guard("vertical_spacing.NOTES_SPARE", narrow, 1.0, (LESS,)),
    Guard("vertical_spacing.NOTES_HEAD", roomy, 1.25, (MORE,)),
    Guard("vertical_spacing.NOTES_HEAD", narrow, 1.0, (LESS,)),
    Guard("vertical_spacing.NOTE_PITCH_KEPT", roomy, 1.25, (MORE,)),
    Guard("vertical_spacing.NOTE_PITCH_KEPT", narrow, 1.0, (LESS,)),
    Guard("vertical_spacing.NOTE_LINES", lambda: round(notes_least(12.0), 1), 100.2),
]
