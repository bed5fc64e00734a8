"""Words found in a text and in the file that it was typed in."""

import re
from random import Random

import pytest

from brochure.checks.places import places_of, typed_places

GAP = r"\s*(?:\\\n\s*\\?|\s)[\s*]*"


def by_pattern(words: str, source: str, start: int, stop: int) -> list[int]:
    found = re.compile(rf"(?<!\w){GAP.join(map(re.escape, words.split()))}")
    return [each.start() for each in found.finditer(source, start, stop)]


@pytest.mark.parametrize(
    "source",
    [
        "take the pill",
        "take  the\n    pill and take the pill",
        "take **the** pill; mistake the pill; take the* pill",
        '"take \\\n  the \\\n  \\ pill"',
        "take\\\n  \\the pill, take the\\ pill",
        "_take the pill take the pil",
    ],
)
@pytest.mark.parametrize("words", ["take the pill", "the pill", "pill", "the *pill", "  "])
def test_words_are_found_however_they_are_typed(source: str, words: str) -> None:
    for start in range(len(source)):
        for stop in (start + 9, len(source), len(source) + 40):
            typed = list(typed_places(words, source, start, stop))
            assert typed == by_pattern(words, source, start, stop)


def test_any_words_are_found_as_a_pattern_finds_them() -> None:
    random, met = Random(7), 0
    for _ in range(3000):
        source = "".join(random.choices(["a", "b", "ab", " ", "\n", "\\\n", "*", "\\", "."], k=14))
        words = " ".join(
            random.choices(["a", "b", "ab", "a*", "*b", "."], k=random.choice((1, 2, 3)))
        )
        typed = list(typed_places(words, source, 0, len(source)))
        met += bool(typed)
        assert typed == by_pattern(words, source, 0, len(source)), (source, words)
    assert met > 300


def test_a_whole_word_is_found_whatever_its_capitals() -> None:
    text = "Renal. The renal test, adrenal and renal_x; RENAL, renally. (renal)"
    wanted = [found.start() for found in re.finditer(r"\brenal\b", text, re.IGNORECASE)]
    assert list(places_of("renal", text)) == wanted
    assert len(wanted) == 4
