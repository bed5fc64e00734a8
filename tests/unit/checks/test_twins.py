"""Twins: what one of two languages lacks is found; what is said another way is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from brochure.checks.digits import folded
from brochure.checks.twins import compare, facts
from brochure.model import Handout
from brochure.reading.loader import load_bytes

ENGLISH = """\
title: After your injection
language: en-US
clinic: {name: Clinic, phone: 310-828-7757}
reviewed: 2026-10-01
sections:
  - heading: Medicine
    text: Take 400 mg of ibuprofen every 6 hours, at most 1,200 mg a day. Two days are enough.
    bullets:
      - Keep it under 25 °C.
      - Read [the leaflet](https://example.org/leaflet).
      - Rest for 24 hours.
  - heading: When to call
    emphasis: urgent
    text: "Call 310-828-7757 from 8:00 to 5 p.m. if your fever is over 100.4 °F (38 °C):"
    steps:
      - Sit down.
      - Call us.
"""
SPANISH = """\
title: Después de su inyección
language: es
clinic: {name: Clinic, phone: 310-828-7757}
reviewed: 2026-10-01
sections:
  - heading: Medicina
    text: Tome 400 mg de ibuprofeno cada seis horas, como máximo 1.200 mg al día. Bastan 2 días.
    bullets:
      - Guárdelo a menos de 25 °C.
      - Lea [el prospecto](https://example.org/leaflet).
      - Descanse 24 horas.
  - heading: Cuándo llamar
    emphasis: urgent
    text: "Llame al 310-828-7757 de las 8 a las 17:00 si tiene más de 38 °C de fiebre:"
    steps:
      - Siéntese.
      - Llámenos.
"""
FARSI = """\
title: پس از تزریق
language: fa
clinic: {name: Clinic, phone: 310-828-7757}
reviewed: 2026-10-01
sections:
  - heading: دارو
    text: هر ۶ ساعت ۴۰۰ mg ایبوپروفن بخورید، حداکثر ۱٬۲۰۰ mg در روز. ۲ روز کافی است.
    bullets:
      - زیر ۲۵ °C نگه دارید.
      - "[برگه](https://example.org/leaflet) را بخوانید."
      - ۲۴ ساعت استراحت کنید.
  - heading: کی تماس بگیرید
    emphasis: urgent
    text: "از ۸ تا ۱۷:۰۰ با 310-828-7757 تماس بگیرید اگر تب بالای ۳۸ °C دارید:"
    steps:
      - بنشینید.
      - تماس بگیرید.
"""


def read(text: str, name: str = "a.yaml") -> Handout:
    return load_bytes(text.encode(), name, Path())[0]


def messages(one: str, other: str) -> list[str]:
    return [problem.message for problem in compare(read(one, "a.yaml"), read(other, "b.yaml"))]


@pytest.mark.parametrize(("one", "other"), [(ENGLISH, SPANISH), (ENGLISH, FARSI), (SPANISH, FARSI)])
def test_what_is_said_another_way_is_the_same(one, other):
    assert messages(one, other) == []
    assert messages(other, one) == []


OMISSIONS = [
    ("      - Descanse 24 horas.\n", "", "2 items"),
    ("      - Llámenos.\n", "", "1 steps"),
    ("    emphasis: urgent\n", "", "none as emphasis"),
    ("400 mg", "40 mg", "400 mg"),
    ("1.200 mg", "1.200 mcg", "1,200 mg"),
    ("24 horas", "20 horas", "24"),
    ("310-828-7757 de", "310-828-7758 de", "phone 310-828-7757"),
    ("25 °C", "30 °C", "temperature 25 °C"),
    ("[el prospecto](https://example.org/leaflet)", "el prospecto", "https://example.org/leaflet"),
    ("2026-10-01", "2026-10-02", "`reviewed`"),
    ("cada seis horas", "cada ocho horas", "number 6"),
    ("a las 17:00", "a las 18:00", "number 5"),
]


@pytest.mark.parametrize(("right", "wrong", "told"), OMISSIONS)
def test_each_omission_is_found(right, wrong, told):
    assert right in SPANISH
    found = messages(ENGLISH, SPANISH.replace(right, wrong))
    assert any(told in message for message in found), found


def test_a_missing_section_is_told_once_and_by_name():
    short = SPANISH[: SPANISH.index("  - heading: Cuándo")]
    found = messages(ENGLISH, short)
    assert found[-1].startswith("a.yaml has 2 sections and b.yaml 1")
    assert "“When to call”" in found[-1]
    assert sum("sections" in message for message in found) == 1


def test_a_figure_is_told_where_it_stands_and_a_small_bare_one_is_a_hint():
    found = compare(read(ENGLISH, "a.yaml"), read(SPANISH.replace("seis", "ocho"), "b.yaml"))
    assert [(each.file, each.line, each.level) for each in found] == [("a.yaml", 7, "hint")]
    found = compare(read(ENGLISH, "a.yaml"), read(SPANISH.replace("400 mg", "40 mg"), "b.yaml"))
    assert [(each.file, each.line, each.level) for each in found] == [
        ("a.yaml", 7, "warning"),
        ("b.yaml", 7, "warning"),
    ]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("38,5 °C", "38"),
        ("۳۸٫۵ °C", "38"),
        ("101.3 °F", "38"),
        ("0.125 mg", "0.125 mg"),
        ("0,125 mg", "0.125 mg"),
        ("1,200", "1200"),
        ("1 200", "1200"),
        ("2.50 ml", "2.5 ml"),
        ("400 毫克", "400 mg"),
        ("٤٠٠ ملغ", "400 mg"),
        ("400 мг", "400 mg"),
        ("50 %", "50 %"),
        ("８：３０", "8:30"),
        ("1\u00a0200", "1200"),
        ("8:30", "8:30"),
        ("7 p.m.", "19"),
        ("12 p.m.", "12"),
    ],
)
def test_one_value_in_many_writings(text, value):
    handout = read(ENGLISH.replace("Medicine", f"About {text}"))
    assert facts(handout)[0].value == value


def test_folding_keeps_the_length():
    assert folded("۳۸٫۵ ½ ٤") == "38٫5 ½ 4"
