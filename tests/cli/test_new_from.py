"""`new --from`: one content file in the folder, its clinic taken, nothing overwritten."""

from __future__ import annotations

import sys

import pytest
import yaml

from brochure.commands.new_from import begin
from brochure.model import ContentError
from tests.support.documents import DOCUMENTS, document, with_part

CLINIC = (
    "name: Harbor Clinic\nphone: (310) 555-0134\nphones: [{label: Nights, number: 310-555-0177}]\n"
)


@pytest.fixture
def folder(tmp_path):
    for name in ("styled.docx", "accordion-page.html", "windows.txt"):
        (tmp_path / name).write_bytes(document(name))
    return tmp_path


def test_a_word_file_becomes_a_content_file_that_builds(run, folder):
    code, said = run("new", "--from", "windows.txt")
    assert code == 0
    assert "cuidado-de-la-herida.yaml is ready. Read it beside the original" in said
    assert (folder / "cuidado-de-la-herida.yaml").is_file()
    code, said = run("build", "cuidado-de-la-herida.yaml")
    assert code == 0, said


def test_the_clinic_of_the_folder_is_taken(run, folder):
    (folder / "clinic.yaml").write_text(CLINIC, "utf-8")
    code, said = run("new", "--from", "accordion-page.html")
    assert code == 0
    text = (folder / "your-colonoscopy-questions-and-answers.yaml").read_text("utf-8")
    assert "\nclinic: clinic.yaml\n" in text
    assert "Call {phone}, or the night nurse at 310-555-0177" in text
    assert "is not the clinic's" not in said  # the clinic's second number is its own, too
    assert "left out: a menu: “Home | FAQ”" in said


def test_without_a_clinic_the_one_phone_of_the_text_is_taken_and_told(run, folder):
    _, said = run("new", "--from", "styled.docx")
    values = yaml.safe_load((folder / "care-after-a-cast.yaml").read_text("utf-8"))
    assert values["clinic"]["phone"] == "(310) 555-0134"
    assert "the clinic's phone is the one of the text, (310) 555-0134" in said


def test_nothing_is_overwritten(run, folder):
    assert run("new", "--from", "windows.txt")[0] == 0
    file = folder / "cuidado-de-la-herida.yaml"
    file.write_text("mine", "utf-8")
    code, said = run("new", "--from", "windows.txt")
    assert code == 5
    assert "it exists already; nothing was changed" in said
    assert file.read_text("utf-8") == "mine"


def test_a_name_and_a_folder_of_ones_own(run, folder):
    assert run("new", "Wound care", "--from", "windows.txt", "-o", "es")[0] == 0
    text = (folder / "es" / "wound-care.yaml").read_text("utf-8")
    assert "title: Wound care" in text
    assert run("new", "a/b.yaml", "--from", "windows.txt")[0] == 0
    assert (folder / "a" / "b.yaml").is_file()


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.docx", lambda: with_part("word/vbaProject.bin", b"x"), "macros"),
        ("a.html", lambda: b"<div>" * 100_000, "nested"),
        ("a.pdf", lambda: b"%PDF-1.7", "a PDF"),
        ("a.txt", lambda: b"", "empty"),
    ],
)
def test_what_cannot_be_taken_leaves_the_folder_as_it_is(run, tmp_path, name, data, said):
    (tmp_path / name).write_bytes(data())
    code, words = run("new", "--from", name)
    assert code == 3
    assert said in words
    assert words.count("\n") == 2
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_a_file_that_is_not_there(run):
    code, said = run("new", "--from", "gone.docx")
    assert code == 3
    assert "gone.docx" in said
    assert run("new")[0] == 2
    assert run("new", "--from", "gone.docx", "--language", "klingonese")[0] == 2


def test_a_missing_library_is_told_with_what_to_type(run, folder, monkeypatch):
    monkeypatch.setitem(sys.modules, "docx", None)
    for name in ("word", "word_file", "word_runs", "word_styles"):
        monkeypatch.delitem(sys.modules, f"brochure.importing.{name}", raising=False)
    code, said = run("new", "--from", "styled.docx")
    assert code == 2
    assert "pip install lxml markdown-it-py python-docx" in said
    assert not list(folder.glob("*.yaml"))


def test_what_is_left_to_mend_is_told(tmp_path):
    (tmp_path / "a.txt").write_text("Pills \U0001f48a\n\nTake {phnoe} one a day.\n", "utf-8")
    _, _, told = begin(str(tmp_path / "a.txt"), "", tmp_path)
    assert not [line for line in told if "error" in line]  # braces of a text are text


def test_a_clinic_that_cannot_be_read_is_told(tmp_path):
    (tmp_path / "clinic.yaml").write_text("nme: A\n", "utf-8")
    with pytest.raises(ContentError, match=r"clinic\.yaml"):
        begin(str(DOCUMENTS / "mail.txt"), "", tmp_path)


def test_a_title_in_another_script_leaves_the_documents_name(run, tmp_path):
    (tmp_path / "back-pain-ar.html").write_bytes(document("arabic.html"))
    assert run("new", "--from", "back-pain-ar.html")[0] == 0
    assert (tmp_path / "back-pain-ar.yaml").is_file()
