"""Marks of other markups and stray quotes are told, each text once, with the text mended."""

from __future__ import annotations

from time import perf_counter

import pytest

from brochure.reading.inline_markup import parse_inline
from brochure.reading.leftovers import leftovers, shifted
from tests.support.fakes import texts_in
from tests.unit.reading.test_typed_lines import read

LEFT = {
    "<b>Wear</b> flat shoes": "**Wear** flat shoes",
    "<STRONG>Wear</STRONG> flat": "**Wear** flat",
    "<p>One</p><p>Two</p>": "One Two",
    "One<br/>two": "One two",
    '<span style="x">One</span>': "One",
    "<a href='https://x.y'>us</a>": "[us](https://x.y)",
    "CO<sub>2</sub>": "CO~2~",
    "Rest &amp; ice&nbsp;now": "Rest & ice now",
    "5 &#8211; 10 &frac12;": "5 – 10 ½",
    "&lt;b&gt;Now&lt;/b&gt;": "**Now**",
    "## Food": "Food",
    "__Stop__ now": "**Stop** now",
    "Stop _now_": "Stop *now*",
    "`code` and ~~old~~ new": "code and new",
    "Rest ~~for 3~~ for 2 days.": "Rest for 2 days.",
    "Rest. <!-- ask Dr. Lee -->": "Rest.",
    "Sore.[^4] Ice[LS1] it": "Sore. Ice it",
    "See <https://x.example/a> now": "See https://x.example/a now",
    "See [us]() or [them][1]": "See us or them",
    "Take ** two ** tablets": "Take **two** tablets",
    "**Do: ** rest. ** Stop** now": "**Do:** rest. **Stop** now",
    "Take \\textbf{2} at $\\geq$ 38": "Take 2 at ≥ 38",
    "Sore.[1][2] Ice [citation needed]": "Sore. Ice",
    "Sore [3].": "Sore.",
    "[[Heel]] pain": "Heel pain",
    "5\\- 10 mg": "5- 10 mg",
    'You may have:"': "You may have:",
    "Call us”": "Call us",
    "“Call us": "Call us",
    "Rest »": "Rest",
}


@pytest.mark.parametrize(("text", "mended"), LEFT.items(), ids=list(LEFT))
def test_what_is_left_of_another_markup_is_told_with_the_mended_text(text, mended):
    (fault,) = parse_inline(text)[1]
    assert (fault.level, fault.becomes) == ("warning", mended)
    assert mended in fault.hint
    assert fault.needle in text
    assert not parse_inline(mended)[1]


@pytest.mark.parametrize(
    "text",
    ["Call [insert phone number] now", "[Clinic Name] is open", "Dear {{patient_name}},",
     "Dear «First_Name»,", "TODO: ask Dr. Lee", "Rest [ask Dr. Lee if 10 or 15 minutes]",
     "Take it for [XX] days", "Come on <<date>>"],
)  # fmt: skip
def test_what_nobody_filled_in_is_told(text):
    (fault,) = parse_inline(text)[1]
    assert fault.level == "warning"
    assert "fill in" in fault.message


@pytest.mark.parametrize(
    "text",
    [
        "pain < 5, our #1 tip & 3 > 2",
        '5\'10" and 6"',
        'he said "yes"',
        "“Rest,” he said",
        "»Ja« „Ja“ «Oui»",
        "a_b_c x_1@y.org",
        "Name: ________",
        "about ~5 to ~10",
        "patients' feet",
        "see [1] and [2]",
        "[your words]{lang=fr} and [name](https://x.example)",
        "It is [sic] so, 5 * 3 and 2 ** 3",
        "**a** and **b** or *c* **d**",
        "the word todo is Spanish: todo",
        "<your name>",
        "R&D; AT&T",
        "it’s ’tis",
        "2 ^ 3",
    ],
)
def test_other_signs_are_words(text):
    assert not parse_inline(text)[1]


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("H~2~O", "H₂O"),
        ("4 × 10^9^/L", "4 × 10⁹/L"),
        ("C~max~", "Cₘₐₓ"),
        ("SpO~2~ 10^-3^", "SpO₂ 10⁻³"),
        ("the 2^nd^", "the 2ⁿᵈ"),
    ],
)
def test_marks_raise_and_lower(typed, printed):
    assert parse_inline(typed)[0][0].text == printed
    assert not parse_inline(typed)[1]


def test_what_cannot_be_lowered_is_told():
    words, (fault,) = shifted("T~G~")
    assert words == "T~G~"
    assert (fault.needle, fault.level) == ("~G~", "warning")


@pytest.mark.parametrize("around", ["“{}”", "„{}“", "‘{}’", "”{}”", '“{}"'])
@pytest.mark.parametrize("field", ["text", "closing"])
def test_curly_quotes_around_a_whole_text_are_quotes(around, field):
    words = around.format("It’s sore" if "‘" not in around else "Sore")
    section, (problem,) = read(f"    {field}: {words}\n    bullets: [a]\n")
    found = texts_in(section)[0 if field == "text" else -1]
    assert found.plain == words[1:-1]
    assert problem.level == "warning"
    assert problem.fix.text == f'"{words[1:-1]}"'


@pytest.mark.parametrize("words", ["“Yes” and “no”", "‘Yes’ and ‘no’", "a “b”", "“a” b"])
def test_other_curly_quotes_are_printed(words):
    section, said = read(f"    text: {words}\n")
    assert (texts_in(section)[0].plain, said) == (words, ())


@pytest.mark.parametrize(
    ("typed", "fixed"),
    [
        ("<b>Rest</b>", '"**Rest**"'),
        ('"<b>Rest</b>"', '"**Rest**"'),
        ('Rest:"', '"Rest:"'),
        ("Rest&nbsp;now", "Rest now"),
    ],
)
def test_the_fix_types_the_whole_text(typed, fixed):
    _, (problem,) = read(f"    text: {typed}\n")
    fix = problem.fix
    assert (fix.line, fix.column, fix.end_column) == (5, 11, 11 + len(typed))
    assert fix.text == fixed


def test_a_text_full_of_braces_is_looked_through_at_once():
    start = perf_counter()
    assert leftovers("{{" * 4000) == ()
    assert perf_counter() - start < 1
