"""Handouts a second, and memory, of a batch: 40 topics for 30 clinics, 1,200 PDFs.

Run by hand, on an idle machine, from the project's folder:

    python tests/benchmarks/batch.py [--topics 40] [--clinics 30] [--jobs N] [--keep FOLDER]

It prints how many handouts are made a second, the processors' time for one, how long a second
run takes that finds all unchanged, the memory of the workers and of this process after the
first hundred and at the last (Linux), and whether every hundredth PDF opens with its two pages,
is valid as PDF/UA-1 and PDF/A-2a, and whether all stand in the manifest with their hash.
`--validate 1` opens and validates every PDF, which takes a few minutes; `--validate 0` none.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from hashlib import sha256
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

BEGUN = ("brochure.batch.worker", "start", True)
"""How a worker of the command line begins."""
ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from brochure._startup.own_process import begin  # noqa: E402
from brochure.batch import MANIFEST, combinations, run_batch  # noqa: E402
from brochure.batch.jobs import yaml_files  # noqa: E402
from brochure.editions import Options  # noqa: E402
from tests.support.volume import write_volume  # noqa: E402


def resident(pid: int) -> float:
    """Return a process's memory in MB; 0 where the system does not tell."""
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    except OSError:
        return 0.0
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


class Memory:
    """Memory as the run goes: a reading a handout, of the workers and of this process."""

    def __init__(self, pool: ProcessPoolExecutor) -> None:
        self.pool = pool
        self.workers: list[float] = []
        self.parent: list[float] = []

    def note(self, done: object, count: int, total: int) -> None:
        """Take a reading."""
        workers = list(self.pool._processes or ())
        self.workers.append(sum(map(resident, workers)))
        self.parent.append(resident(os.getpid()))

    def report(self, readings: list[float]) -> str:
        """Say the mean of the first hundred after the start, and of the last."""
        first, last = readings[100:200], readings[-100:]
        if not first or not any(last):
            return "not measured"
        before, after = sum(first) / len(first), sum(last) / len(last)
        return f"{before:.1f} MB, then {after:.1f} MB ({100 * (after / before - 1):+.1f} %)"


def check(output: Path, every: int) -> int:
    """Return how many PDFs were validated; stop at one that is not what the manifest says."""
    import pypdfium2

    from tests.standards.test_standards import both

    rows = json.loads((output / MANIFEST).read_text("utf-8"))["handouts"]
    for row in rows:
        data = (output / row["file"]).read_bytes()
        assert sha256(data).hexdigest() == row["sha256"], row["file"]
    sampled = rows[::every] if every else []
    for row in sampled:
        document = pypdfium2.PdfDocument(output / row["file"])
        assert len(document) == row["pages"] == 2, row["file"]
        document.close()
        assert both((output / row["file"]).read_bytes()) == [], row["file"]
    return len(sampled)


def measure(folder: Path, options: argparse.Namespace) -> None:
    """Make all, make all again, and print the figures."""
    handouts, clinics = write_volume(folder, options.topics, options.clinics)
    jobs = combinations(yaml_files(handouts), yaml_files(clinics), [Options()])
    output = folder / "output"
    with ProcessPoolExecutor(options.jobs, get_context("spawn"), begin, BEGUN) as pool:
        memory = Memory(pool)
        begun = time.perf_counter()
        report = run_batch(jobs, output, pool, memory.note)
        seconds = time.perf_counter() - begun
    own = os.times()
    assert report.count("made") == len(jobs), report.done[0]
    print(f"{len(jobs):,} handouts in {seconds:.2f} s: {len(jobs) / seconds:.0f} a second")
    busy = own.children_user + own.children_system
    print(f"processors: workers {1000 * busy / len(jobs):.2f} ms a handout, start included;"
          f" this process {1000 * (own.user + own.system) / len(jobs):.2f} ms")  # fmt: skip
    print(f"memory of the workers: {memory.report(memory.workers)}")
    print(f"memory of this process: {memory.report(memory.parent)}")
    begun = time.perf_counter()
    again = run_batch(jobs, output)
    assert again.count("unchanged") == len(jobs)
    print(f"again, all unchanged: {time.perf_counter() - begun:.2f} s")
    print(f"{check(output, options.validate)} PDFs are valid, the manifest is true")


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--topics", type=int, default=40)
    parser.add_argument("--clinics", type=int, default=30)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument(
        "--validate", type=int, default=100, metavar="N", help="every Nth PDF; 0: none"
    )
    parser.add_argument("--keep", type=Path, help="an empty folder to work in and keep")
    options = parser.parse_args()
    if options.keep:
        return measure(options.keep, options)
    with TemporaryDirectory() as folder:
        return measure(Path(folder), options)


if __name__ == "__main__":
    main()
