"""The faces that the browser is lent: each letter of a language's own name is in one of them."""

from __future__ import annotations

import re

import pytest
from fontTools.ttLib import TTFont

from brochure.desk import pages
from brochure.desk.faces import face_files, places, style_sheet
from brochure.desk.language_names import own_names
from brochure.typeset.fonts import ASSETS
from brochure.typeset.scripts import writing_of
from tests.support.desk import office_in, send

SHEET = style_sheet().decode()


def letters_of(path):
    return set(TTFont(path, lazy=True).getBestCmap())


@pytest.mark.parametrize("weight", ["Regular", "Bold"])
@pytest.mark.parametrize("tag", own_names())
def test_each_own_name_can_be_shown_without_a_font_of_the_system(tag, weight):
    known = letters_of(ASSETS / "fonts" / f"{weight}.ttf")
    if writing_of(tag):
        wanted = tag.partition("-")[0] if tag == "zh-Hans" else tag
        (rule,) = re.findall(rf"(?mi)^(?:.*, )?:lang\({wanted}\).*$", SHEET)
        family = re.search(r'"Desk ([\w-]+)"', rule)[1]
        known |= letters_of(face_files()[f"{family}-{weight}.ttf"])
    name = own_names()[tag]
    assert {each for each in name + name.capitalize() if ord(each) not in known} == set()


def test_each_face_of_the_sheet_is_served_and_no_other_file(tmp_path):
    named = re.findall(r'url\("([^"]+)"\)', SHEET)
    assert set(named) == set(face_files())
    office = office_in(tmp_path)
    for name in named[:3]:
        answer = send(office, "GET", f"/static/{pages.version()}/{name}", headers=None)
        assert answer.headers["Content-Type"] == "font/ttf"
        assert answer.content == face_files()[name].read_bytes()
    for wrong in ("noto-sans/Regular.ttf", "noto-sans-kr.ttf", "OFL.txt", "..-Regular.ttf"):
        assert send(office, "GET", f"/static/{pages.version()}/{wrong}").status_code == 404


def test_chinese_is_told_apart_by_script_and_land():
    assert places("ko") == ":lang(ko)"
    assert SHEET.index(":lang(zh)") < SHEET.index(":lang(zh-hant)")


@pytest.mark.parametrize("name", [name for name in pages.files() if name.endswith(".html")])
def test_each_page_names_its_icon(name):
    text = pages.files()[name].decode()
    assert name == "bar.html" or 'rel="icon"' in text
