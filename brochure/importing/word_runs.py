"""The words of one Word paragraph: runs with their style and links, and what stands among them.

Tracked insertions count, deletions do not; a field shows its result.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from docx.oxml.ns import qn

from brochure.importing.pieces import Picture, Run, Told
from brochure.importing.word_styles import Look, Styles, flag, points

TYPE_CHECKING = False
if TYPE_CHECKING:
    from brochure.importing.pieces import Piece, Shift

_INSIDE = tuple(map(qn, ("w:ins", "w:smartTag", "w:moveTo", "w:fldSimple", "w:sdt",
                         "w:sdtContent", "w:dir", "w:bdo")))  # fmt: skip
_SIGNS = {
    qn("w:tab"): "\t",
    qn("w:br"): "\n",
    qn("w:cr"): "\n",
    qn("w:noBreakHyphen"): "-",
    qn("w:softHyphen"): "",
    qn("w:ptab"): "\t",
}
_LINK = re.compile(r'\bHYPERLINK\s+"([^"]{1,2000})"')
_SHIFTS: dict[str, Shift] = {"subscript": "sub", "superscript": "sup"}
DEEPEST = 60
DEEPEST = 60
BLIP, IMAGEDATA, DOC_PR = qn("a:blip"), "{urn:schemas-microsoft-com:vml}imagedata", qn("wp:docPr")
TEXT_BOX = qn("w:txbxContent")
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


class Words:
    """Reads the runs of a paragraph; ``beside`` gathers what is no words."""

    def __init__(self, part: Any, styles: Styles, look: Look, line: int) -> None:
        """Begin a paragraph of a part, whose look is that of its style."""
        self.part, self.styles, self.look, self.line = part, styles, look, line
        self.runs: list[Run] = []
        self.beside: list[Piece] = []
        self.boxes: list[Any] = []
        self.sizes: list[float] = []
        self._field: list[list[str]] = []
        """The fields that are open: "code" or "result", the code, and the link it makes."""

    def read(self, element: Any, href: str = "", deep: int = 0) -> None:
        """Read the children of a paragraph, or of what stands for a stretch of it."""
        for child in element:
            if child.tag == qn("w:r"):
                self._run(child, href)
            elif child.tag == qn("w:hyperlink"):
                self.read(child, self._target(child) or href, deep + 1)
            elif child.tag in _INSIDE and deep < DEEPEST:
                code = _LINK.search(child.get(qn("w:instr"), ""))
                self.read(child, code[1] if code else href, deep + 1)
            elif child.tag in (qn("w:del"), qn("w:moveFrom")):
                self._tell("words that were deleted with changes tracked", _text_of(child))
            elif "officeDocument/2006/math" in str(child.tag):
                self._tell("an equation", _text_of(child))

    def _tell(self, what: str, words: str) -> None:
        if words.strip():
            self.beside.append(Told(what, words, self.line))

    def _target(self, link: Any) -> str:
        """Return where a link leads outside the document; empty if nowhere."""
        relation = self.part.rels.get(link.get(qn("r:id"), ""))
        return str(relation.target_ref) if relation is not None and relation.is_external else ""

    # ------------------------------------------------------------------ runs

    def _run(self, run: Any, href: str) -> None:
        style = run.find(qn("w:rPr"))
        if flag(style, "w:vanish"):
            self._tell("hidden words", _text_of(run))
            return
        if flag(style, "w:strike") or flag(style, "w:dstrike"):
            self._tell("struck-through words", _text_of(run))
            return
        text = "".join(self._sign(child) for child in run)
        if not text or self._in_code():
            return
        self.sizes += [points(style)] if text.strip() else []
        own = self._character_look(style)
        shift = style.find(qn("w:vertAlign")) if style is not None else None
        raised: Shift = _SHIFTS.get(shift.get(qn("w:val")), "") if shift is not None else ""
        link = next((each[2] for each in reversed(self._field) if each[2]), href)
        self.runs.append(Run(text, own[0], own[1], link, raised))

    def _character_look(self, style: Any) -> tuple[bool, bool]:
        """Return whether a run is bold, and italic."""
        named = style.find(qn("w:rStyle")) if style is not None else None
        name = named.get(qn("w:val"), "") if named is not None else ""
        bold, italic = flag(style, "w:b"), flag(style, "w:i")
        if bold is None:
            bold = self.look.bold or name == "Strong" or self.styles.look(name).bold
        return bold, name == "Emphasis" if italic is None else italic

    def _in_code(self) -> bool:
        return any(each[0] == "code" for each in self._field)

    def _sign(self, child: Any) -> str:
        """Return the words of a part of a run; note what is no words."""
        if child.tag == qn("w:t"):
            return str(child.text or "")
        if child.tag in _SIGNS:
            return _SIGNS[child.tag]
        if child.tag == qn("w:sym"):
            return _symbol(child)
        if child.tag == qn("w:fldChar"):
            self._field_sign(child.get(qn("w:fldCharType"), ""))
        elif child.tag == qn("w:instrText") and self._field:
            self._field[-1][1] += child.text or ""
        elif child.tag in (qn("w:footnoteReference"), qn("w:endnoteReference")):
            self.beside.append(Told("the mark of a footnote", "", self.line))
        else:
            self._drawn(child)
        return ""

    def _field_sign(self, kind: str) -> None:
        if kind == "begin":
            self._field.append(["code", "", ""])
        elif kind == "separate" and self._field:
            found = _LINK.search(self._field[-1][1])
            self._field[-1][0], self._field[-1][2] = "result", found[1] if found else ""
        elif kind == "end" and self._field:
            self._field.pop()

    # -------------------------------------------------------------- drawings

    def _drawn(self, element: Any) -> None:
        """Note the pictures and the text boxes of a drawing."""
        for each in _inside(element):
            if each.tag == TEXT_BOX:
                self.boxes.append(each)
            elif each.tag in (BLIP, IMAGEDATA):
                self.beside.append(self._picture(each, element))
            elif str(each.tag).endswith("}chart"):
                self._tell("a chart", "a chart")

    def _picture(self, blip: Any, drawing: Any) -> Piece:
        described = next(drawing.iter(DOC_PR), None)
        alt = described.get("descr", "") if described is not None else blip.get("title", "")
        linked = blip.get(qn("r:link"))
        relation = self.part.rels.get(blip.get(qn("r:embed")) or blip.get(qn("r:id")) or "")
        if relation is None or relation.is_external:
            where = self.part.rels.get(linked) if linked else relation
            words = str(where.target_ref) if where is not None else alt
            return Told("a picture that the document only links to", words, self.line)
        name = str(relation.target_part.partname).rsplit("/", 1)[-1]
        return Picture(name, " ".join(alt.split()), self.line)


def _inside(element: Any) -> Iterator[Any]:
    """Yield what is in a drawing, without the older drawing that stands beside a newer one.

    What is in a text box is read with the text box.
    """
    stack = [element]
    while stack:
        each = stack.pop()
        if each.tag == FALLBACK:
            continue
        yield each
        if each.tag != TEXT_BOX:
            stack += reversed(each)


def _text_of(element: Any) -> str:
    tags = (
        qn("w:t"),
        qn("w:delText"),
        "{http://schemas.openxmlformats.org/officeDocument/2006/math}t",
    )
    return "".join(each.text or "" for each in element.iter() if each.tag in tags)


def _symbol(element: Any) -> str:
    """Return a sign of the fonts Symbol and Wingdings, by its private code."""
    code = element.get(qn("w:char"), "")
    try:
        return chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""
