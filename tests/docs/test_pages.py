"""The documents hold what the program has, and nothing is said of what it has not."""

from __future__ import annotations

import re
import runpy
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

import pytest

from tests.conftest import ROOT

GENERATE = runpy.run_path(str(ROOT / "docs" / "generate.py"))
PAGES = GENERATE["written"]()


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_page_of_the_reference_is_what_the_program_says(path, update):
    """Made anew by: python docs/generate.py"""
    if update:
        path.write_text(PAGES[path], "utf-8")
    assert path.read_text("utf-8") == PAGES[path]


def test_no_other_page_lies_in_the_reference():
    assert set((ROOT / "docs" / "reference").iterdir()) == set(PAGES)


def test_signs_of_a_message_are_shown_as_they_are():
    assert GENERATE["cell"]("type `a|b` or *c* [d](e)") == r"type `a\|b` or \*c\* \[d\](e)"


# ------------------------------------------------------------------- links

PAPERS = [
    path
    for path in (ROOT / "docs").rglob("*.md")
    if not {"_build", "gallery"} & set(path.relative_to(ROOT).parts)
]
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)|(?:src|href)=\"([^\"]+)\"")


@pytest.mark.parametrize(
    "path", [*PAPERS, *ROOT.glob("*.md")], ids=lambda path: path.relative_to(ROOT).as_posix()
)
def test_what_a_paper_links_to_is_there(path):
    text = re.sub(r"(?s)```.*?```|`[^`]*`", "", path.read_text("utf-8"))
    targets = [one or other for one, other in LINK.findall(text)]
    local = [each.split("#")[0] for each in targets if ":" not in each and each[0] != "#"]
    made = ("gallery/index.md",)  # with the site
    assert [each for each in local if each not in made and not (path.parent / each).exists()] == []


def test_every_paper_is_in_the_list_of_the_site():
    listed = (ROOT / "docs" / "index.md").read_text("utf-8").split()
    names = {path.relative_to(ROOT / "docs").with_suffix("").as_posix() for path in PAPERS}
    assert names - set(listed) == {"index"}


class _Links(HTMLParser):
    """The addresses and the marks of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.targets: list[str] = []
        self.marks: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        for name, value in attrs:
            if name in ("href", "src") and value:
                self.targets.append(value)
            elif name == "id":
                self.marks.add(value)


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Path:
    """The site as CI builds it: a warning is an error."""
    folder = tmp_path_factory.mktemp("site")
    arguments = ["-W", "--keep-going", "-q", "-d", folder / "trees", ROOT / "docs", folder / "html"]
    done = subprocess.run(
        [sys.executable, "-m", "sphinx", *map(str, arguments)], capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    return folder / "html"


@pytest.mark.slow
def test_the_site_is_built_and_its_links_lead_somewhere(site):
    pages = {path: _Links(path.read_text("utf-8")) for path in site.rglob("*.html")}
    assert len(pages) > 15
    lost = [
        (page.name, target)
        for page, found in pages.items()
        for target in found.targets
        if not re.match(r"[a-z]+:|//", target) and not _leads(page, target, pages)
    ]
    assert lost == []
    assert len(list((site / "gallery").glob("*.html"))) == 1
    assert len(list((site / "_downloads").rglob("*.pdf"))) > 5


def _leads(page: Path, target: str, pages: dict[Path, _Links]) -> bool:
    name, _, mark = target.partition("#")
    path = (page.parent / unquote(name.split("?")[0])).resolve() if name else page
    if not path.is_file():
        return False
    return not mark or path not in pages or unquote(mark) in pages[path].marks
