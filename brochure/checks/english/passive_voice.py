"""Where an English sentence is in the passive voice: a form of "be" and a past participle.

A guess from words alone, so it leaves out what is more often a state than a deed
("is tired", "is located") and the set phrases of definitions ("is called").
"""

from __future__ import annotations

import re

_BE = r"(?:am|is|are|was|were|be|been|being|isn['’]t|aren['’]t|wasn['’]t|weren['’]t)"
_BETWEEN = (
    r"(?:(?:not|also|often|usually|never|always|still|sometimes|then|only|now|being|been|\w+ly)\s+)"
)
_IRREGULAR = (
    "bitten|bought|brought|built|caught|chosen|cut|dealt|drawn|driven|eaten|felt|forgotten|found|given"
    "|heard|held|hidden|hurt|kept|laid|led|lost|made|paid|put|read|rebuilt|seen|sent|set|shown|sold|spent|taken"
    "|taught|thought|told|understood|worn|written"
)
_PASSIVE = re.compile(
    rf"\b{_BE}\s+{_BETWEEN}{{0,2}}(?P<done>{_IRREGULAR}|[a-z]+ed)\b(?!-)(?!\s+(?:of|up of)\b)",
    re.IGNORECASE,
)
_STATE_WORDS = """
addicted advanced aged alarmed allowed ashamed associated attached based blessed bored called
combined complicated composed concerned confused connected convinced covered crooked crowded
damaged dedicated depressed designed detached determined disabled disappointed divorced dressed
embarrassed employed engaged exaggerated excited exhausted experienced filled finished
frightened frustrated gifted hundred infected inflamed injured interested involved irritated
isolated left-handed limited located loved married metastasized naked named needed overweight
overwhelmed pedicled pleased pregnant prepared qualified recommended red related relaxed
relieved required retired sacred satisfied scared shocked situated skilled stressed supposed
surprised swollen talented tired trusted undisturbed unexplained untreated upset used weakened
wicked worried
"""
_STATES = frozenset(_STATE_WORDS.split())


def passive(sentence: str) -> re.Match[str] | None:
    """Return where a sentence has passive words ("are taken"), None if it has none.

    Active voice is asked for by the CDC Clear Communication Index (6) and PEMAT (5).
    """
    for found in _PASSIVE.finditer(sentence):
        if _is_deed(found["done"].lower(), sentence[found.end() :]):
            return found
    return None


def _is_deed(participle: str, after: str) -> bool:
    """Return whether a participle tells of a deed: not in the list, or done "by" somebody."""
    return participle not in _STATES or after.startswith(" by ")
