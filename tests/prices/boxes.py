"""What a box with a head takes at 12 pt, and where its head and its sign stand, in points."""

from __future__ import annotations

from brochure.copyfit.boxes import box_face
from brochure.copyfit.metrics import Metrics
from brochure.copyfit.settings import Setting, metrics_for
from brochure.model import Section
from tests.prices.rows import whole
from tests.support.fakes import handout, section, task
from tests.support.prices import Guard

LONG = "Breastfeedingmother"
URGENT = section(2, emphasis="urgent")


def metrics(made: Section) -> Metrics:
    found = metrics_for(task(handout(made)), Setting(12.0, "side"))
    assert found
    return found


def face(emphasis: str, arrangement: str = "side", size: float = 12.0) -> tuple[float, ...]:
    """How far a heading and a text stand in, and how high the sign and the word are."""
    made = box_face(emphasis, arrangement, size)
    return tuple(round(each, 2) for each in (made.hang, made.inset, made.sign, made.word))


def cell() -> float:
    """The width of the lines of a short heading in an urgent box."""
    made = URGENT
    return round(metrics(made).heading_width(task(handout(made)).flow.sections[0]), 2)


def side() -> float:
    """The width of the side column that an urgent heading of one long word asks for."""
    return round(metrics(section(2, heading=LONG, emphasis="urgent")).side_width, 2)


GUARDS = [
    Guard("boxes.JUT", lambda: face("urgent"), (22.3, 0.0, 16.8, 12.0)),
    Guard("boxes.PAD", lambda: face("key", "columns"), (9.0, 9.0, 0.0, 0.0)),
    Guard("boxes.SIGN_CLEAR", lambda: face("urgent"), (22.3, 0.0, 16.8, 12.0)),
    Guard("boxes.SIGN_GAP", lambda: face("urgent"), (22.3, 0.0, 16.8, 12.0)),
    Guard("boxes.WORD", lambda: face("urgent"), (22.3, 0.0, 16.8, 12.0)),
    Guard("boxes.SIGNS.urgent", lambda: face("urgent"), (22.3, 0.0, 16.8, 12.0)),
    Guard("boxes.SIGNS.emergency", lambda: face("emergency"), (25.66, 0.0, 20.16, 12.0)),
    Guard("boxes.SIGN_MOST", lambda: face("urgent", "stacked", 24.0), (31.5, 0.0, 26.0, 24.0)),
    Guard("boxes.CELL_PAD", side, 161.32),
    Guard("boxes.CELL_PAD", cell, 96.37),
    Guard("boxes.WORD_LEADING", lambda: whole(URGENT, "stacked"), 47.27),
    Guard("boxes.STRIP_FOOT", lambda: whole(URGENT, "stacked"), 47.27),
    Guard("boxes.STRIP_GAP", lambda: whole(URGENT, "stacked"), 47.27),
]
