"""Files written whole or not at all: what is kept, what is told, what is left behind."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from brochure.model import WriteError
from brochure.output import atomic_write
from brochure.output.abandoned import remove_abandoned
from brochure.output.atomic_write import temporary_name, write_file
from brochure.output.new_file import write_new_file

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="asks for POSIX")


def told(path: Path, data: bytes = b"new") -> str:
    """What is said when a file cannot be written."""
    with pytest.raises(WriteError) as error:
        write_file(path, data)
    return str(error.value)


def test_a_name_is_used_once_and_stays_short():
    names = {temporary_name() for _ in range(1000)}
    assert len(names) == 1000
    assert max(map(len, names)) < 60


@pytest.mark.parametrize("length", [1, 240, 251])
def test_a_long_name_is_no_longer_while_it_is_written(tmp_path, length):
    path = tmp_path / f"{'x' * length}.pdf"
    write_file(path, b"new")
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


def test_too_long_a_name_is_told(tmp_path):
    assert "too long" in told(tmp_path / f"{'x' * 252}.pdf")
    assert list(tmp_path.iterdir()) == []


def test_two_writers_of_one_file_leave_one_whole_file(tmp_path):
    path = tmp_path / "a.pdf"
    bodies = [bytes([number]) * 20_000 for number in range(8)]
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda body: [write_file(path, body) for _ in range(5)], bodies))
    assert path.read_bytes() in bodies
    assert list(tmp_path.iterdir()) == [path]


def test_a_finished_file_is_on_the_disk_before_it_has_its_name(tmp_path, monkeypatch):
    calls: list[str] = []
    replace, fsync = os.replace, os.fsync
    monkeypatch.setattr(os, "fsync", lambda fd: (calls.append("fsync"), fsync(fd)))
    monkeypatch.setattr(os, "replace", lambda *a: (calls.append("replace"), replace(*a)))
    write_file(tmp_path / "a.pdf", b"new")
    folders = [] if sys.platform == "win32" else ["fsync"]
    assert calls == ["fsync", "replace", *folders]


@pytest.mark.parametrize(
    ("number", "said", "unsaid"),
    [
        (errno.EPERM, "protected against changes", "open in another"),
        (errno.EACCES, "permission denied", "open in another"),
        (errno.ENOSPC, "no space", "open in another"),
        (errno.EROFS, "read-only", "open in another"),
        (errno.EIO, "reports a fault", "open in another"),
        (errno.EXDEV, os.strerror(errno.EXDEV).lower(), "open in another"),
    ],
)
def test_the_reason_is_the_systems(tmp_path, monkeypatch, number, said, unsaid):
    (tmp_path / "a.pdf").write_bytes(b"old")

    def fail(*_):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "replace", fail)
    words = told(tmp_path / "a.pdf")
    assert said in words
    assert unsaid not in words
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"old"]


@pytest.mark.parametrize("number", [5, 32, 33])
def test_a_file_that_windows_has_open_elsewhere_is_told_so(tmp_path, monkeypatch, number):
    error = PermissionError(13, "used by another process")
    error.winerror = number

    def fail(*_):
        raise error

    monkeypatch.setattr(os, "replace", fail)
    assert "open in another program" in told(tmp_path / "a.pdf")


def test_a_file_in_place_of_a_folder_is_named(tmp_path):
    (tmp_path / "place").write_bytes(b"mine")
    assert f"{tmp_path / 'place'} is a file, not a folder" in told(tmp_path / "place" / "a.pdf")
    assert f"{tmp_path / 'place'} is a file" in told(tmp_path / "place" / "deep" / "a.pdf")
    assert (tmp_path / "place").read_bytes() == b"mine"


@POSIX
def test_a_write_protected_file_stays(tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")
    path.chmod(0o444)
    assert "write-protected" in told(path)
    assert path.read_bytes() == b"old"


@POSIX
def test_a_link_leads_to_the_file_that_is_replaced(tmp_path):
    (tmp_path / "far").mkdir()
    (tmp_path / "a.pdf").symlink_to("far/b.pdf")  # there is no b.pdf yet
    write_file(tmp_path / "a.pdf", b"new")
    assert (tmp_path / "a.pdf").is_symlink()
    assert (tmp_path / "far" / "b.pdf").read_bytes() == b"new"
    assert [path.name for path in (tmp_path / "far").iterdir()] == ["b.pdf"]


@POSIX
def test_a_link_to_itself_and_a_pipe_are_refused(tmp_path):
    (tmp_path / "ring.pdf").symlink_to("ring.pdf")
    assert "leads back to itself" in told(tmp_path / "ring.pdf")
    os.mkfifo(tmp_path / "pipe.pdf")
    assert "not a file of the usual kind" in told(tmp_path / "pipe.pdf")


def test_a_name_with_a_nought_in_it_is_told():
    assert "no file name may have" in told(Path("a\0b.pdf"))


# ----------------------------------------------------------------- new files


def test_a_new_file_takes_no_name_that_is_taken(tmp_path):
    path = tmp_path / "a.yaml"
    write_new_file(path, b"first")
    with pytest.raises(FileExistsError):
        write_new_file(path, b"second")
    assert path.read_bytes() == b"first"
    assert list(tmp_path.iterdir()) == [path]


def full(monkeypatch):
    """Let the disk be full when a file is put on it."""

    def fail(_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(atomic_write.os, "fsync", fail)


def test_a_new_file_on_a_full_disk_leaves_nothing(tmp_path, monkeypatch):
    full(monkeypatch)
    with pytest.raises(OSError, match="space"):
        write_new_file(tmp_path / "a.yaml", b"text")
    assert list(tmp_path.iterdir()) == []


@POSIX
def test_a_new_file_on_a_disk_without_hard_links(tmp_path, monkeypatch):
    def fail(*_):
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", fail)
    path = tmp_path / "a.yaml"
    write_new_file(path, b"first")
    with pytest.raises(FileExistsError):
        write_new_file(path, b"second")
    assert path.read_bytes() == b"first"
    assert list(tmp_path.iterdir()) == [path]


def test_what_a_dead_process_left_is_removed_and_nothing_else(tmp_path):
    running = temporary_name()
    child = subprocess.Popen([sys.executable, "-c", ""])
    child.wait()
    dead = running.replace(f"-{os.getpid()}-", f"-{child.pid}-")
    others = [running, "notes.tmp", dead.replace("-", "+"), dead[:-5]]
    for name in (dead, *others):
        (tmp_path / name).write_bytes(b"half")
    remove_abandoned(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == set(others)


def test_a_write_is_refused_when_no_file_can_be_opened_not_even_a_module(tmp_path, monkeypatch):
    class NoMore:
        def find_spec(self, *_):
            raise OSError(errno.EMFILE, os.strerror(errno.EMFILE))

    monkeypatch.setattr(Path, "open", NoMore.find_spec)
    monkeypatch.delitem(sys.modules, "brochure.output.write_faults", raising=False)
    monkeypatch.setattr(sys, "meta_path", [NoMore()])
    with pytest.raises(WriteError, match="Too many open files; the old file"):
        write_file(tmp_path / "a.pdf", b"x")
