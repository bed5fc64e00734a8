"""A page on the screen beside the page of the file: Chromium's picture and PDFium's."""

from __future__ import annotations

import pypdfium2
import pytest

from brochure.editions import Options
from brochure.model import FitError, Raster
from brochure.output.screen_page import page_svg
from brochure.pdf.document import draw
from brochure.reading.given import Source
from brochure.recipe import make_layout
from brochure.sources import read
from brochure.typeset.fonts import bundled_files, open_faces
from tests.conftest import FILES, FORMATS, HERE, MODES
from tests.support import drawings
from tests.support.browser import picture_of, share_off

pytestmark = pytest.mark.slow

SCALE = 4 / 3
"""Pixels a point."""
MOST_OFF = 0.005
"""Of the pixels; the edges of letters, which two programs never draw alike."""
DRAWINGS = ("ILLUSTRATOR", "INKSCAPE", "FIGMA", "SKETCH", "CANVA", "COREL")


@pytest.fixture(scope="module")
def screen(chromium):
    page = chromium.new_page(viewport={"width": 1200, "height": 1300})
    yield page
    page.close()


def worst(screen, layout, faces, archival=True) -> float:
    """The largest share of pixels that are off, over the pages."""
    document = pypdfium2.PdfDocument(draw(layout, faces, archival))
    found = []
    for number, page in enumerate(document):
        svg = page_svg(layout, number, faces)
        wide = page.get_width() * SCALE
        style = f"<style>body{{margin:0}}body>svg{{width:{wide}px;display:block}}</style>"
        screen.set_content(f"<!doctype html>{style}{svg}")
        printed = page.render(scale=SCALE).to_pil().convert("RGB")
        found.append(share_off(picture_of(screen, "body > svg"), printed))
    document.close()
    return max(found)


LANGUAGES = sorted((HERE / "handouts" / "languages").glob("*.yaml"))


@pytest.mark.parametrize("path", [*FILES, *LANGUAGES], ids=lambda path: path.stem)
def test_every_format_looks_as_it_prints(screen, path):
    handout, _ = read(path)
    for name in FORMATS if path in FILES else FORMATS[:1]:
        try:
            layout, faces = make_layout(handout, Options(format=name))
        except FitError:
            continue
        assert worst(screen, layout, faces) < MOST_OFF, name


@pytest.mark.parametrize("mode", MODES)
def test_every_mode_looks_as_it_prints(screen, mode):
    for path in FILES[:1] + [path for path in FILES if path.stem == "image"]:
        layout, faces = make_layout(read(path)[0], Options(mode=mode))
        assert worst(screen, layout, faces, mode != "press") < MOST_OFF


@pytest.mark.parametrize("name", DRAWINGS)
def test_a_drawing_looks_as_it_prints(screen, name):
    layout = drawings.layout_of(getattr(drawings, name).encode(), 300)
    assert worst(screen, layout, open_faces(bundled_files())) < MOST_OFF


@pytest.mark.parametrize("name", FORMATS)
def test_a_cut_picture_looks_as_it_prints(screen, name):
    path = next(path for path in FILES if path.stem == "image")
    more = b"\ncover: {file: lift.png, alt: A box}\n"
    source = Source(path.read_bytes() + more, path.name, path.parent)
    layout, faces = make_layout(read(source)[0], Options(format=name, style="photo"))
    rasters = [item for page in layout.pages for item in page.items if isinstance(item, Raster)]
    assert any(item.whole for item in rasters) or name != "handout"
    assert worst(screen, layout, faces) < MOST_OFF
