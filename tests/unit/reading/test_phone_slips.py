"""What is wrong with a phone as typed: followed, each hint gives a number that can be dialled."""

from __future__ import annotations

import re

import pytest

from brochure.reading.validators import check_phone


@pytest.mark.parametrize(
    ("typed", "to_type"),
    [
        ("310-828-O142", "310-828-0142"),
        ("310-828-OO42", "310-828-0042"),
        ("3I0-828-7757", "310-828-7757"),
        ("310-S28-7757", "310-528-7757"),
        ("310-828-775l", "310-828-7751"),
        ("**310-828-7757**", "310-828-7757"),
        ("[310-828-7757](tel:3108287757)", "310-828-7757"),
        ("<b>310-828-7757</b>", "310-828-7757"),
        ("tel:310-828-7757", "310-828-7757"),
        ("*67 310-828-7757", "310-828-7757"),
        ("310-828-7757 ext. 12 or 13", "310-828-7757 ext. 12"),
        ("310-828-7757 ext.1 2 3", "310-828-7757 ext. 123"),
        ("MY-HEELS", "1-800-MY-HEELS"),
    ],
)
def test_a_slip_is_told_with_what_to_type(typed, to_type):
    advice = check_phone(typed)
    assert advice, typed
    assert advice[1].endswith(f": {to_type}")
    assert check_phone(to_type) is None


@pytest.mark.parametrize(
    "typed",
    ["1-800-MY-HEELS (310-828-7758)", "310-828-7757 / 7758", "030 901820/21", "310-828-7757, 12"],
)
def test_a_second_number_that_is_shown_is_whole(typed):
    advice = check_phone(typed)
    assert advice, typed
    (second,) = re.findall(r"number: ([^}]*)}", advice[1])
    assert check_phone(second) is None


@pytest.mark.parametrize(
    "typed",
    ["310-828-7757 (24 hours)", "Phone: 310-828-7757", "1-800-4-A-CHILD", "310-828-BOSS",
     "310-828-7757 (Text or call)", "310-828-7757, Room 5B", "+49 30 1234567"],
)  # fmt: skip
def test_words_beside_a_number_are_no_slips(typed):
    assert check_phone(typed) is None
