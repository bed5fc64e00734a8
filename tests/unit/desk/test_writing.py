"""The Write screen's own answers: a new handout, one made of a document, the page."""

from __future__ import annotations

import json
from xml.etree import ElementTree

import pytest

from brochure.art.icons import icon_names, icon_paths
from brochure.desk.writing import LONGEST_NAME
from tests.support.desk import handout, office_in, post, send


@pytest.fixture
def office(tmp_path):
    (tmp_path / "back.yaml").write_text(handout(text="Lie down. " * 30), "utf-8")
    return office_in(tmp_path)


@pytest.fixture
def row(office):
    return office.library.rows()[0]


def test_a_new_handout_is_the_starter_under_its_title(office):
    made = post(office, "/api/handouts", {"title": "Knee: what helps", "language": "es"})
    row = office.library.row(made["id"])
    assert (row.title, row.language) == ("Knee: what helps", "es")
    text = row.path.read_text("utf-8")
    assert post(office, f"/api/handouts/{row.id}/preview", {"text": text})["pages"]
    again = post(office, "/api/handouts", {"title": "Knee: what helps", "language": "es"}, 409)
    assert again["error"] == "told"
    for title in ("", "  "):
        assert post(office, "/api/handouts", {"title": title}, 409)["error"] == "needs-title"
    post(office, "/api/handouts", {"title": "a", "language": "klingon!"}, 409)
    post(office, "/api/handouts", {"title": 1}, 400)


@pytest.mark.parametrize("title", ["../../evil.yaml", "/tmp/evil.yaml", "a/b.yaml", ".hidden.yaml"])
def test_a_title_never_leads_out_of_the_folder(office, title):
    before = sorted(office.folder.parent.rglob("*"))
    answer = send(office, "POST", "/api/handouts", body=json.dumps({"title": title}).encode())
    new = set(office.folder.parent.rglob("*")) - set(before)
    assert all(each.parent == office.folder for each in new)
    assert answer.status_code in (200, 400, 404, 409)


def test_a_document_becomes_a_text_and_nothing_is_written(office):
    page = b"# Sore knee\n\nKnees hurt.\n\n## What helps\n\n- Walk\n- Rest\n"
    answer = send(office, "POST", "/api/import?name=knee.md", body=page)
    assert answer.status_code == 200, answer.text
    made = answer.json()
    assert made["title"] == "Sore knee"
    assert len(office.library.rows()) == 1
    new = post(office, "/api/handouts", {"title": made["title"], "text": made["text"]})
    row = office.library.row(new["id"])
    assert row.title == "Sore knee"
    assert send(office, "POST", "/api/import?name=a.exe", body=b"MZ").status_code == 409


def test_the_page_of_a_handout_that_is_not_there_is_none(office, row):
    assert send(office, "GET", f"/write/{row.id}").status_code == 200
    assert send(office, "GET", "/write/12345").status_code == 404
    assert send(office, "GET", "/write").status_code == 200


def test_a_very_long_title_is_cut(office):
    made = post(office, "/api/handouts", {"title": "a b " * LONGEST_NAME})
    assert len(office.library.row(made["id"]).title) <= LONGEST_NAME


def test_each_icon_has_a_picture_and_no_other_name_has(tmp_path):
    office = office_in(tmp_path)
    for name in (icon_names()[0], icon_names()[-1]):
        answer = send(office, "GET", f"/api/icons/{name}")
        assert answer.headers["Content-Type"] == "image/svg+xml"
        root = ElementTree.fromstring(answer.text)
        assert root.get("fill") == "#16242a"
        assert len(root) == len(icon_paths(name, (0, 0, 0)))
    for wrong in ("", "..", "spine.svg", "%2e%2e", "no-such"):
        assert send(office, "GET", f"/api/icons/{wrong}").status_code == 404
