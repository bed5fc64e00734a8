"""Word files (.docx) to pieces: styles, lists typed or real, tables, text boxes, pictures."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docx.oxml.ns import qn

from brochure._startup.records import replace
from brochure.importing.merged_cells import Merged, told_of, unmerged
from brochure.importing.pieces import Document, Line, Run, Table, Told, refusal
from brochure.importing.word_file import opened
from brochure.importing.word_runs import Words
from brochure.importing.word_styles import (
    LEFT_OUT,
    Look,
    Numbering,
    Styles,
    numbering_of,
    outline,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from brochure.importing.pieces import Piece, Role

PIECES_MOST, DEEPEST = 20_000, 30
_FOOT_NOTES = ("/footnotes", "/endnotes")


def read(data: bytes, name: str) -> Document:
    """Return the pieces of a Word file; raise ContentError if it is damaged or a trap."""
    document = opened(data, name)
    try:
        reader = _Reader(document, name)
        pieces = [*reader.body(document.element.body), *reader.around()]
        properties = document.core_properties
        title, language = properties.title or "", properties.language or ""
    except (KeyError, ValueError, AttributeError, RecursionError) as error:
        message = "the Word file is damaged: a part of it is missing or broken"
        hint = "Open it in Word, save it again as .docx, and take that file."
        raise refusal(name, message, hint) from error
    return Document(tuple(pieces), title, language, unit="paragraph")


class _Reader:
    """Reads a document's paragraphs and tables in order, counting them."""

    def __init__(self, document: Any, name: str) -> None:
        self.document, self.part, self.name = document, document.part, name
        self.styles, self.numbering = Styles(document), Numbering(document)
        self.count = 0

    def body(self, element: Any, deep: int = 0) -> Iterator[Piece]:
        """Yield the pieces of a body, a text box or a cell."""
        if deep > DEEPEST:
            message = f"the parts of this file are nested more than {DEEPEST} deep"
            raise refusal(self.name, message, "Copy its words into a new document.")
        for child in element:
            if self.count > PIECES_MOST:
                message = f"the file has more than {PIECES_MOST:,} paragraphs"
                raise refusal(self.name, message, "Cut it into parts; a handout holds two pages.")
            if child.tag == qn("w:p"):
                yield from self._paragraph(child, deep)
            elif child.tag == qn("w:tbl"):
                yield from self._table(child, deep)
            elif child.tag in (qn("w:sdt"), qn("w:sdtContent"), qn("w:ins")):
                yield from self.body(child, deep + 1)
            elif child.tag == qn("w:altChunk"):
                yield Told("a document inside the document", "", self.count)

    # ------------------------------------------------------------ paragraphs

    def _paragraph(self, element: Any, deep: int) -> Iterator[Piece]:
        self.count += 1
        properties = element.find(qn("w:pPr"))
        look = self._look(properties)
        words = Words(self.part, self.styles, look, self.count)
        words.read(element)
        line = Line(tuple(words.runs), size=max(words.sizes, default=0.0) or look.size,
                    line=self.count)  # fmt: skip
        if line.words and LEFT_OUT.match(look.name):
            yield Told("a table of contents, or what stands around the text", line.words, line.line)
        elif line.words:
            yield self._placed(line, properties, look)
        yield from words.beside
        for box in words.boxes:
            yield from self.body(box, deep + 1)

    def _look(self, properties: Any) -> Look:
        style = properties.find(qn("w:pStyle")) if properties is not None else None
        name = style.get(qn("w:val")) if style is not None else self.styles.default
        return self.styles.look(name or "")

    def _placed(self, line: Line, properties: Any, look: Look) -> Line:
        """Return a line as what it is by its own properties, and by those of its style."""
        own = numbering_of(properties)
        number, depth = own if own is not None else look.numbering
        role, count = self.numbering.item(number or look.numbering[0], depth)
        level = outline(properties)
        if look.role in ("title", "subtitle", "heading", "quote"):
            return replace(line, role=look.role, level=look.level)
        if level:
            return replace(line, role="heading", level=level)
        if own is None and look.role in ("bullet", "number"):
            known: Role = role if role != "text" else look.role
            return replace(line, role=known, level=max(look.level, depth), number=count)
        return replace(line, role=role, level=depth, number=count)

    # ---------------------------------------------------------------- tables

    def _table(self, element: Any, deep: int) -> Iterator[Piece]:
        """Yield a table; one of a single column or row is a box around paragraphs."""
        start = self.count + 1
        rows = [
            [(cell, _spans(cell)) for cell in row.iter(qn("w:tc")) if _row_of(cell) is row]
            for row in element.iter(qn("w:tr"))
            if _table_of(row) is element
        ]
        if max((len(row) for row in rows), default=0) < 2 or len(rows) < 2:
            for row in rows:
                for cell, _ in row:
                    yield from self.body(cell, deep + 1)
            return
        beside: list[Piece] = []
        typed = [list(self._cells(row, beside, deep)) for row in rows]
        cells = tuple(unmerged(typed))
        headed = any(each.tag == qn("w:tblHeader") for each in element.iter())
        yield Table(cells, headed, start)
        yield from (*beside, *told_of(typed, start))

    def _cells(
        self, row: list[tuple[Any, int]], beside: list[Piece], deep: int
    ) -> Iterator[Merged]:
        for cell, spans in row:
            pieces = list(self.body(cell, deep + 1))
            lines = [piece for piece in pieces if isinstance(piece, Line)]
            beside += [piece for piece in pieces if not isinstance(piece, Line)]
            merged = next(cell.iter(qn("w:vMerge")), None)
            on = merged is not None and merged.get(qn("w:val"), "continue") == "continue"
            yield Merged(joined(lines), spans, on=on and not lines)

    # ------------------------------------------------------- around the text

    def around(self) -> Iterator[Told]:
        """Yield what stands in the margins: headers, footers, footnotes, comments."""
        for relation in self.part.rels.values():
            if relation.is_external:
                continue
            kind = relation.reltype.rsplit("/", 1)[-1]
            what = _AROUND.get(kind)
            if what:
                yield from _notes(relation.target_part, what)


_AROUND = {
    "header": "the head of the pages",
    "footer": "the foot of the pages",
    "footnotes": "a footnote",
    "endnotes": "an endnote",
    "comments": "a comment",
}
_NOTES = tuple(map(qn, ("w:footnote", "w:endnote", "w:comment")))


def _notes(part: Any, what: str) -> Iterator[Told]:
    """Yield the words of a header, a footer, or of each note of a part."""
    from docx.oxml.parser import parse_xml

    root = parse_xml(part.blob)
    for note in [each for each in root if each.tag in _NOTES] or [root]:
        words = " ".join("".join(each.text or "" for each in note.iter(qn("w:t"))).split())
        if words:
            yield Told(what, words)


def joined(lines: list[Line]) -> tuple[Run, ...]:
    """Return the paragraphs of a cell as one text, parted by a semicolon and a space."""
    runs: list[Run] = []
    for line in lines:
        runs += [Run("; ")] if runs else []
        runs += line.runs
    return tuple(runs)


def _spans(cell: Any) -> int:
    """Return over how many columns a cell goes."""
    found = next(cell.iter(qn("w:gridSpan")), None)
    value = found.get(qn("w:val"), "1") if found is not None else "1"
    return min(int(value), 30) if value.isdigit() else 1


def _row_of(cell: Any) -> Any:
    return _nearest(cell, "w:tr")


def _table_of(row: Any) -> Any:
    return _nearest(row, "w:tbl")


def _nearest(element: Any, tag: str) -> Any:
    return next(element.iterancestors(qn(tag)), None)
