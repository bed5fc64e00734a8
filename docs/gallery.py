"""Makes the gallery, a PDF and a picture of each edition: python docs/gallery.py

The strip of styles that the README shows is made anew with it.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

WIDTH = 360
HEAD = """\
# Gallery

One text file, the first handout, in every format and style. Each picture opens its PDF.

"""


def editions() -> dict[str, dict[str, str]]:
    """The name of each edition, and its options."""
    from brochure.brand.styles import STYLES
    from brochure.copyfit.formats import FORMATS, MODES

    found = {f"style {name}": {"style": name} for name in STYLES}
    found |= {name: {"format": name} for name in list(FORMATS)[1:]}
    return found | {f"mode {name}": {"mode": name} for name in list(MODES)[1:]}


STRIP, STRIP_WIDTH, STRIP_GAP = ROOT / "assets/pictures/styles.png", 280, 12
STRIP_SECTIONS = 6
"""The strip shows the first sections of the sample, which every style has room for."""
GROUND = "#d8dcdf"


def make_strip(file: Path) -> None:
    """Write a picture of the first pages of all styles, side by side."""
    from io import BytesIO

    from PIL import Image

    from brochure import Options
    from brochure._startup.records import replace
    from brochure.brand.styles import STYLES
    from brochure.model import Cover, Span, Text
    from brochure.output.preview import first_page_png
    from brochure.recipe import build_handout
    from brochure.sources import read

    sample = read(ROOT / "content.yaml")[0]
    cover = Cover(ROOT / "docs/cover.png", Text((Span("Two people walk through hills."),)))
    shown = replace(sample, sections=sample.sections[:STRIP_SECTIONS], cover=cover)
    pages = []
    for name in STYLES:
        pdf = build_handout(shown, Options(style=name)).pdf
        pages.append(Image.open(BytesIO(first_page_png(pdf, STRIP_WIDTH))))
    across = len(pages) * (STRIP_WIDTH + STRIP_GAP) + STRIP_GAP
    strip = Image.new("RGB", (across, pages[0].height + 2 * STRIP_GAP), GROUND)
    for number, page in enumerate(pages):
        strip.paste(page, (STRIP_GAP + number * (STRIP_WIDTH + STRIP_GAP), STRIP_GAP))
    strip.quantize(20).save(file, optimize=True)


def make_gallery(folder: Path) -> None:
    """Write the PDFs, their first pages as pictures, and the page that shows them."""
    from brochure import FitError, Options, build
    from brochure.output.preview import first_page_png

    folder.mkdir(exist_ok=True)
    lines = [HEAD]
    for name, options in editions().items():
        try:
            made = build(ROOT / "content.yaml", Options.named(**options))
        except FitError:
            continue
        stem = name.replace(" ", "-")
        (folder / f"{stem}.pdf").write_bytes(made.pdf)
        (folder / f"{stem}.png").write_bytes(first_page_png(made.pdf, WIDTH))
        facts = f"{made.facts.pages} pages, {made.facts.size:g} pt"
        lines.append(f"## {name.capitalize()}\n\n{facts}\n")
        lines.append(f"[![First page of the {name} edition]({stem}.png)]({stem}.pdf)\n")
    (folder / "index.md").write_text("\n".join(lines), "utf-8")


if __name__ == "__main__":
    make_gallery(ROOT / "docs" / "gallery")
    make_strip(STRIP)
