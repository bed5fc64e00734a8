"""What no rule of reading forbids and is surely a slip: sample words, another language, odd dates.

A build tells them, an e-mail is refused for them, and `check` has them as rules. Each can be
switched off with `allow`.
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterator

from brochure.language.phrases import given_in_english, unworded
from brochure.language.spoken import NAMES, mismatch
from brochure.language.tags import primary_tag
from brochure.model import Clinic, Handout, Problem, Text
from brochure.model.texts import drawn_texts
from brochure.reading.strange_phones import tell_odd_phone, tell_strange_phones

STARTER_CLINICS = ("Your Clinic", "Su clínica")
STARTER_PHONE = "310-555-0100"
"""What a new handout begins with; no patient may be given it."""
STARTER_WORDS = ("Write here", "Escriba aquí")
"""How each sample text of a new handout begins, in the two languages told in every handout."""
REVIEWED = "review-date-old"
DRAFT = "draft"
NOT_SENT = (DRAFT, "other-language", "sample-clinic", "sample-text")
"""The rules that keep a handout from being sent."""
LISTENED = 1200
"""Letters of a text that are enough to tell its language."""
EARLIEST = "1970-01-01"
"""No handout was reviewed before."""
DAY = 86400


def doubts(handout: Handout, *, own_clinic: bool = True) -> tuple[Problem, ...]:
    """Return a warning for each thing that is surely a slip.

    ``own_clinic`` says that the clinic in the file is the one that is printed.
    """
    found = [*_status(handout), *_language(handout), *_date(handout)]
    found += [*_samples(handout), *_unworded(handout)]
    if own_clinic:
        found += clinic_doubts(handout.clinic, handout.file, handout.language)
        found += [*tell_odd_phone(handout), *tell_strange_phones(handout)]
    off = {rule for rule, why in handout.allow if why.strip()}
    return tuple(problem for problem in found if problem.rule not in off)


def clinic_doubts(clinic: Clinic, file: str, language: str = "en") -> list[Problem]:
    """Return a warning for each thing that is still the sample of a new handout's clinic."""
    samples = (*STARTER_CLINICS, STARTER_PHONE, *_own(language, "clinic"))
    hint = "write your own clinic's name and phone"
    return [
        _warning(
            "sample-clinic", f"“{text.plain}” is the sample of a new handout", hint, file, text
        )
        for text in (clinic.name, clinic.phone)
        if text.plain in samples
    ]


def _own(language: str, key: str) -> tuple[str, ...]:
    """Return a language's own word of a new handout; none if it is English or has no words."""
    if primary_tag(language) == "en":
        return ()
    from brochure.language.tongues import tongue_of

    tongue = tongue_of(language)
    return (tongue.starter[key],) if tongue else ()


def _markers(handout: Handout) -> tuple[str, ...]:
    """Return how the sample texts of a new handout begin, with or without a bold start."""
    return (*STARTER_WORDS, *_own(handout.language, "marker"))


def _samples(handout: Handout) -> Iterator[Problem]:
    """Yield a warning if texts are still those of a new handout."""
    texts = [text for section in handout.sections for text in drawn_texts(section)]
    markers = _markers(handout)
    samples = [text for text in texts if text.plain.startswith(markers)]
    if samples:
        number = "1 text is" if len(samples) == 1 else f"{len(samples)} texts are"
        message = f"{number} still the sample of a new handout"
        hint = f"write your own words where it says “{' '.join(samples[0].plain.split()[:2])} …”"
        yield _warning("sample-text", message, hint, handout.file, samples[0])


def _status(handout: Handout) -> Iterator[Problem]:
    """Yield a warning if a handout is a draft."""
    if handout.status:
        message = "this handout is a draft, and each page says so"
        hint = f"when it is ready, delete the line `status: {handout.status}`"
        yield _warning(DRAFT, message, hint, handout.file, _line_of("status", handout))


def _language(handout: Handout) -> Iterator[Problem]:
    """Yield a warning if the text is surely in another language than the file says."""
    tag = mismatch(_spoken(handout), handout.language)
    if not tag:
        return
    name = NAMES.get(tag, "another script")
    message = f"the text is in {name}, but the language of the file is {handout.language}"
    typed = {"en": "en-US"}.get(tag, tag)
    hint = f"type `language: {typed}`" if tag in NAMES else "name its language: `language: ...`"
    yield _warning("other-language", message, hint, handout.file, _line_of("language", handout))


def _unworded(handout: Handout) -> Iterator[Problem]:
    """Yield a warning if fixed words of the page would be English in another language's handout."""
    lacking = unworded(handout.language, handout.clinic.phrases)
    if not lacking:
        return
    message = (
        f"fixed words of the page, such as “Call” and “Page 1 of 2”, are in English:"
        f" there are none in `language: {handout.language}`"
    )
    typed = given_in_english(lacking, handout.language)
    hint = f"give each in the clinic's file, in that language: {typed}"
    yield _warning("english-words", message, hint, handout.file, _line_of("language", handout))


def _spoken(handout: Handout) -> str:
    """Return the beginning of the text, without samples and words marked as another language's."""
    pieces: list[str] = []
    length, markers = 0, _markers(handout)
    for section in handout.sections:
        for text in drawn_texts(section):
            if text.plain.startswith(markers):
                continue
            pieces += [span.text for span in text.spans if not span.lang]
            length += len(text.plain)
            if length > LISTENED:
                return " ".join(pieces)
    return " ".join(pieces)


def _date(handout: Handout) -> Iterator[Problem]:
    """Yield a warning for a review that was not yet, or before there were handouts.

    A day of grace is for clocks east of ours.
    """
    if not handout.reviewed:
        return
    tomorrow = time.strftime("%Y-%m-%d", time.localtime(time.time() + DAY))
    if EARLIEST <= handout.reviewed <= tomorrow:
        return
    when = "in the future" if handout.reviewed > tomorrow else "over fifty years ago"
    message = f"the review date {handout.reviewed} is {when}, and it is printed"
    hint = "correct it: `reviewed:` year-month-day"
    yield _warning(REVIEWED, message, hint, handout.file, _line_of("reviewed", handout))


def _line_of(key: str, handout: Handout) -> Text:
    """Return where a key of a file stands, or its title if it does not."""
    try:
        lines = open(handout.file, encoding="utf-8", errors="replace").read()  # noqa: PTH123, SIM115
    except (OSError, ValueError):
        lines = ""
    found = re.search(rf"(?m)^{key}\s*:\s*", lines)
    if not found:
        return handout.title
    line = lines.count("\n", 0, found.start()) + 1
    return Text((), line, found.end() - found.start() + 1, handout.file)


def _warning(rule: str, message: str, hint: str, file: str, where: Text) -> Problem:
    return Problem(where.file or file, where.line, where.column, "warning", message, hint, rule)
