"""Runs as a content file has them, and read again the same."""

from __future__ import annotations

import pytest

from brochure.importing.marked_text import Marker, phones_in
from brochure.importing.pieces import Run
from brochure.model.phones import read_phone
from brochure.reading.inline_markup import parse_inline

OWN = (read_phone("310-555-0134"),)


def marked(*runs: Run, own=OWN, plain=False) -> str:
    return Marker(own, []).text(runs, plain=plain)


@pytest.mark.parametrize(
    ("runs", "found"),
    [
        ([Run("a "), Run("b", bold=True), Run(" c")], "a **b** c"),
        ([Run("a", bold=True), Run(" "), Run("b", bold=True)], "**a b**"),
        ([Run("a "), Run(" b ", italic=True), Run("c")], "a *b* c"),
        ([Run("a", bold=True, italic=True)], "**a**"),
        ([Run("our page", href="https://a.example")], "[our page](https://a.example)"),
        ([Run("a.example", href="https://a.example/")], "a.example"),
        ([Run("our ", href="https://a.example"), Run("page", True, href="https://a.example")],
         "[our **page**](https://a.example)"),
        ([Run("H"), Run("2", shift="sub"), Run("O")], "H~2~O"),
        ([Run("5 * 2 *= 10")], "5 \\* 2 \\*= 10"),
        ([Run("{phone} and [x](y)")], "\\{phone} and \\[x](y)"),
        ([Run("a\u00a0b\u00ad\u200bc\n d")], "a bc d"),
        ([Run("see"), Run("[1]", href="#fn1"), Run("2", href="#fn2", shift="sup")], "see"),
    ],
)  # fmt: skip
def test_runs_are_written(runs, found):
    assert marked(*runs) == found


@pytest.mark.parametrize(
    ("runs", "found"),
    [
        ([Run("Call (310) 555-0134 now")], "Call {phone} now"),
        ([Run("Call (310) "), Run("555", bold=True), Run("-0134.")], "Call {phone}."),
        ([Run("Call +1 310.555.0134.")], "Call {phone}."),
        ([Run("Call 310-555-0134 ext. 9.")], "Call 310-555-0134 ext. 9."),
        ([Run("Call 310-555-0177.")], "Call 310-555-0177."),
        ([Run("(310) 555-0134", href="tel:+13105550134")], "{phone}"),
        ([Run("Call us", href="tel:3105550134")], "[Call us](tel:{phone})"),
        ([Run("310-555-0134", bold=True)], "**{phone}**"),
    ],
)
def test_the_clinics_phone(runs, found):
    assert marked(*runs) == found


@pytest.mark.parametrize(
    ("href", "kept"),
    [
        ("http://a.example/b c", "https://a.example/b%20c"),
        ("mailto:a@b.example", "mailto:a@b.example"),
        ("https://a.example/(b", "https://a.example/%28b"),
        ("/about", ""),
        ("#top", ""),
        ("javascript:alert(1)", ""),
        ("file:///etc/hostname", ""),
        ("https://good.example@evil.example", ""),
    ],
)
def test_links(href, kept):
    told: list = []
    text = Marker((), told).text([Run("words", href=href)])
    assert text == (f"[words]({kept})" if kept else "words")
    assert bool(told) is (kept != href.replace("(", "%28"))


@pytest.mark.parametrize(
    "runs",
    [
        [Run("2 * 3"), Run("**", bold=True), Run("a*b")],
        [Run("[a]"), Run("(b)"), Run("{lang=fr}")],
        [Run("\\*not\\*"), Run("{ phone }")],
        [Run("a", italic=True), Run("b", bold=True), Run("c", italic=True)],
    ],
)
def test_what_is_written_is_read_again_as_the_words(runs):
    spans, faults = parse_inline(marked(*runs, own=()))
    words = "".join(span.text for span in spans)
    assert words == "".join(run.text for run in runs)
    assert not [fault for fault in faults if fault.level == "error"]


def test_phones_in_words_and_links():
    found = phones_in([[Run("310-555-0134 "), Run("us", href="tel:3105550177")]])
    assert [phone.digits for phone in found] == ["3105550134", "3105550177"]
