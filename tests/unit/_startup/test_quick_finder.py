"""Our finder gives the very modules that Python's own gives, and leaves the rest to it."""

from __future__ import annotations

import os
import sys
from importlib.machinery import PathFinder
from importlib.util import cache_from_source, module_from_spec
from pathlib import Path

import pytest

import brochure
import brochure.model
from brochure._startup.quick_finder import PACKAGES, QuickFinder, begin


def made(folder: Path, name: str = "brochure.one"):
    """The module of a name in a folder; None if Python is to look for it."""
    spec = QuickFinder.find_spec(name, [str(folder)])
    if spec is None:
        return None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def source(tmp_path, monkeypatch):
    """A module that was imported once, so that its compiled form is there."""
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    path = tmp_path / "one.py"
    path.write_text("value = 1\n")
    os.utime(path, (1000, 1000))
    assert made(tmp_path).value == 1
    return path


MODULES = pytest.mark.parametrize(
    ("name", "folder"),
    [
        ("brochure.model.problems", Path(brochure.model.__file__).parent),
        ("brochure.model", Path(brochure.__file__).parent),
    ],
    ids=["module", "package"],
)


@MODULES
def test_a_module_is_what_python_makes_of_it(name, folder):
    ours, theirs = (
        QuickFinder.find_spec(name, [str(folder)]),
        PathFinder.find_spec(name, [str(folder)]),
    )
    for part in ("name", "origin", "cached", "has_location", "submodule_search_locations"):
        assert getattr(ours, part) == getattr(theirs, part), part
    assert ours.loader.get_code(name) == theirs.loader.get_code(name)
    assert ours.loader.get_source(name) == theirs.loader.get_source(name)


@MODULES
def test_a_module_has_the_names_that_python_gives_it(name, folder):
    ours, theirs = (
        module_from_spec(finder.find_spec(name, [str(folder)]))
        for finder in (QuickFinder, PathFinder)
    )
    assert set(vars(ours)) == set(vars(theirs))
    assert getattr(ours, "__path__", None) == getattr(theirs, "__path__", None)
    for part in ("__name__", "__file__", "__cached__", "__package__", "__doc__"):
        assert getattr(ours, part) == getattr(theirs, part), part


def test_the_compiled_form_is_taken_and_not_made_again(source, monkeypatch):
    before = Path(cache_from_source(source)).read_bytes()
    monkeypatch.setattr("builtins.compile", None)
    assert made(source.parent).value == 1
    assert Path(cache_from_source(source)).read_bytes() == before


@pytest.mark.parametrize(
    ("text", "time"), [("value = 2\n", 2000), ("value = 12\n", 1000)], ids=["time", "size"]
)
def test_a_source_that_was_changed_is_compiled_anew(source, text, time):
    source.write_text(text)
    os.utime(source, (time, time))
    assert made(source.parent).value == int(text.split()[-1])


@pytest.mark.parametrize("data", [b"", b"\0" * 40, None], ids=["empty", "other", "none"])
def test_a_compiled_form_that_is_none_is_made_anew(source, data):
    compiled = Path(cache_from_source(source))
    compiled.unlink() if data is None else compiled.write_bytes(data)
    assert made(source.parent).value == 1
    assert len(compiled.read_bytes()) > 40


def test_a_compiled_form_by_hash_is_left_to_python(source):
    import py_compile

    mode = py_compile.PycInvalidationMode.CHECKED_HASH
    py_compile.compile(str(source), invalidation_mode=mode)
    source.write_text("value = 3\n")
    assert made(source.parent).value == 3


def test_a_package_is_found_with_its_modules(tmp_path):
    (tmp_path / "two").mkdir()
    (tmp_path / "two/__init__.py").write_text("value = 4\n")
    package = made(tmp_path, "brochure.two")
    assert (package.value, package.__path__) == (4, [str(tmp_path / "two")])


def test_extensions_folders_and_other_names_are_left_to_python(tmp_path):
    (tmp_path / "two").mkdir()
    (tmp_path / "json.py").touch()
    assert made(tmp_path, "brochure.two") is None
    assert made(tmp_path, "brochure.none") is None
    assert made(tmp_path, "other.json") is None
    assert QuickFinder.find_spec("brochure", None) is None


def test_no_extension_stands_beside_a_source_of_its_name():
    import reportlab
    import yaml

    for package in (brochure, reportlab, yaml):
        assert f"{package.__name__}." in PACKAGES
        root = Path(package.__path__[0])
        stems = {path.with_suffix("") for path in root.rglob("*.py")}
        both = {path for kind in ("*.so", "*.pyd") for path in root.rglob(kind)}
        assert not {path.with_name(path.name.split(".")[0]) for path in both} & stems
        assert not {stem for stem in stems if (stem / "__init__.py").exists()}


@pytest.mark.parametrize(
    ("where", "name", "value"),
    [("pycache_prefix", None, "/elsewhere"), ("flags", "optimize", 2)],
)
def test_it_keeps_out_where_compiled_forms_lie_elsewhere(monkeypatch, where, name, value):
    kept = type("Flags", (), {name: value}) if name else value
    monkeypatch.setattr(sys, where, kept)
    monkeypatch.setattr(sys, "meta_path", [])
    begin()
    assert sys.meta_path == []


def test_it_begins_once(monkeypatch):
    monkeypatch.setattr(sys, "meta_path", [])
    begin()
    begin()
    assert sys.meta_path == [QuickFinder]
