"""The words around a number: where its extension ends, and which digits are its neighbours'."""

from __future__ import annotations

import pytest

from brochure._startup.records import replace
from brochure.model.phone_words import left_over, with_extension
from brochure.model.phones import find_phones
from brochure.model.web_addresses import website_link


@pytest.mark.parametrize(
    ("behind", "extension"),
    [(" ext. 12", "12"), (", x 7", "7"), (" (Durchwahl 30)", "30"), (" 分机12", "12"),
     (" ext.", ""), (" next 12", ""), (" extra 12 days", ""), (",,12", "12")],
)  # fmt: skip
def test_an_extension_stands_right_behind_its_number(behind, extension):
    text = "310-828-7757" + behind
    (phone,) = find_phones(text)
    assert with_extension(phone, text, later=False).extension == extension


def test_a_bracket_that_opens_before_an_extension_closes_behind_it():
    (phone,) = find_phones("310-828-7757 (ext. 12), please")
    assert (phone.typed, phone.number) == ("310-828-7757 (ext. 12)", "310-828-7757")


@pytest.mark.parametrize(
    ("behind", "left"),
    [(" / 58", "58"), (" y 58", "58"), (" 24/7", ""), (" 8-17", ""), (" 25-61", "25-61"),
     (" 8.30-17.00", ""), (" M-F 0800-1700", ""), (" (7757)", ""), (" (cell) or 58", ""),
     (" (cell) or 7758", "7758"), (", 24 h", "")],
)  # fmt: skip
def test_digits_that_may_be_dialled_are_left_over_and_hours_are_not(behind, left):
    text = "310-828-7757" + behind
    phone = find_phones("310-828-7757")[0]
    assert left_over(replace(phone, text=text), text) == left


def test_a_website_is_linked_once():
    assert website_link("spine.example/lift") == "https://spine.example/lift"
    assert website_link("HTTPS://spine.example") == "HTTPS://spine.example"
