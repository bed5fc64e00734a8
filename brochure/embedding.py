"""Faces embedded in one file: codes for characters, and the font objects at its end.

ReportLab reads the fonts and cuts the subsets. Its own writer is not used for them, because
in 5.1 it ends streams without an end-of-line and maps unused codes to U+0000 in ToUnicode,
and either makes a file invalid under PDF/A-2 and PDF/UA-1.
"""

from __future__ import annotations

from collections.abc import Sequence

from brochure.faces import Face
from brochure.objects import Document, literal, reference
from brochure.reportlab_parts import FF_NONSYMBOLIC, FF_SYMBOLIC, SUBSETN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

BLOCK = 100
"""The most rows of one bfchar block (Adobe Technical Note 5014)."""


class _Codes(dict[int, str]):
    """Character to one-byte code, as `str.translate` wants it; new ones are assigned."""

    def __init__(self, use: FaceUse) -> None:
        super().__init__()
        self._use = use

    def __missing__(self, char: int) -> str:
        code = self._use.assign(char)
        self[char] = code
        return code


class FaceUse:
    """One face in one file."""

    def __init__(self, face: Face, document: Document, name: str) -> None:
        """Start with no character used; ``name`` prefixes the face's resource names."""
        self.font: Any = face.font
        self.name = name
        self._face = face
        self._document = document
        self._codes = _Codes(self)
        self.wide = False  # more than 255 characters: several subsets
        self._shown: dict[str, bytes] = {}

    def assign(self, char: int) -> str:
        """Return the code of a character, as a character of the same number."""
        ((subset, code),) = self.font.splitString(chr(char), self._document)
        if subset:
            self.wide = True
        return str(code.decode("latin-1"))

    def show(self, text: str) -> list[tuple[int, bytes]]:
        """Return the operators that show the text, by subset."""
        known = self._shown.get(text)
        if known is None:
            pieces = self._face.kerned(text)
            coded = [(piece.translate(self._codes), kern) for piece, kern in pieces]
            if self.wide:
                return self._show_wide(pieces)
            known = _operators(coded)
            self._shown[text] = known
        return [(0, known)]

    def _show_wide(self, kerned: list[tuple[str, float]]) -> list[tuple[int, bytes]]:
        """Show a text over several subsets, each piece kerned as it was measured."""
        shown = []
        for piece, kern in kerned:
            pieces = self.font.splitString(piece, self._document)
            for number, (subset, code) in enumerate(pieces):
                tail = b"%d" % round(-1000 * kern) if kern and number == len(pieces) - 1 else b""
                shown.append((subset, b"[(%b)%b] TJ" % (literal(code), tail)))
        return shown

    def embed(self) -> list[tuple[str, int]]:
        """Add the font objects; return each subset's resource name and object number."""
        state = self.font.state.get(self._document)
        if state is None:
            return []
        return [
            (f"{self.name}{number or ''}", _embed(self.font.face, number, codes, self._document))
            for number, codes in enumerate(state.subsets)
        ]


def _operators(pieces: list[tuple[str, float]]) -> bytes:
    """Return the operator that shows coded pieces, with the kerns between them."""
    if len(pieces) == 1:
        return b"(%b) Tj" % literal(pieces[0][0].encode("latin-1"))
    parts = [
        b"(%b)%d" % (literal(code.encode("latin-1")), round(-1000 * kern))
        for code, kern in pieces[:-1]
    ]
    return b"[%b(%b)] TJ" % (b"".join(parts), literal(pieces[-1][0].encode("latin-1")))


def _embed(face: Any, number: int, codes: list[int], document: Document) -> int:
    """Add one subset's font, descriptor, file and ToUnicode; return the font's number."""
    tag = SUBSETN(number) + b"+" + bytes(face.name)
    data = face.makeSubset(codes)
    file = document.add_stream(data, b"/Length1 %d" % len(data))
    flags = face.flags & ~FF_NONSYMBOLIC | FF_SYMBOLIC
    descriptor = document.add(
        b"<< /Type /FontDescriptor /FontName /%b /Flags %d /FontBBox [%b] /ItalicAngle %d"
        b" /Ascent %d /Descent %d /CapHeight %d /StemV %d /MissingWidth %d /FontFile2 %d 0 R >>"
        % (
            tag,
            flags,
            b" ".join(b"%d" % round(edge) for edge in face.bbox),
            round(face.italicAngle),
            round(face.ascent),
            round(face.descent),
            round(face.capHeight),
            round(face.stemV),
            round(face.defaultWidth),
            file,
        )
    )
    unicode_map = document.add_stream(to_unicode(codes))
    widths = b" ".join(_width(face.getCharWidth(code)) for code in codes)
    return document.add(
        b"<< /Type /Font /Subtype /TrueType /BaseFont /%b /FirstChar 0 /LastChar %d"
        b" /Widths [%b] /FontDescriptor %b /ToUnicode %b >>"
        % (tag, len(codes) - 1, widths, reference(descriptor), reference(unicode_map))
    )


def _width(width: float) -> bytes:
    return f"{width:.2f}".rstrip("0").rstrip(".").encode()


def to_unicode(codes: Sequence[int]) -> bytes:
    """Return a ToUnicode CMap that maps each used code to its character, and no other."""
    rows = [
        b"<%02X> <%b>" % (code, chr(char).encode("utf-16-be").hex().upper().encode())
        for code, char in enumerate(codes)
        if char
    ]
    blocks = [rows[start : start + BLOCK] for start in range(0, len(rows), BLOCK)]
    body = b"\n".join(
        b"%d beginbfchar\n%b\nendbfchar" % (len(block), b"\n".join(block)) for block in blocks
    )
    return (
        b"/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        b"/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        b"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        b"1 begincodespacerange\n<00> <FF>\nendcodespacerange\n"
        + body
        + b"\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
    )
