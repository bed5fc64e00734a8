"""A key in a wrong place is told where it belongs; typed there as shown, it is taken."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from brochure.model import ContentError, Problem
from brochure.reading.loader import load_bytes
from brochure.reading.schema import HANDOUT, SECTION
from brochure.reading.strange_keys import AT_THE_EDGE, ELSEWHERE, HOMES, told

HEAD = """\
title: Back pain
clinic:
  name: The Spine Institute
  phone: 310-828-7757
sections:
  - heading: What to do
    bullets: [Rest, Walk]
"""
NEXT = """\
  - heading: When to call
    text: Call us.
"""
VALUES = {
    "subtitle": "How to go on",
    "title_en": "Back pain",
    "language": "en-GB",
    "notes": "true",
    "reviewed": "2026-01-01",
    "review_by": "2028-01-01",
    "sources": "[A book, A page]",
    "status": "draft",
    "also_in": "[es]",
    "contact": "false",
    "topics": "[back]",
    "must_say": "[Rest, Walk]",
    "code": "SI-014 v2",
    "version": "2",
    "footer": "This is no medical advice.",
    "disclaimer": "This is no medical advice.",
    "form": "F-12",
    "date": "2026-01-01",
    "references": "[A book, A page]",
    "brand": "{style: band}",
    "allow": "{long-sentence: the law's words}",
    "email": "{subject: Your handout}",
}


def problems(text: str) -> list[Problem]:
    try:
        return list(load_bytes(text.encode(), "content.yaml", Path())[1])
    except ContentError as error:
        return list(error.problems)


@pytest.mark.parametrize("key", VALUES)
def test_a_key_of_the_whole_handout_is_typed_at_the_left_edge(key):
    first = problems(HEAD + f"    {key}: {VALUES[key]}\n" + NEXT)
    (problem,) = (each for each in first if "not known" in each.message)
    typed = re.search(r"at the left edge: `(.+)`$", problem.hint)
    assert typed, problem.hint
    after = problems(HEAD + NEXT + typed[1] + "\n")
    assert not [each for each in after if each.level == "error"]


def test_a_key_with_lines_below_it_takes_them_along():
    (problem,) = problems(HEAD + "    sources:\n      - A book\n" + NEXT)
    assert "with the lines below it" in problem.hint
    assert "`sources:`" in problem.hint


BODIES = {
    "table": "- table: {columns: [A, B], rows: [[1, 2]]}",
    "checklist": "- checklist: [Rest]",
    "fill": "- fill: [Next visit, Your nurse]",
    "tip": "- tip: Bring a friend.",
    "note": "- tip: Bring a friend.",
    "quote": "- quote: I was home the same day.",
}


@pytest.mark.parametrize("key", BODIES)
def test_a_block_is_typed_below_body_as_the_hint_says(key):
    (problem,) = problems(HEAD + f"    {key}: x\n" + NEXT)
    block = BODIES[key]
    assert block.split(":")[0] in problem.hint
    assert "`body:`" in problem.hint
    if "such as" in problem.hint or key == "fill":
        assert f"`{block}`" in problem.hint
    body = f"    body:\n      - bullets: [Rest, Walk]\n      {block}\n"
    whole = HEAD.replace("    bullets: [Rest, Walk]\n", body)
    assert not problems(whole + NEXT)


@pytest.mark.parametrize(("key", "meant"), [("paragraph", "text"), ("items", "bullets")])
def test_another_word_for_a_key_of_a_section_names_it(key, meant):
    bare = HEAD.replace("    bullets: [Rest, Walk]\n", "")
    found = problems(bare + f"    {key}: [Rest, Walk]\n" + NEXT)
    assert any(f"`{meant}:`" in problem.hint for problem in found)
    assert not problems(bare + f"    {meant}: [Rest, Walk]\n" + NEXT)


@pytest.mark.parametrize("key", ["urgent", "warning", "emergency", "important"])
def test_a_key_that_marks_a_section_is_typed_as_its_emphasis(key):
    (problem,) = problems(HEAD + f"    {key}: true\n" + NEXT)
    for marked in re.findall(r"`(emphasis: \w+)`", problem.hint) or pytest.fail(problem.hint):
        assert not problems(HEAD + f"    {marked}\n" + NEXT)


def test_what_an_exact_word_means_goes_before_what_it_is_like():
    names = [field.name for field in SECTION]
    for word, wanted in (("style", "`brand`"), ("notes", "left edge"), ("items", "`bullets:`")):
        near, hint = told(word, f"    {word}: x", names, "this section")
        assert near == ""
        assert wanted in hint
    assert told("bulets", "bulets: x", names, "this section")[0] == "bullets"
    assert told("email", "    email: care@spine.example", names, "this section")[1].startswith(
        "It belongs under `clinic`"
    )


def test_no_hint_speaks_of_a_key_that_is_none():
    known = {field.name for field in HANDOUT}
    assert set(AT_THE_EDGE.values()) <= known
    assert {home.strip("`") for home in HOMES.values()} <= known
    inner = {"table", "columns", "rows", "checklist", "fill", "tip", "quote", "file", "alt"}
    inner |= {field.name for field in SECTION}
    for hint in ELSEWHERE.values():
        assert set(re.findall(r"(\w+):(?=[` ])", hint)) - {"body"} <= inner, hint
