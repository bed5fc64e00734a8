"""The columns and rows of a table: each row with a cell for every column."""

from __future__ import annotations

from brochure.language.messages import counted
from brochure.model import Table, TableRow, Text
from brochure.reading.field_reader import Reader
from brochure.reading.schema import MOST_COLUMNS, Field
from brochure.reading.yaml_nodes import Mapping, Node, Scalar, Sequence

NOTHING = ("", "-", "–", "—", "~")
"""What is typed into a cell that says nothing."""


def columns(reader: Reader, node: Node, field: Field) -> tuple[Text, ...] | None:
    """Return the heads of a table's columns, two to five; else note what is wrong."""
    nodes = reader.listed(node, field.name)
    if nodes is None:
        return None
    if not 2 <= len(nodes) <= MOST_COLUMNS:
        count = f"this table has {counted(len(nodes), 'column')}"
        count += f"; two to {MOST_COLUMNS} have room on a page"
        few = "Type a list as `- bullets:` in its place."
        many = "Make two tables of it, or leave columns out."
        reader.say(node, count, few if len(nodes) < 2 else many)
        return None
    heads = [_head(reader, at, each) for at, each in enumerate(nodes, 1)]
    return tuple([head for head in heads if head]) if all(heads) else None


def _head(reader: Reader, at: int, node: Node) -> Text | None:
    """Return the head of a column; one that says nothing is noted."""
    if isinstance(node, Scalar) and node.text.strip() in NOTHING:
        hint = "Type what its cells are, such as `Day` or `Medicine`."
        reader.say(node, f"the head of column {at} is empty", hint)
        return None
    return _cell(reader, node)


def rows(reader: Reader, node: Node, field: Field) -> tuple[TableRow, ...] | None:
    """Return the rows of a table, those that are no lists of cells noted."""
    nodes = reader.listed(node, field.name)
    found = [_row(reader, each) for each in nodes or () if reader.counted(each)]
    return tuple([row for row in found if row])


def table(reader: Reader, node: Node, field: Field) -> Table | None:
    """Return a table, if each row has a cell for every column."""
    values = reader.mapping(node, field.fields, "`table`") or {}
    heads, found = values.get("columns"), values.get("rows")
    if not heads or not found or not isinstance(node, Mapping):
        return None
    typed = next(value for key, value in node.pairs if key.text == "rows")
    for row in typed.items if isinstance(typed, Sequence) else ():
        _counted(reader, row, len(heads))
    return Table(heads, found)


def _counted(reader: Reader, row: Node, heads: int) -> None:
    """Note a row that has more or fewer cells than the table has columns."""
    cells = len(row.items) if isinstance(row, Sequence) else 0
    if cells and cells != heads:
        what = f"this row has {cells} cell{'s' * (cells > 1)}, the table {heads} columns"
        hint = 'Type a cell for each column; "" is one that says nothing.'
        if cells > heads:
            hint = 'Put a cell that has a comma in it in quotes: ["10, 20", "30"]'
        reader.say(row, what, hint)


def _row(reader: Reader, node: Node) -> TableRow | None:
    if not isinstance(node, Sequence):
        from brochure.reading.block_slips import as_row, cells_of

        shown = as_row(cells_of(node) or ["Sampril 10 mg", "1 pill", "1 pill"])
        hint = f"Type a row as a list of its cells: `- {shown}`"
        reader.say(node, "a row of a table is a list of cells", hint)
        return None
    if not node.items:
        reader.say(node, "this row of a table is empty", "Type its cells, or delete the row.")
    cells = [_cell(reader, each) for each in node.items]
    return TableRow(tuple([cell for cell in cells if cell])) if all(cells) and cells else None


def _cell(reader: Reader, node: Node) -> Text | None:
    """Return a cell; one that says nothing has no words."""
    if isinstance(node, Scalar) and node.text.strip() in NOTHING:
        return Text((), node.line, node.column, reader.file)
    if isinstance(node, Sequence | Mapping) and reader.one_text(node, "a cell"):
        return None
    return reader.text(node, "")
