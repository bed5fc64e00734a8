"""Rules about what goes against itself: other figures for the same, and advice that is forbidden.

English only. A sentence with a condition ("unless", "before") is left out: both may hold.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from itertools import pairwise

from brochure.checks import word_lists
from brochure.checks.deeds import ADJUNCTS, Deed, Wait, against, deed_of, wait_of
from brochure.checks.handout_view import Finding, Passage, View
from brochure.checks.patterns import pattern
from brochure.checks.sameness import SMALL

_FIGURE = pattern(r"\d[\d.,]*\d|\d")
_NUMBER_WORDS = "one two three four five six seven eight nine ten twelve".split()
_FIGURE_WORD = pattern(rf"\b(?:{'|'.join(_NUMBER_WORDS)})\b", re.IGNORECASE)
_VALUES = dict(zip(_NUMBER_WORDS, (*"123456789", "10", "12"), strict=True))
_ENOUGH_ALIKE, _ENOUGH_SHARED = 0.6, 3
_WORDS = pattern(r"[a-z]+")
_BACK = 200
_MOST_FIGURES = 3
"""Sentences with more figures tell several things, each its own."""
_BUT = frozenset("if unless until except when while instead first second third".split())


def differing_figures(view: View) -> Iterator[Finding]:
    """Find two sentences that say the same with other figures: "for 6 weeks", "for 4 weeks"."""
    seen: deque[tuple[frozenset[str], tuple[str, ...], Passage]] = deque(maxlen=_BACK)
    for passage in view.body_holding(_FIGURE_WORD, _FIGURE):
        for sentence in passage.sentences:
            figures = _figures(sentence.text)
            if not figures:
                continue
            words = content(sentence.text)
            if len(words) < _ENOUGH_SHARED:
                continue
            if not _BUT.isdisjoint(
                _WORDS.findall(_until(passage, sentence.start, len(sentence.text)))
            ):
                continue
            for other, said, before in seen:
                if before is not passage and _differ(words, figures, other, said):
                    yield Finding(
                        f"this says {', '.join(figures)}; line {before.text.line} says"
                        f" {', '.join(said)} of the same",
                        "keep the right one, or say in both whom or what it is for",
                        passage.text,
                        sentence.text,
                        sentence.start,
                    )
                    break
            seen.append((words, figures, passage))


def _until(passage: Passage, start: int, length: int) -> str:
    """Return a text up to the end of a sentence in it, in small letters: an "if" ahead holds on."""
    return passage.plain[: start + length].lower()


def _figures(sentence: str) -> tuple[str, ...]:
    """Return the figures of a sentence, those in words as figures."""
    plain = _FIGURE_WORD.sub(lambda found: _VALUES[found.group().lower()], sentence)
    return tuple(_FIGURE.findall(plain))


def content(sentence: str) -> frozenset[str]:
    """Return the words of a sentence that mean something, numbers left out, a plural as one."""
    words = pattern(r"[^\W\d_]{2,}").findall(sentence.lower())
    kept = (w.removesuffix("s") for w in words if w not in SMALL and w not in _VALUES)
    return frozenset(kept)


_APART = tuple(
    frozenset(row.split())
    for row in (
        "adult child children baby babie infant teen toddler woman women man men girl boy",
        "morning afternoon evening night noon breakfast lunch dinner supper bedtime snack",
        "monday tuesday wednesday thursday friday saturday sunday weekend weekday",
        "left right upper lower top bottom first second third last next",
        "before after under over below above",
        "face scalp arm leg hand foot feet knee hip ankle wrist shoulder elbow finger toe",
        "mild moderate severe small medium large minor major type",
        "swim swimming drive driving fly flying run running bath bathe shower work sport sex lift",
    )
)
"""Words of which two tell two things apart: what holds for a child need not hold for an adult."""


def apart(one: frozenset[str], other: frozenset[str]) -> bool:
    """Return whether words of two sentences name two medicines, or two people, days or places."""
    own, others = one - other, other - one
    if any(own & row and others & row for row in _APART):
        return True
    return any(map(word_lists.is_drug, own)) and any(map(word_lists.is_drug, others))


def _differ(
    words: frozenset[str], figures: tuple[str, ...], other: frozenset[str], said: tuple[str, ...]
) -> bool:
    """Return whether two sentences tell the same thing with other figures."""
    if len(figures) != len(said) or len(figures) > _MOST_FIGURES or figures == said:
        return False
    shared = len(words & other)
    alike = shared >= _ENOUGH_SHARED and shared >= _ENOUGH_ALIKE * len(words | other)
    return alike and not apart(words, other)


def contradiction(view: View) -> Iterator[Finding]:
    """Find advice that another sentence forbids: "Take aspirin." and "Do not take aspirin."."""
    if view.english and any(map(word_lists.is_drug, view.words)):
        from brochure.checks.forbidden_medicines import forbidden_medicines

        yield from forbidden_medicines(view)
    seen: dict[str, list[tuple[Deed, Passage]]] = {}
    adjoined = view.body_holding(ADJUNCTS)
    for passage in view.body:
        for sentence in passage.sentences:
            deed = deed_of(sentence.text, view.language, adjoined=passage in adjoined)
            if not deed:
                continue
            before = seen.setdefault(deed.words, [])
            other = next((p for d, p in before if p is not passage and against(deed, d)), None)
            if other:
                yield Finding(
                    f"this goes against line {other.text.line}, which says the opposite",
                    "keep the right one, or say when each holds",
                    passage.text,
                    sentence.text,
                    sentence.start,
                )
            before.append((deed, passage))


def differing_wait(view: View) -> Iterator[Finding]:
    """Find a deed that may be done from one time on here, and from another there."""
    seen: dict[str, tuple[Wait, Passage]] = {}
    for passage in view.numbered_body:
        for sentence in passage.sentences:
            wait = wait_of(sentence.text, view.language)
            if not wait:
                continue
            other, where = seen.setdefault(wait.words, (wait, passage))
            if other.hours != wait.hours and where is not passage:
                yield Finding(
                    f"this says {wait.written}; line {where.text.line} says {other.written}",
                    "keep the right one, or say in both whom or what it is for",
                    passage.text,
                    sentence.text,
                    sentence.start,
                )


_OPENS = pattern(r"\b(?:open|atendemos|abrimos|abre|abierta?|horario|hours)\b", re.IGNORECASE)
_DAY = pattern(
    r"\b(?P<day>mon|tues|wednes|thurs|fri|satur|sun)days?\b"
    r"|\b(?P<dia>lunes|martes|miércoles|jueves|viernes|sábados?|domingos?)\b",
    re.IGNORECASE,
)
_RANGE = pattern(r"days? ?(?:to|through|until|[-–]) ?\w+day|\w a (?:viernes|sábado|domingo)", re.I)
_CLOSED = pattern(r"\b(?:closed|not open|cerrad[oa]s?|no abrimos)\b", re.IGNORECASE)
_OPEN = pattern(
    r"\b(?:open|hours|walk in|walk-in|\d{1,2}(?::\d\d)? ?[ap]\.?m|noon|abiert[oa]s?|abrimos"
    r"|horario)\b",
    re.IGNORECASE,
)


def open_when_closed(view: View) -> Iterator[Finding]:
    """Find a day on which the clinic is closed in one sentence and open in another."""
    closed: dict[str, Passage] = {}
    opened: dict[str, Passage] = {}
    for passage in view.passages if view.holding(_CLOSED) else ():
        for sentence in passage.sentences:
            shut, here = _CLOSED.search(sentence.text), _OPEN.search(sentence.text)
            if (shut and here) or not (shut or here or _RANGE.search(sentence.text)):
                continue
            if _RANGE.search(sentence.text) and not here and not _OPENS.search(sentence.text):
                continue
            own, others = (closed, opened) if shut else (opened, closed)
            for found, day in _days(sentence.text):
                if day in others:
                    yield Finding(
                        f"“{found.group()}”: open in one sentence and closed in another"
                        f" (line {others[day].text.line})",
                        "ask the clinic which of the two is right",
                        passage.text,
                        found.group(),
                        sentence.start + found.start(),
                    )
                own.setdefault(day, passage)


def _days(sentence: str) -> Iterator[tuple[re.Match[str], str]]:
    """Yield each day that a sentence names, and each within its ranges, with where it is named."""
    names: list[tuple[re.Match[str], str]] = []
    for found in _DAY.finditer(sentence):
        day = (found["day"] or found["dia"]).lower().removesuffix("s")
        names.append((found, day))
    yield from names
    for (one, first), (other, last) in pairwise(names):
        week = _WEEK if first in _WEEK else _SEMANA
        if last not in week:
            continue
        if pattern(r"s?(?:days?)?,? ?(?:to|through|until|a|[-–]) ?").fullmatch(
            sentence[one.end() : other.start()]
        ):
            start, stop = week.index(first), week.index(last)
            yield from ((other, day) for day in week[start + 1 : stop])


_WEEK = ("mon", "tue", "wedne", "thur", "fri", "satur", "sun")  # without an s at the end
_SEMANA = ("lune", "marte", "miércole", "jueve", "vierne", "sábado", "domingo")
