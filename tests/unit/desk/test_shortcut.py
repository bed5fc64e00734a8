"""The file that is double-clicked, on each system, for folders of any name."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from brochure.desk import shortcut
from brochure.desk.shortcut import SHORTCUTS, desktop, write_shortcut

FOLDERS = ["Handouts", "Our clinic's handouts", '100 % $HOME `x` \\ "y"', "Hojas de información"]


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX names")
@pytest.mark.parametrize("name", FOLDERS)
def test_the_file_of_macos_starts_the_desk_of_its_folder(name, tmp_path, monkeypatch):
    folder = tmp_path / name
    folder.mkdir()
    fake = tmp_path / "a python"
    fake.write_text('#!/bin/sh\npwd\nprintf "%s\\n" "$@"\n')
    fake.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(fake))
    path = write_shortcut(folder, tmp_path, "darwin")
    assert path == tmp_path / "Brochure.command"
    assert os.access(path, os.X_OK)
    done = subprocess.run([path], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.splitlines() == [str(folder), "-m", "brochure", "desk", str(folder)]


@pytest.mark.parametrize("name", FOLDERS)
def test_a_desktop_entry_quotes_by_its_specification(name, tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "executable", "/opt/py thon")
    folder = tmp_path / name
    folder.mkdir()
    text = write_shortcut(folder, tmp_path, "linux").read_text("utf-8")
    (line,) = [line for line in text.splitlines() if line.startswith("Exec=")]
    assert arguments(line.removeprefix("Exec=")) == [
        "/opt/py thon", "-m", "brochure", "desk", str(folder),
    ]  # fmt: skip


def arguments(line):
    """What a desktop makes of an Exec line: strings are unescaped first, then quotes."""
    text = line.replace("\\\\", "\\")
    found, word, quoted, at = [], "", False, 0
    while at < len(text):
        sign = text[at]
        if sign == "\\" and quoted:
            at += 1
            word += text[at]
        elif sign == '"':
            quoted = not quoted
            if not quoted:
                found.append(word.replace("%%", "%"))
                word = ""
        elif quoted:
            word += sign
        at += 1
    return found


def test_the_file_of_windows_opens_no_window_and_ends_its_lines_as_windows_does(
    tmp_path, monkeypatch
):
    monkeypatch.setattr(sys, "executable", "C:\\Program Files\\Python\\python.exe")
    data = SHORTCUTS["win32"].text(sys.executable, "C:\\100 % ours").encode()
    assert data.count(b"\r\n") == data.count(b"\n") == 6
    assert (
        b'start "" "C:\\Program Files\\Python\\pythonw.exe" -m brochure desk "C:\\100 %% ours"'
        in data
    )


@pytest.mark.parametrize("folder", ["C:\\Users\\Ana & Co (2)\\Información", "D:\\", "C:\\Hi!\\x^y"])
def test_the_file_of_windows_says_so_if_what_it_starts_is_gone(folder):
    lines = SHORTCUTS["win32"].text("C:\\P\\python.exe", folder).split("\r\n")
    here = folder.rstrip("\\")
    assert lines[2].startswith(f'if not exist "{here}\\" echo Brochure is no longer there.')
    assert lines[3].startswith('if not exist "C:\\P\\pythonw.exe" echo ')
    for line in lines[2:4]:
        assert line.endswith("& pause & exit /b 2")
    assert not any(line.startswith(":") or "goto" in line for line in lines)
    assert '\\" -m' not in lines[5]
    assert lines[5].endswith(f'desk "{here}"')


def test_it_lies_on_the_desktop_or_in_the_users_folder(tmp_path, monkeypatch):
    monkeypatch.setattr(shortcut.Path, "home", lambda: tmp_path)
    assert desktop() == tmp_path
    (tmp_path / "Desktop").mkdir()
    assert desktop() == tmp_path / "Desktop"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has it in its registry")
def test_a_desktop_in_another_language_is_found(tmp_path, monkeypatch):
    monkeypatch.setattr(shortcut.Path, "home", lambda: tmp_path)
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    for name in (".config", "Desktop", "Escritorio"):
        (tmp_path / name).mkdir()
    names = 'XDG_DOWNLOAD_DIR="$HOME/Descargas"\nXDG_DESKTOP_DIR="$HOME/Escritorio"\n'
    (tmp_path / ".config" / "user-dirs.dirs").write_text(names, "utf-8")
    assert desktop() == tmp_path / "Escritorio"
    (tmp_path / "Escritorio").rmdir()
    assert desktop() == tmp_path / "Desktop"
