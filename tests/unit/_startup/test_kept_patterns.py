"""Patterns that one run keeps for the next: the same as `re` compiles, or compiled anew."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from brochure import build
from brochure._startup import kept_patterns
from brochure._startup.lazy_imports import ALONE
from brochure.checks import RULES
from brochure.checks.english import agreement, confusions
from brochure.checks.patterns import pattern
from brochure.remember import forget

ROOT = Path(__file__).parents[3]
TEXT = "Call Dr. Lee, not 911; the tablets is (or was) 2.0 mg q.i.d., 5–4 weeks. ¿Qué? Über-Maß\n"


@pytest.fixture
def alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Let the process be ours alone, with nothing kept yet."""
    monkeypatch.setattr(kept_patterns, "ALONE", [True])
    monkeypatch.setattr(kept_patterns, "_kept", None)
    monkeypatch.setattr(kept_patterns, "_new", set())
    monkeypatch.setattr(kept_patterns, "_known", {})
    monkeypatch.setattr(kept_patterns, "_place", lambda: str(tmp_path / "patterns.kept"))
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    monkeypatch.setattr("atexit.register", lambda _: None)
    return tmp_path / "patterns.kept"


def sources() -> list[tuple[str, int]]:
    """Return each pattern of the rules."""
    modules = {sys.modules[rule.check.__module__] for rule in RULES}
    made = [thing for module in modules for thing in vars(module).values()]
    found = [(p._source, int(p._flags)) for p in made if type(p) is type(pattern(""))]
    flags = re.IGNORECASE | re.MULTILINE
    rows = [row.pattern for row in (*agreement.ROWS, *confusions.rows())]
    return [*found, *((row, int(flags)) for row in rows)]


def again(monkeypatch: pytest.MonkeyPatch) -> None:
    """Begin anew, as the next process does."""
    monkeypatch.setattr(kept_patterns, "_kept", None)
    monkeypatch.setattr(kept_patterns, "_new", set())
    monkeypatch.setattr(kept_patterns, "_known", {})


def test_each_pattern_of_the_rules_is_kept_whole(alone, monkeypatch):
    every = sources()
    assert len(every) > 150
    for source, flags in every:
        kept_patterns.compiled(source, flags)
    kept_patterns._write()
    assert [path.name for path in alone.parent.iterdir()] == [alone.name]
    again(monkeypatch)
    monkeypatch.setattr(re, "compile", None)
    made = [kept_patterns.compiled(source, flags) for source, flags in every]
    monkeypatch.undo()
    for (source, flags), kept in zip(every, made, strict=True):
        fresh = re.compile(source, flags)
        assert (kept.pattern, kept.flags, kept.groups) == (source, fresh.flags, fresh.groups)
        assert kept.groupindex == fresh.groupindex
        spans = [[m.span() for m in each.finditer(TEXT)] for each in (kept, fresh)]
        assert spans[0] == spans[1]


def broken(data: bytes) -> bytes:
    return data[: len(data) // 2]


def of_another_python(data: bytes) -> bytes:
    from marshal import dumps, loads

    version, held = loads(data)
    return dumps(((version[0], version[1] + 1, *version[2:]), held))


def of_no_sense(data: bytes) -> bytes:
    from marshal import dumps, loads

    version, held = loads(data)
    rows = {key: loads(row) for key, row in held.items()}
    wrong = {key: dumps((row[0], b"\xff" * 8, *row[2:])) for key, row in rows.items()}
    return dumps((version, wrong))


def of_halves(data: bytes) -> bytes:
    from marshal import dumps, loads

    version, held = loads(data)
    return dumps((version, {key: row[: len(row) // 2] for key, row in held.items()}))


@pytest.mark.parametrize(
    "spoil", [broken, of_another_python, of_no_sense, of_halves, lambda _: b"", bytes.upper]
)
def test_a_spoilt_file_is_as_good_as_none(alone, monkeypatch, spoil):
    kept_patterns.compiled("(?P<name>abc)+", re.IGNORECASE)
    kept_patterns._write()
    alone.write_bytes(spoil(alone.read_bytes()))
    again(monkeypatch)
    found = kept_patterns.compiled("(?P<name>abc)+", re.IGNORECASE).search("xABC")
    assert found
    assert found["name"] == "ABC"
    assert kept_patterns._new


def test_a_folder_that_cannot_be_written_to_is_left_alone(alone, monkeypatch):
    monkeypatch.setattr(kept_patterns, "_place", lambda: str(alone.parent / "none" / "kept"))
    assert kept_patterns.compiled("a+").fullmatch("aa")
    kept_patterns._write()
    assert not list(alone.parent.iterdir())


def test_in_a_process_of_others_nothing_is_read_or_kept(monkeypatch):
    assert not ALONE
    monkeypatch.setattr(kept_patterns, "_read", None)
    assert kept_patterns.compiled("b+").fullmatch("bb")
    assert not kept_patterns._new


def test_no_words_of_a_handout_are_kept(alone):
    own = "site.of-our-own.example"
    forget()
    text = f"See {own} or call 310-555-0142 ext. 7, then 911, about {{phone}} and **this**."
    clinic = {"name": "Ours", "phone": "310-555-0142 ext. 7", "website": own}
    sections = [{"heading": "H", "text": f"{text} {n}."} for n in range(8)]
    assert build({"title": "T", "clinic": clinic, "sections": sections}).pdf
    assert not [source for source, _ in kept_patterns._new if "own" in source or "0142" in source]
    assert len(kept_patterns._new) > 5


@pytest.mark.slow
@pytest.mark.parametrize(
    ("switch", "kept"),
    [({}, 1), ({"BROCHURE_PLAIN_IMPORTS": "1"}, 0), ({"PYTHONDONTWRITEBYTECODE": "1"}, 0)],
)
def test_a_check_keeps_its_patterns_and_says_the_same_with_them(tmp_path, switch, kept):
    env = {"PATH": "", "PYTHONPYCACHEPREFIX": str(tmp_path), **switch}
    command = [sys.executable, "-m", "brochure", "check", "content.yaml"]
    said = [
        subprocess.run(command, env=env, cwd=ROOT, capture_output=True, check=False).stdout
        for _ in range(2)
    ]
    assert said[0] == said[1] != b""
    assert len(list(tmp_path.rglob("kept_patterns*.kept"))) == kept
