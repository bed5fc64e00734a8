"""The table of plain words, and the signs that a text explains a term."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from brochure.checks.english import plain_words
from brochure.checks.english.explained import explained
from brochure.checks.english.plain_words import table, uses


def found(text: str) -> list[str]:
    return [text[use.start : use.stop] for use in uses(text)]


def test_the_table_is_large_and_its_forms_are_plain_text() -> None:
    every = [term for meanings in table().values() for term in meanings]
    judged = [term for term in every if term.kind != "names"]
    assert len({term.plain for term in judged}) >= 1000
    assert all(re.fullmatch(r"[a-z0-9][a-z0-9 '-]*", form) for form in table())
    assert all(term.plain for term in judged)


@pytest.mark.parametrize("language", ["en", "es"])
def test_each_line_says_its_source(language: str) -> None:
    text = plain_words.TABLES[language].read_text("utf-8")
    judged = text[text.index("[medical]") :].splitlines()
    lines = [line.split(" | ") for line in judged if line and line[0] not in "[#"]
    odd = [line for line in lines if len(line) < 3 or line[2] not in plain_words.SOURCES]
    assert odd == []
    assert len(lines) > {"en": 1500, "es": 200}[language]


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("Lidocaine with epinephrine makes you numb.", "adrenaline, added to keep the numbing"),
        ("Use your epinephrine pen for a bee sting.", "adrenaline, the emergency medicine"),
        ("Squamous cell carcinoma of the lung is treated here.", "a cancer that starts in flat"),
        ("The vaccine has an adjuvant.", "something that makes a vaccine work better"),
        ("Reconstitute the powder.", "mix the powder with its liquid"),
        ("Babies with hip dysplasia wear a harness.", "a hip joint that is not formed well"),
        ("Allergy immunotherapy takes years.", "shots or drops that get you used"),
        ("We test for celiac disease.", "an illness in which gluten"),
        ("A streptococcal skin infection heals.", "from a common germ"),
        ("Your own antibodies attack the body.", "a protein of the body's own defense"),
        ("A shot makes antibodies.", "a protein that fights germs"),
        ("A subconjunctival hemorrhage is harmless.", "a red spot of blood"),
        ("A retinal hemorrhage needs care.", "bleeding"),
        ("A food bolus sticks.", "a lump of food"),
        ("Capsular contracture may form.", "a tight scar around the implant"),
        ("A contracture of the elbow hurts.", "a joint that stays bent"),
        ("Hypertrophic cardiomyopathy runs in families.", "an illness of the heart muscle"),
        ("Thyroid lobectomy takes an hour.", "surgery to take out one part"),
        ("Use topical eye drops.", "put on the part that needs it"),
        ("You may tolerate liquids.", "keep down"),
        ("Precipitate labor is quick.", "labor that goes very fast"),
        ("Castor oil may precipitate labor.", "start labor"),
        ("A nonstress test takes an hour.", "a check of the baby's heartbeat"),
    ],
)
def test_what_is_said_instead_misleads_nobody(sentence: str, said: str) -> None:
    assert [use.term.plain.startswith(said) for use in uses(sentence)][:1] == [True]


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("Use gotas tópicas en el ojo.", "que se pone donde hace falta"),
        ("Use una crema tópica.", "que se pone en la piel"),
        ("Una hemorragia subconjuntival no es peligrosa.", "sangrado"),
        ("La contractura capsular puede doler.", "cicatriz dura alrededor del implante"),
        ("Sus anticuerpos atacan su cuerpo.", "defensa del cuerpo"),
        ("Tiene un dolor agudo.", "fuerte, que empieza de repente"),
    ],
)
def test_what_is_said_instead_in_spanish(sentence: str, said: str) -> None:
    assert said in {use.term.plain for use in uses(sentence, "es")}


@pytest.mark.parametrize(
    "sentence",
    [
        "Your baby is due to be born in May.",
        "You are due to have a scan.",
        "A speech impediment may follow.",
        "A stress test of the baby in pregnancy is safe.",
    ],
)
def test_what_means_something_else_is_let_be(sentence: str) -> None:
    assert found(sentence) == []


def test_no_form_stands_in_the_table_twice_in_one_context() -> None:
    every = list(plain_words.terms(plain_words.TABLE.read_text("utf-8")))
    lines = Counter((term.form, term.near) for term in every)
    assert [form for form, times in lines.items() if times > 1] == []


def test_of_several_meanings_only_the_last_holds_anywhere() -> None:
    assert [form for form, found in table().items() if any(t.anywhere for t in found[:-1])] == []


def test_no_form_is_longer_than_the_search() -> None:
    assert max(len(form.split()) for form in table()) <= plain_words._LONGEST


def test_no_plain_word_is_itself_a_stiff_one() -> None:
    offers = {term.plain for meanings in table().values() for term in meanings}
    stiff = [(plain, use.term.form) for plain in offers for use in uses(plain)]
    assert [pair for pair in stiff if not table()[pair[1]][0].medical] == []


@pytest.mark.parametrize(
    ("form", "inflected"),
    [
        ("biopsy+", ["biopsy", "biopsies"]),
        ("stitch+", ["stitch", "stitches"]),
        ("day+", ["day", "days"]),
        ("utilize~", ["utilize", "utilizes", "utilized", "utilizing"]),
        ("notify~", ["notify", "notifies", "notified", "notifying"]),
        ("adhere~ to", ["adhere to", "adheres to", "adhered to", "adhering to"]),
        ("prior to", ["prior to"]),
    ],
)
def test_inflected(form: str, inflected: list[str]) -> None:
    assert plain_words._inflected(form) == inflected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Utilizing it prior to surgery", ["Utilizing", "prior to"]),
        ("You have a herniated disc.", ["herniated disc"]),
        ("Deep vein thrombosis, or thrombosis", ["Deep vein thrombosis", "thrombosis"]),
        ("the patient’s edema’s cause", ["edema’s"]),
        ("Anti-inflammatory pills", ["Anti-inflammatory"]),
        ("Use it before your visit.", []),
        ("a priority today", []),
    ],
)
def test_uses(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "You may have EDEMA (swelling).",
        "Swelling of the feet (edema) is common.",
        "This is called edema.",
        "The medical word for this is edema.",
        "You may have fluid in the feet, or edema.",
        "EDEMA is fluid in the feet.",
        "Watch for edema, which is fluid in the feet.",
        "Watch for edema. This means that fluid stays in the feet.",
        "Watch for edema. Edema is fluid that stays.",
        "Edema: fluid in the feet",
        "Edema — fluid in the feet",
        "Edema stage one: your feet hold fluid.",
        "Edema, such as in the feet, makes shoes tight.",
        "Watch for edema and swelling.",
    ],
)
def test_explained(text: str) -> None:
    start = text.lower().index("edema")
    assert explained(text, start, start + 5, "swelling")


@pytest.mark.parametrize(
    "text",
    [
        "Tell us about edema.",
        "Call us for edema, fever or pain.",
        "You may have edema (1, 2).",
        "Edema can start in the feet.",
        "Edema is not good.",
        "Tell us about edema here: it matters.",
        "Watch for edema. Call us early.",
        "You may get a drain for edema (when necessary).",
        "Tell us about edema (EDM).",
        "Tell us about edema (the edema).",
        "It may be edema (edema or fat).",
        "Injury, disease, or edema can hurt.",
        "Treat pain, edema, or nerves.",
        "Treating edema may help.",
        "Edema is common.",
        "Edema is treated with pills.",
        "From edema to XLIF, which is surgery.",
        "Swelling is what my mother had for years and years, as all of us know: edema.",
        "Signs of edema:",
    ],
)
def test_not_explained(text: str) -> None:
    start = text.lower().index("edema")
    assert not explained(text, start, start + 5, "swelling")


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        (
            "Tell us if malignant hyperthermia runs in your family.",
            ["a dangerous reaction to some"],
        ),
        ("It can lead to an epidural hematoma.", ["bleeding between the skull and the brain"]),
        ("You get an epidural shot.", ["around the spinal cord"]),
        ("Your dentist looks at your occlusion.", []),
        ("The scan shows an occlusion.", ["blockage"]),
        ("Cervical cancer can be found early.", ["cancer of the neck of the womb"]),
        ("Your cervical discs are worn.", ["of the neck"]),
        ("Use a drop of essential oil.", []),
        ("See frequently asked questions.", []),
        ("It frequently hurts.", ["often"]),
        ("Ask the physician assistant.", []),
        ("Your insurance may expire.", []),
        ("We teach Stress Inoculation Training.", []),
        ("An inoculation helps.", ["vaccine"]),
        ("You relive the trauma.", []),
        ("Trauma to the head can harm you.", ["injury"]),
        ("Hepatitis B can harm you.", ["a virus that harms the liver"]),
        ("Autoimmune hepatitis is rare.", ["when the body attacks itself", "a swollen liver"]),
        ("Acute leukemia needs care.", ["cancer of the blood"]),
        ("Acute myeloid leukemia needs care.", ["cancer of the blood"]),
        ("It starts with acute pain.", ["sudden and short"]),
        ("A benign tumor stays small.", ["not cancer"]),
        ("A malignant otitis is an infection.", []),
        ("Aspiration pneumonia can follow.", ["a lung infection from food"]),
        ("Shunts drain the ventricles of the brain.", ["a tube that drains"]),
        ("Stage 4 kidney disease needs care.", []),
        ("Pyloric stenosis in babies.", ["of the stomach's way out", "narrowing"]),
        ("An epidural helps with labor and birth.", ["medicine in the lower back"]),
        ("Some people expire.", ["die, run out"]),
    ],
)
def test_a_name_or_the_words_about_it_decide_what_a_word_means(text: str, plain: list[str]) -> None:
    said = [use.term.plain for use in uses(text)]
    assert len(said) == len(plain)
    assert all(whole.startswith(part) for whole, part in zip(said, plain, strict=True))


@pytest.mark.parametrize("language", plain_words.TABLES)
def test_each_form_is_found_by_its_first_word_and_few_texts_are_kept(language):
    wanted: dict[str, dict] = {}
    for form, meanings in table(language).items():
        wanted.setdefault(form.partition(" ")[0], {})[form] = meanings
    assert {word: plain_words.meanings_from(word, language) for word in wanted} == wanted
    absent = {word[:-1] for word in wanted} - wanted.keys()
    assert not any(plain_words.meanings_from(word, language) for word in absent)
    assert len(plain_words._places(language)[1]) < len(wanted) / 4
