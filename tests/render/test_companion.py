"""Signs that the family lacks come from a companion face: measured, drawn, and read back right."""

from __future__ import annotations

import pytest

from brochure.reading.loader import load_bytes
from brochure.recipe import build_handout
from brochure.typeset.fonts import ROLES, Faces, bundled_files, open_faces
from tests.conftest import ROOT
from tests.standards.test_standards import both

FONTS = ROOT / "assets" / "fonts"
PROMISED = (
    "₀₁₂₃₄₅₆₇₈₉⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻₊₋ⁿₓ✓✔✗✘☐☑☒αβγδεζηθκλμπρστφχψωΓΔΘΛΠΣΦΨΩ→←↑↓↔≥≤±×÷≈≠√∞µ½⅓⅔¼¾⅛⅜⅝⅞℞°′″™®№"
)
TEXT = f"CO₂ and 4 × 10⁹/L, **SpO₂ ✓**, *α ☐* {PROMISED}"
CONTENT = f"""\
title: H₂O for you
clinic: {{name: Clinic β, phone: 310-828-7757}}
sections:
  - heading: Below 10⁹
    text: "{TEXT}"
    bullets: [☐ Card, ✓ Walk]
"""


@pytest.mark.parametrize("role", ROLES)
def test_every_promised_sign_has_a_width_in_every_face(role):
    faces = Faces(bundled_files())
    assert faces.missing(PROMISED, ROLES) == []
    assert all(0.15 < faces.width(sign, role) < 1.5 for sign in PROMISED if sign not in "′″")


def test_a_sign_that_the_family_has_is_its_own():
    faces = Faces(bundled_files())
    faces.missing(PROMISED, ROLES)
    assert not faces.face("regular").borrowed.keys() & set("½→≥≤±×÷µ°™®√∞")


def test_a_sign_that_no_face_has_is_missing():
    faces = open_faces(bundled_files())
    assert faces.missing("a₂Ж語") == ["Ж", "語"]


def test_a_plain_text_opens_no_companion():
    faces = Faces(bundled_files())
    assert faces.missing("Back pain, 5 mg") == []
    assert not any(faces.face(role).borrowed for role in ROLES)


@pytest.fixture(scope="module")
def built() -> bytes:
    handout, _ = load_bytes(CONTENT.encode(), "content.yaml", FONTS)
    return build_handout(handout).pdf


def test_the_file_says_the_signs_in_their_order(built):
    import pypdfium2

    document = pypdfium2.PdfDocument(built)
    pages = [page.get_textpage().get_text_bounded() for page in document]
    words = " ".join(" ".join(pages).split())
    document.close()
    assert "H₂O for you" in words
    assert "CO₂ and 4 × 10⁹/L, SpO₂ ✓, α ☐" in words
    assert "☐ Card" in words
    assert {sign for sign in PROMISED if sign not in words} == set()


def test_the_file_keeps_its_standards(built):
    assert both(built) == []


def test_the_licence_stays_with_the_companion():
    words = (FONTS / "signs" / "LICENSE.txt").read_text("utf-8")
    assert "Bitstream Vera Fonts Copyright" in words
    assert "DejaVu changes are in public domain" in words
