"""Pages painted: placed items become the operators of content streams.

Decides nothing: every position, size and ink is in the layout.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from brochure.model import (
    LAYOUT_ARTIFACT,
    Box,
    Drawing,
    GlyphRun,
    Ink,
    Layout,
    Page,
    Path2D,
    Raster,
    Rule,
    Shading,
)
from brochure.pdf.font_subsets import FaceUse
from brochure.pdf.objects import Document, number, numbers, rectangle
from brochure.pdf.path_operators import fill_ink, path_operators, rounded, stroke_ink
from brochure.pdf.structure_tree import StructureTree
from brochure.remember import known
from brochure.typeset.fonts import Face, Faces

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from brochure.model.choices import FaceRole
    from brochure.pdf.composite_fonts import CompositeUse
    from brochure.pdf.vector_art import Resources
    from brochure.typeset.shaping import ShapedFace

KNOWN_NUMBERS = 1024
"""How many sizes, left edges and inks of texts are kept as written: most share a few."""

ORNAMENT = (Box, Rule)
"""What belongs to no element, ever."""

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
        self.art: Resources | None = None
        self.images: dict[bytes, tuple[str, int, int]] = {}
        self._paint: dict[type, Callable[[Any, list[bytes]], None]] = {
            GlyphRun: self._glyphs,
            Box: self._box,
            Rule: self._rule,
            Drawing: self._drawing,
            Raster: self._raster,
        }
        self._ink: Ink = ()
        self._written = known(number, KNOWN_NUMBERS)
        self._filled = known(_filled, KNOWN_NUMBERS)

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
            element = LAYOUT_ARTIFACT if isinstance(item, ORNAMENT) else item.element
            if element != open_element:
                if open_element is not None:
                    out.append(b"EMC")
                out.append(self.tree.begin(element, getattr(item, "order", 0)))
                open_element = element
            self._paint[type(item)](item, out)
        if open_element is not None:
            out.append(b"EMC")
        return b"\n".join(out)

    def _fill(self, ink: Ink, out: list[bytes]) -> None:
        if ink != self._ink:
            out.append(self._filled[ink])
            self._ink = ink

    def _glyphs(self, run: GlyphRun, out: list[bytes]) -> None:
        if run.ink != self._ink:
            self._fill(run.ink, out)
        use = self.uses[run.face]
        shown = use.shown.get(run.text)
        if shown is None:
            self._in_parts(run, use, out)
            return
        x, size = self._written[run.x], self._written[run.size]
        place = f"BT 1 0 0 1 {x} {number(run.y)} Tm /{use.name} {size} Tf"
        out += (place.encode(), shown, b"ET")

    def _in_parts(self, run: GlyphRun, use: FaceUse | CompositeUse, out: list[bytes]) -> None:
        """Paint a run that is shaped, or whose characters are in several subsets."""
        if not isinstance(use, FaceUse):
            out += (b"BT", *use.painted(run), b"ET")
            return
        before = f"BT 1 0 0 1 {number(run.x)} {number(run.y)} Tm"
        for subset, shown in use.show(run.text):
            font = f"{before} /{use.name}{subset or ''} {number(run.size)} Tf"
            out += (font.encode(), shown)
            before = ""
        out.append(b"ET")

    def _box(self, box: Box, out: list[bytes]) -> None:
        shape = rounded(box) if box.radius else f"{rectangle(box.rect)} re"
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
        plain = [path for path in drawing.paths if isinstance(path, Path2D) and _is_plain(path)]
        if len(plain) == len(drawing.paths):
            out += [path_operators(path) for path in plain]
        else:
            out += self._art(drawing)
        out.append(b"Q")

    def _art(self, drawing: Drawing) -> Iterator[bytes]:
        """Yield the operators of a drawing with gradients, see-through ink or clips."""
        from brochure.pdf.vector_art import Resources, operators

        self.art = self.art or Resources(self.document)
        scale, slug = drawing.scale, self.layout.sheet.slug
        place = (scale, 0.0, 0.0, scale, drawing.x + slug, drawing.y + slug)
        return operators(drawing.paths, self.art, place)

    def _raster(self, raster: Raster, out: list[bytes]) -> None:
        if raster.data not in self.images:
            from brochure.pdf.images import add_image

            name = f"Im{len(self.images) + 1}"
            self.images[raster.data] = (
                name,
                *add_image(self.document, raster.data, raster.components),
            )
        name, _, turn = self.images[raster.data]
        rect, cut = raster.rect, ""
        if raster.whole is not None:
            rect, cut = raster.whole, f"{rectangle(raster.rect)} re W n "
        a, b, c, d, e, f = TURNS[turn]
        across, up = rect.width, rect.height
        place = (a * across, b * up, c * across, d * up, rect.x + e * across, rect.y + f * up)
        out.append(f"q {cut}{numbers(place)} cm /{name} Do Q".encode())


def _filled(ink: Ink) -> bytes:
    """Return the operator that fills with an ink."""
    return fill_ink(ink).encode()


def _is_plain(path: Path2D) -> bool:
    """Return whether nothing of a path needs an object of its own."""
    inks = (path.fill, path.stroke)
    return path.solid == (1.0, 1.0) and not any(isinstance(ink, Shading) for ink in inks)


def _uses(layout: Layout, faces: Faces) -> dict[str, FaceUse | CompositeUse]:
    """Return each face's use in the file, by its role, in the order of their first texts."""
    texts: dict[FaceRole, list[str]] = {}
    for page in layout.pages:
        for item in page.items:
            if isinstance(item, GlyphRun):
                texts.setdefault(item.face, []).append(item.text)
    return {
        role: _use(faces.face(role), f"F{number}", drawn)
        for number, (role, drawn) in enumerate(texts.items(), 1)
    }


def _use(face: Face | ShapedFace, name: str, drawn: list[str]) -> FaceUse | CompositeUse:
    """Return how a face is used in the file, plain or shaped."""
    if isinstance(face, Face):
        return FaceUse(face, name, drawn)
    from brochure.pdf.composite_fonts import CompositeUse

    return CompositeUse(face, name)
