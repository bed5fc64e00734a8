"""The validators are no rubber stamp: each fault planted in our own output is found."""

from __future__ import annotations

import pytest

from brochure._startup.records import replace
from brochure.editions import Options
from brochure.model import Layout
from brochure.pdf import document, font_subsets, metadata, objects
from brochure.pdf.content_stream import Painter
from brochure.pdf.document import draw
from brochure.reading.loader import load
from brochure.recipe import make_layout
from brochure.remember import forget
from tests.conftest import ROOT, SAMPLE
from tests.standards.test_standards import UA, A, both, failures


@pytest.fixture(autouse=True)
def nothing_remembered():
    """What is spoiled here is neither taken from earlier files nor kept for later ones."""
    forget()
    yield
    forget()


@pytest.fixture(scope="module")
def made_up() -> tuple[Layout, object]:
    return make_layout(load(SAMPLE, assets=ROOT / "assets")[0], Options())


def with_elements(layout: Layout, which: str, **changes) -> Layout:
    """The layout with every element of a kind changed."""
    elements = tuple(
        replace(element, **changes) if element.kind == which else element
        for element in layout.elements
    )
    return replace(layout, elements=elements)


def test_unspoiled_it_is_valid(made_up):
    assert both(draw(*made_up)) == []


@pytest.mark.parametrize(
    "ink", [b"\n0 0 m 9 9 l S", b"\nBT /F1 12 Tf 9 9 Td (a) Tj ET"], ids=["line", "text"]
)
def test_ink_outside_every_tag_is_found(made_up, monkeypatch, ink):
    painted = Painter.page
    monkeypatch.setattr(Painter, "page", lambda self, page: painted(self, page) + ink)
    assert any("CONTENT-TAGGING" in rule for rule in failures(draw(*made_up), UA))


def test_a_figure_without_alternate_text_is_found(made_up):
    layout, faces = made_up
    assert failures(draw(with_elements(layout, "Figure", alt=""), faces), UA)


def test_a_standard_font_that_is_not_embedded_is_found(made_up, monkeypatch):
    helvetica = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    monkeypatch.setattr(
        font_subsets, "_embed", lambda face, number, codes, document: document.add(helvetica)
    )
    data = draw(*made_up)
    assert any("FONT-EMBEDDING" in rule for rule in failures(data, UA))
    assert any("FONT-EMBEDDING" in rule for rule in failures(data, A))


def test_a_missing_language_is_found(made_up):
    data = draw(*made_up).replace(b"/Lang (en-US)", b"/Xang (en-US)")
    assert len(failures(data, UA)) >= 1


def test_a_map_of_unused_codes_to_nothing_is_found(made_up, monkeypatch):
    def mapped(codes):
        rows = b"".join(b"<%02X> <0000>\n" % code for code in range(len(codes)))
        head, _, rest = embedding_to_unicode(codes).partition(b"endcodespacerange\n")
        return (
            head
            + b"endcodespacerange\n%d beginbfchar\n%bendbfchar\nendcmap"
            % (
                len(codes),
                rows,
            )
            + rest.partition(b"endcmap")[2]
        )

    embedding_to_unicode = font_subsets.to_unicode
    monkeypatch.setattr(font_subsets, "to_unicode", mapped)
    assert both(draw(*made_up))


def test_a_stream_without_an_end_of_line_is_found(made_up, monkeypatch):
    monkeypatch.setattr(objects, "EOL", b"")
    assert any("STREAM-EOL" in rule for rule in failures(draw(*made_up), A))


def test_a_link_that_does_not_say_where_it_goes_is_found(made_up):
    data = draw(*made_up).replace(b"/Contents (", b"/Xontents (")
    assert any("LINK-CONTENTS" in rule for rule in failures(data, UA))


@pytest.mark.parametrize(("kind", "other"), [("LI", "P"), ("H2", "H4"), ("P", "Words")])
def test_an_element_of_the_wrong_kind_is_found(made_up, kind, other):
    layout, faces = made_up
    assert failures(draw(with_elements(layout, kind, kind=other), faces), UA)


def test_process_colours_in_an_archival_file_are_found():
    layout, faces = make_layout(load(SAMPLE, assets=ROOT / "assets")[0], Options(mode="press"))
    assert any("CMYK" in rule for rule in failures(draw(layout, faces, archival=True), A))


def test_a_claim_without_its_schema_is_found(made_up, monkeypatch):
    claim = metadata.A_CLAIM.partition("<pdfaExtension")[0]
    monkeypatch.setattr(document, "A_CLAIM", claim)
    assert failures(draw(*made_up), A)
    assert failures(draw(*made_up), UA) == []
