"""Coming in and going out, each as a function of a request."""

from __future__ import annotations

import pytest

from brochure.desk import start
from brochure.desk.exchange import Ask, AskError
from tests.support.desk import office_in


@pytest.fixture
def office(tmp_path):
    return office_in(tmp_path)


def test_a_page_that_waits_keeps_the_desk_open(office):
    office.now.time += 1000
    assert office.idle() == 1000
    start.changes(office, Ask("GET", "/", query={"since": "1"}))
    assert office.idle() == 0


def test_a_page_hears_that_the_desk_closes(office):
    ask = Ask("GET", "/", query={"since": f"{office.library.version}"})
    assert start.changes(office, ask) is None
    start.stop(office, ask)
    assert b'"closing":true' in start.changes(office, ask).body


@pytest.mark.parametrize("once", ["", "x", "../", "//evil.test"])
def test_a_word_that_is_no_link_opens_nothing(office, once):
    with pytest.raises(AskError) as refused:
        start.use_link(office, Ask("GET", "/", parts={"once": once}))
    assert refused.value.status == 403
