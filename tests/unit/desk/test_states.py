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
from brochure.reading.doubts import DRAFT, NOT_SENT

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
        (replace(ROW, draft=True, problems=(WRONG,)), [("stop", "file-fault")]),
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


def of_warnings(*told):
    made = SimpleNamespace(handout=MADE.handout, built=SimpleNamespace(warnings=told))
    return states.of_made(ROW, made, "")


def test_warnings_of_the_build_are_told_and_hints_are_not():
    warning = replace(WRONG, level="warning")
    assert keys(of_warnings(warning, replace(WRONG, level="hint"))) == [("warn", "look-first")]
    assert keys(of_warnings(replace(warning, line=0))) == [("warn", "look-first-whole")]
    two = of_warnings(warning, replace(warning, line=9, message="more"))
    assert keys(two) == [("warn", "look-first")]
    assert two[0].facts == {
        "file": "a.yaml", "line": 3, "told": ["It is wrong. Mend it.", "More. Mend it."],
    }  # fmt: skip


@pytest.mark.parametrize("rule", sorted({*NOT_SENT, *states.WARNINGS} - {DRAFT}))
def test_each_doubt_is_told_in_words_of_its_own(rule):
    (state,) = of_warnings(replace(WRONG, level="warning", rule=rule))
    assert state.key in WORDS
    assert not state.key.startswith("look-first")


@pytest.mark.parametrize(
    ("error", "found"),
    [
        (FitError([WRONG], 37, 4), [("stop", "too-long")]),
        (FitError([WRONG], 0, 0), [("stop", "no-room")]),
        (ContentError([WRONG] * 9), [("stop", "file-fault")]),
        (ContentError([replace(WRONG, line=0)]), [("stop", "file-fault-whole")]),
        (AskError(409, "choose-clinic"), [("stop", "choose-clinic")]),
    ],
)
def test_what_stops_a_print_is_told(error, found):
    assert keys(states.of_error(error)) == found


def test_the_words_over_are_told():
    (state,) = states.of_error(FitError([WRONG], 37, 4))
    assert state.as_json() == {"level": "stop", "key": "too-long", "words": 37, "lines": 4}
    assert "{words}" in WORDS["too-long"].en
