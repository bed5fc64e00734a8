"""Saving at the desk: never over another's words, never without a copy of what was there."""

from __future__ import annotations

import os

import pytest

from brochure._startup.records import replace
from brochure.desk import saving
from brochure.desk.saving import Copy, copies, mark_of, surplus, text_of
from tests.conftest import ROOT
from tests.support.desk import handout, office_in, post, send


@pytest.fixture
def office(tmp_path):
    (tmp_path / "back.yaml").write_text(handout(text="Lie down. " * 30), "utf-8")
    return office_in(tmp_path)


@pytest.fixture
def row(office):
    return office.library.rows()[0]


def opened(office, row):
    return send(office, "GET", f"/api/handouts/{row.id}/text").json()


def save(office, row, text, mark, status=200, **more):
    return post(
        office, f"/api/handouts/{row.id}/save", {"text": text, "mark": mark, **more}, status
    )


@pytest.mark.parametrize(
    "change", [lambda t: t, lambda t: "\ufeff" + t.replace("\n", "\r\n").rstrip()]
)
def test_saving_what_was_opened_changes_no_byte(office, row, change):
    data = change(row.path.read_text("utf-8")).encode()
    row.path.write_bytes(data)
    file = opened(office, row)
    assert save(office, row, file["text"], file["mark"])["mark"] == file["mark"] == mark_of(data)
    assert row.path.read_bytes() == data
    assert copies(row.path) == []


def test_saving_keeps_a_copy_of_what_was_there_and_it_can_be_had_again(office, row):
    file = opened(office, row)
    new = save(office, row, file["text"].replace("Back", "Neck"), file["mark"])
    assert "title: Neck pain" in row.path.read_text("utf-8")
    listed = send(office, "GET", f"/api/handouts/{row.id}/history").json()["copies"]
    assert len(listed) == 1
    old = send(office, "GET", f"/api/handouts/{row.id}/history/{listed[0]['name']}").json()
    assert old["text"] == file["text"]
    save(office, row, old["text"], new["mark"])
    assert row.path.read_text("utf-8") == file["text"]
    assert send(office, "GET", f"/api/handouts/{row.id}/history/..%2Fback").status_code == 404
    assert len(office.library.rows()) == 1


def test_a_file_that_changed_meanwhile_is_never_saved_over(office, row):
    file = opened(office, row)
    theirs = file["text"].replace("Back", "Their")
    row.path.write_text(theirs, "utf-8")
    answer = save(office, row, file["text"].replace("Back", "My"), file["mark"], 409)
    assert (answer["error"], answer["text"]) == ("changed-outside", theirs)
    assert row.path.read_text("utf-8") == theirs
    save(office, row, file["text"].replace("Back", "My"), answer["mark"])
    assert text_of(copies(row.path)[0].path.read_bytes()) == theirs


def test_a_fault_is_not_saved_and_too_long_a_text_only_if_meant(office, row):
    file = opened(office, row)
    fault = save(office, row, file["text"].replace("title:", "titel:"), file["mark"], 409)
    assert (fault["error"], fault["line"]) == ("save-fault", 1)
    long = file["text"].replace("Lie down. ", "Lie down on the floor. " * 60)
    over = save(office, row, long, file["mark"], 409)
    assert over["error"] == "save-too-long"
    assert row.path.read_text("utf-8") == file["text"]
    save(office, row, long, file["mark"], anyway=True)
    assert row.path.read_text("utf-8") == long


def test_a_copy_that_cannot_be_kept_bars_the_saving(office, row):
    (row.path.parent / saving.HISTORY).write_text("in the way", "utf-8")
    file = opened(office, row)
    assert save(office, row, file["text"] + "# a\n", file["mark"], 409)["error"] == "told"
    assert row.path.read_text("utf-8") == file["text"]


def test_a_file_in_another_encoding_is_not_opened(office, row):
    row.path.write_bytes("title: Ñ\n".encode("latin-1"))
    answer = send(office, "GET", f"/api/handouts/{row.id}/text")
    assert (answer.status_code, answer.json()["error"]) == (409, "not-utf8")


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_nothing_is_saved_through_a_link(office, row, tmp_path):
    other = tmp_path / "other.txt"
    other.write_text("mine", "utf-8")
    file = opened(office, row)
    row.path.unlink()
    row.path.symlink_to(other)
    assert send(office, "GET", f"/api/handouts/{row.id}/text").status_code == 404
    save(office, row, "title: x\n", file["mark"], 404)
    assert other.read_text("utf-8") == "mine"


def copy(day: int, number: int) -> Copy:
    return Copy(ROOT, f"2026-{day // 28 + 1:02}-{day % 28 + 1:02}", "10-00-00", f"{number:012x}")


def test_fifty_copies_are_kept_and_one_a_day_beyond():
    found = [copy(90, n) for n in range(60)] + [copy(80, n) for n in range(3)] + [copy(70, 0)]
    gone = surplus(found)
    assert len(gone) == 10 + 2
    assert surplus(found[:50]) == []


def test_the_last_that_was_printed_is_kept_however_old():
    printed = [replace(copy(90, n), printed="p") for n in (71, 72)]
    found = [*(copy(90, n) for n in range(60)), *printed]
    assert surplus(found) == [*found[50:60], printed[1]]
