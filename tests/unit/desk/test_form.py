"""A content file as a form: every part in reading order, each field with its path."""

from __future__ import annotations

import pytest

from brochure.desk.form import blocks_known, form_of, keys_known, path_at, title_of
from brochure.editing.edits import SetText, edited, read_root
from brochure.editing.places import find
from brochure.reading.schema import HANDOUT, SECTION
from tests.conftest import FILES

ALL_KINDS = """\
title: Everything
clinic: {name: C, phone: 310-555-0142}
sections:
  - heading: One
    emphasis: urgent
    body:
      - A paragraph.
      - bullets:
          - Walk:
              - slowly
              - daily
          - Rest
      - {steps: [One, Two], start: 3}
      - checklist: [a box]
      - table: {columns: [What, When], rows: [[Pill, Day], [Drop, Night]]}
      - fill: [Next visit]
      - image: {file: a.png, alt: A picture}
      - quote: {text: It helped., by: A patient}
      - tip: Drink water.
      - riddle: what
  - heading: Two
    icon: {name: pills, alt: Two pills}
    text: Short.
    bullets: [heat, cold]
    closing: Bye.
    image:
      file: b.png
      alt: B
sources: [A book]
must_say: [pain]
"""


def kinds(form):
    return [[block["kind"] for block in section["blocks"]] for section in form["sections"]]


def test_the_keys_that_are_completed_are_those_of_the_schema():
    keys = {each["name"]: each for each in keys_known()}
    assert set(keys) == {field.name for field in HANDOUT}
    assert all(each["about"] for each in keys.values())
    assert {each["name"] for each in keys["sections"]["keys"]} == {each.name for each in SECTION}
    assert "phone" in {each["name"] for each in keys["clinic"]["keys"]}


def test_the_form_has_every_kind_of_part_in_reading_order():
    form = form_of(read_root(ALL_KINDS))
    assert kinds(form) == [
        "text bullets steps checklist table fill image quote tip unknown".split(),
        "text bullets text image".split(),
    ]
    assert [section["form"] for section in form["sections"]] == ["body", "short"]
    assert form["sections"][0]["emphasis"] == "urgent"
    assert [section["icon"] for section in form["sections"]] == [
        {"holder": ["sections", 0], "key": "icon", "name": ""},
        {"holder": ["sections", 1, "icon"], "key": "name", "name": "pills"},
    ]
    assert set(form["others"]) == {"clinic", "must_say"}
    nested = form["sections"][0]["blocks"][1]["items"][0]
    assert [nested["text"], *(each["text"] for each in nested["items"])] == [
        "Walk",
        "slowly",
        "daily",
    ]


def texts_in(part):
    """Every text of a form."""
    if isinstance(part, list):
        return [text for each in part for text in texts_in(each)]
    if not isinstance(part, dict):
        return []
    own = [part] if "path" in part and "text" in part and part.get("line") else []
    return own + [text for each in part.values() for text in texts_in(each)]


@pytest.mark.parametrize("source", [ALL_KINDS, *(path.read_text("utf-8") for path in FILES)])
def test_each_field_s_path_leads_to_its_text_and_can_be_edited(source):
    root = read_root(source)
    for text in texts_in(form_of(root)):
        path = tuple(text["path"])
        node = find(root, path)
        assert (node.text.rstrip("\n"), node.line) == (text["text"], text["line"])
        assert path_at(root, text["line"], text["column"]) == text["path"]
    first = texts_in(form_of(root))[-1]
    after = read_root(edited(source, [SetText(tuple(first["path"]), "New: words")]))
    assert find(after, tuple(first["path"])).text == "New: words"


def test_a_place_leads_to_what_begins_there_or_last_before_it():
    root = read_root("title: a\n\n# note\nsubtitle: b\n")
    assert path_at(root, 3, 1) == ["title"]
    assert path_at(root, 4, 1) == ["subtitle"]
    assert path_at(root, 0, 1) is None
    assert path_at(None, 1, 1) is None
    checklist = next(n for n, line in enumerate(ALL_KINDS.split("\n"), 1) if "checklist:" in line)
    assert path_at(read_root(ALL_KINDS), checklist, 9) == ["sections", 0, "body", 3, "checklist"]


def test_a_file_without_keys_has_no_form_and_no_title():
    assert (title_of(read_root("title: a\n")), title_of(None), title_of(read_root("- a\n"))) == (
        "a",
        "",
        "",
    )
    assert form_of(read_root("- a\n")) is None


def test_what_can_be_added_is_what_the_schema_knows():
    assert blocks_known()[:3] == ["text", "bullets", "steps"]
    assert "start" not in blocks_known()
