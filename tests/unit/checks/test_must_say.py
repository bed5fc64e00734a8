"""Words that a handout must keep: where they may stand, and what is said when they are lost."""

from __future__ import annotations

from collections.abc import Iterator

from brochure._startup.records import replace
from brochure.checks import run_checks
from brochure.checks.handout_view import Finding, View
from brochure.checks.must_say import must_say
from brochure.model import Handout, Paragraph, Problem, Span, Text
from brochure.reading.loader import load
from tests.conftest import SAMPLE
from tests.unit.checks.test_rules import GOOD, TODAY, saying, text


def lost(words: str, wanted: str) -> list[Problem]:
    found = run_checks(replace(saying(words), must_say=(text(wanted, 9),)), today=TODAY)
    return [problem for problem in found if problem.rule == "must-say"]


def test_lost_words_are_an_error_at_their_line_in_the_list():
    (problem,) = lost("Opiates for pain.", "severe pain")
    assert (problem.level, problem.line) == ("error", 9)
    assert "“severe pain”" in problem.message


def test_the_nearest_sentence_is_shown():
    (problem,) = lost("Rest first. Take opiates for pain.", "opiates for severe pain")
    assert "“Take opiates for pain.”" in problem.hint
    (problem,) = lost("Rest first.", "opiates for severe pain")
    assert "Rest" not in problem.hint


def test_words_may_run_through_marks_but_not_through_two_texts():
    marked = Text((Span("for "), Span("severe", bold=True), Span(" pain")))
    both = replace(GOOD.sections[0], body=(Paragraph(marked),))
    assert not list(_found(replace(GOOD, sections=(both,)), "for severe pain"))
    parted = replace(
        GOOD.sections[0], body=(Paragraph(text("for")), Paragraph(text("severe pain")))
    )
    assert list(_found(replace(GOOD, sections=(parted,)), "for severe pain"))


def test_words_that_no_patient_reads_do_not_count():
    assert list(_found(replace(GOOD, sources=(text("Severe pain, 2025"),)), "severe pain"))


def _found(handout: Handout, wanted: str) -> Iterator[Finding]:
    return must_say(View(replace(handout, must_say=(text(wanted),)), TODAY))


def test_the_sample_holds_its_own_list():
    handout, _ = load(SAMPLE)
    assert len(handout.must_say) >= 40
    assert not [p for p in run_checks(handout, today=TODAY) if p.rule == "must-say"]
