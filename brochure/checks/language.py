"""Rules about the words: how hard, how long, how plain."""

from __future__ import annotations

import re
from collections.abc import Iterator

from brochure.checks.english import plain_words, readability
from brochure.checks.english.passive_voice import passive
from brochure.checks.english.plain_words import Term, Use
from brochure.checks.handout_view import Finding, Passage, View

TYPE_CHECKING = False
if TYPE_CHECKING:
    from brochure.model.choices import Level

GRADE_WARNING, GRADE_ERROR = 6.0, 8.0
SENTENCE_WORDS, PARAGRAPH_SENTENCES = 20, 4
_ENOUGH_WORDS = 30

_KNOWN_LETTERS = """
    AM AIDS BC CD COVID CT DNA DVD EU FM HIV ID LA MD MRI NY OK PA PC PDF PM QR RN SMS TV UK UN US
    USA VIP ZIP II III IV VI VII VIII IX XI XII
"""
_SHOUTED_WORDS = """
    AFTER ALL ALWAYS AND ANY ARE ASK AT BEFORE BUT CALL CAN DO DONT EVER FOR FROM GET GO HELP HOW IF
    IN IS IT KEEP MAY MUST NEVER NEW NO NOT NOTE NOW OF OFF ON ONLY OR OUT PAIN PLEASE READ SEE STAY
    STOP TAKE THE THIS TO UP URGENT USE VERY WARN WE WHAT WHEN WHO WHY WILL WITH YES YOU YOUR
"""
_KNOWN = frozenset(_KNOWN_LETTERS.split())
_SHOUTED = frozenset(_SHOUTED_WORDS.split())
_ABBREVIATION = re.compile(r"(?<![\w./@-])[A-Z][A-Z&]{0,3}[A-Z](?:-\d+|s)?(?![\w/@-]|\.\w)")
_CAPITALS = re.compile(r"(?<![\w-])[^\W\d_a-z]{2,}(?![\w-])")
_CAPITALS_RUN = 3
_LONG_CAPITALS = 6


def reading_grade(view: View) -> Iterator[Finding]:
    """Find a grade over 6, or over 8; under 30 words no grade means anything."""
    grade = round(view.reading.grade, 1)
    if view.reading.words < _ENOUGH_WORDS or grade <= GRADE_WARNING:
        return
    level: Level = "error" if grade > GRADE_ERROR else "warning"
    yield Finding(
        f"the text reads at US school grade {grade}; a handout needs 6 or lower",
        "split long sentences and use shorter words; the other findings show where",
        level=level,
    )


def long_sentence(view: View) -> Iterator[Finding]:
    """Find sentences of over 20 words."""
    for passage in view.body:
        for sentence in passage.sentences:
            count = len(readability.words(sentence.text))
            if count > SENTENCE_WORDS:
                yield Finding(
                    f"this sentence has {count} words: “{_start(sentence.text)}”",
                    f"make two sentences of it, or a list; {SENTENCE_WORDS} words are enough",
                    passage.text,
                    _opening(sentence.text),
                    sentence.start,
                )


def long_paragraph(view: View) -> Iterator[Finding]:
    """Find paragraphs of over 4 sentences; a line that leads into a list does not count."""
    for passage in view.body:
        count = sum(not sentence.text.endswith(":") for sentence in passage.sentences)
        if count > PARAGRAPH_SENTENCES:
            yield Finding(
                f"this paragraph has {count} sentences: “{_start(passage.plain)}”",
                f"start a new paragraph after at most {PARAGRAPH_SENTENCES} sentences",
                passage.text,
            )


def passive_sentence(view: View) -> Iterator[Finding]:
    """Find sentences in the passive voice."""
    for passage in view.body:
        for sentence in passage.sentences:
            found = passive(sentence.text)
            if found:
                words = found.group()
                yield Finding(
                    f"“{words}” is passive; the reader cannot see who does it",
                    "say who does what: “your doctor orders a test”, not “a test is ordered”",
                    passage.text,
                    words,
                    sentence.start + found.start(),
                )


def plain_word(view: View) -> Iterator[Finding]:
    """Find stiff words that have a plain one; each is shown once."""
    shown: set[str] = set()
    for passage in view.body:
        for use in plain_words.uses(passage.plain):
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
        for use in plain_words.uses(passage.plain):
            term = use.term
            if term.medical and term.plain not in settled:
                settled.add(term.plain)
                if not _explained_here(passage, use):
                    yield from _unexplained(view, passage, use)


def abbreviation(view: View) -> Iterator[Finding]:
    """Find abbreviations not spelled out at first use, save those better known than their words."""
    settled = set(_KNOWN)
    for passage in view.body:
        for found in _ABBREVIATION.finditer(passage.plain):
            letters = re.sub(r"(?:-\d+|s)$", "", found.group())
            if letters in settled or letters in _SHOUTED or _is_shouting(passage.plain):
                continue
            settled.add(letters)
            if not _spelled_out(passage.plain, found.start(), found.end(), letters):
                yield Finding(
                    f"“{letters}” is not spelled out at its first use",
                    f"write the full words first, then the short form in brackets: … ({letters})",
                    passage.text,
                    found.group(),
                    found.start(),
                )


def capitals(view: View) -> Iterator[Finding]:
    """Find words all in capitals: they are hard to read, and read as shouting."""
    for passage in view.passages:
        if passage.role in ("clinic", "source", "email"):
            continue
        shouted = _shouted(passage.plain, english=view.english)
        if shouted:
            yield Finding(
                f"“{shouted}” is all in capitals, which is hard to read",
                "write it in small letters; use **bold** to make it stand out",
                passage.text,
                shouted,
            )


def _explained_here(passage: Passage, use: Use) -> bool:
    """Return whether the passage says what the term means."""
    return plain_words.explained(passage.plain, use.start, use.stop, use.term.plain)


def _explains(passage: Passage, term: Term) -> bool:
    """Return whether a passage uses the term, under any of its forms, and explains it."""
    same = (use for use in plain_words.uses(passage.plain) if use.term.plain == term.plain)
    return any(_explained_here(passage, use) for use in same)


def _unexplained(view: View, passage: Passage, use: Use) -> Iterator[Finding]:
    """Yield the finding for a term, unless its section explains it further on."""
    later = next((p for p in view.body if _explains(p, use.term)), None)
    if later and later.section == passage.section:
        return
    words = passage.plain[use.start : use.stop]
    message = f"“{words}” is not explained at its first use"
    if later:
        message = f"“{words}” is explained only later, in line {later.text.line}"
    hint = f"explain it in brackets, or say instead: {use.term.plain}"
    level: Level | None = "hint" if later else None
    yield Finding(message, hint, passage.text, words, use.start, level)


def _spelled_out(text: str, start: int, stop: int, letters: str) -> bool:
    """Return whether an abbreviation stands beside its full words, or is explained."""
    if plain_words.explained(text, start, stop):
        return True
    initials = "".join(word[0] for word in readability.words(text[:start])[-6:]).lower()
    return initials.endswith(letters.lower())


def _is_shouting(text: str) -> bool:
    """Return whether a text is mostly in capitals, so that no abbreviation can be told."""
    letters = [char for char in text if char.isalpha()]
    return sum(map(str.isupper, letters)) > len(letters) / 2


def _shouted(text: str, *, english: bool) -> str:
    """Return the first words that are in capitals for loudness, or an empty string."""
    for run in _runs(text):
        loud = [word for word in run if len(word) >= _LONG_CAPITALS]
        loud += [word for word in run if english and word in _SHOUTED and word not in _KNOWN]
        if loud or len(run) >= _CAPITALS_RUN:
            return " ".join(run)
    return ""


def _runs(text: str) -> Iterator[list[str]]:
    """Yield the runs of neighbouring words in capitals."""
    run: list[str] = []
    end = -2
    for found in _CAPITALS.finditer(text):
        if not found.group().isupper():
            continue
        if found.start() != end + 1:
            if run:
                yield run
            run = []
        run.append(found.group())
        end = found.end()
    if run:
        yield run


def _start(text: str) -> str:
    """Return the first words of a text, enough to know it by."""
    first = text.split()
    return " ".join(first[:6]) + (" …" if len(first) > 6 else "")


def _opening(sentence: str) -> str:
    """Return the first words of a sentence, to find it by in the source."""
    return " ".join(sentence.split()[:4])
