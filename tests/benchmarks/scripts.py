"""What the other programs draw: the sample's two pages as literals, and its words as blocks.

`bare.py` holds every string, size and position; it reads nothing, fits nothing, checks nothing
and tags nothing. `words.py` holds the text, block by block, for programs that break lines.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from random import Random

import yaml

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from brochure.editions import Options  # noqa: E402
from brochure.model import Box, Drawing, GlyphRun, Handout, Layout, Rule, Text  # noqa: E402
from brochure.model.texts import texts_of  # noqa: E402
from brochure.recipe import build_handout, make_layout  # noqa: E402
from brochure.sources import read  # noqa: E402
from brochure.typeset.fonts import bundled_files  # noqa: E402

BARE = """
from reportlab.pdfgen import canvas
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
FONTS = {fonts!r}
PAGES = {pages!r}
def fonts():
    for name, path in FONTS.items():
        pdfmetrics.registerFont(TTFont(name, path))
def draw(target):
    page = canvas.Canvas(target, pagesize={size!r})
    for items in PAGES:
        for kind, *rest in items:
            if kind == "t":
                x, y, text, face, points, ink = rest
                page.setFont(face, points)
                page.setFillColorRGB(*ink)
                page.drawString(x, y, text)
            elif kind == "r":
                x, y, width, height, ink = rest
                page.setFillColorRGB(*ink)
                page.rect(x, y, width, height, stroke=0, fill=1)
            elif kind == "l":
                x0, y0, x1, y1, width, ink = rest
                page.setLineWidth(width)
                page.setStrokeColorRGB(*ink)
                page.line(x0, y0, x1, y1)
            else:
                ink, scale, dx, dy, ops = rest
                page.setFillColorRGB(*ink)
                path = page.beginPath()
                for op in ops:
                    points = [scale * p + (dx, dy)[i % 2] for i, p in enumerate(op[1:])]
                    if op[0] == "m":
                        path.moveTo(*points)
                    elif op[0] == "l":
                        path.lineTo(*points)
                    elif op[0] == "c":
                        path.curveTo(*points)
                    elif op[0] == "re":
                        path.rect(*points[:2], scale * op[3], scale * op[4])
                    else:
                        path.close()
                page.drawPath(path, stroke=0, fill=1)
        page.showPage()
    page.save()
def main(target):
    fonts()
    draw(target)
"""

WORDS = """
FONTS = {fonts!r}
BLOCKS = {blocks!r}
FOOTER = {footer!r}
SIZE = {size!r}
"""


def placed(layout: Layout) -> list[list[tuple[object, ...]]]:
    """Every item of every page, in plain tuples."""
    pages = []
    for page in layout.pages:
        items: list[tuple[object, ...]] = []
        for item in page.items:
            if isinstance(item, GlyphRun):
                at = (round(item.x, 2), round(item.y, 2))
                items.append(("t", *at, item.text, item.face, item.size, item.ink))
            elif isinstance(item, Box) and item.fill:
                box = item.rect
                items.append(("r", box.x, box.y, box.width, box.height, item.fill))
            elif isinstance(item, Rule):
                items.append(("l", item.x0, item.y0, item.x1, item.y1, item.width, item.ink))
            elif isinstance(item, Drawing):
                items += [
                    ("p", path.fill, item.scale, item.x, item.y, path.ops)
                    for path in item.paths
                    if path.fill
                ]
        pages.append(items)
    return pages


def pieces(text: Text) -> list[tuple[str, str]]:
    """A text as (words, face)."""
    return [
        (span.text, "bold" if span.bold else "italic" if span.italic else "regular")
        for span in text.spans
    ]


Blocks = list[tuple[str, list[tuple[str, str]]]]
"""The text in reading order, as (kind, pieces)."""


def blocks(handout: Handout) -> Blocks:
    """The text in reading order, as (kind, pieces)."""
    found = [("title", pieces(handout.title))]
    if handout.subtitle:
        found.append(("subtitle", pieces(handout.subtitle)))
    for section in handout.sections:
        found.append(("heading", pieces(section.heading)))
        kinds = {"paragraph": "text", "item": "bullet"}
        told = [(kinds[kind], text) for _, kind, text in texts_of(section) if kind in kinds]
        found += [(kind, pieces(text)) for kind, text in told]
    return found


def shuffled(handout: Handout, number: int) -> Blocks:
    """The blocks with the words of each piece in another order: each word was seen before."""
    return _mixed(handout, Random(number), str)


def new_words(handout: Handout, number: int) -> Blocks:
    """The blocks in words that no other number has, as a handout met for the first time.

    The letters of the sample are exchanged, vowels for vowels, so that lengths stay as they are.
    """
    random = Random(number)
    exchanged = {}
    for letters in ("aeiou", "bcdfghjklmnpqrstvwxyz"):
        others = random.sample(letters, len(letters))
        exchanged |= dict(zip(letters, others, strict=True))
        exchanged |= dict(zip(letters.upper(), "".join(others).upper(), strict=True))
    table = str.maketrans(exchanged)
    return _mixed(handout, random, lambda word: word.translate(table))


def _mixed(handout: Handout, random: Random, change: Callable[[str], str]) -> Blocks:
    mixed: Blocks = []
    for kind, parts in blocks(handout):
        words = [[change(word) for word in part.split()] for part, _ in parts]
        for each in words:
            random.shuffle(each)
        faces = [face for _, face in parts]
        mixed.append((kind, [(" ".join(w), f) for w, f in zip(words, faces, strict=True)]))
    return mixed


def as_yaml(handout: Handout, mixed: Blocks) -> str:
    """Blocks as a content file, for the same clinic."""
    clinic = {"name": handout.clinic.name.plain, "phone": handout.clinic.phone.plain}
    if handout.clinic.logo:
        clinic["logo"] = "assets/logo.svg"
    content: dict[str, object] = {"clinic": clinic}
    sections: list[dict[str, object]] = []
    for kind, parts in mixed:
        text = " ".join(part for part, _ in parts)
        if kind in ("title", "subtitle"):
            content[kind] = text
        elif kind == "heading":
            sections.append({"heading": text, "text": [], "bullets": []})
        else:
            sections[-1]["bullets" if kind == "bullet" else "text"].append(text)
    content["sections"] = [{k: v for k, v in each.items() if v} for each in sections]
    return yaml.safe_dump(content, allow_unicode=True)


def write_scripts(content: Path, folder: Path) -> None:
    """Write both scripts for a handout, and compile them."""
    handout, _ = read(content)
    layout, _ = make_layout(handout, Options())
    fonts = {role: str(path) for role, path in bundled_files().items()}
    size = (layout.sheet.width, layout.sheet.height)
    points = build_handout(handout, Options()).facts.size
    footer = f"{handout.clinic.name.plain}  {handout.clinic.phone.plain}"
    bare = BARE.format(fonts=fonts, pages=placed(layout), size=size)
    words = WORDS.format(fonts=fonts, blocks=blocks(handout), footer=footer, size=points)
    (folder / "bare.py").write_text(bare, "utf-8")
    (folder / "words.py").write_text(words, "utf-8")
    peers = Path(__file__).parent / "peers"
    for where in (folder, peers):
        subprocess.run([sys.executable, "-m", "compileall", "-q", str(where)], check=True)
