"""The folder: what is listed, what is found, and what is never followed."""

from __future__ import annotations

import os
import shutil

import pytest

from brochure.desk.exchange import AskError
from brochure.desk.library import Library
from tests.support.desk import CLINIC, handout


@pytest.fixture
def folder(tmp_path):
    home = tmp_path / "handouts"
    (home / "joints").mkdir(parents=True)
    (home / "back.yaml").write_text(handout(), "utf-8")
    spanish = handout("Dolor de rodilla", "es", "knee, pain", more="title_en: Sore knee\n")
    (home / "joints" / "rodilla.yaml").write_text(spanish, "utf-8")
    (home / "clinic.yaml").write_text(CLINIC.format(name="West", phone="310-555-0199"))
    (home / "broken.yaml").write_text("title: Broken leg\nsections: nothing\n")
    return home


@pytest.fixture
def library(folder):
    made = Library(folder)
    made.refresh()
    return made


def titles(library, query="", language=""):
    return [row.title for row in library.find(query, language)]


def test_handouts_and_clinics_are_listed_each_as_what_it_is(library):
    assert titles(library) == ["Back pain", "Broken leg", "Dolor de rodilla"]
    assert [(row.title, row.phone) for row in library.clinics()] == [("West", "310-555-0199")]
    assert library.languages() == ["en", "es"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("rodílla", ["Dolor de rodilla"]),
        ("sore KNEE", ["Dolor de rodilla"]),
        ("joints", ["Dolor de rodilla"]),
        ("spanish", ["Dolor de rodilla"]),
        ("knee pain", ["Dolor de rodilla"]),
        ("lie hour", ["Back pain", "Dolor de rodilla"]),
        ("broken", ["Broken leg"]),
        ("back", ["Back pain"]),
        ("nothing", []),
    ],
)
def test_a_handout_is_found_by_its_title_topic_language_folder_and_words(library, query, found):
    assert titles(library, query) == found


@pytest.mark.parametrize(
    ("tag", "query"),
    [
        ("ar", "arabic"),
        ("ko", "KOREAN"),
        ("ko", "한국어"),
        ("ru", "russian"),
        ("tl", "filipino"),
        ("zh-Hans", "chinese"),
        ("zh-TW", "traditional chinese"),
        ("vi", "tieng viet"),
        ("es-MX", "espanol"),
        ("ht", "haitian"),
        ("it", "italian"),
    ],
)
def test_a_handout_is_found_by_the_name_of_its_language(tmp_path, tag, query):
    (tmp_path / "one.yaml").write_text(handout("Knie", tag), "utf-8")
    (tmp_path / "two.yaml").write_text(handout("Back"), "utf-8")
    library = Library(tmp_path)
    library.refresh()
    assert titles(library, query) == ["Knie"]


def test_a_language_can_be_chosen(library):
    assert titles(library, language="es") == ["Dolor de rodilla"]


def test_a_file_that_cannot_be_read_says_why(library):
    (row,) = [row for row in library.rows() if row.title == "Broken leg"]
    assert row.problems
    assert all(problem.level == "error" for problem in row.problems[:1])


def test_a_number_stays_with_its_file(library, folder):
    numbers = {row.name: row.id for row in library.rows()}
    (folder / "arm.yaml").write_text(handout("Arm"))
    other = Library(folder)
    other.refresh()
    assert {row.name: row.id for row in other.rows()}.items() >= numbers.items()


def test_what_changes_is_read_again_and_nothing_else_counts(library, folder):
    before = library.version
    assert not library.refresh()
    assert library.version == before
    (folder / "back.yaml").write_text(handout("Neck pain"), "utf-8")
    (folder / "broken.yaml").unlink()
    (folder / "notes.txt").write_text("no handout")
    assert library.refresh()
    assert titles(library) == ["Dolor de rodilla", "Neck pain"]
    assert library.version == before + 1


def test_a_file_that_changes_its_kind_moves(library, folder):
    (folder / "clinic.yaml").write_text(handout("Arm"), "utf-8")
    library.refresh()
    assert "Arm" in titles(library)
    assert library.clinics() == []


def test_links_hidden_files_and_other_folders_are_passed_over(folder, tmp_path):
    outside = tmp_path / "outside"
    (outside / "sub").mkdir(parents=True)
    (outside / "secret.yaml").write_text(handout("Secret"))
    (folder / "linked.yaml").symlink_to(outside / "secret.yaml")
    (folder / "folder").symlink_to(outside)
    for name in (".hidden", "_draft", "output", "assets"):
        (folder / name).mkdir()
        (folder / name / "a.yaml").write_text(handout("Secret"))
    (folder / ".b.yaml").write_text(handout("Secret"))
    (folder / "_c.yaml").write_text(handout("Secret"))
    (folder / "joints" / "deep").mkdir()
    (folder / "joints" / "deep" / "a.yaml").write_text(handout("Secret"))
    library = Library(folder)
    library.refresh()
    assert "Secret" not in titles(library)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes")
def test_a_pipe_is_no_file(folder):
    os.mkfifo(folder / "pipe.yaml")
    library = Library(folder)
    library.refresh()
    assert len(library.rows()) == 3


def test_a_folder_that_became_a_link_is_not_read_through(library, folder, tmp_path):
    (row,) = [row for row in library.rows() if row.name.startswith("joints/")]
    assert library.row(row.id) is row
    outside = tmp_path / "outside"
    shutil.copytree(folder / "joints", outside)
    shutil.rmtree(folder / "joints")
    (folder / "joints").symlink_to(outside)
    assert (folder / row.name).is_file()
    with pytest.raises(AskError) as refused:
        library.row(row.id)
    assert refused.value.status == 404


@pytest.mark.parametrize("number", ["", "x", "-1", "1e3", "9" * 40, "../back.yaml", "²", 0])
def test_what_is_no_number_of_a_handout_is_not_found(library, number):
    with pytest.raises(AskError):
        library.row(number)


def test_no_clinic_is_chosen_by_nothing(library):
    assert library.clinic("") is None
    assert library.clinic("0") is None
    with pytest.raises(AskError):
        library.clinic("7")


def test_a_folder_that_is_gone_is_empty(library, folder):
    shutil.rmtree(folder)
    library.refresh()
    assert library.rows() == []
