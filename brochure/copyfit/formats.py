"""The formats, papers, modes and punches, a table each: all that a handout can be made as.

A frame is a rectangle that text flows through, in reading order. The fit engine knows frames
only, so a new format is a new row: the command line, the whole set, the files' names and the
batch read the tables.
"""

from __future__ import annotations

from brochure._startup.records import dataclass, field, replace
from brochure.model import Sheet

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeAlias

    from brochure.model.choices import (
        Arrangement,
        FooterParts,
        FormatName,
        Masthead,
        ModeName,
        PaperName,
        PunchName,
        Shape,
        SheetName,
    )

    Frames: TypeAlias = "Callable[[Format, float, float, float, PaperName], Geometry]"
    """Lays the frames of a format on a sheet of so many points, with room for a punch."""

INCH, MM = 72.0, 72.0 / 25.4

PAPERS: dict[PaperName, tuple[float, float]] = {
    "letter": (612.0, 792.0),
    "a4": (210 * MM, 297 * MM),
}


@dataclass(frozen=True, slots=True)
class Mode:
    """A row of the table of modes: the inks a handout is printed with."""

    name: ModeName
    help: str = ""  # of its option on the command line; the first mode has none
    bleeds: bool = False  # ink runs over the trim, with marks around it
    archival: bool = True  # PDF/A, too; else PDF/X
    live: bool = True  # links can be tapped


MODES: dict[ModeName, Mode] = {
    row.name: row
    for row in (
        Mode("colour"),
        Mode("mono", "black toner only"),
        Mode(
            "press", "for a print shop: bleed, marks, CMYK", bleeds=True, archival=False, live=False
        ),
    )
}


@dataclass(frozen=True, slots=True)
class TypeScale:
    """The type of a format: sizes in points, the rest as ratios to the body size."""

    floor: float
    ceiling: float
    tight: float  # leading ratios: the least and the most
    loose: float
    heading: float
    heading_plus: float  # a heading is at least this much larger than the body, in points
    heading_most: float
    title: float
    title_least: float
    title_most: float
    key: float
    small: float  # footer and captions, in points
    italic: bool = True
    heading_leading: float = 1.16
    gap: float = 1.0  # all gaps are scaled by this
    bullet: float = 1.0  # a bullet's size, as a ratio to its text's
    gap_most: float = 1.8  # and may grow to this many times their size


@dataclass(frozen=True, slots=True)
class Frame:
    """A rectangle of a page that text flows through; ``top`` and ``bottom`` from the sheet's foot.

    ``holds`` says what else stands in it: "masthead" and "key" at its head, "contact" at its foot.
    """

    page: int
    x: float
    width: float
    top: float
    bottom: float
    holds: tuple[str, ...] = ()
    flows: bool = True
    spare: bool = False  # flows only when the text would not fit otherwise


@dataclass(frozen=True, slots=True)
class Footer:
    """Where a page's footer stands: its extent, its last baseline, and its rule above that."""

    page: int
    x: float
    width: float
    baseline: float
    parts: FooterParts = "full"
    height: float = 0.0


@dataclass(frozen=True, slots=True)
class Geometry:
    """A format on one paper: the sheet, its frames in reading order, its footers and folds."""

    sheet: Sheet
    frames: tuple[Frame, ...]
    footers: tuple[Footer, ...]
    pages: int
    folds: tuple[tuple[int, float], ...] = ()  # (page, x)
    bars: bool = True  # a coloured bar across the head of each page
    heads: bool = True  # the title, small, at the head of further pages
    grows: bool = False  # the last frame repeats on further pages, to an even number


@dataclass(frozen=True, slots=True)
class Margins:
    """The white edges of a portrait page and the room its footer takes."""

    side: float
    head: float
    first_head: float
    foot: float
    footer: float  # from the foot margin to the frame's foot, at least


@dataclass(frozen=True, slots=True)
class Format:
    """A row of the table of formats."""

    name: FormatName
    type: TypeScale
    arrangements: tuple[Arrangement, ...]
    margins: Margins
    shape: Shape
    pages: int = 2
    masthead: Masthead = "band"
    sheets: dict[PaperName, tuple[float, float]] | None = None  # its own, in place of PAPERS
    whole_set: tuple[ModeName, ...] = ("colour",)  # the modes that "all" makes of it
    each_paper: bool = False  # "all" makes its first mode on the other papers, too
    brand_floor: bool = False  # the brand's `min_size` may lower the type's floor
    ceilings: dict[Arrangement, float] = field(default_factory=dict)  # where not the type's
    long_words: int = 0  # a text of so many or more is held to this ceiling
    long_ceiling: float = 0.0
    ruled: int = 8  # the most ruled lines, in all
    picture: float = 0.0  # the most of the sheet's height that one takes, if not the usual
    few_words: int = 0  # a text of fewer is warned of
    gutter: float = 0.0  # between two columns, in points
    figures: float = 0.0  # left of headings at the side, for a section's number, in points
    whole: float = 0.0  # what it costs to part a section, beside what any break does
    carded: bool = False  # every section has a box of its own
    open_key: bool = False  # the key message has none
    airy: bool = False  # a short text leaves its pages thin: a field of colour may take more ink
    parts_boxes: bool = False  # for a text that cannot be set while boxes stay whole


BODY = TypeScale(
    floor=12.0,
    ceiling=16.0,
    tight=1.30,
    loose=1.45,
    heading=1.18,
    heading_plus=2.0,
    heading_most=18.0,
    title=2.15,
    title_least=1.6,
    title_most=32.0,
    key=1.1,
    small=10.0,
)
LARGE = TypeScale(
    floor=18.0,
    ceiling=24.0,
    tight=1.5,
    loose=1.6,
    heading=1.1,
    heading_plus=2.0,
    heading_most=30.0,
    title=1.5,
    title_least=22.0 / 18.0,
    title_most=36.0,
    key=1.0,
    small=18.0,
    italic=False,
    heading_leading=1.3,
    bullet=1.35,
)
PANEL = replace(
    BODY,
    floor=11.0,
    ceiling=16.0,
    title_least=18.0 / 13.5,  # so that the longest word that is not cut has room on the cover
    title_most=32.0,
    key=1.0,
    gap=0.85,
)
CARD = replace(
    BODY,
    ceiling=15.0,
    heading=1.2,
    title=1.75,
    title_least=20.0 / 15.0,
    title_most=24.0,
    key=1.0,
)

FORMATS: dict[FormatName, Format] = {
    row.name: row
    for row in (
        Format(
            "handout",
            BODY,
            ("side", "stacked", "columns"),
            Margins(side=45.0, head=62.0, first_head=44.0, foot=37.0, footer=33.0),
            "portrait",
            whole_set=("colour", "mono", "press"),
            each_paper=True,
            brand_floor=True,
            ceilings={"columns": 13.5},
            long_words=250,
            long_ceiling=15.0,
            few_words=120,
            gutter=24.0,
        ),
        Format(
            "large-print",
            LARGE,
            ("stacked",),
            Margins(side=54.0, head=76.0, first_head=46.0, foot=38.0, footer=40.0),
            "growing",
        ),
        Format(
            "trifold",
            PANEL,
            ("stacked",),
            Margins(side=37.0, head=39.0, first_head=39.0, foot=38.0, footer=32.0),
            "trifold",
            whole=8.0,
            masthead="cover",
            ruled=6,
            whole_set=("colour", "press"),
            long_words=250,
            long_ceiling=13.5,
        ),
        Format(
            "card",
            CARD,
            ("stacked",),
            Margins(side=30.0, head=51.0, first_head=20.0, foot=30.0, footer=34.0),
            "card",
            masthead="card",
            sheets={"letter": (5.5 * INCH, 8.5 * INCH), "a4": (148 * MM, 210 * MM)},
            ruled=0,
        ),
    )
}

ARRANGEMENTS: dict[Arrangement, str] = {
    "side": "headings at the side",
    "stacked": "headings above the text",
    "columns": "two columns",
}
"""How the report calls each arrangement."""

PUNCHES: dict[PunchName, float] = {"none": 0.0, "2": 23 * MM, "3": 0.78 * INCH}
"""Room at the binding edge, in points: two-hole (ISO 838) and three-hole (US) punches."""

SHEETS: tuple[SheetName, ...] = ("one", "two-up")
"""How many handouts are printed on a sheet of paper (`copyfit/imposition`)."""


def _portrait(fmt: Format, width: float, height: float, punch: float, paper: PaperName) -> Geometry:
    """One frame a page; a punch widens the left edge of page 1 and the right of page 2."""
    del paper
    edge = fmt.margins
    frames, footers = [], []
    for page in range(fmt.pages):
        binding = max(punch - edge.side, 0.0)
        x = edge.side + (binding if page % 2 == 0 else 0.0)
        measure = width - 2 * edge.side - binding
        head = edge.first_head if page == 0 else edge.head
        first, last = page == 0, page == fmt.pages - 1
        holds = ("masthead", "key") * first + ("contact",) * last
        frames.append(Frame(page, x, measure, height - head, edge.foot + edge.footer, holds))
        footers.append(Footer(page, x, measure, edge.foot))
    return Geometry(Sheet(width, height), tuple(frames), tuple(footers), fmt.pages)


def _growing(fmt: Format, width: float, height: float, punch: float, paper: PaperName) -> Geometry:
    """As many portrait pages as the text needs."""
    return replace(_portrait(fmt, width, height, punch, paper), grows=True)


def _card(fmt: Format, width: float, height: float, punch: float, paper: PaperName) -> Geometry:
    """Two small pages, whose field of colour stands where others have a bar."""
    return replace(_portrait(fmt, width, height, punch, paper), bars=False)


TRIFOLD_PANELS: dict[PaperName, tuple[float, float, float]] = {
    "letter": (3.6875 * INCH, 3.6875 * INCH, 3.625 * INCH),
    "a4": (100 * MM, 100 * MM, 97 * MM),
}


FOLD_MARGIN = 17.0
"""White beside a fold, in points; boxes reach a little into it."""
COVER_MARGIN = 28.0
"""From a fold to the words of a cover, whose ground is seen around them, in points."""


def _cover_panel(fmt: Format, left: float, span: float, top: float) -> Frame:
    x, measure = left + COVER_MARGIN, span - COVER_MARGIN - fmt.margins.side
    return Frame(0, x, measure, top, fmt.margins.foot, ("masthead",), flows=False)


def _trifold(fmt: Format, width: float, height: float, punch: float, paper: PaperName) -> Geometry:
    """Six panels in the order in which a hand unfolds them; page 1 is the outside.

    Outside, left to right: flap (narrow), back, cover. Inside: wide, wide, narrow.
    """
    del punch
    wide, _, narrow = TRIFOLD_PANELS[paper]
    edge = fmt.margins
    top, bottom = height - edge.head, edge.foot + edge.footer
    measure = narrow - edge.side - FOLD_MARGIN

    def panel(page: int, left: float, span: float, *holds: str, flows: bool = True) -> Frame:
        """Centre the text between the folds; beside a sheet's edge keep that edge white."""
        x = left + (span - measure) / 2
        if left == 0.0:
            x = left + max(edge.side, (span - measure) / 2)
        elif left + span > width - 1:
            x = left + min(FOLD_MARGIN, (span - measure) / 2)
        return Frame(page, x, measure, top, bottom if flows else edge.foot, holds, flows)

    back = replace(panel(0, narrow, wide, "contact", flows=False), spare=True)
    frames = (
        _cover_panel(fmt, narrow + wide, wide, top),
        panel(1, 0.0, wide),
        panel(1, wide, wide),
        panel(1, 2 * wide, narrow),
        panel(0, 0.0, narrow),
        back,
    )
    folds = ((0, narrow), (0, narrow + wide), (1, wide), (1, 2 * wide))
    sheet = Sheet(width, height, duplex="DuplexFlipShortEdge")
    footers = (Footer(1, frames[3].x, measure, edge.foot, "phone"),)
    return Geometry(sheet, frames, footers, 2, folds, bars=False, heads=False)


SHAPES: dict[Shape, tuple[Frames, bool]] = {
    "portrait": (_portrait, False),
    "growing": (_growing, False),
    "trifold": (_trifold, True),
    "card": (_card, False),
}
"""Each shape, and whether its sheet lies on its side."""


def trim_size(fmt: Format, paper: PaperName) -> tuple[float, float]:
    """Return the format's width and height on a paper, upright, in points.

    A format with one sheet of its own has it whatever the paper.
    """
    sheets = PAPERS if fmt.sheets is None else fmt.sheets
    return sheets[paper] if paper in sheets else next(iter(sheets.values()))


def geometry(fmt: Format, paper: PaperName, punch: PunchName = "none") -> Geometry:
    """Return the format's sheet and frames on a paper, in points."""
    width, height = trim_size(fmt, paper)
    shape, landscape = SHAPES[fmt.shape]
    if landscape:
        width, height = height, width
    return shape(fmt, width, height, PUNCHES[punch], paper)


def grow(geometry: Geometry, pages: int, blank: int = 0) -> Geometry:
    """Return the geometry on ``pages`` pages, inner as the second is; the last may be ``blank``."""
    first, last, end = geometry.frames[0], geometry.frames[-1], pages - blank - 1
    inner = tuple(replace(last, page=page, holds=()) for page in range(1, end))
    frames = (first, *inner, replace(last, page=end))
    foot = geometry.footers[-1]
    footers = (geometry.footers[0], *(replace(foot, page=page) for page in range(1, pages)))
    return replace(geometry, frames=frames, footers=footers, pages=pages)
