"""The benchmarks run, and say what they measure; how long anything takes is not judged here."""

from __future__ import annotations

import pytest

from tests.conftest import ROOT
from tests.support.commands import python

pytestmark = pytest.mark.slow

pytest.importorskip("pypdfium2")

RUNS = {
    "speed.py": (("1",), ("whole process", "bare canvas", "platypus", "another text", "2 pages")),
    "batch.py": (
        ("--topics", "2", "--clinics", "3", "--jobs", "2", "--validate", "3"),
        ("6 handouts in", "again, all unchanged", "2 PDFs are valid, the manifest is true"),
    ),
    "tagging.py": (("2",), ("tag",)),
    "check.py": (("content.yaml", "1"), ("cold: build", "warm: build")),
}


@pytest.mark.parametrize("name", RUNS)
def test_a_benchmark_runs(name):
    arguments, words = RUNS[name]
    done = python(ROOT / "tests/benchmarks" / name, *arguments, cwd=ROOT)
    assert done.returncode in ((0, 1) if name == "check.py" else (0,)), done.stderr
    assert done.stderr == ""
    for word in words:
        assert word in done.stdout
