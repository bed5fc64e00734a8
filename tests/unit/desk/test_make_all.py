"""All handouts for all clinics, in the background."""

from __future__ import annotations

import os
import zipfile
from io import BytesIO
from time import monotonic, sleep

import pytest

from brochure.desk import whole_run
from brochure.desk.make_all import OUTPUT
from tests.support.desk import CLINIC, handout, office_in, send

LONG = "A sentence that is here to fill the page with many words. " * 300


@pytest.fixture
def office(tmp_path):
    for name in ("Back", "Neck"):
        text = handout(name, text="Lie down for an hour. " * 30)
        (tmp_path / f"{name.lower()}.yaml").write_text(text, "utf-8")
    (tmp_path / "broken.yaml").write_text("title: Broken\nsections: no\n")
    for name, phone, more in (
        ("west", "310-555-0199", "paper: a4\n"),
        ("east", "310-555-0198", ""),
    ):
        (tmp_path / f"{name}.yaml").write_text(CLINIC.format(name=name, phone=phone) + more)
    return office_in(tmp_path)


def made(office):
    assert send(office, "POST", "/api/batch").status_code == 200
    end = monotonic() + 60
    while monotonic() < end:
        run = send(office, "GET", "/api/batch").json()
        if run["finished"]:
            return run
        sleep(0.05)
    raise AssertionError("it never ended")


def names(office):
    with zipfile.ZipFile(BytesIO(send(office, "GET", "/api/batch/zip").content)) as archive:
        return sorted(archive.namelist())


def test_every_handout_is_made_for_every_clinic_on_its_paper(office):
    run = made(office)
    assert (run["done"], run["total"], run["made"], run["failures"]) == (4, 4, 4, 0)
    assert names(office) == [
        "east/back.pdf",
        "east/neck.pdf",
        "west/back-a4.pdf",
        "west/neck-a4.pdf",
    ]
    assert (office.folder / OUTPUT / "east" / "back.pdf").is_file()


def test_what_cannot_be_made_is_told_and_stops_nothing(office):
    (office.folder / "long.yaml").write_text(handout("Long", text=LONG), "utf-8")
    office.library.refresh()
    run = made(office)
    assert (run["made"], run["failures"]) == (4, 2)
    told = run["failed"][0]
    assert (told["title"], told["state"]["key"]) == ("Long", "too-long")
    assert {each["clinic"] for each in run["failed"]} == {"east", "west"}
    assert told["id"] == next(row.id for row in office.library.rows() if row.title == "Long")


def test_what_stopped_a_handout_is_told_not_a_warning_before_it(office):
    for name in ("west", "east"):
        (office.folder / f"{name}.yaml").write_text(CLINIC.format(name=name, phone="310-555-0100"))
    (office.folder / "long.yaml").write_text(handout("Long", text=LONG), "utf-8")
    office.library.refresh()
    run = made(office)
    assert run["failures"] == 2
    assert {told["state"]["key"] for told in run["failed"]} == {"too-long"}


@pytest.mark.skipif(os.name == "nt", reason="Windows has other rights")
def test_a_file_that_cannot_be_written_is_told_so(office):
    (office.folder / OUTPUT).mkdir()
    (office.folder / OUTPUT / "east").write_text("in the way", "utf-8")
    run = made(office)
    assert {told["state"]["key"] for told in run["failed"]} == {"not-made"}


def test_without_clinics_each_is_made_for_its_own(office):
    for name in ("west", "east"):
        (office.folder / f"{name}.yaml").unlink()
    office.library.refresh()
    assert made(office)["made"] == 2
    assert names(office) == ["back.pdf", "neck.pdf"]


def test_two_runs_at_once_are_one_too_many(office, monkeypatch):
    monkeypatch.setattr(whole_run.Run, "start", lambda run: None)
    assert send(office, "POST", "/api/batch").status_code == 200
    again = send(office, "POST", "/api/batch")
    assert (again.status_code, again.json()["error"]) == (409, "still-making")
    assert send(office, "GET", "/api/batch/zip").status_code == 404


def test_an_empty_folder_has_nothing_to_make(tmp_path):
    answer = send(office_in(tmp_path), "POST", "/api/batch")
    assert (answer.status_code, answer.json()["error"]) == (409, "nothing-to-make")


def test_a_fault_ends_the_run_in_words(office, monkeypatch, capsys):
    def wrong(*arguments, **more):
        raise RuntimeError("no")

    monkeypatch.setattr(whole_run, "run_batch", wrong)
    assert made(office)["stopped"] == whole_run.FAULT
    assert "RuntimeError: no" in capsys.readouterr().err
