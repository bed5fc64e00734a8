"""A brand of the brand.yml convention: colours by name, a logo, the files of a typeface."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from brochure.model import ContentError, Handout, Problem
from brochure.sources import read
from tests.conftest import ROOT

CONTENT = """\
title: Back pain
clinic: {name: Clinic, phone: 310-828-7757}
brand: _brand.yml
sections:
  - heading: Rest
    text: Rest a little.
"""
BRAND = """\
meta: {name: Spine, link: https://spine.example}
logo:
  images:
    mark: {path: mark.svg, alt: The mark}
  medium: {light: mark, dark: mark}
color:
  palette: {teal: "#0b5d6b", sea: teal, rust: "#c05a12"}
  primary: sea
  secondary: rust
  background: "#ffffff"
typography:
  fonts:
    - family: Clinic Sans
      source: file
      files:
        - Regular.ttf
        - {path: Bold.ttf, weight: bold}
        - {path: Italic.ttf, style: italic}
        - {path: Bold.ttf, weight: 800, style: italic}
  base: {family: Clinic Sans, size: 11pt}
  headings: Clinic Sans
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "content.yaml").write_text(CONTENT, "utf-8")
    shutil.copy(ROOT / "assets/logo.svg", tmp_path / "mark.svg")
    for face in ("Regular", "Bold", "Italic"):
        shutil.copy(ROOT / f"assets/fonts/{face}.ttf", tmp_path)
    return tmp_path


def made(folder: Path, brand: str) -> tuple[Handout, tuple[Problem, ...]]:
    (folder / "_brand.yml").write_text(brand, "utf-8")
    return read(folder / "content.yaml")


def test_all_that_a_handout_takes(folder):
    handout, warnings = made(folder, BRAND)
    brand = handout.brand
    assert (brand.primary.plain, brand.accent.plain) == ("#0b5d6b", "#c05a12")
    assert [(role, path.name) for role, path in brand.fonts] == [
        ("regular", "Regular.ttf"),
        ("bold", "Bold.ttf"),
        ("italic", "Italic.ttf"),
    ]
    assert handout.clinic.logo == folder / "mark.svg"
    assert [problem.message for problem in warnings] == []


def test_the_clinics_own_logo_wins(folder):
    shutil.copy(ROOT / "assets/logo.svg", folder / "own.svg")
    file = folder / "content.yaml"
    file.write_text(CONTENT.replace("7757}", "7757, logo: own.svg}"), "utf-8")
    assert made(folder, BRAND)[0].clinic.logo == folder / "own.svg"


def test_it_may_be_given_beside_the_content(folder):
    (folder / "_brand.yml").write_text(BRAND, "utf-8")
    (folder / "content.yaml").write_text(CONTENT.replace("brand: _brand.yml\n", ""), "utf-8")
    handout, _ = read(folder / "content.yaml", brand=folder / "_brand.yml")
    assert handout.brand.primary.plain == "#0b5d6b"
    assert handout.clinic.logo == folder / "mark.svg"


@pytest.mark.parametrize(
    ("brand", "level", "told"),
    [
        (BRAND.replace('"#0b5d6b"', "teal-blue"), "error", "is not a colour"),
        (BRAND.replace("mark.svg", "none.svg"), "error", "none.svg"),
        (BRAND.replace("{path: Bold.ttf, weight: bold}", "Regular.ttf"), "warning", "no bold file"),
        (BRAND.replace("source: file", "source: google").replace("files:", "other:"), "warning",
         "the files of `Clinic Sans` are not named"),
    ],
)  # fmt: skip
def test_what_cannot_be_used_is_told_with_its_line(folder, brand, level, told):
    try:
        problems = made(folder, brand)[1]
    except ContentError as error:
        problems = tuple(error.problems)
    assert any(told in each.message and each.level == level for each in problems), problems
    assert all(each.file.endswith("_brand.yml") and each.line for each in problems)


def test_a_palette_that_turns_in_a_ring_ends(folder):
    with pytest.raises(ContentError, match="not a colour"):
        made(folder, 'color: {palette: {a: b, b: a}, primary: a, secondary: "#c05a12"}\n')


def test_a_plain_brand_file_is_read_as_before(folder):
    assert made(folder, 'primary: "#123456"\n')[0].brand.primary.plain == "#123456"


@pytest.mark.parametrize(
    "colours",
    [
        'primary: {light: "#0b5d6b", dark: "#99eeee"}',
        'palette: {sea: {light: "#0b5d6b", dark: "#99eeee"}}\n  primary: sea',
        'palette: {sea: "#0b5d6b"}\n  primary: {light: sea, dark: "#99eeee"}',
    ],
)
def test_of_a_colour_for_light_and_for_dark_the_one_for_light_is_taken(folder, colours):
    assert made(folder, f"color:\n  {colours}\n")[0].brand.primary.plain == "#0b5d6b"


def test_a_logo_alone_is_a_brand_of_the_convention(folder):
    assert made(folder, "logo: mark.svg\n")[0].clinic.logo == folder / "mark.svg"


def test_keys_of_our_own_beside_the_convention_are_read_and_win(folder):
    brand = 'style: band\nprimary: "#123456"\nmin_size: 11\ncolor: {primary: "#0b5d6b"}\n'
    found = made(folder, brand)[0].brand
    assert (found.style, found.primary.plain, found.min_size) == ("band", "#123456", 11.0)


@pytest.mark.parametrize(
    ("brand", "hint"),
    [
        ('color: {primry: "#0b5d6b"}\n', "Did you mean `primary`?"),
        ('color: {pallete: {a: "#0b5d6b"}, primary: "#0b5d6b"}\n', "Did you mean `palette`?"),
        ('colour: {primary: "#0b5d6b"}\n', "Did you mean `color`?"),
        ('colors: {primary: "#0b5d6b"}\n', "Did you mean `color`?"),
        ("color: [red, blue]\n", 'primary: "#0b5d6b"'),
        ("color:\n", 'primary: "#0b5d6b"'),
        ("color: {primary: navy}\n", '"#000080"'),
    ],
)
def test_a_colour_that_would_be_lost_is_told(folder, brand, hint):
    with pytest.raises(ContentError) as caught:
        made(folder, brand)
    (problem,) = caught.value.problems
    assert hint in problem.hint


def test_other_keys_of_the_convention_are_passed_over(folder):
    brand = 'color: {primary: "#0b5d6b", foreground: black, brand-teal: "#123"}\ndefaults: {a: b}\n'
    assert made(folder, brand)[1] == ()


def test_a_font_file_that_is_missing_is_told_once(folder):
    (folder / "Bold.ttf").unlink()
    with pytest.raises(ContentError) as caught:
        made(folder, BRAND)
    assert {problem.level for problem in caught.value.problems} == {"error"}
