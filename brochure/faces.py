"""Font families opened through ReportLab: widths, kerning, and which characters they have.

The only layout module that knows ReportLab. A family is opened once in a process, under
names made from its files, so two brands with different fonts never share a face.
"""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from zlib import crc32

from reportlab.pdfbase.ttfonts import TTFError, TTFont

from brochure.model import BrandSource, ContentError, Problem, Text

ROLES = ("regular", "bold", "italic")
ASSETS = next(
    folder
    for folder in (Path(__file__).parent / "assets", Path(__file__).parents[1] / "assets")
    if folder.is_dir() or folder == Path(__file__).parents[1] / "assets"
)
"""The bundled assets: inside an installed package, or beside it in a checkout."""

SAMPLE = "the quick answer is that most people who feel it get better with care and time "
"""English prose for the width of an average character."""

KNOWN_MOST = 20_000
"""How many texts a face remembers before it starts anew."""

Pairs = dict[str, float]


class Faces:
    """The three faces of a family, as a `Measure` in ems."""

    def __init__(self, fonts: dict[str, TTFont], kerning: dict[str, Pairs]) -> None:
        """Take the fonts and the kerning pairs by role."""
        self.fonts = fonts
        self.kerning = kerning
        self._advances = {
            role: {chr(code): width / 1000.0 for code, width in font.face.charWidths.items()}
            for role, font in fonts.items()
        }
        self._known: dict[str, dict[str, float]] = {role: {} for role in fonts}
        self._cuts: dict[str, dict[str, tuple[tuple[str, float], ...]]] = {r: {} for r in fonts}
        self.average = self.width(SAMPLE, "regular") / len(SAMPLE)

    def width(self, text: str, face: str) -> float:
        """Return the width of ``text`` in ems, kerning included."""
        known = self._known[face]
        width = known.get(text)
        if width is None:
            advances = self._advances[face]
            width = sum([advances.get(char, 0.5) for char in text])
            pairs = self.kerning[face]
            if pairs:
                width += sum([pairs.get(a + b, 0.0) for a, b in pairwise(text)])
            if len(known) > KNOWN_MOST:
                known.clear()
            known[text] = width
        return width

    def kerned(self, text: str, face: str) -> list[tuple[str, float]]:
        """Return the text in pieces, each with the kern after it in ems.

        No pair holds a space, so words are cut one by one and remembered.
        """
        cuts, pieces, piece = self._cuts[face], [], ""
        for word in text.split(" "):
            cut = cuts.get(word)
            if cut is None:
                cut = self._cut(word, face)
            for part, kern in cut:
                pieces.append((piece + part, kern))
                piece = ""
            piece += (word[sum([len(part) for part, _ in cut]) :] if cut else word) + " "
        pieces.append((piece[:-1], 0.0))
        return pieces

    def _cut(self, word: str, face: str) -> tuple[tuple[str, float], ...]:
        """Return a word's pieces before each kern; what is left after the last is not in it."""
        pairs, cut, start = self.kerning[face], [], 0
        for index in range(len(word) - 1):
            kern = pairs.get(word[index : index + 2])
            if kern:
                cut.append((word[start : index + 1], kern))
                start = index + 1
        known = self._cuts[face]
        if len(known) > KNOWN_MOST:
            known.clear()
        known[word] = tuple(cut)
        return known[word]

    def missing(self, text: str) -> list[str]:
        """Return the characters that the regular face cannot draw, each once, in order."""
        have = self._advances["regular"]
        return [char for char in dict.fromkeys(text) if char not in have]


def _read_kerning(path: Path) -> dict[str, Pairs]:
    """Return the kerning pairs by face; none where the file is absent.

    A face's line is its name; a pair's line is the pair and thousandths of an em.
    """
    tables: dict[str, Pairs] = {role: {} for role in ROLES}
    if not path.is_file():
        return tables
    pairs: Pairs = {}
    for line in path.read_text("utf-8").splitlines():
        if line in tables:
            pairs = tables[line]
        elif line[:1] != "#":
            pairs[line[:2]] = int(line[2:]) / 1000.0
    return tables


_opened: dict[tuple[tuple[str, int, int], ...], Faces] = {}


def _stamp(path: Path) -> tuple[str, int, int]:
    facts = path.stat()
    return str(path), facts.st_size, facts.st_mtime_ns


def open_faces(files: dict[str, Path]) -> Faces:
    """Return the family in ``files`` (a path for each of ROLES), opened once in a process.

    Raises OSError or ValueError, with a plain message, if a file is no TrueType font.
    """
    key = tuple(_stamp(files[role]) for role in ROLES)
    if key not in _opened:
        fonts = {role: _open(role, files[role]) for role in ROLES}
        _opened[key] = Faces(fonts, _read_kerning(files["regular"].with_name("kerning.txt")))
    return _opened[key]


def _open(role: str, path: Path) -> TTFont:
    name = f"{role}-{crc32(path.read_bytes()):08x}"
    try:
        return TTFont(name, str(path), asciiReadable=0, shapable=False)
    except TTFError as error:
        raise ValueError(f"{path.name} is not a TrueType font that can be embedded") from error


def bundled_files() -> dict[str, Path]:
    """Return the files of the bundled family."""
    folder = ASSETS / "fonts"
    return {role: folder / f"{role.capitalize()}.ttf" for role in ROLES}


def brand_faces(brand: BrandSource) -> Faces:
    """Return the brand's family, or the bundled one; raise ContentError if it will not open."""
    files = {**bundled_files(), **dict(brand.fonts)}
    try:
        return open_faces(files)
    except (OSError, ValueError) as error:
        problem = Problem(
            brand.file,
            brand.font_line,
            brand.font_column,
            "error",
            f"`font` cannot be used: {error}",
            "give a folder with Regular.ttf, Bold.ttf and Italic.ttf, or leave `font` out",
        )
        raise ContentError([problem]) from error


def uncovered(texts: list[Text], faces: Faces) -> list[Problem]:
    """Return a problem for each character the fonts cannot draw, where it stands first."""
    found: dict[str, list[Text]] = {}
    for text in texts:
        for char in faces.missing(text.plain):
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
