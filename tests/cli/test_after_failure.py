"""After a failure: what is still there, and of when. After a success: how to print."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from brochure import cli
from brochure.commands.after_failure import failed
from brochure.editions import Options
from brochure.model import ContentError
from tests.support import hostile

AT = time.mktime((2026, 5, 3, 10, 14, 0, 0, 0, -1))
WHEN = "3 May 2026, 10:14"
PDF = Path("output/back-pain.pdf")
STILL = f"Nothing was changed; {PDF} is still the one of {WHEN}."
FAULTS = {
    "unknown key": lambda text: text + b"titel: x\n",
    "syntax": lambda text: text + b"  - [\n",
    "too long": lambda text: hostile.content(text="Rest " * 2000),
    "title with quotes": lambda text: text.replace(
        b"title: Back pain", b"title: 'Back pain' # x\ny: 1"
    ),
}


@pytest.fixture
def run(tmp_path, capsys, monkeypatch):
    """Run a command in a folder with a good file; its code and both things that it said."""
    monkeypatch.chdir(tmp_path)
    Path("a.yaml").write_bytes(hostile.plain())

    def call(*arguments: str) -> tuple[int, str, str]:
        code = cli.main(arguments)
        said = capsys.readouterr()
        return code, said.out, said.err

    return call


def date(path: Path) -> None:
    os.utime(path, (AT, AT))


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("verb", ["build", "email"])
def test_the_old_pdf_is_named_with_its_day(run, verb, fault):
    assert run("build", "a.yaml")[0] == 0
    date(PDF)
    Path("a.yaml").write_bytes(FAULTS[fault](hostile.plain()))
    code, _, err = run(verb, "a.yaml")
    assert code in (3, 4)
    assert err.endswith(STILL + "\n")
    assert PDF.stat().st_mtime == AT


def test_without_a_record_the_title_tells(run):
    PDF.parent.mkdir()
    PDF.write_bytes(b"old")
    date(PDF)
    for fault in FAULTS.values():
        Path("a.yaml").write_bytes(fault(hostile.plain()))
        assert STILL in run("build", "a.yaml")[2]


def test_a_changed_title_still_finds_the_pdf_that_was_made(run):
    assert run("build", "a.yaml")[0] == 0
    date(PDF)
    Path("a.yaml").write_bytes(hostile.content(title="Sore back") + b"titel: x\n")
    assert STILL in run("build", "a.yaml")[2]


def test_a_file_that_is_gone_still_has_its_pdf(run):
    assert run("build", "a.yaml")[0] == 0
    date(PDF)
    Path("a.yaml").unlink()
    assert STILL in run("build", "a.yaml")[2]


def test_the_pdf_that_was_named(run):
    Path("x.pdf").write_bytes(b"old")
    date(Path("x.pdf"))
    Path("a.yaml").write_bytes(b"nonsense")
    assert (
        f"Nothing was changed; x.pdf is still the one of {WHEN}."
        in run("build", "a.yaml", "-o", "x.pdf")[2]
    )


def test_a_file_that_cannot_be_written(run, monkeypatch):
    assert run("build", "a.yaml")[0] == 0
    date(PDF)

    def fail(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", fail)
    code, _, err = run("build", "a.yaml")
    assert code == 5
    assert STILL in err


def test_where_there_is_none_nothing_is_said(run):
    Path("a.yaml").write_bytes(b"nonsense")
    assert "still the one" not in run("build", "a.yaml")[2]


def test_what_was_written_before_the_failure_is_not_called_old(run, capsys):
    assert run("build", "a.yaml", "--format", "all")[0] == 0
    wanted = [Options(), Options(mode="mono")]
    failed(ContentError([]), Path("a.yaml"), Path("output"), wanted, [PDF])
    said = capsys.readouterr().err
    assert "Nothing was changed" not in said
    assert f"{Path('output/back-pain-mono.pdf')} is still the one of" in said
    failed(ContentError([]), Path("a.yaml"), Path("output"), wanted)
    assert ", and 1 more are as they were." in capsys.readouterr().err


def test_a_batch_names_the_pdfs_that_are_from_before(run):
    Path("many").mkdir()
    for number in range(12):
        Path(f"many/{number}.yaml").write_bytes(hostile.content(title=f"Back pain {number}"))
    assert run("build", "many", "--jobs", "1")[0] == 0
    old = Path("output/back-pain-3.pdf")
    date(old)
    Path("many/3.yaml").write_bytes(b"nonsense")
    code, _, err = run("build", "many", "--jobs", "1")
    assert code == 3
    assert f"{old} is still the one of {WHEN}" in err
    assert err.count("is still the one of") == 1
    for number in range(12):
        Path(f"many/{number}.yaml").write_bytes(hostile.content(text="Rest " * 2000))
    Path("output/back-pain-3.pdf").unlink()
    assert run("build", "many", "--jobs", "1")[2].count("is still the one of") == 10


# -------------------------------------------------------------- how to print


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "flip on long edge."),
        (["--format", "trifold"], "flip on short edge."),
        (["--format", "all"], "flip on long edge (trifold: on short edge)."),
        (["--format", "card"], "flip on long edge."),
        (["--format", "card", "--two-up"], "flip on short edge. Then cut along the dashes."),
        (
            ["--format", "all", "--two-up"],
            "flip on long edge (trifold and card two-up: on short edge)."
            " Then cut along the dashes.",
        ),
        (["--press"], ""),
        (["--quiet"], ""),
    ],
    ids=str,
)
def test_how_to_print_is_said_in_one_line(run, arguments, said):
    code, out, _ = run("build", "a.yaml", *arguments)
    assert code == 0
    lines = [line for line in out.splitlines() if line.startswith("To print")]
    assert lines == ([f"To print: both sides, 100 %, {said}"] if said else [])


def test_nothing_is_to_print_after_a_failure(run):
    Path("a.yaml").write_bytes(b"nonsense")
    assert "To print" not in run("build", "a.yaml")[1]
