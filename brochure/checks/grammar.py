"""Rules about words that are right by themselves: the wrong word, the wrong form. English."""

from __future__ import annotations

from collections.abc import Iterator

from brochure.checks.english import agreement, confusions
from brochure.checks.handout_view import Finding, View


def wrong_word(view: View) -> Iterator[Finding]:
    """Find a word that stands for another: "prostrate cancer", "more then two"."""
    whole = view.whole
    for found in confusions.confusions(whole.text):
        passage, start = whole.place(found.start)
        hint = f"did you mean “{found.meant}”?"
        message = f"“{found.word}” looks like the wrong word here"
        yield Finding(message, hint, passage.text, found.word, start, instead=found.meant)


def wrong_form(view: View) -> Iterator[Finding]:
    """Find a word in the wrong form: "the tablets is", "a MRI"."""
    whole = view.whole
    for found in agreement.slips(whole.text):
        passage, start = whole.place(found.start)
        hint = f"write “{found.write}”" if found.write else f"take “{found.word}” out"
        message = f"“{_around(passage.plain, start)}”: “{found.word}” is the wrong form here"
        write = found.write or None
        yield Finding(message, hint, passage.text, found.word, start, instead=write)


def _around(text: str, at: int) -> str:
    """Return the words about a place."""
    start = text.rfind(" ", 0, max(0, at - 1)) + 1
    return " ".join(text[start:].split()[:3])
