"""Makes the gallery, a PDF and a picture of each edition: python docs/gallery.py

The strip of styles that the README shows is made anew with it, and so is docs/gallery.md, which
shows the handouts that a clinic needs.
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
STRIP_SECTIONS = 7
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
    strip.quantize(64).save(file, optimize=True)


# ------------------------------------------------- the handouts of a clinic

SHOWN: dict[str, tuple[str, dict[str, str]]] = {
    "after-surgery": ("two levels of urgency, a table of dates, lines to fill in", {}),
    "medicines": ("a table of five columns, a checklist with items below one", {}),
    "before-a-scan": ("a table of times, steps that go on after a text", {"mode": "mono"}),
    "back-exercises": ("pictures beside their steps, a code that opens a film", {}),
    "vaccine": ("the style `band`, a quote, sources", {}),
    "appointment-card": ("the card of two sides, lines to write on", {"format": "card"}),
    "service-brochure": ("a tri-fold with a cover, three places", {"format": "trifold"}),
    "marketing": ("the style `photo`, quotes, small print", {}),
    "locations": ("the style `ledger`, four places, what each office has", {}),
    "consent": ("words explained in a table, large print", {"format": "large-print"}),
    "foot-care": ("the style `cards`, what to do and what not", {}),
    "when-to-call": ("an emergency and an urgent box, large enough for a wall", {}),
}
"""The handouts of tests/handouts by their names: what each shows, and as what it is made."""
PICTURES, PAIR_WIDTH, PAIR_INKS = ROOT / "assets/pictures/gallery", 420, 48
GALLERY_HEAD = """\
# Twelve handouts

What a clinic hands out most, each from one text file. They are examples of layout and are not
medical advice: a text of yours needs a medical person who reads it. Copy a file, change the words,
and look at it with `brochure check`.

"""


def gallery_page() -> str:
    """Return the page that shows each handout, with its file and its command."""
    from brochure.sources import read

    lines = [GALLERY_HEAD]
    for name, (shows, options) in SHOWN.items():
        title = read(ROOT / "tests/handouts" / f"{name}.yaml")[0].title.plain
        typed = "".join(f" --{key} {value}" for key, value in options.items()).replace(
            "--mode mono", "--mono"
        )
        lines.append(f"## {title}\n")
        lines.append(f"[{name}.yaml](../tests/handouts/{name}.yaml) shows {shows}.\n")
        lines.append(f"```sh\nbrochure build {name}.yaml{typed}\n```\n")
        lines.append(f"![Two pages of “{title}”](../assets/pictures/gallery/{name}.png)\n")
    return "\n".join(lines)


def make_pictures(folder: Path) -> None:
    """Write a picture of the first two pages of each handout, side by side."""
    from io import BytesIO
    from itertools import islice

    from PIL import Image

    from brochure import Options, build
    from brochure.output.preview import page_pngs

    folder.mkdir(exist_ok=True)
    for name, (_, options) in SHOWN.items():
        made = build(ROOT / "tests/handouts" / f"{name}.yaml", Options.named(**options))
        width = round(PAIR_WIDTH * (1.5 if options.get("format") == "trifold" else 1))
        pages = [Image.open(BytesIO(png)) for png in islice(page_pngs(made.pdf, width), 2)]
        high = pages[0].height + 2 * STRIP_GAP
        pair = Image.new("RGB", (2 * width + 3 * STRIP_GAP, high), GROUND)
        for number, page in enumerate(pages):
            pair.paste(page, (STRIP_GAP + number * (width + STRIP_GAP), STRIP_GAP))
        pair.quantize(PAIR_INKS).save(folder / f"{name}.png", optimize=True)


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
    make_pictures(PICTURES)
    (ROOT / "docs" / "gallery.md").write_text(gallery_page(), "utf-8")
