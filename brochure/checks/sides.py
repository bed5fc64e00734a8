"""A rule about left and right: one knee is operated on, and a line says the other.

Only in a text about one side: one that speaks of both, of either, or of the other side is left out.
English and Spanish.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from brochure.checks.handout_view import Finding, View
from brochure.checks.patterns import pattern

_LIMBS = {
    "leg": "hip knee leg ankle foot heel toe thigh calf shin big toe cadera rodilla pierna tobillo"
    " pie talón",
    "arm": "shoulder arm elbow wrist hand finger thumb forearm hombro brazo codo muñeca mano dedo",
    "eye": "eye ojo eyelid", "ear": "ear oído oreja", "breast": "breast mama pecho seno",
    "groin": "groin ingle testicle kidney riñón", "lung": "lung pulmón",
}  # fmt: skip
_LIMB_OF = {part: limb for limb, parts in _LIMBS.items() for part in parts.split()}
_PART = "|".join(sorted(_LIMB_OF, key=len, reverse=True))
_SIDED = pattern(
    rf"\b(?:(?P<side>left|right) (?:\w+ )?(?P<part>{_PART})"
    rf"|(?P<parte>{_PART}) (?P<lado>izquierd|derech)[oa])\b",
    re.IGNORECASE,
)
_BOTH = pattern(
    r"\b(?:both|either|opposite|other|good|unaffected|healthy|strong(?:er)?|non-\w+|each|left or"
    r" right|right or left|left and right|right and left|amb[oa]s|otr[oa]|san[oa]|contrari[oa]"
    r"|crutch(?:es)?|cane|stick|heart|stroke|muletas?|bastón|corazón|derrame)\b",
    re.IGNORECASE,
)
_LEFT = {"left": "left", "right": "right", "izquierd": "left", "derech": "right"}


def other_side(view: View) -> Iterator[Finding]:
    """Find the side that a text about one side names more rarely."""
    found: dict[str, dict[str, list[tuple[object, str, int]]]] = {}
    for passage in view.passages:
        if passage.role in ("source", "clinic", "email"):
            continue
        for sentence in passage.sentences:
            if _BOTH.search(sentence.text):
                continue
            for each in _SIDED.finditer(sentence.text):
                side = _LEFT[(each["side"] or each["lado"]).lower()]
                limb = _LIMB_OF[(each["part"] or each["parte"]).lower()]
                place = (passage.text, each.group(), sentence.start + each.start())
                found.setdefault(limb, {}).setdefault(side, []).append(place)
    for sides in found.values():
        if len(sides) == 2 and not _in_one_text(sides):
            rare, often = sorted(sides.values(), key=len)
            where, words, start = rare[0]
            yield Finding(
                f"“{words}” here, “{often[0][1]}” elsewhere",
                "ask which side is meant, and write it in every line",
                where,  # type: ignore[arg-type]
                words,
                start,
            )


def _in_one_text(sides: dict[str, list[tuple[object, str, int]]]) -> bool:
    """Return whether one text names both sides: first one leg, then the other."""
    one, other = ({id(where) for where, _, _ in places} for places in sides.values())
    return not one.isdisjoint(other)
