"""`web`: one page beside the PDFs, and never in place of another's."""

from __future__ import annotations

import pytest

from brochure.commands import web
from tests.conftest import HANDOUTS, SAMPLE
from tests.support.commands import faultless

RTL = """\
title: ألم الظهر
language: ar
clinic: {name: Harbor, phone: 310-555-0134}
sections:
  - {heading: ماذا تفعل, emphasis: urgent, bullets: [امشِ كل يوم, لا تحمل أشياء ثقيلة]}
"""


def test_a_page_is_written(run, tmp_path):
    (tmp_path / "content.yaml").write_text(faultless(), "utf-8")
    code, said = run("web")
    assert code == 0, said
    (page,) = (tmp_path / "output").glob("*.html")
    assert "13 kB" in said or "kB" in said
    assert '<meta name="handout" content="../content.yaml">' in page.read_text("utf-8")
    before = page.read_bytes()
    assert run("web", "--quiet") == (0, "")
    assert page.read_bytes() == before


def test_another_files_page_is_not_overwritten(run, tmp_path):
    (tmp_path / "content.yaml").write_text(faultless(), "utf-8")
    (tmp_path / "copy.yaml").write_text(faultless(), "utf-8")
    assert run("web")[0] == 0
    (page,) = (tmp_path / "output").glob("*.html")
    before = page.read_bytes()
    code, said = run("web", "copy.yaml")
    assert code == 3
    assert "is there already, and was not made from this file" in said
    assert page.read_bytes() == before
    assert run("web", "copy.yaml", "-o", "elsewhere")[0] == 0


def test_a_sample_is_not_put_on_the_web(run):
    assert run("new", "Back pain")[0] == 0
    code, said = run("web", "back-pain.yaml")
    assert code == 3
    assert "sample" in said


def test_the_verb_says_what_it_makes():
    assert ".html" in web.HELP


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    """The web pages of the sample, of a test's handout with everything, and one from the right."""
    from brochure.output.web_page import web_page
    from brochure.recipe import read

    folder = tmp_path_factory.mktemp("web")
    sources = {"sample": SAMPLE, "right": RTL, **{path.stem: path for path in HANDOUTS[::6]}}
    for name, source in sources.items():
        (folder / f"{name}.html").write_bytes(web_page(read(source)[0]))
    return folder


def test_axe_finds_nothing(pages, chromium):
    """WCAG 2.2 A and AA and best practice, by day and night, on a desk and on a phone."""
    from axe_playwright_python.sync_playwright import Axe

    for path in sorted(pages.glob("*.html")):
        for scheme, width in (("light", 320), ("dark", 1280)):
            page = chromium.new_page(color_scheme=scheme, viewport={"width": width, "height": 800})
            asked, faults = [], []
            page.on("request", lambda request, asked=asked: asked.append(request.url))
            page.on("console", lambda told, faults=faults: faults.append(told.text))
            page.goto(path.as_uri())
            assert Axe().run(page).response["violations"] == [], (path.name, scheme)
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
            page.close()
