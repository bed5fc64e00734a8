"""Further numbers of a clinic: read, checked, printed with their labels, and its own everywhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from brochure import Options, build
from brochure.layout.contact_box import phone_line
from brochure.model import ContentError, GlyphRun, Handout
from brochure.output.email_draft import _signature
from brochure.reading.loader import load_bytes
from brochure.reading.strange_phones import own_phones, strange_phones
from brochure.recipe import make_layout

CONTENT = """\
title: Heel pain
clinic:
  name: Foot Clinic
  phone: {phone}
sections:
  - heading: When to call
    text: "Call us at {{phone}}, at night 555-201-4400."
"""
PHONES = """\
  phones:
    - {{label: "Nights {{x}}", number: 555-201-4400 ext. 3}}
    - label: Fax
      number: 555-201-4401
"""
BOTH = CONTENT.replace("sections:", PHONES + "sections:")


def read(text: str = BOTH, phone: str = "555-201-4477") -> Handout:
    return load_bytes(text.format(phone=phone).encode(), "c.yaml", Path())[0]


def test_each_stands_in_the_closing_box_with_its_label_and_link():
    layout, _ = make_layout(read(), Options())
    links = {link.url for page in layout.pages for link in page.links}
    assert links >= {"tel:+15552014477", "tel:+15552014400;ext=3", "tel:+15552014401"}
    words = " ".join(r.text for p in layout.pages for r in p.items if isinstance(r, GlyphRun))
    assert "Nights {x}: 555-201-4400 ext. 3" in " ".join(words.split())


def test_a_line_of_the_box_is_label_and_live_number():
    line = phone_line(read().clinic.phones[1])
    assert [(span.text, span.href) for span in line.spans] == [
        ("Fax", ""), (": ", ""), ("555-201-4401", "tel:+15552014401"),
    ]  # fmt: skip


def test_each_stands_under_a_mail():
    rows = ["".join(span.text for span in line) for line in _signature(read())]
    assert "Nights {x}: 555-201-4400 ext. 3" in rows


def test_each_is_the_clinics_own():
    assert [phone.digits[-4:] for phone in own_phones(read().clinic)] == ["4477", "4400", "4401"]
    assert list(strange_phones(read())) == []
    assert len(list(strange_phones(read(CONTENT)))) == 1


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("555-201-4477 / 4400", "555-201-4400"),
        ('"555-201-4477, 213-555-0199"', "213-555-0199"),
        ("[555-201-4477, 213-555-0199]", "213-555-0199"),
    ],
)
def test_what_is_said_of_a_second_number_works(tmp_path, typed, number):
    with pytest.raises(ContentError) as caught:
        read(CONTENT, typed)
    line = re.search("`(phones: .*?)`", caught.value.problems[0].hint)
    assert line is not None
    mended = CONTENT.format(phone="555-201-4477").replace("sections:", f"  {line[1]}\nsections:")
    path = tmp_path / "content.yaml"
    path.write_text(mended, "utf-8")
    pdf = build(path)
    assert f"tel:+1{number.replace('-', '')}" in {
        link.url for page in pdf.layout.pages for link in page.links
    }


@pytest.mark.parametrize(
    ("phones", "message"),
    [
        ("phones: 555-201-4400", "`phones` takes a list"),
        ("phones: [{label: Nights}]", "`number` is missing"),
        ("phones: [{number: 555-201-4400}]", "`label` is missing"),
        ("phones: [{label: Nights, number: 4400}]", "has 4 digits"),
        ("phones: [555-201-4400]", "takes keys such as `label:`"),
        ("phones: [{label: A, number: 555-201-4400 / 4401}]", "more than one number"),
    ],
)
def test_what_is_no_list_of_phones_is_refused(phones, message):
    with pytest.raises(ContentError, match=re.escape(message)):
        read(
            CONTENT.replace(
                "sections:", f"  {phones.replace('{', '{{').replace('}', '}}')}\nsections:"
            )
        )
