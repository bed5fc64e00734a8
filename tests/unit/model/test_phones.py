"""The grammar of phones: what is dialled, what is words, what is left over."""

from __future__ import annotations

import pytest

from brochure.model import phone_numbers
from brochure.model.phones import find_phones, phone_link, read_phone, same_number


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


@pytest.mark.parametrize(
    ("typed", "link", "left"),
    [
        ("555-201-4477 EXT. 12", "tel:+15552014477;ext=12", ""),
        ("555-201-4477 / 4478", "tel:+15552014477", "4478"),
        ("555-201-4477/78", "tel:+15552014477", "78"),
        ("555-201-4477 or 4478", "tel:+15552014477", "4478"),
        ("4478 / 555-201-4477", "tel:+15552014477", "4478"),
        ("555-201-4477 ext. 12 or 13", "tel:+15552014477;ext=12", "13"),
        ("phone: 310-828-7757 fax: 310-828-7758", "tel:+13108287757", "310-828-7758"),
        ("1-800-MY-HEELS (1-800-694-3357)", "tel:+18006943357", ""),
        ("1-800-694-3357 (MY-HEELS)", "tel:+18006943357", ""),
        ("1-800-273-TALK (8255)", "tel:+18002738255", ""),
        ("1-800-MEDICARE", "tel:+18006334227", ""),
        ("1-877-KARS-4-KIDS", "tel:+18775277454", ""),
        ("Text or call 555-201-4477", "tel:+15552014477", ""),
        ("M-F 8-5 555-201-4477", "tel:+15552014477", ""),
        ("555-201-4477 (8:00-17:00)", "tel:+15552014477", ""),
        ("555-201-4477, option 2 or 3", "tel:+15552014477", ""),
        ("828-7757", "tel:8287757", ""),
        ("828-7757 / 7758", "tel:8287757", "7758"),
        ("+44 (0)20 7946 0018", "tel:+442079460018", ""),
        ("011 44 20 7946 0018", "tel:+442079460018", ""),
        ("+39 (0)6 69821234", "tel:+390669821234", ""),
        ("55 1234 5678", "tel:5512345678", ""),
        ("011 234 5678", "tel:0112345678", ""),
        ("०११-२३४५६७८९", "tel:01123456789", ""),
        ("(011) 91234-5678", "tel:011912345678", ""),
        ("8 (495) 123-45-67", "tel:84951234567", ""),
        ("0 (532) 123 45 67", "tel:05321234567", ""),
        ("030 901820/21", "tel:030901820", "21"),
        ("01 42 68 53 00/01", "tel:0142685300", "01"),
        ("07031/123456", "tel:07031123456", ""),
        ("+49 (0)7031/123456", "tel:+497031123456", ""),
        ("555-201-4477 x12/x13", "tel:+15552014477;ext=12", "13"),
        ("ext. 12, 555-201-4477", "tel:+15552014477;ext=12", ""),
        ("03-1234-5678（内線12）", "tel:0312345678;ext=12", ""),
        ("02 2575 0123 تحويلة 12", "tel:0225750123;ext=12", ""),
        ("555-201-O477", "", ""),
        ("1-800-4-A-CHILD", "tel:+18004224453", ""),
        ("555-201-BOSS", "tel:+15552012677", ""),
        ("+1 310 828 775", "", ""),
        ("44 20 7946 0018", "", ""),
        ("Room 310 upstairs", "", ""),
        ("800 call us now", "", ""),
        ("call us", "", ""),
    ],
)
def test_the_number_is_dialled_and_what_is_left_over_is_known(typed, link, left):
    phone = read_phone(typed)
    assert (phone.link, phone.left_over) == (link, left)


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("Call us (310-828-7757).", ["310-828-7757"]),
        ("Call (310) 828-7757 or 1-310-828-7757 now.", ["(310) 828-7757", "1-310-828-7757"]),
        ("Since 2010 310-828-7757 2 times", ["310-828-7757"]),
        ("1-800-MY-SPINE!", ["1-800-MY-SPINE"]),
        ("Call 020 7946 0018.", ["020 7946 0018"]),
        ("Call 828-7757 ext. 4.", ["828-7757 ext. 4"]),
        ("04/05/2026, 2026-10-01, 01.02.2026, 2010-2015", []),
        ("Take 500-1000 mg of 0.5-1.0", []),
        ("ISBN 978-0-306-40615-7, MRN 310-828-7757-9000, $310-828-7757", []),
        ("https://spine.example/310-828-7757 and 10.1001/jama.2020.1585", []),
        ("NPI 1234567890 of 10 000 000, 2,310-828-7757", []),
        ("800 contacts in 555 days", []),
    ],
)
def test_in_running_text_only_phones_are_phones(text, typed):
    assert [phone.typed for phone in find_phones(text)] == typed


def test_words_in_front_are_not_called():
    assert read_phone("Text or call 555-201-4477 (24 hours)").called == "555-201-4477 (24 hours)"
    assert read_phone("(310) 828-7757").called == "(310) 828-7757"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("310-828-7757", "+1 (310) 828-7757 ext. 4", True),
        ("020 7946 0018", "+44 20 7946 0018", True),
        ("310-828-7757", "+44 3108287757", False),
        ("", "", False),
    ],
)
def test_numbers_are_compared_by_what_is_dialled(one, other, same):
    assert same_number(read_phone(one), read_phone(other)) is same


@pytest.mark.parametrize(
    "text",
    ["NDC 0002-8215-01", "300-400-5000 mg", "09/2025-10/2026", "0.05 0.10 0.15 0.20",
     "ISSN 0028-4793", "120/80-130/85", "2024 2025 2026", "123-45-6789", "18-25 26-35 36-45"],
)  # fmt: skip
def test_numbers_of_other_things_are_no_phones(text):
    assert find_phones(text) == ()


@pytest.mark.parametrize(
    "words",
    [
        "请当天拨打310-828-7757 ext. 12：发烧",
        "その日のうちに310-828-7757 ext. 12へお電話",
        "그날 바로 310-828-7757 ext. 12로 전화하십시오",
        "โทร310-828-7757 ext. 12ได้",
        "ទូរសព្ទ310-828-7757 ext. 12នៅ",
        "በ310-828-7757 ext. 12 ይደውሉ",
        "התקשרו ל310-828-7757 ext. 12",
        "התקשרו ל-310-828-7757 ext. 12.",
        "զանգահարեք 310-828-7757 ext. 12։",
        "拨打（310）828-7757 分机12。",
    ],
)
def test_a_number_is_found_where_words_touch_it(words):
    (phone,) = find_phones(words)
    assert phone.link == "tel:+13108287757;ext=12"


@pytest.mark.parametrize(
    "words", ["A310-828-7757", "310-828-7757th", "№Ж310-828-7757", "ế310-828-7757"]
)
def test_a_number_inside_a_word_is_none(words):
    assert find_phones(words) == ()


def test_a_long_run_of_digits_takes_as_long_as_it_is(monkeypatch):
    tried = []
    number = phone_numbers._number

    def count(*given):
        tried.append(given)
        return number(*given)

    monkeypatch.setattr(phone_numbers, "_number", count)
    for groups in (60, 120):
        assert find_phones("1 " * groups) == ()
    assert len(tried) < 180 * phone_numbers.MOST_DIALLED
