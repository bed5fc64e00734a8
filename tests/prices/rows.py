"""What rows take at 12 pt, in points: gaps, edges of boxes and headings; lines take nothing."""

from __future__ import annotations

from pathlib import Path

from brochure.copyfit.extents import natural_height
from brochure.copyfit.settings import Setting, metrics_for
from brochure.model import FillIn, Image, Item, ItemList, Paragraph, Section, Tip
from tests.support.fakes import handout, prose, section, short, task, text
from tests.support.prices import LESS, MORE, Guard
from tests.unit.copyfit.test_rows import breaks, rows_of

NESTED = short(text("Head"), bullets=(Item(prose(2), (prose(2),)),))
PICTURE = Image(Path("a.png"), text("A spine"), prose(2))


def gap(kind: int, *sections: Section) -> float:
    """All gaps of a class: 0 between sections, 1 between paragraphs, 2 between items."""
    rows = rows_of(*sections)
    return round(rows.parts(0, len(rows))[2 + kind], 2)


def fixed(*sections: Section, arrangement: str = "stacked") -> float:
    """The height of what neither leading nor gaps stretch, first and last rows trimmed."""
    rows = rows_of(*sections, arrangement=arrangement)
    return round(rows.parts(0, len(rows))[1], 2)


def whole(made: Section, arrangement: str = "side", pixels: tuple[int, int] = (9, 9)) -> float:
    """The height by which a section's capacity is judged, lines and gaps left out."""
    fitting = task(handout(made))
    metrics = metrics_for(fitting, Setting(12.0, arrangement))
    return round(natural_height(fitting.flow, metrics, {"a.png": pixels}, 0.0, 0.0), 2)


def indent(made: Section, block: int) -> float:
    """How far a block stands in, in points."""
    fitting = task(handout(made))
    metrics = metrics_for(fitting, Setting(12.0, "side"))
    return round(metrics.indent(fitting.flow.sections[0].blocks[block]), 2)


def covered(lines: int) -> int:
    """The first line of a long text that may start a frame beside a heading of so many lines."""
    heading = " ".join(["x" * 15] * lines)
    return breaks(rows_of(section(400, heading=heading)))[0][2]


def between(gap: float) -> float:
    """The height of a picture between two paragraphs, with gaps opened so far."""
    fitting = task(handout(BETWEEN))
    metrics = metrics_for(fitting, Setting(12.0, "side"))
    return round(natural_height(fitting.flow, metrics, {"a.png": (90, 900)}, 0.0, gap), 2)


def picture_height() -> float:
    """How high a tall picture is drawn."""
    fitting = task(handout(short(text("Head"), image=PICTURE)))
    metrics = metrics_for(fitting, Setting(12.0, "side"))
    return round(metrics.image_size(fitting.flow.sections[0].blocks[0], (90, 900))[1], 2)


TALL = section(2, heading=" ".join(["x" * 15] * 3))
"""A side heading of three lines beside a text of one."""
PICTURED = short(text("Head"), image=PICTURE)
BETWEEN = Section(text("Head"), "", (Paragraph(prose(2)), PICTURE, Paragraph(prose(2))))
"""A picture between two paragraphs."""
BOX = section(2, emphasis="key")
TICKED = Section(text("Head"), "", (ItemList((Item(prose(2)), Item(prose(2))), "checklist"),))
FORM = Section(text("Head"), "", (Paragraph(prose(2)), FillIn((prose(1),))))
ASIDE = Section(text("Head"), "", (Paragraph(prose(2)), Tip(prose(2))))

GUARDS = [
    Guard("extents.GAPS.section.1", lambda: gap(0, section(2), section(2)), 13.8),
    Guard("extents.GAPS.para.1", lambda: gap(1, section(2, 2)), 5.28),
    Guard("extents.GAPS.list.1", lambda: gap(1, section(2, bullets=(2,))), 3.12),
    Guard("extents.GAPS.item.1", lambda: gap(2, section(bullets=(2, 2))), 2.16),
    Guard("extents.GAPS.nested.1", lambda: gap(2, NESTED), 1.2),
    Guard("metrics.HEADING_GAP", lambda: whole(section(2), "stacked"), 20.03),
    Guard("metrics.HEADING_GAP", lambda: fixed(section(2)), 11.57),
    Guard("metrics.HEADING_RISE", lambda: fixed(section(2)), 11.57),
    Guard("rows.COVERS", lambda: covered(6), 6, (MORE,)),
    Guard("rows.COVERS", lambda: covered(8), 9, (LESS,)),
    Guard(
        "extents.CLEAR.caption",
        lambda: whole(PICTURED, pixels=(90, 900)),
        210.72,
    ),
    Guard("extents.GAPS.tick.1", lambda: gap(2, TICKED), 5.04),
    Guard("extents.GAPS.strips.1", lambda: gap(1, FORM), 6.0),
    Guard("extents.GAPS.aside.1", lambda: gap(1, ASIDE), 10.2),
    Guard("extents.GAPS.image.1", lambda: between(1.0), 244.68),
    Guard("extents.GAPS.after.1", lambda: between(1.0), 244.68),
    Guard("extents.CLEAR.image", lambda: between(0.0), 220.32),
    Guard("extents.CLEAR.after", lambda: between(0.0), 220.32),
    Guard("boxes.HEAD", lambda: fixed(BOX, arrangement="side"), 12.24),
    Guard("boxes.FOOT", lambda: fixed(BOX, arrangement="side"), 12.24),
    Guard("boxes.HEAD", lambda: whole(BOX), 27.84),
    Guard("boxes.FOOT", lambda: whole(BOX), 27.84),
    Guard("metrics.CAP_RISE", lambda: fixed(section(2), arrangement="side"), 8.04),
    Guard("rows.DESCENT", lambda: fixed(section(2), arrangement="side"), 8.04),
    Guard("metrics.INDENTS.1", lambda: indent(section(bullets=(2,)), 0), 13.44),
    Guard("metrics.INDENTS.2", lambda: indent(NESTED, 1), 26.4),
    Guard("metrics.BOX_INDENT", lambda: indent(TICKED, 0), 21.96),
    Guard(
        "metrics.NUMBER_INDENT",
        lambda: indent(short(text("Head"), steps=(Item(prose(2)),)), 0),
        18.0,
    ),
    Guard("metrics.IMAGE_MOST", picture_height, 205.92),
]
