"""Makes the gallery, a PDF and a picture of each edition: python docs/gallery.py"""

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
