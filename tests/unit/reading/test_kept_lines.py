"""Hours, addresses and mails keep their lines, in the file's every way to type them."""

from __future__ import annotations

import pytest

from brochure.model import Span, Text
from brochure.output.email_draft import _message_paragraphs, _signature, plain_text
from brochure.reading.kept_lines import joined
from brochure.reading.loader import load_bytes
from brochure.recipe import build_handout
from tests.support.pdf import page_texts
from tests.unit.reading.test_loader import HERE

WAYS = {
    "block": "|\n    Mon 8-5\n    Fri 8-12\n    Sat closed",
    "folded": ">-\n    Mon 8-5\n    Fri 8-12\n\n    Sat closed",
    "list": "\n    - Mon 8-5\n    - Fri 8-12\n    - Sat closed",
    "brackets": "[Mon 8-5, Fri 8-12, Sat closed]",
    "plain": "Mon 8-5\n    Fri 8-12\n    Sat closed",
    "quotes": '"Mon 8-5\n    Fri 8-12\n    Sat closed"',
    "apostrophes": "'Mon 8-5\n    Fri 8-12\n    Sat closed'",
    "escapes": '"Mon 8-5\\nFri 8-12\\nSat closed"',
    "separators": "Mon 8-5\u2028Fri 8-12\x0bSat closed",
    "dots": "|\n    • Mon 8-5\n    • Fri 8-12\n    • Sat closed",
    "columns": "|\n    Mon   8-5\n    Fri   8-12\n    Sat   closed",
}


def handout(hours="x", more="", body="Rest."):
    text = (
        f"title: a\nclinic:\n  name: b\n  phone: 310-828-7757\n  hours: {hours}\n{more}"
        f"sections:\n  - heading: c\n    text: {body}\n"
    )
    return load_bytes(text.encode(), "content.yaml", HERE)[0]


@pytest.mark.parametrize("typed", ["\n    - Mon 8-5", "\n  - Mon 8-5", '["Mon 8-5"]', "Mon 8-5"])
def test_a_list_may_have_one_line(typed):
    assert handout(typed).clinic.hours.plain == "Mon 8-5"


@pytest.mark.parametrize("typed", WAYS.values(), ids=list(WAYS))
def test_hours_keep_their_lines(typed):
    hours = handout(typed).clinic.hours
    assert [line.plain for line in hours.lines] == ["Mon 8-5", "Fri 8-12", "Sat closed"]
    assert hours.in_line == "Mon 8-5; Fri 8-12; Sat closed"


@pytest.mark.parametrize("key", ["address", "hours"])
@pytest.mark.parametrize("typed", WAYS.values(), ids=list(WAYS))
def test_the_page_and_the_mail_print_them_line_by_line(key, typed):
    given = handout("Daily", f"  address: {typed}\n") if key == "address" else handout(typed)
    said = " ".join(page_texts(build_handout(given).pdf)).replace("\r", "")
    rows = [row.strip() for row in said.split("\n")]
    assert [row for row in rows if row.endswith("Mon 8-5")]
    assert {"Fri 8-12", "Sat closed"} <= set(rows)
    mail = plain_text([_signature(given)])
    assert "Mon 8-5\nFri 8-12\nSat closed\n" in mail


def test_lines_of_a_city_are_joined():
    assert handout("x", "  city: [Bayview, OR 97000]\n").clinic.city.plain == "Bayview, OR 97000"


def test_an_address_of_one_line_stands_with_its_city():
    given = handout("x", "  address: 12 Pier Road\n  city: Bayview\n")
    assert "12 Pier Road, Bayview" in " ".join(page_texts(build_handout(given).pdf))


def test_a_mail_keeps_the_lines_of_a_block_and_its_paragraphs():
    email = "email:\n  message: |\n    Dear you,\n    read *this*.\n\n    - Harbor\n    12 Pier\n"
    mail = plain_text(_message_paragraphs(handout("x", email)))
    assert mail == "Dear you,\nread this.\n\n- Harbor\n12 Pier\n"


def test_a_folded_mail_runs_on():
    email = "email:\n  message: >\n    Dear you,\n    read this.\n\n    Bye\n"
    assert plain_text(_message_paragraphs(handout("x", email))) == "Dear you, read this.\n\nBye\n"


def test_joined_texts_keep_their_marks():
    lines = [Text((Span("a"), Span("b", bold=True))), Text((Span("c"),))]
    text = joined(lines, "\n")
    assert text.spans == (Span("a"), Span("b", bold=True), Span("\nc"))
    assert [line.spans for line in text.lines] == [lines[0].spans, lines[1].spans]
