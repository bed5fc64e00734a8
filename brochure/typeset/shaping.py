"""Faces of scripts whose letters change beside each other: shaped by HarfBuzz, in clusters.

A cluster is what is drawn and copied as one: its characters, its glyphs with their offsets, and
its advance. Every reader of a shaped text, whoever measures it or draws it, sees the same ones.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import groupby
from pathlib import Path
from unicodedata import category

import uharfbuzz as hb

from brochure._startup.records import dataclass
from brochure.remember import known, remember
from brochure.typeset.scripts import FROM_RIGHT, script_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from brochure.typeset.sfnt import Sfnt

KNOWN_TEXTS = 8192
"""How many texts a face remembers, shaped, before it starts anew."""
JOINERS = "\u200c\u200d"
UNSEEN = "\u200b" + JOINERS
"""What is never drawn, whether a font has it or not."""
TAGS = {
    "Arabic": "Arab",
    "Hebrew": "Hebr",
    "Devanagari": "Deva",
    "Bengali": "Beng",
    "Gurmukhi": "Guru",
    "Thai": "Thai",
    "Khmer": "Khmr",
    "Armenian": "Armn",
    "Ethiopic": "Ethi",
    "Hangul": "Hang",
    "Han": "Hani",
    "Kana": "Kana",
    "Georgian": "Geor",
}
"""The tags of scripts (ISO 15924); the European ones are told apart by HarfBuzz."""

Glyph = tuple[int, int, int]
"""A glyph's number and how far it stands from the pen, in the font's units."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """What is drawn and copied as one; lengths are in ems. ``lender`` draws it, if not the face."""

    text: str
    glyphs: tuple[Glyph, ...]
    advance: float
    lender: ShapedFace | None = None


class ShapedFace:
    """One face of a family, opened by HarfBuzz; what `fonts.Face` is to plain scripts."""

    def __init__(self, path: Path, language: str, data: bytes = b"") -> None:
        """Open the font; raise ValueError, with a plain message, if it has no outlines we use."""
        self.data = data or path.read_bytes()
        self.sfnt: Sfnt | None = None
        self.name = path.parent.name + path.stem
        self.hb_face = hb.Face(self.data)
        if not self.hb_face.glyph_count or "glyf" not in self.hb_face.table_tags:
            raise ValueError(f"{path.name} is not a TrueType font that can be used here")
        self.hb_font = hb.Font(self.hb_face)
        self.upem: int = self.hb_face.upem
        self.language = language
        self.advances = {
            chr(code): self.hb_font.get_glyph_h_advance(glyph) / self.upem
            for code in self.hb_face.unicodes
            if (glyph := self.hb_font.get_nominal_glyph(code))
        }
        for char in UNSEEN:
            self.advances.setdefault(char, 0.0)
        self.borrowed: dict[str, ShapedFace] = {}
        self.widths: dict[str, float] = known(partial(_width, self), KNOWN_TEXTS)
        self._known: dict[tuple[str, bool], tuple[Cluster, ...]] = known(
            partial(_clusters, self), KNOWN_TEXTS
        )

    def widths_of(self, texts: list[str]) -> list[float]:
        """Return the width of each text in ems."""
        return list(map(self.widths.__getitem__, texts))

    def prove(self, text: str) -> None:
        """Do nothing: HarfBuzz draws no glyph that breaks off."""

    def borrow(self, char: str, lender: ShapedFace) -> None:
        """Draw a character that this face lacks with a face that has it."""
        if char not in self.advances:
            self.borrowed[char] = lender
            self.advances[char] = lender.advances[char]
            self.widths.clear()
            self._known.clear()

    def clusters(self, text: str, rtl: bool) -> tuple[Cluster, ...]:
        """Return a text's clusters, in the order in which they stand from left to right."""
        return self._known[text, rtl]


def runs_right(text: str) -> bool:
    """Return whether the first letter of a text, if it has one, runs from the right."""
    scripts = map(script_of, text)
    return next((script in FROM_RIGHT for script in scripts if script), False)


def _width(face: ShapedFace, text: str) -> float:
    """Return the width of a text in ems."""
    return sum([cluster.advance for cluster in face.clusters(text, runs_right(text))])


def _clusters(face: ShapedFace, wanted: tuple[str, bool]) -> tuple[Cluster, ...]:
    text, rtl = wanted
    found: list[Cluster] = []
    pieces = list(_pieces(face, text))
    for start, stop, script, lender in reversed(pieces) if rtl else pieces:
        drawn = lender or face
        made = _shaped(drawn, text, start, stop, script, rtl)
        found += made if lender is None else [_lent(each, lender) for each in made]
    return tuple(found)


def _lent(cluster: Cluster, lender: ShapedFace) -> Cluster:
    return Cluster(cluster.text, cluster.glyphs, cluster.advance, lender)


def _pieces(face: ShapedFace, text: str) -> Iterator[tuple[int, int, str, ShapedFace | None]]:
    """Yield the stretches of one script and one face: where they begin and end."""
    scripts = _scripts(text)
    keys = [(script, face.borrowed.get(char)) for script, char in zip(scripts, text, strict=True)]
    at = 0
    for (script, lender), group in groupby(keys):
        size = len(list(group))
        yield at, at + size, script, lender
        at += size


def _scripts(text: str) -> list[str]:
    """Return each character's script; signs have that of the letter before them, or after."""
    found = [script_of(char) for char in text]
    first = next(filter(None, found), "")
    for index, script in enumerate(found):
        before = found[index - 1] if index else first
        found[index] = script or before
    return found


def _shaped(
    face: ShapedFace, text: str, start: int, stop: int, script: str, rtl: bool
) -> list[Cluster]:
    """Return the clusters of a stretch, from left to right; the text about it is its context."""
    inner_start, inner_stop = _inside(text, start, stop)
    if inner_stop <= inner_start:
        return []
    buffer = hb.Buffer()
    buffer.add_codepoints(list(map(ord, text)), inner_start, inner_stop - inner_start)
    buffer.direction = "rtl" if rtl else "ltr"
    if script in TAGS:
        buffer.script = TAGS[script]
    buffer.language = face.language
    buffer.guess_segment_properties()
    buffer.flags = hb.BufferFlags.DO_NOT_INSERT_DOTTED_CIRCLE
    buffer.cluster_level = (
        hb.BufferClusterLevel.MONOTONE_CHARACTERS
        if rtl
        else hb.BufferClusterLevel.MONOTONE_GRAPHEMES
    )
    hb.shape(face.hb_font, buffer)
    return list(_grouped(face, text, inner_stop, buffer))


def _inside(text: str, start: int, stop: int) -> tuple[int, int]:
    """Return a stretch without the joiners at the text's own edges: they are context alone."""
    if start == 0 and text[:1] == "\u200d":
        start = 1
    if stop == len(text) and text[-1:] == "\u200d":
        stop -= 1
    return start, stop


def _grouped(face: ShapedFace, text: str, stop: int, buffer: hb.Buffer) -> Iterator[Cluster]:
    """Yield the glyphs of a buffer by the characters that they stand for."""
    rows = list(zip(buffer.glyph_infos, buffer.glyph_positions, strict=True))
    starts = sorted({info.cluster for info, _ in rows})
    ends = dict(zip(starts, [*starts[1:], stop], strict=True))
    for cluster, group in groupby(rows, key=lambda row: row[0].cluster):
        pen, glyphs = 0, []
        for info, position in group:
            glyphs.append((info.codepoint, pen + position.x_offset, position.y_offset))
            pen += position.x_advance
        words = text[cluster : ends[cluster]]
        if all(char in UNSEEN for char in words):
            glyphs = []
        yield Cluster(words, tuple(glyphs), pen / face.upem)


KNOWN_CLUSTERS = 4096
"""How many clusters a process remembers, with their marks apart."""


@remember(KNOWN_CLUSTERS)
def split_marks(text: str) -> tuple[str, str]:
    """Return a cluster's characters up to its first mark that takes no room, and the rest."""
    for at, char in enumerate(text):
        if at and category(char) == "Mn":
            return text[:at], text[at:]
    return text, ""


def lacking(face: ShapedFace, text: Iterable[str]) -> list[str]:
    """Return the characters that a face has no glyph for."""
    return [char for char in text if char not in face.advances]
