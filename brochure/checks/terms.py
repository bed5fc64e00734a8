"""Rules about words that few readers know: stiff ones, and medical terms that nothing explains."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from brochure._startup.records import replace
from brochure.checks import word_lists
from brochure.checks.english import plain_words
from brochure.checks.english.explained import explained
from brochure.checks.english.plain_words import Term, Use, met_often
from brochure.checks.handout_view import Finding, Passage, View
from brochure.checks.patterns import pattern
from brochure.checks.spelling import foreign

Explains = Callable[..., bool]
"""Whether a text says what its words from one place to another mean; see `explained`."""
_Unexplained = tuple[Passage, Use]
"""A term where it first stands."""
_PRODUCT = pattern(
    r"[ -](?:vaccin\w+|shots?|jabs?|vitamins?|toothpaste|clinic|department|ward|unit|team|nurse"
    r"|detectors?|alarms?"
    r"|cent(?:er|re)"
    r"|specialist)\b",
    re.IGNORECASE,
)
"""What makes of a term a part of the name of a thing or a place: "pneumococcal vaccine"."""
_MOST_USES = 50
"""How many uses of a term in one text are looked at for an explanation."""


def plain_word(view: View) -> Iterator[Finding]:
    """Find stiff words that have a plain one; each is shown once."""
    shown: set[str] = set()
    for passage in view.body:
        for use in _uses(passage, view.language):
            term = use.term
            if not term.medical and term.plain not in shown and not _has_plain(passage, use):
                shown.add(term.plain)
                words = passage.plain[use.start : use.stop]
                message = f"“{words}” has a plainer word"
                yield Finding(
                    message, _say(term, view.language, words), passage.text, words, use.start
                )


_INFINITIVE = pattern(r"\w+[aei]r(?:se)?\b")


def _say(term: Term, language: str, words: str) -> str:
    """Return what to say for a stiff word; of a Spanish verb the table has the infinitive alone."""
    verb = language == "es" and _INFINITIVE.match(term.plain) and not _INFINITIVE.match(words)
    return f"say a form of: {term.plain}" if verb else f"say: {term.instead}"


_BRACKET = pattern(r"[^.()]{0,25}\(([^()]*)\)")


def _has_plain(passage: Passage, use: Use) -> bool:
    """Return whether the plain word stands in brackets behind: "hypersensitivity (allergy)"."""
    beside = _BRACKET.match(passage.plain, use.stop)
    said = beside[1].lower() if beside else ""
    return any(each in said for each in use.term.plain.split(", "))


def unexplained_term(view: View) -> Iterator[Finding]:
    """Find medical terms explained neither where they first stand nor later in that section.

    One that a later section explains is a hint. Those that many readers have met are told together.
    """
    settled: set[str] = set()
    met: list[_Unexplained] = []
    for passage in view.body:
        for use in _uses(passage, view.language):
            term = use.term
            if not term.medical or term.plain in settled:
                continue
            settled.add(term.plain)
            if _is_clear(passage, use, view):
                continue
            later = next((p for p in view.body if _explains(p, term, view)), None)
            if later and later.section == passage.section:
                continue
            if not later and _is_met_often(term, view.language):
                met.append((passage, use))
            else:
                yield _unexplained(passage, use, later)
    if met:
        yield _together(met)


def _uses(passage: Passage, language: str) -> Iterator[Use]:
    """Yield the terms that a passage uses, but for those in words of another language."""
    others = foreign(passage)
    for use in plain_words.uses(passage.plain, language):
        if not any(start <= use.start < stop for start, stop in others):
            yield use


def explained_in(language: str) -> Explains:
    """Return what tells whether a text in a language says what its words mean."""
    if language == "es":
        from brochure.checks.spanish import explained as spanish

        return spanish.explained
    return explained


def _explained_here(passage: Passage, use: Use, language: str) -> bool:
    """Return whether the passage says what the term means."""
    return explained_in(language)(passage.plain, use.start, use.stop, use.term.plain)


def _explains(passage: Passage, term: Term, view: View) -> bool:
    """Return whether a passage uses the term, under any of its forms, and explains it."""
    same = (use for use in _uses(passage, view.language) if use.term.plain == term.plain)
    return any(_explained_here(passage, use, view.language) for use in islice(same, _MOST_USES))


def _is_clear(passage: Passage, use: Use, view: View) -> bool:
    """Return whether a term needs no explanation: its passage has it, or it names a vaccine.

    Who holds a handout about "your vasectomy" has met that word.
    """
    if _PRODUCT.match(passage.plain, use.stop):
        return True
    title = view.handout.title.plain.lower()
    form = use.term.form.removesuffix("s")
    if form in title and (_is_met_often(use.term, view.language) or _opens_a_sentence(form, view)):
        return True
    return _explained_here(passage, use, view.language)


def _opens_a_sentence(form: str, view: View) -> bool:
    """Return whether a sentence of the handout is about a term: "Hepatitis B lives in blood"."""
    return any(s.text.lower().startswith(form) for p in view.body for s in p.sentences)


def _is_met_often(term: Term, language: str) -> bool:
    """Return whether a term is made of words that many readers have met: "spinal cord"."""
    if not met_often(language).isdisjoint((term.form, term.form.removesuffix("s"))):
        return True
    words = pattern(r"[a-z]+").findall(term.form) if language == "en" else ()
    return bool(words) and all(map(word_lists.is_common, words))


def _unexplained(passage: Passage, use: Use, later: Passage | None) -> Finding:
    """Return the finding for a term."""
    words = passage.plain[use.start : use.stop]
    message = f"“{words}” is not explained at its first use"
    if later:
        message = f"“{words}” is explained only later, in line {later.text.line}"
    hint = f"say in brackets what it means: {use.term.plain}"
    return Finding(message, hint, passage.text, words, use.start, "hint" if later else None)


def _together(met: Sequence[_Unexplained]) -> Finding:
    """Return one hint for terms that many readers have met, and some do not know."""
    passage, use = met[0]
    first = _unexplained(passage, use, None)
    if len(met) == 1:
        return replace(first, level="hint")
    named = [p.plain[each.start : each.stop] for p, each in met]
    quoted = ", ".join(f"“{word}”" for word in named)
    plain = "; ".join(
        f"{word}: {each.term.plain}" for word, (_, each) in zip(named, met, strict=True)
    )
    message = f"{quoted} are not explained at their first use; some readers do not know them"
    return replace(first, message=message, hint=f"say in brackets: {plain}", level="hint")
