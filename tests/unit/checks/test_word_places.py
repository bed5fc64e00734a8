"""Words found in long lists of which only a part is read."""

import pytest

from brochure.checks import word_lists
from brochure.checks.word_places import places_of, rest_of_line

LISTED = b"a\nab\nabc\nabcd\nabd\nzu\nab\xc3\xa9\nabce\nit's\n12\n"
"""Not all in order, and with other signs than letters."""


SPOKEN = LISTED.replace(b"\n", b" 1\n")


@pytest.mark.parametrize("word", LISTED.split())
def test_every_word_of_a_list_is_found_at_its_line(word):
    places = places_of("test", (), lambda: SPOKEN)
    assert rest_of_line(word, b" ", SPOKEN, places) == b"1"


def test_a_list_that_ends_without_a_line_end():
    spoken = SPOKEN.rstrip()
    assert rest_of_line(b"12", b" ", spoken, places_of("test", (), lambda: spoken)) == b"1"


@pytest.mark.parametrize("word", [b"", b"b", b"abcde", b"bc", b"z", b"ab\xc3", b"it", b"2", b"zz"])
def test_a_part_of_a_word_is_none(word):
    assert rest_of_line(word, b" ", SPOKEN, places_of("test", (), lambda: SPOKEN)) is None


@pytest.mark.parametrize("name", ["common", "known", "names", "rare"])
def test_the_lists_have_their_words_and_no_others(name):
    every = word_lists._read(name).decode().split()
    listed = set(every)
    for word in every[::101]:
        assert word_lists._is_listed(word, name)
        assert word_lists._is_listed(word[:-1], name) == (word[:-1] in listed)
        assert word_lists._is_listed(f"{word}q", name) == (f"{word}q" in listed)
