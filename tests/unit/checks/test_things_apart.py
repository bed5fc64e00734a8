"""What two sentences are about, as `things_apart` tells it from their words."""

from __future__ import annotations

import pytest

from brochure.checks.things_apart import GROUPS, of_two_things


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("Swallow the capsules whole", "You may cut the tablets", True),
        ("Swallow the tablet whole", "You may cut the tablets", False),
        ("Keep the cast dry", "Soak the splint", False),
        ("Take metformin at noon", "Take warfarin at night", True),
        ("Take metformin at noon", "Take it at night", False),
        ("Do not shower for 24 hours", "Shower the next day", True),
        ("Do not shower for 3 days", "Shower the next day", False),
    ],
)
def test_things_of_two_sentences(one: str, other: str, *, apart: bool) -> None:
    assert of_two_things(one, other) is apart
    assert of_two_things(other, one) is apart


def test_a_word_names_one_thing_of_a_kind() -> None:
    for group in GROUPS:
        words = group.replace("/", " ").split()
        assert len(set(words)) == len(words)
