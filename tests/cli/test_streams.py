"""Streams that nobody reads: closed pipes, full disks, no streams at all. The work goes on."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from brochure import cli
from tests.support import hostile
from tests.support.commands import ENVIRONMENT

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="asks for POSIX")
FULL = pytest.mark.skipif(not Path("/dev/full").exists(), reason="no disk that is always full")
NAME = "output/back-pain.pdf"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    (tmp_path / "a.yaml").write_bytes(hostile.plain())
    (tmp_path / "many").mkdir()
    for number in range(6):
        text = hostile.content(title=f"Back pain {number}")
        (tmp_path / "many" / f"{number}.yaml").write_bytes(text)
    return tmp_path


def shell(place: Path, line: str) -> int:
    """Run a line of a shell, in which $B stands for the program; its exit code."""
    program = f'"{sys.executable}" -m brochure'
    return subprocess.run(
        ["sh", "-c", line.replace("$B", program)], cwd=place, env=ENVIRONMENT, timeout=60
    ).returncode


@POSIX
@pytest.mark.parametrize("ends", [">&-", "2>&-", ">&- 2>&-", "<&- >&- 2>&-"])
def test_without_streams_the_pdf_is_made(place, ends):
    assert shell(place, f"$B build a.yaml {ends}") == 0
    assert (place / NAME).read_bytes().endswith(b"%%EOF\n")


@POSIX
@FULL
@pytest.mark.parametrize("ends", [">/dev/full", "2>/dev/full", ">/dev/full 2>&1"])
def test_with_streams_on_a_full_disk_the_pdf_is_made(place, ends):
    assert shell(place, f"$B build a.yaml {ends}") == 0
    assert (place / NAME).exists()
    assert shell(place, f"$B build none.yaml {ends}") == 3


@POSIX
@FULL
def test_what_is_asked_for_on_a_full_disk_is_not_lost_unseen(place):
    assert shell(place, "$B schema >/dev/full") == 5
    assert shell(place, "$B check a.yaml >/dev/full") == 5


@POSIX
@pytest.mark.parametrize("jobs", [1, 2])
def test_a_batch_goes_on_when_its_reader_has_gone(place, jobs):
    line = f"{{ $B build many --jobs {jobs}; echo $? >code; }} | head -1 >/dev/null"
    shell(place, line)
    assert (place / "code").read_text().strip() == "0"
    rows = json.loads((place / "output" / "manifest.json").read_text("utf-8"))["handouts"]
    assert len(rows) == 6
    assert all((place / "output" / row["file"]).exists() for row in rows)


@POSIX
@pytest.mark.parametrize("verb", ["schema", "check a.yaml", "--help", "build --help"])
def test_a_reader_that_has_gone_is_no_fault(place, verb):
    shell(place, f"{{ $B {verb} 2>err; echo $? >code; }} | true")
    assert (place / "code").read_text().strip() in ("0", "1")
    assert (place / "err").read_text() == ""


def test_a_program_without_streams_gets_its_own_back(place, monkeypatch):
    monkeypatch.chdir(place)
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    assert cli.main(["build", "a.yaml"]) == 0
    assert cli.main(["build", "--nonsense"]) == 2
    assert sys.stdout is sys.stderr is None


@POSIX
def test_a_folder_whose_name_is_not_utf_8(place):
    folder = os.fsdecode(b"caf\xe9")
    try:
        (place / folder).mkdir()
    except OSError:
        pytest.skip("this disk has no such names")
    (place / folder / "a.yaml").write_bytes(hostile.plain())
    (place / folder / "b.yaml").write_bytes(b"nonsense")
    for arguments, code in (
        (["a.yaml"], 0),
        (["b.yaml"], 3),
        (["."], 3),
        ([".", "--jobs", "2"], 3),
    ):
        done = subprocess.run(
            [sys.executable, "-m", "brochure", "build", *arguments],
            cwd=place / folder,
            env=ENVIRONMENT,
            capture_output=True,
        )
        assert done.returncode == code, done.stderr
    done = subprocess.run(
        [sys.executable, "-m", "brochure", "build", folder],
        cwd=place,
        env=ENVIRONMENT,
        capture_output=True,
    )
    assert done.returncode == 3, done.stderr
    assert rb"caf\udce9" in done.stderr
    rows = json.loads((place / "output" / "manifest.json").read_text("utf-8"))["handouts"]
    assert folder in {Path(row["source"]).parent.name for row in rows}
