"""Drafts at the desk: pages, form, findings and changes; nothing of them is on the disk."""

from __future__ import annotations

import pytest

from brochure.desk.easel import KEPT_PICTURES, Easel
from brochure.desk.exchange import AskError
from tests.conftest import HERE
from tests.support.desk import handout, office_in, post, send


@pytest.fixture
def office(tmp_path):
    (tmp_path / "back.yaml").write_text(handout(text="Lie down. " * 30), "utf-8")
    return office_in(tmp_path)


@pytest.fixture
def row(office):
    return office.library.rows()[0]


def preview(office, row, text=None, **more):
    text = row.path.read_text("utf-8") if text is None else text
    return post(office, f"/api/handouts/{row.id}/preview", {"text": text, "number": 7, **more})


def test_a_draft_is_drawn_and_only_the_pages_that_changed_are_sent(office, row):
    first = preview(office, row)
    assert (first["number"], first["title"], len(first["pages"])) == (7, "Back pain", 2)
    assert all(page["svg"].startswith("<svg") for page in first["pages"])
    known = [page["mark"] for page in first["pages"]]
    again = preview(office, row, known=known)
    assert not any("svg" in page for page in again["pages"])
    edits = [{"edit": "set", "path": ["title"], "text": "Neck pain"}]
    changed = preview(office, row, known=known, edits=edits)
    assert changed["text"].startswith("title: Neck pain\n")
    assert "svg" in changed["pages"][0]
    assert row.path.read_text("utf-8").startswith("title: Back pain\n")


def test_a_fault_is_told_with_its_field_and_the_form_stays(office, row):
    text = row.path.read_text("utf-8").replace("title: Back pain", "titel: Back pain")
    answer = preview(office, row, text)
    assert answer["pages"] is None
    assert answer["problems"][0]["message"].startswith("the key `titel`")
    assert answer["problems"][0]["fix"]["text"] == "title"
    assert answer["form"]["sections"]
    text = post(
        office, f"/api/handouts/{row.id}/fix", {"text": text, "fix": answer["problems"][0]["fix"]}
    )
    assert preview(office, row, text["text"])["pages"]


def test_a_text_without_a_tree_has_no_form_and_can_be_mended_as_text(office, row):
    answer = preview(office, row, "title: [a\n")
    assert (answer["form"], answer["pages"]) == (None, None)
    assert answer["problems"][0]["line"]
    good = row.path.read_text("utf-8")
    assert preview(office, row, "title: [a\n", typed=good)["pages"]
    edits = [{"edit": "set", "path": ["title"], "text": "b"}]
    post(office, f"/api/handouts/{row.id}/preview", {"text": "title: [a\n", "edits": edits}, 422)


def test_a_text_that_is_too_long_says_by_how_much(office, row):
    text = row.path.read_text("utf-8").replace("Lie down. ", "Lie down on the floor. " * 60)
    answer = preview(office, row, text)
    assert answer["pages"] is None
    assert answer["over"] > 100
    (longest,) = answer["longest"]
    assert longest["path"] == ["sections", 0, "text"]
    assert (longest["heading"], longest["line"], longest["words"] > 1000) == ("Rest", 9, True)


def test_the_two_longest_sections_are_told_with_their_longest_text(office, row):
    text = row.path.read_text("utf-8") + (
        f"  - heading: Treatment\n    bullets:\n      - Short.\n      - {'Go to bed now. ' * 300}\n"
        f"  - heading: Tests\n    text: {'Tests are made. ' * 500}\n"
    )
    found = preview(office, row, text)["longest"]
    assert [(each["heading"], each["path"]) for each in found] == [
        ("Tests", ["sections", 2, "text"]),
        ("Treatment", ["sections", 1, "bullets", 1]),
    ]
    assert [each["words"] for each in found] == [1501, 1202]  # with the heading


def test_findings_come_with_the_words_that_have_room_and_the_field(office, row):
    text = row.path.read_text("utf-8")
    answer = post(office, f"/api/handouts/{row.id}/findings", {"text": text, "number": 3})
    assert answer["number"] == 3
    assert 500 < answer["left"] <= answer["most"]
    found = next(each for each in answer["findings"] if each["rule"] == "review-date-missing")
    assert found["path"] == ["title"]
    broken = post(office, f"/api/handouts/{row.id}/findings", {"text": "title: a\n", "number": 4})
    assert broken["left"] is None


def test_line_ends_and_the_mark_survive_the_text_field(office, row):
    text = "\ufeff" + row.path.read_text("utf-8").replace("\n", "\r\n")
    typed = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("Back pain", "Neck pain")
    answer = preview(office, row, text, typed=typed)
    assert answer["text"] == text.replace("Back pain", "Neck pain")


def test_pictures_of_a_draft_are_asked_for_by_their_hash(tmp_path):
    source = (HERE / "handouts" / "image.yaml").read_text("utf-8")
    (tmp_path / "image.yaml").write_text(source, "utf-8")
    picture = (HERE / "handouts" / "lift.png").read_bytes()
    (tmp_path / "lift.png").write_bytes(picture)
    office = office_in(tmp_path)
    answer = preview(office, office.library.rows()[0])
    address = answer["pages"][0]["svg"].partition('href="')[2].partition('"')[0]
    shown = send(office, "GET", address)
    assert (shown.content, shown.headers["content-type"]) == (picture, "image/png")
    assert send(office, "GET", address[:-1] + "x").status_code == 404


def test_hostile_words_are_words(office, row):
    hostile = '</script><img src=x onerror="alert(1)">'
    edits = [{"edit": "set", "path": ["title"], "text": hostile}]
    answer = preview(office, row, edits=edits)
    assert answer["title"] == hostile
    for page in answer["pages"]:
        assert "<img" not in page["svg"]
        assert "<script" not in page["svg"]


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"text": 1},
        {"text": "a", "number": "b"},
        {"text": "a", "known": 1},
        {"text": "a", "edits": {}},
        {"text": "a", "edits": [1]},
        {"text": "a", "edits": [{"edit": "run"}]},
        {"text": "a", "edits": [{"edit": "set", "path": "title", "text": "b"}]},
        {"text": "a", "edits": [{"edit": "set", "path": [1.5], "text": "b"}]},
        {"text": "a", "edits": [{"edit": "set", "path": [True], "text": "b"}]},
        {"text": "a", "edits": [{"edit": "set", "path": ["a"] * 99, "text": "b"}]},
        {"text": "a", "edits": [{"edit": "move", "path": [], "index": "1", "to": 2}]},
        {"text": "a", "edits": [{"edit": "insert", "path": [], "index": 0, "value": 7}]},
        {"text": "a", "edits": [{"edit": "delete", "path": ["a"]}] * 501},
    ],
)
def test_a_request_that_is_not_as_it_should_be_is_refused(office, row, body):
    post(office, f"/api/handouts/{row.id}/preview", body, 400)


def test_the_easel_forgets_the_oldest_pictures():
    easel = Easel()
    marks = [easel.address(bytes([n])).rpartition("/")[2] for n in range(KEPT_PICTURES + 1)]
    assert easel.picture(marks[-1]) == bytes([KEPT_PICTURES])
    with pytest.raises(AskError):
        easel.picture(marks[0])


def test_a_handout_whose_file_was_taken_away_is_drawn_while_it_is_written(tmp_path):
    file = tmp_path / "back.yaml"
    file.write_text(handout(text="Lie down. " * 30), "utf-8")
    office = office_in(tmp_path)
    row = office.library.rows()[0]
    text = file.read_text("utf-8")
    file.unlink()
    office.library.refresh()
    assert office.library.rows() == []
    asked = {"text": text, "edits": [{"edit": "set", "path": ["title"], "text": "Mine"}]}
    answer = post(office, f"/api/handouts/{row.id}/preview", asked)
    assert "title: Mine" in answer["text"]
    assert answer["pages"]
    post(office, f"/api/handouts/{row.id}/save", {"text": text, "mark": "x"}, 404)
    file.symlink_to("/etc/hostname")
    post(office, f"/api/handouts/{row.id}/preview", asked, 404)
    file.unlink()
    file.write_text(text, "utf-8")
    office.library.refresh()
    assert office.library.written(row.id) is office.library.row(row.id)
