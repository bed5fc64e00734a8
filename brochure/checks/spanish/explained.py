"""Where a Spanish text says what one of its terms means."""

from __future__ import annotations

import re

from brochure.checks.patterns import pattern

_NEAR = 70
_AFTER = pattern(
    r"(?:\s+[a-záéíóúñü]+){0,2}\s*\((?!o sea\))[^()]*[a-záéíóúñü]{4}[^()]*\)"
    r"|,? (?:como|tal como|por ejemplo,?) (?:el |la )?(?-i:[A-Z])"
    r"|\s*[:–—]\s*\w"
    r"|,\s*(?:es decir|o sea|que (?:es|son|significa)|también (?:llamad|conocid)"
    r"|un[ao]?s?\b|el\b|la\b"
    r"|cuando\b|donde\b)"
    r"|,\s*o\s+[^,.;:()]{3,50}(?:[,.;:)]|$)"
    r"|\s+(?:significa|quiere decir|es (?:un|una|el|la|cuando|lo)\b|son (?:unos|unas|los|las)\b"
    r"|son (?:medic|pastill|ejercicios|prueb|problem|enfermed|célul|vasos|piedr)"
    r"|(?:cuando|si) (?:dura|ocurre|aparece|hay|el |la |los |las )"
    r"|(?:ocurre|se produce|aparece) cuando|(?:ayudan? a|alivian?|bajan?|calman?|tratan?) \w)",
    re.IGNORECASE,
)
_BEFORE = pattern(
    r"(?:\(\s*(?:\w+\s+){0,3}|\b(?:llamad[ao]s?|conocid[ao]s? como|se llaman?|significa|es decir"
    r"|o sea)[,:]?\s+[“\"«]?(?:una?\s+|el\s+|la\s+)?)$",
    re.IGNORECASE,
)
_SMALL = frozenset({"dolor", "sangre", "cuerpo", "parte", "medic", "médic", "enfer", "perso"})


def explained(text: str, start: int, stop: int, plain: str = "") -> bool:
    """Return whether a text says what its words from ``start`` to ``stop`` mean."""
    before, after = text[:start], text[stop:]
    if _AFTER.match(after) or _BEFORE.search(before):
        return True
    stems = {word[:5] for word in pattern(r"[^\W\d_]{5,}").findall(plain.lower())} - _SMALL
    near = f"{before[-_NEAR:]} {after[:_NEAR]}".lower()
    return any(word[:5] in stems for word in pattern(r"[^\W\d_]{4,}").findall(near))
