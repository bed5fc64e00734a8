"""Faults planted in whole handouts by a writer who had not seen the rules.

    python tests/benchmarks/carriers.py [-v]

Each of the sets in `carriers/` has five to eight sound handouts and sixty faults, a line of
`plants.tsv` each: name, handout, kind, language, what to find, what to put there, and what an
editor would say. A fault is found if `check` says something new of its own lines. At first sight
37, 40 and 37 of 60 were found of the first three, 54, 55, 55 and 54 of the others, which have three
faults of each of twenty kinds; of those 53, 53, 55 and 52 were told by a rule of their own kind.
Since then the kinds that were missed have got rules, so what this prints is no measure of new
texts. Prints the share of each set, with -v what is missed, too;
returns 1 if a set has fewer than it had.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parents[2]))

from brochure.cli import main as command

SETS = Path(__file__).parent / "carriers"
HELD = {"1": 51, "2": 53, "3": 49, "4": 59, "5": 59, "6": 59, "7": 58}
"""How many of each set are found."""
Told = tuple[int, str, str]
"""What `check` says: the line, the rule and the message."""


@dataclass(frozen=True)
class Plant:
    """A fault: where it is put, and what an editor would say."""

    handout: str
    kind: str
    find: str
    put: str
    said: str


def plants(folder: Path) -> Iterator[Plant]:
    """Yield the faults of a set."""
    for line in (folder / "plants.tsv").read_text("utf-8").splitlines():
        _, handout, kind, _, find, put, said = line.split("\t")
        text = (folder / handout).read_text("utf-8")
        if find not in text:
            find, put = find.replace("\\n", "\n"), put.replace("\\n", "\n")
        yield Plant(handout, kind, find, put, said)


def told(text: str) -> list[Told]:
    """Return what `check` says of a content file."""
    out = StringIO()
    with TemporaryDirectory() as folder, redirect_stdout(out), redirect_stderr(StringIO()):
        file = Path(folder) / "handout.yaml"
        file.write_text(text, "utf-8")
        command(["check", str(file), "--format", "json"])
    return [
        (each["line"] or 0, each["rule"], each["message"])
        for each in json.loads(out.getvalue())["files"][0]["problems"]
    ]


def is_found(plant: Plant, sound: str, before: list[Told]) -> bool:
    """Return whether something new is said of the lines of a fault."""
    known = Counter((rule, message) for _, rule, message in before)
    first = sound[: sound.index(plant.find)].count("\n") + 1
    lines = range(first, first + plant.put.count("\n") + 1)
    new = told(sound.replace(plant.find, plant.put))
    return any(line in lines and not known[rule, message] for line, rule, message in new)


def main() -> int:
    """Print how many of each set are found; return 1 if they were more."""
    fewer = False
    for name, held in HELD.items():
        folder = SETS / name
        sound = {file.name: file.read_text("utf-8") for file in folder.glob("*.yaml")}
        before = {file: told(text) for file, text in sound.items()}
        every = [*plants(folder)]
        missed = [
            each for each in every if not is_found(each, sound[each.handout], before[each.handout])
        ]
        print(f"set {name}: {len(every) - len(missed)} of {len(every)}")
        for each in missed if "-v" in sys.argv else ():
            print(f"    {each.kind}: {each.put} ({each.said})")
        fewer |= len(every) - len(missed) < held
    return int(fewer)


if __name__ == "__main__":
    sys.exit(main())
