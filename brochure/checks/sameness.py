"""Rules about one text as a whole: one name for one thing, no advice twice. English only."""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import ceil

from brochure.checks.handout_view import Finding, Passage, View

NAMES = (
    (r"doctors?", r"physicians?", r"(?:health ?care )?providers?", r"clinicians?"),
    (r"medicines?", r"medications?", r"meds"),
    (r"surger(?:y|ies)", r"operations?"),
    (r"shots?", r"injections?", r"jabs?"),
    (r"stools?", r"poops?", r"feces|faeces", r"bowel movements?"),
    (r"pee", r"urine"),
    (r"kids?", r"child(?:ren)?"),
    (r"teens?|teenagers?", r"adolescents?"),
    (r"period", r"menstruation"),
    (r"stitch(?:es)?", r"sutures?"),
    (r"stomach ?aches?", r"bell(?:y|ies) ?aches?"),
    (r"lab tests?", r"blood work"),
    (r"follow-up visits?", r"recheck visits?"),
)
"""Names of one thing; a text keeps to one of each row."""
_PATTERNS = tuple(tuple(re.compile(rf"\b(?:{n})\b", re.I) for n in row) for row in NAMES)
_FEW, _ALIKE = 4, 0.8
SMALL = frozenset(
    """
    the a an and or of to in on at for with your you is are be it this that if as not do can may
    """.split()
)


def names_used(text: str) -> list[tuple[int, str]]:
    """Return, for each thing that has several names, its row and the name that a text uses most."""
    found = []
    for number, row in enumerate(_PATTERNS):
        uses = [name.findall(text) for name in row]
        most = max(uses, key=len)
        if most:
            found.append((number, most[0].lower()))
    return found


def several_names(view: View) -> Iterator[Finding]:
    """Find one thing under two names; told at the first of the rarer one."""
    whole = "\n".join(passage.plain for passage in view.body)
    for row in _PATTERNS:
        if sum(bool(name.search(whole)) for name in row) < 2:
            continue
        uses = [list(_found(view, name)) for name in row]
        used = sorted((found for found in uses if found), key=len, reverse=True)
        if len(used) < 2 or len(used[0]) < 2:
            continue
        main, (passage, other) = used[0][0][1].group().lower(), used[1][0]
        yield Finding(
            f"“{other.group()}” here, “{main}” elsewhere: are they the same?",
            f"if so, keep to one name: “{main}” stands {len(used[0])} times",
            passage.text,
            other.group(),
            other.start(),
        )


def same_advice(view: View) -> Iterator[Finding]:
    """Find a sentence whose words, or nearly all of them, stood in an earlier one.

    What the key message or an urgent box says may stand twice.
    """
    seen: dict[str, list[tuple[frozenset[str], Passage]]] = {}
    sections = view.handout.sections
    for passage in view.body:
        stressed = passage.section >= 0 and bool(sections[passage.section].emphasis)
        for sentence in () if stressed else passage.sentences:
            words = frozenset(re.findall(r"[^\W_]+", sentence.text.lower())) - SMALL
            if len(words) < _FEW:
                continue
            keys = sorted(words)[: len(words) - ceil(_ALIKE * len(words)) + 1]
            old = (each for key in keys for each in seen.get(key, ()))
            before = next((p for w, p in old if p is not passage and _alike(words, w)), None)
            if before:
                yield Finding(
                    f"this stands in line {before.text.line}, too",
                    "say it once, where the reader needs it; or say why again",
                    passage.text,
                    sentence.text,
                    sentence.start,
                )
            for key in keys:  # two alike share one of their first words in order
                seen.setdefault(key, []).append((words, passage))


def _found(view: View, name: re.Pattern[str]) -> Iterator[tuple[Passage, re.Match[str]]]:
    """Yield each use of a name in the running text."""
    for passage in view.body:
        yield from ((passage, found) for found in name.finditer(passage.plain))


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Return whether two sets of words are nearly the same."""
    if min(len(one), len(other)) < _ALIKE * max(len(one), len(other)):
        return False
    return len(one & other) >= _ALIKE * len(one | other)
