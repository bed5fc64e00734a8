"""Make the pictograms of sections: one line of outlines for each, of the Health Icons set.

Needs this project alone.

    npm pack healthicons@2.0.0
    python assets/make_icons.py healthicons-2.0.0.tgz

The same package gives the same bytes. A line holds a name, other words for the same and the
outlines, parted by tabs; outlines are SVG path data in a square of 400 units, y down, parted by
"|"; one that begins with "e" is filled by the even-odd rule.
"""

from __future__ import annotations

import argparse
import re
import sys
import tarfile
from collections.abc import Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from brochure.art.svg_bounds import ink_box  # noqa: E402
from brochure.art.svg_paths import Op, path, transformed  # noqa: E402

HERE = ROOT / "brochure" / "art"
MEMBER, LICENCE = "package/public/icons/svg/filled/{}.svg", "package/LICENSE"
SIDE, FINE = 40.0, 10
"""The side of the square that most drawings of the set keep to, and our units in one of theirs."""

ICONS = {
    # the body
    "spine": ("body/spine", "back backbone neck vertebra disc"),
    "back-pain": ("conditions/back_pain", "backache lumbago"),
    "joint": ("body/joints", "joints knee hip arthritis"),
    "bones": ("body/skeleton", "bone skeleton fracture osteoporosis"),
    "heart": ("body/heart_organ", "cardiology"),
    "heartbeat": ("symbols/heart_cardiogram", "pulse ecg ekg rhythm"),
    "lungs": ("body/lungs", "lung breathing asthma copd"),
    "stomach": ("body/stomach", "belly digestion"),
    "bowel": ("body/intestine", "bowels gut intestine colon"),
    "liver": ("body/liver", "hepatitis"),
    "kidneys": ("body/kidneys", "kidney renal"),
    "bladder": ("body/bladder", "urination"),
    "brain": ("body/neurology", "memory stroke neurology nerves"),
    "mind": ("people/mental_disorders", "mental anxiety depression stress mood psychology"),
    "head": ("body/head", "face"),
    "headache": ("conditions/headache", "migraine"),
    "eye": ("body/eye", "eyes vision sight"),
    "ear": ("body/ear", "ears hearing"),
    "nose": ("body/nose", "smell sinus"),
    "mouth": ("body/mouth", "lips throat"),
    "tooth": ("body/tooth", "teeth dentist dental"),
    "foot": ("body/foot", "feet ankle toes"),
    "leg": ("body/leg", "legs knee"),
    "arm": ("body/arm", "arms elbow hand wrist"),
    "breast": ("body/breasts", "breasts mammogram"),
    "skin": ("conditions/allergies", "rash allergy hand"),
    "blood": ("body/blood_drop", "drop bleeding"),
    # what one feels
    "pain": ("conditions/pain", "hurt ache"),
    "fever": ("devices/fever", "hot"),
    "nausea": ("conditions/nausea", "sick vomiting"),
    "cough": ("conditions/coughing_alt", "cold flu"),
    "dizzy": ("emotions/dizzy", "dizziness fainting"),
    "sleep": ("emotions/sleepy", "rest tired bed"),
    "burn": ("conditions/burn", "fire scald"),
    "germs": ("symbols/virus", "virus infection bacteria covid"),
    "ribbon": ("conditions/ribbon", "cancer oncology awareness"),
    # medicines and tests
    "medicine": ("devices/medicine_bottle", "medicines medication bottle drug"),
    "pills": ("medications/pills_2", "pill tablets tablet"),
    "pill-pack": ("medications/blister_pills_round_x4", "blister package"),
    "syringe": ("devices/syringe", "injection needle insulin"),
    "vaccine": ("devices/syringe-vaccine", "vaccination immunization shot"),
    "inhaler": ("devices/asthma_inhaler", "puffer spray"),
    "drip": ("devices/intravenous_bag", "infusion iv chemotherapy"),
    "prescription": ("objects/prescription_document", "rx refill"),
    "pharmacy": ("symbols/pharmacy_alt", "pharmacist drugstore"),
    "blood-pressure": ("devices/blood_pressure_2", "hypertension cuff"),
    "blood-sugar": ("devices/diabetes_measure", "glucose meter diabetes"),
    "finger-prick": ("people/diabetes", "diabetes"),
    "thermometer": ("devices/thermometer_digital", "temperature"),
    "weight": ("devices/weight", "scale"),
    "stethoscope": ("devices/stethoscope", "checkup examination"),
    "x-ray": ("devices/xray", "xray radiology radiograph"),
    "scan": ("devices/tac", "mri ct scanner"),
    "ultrasound": ("devices/ultrasound_scanner", "sonogram"),
    "lab": ("devices/test_tubes", "laboratory test tests"),
    "urine": ("devices/urine_sample", "sample"),
    # care
    "surgery": ("specialties/general_surgery", "operation scalpel surgeon"),
    "bed": ("devices/inpatient", "inpatient ward admission"),
    "bandage": ("objects/bandage_adhesive", "plaster wound dressing"),
    "cast": ("devices/cast", "splint"),
    "sling": ("devices/sling", "shoulder"),
    "crutches": ("devices/crutches", "crutch"),
    "wheelchair": ("devices/wheelchair", "disability access"),
    "glasses": ("devices/eyeglasses", "spectacles"),
    "hearing-aid": ("devices/hearing_aid", "deaf"),
    "care": ("symbols/palliative-care", "support hospice"),
    # moving and living
    "walking": ("exercise/walking", "walk steps"),
    "walker": ("exercise/walk_supported", "frame zimmer"),
    "running": ("exercise/running", "run sport"),
    "exercise": ("exercise/exercise", "exercises gym training dumbbell"),
    "stretching": ("people/exercise_yoga", "stretch yoga relax"),
    "cycling": ("exercise/exercise_bicycle", "bike bicycle"),
    "swimming": ("exercise/swim", "swim pool"),
    "food": ("nutrition/nutrition", "diet eat eating nutrition"),
    "fruit": ("nutrition/fruits", "fruits vegetables"),
    "meal": ("nutrition/hot_meal", "cooking soup"),
    "no-salt": ("nutrition/sodium_free", "salt sodium"),
    "sugar": ("nutrition/sugar", "sweets"),
    "water": ("objects/running_water", "drink drinking tap fluids"),
    "no-alcohol": ("nutrition/alcohol_cessation", "alcohol beer wine"),
    "no-smoking": ("symbols/smoking_cessation", "smoking tobacco cigarette"),
    "wash-hands": ("people/wash_hands", "hygiene soap washing"),
    "mask": ("ppe/ppe_face_mask", "facemask"),
    "gloves": ("ppe/ppe_gloves", "glove"),
    "toothbrush": ("devices/dental_hygiene", "brushing"),
    "toilet": ("devices/toilet_paper", "bathroom constipation"),
    "cleaning": ("objects/cleaning", "clean broom"),
    "home": ("places/home_alt", "house"),
    "driving": ("vehicles/4x4", "car drive"),
    "travel": ("people/travel_alt", "trip luggage"),
    # reaching us
    "phone": ("objects/phone", "call telephone"),
    "mobile": ("devices/mobile", "cell app text"),
    "video-visit": ("symbols/telemedicine", "telehealth telemedicine online"),
    "computer": ("objects/laptop", "laptop portal website"),
    "messages": ("symbols/forum", "message chat talk"),
    "interpreter": ("people/speech_language_therapy", "speech speaking language"),
    "calendar": ("objects/calendar", "date month"),
    "appointment": ("symbols/i_schedule_school_date_time", "clock time visit schedule"),
    "warning": ("symbols/alert_triangle", "caution danger attention"),
    "stop": ("symbols/stop", "avoid hand"),
    "do": ("symbols/yes", "yes ok tick check right"),
    "do-not": ("symbols/no", "no not dont never cross wrong"),
    "info": ("symbols/info", "information about"),
    "question": ("symbols/question_circle", "questions ask help faq"),
    "emergency": ("specialties/accident_and_emergency", "911 999 alarm"),
    "ambulance": ("vehicles/ambulance", "transport paramedic"),
    "hospital": ("places/hospital", "building"),
    "clinic": ("places/ambulatory_clinic", "office practice"),
    "place": ("symbols/geo_location", "map location address directions parking"),
    # people
    "doctor": ("people/doctor", "physician"),
    "nurse": ("people/nurse", "nursing"),
    "person": ("people/person", "patient you"),
    "family": ("people/people", "friends people carer caregiver"),
    "group": ("people/group_discussion_meeting", "meeting team"),
    "woman": ("people/woman", "women female"),
    "man": ("people/man", "men male"),
    "older-people": ("people/elderly", "elderly senior aging"),
    "pregnant": ("people/pregnant", "pregnancy maternity"),
    "baby": ("people/baby_0203m", "newborn infant"),
    "child": ("people/boy_0105y", "kid boy girl"),
    "children": ("people/child_program", "kids pediatric"),
    "breastfeeding": ("people/lactation", "nursing"),
    # papers
    "form": ("objects/health_worker_form", "forms paper paperwork"),
    "records": ("specialties/medical_records", "record history"),
    "notes": ("symbols/i_note_action", "write diary document"),
    "consent": ("symbols/i_documents_accepted", "sign signature agree"),
    "checklist": ("symbols/i_exam_multiple_choice", "list bring"),
    "insurance": ("objects/insurance_card", "card id"),
    "book": ("symbols/health_literacy", "read learn learning"),
    "search": ("symbols/magnifying_glass", "find look research"),
}
"""Each name with its drawing in the package, and the words that others may type for it."""


def main(argv: list[str]) -> int:
    """Write the outlines and their licence into `brochure/art`; return 0."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("tarball", type=Path, help="the package, as npm pack writes it")
    given = parser.parse_args(argv).tarball
    with tarfile.open(given) as tar:
        lines = [line_of(tar, name, *row) for name, row in ICONS.items()]
        licence = _member(tar, LICENCE)
    (HERE / "icons.txt").write_text("\n".join(lines) + "\n", "utf-8", newline="\n")
    (HERE / "icons-LICENSE.txt").write_bytes(licence.replace(b"\r\n", b"\n"))
    return 0


def _member(tar: tarfile.TarFile, name: str) -> bytes:
    handle = tar.extractfile(name)
    if handle is None:
        raise KeyError(name)
    return handle.read()


def line_of(tar: tarfile.TarFile, name: str, source: str, words: str) -> str:
    """Return the line of an icon; raises ValueError for a drawing of more than filled paths."""
    svg = _member(tar, MEMBER.format(source)).decode()
    found = re.findall(r"<(\w+)((?:\s[\w:-]+=\"[^\"]*\")*)\s*/?>", svg)
    if {tag for tag, _ in found} != {"svg", "path"}:
        raise ValueError(f"{source} draws more than paths")
    rules, paths = [], []
    for _, text in found[1:]:
        data = re.search(r'\sd="([^"]*)"', text)
        paths.append(path(data[1] if data else ""))
        rules.append("e" if 'fill-rule="evenodd"' in text else "")
    outlines = map(compact, in_square(paths))
    return "\t".join((name, words, "|".join(map("".join, zip(rules, outlines, strict=True)))))


def in_square(paths: list[list[Op]]) -> list[tuple[Op, ...]]:
    """Return outlines in the middle of our square; smaller, if their ink is larger than it."""
    left, low, right, high = ink_box([op for ops in paths for op in ops])
    scale = FINE * min(1.0, SIDE / max(right - left, high - low))
    x, y = (SIDE * FINE - scale * (left + right)) / 2, (SIDE * FINE - scale * (low + high)) / 2
    return [transformed(ops, (scale, 0.0, 0.0, scale, x, y)) for ops in paths]


def compact(ops: Iterable[Op]) -> str:
    """Return an outline in whole units, each point as the way from where the pen stood."""
    return "".join(_steps(ops)).replace(" -", "-")


def _steps(ops: Iterable[Op]) -> Iterator[str]:
    at = start = (0, 0)
    for name, *rest in ops:
        points = [round(float(value)) for value in rest]
        ways = [point - at[number % 2] for number, point in enumerate(points)]
        yield ("z" if name == "h" else str(name)) + " ".join(map(str, ways))
        at = (points[-2], points[-1]) if points else start
        start = at if name == "m" else start


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
