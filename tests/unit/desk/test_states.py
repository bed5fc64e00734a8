"""What is told before printing."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest

from brochure._startup.records import replace
from brochure.desk import states
from brochure.desk.exchange import AskError
from brochure.desk.library import Row
from brochure.desk.words import WORDS
from brochure.model import ContentError, FitError, Problem

ROW = Row(1, Path("a.yaml"), "a.yaml", "Back pain")
WRONG = Problem("a.yaml", 3, 1, "error", "it is wrong", "mend it")
MADE = SimpleNamespace(
    handout=SimpleNamespace(clinic=SimpleNamespace(phone=SimpleNamespace(plain="2"))),
    built=SimpleNamespace(warnings=()),
)


def keys(found):
    return [(state.level, state.key) for state in found]


def test_a_handout_with_nothing_to_tell_is_ready():
    assert keys(states.of_made(ROW, MADE, "")) == [("ready", "ready")]
    assert keys(states.of_made(ROW, MADE, "2")) == [("ready", "ready")]


@pytest.mark.parametrize(
    ("row", "found"),
    [
        (replace(ROW, draft=True), [("warn", "draft")]),
        (replace(ROW, review_by="2026-11-25"), [("warn", "overdue")]),
        (replace(ROW, review_by="2026-11-26"), []),
        (
            replace(ROW, draft=True, review_by="2020-01-01"),
            [("warn", "draft"), ("warn", "overdue")],
        ),
        (replace(ROW, draft=True, problems=(WRONG,)), [("stop", "told")]),
    ],
)
def test_what_the_file_says_is_told(row, found):
    assert keys(states.of_row(row, "2026-11-26")) == found


def test_a_phone_that_changed_since_the_last_print_is_told():
    (state,) = states.of_made(ROW, MADE, "1")
    assert (state.level, state.key, state.facts) == (
        "warn",
        "phone-changed",
        {"old": "1", "new": "2"},
    )


def test_warnings_of_the_build_are_told_and_hints_are_not():
    told = [replace(WRONG, level="warning"), replace(WRONG, level="hint")]
    made = SimpleNamespace(handout=MADE.handout, built=SimpleNamespace(warnings=told))
    assert keys(states.of_made(ROW, made, "")) == [("warn", "told")]


@pytest.mark.parametrize(
    ("error", "found"),
    [
        (FitError([WRONG], 37, 4), [("stop", "too-long")]),
        (FitError([WRONG], 0, 0), [("stop", "told")]),
        (ContentError([WRONG] * 9), [("stop", "told")] * 4),
        (AskError(409, "choose-clinic"), [("stop", "choose-clinic")]),
    ],
)
def test_what_stops_a_print_is_told(error, found):
    assert keys(states.of_error(error)) == found


def test_the_words_over_are_told():
    (state,) = states.of_error(FitError([WRONG], 37, 4))
    assert state.as_json() == {"level": "stop", "key": "too-long", "words": 37, "lines": 4}
    assert "{words}" in WORDS["too-long"].en
