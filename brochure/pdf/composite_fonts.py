"""Shaped faces embedded in one file: a code for each cluster, drawn by one composite glyph.

One code, one text: the same glyphs with two texts have two codes, so what is copied is never
ambiguous, in any reader (ISO 14289-1, 7.21.7). Offsets are part of the composite glyph, so no
string needs moves between its codes, and widths are exact.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from brochure.pdf.glyph_composer import composed
from brochure.pdf.objects import Document, number, reference, stream
from brochure.typeset.shaping import Cluster, Glyph, ShapedFace, split_marks

TYPE_CHECKING = False
if TYPE_CHECKING:
    from brochure.model import GlyphRun

BLOCK = 100
"""The most rows of one bfchar block (Adobe Technical Note 5014)."""
SYMBOLIC = 4
"""The flag of a font that is not in the standard Latin set (ISO 32000-1, table 123)."""

Code = tuple[tuple[Glyph, ...], str, float]
"""What a code stands for: its glyphs, its text, and its advance in ems."""


class CompositeUse:
    """One shaped face in one file; codes are given in the order of their first use."""

    def __init__(self, face: ShapedFace, name: str) -> None:
        """Start without a code; ``name`` prefixes the resource names."""
        self.name = name
        self.shown: dict[str, bytes] = {}  # no text is shown by itself: see `painted`
        self._face = face
        self._codes: dict[ShapedFace, dict[Code, bytes]] = {face: {}}

    def painted(self, run: GlyphRun) -> Iterator[bytes]:
        """Yield the operators of a run, in the order of its words."""
        at = run.x
        rtl = bool(run.level % 2)
        for clusters, x in _words(self._face.clusters(run.text, rtl), rtl):
            place = b"1 0 0 1 %b %b Tm" % (
                number(at + x * run.size).encode(),
                number(run.y).encode(),
            )
            yield place
            if rtl:
                yield b"/ReversedChars BMC"
            yield from self._shown(clusters, run.size, rtl)
            if rtl:
                yield b"EMC"

    def _shown(self, clusters: Sequence[Cluster], size: float, rtl: bool) -> Iterator[bytes]:
        """Yield what selects the fonts of clusters and shows them."""
        strings: list[tuple[ShapedFace, list[bytes]]] = []
        for cluster in clusters:
            face = cluster.lender or self._face
            if not strings or strings[-1][0] is not face:
                strings.append((face, []))
            table, shown = self._codes.setdefault(face, {}), strings[-1][1]
            for code in _codes_of(cluster, rtl):
                shown.append(table.get(code) or self._code(face, code))
        fonts = list(self._codes)
        for face, codes in strings:
            font = f"/{self.name}{fonts.index(face) or ''} {number(size)} Tf".encode()
            yield font + b" <%b> Tj" % b"".join(codes)

    def _code(self, face: ShapedFace, code: Code) -> bytes:
        table = self._codes[face]
        return table.setdefault(code, b"%04X" % (len(table) + 1))

    def embed(self, document: Document) -> list[tuple[str, int]]:
        """Add the font objects; return each font's resource name and object number."""
        return [
            (f"{self.name}{index or ''}", _embed(face, list(codes), index, document))
            for index, (face, codes) in enumerate(self._codes.items())
            if codes
        ]


def _words(clusters: Sequence[Cluster], rtl: bool) -> list[tuple[tuple[Cluster, ...], float]]:
    """Return the parts that are shown one by one, in reading order, and where each begins, in ems.

    From the left a run is one part. From the right each word is, with the space behind it.
    """
    if not rtl:
        return [(tuple(clusters), 0.0)]
    found: list[tuple[tuple[Cluster, ...], float]] = []
    word: list[Cluster] = []
    at = begun = 0.0
    for cluster in clusters:
        if cluster.text == " " and any(each.text != " " for each in word):
            found.append((tuple(word), begun))
            word, begun = [], at
        word.append(cluster)
        at += cluster.advance
    found.append((tuple(word), begun))
    return found[::-1]


def _codes_of(cluster: Cluster, rtl: bool) -> list[Code]:
    """Return the codes of a cluster, as they stand from left to right.

    From the left its marks are the text of an empty glyph behind it. From the right each
    character has a code of its own, the last one the glyphs, and all share the width.
    """
    if rtl:
        share = cluster.advance / len(cluster.text)
        drawn: tuple[Glyph, ...] = cluster.glyphs
        codes: list[Code] = []
        for char in reversed(cluster.text):
            codes.append((drawn, char, share))
            drawn = ()
        return codes
    letters, marks = split_marks(cluster.text)
    found: list[Code] = [(cluster.glyphs, letters, cluster.advance)]
    return [*found, ((), marks, 0.0)] if marks else found


def _embed(face: ShapedFace, codes: list[Code], index: int, document: Document) -> int:
    """Add one font with its file, widths and ToUnicode; return its number."""
    units = [(glyphs, round(advance * face.upem)) for glyphs, _, advance in codes]
    font = composed(face, units)
    name = _name(face, index)
    file = document.add(stream(font.data, b"/Length1 %d" % len(font.data)))
    scale = 1000 / face.upem
    bounds = b" ".join(b"%d" % round(edge * scale) for edge in font.bounds)
    descriptor = document.add(
        b"<< /Type /FontDescriptor /FontName /%b /Flags %d /FontBBox [%b] /ItalicAngle 0"
        b" /Ascent %d /Descent %d /CapHeight %d /StemV 80 /FontFile2 %b >>"
        % (
            name,
            SYMBOLIC,
            bounds,
            round(font.ascent * scale),
            round(font.descent * scale),
            round(font.ascent * scale),
            reference(file),
        )
    )
    widths = b" ".join(_width(advance * scale) for _, advance in units)
    cid = document.add(
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /%b /CIDToGIDMap /Identity"
        b" /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"
        b" /DW 0 /W [1 [%b]] /FontDescriptor %b >>" % (name, widths, reference(descriptor))
    )
    unicode = document.add(stream(to_unicode([text for _, text, _ in codes])))
    return document.add(
        b"<< /Type /Font /Subtype /Type0 /BaseFont /%b /Encoding /Identity-H"
        b" /DescendantFonts [%b] /ToUnicode %b >>" % (name, reference(cid), reference(unicode))
    )


def _name(face: ShapedFace, index: int) -> bytes:
    """Return the name of a subset: six letters, then the face's own."""
    plain = "".join(char for char in face.name if char.isascii() and char.isalnum())
    return b"AAAAA%c+" % (65 + index) + plain.encode()


def _width(width: float) -> bytes:
    return f"{width:.3f}".rstrip("0").rstrip(".").encode()


def to_unicode(texts: Sequence[str]) -> bytes:
    """Return a ToUnicode CMap of the codes from 1 on (ISO 32000-1, 9.10.3)."""
    rows = [
        b"<%04X> <%b>" % (code, text.encode("utf-16-be").hex().upper().encode())
        for code, text in enumerate(texts, 1)
    ]
    blocks = [rows[start : start + BLOCK] for start in range(0, len(rows), BLOCK)]
    body = b"\n".join(
        b"%d beginbfchar\n%b\nendbfchar" % (len(block), b"\n".join(block)) for block in blocks
    )
    return (
        b"/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        b"/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        b"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        b"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
        + body
        + b"\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
    )
