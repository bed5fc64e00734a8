"""What tagging adds to a handout in a warm process.

Run by hand:  python tests/benchmarks/tagging.py [ROUNDS]

The same handout is built with its structure tree and without one (no marked content, no tree);
what is printed is CPU time of the whole build, and the share that tagging takes of it.
"""

from __future__ import annotations

import statistics
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from brochure.pdf import content_stream  # noqa: E402
from brochure.recipe import build  # noqa: E402


class NoTree(content_stream.StructureTree):
    """A structure tree that marks nothing and writes nothing."""

    def begin(self, element, order):
        return b""

    def write(self, document, pages, language):
        return document.add(b"<< >>")


def once(tree) -> float:
    content_stream.StructureTree = tree
    start = time.process_time()
    build(ROOT / "content.yaml")
    return 1000 * (time.process_time() - start)


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    tagged = content_stream.StructureTree
    for _ in range(5):
        once(tagged), once(NoTree)
    pairs = [(once(tagged), once(NoTree)) for _ in range(rounds)]
    full = statistics.median(a for a, _ in pairs)
    bare = statistics.median(b for _, b in pairs)
    print(f"tagged {full:.2f} ms, untagged {bare:.2f} ms: tagging takes {1 - bare / full:.1%}")


if __name__ == "__main__":
    main()
