"""Colours as other programs take them."""

import pytest

from brochure.reading.colour_words import NAMES, as_hex
from brochure.reading.validators import check_colour


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("rgb(11, 93, 107)", "#0b5d6b"),
        ("rgb(11 93 107)", "#0b5d6b"),
        ("RGBA(11, 93, 107, 0.5)", "#0b5d6b"),
        ("hsl(0, 100%, 50%)", "#ff0000"),
        ("hsl(120deg 100% 25%)", "#008000"),
        ("#0b5d6b80", "#0b5d6b"),
        ("Steel Blue", "#4682b4"),
        ("rgb(300, 0, 0)", ""),
        ("brandteal", ""),
    ],
)
def test_a_colour_of_another_form_is_told_in_ours(typed, wanted):
    assert as_hex(typed) == wanted
    message, hint = check_colour(typed)
    assert message == f"`{typed}` is not a colour"
    assert (f'"{wanted}"' if wanted else "six digits") in hint
    assert check_colour(hint.partition('"')[2].rstrip('"')) is None


def test_every_name_is_a_colour():
    assert all(check_colour(value) is None for value in NAMES.values())
