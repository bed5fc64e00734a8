"""A placed page as SVG, to be shown on a screen while somebody writes.

What is drawn is what the file has: the outlines of its glyphs at the places of the layout, so
that no browser shapes, orders or kerns anything. All of it is written here, of numbers, colours
and escaped words; no SVG of anybody's comes through, only the paths that were read from one.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Iterator

from brochure.model import (
    Box,
    Drawing,
    Element,
    GlyphRun,
    Ink,
    Layout,
    Placed,
    Raster,
    Rect,
    Rule,
)
from brochure.output.glyph_paths import paths_of
from brochure.output.screen_art import Art, escaped, hexed, short_number
from brochure.remember import remember
from brochure.typeset.fonts import Face, Faces

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from brochure.typeset.shaping import ShapedFace

KNOWN_RUNS = 1024
"""How many runs a process remembers as outlines: between two keys most lines stay."""

Href = Callable[[bytes], str]
"""Returns the address of a picture, of its bytes."""

GREY = (
    '<filter id="{}" color-interpolation-filters="sRGB">'
    '<feColorMatrix type="saturate" values="0"/></filter>'
)
"""What shows a picture as black toner prints it."""


def page_svg(
    layout: Layout, number: int, faces: Faces, *, label: str = "", href: Href | None = None
) -> str:
    """Return page ``number`` (from 0) as an SVG element, named ``label``, in points of the sheet.

    What was made of words in a file stands in groups with ``data-file``, ``data-line`` and
    ``data-column``, so that a click finds them. ``href`` gives the addresses of pictures;
    without it they are inside. Raises IndexError if there is no such page.
    """
    return _Screen(layout, number, faces, href or data_address).svg(label)


def data_address(data: bytes) -> str:
    """Return a picture as an address that holds it."""
    kind = "png" if data.startswith(b"\x89PNG") else "jpeg"
    return f"data:image/{kind};base64,{b64encode(data).decode('ascii')}"


class _Screen:
    """Draws one page."""

    def __init__(self, layout: Layout, number: int, faces: Faces, href: Href) -> None:
        self.items = layout.pages[number].items
        self.elements = layout.elements
        self.sheet = layout.sheet
        self.faces = faces
        self.href = href
        self.art = Art(f"p{number + 1}")
        self._draw: dict[type, Callable[[Any], str]] = {
            GlyphRun: self._glyphs,
            Box: self._box,
            Rule: self._rule,
            Drawing: self._drawing,
            Raster: self._raster,
        }

    def svg(self, label: str) -> str:
        """Return the page, its definitions first; y points down, as on screens."""
        slug, width, height = self.sheet.slug, self.sheet.width, self.sheet.height
        box = (-slug, -slug, width + 2 * slug, height + 2 * slug)
        drawn = self._groups()
        name = f' role="img" aria-label="{escaped(label)}"' if label else ""
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{" ".join(map(short_number, box))}"'
            f"{name}>{self.art.definitions()}"
            f'<rect x="{short_number(-slug)}" y="{short_number(-slug)}" width="100%" height="100%"'
            f' fill="#ffffff"/>{drawn}</svg>'
        )

    def _groups(self) -> str:
        """Return the items in painting order, those of one text in a group that says its place."""
        parts: list[str] = []
        opened = ""
        for item in self.items:
            place = self._place(item)
            if place != opened:
                parts += ["</g>"] if opened else []
                parts += [f"<g{place}>"] if place else []
                opened = place
            parts.append(self._draw[type(item)](item))
        return "".join(parts) + ("</g>" if opened else "")

    def _place(self, item: Placed) -> str:
        """Return where the words of an item stand, as attributes; empty for the program's own."""
        number = -1 if isinstance(item, (Box, Rule)) else item.element
        while number >= 0:
            element: Element = self.elements[number]
            file, line, column = element.source
            if line:
                name = escaped(file)
                return f' data-file="{name}" data-line="{line}" data-column="{column}"'
            number = element.parent
        return ""

    def _glyphs(self, run: GlyphRun) -> str:
        face: Face | ShapedFace = self.faces.face(run.face)
        if not isinstance(face, Face):
            return "".join(
                self._path(run, run.size / units, "".join(parts))
                for units, parts in _shaped_outlines(run, face)
            )
        if face.borrowed and not face.borrowed.keys().isdisjoint(run.text):
            return self._lent(run, face)
        glyphs = paths_of(face)
        data = _outlines(run.text, face, face, glyphs.units)
        return self._path(run, run.size / glyphs.units, data)

    def _lent(self, run: GlyphRun, face: Face) -> str:
        """Return a run some of whose characters are another face's: a path for each of the two."""
        paths = []
        for lender in dict.fromkeys([face, *face.borrowed.values()]):
            units = paths_of(lender).units
            data = _outlines(run.text, face, lender, units)
            paths.append(self._path(run, run.size / units, data))
        return "".join(paths)

    def _path(self, run: GlyphRun, scale: float, data: str) -> str:
        if not data:
            return ""
        x, y = short_number(run.x), short_number(self.sheet.height - run.y)
        turn = f"matrix({scale:.7g} 0 0 {-scale:.7g} {x} {y})"
        return f'<path transform="{turn}" fill="{hexed(run.ink)}" d="{data}"/>'

    def _box(self, box: Box) -> str:
        where = self._sides(box.rect)
        line = ""
        if box.stroke is not None:
            line = f' stroke="{hexed(box.stroke)}" stroke-width="{short_number(box.line_width)}"'
        round_ = f' rx="{short_number(box.radius)}"' if box.radius else ""
        return f'<rect {where}{round_} fill="{_filled(box.fill)}"{line}/>'

    def _rule(self, rule: Rule) -> str:
        high = self.sheet.height
        ends = (rule.x0, high - rule.y0, rule.x1, high - rule.y1)
        places = zip(("x1", "y1", "x2", "y2"), ends, strict=True)
        where = " ".join([f'{name}="{short_number(value)}"' for name, value in places])
        dash = f' stroke-dasharray="{" ".join(map(short_number, rule.dash))}"' if rule.dash else ""
        pen = f'stroke="{hexed(rule.ink)}" stroke-width="{short_number(rule.width)}"'
        return f"<line {where} {pen}{dash}/>"

    def _drawing(self, drawing: Drawing) -> str:
        x, y = short_number(drawing.x), short_number(self.sheet.height - drawing.y)
        scale = f"{drawing.scale:.7g}"
        turn = f"matrix({scale} 0 0 -{scale} {x} {y})"
        return f'<g transform="{turn}">{self.art.drawn(drawing.paths)}</g>'

    def _raster(self, raster: Raster) -> str:
        whole = raster.whole or raster.rect
        grey = f' filter="url(#{self.art.grey(GREY)})"' if raster.components == 1 else ""
        image = (
            f'<image {self._sides(whole)} preserveAspectRatio="none"{grey}'
            f' href="{escaped(self.href(raster.data))}"/>'
        )
        if raster.whole is None:
            return image
        rect = raster.rect
        seen = (rect.x, self.sheet.height - rect.top, rect.width, rect.height)
        box = " ".join(map(short_number, seen))
        return f'<svg {self._sides(rect)} viewBox="{box}">{image}</svg>'

    def _sides(self, rect: Rect) -> str:
        """Return a rectangle's place and size as attributes."""
        values = (rect.x, self.sheet.height - rect.top, rect.width, rect.height)
        sides = zip(("x", "y", "width", "height"), values, strict=True)
        return " ".join([f'{name}="{short_number(value)}"' for name, value in sides])


def _filled(ink: Ink | None) -> str:
    return "none" if ink is None else hexed(ink)


def _shaped_outlines(run: GlyphRun, face: ShapedFace) -> Iterator[tuple[int, list[str]]]:
    """Yield the units and the outlines of a run's clusters, by the face that draws them."""
    x = 0.0
    found: dict[ShapedFace, list[str]] = {}
    for cluster in face.clusters(run.text, bool(run.level % 2)):
        drawn = cluster.lender or face
        paths = paths_of(drawn)
        for number, right, up in cluster.glyphs:
            outline = paths.glyph(number)
            if outline:
                move = f"M{round(x * paths.units) + right} {up}{outline}"
                found.setdefault(drawn, []).append(move)
        x += cluster.advance
    for drawn, parts in found.items():
        yield paths_of(drawn).units, parts


@remember(KNOWN_RUNS)
def _outlines(text: str, face: Face, lender: Face, units: int) -> str:
    """Return the outlines of the characters that ``lender`` draws, each at its place."""
    path, advances, borrowed = paths_of(lender).path, face.advances, face.borrowed
    x, parts = 0.0, []
    for piece, kern in face.kerned(text):
        for char in piece:
            if borrowed.get(char, face) is lender and (outline := path(char)):
                parts.append(f"M{round(x * units)} 0{outline}")
            x += advances[char]
        x += kern
    return "".join(parts)
