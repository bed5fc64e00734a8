"""How a frame is spaced: twenty lines of ten points and gaps of twenty, at any height."""

from __future__ import annotations

from brochure.copyfit.vertical_spacing import (
    FrameRules,
    Room,
    Spacing,
    notes_least,
    notes_most,
    space,
)
from tests.support.prices import LESS, MORE, Guard
from tests.unit.copyfit.test_vertical_spacing import ROWS, STRETCH


def spaced(height: float, *, fillable: bool = False, beside: str = "") -> Spacing:
    """The spacing of the lines in one frame so high."""
    rules = FrameRules(12.0, 8 if fillable else 0, False, (beside,) if beside else ())
    return space(ROWS, [Room(0, 0.0, 300.0, height, 0.0)], [0, 20], STRETCH, rules)[0]


def spread() -> float:
    """How far the sections of a loose frame part beside a tight one."""
    rooms = [Room(0, 0.0, 300.0, 88.0, 0.0), Room(1, 0.0, 300.0, 200.0, 0.0)]
    rules = FrameRules(12.0, 0, False, ())
    return round(space(ROWS, rooms, [0, 8, 20], STRETCH, rules)[1].gaps[0], 2)


def rest(height: float) -> float:
    """What the contact box takes over."""
    return round(spaced(height, beside="contact").rest, 2)


def ruled(height: float) -> float:
    """The height of ruled lines; from 344.2 points on there is room for three."""
    return round(spaced(height, fillable=True).notes, 1)


GUARDS = [
    Guard("vertical_spacing.SPREAD", spread, 1.35),
    Guard("vertical_spacing.LEADING_SHARE", lambda: round(spaced(240.0).leading, 2), 10.4),
    Guard("vertical_spacing.GROWTH", lambda: rest(316.0), 60.0, (MORE,)),
    Guard("vertical_spacing.GROWTH", lambda: rest(300.0), 56.0, (LESS,)),
    Guard("vertical_spacing.AROUND", lambda: spaced(400.0, beside="masthead").rest, 30.0),
    Guard("vertical_spacing.NOTES_OPEN", lambda: ruled(900.0), 248.0),
    Guard("vertical_spacing.REST_LEAST", lambda: rest(244.55), 0.55, (MORE,)),
    Guard("vertical_spacing.REST_LEAST", lambda: rest(244.45), 0.0, (LESS,)),
    Guard("vertical_spacing.NOTES_HEAD", lambda: ruled(347.0), 103.0, (MORE,)),
    Guard("vertical_spacing.NOTES_HEAD", lambda: ruled(341.0), 0.0, (LESS,)),
    Guard("vertical_spacing.NOTE_PITCH_KEPT", lambda: ruled(347.0), 103.0, (MORE,)),
    Guard("vertical_spacing.NOTE_PITCH_KEPT", lambda: ruled(341.0), 0.0, (LESS,)),
    Guard("vertical_spacing.NOTE_LINES", lambda: round(notes_least(12.0), 1), 100.2),
    Guard("vertical_spacing.NOTE_PITCH", lambda: ruled(900.0), 248.0),
    Guard("vertical_spacing.NOTE_RATIO", lambda: notes_most(20.0, 8), 356.0),
]
