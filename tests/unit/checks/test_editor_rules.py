"""What a clinic's editor marks: wrong words and forms, figures, promises, signs, contradictions."""

from __future__ import annotations

from dataclasses import replace

import pytest

from brochure.checks import run_checks
from brochure.checks.english import agreement, confusions
from brochure.checks.handout_view import View
from brochure.checks.medicine_names import PAIRS
from brochure.model import Item, ItemList, Paragraph, Section
from tests.unit.checks.editor_faults import FAULTS, SPANISH_FAULTS
from tests.unit.checks.kinds_of_faults import KINDS
from tests.unit.checks.test_rules import GOOD, TODAY, saying, text


def rules(*paragraphs: str, language: str = "en-US") -> set[str]:
    return {
        p.rule for p in run_checks(replace(saying(*paragraphs), language=language), today=TODAY)
    }


@pytest.mark.parametrize(("rule", "wrong", "right"), [*FAULTS, *KINDS])
def test_a_fault_is_told_and_what_is_like_it_is_not(rule: str, wrong: str, right: str) -> None:
    assert rule in rules(*wrong.split("|"))
    assert rule not in rules(*right.split("|"))


def spanish_rules(*paragraphs: str) -> set[str]:
    """The rules that find something in Spanish paragraphs."""
    body = tuple(Paragraph(text(words, 10 + n)) for n, words in enumerate(paragraphs))
    section = Section(text("En casa"), body=body)
    handout = replace(
        GOOD, title=text("Dolor de rodilla"), subtitle=None, language="es-US", sections=(section,)
    )
    return {p.rule for p in run_checks(handout, today=TODAY)}


@pytest.mark.parametrize(("rule", "wrong", "right"), SPANISH_FAULTS)
def test_a_fault_of_spanish(rule: str, wrong: str, right: str) -> None:
    assert rule in spanish_rules(*wrong.split("|"))
    assert rule not in spanish_rules(*right.split("|"))


@pytest.mark.parametrize(
    ("items", "told"),
    [
        (("Wash it", "Clean it", "Changing it", "To rest"), True),
        (("Walking", "Drink water", "You must rest"), True),
        (("Wash it", "Clean it", "Change it", "Rest"), False),
        (("Pain", "A fever", "You feel sick"), False),
        (("Chest pain", "Bleeding", "Take a walk"), False),
        (("Bleeding does not slow", "You have a fever", "Pain gets worse"), False),
    ],
)
def test_items_of_three_forms(items: tuple[str, ...], told: bool) -> None:
    listed = ItemList(tuple(Item(text(words)) for words in items))
    section = replace(GOOD.sections[-1], body=(listed,))
    found = run_checks(replace(GOOD, sections=(section,)), today=TODAY)
    assert ("mixed-list" in {p.rule for p in found}) is told


@pytest.mark.parametrize(
    ("odd", "told"),
    [
        ("Season with lemon", False),
        ("Breastfeed if you can", False),
        ("If it bleeds, press on it", False),
        ("At 6 p.m., pour it out", False),
        ("Pressure on the cut", False),
        ("Redness of the foot", True),
        ("A cold pack", True),
        ("You can walk", True),
        ("Naps at noon", True),
        ("If it bleeds, you may press on it", True),
    ],
)
def test_an_item_that_is_no_deed(odd: str, told: bool) -> None:
    words = ("Wash it", "Clean it", "Bring it", odd)
    section = replace(GOOD.sections[-1], body=(ItemList(tuple(Item(text(w)) for w in words)),))
    found = {p.rule for p in run_checks(replace(GOOD, sections=(section,)), today=TODAY)}
    assert ("parallel-list" in found) is told
    assert "mixed-list" not in found or told


@pytest.mark.parametrize(
    ("heading", "told"),
    [
        ("Call the orthopedic clinic if", False),
        ("Contact the hand unit if", False),
        ("Call right away if your child", False),
        ("Red zone: get help", False),
        ("Go in if", False),
        ("Danger signs", False),
        ("Your scar", True),
    ],
)
def test_a_heading_says_when_to_call(heading: str, told: bool) -> None:
    listed = ItemList(tuple(Item(text(words)) for words in ("A fever", "Pus", "Call 911")))
    section = Section(text(heading), body=(listed,))
    found = run_checks(replace(GOOD, sections=(section,)), today=TODAY)
    assert ("when-to-call" in {p.rule for p in found}) is told


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Hives may come. For the last two signs, it means 911.", False),
        ("A rash may spread. Stop the drug, and see us.", False),
        ("Tell us about any lump.", False),
        ("See us for pain that stays.", False),
        ("Call for a hot, red foot.", False),
        ("A rash may spread. It may itch.", True),
    ],
)
def test_a_sentence_says_when_to_call(words: str, told: bool) -> None:
    section = replace(GOOD.sections[0], body=(Paragraph(text(words)),))
    found = run_checks(replace(GOOD, sections=(section,)), today=TODAY)
    assert ("when-to-call" in {p.rule for p in found}) is told


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("After your tooth is pulled", False),
        ("Getting ready when you have asthma", False),
        ("Your tooth is pulled", True),
    ],
)
def test_a_title_that_begins_as_a_clause_is_no_sentence(title: str, told: bool) -> None:
    found = run_checks(replace(GOOD, title=text(title)), today=TODAY)
    assert ("title-form" in {p.rule for p in found}) is told


def test_britain_has_one_scale_of_heat() -> None:
    assert "one-scale" in rules("Call for a fever of 38°C.")
    assert "one-scale" not in rules("Call for a fever of 38°C.", language="en-GB")


def test_each_name_of_a_medicine_belongs_to_one() -> None:
    names = [name for line in PAIRS.split("\n") for row in line.split("/") for name in row.split()]
    assert len(names) == len(set(names)) > 150


@pytest.mark.parametrize(
    ("language", "number", "told"),
    [
        ("en-GB", "911", True),
        ("en-GB", "999", False),
        ("en-US", "112", True),
        ("en", "911", False),
        ("de", "911", False),
        ("de-DE", "911", True),
        ("es-US", "911", False),
        ("es", "911", False),
    ],
)
def test_the_emergency_number_is_the_country_s(language: str, number: str, told: bool) -> None:
    found = rules(f"Call {number} at once.", language=language)
    assert ("emergency-number" in found) is told


@pytest.mark.parametrize(("count", "told"), [(2, False), (3, True)])
def test_a_line_counts_the_list_below_it(count: int, told: bool) -> None:
    items = tuple(Item(text(f"Sign {n}")) for n in range(count))
    body = (Paragraph(text("There are two signs of a clot:")), ItemList(items))
    section = replace(GOOD.sections[-1], body=body)
    found = run_checks(replace(GOOD, sections=(section,)), today=TODAY)
    assert ("miscounted" in {p.rule for p in found}) is told


def test_a_fix_stands_for_the_wrong_word_alone() -> None:
    ((_, found),) = confusions.confusions(View(saying("Your bowl prep."), TODAY))
    assert (found.word, found.meant) == ("bowl", "bowel")
    ((_, slip),) = agreement.slips(View(saying("An CT is quick."), TODAY))
    assert (slip.word, slip.write) == ("An", "A")


def test_every_row_of_the_confusions_is_a_pattern_with_one_wrong_word() -> None:
    rows = list(confusions.rows())
    assert len(rows) > 60
    assert all(row.letters and row.meant and "(?P<wrong>" in row.pattern for row in rows)


@pytest.mark.parametrize(
    ("hours", "words", "told"),
    [
        ("Monday to Friday, 8 a.m. to 5 p.m.", "We are open until 8 p.m.", True),
        ("Monday to Friday, 8 a.m. to 5 p.m.", "You can call us from 8 a.m. to 6 p.m.", True),
        ("Monday to Friday, 8 a.m. to 5 p.m.", "We are open on Sunday until 5 p.m.", True),
        ("Monday to Friday, 8 a.m. to 5 p.m.", "We are open on Friday until 5 p.m.", False),
        ("Monday to Friday, 8 a.m. to 5 p.m.", "Our lab is open until 8 p.m.", False),
        ("Monday to Friday, 8 a.m. to 5 p.m.", "Drink it at 6 p.m. and call us.", False),
        ("De lunes a viernes, de 8:00 a 17:00", "Abrimos hasta las 20:00.", True),
        ("De lunes a viernes, de 8:00 a 17:00", "Atendemos de 8:00 a 17:00.", False),
        ("By appointment", "We are open until 8 p.m.", False),
    ],
)
def test_hours_that_the_clinic_does_not_have(hours: str, words: str, told: bool) -> None:
    language = "es-US" if hours.startswith("De") else "en-US"
    clinic = replace(GOOD.clinic, hours=text(hours))
    handout = replace(saying(words), clinic=clinic, language=language)
    assert ("other-hours" in {p.rule for p in run_checks(handout, today=TODAY)}) is told


@pytest.mark.parametrize(
    ("items", "told"),
    [
        (("Lave la herida", "Ponga una venda", "Quita la gasa"), True),
        (("Toque la piel", "Póngase de pie", "Levanta la pierna"), True),
        (("Lave la herida", "Ponga una venda", "Quite la gasa"), False),
        (("Usa el inhalador", "Tiene fiebre", "Toma alcohol"), False),
    ],
)
def test_one_step_that_says_tu(items: tuple[str, ...], told: bool) -> None:
    listed = ItemList(tuple(Item(text(words)) for words in items))
    section = replace(GOOD.sections[-1], body=(listed,))
    found = run_checks(replace(GOOD, language="es-US", sections=(section,)), today=TODAY)
    assert ("one-tu" in {p.rule for p in found}) is told
