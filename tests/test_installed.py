"""The wheel does the whole job in an empty folder: nothing of the checkout is at hand."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
import tomllib
import zipfile
from email import message_from_bytes
from pathlib import Path

import pytest
import yaml
from hatchling.builders.wheel import WheelBuilder

from brochure import __version__
from tests.conftest import ROOT
from tests.support import commands
from tests.support.commands import begin, python
from tests.support.documents import styled

CLINIC = "name: Harbor Clinic\nphone: (310) 555-0134\n"


@pytest.fixture(scope="module")
def installed(tmp_path_factory) -> Path:
    """A folder that holds what the wheel brings."""
    folder = tmp_path_factory.mktemp("installed")
    wheel = next(WheelBuilder(str(ROOT)).build(directory=str(folder), versions=["standard"]))
    zipfile.ZipFile(wheel).extractall(folder / "site")
    return folder / "site"


@pytest.fixture
def place(installed, tmp_path, monkeypatch):
    """An empty folder, in which the installed program is the one that is run."""
    for name in ("XDG_STATE_HOME", "LOCALAPPDATA", "HOME"):
        monkeypatch.setitem(commands.ENVIRONMENT, name, str(tmp_path / "state"))
    monkeypatch.setitem(commands.ENVIRONMENT, "PYTHONPATH", str(installed))
    work = tmp_path / "work"
    work.mkdir()
    return work


def run(place: Path, *arguments: str) -> str:
    """Run a command that must succeed."""
    done = python("-m", "brochure", *arguments, cwd=place)
    assert done.returncode == 0, done.stderr
    return str(done.stdout)


pytestmark = pytest.mark.slow


def test_it_is_the_installed_program_that_runs(place, installed):
    done = python("-c", "import brochure; print(brochure.__file__)", cwd=place)
    assert Path(done.stdout.strip()).is_relative_to(installed)
    assert run(place, "--version") == f"brochure {__version__}\n"


def test_the_whole_job(place):
    (place / "clinic.yaml").write_text(CLINIC, "utf-8")
    (place / "cast.docx").write_bytes(styled())
    run(place, "new", "Back pain")
    run(place, "new", "--from", "cast.docx")
    run(place, "build", "back-pain.yaml", "--format", "all")
    for verb in ("build", "web", "email", "preview"):
        run(place, verb, "care-after-a-cast.yaml")
    made = {path.name for path in (place / "output").iterdir()}
    assert {f"care-after-a-cast.{end}" for end in ("pdf", "html", "eml")} <= made
    assert {"back-pain.pdf", "back-pain-large-print.pdf", "back-pain-trifold.pdf"} <= made
    assert "Brochure" not in (place / "care-after-a-cast.yaml").read_text("utf-8").split("\n")[0]
    schema = run(place, "schema", "--of", "clinic")
    assert '"$id": "urn:brochure:schema:clinic"' in schema


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX sends Ctrl-C so")
def test_the_desk_opens(place):
    run(place, "new", "Back pain")
    running = begin("desk", "--port", "0", "--no-browser", cwd=place)
    first = running.stdout.readline()
    running.send_signal(signal.SIGINT)
    assert running.wait(20) == 0
    running.stdout.close()
    assert re.match(r"Brochure desk: http://127\.0\.0\.1:\d+/open/", first)


# -------------------------------------------------------------- what it says of itself


def test_one_version_is_said_everywhere(installed):
    (folder,) = installed.glob("*.dist-info")
    head = message_from_bytes((folder / "METADATA").read_bytes())
    assert head["Version"] == __version__
    assert f"## {__version__}" in (ROOT / "CHANGELOG.md").read_text("utf-8")


def test_the_wheel_holds_no_tests_scripts_or_papers(installed):
    names = {path.relative_to(installed).as_posix() for path in installed.rglob("*")}
    others = re.compile(r"(^|/)(tests?|docs|conftest|assets/\w+\.py)")
    found = [name for name in names if others.search(name)]
    assert found == []


def test_the_console_command_is_the_module(installed):
    (folder,) = installed.glob("*.dist-info")
    assert (folder / "entry_points.txt").read_text("utf-8").split("\n")[1] == (
        "brochure = brochure.__main__:command"
    )


CI = yaml.safe_load((ROOT / ".github" / "workflows" / "ci.yml").read_text("utf-8"))


def test_a_public_host_would_run_the_tests_on_three_systems():
    jobs = CI["jobs"]
    systems = jobs["test"]["strategy"]["matrix"]["os"]
    assert {name.split("-")[0] for name in systems} == {"ubuntu", "macos", "windows"}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    said = {line.rpartition(" ")[2] for line in project["classifiers"] if ":: 3." in line}
    versions = set(jobs["test"]["strategy"]["matrix"]["python"])
    assert project["requires-python"].removeprefix(">=") in versions
    assert versions <= said
    assert max(said, key=lambda each: int(each.split(".")[1])) in versions
    commands = [step.get("run", "") for job in jobs.values() for step in job["steps"]]
    assert any("--require-hashes -r requirements.lock" in each for each in commands)
    assert any("sphinx -W docs" in each for each in commands)


@pytest.mark.skipif(sys.platform == "win32", reason="bash is another system's there")
@pytest.mark.parametrize("scripts", ["bin", "Scripts"])
def test_a_public_host_tries_the_wheel_on_each_system(tmp_path, scripts):
    """The host stops a step at the first failure, one within a pipe, too."""
    (step,) = [each["run"] for each in CI["jobs"]["package"]["steps"] if "shell" in each]
    (tmp_path / "checkout").mkdir()
    fresh = tmp_path / "fresh" / scripts
    fresh.mkdir(parents=True)
    for name in ("python", "brochure"):
        (fresh / name).write_text(f'#!/bin/sh\necho "{name} $1" >> "{tmp_path}/log"\n', "utf-8")
        (fresh / name).chmod(0o755)
    lines = "python() { :; }\n" + step
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", lines]
    done = subprocess.run(command, cwd=tmp_path / "checkout", capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    said = (tmp_path / "log").read_text("utf-8").splitlines()
    assert said == ["python -m", "brochure new", "brochure build", "brochure web"]
