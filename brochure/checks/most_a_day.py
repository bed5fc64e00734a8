"""A rule about what the doses of one day add up to, in milligrams: 800 mg every 4 hours.

The bounds are the most that labels allow an adult in a day, the higher one where two are in use;
they are no advice. Sources: the medicines' US and British labels, general knowledge.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from brochure.checks.doses import is_medicine
from brochure.checks.handout_view import Finding, Passage, Sentence, View
from brochure.checks.patterns import pattern

MOST = {
    name: float(most)
    for line in """
    acetaminophen 4000 paracetamol 4000 acetaminofén 4000 tylenol 4000
    ibuprofen 3200 ibuprofeno 3200 advil 3200 motrin 3200
    naproxen 1500 naproxeno 1500 aleve 1500 aspirin 6000 aspirina 6000 diclofenac 200
    celecoxib 800 meloxicam 15 ketorolac 120 indomethacin 200
    cetirizine 20 cetirizina 20 loratadine 20 loratadina 20 fexofenadine 360 diphenhydramine 300
    famotidine 160 omeprazole 120 omeprazol 120 esomeprazole 80 pantoprazole 80 lansoprazole 120
    metformin 3000 metformina 3000 glipizide 40 glyburide 20 glimepiride 8 sitagliptin 100
    lisinopril 80 enalapril 40 ramipril 20 losartan 100 losartán 100 valsartan 320 amlodipine 10
    amlodipino 10 nifedipine 180 diltiazem 540 hydrochlorothiazide 100 chlorthalidone 100
    furosemide 600 furosemida 600 spironolactone 400 metoprolol 450 atenolol 200 bisoprolol 20
    carvedilol 100 propranolol 640 atorvastatin 80 atorvastatina 80 simvastatin 80 rosuvastatin 40
    pravastatin 80 sertraline 200 sertralina 200 fluoxetine 80 fluoxetina 80 citalopram 40
    escitalopram 20 paroxetine 60 duloxetine 120 venlafaxine 375 bupropion 450 mirtazapine 60
    trazodone 600 tramadol 400 codeine 360 codeína 360 gabapentin 4800 gabapentina 4800
    pregabalin 600 warfarin 20 warfarina 20 apixaban 20 rivaroxaban 30 dabigatran 300
    clopidogrel 300 levothyroxine 0.4 levotiroxina 0.4 digoxin 0.5 prednisone 200 prednisona 200
    prednisolone 200 montelukast 20 loperamide 16 loperamida 16 ondansetron 32 meclizine 100
    cyclobenzaprine 30 methocarbamol 8000 baclofen 100 zolpidem 10 melatonin 20 lorazepam 10
    diazepam 60 alprazolam 10 clonazepam 20 tamsulosin 0.8 finasteride 5 sildenafil 100
    allopurinol 900 colchicine 2.4 febuxostat 120 amoxicillin 6000 amoxicilina 6000 cephalexin 4000
    doxycycline 300 ciprofloxacin 1500 azithromycin 2000 nitrofurantoin 400 metronidazole 4000
    clindamycin 2700 acyclovir 4000 aciclovir 4000 valacyclovir 3000 fluconazole 800
    """.split("\n")
    for name, most in zip(line.split()[::2], line.split()[1::2], strict=True)
}
"""Milligrams of a medicine that no adult is to pass in a day."""
WEEKLY = frozenset({"methotrexate", "metotrexato", "alendronate", "risedronate"})
"""Medicines that are mostly taken once a week."""
_DAILY = pattern(
    r"(?<!not )(?<!never )\b(?:every (?:day|morning|night)|each (?:day|morning|night)|daily"
    r"|(?:once|twice|\d times) a day|todos los días|cada día|a diario)\b(?! of the week)",
    re.IGNORECASE,
)
_WORDS = {
    "a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "eight": 8, "ten": 10,
    "twelve": 12, "once": 1, "twice": 2, "una": 1, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5,
    "seis": 6, "ocho": 8, "diez": 10,
}  # fmt: skip
_COUNT = rf"(?:\d{{1,2}}|{'|'.join(_WORDS)})"
_MG = (
    r"(?P<mg>\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)[ -]?"
    r"(?P<unit>mg|milligrams?|g|grams?|mcg|gramos?|miligramos?)\b"
)
_FORM = r"(?:tablets?|pills?|capsules?|caplets?|tabletas?|pastillas?|cápsulas?)"
_STRENGTH = pattern(_MG, re.IGNORECASE)
_COUNTED = pattern(
    rf"\b(?P<n>{_COUNT})(?: ?(?:to|or|-|–|a|o) ?(?P<top>{_COUNT}))?"
    rf" (?:(?:of the|of|de|-) ?)?(?:{_MG.replace('mg>', 'm>').replace('unit>', 'u>')} )?{_FORM}",
    re.IGNORECASE,
)
_EVERY = pattern(
    r"\b(?:every|cada) (?P<h>\d{1,2}|two|three|four|six|eight|twelve|dos|tres|cuatro|seis|ocho"
    r"|doce)"
    r"(?: ?(?:to|or|-|–|a|o) ?\d{1,2})? ?(?:hours?|hrs?|horas?)\b",
    re.IGNORECASE,
)
_TIMES = pattern(
    rf"\b(?:up to |hasta )?(?P<t>once|twice|{_COUNT} times|{_COUNT} veces|una vez)"
    r" (?:a|each|every|per|in a|in|al|cada|por|en) (?:one )?(?:day|24 hours|día|24 horas)\b"
    r"|\b(?P<daily>(?:four|three) times daily|twice daily|once daily|daily|each day|every day)\b",
    re.IGNORECASE,
)
_A_DAY = pattern(
    r"\b(?:a|per|each|in one|in a|in any|every|al|en un|por|en) ?(?:single )?(?:day|24[- ]hours?"
    r"|24[- ]hour period|día|24 horas)\b|\btotal daily\b|\bdaily (?:maximum|limit)\b",
    re.IGNORECASE,
)
_NAME = pattern(r"[^\W\d_]{4,}")
_OTHER = frozenset(
    "week weekly semana folic infusion cancer vein iv level blood child weight".split()
)


def most_a_day(view: View) -> Iterator[Finding]:
    """Find doses of a medicine that add up to more than an adult may take in a day."""
    if view.words.isdisjoint(MOST) and view.words.isdisjoint(WEEKLY):
        return
    section, name = -1, ""
    for passage in view.passages:
        if passage.section != section:
            section, name = passage.section, ""
        for sentence in passage.sentences:
            words = _NAME.findall(sentence.text.lower())
            named = dict.fromkeys(word for word in words if word in MOST or word in WEEKLY)
            others = any(is_medicine(word) for word in words if word not in named)
            name = next(iter(named), "" if others else name)
            if not name or len(named) > 1 or not _OTHER.isdisjoint(words):
                continue
            if name in WEEKLY and _DAILY.search(sentence.text):
                yield _every_day(passage, sentence, name)
            found = _most(sentence)
            if found and found[0] > MOST.get(name, found[0]) * 1.001:
                yield Finding(
                    f"this comes to {found[0]:,.10g} mg of {name} a day,"
                    f" and the most is {MOST[name]:,.10g} mg",
                    "have a pharmacist check the dose and how often it is taken",
                    passage.text,
                    found[1],
                    sentence.start + sentence.text.find(found[1]),
                )


def _every_day(passage: Passage, sentence: Sentence, name: str) -> Finding:
    """Return the finding for a medicine of once a week that is said to be taken daily."""
    found = _DAILY.search(sentence.text)
    words = found.group() if found else name
    return Finding(
        f"{name} is taken once a week for joints and skin; this says “{words}”",
        "have a pharmacist check it: daily doses have killed people",
        passage.text,
        words,
        sentence.start + sentence.text.find(words),
    )


def _most(sentence: Sentence) -> tuple[float, str] | None:
    """Return the milligrams that a sentence allows in a day, and its words for a dose."""
    text = sentence.text
    strengths = list(_STRENGTH.finditer(text))
    if not strengths:
        return None
    strength = _nearest(text, strengths)
    each, counted = _milligrams(strength), _COUNTED.search(text)
    number = _number(counted["top"] or counted["n"]) if counted else 1.0
    own = bool(counted) and _is_one_piece(text, strength, counted)
    dose = each * number if own else each
    times = _times(text)
    if times:
        return dose * times, strength.group()
    return (dose, strength.group()) if _A_DAY.search(text) else None


def _nearest(text: str, strengths: list[re.Match[str]]) -> re.Match[str]:
    """Return the strength that stands last before the words for how often, else the first."""
    often = _TIMES.search(text) or _EVERY.search(text)
    before = [each for each in strengths if often and each.start() < often.start()]
    return before[-1] if before else strengths[0]


def _is_one_piece(text: str, strength: re.Match[str], counted: re.Match[str] | None) -> bool:
    """Return whether a strength is that of one tablet: "2 tablets of 500 mg", "(200 mg each)"."""
    if not counted:
        return False
    if counted["m"]:
        return True
    between = text[counted.end() : strength.start()]
    after = text[strength.end() : strength.end() + 8]
    return " of" in between or "each" in after or between.strip(" (,") in ("of", "de")


def _times(text: str) -> float:
    """Return how often a day a sentence says; 0 if it does not."""
    every, times = _EVERY.search(text), _TIMES.search(text)
    if times:
        words = (times["t"] or times["daily"]).lower().split()
        return 1 if words[0] in ("daily", "each", "every") else _number(words[0])
    return 24 / max(1.0, _number(every["h"])) if every else 0


def _number(word: str) -> float:
    """Return the number of figures or of a word."""
    return {**_WORDS, "doce": 12}.get(word.lower()) or float(word)


def _milligrams(found: re.Match[str]) -> float:
    """Return a strength in milligrams."""
    unit = found["unit"].lower()
    worth = 0.001 if unit == "mcg" else 1 if unit.startswith("m") else 1000
    return float(found["mg"].replace(",", "")) * worth
