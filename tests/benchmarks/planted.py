"""How many planted faults `check` finds, by kind: python tests/benchmarks/planted.py [FOLDER].

Each fault is planted alone in a plain text; a hit is a finding of a fitting rule that the text
without it does not have. With a folder of content files: how many findings each rule has there,
to be judged by reading.
"""

from __future__ import annotations

import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from brochure.checks import run_checks
from brochure.commands.check_folder import handouts_in, judge
from brochure.model import Clinic, Handout, Item, ItemList, Paragraph, Section, Span, Text
from tests.benchmarks.planted_sets import FITTING, PLANTED

TODAY = "2026-11-22"
LEAST = 0.9
BASE = (
    "Most back pain gets better at home in a few weeks. You can walk and do light work.",
    "Take your medicine with food. Ask your nurse if you are not sure.",
    "Call us if the pain gets worse at night. We are here to help you.",
)
KINDS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("misspelled word", "spelling", ("Keep your appointmnet.", "Do not lift hevay bags.",
        "The swelling is temporery.", "Your sholder may hurt.")),
    ("misspelled medicine or test", "spelling", ("Ask before you take naproxin.",
        "You may need gabapentine.", "We check your hemaglobin.", "Take the amoxicilin.")),
    ("British in American", "other-spelling", ("You may need an anaesthetic.",
        "See the paediatric ward.", "Your colour comes back.")),
    ("trailing zero, bare point", "dose-notation", ("Take 2.0 mg now.", "Take .25 mg now.",
        "Drink 5.00 mL of it.")),
    ("short forms of doses", "dose-notation", ("Take one pill t.i.d. with food.",
        "Use the cream PRN.", "Take 400 mg q8h.", "Take it Q6H.", "Inject 10 U before meals.")),
    ("run together", "dose-notation", ("Take 500mg at night.", "Use 10000 units of it.")),
    ("two doses", "two-doses", ("Take ibuprofen 200 mg.|Take 800 mg of ibuprofen.",
        "Take naproxen every 8 hours.|You can take naproxen every 12 hours.")),
    ("look-alikes", "look-alike", ("Take prednisone.|Stop the prednisolone.",
        "Take clomipramine.|Stop the clomiphene.")),
    ("bare per cent", "bare-percent", ("About 15 percent have a scar.",
        "It works in 85% of people.")),
    ("mixed denominators", "mixed-denominators", ("It helps 1 in 4 people.|It hurts 2 in 1,000.",)),
    ("relative risk", "relative-risk", ("It doubles your chance of a clot.",
        "Smokers are 3 times more likely to have it.", "It cuts the risk by half.")),
    ("vague risk", "vague-risk", ("There is a low risk of infection.",
        "Serious side effects are rare.")),
    ("one scale", "one-scale", ("Call us for a fever of 101°F.", "Wash it at 60 degrees C.")),
    ("label", "label-for-people", ("Epileptics need more rest.", "It is worse in the elderly.",
        "She is wheelchair-bound.", "People suffering from gout can come.")),
    ("double negative", "double-negative", ("It is not unusual to feel tired.",
        "Do not come without your card.", "It is not impossible to sleep.")),
    ("leftover of the web", "web-leftover", ("Read more about pain", "See our leaflet (PDF, 2 MB).",
        "Back to top", "Last updated May 2020")),
    ("passive", "passive-voice", ("The scan is done here.", "It was recommended last year.",
        "Germs are spread by hands.", "Your blood is drawn in the lab.")),
    ("unexplained term", "unexplained-term", ("You may have meningitis.", "Sepsis can follow.",
        "We look for stenosis.", "Tell us about angina.")),
    ("stiff word", "plain-word", ("Commence your exercises.", "Utilize a pillow.",
        "It is necessary to obtain a card prior to it.")),
    ("abbreviation", "abbreviation", ("You may have an EMG.", "Ask about DVT.", "We do a TLIF.")),
    ("capitals", "capitals", ("DO NOT lift it.", "Rest EVERY DAY.", "This is VERY sore.")),
    ("word twice", "doubled-word", ("Rest the the leg.", "You can can walk.")),
    ("a or an", "article", ("Use a ice pack.", "Bring an list.")),
    ("age at the edge", "age-edge", ("Girls under 15 get it.|Girls up to 15 get it.",)),
    ("another phone", "other-phone", ("Call 212-555-0123.",)),
    ("near miss of the phone", "phone-differs", ("Call 310-828-7775.",)),
    ("date", "ambiguous-date", ("Come on 05/06/2026.",)),
    ("left to fill in", "placeholder", ("Call [your phone] now.", "TBD")),
    ("the wrong word", "wrong-word", ("Ask about prostrate exams.", "Eat less diary products.",
        "It may effect your sleep.", "The test is safer then surgery.", "Breath out slowly.",
        "Ask you doctor first.", "You may loose weight.")),
    ("the wrong form", "wrong-form", ("Your tablets is small.", "You will need a ECG.",
        "The pain can gets worse.", "Keep this instructions.")),
    ("short form", "short-form", ("Rest for 10 mins.", "Take it w/ food.", "Bring your meds.")),
    ("no degrees", "no-scale", ("Call us for a temperature over 100.4.",)),
    ("no such day", "impossible-date", ("Come by June 31.", "Come on Sunday, May 4, 2026.")),
    ("no such time", "impossible-time", ("We open at 7:65 am.", "Come at 15 pm.")),
    ("a range turned round", "turned-range", ("Rest for 10 to 5 days.", "It takes 8-6 weeks.")),
    ("two units that differ", "wrong-conversion", ("Lift up to 10 lb (10 kg).",
        "Walk 2 miles (1 km).", "It is 5 cm (4 inches) long.")),
    ("too often a day", "too-often", ("Take one every 6 hours, no more than 8 times a day.",)),
    ("another country's 911", "emergency-number", ("Call 999 for chest pain.", "Dial 112 now.")),
    ("nothing there", "nothing-there", ("See the drawing on the next page.", "See page 5.")),
    ("cut off", "cut-off", ("Call us when your", "Bring your card, your list and")),
    ("half a bracket", "open-bracket", ("Use ice (not heat on it.", "Say “no to salt.")),
    ("signs in a row", "doubled-sign", ("Rest now,. Then walk.", "Stop smoking!!")),
    ("a space too much or few", "sign-space", ("Rest , then walk.", "Rest now.Then walk.")),
    ("other figures", "differing-figures", ("Do not drive for 2 weeks after surgery.|After surgery"
        " do not drive for six weeks.", "Drink 8 glasses of water each day.|Each day, drink 4"
        " glasses of water.")),
    ("against itself", "contradiction", ("Use ice.|Do not use ice.", "Eat grapefruit.|Avoid"
        " grapefruit.")),
    ("either sex", "he-or-she", ("Your nurse shows what he/she needs.", "Ask his or her name.")),
    ("advice twice", "same-advice", ("Keep your leg above your heart at night.|At night keep your"
        " leg above your heart.",)),
    ("one thing, two names", "several-names", ("Your doctor will call. Ask your doctor. See your"
        " physician.",)),
)  # fmt: skip


def handout(*paragraphs: str) -> Handout:
    """Return a handout that says these paragraphs."""
    texts = tuple(Text((Span(words),), line) for line, words in enumerate(paragraphs, 10))
    section = Section(Text((Span("What to do"),), 9), body=tuple(map(Paragraph, texts)))
    clinic = Clinic(Text((Span("The Clinic"),)), Text((Span("310-828-7757"),)))
    return Handout("a.yaml", Text((Span("Back pain"),), 1), clinic, (section,))


def counts(*paragraphs: str) -> Counter[str]:
    """Return how many findings each rule has."""
    return Counter(problem.rule for problem in run_checks(handout(*paragraphs), today=TODAY))


def recall() -> float:
    """Print the hits of each kind, and return the share of all."""
    before = counts(*BASE)
    hits = tried = 0
    for kind, rule, faults in KINDS:
        found = [counts(*BASE, *fault.split("|"))[rule] > before[rule] for fault in faults]
        missed = [fault for fault, hit in zip(faults, found, strict=True) if not hit]
        print(f"{kind:28} {rule:20} {sum(found)} of {len(found)}  {'; '.join(missed)}")
        hits, tried = hits + sum(found), tried + len(found)
    print(f"{'all':28} {'':20} {hits} of {tried}")
    return hits / tried


SPANISH = (
    "El dolor de rodilla mejora en casa en unas semanas. Usted puede caminar.",
    "Mantenga la pierna en alto cuando se siente. Pregunte a su enfermera si no está seguro.",
    "Llame a la clínica si el dolor empeora por la noche.",
)


def of_sections(language: str, fault: str) -> set[str]:
    """Return the rules that find something in a plain text with a fault in its sections."""
    base = BASE if language == "en" else SPANISH
    heads = ("Your knee", "At home") if language == "en" else ("Su rodilla", "En casa")
    parts = [*fault.split("|"), ""][:3]
    bodies = [[Paragraph(_text(words))] for words in (base[0], " ".join(base[1:]))]
    for number, part in enumerate(part for part in parts if part):
        where = bodies[max(0, min(number, 1) - part.endswith(";"))]
        items = tuple(Item(_text(each.strip())) for each in part.split(";")[:-1])
        where.append(ItemList(items) if items else Paragraph(_text(part)))
    pairs = zip(heads, bodies, strict=True)
    sections = tuple(Section(_text(head), body=tuple(body)) for head, body in pairs)
    made = replace(
        handout(), title=_text("Knee pain"), sections=sections, language=f"{language}-US"
    )
    return {problem.rule for problem in run_checks(made, today=TODAY)}


def _text(words: str) -> Text:
    return Text((Span(words),), abs(hash(words)) % 10**6)


def of_sets() -> float:
    """Print how many of each set are found, and which are not; return the share of all."""
    rows = [row.split(" ", 2) for row in PLANTED.strip().split("\n")]
    hits: Counter[str] = Counter()
    for name, language, rest in rows:
        kind, _, fault = rest.partition(": ")
        hit = not of_sections(language, fault).isdisjoint(FITTING[kind])
        hits[name] += hit
        if not hit:
            print(f"not found: {name} {language} {rest}")
    for name, count in Counter(row[0] for row in rows).items():
        print(f"set {name}: {hits[name]} of {count}")
    return sum(hits.values()) / len(rows)


def main() -> int:
    """Print recall, or the findings of a folder by rule; return 1 if too few faults are found."""
    if len(sys.argv) < 2:
        return int(min(recall(), of_sets()) < LEAST)
    judged = judge(handouts_in(Path(sys.argv[1])), TODAY)
    every = Counter(problem.rule for each in judged for problem in each.report.problems)
    for rule, count in every.most_common():
        print(f"{count:5}  {rule}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
