"""How large texts of each length are set: python tests/benchmarks/lengths.py [CHECKOUT ...].

Seven of the tests' handouts are cut, or said again, to 200 to 900 words, with plain paragraphs and
lists only, and made in each format by the program that lies here and by those of the other folders.
Printed is, for each length, how many are set in each arrangement, in what size, and how many are
refused; with `--quick` only of two texts at the ends.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path
from statistics import mean

import yaml

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from brochure._startup.records import replace  # noqa: E402
from brochure.copyfit.flow import count_words  # noqa: E402
from brochure.copyfit.overflow import truncate  # noqa: E402
from brochure.model import Handout, ItemList, Paragraph, Section  # noqa: E402
from brochure.sources import read  # noqa: E402

SOURCES = (
    "../../content",
    "longest",
    "too-long",
    "vaccine",
    "consent",
    "when-to-call",
    "foot-care",
)
LENGTHS = range(200, 901, 50)
FORMATS = ("handout", "trifold", "large-print")
BUILD = (sys.executable, "-m", "brochure", "build", "-o", "made.pdf")
MADE = re.compile(r"(\d+) pages, ([\d.]+) pt(?:, ([a-z ]+))?,")
Found = dict[tuple[str, int], list[tuple[str, float]]]
"""By format and length: the arrangement and size of each text; no size is a refusal."""


def plain(section: Section) -> dict[str, object]:
    """Return a section with its paragraphs and its first list only, as a content file has it."""
    said = [block.text.plain for block in section.body if isinstance(block, Paragraph)]
    lists = [block for block in section.body if isinstance(block, ItemList)]
    found: dict[str, object] = {"heading": section.heading.plain, "text": said or ["See below."]}
    for block in lists[:1]:
        name = "steps" if block.kind == "steps" else "bullets"
        found[name] = [item.text.plain for item in block.items]
    return found


def cut(handout: Handout, words: int) -> str:
    """Return a content file of a handout's first words; a short one is said again."""
    again = -(-words // count_words(handout))
    short = truncate(replace(handout, sections=handout.sections * again), words)
    assert short
    clinic = {"name": "The Clinic", "phone": "310-555-0142"}
    sections = [plain(section) for section in short.sections]
    made = {"title": handout.title.plain, "clinic": clinic, "sections": sections}
    return yaml.safe_dump(made, sort_keys=False, allow_unicode=True)


def made_by(checkout: Path, folder: Path) -> Found:
    """Return how a program sets all texts of a folder."""
    found: Found = defaultdict(list)
    for file in sorted(folder.glob("*.yaml")):
        for name in FORMATS:
            said = subprocess.run(
                [*BUILD, str(file), "--format", name],
                env={**os.environ, "PYTHONPATH": str(checkout)},
                cwd=folder,
                capture_output=True,
                text=True,
                check=False,
            )
            match = MADE.search(said.stdout)
            how = (match[3] or f"{match[1]} pages", float(match[2])) if match else ("refused", 0.0)
            found[name, int(file.stem.split("-")[0])].append(how)
    return found


def row(texts: list[tuple[str, float]]) -> str:
    """Return how the texts of a length are set, the most usual first."""
    by: dict[str, list[float]] = defaultdict(list)
    for how, size in texts:
        by[how].append(size)
    told = sorted(by.items(), key=lambda pair: (pair[0] == "refused", -len(pair[1])))
    return "; ".join(f"{len(s)} {how}" + (f" {mean(s):.1f}" if any(s) else "") for how, s in told)


def main() -> int:
    """Print the table as Markdown."""
    quick = "--quick" in sys.argv
    checkouts = [*(Path(each) for each in sys.argv[1:] if each != "--quick"), ROOT]
    lengths = (LENGTHS[0], LENGTHS[-1]) if quick else LENGTHS
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        for source in SOURCES[: 2 if quick else None]:
            handout = read(ROOT / "tests/handouts" / f"{source}.yaml")[0]
            for words in lengths:
                file = folder / f"{words}-{Path(source).name}.yaml"
                file.write_text(cut(handout, words), "utf-8")
        tables = [made_by(checkout.resolve(), folder) for checkout in checkouts]
    for name in FORMATS:
        print(f"\n| words, {name} |" + "".join(f" {each.name} |" for each in checkouts))
        print("| --- |" + " --- |" * len(checkouts))
        for words in lengths:
            cells = "".join(f" {row(table[name, words])} |" for table in tables)
            print(f"| {words} |{cells}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
