"""Pages painted: placed items become the operators of content streams.

Decides nothing: every position, size and ink is in the layout.
"""

from __future__ import annotations

from collections.abc import Callable

from brochure.model import (
    LAYOUT_ARTIFACT,
    Box,
    Drawing,
    GlyphRun,
    Ink,
    Layout,
    Page,
    Path2D,
    Placed,
    Raster,
    Rule,
)
from brochure.pdf.font_subsets import FaceUse
from brochure.pdf.objects import Document, number, numbers, rectangle
from brochure.pdf.structure_tree import StructureTree
from brochure.remember import remember
from brochure.typeset.fonts import Faces

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from brochure.model.choices import FaceRole

FILL = {1: "g", 3: "rg", 4: "k"}
STROKE = {1: "G", 3: "RG", 4: "K"}
KNOWN_PATHS = 128
"""How many paths a process remembers."""


def fill_ink(ink: Ink) -> str:
    """Return the operator that sets the fill colour."""
    return f"{numbers(ink)} {FILL[len(ink)]}"


def stroke_ink(ink: Ink) -> str:
    """Return the operator that sets the stroke colour."""
    return f"{numbers(ink)} {STROKE[len(ink)]}"


TURNS: dict[int, tuple[int, int, int, int, int, int]] = {
    1: (1, 0, 0, 1, 0, 0),
    2: (-1, 0, 0, 1, 1, 0),
    3: (-1, 0, 0, -1, 1, 1),
    4: (1, 0, 0, -1, 0, 1),
    5: (0, -1, -1, 0, 1, 1),
    6: (0, -1, 1, 0, 0, 1),
    7: (0, 1, 1, 0, 0, 0),
    8: (0, 1, -1, 0, 1, 0),
}
"""How the unit square of a stored picture is turned to be shown (CIPA DC-008, Orientation)."""


class Painter:
    """Paints pages into content streams of one document."""

    def __init__(self, layout: Layout, faces: Faces, document: Document) -> None:
        """Prepare the faces and the structure tree."""
        self.layout = layout
        self.document = document
        self.tree = StructureTree(layout.elements, len(layout.pages), layout.sheet.slug)
        self.uses = _uses(layout, faces)
        self.images: dict[bytes, tuple[str, int, int]] = {}
        self._paint: dict[type, Callable[[Any, list[bytes]], None]] = {
            GlyphRun: self._glyphs,
            Box: self._box,
            Rule: self._rule,
            Drawing: self._drawing,
            Raster: self._raster,
        }
        self._ink: Ink = ()

    def page(self, page: Page) -> bytes:
        """Return a page's content stream."""
        self.tree.start_page()
        out: list[bytes] = []
        self._ink = ()
        shift = self.layout.sheet.slug
        if shift:
            out.append(f"1 0 0 1 {number(shift)} {number(shift)} cm".encode())
        open_element: int | None = None
        for item in page.items:
            element = _element(item)
            if element != open_element:
                if open_element is not None:
                    out.append(b"EMC")
                out.append(self.tree.begin(element, getattr(item, "order", 0)).encode())
                open_element = element
            self._paint[type(item)](item, out)
        if open_element is not None:
            out.append(b"EMC")
        return b"\n".join(out)

    def _fill(self, ink: Ink, out: list[bytes]) -> None:
        if ink != self._ink:
            out.append(fill_ink(ink).encode())
            self._ink = ink

    def _glyphs(self, run: GlyphRun, out: list[bytes]) -> None:
        self._fill(run.ink, out)
        use = self.uses[run.face]
        size = number(run.size)
        before = f"BT 1 0 0 1 {number(run.x)} {number(run.y)} Tm"
        for subset, shown in use.show(run.text):
            out.append(f"{before} /{use.name}{subset or ''} {size} Tf".encode())
            out.append(shown)
            before = ""
        out.append(b"ET")

    def _box(self, box: Box, out: list[bytes]) -> None:
        shape = f"{rectangle(box.rect)} re"
        parts = []
        if box.fill is not None:
            self._fill(box.fill, out)
        if box.stroke is not None:
            parts.append(f"{stroke_ink(box.stroke)} {number(box.line_width)} w")
        close = {(True, False): "f", (False, True): "S", (True, True): "B"}
        how = close[box.fill is not None, box.stroke is not None]
        out.append(" ".join([*parts, shape, how]).encode())

    def _rule(self, rule: Rule, out: list[bytes]) -> None:
        dash = f"[{numbers(rule.dash)}] 0 d " if rule.dash else ""
        undash = " [] 0 d" if rule.dash else ""
        line = f"{number(rule.x0)} {number(rule.y0)} m {number(rule.x1)} {number(rule.y1)} l S"
        ink = f"{stroke_ink(rule.ink)} {number(rule.width)} w "
        out.append((ink + dash + line + undash).encode())

    def _drawing(self, drawing: Drawing, out: list[bytes]) -> None:
        scale = number(drawing.scale)
        place = f"q {scale} 0 0 {scale} {number(drawing.x)} {number(drawing.y)} cm"
        out.append(place.encode())
        out += [path_operators(path) for path in drawing.paths]
        out.append(b"Q")

    def _raster(self, raster: Raster, out: list[bytes]) -> None:
        if raster.data not in self.images:
            from brochure.pdf.images import add_image

            name = f"Im{len(self.images) + 1}"
            self.images[raster.data] = (
                name,
                *add_image(self.document, raster.data, raster.components),
            )
        name, _, turn = self.images[raster.data]
        rect = raster.rect
        a, b, c, d, e, f = TURNS[turn]
        across, up = rect.width, rect.height
        place = (a * across, b * up, c * across, d * up, rect.x + e * across, rect.y + f * up)
        out.append(f"q {numbers(place)} cm /{name} Do Q".encode())


def _uses(layout: Layout, faces: Faces) -> dict[str, FaceUse]:
    """Return each face's use in the file, by its role, in the order of their first texts."""
    texts: dict[FaceRole, list[str]] = {}
    for page in layout.pages:
        for item in page.items:
            if isinstance(item, GlyphRun):
                texts.setdefault(item.face, []).append(item.text)
    return {
        role: FaceUse(faces.face(role), f"F{number}", frozenset("".join(drawn)))
        for number, (role, drawn) in enumerate(texts.items(), 1)
    }


def _element(item: Placed) -> int:
    """Return the element of a placed item; boxes and rules are always ornament."""
    return LAYOUT_ARTIFACT if isinstance(item, (Box, Rule)) else item.element


PATH_OPERATORS = {"m": "m", "l": "l", "c": "c", "h": "h"}


def coordinate(value: float) -> str:
    """Return a number of a path, short; PDF knows no exponents (ISO 32000-1, 7.3.3)."""
    text = f"{value + 0.0:.4g}"  # + 0.0: no -0
    return f"{value:.8f}".rstrip("0").rstrip(".") if "e" in text else text


@remember(KNOWN_PATHS)
def path_operators(path: Path2D) -> bytes:
    """Return the operators that paint a path; marks and codes come again and again."""
    parts = [fill_ink(path.fill)] if path.fill is not None else []
    if path.stroke is not None:
        parts.append(f"{stroke_ink(path.stroke)} {coordinate(path.line_width)} w")
    for operator, *points in path.ops:
        coordinates = " ".join(coordinate(float(point)) for point in points)
        parts.append(f"{coordinates} {PATH_OPERATORS[str(operator)]}".strip())
    ways = {(True, False): "f", (False, True): "S", (True, True): "B", (False, False): "n"}
    star = "*" if path.even_odd and path.fill is not None else ""
    parts.append(ways[path.fill is not None, path.stroke is not None] + star)
    return " ".join(parts).encode()
