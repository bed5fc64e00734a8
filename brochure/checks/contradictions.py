"""Rules about what goes against itself: other figures for the same, and advice that is forbidden.

English only. A sentence with a condition ("unless", "before") is left out: both may hold.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator

from brochure.checks.handout_view import Finding, Passage, View
from brochure.checks.patterns import pattern
from brochure.checks.sameness import SMALL

_FIGURE = pattern(r"\d[\d.,]*\d|\d")
_NUMBER_WORDS = "one two three four five six seven eight nine ten twelve".split()
_FIGURE_WORD = pattern(rf"\b(?:{'|'.join(_NUMBER_WORDS)})\b", re.IGNORECASE)
_VALUES = dict(zip(_NUMBER_WORDS, (*"123456789", "10", "12"), strict=True))
_ENOUGH_ALIKE, _ENOUGH_SHARED = 0.6, 3
_BACK = 200
_BUT = frozenset("if unless until except when while instead first second third".split())


def differing_figures(view: View) -> Iterator[Finding]:
    """Find two sentences that say the same with other figures: "for 6 weeks", "for 4 weeks"."""
    seen: deque[tuple[frozenset[str], tuple[str, ...], Passage]] = deque(maxlen=_BACK)
    for passage in view.body:
        for sentence in passage.sentences:
            figures = _figures(sentence.text)
            if not figures:
                continue
            words = _content(sentence.text)
            if len(words) < _ENOUGH_SHARED:
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


def _figures(sentence: str) -> tuple[str, ...]:
    """Return the figures of a sentence, those in words as figures."""
    plain = _FIGURE_WORD.sub(lambda found: _VALUES[found.group().lower()], sentence)
    return tuple(_FIGURE.findall(plain))


def _content(sentence: str) -> frozenset[str]:
    """Return the words of a sentence that mean something, numbers left out, a plural as one."""
    words = re.findall(r"[^\W\d_]+", sentence.lower())
    kept = (w.removesuffix("s") for w in words if w not in SMALL and w not in _VALUES)
    return frozenset(kept)


def _differ(
    words: frozenset[str], figures: tuple[str, ...], other: frozenset[str], said: tuple[str, ...]
) -> bool:
    """Return whether two sentences tell the same thing with other figures."""
    if len(figures) != len(said) or figures == said or (words | other) & _BUT:
        return False
    shared = len(words & other)
    return shared >= _ENOUGH_SHARED and shared >= _ENOUGH_ALIKE * len(words | other)


_FORBIDS = pattern(
    r"^(?:Do not|Don['’]t|Never|Avoid|Stop|No|You (?:must|should|can|may) not|You cannot"
    r"|You (?:must|should|can)n['’]t) (?P<what>.+)$",
    re.IGNORECASE,
)
_ASKS = pattern(
    r"^(?:(?:Please|Always|You (?:may|can|should|must)) )?(?P<what>[A-Za-z].*)$", re.IGNORECASE
)
_LIMITS = frozenset(
    """
    if unless until except when while before after instead without only first with too double extra
    during within by as to because so both all much many yourself
    """.split()
)
_USING = frozenset("take use eat drink have wear apply do using taking eating drinking".split())
_LONGEST_DEED = 5


def contradiction(view: View) -> Iterator[Finding]:
    """Find advice that another sentence forbids: "Take aspirin." and "Do not take aspirin."."""
    forbidden: dict[str, Passage] = {}
    asked: dict[str, Passage] = {}
    for passage in view.body:
        for sentence in passage.sentences:
            plain = sentence.text.rstrip(".!")
            if _is_limited(plain):
                continue
            no = _FORBIDS.match(plain)
            found = no or _ASKS.match(plain)
            deed = _deed(found["what"]) if found else ""
            own, others = (forbidden, asked) if no else (asked, forbidden)
            if deed and others.get(deed, passage) is not passage:
                yield Finding(
                    f"this goes against line {others[deed].text.line}, which says the opposite",
                    "keep the right one, or say when each holds",
                    passage.text,
                    sentence.text,
                    sentence.start,
                )
            if deed:
                own.setdefault(deed, passage)


def _is_limited(sentence: str) -> bool:
    """Return whether a sentence holds only for a while, for some, or up to a number."""
    small = sentence.lower()
    words = re.findall(r"\w+", small)
    return not _LIMITS.isdisjoint(words) or "more than" in small or any(map(str.isdecimal, words))


def _deed(words: str) -> str:
    """Return a deed for comparing: "take aspirin", "using aspirin" and "aspirin" are one."""
    kept = [word for word in re.findall(r"[a-z]+", words.lower()) if word not in SMALL]
    if kept and kept[0] in _USING:
        kept = kept[1:]
    bare = (re.sub(r"(?:ing|es|s|e)$", "", word) for word in kept)
    return " ".join(bare) if len(kept) < _LONGEST_DEED else ""
