"""The rows on what each PDF was made from: added by many at once, and never lost."""

from __future__ import annotations

import json
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from brochure.batch import manifest
from brochure.batch.manifest import Journal, fold, read_rows
from brochure.output import made_from
from brochure.output.made_from import Entry, add_row, last_row, quoted
from tests.support.hostile import put_content

CLINIC = "name: East Clinic\nphone: 310-555-0199\n"
PDF = Path("output/back-pain.pdf")


# ----------------------------------------------------------------- the rows


def test_a_row_tells_no_path_of_the_machine(run, tmp_path):
    put_content("a.yaml")
    assert run("build", str(tmp_path / "a.yaml"))[0] == 0
    put_content("b.yaml", title="Neck pain")
    assert run("build", "b.yaml")[0] == 0
    text = Path("output", made_from.JOURNAL).read_text("utf-8")
    assert tmp_path.name not in text
    rows = read_rows(Path("output"))
    assert {row.origin(Path("output")) for row in rows.values()} == {
        tmp_path / "a.yaml",
        tmp_path / "b.yaml",
    }


@pytest.mark.parametrize("text", ['a"b\\c', "tab\tline\nend", "é 北 🦶", "\udce9", "\x7f\u2028"])
def test_rows_are_json(text):
    entry = Entry(file=text, source=text, size=12.5, problems=(text, "b"))
    values = json.loads(entry.row().encode("utf-8"))
    assert (values["file"], values["size"], values["problems"]) == (text, 12.5, [text, "b"])
    assert json.loads(quoted(text)) == text
    assert len(entry.row().splitlines()) == 1


def test_many_programs_add_rows_at_once_and_a_batch_takes_them_all(tmp_path):
    def add(number: int) -> None:
        for each in range(20):
            add_row(tmp_path, Entry(file=f"{number}-{each}.pdf", source="a.yaml", sha256="x"))
            if number == 0 and each % 3 == 0:
                fold(tmp_path)

    with ThreadPoolExecutor(6) as pool:
        list(pool.map(add, range(6)))
    assert len(read_rows(tmp_path)) == 120
    fold(tmp_path)
    assert len(read_rows(tmp_path)) == 120
    assert not (tmp_path / made_from.JOURNAL).exists()


def test_a_row_that_was_cut_off_spoils_no_other(tmp_path):
    add_row(tmp_path, Entry(file="a.pdf", source="a.yaml"))
    journal = tmp_path / made_from.JOURNAL
    journal.write_bytes(journal.read_bytes()[:-20])
    add_row(tmp_path, Entry(file="b.pdf", source="b.yaml"))
    assert set(read_rows(tmp_path)) == {"b.pdf"}
    assert "b.yaml" in last_row(tmp_path, "b.pdf")


def test_a_row_added_while_a_run_ends_is_not_lost(tmp_path, monkeypatch):
    journal = Journal(tmp_path)
    rows = journal.rows()
    add_row(tmp_path, Entry(file="late.pdf", source="a.yaml"))
    late = journal.remove()
    assert (rows, [entry.file for entry in late]) == ({}, ["late.pdf"])


def test_a_row_is_added_anew_if_the_journal_was_taken_away_meanwhile(tmp_path, monkeypatch):
    journal, taken, fstat = tmp_path / made_from.JOURNAL, [], os.fstat

    def take_away(number):
        if not taken:
            taken.append(journal.unlink())
        return fstat(number)

    monkeypatch.setattr(os, "fstat", take_away)
    add_row(tmp_path, Entry(file="a.pdf", source="a.yaml"))
    assert set(read_rows(tmp_path)) == {"a.pdf"}


def test_a_long_journal_is_brought_into_the_manifest(run, monkeypatch):
    monkeypatch.setattr(made_from, "LONGEST", 100)
    put_content("a.yaml")
    assert run("build", "a.yaml")[0] == 0
    assert not Path("output", made_from.JOURNAL).exists()
    assert list(json.loads(Path("output", manifest.MANIFEST).read_text("utf-8"))["handouts"])


def test_an_explicit_pdf_has_no_row(run, tmp_path):
    put_content("a.yaml")
    assert run("build", "a.yaml", "-o", "x.pdf")[0] == 0
    assert {path.name for path in tmp_path.iterdir()} == {"a.yaml", "x.pdf"}
