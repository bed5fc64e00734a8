"""Counts of prints: which handout comes first, and the phone that old paper has."""

from __future__ import annotations

import sqlite3

import pytest

from brochure._startup.records import replace
from brochure.desk.printed import Print, Printed

BACK = Print("back.yaml", "", "310-555-0142", 2, 1)


@pytest.fixture
def counts(tmp_path):
    made = Printed(tmp_path / "state" / "printed.sqlite3")
    yield made
    made.close()


def test_copies_of_a_month_are_added_up(counts):
    counts.add(BACK, "2026-11")
    counts.add(replace(BACK, clinic="west.yaml", copies=3), "2026-11")
    counts.add(BACK, "2026-10")
    assert counts.times("2026-11") == {"back.yaml": 5}
    assert counts.times("2026-09") == {}


def test_the_last_phone_is_known_for_each_clinic(counts):
    assert counts.phone("back.yaml", "") == ""
    counts.add(replace(BACK, phone="1"), "2026-10")
    counts.add(replace(BACK, phone="2"), "2026-11")
    counts.add(replace(BACK, phone="3", clinic="west.yaml"), "2026-11")
    assert counts.phone("back.yaml", "") == "2"
    assert counts.phone("back.yaml", "west.yaml") == "3"


def test_counts_outlive_the_run_and_two_years_are_kept(tmp_path):
    file = tmp_path / "printed.sqlite3"
    for month in ("2023-01", "2025-01", "2026-11"):
        first = Printed(file)
        first.add(BACK, month)
        first.close()
    second = Printed(file)
    assert second.times("2026-11") == second.times("2025-01") == {"back.yaml": 2}
    assert second.times("2023-01") == {}
    second.close()


def test_nothing_but_file_names_months_and_numbers_is_kept(counts, tmp_path):
    counts.add(BACK, "2026-11")
    base = sqlite3.connect(tmp_path / "state" / "printed.sqlite3")
    rows = base.execute("SELECT * FROM printed").fetchall()
    tables = base.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    base.close()
    assert (tables, rows) == ([("printed",)], [("back.yaml", "", "2026-11", 2, 2, "310-555-0142")])


def test_a_damaged_file_is_set_aside(tmp_path):
    file = tmp_path / "printed.sqlite3"
    file.write_bytes(b"no data base" * 100)
    counts = Printed(file)
    counts.add(BACK, "2026-11")
    counts.close()
    assert file.with_suffix(".damaged").read_bytes().startswith(b"no data base")
    again = Printed(file)
    assert again.times("2026-11") == {"back.yaml": 2}
    again.close()


def test_a_place_that_cannot_be_written_counts_in_this_run(tmp_path):
    (tmp_path / "file").write_text("")
    counts = Printed(tmp_path / "file" / "printed.sqlite3")
    counts.add(BACK, "2026-11")
    assert counts.times("2026-11") == {"back.yaml": 2}
    counts.close()
