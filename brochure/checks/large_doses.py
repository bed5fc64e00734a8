"""A rule about a dose that nobody takes at once: grams for milligrams, a point that was lost.

The bounds are several times what is usually given at once to an adult; they are no advice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from brochure.checks.doses import is_medicine
from brochure.checks.handout_view import Finding, View
from brochure.checks.patterns import pattern

_DOSE = pattern(
    r"(?<![\d.,])(?P<n>\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)\s?-?"
    r"(?P<unit>mg|mcg|g|grams?|gramos?|milligrams?|miligramos?)(?![\w/])"
)
_NAME = pattern(r"[^\W\d_]{2,}")
_IN_MG = {"mcg": 0.001, "mg": 1, "mil": 1, "g": 1000}
_OTHER_FORM = frozenset(
    "powder cream ointment gel lotion patch tube polvo crema pomada carbohydrates sugar protein fat"
    " fiber salt sodium glucose week weekly semana level blood methotrexate infusion iv".split()
)
"""What is given in grams, or is no dose for one time."""
_IN_GRAMS = frozenset(
    """
    miralax macrogol movicol laxido polyethylene glycolax lactulose lactulosa metamucil psyllium
    fybogel citrucel benefiber cholestyramine colestyramine questran kayexalate sorbitol mannitol
    glycerin fosfomycin monurol mesalamine mesalazine creatine dextrose glutamine sevelamer
    """.split()
)
"""Medicines that are taken by the spoon or the packet."""
_IN_A_DAY = pattern(
    r"\b(?:a|per|one|each|every|any|the) (?:\w+ )?day\b|\bdaily\b|\b24[- ]hours?\b"
    r"|\bal día\b|\b24 horas\b"
)
_AT_MOST = pattern(
    r"\b(?:more than|most|maxim\w+|up to|limit|total|all sources|under|below|exceed|over|between"
    r"|más de|máxim\w+|hasta|total)\b"
)
_TIMES = 4
"""How often a day what is given at once may be given."""
ANY = 4000.0
LARGEST = {
    name: float(most)
    for line in """
    levothyroxine 0.5 liothyronine 0.1 digoxin 0.5 warfarin 20 apixaban 20 rivaroxaban 30
    clonidine 1 lorazepam 10 alprazolam 10 clonazepam 10 diazepam 40 zolpidem 20 prednisone 200
    prednisona 200 dexamethasone 50 amlodipine 20 lisinopril 100
    losartan 300 metoprolol 500 carvedilol 100
    furosemide 500 hydrochlorothiazide 100 spironolactone 500 atorvastatin 100 simvastatin 100
    rosuvastatin 60 montelukast 20 cetirizine 30 loratadine 30 famotidine 100
    omeprazole 120 omeprazol 120
    pantoprazole 120 sertraline 400 fluoxetine 120 citalopram 80 escitalopram 60 duloxetine 180
    tramadol 400 oxycodone 120 morphine 300 codeine 120 hydrocodone 60 colchicine 5 allopurinol 1000
    ibuprofen 1200 ibuprofeno 1200 naproxen 1300 aspirin 1500 aspirina 1500
    acetaminophen 2000 paracetamol 2000 acetaminofén 2000
    metformin 2600 metformina 2600 glipizide 60 glyburide 30 amoxicillin 3500 amoxicilina 3500
    cephalexin 2000 azithromycin 2500 ciprofloxacin 1600 gabapentin 2400 pregabalin 700
    diphenhydramine 150 loperamide 20 ondansetron 30 meclizine 150 cyclobenzaprine 60
    tamsulosin 2 finasteride 20 sildenafil 250
    """.split("\n")
    for name, most in zip(line.split()[::2], line.split()[1::2], strict=True)
}
"""Milligrams of a medicine that nobody is told to take at once."""


_VOLUME = pattern(
    r"(?<![\d.,])(?P<n>\d{2,4})\s?m[lL]\b(?=[^.;]{0,30}\b(?:syrup|suspension|liquid medicine"
    r"|elixir|oral"
    r" liquid|paracetamol|acetaminophen|ibuprofen|amoxicillin|jarabe|suspensión|paracetamol"
    r"|ibuprofeno|acetaminofén|amoxicilina)\b)",
    re.IGNORECASE,
)
_LARGEST_VOLUME = 45


def large_volume(view: View) -> Iterator[Finding]:
    """Yield a dose of a syrup that is more than three tablespoons."""
    for passage in view.body_holding(_VOLUME):
        for found in _VOLUME.finditer(passage.plain):
            if int(found["n"]) > _LARGEST_VOLUME and "bottle" not in passage.plain:
                yield Finding(
                    f"“{found.group()}” of a syrup is far more than anybody takes at once",
                    "look at the number; have a pharmacist confirm the dose",
                    passage.text,
                    found.group(),
                    found.start(),
                )


def large_dose(view: View) -> Iterator[Finding]:
    """Find a dose of a medicine that is many times what is ever given at once."""
    yield from large_volume(view)
    for passage in view.body_holding(_DOSE):
        for sentence in passage.sentences:
            found = list(_DOSE.finditer(sentence.text))
            small = sentence.text.lower() if found else ""
            names = [each for each in _NAME.finditer(small) if is_medicine(each.group())]
            if not names or not (_OTHER_FORM | _IN_GRAMS).isdisjoint(_NAME.findall(small)):
                continue
            for each in found:
                name = min(names, key=lambda name: abs(name.start() - each.start())).group()
                most = LARGEST.get(name, ANY) * _times(small)
                if _milligrams(each["n"], each["unit"]) > most:
                    yield Finding(
                        f"“{each.group()}” of {name} is far more than anybody takes at once",
                        "look at the number and at its unit; have a pharmacist confirm the dose",
                        passage.text,
                        each.group(),
                        sentence.start + each.start(),
                    )


def _times(sentence: str) -> int:
    """Return how many doses a sentence may speak of: those of a day, if it says the most of one."""
    return _TIMES if _IN_A_DAY.search(sentence) and _AT_MOST.search(sentence) else 1


def _milligrams(number: str, unit: str) -> float:
    """Return a dose in milligrams."""
    worth = next(worth for start, worth in _IN_MG.items() if unit.startswith(start))
    return float(number.replace(",", "")) * worth
