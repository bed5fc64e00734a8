"""Where the words and lines of a table stand at 12 pt, and when its columns have no room."""

from __future__ import annotations

from brochure.copyfit.blocks import Shaper
from brochure.copyfit.tables import strips_of
from brochure.model import Table, TableRow
from tests.prices.asides import Measures, measured
from tests.support.fakes import HalfEm, text
from tests.support.prices import LESS, MORE, Guard

SHAPER = Shaper(HalfEm(), True, 16.0)
LONG = "word word word word word word"


def table(heads: str, *rows: str) -> Table:
    """A table whose cells are parted by a stroke."""
    made = [TableRow(tuple(map(text, row.split("|")))) for row in rows]
    return Table(tuple(map(text, heads.split("|"))), tuple(made))


def ruled() -> Measures:
    """Two rows, the second column narrow and centred."""
    made = table("Medicine|Dose", f"{LONG}|1", "Sampril|2")
    return measured(strips_of(made, SHAPER).at(150.0, 12.0, 9.0))


def widths(made: Table, width: float = 300.0) -> tuple[float, ...]:
    """The widths of a table's columns, in points; none if it is set as labels."""
    first = strips_of(made, SHAPER).at(width, 12.0, 9.0)[0]
    heads = [each for each in first.texts if each.tags[-1].scope == "Column"]
    return tuple(round(each.width, 2) for each in heads)


def centred(letters: int) -> bool:
    """Whether cells of so many letters are centred."""
    made = table("Medicine|Dose", "Sampril|" + "x" * letters)
    return strips_of(made, SHAPER).at(300.0, 12.0, 9.0)[0].texts[-1].centred


def has_columns(lines: int) -> bool:
    """Whether a table whose second column takes so many lines is set in columns."""
    made = table("Medicine|Use", "Sampril|" + " ".join(["wordword"] * lines))
    return bool(widths(made, 110.0))


def of_words(*rows: tuple[int, ...]) -> Table:
    """A table of cells of so many words."""
    return table("Head|Head|Head", *["|".join(" ".join(["word"] * n) for n in row) for row in rows])


RULED = (
    (
        *(62.27, 0.0, 15.86, 98.78, 11.64, 14.43, 110.42, 15.86, 39.58, 11.64, 14.43),
        *(0.0, 39.78, 98.78, 11.64, 14.43, 110.42, 39.78, 39.58, 11.64, 14.43),
        *(0.0, 23.92, 150.0, 23.92, 1.5, 104.6, 23.92, 104.6, 62.27, 0.5),
        *(0.0, 62.27, 150.0, 62.27, 0.75),
    ),
    (
        *(23.92, 0.0, 15.86, 98.78, 11.64, 14.43, 110.42, 15.86, 39.58, 11.64, 14.43),
        *(104.6, 0.0, 104.6, 23.92, 0.5, 0.0, 23.92, 150.0, 23.92, 1.5),
    ),
)
UNEVEN = of_words((11, 10, 2), (10, 1, 14))
LOOKS = (
    *("CELL", "CELL_LEADING", "PAD_UP", "PAD_ACROSS", "HEAD_RULE", "ROW_RULE", "COLUMN_RULE"),
    "SHORT_WIDTH",
)

GUARDS = [
    *[Guard(f"tables.{price}", ruled, RULED) for price in LOOKS],
    Guard("tables.SHORT", lambda: centred(10), True, (LESS,)),
    Guard("tables.SHORT", lambda: centred(11), False, (MORE,)),
    Guard("tables.MOST_LINES", lambda: has_columns(6), True, (LESS,)),
    Guard("tables.MOST_LINES", lambda: has_columns(7), False, (MORE,)),
    Guard("tables.ROUNDS", lambda: widths(UNEVEN, 250.0), (81.65, 57.94, 87.14)),
]
