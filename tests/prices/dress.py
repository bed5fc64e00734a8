"""What styles make of a format: widths beside numbers and in cards, gaps and breaks of cards."""

from __future__ import annotations

from brochure._startup.records import replace
from brochure.brand.styles import STYLES
from brochure.copyfit.dress import dressed
from brochure.copyfit.rows import NEVER
from brochure.copyfit.settings import Setting, Task, metrics_for, sizes_of
from tests.support.fakes import handout, make_rows, section, task
from tests.support.prices import Guard


def worn(style: str, *sections: object) -> Task:
    """The fitting of sections into the frames of a handout in a style."""
    made = task(handout(*sections))
    return replace(made, format=dressed(made.format, STYLES[style], made.flow.words))


def widths(style: str, arrangement: str) -> tuple[float, float]:
    """The widths of the heading's column and of the text."""
    metrics = metrics_for(worn(style, section(20)), Setting(12.0, arrangement))
    return round(metrics.side_width, 2), round(metrics.text_width, 2)


def card_gap() -> float:
    """The gap between two cards, in points."""
    made = worn("cards", section(2), section(2))
    rows = make_rows(made.flow, metrics_for(made, Setting(12.0, "columns")), {})
    return round(rows.parts(0, len(rows))[2], 2)


def card_break() -> float:
    """What it costs to part a card between two paragraphs."""
    made = worn("cards", section(40, 40))
    rows = make_rows(made.flow, metrics_for(made, Setting(12.0, "columns")), {})
    return round(min(each for each in rows.penalty if 0.0 < each < NEVER), 2)


def largest() -> float:
    """The largest size of two columns in a style of columns alone."""
    return max(sizes_of(worn("cards", section(20)).format, "columns", 12.0, 600))


def panel_break() -> float:
    """What it costs to part a section on a folded sheet."""
    made = task(handout(section(60, 60)), "trifold")
    rows = make_rows(made.flow, metrics_for(made, Setting(12.0, "stacked")), {})
    return round(min(each for each in rows.penalty if 0.0 < each < NEVER), 2)


def hang() -> float:
    """How far a heading stands in beside its number, in two columns."""
    metrics = metrics_for(worn("ledger", section(20)), Setting(12.0, "columns"))
    assert metrics
    return round(metrics.heading_hang(worn("ledger", section(20)).flow.sections[0]), 2)


GUARDS = [
    Guard("metrics.NUMBER_HANG", hang, 21.06),
    Guard("formats.FORMATS.trifold.whole", panel_break, 8.55),
    Guard("dress.SECTIONS.carded.gutter", lambda: widths("cards", "columns"), (255.0, 255.0)),
    Guard("dress.SECTIONS.numbered.figures", lambda: widths("ledger", "side"), (107.01, 364.99)),
    Guard("settings.SIDE_NUMBERED", lambda: widths("ledger", "side"), (107.01, 364.99)),
    Guard("dress.COLUMNS_MOST", largest, 14.5),
    Guard("extents.CARD_GAP.1", card_gap, 9.0),
    Guard("rows.SPLIT_CARD", card_break, 2.55),
]
