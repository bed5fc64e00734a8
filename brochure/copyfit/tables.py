"""Tables: columns as wide as their words want, or, where they have no room, labels with values."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from brochure._startup.records import dataclass, replace
from brochure.copyfit.blocks import DASH, Shaper
from brochure.copyfit.keeping import LONE
from brochure.copyfit.rows import NEVER, SPLIT_BLOCK, SPLIT_BOX, SPLIT_SECTION
from brochure.copyfit.strips import FALL, RISE, Strip, Strips, StripText, Stroke, Tag, text_height
from brochure.model import Span, Table, Text
from brochure.typeset.line_breaking import Shaped, count_lines

TYPE_CHECKING = False
if TYPE_CHECKING:
    from brochure.model.choices import StripInk

CELL, CELL_LEADING = 0.97, 1.24
"""The type of a table as a ratio to the body's, and its leading as a ratio to itself."""
PAD_UP, PAD_ACROSS = 0.4, 0.5
"""White above and below the words of a cell, and beside them, in ems."""
HEAD_RULE, ROW_RULE, COLUMN_RULE = 1.5, 0.75, 0.5
"""The weights of a table's lines, in points: below its head and its foot, between rows, columns."""
MISSING = Text((Span(DASH),))
"""What stands in a cell that says nothing."""
SHORT, SHORT_WIDTH = 11, 3.4
"""A column whose cells all have fewer letters is centred, and at least so many ems wide; its cells
are not broken."""
MOST_LINES = 6
"""A cell that would take more lines has no room."""
ROUNDS = 3
"""So often what a column has to spare is given to those that need it."""


@dataclass(frozen=True, slots=True)
class _Shaped:
    """A table measured: its heads, its rows, and which columns are centred."""

    heads: tuple[Shaped, ...]
    rows: tuple[tuple[Shaped, ...], ...]
    short: tuple[bool, ...]
    pairs: tuple[tuple[Shaped, ...], ...]  # of each row, "head: value"

    def column(self, number: int) -> list[Shaped]:
        """Return the texts of a column, its head first."""
        return [self.heads[number], *(row[number] for row in self.rows)]


@dataclass(frozen=True, slots=True)
class _Type:
    """How a table's words are set, in points."""

    size: float
    leading: float
    pad: float
    gap: float


def strips_of(table: Table, shaper: Shaper) -> Strips:
    """Return a table as strips, one for each row, the first with the head."""
    cells = [tuple([cell if cell.spans else MISSING for cell in row.cells]) for row in table.rows]
    rows = tuple([_cells(row, shaper) for row in cells])
    pairs = tuple([_pairs(table.columns, row, shaper) for row in cells])
    heads = tuple([shaper.heavy(head, shaper.most) for head in table.columns])
    return Strips(partial(_strips, _Shaped(heads, rows, _short(table), pairs)))


def _cells(cells: tuple[Text, ...], shaper: Shaper) -> tuple[Shaped, ...]:
    return (shaper.heavy(cells[0], shaper.most), *map(shaper.body, cells[1:]))


def _pairs(heads: tuple[Text, ...], cells: tuple[Text, ...], shaper: Shaper) -> tuple[Shaped, ...]:
    """Return each cell behind the head of its column; the first is what the row is called."""
    label = replace(cells[0], spans=(*heads[0].spans, Span(": "), *cells[0].spans))
    found = [shaper.heavy(label, shaper.most)]
    for head, cell in zip(heads[1:], cells[1:], strict=True):
        named = [replace(span, bold=True) for span in (*head.spans, Span(":"))]
        found.append(shaper.body(replace(cell, spans=(*named, Span(" "), *cell.spans))))
    return tuple(found)


def _short(table: Table) -> tuple[bool, ...]:
    """Return which columns hold short words or figures only; the first is never centred."""
    columns = zip(*(row.cells for row in table.rows), strict=True)
    short = [all(len(cell.plain) < SHORT for cell in column) for column in columns]
    return (False, *short[1:])


def _strips(table: _Shaped, width: float, size: float, least: float) -> Sequence[Strip]:
    points = min(max(CELL * size, least), size)
    look = _Type(points, CELL_LEADING * points, PAD_UP * size, PAD_ACROSS * points)
    widths = _widths(table, width / points)
    if widths is None:
        return _labelled(table, width, look)
    return _ruled(table, [each * points for each in widths], look)


# ------------------------------------------------------------------ widths


def _widths(table: _Shaped, width: float) -> list[float] | None:
    """Return the width of each column's words, in ems; None if they have no room."""
    columns = [table.column(number) for number in range(len(table.heads))]
    room = width - PAD_ACROSS * 2 * (len(columns) - 1)
    least = [
        max(SHORT_WIDTH, column[0].widest_word, *(text.width for text in column[1:]))
        if short
        else max(text.widest_word for text in column)
        for column, short in zip(columns, table.short, strict=True)
    ]
    wanted = [
        max(low, *(text.width for text in column))
        for column, low in zip(columns, least, strict=True)
    ]
    if sum(least) > room:
        return None
    if sum(wanted) <= room:
        return _spread(wanted, room - sum(wanted))
    extra = (room - sum(least)) / max(sum(wanted) - sum(least), 1e-9)
    widths = [low + (high - low) * extra for low, high in zip(least, wanted, strict=True)]
    for _ in range(ROUNDS):
        widths = _tightened(columns, widths, least, room)
    most = [
        max(count_lines(text, each) for text in column)
        for column, each in zip(columns, widths, strict=True)
    ]
    return widths if max(most) <= MOST_LINES else None


def _spread(widths: list[float], spare: float) -> list[float]:
    """Return widths that take up what is to spare, each in its share."""
    whole = sum(widths)
    return [each + spare * each / whole for each in widths]


def _tightened(
    columns: list[list[Shaped]], widths: list[float], least: list[float], room: float
) -> list[float]:
    """Return the widths with what columns do not need given to those with the most lines."""
    needed = [
        max(low, *(_narrowest(text, width) for text in column))
        for column, width, low in zip(columns, widths, least, strict=True)
    ]
    lines = [
        max(count_lines(text, width + 1e-6) for text in column)
        for column, width in zip(columns, needed, strict=True)
    ]
    tallest = [number for number, count in enumerate(lines) if count == max(lines)]
    spare = (room - sum(needed)) / len(tallest)
    return [each + spare * (number in tallest) for number, each in enumerate(needed)]


def _narrowest(text: Shaped, width: float) -> float:
    """Return the least width at which a text takes no more lines than at a width, in ems."""
    lines = count_lines(text, width)
    low, high = text.widest_word, max(width, text.widest_word)
    for _ in range(8):
        middle = (low + high) / 2
        if count_lines(text, middle) <= lines:
            high = middle
        else:
            low = middle
    return high


# ------------------------------------------------------------------ strips


def _ruled(table: _Shaped, widths: list[float], look: _Type) -> list[Strip]:
    """Return a table's rows, ruled, as strips; the head stands above the first."""
    edges, x = [], 0.0
    for width in widths:
        edges.append(x)
        x += width + 2 * look.gap
    right = edges[-1] + widths[-1]
    across = list(zip(edges, widths, strict=True))
    head = _row(table, table.heads, across, look, -1)
    head = replace(head, strokes=(*head.strokes, _level(head.height, right, HEAD_RULE, "bar")))
    found = []
    last = len(table.rows) - 1
    for number, row in enumerate(table.rows):
        strip = _row(table, row, across, look, number)
        strokes = (*strip.strokes, _below(strip.height, right, number == last))
        strip = replace(strip, strokes=strokes, penalty=_parting(number, len(table.rows)))
        found.append(stacked(head, strip) if number == 0 else replace(strip, head=head))
    return found


def _parting(number: int, rows: int) -> float:
    """Return what a break before a row costs: two rows stay at each end of a table."""
    return NEVER if number in (1, rows - 1) else SPLIT_SECTION + SPLIT_BOX


def _level(y: float, right: float, weight: float, ink: StripInk) -> Stroke:
    return Stroke(0.0, y, right, y, weight, ink)


def _below(y: float, right: float, last: bool) -> Stroke:
    """Return the line below a row."""
    return _level(y, right, HEAD_RULE, "bar") if last else _level(y, right, ROW_RULE, "rule")


def _row(
    table: _Shaped,
    cells: tuple[Shaped, ...],
    across: list[tuple[float, float]],
    look: _Type,
    number: int,
) -> Strip:
    """Return a row of cells; the head, number -1, stands on its foot."""
    heights = [
        text_height(cell, width, look.size, look.leading)
        for cell, (_, width) in zip(cells, across, strict=True)
    ]
    high = max(heights) + 2 * look.pad
    texts, strokes = [], []
    head = number < 0
    for column, (cell, (x, width)) in enumerate(zip(cells, across, strict=True)):
        down = look.pad + RISE * look.size + (max(heights) - heights[column]) * head
        kind = Tag("TH", column, "Column") if head else Tag("TD", column)
        if not head and column == 0:
            kind = Tag("TH", column, "Row")
        tags = (Tag("Table"), Tag("TR", number + 1), kind)
        ink: StripInk = "heading" if head else "text"
        centred = table.short[column]
        texts.append(StripText(cell, x, down, width, look.size, look.leading, tags, ink, centred))
        if centred and not head:
            line = x - look.gap
            strokes.append(Stroke(line, 0.0, line, high, COLUMN_RULE))
    return Strip(high, tuple(texts), tuple(strokes))


def stacked(upper: Strip, lower: Strip) -> Strip:
    """Return two strips as one."""
    by = upper.height
    texts = [replace(text, down=text.down + by) for text in lower.texts]
    strokes = [replace(line, y0=line.y0 + by, y1=line.y1 + by) for line in lower.strokes]
    return Strip(by + lower.height, (*upper.texts, *texts), (*upper.strokes, *strokes))


def _labelled(table: _Shaped, width: float, look: _Type) -> list[Strip]:
    """Return a table's rows as strips of a label and a line for each value."""
    found: list[Strip] = []
    lines: list[int] = []
    for number, pairs in enumerate(table.pairs):
        line, texts = look.pad + RISE * look.size, []
        item = Tag("L"), Tag("LI", number), Tag("LBody", number)
        for column, text in enumerate(pairs):
            tags = (*item, Tag("P", number * len(pairs) + column))
            ink: StripInk = "text" if column else "heading"
            texts.append(StripText(text, 0.0, line, width, look.size, look.leading, tags, ink))
            line += count_lines(text, width / look.size) * look.leading
        last = number == len(table.pairs) - 1
        high = line - look.leading + FALL * look.size + look.pad
        found.append(Strip(high, tuple(texts), (_below(high, width, last),)))
        lines.append(sum(count_lines(text, width / look.size) for text in pairs))
    first = found[0]
    top = _level(0.0, width, HEAD_RULE, "bar")
    found[0] = replace(first, strokes=(top, *first.strokes))
    return [replace(strip, penalty=_left_alone(row, lines)) for row, strip in enumerate(found)]


def _left_alone(row: int, lines: Sequence[int]) -> float:
    """Return what a break before a row of lines costs: no row of few stands alone at an end."""
    last = len(lines) - 1
    alone = (row == 1 and lines[0] < LONE) or (row == last and lines[last] < LONE)
    return NEVER if alone else SPLIT_SECTION + SPLIT_BLOCK
