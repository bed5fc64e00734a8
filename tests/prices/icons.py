"""What an icon takes beside its heading at 12 pt, in points."""

from __future__ import annotations

from brochure._startup.records import replace
from brochure.brand.styles import STYLES
from brochure.copyfit.dress import dressed
from brochure.copyfit.metrics import Metrics
from brochure.copyfit.settings import Setting, metrics_for
from brochure.model import Icon
from tests.support.fakes import handout, section, task
from tests.support.prices import Guard

MADE = replace(section(20), icon=Icon("heart"))


def metrics(style: str, arrangement: str) -> Metrics:
    made = task(handout(MADE))
    worn = replace(made, format=dressed(made.format, STYLES[style], made.flow.words))
    found = metrics_for(worn, Setting(12.0, arrangement))
    assert found
    return found


SECTION = task(handout(MADE)).flow.sections[0]


def hang() -> float:
    return round(metrics("plain", "side").heading_hang(SECTION), 2)


def head() -> float:
    """What stands above a heading with an icon at the head of a column."""
    return round(metrics("plain", "columns").heading_head(SECTION), 2)


def beside(style: str) -> float:
    """The height of a heading of one line with its icon, beside the text."""
    return round(metrics(style, "side").beside(SECTION), 2)


def below() -> float:
    """The white below a heading above its text, with its icon."""
    return round(metrics("plain", "columns").heading_gap(SECTION), 2)


GUARDS = [
    Guard("metrics.ICON_CLEAR", below, 5.04),
    Guard("metrics.ICON", hang, 24.64),
    Guard("metrics.ICON_GAP", hang, 24.64),
    Guard("metrics.ICON_RISE", head, 0.0),
    Guard("metrics.ICON_DEEP", lambda: beside("plain"), 22.37),
    Guard("metrics.ICON_BELOW", lambda: beside("ledger"), 47.44),
]
