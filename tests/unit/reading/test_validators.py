"""Short values: each that is refused is met with something to type that is taken."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brochure.reading import rare_values as r
from brochure.reading import validators as v

GOOD = [
    (r.check_website, ["spine.example", "https://spine.example/a", "spine.example:8080"]),
    (r.check_address, ["care@spine.example"]),
    (v.check_colour, ["#0b5d6b", "#0B5", "#ABCDEF"]),
    (r.check_inks, ["90 30 40 20", "0,0,0,100", "12.5% 0% 0% 0%"]),
    (r.check_size, ["10", "12", "11.5"]),
    (v.check_language, ["en-US", "es", "zh-Hans", "fr-CA"]),
    (r.check_date, ["2026-10-01", "2028-02-29", "1900-01-01"]),
]
BAD = [
    (r.check_website, ["http://spine.example", "spine", "mailto:a@b.example", "a b.example", "."]),
    (r.check_address, ["care", "care@", "@spine.example", "a b@spine.example"]),
    (v.check_colour, ["teal", "#12345", "#0b5d6g", "0b5d6b"]),
    (r.check_inks, ["90 30 40", "90 30 40 101", "a b c d", "90 30 40 -1", "² 0 0 0"]),
    (r.check_size, ["9.9", "12.1", "-9", "big", "²", "1e1"]),
    (v.check_language, ["english", "en_US", "klingonish", "zh", ""]),
    (r.check_date, ["2026-02-29", "10/01/2026", "2026-13-01", "1 Oct 2026", "1899-12-31"]),
]  # fmt: skip


@pytest.mark.parametrize(("check", "typed"), [(c, t) for c, texts in GOOD for t in texts])
def test_it_is_taken(check, typed):
    assert check(typed) is None


@pytest.mark.parametrize(("check", "typed"), [(c, t) for c, texts in BAD for t in texts])
def test_it_is_refused_with_something_to_type(check, typed):
    message, hint = check(typed)
    assert message
    assert hint.startswith("Type ")


@pytest.mark.parametrize(
    ("check", "typed", "pattern"),
    [
        (r.check_website, "http://spine.example", r"Type (\S+)"),
        (v.check_colour, "0b5d6b", r'"(.+)"'),
        (v.check_colour, "teal", r'"(.+)"'),
        (v.check_language, "Español", r"Type (\S+)"),
        (v.check_language, "en_US", r"Type (\S+)"),
        (v.check_language, "zh", r"`language: (\S+)` for simplified"),
        (v.check_language, "zh", r"`language: (\S+)` for traditional"),
        (r.check_inks, "lots", r": (.+)$"),
        (r.check_size, "99", r"min_size: (\d+)"),
        (r.check_date, "1 October 2026", r": (\S+)$"),
        (r.check_date, "10/01/2026", r": (\S+) or"),
    ],
)
def test_what_the_hint_says_is_taken(check, typed, pattern):
    _, hint = check(typed)
    assert check(re.search(pattern, hint)[1]) is None


@given(st.integers(0, 365 * 200))
def test_every_day_of_two_centuries_exists(days):
    assert r.check_date((date(1900, 1, 1) + timedelta(days)).isoformat()) is None


@given(st.integers(1900, 2100), st.integers(0, 13), st.integers(0, 32))
def test_a_day_is_taken_as_the_calendar_has_it(year, month, day):
    try:
        date(year, month, day)
    except ValueError:
        assert r.check_date(f"{year}-{month:02}-{day:02}") is not None
    else:
        assert r.check_date(f"{year}-{month:02}-{day:02}") is None
