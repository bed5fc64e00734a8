"""What is installed: the program, its data and its fonts, and nothing that makes them."""

from __future__ import annotations

import ast
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path

import pytest
from hatchling.builders.sdist import SdistBuilder
from hatchling.builders.wheel import WheelBuilder

from tests.conftest import ROOT

pytestmark = pytest.mark.slow  # builds what is installed

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
ASSETS = {".icc", ".md", ".svg", ".ttf", ".txt"}
"""What the installed assets may be: no code, and nothing compiled."""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    return Path(next(WheelBuilder(str(ROOT)).build(directory=str(folder), versions=["standard"])))


@pytest.fixture(scope="module")
def names(wheel) -> set[str]:
    return {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}


def test_every_module_is_installed(names):
    ours = {p.relative_to(ROOT).as_posix() for p in (ROOT / "brochure").rglob("*.py")}
    assert {name for name in names if name.endswith(".py")} == ours


def test_the_assets_are_data_alone(names):
    assets = {name for name in names if name.startswith("brochure/assets/")}
    assert {Path(name).suffix for name in assets} <= ASSETS
    assert {f"brochure/assets/fonts/{face}.ttf" for face in ("Regular", "Bold", "Italic")} <= assets
    assert {"brochure/assets/icc/sRGB.icc", "brochure/assets/fonts/OFL.txt"} <= assets


def test_nothing_compiled_and_nothing_else_is_installed(names):
    assert {name for name in names if "__pycache__" in name or name.endswith(".pyc")} == set()
    assert {name.split("/")[0] for name in names} == {"brochure"}
    known = ASSETS | {".json", ".jsonl", ".py", ".toml", ".typed", ".yaml", ".z"}  # .z: word lists
    known |= {".css", ".html", ".js"}  # the desk's pages
    assert {name for name in names if Path(name).suffix not in known} == set()


def test_what_is_installed_imports_nothing_that_only_makes_it(names):
    used = {
        (alias.name if isinstance(node, ast.Import) else node.module or "").split(".")[0]
        for name in names
        if name.endswith(".py") and "/assets/" not in name
        for node in ast.walk(ast.parse((ROOT / name).read_text("utf-8")))
        if isinstance(node, (ast.Import, ast.ImportFrom))
        for alias in node.names
    }
    assert not used & {"fontTools", "hatchling", "pytest", "hypothesis"}


def test_the_source_archive_leaves_out_what_was_made(tmp_path):
    path = next(SdistBuilder(str(ROOT)).build(directory=str(tmp_path), versions=["standard"]))
    with tarfile.open(path) as archive:
        within = {Path(name).parts[1:] for name in archive.getnames()}
    assert {".ci", ".venv"} & {parts[0] for parts in within} == set()
    assert {parts[-1] for parts in within if parts[0] == "output"} <= {"output", ".gitkeep"}
    assert {parts for parts in within if {"__pycache__", ".hypothesis"} & set(parts)} == set()
    assert {("make_pdf.py",), ("content.yaml",), ("assets", "make_fonts.py")} <= within


# ----------------------------------------------------------------- which Python

ENTRIES = ("make_pdf.py", "brochure/__main__.py")


@pytest.mark.parametrize("name", ENTRIES)
@pytest.mark.parametrize("version", [(2, 7), (3, 6), (3, 10)])
def test_an_older_python_is_told_which_one_is_needed(name, version, monkeypatch, capsys):
    source = compile((ROOT / name).read_text("utf-8"), name, "exec")
    monkeypatch.setattr(sys, "version_info", (*version, 1, "final", 0))
    with pytest.raises(SystemExit) as stop:
        exec(source, {"__name__": "__main__", "__file__": name})
    least = PROJECT["requires-python"].removeprefix(">=")
    here = ".".join(map(str, version))
    said = f"Brochure needs Python {least} or newer; this is {here}. Install it from python.org.\n"
    assert (stop.value.code, capsys.readouterr().err) == (2, said)


def test_make_pdf_can_be_read_by_any_python():
    tree = ast.parse((ROOT / "make_pdf.py").read_text("ascii"), feature_version=(3, 4))
    newer = (ast.JoinedStr, ast.AnnAssign, ast.NamedExpr, ast.Starred, ast.Await)
    assert [node for node in ast.walk(tree) if isinstance(node, newer)] == []
    futures = [node for node in ast.walk(tree) if getattr(node, "module", "") == "__future__"]
    assert futures == []


def test_one_least_python_is_said_everywhere():
    pyproject = (ROOT / "pyproject.toml").read_text("utf-8")
    least = PROJECT["requires-python"].removeprefix(">=")
    assert f'target-version = "py{least.replace(".", "")}"' in pyproject
    assert f"Programming Language :: Python :: {least}" in PROJECT["classifiers"]
    assert f"You need Python {least} or newer" in (ROOT / "README.md").read_text("utf-8")
    assert f"--python-version {least} " in (ROOT / "CONTRIBUTING.md").read_text("utf-8")


# ----------------------------------------------------------------- what is locked


def locked() -> dict[str, list[str]]:
    """Each requirement of the lock file with its hashes."""
    found: dict[str, list[str]] = {}
    hashes: list[str] = []
    for line in (ROOT / "requirements.lock").read_text("utf-8").splitlines():
        if line and line[0] not in " #":
            hashes = found.setdefault(line.split("==")[0].split("[")[0], [])
        elif "--hash=" in line:
            hashes.append(line.split("--hash=")[1].rstrip(" \\"))
    return found


def test_all_that_is_locked_has_hashes():
    assert {name for name, hashes in locked().items() if not hashes} == set()
    assert all(each.startswith("sha256:") for hashes in locked().values() for each in hashes)


def test_all_that_is_needed_is_locked():
    wanted = [*PROJECT["dependencies"]]
    for extra in PROJECT["optional-dependencies"].values():
        wanted += extra
    names = {each.split("[")[0].split(">")[0].split("=")[0].strip().lower() for each in wanted}
    assert names - {"brochure"} <= set(locked())


def test_the_builder_is_locked_as_it_is_pinned():
    text = (ROOT / "pyproject.toml").read_text("utf-8")
    (builder,) = tomllib.loads(text)["build-system"]["requires"]
    assert builder in PROJECT["optional-dependencies"]["test"]
    assert f"\n{builder} \\\n" in (ROOT / "requirements.lock").read_text("utf-8")
