"""Rules about words that few readers know: stiff ones, and medical terms that nothing explains."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from brochure.checks import word_lists
from brochure.checks.english import plain_words
from brochure.checks.english.explained import explained
from brochure.checks.english.plain_words import Term, Use
from brochure.checks.handout_view import Finding, Passage, View
from brochure.checks.spanish import explained as spanish
from brochure.checks.spelling import foreign

TYPE_CHECKING = False
if TYPE_CHECKING:
    from brochure.model.choices import Level


_MOST_USES = 50
"""How many uses of a term in one text are looked at for an explanation."""
_EXPLAINED = {"en": explained, "es": spanish.explained}
"""How each language with a table says what a term means."""


def plain_word(view: View) -> Iterator[Finding]:
    """Find stiff words that have a plain one; each is shown once."""
    shown: set[str] = set()
    for passage in view.body:
        for use in _uses(passage, view.language):
            term = use.term
            if not term.medical and term.plain not in shown:
                shown.add(term.plain)
                words = passage.plain[use.start : use.stop]
                message = f"“{words}” has a plainer word"
                yield Finding(message, f"say: {term.plain}", passage.text, words, use.start)


def unexplained_term(view: View) -> Iterator[Finding]:
    """Find medical terms explained neither where they first stand nor later in that section.

    One that a later section explains is a hint.
    """
    settled: set[str] = set()
    for passage in view.body:
        for use in _uses(passage, view.language):
            term = use.term
            if term.medical and term.plain not in settled:
                settled.add(term.plain)
                if not _explained_here(passage, use, view.language):
                    yield from _unexplained(view, passage, use)


def _uses(passage: Passage, language: str) -> Iterator[Use]:
    """Yield the terms that a passage uses, but for those in words of another language."""
    others = foreign(passage)
    for use in plain_words.uses(passage.plain, language):
        if not any(start <= use.start < stop for start, stop in others):
            yield use


def _explained_here(passage: Passage, use: Use, language: str) -> bool:
    """Return whether the passage says what the term means."""
    says = _EXPLAINED[language]
    return says(passage.plain, use.start, use.stop, use.term.plain)


def _explains(passage: Passage, term: Term, view: View) -> bool:
    """Return whether a passage uses the term, under any of its forms, and explains it."""
    same = (use for use in _uses(passage, view.language) if use.term.plain == term.plain)
    return any(_explained_here(passage, use, view.language) for use in islice(same, _MOST_USES))


def _is_met_often(term: Term, view: View) -> bool:
    """Return whether a term is made of words that many readers have met: "spinal cord"."""
    words = re.findall(r"[a-z]+", term.form) if view.english else ()
    return bool(words) and all(map(word_lists.is_common, words))


def _unexplained(view: View, passage: Passage, use: Use) -> Iterator[Finding]:
    """Yield the finding for a term, unless its section explains it further on."""
    later = next((p for p in view.body if _explains(p, use.term, view)), None)
    if later and later.section == passage.section:
        return
    words = passage.plain[use.start : use.stop]
    message = f"“{words}” is not explained at its first use"
    if later:
        message = f"“{words}” is explained only later, in line {later.text.line}"
    hint = f"explain it in brackets, or say instead: {use.term.plain}"
    level: Level | None = "hint" if later or _is_met_often(use.term, view) else None
    yield Finding(message, hint, passage.text, words, use.start, level)
