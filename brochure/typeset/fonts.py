"""Font families opened through ReportLab: widths, kerning, and which characters they have.

The only layout module that knows ReportLab, through `reportlab_parts`. A family is opened once
in a process, while it is among the last FAMILIES, under names made from its files, so two
brands with different fonts never share a face.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import filterfalse, repeat
from operator import add
from pathlib import Path

from brochure.model import BrandSource, ContentError, Problem, Text
from brochure.remember import known, remember
from brochure.typeset.font_tables import FontTables
from brochure.typeset.kerning import KERNING, Pairs, pairs_of, read_kerning

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from brochure.model.choices import FaceRole
    from brochure.typeset.sfnt import Sfnt
    from brochure.typeset.shaping import ShapedFace
    from brochure.typeset.writings import Writing

ROLES: tuple[FaceRole, ...] = ("regular", "bold", "italic")
ASSETS = next(
    folder
    for folder in (Path(__file__).parents[1] / "assets", Path(__file__).parents[2] / "assets")
    if folder.is_dir() or folder == Path(__file__).parents[2] / "assets"
)
"""The bundled assets: inside an installed package, or beside it in a checkout."""

BUNDLED = ASSETS / "fonts"
"""The folder whose fonts, and those of the folders in it, need no proof."""

SAMPLE = "the quick answer is that most people who feel it get better with care and time "
"""English prose for the width of an average character."""

COMPANIONS: dict[FaceRole, str] = {"regular": "regular", "bold": "bold", "italic": "regular"}
"""Which companion face, of signs that few families have, stands in for each role."""

INSTALL_HINT = "install it unpacked, as files in folders: no zip file, and all of its assets"
FONT_HINT = (
    "give a folder with the TrueType fonts Regular.ttf, Bold.ttf and Italic.ttf,"
    " or leave `font` out"
)
KNOWN_MOST = 20_000
"""How many texts a face remembers before it starts anew."""
FAMILIES = 16
"""How many families a process keeps open; what is remembered of a family goes with it."""

Kerns = tuple[float, ...]
"""The kern after each character of a text but its last, in ems."""


class Face:
    """One face: its font, its kerning pairs, and what it has measured."""

    def __init__(self, role: str, path: Path, pairs: Pairs) -> None:
        """Open the font; raise ValueError, with a plain message, if it cannot be used.

        A font that is not bundled is proven first, and ReportLab is given a plain copy.
        """
        data = path.read_bytes()
        self.sfnt: Sfnt | None = None
        self.data = data
        if not _is_bundled(path):
            from brochure.typeset.proven_fonts import proven

            self.sfnt, data = proven(path, data)
        try:
            self.font = FontTables(data)
        except Exception as error:  # its parser lets any error of Python's out
            raise ValueError(f"{path.name} is not a font that can be used here") from error
        widths = self.font.charWidths
        self.advances = {chr(code): width / 1000.0 for code, width in widths.items()}
        self.pairs = pairs
        self.borrowed: dict[str, Face] = {}
        self._proven: set[str] = set()
        self.kerns: dict[str, Kerns] = known(partial(_kerns, pairs), KNOWN_MOST)
        measure = partial(_width, self.advances, self.kerns)
        self.widths: dict[str, float] = known(measure, KNOWN_MOST)

    def widths_of(self, texts: list[str]) -> list[float]:
        """Return the width of each text in ems, kerning included."""
        widths = self.widths
        new = list(filterfalse(widths.__contains__, texts))
        if len(new) > 1:
            self._measure(new)
        return list(map(widths.__getitem__, texts))

    def _measure(self, texts: list[str]) -> None:
        """Measure texts in one go, as `_kerns` and `_width` do for one."""
        pairs, widths, kerns = self.pairs, self.widths, self.kerns
        if type(pairs) is not dict or max(len(widths), len(kerns)) + len(texts) > KNOWN_MOST:
            return
        moves, advance = list(_moves(pairs, texts)), self.advances.get
        kerns.update(zip(texts, moves, strict=True))
        each = zip(texts, moves, strict=True)
        wide = [sum(map(advance, text, repeat(0.5))) + sum(moved) for text, moved in each]
        widths.update(zip(texts, wide, strict=True))

    def prove(self, text: str) -> None:
        """Forget the characters of a text that a font of the brand's own draws wrongly."""
        if self.sfnt is not None and not self._proven.issuperset(text):
            from brochure.typeset.proven_fonts import broken

            for char in broken(self.sfnt, set(text) - self._proven):
                self.advances.pop(char, None)
            self._proven.update(text)

    def kerned(self, text: str) -> list[tuple[str, float]]:
        """Return the text in pieces, each with the kern after it in ems."""
        pieces, start = [], 0
        for index, kern in enumerate(self.kerns[text], 1):
            if kern:
                pieces.append((text[start:index], kern))
                start = index
        return [*pieces, (text[start:], 0.0)]

    def borrow(self, char: str, lender: Face) -> None:
        """Draw a character that this face lacks with a face that has it."""
        if char not in self.advances:
            self.borrowed[char] = lender
            self.advances[char] = lender.advances[char]
            self.widths.clear()


def _kerns(pairs: Pairs, text: str) -> Kerns:
    """Return the kern after each character of ``text`` but the last; none if it has no pair."""
    return next(_moves(pairs, [text]))


def _moves(pairs: Pairs, texts: list[str]) -> Iterator[Kerns]:
    """Yield the kerns of each text."""
    alone = pairs.keys().isdisjoint if type(pairs) is dict else _never
    for text in texts:
        kerns: Kerns = ()
        if not alone(map(add, text, text[1:])):  # most words have no pair
            kerns = tuple(map(pairs.get, map(add, text, text[1:]), repeat(0.0)))
        yield kerns if any(kerns) else ()


def _never(pairs: Iterable[str]) -> bool:
    del pairs
    return False


def _width(advances: dict[str, float], kerns: dict[str, Kerns], text: str) -> float:
    """Return the width of ``text`` in ems, kerning included."""
    width: float = sum(map(advances.get, text, repeat(0.5)))
    return width + sum(kerns[text])


class Faces:
    """A family as a `Measure` in ems; each face is opened when it is first used."""

    mixed: bool = False

    def __init__(
        self,
        files: dict[FaceRole, Path],
        writing: Writing | None = None,
        language: str = "",
    ) -> None:
        """Take the font file of each of ROLES, and the language if its writing needs more."""
        self.writing = writing
        if writing and writing.shaped:
            opener: Any = partial(_open_shaped, files, language)
        else:
            opener = partial(_open, files, read_kerning(files["regular"].with_name(KERNING), ROLES))
        self._opened: dict[FaceRole, Any] = known(opener, len(ROLES))
        self.average = self.width(SAMPLE, "regular") / len(SAMPLE)

    def face(self, role: FaceRole) -> Face:
        """Return a face, opened; raise OSError or ValueError if it cannot be."""
        found: Face = self._opened[role]
        return found

    def width(self, text: str, face: FaceRole) -> float:
        """Return the width of ``text`` in ems, kerning included."""
        found: float = self._opened[face].widths[text]
        return found

    def widths(self, texts: list[str], face: FaceRole) -> list[float]:
        """Return the width of each text in ems, kerning included."""
        found: list[float] = self._opened[face].widths_of(texts)
        return found

    def missing(self, text: str, roles: Iterable[FaceRole] = ("regular",)) -> list[str]:
        """Return the characters that a face cannot draw, each once, in order.

        A sign that a companion face has is borrowed from it, and not missing.
        """
        faces = [self.face(role) for role in roles]
        for face in faces:
            face.prove(text)
        tables = [face.advances for face in faces]
        if all(table.keys() >= set(text) for table in tables):
            return []
        chars = dict.fromkeys(text)
        lacking = [char for char in chars if not all(char in table for table in tables)]
        return [char for char in lacking if not self._borrow(char)]

    def _borrow(self, char: str) -> bool:
        """Return whether the companion faces have a sign; if so, every face borrows it."""
        lend: Any = _shaped_companion if self.writing and self.writing.shaped else _companion
        lenders = {role: lend(name) for role, name in COMPANIONS.items()}
        if not all(char in lender.advances for lender in lenders.values()):
            return False
        for role, lender in lenders.items():
            self.face(role).borrow(char, lender)
        return True


def _open(files: dict[FaceRole, Path], kerning: dict[str, list[str]], role: FaceRole) -> Face:
    path, pairs = files[role], pairs_of(kerning.get(role, []))
    if not kerning and not _is_bundled(path):
        from brochure.typeset.font_pairs import font_pairs

        pairs = font_pairs(path.read_bytes())
    return Face(role, path, pairs)


def _is_bundled(path: Path) -> bool:
    return BUNDLED in (path.parent, path.parent.parent)


def _open_shaped(files: dict[FaceRole, Path], language: str, role: FaceRole) -> ShapedFace:
    """Return a face opened by HarfBuzz; one that is not bundled is proven first."""
    from brochure.typeset.shaping import ShapedFace

    path = files[role]
    if not _is_bundled(path):
        from brochure.typeset.proven_fonts import proven

        proven(path, path.read_bytes())
    return ShapedFace(path, language)


def _sign_file(name: str) -> Path:
    return BUNDLED / "signs" / f"{name.capitalize()}.ttf"


@remember(len(COMPANIONS))
def _companion(name: str) -> Face:
    """Return a companion face, opened."""
    return Face(f"signs-{name}", _sign_file(name), {})


@remember(len(COMPANIONS))
def _shaped_companion(name: str) -> ShapedFace:
    """Return a companion face, opened by HarfBuzz."""
    from brochure.typeset.shaping import ShapedFace

    return ShapedFace(_sign_file(name), "en")


Stamp = tuple[str, int, int]
"""A file's path, size and time of change; a file that is not there has neither."""


def _stamp(path: Path) -> Stamp:
    """Return what tells a file from another, and from itself when it is changed or gone."""
    if path.name == KERNING and not path.is_file():
        return str(path), 0, 0
    facts = path.stat()
    return str(path), facts.st_size, facts.st_mtime_ns


def open_faces(
    files: dict[FaceRole, Path], writing: Writing | None = None, language: str = ""
) -> Faces:
    """Return the family in ``files`` (a path for each of ROLES), opened once in a process.

    A ``writing`` that is not that of the first family has faces of its own. Raises OSError or
    ValueError, with a plain message, if a file is no TrueType font.
    """
    paths = [*(files[role] for role in ROLES), files["regular"].with_name(KERNING)]
    return _family(tuple([_stamp(path) for path in paths]), writing, language)


@remember(FAMILIES)
def _family(stamps: tuple[Stamp, ...], writing: Writing | None, language: str) -> Faces:
    files = {role: Path(stamp[0]) for role, stamp in zip(ROLES, stamps, strict=False)}
    return Faces(files, writing, language)


def bundled_files(family: str = "", italic: bool = True) -> dict[FaceRole, Path]:
    """Return the files of the first family, or of one in a folder of its own.

    A family without ``italic`` has its regular face in that place.
    """
    folder = BUNDLED / family
    files: dict[FaceRole, Path] = {role: folder / f"{role.capitalize()}.ttf" for role in ROLES}
    return files if italic else files | {"italic": files["regular"]}


def brand_faces(brand: BrandSource, writing: Writing | None = None, language: str = "") -> Faces:
    """Return the brand's family, or else a bundled one; raise ContentError if it will not open.

    The bundled one is that of a language's writing, if it is not that of the first family.
    """
    own = bundled_files(writing.family, writing.italic) if writing else bundled_files()
    files = {**own, **dict(brand.fonts)}
    try:
        faces = open_faces(files, writing, language)
        if brand.fonts:
            from brochure.typeset.proven_fonts import check_bold

            opened = {role: getattr(faces.face(role), "sfnt", None) for role, _ in brand.fonts}
            check_bold(opened.get("regular"), opened.get("bold"))
        return faces
    except (OSError, ValueError) as error:
        words = (f"`font` cannot be used: {error}", FONT_HINT)
        if not brand.fonts:  # nobody named a font: ours are not where they were installed
            words = (f"the fonts of the program cannot be read: {error}", INSTALL_HINT)
        place = (brand.file, brand.font_line, brand.font_column)
        raise ContentError([Problem(*place, "error", *words)]) from error


def uncovered(
    texts: list[Text], faces: Faces, roles: Iterable[FaceRole] = ("regular",)
) -> list[Problem]:
    """Return a problem for each character that a face cannot draw, where it stands first."""
    found: dict[str, list[Text]] = {}
    if not faces.missing("".join([text.plain for text in texts]), roles):
        return []
    for text in texts:
        for char in faces.missing(text.plain.replace("\n", " "), roles):
            found.setdefault(char, []).append(text)
    return [_uncovered(char, places) for char, places in found.items()]


def _uncovered(char: str, places: list[Text]) -> Problem:
    from unicodedata import name

    first = min(places, key=lambda text: (text.file, text.line, text.column))
    words = name(char, "unnamed character").lower()
    lines = sorted({text.line for text in places if text.file == first.file} - {first.line})
    more = f"; also on line {', '.join(map(str, lines[:8]))}" if lines else ""
    return Problem(
        first.file,
        first.line,
        first.column,
        "error",
        f'the font has no "{char}" (U+{ord(char):04X}, {words}){more}',
        "type another character, or name a font in `brand: font:` that has this script",
    )
