"""What a process remembers: up to a number, shared by threads, forgotten at a word."""

from __future__ import annotations

import random
from concurrent.futures import ThreadPoolExecutor
from itertools import product

import pytest

from brochure.copyfit.formats import FORMATS, MODES, PAPERS
from brochure.editions import Options
from brochure.model import BrochureError
from brochure.remember import forget, known, remember
from tests.conftest import ROOT, SAMPLE
from tests.hashes import made


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


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1, 2])
def test_what_is_remembered_of_other_handouts_changes_no_byte(seed):
    """Each edition is the same after any others, and after all is forgotten."""
    chance = random.Random(seed)
    files = [SAMPLE, *sorted((ROOT / "tests/handouts").glob("*.yaml"))]
    rows = chance.sample(list(product(files, FORMATS, PAPERS, MODES)), 8)
    first: dict[tuple[object, ...], bytes] = {}
    for _ in range(2):
        for row in chance.sample(rows, len(rows)):
            again = made(row[0], Options(*row[1:]))
            assert again == first.setdefault(row, again), row
    for row in rows:
        forget()
        assert made(row[0], Options(*row[1:])) == first[row], row
