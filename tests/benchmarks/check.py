"""How long a check takes beside a build: python tests/benchmarks/check.py [CONTENT] [RUNS].

Cold runs are whole processes of the command line, warm ones calls in this process; the two
sides take turns, so a busy machine slows both. Prints the medians and their ratio.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

ROOT = Path(__file__).parents[2]
LIMIT = 1.5


def timed(call: Callable[[], object]) -> float:
    """Return the milliseconds that a call takes."""
    start = perf_counter()
    call()
    return 1000 * (perf_counter() - start)


def compare(one: Callable[[], object], other: Callable[[], object], runs: int) -> list[float]:
    """Return the median milliseconds of both, and the median of their ratios run by run."""
    one(), other()
    pairs = [(timed(one), timed(other)) for _ in range(runs)]
    firsts, seconds = zip(*pairs, strict=True)
    return [median(firsts), median(seconds), median(b / a for a, b in pairs)]


def cold(content: Path, runs: int) -> list[float]:
    """Compare two processes."""
    with TemporaryDirectory() as folder:
        verbs = (["build", "--quiet", "-o", folder], ["check"])
        build, check = ([sys.executable, "-m", "brochure", *verb, str(content)] for verb in verbs)
        cached = {**os.environ, "PYTHONPYCACHEPREFIX": folder, "PYTHONDONTWRITEBYTECODE": ""}
        quiet = {"cwd": ROOT, "env": cached, "capture_output": True, "check": False}
        return compare(
            lambda: subprocess.run(build, **quiet), lambda: subprocess.run(check, **quiet), runs
        )


def warm(content: Path, runs: int) -> list[float]:
    """Compare two calls."""
    sys.path.insert(0, str(ROOT))
    from brochure.checks.report import as_text
    from brochure.commands.check_file import check
    from brochure.recipe import build

    return compare(
        lambda: build(content), lambda: as_text([check(content, "2026-11-22")]), 5 * runs
    )


def main() -> int:
    """Print both comparisons; return 1 if a check takes too long."""
    content = Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "content.yaml").resolve()
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 20
    worst = 0.0
    for name, (build, check, ratio) in (
        ("cold", cold(content, runs)),
        ("warm", warm(content, runs)),
    ):
        print(f"{name}: build {build:.1f} ms, check {check:.1f} ms, ratio {ratio:.2f}")
        worst = max(worst, ratio)
    return int(worst > LIMIT)


if __name__ == "__main__":
    sys.exit(main())
