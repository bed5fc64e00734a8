"""The grammar of phones: what is dialled, what is words, what is left over."""

from __future__ import annotations

import pytest

from brochure.model.phones import phone_link


@pytest.mark.parametrize(
    ("typed", "link"),
    [
        ("310-828-7757", "tel:+13108287757"),
        ("(310) 828-7757 x12", "tel:+13108287757;ext=12"),
        ("1-310-828-7757", "tel:+13108287757"),
        ("+49 30 1234567", "tel:+49301234567"),
        ("030 1234567", "tel:0301234567"),
        ("01 23 45 67 89", "tel:0123456789"),
    ],
)
def test_only_a_north_american_number_gets_its_country_code(typed, link):
    assert phone_link(typed) == link
