"""`brochure desk` as it is started: its line, its refusals, its end by Ctrl-C."""

from __future__ import annotations

import os
import re
import signal
import sys

import pytest

from brochure.commands import desk
from tests.support.commands import begin, brochure
from tests.support.desk import handout


@pytest.fixture(autouse=True)
def home(tmp_path_factory, monkeypatch):
    from tests.support import commands

    state = str(tmp_path_factory.mktemp("state"))
    for name in ("XDG_STATE_HOME", "LOCALAPPDATA", "HOME"):
        monkeypatch.setitem(commands.ENVIRONMENT, name, state)


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX sends Ctrl-C so")
def test_it_says_where_it_is_and_ends_by_ctrl_c(tmp_path):
    (tmp_path / "back.yaml").write_text(handout(), "utf-8")
    running = begin("desk", "--port", "0", "--no-browser", cwd=tmp_path)
    first = running.stdout.readline()
    assert re.fullmatch(r"Brochure desk: http://127\.0\.0\.1:\d+/open/[\w-]{43}\n", first)
    second = brochure("desk", "--port", "0", "--no-browser", cwd=tmp_path)
    assert second.returncode == 0
    assert second.stdout.splitlines()[1] == "It was open already."
    assert second.stdout.split("/open/")[0] == first.split("/open/")[0]
    running.send_signal(signal.SIGINT)
    assert running.wait(20) == 0
    running.stdout.close()


def test_a_folder_that_is_not_there_is_told(tmp_path):
    done = brochure("desk", "nowhere", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (2, "brochure: there is no folder nowhere\n")


def test_a_port_that_is_none_is_told(tmp_path):
    done = brochure("desk", "--port", "70000", cwd=tmp_path)
    assert done.returncode == 2
    assert "--port takes 1 to 65535" in done.stderr


@pytest.mark.parametrize("name", desk.PARTS[:2])
def test_without_its_libraries_it_says_what_to_install(name, tmp_path):
    (tmp_path / f"{name}.py").write_text(f"raise ModuleNotFoundError('x', name={name!r})")
    from tests.support.commands import ENVIRONMENT, python

    path = {"PYTHONPATH": os.pathsep.join([str(tmp_path), ENVIRONMENT["PYTHONPATH"]])}
    done = python("-m", "brochure", "desk", cwd=tmp_path, env=path)
    assert done.returncode == 2
    assert f"the desk needs {name}, which is not installed" in done.stderr
    assert "-m pip install" in done.stderr
