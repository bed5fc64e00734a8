"""Pictures placed: in the text, and by `copyfit.beside` below a side heading, with a caption."""

from __future__ import annotations

from brochure.copyfit.beside import CAPTION_CLEAR, CAPTION_LEADING, CLEAR, beside
from brochure.copyfit.blocks import SectionFlow
from brochure.copyfit.metrics import CAP_RISE, Metrics
from brochure.layout.page_builder import Surface
from brochure.layout.page_context import PageContext
from brochure.layout.typesetting import Typesetting, Writer
from brochure.model import Image, Rect

Pictures = dict[str, tuple[bytes, tuple[int, int]]]


def place_beside(
    page: Surface,
    context: PageContext,
    section: SectionFlow,
    metrics: Metrics,
    pictures: Pictures,
    place: tuple[float, float, int],
) -> None:
    """Place the picture of a section below its heading, if one has room there.

    ``place`` is the left edge, the foot of the heading, and the section's element.
    """
    found = beside(section, metrics, {name: pixels for name, (_, pixels) in pictures.items()})
    image = section.blocks[found.index].image if found else None
    if found is None or image is None:
        return
    x, top, parent = place
    foot = top - CLEAR * metrics.size - found.height
    element = page.element("Figure", parent, alt=image.alt.plain)
    rect = Rect(x, foot, found.width, found.height)
    place_picture(page, context, image, pictures[str(image.path)][0], rect, element)
    if found.caption and found.caption.shaped:
        small = metrics.format.type.small
        ink = context.palette.muted
        setting = Typesetting(small, CAPTION_LEADING * small, found.width, ink)
        writer = Writer(found.caption.shaped, page.element("Caption", parent), setting)
        writer.all(page, x, foot - CAPTION_CLEAR * metrics.size - CAP_RISE * small)


def place_picture(
    page: Surface, context: PageContext, image: Image, data: bytes, rect: Rect, element: int
) -> None:
    """Place a picture of the text in its rectangle, in its Figure."""
    page.raster(rect, data, element, len(context.palette.text))
    page.source(element, (context.handout.file, image.line, image.column))
