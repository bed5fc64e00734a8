"""A rule about medicines that a text names twice: by what they are, and by what a maker calls them.

A reader who takes both has a double dose. The pairs are general knowledge.
"""

from __future__ import annotations

from collections.abc import Iterator

from brochure.checks.handout_view import Finding, Passage, View
from brochure.checks.patterns import pattern
from brochure.remember import remember

_SAME = pattern(
    r"\b(?:the same (?:medicine|medication|drug|tablet|thing|pill)"
    r"|brands?|brand names?|trade names?"
    r"|generic|also (?:called|known as|sold)|sold as|is another name|misma medicina|marca)\b"
)
PAIRS = """
acetaminophen tylenol panadol paracetamol acetaminofén / ibuprofen advil motrin ibuprofeno
naproxen aleve naprosyn naproxeno / aspirin bayer ecotrin aspirina / diphenhydramine benadryl
cetirizine zyrtec / loratadine claritin / fexofenadine allegra / warfarin coumadin warfarina
apixaban eliquis / rivaroxaban xarelto / dabigatran pradaxa / clopidogrel plavix
atorvastatin lipitor / rosuvastatin crestor / simvastatin zocor / metformin glucophage
lisinopril zestril prinivil / losartan cozaar / valsartan diovan / amlodipine norvasc
furosemide lasix / hydrochlorothiazide microzide / metoprolol lopressor toprol
levothyroxine synthroid levoxyl / omeprazole prilosec / esomeprazole nexium / pantoprazole protonix
famotidine pepcid / albuterol ventolin proair proventil / montelukast singulair
fluticasone flonase flovent / prednisone deltasone / amoxicillin amoxil / azithromycin zithromax
ciprofloxacin cipro / sertraline zoloft / fluoxetine prozac / escitalopram lexapro
citalopram celexa / duloxetine cymbalta / venlafaxine effexor / bupropion wellbutrin
alprazolam xanax / lorazepam ativan / diazepam valium / clonazepam klonopin / zolpidem ambien
gabapentin neurontin / pregabalin lyrica / tramadol ultram / celecoxib celebrex / meloxicam mobic
oxycodone oxycontin roxicodone / cyclobenzaprine flexeril / methocarbamol robaxin
sildenafil viagra / tadalafil cialis / semaglutide ozempic wegovy / glargine lantus basaglar
loperamide imodium / docusate colace
senna senokot / bisacodyl dulcolax / ondansetron zofran / pseudoephedrine sudafed
guaifenesin mucinex / dextromethorphan delsym / hydrocortisone cortizone
"""
"""Names of one medicine, the plain one first."""


def one_medicine(view: View) -> Iterator[Finding]:
    """Find a medicine under two names that no sentence brings together; told at the later one."""
    named = view.words & _names().keys()
    rows = {_names()[name] for name in named}
    for row in rows if len(rows) < len(named) else ():
        uses = sorted(_first_uses(view, row), key=lambda use: (use[0], use[3]))
        if len(uses) > 1 and not _together(view, row):
            _, name, passage, at = uses[1]
            typed = passage.plain[at : at + len(name)]
            yield Finding(
                f"“{uses[0][1]}” and “{name}” are the same medicine, and the text does not say so",
                f"say so where the first stands, {row[0]} ({row[1].capitalize()}),"
                " so that nobody takes both",
                passage.text,
                typed,
                at,
            )


@remember(1)
def _names() -> dict[str, tuple[str, ...]]:
    """Return the names of each medicine by each of its names."""
    rows = (tuple(row.split()) for line in PAIRS.strip().split("\n") for row in line.split("/"))
    return {name: row for row in rows for name in row}


def _first_uses(view: View, row: tuple[str, ...]) -> Iterator[tuple[int, str, Passage, int]]:
    """Yield each name of a row that the text uses, with its first place."""
    for name in row:
        places = ((n, p, p.plain.lower().find(name)) for n, p in enumerate(view.body))
        first = next((found for found in places if found[2] >= 0), None)
        if first:
            yield first[0], name, first[1], first[2]


def _together(view: View, row: tuple[str, ...]) -> bool:
    """Return whether a sentence has two names of a row, or one and says it is another's."""
    sentences = (s.text.lower() for p in view.body for s in p.sentences)
    return any(
        sum(name in sentence for name in row) > 1
        or (_SAME.search(sentence) and any(name in sentence for name in row))
        for sentence in sentences
    )
