"""Rules about words that are right by themselves: the wrong word, the wrong form. English."""

from __future__ import annotations

import re
from collections.abc import Iterator

from brochure.checks.english import agreement, confusions
from brochure.checks.handout_view import Finding, View
from brochure.checks.patterns import pattern


def wrong_word(view: View) -> Iterator[Finding]:
    """Find a word that stands for another: "prostrate cancer", "more then two"."""
    told: set[tuple[int, int]] = set()
    for passage, found in confusions.confusions(view):
        start, place = found.start, (id(passage), found.start)
        if place in told:
            continue
        told.add(place)
        hint = f"did you mean “{found.meant}”?"
        message = f"“{found.word}” looks like the wrong word here"
        yield Finding(message, hint, passage.text, found.word, start, instead=found.meant)


def wrong_form(view: View) -> Iterator[Finding]:
    """Find a word in the wrong form: "the tablets is", "a MRI"."""
    for passage, found in agreement.slips(view):
        start = found.start
        hint = f"write “{found.write}”" if found.write else f"take “{found.word}” out"
        message = f"“{_around(passage.plain, start)}”: “{found.word}” is the wrong form here"
        write = found.write or None
        yield Finding(message, hint, passage.text, found.word, start, instead=write)


def _around(text: str, at: int) -> str:
    """Return the words about a place."""
    start = text.rfind(" ", 0, max(0, at - 1)) + 1
    return " ".join(text[start:].split()[:3])


_GAP = pattern(
    r"\b(?:(?:you|we|they) (?:should|must|can|may|could|might|cannot) (?:the|an?|your|my|with"
    r"|of|to)"
    r"|(?<!instead )(?<!out )(?<!because )(?:with|without|from|into|of|for) (?:of|with|into)"
    r"|(?:the|an?|your|our) (?:the|an?|your|our|of|with|is|are))(?= [a-z])",
    re.IGNORECASE,
)


def missing_word(view: View) -> Iterator[Finding]:
    """Find two small words that never stand together: "you should the", "with of"."""
    for passage in view.body_holding(_GAP):
        for found in _GAP.finditer(passage.plain):
            if len(set(found.group().lower().split())) < 2:
                continue  # a word twice, which has a rule of its own
            yield Finding(
                f"“{found.group()}”: a word is missing here, or one too much",
                "read the sentence aloud",
                passage.text,
                found.group(),
                found.start(),
            )
