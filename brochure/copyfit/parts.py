"""The parts of a page beside the flow, as columns of texts and white: what each takes, and where.

A part is a `Column`, made once. Its height at a width and a body size, and the place of every
row in it, come from the one list of its rows; nothing else knows its measures. So a new part is
one function that returns a column.
"""

from __future__ import annotations

from brochure._startup.records import dataclass, field
from brochure.copyfit.boxes import JUT
from brochure.copyfit.formats import Frame
from brochure.remember import known, remember
from brochure.typeset.line_breaking import Shaped, count_lines

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    from brochure.model.choices import Ground

    InkName = Literal["text", "heading", "muted", "reversed", "bar", "accent", "field", "rule"]
    FigureName = Literal["logo", "code", "cover", "icon"]

SHRINK_STEPS = 8
"""A text that may be set smaller to take fewer lines is tried in so many steps."""
TWO_LINES, SHORT = 0.55, 8.0
"""The share of a text's width that a line has if it is set in two of uneven length; up to so many
ems it stays on one."""
CELLS_MOST, CELL_LEAST, CELL_GAP, CELLS_BELOW = 3, 9.0, 14.0, 0.4
"""The most cells beside each other, the least width of one in ems of the body, the white between
two in points, and between two rows of them in ems."""
HEADS, FEET = ("masthead", "key"), ("contact",)
"""What a frame may hold at its head, and at its foot."""
IN_COLUMN, COLUMN_SHARE = "contact in a column", 0.6
"""What stands at the foot of the last of two columns, and the most of the column that it takes."""


@dataclass(frozen=True, slots=True)
class Length:
    """A length that follows the body: ``ratio`` times its size and ``plus`` points, in bounds.

    As a row of a column it is white; ``grow`` is its share of what the column has to spare.
    """

    ratio: float = 1.0
    plus: float = 0.0
    least: float = 0.0
    most: float = 1e9
    grow: float = 0.0

    def at(self, size: float) -> float:
        """Return the length in points at a body size."""
        length = self.ratio * size + self.plus
        length = length if length > self.least else self.least
        return length if length < self.most else self.most

    def height(self, width: float, size: float) -> float:
        """Return the height of a row of white, in points."""
        return self.at(size)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A text of a part, in ems of its own size.

    ``drop`` is from the foot of what stands above it to its first baseline, ``fall`` from its
    last baseline to its foot. With ``smallest``, it is set smaller, down to that, until it takes
    at most ``lines``; ``fewest``, if it is less, is tried first.
    """

    shaped: Shaped
    size: Length
    leading: float
    drop: float
    fall: float = 0.0
    ink: InkName = "text"
    kind: str = "P"
    balance: bool = False
    smallest: Length | None = None
    lines: int = 0
    fewest: int = 0
    grow: float = 0.0

    def points(self, width: float, size: float) -> float:
        """Return the size of its type in a column of that width, in points."""
        most = self.size.at(size)
        if self.smallest is None:
            return most
        least = min(self.smallest.at(size), most)
        word = self.shaped.widest_word
        for lines in range(self.fewest or self.lines, self.lines + 1):
            for step in range(SHRINK_STEPS + 1):
                points = most - (most - least) * step / SHRINK_STEPS
                if word * points <= width and count_lines(self.shaped, width / points) <= lines:
                    return points
        return least

    def lacks_room(self, width: float, size: float) -> bool:
        """Return whether a word, or a text of one line, is wider than that at its least size."""
        points = self.size.at(size)
        if self.lines == 1:
            return self.shaped.width * points > width
        least = min(self.smallest.at(size), points) if self.smallest else points
        whole = self.shaped.width * least  # no word is wider, and it costs less to ask
        return whole > width and self.shaped.widest_word * least > width

    def needs(self, size: float) -> float:
        """Return the width in points that holds it well at its largest: a long one in two lines."""
        whole = self.shaped.width
        wide = max(self.shaped.widest_word, TWO_LINES * whole) if whole > SHORT else whole
        return wide * self.size.at(size)

    def height(self, width: float, size: float) -> float:
        """Return its height in points."""
        points = self.points(width, size)
        lines = count_lines(self.shaped, width / points)
        return (self.drop + (lines - 1) * self.leading + self.fall) * points


@dataclass(frozen=True, slots=True)
class Figure:
    """Art in a square or a strip, in points: the clinic's mark, the code, a picture.

    It is as wide as its column if ``across`` is 0, and beside rows as high if ``high`` is. Beside
    words it is narrower, down to ``least`` if that is not 0, where they need the room. Of what a
    column has to spare it takes so many points before anything else grows.
    """

    name: FigureName
    across: float
    high: float
    grow: float = 0.0
    least: float = 0.0
    takes: float = 0.0

    def height(self, width: float, size: float) -> float:
        """Return its height in points."""
        return self.high


@dataclass(frozen=True, slots=True)
class Stroke:
    """A rule across a column, or so many points of it, in an ink of the palette.

    It reaches ``out`` beside the column, in points.
    """

    weight: float
    across: float = 0.0
    ink: InkName = "bar"
    out: float = 0.0
    grow: float = 0.0

    def height(self, width: float, size: float) -> float:
        """Return its height in points."""
        return self.weight


@dataclass(frozen=True, slots=True)
class Column:
    """Rows one below the other: a part of a page, or a part of one.

    A mark stands at the ``left`` of the rows, at the column's head; at the ``right`` a figure or a
    column of its own width, in the middle of the height, or a text of one line, on the first row's
    baseline; the gaps are the least white beside them. The rows keep at least ``narrowest`` points,
    the column at least ``least`` points of height. Where a text of one line has no room in it, or a
    column in it is beyond its ``most`` or ``area``, it is set ``otherwise``. It may be an
    element of its ``kind``, have a ``ground`` and a rule above it (``ruled``).
    """

    rows: tuple[Row, ...]
    left: Figure | None = None
    left_gap: float = 0.0
    right: Figure | Paragraph | Column | None = None
    right_gap: float = 0.0
    narrowest: float = 0.0
    least: float = 0.0
    most: float = 0.0  # in points; none if 0
    area: float = 0.0  # the most of its ground, in square points; none if 0
    grow: float = 0.0
    kind: str = ""
    ground: Ground = ""
    ruled: bool = False
    inset: float = 0.0  # what stands in it stands in by this from its sides, in points
    hugs: bool = False  # the ground is as wide as the words
    across: float = 0.0  # its own width at the right of rows, in points
    on_lines: bool = False  # too narrow if each of its texts takes more than a line
    otherwise: Column | None = None  # the form that it has where this one is too narrow

    def form(self, width: float, size: float) -> Column:
        """Return the form that it is set in: the first whose parts have room."""
        column = self
        while column.otherwise and column._is_crowded(width, size):
            column = column.otherwise
        return column

    def _is_crowded(self, width: float, size: float) -> bool:
        """Return whether a text has no room in it, or it is higher than its most."""
        room = self.room(width, size)[1]
        texts = [row for row in self.rows if isinstance(row, (Paragraph, Column))]
        lines = [row for row in texts if isinstance(row, Paragraph)] if self.on_lines else []
        long = len(lines) > 1 and all(r.shaped.width * r.size.at(size) > room for r in lines)
        if long or any(row.lacks_room(room, size) for row in texts):
            return True
        high = self._own_height(width, size) if self.most or self.area else 0.0
        return 0.0 < self.most < high or 0.0 < self.area < (width + 2 * JUT) * high

    def lacks_room(self, width: float, size: float) -> bool:
        """Return whether it is too narrow or too low for what is in it, in any of its forms."""
        last = self.form(width, size)
        return not last.otherwise and last._is_crowded(width, size)

    def room(self, width: float, size: float) -> tuple[float, float]:
        """Return where the rows begin and how wide they are."""
        beside = _across(self.right, size) + self.right_gap if self.right else 0.0
        free = width - beside - 2 * self.inset
        x = self._left(free, size) + self.left_gap if self.left else 0.0
        return self.inset + x, max(free - x, self.narrowest)

    def _left(self, free: float, size: float) -> float:
        """Return the width of the mark, where it and the rows share ``free`` points."""
        mark = self.left
        if mark is None or not mark.least:
            return mark.across if mark else 0.0
        needed = max([r.needs(size) for r in self.rows if isinstance(r, Paragraph)], default=0.0)
        return min(mark.across, max(free - self.left_gap - needed, mark.least))

    def words_width(self, width: float, size: float) -> float:
        """Return how wide the widest text of the rows is in ``width`` points; all, over lines."""
        texts = [row for row in self.rows if isinstance(row, Paragraph)]
        wide = [min(t.shaped.width * t.points(width, size), width) for t in texts]
        return max(wide, default=width)

    def _heights(self, width: float, size: float) -> list[float]:
        return [row.height(width, size) for row in self.rows]

    def height(self, width: float, size: float) -> float:
        """Return the column's height at a body size, in points."""
        return self.form(width, size)._own_height(width, size)

    def _own_height(self, width: float, size: float) -> float:
        return max(sum(self._heights(self.room(width, size)[1], size)), self._least(size))

    def _least(self, size: float) -> float:
        """Return its least height: its own, or that of a column at the right of its rows."""
        beside = self.right
        high = beside.height(beside.across, size) if isinstance(beside, Column) else 0.0
        return max(self.least, high)

    def places(self, width: float, size: float, rest: float = 0.0) -> tuple[float, list[Placed]]:
        """Return the column's height with ``rest`` more points, and what stands in it, as read.

        A column of several forms is asked in the one it is set in.
        """
        x, inner = self.room(width, size)
        mark = x - self.inset - self.left_gap if self.left else 0.0
        heights = self._heights(inner, size)
        whole, y = sum(heights), 0.0
        spare = max(whole, self._least(size)) + rest - whole
        taker = next((row for row in self.rows if isinstance(row, Figure) and row.takes), None)
        taken = min(spare, taker.takes) if taker else 0.0
        found: list[Placed] = [(self.left, self.inset, 0.0, mark, 0.0)] if self.left else []
        first = None  # the upper edge of the first text
        for row, own in zip(self.rows, heights, strict=True):
            if first is None and isinstance(row, Paragraph):
                first = y
            more = (spare - taken) * row.grow + (taken if row is taker else 0.0)
            found.append((row, x, y, inner, more))
            y += own + more
        if self.right:
            across, edge, more = _across(self.right, size), first or 0.0, 0.0
            if not isinstance(self.right, Paragraph):
                high = self.right.height(across, size)
                more = 0.0 if high else whole + spare
                edge = (whole + spare - high - more) / 2
            found.append((self.right, width - self.inset - across, edge, across, more))
        return whole + spare, found


def _across(beside: Figure | Paragraph | Column, size: float) -> float:
    """Return the width of what stands beside rows, in points; a text is one line."""
    if isinstance(beside, Paragraph):
        return beside.shaped.width * beside.size.at(size)
    return beside.across


@dataclass(frozen=True, slots=True)
class Cells:
    """Columns side by side, as many as have room, and of equal number in each row but the last.

    Where no two have room beside each other, or there is one alone, its ``lines`` stand there.
    """

    cells: tuple[Column, ...]
    lines: tuple[Paragraph, ...]
    grow: float = 0.0

    def across(self, width: float, size: float) -> int:
        """Return how many cells stand beside each other; 0 where lines do."""
        for most in range(CELLS_MOST, 1, -1):
            count = -(-len(self.cells) // -(-len(self.cells) // most))
            if count > 1 and self._have_room(cell_width(width, count), size):
                return count
        return 0

    def _have_room(self, width: float, size: float) -> bool:
        texts = [row for cell in self.cells for row in cell.rows if isinstance(row, Paragraph)]
        words = max(text.shaped.widest_word * text.size.at(size) for text in texts)
        return width >= max(CELL_LEAST * size, words)

    def placed(self, width: float, size: float) -> list[Placed]:
        """Return what is set, as read, each at its place."""
        count, y = self.across(width, size), 0.0
        if not count:
            found: list[Placed] = []
            for line in self.lines:
                found.append((line, 0.0, y, width, 0.0))
                y += line.height(width, size)
            return found
        own, found = cell_width(width, count), []
        for start in range(0, len(self.cells), count):
            row = self.cells[start : start + count]
            found += [(cell, at * (own + CELL_GAP), y, own, 0.0) for at, cell in enumerate(row)]
            y += max(cell.height(own, size) for cell in row) + CELLS_BELOW * size
        return found

    def height(self, width: float, size: float) -> float:
        """Return their height in points."""
        return max(y + row.height(wide, size) for row, _, y, wide, _ in self.placed(width, size))


def cell_width(width: float, count: int) -> float:
    """Return the width of each of so many cells beside each other, in points."""
    return (width - (count - 1) * CELL_GAP) / count


Row = Length | Paragraph | Figure | Stroke | Column | Cells
Placed = tuple[Row, float, float, float, float]
"""A row at its place, in points: its left and upper edge from the column's, the latter downward,
its width, and what it grows by."""


KNOWN_PARTS, KNOWN_SIZES = 64, 256
"""How many parts a process remembers, which the handouts of a clinic share, each in how many."""


@remember(KNOWN_PARTS)
def _heights_of(part: Column) -> dict[tuple[float, float], float]:
    """Return a part's heights by width and body size; columns in a mere pile are known apart."""
    if part != Column(part.rows):
        return known(lambda at: part.height(*at), KNOWN_SIZES)
    rows = [(row, _heights_of(row) if isinstance(row, Column) else None) for row in part.rows]
    return known(
        lambda at: sum([r.height(*at) if own is None else own[at] for r, own in rows]), KNOWN_SIZES
    )


@dataclass(frozen=True, slots=True)
class Furniture:
    """What stands in the frames beside the text, by what frames hold; measured once a size.

    What has no part takes nothing. ``grows`` names what may grow to fill its frame.
    """

    parts: dict[str, Column] = field(default_factory=dict)
    grows: tuple[str, ...] = ()
    known: dict[str, dict[tuple[float, float], float]] = field(default_factory=dict)

    def height(self, name: str, width: float, size: float) -> float:
        """Return the height of a part at a width and a body size, in points."""
        part = self.parts.get(name)
        if part and name not in self.known:
            self.known[name] = _heights_of(part)
        return self.known[name][width, size] if part else 0.0

    def head(self, frame: Frame, size: float) -> float:
        """Return the height of what stands at a frame's head, in points."""
        return self._held(HEADS, frame, size)

    def foot(self, frame: Frame, size: float) -> float:
        """Return the height of what stands at a frame's foot, the space above it included."""
        return self._held(FEET, frame, size)

    def column_foot(self, frame: Frame, size: float, width: float) -> float:
        """Return the height of what stands at the foot of the last of a frame's two columns.

        It is 0 if that stands across the frame: where it takes less room so, or where it is higher
        than `COLUMN_SHARE` of the column.
        """
        if IN_COLUMN not in self.parts or FEET[0] not in frame.holds:
            return 0.0
        high, across = self.height(IN_COLUMN, width, size), self.foot(frame, size)
        most = min(2 * across, COLUMN_SHARE * (frame.top - frame.bottom))
        return high if high <= most else 0.0

    def _held(self, names: tuple[str, ...], frame: Frame, size: float) -> float:
        return sum([self.height(name, frame.width, size) for name in names if name in frame.holds])
