"""Typed list signs make lists, asides are told, and a line end is never lost."""

from __future__ import annotations

import pytest

from brochure.importing.lines import as_lines, aside, rows_of, without_start
from brochure.importing.pieces import Line, Run, Told


def roles(*texts: str) -> list[tuple[str, int, str]]:
    made = as_lines([Line((Run(text),)) for text in texts])
    return [(p.role, p.number or p.level, p.words) for p in made if isinstance(p, Line)]


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (("• a",), [("bullet", 0, "a")]),
        (("·\ta", "·\tb"), [("bullet", 0, "a"), ("bullet", 0, "b")]),
        (("\uf0b7 a",), [("bullet", 0, "a")]),
        (("- a", "- b"), [("bullet", 0, "a"), ("bullet", 0, "b")]),
        (("1. a", "2. b"), [("number", 1, "a"), ("number", 2, "b")]),
        (("1) a", "So.", "2) b"), [("number", 1, "a"), ("text", 0, "So."), ("number", 2, "b")]),
        (("a) x", "b) y"), [("number", 1, "x"), ("number", 2, "y")]),
        (("☐ Card",), [("box", 0, "Card")]),
        (("• a", "o B"), [("bullet", 0, "a"), ("bullet", 1, "B")]),
        (("• a", "o b"), [("bullet", 0, "a"), ("bullet", 1, "b")]),
        (("• a", "o b", "o c", "o d"), [("bullet", 0, "a"), *[("bullet", 1, w) for w in "bcd"]]),
        (("- a b", "- 65 or over"), [("bullet", 0, "a b"), ("bullet", 0, "65 or over")]),
        (("o llame ya",), [("text", 0, "o llame ya")]),
        (("- said nobody",), [("text", 0, "- said nobody")]),
        (("2024. A year",), [("text", 0, "2024. A year")]),
        (("1. Alone",), [("text", 0, "1. Alone")]),
        (("- 5 °C outside", "- 3 °C inside"), [("text", 0, "- 5 °C outside"),
                                               ("text", 0, "- 3 °C inside")]),
    ],
)  # fmt: skip
def test_typed_signs(texts, found):
    assert roles(*texts) == found


def test_a_sign_typed_into_a_list_is_taken_off():
    made = as_lines([Line((Run("• a"),), "bullet", 1), Line((Run("1. b"),), "number", 0, 1)])
    assert [(p.role, p.level, p.words) for p in made] == [("bullet", 1, "a"), ("number", 0, "b")]


def test_each_line_of_a_paragraph_is_its_own():
    assert [words for _, _, words in roles("8 to 5\nclosed\n\n")] == ["8 to 5", "closed"]
    (item,) = as_lines([Line((Run("Ice\nput it on"),), "bullet")])
    assert item.words == "Ice – put it on"
    (head,) = as_lines([Line((Run("When to\ncall"),), "heading", 2)])
    assert head.words == "When to call"


@pytest.mark.parametrize(
    ("words", "what"),
    [
        ("By Dr. Ana Lee", "a by-line"),
        ("Medically reviewed by Sam Roe, MD", "a by-line"),
        ("Last updated: May 3, 2026", "a by-line"),
        ("5 min read", "a by-line"),
        ("We use cookies to improve your experience", "a cookie notice"),
        ("Share on Facebook", "buttons for sharing"),
        ("© 2026 Harbor Clinic", "the foot of the page"),
        ("Page 2 of 3", "a page number"),
        ("By Monday you should feel better.", ""),
        ("By mouth, twice a day", ""),
        ("Share your questions with the nurse.", ""),
        ("Read more about the risks before you sign.", ""),
        ("Eat fewer cookies.", ""),
        ("Reviewed by the nurse before you go home, the list of your drugs is the one that you "
         "should follow, so bring it with you to each and every visit.", ""),
        ("May 3 is the day of your operation.", ""),
        ("Print your name.", ""),
        ("911", ""),
        ("988", ""),
        ("12", "a page number"),
        ("3 of 4", "a page number"),
    ],
)  # fmt: skip
def test_asides(words, what):
    assert aside(words) == what
    assert isinstance(as_lines([Line((Run(words),))])[0], Told if what else Line)


def test_a_date_amid_a_text_is_none():
    texts = [Line((Run(f"Sentence {at} of the text."),)) for at in range(20)]
    texts[10] = Line((Run("May 3, 2026"),))
    assert not [piece for piece in as_lines(texts) if isinstance(piece, Told)]
    assert isinstance(as_lines(texts[9:])[1], Told)


def test_runs_are_cut():
    runs = (Run("a\nb", bold=True), Run("c"))
    assert rows_of(runs) == [(Run("a", bold=True),), (Run("b", bold=True), Run("c"))]
    assert without_start(runs, 3) == (Run("c"),)
