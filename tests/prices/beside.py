"""Where a picture stands beside the text at 12 pt, in points."""

from __future__ import annotations

from pathlib import Path

from brochure.copyfit.beside import Beside, beside
from brochure.copyfit.settings import Setting, metrics_for
from brochure.model import Image, Paragraph, Section
from tests.support.fakes import handout, prose, task, text
from tests.support.prices import LESS, MORE, Guard

PICTURE = Image(Path("a.png"), text("A spine"), prose(2), beside=True)


def placed(words: int, heading: str = "Head") -> tuple[Beside | None, float]:
    """A picture beside so many words, and what it takes below its heading."""
    made = Section(text(heading), "", (Paragraph(prose(words)), PICTURE))
    fitting = task(handout(made))
    metrics = metrics_for(fitting, Setting(12.0, "side"))
    assert metrics
    found = beside(fitting.flow.sections[0], metrics, {"a.png": (300, 300)})
    return found, round(found.takes(metrics), 2) if found else 0.0


def takes() -> float:
    return placed(200)[1]


def width() -> float:
    """The width of a picture below a heading whose long word asks for a wide column."""
    found = placed(200, "Breastfeedingmotherandchild")[0]
    assert found
    return round(found.width, 2)


def beside_so_much(words: int) -> float:
    """The width of a picture beside so many words."""
    found = placed(words)[0]
    return round(found.width, 2) if found else 0.0


GUARDS = [
    Guard("beside.WIDEST", width, 138.0),
    Guard("beside.CLEAR", takes, 145.97),
    Guard("beside.CAPTION_CLEAR", takes, 145.97),
    Guard("beside.CAPTION_LEADING", takes, 145.97),
    Guard("beside.TALL", lambda: beside_so_much(105), 122.67, (LESS,)),
    Guard("beside.TALL", lambda: beside_so_much(104), 92.0, (MORE,)),
    Guard("beside.SMALLER", lambda: beside_so_much(104), 92.0),
]
