"""What `check --fix` types unasked: words that can have been meant in one way only."""

from __future__ import annotations

import pytest

from brochure.checks.handout_view import Finding
from brochure.checks.rules import NAMES
from brochure.checks.spelling import is_sure
from brochure.checks.sure_words import SURE, sure_fixes
from brochure.reading.loader import load_bytes

FILE = """\
title: Pain
clinic: {{name: Elm, phone: 310-828-7757}}
sections:
  - heading: What helps
    text: {}
"""


def fixes(text: str, tmp_path):
    source = FILE.format(text)
    handout = load_bytes(source.encode(), "made.yaml", tmp_path)[0]
    return [(each.fix.column, each.fix.text, each.plain) for each in sure_fixes(handout, source)]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ibuprofin", "ibuprofen"),
        ("Ibuprofin", "Ibuprofen"),
        ("lisinoprill", "lisinopril"),  # not the plural
        ("recieve", "receive"),  # the letters of no other
        ("cant", "can’t"),
    ],
)
def test_one_word_alone_can_be_meant(typed, meant):
    assert is_sure(Finding("", words=typed, instead=meant))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("occured", "occurred"),  # or obscured
        ("pian", "pain"),  # short: or plan, pin
        ("Kefzil", "Cefzil"),  # a name
        ("calender", "calendar"),  # or colander
        ("mesalazine", "mesalamine"),  # right elsewhere
    ],
)
def test_a_word_of_several_meanings_is_asked_about(typed, meant):
    assert not is_sure(Finding("", words=typed, instead=meant))


def test_a_fix_says_where_and_what_the_text_says_then(tmp_path):
    assert fixes("Take *more then* two", tmp_path) == [(22, "than", "Take more than two")]


def test_a_word_is_told_at_its_place_however_often_its_text_was_read(tmp_path):
    for _ in range(2):
        assert [each[0] for each in fixes("We recieve you", tmp_path)] == [14]


def test_no_figure_and_no_short_form_is_mended(tmp_path):
    assert fixes("Take 5mg QD, .5 mg, 1000mg, 2 tabs w/ food", tmp_path) == []


def test_what_is_sure_is_a_rule():
    assert set(SURE) <= set(NAMES)
