"""Lists, keys and texts where something else belongs, and blocks inside of lists: what to type.

Loaded only after a fault.
"""

from __future__ import annotations

import re

from brochure.language.messages import in_quotes, short, typed
from brochure.model import Fix
from brochure.reading.hints import TYPED_WHOLE, for_no_items, joined
from brochure.reading.list_signs import COUNTED, sign_of
from brochure.reading.typed_lines import cell
from brochure.reading.yaml_flow import end_of
from brochure.reading.yaml_nodes import Mapping, Node, Scalar, Sequence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from brochure.model.choices import Level

LINE = re.compile(r"[\s:/|]*(?:_{2,}|\.{4,}|…{2,}|[-–—―─⎯]{3,})[\s:/|]*")
"""A line to write on, as it is typed, with the signs about it."""
DASHES = "•◦▪·–—‣"
UNIT = 12
"""The most characters behind a line that are the unit of what is written on it."""
THE_WORDS = ("text", "label", "name", "words", "title", "item", "question", "field")
"""Keys of the words of a block, where it takes the words alone."""
THE_UNIT = ("unit", "units", "in")


Said = tuple[str, str]
"""A message and its hint."""


def one_text(node: Sequence | Mapping, what: str) -> Said | None:
    """Return what to say of a list or keys where one text belongs; None if they hold no text."""
    alone = isinstance(node, Sequence) and len(node.items) < 2
    words = "" if alone else _joined(node)
    if not words or len(words) > TYPED_WHOLE:
        return None
    kind = "a list" if isinstance(node, Sequence) else "keys"
    shown = typed(words) if set(words).isdisjoint(",[]{}") else in_quotes(words)
    return f"{what} is one text, not {kind}", f"Type the words alone: `{shown}`"


def _joined(node: Node) -> str:
    """Return the words of a list or of keys as one text; "" where something is missing."""
    if isinstance(node, Scalar):
        return node.text.strip()
    if isinstance(node, Sequence):
        parts = [_joined(each) for each in node.items]
        return ", ".join(parts) if all(parts) else ""
    found = {key.text.strip(): _joined(value) for key, value in node.pairs}
    if not all(found.values()):
        return ""
    words = next((found.pop(key) for key in THE_WORDS if key in found), "")
    unit = next((found.pop(key) for key in THE_UNIT if key in found), "")
    rest = [f"{key}: {value}" for key, value in found.items()]
    return ", ".join(filter(None, [f"{words} ({unit})" if unit else words, *rest]))


def in_a_list(key: Scalar, value: Node, line: str) -> Said:
    """Return what to say of a block of `body:` that is an item of a list, typed in a line."""
    word = short(key.text)
    message = f"`{word}:` in a list would be printed as a word"
    items = isinstance(value, Sequence) and not value.flow
    hint = f"Type it as an item of the section's `body:`: `- {line}`"
    if items and word in ("bullets", "steps", "checklist", "text", "items"):
        hint = (
            f"Delete `{word}:`, and start its items further right than the item above, which ends"
            " in a colon. Or make it a list of its own, an item of the section's"
            f" `body:`: `- {word}:`"
        )
    return message, hint


def drawn(label_and_line: str) -> str:
    """Return what to type in place of a label with a line to write on."""
    start, *rest = LINE.split(label_and_line)
    parts = [part.strip() for part in rest]
    label = start.strip()
    hint = "Type what is to be written on it, such as `- Next visit`"
    if label and len(parts) == 1 and 0 < len(parts[0]) <= UNIT:
        hint = f"Type the label: {typed(f'{label} ({parts[0]})')}"
    elif label and any(parts):
        shown = ", ".join(typed(each) for each in [label, *parts] if each)
        hint = f"Type a label for each line: [{shown}]"
    elif label or any(parts):
        hint = f"Type the label: {typed(label or next(filter(None, parts)))}"
    return hint


def text_for_list(node: Scalar, name: str, row: str) -> Said:
    """Return what to say of a text where a list belongs: mostly its dashes are not YAML's."""
    start = node.text[:1]
    hint = "Type each item on a line of its own that starts with a dash and a space: `- `"
    message = f"`{name}` takes a list, not one text"
    if name == "sections":
        hint = for_no_items(name)
    sign = sign_of(node.text)
    if start == "-" and not node.style:
        message = f"there is no space after the dashes of the list `{name}`"
    elif sign and sign.kind in COUNTED:
        words = short(short(row[node.column - 1 :].strip()).removeprefix(sign.mark).strip())
        message = f"the items of `{name}` must start with `- `, not with numbers"
        hint = f"Type a numbered list under `steps:`, each item with a dash: `- {words}`"
    elif start in DASHES and start:
        message = f"the items of `{name}` must start with `- `, not with `{start}`"
    return message, hint


def own_text(rows: list[str], node: Sequence | Mapping) -> str:
    """Return the text of a file's rows that YAML takes for a list or keys."""
    first, end = rows[node.line - 1][node.column - 1 :], node.line
    if node.flow and (stop := end_of(first)):
        return first[:stop]
    while end < len(rows) and rows[end].strip() and _lead(rows[end]) + 1 >= node.column:
        end += 1
    return joined([first, *rows[node.line : end]])


def _lead(row: str) -> int:
    return len(row) - len(row.lstrip())


def second_head(key: Scalar) -> tuple[str, str, Level, Fix]:
    """Return what to say of the second head of a list in one item, whose dash is gone."""
    message = f"`{short(key.text)}:` is a second head in one list item; its dash is missing"
    place = key.line, max(key.column - 2, 1), key.line, key.column
    return message, f"Type a dash before it: `- {short(key.text)}:`", "error", Fix(*place, "- ")


def as_row(cells: list[str]) -> str:
    """Return a row of a table as it is typed."""
    return f"[{', '.join(map(cell, cells))}]"


def cells_of(node: Node) -> list[str]:
    """Return the cells of a row that is not typed as a list; none if it is one text."""
    if isinstance(node, Mapping):
        if len(node.pairs) == 1 and isinstance(node.pairs[0][1], Scalar):
            return [node.pairs[0][0].text, node.pairs[0][1].text]
        return [value.text for _, value in node.pairs if isinstance(value, Scalar)]
    if not isinstance(node, Scalar):
        return []
    words = node.text.strip("| ")
    for sign in (r"\|", r"\t+", r"\s{2,}", r"[;,]\s"):
        parts = [part.strip() for part in re.split(sign, words)]
        if len(parts) > 1:
            return parts
    return []
