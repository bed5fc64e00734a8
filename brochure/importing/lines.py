"""Lines as they were meant: parted at line ends, with typed list signs read, with asides left out.

An aside is what stands in a text and is no part of it: by-lines, dates of a page, calls to share.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from brochure._startup.records import replace
from brochure.importing.pieces import Line, Run, Told
from brochure.reading.list_signs import DASHES, Sign, sign_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from brochure.importing.pieces import Piece, Role

BY_LINE = "a by-line"
EDGE = 6
"""How many pieces from the beginning, or from the end, a by-line may stand."""
LONGEST_ASIDE = 25
"""Words of the longest aside."""
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_DATE = (
    rf"(?:{_MONTH} \d{{1,2}},? \d{{4}}|\d{{1,2}}\.? {_MONTH} \d{{4}}"
    r"|\d{1,4}[/.-]\d\d?[/.-]\d{1,4})"
)
ASIDES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (what, re.compile(pattern, re.I))
    for what, pattern in (
        (BY_LINE, r"(?-i:By|BY|Por|Par|Von):? (?-i:[A-Z][\w.’'-]* [A-Z]).{0,80}(?<![.!?:])$"),
        (BY_LINE, r"(written|edited|authored|(medically |clinically |expert )?reviewed"
                      r"|fact[- ]checked|posted|contributed) by\b.{0,120}$"),
        (BY_LINE, r"((this |web ?|content )?(page )?)?(last |next )?"
                      rf"(published|updated|posted|reviewed|modified)( on| at)?:? {_DATE}"),
        (BY_LINE, rf"(on )?{_DATE}( [|·•-] .{{0,60}})?$"),
        (BY_LINE, r".{0,60}\b\d+[- ]min(ute)?s?\.? read\b.{0,20}$"),
        ("buttons for sharing", r"(share|tweet|pin|print|e-?mail) ?(this|on|via|it|to)?"
                                r"( (page|article|post|facebook|twitter|x|linkedin|whatsapp))*$"),
        ("a menu", r"(skip to|jump to|back to top|table of contents|in this article|on this page"
                   r"|menu$|home ?[|>›»/]).{0,60}(?<![.!])$"),
        ("a cookie notice", r".{0,80}\bcookies?\b.{0,40}(experience|accept|consent|site|policy)"
                            r".{0,80}$"),
        ("a list of other articles", r"(related (articles|posts|topics|reading)|read (more|next)"
                                     r"|you (may|might) also like|see also)\b.{0,80}(?<![.!])$"),
        ("a form for letters", r"(subscribe|sign up) (to|for|now|today)\b.{0,80}$"),
        ("the foot of the page", r"(©|\(c\)|copyright)\s?.{0,5}\d{4}\b.{0,100}$"),
        ("the foot of the page", r".{0,60}all rights reserved\.?$"),
        ("an advertisement", r"advertisements?$|sponsored$"),
        ("comments of readers", r"(leave a (comment|reply)|\d+ comments?)$"),
        ("a page number", r"(page \d{1,3}( (of|/) \d{1,3})?|\d{1,3} (of|/) \d{1,3}|\d{1,2})$"),
        ("a picture's credit", r"(photo|image|picture|illustration)s? ?(credit|courtesy|by)\b"
                               r".{0,80}$"),
    )
)  # fmt: skip
"""What an aside is, and how it is worded."""


def as_lines(pieces: Sequence[Piece]) -> list[Piece]:
    """Return pieces whose lines are parted, have no list sign, and are no asides."""
    parted = [each for piece in pieces for each in _parted(piece)]
    last = len(parted) - EDGE
    judged = [_judged(piece, at < EDGE or at >= last) for at, piece in enumerate(parted)]
    return _whole_items(_signed(judged))


def _parted(piece: Piece) -> Iterator[Piece]:
    """Yield a line for each line end in it; of a heading or an item one, joined by spaces."""
    if not isinstance(piece, Line) or not any("\n" in run.text for run in piece.runs):
        yield piece
        return
    rows = rows_of(piece.runs)
    if piece.role in ("heading", "title", "subtitle"):
        yield replace(piece, runs=tuple(replace(r, text=r.text.replace("\n", " "))
                                        for r in piece.runs))  # fmt: skip
        return
    first = True
    for row in rows:
        line = replace(piece, runs=row)
        if not line.words:
            continue
        yield line if first else replace(line, role=_rest(piece.role))
        first = False


def _rest(role: Role) -> Role:
    """Return the role of the lines after the first one of a line."""
    return "more" if role in ("bullet", "number") else role


def rows_of(runs: Sequence[Run]) -> list[tuple[Run, ...]]:
    """Return runs cut at their line ends."""
    rows: list[list[Run]] = [[]]
    for run in runs:
        first, *rest = run.text.split("\n")
        rows[-1].append(replace(run, text=first))
        rows += [[replace(run, text=part)] for part in rest]
    return [tuple(run for run in row if run.text) for row in rows]


def _judged(piece: Piece, outer: bool) -> Piece:
    """Return an aside as what is told of it; anything else as it is.

    By-lines and dates are asides near the beginning and the end, which ``outer`` says.
    """
    if isinstance(piece, Line) and piece.role in ("text", "quote"):
        what = aside(piece.words)
        if what and (outer or what != BY_LINE):
            return Told(what, piece.words, piece.line)
    return piece


def aside(words: str) -> str:
    """Return what a text is that is no part of an article; empty if it is one."""
    if words.count(" ") >= LONGEST_ASIDE:
        return ""
    return next((what for what, pattern in ASIDES if pattern.match(words)), "")


def _whole_items(pieces: Sequence[Piece]) -> list[Piece]:
    """Return pieces whose items have the lines that go on with them."""
    made: list[Piece] = []
    for piece in pieces:
        if not isinstance(piece, Line) or piece.role != "more":
            made.append(piece)
            continue
        above = made[-1] if made else None
        if isinstance(above, Line) and above.role in ITEMS:
            gap = " " if above.words[-1:] in ".:;,!?" else " – "
            made[-1] = replace(above, runs=(*above.runs, Run(gap), *piece.runs))
        else:
            made.append(replace(piece, role="text"))
    return made


# -------------------------------------------------------------- list signs

ITEMS = ("bullet", "number", "box")

_KINDS: dict[str, Role] = {
    "dot": "bullet",
    "dash": "bullet",
    "box": "box",
    "number": "number",
    "alpha": "number",
}
_LETTER_O = re.compile(r"(o)[\t ]\s*(?=\S)")
"""The second sign of Word's lists, where its font is lost."""
_DASHED_NUMBER = re.compile(rf"([{DASHES}])\s+(?=\d)")
"""A minus, or an item of a list whose other items begin with words."""


def _sign(line: Line) -> Sign | None:
    """Return the list sign that a line begins with, Word's letter "o" among them."""
    words = "".join([run.text for run in line.runs]).lstrip()
    for pattern, kind in ((_LETTER_O, "dot"), (_DASHED_NUMBER, "dash")):
        found = pattern.match(words)
        if found:
            return Sign(kind, found[1], words[found.end() :])
    return sign_of(words)


def _signed(pieces: list[Piece]) -> list[Piece]:
    """Return pieces whose lines with typed signs are items, if their signs make a list."""
    signs = [
        _sign(piece)
        if isinstance(piece, Line) and piece.role in ("text", "more", "bullet", "number")
        else None
        for piece in pieces
    ]
    made = list(pieces)
    for at, (piece, sign) in enumerate(zip(pieces, signs, strict=True)):
        if sign and isinstance(piece, Line) and _is_item(sign, at, signs, piece, made):
            made[at] = _item(piece, sign, signs, at)
    return made


def _is_item(
    sign: Sign, at: int, signs: Sequence[Sign | None], line: Line, made: Sequence[Piece]
) -> bool:
    """Return whether a sign is one of a list: a lone dash or number may belong to a sentence.

    ``made`` has the lines before it as they were judged.
    """
    if sign.kind in ("dot", "box") and sign.mark != "o":
        return True
    if line.role in ITEMS:
        return sign.kind == "number" and line.role == "number"
    near = [signs[other] for other in (at - 1, at + 1) if 0 <= other < len(signs)]
    if sign.kind in ("number", "alpha"):
        return _counts_on(sign, at, signs)
    above = made[at - 1] if at else None
    if isinstance(above, Line) and above.role in ITEMS and signs[at - 1]:
        return True
    lists = [other for other in near if other and other.kind in ("dot", "dash")]
    return any(not (_unsure(sign) and _unsure(other)) for other in lists)


def _unsure(sign: Sign) -> bool:
    """Return whether a sign alone makes no list: the letter o, a dash before a number."""
    return sign.mark == "o" or (sign.kind == "dash" and sign.words[:1].isdigit())


def _counts_on(sign: Sign, at: int, signs: Sequence[Sign | None]) -> bool:
    """Return whether a number stands beside its neighbour, with at most a few lines between."""
    around = [
        other
        for step in (*range(1, 6), *range(-1, -6, -1))
        if 0 <= at + step < len(signs) and (other := signs[at + step]) and other.kind == sign.kind
    ]
    return any(abs(other.number - sign.number) == 1 for other in around)


def _item(line: Line, sign: Sign, signs: Sequence[Sign | None], at: int) -> Line:
    """Return a line without its sign, as an item."""
    whole = "".join([run.text for run in line.runs])
    runs = without_start(line.runs, len(whole) - len(sign.words))
    if line.role in ITEMS:  # the document makes it an item, and the sign was typed besides
        role = "box" if sign.kind == "box" else line.role
        return replace(line, runs=runs, role=role)
    numbered = sign.kind in ("number", "alpha")
    level = line.level + (sign.mark == "o")
    return replace(line, runs=runs, role=_KINDS[sign.kind], level=level,
                   number=sign.number if numbered else 0)  # fmt: skip


def without_start(runs: Sequence[Run], length: int) -> tuple[Run, ...]:
    """Return runs without their first letters."""
    kept: list[Run] = []
    for run in runs:
        cut = min(length, len(run.text))
        length -= cut
        if run.text[cut:]:
            kept.append(replace(run, text=run.text[cut:]))
    return tuple(kept)
