"""The digits of a phone stay on one line, however it is typed."""

from __future__ import annotations

import pytest

from brochure.typeset.word_bindings import bound, in_phones


@pytest.mark.parametrize(
    ("text", "bindings"),
    [
        ("Call (310) 828-7757 ext. 12 now", {2, 3, 4}),
        ("Call +44 (0)20 7946 0018 now", {2, 3, 4}),
        ("Call 310 828 7757.", {2, 3}),
        ("Call 310-828-7757 now", set()),
        ("Take 2 of 10 by 2026-10-01", set()),
    ],
)
def test_a_phone_binds_its_parts(text, bindings):
    assert in_phones(text.split()) == bindings


def test_a_number_is_bound_to_its_unit_and_no_other_word():
    assert bound("10", "mg")
    assert not bound("10", "people")
