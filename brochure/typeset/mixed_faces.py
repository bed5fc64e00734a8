"""A family, and others for words that it lacks letters of: a name, a language's own name, a line.

A word goes to another family whole. Plain scripts are lent to any text; a script that needs more
than a font, and Han, which looks different by language, only to words whose language is marked.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from importlib.util import find_spec
from itertools import groupby

from brochure._startup.records import dataclass
from brochure.model import BrandSource, Text
from brochure.remember import known, remember
from brochure.typeset.fonts import Faces, brand_faces
from brochure.typeset.scripts import PLAIN, script_of, writing_of
from brochure.typeset.writings import Writing

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from brochure.model.choices import FaceRole

KNOWN_MIXTURES = 16
KNOWN_TEXTS = 4096
LENT_BY = {
    "European": "ru",
    "Armenian": "hy",
    "Ethiopic": "am",
    "Kana": "ja",
    "Hangul": "ko",
    "Bopomofo": "zh-Hant",
}
"""Whose family lends the letters of a plain script; Han is told apart by its language alone."""
SHAPER = "uharfbuzz"

Lent = tuple[tuple[str, str], ...]
"""Characters that a family lacks, each with the language whose family has it."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a text in one face: where it begins, in ems, and the level of its letters."""

    text: str
    role: FaceRole
    level: int
    x: float


Wanted = tuple[str, "FaceRole", bool]
"""A text, its face, and whether all of it runs from the right."""
Part = tuple[str, str]
"""A part of a text, and the language whose family draws it, empty for the own one."""


class MixedFaces(Faces):
    """A family as `Faces` is, with words of other families in it."""

    mixed = True

    def __init__(self, own: Faces, lent: Lent) -> None:
        """Take the family and what the others lend."""
        self.own = own
        self.writing = own.writing
        self.average = own.average
        self._lent = dict(lent)
        self._families = {tag: _family(tag) for tag in dict.fromkeys(self._lent.values())}
        self._placed: dict[Wanted, tuple[Piece, ...]] = known(partial(_placed, self), KNOWN_TEXTS)

    def face(self, role: FaceRole) -> Any:
        """Return a face of the family, or of another for a role such as "bold/ja"."""
        base, _, tag = role.partition("/")
        faces = self._families[tag] if tag else self.own
        return faces.face(base)  # type: ignore[arg-type]

    def width(self, text: str, face: FaceRole) -> float:
        """Return the width of ``text`` in ems."""
        base, _, tag = face.partition("/")
        if tag:
            return self._families[tag].width(text, base)  # type: ignore[arg-type]
        if self._lent.keys().isdisjoint(text):
            return self.own.width(text, face)
        return sum(
            [self.width(piece.text, piece.role) for piece in self._placed[text, face, False]]
        )

    def widths(self, texts: Iterable[str], face: FaceRole) -> list[float]:
        """Return the width of each text in ems."""
        return [self.width(text, face) for text in texts]

    def missing(self, text: str, roles: Iterable[FaceRole] = ("regular",)) -> list[str]:
        """Return the characters that neither the family nor another has."""
        return [char for char in self.own.missing(text, roles) if char not in self._lent]

    def placed(self, text: str, role: FaceRole, right: bool = False) -> tuple[Piece, ...]:
        """Return a text's parts by face, in the order of reading, each at its place.

        ``right`` says that all of it runs from the right.
        """
        return self._placed[text, role, right]

    def tag_of(self, word: str) -> str:
        """Return the language whose family a word is set in; empty for its own."""
        return next((self._lent[char] for char in word if char in self._lent), "")

    def runs_right(self, tag: str) -> bool:
        """Return whether the words of a language run from the right."""
        return bool(tag) and bool((writing := self._families[tag].writing) and writing.rtl)


def _family(tag: str) -> Faces:
    """Return the bundled family of a language."""
    return brand_faces(BrandSource(), writing_of(tag), tag)


@remember(KNOWN_MIXTURES)
def mixed_faces(own: Faces, lent: Lent) -> MixedFaces:
    """Return a family with words of others, the same for the same letters."""
    return MixedFaces(own, lent)


def _placed(faces: MixedFaces, wanted: Wanted) -> tuple[Piece, ...]:
    from brochure.typeset.bidi import visual_order

    text, role, right = wanted
    parts = _joined(_from_right(faces, text) if right else _from_left(faces, text))
    roles: list[Any] = [f"{role}/{tag}" if tag else role for _, tag in parts]
    levels = [int(right or faces.runs_right(tag)) for _, tag in parts]
    widths = [faces.width(part, each) for (part, _), each in zip(parts, roles, strict=True)]
    places, x = [0.0] * len(parts), 0.0
    for index in visual_order(levels):
        places[index] = x
        x += widths[index]
    rows = zip(parts, roles, levels, places, strict=True)
    return tuple([Piece(part, each, level, at) for (part, _), each, level, at in rows])


def _words(text: str) -> list[str]:
    """Return a text's words and the spaces between them."""
    return ["".join(group) for _, group in groupby(text, str.isspace)]


def _from_right(faces: MixedFaces, text: str) -> list[Part]:
    """Return the words of a stretch from the right; signs and spaces are those of their word."""
    found: list[Part] = []
    for word in _words(text):
        lettered = any(map(str.isalnum, word))
        before = found[-1][1] if found else faces.tag_of(text)
        found.append((word, faces.tag_of(word) if lettered else before))
    return found


def _from_left(faces: MixedFaces, text: str) -> list[Part]:
    """Return the words of a text from the left, a space between two of one family with them."""
    found: list[Part] = []
    for word in _words(text):
        found += [(word, "")] if word.isspace() else _word(faces, word)
    return [
        (word, found[at - 1][1])
        if word.isspace() and 0 < at < len(found) - 1 and found[at - 1][1] == found[at + 1][1]
        else (word, tag)
        for at, (word, tag) in enumerate(found)
    ]


def _joined(parts: Iterable[Part]) -> list[Part]:
    """Return neighbours of one family as one."""
    return [
        ("".join([word for word, _ in group]), tag)
        for tag, group in groupby(parts, key=lambda part: part[1])
    ]


def _word(faces: MixedFaces, word: str) -> list[Part]:
    """Return a word with its language; from the right, the signs about it are not its own."""
    tag = faces.tag_of(word)
    if not faces.runs_right(tag):
        return [(word, tag)]
    start = next(at for at, char in enumerate(word) if script_of(char))
    stop = len(word) - next(at for at, char in enumerate(reversed(word)) if script_of(char))
    parts = [(word[:start], ""), (word[start:stop], tag), (word[stop:], "")]
    return [part for part in parts if part[0]]


# ------------------------------------------------------------- what is lent


def lent_letters(texts: Iterable[Text], lacking: Mapping[str, object], own: Writing | None) -> Lent:
    """Return the letters of texts that other families lend, each with its language.

    ``lacking`` are those that the handout's own family has not. A script that its writing cannot
    set is lent whether the family has it or not.
    """
    settable = PLAIN.union(own.scripts) if own else PLAIN
    found: dict[str, str] = {}
    for text in texts:
        for span in text.spans:
            for char in span.text:
                if char in lacking or script_of(char) not in settable:
                    tag = _lender(char, span.lang)
                    if tag and char not in found:
                        found[char] = tag
    return tuple(sorted(found.items()))


def _lender(char: str, lang: str) -> str:
    """Return the language whose family lends a letter; empty if none does."""
    script = script_of(char)
    marked = writing_of(lang) if lang else None
    if marked and (script in ("", "Han") or script in marked.scripts):
        return lang if not marked.shaped or find_spec(SHAPER) else ""
    return LENT_BY.get(script, "")
