"""A content file judged whole: what the loader, the rules and the layout find, in one report."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from brochure.checks import RULES
from brochure.checks.english import readability
from brochure.checks.report import Report, as_text, exit_code
from brochure.commands import check_file
from brochure.commands.check_file import check, estimated
from brochure.model import Problem
from brochure.refusals import MISSING_SHOWN
from tests.support.commands import TODAY, faultless

PICTURE = """\
  - heading: A picture
    image: {file: spine.png, alt: A spine from the side}
"""


@pytest.fixture
def content(tmp_path: Path) -> Path:
    path = tmp_path / "content.yaml"
    path.write_text(faultless(), "utf-8")
    return path


def change(path: Path, old: str, new: str, count: int = 1) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, count), "utf-8")


def add_section(path: Path, section: str) -> None:
    change(path, "# The closing box", section + "\n# The closing box")


def paint(path: Path, width: int, height: int) -> None:
    Image.new("RGB", (width, height), "teal").save(path)


def found(path: Path, rule: str) -> list[Problem]:
    return [problem for problem in check(path, TODAY).problems if problem.rule == rule]


def facts(report: Report) -> dict[str, str]:
    return dict(report.facts)


def test_a_faultless_handout(content: Path) -> None:
    report = check(content, TODAY)
    assert report.problems == ()
    assert exit_code([report]) == 0
    assert facts(report)["fit"].startswith("2 pages, 1")
    assert "two columns" in facts(report)["fit"]
    assert facts(report)["contrast"].endswith("to 1 (needed: 7, 4.5 and 3)")
    assert facts(report)["standards"] == "PDF/UA-1 and PDF/A-2a, tagged, language en-US"
    assert report.summary is not None
    assert report.summary.grade is not None


def test_nothing_is_drawn_or_written(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("brochure.pdf.document.draw", None)
    check(content, TODAY)
    assert [path.name for path in content.parent.iterdir()] == ["content.yaml"]


def test_the_loaders_problems_are_findings(content: Path) -> None:
    change(content, "title:", "titel:")
    change(content, "phone: 310", "phone: x310", 1)
    change(content, "language: en-US", "language: english")
    report = check(content, TODAY)
    assert {problem.rule for problem in report.problems} == {"content"}
    assert len(report.problems) == 2
    assert report.summary is None
    assert report.facts == ()


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    report = check(tmp_path / "none.yaml", TODAY)
    assert [problem.rule for problem in report.problems] == ["content"]
    assert exit_code([report]) == 3


def test_the_loaders_warnings_are_findings(content: Path) -> None:
    change(content, "  name: The Spine Institute", "  name: The Spine Institute #1 in town")
    assert [problem.level for problem in found(content, "content")] == ["warning"]


def test_too_long(content: Path) -> None:
    paragraph = "      - Walk a little each day and rest when you are tired.\n"
    more = "  - heading: More and and more\n    text:\n"
    add_section(content, more + 60 * paragraph)
    report = check(content, TODAY)
    (problem,) = (p for p in report.problems if p.rule == "too-long")
    assert problem.level == "error"
    assert problem.line > 100
    words = facts(report)["fit"].removeprefix("too long by ").removesuffix(" words")
    assert f"the text is {words} words" in problem.message
    assert facts(report)["standards"] == "no PDF can be made yet"
    assert "doubled-word" in {p.rule for p in report.problems}


def test_too_short(content: Path) -> None:
    text = content.read_text("utf-8")
    head, _, rest = text.partition('  # ">-" lets')
    end = rest[rest.index("# The closing box") :]
    content.write_text(head + end, "utf-8")
    (problem,) = found(content, "too-short")
    assert text.splitlines()[problem.line - 1].startswith("title:")
    assert problem.level == "warning"


def test_findings_point_into_the_file(content: Path) -> None:
    change(content, "the base of the spine.", "the base of of the  spine.")
    lines = content.read_text("utf-8").splitlines()
    (twice,), (wide,) = found(content, "doubled-word"), found(content, "doubled-space")
    assert lines[twice.line - 1][twice.column - 1 :].startswith("of of the")
    assert "the  spine" in lines[wide.line - 1]


def test_a_pale_colour_is_told_once(content: Path) -> None:
    change(content, 'primary: "#0b5d6b"', 'primary: "#9fc5cc"')
    report = check(content, TODAY)
    errors = [problem for problem in report.problems if problem.level == "error"]
    assert [problem.rule for problem in errors] == ["text-contrast"]
    assert facts(report)["fit"] == "not tried, see the errors"
    assert "contrast" not in facts(report)


def test_a_pale_colour_that_is_allowed_still_bars_the_build(content: Path) -> None:
    change(content, 'primary: "#0b5d6b"', 'primary: "#9fc5cc"')
    change(content, "reviewed:", "allow: {text-contrast: the brand book}\nreviewed:")
    (problem,) = found(content, "content")
    assert "too pale" in problem.message


def test_a_letter_that_the_font_lacks(content: Path) -> None:
    change(content, "Pain in the back", "Pain in the 背")
    (problem,) = found(content, "content")
    assert "背" in problem.message
    assert problem.level == "error"


def test_signs_that_no_font_has_do_not_fill_the_screen(content: Path) -> None:
    change(content, "Pain in the back", "".join(map(chr, range(0x1F300, 0x1F340))))
    problems = found(content, "content")
    assert len(problems) == MISSING_SHOWN + 1
    assert f"{64 - MISSING_SHOWN} more characters" in problems[-1].message
    assert check(content, TODAY).summary is not None


def test_a_script_is_told_once(content: Path) -> None:
    change(content, "Pain in the back", "".join(map(chr, range(0x4E00, 0x4E40))))
    (problem,) = found(content, "content")
    assert "{lang=zh-Hans}" in problem.hint


def test_problems_stand_in_the_order_of_the_file(content: Path) -> None:
    change(content, "Pain in the back", "Pain  in the the 背")
    change(content, 'accent: "#c05a12"', 'accent: "#f4e9e0"')
    problems = check(content, TODAY).problems
    assert len(problems) >= 3
    assert [p.line for p in problems] == sorted(p.line for p in problems)


def test_an_error_stands_before_warnings_at_its_place(content: Path) -> None:
    change(content, "title: Can breast", "title: 背 Can breast")
    change(content, "reviewed:", "# reviewed:")
    first, second = check(content, TODAY).problems
    assert (first.level, second.level) == ("error", "warning")
    assert (first.line, first.column) == (second.line, second.column)


@pytest.mark.parametrize(("width", "rules"), [(400, ["coarse-image"]), (2400, [])])
def test_a_picture_in_print(content: Path, width: int, rules: list[str]) -> None:
    paint(content.parent / "spine.png", width, width // 8)
    add_section(content, PICTURE)
    problems = found(content, "coarse-image")
    assert [problem.rule for problem in problems] == rules
    for problem in problems:
        assert "file: spine.png" in content.read_text("utf-8").splitlines()[problem.line - 1]


def test_the_width_that_is_asked_for_is_enough(content: Path) -> None:
    picture = content.parent / "spine.png"
    paint(picture, 400, 50)
    add_section(content, PICTURE)
    (problem,) = found(content, "coarse-image")
    needed = int(problem.hint.split(" pixels")[0].split()[-1])
    paint(picture, needed, needed // 8)
    assert found(content, "coarse-image") == []
    paint(picture, needed - 8, (needed - 8) // 8)
    assert found(content, "coarse-image")


@pytest.mark.parametrize(("side", "count"), [(40, 1), (400, 0)])
def test_a_logo_in_print(content: Path, side: int, count: int) -> None:
    paint(content.parent / "logo.png", side, side)
    change(content, "  city:", "  logo: logo.png\n  city:")
    assert len(found(content, "coarse-logo")) == count


@pytest.mark.parametrize("rule", check_file.OWN_RULES)
def test_own_rules_can_be_switched_off(content: Path, rule: str) -> None:
    assert rule not in {each.name for each in RULES}
    change(content, "reviewed:", f"allow: {{{rule}: we know}}\nreviewed:")
    report = check(content, TODAY)
    assert report.problems == ()
    assert report.summary is not None
    assert report.summary.switched_off == ((rule, "we know"),)


def test_a_switched_off_rule_is_silent(content: Path) -> None:
    change(content, "The Spine Institute", "Your Clinic")
    assert [p.line for p in found(content, "sample-clinic")] == [21]
    change(content, "reviewed:", "allow: {sample-clinic: it is our name}\nreviewed:")
    assert found(content, "sample-clinic") == []


def test_sample_texts_are_told_in_one_finding(content: Path) -> None:
    change(content, "Pain in the back", "Write here one more sign")
    change(content, "Numbness (loss", "Write here numbness (loss")
    (problem,) = found(content, "sample-text")
    assert problem.message.startswith("2 texts")


def test_the_summary_fits_a_screen(content: Path) -> None:
    lines = as_text([check(content, TODAY)]).splitlines()
    assert len(lines) <= 24
    assert max(map(len, lines)) <= 100


def test_estimated_grades(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    summary = check(content, TODAY).summary
    assert not estimated([summary])
    monkeypatch.setattr(readability, "dictionary_file", lambda: None)
    assert estimated([summary])
    assert not estimated([None])
