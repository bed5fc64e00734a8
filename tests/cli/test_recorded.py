"""A PDF in its output folder: never in place of another handout's."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from brochure.cli import main
from tests.support.hostile import put_content

CLINIC = "name: East Clinic\nphone: 310-555-0199\n"
PDF = Path("output/back-pain.pdf")


# ------------------------------------------------- never in another's place


def test_a_pdf_of_another_source_is_never_overwritten(run):
    put_content("a.yaml")
    put_content("b.yaml", text="Another text.")
    assert run("build", "a.yaml")[0] == 0
    before = PDF.read_bytes()
    for arguments in (["build", "b.yaml"], ["email", "b.yaml"], ["build", "b.yaml", "--jobs", "1"]):
        code, said = run(*arguments)
        assert code == 3, said
        assert "a.yaml" in said
        assert PDF.read_bytes() == before
    assert run("build", "b.yaml", "-o", "elsewhere")[0] == 0
    assert run("build", "a.yaml")[0] == 0


def test_a_batch_and_a_single_build_respect_each_other(run):
    put_content("many/a.yaml")
    assert run("build", "many")[0] == 0
    put_content("b.yaml", text="Another text.")
    code, said = run("build", "b.yaml")
    assert code == 3
    assert str(Path("many/a.yaml")) in said
    assert run("build", "many/a.yaml")[0] == 0


@pytest.mark.parametrize("change", ["gone", "renamed"])
def test_a_name_that_its_source_has_given_up_is_free(run, change):
    put_content("a.yaml")
    put_content("b.yaml", text="Another text.")
    assert run("build", "a.yaml")[0] == 0
    Path("a.yaml").unlink() if change == "gone" else put_content("a.yaml", title="Neck pain")
    assert run("build", "b.yaml")[0] == 0


def test_a_source_with_a_fault_keeps_its_pdf(run):
    put_content("a.yaml")
    put_content("b.yaml", text="Another text.")
    assert run("build", "a.yaml")[0] == 0
    Path("a.yaml").write_text("nonsense", "utf-8")
    assert run("build", "b.yaml")[0] == 3


def test_a_pdf_that_nothing_is_known_of_is_replaced_as_ever(run):
    put_content("a.yaml")
    PDF.parent.mkdir()
    PDF.write_bytes(b"old")
    assert run("build", "a.yaml")[0] == 0
    assert PDF.read_bytes().startswith(b"%PDF")


def test_a_program_of_another_folder_tells_sources_apart(run, tmp_path):
    """As `python ../brochure/make_pdf.py b.yaml` does: names are told from where they are typed."""
    program = tmp_path / "program" / "make_pdf.py"
    put_content("a.yaml")
    put_content("b.yaml", text="Another text.")
    assert main(["build", "a.yaml", "-o", "output"], beside=program) == 0
    before = PDF.read_bytes()
    assert main(["build", "b.yaml", "-o", "output"], beside=program) == 3
    assert PDF.read_bytes() == before
    code, said = run("refresh", "output", "--list")
    assert code == 0, said
    assert "every PDF is up to date" in said


@pytest.mark.parametrize("where", ["sub", ".."])
def test_the_same_source_typed_from_elsewhere_is_the_same(run, tmp_path, monkeypatch, where):
    put_content("a.yaml")
    assert run("build", "a.yaml", "-o", "output")[0] == 0
    (tmp_path / "sub").mkdir()
    monkeypatch.chdir(tmp_path / where)
    source = tmp_path / "a.yaml"
    assert run("build", str(source), "-o", str(tmp_path / "output"))[0] == 0
    typed = "../a.yaml" if where == "sub" else f"{tmp_path.name}/a.yaml"
    assert run("build", typed, "-o", str(tmp_path / "output"))[0] == 0


@pytest.mark.skipif(sys.platform == "win32", reason="links are for administrators")
def test_an_output_folder_that_is_a_link(run, tmp_path):
    (tmp_path / "far/away/place").mkdir(parents=True)
    Path("output").symlink_to("far/away/place")
    put_content("a.yaml")
    put_content("b.yaml", text="Another text.")
    assert run("build", "a.yaml")[0] == 0
    assert run("build", "b.yaml")[0] == 3
    assert run("refresh")[1] == "every PDF is up to date\n"
    put_content("a.yaml", text="Some text.")
    assert "1 out of date" in run("refresh")[1]
    assert run("refresh", "far/away/place", "--list") == (0, "every PDF is up to date\n")
    assert run("build", "a.yaml", "-o", "far/away/place")[0] == 0
    assert run("build", str(tmp_path / "a.yaml"))[0] == 0
    assert run("build", str(tmp_path / "b.yaml"))[0] == 3
    assert run("refresh")[1] == "every PDF is up to date\n"


def test_a_language_has_its_mark_in_the_name(run):
    for language in ("en-GB", "es", "es-MX", "fr"):
        put_content("a.yaml", language)
        assert run("build", "a.yaml", "-o", "out")[0] == 0
    names = {path.name for path in Path("out").glob("*.pdf")}
    assert names == {"back-pain.pdf", "back-pain-es.pdf", "back-pain-fr.pdf"}


def test_a_translation_with_the_same_title_leaves_the_english_pdf(run):
    put_content("a.yaml")
    put_content("a-es.yaml", "es")
    assert run("build", "a.yaml", "a-es.yaml")[0] == 0
    assert {path.name for path in Path("output").glob("*.pdf")} == {
        "back-pain.pdf",
        "back-pain-es.pdf",
    }
