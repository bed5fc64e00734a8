"""Hostile inputs through the real command: each is refused in words, or printed as typed."""

from __future__ import annotations

import os
import subprocess
import sys
import time

import pytest

from brochure.cli import main
from tests.support import hostile, pdf
from tests.support.commands import ENVIRONMENT

CASES = {case.name: case for case in hostile.cases()}
SECONDS, MEBIBYTES = 2.0, 300
MAXRSS_UNITS = 1024**2 if sys.platform == "darwin" else 1024  # in a mebibyte
HEAVY = (
    "five-megabytes",
    "10000-bullets",
    "one-word-of-90000",
    "brackets-50000",
    "alias-bomb",
    "deep-flow-open",
    "logo-bomb-50000-wide.png",
    "logo-bomb-rows.png",
    "logo-entities.svg",
    "logo-million-points.svg",
)


def laid(case: hostile.Case, folder) -> list[str]:
    """The command for a case, its files laid out; an older PDF stands where its own would."""
    if case.prepare:
        try:
            case.prepare(folder)
        except (AttributeError, OSError):
            pytest.skip("this system has no pipes or links of that kind")
    (folder / "hostile.yaml").write_bytes(case.data)
    out = folder / "out"
    out.mkdir()
    (out / "old.pdf").write_bytes(b"an older PDF")
    return ["build", str(folder / "hostile.yaml"), "-o", str(out / "old.pdf")]


def squeezed(text: str) -> str:
    return "".join(text.split())


def judge(case: hostile.Case, code: int, said: str, folder) -> None:
    """Fail unless the case came out as it should."""
    assert "Traceback" not in said
    assert "fault in the program" not in said
    data = (folder / "out" / "old.pdf").read_bytes()
    assert [file.name for file in (folder / "out").iterdir()] == ["old.pdf"]
    if not case.printed:
        assert code == case.code, said
        assert case.said in said
        assert not case.line or f"hostile.yaml:{case.line}:" in said
        assert data == b"an older PDF"
        return
    assert code == 0, said
    read = "".join(node.text for node in pdf.structure(data).walk())
    assert squeezed(case.printed) in squeezed(read)


def test_there_are_200_of_them():
    assert len(CASES) == len(hostile.cases()) >= 200


@pytest.mark.parametrize("name", CASES)
def test_it_is_refused_in_words_or_printed_as_typed(name, tmp_path, capsys):
    case = CASES[name]
    command = laid(case, tmp_path)
    start = time.process_time()
    code = main(command)
    spent = time.process_time() - start
    judge(case, code, capsys.readouterr().err, tmp_path)
    assert spent < SECONDS


MEASURED = """\
import os, sys
child = os.spawnv(os.P_NOWAIT, sys.executable, [sys.executable, *sys.argv[1:]])
_, status, usage = os.wait4(child, 0)
seconds = usage.ru_utime + usage.ru_stime
print(end=f"\\0{os.waitstatus_to_exitcode(status)} {seconds} {usage.ru_maxrss}")
"""
"""Runs Python from a small process: a child's memory begins with that of who starts it."""


@pytest.mark.skipif(not hasattr(os, "wait4"), reason="only Unix tells a child's memory")
@pytest.mark.parametrize("name", HEAVY)
def test_a_heavy_one_ends_within_2_seconds_and_300_mebibytes(name, tmp_path):
    command = [sys.executable, "-c", MEASURED, "-m", "brochure", *laid(CASES[name], tmp_path)]
    done = subprocess.run(command, env=ENVIRONMENT, cwd=tmp_path, capture_output=True, check=False)
    said = done.stderr.decode()
    code, seconds, memory = (float(part) for part in done.stdout.decode().split("\0")[-1].split())
    judge(CASES[name], int(code), said, tmp_path)
    assert seconds < SECONDS
    assert memory / MAXRSS_UNITS < MEBIBYTES
