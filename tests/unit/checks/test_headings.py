"""`headings`: a heading and what stands under it; whom to call in an urgent section."""

from __future__ import annotations

from dataclasses import replace

import pytest

from brochure.checks import headings
from brochure.checks.handout_view import View
from brochure.model import Paragraph, Section
from tests.unit.checks.test_rules import GOOD, TODAY, text


def view(heading: str, words: str, *, urgent: bool = False, language: str = "en-US") -> View:
    section = Section(
        text(heading), body=(Paragraph(text(words)),), emphasis="urgent" if urgent else ""
    )
    return View(replace(GOOD, sections=(section,), language=language), TODAY)


@pytest.mark.parametrize(
    ("heading", "words", "told"),
    [
        ("Food with iron", "Meat, beans and dark green leaves have a lot of iron in them.", False),
        ("Tests you need", "Meat, beans and dark green leaves have a lot of iron in them.", True),
        ("Driving", "Meat, beans and dark green leaves have a lot of iron in them.", True),
        ("Driving", "Wait until you can press the brake without pain in your leg.", False),
        ("Iron", "Rest well.", False),
        ("Side effects", "You may have a sore arm or aching muscles for a day or two.", False),
        ("One more drink", "Stay calm, mean it, and walk him back to his room each time.", False),
    ],
)
def test_a_heading_names_what_stands_under_it(heading: str, words: str, told: bool) -> None:
    assert bool(list(headings.other_matter(view(heading, words)))) is told


@pytest.mark.parametrize(
    ("heading", "words", "told"),
    [
        ("When to call", "It is important to know about these problems.", True),
        ("When to call", "Call us if you have a fever.", False),
        ("Yellow zone: call us today", "A cough that does not stop.", False),
        ("Signs", "Go to the emergency room.", False),
        ("See a doctor today if", "The foot is numb, cold or pale.", False),
        ("Knocked-out tooth", "Put it in milk, and come to us within the hour.", False),
        ("When to see a doctor", "The foot is numb, cold or pale.", True),
    ],
)
def test_an_urgent_section_says_whom_to_call(heading: str, words: str, told: bool) -> None:
    assert bool(list(headings.no_call(view(heading, words, urgent=True)))) is told


def test_spanish() -> None:
    said = view("Comida", "Ponga la venda limpia sobre el corte dos veces al día.", language="es")
    assert list(headings.other_matter(said))
    said = view("Cuándo llamar", "Es importante saberlo.", urgent=True, language="es")
    assert list(headings.no_call(said))
