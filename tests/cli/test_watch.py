"""`brochure watch` in a process of its own, from the first build to Ctrl-C."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import Empty, Queue
from threading import Thread
from time import monotonic, sleep

import psutil
import pytest

from brochure.commands.watching import PAUSE, SETTLE
from tests.conftest import HERE
from tests.support.commands import begin, faultless

PATIENCE = 20.0
"""Seconds; a busy machine may need them, a change is mostly seen in a fifth of one."""
QUIET = 0.6
PDF = Path("output") / "can-breast-cancer-cause-back-pain.pdf"


class Watcher:
    """A running `watch` with its lines as they come."""

    def __init__(self, folder: Path, *asked: str) -> None:
        self.folder = folder
        self.process = begin("watch", *asked, cwd=folder, stderr=subprocess.STDOUT)
        self.lines: Queue[str] = Queue()
        Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.lines.put(line)

    def until(self, words: str) -> str:
        """The lines up to the first with these words."""
        end, seen = monotonic() + PATIENCE, ""
        while words not in seen:
            try:
                seen += self.lines.get(timeout=max(end - monotonic(), 0.01))
            except Empty:
                pytest.fail(f"no {words!r} in {seen!r}")
        return seen

    def silent(self) -> bool:
        """Whether nothing is said for a while."""
        sleep(QUIET)
        return self.lines.empty()

    def spent(self) -> float:
        """The seconds of processor time so far."""
        times = psutil.Process(self.process.pid).cpu_times()
        return times.user + times.system

    def pdf(self) -> bytes:
        return (self.folder / PDF).read_bytes()


@pytest.fixture
def content(tmp_path: Path) -> Path:
    path = tmp_path / "content.yaml"
    inline = 'brand:\n  primary: "#0b5d6b" # headings, lines and boxes\n'
    text = faultless().replace(inline, "brand: brand.yaml\nemail:\n")
    text = text.replace(
        '  accent: "#c05a12" # bullets and small marks\n', "  subject: Your visit\n"
    )
    text = re.sub(r"(?m)^  style: .*\n", "", text)
    path.write_text(text, "utf-8")
    path.with_name("brand.yaml").write_text('primary: "#0b5d6b"\n', "utf-8")
    return path


@pytest.fixture
def watcher(content: Path) -> Iterator[Watcher]:
    watcher = Watcher(content.parent)
    watcher.until("press Ctrl-C to stop")
    yield watcher
    watcher.process.kill()
    watcher.process.wait()


def retitled(content: Path, words: str) -> str:
    return content.read_text("utf-8").replace("What the link is", words)


def saved(path: Path, text: str) -> None:
    path.write_text(text, "utf-8")


def renamed(path: Path, text: str) -> None:
    beside = path.with_name("content.yaml~")
    beside.write_text(text, "utf-8")
    beside.replace(path)


def moved_away_first(path: Path, text: str) -> None:
    path.replace(path.with_name("content.yaml.bak"))
    path.write_text(text, "utf-8")


@pytest.mark.parametrize("save", [saved, renamed, moved_away_first])
def test_a_save(watcher: Watcher, content: Path, save: Callable[[Path, str], None]) -> None:
    before = watcher.pdf()
    save(content, retitled(content, "How it spreads"))
    assert "content.yaml changed" in watcher.until("2 pages")
    assert watcher.pdf() != before
    assert watcher.silent()


def test_the_shared_brand(watcher: Watcher, content: Path) -> None:
    before = watcher.pdf()
    saved(content.with_name("brand.yaml"), 'primary: "#7a1f3d"\n')
    assert "brand.yaml changed" in watcher.until("2 pages")
    assert watcher.pdf() != before


def test_broken_then_mended(watcher: Watcher, content: Path) -> None:
    before, good = watcher.pdf(), content.read_text("utf-8")
    saved(content, good.replace("sections:", "sektions:"))
    said = watcher.until("last good PDF")
    assert "content.yaml:" in said
    assert "sektions" in said
    assert watcher.pdf() == before
    saved(content, good.replace("What the link is", "Mended"))
    watcher.until("2 pages")
    assert watcher.pdf() != before


def test_deleted_and_returned(watcher: Watcher, content: Path) -> None:
    before, text = watcher.pdf(), retitled(content, "It is back")
    content.unlink()
    watcher.until("is gone")
    assert watcher.pdf() == before
    saved(content, text)
    watcher.until("2 pages")
    assert watcher.pdf() != before


def test_the_folder_moved_away_and_back(watcher: Watcher, content: Path) -> None:
    pictures = content.with_name("pictures")
    pictures.mkdir()
    clinic = "name: The Spine Institute\nphone: 310-828-7757\n"
    saved(pictures / "clinic.yaml", clinic)
    text = content.read_text("utf-8")
    start, end = text.index("clinic:\n"), text.index("# Your colors")
    saved(content, text[:start] + "clinic: pictures/clinic.yaml\n" + text[end:])
    watcher.until("2 pages")
    shutil.move(pictures, content.with_name("away"))
    watcher.until("last good PDF")
    shutil.move(content.with_name("away"), pictures)
    watcher.until("2 pages")


def test_output_and_strangers_are_ignored(watcher: Watcher, content: Path) -> None:
    before = watcher.pdf()
    saved(content.with_name("output") / "content.yaml", "title: Not this")
    saved(content.with_name("notes.txt"), "not this")
    (watcher.folder / PDF).write_bytes(b"changed by hand")
    assert watcher.silent()
    saved(content, content.read_text("utf-8") + "# a note\n")
    watcher.until("2 pages")
    assert watcher.pdf() == before


def test_a_change_is_on_paper_within_a_third_of_a_second(watcher: Watcher, content: Path) -> None:
    """The longest wait before it is seen, and the work; a clock would tell of other programs."""
    before, text = watcher.spent(), content.read_text("utf-8")
    for number in range(5):
        saved(content, text.replace("What the link is", f"Number {number}"))
        watcher.until("2 pages")
    work = (watcher.spent() - before) / 5
    assert PAUSE + SETTLE + work < 1 / 3


@pytest.mark.skipif(os.name == "nt", reason="Ctrl-C cannot be sent to one process on Windows")
def test_ctrl_c(watcher: Watcher) -> None:
    watcher.process.send_signal(signal.SIGINT)
    assert watcher.until("stopped watching")
    assert watcher.process.wait(PATIENCE) == 0


def test_no_content_yet(tmp_path: Path) -> None:
    watcher = Watcher(tmp_path)
    try:
        watcher.until("press Ctrl-C to stop")
        saved(tmp_path / "content.yaml", faultless())
        watcher.until("2 pages")
    finally:
        watcher.process.kill()
        watcher.process.wait()


@pytest.mark.parametrize("names", [("es.yaml",), ("en.yaml", "es.yaml"), ("es.yaml", "ar.yaml")])
def test_a_sheet_of_two_languages_is_made_anew_at_a_save_of_either_side(tmp_path, names):
    for file in (HERE / "handouts" / "twins").iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes())
    watcher = Watcher(tmp_path, "--twin", *names)
    try:
        watcher.until("press Ctrl-C to stop")
        for name in names if len(names) == 2 else ("en.yaml", *names):
            file = tmp_path / name
            file.write_bytes(file.read_bytes() + b"notes: false\n")
            assert f"{name} changed" in watcher.until("2 pages")
    finally:
        watcher.process.kill()
        watcher.process.wait()
