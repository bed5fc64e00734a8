"""Rules about one text as a whole: one name for one thing, no advice twice. English only."""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import ceil

from brochure._startup.records import dataclass
from brochure.checks.handout_view import Finding, Passage, View
from brochure.checks.patterns import pattern
from brochure.remember import remember


@dataclass(frozen=True, slots=True)
class Name:
    """A name of a thing: the letters that a text must have, and a pattern of its forms."""

    letters: str
    forms: str

    @property
    def pattern(self) -> re.Pattern[str]:
        """What finds the name."""
        return pattern(rf"\b(?:{self.forms})\b", re.IGNORECASE)


NAMES = (
    (Name("tablet", r"tablets?"), Name("pill", r"pills?")),
    (Name("bab", r"bab(?:y|ies)"), Name("infant", r"infants?")),
    (Name("inhaler", r"inhalers?"), Name("puffer", r"puffers?")),
    (Name("brace", r"braces?"), Name("splint", r"splints?")),
    (Name("gauze", r"gauze(?: pads?)?"), Name("swab", r"swabs?"), Name("compress", r"compress")),
    (
        Name("strip", r"(?:paper |skin )?strips?"),
        Name("closure", r"(?:adhesive |skin )?closures?"),
        Name("tape", r"tapes?"),
    ),
    (Name("patch", r"patch(?:es)?"), Name("sticker", r"stickers?")),
    (
        Name("pharmac", r"pharmac(?:y|ies)"),
        Name("drug", r"drug ?stores?"),
        Name("chemist", r"chemists?"),
    ),
    (
        Name("emergency room", r"emergency room"),
        Name(
            "emergency department",
            r"emergency"
            r" department",
        ),
        Name("casualty", r"casualty"),
    ),
    (
        Name("physical therapist", r"physical therapists?"),
        Name("physiotherapist", r"physiotherapists?"),
        Name("physio", r"physios?"),
    ),
    (Name("belly", r"belly"), Name("tummy", r"tummy"), Name("abdomen", r"abdomen")),
    (Name("womb", r"womb"), Name("uterus", r"uterus")),
    (Name("caregiver", r"caregivers?"), Name("carer", r"carers?")),
    (Name("front desk", r"front desk"), Name("reception", r"reception(?: desk)?")),
    (Name("vaccine", r"vaccines?"), Name("jab", r"jabs?")),
    (Name("cast", r"casts?"), Name("plaster", r"plasters?")),
    (
        Name("incision", r"incisions?"),
        Name("cut", r"(?:your|the) cuts?(?= (?:is|stays|dry|clean))"),
    ),
    (Name("ointment", r"ointments?"), Name("salve", r"salves?")),
    (Name("diuretic", r"diuretics?"), Name("water pill", r"water (?:pills?|tablets?)")),
    (Name("blood thinner", r"blood thinners?"), Name("anticoagulant", r"anticoagulants?")),
    (Name("high blood pressure", r"high blood pressure"), Name("hypertension", r"hypertension")),
    (Name("heart attack", r"heart attacks?"), Name("myocardial", r"myocardial infarctions?")),
    (
        Name("crutch", r"crutch(?:es)?"),
        Name("walking stick", r"walking sticks?"),
        Name("cane", r"canes?"),
    ),
    (Name("diaper", r"diapers?"), Name("nappy|nappies", r"napp(?:y|ies)")),
    (Name("scan", r"CT scans?"), Name("cat scan", r"CAT scans?")),
    (
        Name("cold pack", r"cold packs?"),
        Name("ice pack", r"ice packs?"),
        Name("cool pack", r"cool packs?"),
    ),
    (
        Name("cleaning drink", r"cleaning drink"),
        Name("prep", r"bowel prep"),
        Name("laxative", r"laxatives?"),
    ),
    (Name("drain", r"drains?"), Name("tube", r"drainage tubes?")),
    (Name("water", r"waterproof cover"), Name("cover", r"waterproof sleeve")),
    (Name("nurse midwi", r"nurse midwi(?:fe|ves)"), Name("midwi", r"midwi(?:fe|ves)")),
    (Name("cirugía", r"cirugías?"), Name("operación", r"operación|operaciones")),
    (
        Name("pastilla", r"pastillas?"),
        Name("tableta", r"tabletas?"),
        Name("comprimido", r"comprimidos?"),
        Name("píldora", r"píldoras?"),
    ),
    (
        Name("medicina", r"medicinas?"),
        Name("medicamento", r"medicamentos?"),
        Name("fármaco", r"fármacos?"),
    ),
    (Name("doctor", r"doctor(?:a|es|as)?"), Name("médico", r"médic[oa]s?")),
    (Name("bebé", r"bebés?"), Name("lactante", r"lactantes?"), Name("niño", r"recién nacidos?")),
    (Name("inhalador", r"inhalador(?:es)?"), Name("bomba", r"bombas?")),
    (Name("receta", r"recetas?"), Name("prescripción", r"prescripción")),
    (Name("barriga", r"barriga"), Name("vientre", r"vientre"), Name("abdomen", r"abdomen")),
    (Name("venda", r"vendas?"), Name("vendaje", r"vendajes?"), Name("apósito", r"apósitos?")),
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
        uses = [[*name.pattern.finditer(text)] for name in row if name.letters in small]
        most = max(uses, key=len, default=[])
        if most:
            found.append((number, most[0].group().lower()))
    return found


def several_names(view: View) -> Iterator[Finding]:
    """Find one thing under two names; told at the first of the rarer one."""
    for row in NAMES:
        places = [(name.pattern, view.body_holding(name.pattern)) for name in row]
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
