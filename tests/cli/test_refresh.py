"""PDFs that are out of date since their text, clinic or brand changed are made anew."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from brochure.batch.manifest import read_rows
from tests.conftest import ROOT
from tests.support import hostile
from tests.support.commands import brochure, python
from tests.support.hostile import put_content

CLINIC = "name: East Clinic\nphone: 310-555-0199\n"
PDF = Path("output/back-pain.pdf")


# ------------------------------------------------------------------ refresh


def make_all(run) -> None:
    """Two single handouts, one of them in two editions, and a batch for a clinic."""
    put_content("a.yaml")
    put_content("b.yaml", title="Neck pain")
    put_content("many/c.yaml", title="Hip pain")
    Path("clinics").mkdir()
    Path("clinics/east.yaml").write_text(CLINIC, "utf-8")
    assert run("build", "a.yaml", "b.yaml")[0] == 0
    assert run("build", "a.yaml", "--mono")[0] == 0
    assert run("build", "many", "--clinics", "clinics")[0] == 0


ALL = {"back-pain.pdf", "back-pain-mono.pdf", "neck-pain.pdf", "east/hip-pain.pdf"}


def listed(run) -> set[str]:
    code, said = run("refresh", "--list")
    names = {line.partition("  ")[0] for line in said.splitlines() if "  " in line}
    assert code == bool(names), said
    return names


def test_what_is_up_to_date_is_left(run):
    make_all(run)
    assert set(read_rows(Path("output"))) == ALL
    before = {path: path.stat().st_mtime_ns for path in Path("output").rglob("*.pdf")}
    code, said = run("refresh")
    assert (code, said) == (0, "every PDF is up to date\n")
    assert {path: path.stat().st_mtime_ns for path in Path("output").rglob("*.pdf")} == before
    assert listed(run) == set()


def change_text() -> None:
    put_content("a.yaml", text="Another text.")


def change_clinic() -> None:
    Path("clinics/east.yaml").write_text(CLINIC.replace("0199", "0188"), "utf-8")


def spoil() -> None:
    Path("output/neck-pain.pdf").write_bytes(b"spoilt")


def lose() -> None:
    Path("output/east/hip-pain.pdf").unlink()


@pytest.mark.parametrize(
    ("change", "old"),
    [
        (change_text, {"back-pain.pdf", "back-pain-mono.pdf"}),
        (change_clinic, {"east/hip-pain.pdf"}),
        (spoil, {"neck-pain.pdf"}),
        (lose, {"east/hip-pain.pdf"}),
    ],
)
def test_what_changed_is_named_and_made_anew(run, change, old):
    make_all(run)
    change()
    before = {path: path.read_bytes() for path in Path("output").rglob("*.pdf")}
    assert listed(run) == old
    assert {path: path.read_bytes() for path in Path("output").rglob("*.pdf")} == before
    code, said = run("refresh")
    assert code == 0, said
    assert f"4 PDFs: {len(old)} out of date" in said
    assert listed(run) == set()
    after = {path: path.read_bytes() for path in Path("output").rglob("*.pdf")}
    changed = {path for path in after if after[path] != before.get(path)}
    assert {path.relative_to("output").as_posix() for path in changed} == old


def test_a_shared_clinic_a_logo_and_the_program_count(run, monkeypatch):
    shutil.copy(ROOT / "tests/handouts/lift.png", "logo.png")
    Path("clinic.yaml").write_text(CLINIC + "logo: logo.png\n", "utf-8")
    text = "title: A\nclinic: clinic.yaml\nsections:\n  - heading: B\n    text: c\n"
    Path("a.yaml").write_text(text, "utf-8")
    assert run("build", "a.yaml")[0] == 0
    assert listed(run) == set()
    Path("logo.png").write_bytes((ROOT / "assets/pictures").glob("*.png").__next__().read_bytes())
    assert listed(run) == {"a.pdf"}
    assert run("refresh")[0] == 0
    Path("clinic.yaml").write_text(CLINIC.replace("East", "West") + "logo: logo.png\n", "utf-8")
    assert listed(run) == {"a.pdf"}
    assert run("refresh")[0] == 0
    monkeypatch.setattr("brochure.batch.jobs.program_hash", lambda: "another")
    monkeypatch.setattr("brochure.batch.jobs.versions", lambda: "2.0")
    assert listed(run) == {"a.pdf"}


def test_from_another_folder_it_finds_what_it_was_made_from(run, tmp_path, monkeypatch):
    make_all(run)
    change_text()
    (tmp_path / "far").mkdir()
    monkeypatch.chdir(tmp_path / "far")
    code, said = run("refresh", "../output")
    assert code == 0
    assert "2 out of date" in said
    assert Path.cwd() == tmp_path / "far"
    assert run("refresh", str(tmp_path / "output"))[1] == "every PDF is up to date\n"


def test_a_project_that_was_moved_is_still_known(run, tmp_path, monkeypatch):
    (tmp_path / "old").mkdir()
    monkeypatch.chdir(tmp_path / "old")
    put_content("a.yaml")
    assert run("build", "a.yaml")[0] == 0
    monkeypatch.chdir(tmp_path)
    (tmp_path / "old").rename(tmp_path / "new")
    assert run("refresh", "new/output")[1] == "every PDF is up to date\n"


def test_a_source_that_is_gone_or_has_a_fault_keeps_its_pdf(run):
    make_all(run)
    Path("a.yaml").unlink()
    Path("b.yaml").write_text("nonsense", "utf-8")
    assert listed(run) == {"back-pain.pdf", "back-pain-mono.pdf", "neck-pain.pdf"}
    before = {path: path.read_bytes() for path in Path("output").rglob("*.pdf")}
    code, said = run("refresh")
    assert code == 3
    assert "b.yaml" in said
    assert {path: path.read_bytes() for path in Path("output").rglob("*.pdf")} == before


def test_a_folder_of_which_nothing_is_known_gives_2(run, tmp_path):
    assert run("refresh")[0] == 2
    (tmp_path / "output").mkdir()
    code, said = run("refresh")
    assert code == 2
    assert "nothing is known" in said
    assert run("refresh", "")[0] == 2
    assert run("refresh", "--jobs", "0")[0] == 2


def test_it_works_in_a_process_and_for_the_program_beside_its_content(tmp_path):
    shutil.copy(ROOT / "make_pdf.py", tmp_path / "make_pdf.py")
    (tmp_path / "content.yaml").write_bytes(hostile.plain())
    (tmp_path / "far").mkdir()
    made = python(tmp_path / "make_pdf.py", cwd=tmp_path / "far")
    assert made.returncode == 0, made.stderr
    done = brochure("refresh", "--list", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, "every PDF is up to date\n"), done.stderr
    assert python(tmp_path / "make_pdf.py", cwd=tmp_path).returncode == 0
    assert brochure("build", cwd=tmp_path).returncode == 0
