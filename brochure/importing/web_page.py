"""Web pages to pieces, as they were saved or pasted from Google Docs and Word; nothing is fetched.

The page is walked once, without recursion, however deep its parts are nested.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from brochure._startup.records import dataclass, replace
from brochure.importing.merged_cells import Merged, told_of, unmerged
from brochure.importing.pieces import Document, Line, Picture, Run, Table, Told
from brochure.importing.web_clutter import SILENT, clutter, hidden, holds_article
from brochure.importing.web_tree import BLOCKS, around, article, count_words, parsed, text_of
from brochure.reading.list_signs import sign_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from brochure.importing.pieces import Piece, Role, Shift

WIDEST = 30
MOST_ROWS = 200
"""Over so many rows or columns a cell goes at most."""
"""Columns of the widest table; one that is wider only places what it holds."""
HEADINGS = {f"h{level}": level for level in range(1, 7)} | {"summary": 4, "legend": 4}
BOLD, ITALIC = frozenset(("b", "strong", "dt", "th")), frozenset(("i", "em", "cite", "dfn"))
STRUCK = frozenset(("del", "s", "strike"))
_SHIFTS: dict[str, Shift] = {"sub": "sub", "sup": "sup"}
_MSO_LIST = re.compile(r"mso-list:\s*l\d+\s+level(\d)")
_IGNORED = re.compile(r"mso-list:\s*ignore", re.I)
_WEIGHT = re.compile(r"font-weight:\s*(bold(?:er)?|normal|[1-9]00)", re.I)
_SLANT = re.compile(r"font-style:\s*(italic|oblique|normal)", re.I)
_SIZE = re.compile(r"font-size:\s*([\d.]{1,6})(pt|px)", re.I)
_MSO_ROLES: dict[str, Role] = {"MsoTitle": "title", "MsoSubtitle": "subtitle", "MsoQuote": "quote"}


def read(data: bytes, name: str) -> Document:
    """Return the pieces of a web page; raise ContentError if it has no words or is nested too deep.

    The words of menus and notices are among them only as what is left out.
    """
    root = parsed(data, name)
    title = " ".join("".join(root.xpath("//head/title//text()")).split())
    heading = next((" ".join(each.text_content().split()) for each in root.iter("h1")), "")
    body = root.find("body")
    body = root if body is None else body
    main = article(body)
    beside = list(around(body, main))
    pieces = [*Walk(main).pieces(), *beside]
    language = root.get("lang", "") or root.get("{http://www.w3.org/XML/1998/namespace}lang", "")
    return Document(tuple(pieces), heading or title, language)


# ------------------------------------------------------------------ walking


@dataclass(frozen=True, slots=True)
class _Style:
    """How words look and where they lead, inside an element."""

    bold: bool = False
    italic: bool = False
    href: str = ""
    shift: Shift = ""
    size: float = 0.0
    kept: bool = False
    """Whether spaces and line ends count, as in `pre`."""


@dataclass(frozen=True, slots=True)
class _List:
    """A list that is open: numbered or not, and the number of its next item."""

    numbered: bool
    next: int = 1


class Walk:
    """Makes lines of what one element holds."""

    def __init__(self, element: Any) -> None:
        """Begin; nothing is walked yet."""
        self.root = element
        self.all_words = count_words(element)
        self.styles = [_Style()]
        self.lists: list[_List] = []
        self.runs: list[Run] = []
        self.mark = Line(())
        self.marks: list[Line] = []
        """What the line that is being read is: its role, level and number."""
        self.line = 0
        self.size = 0.0
        self.found: list[Piece] = []

    def pieces(self) -> list[Piece]:
        """Return the pieces of the element, in order."""
        walk = etree.iterwalk(self.root, events=("start", "end"))
        for event, element in walk:
            if not isinstance(element.tag, str):
                continue
            if event == "end":
                self._end(element)
            elif self._left_out(element) or self._whole(element):
                walk.skip_subtree()
                self.styles.append(self.styles[-1])
                self.marks.append(self.mark)
            else:
                self._start(element)
        self._flush()
        return self.found

    # ------------------------------------------------------------ left out

    def _left_out(self, element: Any) -> bool:
        """Return whether an element is passed over; it is told if it has words."""
        if element is self.root:
            return False
        if element.tag in SILENT:
            return True
        what = "struck-through words" if element.tag in STRUCK else clutter(element)
        if element.tag == "header" and not self._titled(element) and self.root.tag == "body":
            what = "the head of the page"
        if element.tag == "button" and not self._in_heading():
            what = "a button"
        if not what or holds_article(element, count_words(element), self.all_words):
            return False
        words = text_of(element)
        if words:
            self.found.append(Told(what, words, element.sourceline or 0))
        return True

    def _titled(self, element: Any) -> bool:
        return any(next(element.iter(tag), None) is not None for tag in ("h1", "h2"))

    def _in_heading(self) -> bool:
        return self.mark.role == "heading"

    # --------------------------------------------------------------- wholes

    def _whole(self, element: Any) -> bool:
        """Take an element that is read as one: a picture, a table, a sign of a pasted list."""
        if element.tag in ("img", "picture") and element.tag == "img":
            self._picture(element)
            return True
        if element.tag == "figcaption":
            return self._caption(element)
        if _IGNORED.search(element.get("style", "")):
            sign = sign_of(f"{text_of(element)} x")
            if sign and sign.kind in ("number", "alpha"):
                self.mark = replace(self.mark, role="number", number=sign.number)
            return True
        if element.tag != "table" or element.get("role") in ("presentation", "none"):
            return False
        table = data_table(element)
        if table:
            self._flush()
            self.found += table
        return bool(table)

    def _caption(self, element: Any) -> bool:
        """Give the picture that was just read its words; say whether there was one."""
        picture = self.found[-1] if self.found else None
        if not isinstance(picture, Picture) or picture.caption:
            return False
        self.found[-1] = replace(picture, caption=text_of(element))
        return True

    def _picture(self, element: Any) -> None:
        alt = " ".join(element.get("alt", "").split())
        source = element.get("src", "") or element.get("data-src", "")
        small = element.get("width", "") in ("0", "1") or element.get("height", "") in ("0", "1")
        if small or hidden(element):
            return
        name = "" if source.startswith("data:") else re.split("[?#]", source)[0].rsplit("/", 1)[-1]
        self.found.append(Picture(name or "picture", alt, element.sourceline or 0))

    # ------------------------------------------------------- start and end

    def _start(self, element: Any) -> None:
        tag = element.tag
        self.marks.append(self.mark)
        self.styles.append(_style(element, self.styles[-1]))
        if tag in BLOCKS:
            self._flush()
            self.line = element.sourceline or 0
            self._open(element)
        elif tag == "br":
            self.runs.append(Run("\n"))
        self._add(element.text)

    def _open(self, element: Any) -> None:
        """Note what the lines of a block are."""
        tag, style = element.tag, element.get("style", "")
        if tag in ("ul", "ol", "menu", "dir"):
            start = element.get("start", "1")
            first = int(start) if start.isdecimal() and len(start) < 5 else 1
            self.lists.append(_List(tag == "ol", first))
            self.mark = Line(())
        elif tag == "li":
            self._item(element)
        elif tag in HEADINGS:
            self.mark = Line((), "heading", HEADINGS[tag])
        elif tag == "dt":
            asks = text_of(element).endswith("?")
            self.mark = Line((), "heading", 5) if asks else Line((), "bullet")
        elif tag == "dd":
            self.mark = self._meaning()
        elif tag == "blockquote":
            self.mark = Line((), "quote")
        elif tag == "p" and (found := _MSO_LIST.search(style)):
            self.mark = Line((), "bullet", int(found[1]) - 1)
        elif tag == "p":
            role = next((_MSO_ROLES[n] for n in element.get("class", "").split()
                         if n in _MSO_ROLES), None)  # fmt: skip
            self.mark = Line((), role) if role else self.mark

    def _item(self, element: Any) -> None:
        own = self.lists[-1] if self.lists else _List(False)
        value = element.get("value", "")
        number = int(value) if value.isdecimal() and len(value) < 5 else own.next
        if self.lists:
            self.lists[-1] = replace(own, next=number + 1)
        role: Role = "number" if own.numbered else "bullet"
        level = max(len(self.lists) - 1, 0)
        self.mark = Line((), role, level, number if own.numbered else 0)

    def _meaning(self) -> Line:
        """Return what the words after a term are: they go on with it, unless it is a question."""
        above = self.found[-1] if self.found else None
        if not isinstance(above, Line) or above.role != "bullet":
            return Line(())
        if above.words[-1:].isalnum():
            self.found[-1] = replace(above, runs=(*above.runs, Run(":")))
        return Line((), "more")

    def _end(self, element: Any) -> None:
        if element.tag in BLOCKS and element is not self.root:
            self._flush()
            if element.tag in ("ul", "ol", "menu", "dir") and self.lists:
                self.lists.pop()
        self.styles.pop()
        self.mark = self.marks.pop() if self.marks else Line(())
        if element.tag in BLOCKS and self.mark.role in ("bullet", "number"):
            self.mark = replace(self.mark, role="more")
        if element is not self.root:
            self._add(element.tail)

    # ---------------------------------------------------------------- words

    def _add(self, words: str | None) -> None:
        if not words:
            return
        style = self.styles[-1]
        if not style.kept:
            words = re.sub(r"[ \t\r\n\f]+", " ", words)
        if words.strip():
            self.size = max(self.size, style.size)
        self.runs.append(Run(words, style.bold, style.italic, style.href, style.shift))

    def _flush(self) -> None:
        """End the line that is being read."""
        line = replace(self.mark, runs=tuple(self.runs), size=self.size, line=self.line)
        self.runs, self.size = [], 0.0
        if line.words:
            self.found.append(line)
            if self.mark.role in ("bullet", "number"):
                self.mark = replace(self.mark, role="more")


def _style(element: Any, outer: _Style) -> _Style:
    """Return the style inside an element."""
    tag, css = element.tag, element.get("style", "")
    bold, italic = outer.bold or tag in BOLD, outer.italic or tag in ITALIC
    if weight := _WEIGHT.search(css):
        bold = weight[1].lower() not in ("normal", "100", "200", "300", "400", "500")
    if slant := _SLANT.search(css):
        italic = slant[1].lower() != "normal"
    size = outer.size
    if found := _SIZE.search(css):
        size = _number(found[1]) * (1.0 if found[2].lower() == "pt" else 0.75)
    return _Style(
        bold,
        italic,
        element.get("href", "").strip() if tag == "a" else outer.href,
        _SHIFTS.get(tag, outer.shift),
        size,
        outer.kept or tag == "pre",
    )


def _number(text: str) -> float:
    return float(text) if text.count(".") < 2 and text.strip(".") else 0.0


# -------------------------------------------------------------------- tables


def data_table(element: Any) -> list[Piece]:
    """Return a table with columns and rows, and what stands in it beside words; else nothing.

    One that holds another table, or has a single row or column, only places what it holds.
    """
    rows = list(element.iter("tr"))
    cells = [[each for each in row if each.tag in ("td", "th")] for row in rows]
    if any(each is not element for each in element.iter("table")):
        return []
    if len(rows) < 2 or not 2 <= max(map(len, cells)) <= WIDEST:
        return []
    beside: list[Piece] = []
    caption = next(element.iter("caption"), None)
    if caption is not None and text_of(caption):
        beside.append(Line((Run(text_of(caption)),), line=element.sourceline or 0))
    typed = [list(_cells(row, beside)) for row in cells if row]
    made = tuple(unmerged(typed))
    beside += told_of(typed, element.sourceline or 0)
    headed = bool(cells[0]) and all(each.tag == "th" for each in cells[0])
    return [*beside, Table(made, headed, element.sourceline or 0)]


def _cells(row: list[Any], beside: list[Piece]) -> Iterator[Merged]:
    for cell in row:
        pieces = Walk(cell).pieces()
        runs: list[Run] = []
        for piece in pieces:
            if isinstance(piece, Line):
                runs += [Run("; ")] if runs else []
                runs += [replace(run, bold=False) for run in piece.runs]
            else:
                beside.append(piece)
        across, down = _times(cell.get("colspan", "1")), _times(cell.get("rowspan", "1"))
        yield Merged(tuple(runs), min(across, WIDEST), down)


def _times(typed: str) -> int:
    """Return over how many rows or columns a cell goes."""
    words = typed.strip()
    return min(max(int(words), 1), MOST_ROWS) if words.isascii() and words.isdigit() else 1
