"""Builds handouts in a warm process, for their instructions to be counted: exact on a busy machine.

    valgrind --tool=callgrind python tests/benchmarks/warm.py new 6
    valgrind --tool=callgrind python tests/benchmarks/warm.py new 0

What the two differ in, by six, is one build of a text in words never seen; "seen" are the
sample's words in another order.
"""

from __future__ import annotations

import gc
import sys
import tempfile
from pathlib import Path

from scripts import ROOT, as_yaml, new_words, shuffled

from brochure.recipe import build
from brochure.sources import read

KINDS = {"seen": shuffled, "new": new_words}
BEFORE, MOST = 12, 12
"""Texts that are built first, so that classes are compiled and caches are in their stride, and how
many may be asked for; all are written in any case, so that two runs differ in builds alone."""


def main() -> None:
    """Build as many texts of a kind as are asked for, after those before them."""
    kind, count = sys.argv[1], min(int(sys.argv[2]), MOST)
    handout, _ = read(ROOT / "content.yaml")
    with tempfile.TemporaryDirectory() as name:
        files = [Path(name) / f"{number}.yaml" for number in range(BEFORE + MOST)]
        for number, file in enumerate(files):
            file.write_text(as_yaml(handout, KINDS[kind](handout, number)), "utf-8")
        for file in files[:BEFORE]:
            build(file)
        gc.disable()
        for file in files[BEFORE : BEFORE + count]:
            build(file)
    print(f"{count} built in {kind} words")


if __name__ == "__main__":
    main()
