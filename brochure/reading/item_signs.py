"""List signs typed or pasted into the items of a list, which prints signs of its own.

Dots, dashes and numbers are taken off and told once a list. What would change the meaning is
refused: numbers under bullets, numbers that do not begin at 1, columns.
"""

from __future__ import annotations

from collections.abc import Sequence as List
from itertools import pairwise

from brochure.language.messages import short, typed
from brochure.model import Fix
from brochure.reading.line_faults import Told
from brochure.reading.list_signs import COUNTED, Sign, in_one_count, sign_of
from brochure.reading.typed_lines import Line, past_sign, table_hint, table_in
from brochure.reading.yaml_nodes import Mapping, Node, Scalar

_TICKED = frozenset("xX✓✔")


def judged_items(nodes: List[Node], rows: List[str], name: str, table: bool) -> list[Told]:
    """Return what is wrong with the signs of a list's items; signs that are told are taken off.

    ``name`` is the list's key, or empty for a list in a list. ``table`` says that wide spaces
    may be the columns of a table.
    """
    texts = [text for node in nodes if (text := _text(node))]
    signs = in_one_count([sign_of(text.text) or _blank(text.text, name) for text in texts])
    told = _table(texts, rows) if table else []
    if any(signs):
        marked = [(text, sign) for text, sign in zip(texts, signs, strict=True) if sign]
        told += _dots([pair for pair in marked if pair[1].kind in ("dot", "dash")], rows)
        boxes = [pair for pair in marked if pair[1].kind == "box"]
        told += _own_boxes(boxes, rows) if name == "checklist" else _boxes(boxes)
        counted = [pair for pair in marked if pair[1].kind in COUNTED]
        if len(counted) == len(texts):
            told += _numbers(counted, rows, name)
        elif name == "steps" and signs[0] and signs[0].number == 1:
            told.append(_lone(texts[0], signs[0]))
    return told


def _blank(text: str, name: str) -> Sign | None:
    """Return the line in front of an item of a checklist that is meant for its tick."""
    words = text.lstrip("_")
    if name != "checklist" or words == text or words[:1] != " " or not words.strip():
        return None
    return Sign("box", text[: len(text) - len(words)], words.lstrip())


def _text(node: Node) -> Scalar | None:
    """Return the text of an item: itself, or the head of a list in it."""
    if isinstance(node, Mapping) and not node.flow and len(node.pairs) == 1:
        return node.pairs[0][0]
    return node if isinstance(node, Scalar) else None


def _without(text: Scalar, sign: Sign, rows: List[str]) -> Fix | None:
    """Take a sign off a text; return the fix that does it in the file."""
    gone = len(text.text) - len(sign.words)
    head, text.text = text.text[:gone], sign.words
    start = text.column - 1 + (text.style in ("'", '"'))
    row = rows[text.line - 1] if text.line <= len(rows) else ""
    if text.style in ("|", ">") or not row.startswith(head, start):
        return None
    end, line = start + gone, text.line
    if text.style or not _needs_quotes(sign.words):
        return Fix(line, start + 1, line, end + 1, "", sure=True)
    if text.end_line != line:
        return None
    return Fix(line, start + 1, line, text.end_column, typed(sign.words), sure=True)


def _needs_quotes(words: str) -> bool:
    return typed(words) != words


def _dots(marked: List[tuple[Scalar, Sign]], rows: List[str]) -> list[Told]:
    if not marked:
        return []
    fixes = [_without(text, sign, rows) for text, sign in marked]
    text, sign = marked[0]
    message = f"this item has a list sign of its own (`{sign.mark}`), which is left out"
    if len(marked) > 1:
        message = (
            f"{len(marked)} items have a list sign of their own (`{sign.mark}`), left out here"
        )
    hint = f"The list prints its own: type `- {typed(short(sign.words))}`"
    return [Told(text.line, text.column, message, hint, "warning", fixes[0])]


def _own_boxes(marked: List[tuple[Scalar, Sign]], rows: List[str]) -> list[Told]:
    """Tell of boxes typed in a checklist, which draws its own; one that is ticked is refused."""
    ticked = next((pair for pair in marked if set(pair[1].mark) & (_TICKED | {"☑", "☒"})), None)
    if ticked:
        text, sign = ticked
        message = f"a checklist has empty boxes, and this one is ticked (`{sign.mark}`)"
        hint = f"Type the words alone: `- {typed(short(sign.words))}`"
        return [Told(text.line, text.column, message, hint)]
    return _dots(marked, rows)


def _boxes(marked: List[tuple[Scalar, Sign]]) -> list[Told]:
    """Tell of boxes typed with brackets; they become the sign for a box."""
    typed_boxes = [pair for pair in marked if pair[1].mark[0] in "[("]
    for text, sign in typed_boxes:
        box = "☑" if _TICKED & set(sign.mark) else "☐"
        text.text = f"{box} {sign.words}"
    if not typed_boxes:
        return []
    text, sign = typed_boxes[0]
    box = text.text[0]
    message = f"the brackets `{sign.mark}` are printed as a box (`{box}`) behind the list's sign"
    hint = f"Type the box itself: `- {short(text.text)}`. A list to tick off is a `checklist:`."
    return [Told(text.line, text.column, message, hint, "warning", _box_fix(text, sign, box))]


def _box_fix(text: Scalar, sign: Sign, box: str) -> Fix | None:
    if text.style not in ("'", '"'):
        return None
    start = text.column + 1
    return Fix(text.line, start, text.line, start + len(sign.mark), box, sure=True)


def _numbers(marked: List[tuple[Scalar, Sign]], rows: List[str], name: str) -> list[Told]:
    """Tell of a list whose items are all numbered by hand."""
    counts = [sign.number for _, sign in marked]
    text, sign = marked[0]
    place = text.line, text.column
    if any(b != a + 1 for a, b in pairwise(counts)) or (len(counts) == 1 and counts != [1]):
        return [_disordered(text, sign, counts)] if name == "steps" and len(counts) > 1 else []
    if name == "bullets" and len(counts) > 1:
        message = f"these bullets have numbers of their own (`{sign.mark}`)"
        words = typed(short(sign.words))
        hint = f"Type `steps:` in place of `bullets:`, and no numbers: `- {words}`"
        return [Told(*place, message, hint, fix=_as_steps(text, rows))]
    if name == "steps" and counts[0] != 1:
        message = f"the steps are numbered from {counts[0]} by hand, but the list begins at 1"
        hint = "Put them in one list with the steps before them, or type them without numbers."
        return [Told(*place, message, hint)]
    if name != "steps":
        return []
    fixes = [_without(each, its, rows) for each, its in marked]
    message = f"the steps have numbers of their own (`{sign.mark}`), which are left out"
    hint = f"The list prints them: type `- {typed(short(sign.words))}`"
    return [Told(*place, message, hint, "warning", fixes[0])]


def _disordered(text: Scalar, sign: Sign, counts: List[int]) -> Told:
    typed_so = ", ".join(map(str, counts))
    message = f"the steps have numbers of their own, in another order than the list's: {typed_so}"
    hint = f"Put them in order, without numbers: `- {typed(short(sign.words))}`"
    return Told(text.line, text.column, message, hint)


def _as_steps(text: Scalar, rows: List[str]) -> Fix | None:
    """Return the fix of the key above a list's first item."""
    above = rows[text.line - 2] if 1 < text.line <= len(rows) + 1 else ""
    at = above.find("bullets:")
    place = text.line - 1, at + 1, text.line - 1, at + len("bullets:") + 1
    return Fix(*place, "steps:") if at >= 0 and above[at:].strip() == "bullets:" else None


def _lone(text: Scalar, sign: Sign) -> Told:
    message = f"the step has a number of its own (`{sign.mark}`), and the list prints one, too"
    hint = f"If it is the step's number, type `- {typed(short(sign.words))}`"
    return Told(text.line, text.column, message, hint, "warning")


def _table(texts: List[Scalar], rows: List[str]) -> list[Told]:
    """Tell of items that are the rows of a table set with tabs or spaces."""
    lines = [_line(text, rows) for text in texts if text.line == text.end_line]
    wide = [line for line in lines if "\t" in line.words or "  " in line.words]
    plain = [past_sign(line) for line in wide if "|" not in line.words]
    table = table_in(plain) if len(wide) > 1 else None
    if not table:
        return []
    message = (
        "the columns of this table would be lost: the words between tabs or wide spaces run on"
    )
    return [Told(wide[0].row + 1, wide[0].column + 1, message, table_hint(table))]


def _line(text: Scalar, rows: List[str]) -> Line:
    row = rows[text.line - 1] if text.line <= len(rows) else ""
    words = row[text.column - 1 : text.end_column - 1].strip("\"'")
    return Line(text.line - 1, text.column - 1, words.strip(" "))
