"""Which things of two sentences are not one: what holds for an MRI need not hold for a CT scan."""

from __future__ import annotations

import re

from brochure.checks import word_lists
from brochure.checks.patterns import pattern

_WORD = pattern(r"[a-z]+(?:-[a-z]+)?")
GROUPS = (
    "tablet / capsule / liquid syrup suspension / pen / inhaler puffer / cream ointment / lotion"
    " / jelly / bandage / patch / drop / bottle / insulin / statin / antibiotic / vitamin / honey"
    " / painkiller / antacid / spray / vaccine / machine / water / blood",
    "blue / white / red / yellow / green / pink / orange / brown / purple",
    "mri / ct cat / ultrasound / mammogram / pet / endoscopy / colonoscopy",
    "eye / gum / skin / face / hand finger arm elbow wrist shoulder / vagina / bottom / ear / nose"
    " / mouth lip / tooth teeth / leg foot feet ankle knee hip toe heel / hair scalp / belly",
    "cast splint brace / bandage dressing gauze",
    "shot vaccine injection / class / parking / test scan exam procedure surgery / ride"
    " / meal / x-ray / copy",
    "eczema / impetigo / chickenpox / shingles / asthma / pneumonia / flu influenza / cold"
    " / measles / mumps / hepatitis / covid / strep / hiv / cancer / psoriasis / lice / ringworm"
    " / scabies / tb tuberculosis / diabetes / arthritis / travel / tetanus / herpes / mono",
    "bleeding spotting / swelling / bruising / fever / itching / throat / headache / rash / cough"
    " / nausea vomiting / dizziness / numbness / pain",
)
"""Things of a kind, parted by "/", each with the words that name it."""
_A_DAY = pattern(r"\b(?:first day|(?:12|24) hours|(?:one|1|a) day)\b", re.IGNORECASE)
_NEXT_DAY = pattern(r"\b(?:next (?:day|morning)|tomorrow|second day)\b", re.IGNORECASE)
"""A time and what comes after it: "rest for the first day" and "walk on the next day"."""
_NAMES = tuple(
    {word: number for number, row in enumerate(group.split("/")) for word in row.split()}
    for group in GROUPS
)


def of_two_things(one: str, other: str) -> bool:
    """Return whether two sentences name different things of a kind, medicines or days."""
    here, there = (_WORD.findall(each.lower()) for each in (one, other))
    for names in _NAMES:
        own, others = ({_named(word, names) for word in words} - {-1} for words in (here, there))
        if own and others and not own & others:
            return True
    own, others = (set(filter(word_lists.is_drug, words)) for words in (here, there))
    if own and others and not own & others:
        return True
    return any(
        _A_DAY.search(this) and _NEXT_DAY.search(that)
        for this, that in ((one, other), (other, one))
    )


def _named(word: str, names: dict[str, int]) -> int:
    """Return the number of the thing that a word names, one or several of it; -1 for none."""
    return names.get(word, names.get(word.removesuffix("s"), -1))
