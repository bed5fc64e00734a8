"""The front desk's answers: the list, the pages, files to print, to save and to send."""

from __future__ import annotations

import zipfile
from email import message_from_bytes, policy
from hashlib import sha256
from io import BytesIO

import pikepdf
import pytest

from brochure import Options, build
from brochure.copyfit.formats import FORMATS
from brochure.desk.printed import Print
from tests.support.desk import CLINIC, handout, office_in, send

LONG = "A sentence that is here to fill the page with many words. " * 300


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "back.yaml").write_text(handout("Back pain", text="Lie down. " * 80), "utf-8")
    (tmp_path / "knee.yaml").write_text(handout("Knee pain", text="Lie down. " * 80), "utf-8")
    (tmp_path / "long.yaml").write_text(handout("Long", text=LONG), "utf-8")
    draft = handout("Draft", text="Lie down. " * 80, more="status: draft\nreview_by: 2020-01-01\n")
    (tmp_path / "draft.yaml").write_text(draft, "utf-8")
    west = CLINIC.format(name="West", phone="310-555-0199") + "paper: a4\n"
    (tmp_path / "west.yaml").write_text(west, "utf-8")
    return tmp_path


@pytest.fixture
def office(folder):
    return office_in(folder)


def number(office, title):
    return next(row.id for row in office.library.rows() if row.title == title)


def west(office):
    return office.library.clinics()[0].id


def get(office, title, what):
    return send(office, "GET", f"/api/handouts/{number(office, title)}/{what}")


def titles(rows):
    return [row["title"] for row in rows]


# ------------------------------------------------------------------ the list


def test_without_a_query_what_was_printed_most_comes_first(office):
    office.printed.add(Print("long.yaml", "", "1", 1, 1))
    office.printed.add(Print("knee.yaml", "", "1", 5, 1))
    found = send(office, "GET", "/api/handouts").json()
    assert titles(found["most"]) == ["Knee pain", "Long"]
    assert titles(found["rows"]) == ["Back pain", "Draft"]
    assert found["languages"] == ["en"]


def test_a_query_finds_the_best_first(office):
    office.printed.add(Print("knee.yaml", "", "1", 5, 1))
    found = send(office, "GET", "/api/handouts?q=pain+KNEE").json()
    assert (titles(found["most"]), titles(found["rows"])) == ([], ["Knee pain"])


def test_a_row_says_what_is_wrong_with_it(office):
    rows = send(office, "GET", "/api/handouts").json()["rows"]
    states = {row["title"]: [state["key"] for state in row["states"]] for row in rows}
    assert states["Draft"] == ["draft", "overdue"]
    assert states["Back pain"] == []


def test_a_file_that_comes_while_the_desk_is_open_is_listed(office, folder):
    (folder / "arm.yaml").write_text(handout("Arm"), "utf-8")
    assert "Arm" in titles(send(office, "GET", "/api/handouts").json()["rows"])


# ----------------------------------------------------------------- an edition


def test_the_pages_of_an_edition_and_their_facts(office):
    found = get(office, "Back pain", "pages").json()
    assert found["states"] == [{"level": "ready", "key": "ready"}]
    assert found["pages"] == [{"width": 612.0, "height": 792.0}] * 2
    assert (found["sheets"], found["edge"], found["name"]) == (1, "long", "back-pain.pdf")
    folded = get(office, "Back pain", "pages?kind=trifold").json()
    assert (folded["edge"], folded["pages"][0]["width"]) == ("short", 792.0)


def test_a_text_that_is_too_long_says_by_how_much(office):
    found = get(office, "Long", "pages").json()
    (state,) = found["states"]
    assert (found["pages"], state["key"], state["level"]) == ([], "too-long", "stop")
    assert state["words"] > 1000


def test_each_kind_has_its_sheets_or_its_reason(office):
    kinds = {each["kind"]: each for each in get(office, "Back pain", "kinds").json()["kinds"]}
    assert list(kinds) == list(FORMATS)
    assert kinds["handout"]["sheets"] == 1
    long = {each["kind"]: each for each in get(office, "Long", "kinds").json()["kinds"]}
    assert long["trifold"]["key"] == "too-long"
    assert long["large-print"]["sheets"] > 2


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize("ink", ["colour", "mono"])
def test_the_pdf_is_the_one_that_a_build_makes(office, folder, kind, ink):
    answer = get(office, "Back pain", f"pdf?kind={kind}&ink={ink}")
    sheet = "two-up" if kind == "card" else "one"  # no office has paper of a card's size
    built = build(folder / "back.yaml", Options(format=kind, mode=ink, sheet=sheet))
    assert sha256(answer.content).digest() == sha256(built.pdf).digest()
    assert answer.headers["Content-Type"] == "application/pdf"
    assert answer.headers["Content-Disposition"] == f'inline; filename="{built.name}"'
    saved = get(office, "Back pain", f"pdf?kind={kind}&ink={ink}&save=1")
    assert saved.headers["Content-Disposition"] == f'attachment; filename="{built.name}"'


def test_a_chosen_clinic_gives_its_phone_and_its_paper(office):
    found = get(office, "Back pain", f"pages?clinic={west(office)}").json()
    assert round(found["pages"][0]["width"]) == 595
    pdf = get(office, "Back pain", f"pdf?clinic={west(office)}").content
    assert "tel:+13105550199" in pikepdf_links(pdf)


def pikepdf_links(pdf):
    with pikepdf.open(BytesIO(pdf)) as document:
        annotations = document.pages[0].get("/Annots", [])
        return [str(each.A.URI) for each in annotations if "/A" in each]


def test_a_handout_without_a_clinic_asks_for_one(office, folder):
    text = handout("For all", text="Lie down. " * 80)
    (folder / "all.yaml").write_text(
        text.replace("clinic:\n  name: Spine Clinic\n  phone: 310-555-0142\n", "")
    )
    office.library.refresh()
    assert get(office, "For all", "pages").json()["states"][0]["key"] == "choose-clinic"
    assert get(office, "For all", f"pages?clinic={west(office)}").json()["pages"]
    kinds = get(office, "For all", "kinds").json()["kinds"]
    assert {each["key"] for each in kinds} == {"choose-clinic"}


def test_pictures_of_pages_come_in_a_few_widths(office):
    answer = get(office, "Back pain", "picture?page=2&width=140")
    assert answer.content.startswith(b"\x89PNG")
    again = get(office, "Back pain", "picture?page=2&width=140")
    assert again.content == answer.content
    for wrong in (
        "page=3&width=140",
        "page=0&width=140",
        "page=1&width=99999",
        "page=1",
        "width=x",
    ):
        assert get(office, "Back pain", f"picture?{wrong}").status_code in (400, 404), wrong


@pytest.mark.parametrize("wrong", ["kind=poster", "ink=press", "ink=red", "clinic=77", "kind="])
def test_words_of_no_table_are_refused(office, wrong):
    for what in ("pages", "pdf", "kinds"):
        if not (what == "kinds" and wrong.startswith("kind")):
            assert get(office, "Back pain", f"{what}?{wrong}").status_code in (400, 404)


def test_pages_are_drawings_that_name_no_file(office, folder):
    answer = get(office, "Back pain", "page.svg?page=1")
    assert answer.headers["Content-Type"] == "image/svg+xml"
    assert answer.text.startswith("<svg")
    assert str(folder) not in answer.text
    assert "data-line" not in answer.text
    assert get(office, "Back pain", "page.svg?page=3").status_code == 404


@pytest.mark.parametrize("what", ["handouts/{}/pdf?copies=3", "set/pdf?copies=3&ids={}"])
def test_copies_are_a_hint_to_the_printer(office, what):
    answer = send(office, "GET", "/api/" + what.format(number(office, "Back pain")))
    with pikepdf.open(BytesIO(answer.content)) as document:
        assert document.Root.ViewerPreferences.NumCopies == 3
    wrong = what.replace("3", "100").format(number(office, "Back pain"))
    assert send(office, "GET", "/api/" + wrong).status_code == 400


def test_a_handout_that_cannot_be_printed_has_no_pdf(office):
    answer = get(office, "Long", "pdf")
    assert (answer.status_code, answer.json()["error"]) == (409, "cannot-print")


def test_a_handout_that_is_gone_is_told(office, folder):
    path = f"/api/handouts/{number(office, 'Back pain')}/pages"
    (folder / "back.yaml").unlink()
    assert send(office, "GET", path).status_code == 404


# -------------------------------------------------------------------- e-mail


def test_the_draft_holds_the_pdf_and_the_message_its_words(office):
    answer = get(office, "Back pain", "draft.eml")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="back-pain.eml"'
    mail = message_from_bytes(answer.content, policy=policy.default)
    attached = [part.get_filename() for part in mail.iter_attachments()]
    assert attached == ["back-pain.pdf"]
    words = get(office, "Back pain", "message").json()
    assert words["subject"] == mail["Subject"]
    assert "310-555-0142" in words["text"]


def test_cards_are_printed_two_on_a_sheet_and_sent_as_one(office, folder):
    found = get(office, "Back pain", "pages?kind=card").json()
    assert (found["edge"], found["sheets"], found["pages"][0]["width"]) == ("cut", 1, 792.0)
    mail = message_from_bytes(get(office, "Back pain", "draft.eml?kind=card").content)
    (sent,) = (part for part in mail.walk() if part.get_content_type() == "application/pdf")
    single = build(folder / "back.yaml", Options("card")).pdf
    assert sent.get_payload(decode=True) == single
    wrong = get(office, "Back pain", "pdf?kind=trifold&sheet=two-up")
    assert wrong.status_code == 400


def test_a_draft_of_a_handout_is_not_sent(office):
    for what in ("draft.eml", "message"):
        answer = get(office, "Draft", what)
        assert (answer.status_code, answer.json()["error"]) == (409, "not-sent")


# ---------------------------------------------------------------------- sets


def ids(office, *names):
    return ",".join(str(number(office, name)) for name in names)


def test_a_set_is_one_file_for_the_printer_with_its_hint(office):
    answer = send(office, "GET", f"/api/set/pdf?ids={ids(office, 'Back pain', 'Knee pain')}")
    with pikepdf.open(BytesIO(answer.content)) as document:
        assert len(document.pages) == 4
        assert document.Root.ViewerPreferences.Duplex == "/DuplexFlipLongEdge"


def test_a_set_keeps_its_order_and_names_what_cannot_be_printed(office):
    answer = send(office, "GET", f"/api/set/pdf?ids={ids(office, 'Knee pain', 'Long')}")
    assert answer.status_code == 409
    assert answer.json() == {"error": "set-cannot-print", "title": "Long"}


def test_a_set_is_saved_as_a_zip(office):
    pair = ids(office, "Back pain", "Knee pain", "Back pain")
    answer = send(office, "GET", f"/api/set/zip?ids={pair}")
    with zipfile.ZipFile(BytesIO(answer.content)) as archive:
        assert archive.namelist() == ["back-pain.pdf", "knee-pain.pdf", "back-pain-2.pdf"]
        assert archive.testzip() is None


@pytest.mark.parametrize("wrong", ["", "ids=", "ids=" + "1," * 21, "ids=x"])
def test_a_set_of_nothing_or_of_too_many_is_refused(office, wrong):
    assert send(office, "GET", f"/api/set/pdf?{wrong}").status_code in (400, 404)


# -------------------------------------------------------------------- counts


def test_a_print_is_counted_and_a_new_phone_told_next_time(office, folder):
    body = b'{"ids": [%d], "copies": 3}' % number(office, "Back pain")
    assert send(office, "POST", "/api/printed", body=body).status_code == 200
    assert office.printed.times() == {"back.yaml": 3}
    text = (folder / "back.yaml").read_text("utf-8").replace("555-0142", "555-0143")
    (folder / "back.yaml").write_text(text, "utf-8")
    office.library.refresh()
    (state,) = get(office, "Back pain", "pages").json()["states"]
    assert (state["key"], state["old"], state["new"]) == (
        "phone-changed", "310-555-0142", "310-555-0143",
    )  # fmt: skip


@pytest.mark.parametrize(
    "body", [b"{}", b'{"ids":[1],"copies":0}', b'{"ids":[1],"copies":"2"}', b'{"ids":1}', b"[]"]
)
def test_a_count_that_makes_no_sense_is_refused(office, body):
    assert send(office, "POST", "/api/printed", body=body).status_code in (400, 404)
    assert office.printed.times() == {}
