"""The nouns that cross the borders between stages; imports nothing of ours.

Every record is frozen. Lengths are points unless the name says otherwise; the
origin of a page is its lower left corner, as in PDF.
"""

from __future__ import annotations

from pathlib import Path

from brochure._startup.records import dataclass, field

Ink = tuple[float, ...]
"""A colour ready to paint: (grey,), (red, green, blue) or (c, m, y, k), each 0-1."""

# ---------------------------------------------------------------- problems


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, where, and what to type instead."""

    file: str
    line: int
    column: int
    level: str  # "error", "warning" or "hint"
    message: str
    hint: str = ""
    rule: str = ""

    def __str__(self) -> str:
        """Return the problem as one or two lines: ``file:line:column: level: message``."""
        where = f"{self.file}:{self.line}:{self.column}" if self.line else self.file
        rule = f" {self.rule}" if self.rule else ""
        tail = f"\n    {self.hint}" if self.hint else ""
        return f"{where}: {self.level}{rule}: {self.message}{tail}"


class BrochureError(Exception):
    """A failure that the user can mend; carries every problem found, and an exit code."""

    exit_code = 3

    def __init__(self, problems: list[Problem]) -> None:
        """Keep the problems, sorted as a reader meets them."""
        self.problems = sorted(problems, key=lambda p: (p.file, p.line, p.column))
        super().__init__("\n".join(map(str, self.problems)))


class ContentError(BrochureError):
    """The content, the brand or an image is wrong (exit code 3)."""


class FitError(BrochureError):
    """The text does not fit (exit code 4); says by how much."""

    exit_code = 4

    def __init__(self, problems: list[Problem], words_over: int, lines_over: int) -> None:
        """Keep how many words, and lines of body text, are too many."""
        super().__init__(problems)
        self.words_over = words_over
        self.lines_over = lines_over


class WriteError(BrochureError):
    """A file could not be written (exit code 5)."""

    exit_code = 5


# ----------------------------------------------------------------- content


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text in one style; ``href`` is empty or an https:, mailto: or tel: link."""

    text: str
    bold: bool = False
    italic: bool = False
    href: str = ""
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Text:
    """A text of the content file, its inline marks read, and where it stands (1-based)."""

    spans: tuple[Span, ...]
    line: int = 0
    column: int = 0
    file: str = ""

    @property
    def plain(self) -> str:
        """The words alone, without marks."""
        return "".join(span.text for span in self.spans)


@dataclass(frozen=True, slots=True)
class Item:
    """A list item, with the texts nested under it (one level)."""

    text: Text
    items: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Image:
    """A picture of the content: its file (resolved, inside the project), alt text and caption."""

    path: Path
    alt: Text
    caption: Text | None = None
    line: int = 0
    column: int = 0


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with what stands under it, in reading order."""

    heading: Text
    emphasis: str = ""  # "", "key" or "urgent"
    text: tuple[Text, ...] = ()
    bullets: tuple[Item, ...] = ()
    steps: tuple[Item, ...] = ()
    closing: Text | None = None
    image: Image | None = None
    line: int = 0
    column: int = 0


@dataclass(frozen=True, slots=True)
class Clinic:
    """The clinic: what every handout of it shows."""

    name: Text
    phone: Text
    address: Text | None = None
    city: Text | None = None
    hours: Text | None = None
    website: Text | None = None
    email: Text | None = None
    logo: Path | None = None
    logo_line: int = 0
    logo_column: int = 0
    file: str = ""


@dataclass(frozen=True, slots=True)
class BrandSource:
    """The brand as the file has it, read but not yet judged; ``design`` makes a Brand of it."""

    primary: Text | None = None
    accent: Text | None = None
    primary_cmyk: Text | None = None
    accent_cmyk: Text | None = None
    fonts: tuple[tuple[str, Path], ...] = ()  # ("regular", path), ("bold", path), ("italic", path)
    font_line: int = 0
    font_column: int = 0
    min_size: float = 12.0
    file: str = ""


@dataclass(frozen=True, slots=True)
class Contact:
    """The closing box with phone and QR code."""

    shown: bool = True
    heading: Text | None = None
    text: Text | None = None


@dataclass(frozen=True, slots=True)
class Email:
    """The words of the e-mail draft; empty ones get defaults."""

    subject: Text | None = None
    message: tuple[Text, ...] = ()
    postal_address: Text | None = None
    opt_out: Text | None = None


@dataclass(frozen=True, slots=True)
class Handout:
    """One content file, read and valid in shape."""

    file: str
    title: Text
    clinic: Clinic
    sections: tuple[Section, ...]
    subtitle: Text | None = None
    language: str = "en-US"
    brand: BrandSource = field(default_factory=BrandSource)
    contact: Contact = field(default_factory=Contact)
    notes: str = "auto"  # "auto", "true" or "false"
    notes_heading: Text | None = None
    reviewed: str = ""  # ISO date
    review_by: str = ""  # ISO date
    sources: tuple[Text, ...] = ()
    email: Email = field(default_factory=Email)
    allow: tuple[tuple[str, str], ...] = ()  # (rule, reason): checks that are switched off
    folder: Path = Path()


# ------------------------------------------------------------------ layout

LAYOUT_ARTIFACT, HEADER_ARTIFACT, FOOTER_ARTIFACT = -1, -2, -3
"""What ``element`` holds for ink that is not content: ornament, running header and footer."""


@dataclass(frozen=True, slots=True)
class Element:
    """A node of the structure tree (ISO 32000-1, 14.7); ``parent`` is an index, -1 the Document."""

    kind: str  # "H1", "P", "LI", ... a standard structure type
    parent: int = -1
    alt: str = ""
    lang: str = ""
    numbering: str = ""  # ListNumbering of an L: "Disc", "Circle" or "Decimal"
    bbox: tuple[float, float, float, float] | None = None  # of a Figure


@dataclass(frozen=True, slots=True)
class GlyphRun:
    """Text in one face, placed: ``x`` and the baseline ``y``.

    ``element`` is an index into the layout's elements, or one of ARTIFACTS if below zero.
    ``order`` rises in reading order, which on a folded sheet is not the order of painting.
    """

    x: float
    y: float
    text: str
    face: str  # "regular", "bold" or "italic"
    size: float
    ink: Ink
    element: int
    order: int = 0


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle, filled or stroked or both; always an artifact."""

    x: float
    y: float
    width: float
    height: float
    fill: Ink | None = None
    stroke: Ink | None = None
    line_width: float = 0.0
    radius: float = 0.0


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line; always an artifact."""

    x0: float
    y0: float
    x1: float
    y1: float
    width: float
    ink: Ink
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Path2D:
    """One filled or stroked path of a drawing, in the drawing's own units, y up.

    ``ops`` holds ("m", x, y), ("l", x, y), ("c", x1, y1, x2, y2, x3, y3) and ("h",).
    """

    ops: tuple[tuple[str | float, ...], ...]
    fill: Ink | None = None
    stroke: Ink | None = None
    line_width: float = 0.0
    even_odd: bool = False


@dataclass(frozen=True, slots=True)
class Drawing:
    """Vector art placed at its lower left corner: the logo, the QR code."""

    x: float
    y: float
    scale: float
    paths: tuple[Path2D, ...]
    element: int
    order: int = 0


@dataclass(frozen=True, slots=True)
class Raster:
    """A PNG or JPEG placed at its lower left corner; ``data`` is the file's bytes."""

    x: float
    y: float
    width: float
    height: float
    data: bytes
    element: int
    order: int = 0
    components: int = 3  # of the page's colour space: 1 grey, 3 RGB, 4 CMYK


@dataclass(frozen=True, slots=True)
class LinkArea:
    """A live rectangle over a link's words on one line."""

    x0: float
    y0: float
    x1: float
    y1: float
    url: str
    contents: str
    element: int
    order: int = 0


Placed = GlyphRun | Box | Rule | Drawing | Raster


@dataclass(frozen=True, slots=True)
class Page:
    """A page: what is painted, in painting order, and what can be clicked."""

    items: tuple[Placed, ...]
    links: tuple[LinkArea, ...] = ()


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An outline entry: where a heading stands."""

    title: str
    page: int
    y: float
    level: int = 0


@dataclass(frozen=True, slots=True)
class Sheet:
    """The paper: its trim size and, for press, the bleed and the slug with the marks."""

    width: float
    height: float
    bleed: float = 0.0
    slug: float = 0.0  # from the trim to the media edge, bleed included
    duplex: str = "DuplexFlipLongEdge"


@dataclass(frozen=True, slots=True)
class Facts:
    """What the fit decided; for the report, the API and the tests."""

    pages: int
    size: float
    leading: float  # ratio to the size
    arrangement: str  # "side", "stacked" or "columns"
    fill: tuple[float, ...]  # of each frame, 0-1
    words: int


@dataclass(frozen=True, slots=True)
class Layout:
    """Everything placed. ``elements`` are in reading order, parents before children."""

    sheet: Sheet
    pages: tuple[Page, ...]
    elements: tuple[Element, ...]
    bookmarks: tuple[Bookmark, ...]
    facts: Facts
    title: str
    language: str
    author: str = ""
    subject: str = ""
    date: str = ""  # ISO date that the file carries; empty: a fixed one
    problems: tuple[Problem, ...] = ()
