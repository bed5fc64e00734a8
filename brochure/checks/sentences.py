"""Rules about sentences: how hard and how long they are, how many in a paragraph, passives."""

from __future__ import annotations

import re
from collections.abc import Iterator

from brochure.checks.english import readability
from brochure.checks.english.passive_voice import PASSIVES, names_actor, passive
from brochure.checks.handout_view import Finding, Passage, View, opening, start_of
from brochure.checks.patterns import pattern
from brochure.language.tags import primary_tag

TYPE_CHECKING = False
if TYPE_CHECKING:
    from brochure.model.choices import Level

GRADE_WARNING, GRADE_ERROR = 6.0, 8.0
SENTENCE_WORDS, PARAGRAPH_SENTENCES = 20, 4
COUNTED = {
    "zh": (40, "characters"),
    "yue": (40, "characters"),
    "ja": (60, "characters"),
    "vi": (40, "syllables"),
    "hmn": (40, "syllables"),
    "th": (90, "letters"),
    "lo": (90, "letters"),
    "km": (90, "letters"),
    "my": (90, "letters"),
}
"""The most of a sentence in languages whose spaces part no words: zh, vi and hmn say in about 40
what English says in 20 words; ja is the Agency for Cultural Affairs' (2022), 50 to 60. In Thai and
its neighbours 20 words have 60 to 80 letters, their marks not counted."""
_PIECES = frozenset({"th", "lo"})
"""Where no sign but a space ends a sentence: what is measured is a piece without one."""
_ENOUGH_WORDS, _LABEL_WORDS = 30, 3
_SHORT_PARAGRAPH = 300
"""Characters of a paragraph that is short whatever its sentences: five lines of a page."""

_PASSIVE = {
    False: (
        "“{}” is passive: it does not say who does it",
        "say who does what: “your doctor orders a test”, not “a test is ordered”",
    ),
    True: (
        "“{}” is passive; who does it stands only behind it",
        "begin with who does it: “lice spread by touch”, “your doctor orders a test”",
    ),
}
"""What is said of a passive, by whether "by ..." names who does it."""


def reading_grade(view: View) -> Iterator[Finding]:
    """Find a grade over 6, or over 8; under 30 words no grade means anything.

    Other languages have formulas of their own; see `grades`.
    """
    if view.ease:
        if view.ease.hard:
            yield Finding(
                f"the text is hard to read: {view.ease.figures}; aim at {view.ease.wanted}",
                "split long sentences and use shorter words",
            )
        return
    grade = round(view.reading.grade, 1)
    if view.reading.words < _ENOUGH_WORDS or grade <= GRADE_WARNING:
        return
    level: Level = "error" if grade > GRADE_ERROR else "warning"
    yield Finding(
        f"the text reads at US school grade {grade}; a handout needs 6 or lower",
        "split long sentences and use shorter words; the other findings show where",
        level=level,
    )


def measure_of(language: str) -> tuple[int, str]:
    """Return the most that a sentence of a language may have, and of what: words, syllables ..."""
    return COUNTED.get(primary_tag(language), (SENTENCE_WORDS, "words"))


def length_of(sentence: str, language: str) -> int:
    """Return how long a text is, in what `measure_of` says of its language."""
    if measure_of(language)[1] == "letters":
        return sum(map(str.isalpha, sentence))
    return len(readability.words(sentence))


def spoken(passage: Passage, language: str) -> list[tuple[str, int]]:
    """Return what counts as a sentence of a passage, and where each starts."""
    if primary_tag(language) not in _PIECES:
        return [(sentence.text, sentence.start) for sentence in passage.sentences]
    return [(piece.group(), piece.start()) for piece in pattern(r"\S+").finditer(passage.plain)]


def long_sentence(view: View) -> Iterator[Finding]:
    """Find sentences of over 20 words, or of what `COUNTED` has for their language."""
    most, noun = measure_of(view.language)
    for passage in view.body:
        for sentence, start in spoken(passage, view.language):
            count = length_of(sentence, view.language)
            if count > most:
                yield Finding(
                    f"this sentence has {count} {noun}: “{start_of(sentence)}”",
                    f"make two sentences of it, or a list; {most} {noun} are enough",
                    passage.text,
                    opening(sentence),
                    start,
                )


def long_paragraph(view: View) -> Iterator[Finding]:
    """Find paragraphs of over 4 sentences; a line that leads into a list does not count."""
    for passage in view.body:
        count = sum(not sentence.text.endswith(":") for sentence in passage.sentences)
        if passage.sentences and len(readability.words(passage.sentences[0].text)) <= _LABEL_WORDS:
            count -= passage.role == "item"  # the label of an item: "Exercise training."
        short = len(passage.plain) < _SHORT_PARAGRAPH and count <= 2 * PARAGRAPH_SENTENCES
        if count > PARAGRAPH_SENTENCES and not short:
            yield Finding(
                f"this paragraph has {count} sentences: “{start_of(passage.plain)}”",
                f"start a new paragraph after at most {PARAGRAPH_SENTENCES} sentences",
                passage.text,
            )


_SPANISH_PASSIVE = pattern(
    r"\b(?:debe|deben|tiene que|tienen que|puede|pueden|ha de|han de|necesita|necesitan|deberá"
    r"|deberán) ser \w+(?:[ai]d|hech|puest|abiert|escrit|vist)[oa]s?\b"
    r"|\bse deben? (?!a\b)\w+[aei]r\b|\bserán? \w+(?:[ai]d|hech|puest)[oa]s? por\b",
    re.IGNORECASE,
)


def _spanish_passive(view: View) -> Iterator[Finding]:
    """Find Spanish sentences that hide who is to act: "debe ser lavada", "se debe evitar"."""
    for passage in view.body_holding(_SPANISH_PASSIVE):
        for found in _SPANISH_PASSIVE.finditer(passage.plain):
            message = f"“{found.group()}” does not say who does it"
            hint = "write “lave la herida”, not “la herida debe ser lavada”"
            yield Finding(message, hint, passage.text, found.group(), found.start())


def passive_sentence(view: View) -> Iterator[Finding]:
    """Find sentences in the passive voice."""
    if view.language == "es":
        yield from _spanish_passive(view)
        return
    for passage in view.body_holding(*PASSIVES):
        for sentence in passage.sentences:
            found = passive(sentence.text)
            if found:
                message, hint = _PASSIVE[names_actor(sentence.text[found.end() :])]
                words, start = found.group(), sentence.start + found.start()
                yield Finding(message.format(words), hint, passage.text, words, start)
