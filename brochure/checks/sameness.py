"""Rules about one text as a whole: one name for one thing, no advice twice. English only."""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import ceil

from brochure.checks.handout_view import Finding, Passage, View
from brochure.checks.patterns import pattern
from brochure.remember import remember

NAMES = (
    (("tablet", "tablets?"), ("pill", "pills?")),
    (("bab", "bab(?:y|ies)"), ("infant", "infants?")),
    (("inhaler", "inhalers?"), ("puffer", "puffers?")),
    (("brace", "braces?"), ("splint", "splints?")),
    (("gauze", "gauze(?: pads?)?"), ("swab", "swabs?"), ("compress", "compress")),
    (("strip", "(?:paper |skin )?strips?"), ("closure", "(?:adhesive |skin )?closures?"),
     ("tape", "tapes?")),
    (("patch", "patch(?:es)?"), ("sticker", "stickers?")),
    (("pharmac", "pharmac(?:y|ies)"), ("drug", "drug ?stores?"), ("chemist", "chemists?")),
    (("emergency room", "emergency room"), ("emergency department", "emergency department"),
     ("casualty", "casualty")),
    (("physical therapist", "physical therapists?"), ("physiotherapist", "physiotherapists?"),
     ("physio", "physios?")),
    (("belly", "belly"), ("tummy", "tummy"), ("abdomen", "abdomen")),
    (("womb", "womb"), ("uterus", "uterus")),
    (("caregiver", "caregivers?"), ("carer", "carers?")),
    (("front desk", "front desk"), ("reception", "reception(?: desk)?")),
    (("vaccine", "vaccines?"), ("jab", "jabs?")),
    (("cast", "casts?"), ("plaster", "plasters?")),
    (("incision", "incisions?"), ("cut", "(?:your|the) cuts?(?= (?:is|stays|dry|clean))")),
    (("ointment", "ointments?"), ("salve", "salves?")),
    (("diuretic", "diuretics?"), ("water", "water (?:pills?|tablets?)")),
    (("blood thinner", "blood thinners?"), ("anticoagulant", "anticoagulants?")),
    (("high blood pressure", "high blood pressure"), ("hypertension", "hypertension")),
    (("heart attack", "heart attacks?"), ("myocardial", "myocardial infarctions?")),
    (("crutch", "crutch(?:es)?"), ("walking stick", "walking sticks?"), ("cane", "canes?")),
    (("diaper", "diapers?"), ("napp", "napp(?:y|ies)")),
    (("scan", "CT scans?"), ("cat scan", "CAT scans?")),
    (("cold pack", "cold packs?"), ("ice pack", "ice packs?"), ("cool pack", "cool packs?")),
    (("cleaning drink", "cleaning drink"), ("prep", "bowel prep"), ("laxative", "laxatives?")),
    (("drain", "drains?"), ("tube", "drainage tubes?")),
    (("water", "waterproof cover"), ("sleeve", "waterproof sleeve")),
    (("nurse midwi", "nurse midwi(?:fe|ves)"), ("midwi", "midwi(?:fe|ves)")),
    (("cirugía", "cirugías?"), ("operaci", "operación|operaciones")),
    (("pastilla", "pastillas?"), ("tableta", "tabletas?"), ("comprimido", "comprimidos?"),
     ("píldora", "píldoras?")),
    (("medicina", "medicinas?"), ("medicamento", "medicamentos?"), ("fármaco", "fármacos?")),
    (("doctor", "doctor(?:a|es|as)?"), ("médic", "médic[oa]s?")),
    (("bebé", "bebés?"), ("lactante", "lactantes?"), ("recién nacid", "recién nacidos?")),
    (("inhalador", "inhalador(?:es)?"), ("bomba", "bombas?")),
    (("receta", "recetas?"), ("prescripción", "prescripción")),
    (("barriga", "barriga"), ("vientre", "vientre"), ("abdomen", "abdomen")),
    (("venda", "vendas?"), ("vendaje", "vendajes?"), ("apósito", "apósitos?")),
    (("doctor", "doctors?"), ("physician", "physicians?"),
     ("provider", "(?:health ?care )?providers?"), ("clinician", "clinicians?")),
    (("medicine", "medicines?"), ("medication", "medications?"), ("meds", "meds")),
    (("surger", "surger(?:y|ies)"), ("operation", "operations?")),
    (("shot", "shots?"), ("injection", "injections?"), ("jab", "jabs?")),
    (("stool", "stools?"), ("poop", "poops?"), ("eces", "feces|faeces")),
    (("pee", "pee"),
     ("urine", "urine(?! (?:samples?|tests?|infections?|cultures?|drug|bottles?|flow))")),
    (("teen", "teens?|teenagers?"), ("adolescent", "adolescents?")),
    (("period", "period"), ("menstruation", "menstruation")),
    (("stitch", "stitch(?:es)?"), ("suture", "sutures?")),
    (("stomach", "stomach ?aches?"), ("bell", "bell(?:y|ies) ?aches?")),
    (("lab test", "lab tests?"), ("blood work", "blood work")),
    (("follow-up visit", "follow-up visits?"), ("recheck visit", "recheck visits?")),
)  # fmt: skip
"""Names of one thing; a text keeps to one of each row. Of each the letters that a text must have,
and its forms."""


_FEW, _ALIKE = 4, 0.8
SMALL = frozenset(
    """
    the a an and or of to in on at for with your you is are be it this that if as not do can may
    """.split()
)


def name_pattern(forms: str) -> re.Pattern[str]:
    """Return what finds a name by its forms."""
    return pattern(rf"\b(?:{forms})\b", re.IGNORECASE)


def names_used(text: str) -> list[tuple[int, str]]:
    """Return, for each thing that has several names, its row and the name that a text uses most."""
    found, small = [], text.lower()
    for number, row in enumerate(NAMES):
        here = [forms for letters, forms in row if letters in small]
        uses = [[*name_pattern(forms).finditer(text)] for forms in here]
        most = max(uses, key=len, default=[])
        if most:
            found.append((number, most[0].group().lower()))
    return found


def several_names(view: View) -> Iterator[Finding]:
    """Find one thing under two names; told at the first of the rarer one."""
    for row in NAMES:
        names = [name_pattern(forms) for letters, forms in row if letters in view.small]
        places = [(name, view.body_holding(name)) for name in names] if len(names) > 1 else []
        if sum(bool(passages) for _, passages in places) < 2:
            continue
        uses = [
            [(p, found) for p in passages for found in wanted.finditer(p.plain)]
            for wanted, passages in places
        ]
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
            words, keys = _told_words(sentence.text)
            old = (each for key in keys for each in seen.get(key, ()))
            before = next((p for w, p in old if _again(passage, words, p, w)), None)
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


@remember(4096)
def _told_words(sentence: str) -> tuple[frozenset[str], list[str]]:
    """Return the words of a sentence, and those of which two alike share one; none of few words."""
    words = frozenset(pattern(r"[^\W_]+").findall(sentence.lower())) - SMALL
    keys = len(words) - ceil(_ALIKE * len(words)) + 1
    return words, sorted(words)[:keys] if len(words) >= _FEW else []


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Return whether two sets of words are nearly the same."""
    if min(len(one), len(other)) < _ALIKE * max(len(one), len(other)):
        return False
    return len(one & other) >= _ALIKE * len(one | other)


def _again(here: Passage, words: frozenset[str], there: Passage, other: frozenset[str]) -> bool:
    """Return whether a sentence says again what an earlier one does; in one text, word by word."""
    return words == other if here is there else _alike(words, other)
