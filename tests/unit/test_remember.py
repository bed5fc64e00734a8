"""What a process remembers: up to a number, shared by threads, forgotten at a word."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from brochure.model import BrochureError
from brochure.remember import forget, known, remember


def test_a_result_is_made_once_and_again_when_it_is_forgotten():
    made = []

    @remember(8)
    def doubled(number: int) -> int:
        """Twice a number."""
        made.append(number)
        return 2 * number

    assert [doubled(3), doubled(3), doubled(4)] == [6, 6, 8]
    assert made == [3, 4]
    forget()
    assert doubled(3) == 6
    assert made == [3, 4, 3]
    assert (doubled.__name__, doubled.__doc__) == ("doubled", "Twice a number.")


def test_the_longest_unused_is_forgotten_first():
    made = []

    @remember(2)
    def same(number: int) -> int:
        made.append(number)
        return number

    for number in (1, 2, 1, 3, 1, 2):
        same(number)
    assert made == [1, 2, 3, 2]


def test_an_error_is_not_remembered():
    made = []

    @remember(2)
    def fails(number: int) -> int:
        made.append(number)
        raise BrochureError([])

    for _ in range(2):
        with pytest.raises(BrochureError):
            fails(1)
    assert made == [1, 1]


def test_threads_share_what_is_remembered():
    words = remember(16)(str.upper)
    letters = "abcdefghijklmnopqrstuvwxyz" * 40
    with ThreadPoolExecutor(8) as pool:
        assert "".join(pool.map(words, letters)) == letters.upper()


def test_what_is_known_of_texts_is_made_once_and_bounded():
    made = []

    def length(text: str) -> int:
        made.append(text)
        return len(text)

    lengths = known(length, 3)
    assert [lengths["a"], lengths["bb"], lengths["a"]] == [1, 2, 1]
    assert made == ["a", "bb"]
    for text in ("c", "dd", "eee", "ffff"):
        assert lengths[text] == len(text)
        assert len(lengths) <= 3
    assert list(map(lengths.__getitem__, ("a", "xyz"))) == [1, 3]
