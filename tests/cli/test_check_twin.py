"""`check --twin` and `twin_of:` from the command line."""

from __future__ import annotations

from pathlib import Path

from tests.support.commands import brochure
from tests.unit.checks.test_twins import ENGLISH, SPANISH


def put(folder: Path, spanish: str) -> None:
    (folder / "en.yaml").write_text(ENGLISH, "utf-8")
    (folder / "es.yaml").write_text(spanish, "utf-8")


def test_twins_that_say_the_same(tmp_path: Path) -> None:
    put(tmp_path, SPANISH)
    done = brochure("check", "--twin", "en.yaml", "es.yaml", cwd=tmp_path)
    assert done.returncode == 0
    assert done.stdout.count("2 sections, 5 items, 1 phones, 1 addresses") == 2


def test_what_is_missing_is_a_warning_in_its_file(tmp_path: Path) -> None:
    put(tmp_path, SPANISH.replace("400 mg", "40 mg"))
    done = brochure("check", "--twin", "en.yaml", "es.yaml", cwd=tmp_path)
    assert done.returncode == 1
    assert "en.yaml:7:11: warning twin: es.yaml has no number 400 mg" in done.stdout


def test_two_files_are_needed(tmp_path: Path) -> None:
    put(tmp_path, SPANISH)
    done = brochure("check", "--twin", "en.yaml", cwd=tmp_path)
    assert done.returncode == 2
    assert "check --twin en.yaml es.yaml" in done.stderr


def test_a_file_that_names_its_twin_is_compared_at_each_check(tmp_path: Path) -> None:
    named = SPANISH.replace("400 mg", "40 mg") + "twin_of: en.yaml\n"
    put(tmp_path, named)
    done = brochure("check", "es.yaml", cwd=tmp_path)
    assert "twin: es.yaml has no number 400 mg" in done.stdout
    put(tmp_path, f"{named}allow: {{twin: it is a shorter one}}\n")
    done = brochure("check", "es.yaml", cwd=tmp_path)
    assert " twin: " not in done.stdout
    assert "twin (it is a shorter one)" in done.stdout


def test_a_twin_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    put(tmp_path, SPANISH + "twin_of: en.yaml\n")
    (tmp_path / "en.yaml").write_text("title: Only", "utf-8")
    done = brochure("check", "es.yaml", cwd=tmp_path)
    assert "its twin en.yaml cannot be read" in done.stdout
