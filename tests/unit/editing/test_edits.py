"""Edits of a content file's text, one by one: what changes, what stays, what is refused."""

from __future__ import annotations

import pytest

from brochure.editing import brackets, edits, texts, typed_values
from brochure.editing.body_form import shifted
from brochure.editing.edits import (
    Delete,
    EditError,
    Insert,
    Move,
    Put,
    Replace,
    SetText,
    ToBody,
    edited,
)
from brochure.editing.source_lines import SourceLines

FILE = """\
# A note at the head
title: Back pain  # the title
subtitle: 'It''s common'

sections:
  # The first section
  - heading: What it is
    text: >-
      Most people have it,
      and it goes.

  - heading: What helps
    text:
      - Walk.
      # about rest
      - "Rest: two days"
    bullets: [heat, cold]
"""


def lines(text: str, *changes) -> list[str]:
    """The lines of the file that are new after some edits."""
    after = edited(text, changes)
    old = text.splitlines()
    return [line for line in after.splitlines() if line not in old]


@pytest.mark.parametrize(
    ("path", "words", "typed"),
    [
        (("title",), "Neck pain", "title: Neck pain  # the title"),
        (("title",), "Neck: pain", 'title: "Neck: pain"  # the title'),
        (("title",), "# 1", 'title: "# 1"  # the title'),
        (("subtitle",), "It's rare", "subtitle: 'It''s rare'"),
        (("sections", 0, "text"), "It goes.", "      It goes."),
        (("sections", 1, "text", 1), "Rest", '      - "Rest"'),
        (("sections", 1, "bullets", 0), "ice, heat", '    bullets: ["ice, heat", cold]'),
        (("sections", 1, "text", 0), "~", '      - "~"'),
    ],
)
def test_a_text_is_typed_as_the_old_one_was_where_it_can_be(path, words, typed):
    assert lines(FILE, SetText(path, words)) == [typed]


def test_a_long_text_is_folded_and_one_with_a_note_behind_it_keeps_its_line():
    long = "word " * 30 + "end"
    assert max(map(len, lines(FILE, SetText(("sections", 0, "text"), long)))) <= 96
    assert max(map(len, lines(FILE, SetText(("sections", 1, "text", 0), long)))) <= 96
    assert "# the title" in edited(FILE, [SetText(("title",), long)])


def test_an_item_is_put_between_two_and_the_notes_stay():
    after = edited(FILE, [Insert(("sections", 1, "text"), 1, "New.")])
    assert "      - Walk.\n      - New.\n      # about rest\n" in after


def test_a_section_is_put_in_with_a_white_line_as_between_the_others():
    after = edited(FILE, [Insert(("sections",), 1, {"heading": "H", "text": ["a", "b: c"]})])
    assert (
        '      and it goes.\n\n  - heading: H\n    text:\n      - a\n      - "b: c"\n\n  - heading'
        in after
    )


def test_a_lone_text_becomes_a_list_when_another_comes():
    after = edited("title: a\nsources: One.  # s\n", [Insert(("sources",), 1, "Two.")])
    assert after == "title: a\n# s\nsources:\n  - One.\n  - Two.\n"


def test_a_section_moves_with_the_notes_above_it():
    after = edited(FILE, [Move(("sections",), 0, 1)])
    assert (
        after.index("What helps") < after.index("# The first section") < after.index("What it is")
    )


def test_the_last_item_takes_its_list_along():
    after = edited(
        FILE, [Delete(("sections", 1, "bullets", 0)), Delete(("sections", 1, "bullets", 0))]
    )
    assert "bullets" not in after
    assert "heat" not in after


def test_a_key_stands_where_the_schema_has_it():
    after = edited(FILE, [Put(("sections", 0), "closing", "Bye."), Put((), "language", "es")])
    assert after.splitlines()[3] == "language: es"
    assert "      and it goes.\n    closing: Bye.\n" in after


def test_an_item_gets_a_list_of_its_own_and_its_text_is_still_a_text():
    nested = edited(FILE, [Replace(("sections", 1, "text", 0), {"Walk.": ["daily"]})])
    assert "      - Walk.:\n          - daily\n" in nested
    after = edited(nested, [SetText(("sections", 1, "text", 0, ""), "Walk: far")])
    assert '      - "Walk: far":\n' in after
    more = edited(after, [Insert(("sections", 1, "text", 0, 0), 1, "twice")])
    assert "          - daily\n          - twice\n" in more


def test_a_short_section_becomes_blocks_with_the_words_as_they_were_typed():
    after = edited(FILE, [ToBody(("sections", 1))])
    assert after.endswith(
        '    body:\n      - Walk.\n      # about rest\n      - "Rest: two days"\n'
        "      - bullets: [heat, cold]\n"
    )


def test_line_ends_the_mark_and_a_missing_last_end_are_kept():
    source = "\ufeff" + FILE.rstrip("\n").replace("\n", "\r\n")
    after = edited(source, [SetText(("title",), "B"), Move(("sections",), 1, 0)])
    assert after.startswith("\ufeff# A note")
    assert after.count("\n") == after.count("\r\n")
    assert not after.endswith("\n")


def test_columns_do_not_count_signs_that_draw_nothing():
    after = edited(
        "title: a\nsections:\n  -\u200b heading: b\n    text: c\n".replace("-\u200b", "\u200b-"),
        [SetText(("sections", 0, "heading"), "new")],
    )
    assert "\u200b- heading: new\n" in after


@pytest.mark.parametrize(
    "edit",
    [
        SetText(("nothing",), "a"),
        SetText(("sections",), "a"),
        SetText(("sections", 7, "heading"), "a"),
        Insert(("sections", 0), 0, "a"),
        Insert(("nothing",), 0, "a"),
        Put(("title",), "a", "b"),
        Replace(("sections", 9), "a"),
        Replace((), {"title": "a"}),
        Delete(("sections", 0, "steps")),
        Delete(()),
        Move(("sections",), 0, 2),
        Move(("title",), 0, 0),
        ToBody(("title",)),
        ToBody(("sections", 4)),
    ],
)
def test_what_is_not_there_is_refused_and_nothing_is_changed(edit):
    with pytest.raises(EditError):
        edited(FILE, [SetText(("title",), "New"), edit])


def test_a_way_to_type_that_gives_another_tree_is_not_taken(monkeypatch):
    """A writer that never quotes is found out by the reading, and the next way is taken."""
    monkeypatch.setattr(texts, "plain", lambda text: text)
    assert lines(FILE, SetText(("title",), "Neck: pain")) == ['title: "Neck: pain"  # the title']


def test_an_edit_that_no_way_proves_right_is_refused(monkeypatch):
    monkeypatch.setattr(edits, "ways_to_type", lambda *_: ["wrong"])
    with pytest.raises(EditError):
        edited(FILE, [SetText(("title",), "right")])


def test_an_empty_key_gets_its_text():
    assert edited("title:\nsubtitle: b\n", [SetText(("title",), "a")]) == "title: a\nsubtitle: b\n"
    assert edited("steps:\n-\n- b\n", [SetText(("steps", 0), "a")]) == "steps:\n- a\n- b\n"


def test_small_parts():
    assert SourceLines("a\rb\r\nc\n").text() == "a\rb\r\nc\n"
    assert brackets.bracketed(["a", 'b "c"'], "k") == '"k": ["a", "b \\"c\\""]'
    assert shifted(["  a", "b", ""], -4) == ["a", "b", ""]
    assert typed_values.block("a\nb", "|", 2) == "|-\n  a\n  b"
