"""A family's files as they were downloaded: which of them is regular, bold and italic.

Names are believed first (`Lato-Regular.ttf`, `Lato_400Regular_Italic.ttf`, `lato-700italic.ttf`);
a name that says nothing (`arialbd.ttf`) is looked up in the font itself. Knows no ReportLab.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from brochure._startup.records import dataclass
from brochure.typeset.sfnt import tables_of

Family = tuple[tuple[str, Path], ...]
PLAIN_NAMES = (("regular", "regular.ttf"), ("bold", "bold.ttf"), ("italic", "italic.ttf"))
OTHERS = (".otf", ".woff", ".woff2", ".ttc", ".eot", ".zip", ".pfb", ".pfm", ".fon", ".dfont")
MOST_FILES, MOST_DEPTH = 1_000, 3
REGULAR, BOLD = (400, 450, 500, 350, 300), (700, 800, 600, 750, 900, 950, 1000)
"""The weights that may be a text's regular and bold, the wanted one first (OS/2, usWeightClass)."""

_WEIGHTS = {
    **{"thin": 100, "hairline": 100, "extralight": 200, "ultralight": 200, "light": 300},
    **{"semilight": 350, "demilight": 350, "book": 400, "regular": 400, "reg": 400},
    **{"normal": 400, "roman": 400, "text": 450, "medium": 500, "semibold": 600},
    **{"demibold": 600, "demi": 600, "bold": 700, "extrabold": 800, "ultrabold": 800},
    **{"heavy": 900, "black": 900, "extrablack": 950, "ultrablack": 950},
}
_ENDS: tuple[tuple[str, str], ...] = (
    ("weight", r"(?:(?:extra|ultra|semi|demi)[-_ ]?(?:light|bold|black)|thin|hairline|light|book"
               r"|regular|reg|normal|roman|text|medium|demi|bold|heavy|black|[1-9]00)"),
    ("italic", r"(?:italic|oblique|slanted|ital|(?-i:It)|(?<=[-_ ])it)"),
    ("width", r"(?:(?:extra|ultra|semi)[-_ ]?)?(?:condensed|compressed|narrow|expanded|extended)"),
    ("size", r"(?:\d{1,3}pt|display|caption|subhead|micro)"),
    ("more", r"(?:latin(?:[-_ ]?ext)?|cyrillic|greek|vietnamese|subset|webfont|hinted|v\d+"
             r"|\(\d\))"),
)  # fmt: skip
"""What the end of a name may say, one thing after another, from the back."""
_VARIABLE = re.compile(r"variable|\[[\w,]*wght|[-_]vf$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class FontFile:
    """What a font file is by its name, or by its own tables."""

    path: Path
    family: str  # in small letters and digits
    weight: int
    italic: bool
    variant: tuple[bool, int, str]  # narrow or wide; the size it is drawn for; both in words


def family_in(path: Path) -> Family:
    """Return the regular, bold and, if there is one, italic file of a folder or beside a file.

    Raises ValueError, with a whole sentence, that says what lies there and what is missing.
    """
    folder = path if path.is_dir() else path.parent
    plain = _plain(folder) if path.is_dir() else ()
    if plain:
        return plain
    if path.is_file() and path.suffix.lower() != ".ttf":
        tables_of_file(path)
    fonts = [_described(file) for file in _fonts(folder)]
    wanted = [font for font in fonts if font.path == path]
    static = [font for font in fonts if not _VARIABLE.search(font.path.stem)]
    if not static:
        raise ValueError(_nothing(folder, fonts))
    return _chosen(folder, _one_variant(folder, static, wanted))


def tables_of_file(path: Path) -> dict[str, bytes]:
    """Return a font file's tables; raise ValueError, with a sentence, for another kind of file."""
    try:
        return tables_of(path.read_bytes())
    except ValueError as error:
        raise ValueError(f"`{path.name}` {error}") from error


def _plain(folder: Path) -> Family:
    """Return the files that are called Regular, Bold and Italic; nothing unless two are there."""
    named = {file.name.lower(): file for file in folder.iterdir() if file.suffix.lower() == ".ttf"}
    found = tuple((role, named[name]) for role, name in PLAIN_NAMES if name in named)
    return found if dict(found).keys() >= {"regular", "bold"} else ()


def _fonts(folder: Path) -> Iterator[Path]:
    """Yield the TrueType fonts in a folder and the folders in it, the nearest first."""
    home, level = folder.resolve(), [folder]
    for _ in range(MOST_DEPTH):
        entries = sorted(entry for each in level for entry in each.iterdir())[:MOST_FILES]
        for entry in entries:
            inside = entry.resolve().is_relative_to(home) and not entry.name.startswith(".")
            if inside and entry.is_file() and _may_be_font(entry):
                yield entry
        level = [entry for entry in entries if entry.is_dir() and entry.name[0] not in "._"]


def _may_be_font(path: Path) -> bool:
    """Return whether a file is called TrueType, or is one under the name of OpenType."""
    if path.suffix.lower() != ".otf":
        return path.suffix.lower() == ".ttf"
    with path.open("rb") as stream:
        return stream.read(4) == b"\0\1\0\0"


def _described(path: Path) -> FontFile:
    """Return what a file is by its name; by its tables if that says neither weight nor slope."""
    stem = path.stem
    said: dict[str, str] = {}
    ends = _end(stem)
    while ends:
        kind, word, stem = ends
        said.setdefault(kind, word)
        ends = _end(stem)
    family, weight, italic = stem, _weight(said.get("weight", "")), "italic" in said
    if "weight" not in said and not italic:
        family, weight, italic = _own_words(path, stem)
    size = said.get("size", "")
    points = int(re.sub(r"\D", "", size) or 999) if size else 0
    variant = "width" in said, points, f"{said.get('width', '')} {size}".strip()
    return FontFile(path, re.sub(r"[\W_]", "", family).lower(), weight, italic, variant)


def _end(stem: str) -> tuple[str, str, str] | None:
    """Return what the end of a name says, in which word, and the name before it."""
    for kind, pattern in _ENDS:
        match = re.search(rf"[-_ .]*({pattern})$", stem, re.IGNORECASE)
        if match is None:
            continue
        start = match.start(1)
        apart = not start or stem[start].isupper() or not stem[start - 1].isalpha()
        if apart or (kind == "italic" and stem[start - 1].isdigit()):
            return kind, match[1].lower(), stem[: match.start()]
    return None


def _weight(word: str) -> int:
    word = re.sub(r"[-_ ]", "", word)
    return int(word) if word.isdecimal() else _WEIGHTS.get(word, 400)


def _own_words(path: Path, stem: str) -> tuple[str, int, bool]:
    """Return the family, weight and slope that a font file states; of a broken one, guesses."""
    try:
        tables = tables_of(path.read_bytes())
    except ValueError:
        return stem, 400, False
    os2, head = tables.get("OS/2", b""), tables.get("head", b"")
    weight = int.from_bytes(os2[4:6], "big") if len(os2) >= 64 else 0
    style = int.from_bytes(head[44:46], "big")
    italic = bool(style & 2) or (len(os2) >= 64 and bool(os2[63] & 1))
    if not 1 <= weight <= 1000 or (weight == 400 and style & 1):
        weight = 700 if style & 1 else 400
    return _family_name(tables.get("name", b"")) or stem, weight, italic


def _family_name(table: bytes) -> str:
    """Return a font's typographic family, else its family (OpenType, name, IDs 16 and 1)."""
    found: dict[int, str] = {}
    strings = int.from_bytes(table[4:6], "big")
    for at in range(6, min(6 + 12 * int.from_bytes(table[2:4], "big"), len(table) - 11), 12):
        platform, _, _, key, length, start = (
            int.from_bytes(table[at + step : at + step + 2], "big") for step in range(0, 12, 2)
        )
        words = table[strings + start : strings + start + length]
        coding = "mac_roman" if platform == 1 else "utf-16-be"
        found.setdefault(key, words.decode(coding, "ignore"))
    return found.get(16) or found.get(1, "")


def _one_variant(folder: Path, fonts: list[FontFile], wanted: list[FontFile]) -> list[FontFile]:
    """Return the fonts of one family, width and size; raise ValueError if there are several."""
    families = sorted({font.family for font in wanted or fonts})
    if len(families) > 1:
        names = _listed(next(f.path for f in fonts if f.family == each) for each in families)
        raise ValueError(
            f"`{folder.name}` holds several families ({names}): keep one, or name its regular file"
        )
    own = [font for font in fonts if font.family == families[0]]
    variant = min(font.variant for font in wanted or own)
    return [font for font in own if font.variant == variant]


def _chosen(folder: Path, fonts: list[FontFile]) -> Family:
    """Return the files for regular, bold and italic; raise ValueError if one is missing."""
    upright = [font for font in fonts if not font.italic]
    regular = _nearest(upright, REGULAR)
    bold = _nearest(upright, BOLD)
    for role, font in (("regular", regular), ("bold", bold)):
        if font is None:
            there = _listed(each.path for each in fonts)
            name = f"{role.capitalize()}.ttf"
            raise ValueError(f"`{folder.name}` has no {role} font ({name}); it holds {there}")
    slanted = [font for font in fonts if font.italic]
    weights = (regular.weight, *REGULAR) if regular else REGULAR
    found = (("regular", regular), ("bold", bold), ("italic", _nearest(slanted, weights)))
    return tuple((role, font.path) for role, font in found if font)


def _nearest(fonts: list[FontFile], weights: Iterable[int]) -> FontFile | None:
    """Return the font of the first weight that there is, the file nearest to the folder."""
    for weight in weights:
        found = [font for font in fonts if font.weight == weight]
        if found:
            return min(found, key=lambda font: (len(font.path.parts), len(font.path.name)))
    return None


def _nothing(folder: Path, fonts: list[FontFile]) -> str:
    """Return the sentence about a folder without a font that can be used."""
    if fonts:
        return (
            f"`{fonts[0].path.name}` is a variable font, all weights in one file, which cannot be"
            " used here: use the files in the folder `static` of the download"
        )
    files = [file for file in sorted(folder.rglob("*"))[:MOST_FILES] if file.is_file()]
    for file in files:
        if file.suffix.lower() in OTHERS:
            try:
                tables_of_file(file)
            except ValueError as error:
                return f"there is no TrueType font (.ttf) in `{folder.name}`: {error}"
    holds = f"; it holds {_listed(files)}" if files else ": it is empty"
    return f"there is no TrueType font (.ttf) in `{folder.name}`{holds}"


def _listed(paths: Iterable[Path]) -> str:
    names = list(dict.fromkeys(path.name for path in paths))
    more = f" and {len(names) - 6} more" if len(names) > 6 else ""
    return ", ".join(names[:6]) + more
