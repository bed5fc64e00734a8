"""Tables kept from one run to the next: taken if made of the same files, else made anew."""

from __future__ import annotations

import os
import sys

import pytest

from brochure._startup import kept_tables

TABLE = {"idiom": (["a", "b"], frozenset({"c"}), 3)}


@pytest.fixture(autouse=True)
def _alone(monkeypatch, tmp_path):
    monkeypatch.setattr(kept_tables, "ALONE", [True])
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(kept_tables, "_place", lambda name: str(tmp_path / f"{name}.kept"))


@pytest.fixture
def source(tmp_path):
    """A file that a table is made of."""
    file = tmp_path / "table.txt"
    file.write_text("a line", "utf-8")
    return file


def made(source, table=TABLE):
    """Return the table that is taken, and how often it was made for that."""
    calls = []
    found = kept_tables.kept_table("t", (str(source),), lambda: calls.append(1) or table)
    return found, len(calls)


def test_a_table_is_made_once_as_long_as_its_files_are_the_same(source):
    assert made(source) == (TABLE, 1)
    assert made(source) == (TABLE, 0)
    source.write_text("another line", "utf-8")
    assert made(source, {"new": 1}) == ({"new": 1}, 1)
    os.utime(source, ns=(1, 1))
    assert made(source) == (TABLE, 1)


@pytest.mark.parametrize("broken", [b"", b"\0", b"no table", b"("])
def test_a_broken_file_is_as_good_as_none(source, tmp_path, broken):
    made(source)
    tmp_path.joinpath("t.kept").write_bytes(broken)
    assert made(source) == (TABLE, 1)
    assert made(source) == (TABLE, 0)


def test_nothing_is_kept_where_nothing_may_be_written(source, tmp_path, monkeypatch):
    monkeypatch.setattr(kept_tables, "_place", lambda name: str(tmp_path / "none" / name))
    assert made(source) == (TABLE, 1)
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    monkeypatch.setattr(kept_tables, "_place", lambda name: str(tmp_path / name))
    assert made(source) == (TABLE, 1)
    assert not tmp_path.joinpath("t").exists()


def test_a_library_keeps_nothing(source, tmp_path, monkeypatch):
    monkeypatch.setattr(kept_tables, "ALONE", [])
    assert made(source) == (TABLE, 1)
    assert list(tmp_path.glob("*.kept")) == []
