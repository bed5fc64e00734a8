"""Where a handout cannot be printed as it is now: the last version that could be, can."""

from __future__ import annotations

import os
from io import BytesIO

import pikepdf
import pytest

from brochure import build
from brochure.desk.saving import copies, keep
from brochure.desk.versions import SIGN, last_printable
from tests.support.desk import CLINIC, handout, office_in, post, send

GOOD = handout("Back pain", text="Lie down. " * 80)
LONG = handout("Back pain", text="Lie down on the floor now. " * 600)
BROKEN = "title: Back pain\nsections: nothing\n"


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "back.yaml").write_text(GOOD, "utf-8")
    return tmp_path


@pytest.fixture
def office(folder):
    return office_in(folder)


def now_it_is(office, text):
    """Save over the handout as a page does, with a copy of what was there."""
    (row,) = office.library.rows()
    keep(row.path, row.path.read_bytes())
    row.path.write_text(text, "utf-8")
    office.library.refresh()
    return office.library.rows()[0]


def last(office, query=""):
    (row,) = office.library.rows()
    return send(office, "GET", f"/api/handouts/{row.id}/last{query}").json()


@pytest.mark.parametrize("text", [LONG, BROKEN, "title: [\n"])
def test_the_last_version_that_could_be_printed_is_offered_and_printed(office, folder, text):
    row = now_it_is(office, text)
    named = last(office)["named"]
    assert named.startswith(f"{row.id}{SIGN}20")
    pages = send(office, "GET", f"/api/handouts/{named}/pages").json()
    assert [state["key"] for state in pages["states"]] == ["old-version"]
    assert pages["states"][0]["phone"] == "310-555-0142"
    assert pages["states"][0]["when"] == last(office)["when"]
    (folder / "same.yaml").write_text(GOOD, "utf-8")
    assert (
        send(office, "GET", f"/api/handouts/{named}/pdf").content == build(folder / "same.yaml").pdf
    )
    assert send(office, "GET", f"/api/handouts/{named}/page.svg?page=1").text.startswith("<svg")
    kinds = send(office, "GET", f"/api/handouts/{named}/kinds").json()["kinds"]
    assert kinds[0] == {"kind": "handout", "sheets": 1}
    assert send(office, "GET", f"/api/set/pdf?ids={named},{named}").status_code == 200
    assert send(office, "GET", f"/api/handouts/{named}/draft.eml").status_code == 200
    post(office, "/api/printed", {"ids": [named], "copies": 2})
    assert office.printed.times() == {"back.yaml": 2}


def test_nothing_is_offered_for_what_can_be_printed_or_never_could(office, folder):
    assert last(office) == {}
    now_it_is(office, GOOD.replace("Back", "Neck"))
    assert last(office) == {}
    (folder / "back.yaml").unlink()
    (folder / "long.yaml").write_text(LONG, "utf-8")
    office.library.refresh()
    assert last(office) == {}


def test_the_newest_that_can_be_printed_is_taken(office):
    now_it_is(office, LONG)
    row = now_it_is(office, BROKEN)
    keep(row.path, GOOD.replace("Back", "Neck").encode())
    (row.path.parent / ".history" / "back" / "2099-01-01T00-00-00-000000000000.yaml").write_text(
        LONG, "utf-8"
    )
    named = last(office)["named"]
    assert send(office, "GET", f"/api/handouts/{named}/pages").json()["title"] == "Neck pain"


def test_a_version_with_a_phone_that_is_no_longer_so_is_not_offered(office):
    now_it_is(office, LONG.replace("555-0142", "555-0143"))
    assert last(office) == {}


def test_an_old_version_has_the_phone_and_the_paper_of_the_clinic_chosen(office, folder):
    now_it_is(office, LONG.replace("555-0142", "555-0143"))
    west = CLINIC.format(name="West", phone="310-555-0199") + "paper: a4\n"
    (folder / "west.yaml").write_text(west, "utf-8")
    office.library.refresh()
    query = f"?clinic={office.library.clinics()[0].id}"
    named = last(office, query)["named"]
    data = send(office, "GET", f"/api/handouts/{named}/pdf{query}").content
    with pikepdf.open(BytesIO(data)) as document:
        assert round(document.pages[0].MediaBox[2]) == 595
        links = [str(each.A.URI) for each in document.pages[0].Annots]
    assert "tel:+13105550199" in links


def test_a_clinic_that_has_to_be_chosen_is_no_reason_for_an_old_version(office):
    text = GOOD.replace("clinic:\n  name: Spine Clinic\n  phone: 310-555-0142\n", "")
    now_it_is(office, text)
    assert last(office) == {}


def test_what_is_printed_is_kept_so_that_it_can_be_printed_again(office):
    (row,) = office.library.rows()
    post(office, "/api/printed", {"ids": [row.id], "copies": 1})
    post(office, "/api/printed", {"ids": [row.id], "copies": 1})
    assert [copy.printed for copy in copies(row.path)] == ["p"]
    row.path.write_text(BROKEN, "utf-8")  # in another program, which keeps no copy
    office.library.refresh()
    assert last(office)["named"].endswith("p")


def test_a_folder_that_takes_no_copies_is_printed_from_all_the_same(office, folder):
    (folder / ".history").write_text("in the way", "utf-8")
    (row,) = office.library.rows()
    post(office, "/api/printed", {"ids": [row.id], "copies": 1})
    assert office.printed.times() == {"back.yaml": 1}


@pytest.mark.parametrize("name", ["", "..", "back", "2026-01-01T00-00-00-000000000000", "%2e%2e"])
def test_a_copy_that_is_not_there_is_not_found(office, name):
    row = now_it_is(office, LONG)
    answer = send(office, "GET", f"/api/handouts/{row.id}{SIGN}{name}/pages")
    if name:
        assert answer.status_code == 404
    else:
        assert answer.json()["states"][0]["key"] == "too-long"


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_a_copy_that_is_a_link_is_not_followed(office, tmp_path_factory):
    outside = tmp_path_factory.mktemp("outside") / "secret.yaml"
    outside.write_text(GOOD.replace("Back", "Secret"), "utf-8")
    row = now_it_is(office, LONG)
    name = "2099-01-01T00-00-00-000000000000"
    (row.path.parent / ".history" / "back" / f"{name}.yaml").symlink_to(outside)
    assert send(office, "GET", f"/api/handouts/{row.id}{SIGN}{name}/pages").status_code == 404
    assert send(office, "GET", f"/api/handouts/{row.id}/history/{name}").status_code == 404
    assert name not in last_printable(office, row, "").path.stem
