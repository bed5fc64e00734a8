"""How often `check` is right: python tests/benchmarks/judged.py [--write].

The texts of `judged/` are our own, written as clinics write, faults included; those of `sound/` are
good ones, in which a finding is more likely a false alarm. `judged.tsv` has every finding in both
with the verdict of a reader: right, debatable or wrong. A table by rule is printed.
A finding that no reader has judged, or that is gone, is told and makes the run fail; `--write` adds
it to the table with no verdict, to be judged by reading.
"""

from __future__ import annotations

import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from brochure.checks import examine
from brochure.reading.given import source_of
from brochure.sources import read

HERE = Path(__file__).parent
TODAY = "2026-11-22"
TABLE = HERE / "judged.tsv"
BY_CONSTRUCTION = frozenset(
    {"key-message", "sources-missing", "review-date-missing", "unread-words"}
)
"""Rules that cannot be wrong: they tell that something is not there."""
LEAST_RIGHT = 0.95

Finding = tuple[str, str, str]
"""A file, a rule, and the words that it is about."""


def findings() -> Iterator[Finding]:
    """Yield what is found in the texts."""
    folders = (HERE / "judged", HERE / "sound")
    for file in (file for folder in folders for file in sorted(folder.glob("*.yaml"))):
        handout, _ = read(source_of(file, "content", None), hints=True)
        for problem in examine(handout, today=TODAY, source=file.read_text("utf-8")).problems:
            if problem.rule not in BY_CONSTRUCTION:
                words = re.findall("“(.*?)”", problem.message) or [problem.message]
                yield file.stem, problem.rule, f"{problem.line}: {words[0][:50]}"


def verdicts() -> dict[Finding, str]:
    """Return the verdict of each finding of the table."""
    rows = (line.split("\t") for line in TABLE.read_text("utf-8").splitlines()[1:])
    return {(file, rule, words): verdict for file, rule, words, verdict in rows}


def share_right(judged: dict[Finding, str]) -> float:
    """Print the table by rule, and return the share of findings that are not wrong."""
    rules: dict[str, Counter[str]] = defaultdict(Counter)
    for (_, rule, _), verdict in judged.items():
        rules[rule][verdict] += 1
    print(f"{'rule':20} found right debatable wrong")
    for rule, counts in sorted(rules.items(), key=lambda pair: -sum(pair[1].values())):
        print(
            f"{rule:20} {sum(counts.values()):5} {counts['right']:5} {counts['debatable']:9}"
            f" {counts['wrong']:5}"
        )
    whole = sum(rules.values(), Counter())
    count = sum(whole.values())
    right, open_to_doubt = whole["right"], whole["debatable"]
    print(f"{'all':20} {count:5} {right:5} {open_to_doubt:9} {whole['wrong']:5}")
    print(f"right {right / count:.0%}, wrong {whole['wrong'] / count:.1%}")
    return 1 - whole["wrong"] / count


def main() -> int:
    """Print the table; return 1 if it is out of date, or too much is wrong."""
    found = list(dict.fromkeys(findings()))
    known = verdicts() if TABLE.exists() else {}
    if "--write" in sys.argv:
        rows = ["\t".join((*each, known.get(each, ""))) for each in found]
        TABLE.write_text("\n".join(["file\trule\twords\tverdict", *rows]) + "\n", "utf-8")
        return 0
    unjudged = [each for each in found if not known.get(each)]
    gone = [each for each in known if each not in found]
    for name, each in (("not judged", unjudged), ("gone", gone)):
        for one in each:
            print(f"{name}: {' | '.join(one)}")
    right = share_right({each: known[each] for each in found if known.get(each)})
    return int(bool(unjudged or gone) or right < LEAST_RIGHT)


if __name__ == "__main__":
    sys.exit(main())
