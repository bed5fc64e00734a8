"""What cannot be printed is found out without anybody asking, once for each state of the files."""

from __future__ import annotations

import pytest

from brochure.desk import judge as judging
from tests.support.desk import CLINIC, handout, office_in, send

LONG = "A sentence that is here to fill the page with many words. " * 300


@pytest.fixture
def office(tmp_path):
    (tmp_path / "back.yaml").write_text(handout(), "utf-8")
    (tmp_path / "long.yaml").write_text(handout("Long", text=LONG), "utf-8")
    (tmp_path / "west.yaml").write_text(CLINIC.format(name="West", phone="310-555-0199"))
    return office_in(tmp_path)


def told(office, query=""):
    rows = send(office, "GET", f"/api/handouts?{query}").json()["rows"]
    return {row["title"]: [state["key"] for state in row["states"]] for row in rows}


def test_the_list_says_what_cannot_be_printed_once_that_is_known(office):
    assert told(office) == {"Back pain": [], "Long": []}
    before = office.library.version
    office.look(9)
    assert told(office) == {"Back pain": [], "Long": ["too-long"]}
    assert office.library.version == before + 1


def test_nothing_is_tried_twice_until_its_file_changes(office, monkeypatch):
    tried = []
    real = office.outputs.make
    monkeypatch.setattr(
        office.outputs, "make", lambda row, *a: tried.append(row.name) or real(row, *a)
    )
    office.look(9)
    office.look(9)
    assert sorted(tried) == ["back.yaml", "long.yaml"]
    (office.folder / "long.yaml").write_text(handout("Long", text="Short now."), "utf-8")
    office.look(9)
    assert tried[2:] == ["long.yaml"]
    assert told(office)["Long"] == []


def test_a_clinic_that_changes_has_all_tried_again(office, monkeypatch):
    office.look(9)
    tried = []
    monkeypatch.setattr(office.judge, "_try", lambda row, clinic: bool(tried.append(row.name)))
    (office.folder / "west.yaml").write_text(CLINIC.format(name="West", phone="310-555-0198"))
    office.look(9)
    assert sorted(tried) == ["back.yaml", "long.yaml"]


def test_a_clinic_that_is_chosen_is_tried_first(office):
    text = handout("Other", text="Call 310-555-0142 now. " * 20)
    (office.folder / "other.yaml").write_text(text, "utf-8")
    west = f"clinic={office.library.clinics()[0].id}"
    told(office, west)
    office.look(9)
    assert told(office, west)["Other"] == ["file-fault"]
    assert told(office)["Other"] == []
    assert len(office.judge._clinics) <= judging.MOST_CLINICS


def test_time_is_kept(office):
    assert not office.judge.go_on(-1)
    assert office.judge._known == {}
