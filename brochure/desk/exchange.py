"""What is asked of the desk and what it answers, with no web server's names in it."""

from __future__ import annotations

import json

from brochure._startup.records import dataclass, field, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from brochure.model.choices import DeskRights

JSON = "application/json"
HTML = "text/html; charset=utf-8"
TEXT = "text/plain; charset=utf-8"
PDF = "application/pdf"


@dataclass(frozen=True, slots=True)
class Ask:
    """A request: names of headers in small letters, each as often as it was sent."""

    method: str
    path: str
    headers: tuple[tuple[str, str], ...] = ()
    query: dict[str, str] = field(default_factory=dict)
    body: bytes = b""
    address: str = ""  # of who asks
    parts: dict[str, str] = field(default_factory=dict)  # what the route leaves open
    rights: DeskRights = ""

    def header(self, name: str) -> str:
        """Return the last value of a header; "" if it was not sent."""
        return next((value for key, value in reversed(self.headers) if key == name), "")

    def cookie(self, name: str) -> str:
        """Return the value of a cookie; "" if it was not sent."""
        pairs = (each.strip().partition("=") for each in self.header("cookie").split(";"))
        return next((value for key, _, value in pairs if key == name), "")

    def json(self) -> dict[str, Any]:
        """Return the mapping that the body holds; raise AskError if it holds none."""
        try:
            found = json.loads(self.body or b"{}")
        except (ValueError, RecursionError):
            found = None
        if not isinstance(found, dict):
            raise AskError(400, "bad-request")
        return found


@dataclass(frozen=True, slots=True)
class Answer:
    """What goes back: a status, bytes of a kind, and further headers."""

    status: int = 200
    body: bytes = b""
    kind: str = JSON
    headers: tuple[tuple[str, str], ...] = ()
    keep: str = "no-store"  # Cache-Control

    def with_header(self, name: str, value: str) -> Answer:
        """Return the answer with one header more."""
        return replace(self, headers=(*self.headers, (name, value)))


class AskError(Exception):
    """A request that cannot be met: its status, and the key of its words in `words`."""

    def __init__(self, status: int, key: str, **facts: object) -> None:
        """Keep what is said of it."""
        super().__init__(key)
        self.status = status
        self.key = key
        self.facts = facts


def said(value: object, status: int = 200) -> Answer:
    """Return an answer in JSON."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return Answer(status, text.encode("utf-8", "replace"), JSON)


def file_answer(data: bytes, kind: str, name: str, *, save: bool) -> Answer:
    """Return a file, to be shown or saved; its name is one of `editions.slug`, all ASCII."""
    how = "attachment" if save else "inline"
    safe = "".join(c if (c.isalnum() and c.isascii()) or c in "-_." else "-" for c in name)
    return Answer(200, data, kind, (("Content-Disposition", f'{how}; filename="{safe}"'),))
