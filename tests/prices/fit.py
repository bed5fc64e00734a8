"""The widths of a setting and the ends of the search, in frames 522 pt wide, letters half an em."""

from __future__ import annotations

from brochure._startup.records import replace
from brochure.copyfit.fit import Fitted, fit
from brochure.copyfit.settings import Setting, Task, metrics_for
from tests.prices.rows import PICTURE
from tests.support.fakes import handout, section, task
from tests.support.prices import LESS, MORE, Guard
from tests.unit.copyfit.test_fit import sized


def headed(letters: int) -> Task:
    """A short text whose heading is one word of so many letters."""
    return task(handout(section(20, heading="x" * letters)))


def widths(size: float, arrangement: str = "side", letters: int = 4) -> tuple[float, float] | None:
    """The widths of the heading's column and of the text."""
    metrics = metrics_for(headed(letters), Setting(size, arrangement))
    return metrics and (round(metrics.side_width, 2), round(metrics.text_width, 2))


def in_columns() -> tuple[float, float]:
    """The size of a heading in two columns, and the white below it."""
    metrics = metrics_for(headed(4), Setting(12.0, "columns"))
    return (round(metrics.heading_size, 2), round(metrics.heading_clear, 2)) if metrics else (0, 0)


def chosen(words: int, parts: int) -> str:
    """The arrangement of a text; at the first the others reach 0.8 pt more, at the second 0.7."""
    made = fit(task(handout(*sized(words, parts))))
    return made.setting.arrangement if made else ""


def set_at(words: int, parts: int) -> float:
    """The size of a text of many sections."""
    made = fit(task(handout(*sized(words, parts))))
    return made.setting.size if made else 0.0


def large(words: int) -> Fitted | None:
    return fit(task(handout(*sized(words, 30)), "large-print"))


def pages(words: int) -> int:
    """The pages of so long a text in large print; 0 if they are too many."""
    made = large(words)
    return made.geometry.pages if made else 0


def opened() -> float:
    """How far the gaps of a short text open, at most."""
    made = fit(task(handout(section(12), section(12), section(12), notes="false")))
    return round(max(gap for spacing in made.spacing for gap in spacing.gaps), 2) if made else 0.0


def pictured(before: int) -> float:
    """The share of the sheet that a picture may take below so many words."""
    sections = section(before, image=PICTURE), section(60)
    made = task(handout(*sections, notes="false"))
    made = fit(replace(made, pixels={str(PICTURE.path): (90, 90)}))
    return made.metrics.format.picture if made else 0.0


def carded(before: int, after: int) -> float:
    """The share of a card that a picture may take between so many words; 0 is the usual."""
    sections = section(before, image=PICTURE), section(after)
    made = replace(task(handout(*sections, notes="false"), "card"), pixels=SQUARE)
    found = fit(made)
    return found.metrics.format.picture if found else 0.0


SQUARE = {str(PICTURE.path): (90, 90)}

GUARDS = [
    Guard("settings.SHORT_GAP", opened, 2.6),
    Guard("picture_sizes.LARGE.0", lambda: pictured(20), 0.42),
    Guard("picture_sizes.LARGE.1", lambda: pictured(120), 0.33),
    Guard("picture_sizes.SMALL", lambda: carded(200, 120), 0.18),
    Guard("picture_sizes.PAYS", lambda: carded(200, 120), 0.18, (MORE,)),
    Guard("picture_sizes.PAYS", lambda: carded(60, 302), 0.0, (LESS,)),
    Guard("metrics.GAP_LEAST", lambda: set_at(700, 16), 12.9),
    Guard("fit.LARGER", lambda: chosen(690, 6), "stacked", (MORE,)),
    Guard("fit.LARGER", lambda: chosen(740, 8), "side", (LESS,)),
    Guard("metrics.COLUMN_HEADING", lambda: in_columns()[0], 15.6),
    Guard("metrics.COLUMN_HEADING_GAP", lambda: in_columns()[1], 0.2),
    Guard("settings.SIDE_LEAST", lambda: widths(12.0), (122.67, 385.33)),
    Guard("settings.SIDE_GUTTER", lambda: widths(12.0), (122.67, 385.33)),
    Guard("settings.SIDE_GROWTH", lambda: widths(15.0), (141.46, 366.54)),
    Guard("settings.SIDE_CLEAR", lambda: widths(12.0, letters=22), (156.26, 351.74)),
    Guard("settings.SIDE_MOST", lambda: widths(15.0, letters=23), None, (MORE,)),
    Guard("settings.SIDE_MOST", lambda: widths(15.0, letters=19), (168.65, 339.35), (LESS,)),
    Guard("formats.FORMATS.handout.gutter", lambda: widths(12.0, "columns"), (249.0, 249.0)),
    Guard("settings.MEASURE_MOST", lambda: widths(12.0, "stacked"), (522.0, 468.0)),
    Guard("fit.PAGES_MOST", lambda: pages(5500), 0, (MORE,)),
    Guard("fit.PAGES_MOST", lambda: pages(4500), 22, (LESS,)),
]
