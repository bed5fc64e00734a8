"""How lines end: a short word brought down, at the cost of a ragged line, or left where it is."""

from __future__ import annotations

from brochure.typeset.word_bindings import bound
from tests.support.prices import LESS, MORE, Guard
from tests.unit.typeset.test_line_breaking import lines


def last_line(measure: float, *letters: int, balance: bool = False) -> str:
    """The last line of words of so many letters in a measure of ems (twice as many letters).

    A full line stands above them: texts of two lines have a price of their own.
    """
    text = " ".join("abcdef"[number] * count for number, count in enumerate(letters))
    return lines(f"{'z' * int(2 * measure)} {text}", measure, balance=balance)[-1]


def first_line(measure: float, words: str) -> str:
    """The first line of a text."""
    return lines(words, measure)[0]


GUARDS = [
    # No rag is so dear as a runt, and the dearest costs 0.95: only a tenth of the price tells.
    Guard("lone_words.RUNT", lambda: last_line(10.5, 1, 18, 2), "b" * 18 + " cc", (0.1,)),
    Guard("lone_words.SHORT_WORD", lambda: last_line(8.0, 1, 8, 7), "b" * 8 + " " + "c" * 7,
          (LESS,)),
    Guard("lone_words.SHORT_WORD", lambda: last_line(8.0, 2, 7, 8), "c" * 8, (MORE,)),
    Guard("lone_words.LONE_WORD", lambda: last_line(8.0, 2, 7, 8), "c" * 8, (MORE,)),
    Guard("lone_words.LONE_WORD", lambda: last_line(8.0, 3, 6, 8), "bbbbbb cccccccc", (LESS,)),
    Guard("lone_words.RUNT_BALANCED", lambda: last_line(8.0, 1, 10, 4, balance=True), "cccc",
          (MORE,)),
    Guard("lone_words.RUNT_BALANCED", lambda: last_line(8.5, 1, 11, 4, balance=True),
          "b" * 11 + " cccc", (LESS,)),
    Guard("lone_words.SHORT_LINE", lambda: last_line(12.0, 11, 9, 1, 1), "c d", (MORE,)),
    Guard("lone_words.SHORT_LINE", lambda: last_line(20.0, 19, 17, 1, 1), "b" * 17 + " c d",
          (LESS,)),
    Guard("lone_words.SHORT_COST", lambda: last_line(14.0, 13, 11, 1, 1), "c d", (MORE,)),
    Guard("lone_words.SHORT_COST", lambda: last_line(20.0, 19, 17, 1, 1), "b" * 17 + " c d",
          (LESS,)),
    Guard("line_breaking.FEW_WORDS", lambda: first_line(6.5, "aaaaaaa bbbb cccccc"), "aaaaaaa ",
          (LESS,)),
    Guard("word_bindings.NUMBER_DIGITS", lambda: bound("12", "345"), True, (MORE,)),
    Guard("word_bindings.NUMBER_DIGITS", lambda: bound("12", "34"), False, (LESS,)),
]  # fmt: skip
