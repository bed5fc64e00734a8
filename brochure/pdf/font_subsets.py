"""Faces embedded in one file: codes for characters, and the font objects at its end.

A character's code depends on nothing but the character, as far as one byte allows, so what a
text looks like in one file serves the next; and equal subsets are cut once in a process.

ReportLab reads the fonts, and subsets are cut as it cuts them (`font_cutting`). Its own writer is
not used for them, because in 5.1 it ends streams without an end-of-line and maps unused codes to
U+0000 in ToUnicode, and either makes a file invalid under PDF/A-2 and PDF/UA-1.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import chain
from operator import add

from brochure._startup.records import dataclass
from brochure._startup.reportlab import FF_NONSYMBOLIC, FF_SYMBOLIC, SUBSETN
from brochure.pdf.font_cutting import Cutter
from brochure.pdf.objects import Document, literal, reference, stream
from brochure.remember import known, remember
from brochure.typeset.fonts import FAMILIES, Face, Kerns

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

BLOCK = 100
"""The most rows of one bfchar block (Adobe Technical Note 5014)."""
CODING = "cp1252"
"""Gives the codes of the characters it has; the others take what a file leaves free."""
CODES = range(1, 256)
"""The codes of one subset; 0 is no character's."""
SPACE = ord(" ")
"""A space has this code in every subset but the lenders', where it has the first."""
KNOWN_FACES = 2 * FAMILIES
"""How many faces have words and subsets that a process remembers: most handouts show two."""
KNOWN_WORDS = 4096
"""How many words of a face a process remembers, coded."""
APART = " \0 "
"""Stands between texts while their words are coded: no text holds it (YAML 1.2, 5.1)."""
KNOWN_SUBSETS = 32
"""How many subsets a process remembers of a face, and how many codes of characters."""
KNOWN_ROWS = 1024
"""How many widths, and how many codes with their characters, are kept as they are written."""

Slots = tuple[int, ...]
"""The character of each code from 0 on, 0 where a code has none."""


@dataclass(frozen=True, slots=True)
class Subset:
    """A part of a face, cut: its streams, and the entries of its font and descriptor."""

    file: bytes
    to_unicode: bytes
    descriptor: bytes
    font: bytes


class FaceUse:
    """One face in one file."""

    def __init__(self, face: Face, name: str, drawn: Sequence[str]) -> None:
        """Give every character of what is drawn a code; ``name`` prefixes the resources' names."""
        chars = frozenset("".join(drawn))
        self.name = name
        self._face = face
        lenders: tuple[Face, ...] = ()
        lent = chars & face.borrowed.keys()
        self.slots, self._others = coded(chars - lent if lent else chars)
        if lent:
            from brochure.pdf.further_subsets import borrowed

            found = borrowed(face.borrowed, lent, self.slots, self._others)
            self.slots, self._others, lenders = found
        self._faces = (*[face] * (len(self.slots) - len(lenders)), *lenders)
        self.shown = _shown(face, [text for text in drawn if self._is_whole(text)])

    def _is_whole(self, text: str) -> bool:
        """Return whether all of a text is in the first subset."""
        return not self._others or self._others.keys().isdisjoint(text)

    def show(self, text: str) -> list[tuple[int, bytes]]:
        """Return the operators that show the text, by subset."""
        if self._is_whole(text):
            return [(0, self.shown.get(text) or _shown(self._face, [text])[text])]
        from brochure.pdf.further_subsets import operators

        return operators(self._face.kerned(text), self._spot, self._faces.count(self._face))

    def _spot(self, char: str) -> tuple[int, bytes]:
        """Return the subset and the code of a character."""
        return self._others.get(char) or (0, char.encode(CODING))

    def embed(self, document: Document) -> list[tuple[str, int]]:
        """Add the font objects; return each subset's resource name and object number."""
        return [
            (f"{self.name}{number or ''}", _embed(face, number, slots, document))
            for number, (face, slots) in enumerate(zip(self._faces, self.slots, strict=True))
        ]


@remember(KNOWN_SUBSETS)
def coded(chars: frozenset[str]) -> tuple[tuple[Slots, ...], dict[str, tuple[int, bytes]]]:
    """Return the slots of each subset, and subset and code of what is not in CODING."""
    own = {char: char.encode(CODING, "ignore") for char in chars}
    first = {code[0]: ord(char) for char, code in own.items() if code}
    free = [code for code in CODES if code not in first]
    tables, others = [first], {}
    for char in sorted(char for char, code in own.items() if not code):
        if not free:
            tables.append({SPACE: SPACE})
            free = [code for code in CODES if code != SPACE]
        code = free.pop(0)
        tables[-1][code] = ord(char)
        others[char] = (len(tables) - 1, bytes([code]))
    slots = tuple(
        tuple([table.get(code, 0) for code in range(max(table, default=0) + 1)]) for table in tables
    )
    return slots, others


def _shown(face: Face, texts: Sequence[str]) -> dict[str, bytes]:
    """Return the operator that shows each text, of characters that are in CODING.

    No pair holds a space, so a text is shown by its words; those not known are coded all at once.
    """
    words, typed = words_of(face), APART.join(texts).split(" ")
    coded: list[Any] = list(map(words.get, typed))
    if None in coded:
        new = list({*typed} - words.keys())
        if len(words) + len(new) > KNOWN_WORDS:
            words.clear()
        words.update(_coded(face.kerns, new))
        coded = list(map(words.__getitem__, typed))
    parts = b" ".join(coded).split(APART.encode())
    return dict(zip(texts, [b"[(%b)] TJ" % part for part in parts], strict=False))


def _coded(kerns: dict[str, Kerns], words: Sequence[str]) -> dict[str, bytes]:
    """Return words as they stand in a string, which ends before each kern and begins again."""
    coded = dict(zip(words, literal(" ".join(words).encode(CODING)).split(b" "), strict=True))
    kerned = [word for word in words if kerns[word]]
    if kerned:
        moves = chain.from_iterable([kerns[word] + WORD_END for word in kerned])
        parts = map(add, map(_code, " ".join(kerned)), map(_move, moves))
        coded.update(zip(kerned, b"".join(parts).split(b" "), strict=True))
    return coded


WORD_END = 0.0, 0.0
"""The kerns behind a word's last character and the space after it."""


@remember(KNOWN_ROWS)
def _code(char: str) -> bytes:
    """Return a character as it stands in a string."""
    return literal(char.encode(CODING))


@remember(KNOWN_ROWS)
def _move(kern: float) -> bytes:
    """Return what ends a string before a kern and begins it again; nothing where there is none."""
    return b")%d(" % round(-1000 * kern) if kern else b""


@remember(KNOWN_FACES)
def words_of(face: Face) -> dict[str, bytes]:
    """Return a face's words, of characters that are in CODING, as they stand in a string."""
    return known(partial(_word, face.kerns), KNOWN_WORDS)


def _word(kerns: dict[str, Kerns], word: str) -> bytes:
    return _coded(kerns, [word])[word]


def _embed(face: Face, number: int, slots: Slots, document: Document) -> int:
    """Add one subset's font, descriptor, file and ToUnicode; return the font's number."""
    subset = _subsets_of(face)[number, slots]
    file = document.add(subset.file)
    descriptor = document.add(b"%b /FontFile2 %b >>" % (subset.descriptor, reference(file)))
    links = reference(descriptor), reference(document.add(subset.to_unicode))
    return document.add(b"%b /FontDescriptor %b /ToUnicode %b >>" % (subset.font, *links))


@remember(KNOWN_FACES)
def _subsets_of(face: Face) -> dict[tuple[int, Slots], Subset]:
    """Return a face's subsets, by number and slots."""
    return known(partial(cut, face, Cutter(face.font)), KNOWN_SUBSETS)


def cut(face: Face, cutter: Cutter, wanted: tuple[int, Slots]) -> Subset:
    """Return a face cut to the characters of the slots of a subset's number."""
    number, slots = wanted
    opened: Any = face.font
    name = SUBSETN(number) + b"+" + bytes(opened.name)
    data = cutter.cut(slots)
    descriptor = (
        b"<< /Type /FontDescriptor /FontName /%b /Flags %d /FontBBox [%b] /ItalicAngle %d"
        b" /Ascent %d /Descent %d /CapHeight %d /StemV %d /MissingWidth %d"
        % (
            name,
            opened.flags & ~FF_NONSYMBOLIC | FF_SYMBOLIC,
            b" ".join([b"%d" % round(edge) for edge in opened.bbox]),
            round(opened.italicAngle),
            round(opened.ascent),
            round(opened.descent),
            round(opened.capHeight),
            round(opened.stemV),
            round(opened.defaultWidth),
        )
    )
    start = next((code for code, char in enumerate(slots) if char), 0)
    widths = [_width(opened.getCharWidth(char)) if char else b"0" for char in slots[start:]]
    font = (
        b"<< /Type /Font /Subtype /TrueType /BaseFont /%b /FirstChar %d /LastChar %d /Widths [%b]"
        % (name, start, len(slots) - 1, b" ".join(widths))
    )
    file = stream(data, b"/Length1 %d" % len(data))
    return Subset(file, stream(to_unicode(slots)), descriptor, font)


@remember(KNOWN_ROWS)
def _width(width: float) -> bytes:
    return f"{width:.2f}".rstrip("0").rstrip(".").encode()


def _utf16(char: int) -> bytes:
    """Return a character's code units in UTF-16, in hex (ISO 32000-1, 9.10.3)."""
    return (
        b"%04X" % char if char < 0x10000 else chr(char).encode("utf-16-be").hex().upper().encode()
    )


@remember(KNOWN_ROWS)
def _row(code: int, char: int) -> bytes:
    """Return the line of a ToUnicode CMap that maps a code to its character."""
    return b"<%02X> <%b>" % (code, _utf16(char))


def to_unicode(codes: Sequence[int]) -> bytes:
    """Return a ToUnicode CMap that maps each used code to its character, and no other."""
    rows = [_row(code, char) for code, char in enumerate(codes) if char]
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
