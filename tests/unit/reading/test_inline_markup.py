"""Inline marks: what is one, what stays as typed, and that hostile text is read in linear time."""

from __future__ import annotations

import gc
import itertools
import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brochure.model import Span
from brochure.reading.inline_markup import is_language, parse_inline, plain_text
from brochure.reading.link_targets import is_email
from tests.support.examples import tried

B = {"bold": True}
I = {"italic": True}  # noqa: E741
URL = "https://spine.example/a"


def spans(text):
    found, faults = parse_inline(text)
    assert not faults, faults
    return found


@pytest.mark.parametrize(
    "text",
    [
        "2 * 3 * 4",
        "5*3*2",
        "a lone * star",
        "Falls einer* krank wird, ruft eine* an",
        "Patient*innen und Ärzt*innen",
        "Rated ***** by us",
        "****",
        "a < b & c > d",
        "see [1] and [2]",
        "[a] (b)",
        "(a)",
        "[note](see page two)",
        "[note](page)",
        "[a](#b)",
        "[a]{b}",
        "]( ](",
        "[](",
        "a ** b ** c",
        "C:\\Users",
        "snow\u00a0man",
        "~y~ < b> 5 <3 & so a_b_c ____ R&D; 5'10\"",
        "word*",
        "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
    ],
)
def test_everything_else_is_as_typed(text):
    assert spans(text) == (Span(text),)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("**a**", [Span("a", **B)]),
        ("*a*", [Span("a", **I)]),
        ("***a***", [Span("a", **B)]),
        ("**a** b *c*", [Span("a", **B), Span(" b "), Span("c", **I)]),
        ("**a *b***", [Span("a b", **B)]),
        ("***a* b**", [Span("a b", **B)]),
        ("*a **b** c*", [Span("a ", **I), Span("b", **B), Span(" c", **I)]),
        ("(**a**), *b*!", [Span("("), Span("a", **B), Span("), "), Span("b", **I), Span("!")]),
        ("请**立即**打电话", [Span("请"), Span("立即", **B), Span("打电话")]),
        ("请*立即*打电话", [Span("请"), Span("立即", **I), Span("打电话")]),
        ("2 * *a*", [Span("2 * "), Span("a", **I)]),
        (r"\*a\* \**b*", [Span("*a* *"), Span("b", **I)]),
        (r"\[a](https://x.y)", [Span("[a](https://x.y)")]),
        (f"[a]({URL})", [Span("a", href=URL)]),
        (f"[a **b**]({URL}) c", [Span("a ", href=URL), Span("b", href=URL, **B), Span(" c")]),
        (f"**[a]({URL})**", [Span("a", href=URL, **B)]),
        (f"[see [1]]({URL})", [Span("see [1]", href=URL)]),
        ("[a](https://x.y/b_(c))", [Span("a", href="https://x.y/b_(c)")]),
        ("[a](mailto:b@c.example)", [Span("a", href="mailto:b@c.example")]),
        ("[a](tel:310-828-7757)", [Span("a", href="tel:310-828-7757")]),
        ("[mot]{lang=fr} is", [Span("mot", lang="fr"), Span(" is")]),
        ("[**mot** x]{lang=pt-BR}", [Span("mot", lang="pt-BR", **B), Span(" x", lang="pt-BR")]),
        (f"[[mot]{{lang=fr}}]({URL})", [Span("mot", href=URL, lang="fr")]),
        (f"[a [b]({URL}) c]({URL})", [Span("[a "), Span("b", href=URL), Span(f" c]({URL})")]),
    ],
)
def test_marks(text, wanted):
    assert spans(text) == tuple(wanted)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("  a \n b\t\tc  ", "a b c"),
        ("a\u00a0 b", "a\u00a0 b"),
        ("\u00a0a", "\u00a0a"),
        ("cafe\u0301", "café"),
        ("a\u2028b", "a b"),
    ],
)
def test_spaces_are_single_and_letters_composed(text, words):
    assert spans(text) == (Span(words),)


def test_an_empty_text_has_no_spans():
    assert parse_inline(" \n ") == ((), ())


@pytest.mark.parametrize(
    ("text", "needle", "part", "hint"),
    [
        ("[a](http://x.y)", "http://x.y", "`http:`", "(https://x.y)"),
        ("[a](HTTP://x.y)", "HTTP://x.y", "`HTTP:`", "(https://x.y)"),
        ("[a](javascript:alert(1))", "javascript:alert(1)", "`javascript:`", "https:"),
        ("[a](file:///etc)", "file:///etc", "`file:`", "https:"),
        ("[a](data:text/html,x)", "data:text/html,x", "`data:`", "https:"),
        ("[a](spine.example)", "spine.example", "needs https://", "(https://spine.example)"),
        ("[a](b@c.example)", "b@c.example", "needs mailto:", "(mailto:b@c.example)"),
        ("[a](https://)", "https://", "not a web address", "https://"),
        ("[a](mailto:b)", "mailto:b", "not an e-mail", "mailto:"),
        ("[a](tel:none)", "tel:none", "not a phone", "tel:"),
        ("[ ](https://x.y)", "https://x.y", "no words", "website"),
        ("[a]{lang=zzzzzzz}", "{lang=zzzzzzz}", "`zzzzzzz`", "fr"),
        ("a\u202eb", "\u202e", "U+202E RIGHT-TO-LEFT OVERRIDE", "`ab`"),
        ("a\u2067b", "\u2067", "U+2067", "again"),
        ("a\ue000b", "\ue000", "private-use", "stood for"),
        ("a\u0378b", "\u0378", "Unicode", "stood for"),
        ("a\ud800b", "\ud800", "half", "stood for"),
        ("a\x07b", "\x07", "control", "again"),
    ],
)
def test_faults_name_the_place_and_the_cure(text, needle, part, hint):
    _, (fault,) = parse_inline(text)
    assert fault.needle == needle
    assert part in fault.message
    assert hint in fault.hint
    assert fault.level == "error"


def test_bold_without_an_end_is_a_warning_and_stays_as_typed():
    found, (fault,) = parse_inline("this is **very important")
    assert found == (Span("this is **very important"),)
    assert fault.level == "warning"


def test_plain_text_keeps_marks():
    assert plain_text(" (310) *828* ") == ((Span("(310) *828*"),), ())


HOSTILE = ["*", "**", "[", "]", "](", "[](x", "[a](", "*a ", "**a ", "***a ", " a***", "[x]{"]
HOSTILE += [
    "[x](http:",
    "\\*",
    "[[](https://x)",
    "a**b*c",
    "](((",
    "[a]((a)(a)",
    "[x]{lang=",
    "[a](",
]
HOSTILE += [
    "*a **b ",
    "a* b** ",
    "[*a",
    "](a(",
    "\u200b",
    "a\u0301",
    "[x](https://x.y)",
    "[a [b]{lang=fr}",
]


@pytest.mark.slow
@pytest.mark.parametrize("unit", HOSTILE)
def test_hostile_text_takes_linear_time(unit):
    def cost(size):
        text = unit * (size // len(unit))
        start = time.process_time()
        parse_inline(text)
        return time.process_time() - start

    gc.disable()  # what other tests keep alive is no part of the cost
    try:
        short, long = (min(cost(size) for _ in range(3)) for size in (10_000, 200_000))
    finally:
        gc.enable()
    assert long < 80 * short  # 20 times as long; 400 times, were it quadratic


TEXT = st.text(st.sampled_from("**[]()\\ ab1{}lang=fr:/.-\n") | st.characters(), max_size=60)


@tried(200)
@given(TEXT)
def test_spans_are_never_empty_and_neighbours_differ(text):
    found, _ = parse_inline(text)
    assert all(span.text for span in found)
    styles = [(s.bold, s.italic, s.href, s.lang, s.fact) for s in found]
    assert all(a != b for a, b in itertools.pairwise(styles))
    assert not any(span.bold and span.italic for span in found)


@tried(120)
@given(
    st.text(
        st.characters(categories=["L", "N", "P", "S"], exclude_characters="*[]\\\ufffc"), min_size=1
    )
)
def test_words_without_marks_come_back(text):
    from unicodedata import normalize

    def plain(words):
        """The words spelled plainly; rings and brackets round a number are one."""
        letters = normalize("NFKC", words).replace("\u2215", "/").replace("\u2044", "/")
        return "".join(char for char in letters if char not in "()")

    assert plain("".join(s.text for s in parse_inline(text)[0])) == plain(text)


@pytest.mark.parametrize("tag", ["en", "en-US", "zh-Hans-CN", "es-419", "fil", "de-1996"])
def test_language_tags(tag):
    assert is_language(tag)


@pytest.mark.parametrize("tag", ["", "e", "english", "en_US", "en-", "-en", "en-US-", "en US"])
def test_no_language_tags(tag):
    assert not is_language(tag)


def test_email_shapes():
    assert is_email("a.b+c@d.example")
    assert not any(
        map(is_email, ["a", "a@b", "@b.c", "a@", "a b@c.d", "a@b@c.d", "a@.c", "a@b..c"])
    )


def test_the_short_way_to_tell_a_tag_gives_what_the_expression_gives():
    from itertools import product

    from brochure.reading import inline_markup

    short = ("".join(chars) for size in range(7) for chars in product("aé-1", repeat=size))
    for tag in (*short, "en-US", "zh-Hans", "EN", "pt_BR", "en\n", "e n", "ａｂ"):
        expected = re.fullmatch(inline_markup._LANGUAGE_TAG, tag) is not None
        assert inline_markup.is_language(tag) == expected, tag
