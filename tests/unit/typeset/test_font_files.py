from __future__ import annotations

import pytest

from brochure.typeset.font_files import family_in
from tests.support.fonts import FONTS, changed, family

EXTRA = (FONTS / "Italic.ttf").read_bytes()


def names(found) -> list[str]:
    return [path.name for _, path in found]


WAYS = [
    ("Regular", "Bold", "Italic"),
    ("regular", "BOLD", "italic"),
    ("Lato-Regular", "Lato-Bold", "Lato-Italic"),
    ("Lato_400Regular", "Lato_700Bold", "Lato_400Regular_Italic"),
    ("Open Sans Regular", "Open Sans Bold", "Open Sans Italic"),
    ("static/Lato-Regular", "static/Lato-Bold", "static/Lato-Italic"),
    ("400Regular/L_400Regular", "700Bold/L_700Bold", "400Regular_Italic/L_400Regular_Italic"),
    ("lato-v24-latin-regular", "lato-v24-latin-700", "lato-v24-latin-italic"),
    ("lato-v24-latin-400", "lato-v24-latin-700", "lato-v24-latin-400italic"),
    ("Lato-Regular-latin", "Lato-Bold-latin", "Lato-Italic-latin"),
    ("Inter_18pt-Regular", "Inter_18pt-Bold", "Inter_18pt-Italic"),
    ("IBMPlexSans-Regular", "IBMPlexSans-Bold", "IBMPlexSans-Italic"),
    ("SourceSans3-Regular", "SourceSans3-Bold", "SourceSans3-It"),
    ("BlackOpsOne-Regular", "BlackOpsOne-Bold", "BlackOpsOne-Oblique"),
    ("case", "casebd", "casei"),
]


@pytest.mark.parametrize("ways", WAYS, ids=lambda ways: ways[0])
def test_a_family_is_taken_by_its_names(ways, tmp_path):
    found = family_in(family(tmp_path / "fonts", *ways))
    assert [role for role, _ in found] == ["regular", "bold", "italic"]
    assert names(found) == [f"{name.rpartition('/')[2]}.ttf" for name in ways]


def test_all_weights_side_by_side(tmp_path):
    folder = family(tmp_path / "fonts", "Lato-Regular", "Lato-Bold", "Lato-Italic")
    for name in (
        *("Lato-Thin", "Lato-ThinItalic", "Lato-ExtraLight", "Lato-Light", "Lato-LightItalic"),
        *("Lato-Medium", "Lato-MediumItalic", "Lato-SemiBold", "Lato-SemiBoldItalic"),
        *("Lato-BoldItalic", "Lato-ExtraBold", "Lato-Black", "Lato-BlackItalic"),
    ):
        (folder / f"{name}.ttf").write_bytes(EXTRA)
    assert names(family_in(folder)) == ["Lato-Regular.ttf", "Lato-Bold.ttf", "Lato-Italic.ttf"]


def test_the_normal_width_and_the_smallest_size_are_taken(tmp_path):
    folder = family(tmp_path / "a", "M_24pt-Regular", "M_24pt-Bold", "M_24pt-Italic")
    family(folder, "M_120pt-Regular", "M_120pt-Bold", "M_120pt-Italic")
    family(folder, "M_18pt_Condensed-Regular", "M_18pt_Condensed-Bold")
    assert names(family_in(folder)) == [f"M_24pt-{n}.ttf" for n in ("Regular", "Bold", "Italic")]


def test_variable_fonts_beside_static_ones_are_left(tmp_path):
    folder = family(tmp_path / "a", "static/R-Regular", "static/R-Bold", "static/R-Italic")
    for name in ("R-VariableFont_wght", "R-Italic-VariableFont_wdth,wght", "R[wght]"):
        (folder / f"{name}.ttf").write_bytes(changed(fvar=bytes(16)))
    assert names(family_in(folder)) == ["R-Regular.ttf", "R-Bold.ttf", "R-Italic.ttf"]


def test_italic_may_be_missing_and_weights_may_be_near(tmp_path):
    folder = family(tmp_path / "a", "X-Medium", "X-SemiBold", "X-BlackItalic")
    assert names(family_in(folder)) == ["X-Medium.ttf", "X-SemiBold.ttf"]


def test_one_file_stands_for_its_family(tmp_path):
    folder = family(tmp_path / "a", "A-Regular", "A-Bold", "A-Italic")
    family(folder, "B-Regular", "B-Bold", "B-Italic")
    found = family_in(folder / "B-Regular.ttf")
    assert names(found) == ["B-Regular.ttf", "B-Bold.ttf", "B-Italic.ttf"]


def only(folder, name, data=EXTRA):
    folder.mkdir()
    (folder / name).write_bytes(data)
    return folder


def test_what_cannot_be_used_is_told(tmp_path):
    several = family(tmp_path / "two", "A-Regular", "A-Bold")
    family(several, "B-Regular", "B-Bold")
    (tmp_path / "none").mkdir()
    for folder, words in (
        (several, r"several families \(A-.*, B-.*\)"),
        (tmp_path / "none", "empty"),
        (only(tmp_path / "r", "A-Regular.ttf"), "no bold font.*A-Regular.ttf"),
        (only(tmp_path / "v", "A[wght].ttf"), "variable font.*static"),
        (only(tmp_path / "o", "A-Regular.otf", b"OTTO" + bytes(40)), "PostScript outlines"),
        (only(tmp_path / "w", "A.woff2", b"wOF2" + bytes(40)), "WOFF2"),
        (only(tmp_path / "z", "A.zip", b"PK\x03\x04" + bytes(40)), "unpack"),
        (only(tmp_path / "t", "notes.txt", b"hello"), "holds notes.txt"),
    ):
        with pytest.raises(ValueError, match=words):
            family_in(folder)


def test_a_file_of_another_kind_is_told(tmp_path):
    folder = family(tmp_path / "a")
    (folder / "x.woff").write_bytes(b"wOFF" + bytes(40))
    with pytest.raises(ValueError, match="WOFF"):
        family_in(folder / "x.woff")


def test_a_link_out_of_the_folder_is_left(tmp_path):
    folder = family(tmp_path / "a", "A-Regular", "A-Bold")
    outside = only(tmp_path / "b", "A-Italic.ttf")
    (folder / "A-Italic.ttf").symlink_to(outside / "A-Italic.ttf")
    assert len(family_in(folder)) == 2
