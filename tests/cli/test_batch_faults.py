"""Batches that are killed, stopped, or have nowhere to write: nothing half-made, and the next
run does the rest."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import psutil
import pypdfium2
import pytest

from brochure.batch import MANIFEST
from brochure.batch.manifest import Journal
from tests.support import commands
from tests.support.commands import brochure
from tests.support.volume import topic, write_volume

TOPICS, CLINICS = 8, 6
ALL = TOPICS * CLINICS
COMMAND = ("build", "handouts", "--clinics", "clinics", "--jobs", "2")
WINDOWS = sys.platform == "win32"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    write_volume(tmp_path, TOPICS, CLINICS)
    return tmp_path


def begin(place: Path, **options) -> subprocess.Popen[str]:
    """Start a batch."""
    return commands.begin(*COMMAND, cwd=place, stderr=subprocess.PIPE, **options)


def after(running: subprocess.Popen[str], count: int) -> None:
    """Wait until some handouts are made."""
    for _ in range(count):
        assert running.stdout.readline().endswith("kB\n")


def run(place: Path, *more: str) -> tuple[int, str]:
    done = brochure(*COMMAND, *more, cwd=place)
    assert "Traceback" not in done.stderr, done.stderr
    return done.returncode, done.stdout + done.stderr


def assert_whole(output: Path) -> int:
    """Every PDF opens; return how many there are."""
    files = list(output.rglob("*.pdf"))
    for file in files:
        document = pypdfium2.PdfDocument(file.read_bytes())
        assert len(document) == 2
        document.close()
        assert file.read_bytes().rstrip().endswith(b"%%EOF")
    return len(files)


def assert_complete(output: Path) -> None:
    """All handouts are there, the manifest is true, and nothing else is left."""
    assert assert_whole(output) == ALL
    rows = json.loads((output / MANIFEST).read_text("utf-8"))["handouts"]
    assert len(rows) == ALL
    for row in rows:
        assert sha256((output / row["file"]).read_bytes()).hexdigest() == row["sha256"]
    assert [path for path in output.rglob("*") if path.name.startswith(".")] == []


def gone(processes: list[psutil.Process]) -> bool:
    """Whether all processes end within some seconds."""
    _, left = psutil.wait_procs(processes, timeout=10)
    return not left


def workers(running: subprocess.Popen[str]) -> list[psutil.Process]:
    """The worker processes of a batch."""
    children = psutil.Process(running.pid).children(recursive=True)
    return [child for child in children if "spawn_main" in " ".join(child.cmdline())]


# ------------------------------------------------------------------- killed


@pytest.mark.parametrize("count", [1, 9, 17])
def test_a_batch_that_is_killed_is_finished_by_the_next(place, count):
    running = begin(place)
    after(running, count)
    children = psutil.Process(running.pid).children(recursive=True)
    running.kill()
    running.communicate(timeout=20)  # workers that live on would hold the pipes
    assert gone(children), "workers outlive their parent"
    made = assert_whole(place / "output")
    assert count <= made < ALL
    assert not (place / "output" / MANIFEST).exists()
    code, told = run(place)
    assert code == 0
    assert int(told.split(" unchanged")[0].split()[-1]) >= count
    assert_complete(place / "output")


def test_a_killed_worker_ends_the_batch_and_the_next_finishes_it(place):
    running = begin(place)
    after(running, 3)
    workers(running)[0].kill()
    _, told = running.communicate(timeout=60)
    assert running.returncode == 1
    assert "stopped: a worker process died" in told
    assert "Traceback" not in told
    assert_whole(place / "output")
    assert run(place)[0] == 0
    assert_complete(place / "output")


@pytest.mark.skipif(WINDOWS, reason="Ctrl-C cannot be sent to one console program alone")
@pytest.mark.parametrize(("count", "delay"), [(0, 0), (0, 0.05), (0, 0.1), (0, 0.2), (7, 0)])
def test_ctrl_c_as_a_terminal_sends_it(place, count, delay):
    running = begin(place, start_new_session=True)
    after(running, count)
    if not count:  # while the workers are starting
        deadline = time.monotonic() + 20
        while not workers(running) and time.monotonic() < deadline:
            time.sleep(0.01)
        time.sleep(delay)
    os.killpg(running.pid, signal.SIGINT)
    out, told = running.communicate(timeout=60)
    assert running.returncode == 130
    assert "Traceback" not in told
    assert told.startswith("stopped: interrupted; ")
    assert f"{ALL} handouts: " in out
    assert_whole(place / "output")
    assert (place / "output" / MANIFEST).exists()
    assert not list((place / "output").rglob(".*"))
    assert run(place)[0] == 0
    assert_complete(place / "output")


# --------------------------------------------------------- nowhere to write


def mount(*arguments: object) -> bool:
    """Mount; whether that was allowed."""
    return subprocess.run(["mount", *map(str, arguments)], capture_output=True).returncode == 0


@pytest.fixture
def disk(place: Path) -> Iterator[Path]:
    """A disk of 512 kB at the output folder."""
    output = place / "output"
    output.mkdir()
    if WINDOWS or not mount("-t", "tmpfs", "-o", "size=512k", "tmpfs", output):
        pytest.skip("NOT RUN: mounting a small disk is not permitted here")
    yield output
    subprocess.run(["umount", "-l", str(output)], check=True)


def test_a_full_disk_keeps_what_is_whole_and_the_next_run_finishes(place, disk):
    code, told = run(place)
    assert code == 5
    assert "no space left on device" in told
    assert told.count("error: cannot write") <= 20
    assert 0 < assert_whole(disk) < ALL
    assert not list(disk.rglob(".*.tmp"))
    assert mount("-o", "remount,size=16m", disk)
    assert run(place)[0] == 0
    assert_complete(disk)


def test_a_disk_that_turns_read_only_keeps_what_it_has(place, disk):
    assert mount("-o", "remount,size=16m", disk)
    assert run(place)[0] == 0
    before = {path: path.read_bytes() for path in disk.rglob("*") if path.is_file()}
    (place / "handouts" / "topic-0000.yaml").write_text(topic(99), "utf-8")
    assert mount("-o", "remount,ro", disk)
    code, told = run(place)
    assert code == 5
    assert "read-only file system; nothing was made" in told
    assert {path: path.read_bytes() for path in disk.rglob("*") if path.is_file()} == before
    assert mount("-o", "remount,rw", disk)
    code, told = run(place)
    assert code == 0
    assert f"{CLINICS} made, {ALL - CLINICS} unchanged" in told
    assert "left from before" in told


@pytest.mark.skipif(
    WINDOWS or os.geteuid() == 0, reason="NOT RUN: the superuser may write anywhere"
)
def test_a_folder_without_permission_is_refused(place):
    output = place / "output"
    output.mkdir()
    output.chmod(0o555)
    code, told = run(place)
    output.chmod(0o755)
    assert code == 5
    assert "permission denied; nothing was made" in told
    assert run(place)[0] == 0
    assert_complete(output)


def test_one_clinics_folder_that_cannot_be_made_fails_alone(place):
    output = place / "output"
    output.mkdir()
    (output / "clinic-0003").write_text("in the way", "utf-8")
    code, told = run(place)
    assert code == 5
    assert f"{ALL - TOPICS} made, 0 unchanged, {TOPICS} failed" in told
    (output / "clinic-0003").unlink()
    code, told = run(place)
    assert code == 0
    assert f"{TOPICS} made" in told
    assert_complete(output)


@pytest.mark.skipif(not WINDOWS, reason="only Windows keeps an open file from being replaced")
def test_a_file_that_is_open_fails_alone(place):
    assert run(place)[0] == 0
    with (place / "output/clinic-0000/topic-0-of-the-clinic.pdf").open("rb"):
        code, told = run(place, "--force")
    assert code == 5
    assert f"{ALL - 1} made, 0 unchanged, 1 failed" in told
    assert run(place)[0] == 0
    assert_complete(place / "output")


def test_two_batches_at_once_keep_out_of_each_others_way(place):
    journal = Journal(place / "output")
    code, told = run(place)
    assert (code, "another run is writing there; nothing was made" in told) == (5, True)
    journal.close()
    assert run(place)[0] == 0
    assert_complete(place / "output")
