"""Edits as a page asks for them: JSON to the records of `editing`, each part judged."""

from __future__ import annotations

from brochure.desk.exchange import AskError
from brochure.editing.edits import (
    Delete,
    Edit,
    Insert,
    Move,
    Put,
    Replace,
    SetText,
    ToBody,
    edited,
)
from brochure.editing.places import EditError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from brochure.editing.places import Path

BREAKS = str.maketrans(
    {
        **dict.fromkeys("\r\v\f\x85\u2028\u2029", "\n"),
        "\ufeff": None,
    }
)
"""Signs for the end of a line that pasted words bring along, and one that draws nothing."""
MOST_EDITS = 500
DEEPEST = 12
KINDS: dict[str, tuple[type[Any], tuple[str, ...]]] = {
    "set": (SetText, ("path", "text")),
    "put": (Put, ("path", "key", "value")),
    "insert": (Insert, ("path", "index", "value")),
    "replace": (Replace, ("path", "value")),
    "delete": (Delete, ("path",)),
    "move": (Move, ("path", "index", "to")),
    "body": (ToBody, ("path",)),
}
"""The edits by the word that a page has for each, and what each says."""


def edits_of(asked: object) -> list[Edit]:
    """Return the edits that a request lists; raise AskError if one is not as it should be."""
    if not isinstance(asked, list) or len(asked) > MOST_EDITS:
        raise AskError(400, "bad-request")
    return [_edit(each) for each in asked]


def _edit(asked: object) -> Edit:
    word = asked.get("edit") if isinstance(asked, dict) else None
    kind, names = KINDS.get(word, (None, ())) if isinstance(word, str) else (None, ())
    if kind is None or not isinstance(asked, dict):
        raise AskError(400, "bad-request")
    try:
        values = [PARTS[name](asked[name]) for name in names]
    except (KeyError, TypeError, ValueError):
        raise AskError(400, "bad-request") from None
    return kind(*values)  # type: ignore[no-any-return]


def _path(asked: object) -> Path:
    if not isinstance(asked, list) or len(asked) > DEEPEST:
        raise TypeError
    if any(type(step) not in (str, int) for step in asked):
        raise TypeError
    return tuple(asked)


def _words(asked: object) -> str:
    if not isinstance(asked, str):
        raise TypeError
    return asked.replace("\r\n", "\n").translate(BREAKS)


def _number(asked: object) -> int:
    if type(asked) is not int:
        raise TypeError
    return asked


def _value(asked: object, depth: int = 0) -> Any:
    """Return texts, lists and mappings of texts; numbers are texts here."""
    if depth > DEEPEST:
        raise TypeError
    if isinstance(asked, list) and asked:
        return [_value(each, depth + 1) for each in asked]
    if isinstance(asked, dict) and asked:
        return {_words(key): _value(each, depth + 1) for key, each in asked.items()}
    return _words(asked)


PARTS = {
    "path": _path,
    "key": _words,
    "text": _words,
    "value": _value,
    "index": _number,
    "to": _number,
}


def with_edits(text: str, asked: object) -> str:
    """Return a text with the edits of a request; AskError 422 if one cannot be made."""
    try:
        return edited(text, edits_of(asked))
    except EditError as error:
        raise AskError(422, "cannot-edit", why=str(error)) from None
