"""Medicines that one sentence forbids and another tells the reader to take. English only."""

from __future__ import annotations

import re
from collections.abc import Iterator

from brochure.checks import word_lists
from brochure.checks.handout_view import Finding, Passage, View
from brochure.checks.patterns import pattern

_FORBIDS = pattern(
    r"\b(?:(?:do not|don['’]t|never|must not|should not|cannot|can['’]t) (?:take|use|give|have|try)"
    r"|avoid(?: taking| using)?|stay away from|no|keep away from)\b(?P<what>[^.;:]*)",
    re.IGNORECASE,
)
_ASKS = pattern(
    r"(?<!not )(?<!n['’]t )(?<!never )(?<!or )(?<!to )(?<!who )(?<!if you )(?<!you )"
    r"\b(?:(?:you|he|she|they|your child) (?:can|may|should|could) )?(?:also )?"
    r"(?:take|use|give|try|swallow)\b(?P<what>[^.;:]*)",
    re.IGNORECASE,
)
_LIMITED = pattern(
    r"\b(?:if|unless|with|when|while|before|after|until|more|together|same|days?|hours?|weeks?"
    r"|for (?:an?|the|one|two|three|your first)|without|during|first|on|child(?:ren)?|under"
    r"|than|yet|except|twice|double|extra|again|only)\b|\d",
    re.IGNORECASE,
)
"""What makes of a ban one for a case or a time."""
_TOLD_TO = pattern(
    r"\b(?:unless|ask|talk|tell|check|stop|instead|do not|don['’]t|never|avoid|doctor (?:says"
    r"|tells)"
    r"|told|prescribed|who take|if you take)\b",
    re.IGNORECASE,
)
_NAME = pattern(r"[a-z]{5,}")


def forbidden_medicines(view: View) -> Iterator[Finding]:
    """Find a medicine to take that another sentence tells nobody to take."""
    banned: dict[str, Passage] = {}
    asked: list[tuple[str, Passage, int, str]] = []
    for passage in view.body_holding(_ASKS, _FORBIDS):
        for sentence in passage.sentences:
            no = _FORBIDS.search(sentence.text)
            if no and not _LIMITED.search(sentence.text.replace(no.group()[:12], "")):
                banned.update(dict.fromkeys(_medicines(no["what"]), passage))
            elif not no and not _TOLD_TO.search(sentence.text):
                yes = _ASKS.search(sentence.text)
                names = _medicines(yes["what"]) if yes else ()
                asked += [(name, passage, sentence.start, sentence.text) for name in names]
    for name, passage, start, text in asked:
        if (name in banned and banned[name] is not passage) or _in_two(name, passage, banned):
            at = text.lower().find(name)
            yield Finding(
                f"this tells to take {name}; line {banned[name].text.line} says not to",
                "keep the right one, or say when each holds",
                passage.text,
                text[at : at + len(name)],
                start + at,
            )


def _in_two(name: str, passage: Passage, banned: dict[str, Passage]) -> bool:
    """Return whether one text has the ban and the deed, each in a sentence of its own."""
    return banned.get(name) is passage and len(passage.sentences) > 1


def _medicines(words: str) -> list[str]:
    """Return the medicines that some words name."""
    return [name for name in _NAME.findall(words.lower()) if word_lists.is_drug(name)]
