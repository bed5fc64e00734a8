"""What a paragraph's first and last line cost if a word stands alone there, or few letters do."""

from __future__ import annotations

from collections.abc import Sequence

SHORT_WORD = 8
"""A last line of one word with fewer letters than this is a runt, to be avoided."""
RUNT, RUNT_BALANCED, LONE_WORD = 9.0, 0.25, 0.6
"""What a runt costs, in a text that is evened out, too, and what one longer word costs."""
HAN = "\u2e80", "\ua000"
"""The first sign of Han and kana, and the first one behind them."""
SHORT_LINE, SHORT_COST = 0.3, 1.2
"""A last line under this share of the measure costs so much for what it lacks."""

Word = Sequence[tuple[str, int]]
"""A word as runs: texts, each with the index of its style."""
Words = Sequence[Word]


def plain(word: Word) -> str:
    """Return the letters of a word."""
    return word[0][0] if len(word) == 1 else "".join(part for part, _ in word)


def last_line_cost(words: Words, first: int, share: float, balance: bool) -> float:
    """Return what a paragraph's last line costs: a runt most, a very short line a little."""
    if first == len(words) - 1 and first > 0:
        word = plain(words[first])
        letters = sum(map(str.isalnum, word))
        if balance:
            return RUNT_BALANCED if letters < SHORT_WORD else 0.0
        before = plain(words[first - 1]).rstrip(" ")[-1:]
        if before == "," and " " in word:
            return 0.0  # "Los Angeles, CA 90404": no lone word
        if letters < SHORT_WORD:
            return RUNT
        if HAN[0] <= before < HAN[1] and word[:1].isdigit():
            return 0.0  # a phone is no word: no sign of the word before it goes with it
        return 0.0 if before == ":" else LONE_WORD
    return 0.0 if share >= SHORT_LINE or balance else (SHORT_LINE - share) * SHORT_COST


def first_word_cost(words: Words, balance: bool) -> float:
    """Return what the first of two lines costs that is one word: as a last line of one would."""
    short = sum(map(str.isalnum, plain(words[0]))) < SHORT_WORD
    if balance:
        return RUNT_BALANCED if short else 0.0
    return RUNT if short else LONE_WORD
