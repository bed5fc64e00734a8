"""How long a handout takes beside programs that only draw the same words.

Run by hand:  pip install -e ".[bench]"
              python tests/benchmarks/speed.py [ROUNDS] [CONTENT]

The others do a part of the work. The bare ReportLab canvas has every string, size and position
as a literal; platypus, WeasyPrint, fpdf2 and Typst break the lines of one given size. None
reads YAML, checks, fits or (Typst apart) tags. All take turns, as whole processes and warm in
one process; what is printed is CPU time (user and system, of all threads) and the median of
the ratios, ours to theirs, round by round.
"""

from __future__ import annotations

import gc
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from scripts import ROOT, as_yaml, new_words, shuffled, write_scripts

from brochure.recipe import build
from brochure.sources import read

PEERS = {
    "bare canvas": ("reportlab", "bare.main"),
    "platypus": ("reportlab", "with_platypus.main"),
    "Typst": ("typst", "with_typst.main"),
    "Typst, 8 sizes": ("typst", "with_typst.eight"),
    "fpdf2": ("fpdf", "with_fpdf2.main"),
    "WeasyPrint": ("weasyprint", "with_weasyprint.main"),
}
"""The package that a program needs, and its function that draws to a path."""

Run = Callable[[], object]
OURS = "Brochure"
MIXED, NEW = ", seen words", ", new words"
TEXTS = {MIXED: shuffled, NEW: new_words}
"""A program that meets a text again may remember it, so ours and Typst are given others, too: the
sample's words in another order, as in a batch, and words never seen, as when a desk opens a
handout for the first time. A goal for a warm handout names one of these rows."""


def usable(package: str) -> bool:
    """Whether a package can be imported; WeasyPrint needs a library of the system, too."""
    check = [sys.executable, "-c", f"import {package}"]
    return subprocess.run(check, check=False, stderr=subprocess.DEVNULL).returncode == 0


def process(command: list[str]) -> float:
    """Milliseconds of CPU that a command takes as a whole process."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    environment = {**os.environ, "PYTHONHASHSEED": "0"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # as users have it: compiled once
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=environment)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return 1000 * (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def call(run: Run) -> float:
    """Milliseconds of CPU of one call."""
    start = time.process_time()
    run()
    return 1000 * (time.process_time() - start)


def race(measure: Callable[[Run], float], runs: dict[str, Run], rounds: int) -> None:
    """Print a row for each program; a name after a comma is a race of its own, ours first."""
    for run in runs.values():
        measure(run)
    gc.collect()
    gc.freeze()  # what one program keeps is no burden on the next
    times = [{name: measure(run) for name, run in runs.items()} for _ in range(rounds)]
    for name in runs:
        middle = statistics.median(each[name] for each in times)
        row = f"  {name:28}{middle:8.1f} ms"
        ours = OURS + next((other for other in TEXTS if other in name), "")
        if name != ours:
            ratios = [each[ours] / each[name] for each in times]
            row += f"{statistics.median(ratios):8.3f} ({min(ratios):.2f} to {max(ratios):.2f})"
        print(row)


def processes(content: Path, folder: Path, peers: dict[str, str]) -> dict[str, Run]:
    """Each program as a whole process."""
    plain = content == ROOT / "content.yaml"
    ours = [] if plain else [str(content), "-o", str(folder)]
    commands = {OURS: [sys.executable, str(ROOT / "make_pdf.py"), *ours]}
    for name, where in peers.items():
        module, function = where.split(".")
        paths = [str(folder), str(ROOT / "tests/benchmarks/peers")]
        code = (
            f"import sys; sys.path[:0] = {paths!r}; import {module}; "
            f"{module}.{function}({str(folder / (name + '.pdf'))!r})"
        )
        commands[name] = [sys.executable, "-c", code]
    return {name: lambda c=command: process(c) for name, command in commands.items()}


def warm_runs(content: Path, folder: Path, peers: dict[str, str], rounds: int) -> dict[str, Run]:
    """Each program's drawing in this process, its fonts registered once."""
    handout, _ = read(content)
    texts = {
        kind: [make(handout, number) for number in range(rounds + 1)]
        for kind, make in TEXTS.items()
    }
    runs: dict[str, Run] = {OURS: lambda: build(content)}
    for kind, others in texts.items():
        files = [folder / f"other{kind.split()[1]}{number}.yaml" for number in range(len(others))]
        for file, text in zip(files, others, strict=True):
            file.write_text(as_yaml(handout, text), "utf-8")
        left = iter(files)
        runs[OURS + kind] = lambda left=left: build(next(left))
    for name, where in peers.items():
        module = import_module(where.partition(".")[0])
        if hasattr(module, "fonts"):
            module.fonts()
        draw = getattr(module, "eight" if where.endswith("eight") else "draw")
        target = str(folder / f"{name}.pdf")
        runs[name] = lambda d=draw, t=target: d(t)
        if name.startswith("Typst"):
            for kind, others in texts.items():
                mixed = iter(others)
                runs[name + kind] = lambda d=draw, t=target, m=mixed: d(t, blocks=next(m))
    return runs


def files(content: Path, folder: Path, peers: dict[str, str]) -> None:
    """Print the size and the pages of each program's file."""
    from pypdfium2 import PdfDocument

    (folder / f"{OURS}.pdf").write_bytes(build(content).pdf)
    for name in (OURS, *peers):
        path = folder / f"{name}.pdf"
        print(f"  {name:28}{path.stat().st_size / 1000:8.1f} kB{len(PdfDocument(path)):4} pages")


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    content = Path(sys.argv[2]).resolve() if len(sys.argv) > 2 else ROOT / "content.yaml"
    here = {needs for needs, _ in PEERS.values() if usable(needs)}
    peers = {name: where for name, (needs, where) in PEERS.items() if needs in here}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_scripts(content, folder)
        print("whole process: CPU time, and ours as a share of it")
        race(lambda run: run(), processes(content, folder, peers), rounds)
        sys.path[:0] = [name, str(ROOT / "tests/benchmarks/peers")]
        print("warm, a handout:")
        race(call, warm_runs(content, folder, peers, 4 * rounds), 4 * rounds)
        print("file:")
        files(content, folder, peers)
    absent = sorted({needs for needs, _ in PEERS.values()} - here)
    if absent:
        print("not installed, so not compared:", ", ".join(absent))


if __name__ == "__main__":
    main()
