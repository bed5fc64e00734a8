"""Layouts and tags of some handouts as texts, read back from the files by tools that are not ours.

Together they hold every part of a page: sources, a picture with its caption, nested lists, steps,
boxes, links, ruled lines, six languages and all formats.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import HERE, SAMPLE
from tests.support import pdf
from tests.support.goldens import GOLDEN, check_text
from tests.support.languages import FILES

FORMATS = {
    "sample": ("handout", "trifold"),
    "corto-es": ("trifold",),
    "appointment-card": ("card",),
    "foot-care": ("handout",),
    "image": ("handout",),
    "links": ("large-print",),
    "mittel-de": ("handout",),
    "nested": ("handout",),
    "service-brochure": ("trifold",),
    "ar": ("handout", "trifold"),
    "hi": ("handout",),
    "zh-Hant": ("handout",),
}
CASES = [(name, fmt) for name, formats in FORMATS.items() for fmt in formats]


def source(name: str) -> Path:
    plain = SAMPLE if name == "sample" else HERE / "handouts" / f"{name}.yaml"
    return FILES.get(name, plain)


@pytest.mark.parametrize(("name", "fmt"), CASES)
def test_every_line_stands_where_it_did(made, name, fmt, update):
    lines = pdf.placed(made(source(name), format=fmt).pdf)
    check_text(f"layout/{name}-{fmt}.txt", lines, update)


@pytest.mark.parametrize(("name", "fmt"), CASES)
def test_the_tag_tree_is_what_it_was(made, name, fmt, update):
    tree = pdf.structure(made(source(name), format=fmt).pdf)
    check_text(f"tags/{name}-{fmt}.txt", pdf.outline(tree), update)


def kept() -> str:
    return "\n".join(file.read_text("utf-8") for file in sorted((GOLDEN / "tags").glob("*.txt")))


@pytest.mark.parametrize(
    "part",
    ["H1", "H2", "P", "L", "LI", "Lbl", "LBody", "Link", "Figure", "Caption",
     "numbering='Decimal'", "numbering='Disc'", "numbering='Circle'",
     "Quellen", "lang='es'", "lang='de"],
)  # fmt: skip
def test_the_goldens_hold_every_part_of_a_page(part):
    words = kept().split()
    assert part in words or any(word.startswith(part) for word in words)


def test_no_golden_is_left_of_a_handout_that_is_gone():
    names = {f"{name}-{fmt}.txt" for name, fmt in CASES}
    for folder in ("layout", "tags"):
        assert {file.name for file in (GOLDEN / folder).glob("*.txt")} == names
