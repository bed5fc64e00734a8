"""Links that hide where they go, and links that were typed amiss, with the mended words."""

from __future__ import annotations

import re

import pytest

from brochure.model.web_addresses import mixed_scripts
from brochure.reading.inline_markup import parse_inline
from brochure.reading.link_targets import link_fault, raw_link


@pytest.mark.parametrize(
    ("target", "word"),
    [
        ("https://good.example@evil.example/pay", "opens evil.example"),
        ("https://good.example:443@evil.example", "opens evil.example"),
        ("https://a@b", "opens b"),
        ("mailto:a@b.example?bcc=c@d.example", "not `bcc`"),
        ("mailto:a@b.example?subject=Hi&CC=c@d.example", "not `CC`"),
        ("mailto:a@b.example?b%63c=c@d.example", "not `b%63c`"),
        ("mailto:a@b.example?body=Hi", "not `body`"),
        ("mailto:a@b.example?subject=Hi%0d%0aBcc:c@d.example", "not `subject`"),
        ("tel:555-201-4477-4478", "not a phone number"),
        ("555-201-4477", "needs tel:"),
        ("310.828.7757", "needs tel:"),
        ("tel:1-800-MY-HEELS", "not written as"),
        ("tel://555-201-4477", "not written as"),
        ("<https://a.example>", "signs around"),
        ("“https://a.example”", "signs around"),
        ("https//a.example", "not a web address"),
        ("https://good.example%40evil.example", "not a web address"),
        ("https://?x", "not a web address"),
    ],
)
def test_a_target_that_hides_something_is_refused(target, word):
    fault = link_fault(target)
    assert fault is not None
    assert word in fault.message
    assert fault.level == "error"
    if typed := re.search(r"Type \((\S+)\) ?(if|$)", fault.hint):
        mended = link_fault(typed[1])
        assert mended is not None
        assert mended.message == ""


@pytest.mark.parametrize(
    "target",
    ["https://spine.example/a@b?c=d@e", "mailto:a@b.example?subject=Hi%20you", "tel:911",
     "tel:+1-310-828-7757;ext=12", "https://bücher.example", "https://пример.example",
     "https://例え.example/日本"],
)  # fmt: skip
def test_a_plain_target_is_taken(target):
    fault = link_fault(target)
    assert fault is not None
    assert fault.message == ""


@pytest.mark.parametrize(
    "host", ["pаypal.example", "раура.example", "xn--pypal-4ve.example", "spinе.example"]
)
def test_a_host_that_passes_for_another_is_told(host):
    assert mixed_scripts(host)
    fault = link_fault(f"https://{host}/x")
    assert fault is not None
    assert fault.level == "warning"


@pytest.mark.parametrize(
    ("typed", "mended"),
    [
        ("[Call us](tel:555 201 4477)", "[Call us](tel:+15552014477)"),
        ("[Call us](tel: 555-201-4477)", "[Call us](tel:+15552014477)"),
        ("[map](https://a.example/my map.pdf)", "[map](https://a.example/my%20map.pdf)"),
        ("[map]( https://a.example )", "[map](https://a.example)"),
        ("[our site] (https://a.example)", "[our site](https://a.example)"),
        ("[mail]  (mailto:a@b.example)", "[mail](mailto:a@b.example)"),
        ("[site](www.a.example/a b)", "[site](https://www.a.example/a%20b)"),
        ("(our site)[https://a.example]", "[our site](https://a.example)"),
        ('[our site](https://a.example "A site")', "[our site](https://a.example)"),
        ("[Call us](555 201 4477)", "[Call us](tel:+15552014477)"),
        ("[our site](https://a.example", "[our site](https://a.example)"),
    ],
)
def test_a_link_typed_amiss_is_refused_with_the_mended_link(typed, mended):
    _, (fault,) = parse_inline(f"See {typed}")
    assert fault.level == "error"
    assert fault.hint == f"Type {mended}"
    spans, faults = parse_inline(f"See {mended}")
    assert not faults
    assert [span.text for span in spans if span.href]


@pytest.mark.parametrize(
    "words",
    ["[1] (see below)", "[a](b)", "a [note] (call us)", "[x] (5 mg)", "(a) [b]",
     "[a [b](tel:911) c]"],
)  # fmt: skip
def test_brackets_of_a_text_stay(words):
    _, faults = parse_inline(words)
    assert not faults


def test_what_follows_a_bracket_is_judged_alone():
    assert raw_link("[a] and (https://a.example)", 3, "a", "") is None
