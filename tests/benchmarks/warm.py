"""Builds handouts in a warm process, for their instructions to be counted: exact on a busy machine.

    valgrind --tool=callgrind python tests/benchmarks/warm.py new 6
    valgrind --tool=callgrind python tests/benchmarks/warm.py new 0

What the two differ in, by six, is one build of a text in words never seen; "seen" are the
sample's words in another order. With `choice` behind the number it is the choice of size and
arrangement alone: preparing, measuring and fitting a text that was read. After a change of the
code run it once without counting: what compiles modules anew is no build.
"""

from __future__ import annotations

import gc
import sys
import tempfile
from functools import partial
from pathlib import Path

from scripts import ROOT, as_yaml, new_words, shuffled

from brochure.copyfit.fit import fit
from brochure.editions import Options
from brochure.model import Handout
from brochure.recipe import build, prepare
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
        if "choice" in sys.argv[3:]:
            steps = [partial(_choose, read(file)[0]) for file in files]
        else:
            steps = [partial(build, file) for file in files]
        for step in steps[:BEFORE]:
            step()
        gc.disable()
        for step in steps[BEFORE : BEFORE + count]:
            step()
    print(f"{count} made in {kind} words")


def _choose(text: Handout) -> None:
    """Choose size and arrangement for a text that was read."""
    fit(prepare(text, Options()).task())


if __name__ == "__main__":
    main()
