import shutil

import pytest

from brochure.model import BrandSource
from brochure.typeset import font_pairs as module
from brochure.typeset.font_pairs import FontPairs
from brochure.typeset.fonts import ASSETS, ROLES, brand_faces

NOTO = ASSETS / "fonts" / "noto-sans"
PAIRS = FontPairs((NOTO / "Regular.ttf").read_bytes())


def branded(folder):
    shutil.copytree(NOTO, folder / "font")
    files = tuple((role, folder / "font" / f"{role.capitalize()}.ttf") for role in ROLES)
    return BrandSource(fonts=files)


@pytest.mark.parametrize("pair", ["AV", "To", "Ту"])
def test_a_pair_is_moved_as_the_font_says(pair):
    assert -0.2 < PAIRS.get(pair) < -0.01


@pytest.mark.parametrize("pair", ["nn", "A ", " T", "fi"])
def test_other_pairs_and_spaces_are_not(pair):
    assert PAIRS.get(pair) is None
    assert PAIRS.get(pair, 0.0) == 0.0


@pytest.mark.slow
def test_a_brand_font_is_kerned_where_it_is_measured_and_where_it_is_drawn(tmp_path):
    faces = brand_faces(branded(tmp_path))
    face = faces.face("regular")
    alone = face.advances["A"] + face.advances["V"]
    assert faces.width("AV", "regular") == pytest.approx(alone + PAIRS.get("AV"))
    assert face.kerned("AV") == [("A", PAIRS.get("AV")), ("V", 0.0)]


def test_without_harfbuzz_a_brand_font_is_set_as_it_is(tmp_path, monkeypatch):
    monkeypatch.setattr(module, "find_spec", lambda name: None)
    faces = brand_faces(branded(tmp_path))
    face = faces.face("regular")
    assert faces.width("AV", "regular") == face.advances["A"] + face.advances["V"]


def test_pairs_beside_the_font_are_taken_in_place_of_its_own(tmp_path):
    brand = branded(tmp_path)
    (tmp_path / "font" / "kerning.txt").write_text("regular\n-50 AV\n", "utf-8")
    assert brand_faces(brand).face("regular").pairs == {"AV": -0.05}
