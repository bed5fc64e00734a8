"""The three forms in which a check prints what it found."""

from __future__ import annotations

import json

import pytest

from brochure.checks import Summary
from brochure.checks import report as report_module
from brochure.checks.report import FORMATS, Report, as_github, as_json, as_text, exit_code
from brochure.checks.rules import NAMES
from brochure.model import Problem

ERROR = Problem(
    "a.yaml", 3, 5, "error", "the phone is wrong", "write 310-828-7757", "phone-differs"
)
WARNING = Problem("a.yaml", 9, 1, "warning", "100% long:\na, b", "", "long-sentence")
HINT = Problem("b, c.yaml", 2, 4, "hint", "no sources", "list them", "sources-missing")
SUMMARY = Summary("en-US", 5.8, 7.25, 494, 16, 43, (), ())


def report(*problems: Problem, summary: Summary | None = SUMMARY) -> Report:
    return Report("a.yaml", problems, summary, (("fit", "13.4 pt, 97 % full"),))


@pytest.mark.parametrize(
    ("problems", "code"),
    [((), 0), ((HINT,), 0), ((HINT, WARNING), 1), ((WARNING, ERROR), 3)],
)
def test_exit_code(problems: tuple[Problem, ...], code: int) -> None:
    assert exit_code([report(*problems)]) == code
    assert exit_code([report(), report(*problems)]) == code


def test_text() -> None:
    assert as_text([report(ERROR, HINT)]) == (
        "a.yaml:3:5: error phone-differs: the phone is wrong\n"
        "    write 310-828-7757\n"
        "b, c.yaml:2:4: hint sources-missing: no sources\n"
        "    list them\n"
        "\n"
        "a.yaml\n"
        "  found             1 error, 1 hint\n"
        "  reading grade     5.8 Flesch-Kincaid, 7.25 SMOG (US school grade; aim at 6)\n"
        "  words             494\n"
        "  longest sentence  16 words, line 43\n"
        "  fit               13.4 pt, 97 % full\n"
    )


def test_text_gives_the_same_hint_once() -> None:
    lines = as_text([report(ERROR, HINT, ERROR, ERROR)]).splitlines()
    assert lines.count("    write 310-828-7757") == lines.count("    list them") == 1
    assert sum("phone-differs" in line for line in lines) == 3
    assert as_json([report(ERROR, ERROR)]).count("write 310-828-7757") == 2


def many(*rules: tuple[str, str]) -> Report:
    problems = (
        Problem("a.yaml", n, 1, level, f"of {rule}", "do it", rule)
        for n, (level, rule) in enumerate(rules, 1)
    )  # type: ignore[arg-type]
    return Report("a.yaml", tuple(problems))  # fmt: skip


def test_of_many_findings_the_gravest_are_named_again() -> None:
    hints = [("hint", "passive-voice")] * 12
    found = many(*hints, ("warning", "long-sentence"), ("warning", "two-doses"), ("error", "phone"))
    shown = as_text([found]).partition("begin with these:\n")[2].splitlines()
    assert shown[:4] == [
        "  phone (line 15): of phone",
        "  two-doses (line 14): of two-doses",
        "  long-sentence (line 13): of long-sentence",
        "  passive-voice (lines 1, 2, 3, 4, 5, 6 …): of passive-voice",
    ]
    each = many(*[("hint", f"r{n}") for n in range(30)])
    assert as_text([each]).partition("begin with these:\n")[2].count(": of r") == 10
    assert "begin with" not in as_text([many(*hints)])


def test_what_is_grave_is_a_rule() -> None:
    assert set(report_module._HARMFUL) <= set(NAMES)


def test_text_with_nothing_found_and_no_summary() -> None:
    assert as_text([Report("a.yaml", ())]) == "a.yaml\n  found  nothing\n"


def test_text_says_what_did_not_run() -> None:
    summary = Summary(
        "es", None, None, 9, 1, 4, ("plain-word", "no-action"), (("capitals", "why"),)
    )
    printed = as_text([report(summary=summary)])
    assert "not measured in this language" in printed
    assert "not run for es    2 rules: plain-word, no-action" in printed
    assert "switched off      capitals (why)" in printed
    assert "1 word, line 4" in printed


def test_json_holds_everything() -> None:
    whole = json.loads(as_json([report(ERROR), Report("b.yaml", (), None)]))
    assert whole["exit"] == 3
    first, second = whole["files"]
    assert first["problems"][0] == {
        "file": "a.yaml",
        "line": 3,
        "column": 5,
        "level": "error",
        "message": "the phone is wrong",
        "hint": "write 310-828-7757",
        "rule": "phone-differs",
        "fix": None,
    }
    assert first["summary"]["grade"] == 5.8
    assert first["facts"] == {"fit": "13.4 pt, 97 % full"}
    assert second == {"file": "b.yaml", "problems": [], "summary": None, "facts": {}, "sheets": {}}


def test_github_escapes_what_would_end_a_command() -> None:
    assert as_github([report(ERROR, WARNING, HINT)]) == (
        "::error file=a.yaml,line=3,col=5,title=phone-differs::"
        "the phone is wrong. write 310-828-7757\n"
        "::warning file=a.yaml,line=9,col=1,title=long-sentence::100%25 long:%0Aa, b\n"
        "::notice file=b%2C c.yaml,line=2,col=4,title=sources-missing::no sources. list them\n"
    )


def test_github_leaves_out_a_line_that_is_not_known() -> None:
    assert as_github([report(Problem("a.yaml", 0, 0, "error", "gone"))]) == (
        "::error file=a.yaml::gone\n"
    )


def test_the_forms_by_name() -> None:
    assert set(FORMATS) == {"text", "json", "github", "sarif"}
