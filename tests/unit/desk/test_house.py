"""Whose desk it is: the name and the colour that most handouts have, dark enough to be read."""

from __future__ import annotations

import pytest

from brochure.brand.colour import TEXT_RATIO, WHITE, contrast, parse_hex
from brochure.desk.house import commonest, house_of
from brochure.desk.pages import files
from tests.support.desk import handout, office_in


def test_the_commonest_is_taken_and_the_first_of_equals():
    assert commonest(["", "b", "a", "a", "b", "", ""]) == "b"
    assert commonest([""]) == commonest([]) == ""


@pytest.mark.parametrize(
    "colour", ["#0b5d6b", "#7fd0dd", "#ffff00", "#ff0000", "#000000", "#808080"]
)
def test_any_colour_is_read_on_white_on_its_tint_and_on_the_ground(tmp_path, colour):
    text = handout(more=f"brand:\n  primary: '{colour}'\n")
    (tmp_path / "back.yaml").write_text(text, "utf-8")
    house = house_of(office_in(tmp_path).library.rows())
    brand, tint = parse_hex(house["brand"]), parse_hex(house["tint"])
    ground = parse_hex("#eef2f3")
    assert b"--ground: #eef2f3" in files()["desk.css"]
    assert min(contrast(brand, each) for each in (WHITE, tint, ground)) >= TEXT_RATIO
    assert contrast(parse_hex("#16242a"), tint) >= TEXT_RATIO


def test_a_folder_without_a_brand_has_a_name_alone(tmp_path):
    (tmp_path / "back.yaml").write_text(handout(), "utf-8")
    rows = office_in(tmp_path).library.rows()
    assert house_of(rows) == {"name": "Spine Clinic", "brand": "", "tint": ""}
    assert house_of([])["name"] == ""
