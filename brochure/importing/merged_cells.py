"""Cells that go over several rows or columns: in each of them, what they say is said.

A dose that stands in one cell under "Morning" and "Night" is taken at both.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from brochure._startup.records import dataclass
from brochure.importing.pieces import Told

TYPE_CHECKING = False
if TYPE_CHECKING:
    from brochure.importing.pieces import Cell


@dataclass(frozen=True, slots=True)
class Merged:
    """A cell, and over how many columns and rows it goes; ``on`` goes on with the one above."""

    cell: Cell
    across: int = 1
    down: int = 1
    on: bool = False


def unmerged(rows: Iterable[Sequence[Merged]]) -> list[tuple[Cell, ...]]:
    """Return the rows of a table with a cell for each column.

    A cell over the whole width stands once: it is a heading between rows.
    """
    typed = list(rows)
    width = max((sum(each.across for each in row) for row in typed), default=0)
    made: list[tuple[Cell, ...]] = []
    open_cells: dict[int, tuple[int, Cell]] = {}
    for row in typed:
        made.append(tuple(_row(row, width, made[-1] if made else (), open_cells)))
    return made


def _row(
    row: Sequence[Merged],
    width: int,
    above: Sequence[Cell],
    open_cells: dict[int, tuple[int, Cell]],
) -> Iterator[Cell]:
    """Yield the cells of a row; ``open_cells`` are those from above, by column, with rows left."""
    column = 0
    for each in row:
        while column in open_cells:
            yield _from_above(column, open_cells)
            column += 1
        words = above[column] if each.on and column < len(above) else each.cell
        for at in range(each.across):
            cell = () if at and each.across >= width else words
            if each.down > 1:
                open_cells[column] = (each.down - 1, cell)
            yield cell
            column += 1
    while column in open_cells:
        yield _from_above(column, open_cells)
        column += 1


def _from_above(column: int, open_cells: dict[int, tuple[int, Cell]]) -> Cell:
    left, cell = open_cells.pop(column)
    if left > 1:
        open_cells[column] = (left - 1, cell)
    return cell


def told_of(rows: Iterable[Sequence[Merged]], line: int) -> list[Told]:
    """Return what is told of a table whose cells are said more than once."""
    for row in rows:
        for each in row:
            words = "".join(run.text for run in each.cell).strip()
            if each.on or (words and (each.across > 1 or each.down > 1)):
                what = "what stands in a cell over several is now in each of them"
                return [Told(what, words, line, False)]
    return []
