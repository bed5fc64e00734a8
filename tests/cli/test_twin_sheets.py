"""`build --twin` from the command line, alone, for a folder, and made anew."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.conftest import HERE
from tests.support.commands import brochure

TWINS = HERE / "handouts" / "twins"
SHEET = "care-of-your-back-en-es.pdf"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(TWINS, tmp_path / "texts")
    return tmp_path


def test_the_translation_alone_finds_its_original_and_is_made_anew(folder):
    done = brochure("build", "--twin", "texts/es.yaml", cwd=folder)
    assert done.returncode == 0, done.stderr
    assert (folder / "output" / SHEET).is_file()
    assert "flip on long edge" in done.stdout
    listed = brochure("refresh", "--list", cwd=folder)
    assert (listed.returncode, listed.stdout.strip()) == (0, "every PDF is up to date")
    english = folder / "texts/en.yaml"
    english.write_text(english.read_text("utf-8").replace("Walk 10", "Stroll 10"), "utf-8")
    listed = brochure("refresh", cwd=folder)
    assert f"{SHEET}  its text" in listed.stdout
    assert brochure("refresh", "--list", cwd=folder).returncode == 0


def test_two_files_are_front_and_back(folder):
    done = brochure("build", "--twin", "texts/es.yaml", "texts/ar.yaml", cwd=folder)
    assert done.returncode == 0, done.stderr
    assert (folder / "output/care-of-your-back-es-ar.pdf").is_file()
    assert "write `twin_of: es.yaml` into" in done.stderr
    done = brochure("build", "--twin", "texts/en.yaml", "texts/es.yaml", cwd=folder)
    assert done.stderr == ""


def test_a_folder_makes_a_sheet_of_each_file_that_names_its_twin(folder):
    done = brochure("build", "--twin", "texts", cwd=folder)
    assert done.returncode == 0, done.stderr
    made = {path.name for path in (folder / "output").glob("*.pdf")}
    assert made == {SHEET, "care-of-your-back-en-ar.pdf"}
    again = brochure("build", "--twin", "texts", cwd=folder)
    assert "2 unchanged" in again.stdout


def test_a_clinic_takes_the_place_of_both_sides_clinics(folder):
    (folder / "clinics").mkdir()
    (folder / "clinics/east.yaml").write_text("name: East Clinic\nphone: 310-555-0199\n", "utf-8")
    done = brochure("build", "--twin", "texts", "--clinics", "clinics", cwd=folder)
    assert done.returncode == 0, done.stderr
    from pypdf import PdfReader

    pages = PdfReader(folder / "output/east" / SHEET).pages
    assert all("310-555-0199" in page.extract_text() for page in pages)
    assert all("828-7757" not in page.extract_text() for page in pages)


def test_a_batch_of_a_pair_wants_it_written_down(folder):
    done = brochure("build", "--twin", "texts/es.yaml", "texts/ar.yaml", "--force", cwd=folder)
    assert done.returncode == 2
    assert "write `twin_of: es.yaml` into texts/ar.yaml" in done.stderr


def test_files_without_twins_are_told(folder):
    (folder / "texts/es.yaml").unlink()
    (folder / "texts/ar.yaml").unlink()
    done = brochure("build", "--twin", "texts", cwd=folder)
    assert done.returncode == 2
    assert "none of these files names its twin" in done.stderr


def test_a_draft_has_the_sheet(folder):
    done = brochure("email", "--twin", "texts/es.yaml", cwd=folder)
    assert done.returncode == 0, done.stderr
    assert (folder / "output" / SHEET).with_suffix(".eml").is_file()
