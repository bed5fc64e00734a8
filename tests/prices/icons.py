"""What an icon takes beside its heading at 12 pt, in points."""

from __future__ import annotations

from pathlib import Path

from brochure._startup.records import replace
from brochure.brand.styles import STYLES
from brochure.copyfit.dress import dressed
from brochure.copyfit.metrics import Metrics
from brochure.copyfit.settings import Setting, metrics_for
from brochure.model import Block, Icon, Image, Section, Tip
from tests.support.fakes import handout, prose, section, task, text
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


def opening(block: Block) -> float:
    """The white below a heading above a block."""
    made = task(handout(Section(text("Head"), "", (block,)))).flow.sections[0]
    return round(metrics("plain", "columns").heading_gap(made), 2)


IMAGE = Image(Path("a.png"), text("A spine"))
GUARDS = [
    Guard("metrics.OPENING.image", lambda: opening(IMAGE), 6.6),
    Guard("metrics.OPENING.aside", lambda: opening(Tip(prose(9))), 6.0),
    Guard("metrics.ICON_CLEAR", below, 5.04),
    Guard("metrics.ICON", hang, 24.64),
    Guard("metrics.ICON_GAP", hang, 24.64),
    Guard("metrics.ICON_RISE", head, 0.0),
    Guard("metrics.ICON_DEEP", lambda: beside("plain"), 22.37),
    Guard("metrics.ICON_BELOW", lambda: beside("ledger"), 47.44),
]
