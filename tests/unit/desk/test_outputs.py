"""What is kept of what was made, and files put together."""

from __future__ import annotations

from io import BytesIO
from threading import Thread

import pikepdf
import pytest

from brochure.desk import outputs
from brochure.desk.exchange import AskError
from brochure.desk.outputs import INKS, Outputs, as_zip, one_pdf, options_of
from brochure.editions import PLAIN, Options
from brochure.model import FitError
from tests.support.desk import handout, office_in


@pytest.fixture
def office(tmp_path):
    (tmp_path / "back.yaml").write_text(handout(text="Lie down. " * 80), "utf-8")
    return office_in(tmp_path)


def row(office):
    return office.library.rows()[0]


def test_the_same_edition_is_built_once_until_its_file_changes(office, monkeypatch):
    built = []
    real = outputs.build_handout
    monkeypatch.setattr(outputs, "build_handout", lambda *a: built.append(1) or real(*a))
    for _ in range(3):
        office.outputs.make(row(office), None, PLAIN)
    assert len(built) == 1
    row(office).path.write_text(handout(text="Stand up. " * 80), "utf-8")
    office.outputs.make(row(office), None, PLAIN)
    assert len(built) == 2


def test_a_refusal_is_remembered_too(office, monkeypatch):
    row(office).path.write_text(handout(text="Stand up now. " * 900), "utf-8")
    for _ in range(2):
        with pytest.raises(FitError):
            office.outputs.make(row(office), None, PLAIN)
    monkeypatch.setattr(outputs, "build_handout", None)
    with pytest.raises(FitError):
        office.outputs.make(row(office), None, PLAIN)


def test_what_is_kept_is_bounded(office, monkeypatch):
    monkeypatch.setattr(outputs, "KEPT", 2)
    monkeypatch.setattr(outputs, "KEPT_PICTURES", 2)
    made = [office.outputs.make(row(office), None, Options(mode=ink)) for ink in INKS]
    made.append(office.outputs.make(row(office), None, Options(paper="a4")))
    for each in made:
        office.outputs.picture(each, 0, 140)
    assert len(office.outputs._made) == len(office.outputs._pictures) == 2


def test_threads_get_the_same_bytes(office):
    found = []

    def work():
        made = Outputs().make(row(office), None, PLAIN)
        found.append((made.built.pdf, office.outputs.picture(made, 1, 140)))

    threads = [Thread(target=work) for _ in range(6)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert len(found) == 6
    assert len(set(found)) == 1


def pages(number):
    document = pikepdf.new()
    for _ in range(number):
        document.add_blank_page(page_size=(300, 400))
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def test_each_file_of_a_set_begins_a_sheet():
    with pikepdf.open(BytesIO(one_pdf([pages(3), pages(2), pages(1)]))) as whole:
        assert len(whole.pages) == 4 + 2 + 2
        assert [float(side) for side in whole.pages[3].mediabox][2:] == [300, 400]


def test_a_zip_is_the_same_for_the_same_files():
    files = [("a.pdf", b"1"), ("a.pdf", b"2"), ("a-2.pdf", b"3")]
    assert as_zip(files) == as_zip(files)


def test_a_query_asks_for_an_edition():
    assert options_of({}) == PLAIN
    assert options_of({"kind": "large-print", "ink": INKS[1]}).mode == INKS[1]
    for wrong in ({"kind": "x"}, {"ink": "press"}, {"ink": ""}):
        with pytest.raises(AskError):
            options_of(wrong)
