"""`{phone}` and its like: filled in wherever a text stands, refused where they cannot be."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from brochure._startup.records import replace
from brochure.model import ContentError, Handout, Text
from brochure.model.texts import texts_of
from brochure.reading.loader import load_bytes
from brochure.reading.placeholders import EXAMPLES, filled, value
from brochure.reading.words_in_braces import FACTS, nearest_fact
from tests.support.fakes import texts_in

CLINIC = """\
clinic:
  name: The Spine Institute
  phone: Text or call (310) 828-7757 ext. 12 (24 hours)
  city: Los Angeles
  address: 123 Main Street
  hours: "Mon-Fri 8:00-17:00"
  website: https://spine.example/
  email: care@spine.example
"""
SHORT = "clinic: {name: Here, phone: 310-828-7757}\n"
EVERYWHERE = """\
title: "{title}"
subtitle: "{sub}"
sections:
  - heading: "{head}"
    text: ["{one}", "{two}"]
    bullets:
      - "{three}"
      - "{four}":
          - "{five}"
    closing: "{six}"
    image: {{file: lift.png, alt: "{seven}", caption: "{eight}"}}
contact: {{heading: "{nine}", text: "{ten}"}}
notes: "{eleven}"
sources: ["{twelve}"]
email: {{subject: "{s}", message: ["{m}"], postal_address: "{p}", opt_out: "{o}"}}
"""
NAMES = "title sub head one two three four five six seven eight nine ten eleven twelve s m p o"


def read(text: str, clinic: str = CLINIC, *, needs_clinic: bool = True) -> Handout:
    folder = Path(__file__).parents[2] / "handouts"
    return load_bytes((clinic + text).encode(), "c.yaml", folder, needs_clinic=needs_clinic)[0]


def saying(words: str) -> str:
    typed = json.dumps(words, ensure_ascii=False)
    return f"title: Back pain\nsections: [{{heading: Rest, text: {typed}}}]\n"


def said(words: str, clinic: str = CLINIC) -> Text:
    return texts_in(read(saying(words), clinic).sections[0])[0]


@pytest.mark.parametrize("fact", FACTS)
def test_each_fact_stands_in_every_text_of_a_file(fact):
    text = EVERYWHERE.format(**dict.fromkeys(NAMES.split(), f"See {{{fact}}} now"))
    made = read(text)
    words = value(made.clinic, fact)
    found = [text.plain for _, kind, text in texts_of(made) if kind not in ("clinic", "phone")]
    assert len(found) == len(NAMES.split())
    assert set(found) == {f"See {words} now"}


def test_places_in_the_file_are_kept():
    made = read("title: Call {phone}\nsections: [{heading: Rest, text: 'At {city}'}]\n")
    text = texts_in(made.sections[0])[0]
    assert (text.file, text.line, text.column) == ("c.yaml", 10, 34)


def test_the_phone_is_the_number_alone_and_live():
    spans = said("**Call {phone}.** Or {website}, {email}; we are {clinic}.").spans
    links = {span.text: span.href for span in spans if span.href}
    assert links == {
        "(310) 828-7757 ext. 12": "tel:+13108287757;ext=12",
        "spine.example": "https://spine.example",
        "care@spine.example": "mailto:care@spine.example",
    }
    assert spans[1].bold


def test_a_title_is_filled_in_and_no_link():
    made = read("title: Call {phone}\nsections: [{heading: Call {phone}, text: Rest.}]\n".replace(
        "heading: Call {phone}", "heading: 'Call {phone}'"))  # fmt: skip
    assert [span.href for span in (*made.title.spans, *made.sections[0].heading.spans)] == [""] * 4


@pytest.mark.parametrize(
    ("target", "href"),
    [
        ("{phone}", "tel:+13108287757;ext=12"),
        ("tel:{phone}", "tel:+13108287757;ext=12"),
        ("{website}", "https://spine.example"),
        ("https://{website}/map", "https://spine.example/map"),
        ("{website}/map?at={city}", "https://spine.example/map?at=Los%20Angeles"),
        ("mailto:{email}?subject={city}", "mailto:care@spine.example?subject=Los%20Angeles"),
        ("{email}", "mailto:care@spine.example"),
    ],
)  # fmt: skip
def test_a_link_may_lead_to_a_fact(target, href):
    assert [span.href for span in said(f"[Go]({target}) there").spans] == [href, ""]


@pytest.mark.parametrize(
    ("typed", "fact"),
    [
        ("{phon}", "phone"), ("{Phone number}", "phone"), ("{PHONE}", "phone"),
        ("{ phone }", "phone"), ("{{phone}}", "phone"),
        ("{clinic phone}", "phone"), ("{clinic.name}", "clinic"),
        ("{our_hours}", "hours"), ("{e-mail}", "email"), ("{web site}", "website"),
        ("{adress}", "address"), ("{teléfono}", "phone"), ("{phone", "phone"),
    ],
)  # fmt: skip
def test_a_word_near_a_fact_is_refused_and_what_to_type_works(typed, fact):
    with pytest.raises(ContentError) as caught:
        said(f"Call {typed} now")
    (problem,) = caught.value.problems
    assert f"Type {{{fact}}}" in problem.hint
    assert problem.fix is not None
    assert problem.fix.text == f"{{{fact}}}"
    assert "{" not in said(f"Call {problem.fix.text} now").plain


@pytest.mark.parametrize(
    "words",
    ["{a, b}", "{}", "{{x}}", "{patient}", "{1-2}", "a { b", "{see the page about our long hours}",
     "[mot]{lang=fr}", "{lang=fr}", "{pain}", "{home}"],
)  # fmt: skip
def test_other_braces_are_text(words):
    assert said(f"Set {words} here").plain == f"Set {words.replace('[mot]{lang=fr}', 'mot')} here"


def test_a_backslash_makes_braces_text():
    assert said("Type \\{phone} there").plain == "Type {phone} there"


@pytest.mark.parametrize("fact", sorted(EXAMPLES))
def test_a_fact_that_the_clinic_lacks_is_refused_with_the_line_to_add(fact):
    text = saying(f"See {{{fact}}} and [it]({{{fact}}}x)" if fact == "website" else f"{{{fact}}}")
    with pytest.raises(ContentError) as caught:
        read(text, SHORT)
    (problem,) = caught.value.problems
    assert (problem.line, f"`{EXAMPLES[fact]}`" in problem.hint) == (3, True)
    more = f"clinic:\n  name: Here\n  phone: 310-828-7757\n  {EXAMPLES[fact]}\n"
    assert "{" not in texts_in(read(saying(f"{{{fact}}}"), more).sections[0])[0].plain


def test_a_clinics_own_line_names_no_fact():
    with pytest.raises(ContentError, match="this line is one of them"):
        read(saying("Rest."), CLINIC.replace("123 Main Street", "'{city}'"))


def test_another_clinic_gives_its_own_facts():
    made = read(saying("Call {phone} of {clinic}"), "", needs_clinic=False)
    assert texts_in(made.sections[0])[0].plain == "Call {phone} of {clinic}"
    for name, phone in (("East", "213-555-0101"), ("West", "+44 20 7946 0018")):
        clinic = read(saying("Rest."), f"clinic: {{name: {name}, phone: {phone}}}\n").clinic
        text = texts_in(filled(replace(made, clinic=clinic)).sections[0])[0]
        assert text.plain == f"Call {phone} of {name}"


def test_words_that_mean_no_fact_are_near_none():
    assert nearest_fact("dose in mg") == ""
    assert nearest_fact("") == ""
