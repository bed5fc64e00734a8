"""Rules about words that are right by themselves: the wrong word, the wrong form. English."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate

from brochure.checks.english import agreement, confusions
from brochure.checks.handout_view import Finding, Passage, View

_UNREAD = frozenset({"source", "clinic", "email"})


def wrong_word(view: View) -> Iterator[Finding]:
    """Find a word that stands for another: "prostrate cancer", "more then two"."""
    whole = Whole(view)
    for found in confusions.confusions(whole.text):
        passage, start = whole.place(found.start)
        hint = f"did you mean “{found.meant}”?"
        message = f"“{found.word}” looks like the wrong word here"
        yield Finding(message, hint, passage.text, found.word, start, instead=found.meant)


def wrong_form(view: View) -> Iterator[Finding]:
    """Find a word in the wrong form: "the tablets is", "a MRI"."""
    whole = Whole(view)
    for found in agreement.slips(whole.text):
        passage, start = whole.place(found.start)
        hint = f"write “{found.write}”" if found.write else f"take “{found.word}” out"
        message = f"“{_around(passage.plain, start)}”: “{found.word}” is the wrong form here"
        write = found.write or None
        yield Finding(message, hint, passage.text, found.word, start, instead=write)


class Whole:
    """All texts of a handout as one, which is looked through quicker than each by itself."""

    def __init__(self, view: View) -> None:
        """Join the texts by line ends."""
        self._read = [passage for passage in view.passages if passage.role not in _UNREAD]
        self._starts = [0, *accumulate(len(passage.plain) + 1 for passage in self._read)]
        self.text = "\n".join(passage.plain for passage in self._read)

    def place(self, at: int) -> tuple[Passage, int]:
        """Return the text that a place lies in, and where in it."""
        number = bisect_right(self._starts, at) - 1
        return self._read[number], at - self._starts[number]


def _around(text: str, at: int) -> str:
    """Return the words about a place."""
    start = text.rfind(" ", 0, max(0, at - 1)) + 1
    return " ".join(text[start:].split()[:3])
