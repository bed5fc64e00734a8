"""Edits as a page asks for them."""

from __future__ import annotations

import pytest

from brochure.desk.edit_requests import KINDS, edits_of
from brochure.desk.exchange import AskError
from brochure.editing.edits import EDITS, Delete, Insert


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
