"""A content file as a form: its fields in reading order, each with its path and its place.

The form follows the file: what it does not know stays in the file, and is named.
"""

from __future__ import annotations

from collections.abc import Iterator

from brochure.editing.places import Path
from brochure.reading.schema import BLOCKS, HANDOUT, Field
from brochure.reading.yaml_nodes import Mapping, Node, Scalar, Sequence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

HEAD = ("title", "subtitle", "title_en")
TAIL = ("reviewed", "review_by")
TEXTS = ("text", "closing")
LISTS = ("bullets", "steps", "checklist", "fill")
PICTURE = ("file", "alt", "caption")
SHORT_FORM = ("text", "bullets", "steps", "closing", "image")
SHOWN = {*HEAD, *TAIL, "sections", "contact", "sources"}


def form_of(root: Node | None) -> dict[str, Any] | None:
    """Return the form of a file's tree; None where there is no tree of keys."""
    if not isinstance(root, Mapping):
        return None
    keys = {key.text: value for key, value in root.pairs}
    sections = keys.get("sections")
    parts = sections.items if isinstance(sections, Sequence) else []
    contact = keys.get("contact")
    inner = contact if isinstance(contact, Mapping) else Mapping(0, 0)
    return {
        "language": language_of(root),
        "head": [_field(root, name, ()) for name in HEAD],
        "sections": [_section(node, ("sections", at)) for at, node in enumerate(parts)],
        "contact": [_field(inner, name, ("contact",)) for name in ("heading", "text")],
        "sources": _texts(keys.get("sources"), ("sources",)),
        "tail": [_field(root, name, ()) for name in TAIL],
        "others": [
            field.name for field in HANDOUT if field.name in keys and field.name not in SHOWN
        ],
    }


def title_of(root: Node | None) -> str:
    """Return the title of a file's tree; "" if it has none."""
    return _said(root, "title")


def language_of(root: Node | None) -> str:
    """Return the language that a file's tree says; "" if it says none."""
    return _said(root, "language")


def _said(root: Node | None, name: str) -> str:
    """Return the text of a key; "" if it has none."""
    pairs = root.pairs if isinstance(root, Mapping) else []
    found = (value.text for key, value in pairs if key.text == name and isinstance(value, Scalar))
    return next(found, "")


def _field(holder: Mapping, name: str, path: Path) -> dict[str, Any]:
    """Return a field of a mapping, empty if its key is not there."""
    node = next((value for key, value in holder.pairs if key.text == name), None)
    here = (*path, name)
    if isinstance(node, Scalar):
        return {"name": name, **_text(node, here)}
    return {"name": name, "path": list(here), "text": "", "missing": node is None}


def _text(node: Scalar, path: Path) -> dict[str, Any]:
    words = node.text.rstrip("\n")
    return {"path": list(path), "text": words, "line": node.line, "column": node.column}


def _texts(node: Node | None, path: Path) -> list[dict[str, Any]]:
    """Return the texts of a key that takes one or several."""
    if isinstance(node, Scalar):
        return [_text(node, path)]
    items = node.items if isinstance(node, Sequence) else []
    return [_text(each, (*path, at)) for at, each in enumerate(items) if isinstance(each, Scalar)]


def _section(node: Node, path: Path) -> dict[str, Any]:
    if not isinstance(node, Mapping):
        return {"path": list(path), "line": node.line, "unknown": True, "blocks": []}
    keys = {key.text: value for key, value in node.pairs}
    emphasis = keys.get("emphasis")
    blocks = [block for name in SHORT_FORM for block in _short(keys.get(name), name, path)]
    body = keys.get("body")
    parts = body.items if isinstance(body, Sequence) else [body] if body else []
    for at, part in enumerate(parts):
        here = (*path, "body", at) if isinstance(body, Sequence) else (*path, "body")
        blocks.append(_block(part, here))
    return {
        "path": list(path),
        "line": node.line,
        "heading": _field(node, "heading", path),
        "emphasis": emphasis.text if isinstance(emphasis, Scalar) else "",
        "icon": _icon(keys.get("icon"), path),
        "form": "body" if body else "short",
        "blocks": blocks,
    }


def _icon(node: Node | None, path: Path) -> dict[str, Any]:
    """Return the name of a section's icon, and the mapping and the key that hold it."""
    if isinstance(node, Mapping):
        return {"holder": [*path, "icon"], "key": "name", "name": _said(node, "name")}
    name = node.text if isinstance(node, Scalar) else ""
    return {"holder": list(path), "key": "icon", "name": name}


def _short(node: Node | None, name: str, path: Path) -> Iterator[dict[str, Any]]:
    """Yield the blocks that a key of the short form stands for."""
    if node is None:
        return
    here = (*path, name)
    if name in TEXTS:
        for text in _texts(node, here):
            yield {"kind": "text", "key": name, **text}
    else:
        yield _kind(name, node, here) | {"holder": list(here)}


def _block(node: Node, path: Path) -> dict[str, Any]:
    """Return a block of a body."""
    if isinstance(node, Scalar):
        return {"kind": "text", "key": "body", **_text(node, path)}
    name = node.pairs[0][0].text if isinstance(node, Mapping) and node.pairs else ""
    if isinstance(node, Mapping) and name in KINDS:
        more = {"holder": list(path), "start": _said(node, "start")}
        return _kind(name, node.pairs[0][1], (*path, name)) | more
    return {"kind": "unknown", "name": name, "path": list(path), "line": node.line}


def _kind(name: str, node: Node, path: Path) -> dict[str, Any]:
    return {"kind": name, "path": list(path), "line": node.line, **KINDS[name](node, path)}


def _list(node: Node, path: Path) -> dict[str, Any]:
    items = node.items if isinstance(node, Sequence) else []
    return {"items": [_item(each, (*path, at)) for at, each in enumerate(items)]}


def _item(node: Node, path: Path) -> dict[str, Any]:
    """Return an item with the texts under it."""
    if isinstance(node, Scalar):
        return {**_text(node, path), "items": []}
    if isinstance(node, Mapping) and len(node.pairs) == 1:
        key, value = node.pairs[0]
        below = value.items if isinstance(value, Sequence) else []
        nested = [
            _text(each, (*path, 0, at)) for at, each in enumerate(below) if isinstance(each, Scalar)
        ]
        return {**_text(key, (*path, "")), "holder": list(path), "items": nested}
    return {"path": list(path), "text": "", "line": node.line, "unknown": True, "items": []}


def _picture(node: Node, path: Path) -> dict[str, Any]:
    holder = node if isinstance(node, Mapping) else Mapping(node.line, node.column)
    return {"fields": [_field(holder, name, path) for name in PICTURE]}


def _table(node: Node, path: Path) -> dict[str, Any]:
    keys = {k.text: v for k, v in node.pairs} if isinstance(node, Mapping) else {}
    rows = keys.get("rows")
    listed = rows.items if isinstance(rows, Sequence) else []
    cells = [_texts(row, (*path, "rows", at)) for at, row in enumerate(listed)]
    return {"columns": _texts(keys.get("columns"), (*path, "columns")), "rows": cells}


def _quote(node: Node, path: Path) -> dict[str, Any]:
    if isinstance(node, Mapping):
        return {"fields": [_field(node, name, path) for name in ("text", "by")]}
    return {"fields": [{"name": "text", **_text(node, path)}] if isinstance(node, Scalar) else []}


def _line(node: Node, path: Path) -> dict[str, Any]:
    return {"fields": [{"name": "text", **_text(node, path)}] if isinstance(node, Scalar) else []}


def blocks_known() -> list[str]:
    """Return the kinds of parts that a section may be given, by the schema."""
    return ["text", *[field.name for field in BLOCKS if field.name in KINDS]]


def icons_known() -> list[str]:
    """Return the names of the icons that a section may be given."""
    from brochure.art.icons import icon_names

    return list(icon_names())


def keys_known(fields: tuple[Field, ...] = HANDOUT) -> list[dict[str, Any]]:
    """Return the keys of a content file, each with what it is for and the keys under it."""
    return [
        {"name": field.name, "about": field.description, "keys": keys_known(field.fields)}
        for field in fields
    ]


KINDS = {
    **dict.fromkeys(LISTS, _list),
    "image": _picture,
    "table": _table,
    "quote": _quote,
    "tip": _line,
}
"""What is shown of each block of a body that has a key."""


def path_at(root: Node | None, line: int, column: int) -> list[str | int] | None:
    """Return the path of what begins at a place of the file, or nearest before it; None for none.

    A key leads to what stands under it.
    """
    found: list[str | int] | None = None
    for path, row, at in _starts(root, ()):
        if (row, at) <= (line, max(column, 1)):
            found = list(path)
    return found or None


def _starts(node: Node | None, path: Path) -> Iterator[tuple[Path, int, int]]:
    """Yield each part of a file with where it begins, in the file's order."""
    if node is None:
        return
    yield path, node.line, node.column
    if isinstance(node, Sequence):
        for at, item in enumerate(node.items):
            yield from _starts(item, (*path, at))
    elif isinstance(node, Mapping):
        nested = _is_item(node, path)
        for key, value in node.pairs:
            yield (*path, "" if nested else key.text), key.line, key.column
            yield from _starts(value, (*path, 0 if nested else key.text))


def _is_item(node: Mapping, path: Path) -> bool:
    """Return whether a mapping is an item of a list with the texts under it."""
    listed = bool(path) and len(node.pairs) == 1 and isinstance(node.pairs[0][1], Sequence)
    return listed and isinstance(path[-1], int) and node.pairs[0][0].text not in KINDS
