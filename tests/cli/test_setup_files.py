"""The files that install the program by a double click: what they run, in which order."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys

import pytest

from tests.conftest import ROOT

BAT, COMMAND = ROOT / "setup.bat", ROOT / "setup.command"
STEPS = [
    "-m venv --clear .venv",
    "-m pip install --quiet --disable-pip-version-check .[desk,import]",
    "-m brochure desk --shortcut .",
    "-m brochure desk .",
]
"""What both files do: an environment, the program, its desk and Word files, the icon, the desk."""
FAKE = """\
#!/bin/sh
case "$1" in -c) exit {old};; esac
echo "$@" >> "{log}"
case "$2" in {fails}) exit 7;; esac
case "$2" in venv) rm -rf .venv; mkdir -p .venv/bin; cp "$0" .venv/bin/python;; esac
exit 0
"""


def run(tmp_path, old=0, fails="nothing"):
    """Run setup.command in a folder whose name has a space; its Pythons only take notes."""
    folder, programs, log = tmp_path / "my files", tmp_path / "bin", tmp_path / "log"
    for each in (folder, programs):
        each.mkdir(exist_ok=True)
    shutil.copy(COMMAND, folder)
    for name in ("python3", *(f"python3.{minor}" for minor in range(11, 15))):
        (programs / name).write_text(FAKE.format(old=old, log=log, fails=fails))
        (programs / name).chmod(0o755)
    path = f"{programs}:/usr/bin:/bin"
    done = subprocess.run(
        [folder / "setup.command"], env={"PATH": path}, capture_output=True, encoding="utf-8",
        check=False,
    )  # fmt: skip
    return done, log.read_text().splitlines() if log.exists() else []


posix = pytest.mark.skipif(sys.platform == "win32", reason="POSIX runs this file")


@posix
def test_it_installs_leaves_the_icon_and_opens_the_desk(tmp_path):
    done, log = run(tmp_path)
    assert (done.returncode, log) == (0, STEPS)


@posix
def test_an_environment_that_is_there_is_kept(tmp_path):
    run(tmp_path)
    (tmp_path / "log").unlink()
    assert run(tmp_path)[1] == STEPS[1:]


@posix
def test_without_a_python_that_is_new_enough_it_says_what_to_do(tmp_path):
    done, log = run(tmp_path, old=1)
    assert (done.returncode, log) == (2, [])
    assert "python.org/downloads" in done.stdout


@posix
@pytest.mark.parametrize(("fails", "count"), [("venv", 1), ("pip", 2)])
def test_a_step_that_fails_ends_it_in_words(tmp_path, fails, count):
    done, log = run(tmp_path, fails=fails)
    assert (done.returncode, len(log)) == (1, count)
    assert "could not be installed" in done.stdout


@posix
def test_an_environment_that_no_longer_works_is_made_anew(tmp_path):
    run(tmp_path)
    python = tmp_path / "my files" / ".venv" / "bin" / "python"
    python.unlink()
    python.symlink_to("/nowhere/python3")  # its Python was taken away, or the folder moved
    (tmp_path / "log").unlink()
    assert run(tmp_path)[1] == STEPS


ENDS = {"nopython": 2, "zipped": 2, "network": 2, "failed": 1}
"""How setup.bat ends where it cannot go on, with its exit codes."""


def test_the_file_for_windows_does_the_same_steps():
    data = BAT.read_bytes()
    assert data.count(b"\r\n") == data.count(b"\n") > 20
    text = data.decode("ascii").replace('"', "").replace("\r", "")
    steps = [each.strip() for each in re.findall(r"(?m)(-m [^|\n]+?)(?: \|\| |$)", text)]
    assert steps == STEPS
    labels = set(re.findall(r"(?m)^:(\w+)", text))
    assert set(re.findall(r"goto (\w+)", text)) == labels == {*ENDS, "make", "install"}
    for label, code in ENDS.items():  # each says what to do, and stays until it is read
        words = re.search(rf"(?ms)^:{label}\n(.+?)^exit /b (\d)$", text)
        assert (words[1].count("echo ") > 0, words[1].endswith("pause\n"), int(words[2])) == (
            True, True, code,
        )  # fmt: skip


def test_the_file_for_windows_quotes_each_path_and_needs_no_shell_but_cmd():
    text = BAT.read_text("ascii")
    assert 'cd /d "%~dp0"' in text
    assert not re.search(r'(?m)(?<!["=])%~dp0|(?<![\w"\\])\.venv\\', text)
    assert "powershell" not in text.lower()
    assert "delayedexpansion" not in text.lower()  # a folder may be called "Hi!"
    assert text.index('"\\\\" goto network') < text.index("cd /d")  # cmd cannot go there


def test_both_ask_for_the_least_python():
    for file in (BAT, COMMAND):
        text = file.read_text("ascii")
        assert "sys.version_info < (3, 11)" in text
        assert "needs Python 3.11 or newer" in text
