"""Which lines are headings where a document does not say so: bold lines, questions, short lines."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from brochure._startup.records import replace
from brochure.importing.pieces import Line, Picture, Table, Told

TYPE_CHECKING = False
if TYPE_CHECKING:
    from brochure.importing.pieces import Piece

LONGEST, LONGEST_TITLE = 14, 20
"""Words of the longest heading, and of the longest title or question."""
LARGER = 1.12
"""How much larger than most text the type of a heading is."""
_ENDS = ".,;:…!。，；：！、"
"""What no heading by its look ends in; a question mark it may."""
GUESSED = 3
"""The level of a heading that is one by its look."""


def with_headings(pieces: Sequence[Piece]) -> list[Piece]:
    """Return pieces whose headings by look have the role of one.

    Where a document has headings of its own, bold lines alone are headings besides.
    """
    lines = [piece for piece in pieces if isinstance(piece, Line)]
    styled = sum(line.role == "heading" for line in lines) > 1
    usual = _usual_size(lines)
    made: list[Piece] = []
    for at, piece in enumerate(pieces):
        if isinstance(piece, Line) and piece.role == "text" and _short(piece):
            after = _next(pieces, at)
            above = made[-1] if made else None
            if _stands_out(piece, usual) or (not styled and _reads_as_one(piece, above, after)):
                piece = _heading(piece) if _has_text(after, usual) else piece
        made.append(piece)
    return made


def count_words(text: str) -> int:
    """Return how many words a text has; where no spaces part them, two signs count as one."""
    solid = sum("\u2e80" <= char <= "\u9fff" for char in text)
    return len(text.split()) + solid // 2


def _usual_size(lines: Sequence[Line]) -> float:
    """Return the size of most words; 0 if the document does not say."""
    sizes = [line.size for line in lines for _ in line.words.split() if line.size]
    return median(sizes) if sizes else 0.0


def _short(line: Line) -> bool:
    words = line.words
    most = LONGEST_TITLE if words[-1] in "?？" else LONGEST
    return count_words(words) <= most and words[-1] not in _ENDS and any(map(str.isalpha, words))


def _stands_out(line: Line, usual: float) -> bool:
    """Return whether a line is bold all through, or larger than most."""
    return line.bold or line.size > LARGER * usual > 0


def _reads_as_one(line: Line, above: Piece | None, after: Piece | None) -> bool:
    """Return whether a line of plain type reads as a heading: a question, capitals, a few words."""
    words = line.words
    if words[-1] in "?？" or (words.isupper() and len(words) > 3):
        return True
    headed = isinstance(above, Line) and above.role == "heading"
    if headed or count_words(words) > LONGEST / 2 or not isinstance(after, Line):
        return False
    return after.role in ("bullet", "number", "box") or (
        after.role == "text" and _is_sentence(after)
    )


def _is_sentence(line: Line) -> bool:
    words = line.words
    return count_words(words) > 2 and words.rstrip("”\"')")[-1:] in ".!?:…。！？："


def _has_text(after: Piece | None, usual: float) -> bool:
    """Return whether something stands under a line that a heading can head.

    Of bold lines that follow each other the last one is the heading.
    """
    if isinstance(after, Line):
        plain = after.role == "text" and not (_short(after) and _stands_out(after, usual))
        return plain or after.role in ("bullet", "number", "box", "quote")
    return isinstance(after, Table | Picture)


def _next(pieces: Sequence[Piece], at: int) -> Piece | None:
    return next((piece for piece in pieces[at + 1 :] if not isinstance(piece, Told)), None)


def _heading(line: Line) -> Line:
    return replace(line, role="heading", level=GUESSED)


# --------------------------------------------------------------------- title


def titled(pieces: Sequence[Piece], said: str) -> tuple[str, str, list[Piece]]:
    """Return the title, the line under it, and the other pieces; "" if nothing can be a title.

    A line of that style comes first, then a heading above all others, then a short first line,
    then what the document says of itself.
    """
    rest = list(pieces)
    title = _taken(rest, "title") or _topmost(rest) or _first_line(rest)
    subtitle = _taken(rest, "subtitle")
    rest = [piece for piece in rest if not isinstance(piece, Told) or piece.what]
    return title or " ".join(said.split()), subtitle, rest


def _taken(pieces: list[Piece], role: str) -> str:
    """Return the words of the first line of a role; lines of it are taken away or become text."""
    found = ""
    for at, piece in enumerate(list(pieces)):
        if isinstance(piece, Line) and piece.role == role:
            if found:
                pieces[at] = replace(piece, role="heading" if role == "title" else "text", level=1)
            else:
                found = piece.words
                pieces[at] = Told("", "", piece.line)
    return found


def _topmost(pieces: list[Piece]) -> str:
    """Return the one heading of the first level, or the first that has a heading right under it.

    It stands before all text but a line or two; else the headings of that level are sections.
    """
    heads = [(at, p) for at, p in enumerate(pieces) if isinstance(p, Line) and p.role == "heading"]
    if not heads:
        return ""
    at, first = heads[0]
    fellows = [head for _, head in heads[1:] if head.level <= first.level]
    before = [p for p in pieces[:at] if isinstance(p, Line)]
    after = _next(pieces, at)
    alone = not fellows and (len(heads) > 1 or first.level == 1)
    empty = isinstance(after, Line) and after.role == "heading"
    if len(before) > 2 or not (alone or (empty and not before)):
        return ""
    pieces[at] = Told("", "", first.line)
    return first.words


def _first_line(pieces: list[Piece]) -> str:
    """Return the first line if it is short enough for a title and no sentence."""
    at = next((at for at, piece in enumerate(pieces) if isinstance(piece, Line)), None)
    if at is None:
        return ""
    line = pieces[at]
    assert isinstance(line, Line)
    words = line.words
    fits = count_words(words) <= LONGEST_TITLE and words[-1] not in _ENDS
    if line.role not in ("text", "heading") or not fits or len(pieces) == 1:
        return ""
    if line.role == "heading" and line.level != GUESSED and _has_fellows(pieces, line):
        return ""
    pieces[at] = Told("", "", line.line)
    return words


def _has_fellows(pieces: Sequence[Piece], line: Line) -> bool:
    """Return whether other headings are of a line's level."""
    return any(
        isinstance(piece, Line) and piece.role == "heading" and piece.level == line.level
        for piece in pieces
        if piece is not line
    )
