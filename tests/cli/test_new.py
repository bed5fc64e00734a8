"""`brochure new`: a starter that builds, under any title, and that overwrites nothing."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator
from pypdfium2 import PdfDocument

from brochure.brand.styles import STYLES
from brochure.commands.starter import start, write_new
from brochure.model import WriteError
from brochure.reading.json_schema import json_schema
from brochure.reading.loader import load
from tests.support.commands import ROOT, TODAY, brochure, rules_in

SAMPLES = {"review-date-missing", "sources-missing", "sample-clinic", "sample-text"}


def schema_named_in(path: Path) -> Path:
    """Where the editor's line of a content file leads."""
    where = path.read_text("utf-8").splitlines()[0].partition("$schema=")[2]
    return path.parent / where


@pytest.mark.parametrize("language", ["en-US", "es", "es-MX", "vi", "de"])
def test_it_builds_and_has_no_error(tmp_path: Path, language: str) -> None:
    done = brochure("new", "Back pain", "--language", language, cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    built = brochure("build", "back-pain.yaml", cwd=tmp_path)
    assert built.returncode == 0, built.stderr
    checked = brochure("check", "--today", TODAY, "back-pain.yaml", cwd=tmp_path)
    assert checked.returncode == 1
    assert set(rules_in(checked.stdout)) - {"unread-words", "staff-title"} == SAMPLES
    (made,) = (tmp_path / "output").glob("back-pain*.pdf")
    pdf = PdfDocument(made)
    assert len(pdf) == 2
    assert pdf.get_metadata_value("Title") == "Back pain"


def test_it_says_what_to_do_next(tmp_path: Path) -> None:
    said = brochure("new", "Back pain", cwd=tmp_path).stdout
    assert "python -m brochure build back-pain.yaml" in said
    assert "python -m brochure check back-pain.yaml" in said


@pytest.mark.parametrize("style", STYLES)
def test_it_begins_in_a_style(tmp_path: Path, style: str) -> None:
    done = brochure("new", "Back pain", "--style", style, cwd=tmp_path)
    assert done.returncode == 0
    handout = load(tmp_path / "back-pain.yaml")[0]
    assert (handout.brand.style, str(handout.title.plain)) == (style, "Back pain")


def test_a_style_that_is_mistyped_is_told_with_the_one_that_was_meant(tmp_path: Path) -> None:
    done = brochure("new", "Back pain", "--style", "bnd", cwd=tmp_path)
    assert done.returncode == 2
    assert "did you mean `band`" in done.stderr
    assert not list(tmp_path.iterdir())


def test_a_brand_of_its_own_keeps_its_style(tmp_path: Path) -> None:
    (tmp_path / "brand.yaml").write_text('primary: "#0b5d6b"\n', "utf-8")
    done = brochure("new", "Back pain", "--style", "band", cwd=tmp_path)
    assert done.returncode == 2
    assert "write `style: band` in brand.yaml" in done.stderr
    with (tmp_path / "brand.yaml").open("a", encoding="utf-8") as file:
        file.write("style: band\n")
    assert brochure("new", "Back pain", cwd=tmp_path).returncode == 0
    assert load(tmp_path / "back-pain.yaml")[0].brand.style == "band"


def test_it_overwrites_nothing(tmp_path: Path) -> None:
    path = tmp_path / "back-pain.yaml"
    path.write_text("mine", "utf-8")
    done = brochure("new", "Back pain", cwd=tmp_path)
    assert done.returncode == 5
    assert "exists already" in done.stderr
    assert path.read_text("utf-8") == "mine"


@pytest.mark.parametrize(
    ("name", "file", "title"),
    [
        ("Back pain", "back-pain.yaml", "Back pain"),
        ("  Two\n lines ", "two-lines.yaml", "Two lines"),
        ("¿Qué es la ciática?", "que-es-la-ciatica.yaml", "¿Qué es la ciática?"),
        ('Dr. "Bones": 50% # off', "dr-bones-50-off.yaml", 'Dr. "Bones": 50% # off'),
        ('It\'s "so" @title@ \\n', "it-s-so-title-n.yaml", 'It\'s "so" @title@ \\n'),
        ("No", "no.yaml", "No"),
        ("Before/after ../surgery", "before-after-surgery.yaml", "Before/after ../surgery"),
        ("CON", "con-handout.yaml", "CON"),
        ("neck-pain.yaml", "neck-pain.yaml", "Neck pain"),
        ("texts/neck_pain.YML", "texts/neck_pain.YML", "Neck pain"),
        ("my neck.yaml", "my neck.yaml", "My neck"),
    ],
)
def test_the_name_is_the_title_and_the_file(
    tmp_path: Path, name: str, file: str, title: str
) -> None:
    write_new(start(name, tmp_path))
    handout, warnings = load(tmp_path / file)
    assert handout.title.plain == title
    assert warnings == ()


@pytest.mark.parametrize("name", ["", "   ", "A [link](ftp://a.example)", "\ufffd"])
def test_what_cannot_be_a_title(tmp_path: Path, name: str) -> None:
    done = brochure("new", name, cwd=tmp_path)
    assert done.returncode == 2
    assert "cannot be a title" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_what_is_no_language(tmp_path: Path) -> None:
    done = brochure("new", "Back pain", "--language", "english", cwd=tmp_path)
    assert done.returncode == 2
    assert "en-US" in done.stderr
    assert "title" not in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_language_without_fixed_words(tmp_path: Path) -> None:
    done = brochure("new", "Back pain", "--language", "is", cwd=tmp_path)
    assert done.returncode == 0
    assert "in English, not in is" in done.stderr


def test_spanish_is_spanish(tmp_path: Path) -> None:
    write_new(start("Dolor", tmp_path, "es-MX"))
    handout, _ = load(tmp_path / "dolor.yaml")
    assert handout.language == "es-MX"
    assert handout.sections[0].heading.plain == "La respuesta corta"


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("clinic", "name: Spine Care\nphone: 310-828-7757\n"),
        ("brand", 'primary: "#123456"\naccent: "#a04010"\n'),
    ],
)
def test_shared_files_are_used(tmp_path: Path, key: str, text: str) -> None:
    (tmp_path / f"{key}.yaml").write_text(text, "utf-8")
    write_new(start("Back pain", tmp_path))
    written = (tmp_path / "back-pain.yaml").read_text("utf-8")
    assert f"\n{key}: {key}.yaml\n" in written
    handout, _ = load(tmp_path / "back-pain.yaml")
    assert getattr(handout, key).file == f"{key}.yaml"


def test_the_editor_finds_the_schema_outside_a_project(tmp_path: Path) -> None:
    (tmp_path / "home").mkdir()
    write_new(start("Back pain", tmp_path / "home"))
    (tmp_path / "home").rename(tmp_path / "moved")  # it travels with the file
    path = tmp_path / "moved" / "back-pain.yaml"
    schema = schema_named_in(path)
    assert schema.read_bytes() == (ROOT / "brochure/schema.json").read_bytes()
    assert str(tmp_path) not in path.read_text("utf-8")


def test_an_old_copy_of_the_schema_is_brought_up_to_date(tmp_path: Path) -> None:
    (tmp_path / ".brochure-schema.json").write_text("{}", "utf-8")
    write_new(start("Back pain", tmp_path))
    assert len((tmp_path / ".brochure-schema.json").read_bytes()) > 1000


def test_nothing_is_left_on_a_full_disk(tmp_path: Path, monkeypatch) -> None:
    def fail(_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(WriteError, match="no space"):
        write_new(start("Back pain", tmp_path))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("folder", ["", "texts/more"])
def test_the_editor_finds_the_schema_inside_a_project(tmp_path: Path, folder: str) -> None:
    schema = tmp_path / "brochure" / "schema.json"
    schema.parent.mkdir()
    schema.write_text("{}", "utf-8")
    write_new(start("Back pain", tmp_path / folder))
    path = tmp_path / folder / "back-pain.yaml"
    assert schema_named_in(path).samefile(schema)
    assert os.sep + "tmp" not in path.read_text("utf-8").splitlines()[0]


@pytest.mark.parametrize("language", ["en-US", "es"])
def test_the_schema_takes_it(tmp_path: Path, language: str) -> None:
    text = start("Back pain", tmp_path, language).text
    Draft202012Validator(json_schema()).validate(yaml.load(text, yaml.BaseLoader))


def test_a_folder_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "texts").write_text("", "utf-8")
    done = brochure("new", "texts/back-pain.yaml", cwd=tmp_path)
    assert done.returncode == 5
    assert "choose another folder" in done.stderr


def test_a_name_that_is_too_long_for_the_disk(tmp_path: Path) -> None:
    done = brochure("new", 300 * "a" + ".yaml", cwd=tmp_path)
    assert done.returncode == 5
    assert "choose another folder" in done.stderr


def test_another_folder(tmp_path: Path) -> None:
    done = brochure("new", "Back pain", "-o", "topics/spine", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "topics" / "spine" / "back-pain.yaml").is_file()
