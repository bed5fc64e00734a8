"""What is written into a content stream or a link: numbers and targets that PDF allows."""

from __future__ import annotations

import pytest

from brochure import build
from brochure.model import Path2D
from brochure.pdf.content_stream import Painter
from brochure.pdf.document import ascii_url
from brochure.pdf.path_operators import path_operators
from tests.conftest import SAMPLE


@pytest.mark.parametrize("size", [40_000.0, 1234567.0, 0.00001234, -0.00001])
def test_a_path_has_no_exponents(size):
    ops = (("m", 0.0, size), ("l", size, 0.5), ("h",))
    path = Path2D(ops, fill=(0.0,), stroke=(0.0,), line_width=abs(size))
    written = path_operators(path).decode()
    assert "e" not in written
    assert float(written.split(" m")[0].split()[-1]) == pytest.approx(size, rel=1e-3)


def test_no_number_is_less_than_nothing():
    assert path_operators(Path2D((("m", -0.0, 0.0),), fill=(0.0,))).startswith(b"0 g 0 0 m")


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("https://müller-praxis.de/rücken?a=é#ü", "https://xn--mller-praxis-dlb.de/r%C3%BCcken"),
        ("https://example.org/50%25/ñ", "https://example.org/50%25/%C3%B1"),
        ("mailto:jörg@müller.de", "mailto:j%C3%B6rg@xn--mller-kva.de"),
        ("https://" + "ü" * 70 + ".de/", "https://%C3%BC%C3%BC"),
        ("https://example.org/a b", "https://example.org/a b"),
    ],
)
def test_a_link_keeps_every_letter_of_its_target(typed, written):
    assert ascii_url(typed).decode("ascii").startswith(written)


def test_only_a_text_of_several_subsets_is_painted_in_parts(monkeypatch):
    painted, texts = Painter._in_parts, []

    def noted(self, run, *rest):
        texts.append(run.text)
        painted(self, run, *rest)

    monkeypatch.setattr(Painter, "_in_parts", noted)
    build(SAMPLE)
    assert texts == []
    section = {"heading": "One", "body": ["Plain words", "Ask for Łukasz"]}
    clinic = {"name": "A clinic", "phone": "310-828-7757"}
    build({"title": "Plain words", "clinic": clinic, "sections": [section]})
    assert texts == ["Ask for Łukasz"]
