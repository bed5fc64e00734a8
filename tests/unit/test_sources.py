"""Where the assets of a content file are looked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from brochure import sources
from brochure.sources import assets_for


@pytest.fixture
def project(tmp_path, monkeypatch) -> Path:
    """A working folder with two clinics, one of which has assets of its own."""
    for folder in ("assets", "clinics/assets", "groups/west", "beside/assets"):
        (tmp_path / "home" / folder).mkdir(parents=True)
    (tmp_path / "assets").mkdir()
    monkeypatch.chdir(tmp_path / "home")
    return tmp_path / "home"


@pytest.mark.parametrize(
    ("file", "found"),
    [
        ("content.yaml", "assets"),
        ("clinics/east.yaml", "clinics/assets"),
        ("groups/west/one.yaml", "assets"),
    ],
)
def test_assets_are_the_nearest_in_the_working_folder(project, file, found):
    assert assets_for(Path(file)).resolve() == project / found
    assert assets_for(project / file).resolve() == project / found


def test_assets_above_the_working_folder_are_not_taken(project, monkeypatch):
    monkeypatch.chdir(project / "groups")
    assert assets_for(Path("west/one.yaml")) == sources.ASSETS


def test_an_installed_program_lends_no_logo(project, monkeypatch):
    monkeypatch.chdir(project / "groups")
    monkeypatch.setattr(sources, "ASSETS", Path(sources.__file__).parent / "assets")
    assert assets_for(Path("west/one.yaml")) == Path("west/assets")
