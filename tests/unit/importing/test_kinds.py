"""Which reader takes a document, and what is said of those that none takes."""

from __future__ import annotations

import sys

import pytest

from brochure.importing.kinds import KINDS, MissingReaderError, kind_of, reader_of
from brochure.importing.pieces import refusal
from brochure.model import ContentError
from tests.support.documents import styled


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (b"x", "a.TXT", "txt"),
        (b"x", "folder.md/a.markdown", "md"),
        (b"<p>x", "a.htm", "html"),
        (b"<!DOCTYPE HTML><p>x", "a.txt", "html"),
        (styled(), "a.docx", "docx"),
        (styled(), "a.txt", "docx"),
    ],
)
def test_kinds(data, name, kind):
    assert kind_of(data, name) == kind


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("a.doc", "save it as a Word document"),
        ("a.odt", "save it as a Word document"),
        ("a.docm", "without macros"),
        ("a.pdf", ".txt"),
        ("a.pages", "Export To"),
        ("a.mht", "HTML only"),
        ("a.yaml", "brochure build a.yaml"),
        ("a", ".docx, .html"),
    ],
)
def test_other_files_are_told_what_to_do(name, hint):
    with pytest.raises(ContentError) as caught:
        kind_of(b"x", name)
    assert hint in caught.value.problems[0].hint


@pytest.mark.parametrize(("kind", "library"), [("docx", "docx"), ("html", "lxml"),
                                               ("md", "markdown_it")])  # fmt: skip
def test_a_missing_library_is_told_with_what_to_type(kind, library, monkeypatch):
    for name in [n for n in sys.modules if n.split(".")[0] == library]:
        monkeypatch.delitem(sys.modules, name)
    for each in KINDS.values():
        monkeypatch.delitem(sys.modules, f"brochure.importing.{each.module}", raising=False)
    monkeypatch.delitem(sys.modules, "brochure.importing.word_file", raising=False)
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(MissingReaderError) as caught:
        reader_of(kind, "a.docx")
    (problem,) = caught.value.problems
    assert library in problem.message
    assert "pip install" in problem.hint
    assert "python-docx" in problem.hint
    assert caught.value.exit_code == 2


def test_plain_text_takes_no_library(monkeypatch):
    for library in ("docx", "lxml", "markdown_it"):
        monkeypatch.setitem(sys.modules, library, None)
    monkeypatch.delitem(sys.modules, "brochure.importing.plain_text", raising=False)
    assert reader_of("txt", "a.txt")(b"x", "a.txt").pieces


def test_a_refusal_is_one_problem():
    assert str(refusal("a", "b", "c").problems[0]) == "a: error: b\n    c"
