"""Stand-ins for fonts and furniture: every letter is half an em wide, nothing stands around."""

from __future__ import annotations

from collections.abc import Iterable

from brochure.copyfit.blocks import Flow, Shaper
from brochure.copyfit.extents import taken_of
from brochure.copyfit.flow import make_flow
from brochure.copyfit.formats import FORMATS, geometry
from brochure.copyfit.metrics import Metrics
from brochure.copyfit.parts import Furniture
from brochure.copyfit.rows import Rows, rows_of
from brochure.copyfit.settings import Task
from brochure.language.fixed_words import ENGLISH
from brochure.model import Clinic, Handout, Item, Paragraph, Section, Span, Text, short_form
from brochure.typeset.line_breaking import Shaped, shape

FACES = {"base": "regular", "bold": "bold", "italic": "italic"}


class HalfEm:
    """A measure by which every letter is half an em wide."""

    writing = None
    mixed = False

    def width(self, text: str, face: str) -> float:
        return len(text) / 2

    def widths(self, texts: Iterable[str], face: str) -> list[float]:
        return [self.width(text, face) for text in texts]


def text(words: str) -> Text:
    return Text((Span(words),))


def shaped(words: str | Text, most: float = 1e9) -> Shaped:
    return shape(text(words) if isinstance(words, str) else words, HalfEm(), FACES, most)


def prose(count: int, word: str = "word") -> Text:
    """A text of so many equal words."""
    return text(" ".join([word] * count))


def section(*counts: int, heading: str = "Head", bullets: tuple[int, ...] = (), **more) -> Section:
    """A section with paragraphs, and bullets, of so many words each."""
    items = tuple(Item(prose(count)) for count in bullets)
    return short(text(heading), text=tuple(map(prose, counts)), bullets=items, **more)


def short(heading: Text, emphasis: str = "", **keys) -> Section:
    """A section in the short form: ``text``, ``bullets``, ``steps``, ``closing``, ``image``."""
    return Section(heading, emphasis, short_form(**keys))


def texts_in(made: Section) -> list[Text]:
    """The paragraphs of a section."""
    return [block.text for block in made.body if isinstance(block, Paragraph)]


def items_in(made: Section, kind: str = "bullets") -> list[Item]:
    """The items of the lists of a kind in a section."""
    return [item for listed in made.lists if listed.kind == kind for item in listed.items]


def handout(*sections: Section, **more) -> Handout:
    return Handout(
        "made.yaml", text("Title"), Clinic(text("Clinic"), text("310")), sections, **more
    )


def task(made: Handout, name: str = "handout", floor: float | None = None, **more) -> Task:
    """The fitting of a handout into a format's bare frames on Letter."""
    fmt = FORMATS[name]
    shaper = Shaper(HalfEm(), fmt.type.italic, 16.0)
    return Task(
        flow=make_flow(made, shaper, ENGLISH.over_headings),
        format=fmt,
        geometry=geometry(fmt, "letter"),
        floor=fmt.type.floor if floor is None else floor,
        average=0.5,
        notes=made.notes,
        furniture=Furniture(),
        pixels={},
        **more,
    )


def make_rows(flow: Flow, metrics: Metrics, pixels: dict[str, tuple[int, int]]) -> Rows:
    """The flow's rows at one setting; ``pixels`` gives each picture's size."""
    return rows_of(flow, metrics, taken_of(flow, metrics, pixels))
