"""PDF/UA-1 and PDF/A-2a: every file that the tests make, and spoiled files that must fail."""

from __future__ import annotations

import subprocess
from shutil import which

import page
import pytest
from PIL import Image

from brochure._startup.records import replace
from brochure.brand.styles import STYLES
from brochure.editions import Options
from brochure.model import Cover
from brochure.recipe import build, build_handout
from brochure.sources import read
from tests.conftest import FORMATS, HERE, MODES, each_case, shown_in
from tests.support.fakes import text

UA, A = page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A


def failures(data: bytes, profile: page.ValidationProfile) -> list[str]:
    """The rules that a file breaks."""
    report = page.validate_pdf_bytes(data, profile=profile)
    assert report.rules.total > 90
    return sorted({failure.rule_id for failure in report.failures})


def both(data: bytes) -> list[str]:
    return failures(data, UA) + failures(data, A)


# --------------------------------------------------------------- good files


@each_case
@pytest.mark.parametrize("mode", ["colour", "mono"])
def test_every_office_file_is_accessible_and_archival(made, path, name, mode):
    assert both(made(path, format=name, mode=mode).pdf) == []


@each_case
def test_every_press_file_is_accessible(made, path, name):
    assert failures(made(path, format=name, mode="press").pdf, UA) == []


EVERYTHING = HERE / "handouts/everything/everything.yaml"


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("name", FORMATS)
def test_all_that_there_is_at_once_is_valid(name, mode):
    """On a card in two halves: the whole is too long for one."""
    handout = read(EVERYTHING)[0]
    parts = (handout.sections,)
    if name == "card":
        parts = (handout.sections[:2], handout.sections[2:])
    for part in parts:
        made = build_handout(replace(handout, sections=part), Options(name, mode=mode)).pdf
        assert (failures(made, UA) if mode == "press" else both(made)) == []


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("punch", ["none", "2", "3"])
def test_a4_and_punched_files_are_valid(made, name, punch):
    assert both(made(shown_in(name), format=name, paper="a4", punch=punch).pdf) == []


@pytest.mark.parametrize("path", ["cast-card.yaml", "image.yaml", "languages/he.yaml"])
@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_two_cards_on_a_sheet_are_valid(path, paper):
    options = Options("card", paper, sheet="two-up")
    assert both(build_handout(read(HERE / "handouts" / path)[0], options).pdf) == []


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("style", list(STYLES)[1:])
@pytest.mark.parametrize("mode", ["colour", "mono"])
def test_every_style_is_valid_in_every_format(tmp_path, style, name, mode):
    file = tmp_path / "cover.png"
    Image.linear_gradient("L").resize((600, 300)).convert("RGB").save(file)
    handout = read(HERE / "handouts" / "corto-es.yaml")[0]
    pictured = replace(handout, cover=Cover(file, text("Colinas.")))
    made = build_handout(pictured, Options.named(format=name, style=style, mode=mode))
    assert both(made.pdf) == []


@pytest.mark.parametrize("name", ["es", "ar"])
@pytest.mark.parametrize("mode", ["colour", "mono"])
def test_a_sheet_of_two_languages_is_valid(name, mode):
    path = HERE / "handouts" / "twins" / f"{name}.yaml"
    assert both(build(path, Options(mode=mode, sides="twin")).pdf) == []
    press = build(path, Options(mode="press", sides="twin")).pdf
    assert failures(press, UA) == []


qpdf = pytest.mark.skipif(which("qpdf") is None, reason="qpdf is not installed")


@qpdf
@each_case
def test_qpdf_finds_nothing(made, path, name, tmp_path):
    file = tmp_path / "a.pdf"
    file.write_bytes(made(shown_in(name), format=name).pdf)
    done = subprocess.run(["qpdf", "--check", file], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
