"""The benchmarks run, and say what they measure; how long anything takes is not judged here."""

from __future__ import annotations

import pytest

from tests.conftest import ROOT
from tests.support.commands import python

pytestmark = pytest.mark.slow

pytest.importorskip("pypdfium2")

SMALL = ("--topics", "2", "--clinics", "3", "--jobs", "2", "--validate")
SPEED = ("whole process", "bare canvas", "platypus", "seen words", "new words", "2 pages")
BATCH = ("6 handouts in", "again, all unchanged", "the manifest is true")
RUNS = [
    ("speed.py", ("1",), SPEED),
    ("batch.py", (*SMALL, "3"), (*BATCH, "2 PDFs are valid")),
    ("batch.py", (*SMALL, "0"), (*BATCH, "0 PDFs are valid")),
    ("warm.py", ("new", "1"), ("1 made in new words",)),
    ("tagging.py", ("2",), ("tag",)),
    ("planted.py", (), ("misspelled word", "all")),
    ("carriers.py", (), ("set 1: ", "set 3: ")),
    ("judged.py", (), ("right", "wrong 0.0%")),
    ("languages.py", ("1", "hi", "zh-Hans"), ("poppler/pdfium/pypdf", "hi", "zh-Hans")),
    ("lengths.py", ("--quick",), ("words, trifold", "2 headings at the side")),
    ("check.py", ("content.yaml", "1"), ("cold: build", "warm: build")),
]


@pytest.mark.parametrize(("name", "arguments", "words"), RUNS)
def test_a_benchmark_runs(name, arguments, words):
    done = python(ROOT / "tests/benchmarks" / name, *arguments, cwd=ROOT)
    assert done.returncode in ((0, 1) if name == "check.py" else (0,)), done.stderr
    assert done.stderr == ""
    for word in words:
        assert word in done.stdout
