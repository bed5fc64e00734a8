"""How long an item is that may stand alone, and what a heading takes that is said again."""

from __future__ import annotations

from brochure._startup.records import replace
from brochure.copyfit.settings import Setting, metrics_for
from tests.support.fakes import handout, make_rows, section, shaped, task
from tests.support.prices import LESS, MORE, Guard
from tests.unit.copyfit.test_rows import breaks, rows_of


def lone(first: int) -> bool:
    """Whether a list may break after a first item of so many words."""
    rows = rows_of(section(bullets=(first, 5, 5)), arrangement="stacked")
    return (0, 1, 0) in breaks(rows)


def after_heading() -> float:
    """The width of the word "continued" after a heading, in points."""
    metrics = metrics_for(task(handout(section(9))), Setting(12.0, "stacked"))
    return round(metrics.continued_width(shaped("(continued)")), 2)


def box_breaks(words: int, *, parts_boxes: bool, name: str = "large-print") -> bool:
    """Whether a box of so many words may break on pages that grow in number, or between panels."""
    made = task(handout(section(words // 2, words // 2, emphasis="urgent")), name)
    made = replace(made, format=replace(made.format, parts_boxes=parts_boxes))
    metrics = metrics_for(made, Setting(18.0, "stacked"))
    return (0, 1, 0) in breaks(make_rows(made.flow, metrics, {}))


def in_panels(words: int) -> bool:
    """Whether a box of so many words may break between panels."""
    return box_breaks(words, parts_boxes=False, name="trifold")


GUARDS = [
    Guard("keeping.BOX_WHOLE", lambda: box_breaks(106, parts_boxes=False), False, (LESS,)),
    Guard("keeping.BOX_WHOLE", lambda: box_breaks(114, parts_boxes=False), True, (MORE,)),
    Guard("keeping.BOX_WHOLE_FOLDED", lambda: in_panels(62), False, (LESS,)),
    Guard("keeping.BOX_WHOLE_FOLDED", lambda: in_panels(68), True, (MORE,)),
    Guard("keeping.BOX_WHOLE_GROWING", lambda: box_breaks(64, parts_boxes=True), False, (LESS,)),
    Guard("keeping.BOX_WHOLE_GROWING", lambda: box_breaks(70, parts_boxes=True), True, (MORE,)),
    Guard("keeping.LONE", lambda: lone(60), False, (LESS,)),
    Guard("keeping.LONE", lambda: lone(68), True, (MORE,)),
    Guard("metrics.CONTINUED", after_heading, 66.84, (MORE,)),
    Guard("metrics.CONTINUED_GAP", after_heading, 66.84),
]
