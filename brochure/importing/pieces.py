"""What every reader makes of a document: lines, tables and pictures in order, and what is left out.

``line`` is the place in the document, counted from 1: a line of a text, a paragraph of a Word file.
"""

from __future__ import annotations

from brochure._startup.records import dataclass
from brochure.model import ContentError, Problem

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal, TypeAlias

    Role = Literal[
        "title", "subtitle", "heading", "text", "bullet", "number", "box", "quote", "more"
    ]
    """What a line is, as far as the document says so; "text" may turn out to be any of them.

    "more" goes on with the item above it.
    """
    Shift = Literal["", "sub", "sup"]


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one style; ``href`` is where they link to, ``shift`` whether lowered or raised.

    ``fact`` says that the words stand for a fact of the clinic, such as ``{phone}``.
    """

    text: str
    bold: bool = False
    italic: bool = False
    href: str = ""
    shift: Shift = ""
    fact: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph, a heading or a list item.

    ``level`` is that of a heading from 1 on, or how deep a list item is nested, from 0. ``number``
    is the one that a numbered item shows. ``size`` is that of its type in points, 0 if not known.
    """

    runs: tuple[Run, ...]
    role: Role = "text"
    level: int = 0
    number: int = 0
    size: float = 0.0
    line: int = 0

    @property
    def words(self) -> str:
        """The words alone, with single spaces."""
        return " ".join("".join([run.text for run in self.runs]).split())

    @property
    def bold(self) -> bool:
        """Whether every word is bold."""
        return bool(self.words) and all(run.bold for run in self.runs if run.text.strip())


Cell = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells, the first of them the names of the columns if ``headed``."""

    rows: tuple[tuple[Cell, ...], ...]
    headed: bool = False
    line: int = 0


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture's name, what it shows and the words under it, as far as the document says so."""

    name: str
    alt: str = ""
    line: int = 0
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """One thing that is left out, or came otherwise if not ``left``; ``words`` are its first."""

    what: str
    words: str = ""
    line: int = 0
    left: bool = True


if TYPE_CHECKING:
    Piece: TypeAlias = Line | Table | Picture | Told


@dataclass(frozen=True, slots=True)
class Document:
    """A document as read: its pieces in order, and what it says of itself.

    ``unit`` is what ``line`` counts: "line" or "paragraph".
    """

    pieces: tuple[Piece, ...]
    title: str = ""
    language: str = ""
    unit: str = "line"


def refusal(name: str, message: str, hint: str) -> ContentError:
    """Return the error that a document cannot be taken."""
    return ContentError([Problem(name, 0, 0, "error", message, hint)])
