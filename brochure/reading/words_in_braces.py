"""Words in braces as they are typed: `{phone}` and its like, what was meant for one, and others."""

from __future__ import annotations

from brochure._startup.kept_patterns import compiled
from brochure.reading.faults import Fault
from brochure.remember import remember

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re

FACTS = {
    "phone": "phone",
    "clinic": "name",
    "city": "city",
    "address": "address",
    "hours": "hours",
    "website": "website",
    "email": "email",
}
"""Each word in braces, and the key of the clinic that it stands for."""
OTHER_WORDS = {
    "phone": "telephone tel telefono teléfono telefon téléphone fone",
    "clinic": "clínica clinica clinique klinik praxis",
    "city": "ciudad ville stadt town",
    "address": "dirección direccion adresse anschrift street",
    "hours": "horario horarios horaires öffnungszeiten",
    "website": "web site url sitio página webseite",
    "email": "mail correo courriel",
}
"""What else people call a fact, in small letters."""
NEAR, MOST_WORDS = 0.8, 4
"""How like a fact a word is that was meant for it; how many words in braces may mean one."""


@remember(1)
def _braces() -> re.Pattern[str]:
    return compiled(r"(\{+)([^{}]{0,60})(\}*)")


def read_brace(text: str, start: int) -> tuple[str, str, Fault | None]:
    """Return the words in the braces that open at a place, their fact, and what is wrong with it.

    The fact is empty for braces that are text, and for those that are refused.
    """
    found = _braces().match(text, start)
    if found is None:
        return "{", "", None
    typed, inner = found[0], found[2]
    if typed == f"{{{inner}}}" and inner in FACTS:
        return typed, inner, None
    if not found[3]:
        word = compiled(r"\w+").match(inner)
        lost = word is not None and word[0] in FACTS
        return (found[1] + word[0], "", _fault(found[1] + word[0], word[0])) if word and lost else (
            typed, "", None)  # fmt: skip
    fact = nearest_fact(inner)
    return typed, "", _fault(typed, fact) if fact else None


def nearest_fact(words: str) -> str:
    """Return the fact that words in braces are near to; empty if they are other words."""
    parts = compiled(r"[^\W\d_]+").findall(words.lower())
    if not 0 < len(parts) <= MOST_WORDS:
        return ""
    from brochure.reading.strange_keys import near

    names = {name: fact for fact, others in OTHER_WORDS.items() for name in others.split()}
    meant = [names.get(part) or near(part, FACTS, NEAR) for part in parts]
    facts = [fact for fact in meant if fact]
    return next((fact for fact in facts if fact != "clinic"), facts[0] if facts else "")


def _fault(typed: str, fact: str) -> Fault:
    message = f"`{typed}` would be printed as it is"
    hint = f"Type {{{fact}}}: it stands for the clinic's own `{FACTS[fact]}`."
    return Fault(typed, message, hint, becomes=f"{{{fact}}}")


def facts_in(target: str) -> tuple[list[str], list[Fault]]:
    """Return the facts that a link's target names in braces, and the braces that are refused."""
    facts, faults, at = [], [], target.find("{")
    while at >= 0:
        typed, fact, fault = read_brace(target, at)
        facts += [fact] if fact else []
        faults += [fault] if fault else []
        at = target.find("{", at + len(typed))
    return facts, faults
