"""Misspelled Spanish words are found, accents first; right ones and their forms are left alone."""

from __future__ import annotations

import random
import re
from dataclasses import replace

import pytest

from brochure.checks import run_checks
from brochure.checks.edits import one_edit
from brochure.checks.spanish.spelling import is_right, meant
from brochure.checks.word_lists import spanish, spanish_slips
from tests.unit.checks.test_rules import TODAY, saying

PLAIN = """
Descanse en casa unos días y camine un poco cada mañana. No levante cosas pesadas durante seis
semanas. Tome la medicina con comida y con un vaso de agua. Si olvida una pastilla, no tome dos a
la vez. Lávese las manos antes de tocar la herida y séquela con una toalla limpia. Cámbiese la
venda todos los días. Llámenos si tiene fiebre, si la herida huele mal o si el dolor no se alivia.
Traiga una lista de sus medicamentos y dígale a la enfermera si es alérgico a alguno. Pregúntele
cuándo puede manejar. Su espalda puede sentirse rígida por las mañanas; muévase despacio y
estírese. El fisioterapeuta le enseñará ejercicios para fortalecer los músculos. Duerma de lado,
con una almohada entre las rodillas. Si siente hormigueo o debilidad en las piernas, acuda a
urgencias de inmediato. La radiografía no duele. Beba bastantes líquidos y evite el alcohol. Los
puntos se quitan a los diez días. Pídale a un familiar que lo acompañe y que maneje de regreso.
Podrá volver al trabajo cuando su médico se lo autorice.
"""


def told(*paragraphs: str) -> list[str]:
    handout = replace(saying(*paragraphs), language="es-US")
    alone = replace(handout, sections=handout.sections[-1:], subtitle=None)
    found = run_checks(alone, today=TODAY)
    return [re.findall("“(.*?)”", p.message)[0] for p in found if p.rule == "spelling"]


@pytest.mark.parametrize(
    ("word", "right"),
    [
        ("infeccion", "infección"),
        ("tambien", "también"),
        ("medico", "médico"),
        ("sintomas", "síntomas"),
        ("llamenos", "llámenos"),
        ("tomelo", "tómelo"),
        ("numero", "número"),
        ("riñon", "riñón"),
        ("pequeno", "pequeño"),
        ("operasion", "operación"),
        ("pastiyas", "pastillas"),
        ("cabesa", "cabeza"),
        ("enbarazo", "embarazo"),
        ("tratamietno", "tratamiento"),
        ("hospitalisado", "hospitalizado"),
        ("depues", "después"),
        ("imágen", "imagen"),
        ("lqvarse", "lavarse"),
    ],
)
def test_a_misspelled_word_and_what_was_meant(word: str, right: str) -> None:
    assert meant(word) == right
    assert told(f"Se dice {word} aquí.") == [word]


FORMS = """
tómeselo llevársela cuídese informándole habláramos desinflamaría rápidamente chiquitita reabrir
hipertiroidismo imagen orden alguien cuándo periodo cardiaco vacunas azitromicina
"""


@pytest.mark.parametrize("word", FORMS.split())
def test_forms_of_words_are_right(word: str) -> None:
    assert is_right(word)
    assert meant(word) == ""


def test_a_plain_text_has_no_finding() -> None:
    assert told(*PLAIN.strip().split("\n")) == []
    assert told("Pregunte por Eneida Xochitl o por la Dra. Etxeberria.") == []


def test_six_of_seven_planted_slips_are_found() -> None:
    chance = random.Random(7)
    words = sorted(set(re.findall(r"[a-záéíóúñ]{6,}", PLAIN)))
    slips = []
    for word in words:
        inside = [s for s in one_edit(word) if s[0] == word[0] and s[-2:] == word[-2:]]
        slips.append(chance.choice([slip for slip in inside if not is_right(slip)]))
    missed = [slip for slip in slips if not meant(slip)]
    assert len(slips) > 60
    assert len(missed) <= len(slips) / 7, missed


def test_no_list_holds_what_another_calls_a_slip() -> None:
    slips = spanish_slips()
    assert not slips.keys() & spanish()
    assert {"después", "salud", "dolor"} <= spanish()
    unknown = [
        w
        for meaning in slips.values()
        for w in meaning.split()
        if w not in "ao" and not is_right(w)
    ]
    assert unknown == []
