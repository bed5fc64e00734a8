"""A handout placed: pages of items in points, from the lower left corner of the trim, as in PDF."""

from __future__ import annotations

from brochure._startup.records import dataclass
from brochure.model.content import NOWHERE
from brochure.model.problems import Problem

TYPE_CHECKING = False
if TYPE_CHECKING:
    from brochure.model.choices import Arrangement, FaceRole, Numbering, TableScope
    from brochure.model.content import Source

Ink = tuple[float, ...]
"""A colour ready to paint: (grey,), (red, green, blue) or (c, m, y, k), each 0-1."""


@dataclass(frozen=True, slots=True)
class Rect:
    """An upright rectangle by its lower left corner and its size, in points."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.x + self.width

    @property
    def top(self) -> float:
        """The upper edge."""
        return self.y + self.height

    def inset(self, by: float) -> Rect:
        """Return the rectangle drawn in by so many points on each side, out if below zero."""
        return Rect(self.x + by, self.y + by, self.width - 2 * by, self.height - 2 * by)


LAYOUT_ARTIFACT, HEADER_ARTIFACT, FOOTER_ARTIFACT = -1, -2, -3
"""What ``element`` holds for ink that is not content: ornament, running header and footer."""


@dataclass(frozen=True, slots=True)
class Element:
    """A node of the structure tree (ISO 32000-1, 14.7); ``parent`` is an index, -1 the Document.

    ``source`` is where the words stand that it was made of, if they stand in a file.
    """

    kind: str  # "H1", "P", "LI", ... a standard structure type
    parent: int = -1
    alt: str = ""
    lang: str = ""
    numbering: Numbering = ""
    bbox: Rect | None = None  # of a Figure
    source: Source = NOWHERE
    actual: str = ""  # its words in reading order, where its ink stands in another
    scope: TableScope = ""  # of a TH


@dataclass(frozen=True, slots=True)
class GlyphRun:
    """Text in one face, placed: ``x`` and the baseline ``y``.

    ``element`` is an index into the layout's elements, or one of ARTIFACTS if below zero.
    ``order`` rises in reading order, which on a folded sheet is not the order of painting.
    ``level`` is that of its letters on a page from the right, odd where they run so (UAX #9).
    """

    x: float
    y: float
    text: str
    face: FaceRole
    size: float
    ink: Ink
    element: int
    order: int = 0
    level: int = 0


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle, filled or stroked or both; always an artifact."""

    rect: Rect
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


Ops = tuple[tuple[str | float, ...], ...]
"""An outline: ("m", x, y), ("l", x, y), ("c", x1, y1, x2, y2, x3, y3), ("h",) and
("re", x, y, width, height)."""


@dataclass(frozen=True, slots=True)
class Shading:
    """A gradient along a line (x0, y0, x1, y1), or between circles (x0, y0, r0, x1, y1, r1)."""

    points: tuple[float, ...]
    stops: tuple[tuple[float, Ink, float], ...]  # where, 0-1; the ink; how solid it is, 0-1
    matrix: tuple[float, ...]  # from the points to the drawing's units, as in PDF


@dataclass(frozen=True, slots=True)
class Pen:
    """How a line is drawn beside its ink and width (ISO 32000-1, 8.4.3)."""

    cap: int = 0  # 0 butt, 1 round, 2 square
    join: int = 0  # 0 miter, 1 round, 2 bevel
    miter: float = 10.0
    dash: tuple[float, ...] = ()
    dash_start: float = 0.0


@dataclass(frozen=True, slots=True)
class Path2D:
    """One filled or stroked path of a drawing, in the drawing's own units, y up."""

    ops: Ops
    fill: Ink | Shading | None = None
    stroke: Ink | Shading | None = None
    line_width: float = 0.0
    even_odd: bool = False
    pen: Pen | None = None
    solid: tuple[float, float] = (1.0, 1.0)  # how solid fill and line are, 0-1
    matrix: tuple[float, ...] = ()  # to the drawing's units, where a line is stretched


@dataclass(frozen=True, slots=True)
class Layer:
    """Paths of a drawing that are cut by an outline, or seen through as one."""

    paths: tuple[Path2D | Layer, ...]
    clip: Ops = ()
    even_odd: bool = False
    solid: float = 1.0


Paths = tuple[Path2D | Layer, ...]


@dataclass(frozen=True, slots=True)
class Logo:
    """The clinic's mark: vector paths or a raster, and its size in its own units."""

    width: float
    height: float
    paths: Paths = ()
    data: bytes = b""
    lack: str = ""  # why it would not be seen well on paper: "unseen", "faint", "pale", "margin"


@dataclass(frozen=True, slots=True)
class Drawing:
    """Vector art placed at its lower left corner: the logo, the QR code."""

    x: float
    y: float
    scale: float
    paths: Paths
    element: int
    order: int = 0


@dataclass(frozen=True, slots=True)
class Raster:
    """A PNG or JPEG that fills its rectangle; ``data`` is the file's bytes.

    Of a picture that is cut, ``rect`` is what is seen of it and ``whole`` where all of it would be.
    """

    rect: Rect
    data: bytes
    element: int
    order: int = 0
    components: int = 3  # of the page's colour space: 1 grey, 3 RGB, 4 CMYK
    whole: Rect | None = None


@dataclass(frozen=True, slots=True)
class LinkArea:
    """A live rectangle over a link's words on one line."""

    rect: Rect
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
    from_right: bool = False  # its language runs from right to left
    copies: int = 1  # that the printer is asked for


@dataclass(frozen=True, slots=True)
class Facts:
    """What the fit decided; for the report, the API and the tests."""

    pages: int
    size: float
    leading: float  # ratio to the size
    arrangement: Arrangement
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
