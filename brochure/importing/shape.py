"""From pieces to an article: a title, and sections of blocks in the order of the document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from brochure._startup.records import dataclass, field, replace
from brochure.importing.headings import count_words, titled, with_headings
from brochure.importing.lines import as_lines
from brochure.importing.pieces import Document, Line, Picture, Run, Table, Told
from brochure.language.tags import primary_tag
from brochure.language.tongues import tongue_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    from brochure.importing.pieces import Cell, Piece

    BlockKind = Literal[
        "text", "bullets", "steps", "checklist", "fill", "quote", "table", "picture"
    ]

_BY = re.compile(r"[–—-]+\s*(?=\w)")
_TO_WRITE_ON = re.compile(r"(\w.{0,60}?)\s*(?:_{4,}|\.{6,}|…{3,})$")
"""How who said something is written, and a label with a line to write on."""
SUBTITLE_MOST = 14
"""Words of the longest line under a title; a longer one is text."""
SAYS_ITSELF = 3
"""Words of a heading above which it needs no other one in front of it."""
LISTS: dict[str, BlockKind] = {"bullet": "bullets", "number": "steps", "box": "checklist"}
"""The block that items of a role make."""
INTRO = {"en": "What this is about", "es": "De qué se trata"}
"""The heading of the text that stands before the first one; others have that of a new handout."""
INTRO_TOLD = "the text before the first heading is now under “{}”; change these words"


@dataclass(frozen=True, slots=True)
class Item:
    """A list item, and those nested under it."""

    runs: tuple[Run, ...]
    items: tuple[tuple[Run, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, a list, a table or a picture of a section.

    ``start`` is the number of a list's first item; ``by`` says whose words a quotation is. Of
    lines to write on ``items`` are the labels.
    """

    kind: BlockKind
    runs: tuple[Run, ...] = ()
    items: tuple[Item, ...] = ()
    start: int = 1
    rows: tuple[tuple[Cell, ...], ...] = ()
    picture: Picture | None = None
    by: tuple[Run, ...] = ()
    line: int = 0


@dataclass(frozen=True, slots=True)
class Part:
    """A section: its heading and its blocks."""

    heading: str
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class Article:
    """What a document becomes; ``told`` is what came otherwise or not at all, in its order."""

    title: str
    subtitle: str = ""
    language: str = ""
    parts: tuple[Part, ...] = ()
    told: tuple[Told, ...] = field(default_factory=tuple)


def shape(document: Document, fallback: str) -> Article:
    """Return the article of a document; ``fallback`` is its title if it has none."""
    lines = as_lines(document.pieces)
    title, subtitle, pieces = titled(_marked(lines), document.title or fallback)
    told: list[Told] = []
    language = document.language
    if not subtitle:
        subtitle, pieces = _line_under(pieces)
    parts = [_part(head, body, told) for head, body in _grouped(pieces, told)]
    intro = _intro(language or "en") or title
    told += [Told(INTRO_TOLD.format(intro), left=False) for part in parts if not part.heading]
    made = [part if part.heading else replace(part, heading=intro) for part in parts]
    whole = tuple(part for part in made if part.blocks)
    return Article(title, subtitle, language, whole, tuple(told))


def _line_under(pieces: list[Piece]) -> tuple[str, list[Piece]]:
    """Return a short line between the title and the first heading, and the other pieces."""
    first = [(at, p) for at, p in enumerate(pieces) if not isinstance(p, Told)][:2]
    lines = [piece for _, piece in first if isinstance(piece, Line)]
    if len(lines) < 2 or lines[0].role != "text" or lines[1].role != "heading":
        return "", pieces
    at, words = first[0][0], lines[0].words
    if count_words(words) > SUBTITLE_MOST or any(run.href for run in lines[0].runs):
        return "", pieces
    return words, [*pieces[:at], *pieces[at + 1 :]]


def _intro(language: str) -> str:
    """Return the heading of an introduction in a language; "" if there is none."""
    tongue = tongue_of(language)
    return INTRO.get(primary_tag(language)) or (tongue.starter.get("what", "") if tongue else "")


def _marked(lines: list[Piece]) -> list[Piece]:
    """Return lines with their headings, the first line left to be the title if it may be."""
    at = next((at for at, piece in enumerate(lines) if isinstance(piece, Line)), 0)
    return [*lines[: at + 1], *with_headings(lines[at + 1 :])]


def _grouped(pieces: Sequence[Piece], told: list[Told]) -> Iterator[tuple[str, list[Piece]]]:
    """Yield each heading with the pieces under it; text before the first has the heading "".

    A heading with nothing but lower headings under it goes in front of each of those.
    """
    heads: list[Line] = []
    used = 0  # how many of them, from the first on, have gone in front of another
    body: list[Piece] = []
    for piece in pieces:
        if isinstance(piece, Told):
            told.append(piece)
        elif not (isinstance(piece, Line) and piece.role == "heading"):
            body.append(piece)
        else:
            if body:
                named = _named(heads)
                yield named, body
                heads, body = heads[:-1], []
                used = len(heads) if " – " in named else used
            while heads and heads[-1].level >= piece.level:
                gone = heads.pop()
                if len(heads) >= used:
                    told.append(_empty(gone))
                used = min(used, len(heads))
            told += _links(piece)
            heads.append(piece)
    if body:
        yield _named(heads), body
    elif len(heads) > used:
        told.append(_empty(heads[-1]))


def _links(head: Line) -> list[Told]:
    """Return what is told of links in a heading, which is none on a page; marks of a page aside."""
    targets = dict.fromkeys(run.href for run in head.runs if run.href and run.href[0] != "#")
    return [Told(f"the link of a heading, to {href}", head.words, head.line) for href in targets]


def _empty(head: Line) -> Told:
    return Told("a heading with nothing under it", head.words, head.line)


def _named(heads: Sequence[Line]) -> str:
    """Return the words of a heading, those above it in front of a short one."""
    words = heads[-1].words if heads else ""
    if len(words.split()) > SAYS_ITSELF:
        return words
    return " – ".join(head.words for head in heads)


def _part(heading: str, body: Sequence[Piece], told: list[Told]) -> Part:
    """Return a section of the pieces under a heading."""
    blocks: list[Block] = []
    at = 0
    while at < len(body):
        piece = body[at]
        if isinstance(piece, Line) and piece.role in LISTS:
            end = _list_end(body, at)
            blocks += _lists(body[at:end], told)
            at = end
            continue
        for block in _single(piece, told):
            _add(block, blocks)
        at += 1
    return Part(heading, tuple(blocks))


def _add(block: Block, blocks: list[Block]) -> None:
    """Add a block; who said the words above, and further lines to write on, go with the last."""
    last = blocks[-1] if blocks else None
    words = "".join([run.text for run in block.runs]).strip()
    if last and last.kind == block.kind == "fill":
        blocks[-1] = replace(last, items=(*last.items, *block.items))
    elif last and last.kind == block.kind == "quote" and not last.by and _BY.match(words):
        found = _BY.match(words)
        blocks[-1] = replace(last, by=(Run(words[found.end() :] if found else words),))
    else:
        blocks.append(block)


def _single(piece: Piece, told: list[Told]) -> Iterator[Block]:
    if isinstance(piece, Picture):
        yield Block("picture", picture=piece)
    elif isinstance(piece, Table):
        yield from _table(piece, told)
    elif isinstance(piece, Line) and (found := _TO_WRITE_ON.match(piece.words)):
        yield Block("fill", items=(Item((Run(found[1].rstrip(" :")),)),))
    elif isinstance(piece, Line):
        yield Block("quote" if piece.role == "quote" else "text", piece.runs)


# --------------------------------------------------------------------- lists


def _list_end(body: Sequence[Piece], start: int) -> int:
    """Return where the items that begin at a place end."""
    end = start
    while end < len(body):
        piece = body[end]
        if not (isinstance(piece, Line) and piece.role in LISTS):
            break
        end += 1
    return end


def _lists(lines: Sequence[Piece], told: list[Told]) -> Iterator[Block]:
    """Yield the lists of items that follow each other: one for each kind at the outer level."""
    items = [line for line in lines if isinstance(line, Line)]
    base = min(line.level for line in items) if items else 0
    if items and items[0].level > base and items[0].role == items[-1].role:
        base = items[0].level
    group: list[Item] = []
    first: Line | None = None
    inner: int | None = None
    for line in items:
        nested = bool(group) and line.level > base
        if nested:
            inner = line.level if inner is None else inner
            group[-1] = replace(group[-1], items=(*group[-1].items, line.runs))
            _tell_nested(line, inner, told)
            continue
        base, inner = min(base, line.level), None
        if first and (line.role != first.role or _begins_anew(line, first, len(group))):
            yield _list(first, group)
            first, group = None, []
        first = first or line
        group.append(Item(line.runs))
    if first:
        yield _list(first, group)


def _begins_anew(line: Line, first: Line, count: int) -> bool:
    """Return whether a numbered item is not the next one of a list."""
    return line.role == "number" and line.number > 0 and line.number != first.number + count


def _list(first: Line, group: Sequence[Item]) -> Block:
    return Block(LISTS[first.role], items=tuple(group), start=max(first.number, 1))


def _tell_nested(line: Line, inner: int, told: list[Told]) -> None:
    if line.level > inner:
        told.append(Told("an item nested twice is now nested once", line.words, line.line, False))
    elif line.role == "number":
        what = f"the number {line.number} of a nested item is now a dot"
        told.append(Told(what, line.words, line.line, False))


# -------------------------------------------------------------------- tables


def _table(table: Table, told: list[Told]) -> Iterator[Block]:
    """Yield a table with as many cells in each row, empty rows and columns left out."""
    rows = [row for row in table.rows if any(_words(cell) for cell in row)]
    width = max(map(len, rows), default=0)
    even = [(*row, *((),) * (width - len(row))) for row in rows]
    used = [at for at in range(width) if any(_words(row[at]) for row in even)]
    cells = tuple(tuple(row[at] for at in used) for row in even)
    if len(used) > 1 and len(cells) > 1:
        yield Block("table", rows=cells, line=table.line)
        return
    for row in cells:
        for cell in row:
            yield Block("text", cell)


def _words(cell: Cell) -> str:
    return "".join([run.text for run in cell]).strip()
