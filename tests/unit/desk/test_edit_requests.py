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
