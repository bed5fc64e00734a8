"""Make the companion faces: signs of medicine for a family that lacks them.

Needs only fonttools (4.50 or newer); see README.md beside this file for the source package.

    npm pack dejavu-fonts-ttf@2.37.3
    python assets/make_signs.py dejavu-fonts-ttf-2.37.3.tgz

The same package gives the same bytes.
"""

from __future__ import annotations

import argparse
import io
import sys
import tarfile
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

HERE = Path(__file__).resolve().parent / "fonts" / "signs"
FACES = {"Regular": "package/ttf/DejaVuSans.ttf", "Bold": "package/ttf/DejaVuSans-Bold.ttf"}
LICENCE = "package/LICENSE"
CAPITAL = 0.668
"""Height of a capital in ems, as the bundled family has it."""
SIGNS = (
    " "  # for the end of a line
    "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₒₓₕₖₗₘₙₚₛₜ"
    "ᵃᵇᶜᵈᵉᶠᵍʰʲᵏˡᵐᵒᵖʳˢᵗᵘᵛʷˣʸᶻᵢᵣᵤᵥ"
    "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩαβγδεζηθικλμνξοπρςστυφχψω"
    "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞⁄%‰°′″‴"
    "≥≤±×÷≈≠≡√∞µ∆∑∏∂∫−∙∼∝∅⊕⊖∩∪∈⋅<>=+"
    "→←↑↓↔↕⇒⇐⇑⇓⇔↗↘↖↙➔➜➤►▶◄◀▲△▼▽"
    "✓✔✗✘☐☑☒□■▢▪▫●○◦•◆◇★☆♥♀♂⚠☎✉✚✱❖❏❑"
    "℞™®©№℮ℓ†‡§¶"
)


def main(argv: list[str]) -> int:
    """Write the two faces and their licence to the folder `signs`; return 0."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("tarball", type=Path, help="the package, as npm pack writes it")
    path = parser.parse_args(argv).tarball
    HERE.mkdir(exist_ok=True)
    with tarfile.open(path) as tar:
        for face, name in FACES.items():
            (HERE / f"{face}.ttf").write_bytes(make_face(_member(tar, name)))
        (HERE / "LICENSE.txt").write_bytes(_member(tar, LICENCE).replace(b"\r\n", b"\n"))
    return 0


def _member(tar: tarfile.TarFile, name: str) -> bytes:
    handle = tar.extractfile(name)
    if handle is None:
        raise KeyError(name)
    return handle.read()


def make_face(data: bytes) -> bytes:
    """Return the face with SIGNS alone, its capitals as high as the bundled family's."""
    font = TTFont(io.BytesIO(data), recalcTimestamp=False)
    missing = [char for char in SIGNS if ord(char) not in font.getBestCmap()]
    if missing:
        raise KeyError("".join(missing))
    capital = font["glyf"]["H"].yMax / font["head"].unitsPerEm
    options = Options(
        hinting=False,
        glyph_names=False,
        notdef_outline=True,
        name_IDs=[0, 1, 2, 3, 4, 5, 6, 13, 14],
        recalc_timestamp=False,
        layout_features=[],
        drop_tables=["GDEF", "GPOS", "GSUB", "gasp", "prep", "fpgm", "cvt ", "kern", "FFTM"],
    )
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=sorted(map(ord, SIGNS)))
    subsetter.subset(font)
    font["head"].unitsPerEm = round(font["head"].unitsPerEm * capital / CAPITAL)
    font["OS/2"].fsType = 0
    out = io.BytesIO()
    font.save(out, reorderTables=True)
    return out.getvalue()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
