"""The widths of a setting and the ends of the search, in frames 522 pt wide, letters half an em."""

from __future__ import annotations

from brochure._startup.records import replace
from brochure.copyfit.fit import Fitted, Setting, Task, fit, ladder, metrics_for
from brochure.copyfit.formats import FORMATS, geometry
from tests.support.fakes import handout, section, task
from tests.support.prices import LESS, MORE, Guard
from tests.unit.copyfit.test_fit import sized


def headed(letters: int) -> Task:
    """A short text whose heading is one word of so many letters."""
    return task(handout(section(20, heading="x" * letters)))


def widths(size: float, arrangement: str = "side", letters: int = 4) -> tuple[float, float] | None:
    """The widths of the heading's column and of the text."""
    metrics = metrics_for(headed(letters), Setting(size, arrangement, 1.36, 1.0))
    return metrics and (round(metrics.side_width, 2), round(metrics.text_width, 2))


def arranged(letters: int, punch: str = "none") -> str:
    """The arrangement of a short text; a punch makes the frame 510.84 pt wide."""
    made = headed(letters)
    fitted = fit(replace(made, geometry=geometry(made.format, "letter", punch)))
    return fitted.setting.arrangement if fitted else ""


def large(words: int) -> Fitted | None:
    return fit(task(handout(*sized(words, 30)), "large-print"))


def pages(words: int) -> int:
    """The pages of so long a text in large print; 0 if they are too many."""
    made = large(words)
    return made.geometry.pages if made else 0


GUARDS = [
    Guard("fit.GAP_LEAST", lambda: ladder(FORMATS["handout"], 12.0, True)[-1].gap, 0.85),
    Guard("fit.SIDE_LEAST", lambda: widths(12.0), (122.67, 385.33)),
    Guard("fit.SIDE_GUTTER", lambda: widths(12.0), (122.67, 385.33)),
    Guard("fit.SIDE_GROWTH", lambda: widths(15.0), (141.46, 366.54)),
    Guard("fit.SIDE_CLEAR", lambda: widths(12.0, letters=22), (156.26, 351.74)),
    Guard("fit.SIDE_MOST", lambda: widths(15.0, letters=23), None, (MORE,)),
    Guard("fit.SIDE_MOST", lambda: widths(15.0, letters=19), (168.65, 339.35), (LESS,)),
    Guard("fit.SIDE_WORD", lambda: arranged(23, "3"), "side", (MORE,)),
    Guard("fit.SIDE_WORD", lambda: arranged(24), "stacked", (LESS,)),
    Guard("fit.COLUMN_GUTTER", lambda: widths(12.0, "columns"), (249.0, 249.0)),
    Guard("fit.MEASURE_MOST", lambda: widths(12.0, "stacked"), (522.0, 468.0)),
    Guard("fit.PAGES_MOST", lambda: pages(5500), 0, (MORE,)),
    Guard("fit.PAGES_MOST", lambda: pages(4500), 22, (LESS,)),
]
