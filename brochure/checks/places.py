"""Where words stand: whole ones in a text, and a text's own in the file that it was typed in."""

from __future__ import annotations

from collections.abc import Iterator

from brochure.checks.patterns import pattern

_GAP = pattern(r"\s*(?:\\\n\s*\\?|\s)[\s*]*")
"""What may stand between two words in a file: a line end, also of a quoted text, and stars."""


def places_of(word: str, text: str) -> Iterator[int]:
    """Yield where a word in small letters stands whole in a text, whatever its capitals."""
    small, start = text.lower(), -1
    while (start := small.find(word, start + 1)) >= 0:
        end = start + len(word)
        if not (_goes_on(small[start - 1 : start]) or _goes_on(small[end : end + 1])):
            yield start


def _goes_on(char: str) -> bool:
    """Return whether a character is one of a word's."""
    return char.isalnum() or char == "_"


def typed_places(words: str, source: str, start: int, stop: int) -> Iterator[int]:
    """Yield where words begin in a part of a file, whatever stands there between them."""
    first, *others = words.split() or [""]
    if not first or any(each[0] in "*\\" for each in others):  # which the gap may take, too
        yield from _by_pattern(words, source, start, stop)
        return
    at = start
    while (at := source.find(first, at, stop)) >= 0:
        end = -1 if at and _goes_on(source[at - 1]) else _end(at + len(first), others, source, stop)
        if end >= 0:
            yield at
        at = max(end, at + 1)


def _end(at: int, words: list[str], source: str, stop: int) -> int:
    """Return where words end that begin with a gap at a place; -1 if they do not stand there."""
    for word in words:
        gap = _GAP.match(source, at, stop)
        if not (gap and source.startswith(word, gap.end(), stop)):
            return -1
        at = gap.end() + len(word)
    return at


def _by_pattern(words: str, source: str, start: int, stop: int) -> Iterator[int]:
    """Yield what `typed_places` does, for words that begin as a gap may end."""
    import re

    wanted = re.compile(rf"(?<!\w){_GAP.pattern.join(map(re.escape, words.split()))}")
    yield from (found.start() for found in wanted.finditer(source, start, stop))
