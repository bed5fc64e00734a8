"""Drawings as programs save them, in pixels."""

from __future__ import annotations

import io

import pikepdf
import pypdfium2
import pytest

from tests.support import drawings

SVG = drawings.SVG


def pixels(text: str, mode: str = "colour", width: float = 100.0):
    """The drawing's page as a picture of so many pixels, and a reader of its colours."""
    document = pypdfium2.PdfDocument(drawings.page(text.encode(), width, mode))
    image = document[0].render(scale=1).to_pil().convert("RGB")
    document.close()
    return lambda x, y: image.getpixel((x, y))


def near(found, wanted, by: int = 3):
    assert found == pytest.approx(wanted, abs=by)


WHITE, RED = (255, 255, 255), (255, 0, 0)


def test_illustrator():
    at = pixels(drawings.ILLUSTRATOR)
    near(at(20, 20), (0, 89, 76))
    near(at(75, 10), (192, 90, 18))
    near(at(53, 10), (192, 90, 18), 90)  # the round end
    near(at(70, 35), (0, 89, 76))  # inside the clip
    near(at(79, 45), WHITE)  # in the circle, outside the clip
    near(at(88, 30), (127, 172, 165))  # half see-through


def test_inkscape():
    at = pixels(drawings.INKSCAPE, width=120)
    near(at(2, 30), (247, 0, 8), 12)
    near(at(30, 30), (127, 0, 127), 12)
    near(at(58, 30), (8, 0, 247), 12)
    near(at(70, 12), (122, 31, 92), 20)
    near(at(80, 12), WHITE)  # between two dashes
    near(at(70, 20), WHITE)


def test_figma():
    at = pixels(drawings.FIGMA, width=120)
    near(at(8, 24), (11, 93, 107))
    near(at(24, 24), WHITE)
    near(at(54, 24), (122, 31, 92))


def test_sketch():
    at = pixels(drawings.SKETCH)
    near(at(10, 10), (216, 216, 216))
    near(at(45, 45), RED)
    near(at(55, 45), WHITE)
    near(at(75, 75), WHITE, 12)
    near(at(75, 57), (25, 140, 25), 40)


def test_canva():
    at = pixels(drawings.CANVA)
    near(at(50, 50), (11, 93, 107))
    near(at(5, 5), WHITE)


def test_corel():
    at = pixels(drawings.COREL, width=200)
    near(at(40, 40), (227, 30, 36))
    near(at(150, 50), WHITE)
    near(at(110, 50), (43, 42, 41), 12)


def svg(inside: str, root: str = 'viewBox="0 0 100 100"') -> str:
    return f"<svg {SVG} {root}>{inside}</svg>"


def test_a_see_through_group_is_seen_through_as_one():
    both = '<rect width="60" height="60"/><rect x="40" y="40" width="60" height="60"/>'
    at = pixels(svg(f'<g opacity=".5" fill="red">{both}</g>'))
    assert at(20, 20) == at(50, 50)
    near(at(50, 50), (255, 127, 127))
    at = pixels(svg(f'<g fill-opacity=".5" fill="red">{both}</g>'))
    near(at(50, 50), (255, 64, 64), 4)


def test_a_gradient_that_fades_shows_what_lies_under_it():
    at = pixels(
        svg(
            '<linearGradient id="a"><stop stop-color="red"/><stop offset="1" stop-color="red"'
            ' stop-opacity="0"/></linearGradient><rect width="100" height="50" fill="blue"/>'
            '<rect width="100" height="100" fill="url(#a)"/>'
        )
    )
    near(at(2, 25), RED, 12)
    near(at(97, 25), (8, 0, 247), 12)
    near(at(97, 75), WHITE, 12)


def test_a_line_in_a_gradient_and_a_stretched_one():
    at = pixels(
        svg(
            '<linearGradient id="a" gradientUnits="userSpaceOnUse" x2="100">'
            '<stop stop-color="red"/><stop offset="1" stop-color="blue"/></linearGradient>'
            '<path d="M0 20H100" stroke="url(#a)" stroke-width="20"/>'
            '<path d="M5 0V100" stroke="#0a0" stroke-width="2" transform="matrix(10 0 0 1 0 0)"/>'
        )
    )
    near(at(90, 20), (25, 0, 230), 12)
    near(at(50, 80), (0, 170, 0))
    near(at(42, 80), (0, 170, 0))
    near(at(38, 80), WHITE)


def test_one_shape_used_again_and_again():
    at = pixels(
        svg(
            '<symbol id="s" viewBox="0 0 10 10"><rect width="10" height="20"/></symbol>'
            '<defs><g id="g"><rect width="10" height="10"/></g></defs>'
            '<use xlink:href="#s" x="0" y="0" width="20" height="20" fill="red"/>'
            '<use href="#g" x="50" y="50" fill="blue" transform="scale(1.5)"/>'
        )
    )
    near(at(10, 10), RED)
    near(at(10, 30), WHITE)
    near(at(80, 80), (0, 0, 255))


def test_what_reaches_over_the_edge_is_cut():
    at = pixels(svg('<circle cx="100" cy="50" r="40" fill="red"/>'))
    near(at(90, 50), RED)
    at = pixels(svg('<rect width="200" height="50" fill="red"/>', 'viewBox="0 0 100 100"'))
    near(at(99, 25), RED)
    near(at(99, 60), WHITE)


def test_the_view_box_is_laid_into_the_page_as_asked():
    bar = '<rect width="100" height="50" fill="red"/>'
    stretched = 'viewBox="0 0 100 100" width="200" height="100" preserveAspectRatio="none"'
    assert pixels(svg(bar, stretched), width=200)(199, 40) == RED
    cut = 'viewBox="0 0 100 100" width="100" height="50" preserveAspectRatio="xMidYMin slice"'
    assert pixels(svg(bar, cut))(50, 48) == RED
    inner = (
        '<svg x="50" width="50" height="50" viewBox="0 0 10 10"><rect width="99" height="5"/></svg>'
    )
    at = pixels(svg(inner))
    near(at(75, 20), (0, 0, 0))
    near(at(75, 30), WHITE)
    near(at(25, 20), WHITE)


@pytest.mark.parametrize("mode", ["colour", "mono", "press"])
@pytest.mark.parametrize("name", ["ILLUSTRATOR", "INKSCAPE", "FIGMA", "SKETCH", "CANVA", "COREL"])
def test_every_ink_is_one_of_the_mode(name, mode):
    data = drawings.page(getattr(drawings, name).encode(), mode=mode)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert pdf.check_pdf_syntax() == []
        page = pdf.pages[0]
        operators = {str(op) for _, op in pikepdf.parse_content_stream(page)}
        wrong = {"colour": "g G k K", "mono": "rg RG k K", "press": "rg RG g G"}[mode]
        assert not operators & set(wrong.split())
        space = {"colour": "/DeviceRGB", "mono": "/DeviceGray", "press": "/DeviceCMYK"}[mode]
        shadings = page.Resources.get("/Shading", {})
        assert {str(each.ColorSpace) for each in dict(shadings).values()} <= {space}
