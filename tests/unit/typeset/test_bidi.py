"""The order of letters, against another maker's algorithm."""

from __future__ import annotations

from random import Random
from unicodedata import bidirectional

import pytest
from bidi import get_display

from brochure.typeset.bidi import LRI, PDI, levels, visual_order

LETTERS = "abcXY גדהאב عربيل 019 ٤٥ ۶۷ +-.,:/%$°«»!? \u0301\u05b0\u0651\u200d"
BRACKETS = LETTERS + "()[]（）" * 2
ISOLATES = LETTERS + "\u2066\u2067\u2068\u2069" * 3
MARKS = "\u2066\u2067\u2068\u2069"
AT_END = ("WS", "LRI", "RLI", "FSI", "PDI", "BN")


def displayed(text: str, base: int) -> str:
    """A text as a line of its own, from left to right (UAX #9, L1 and L2)."""
    found = levels(text, base)
    stop = len(text)
    while stop and bidirectional(text[stop - 1]) in AT_END:
        stop -= 1
        found[stop] = base
    return "".join(text[place] for place in visual_order(found))


def unmarked(text: str) -> str:
    return "".join(char for char in text if char not in MARKS + "\u200d")


@pytest.mark.parametrize("alphabet", [LETTERS, BRACKETS, ISOLATES], ids=len)
@pytest.mark.parametrize("base", [0, 1])
def test_the_order_is_that_of_another_implementation(alphabet, base):
    random = Random(len(alphabet) + base)
    for _ in range(3500):
        text = "".join(random.choices(alphabet, k=random.randint(1, 24)))
        expected = get_display(text, base_dir="LR"[base])
        assert unmarked(displayed(text, base)) == unmarked(expected), ascii(text)


def test_by_the_standard_alone_a_phone_is_read_from_its_end():
    """Why stretches are isolated."""
    assert "7757-828-310" in displayed("اتصل 310-828-7757 الآن", 1)


def test_an_isolate_keeps_its_order():
    text = "اتصل 310-828-7757 الآن"
    found = levels(text, 1, [(5, 17, LRI)])
    assert set(found[5:17]) == {2}
    assert found[4] == found[17] == 1


def test_isolates_are_those_of_the_standard():
    text = "ab גד 12 ef"
    marked = f"ab גד {LRI}12 ef{PDI}"
    inside = levels(marked, 1)
    assert levels(text, 1, [(6, 11, LRI)]) == [inside[i] for i in (*range(6), *range(7, 12))]


def test_levels_are_turned_from_the_highest():
    assert visual_order([1, 1, 2, 2, 1]) == [4, 2, 3, 1, 0]
    assert visual_order([0, 0]) == [0, 1]
    assert visual_order([]) == []
