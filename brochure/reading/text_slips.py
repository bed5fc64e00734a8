"""What stands where a text belongs and is none, or not all of it, told with what was meant."""

from __future__ import annotations

from collections.abc import Iterator

from brochure.language.messages import in_quotes, short, typed, uncurled
from brochure.model import Fix
from brochure.reading.faults import Fault
from brochure.reading.line_faults import Told
from brochure.reading.yaml_nodes import Mapping, Node, Scalar, Sequence
from brochure.reading.yaml_reader import Marked

NOT_A_LIST = {"closing": "Type all that the section says as items of `body:`, in any order."}
"""What to do with a list where a key takes one text."""
_JOIN = "Join the items into one text."


def _at(node: Node, message: str, hint: str = "") -> Told:
    return Told(node.line, node.column, message, hint)


def typed_at(node: Node, marked: Marked) -> str:
    """Return the source line from a node on, shortened."""
    rows = marked.lines
    return short(rows[node.line - 1][node.column - 1 :].strip()) if rows else ""


def straightened(node: Scalar) -> Iterator[Told]:
    """Take curly quotes around a whole text for the quotes of YAML, and tell."""
    inner = uncurled(node.text)
    if inner is None:
        return
    from brochure.reading.hints import quote_it

    message = "the curly quotes around this text are taken as plain ones and not printed"
    hint = quote_it(inner, "Type straight quotes")
    fix = None
    if node.end_line == node.line:
        place = node.line, node.column, node.line, node.end_column
        fix = Fix(*place, in_quotes(inner), sure=True)
    yield Told(node.line, node.column, message, hint, "warning", fix)
    node.text = inner


def nothing(node: Scalar, name: str, marked: Marked) -> Told:
    """Tell that a text is missing; a ``#`` may have hidden it."""
    from brochure.reading.hints import for_nothing, quote_it

    cut = marked.after(node).strip().partition(" #")[0].rstrip()
    what = f"nothing follows `{name}:`" if name else "this list item is empty"
    fix = None
    if cut.startswith("#") and len(cut) > 1 and cut[1] not in " #":
        hint = quote_it(cut, f"YAML takes `{short(cut)}` for a note. Put it in quotes")
        start = marked.lines[node.end_line - 1].find(cut) + 1
        place = node.end_line, start, node.end_line, start + len(cut)
        fix = Fix(*place, in_quotes(cut))
    elif node.text == "~":
        hint = 'A ~ alone means "nothing" in YAML; put it in quotes to print it.'
    else:
        hint = for_nothing(name)
    return Told(node.line, node.column, what, hint, fix=fix)


# ------------------------------------------------------- a list in a text


def swallowed(node: Scalar, marked: Marked) -> Told | None:
    """Tell of a list that runs on in the text above it, for lack of a colon or a space."""
    for row in range(node.line, node.end_line):
        if marked.lines[row].lstrip().startswith("- "):
            return _tight_dash(node, marked) or _run_on(node, row, marked)
    return None


def _run_on(node: Scalar, row: int, marked: Marked) -> Told:
    line, above = marked.lines[row], marked.lines[node.line - 1]
    first = short(above[node.column - 1 :].strip())
    column = len(line) - len(line.lstrip()) + 1
    hint = f"If a list belongs under it, type a colon: `- {first}:`"
    message = f"this list item would be joined to the text above it, `{first}`"
    lead = len(above) - len(above.lstrip())
    fix = None
    if above.lstrip().startswith("- ") and lead + 1 < column:
        start = f"Start it in column {lead + 1}, right below the item above it"
        hint = f"{start}. {hint}"
        fix = Fix(row + 1, 1, row + 1, column, " " * lead)
    elif not above.lstrip().startswith("- "):
        hint = f"Type the list under a key such as `bullets:`, below `{first}`."
    return Told(row + 1, column, message, hint, fix=fix)


def _tight_dash(node: Scalar, marked: Marked) -> Told | None:
    """Tell of a first item whose dash has no space, so that it swallows the next."""
    line = marked.lines[node.line - 1].lstrip()
    words = line[1:]
    if line[:1] != "-" or words[:1] in ("", " ", "-"):
        return None
    column = marked.lines[node.line - 1].index("-") + 1
    message = "there is no space after the dash of this list item"
    fix = Fix(node.line, column, node.line, column + 1, "- ", sure=not words[0].isdigit())
    hint = f"Type a space: `- {short(words.strip())}`"
    return Told(node.line, column, message, hint, fix=fix)


# ------------------------------------------- a list or keys in place of a text


def not_a_text(node: Sequence | Mapping, name: str, marked: Marked) -> Iterator[Told]:
    """Tell that a list or a mapping stands where a text belongs, and what was meant."""
    here = typed_at(node, marked)
    known = one_text(node, f"`{name}`", marked) if name in ("tip", "quote", "by") else None
    if known:
        yield known
    elif node.flow:
        message = f"a text cannot start with `{here[:1]}` unless it is in quotes"
        yield _in_brackets(node, marked) or _in_quotes(node, message, marked)
    elif here.startswith("? "):
        yield _in_quotes(node, "a text cannot start with `? ` unless it is in quotes", marked)
    elif isinstance(node, Mapping) and _lost_dash(node):
        from brochure.reading.block_slips import second_head

        yield from (Told(key.line, key.column, *second_head(key)) for key, _ in node.pairs[1:])
    elif isinstance(node, Mapping) and node.pairs and name in LINES:
        rows = [f"  - {in_quotes(row)}" for row in _as_lines(node)]
        message = f"the colons of these lines make them keys; `{name}` takes its lines as a list"
        yield _at(node, message, "\n".join(["Type:", f"{name}:", *rows]))
    elif isinstance(node, Mapping) and node.pairs:
        key = short(node.pairs[0][0].text)
        message = f"the colon after `{key}` makes it a key; a text belongs here"
        yield _in_quotes(node, message, marked)
    elif isinstance(node, Sequence) and here.startswith("- ") and not name:
        message, hint = "this list item has two dashes", f"Type one: `{short(here)}`"
        yield _at(node, message, hint)
    else:
        what = f"`{name}`" if name else "a list item"
        yield _at(node, f"{what} takes one text, not a list", NOT_A_LIST.get(name, _JOIN))


LINES = ("hours", "address")
"""Keys that keep their lines."""


def _as_lines(node: Mapping) -> Iterator[str]:
    """Yield the lines that a mapping was typed as."""
    for key, value in node.pairs:
        words = value.text.strip() if isinstance(value, Scalar) else ""
        yield short(f"{key.text}: {words}".strip())


def one_text(node: Sequence | Mapping, what: str, marked: Marked) -> Told | None:
    """Tell of a list or keys where a block takes its words alone, with what to type."""
    from brochure.reading import block_slips

    found = _in_brackets(node, marked) if node.flow else None
    told = None if found else block_slips.one_text(node, what)
    return _at(node, *told) if told else found


def _in_brackets(node: Sequence | Mapping, marked: Marked) -> Told | None:
    """Tell of a text of a list in brackets that YAML takes for keys or a list of its own."""
    from brochure.reading.hints import value_of
    from brochure.reading.yaml_flow import in_brackets

    rows, row = marked.lines, node.line - 1
    found = None if value_of(rows[row])[0] == node.column - 1 else in_brackets(rows, row)
    if found is None:
        return None
    told = found.problem(marked.file, rows)
    return Told(told.line, told.column, told.message, told.hint, fix=told.fix)


def _in_quotes(node: Sequence | Mapping, message: str, marked: Marked) -> Told:
    """Tell of a text that YAML takes for keys or a list, with the whole of it in quotes."""
    from brochure.reading.block_slips import own_text
    from brochure.reading.hints import quote_it

    return _at(node, message, quote_it(own_text(marked.lines, node)))


def _lost_dash(node: Mapping) -> bool:
    """Return whether keys are the heads of lists in one item, of which the second lost its dash."""
    return len(node.pairs) > 1 and all(isinstance(value, Sequence) for _, value in node.pairs)


# ----------------------------------------------------- faults within a text


def placed(fault: Fault, node: Scalar, marked: Marked) -> Told:
    """Tell of a fault of a text's words where they stand in the file."""
    line, column = _found(fault.needle, node, marked)
    fix = _whole(node, fault) if fault.whole else _piece(line, column, fault, marked)
    return Told(line, column, fault.message, fault.hint, fault.level, fix)


def _found(needle: str, node: Scalar, marked: Marked) -> tuple[int, int]:
    """Return line and column of a fault: where its needle first stands in the node's lines."""
    for row in range(node.line - 1, min(node.end_line, len(marked.lines))):
        start = node.column - 1 if row == node.line - 1 else 0
        at = marked.lines[row].find(needle, start)
        if at >= 0:
            return row + 1, at + 1
    return node.line, node.column


def _whole(node: Scalar, fault: Fault) -> Fix | None:
    """Return what to type for a whole text of one line."""
    if fault.becomes is None or node.end_line != node.line or node.style in ("|", ">"):
        return None
    words = typed(fault.becomes) if not node.style else in_quotes(fault.becomes)
    return Fix(node.line, node.column, node.line, node.end_column, words)


def _piece(line: int, column: int, fault: Fault, marked: Marked) -> Fix | None:
    """Return what to type for a fault's needle, where the line has it as it is."""
    rows = marked.lines
    here = rows[line - 1][column - 1 :] if line <= len(rows) else ""
    if fault.becomes is None or not here.startswith(fault.needle):
        return None
    end = column + len(fault.needle)
    return Fix(line, column, line, end, fault.becomes, sure=fault.level == "hint")
