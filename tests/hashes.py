"""Prints a hash of every edition of every handout of the tests, to compare two states of the code.

    python tests/hashes.py > before.txt
    python tests/hashes.py | diff before.txt -

A refusal is hashed by its words. Files named on the command line are built in place of the tests'.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from hashlib import sha256
from itertools import product
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from brochure import Options, build  # noqa: E402
from brochure.copyfit.formats import FORMATS, MODES, PAPERS, PUNCHES  # noqa: E402


def made(path: Path, options: Options) -> bytes:
    """Return the PDF, or the words of its refusal."""
    try:
        return build(path, options).pdf
    except Exception as error:  # whatever it says is compared
        problems = getattr(error, "problems", [error])
        return "\n".join(map(str, problems)).replace(str(ROOT), "").encode()


def hashes(files: list[Path]) -> Iterator[str]:
    """Yield a line for each edition of each file."""
    for path, *row in product(files, FORMATS, PAPERS, MODES, PUNCHES):
        yield f"{sha256(made(path, Options(*row))).hexdigest()[:16]}  {path.stem} {' '.join(row)}"


def main() -> None:
    """Print the hashes, and one of them all."""
    named = [Path(name) for name in sys.argv[1:]]
    files = named or [ROOT / "content.yaml", *sorted((ROOT / "tests/handouts").glob("*.yaml"))]
    lines = list(hashes(files))
    print("\n".join(lines))
    print(sha256("\n".join(lines).encode()).hexdigest()[:16], "all")


if __name__ == "__main__":
    main()
