"""Rules about one text as a whole: one name for one thing, no advice twice. English only."""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import ceil

from brochure._startup.kept_patterns import compiled
from brochure._startup.records import dataclass
from brochure.checks.handout_view import Finding, Passage, View
from brochure.remember import remember


@dataclass(frozen=True, slots=True)
class Name:
    """A name of a thing: the letters that a text must have, and a pattern of its forms."""

    letters: str
    forms: str

    def uses(self, text: str) -> list[re.Match[str]]:
        """Return where a text uses the name."""
        return list(_compiled(self.forms).finditer(text))


NAMES = (
    (
        Name("doctor", r"doctors?"),
        Name("physician", r"physicians?"),
        Name("provider", r"(?:health ?care )?providers?"),
        Name("clinician", r"clinicians?"),
    ),
    (Name("medicine", r"medicines?"), Name("medication", r"medications?"), Name("meds", r"meds")),
    (Name("surger", r"surger(?:y|ies)"), Name("operation", r"operations?")),
    (Name("shot", r"shots?"), Name("injection", r"injections?"), Name("jab", r"jabs?")),
    (
        Name("stool", r"stools?"),
        Name("poop", r"poops?"),
        Name("eces", r"feces|faeces"),
    ),
    (
        Name("pee", r"pee"),
        Name("urine", r"urine(?! (?:samples?|tests?|infections?|cultures?|drug|bottles?|flow))"),
    ),
    (Name("teens|teenager", r"teens?|teenagers?"), Name("adolescent", r"adolescents?")),
    (Name("period", r"period"), Name("menstruation", r"menstruation")),
    (Name("stitch", r"stitch(?:es)?"), Name("suture", r"sutures?")),
    (Name("stomach", r"stomach ?aches?"), Name("bell", r"bell(?:y|ies) ?aches?")),
    (Name("lab test", r"lab tests?"), Name("blood work", r"blood work")),
    (Name("follow-up visit", r"follow-up visits?"), Name("recheck visit", r"recheck visits?")),
)
"""Names of one thing; a text keeps to one of each row."""


@remember(64)
def _compiled(forms: str) -> re.Pattern[str]:
    """Return a pattern of the table, compiled when a text first may have the name."""
    return compiled(rf"\b(?:{forms})\b", re.IGNORECASE)


_FEW, _ALIKE = 4, 0.8
SMALL = frozenset(
    """
    the a an and or of to in on at for with your you is are be it this that if as not do can may
    """.split()
)


def names_used(text: str) -> list[tuple[int, str]]:
    """Return, for each thing that has several names, its row and the name that a text uses most."""
    found, small = [], text.lower()
    for number, row in enumerate(NAMES):
        uses = [name.uses(text) for name in row if name.letters in small]
        most = max(uses, key=len, default=[])
        if most:
            found.append((number, most[0].group().lower()))
    return found


def several_names(view: View) -> Iterator[Finding]:
    """Find one thing under two names; told at the first of the rarer one."""
    for row in NAMES:
        names = [name for name in row if name.letters in view.small]
        if len(names) < 2:
            continue
        uses = [list(_found(view, name)) for name in names]
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


def _found(view: View, name: Name) -> Iterator[tuple[Passage, re.Match[str]]]:
    """Yield each use of a name in the running text."""
    for passage in view.body:
        yield from ((passage, found) for found in name.uses(passage.plain))


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Return whether two sets of words are nearly the same."""
    if min(len(one), len(other)) < _ALIKE * max(len(one), len(other)):
        return False
    return len(one & other) >= _ALIKE * len(one | other)
