"""Digits of two kinds, of another keyboard, and phones that no key shows."""

from __future__ import annotations

import pytest

from brochure.checks import examine
from brochure.checks.digits import KINDS, in_digits
from brochure.model import Handout
from brochure.sources import read
from tests.conftest import HERE


def handout(language: str, *lines: str, phone: str = "310-828-7757") -> Handout:
    content = {
        "title": "A title",
        "language": language,
        "clinic": {"name": "The Clinic", "phone": phone},
        "sections": [{"heading": "A part", "body": list(lines)}],
    }
    return read(content)[0]


def found(rule: str, made: Handout) -> list[tuple[str, str]]:
    """What a rule says: the message's first word and what it hints at."""
    problems = [each for each in examine(made, today="2026-11-22").problems if each.rule == rule]
    return [(each.message, each.hint) for each in problems]


MIXED = {
    "farsi": ("fa", ["۱۵ دقیقه و ۳۰ دقیقه", "20 دقیقه"], "20", "۲۰"),
    "arabic": ("ar", ["15 دقيقة و 30 دقيقة", "٢٠ دقيقة"], "٢٠", "20"),
    "keyboard fa": ("fa", ["۱۵ دقیقه", "٤٥ دقیقه"], "٤٥", "۴۵"),
    "keyboard ar": ("ar", ["١٥ دقيقة", "۴۵ دقيقة"], "۴۵", "٤٥"),
    "one number": ("fa", ["۱۵ دقیقه و ۳۰ دقیقه", "۱5 دقیقه"], "۱5", "۱۵"),
    "decimal": ("fa", ["15 20 30 دقیقه", "۳۸٫۵ درجه"], "۳۸٫۵", "38.5"),
    "hindi": ("hi", ["१५ मिनट, ३० मिनट", "20 मिनट"], "20", "२०"),
    "bengali": ("bn", ["১৫ মিনিট, ৩০ মিনিট", "20 মিনিট"], "20", "২০"),
    "punjabi": ("pa", ["15 ਮਿੰਟ, 30 ਮਿੰਟ", "੨੦ ਮਿੰਟ"], "੨੦", "20"),
    "thai": ("th", ["๑๕ นาที ๓๐ นาที", "20 นาที"], "20", "๒๐"),
    "khmer": ("km", ["១៥ នាទី ៣០ នាទី", "20 នាទី"], "20", "២០"),
}


@pytest.mark.parametrize(("language", "lines", "odd", "wanted"), MIXED.values(), ids=list(MIXED))
def test_the_rarer_kind_is_found_with_what_to_type(language, lines, odd, wanted):
    told = found("digit-kinds", handout(language, *lines))
    assert [message.split(" ")[0] for message, _ in told] == [odd]
    assert told[0][1] == f"write {wanted}"
    mended = [line.replace(odd, wanted) for line in lines]
    assert found("digit-kinds", handout(language, *mended)) == []


def test_digits_of_another_keyboard_are_found_if_they_are_all_there_are():
    told = found("digit-kinds", handout("fa", "٤٥ دقیقه و ٥٠ دقیقه"))
    assert [hint for _, hint in told] == ["write ۴۵", "write ۵۰"]


FINE = {
    "phone": ("fa", "۱۵ دقیقه. تلفن 310-828-7757"),
    "short number": ("ar", "١٥ دقيقة. اتصل على 911"),
    "dose with a Latin unit": ("hi", "१५ मिनट, 400 mg, 38.5 °C, 5%"),
    "Latin names": ("fa", "۱۵ روز پس از COVID-19، MRI 3T و B12"),
    "address": ("fa", "۱۵ دقیقه: www.example.org/back2"),
    "one kind": ("ar", "15 دقيقة و 20 دقيقة"),
    "English": ("en", "15 minutes"),
}


@pytest.mark.parametrize(("language", "line"), FINE.values(), ids=list(FINE))
def test_what_may_stay_as_it_is(language, line):
    assert found("digit-kinds", handout(language, line)) == []


@pytest.mark.parametrize("phone", ["۳۱۰-۵۵۵-۰۱۹۹", "٣١٠-٥٥٥-٠١٩٩", "३१०-५५५-०१९९", "៣១០-៥៥៥-០១៩៩"])
def test_a_phone_is_wanted_in_the_digits_of_the_keys(phone):
    (told,) = found("phone-numerals", handout("fa", f"تلفن {phone}"))
    assert told[1] == "write 310-555-0199"
    (told,) = found("phone-numerals", handout("fa", "تلفن", phone=phone))
    assert told[1] == "write 310-555-0199"
    assert found("phone-numerals", handout("fa", "تلفن 310-555-0199")) == []


def test_a_short_number_too():
    assert found("phone-numerals", handout("ar", "اتصل على ٩١١"))[0][1] == "write 911"


def test_every_kind_has_ten_digits_in_a_row():
    for zero in KINDS:
        assert in_digits("0123456789", zero) == "".join(chr(zero + number) for number in range(10))


@pytest.mark.parametrize(
    "path", sorted((HERE / "handouts/languages").glob("*.yaml")), ids=lambda path: path.stem
)
def test_the_handouts_of_the_tests_have_one_kind_each(path):
    made = read(path)[0]
    assert found("digit-kinds", made) == found("phone-numerals", made) == []
