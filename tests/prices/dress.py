"""What styles make of a format: widths beside numbers and in cards, gaps and breaks of cards."""

from __future__ import annotations

from brochure._startup.records import replace
from brochure.brand.styles import STYLES
from brochure.copyfit.dress import dressed
from brochure.copyfit.flap import fit_folded
from brochure.copyfit.formats import FORMATS
from brochure.copyfit.rows import NEVER
from brochure.copyfit.settings import Setting, Task, metrics_for, sizes_of
from tests.prices.formats import title
from tests.support.fakes import handout, make_rows, section, task
from tests.support.prices import LESS, MORE, Guard


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


def in_one_column(words: int) -> bool:
    """Whether the cards of a text of so many words may stand in one column."""
    return "stacked" in dressed(FORMATS["handout"], STYLES["cards"], words).arrangements


def ceiling(name: str, words: int) -> float:
    """The largest size of a text of so many words, in the first arrangement."""
    fmt = dressed(FORMATS[name], STYLES["plain"], words)
    return max(sizes_of(fmt, fmt.arrangements[0], fmt.type.floor, words))


def folded() -> float:
    """The size of six sections, of which one is parted in type half a point larger."""
    parts = [section(62 + 6 * number, heading=f"S{number}") for number in range(6)]
    made = fit_folded(task(handout(*parts), "trifold"))[1]
    return made.setting.size if made else 0.0


GUARDS = [
    Guard("flap.WHOLE_COSTS", folded, 13.0, (LESS,)),
    Guard("formats.FORMATS.trifold.long_words", lambda: ceiling("trifold", 290), 13.5, (MORE,)),
    Guard("formats.FORMATS.trifold.long_words", lambda: ceiling("trifold", 210), 16.0, (LESS,)),
    Guard("formats.FORMATS.trifold.long_ceiling", lambda: ceiling("trifold", 300), 13.5),
    Guard("dress.CARDS_WORDS", lambda: in_one_column(390), True, (LESS,)),
    Guard("dress.CARDS_WORDS", lambda: in_one_column(410), False, (MORE,)),
    Guard("dress.FEW.portrait.0", lambda: ceiling("handout", 110), 18.0, (LESS,)),
    Guard("dress.FEW.portrait.0", lambda: ceiling("handout", 130), 16.0, (MORE,)),
    Guard("dress.FEW.portrait.1.ceiling", lambda: ceiling("handout", 60), 18.0),
    Guard("dress.FEW.portrait.1.title_least", lambda: title("handout", 40, 7), 25.2),
    Guard("dress.FEW.portrait.1.title_most", lambda: title("handout", 40), 38.0),
    Guard("dress.FEW.trifold.0", lambda: ceiling("trifold", 110), 18.0, (LESS,)),
    Guard("dress.FEW.trifold.0", lambda: ceiling("trifold", 130), 16.0, (MORE,)),
    Guard("dress.FEW.trifold.1.ceiling", lambda: ceiling("trifold", 60), 18.0),
    Guard("dress.FEW.card.0", lambda: ceiling("card", 110), 17.0, (LESS,)),
    Guard("dress.FEW.card.0", lambda: ceiling("card", 130), 15.0, (MORE,)),
    Guard("dress.FEW.card.1.ceiling", lambda: ceiling("card", 60), 17.0),
    Guard("dress.FEW.card.1.title_least", lambda: title("card", 40, 7), 20.0),
    Guard("dress.FEW.card.1.title_most", lambda: title("card", 40), 27.0),
    Guard("metrics.NUMBER_HANG", hang, 21.06),
    Guard("formats.FORMATS.trifold.whole", panel_break, 8.55),
    Guard("dress.SECTIONS.carded.gutter", lambda: widths("cards", "columns"), (255.0, 255.0)),
    Guard("dress.SECTIONS.numbered.figures", lambda: widths("ledger", "side"), (107.01, 364.99)),
    Guard("settings.SIDE_NUMBERED", lambda: widths("ledger", "side"), (107.01, 364.99)),
    Guard("dress.COLUMNS_MOST", largest, 14.5),
    Guard("extents.CARD_GAP.1", card_gap, 9.0),
    Guard("rows.SPLIT_CARD", card_break, 2.55),
]
