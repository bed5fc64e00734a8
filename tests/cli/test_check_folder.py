"""`brochure check FOLDER`: many handouts as one voice, and a table at the end."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from brochure.checks.one_voice import differences, is_due, voice_of
from brochure.commands import check_folder
from brochure.commands.check_folder import as_table, handouts_in, judge
from tests.support.commands import TODAY, brochure, faultless
from tests.unit.checks.test_rules import GOOD


def folder_of(tmp_path: Path, **changes: tuple[str, str]) -> Path:
    """A folder with a faultless handout, and others that differ from it in one thing."""
    for name in ("a", "b"):
        words = faultless().replace("title: ", f"title: {name.upper()} ", 1)
        tmp_path.joinpath(f"{name}.yaml").write_text(words, "utf-8")
    for name, (old, new) in changes.items():
        assert old in faultless()
        words = faultless().replace("title: ", f"title: {name} ", 1).replace(old, new)
        tmp_path.joinpath(f"{name}.yaml").write_text(words, "utf-8")
    return tmp_path


def found(folder: Path) -> dict[str, set[str]]:
    """The rules that tell of differences, by file."""
    judged = judge(handouts_in(folder), TODAY)
    return {
        Path(each.report.file).stem: {p.rule for p in each.report.problems if "folder" in p.rule}
        for each in judged
    }


def test_handouts_that_agree(tmp_path: Path) -> None:
    assert found(folder_of(tmp_path)) == {"a": set(), "b": set()}


def test_what_differs_is_told_at_the_odd_one(tmp_path: Path) -> None:
    changes = {
        "phone": ("310-828-7757", "310-828-7799"),
        "word": ("doctor", "physician"),
        "twin": ("title: ", "title: "),
    }
    folder = folder_of(tmp_path, **changes)
    folder.joinpath("twice.yaml").write_text((folder / "twin.yaml").read_text("utf-8"), "utf-8")
    told = found(folder)
    assert "folder-phone" in told["phone"]
    assert "folder-word" in told["word"]
    assert "folder-title" in told["twin"] | told["twice"]
    assert told["a"] == told["b"] == set()


def test_doses_that_differ(tmp_path: Path) -> None:
    lines = (
        ("- Fatigue", "- Take ibuprofen 400 mg. Fatigue"),
        ("- Fatigue", "- Take ibuprofen 600 mg."),
    )
    folder = folder_of(tmp_path, one=lines[0], two=lines[1])
    told = found(folder)
    assert "folder-dose" in told["one"] | told["two"]


def test_only_doses_of_one_kind_are_compared(tmp_path: Path) -> None:
    lines = {
        "one": ("- Fatigue", "- Take metformin 500 mg twice a day."),
        "two": ("- Fatigue", "- Take metformin 850 mg twice a day."),
        "six": ("- Fatigue", "- Take ibuprofen 400 mg every 6 hours."),
        "eight": ("- Fatigue", "- Take ibuprofen 400 mg every 8 hours."),
    }
    folder = folder_of(tmp_path, **lines)
    judged = judge(handouts_in(folder), TODAY)
    told = [p.message for each in judged for p in each.report.problems if p.rule == "folder-dose"]
    assert sorted(message.partition(" in ")[0] for message in told) == [
        "ibuprofen: every 6 hours here, and every 8 hours",
        "metformin: 850 mg here, and 500 mg",
    ]


def test_hours_are_compared_in_one_language_only(tmp_path: Path) -> None:
    hours = "\nclinic:\n  hours: Monday to Friday, 8 to 5\n"
    words = faultless().replace("\nclinic:\n", hours, 1)
    for name, old, new in (
        ("a", "", ""),
        ("b", "Monday to Friday, 8 to 5", "Monday to Friday, 8 to 6"),
        ("c", "Monday to Friday, 8 to 5", "lunes a viernes, 8 a 5"),
    ):
        changed = words.replace("title: ", f"title: {name} ", 1)
        changed = changed.replace(old, new) if old else changed
        if name == "c":
            changed = changed.replace("language: en-US", "language: es-US")
        tmp_path.joinpath(f"{name}.yaml").write_text(changed, "utf-8")
    told = found(tmp_path)
    assert "folder-hours" in told["b"] | told["a"]
    assert "folder-hours" not in told["c"]


def test_a_clinic_under_two_names(tmp_path: Path) -> None:
    told = found(folder_of(tmp_path, c=("name: The Spine Institute", "name: The SpineInstitute")))
    assert told == {"a": set(), "b": set(), "c": {"folder-clinic"}}


def test_a_folder_has_no_twin(tmp_path: Path) -> None:
    done = brochure("check", "--twin", folder_of(tmp_path), cwd=tmp_path)
    assert done.returncode == 2
    assert "two content files" in done.stderr


def test_the_table_and_the_exit_code(tmp_path: Path) -> None:
    folder = folder_of(tmp_path)
    folder.joinpath("clinic.yaml").write_text("name: A\nphone: 310-828-7757\n", "utf-8")
    folder.joinpath("_draft.yaml").write_text("title: no", "utf-8")
    done = brochure("check", folder, "--today", TODAY, cwd=tmp_path)
    assert done.returncode == 0, done.stdout
    assert "2 handouts, 0 due" in done.stdout
    done = brochure("check", folder, "--today", "2028-09-25", cwd=tmp_path)
    assert "2 handouts, 2 due" in done.stdout
    log = json.loads(brochure("check", folder, "--format", "json", cwd=tmp_path).stdout)
    assert len(log["files"]) == 2


def test_a_file_that_cannot_be_read_has_its_line(tmp_path: Path) -> None:
    tmp_path.joinpath("bad.yaml").write_text("title: Only\n", "utf-8")
    judged = judge(handouts_in(tmp_path), TODAY)
    assert "error content" in as_table(judged, TODAY)
    assert brochure("check", tmp_path, cwd=tmp_path).returncode == 3


def test_an_empty_folder(tmp_path: Path) -> None:
    done = brochure("check", tmp_path, cwd=tmp_path)
    assert done.returncode == 3
    assert "no handout" in done.stderr + done.stdout


def test_a_voice_alone_differs_from_nothing() -> None:
    voice = voice_of(GOOD, TODAY)
    assert list(differences([voice])) == []
    assert is_due(voice, "2028-09-01")
    assert not is_due(voice, TODAY)


@pytest.mark.slow
def test_several_workers_find_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    changes = {name: ("310-828-7757", f"310-828-77{n:02}") for n, name in enumerate("cdefgh", 70)}
    folder = folder_of(tmp_path, **changes)
    folder.joinpath("i.yaml").write_text("title: [", "utf-8")
    monkeypatch.setattr(check_folder, "MANY", 2)
    monkeypatch.setattr(check_folder, "SHARE", 2)
    files = handouts_in(folder)
    assert len(files) > 7
    alone = judge(files, TODAY)
    assert judge(files, TODAY, workers=2) == alone
