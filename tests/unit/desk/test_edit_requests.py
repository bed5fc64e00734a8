"""Edits as a page asks for them."""

from __future__ import annotations

import pytest

from brochure.desk.edit_requests import KINDS, edits_of, with_edits
from brochure.desk.exchange import AskError
from brochure.editing.edits import EDITS, Delete, Insert, SetText


def test_each_edit_has_its_word_in_requests():
    asked = [
        {"edit": "insert", "path": ["a", 0], "index": 1, "value": {"b": ["c\r\nd"]}},
        {"edit": "delete", "path": ["a"]},
    ]
    assert edits_of(asked) == [Insert(("a", 0), 1, {"b": ["c\nd"]}), Delete(("a",))]
    assert {kind for kind, _ in KINDS.values()} == set(EDITS)
    with pytest.raises(AskError):
        edits_of(
            [
                {
                    "edit": "put",
                    "path": [],
                    "key": "a",
                    "value": {"b": [[[[[[[[[[[[[["c"]]]]]]]]]]]]]]},
                }
            ]
        )


@pytest.mark.parametrize("word", [[], {}, None, 1, "drop"])
def test_an_edit_that_is_no_word_of_ours_is_refused(word):
    with pytest.raises(AskError):
        edits_of([{"edit": word, "path": ["title"], "text": "Neck"}])


@pytest.mark.parametrize("sign", ["\r\n", "\r", "\v", "\f", "\x85", "\u2028", "\u2029"])
def test_every_end_of_a_line_that_is_pasted_is_one_and_the_words_are_taken(sign):
    asked = [{"edit": "set", "path": ["footer"], "text": f"One{sign}two\ufeff"}]
    assert edits_of(asked) == [SetText(("footer",), "One\ntwo")]
    assert with_edits("title: a\nfooter: b\n", asked).endswith("footer: |-\n  One\n  two\n")
