"""The strips of `copyfit.strips` placed on surfaces, each text in its structure elements."""

from __future__ import annotations

from brochure.copyfit.strips import Strip, StripText, Tag
from brochure.layout.page_builder import Surface
from brochure.layout.page_context import PageContext
from brochure.layout.typesetting import Typesetting, Writer
from brochure.model import LAYOUT_ARTIFACT, Ink, Rule
from brochure.typeset.line_breaking import set_lines

TYPE_CHECKING = False
if TYPE_CHECKING:
    from brochure.model.choices import StripInk


class StripSetter:
    """Sets the strips of one block, whose elements stand below ``parent``, ``links`` in an ink."""

    def __init__(self, context: PageContext, parent: int, links: Ink | None = None) -> None:
        """Begin with no element."""
        self.context = context
        self._links = links
        self._elements: dict[tuple[Tag, ...], int] = {(): parent}

    def row(self, surface: Surface, strip: Strip, x: float, foot: float, first: bool) -> None:
        """Place a strip by its foot, and above the first one of a frame what heads each."""
        top = foot + strip.height
        if first and strip.head:
            self.place(surface, strip.head, x, top + strip.head.height, again=True)
        self.place(surface, strip, x, top)

    def place(
        self, surface: Surface, strip: Strip, x: float, top: float, again: bool = False
    ) -> None:
        """Place a strip by its upper left corner; set ``again``, it is ornament."""
        for line in strip.strokes:
            ends = x + line.x0, top - line.y0, x + line.x1, top - line.y1
            surface.under(Rule(*ends, line.weight, self._ink(line.ink)))
        for text in strip.texts:
            element = LAYOUT_ARTIFACT if again else self._element(surface, text.tags)
            self._text(surface, text, element, x + text.x, top - text.down)

    def _element(self, surface: Surface, tags: tuple[Tag, ...]) -> int:
        """Return the element that tags lead to, each made once."""
        if tags not in self._elements:
            tag, parent = tags[-1], self._element(surface, tags[:-1])
            self._elements[tags] = surface.element(
                tag.kind, parent, numbering=tag.numbering, scope=tag.scope
            )
        return self._elements[tags]

    def _text(self, surface: Surface, text: StripText, element: int, x: float, base: float) -> None:
        ink, links = self._ink(text.ink), self._links
        setting = Typesetting(text.size, text.leading, text.width, ink, link_ink=links)
        writer = Writer(text.shaped, element, setting)
        lines = set_lines(text.shaped, text.width / text.size)
        for number in range(text.first, min(text.stop, len(lines))):
            left = x + self._shift(text, number) if text.centred else x
            writer.line(surface, number, left, base)
            base -= text.leading

    def _shift(self, text: StripText, number: int) -> float:
        """Return how far a centred line stands in."""
        width = self.context.shaper.measure.width
        runs = set_lines(text.shaped, text.width / text.size)[number]
        ems = sum([width(words, text.shaped.styles[style].face) for words, style in runs])
        ems -= width(" ", text.shaped.styles[runs[-1][1]].face) * runs[-1][0].endswith(" ")
        return max((text.width - ems * text.size) / 2, 0.0)

    def _ink(self, name: StripInk) -> Ink:
        ink: Ink = getattr(self.context.palette, name)
        return ink
