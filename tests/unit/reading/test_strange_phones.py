"""A phone in a text that is no clinic's is told by a build, and only then."""

from __future__ import annotations

from pathlib import Path

import pytest

from brochure import build
from brochure.checks import examine
from brochure.reading.loader import load_bytes
from brochure.reading.strange_phones import RULE

CONTENT = """\
title: Back pain
clinic: {{name: The Spine Institute, phone: 310-828-7757 ext. 12}}
sections:
  - heading: When to call
    text: "{}"
"""


def told(tmp_path, words: str, more: str = "") -> list[str]:
    path = tmp_path / "content.yaml"
    path.write_text(CONTENT.format(words) + more, "utf-8")
    return [problem.message for problem in build(path).warnings if problem.rule == RULE]


@pytest.mark.parametrize(
    "words",
    ["Call 310-828-7775.", "Call **213-555-0199** now.", "[Call](tel:213-555-0199).",
     "Call +44 20 7946 0018."],
)  # fmt: skip
def test_a_build_tells_of_a_phone_that_is_not_the_clinics(tmp_path, words):
    (message,) = told(tmp_path, words)
    assert "310-828-7757" in message


@pytest.mark.parametrize(
    "words",
    ["Call (310) 828-7757.", "Call 828-7757.", "Call 911, 988 or 1-800-222-1222.",
     "Call 1-800-MY-SPINE.", "On 04/05/2026 take 500-1000 mg."],
)  # fmt: skip
def test_a_build_says_nothing_of_the_clinics_own_and_of_helplines(tmp_path, words):
    assert told(tmp_path, words) == []


def test_a_phone_in_the_words_of_the_email_is_told(tmp_path):
    assert told(tmp_path, "Rest.", "email: {message: Call 213-555-0199.}\n")


def test_what_the_hint_says_switches_the_warning_off(tmp_path):
    assert told(tmp_path, "Call 213-555-0199.", "allow: {other-phone: why}\n") == []


def test_a_source_may_hold_other_digits(tmp_path):
    assert told(tmp_path, "Rest.", "sources: Spine 2019 380-1234 and 1234567890\n") == []


def test_check_and_build_know_the_same_phones():
    text = CONTENT.format("Call 213-555-0199.").encode()
    handout, _ = load_bytes(text, "content.yaml", Path())
    found = examine(handout, today="2026-11-01").problems
    assert [p.message for p in found if p.rule == RULE] == [
        "213-555-0199 is not the clinic's phone"
    ]
