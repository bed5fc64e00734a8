"""Make the bundled fonts, and the first family's kerning table, from the published families.

Needs only fonttools (4.50 or newer); fonts/README.md names the source packages.

    npm pack @expo-google-fonts/atkinson-hyperlegible-next@0.4.1
    python assets/make_fonts.py expo-google-fonts-atkinson-hyperlegible-next-0.4.1.tgz
    npm pack @expo-google-fonts/noto-sans-arabic@0.4.3
    python assets/make_fonts.py expo-google-fonts-noto-sans-arabic-0.4.3.tgz

The same package gives the same bytes: no clock, no glyph names, no hash order.
"""

from __future__ import annotations

import argparse
import io
import re
import sys
import tarfile
import unicodedata
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

HERE = Path(__file__).resolve().parent / "fonts"
FIRST = ("atkinson-hyperlegible-next", "0.4.1")
FAMILY = "package/{0}/AtkinsonHyperlegibleNext_{0}.ttf"
FACES = {"Regular": "400Regular", "Bold": "700Bold", "Italic": "400Regular_Italic"}
LICENCE = "package/LICENSE_FONT"
KEPT_NAMES = [0, 1, 2, 3, 4, 5, 6, 13, 14]
DROPPED = ["GDEF", "GPOS", "GSUB", "STAT", "gasp", "prep", "fpgm", "cvt ", "DSIG"]

# Characters drawn by a glyph that the family already has.
ALIASES = {
    0x00A0: 0x0020,
    0x202F: 0x2009,
    0x00AD: 0x002D,
    0x2010: 0x002D,
    0x2011: 0x002D,
    0x00B5: 0x03BC,
    0x2032: 0x0027,
    0x2033: 0x0022,
    0x2215: 0x2044,
}
# Blank characters: a width in 1/1000 em, or the glyph whose width they take.
BLANKS: dict[int, int | str] = {0x2002: 500, 0x2003: 1000, 0x2007: "zero.tf"}
# Accented letters that the family lacks but has the parts of.
ACCENTED = [*range(0x0100, 0x0180), 0x1EBC, 0x1EBD]
DOTLESS = {0x0069: 0x0131, 0x006A: 0x0237}
COMMA_BELOW = {0x0156: 0x0326, 0x0157: 0x0326}  # Latvian letters, as in the family's own Ķ and Ļ
# Fractions: the numerator, the denominator, and the glyph whose bar they borrow.
THIRDS = {0x2153: ("uni00B9", "onehalf"), 0x2154: ("uni00B2", "threequarters")}
# Never the space: a word is kerned by itself, wherever its line breaks.
KERNED = [*range(0x21, 0x7F), 0x2018, 0x2019, 0x201C, 0x201D]
KERN_FLOOR = 15  # a smaller move is not seen at text sizes


# -------------------------------------------------------- families of other scripts

# The families beside the first, each in a folder of its name, with the packages' versions.
PACKAGES = {
    "noto-sans": "0.4.2",
    "noto-sans-arabic": "0.4.3",
    "noto-sans-armenian": "0.4.2",
    "noto-sans-bengali": "0.4.4",
    "noto-sans-devanagari": "0.4.1",
    "noto-sans-ethiopic": "0.4.2",
    "noto-sans-gurmukhi": "0.4.1",
    "noto-sans-hebrew": "0.4.1",
    "noto-sans-jp": "0.4.3",
    "noto-sans-khmer": "0.4.3",
    "noto-sans-kr": "0.4.3",
    "noto-sans-sc": "0.4.3",
    "noto-sans-tc": "0.4.3",
    "noto-sans-thai": "0.4.2",
    "vazirmatn": "0.4.1",
}
WITH_ITALIC = ("noto-sans",)  # the other scripts have no italics
PACKAGE = re.compile(r"expo-google-fonts-([a-z-]+)-([0-9.]+)[.]tgz")
# What every Han and Hangul font keeps: Latin, signs, kana, full-width forms.
COMMON = [
    *(*range(0x20, 0x7F), *range(0xA0, 0x180), *range(0x2010, 0x2028), *range(0x2030, 0x205F)),
    *(*range(0x2070, 0x20C0), *range(0x2100, 0x2250), *range(0x2460, 0x24FF)),
    *(*range(0x25A0, 0x2670), *range(0x2713, 0x2718), *range(0x3000, 0x3020)),
    *(*range(0x3041, 0x3100), *range(0xFF01, 0xFFEF)),
]
# What Noto Sans keeps: Latin, Greek, Cyrillic and their marks and signs.
EUROPEAN = [*range(0x20, 0x530), *range(0x1C80, 0x1C90), *range(0x1D00, 0x2C80)]
EUROPEAN += [*range(0x2DE0, 0x2E60), *range(0xA640, 0xA7D0), *range(0xAB30, 0xAB70)]
# Characters of names and of spoken Cantonese that the sets below lack; add what a clinic misses.
NAMES_SC = (
    "堃喆淼瑄玥珺祎筠翀赟頔龑昇珮瑀甯炘煊晞暐菡菀荃芃璟璐瑷珈珩琀琬琰瑾瑢昕"
    "晗晟彧骅骁飏旸炜煜烨焱垚犇鑫姝婳嫄嬅嬿"
)
NAMES_TC = (
    "堃喆淼瑄玥珮瑀甯炘煊晞暐菡菀荃芃璟璐珈珩琬琰瑾昕晗晟彧驊驍煜燁焱垚犇鑫姝嬅嬿"
    "邨鄔郗邰邳郜郤鄞鄢酈鄺闕闞闓隗雒靳鞏頡頊顓駱鮑鮮麴麥佘佟侴俞冼凃"
    "嘅咗唔佢哋嘢喺冇啲嚟睇攞咁嗰噉乜嘥揸瞓咳嗌嗽噏嘞啱啫喎啩囉喇嘈嘭"
    "艹煬珣瑭瑋瑤瑩瑪瑯璇璋璞璠璨瓊甡畇皞睿睎祐祺禕禛筱箬粲綉綺緹縈羿翊翎翃翕芊芸苡茵茹莛莘莞菁萩葳蒨蓁蔓蕙蕎薏薰藺蘅"
)


def _two_byte(codec: str, lead: Iterable[int], trail: Iterable[int]) -> list[int]:
    """Return the characters of a double-byte character set, as it is drawn up in rows."""
    rows = [bytes((a, b)).decode(codec, "ignore") for a in lead for b in trail]
    return sorted({ord(char) for char in rows if len(char) == 1})


def characters(family: str) -> list[int] | None:
    """Return what a family keeps: None for all that it has."""
    euc, low = range(0xA1, 0xFF), [*range(0x40, 0x7F), *range(0xA1, 0xFF)]
    if family == "noto-sans":
        return EUROPEAN
    if family == "noto-sans-sc":  # GB 2312: 6,763 characters
        return [*COMMON, *_two_byte("gb2312", euc, euc), *map(ord, NAMES_SC)]
    if family == "noto-sans-tc":  # Big5, level 1: 5,401 characters
        rows = _two_byte("big5", range(0xA1, 0xC7), low)
        return [*COMMON, *range(0x3105, 0x3130), *rows, *map(ord, NAMES_TC)]
    if family == "noto-sans-jp":  # JIS X 0208: 6,355 kanji
        return [*COMMON, *_two_byte("euc_jp", euc, euc)]
    if family == "noto-sans-kr":  # all syllables, and the letters that they are made of
        return [*COMMON, *range(0x3131, 0x318F), *range(0xAC00, 0xD7A4)]
    return None


def make_family(family: str, tarball: Path) -> None:
    """Write a family's faces and its licence into its folder."""
    folder, name = HERE / family, family.title().replace("-", "")
    for short in ("Sc", "Tc", "Jp", "Kr"):
        name = name.removesuffix(short) + short.upper() * name.endswith(short)
    folder.mkdir(exist_ok=True)
    with tarfile.open(tarball) as tar:
        for face, weight in FACES.items():
            if face != "Italic" or family in WITH_ITALIC:
                data = _member(tar, f"package/{weight}/{name}_{weight}.ttf")
                (folder / f"{face}.ttf").write_bytes(_face(data, characters(family)))
        licence = _member(tar, LICENCE).replace(b"\r\n", b"\n")
    (folder / "OFL.txt").write_bytes(licence)


def _face(data: bytes, kept: list[int] | None) -> bytes:
    """Return a face with its layout tables, without hints and glyph names."""
    font = TTFont(io.BytesIO(data), recalcTimestamp=False)
    cmap = font.getBestCmap()
    aliases = {code: twin for code, twin in ALIASES.items() if twin in cmap}
    for code, twin in aliases.items():
        if code not in cmap:
            _map(font, code, cmap[twin])
    have = set(font.getBestCmap())
    options = Options(
        hinting=False,
        glyph_names=False,
        notdef_outline=True,
        name_IDs=KEPT_NAMES,
        recalc_timestamp=False,
        drop_tables=["STAT", "gasp", "prep", "fpgm", "cvt ", "DSIG", "vhea", "vmtx", "VORG"],
    )
    options.layout_features = [f for f in options.layout_features if f not in UPRIGHT]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=sorted(have if kept is None else have & {*kept, *aliases}))
    subsetter.subset(font)
    font["OS/2"].fsType = 0
    font["head"].modified = font["head"].created
    out = io.BytesIO()
    font.save(out, reorderTables=True)
    return out.getvalue()


# Features for lines that run from top to bottom.
UPRIGHT = ("vert", "vrt2", "vkrn", "vpal", "vhal", "valt", "vchw", "vkna")


# ------------------------------------------------------------------ the first family


def read_tarball(path: Path) -> dict[str, bytes]:
    """Return the members that are needed, by name; raise KeyError if one is missing."""
    names = [LICENCE, *(FAMILY.format(folder) for folder in FACES.values())]
    with tarfile.open(path) as tar:
        return {name: _member(tar, name) for name in names}


def _member(tar: tarfile.TarFile, name: str) -> bytes:
    handle = tar.extractfile(name)
    if handle is None:
        raise KeyError(name)
    return handle.read()


def make_font(data: bytes) -> bytes:
    """Return the font completed, without hints, layout tables and glyph names."""
    font = TTFont(io.BytesIO(data), recalcTimestamp=False)
    anchors = read_anchors(font)
    add_accented(font, anchors)
    add_thirds(font)
    add_arrow(font)
    add_blanks(font)
    add_aliases(font)
    font = _reopened(font)
    _slim(font)
    font["OS/2"].fsType = 0
    font["head"].modified = font["head"].created
    out = io.BytesIO()
    font.save(out, reorderTables=True)
    return out.getvalue()


def _reopened(font: TTFont) -> TTFont:
    """Return the font written and read again: the subsetter wants new glyphs to be settled."""
    buffer = io.BytesIO()
    font.save(buffer)
    return TTFont(buffer, recalcTimestamp=False)


def _slim(font: TTFont) -> None:
    options = Options(
        hinting=False,
        glyph_names=False,
        notdef_outline=True,
        name_IDs=KEPT_NAMES,
        recalc_timestamp=False,
        layout_features=[],
        drop_tables=DROPPED,
    )
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[code for code in font.getBestCmap() if not 0x300 <= code < 0x370])
    subsetter.subset(font)


# ------------------------------------------------------------------ glyphs


def _put(font: TTFont, code: int, glyph: Any, advance: int) -> None:
    name = f"uni{code:04X}"
    font["glyf"][name] = glyph
    glyph.recalcBounds(font["glyf"])
    font["hmtx"][name] = (advance, getattr(glyph, "xMin", 0) or 0)
    _map(font, code, name)


def _map(font: TTFont, code: int, name: str) -> None:
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap[code] = name


def add_aliases(font: TTFont) -> None:
    """Let a missing character share the glyph of one that looks the same."""
    cmap = font.getBestCmap()
    for code, twin in ALIASES.items():
        if code not in cmap:
            _map(font, code, cmap[twin])


def add_blanks(font: TTFont) -> None:
    """Add the fixed-width spaces, as glyphs without an outline."""
    for code, width in BLANKS.items():
        advance = font["hmtx"][width][0] if isinstance(width, str) else width
        _put(font, code, TTGlyphPen(None).glyph(), advance)


def add_accented(font: TTFont, anchors: dict[tuple[str, str], tuple[int, int]]) -> None:
    """Compose the letters of ACCENTED that are missing, where the marks' anchors say."""
    cmap = font.getBestCmap()
    for code in ACCENTED:
        parts = unicodedata.decomposition(chr(code)).split()
        if code in cmap or len(parts) != 2 or parts[0].startswith("<"):
            continue
        base, mark = (int(part, 16) for part in parts)
        names = cmap[DOTLESS.get(base, base)], cmap[COMMA_BELOW.get(code, mark)]
        capital = names[1] + ".case" if unicodedata.category(chr(code)) == "Lu" else ""
        best = (names[0], capital) if (names[0], capital) in anchors else names
        if best in anchors:
            pen = TTGlyphPen(font["glyf"])
            pen.addComponent(best[0], (1, 0, 0, 1, 0, 0))
            pen.addComponent(best[1], (1, 0, 0, 1, *anchors[best]))
            _put(font, code, pen.glyph(), font["hmtx"][best[0]][0])


def read_anchors(font: TTFont) -> dict[tuple[str, str], tuple[int, int]]:
    """Return how far each mark moves to sit on each base, from the mark-to-base tables."""
    offsets: dict[tuple[str, str], tuple[int, int]] = {}
    for table in _subtables(font, range(len(font["GPOS"].table.LookupList.Lookup)), 4):
        for mark, record in zip(table.MarkCoverage.glyphs, table.MarkArray.MarkRecord, strict=True):
            for base, row in zip(
                table.BaseCoverage.glyphs, table.BaseArray.BaseRecord, strict=True
            ):
                anchor = row.BaseAnchor[record.Class]
                if anchor is not None:
                    at = record.MarkAnchor
                    move = anchor.XCoordinate - at.XCoordinate, anchor.YCoordinate - at.YCoordinate
                    offsets.setdefault((base, mark), move)
    return offsets


def add_thirds(font: TTFont) -> None:
    """Add one third and two thirds, set from the superscripts and the family's own bar."""
    glyf = font["glyf"]
    half, two = glyf["onehalf"], glyf["uni00B2"]
    drop = glyf["uni00B9"].yMin  # a superscript's foot; the denominator stands on the baseline
    lean = half.xMin - glyf["uni00B9"].xMin
    below = half.xMax - two.xMax
    widths = font["hmtx"]
    advance = widths["onehalf"][0] + widths["uni00B3"][0] - widths["uni00B2"][0]
    for code, (numerator, model) in THIRDS.items():
        shift = _bar(font, model) - _bar(font, "onehalf")
        pen = TTGlyphPen(glyf)
        pen.addComponent(numerator, (1, 0, 0, 1, lean, half.yMax - glyf["uni00B9"].yMax))
        pen.addComponent("fraction", (1, 0, 0, 1, _bar(font, model) - glyf["fraction"].xMin, 0))
        pen.addComponent("uni00B3", (1, 0, 0, 1, below + shift, -drop))
        _put(font, code, pen.glyph(), advance + shift)


def _bar(font: TTFont, name: str) -> int:
    """Return the left edge of the fraction bar: of the tallest contour."""
    points, ends, _ = font["glyf"][name].getCoordinates(font["glyf"])
    starts = [0, *(end + 1 for end in ends)]
    contours = [points[a : b + 1] for a, b in zip(starts, ends, strict=False)]
    tallest = max(contours, key=lambda c: max(y for _, y in c) - min(y for _, y in c))
    return min(x for x, _ in tallest)


def add_arrow(font: TTFont) -> None:
    """Add a rightwards arrow, its weight and height taken from the minus sign."""
    minus = font["glyf"]["minus"]
    top, foot, middle = minus.yMax, minus.yMin, (minus.yMax + minus.yMin) / 2
    thick, left, right, reach = top - foot, minus.xMin, minus.xMax + 160, 200
    slope = thick * 0.72  # half the width of a 45-degree stroke, measured along an axis
    outline = [
        (left, foot),
        (left, top),
        (right - 1.72 * thick, top),
        (right - reach - slope, middle + reach - slope),
        (right - reach, middle + reach),
        (right, middle),
        (right - reach, middle - reach),
        (right - reach - slope, middle - reach + slope),
        (right - 1.72 * thick, foot),
    ]
    pen = TTGlyphPen(None)
    pen.moveTo(tuple(map(round, outline[0])))
    for point in outline[1:]:
        pen.lineTo(tuple(map(round, point)))
    pen.closePath()
    _put(font, 0x2192, pen.glyph(), right + left)


# ----------------------------------------------------------------- kerning


def _subtables(font: TTFont, indices: Any, kind: int) -> list[Any]:
    lookups = font["GPOS"].table.LookupList.Lookup
    tables = [table for i in indices for table in lookups[i].SubTable]
    plain = [getattr(table, "ExtSubTable", table) for table in tables]
    return [table for table in plain if table.LookupType == kind]


def read_kerning(font: TTFont) -> dict[str, int]:
    """Return the pairs of KERNED characters that move by KERN_FLOOR or more, in 1/1000 em."""
    features = font["GPOS"].table.FeatureList.FeatureRecord
    lookups = sorted(
        {i for f in features if f.FeatureTag == "kern" for i in f.Feature.LookupListIndex}
    )
    tables = [_subtables(font, [i], 2) for i in lookups]
    cmap, scale = font.getBestCmap(), 1000 / font["head"].unitsPerEm
    pairs = {}
    for first in KERNED:
        for second in KERNED:
            names = cmap[first], cmap[second]
            value = round(scale * sum(_pair(group, *names) for group in tables))
            if abs(value) >= KERN_FLOOR:
                pairs[chr(first) + chr(second)] = value
    return pairs


def kerning_text(kerning: dict[str, dict[str, int]]) -> str:
    """Return the table as lines: a face's name, then each move and all pairs that it moves."""
    lines = ["# Pairs that are kerned, by thousandths of an em; made by make_fonts.py"]
    for face, pairs in sorted(kerning.items()):
        moves: dict[int, list[str]] = {}
        for pair, move in sorted(pairs.items()):
            moves.setdefault(move, []).append(pair)
        lines += [face, *(f"{move} {''.join(moved)}" for move, moved in sorted(moves.items()))]
    return "\n".join(lines) + "\n"


def _pair(tables: list[Any], first: str, second: str) -> int:
    """Return the adjustment of one lookup: the first subtable that knows the pair wins."""
    for table in tables:
        if first not in table.Coverage.glyphs:
            continue
        if table.Format == 2:
            row = table.Class1Record[table.ClassDef1.classDefs.get(first, 0)]
            value = row.Class2Record[table.ClassDef2.classDefs.get(second, 0)].Value1
            return getattr(value, "XAdvance", 0) if value else 0
        records = table.PairSet[table.Coverage.glyphs.index(first)].PairValueRecord
        for record in records:
            if record.SecondGlyph == second:
                return getattr(record.Value1, "XAdvance", 0) if record.Value1 else 0
    return 0


def main(argv: list[str]) -> int:
    """Write the fonts of each package into their folders; return 0, or 2 for a wrong package."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("tarballs", nargs="+", type=Path, help="packages, as npm pack writes them")
    for tarball in parser.parse_args(argv).tarballs:
        found = PACKAGE.fullmatch(tarball.name)
        family, version = found.groups() if found else ("", "")
        if {**PACKAGES, FIRST[0]: FIRST[1]}.get(family) != version:
            parser.error(f"{tarball.name} is none of the packages that README.md names")
        if family == FIRST[0]:
            make_first(tarball)
        else:
            make_family(family, tarball)
    return 0


def make_first(tarball: Path) -> None:
    """Write the three fonts, kerning.txt and OFL.txt of the first family."""
    source = read_tarball(tarball)
    kerning = {}
    for face, folder in FACES.items():
        data = source[FAMILY.format(folder)]
        kerning[face.lower()] = read_kerning(TTFont(io.BytesIO(data)))
        (HERE / f"{face}.ttf").write_bytes(make_font(data))
    (HERE / "kerning.txt").write_bytes(kerning_text(kerning).encode())
    (HERE / "OFL.txt").write_bytes(source[LICENCE].replace(b"\r\n", b"\n"))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
