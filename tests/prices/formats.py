"""The sheets and the type of each format, as a fitted text and a finished page have them."""

from __future__ import annotations

from brochure.copyfit.fit import Fitted, fit
from brochure.copyfit.formats import FORMATS, geometry
from brochure.copyfit.metrics import Metrics
from brochure.copyfit.print_marks import crop_marks, fold_marks, for_press
from brochure.copyfit.settings import Setting, metrics_for, sizes_of
from brochure.model import Clinic, GlyphRun, Handout, Item
from brochure.recipe import Options, build_handout
from tests.support.fakes import handout, prose, section, short, task, text
from tests.support.prices import LESS, MORE, Guard
from tests.unit.copyfit.test_fit import sized
from tests.unit.copyfit.test_rows import Rows, make_rows

SCALES = {"BODY": "handout", "LARGE": "large-print", "PANEL": "trifold", "CARD": "card"}
"""Each scale of type, with the format that is set in it."""


def sizes(name: str, arrangement: str = "", words: int = 200) -> tuple[float, ...]:
    """The largest and the least size of a text, in the first arrangement if no other is named."""
    fmt = FORMATS[name]
    found = sizes_of(fmt, arrangement or fmt.arrangements[0], fmt.type.floor, words)
    return found[0], found[-1]


def metrics(name: str, size: float) -> Metrics:
    found = metrics_for(task(handout(section(2)), name), Setting(size, "stacked"))
    assert found
    return found


def set_in(name: str, words: int) -> Fitted:
    """The fit of a text of three sections that gets no ruled lines."""
    found = fit(task(handout(*sized(words, 3), notes="false"), name))
    assert found
    return found


def most_leading(name: str) -> float:
    """The leading of a short text, as a ratio to its size."""
    made = set_in(name, 36)
    return round(max(spacing.leading for spacing in made.spacing) / made.setting.size, 3)


def tightest(name: str) -> float:
    """The size of a text that fills its frames."""
    words = {"handout": 900, "large-print": 650, "trifold": 750, "card": 450}[name]
    return set_in(name, words).setting.size


def most_gap(name: str) -> float:
    """How far the gaps of a text have opened that is not short by its format's words."""
    words = FORMATS[name].long_words + 36
    return round(max(gap for spacing in set_in(name, words).spacing for gap in spacing.gaps), 3)


def ruled(name: str) -> float:
    """The height of the ruled lines below a very short text."""
    made = fit(task(handout(section(3)), name))
    return round(max(spacing.notes for spacing in made.spacing), 1) if made else 0.0


def gap(name: str) -> float:
    """The gap between two sections, in ems."""
    made = task(handout(section(2), section(2)), name)
    rows: Rows = make_rows(made.flow, metrics(name, 12.0), {})
    return round(rows.parts(0, len(rows))[2] / 12.0, 3)


CLINIC = Clinic(text("Clinic"), text("310-828-7757"))


def drawn(name: str, kind: str, title: str, words: int) -> float:
    """The size of a kind of element on the pages of a text; "" is what stands in the footer."""
    items = (Item(prose(2)), Item(prose(2)))
    parts = (*sized(words), short(text("Head"), bullets=items))
    made = build_handout(Handout("made.yaml", text(title), CLINIC, parts), Options(name))
    elements = made.layout.elements
    return next(
        round(run.size, 2)
        for page in made.layout.pages
        for run in page.items
        if isinstance(run, GlyphRun)
        and (elements[run.element].kind if run.element >= 0 else "") == kind
    )


def bullet(name: str) -> float:
    """The size of a bullet as a ratio to that of its text."""
    return round(drawn(name, "Lbl", "Title", 60) / drawn(name, "LBody", "Title", 60), 3)


def heading(name: str, size: float) -> float:
    return round(metrics(name, size).heading_size, 2)


def title(name: str, words: int, long: int = 1) -> float:
    return drawn(name, "H1", "A long title of words " * long, words)


def thin(words: int) -> bool:
    """Whether a text of so many words, and three more in headings, is said to be short."""
    made = Handout("made.yaml", text("Title"), CLINIC, tuple(sized(words, 3)))
    return any("short" in each.message for each in build_handout(made, Options()).warnings)


ANY = [
    ("floor", sizes),
    ("ceiling", sizes),
    ("tight", lambda name: tightest(name)),
    ("loose", most_leading),
    ("gap_most", most_gap),
    ("gap", gap),
    ("heading_leading", lambda name: round(metrics(name, 12.0).heading_leading, 2)),
    ("key", lambda name: metrics(name, 12.0).ratio("key")),
    ("small", lambda name: round(metrics(name, 20.0).ratio("caption"), 3)),
    ("bullet", bullet),
]
"""What each scale says, and a decision that turns on it in every format."""
DECIDED = {
    "BODY": ((16.0, 12.0), (16.0, 12.0), 14.1, 1.36, 1.8, 1.15, 16.43, 1.1, 0.5, 1.0),
    "LARGE": ((24.0, 18.0), (24.0, 18.0), 21.4, 1.54, 1.8, 1.15, 18.2, 1.0, 0.9, 1.35),
    "PANEL": ((16.0, 11.0), (16.0, 11.0), 12.1, 1.36, 1.8, 0.977, 16.43, 1.0, 0.5, 1.0),
    "CARD": ((15.0, 12.0), (15.0, 12.0), 13.7, 1.36, 1.8, 1.15, 16.7, 1.0, 0.5, 1.0),
}


def each_scale() -> list[Guard]:
    """The guards of what all scales say."""
    return [
        Guard(f"formats.{scale}.{field}", lambda d=decide, n=name: d(n), decided)
        for scale, name in SCALES.items()
        for (field, decide), decided in zip(ANY, DECIDED[scale], strict=True)
    ]


def ends(name: str) -> tuple[float, ...]:
    """Frames' heads and feet on Letter, in points from the foot of the sheet; then a footer's."""
    place = geometry(FORMATS[name], "letter")
    frames = [(frame.top, frame.bottom) for frame in place.frames[:2]]
    return (*frames[0], *frames[1], place.footers[0].baseline)


def left(name: str, punch: str = "none") -> float:
    """The left edge of the second frame of a tri-fold, else of the first frame."""
    frames = geometry(FORMATS[name], "letter", punch).frames
    return frames[name == "trifold"].x


def sheet(paper: str, name: str = "handout") -> tuple[float, float]:
    made = geometry(FORMATS[name], paper).sheet
    return round(made.width, 1), round(made.height, 1)


def folds(paper: str) -> list[float]:
    return [round(x, 1) for _, x in geometry(FORMATS["trifold"], paper).folds]


def panels(paper: str) -> list[float]:
    """The left edges of the panels, in reading order."""
    return [round(frame.x, 1) for frame in geometry(FORMATS["trifold"], paper).frames]


def press() -> tuple[float, float, tuple[float, ...]]:
    """The bleed, the room for marks, and the first crop mark."""
    made = for_press(geometry(FORMATS["handout"], "letter")).sheet
    return made.bleed, made.slug, crop_marks(made)[0]


def fold_mark() -> tuple[float, ...]:
    return fold_marks(geometry(FORMATS["trifold"], "letter"), 0)[0]


HEADS_AND_FEET = (574.0, 38.0, 574.0, 70.0, 38.0)
PANELS = [554.5, 37.0, 294.8, 548.0, 37.0, 290.2]

GUARDS = [
    *each_scale(),
    Guard("formats.BODY.heading", lambda: heading("handout", 12.0), 14.16),
    Guard("formats.BODY.heading_plus", lambda: heading("handout", 10.0), 12.0),
    Guard("formats.BODY.heading_most", lambda: heading("handout", 15.0), 17.7, (LESS,)),
    Guard("formats.BODY.heading_most", lambda: heading("handout", 18.0), 20.0, (MORE,)),
    Guard(
        "formats.FORMATS.handout.long_ceiling", lambda: sizes("handout", words=300), (15.0, 12.0)
    ),
    Guard(
        "formats.FORMATS.handout.long_words",
        lambda: sizes("handout", words=290),
        (15.0, 12.0),
        (MORE,),
    ),
    Guard(
        "formats.FORMATS.handout.long_words",
        lambda: sizes("handout", words=210),
        (16.0, 12.0),
        (LESS,),
    ),
    Guard(
        "formats.FORMATS.handout.ceilings.columns",
        lambda: sizes("handout", "columns"),
        (13.5, 12.0),
    ),
    Guard("formats.BODY.title", lambda: title("handout", 600), 27.3),
    Guard("formats.BODY.title_least", lambda: title("handout", 600, 7), 21.6),
    Guard("formats.BODY.title_most", lambda: title("handout", 140), 32.0),
    Guard("formats.LARGE.heading", lambda: heading("large-print", 18.0), 20.0, (MORE,)),
    Guard("formats.LARGE.heading_plus", lambda: heading("large-print", 18.0), 20.0),
    Guard("formats.LARGE.title", lambda: title("large-print", 420), 34.2),
    Guard("formats.LARGE.title_least", lambda: title("large-print", 300, 7), 28.48),
    Guard("formats.LARGE.title_most", lambda: title("large-print", 60), 35.25, (LESS,)),
    Guard("formats.PANEL.heading", lambda: heading("trifold", 12.0), 14.16),
    Guard("formats.PANEL.heading_plus", lambda: heading("trifold", 10.0), 12.0),
    Guard("formats.PANEL.heading_most", lambda: heading("trifold", 13.0), 15.34, (LESS,)),
    Guard("formats.PANEL.heading_most", lambda: heading("trifold", 18.0), 20.0, (MORE,)),
    Guard("formats.PANEL.title_least", lambda: title("trifold", 600, 7), 16.4),
    Guard("formats.PANEL.title_most", lambda: title("trifold", 60), 32.0, (LESS,)),
    Guard("formats.CARD.heading", lambda: heading("card", 12.0), 14.4),
    Guard("formats.CARD.heading_plus", lambda: heading("card", 9.0), 11.0),
    Guard("formats.CARD.heading_most", lambda: heading("card", 15.0), 18.0, (LESS,)),
    Guard("formats.CARD.heading_most", lambda: heading("card", 18.0), 20.0, (MORE,)),
    Guard("formats.CARD.title", lambda: title("card", 265), 22.22),
    Guard("formats.CARD.title_least", lambda: title("card", 130, 7), 18.67),
    Guard("formats.CARD.title_most", lambda: title("card", 130), 24.0),
    *[
        Guard(f"formats.FORMATS.{name}.ruled", lambda n=name: ruled(n), decided)
        for name, decided in {"handout": 307.2, "large-print": 460.8, "trifold": 246.4}.items()
    ],
    Guard("formats.FORMATS.handout.margins.side", lambda: left("handout"), 45.0),
    Guard("formats.FORMATS.large-print.margins.side", lambda: left("large-print"), 54.0),
    Guard("formats.FORMATS.trifold.margins.side", lambda: panels("letter"), PANELS),
    Guard("formats.FORMATS.card.margins.side", lambda: left("card"), 30.0),
    Guard("formats.FORMATS.card.pages", lambda: geometry(FORMATS["card"], "a4").pages, 2),
    *[
        Guard(
            f"formats.FORMATS.card.sheets.{paper}.{side}", lambda p=paper: sheet(p, "card"), decided
        )
        for paper, decided in {"letter": (396.0, 612.0), "a4": (419.5, 595.3)}.items()
        for side in (0, 1)
    ],
    *[
        Guard(f"formats.FORMATS.{name}.margins.{edge}", lambda n=name: ends(n), decided)
        for name, decided in {
            "handout": (748.0, 70.0, 730.0, 70.0, 37.0),
            "large-print": (746.0, 78.0, 716.0, 78.0, 38.0),
            "card": (592.0, 64.0, 561.0, 64.0, 30.0),
        }.items()
        for edge in ("head", "first_head", "foot", "footer")
    ],
    *[
        Guard(
            f"formats.FORMATS.trifold.margins.{edge}",
            lambda: ends("trifold"),
            (573.0, 38.0, 573.0, 70.0, 38.0),
        )
        for edge in ("head", "foot", "footer")
    ],
    Guard("formats.FORMATS.handout.few_words", lambda: thin(126), False, (MORE,)),
    Guard("formats.FORMATS.handout.few_words", lambda: thin(102), True, (LESS,)),
    Guard("formats.FORMATS.handout.pages", lambda: geometry(FORMATS["handout"], "a4").pages, 2),
    Guard(
        "formats.FORMATS.large-print.pages",
        lambda: geometry(FORMATS["large-print"], "a4").pages,
        2,
    ),
    *[
        Guard(f"formats.PAPERS.{paper}.{side}", lambda p=paper: sheet(p), decided)
        for paper, decided in {"letter": (612.0, 792.0), "a4": (595.3, 841.9)}.items()
        for side in (0, 1)
    ],
    *[
        Guard(f"formats.TRIFOLD_PANELS.{paper}.{panel}", lambda p=paper: folds(p), decided)
        for paper, decided in {
            "letter": [261.0, 526.5, 265.5, 531.0],
            "a4": [275.0, 558.4, 283.5, 566.9],
        }.items()
        for panel in (0, 2)
    ],
    Guard("formats.COVER_MARGIN", lambda: panels("letter"), PANELS),
    Guard("formats.FOLD_MARGIN", lambda: panels("letter"), PANELS),
    Guard("formats.PUNCHES.3", lambda: round(left("handout", "3"), 2), 56.16),
    Guard("formats.PUNCHES.2", lambda: round(left("handout", "2"), 2), 65.2),
    Guard("print_marks.CROP_OFFSET", press, (9.0, 27.0, (-9.0, 0.0, -27.0, 0.0))),
    Guard("print_marks.BLEED", press, (9.0, 27.0, (-9.0, 0.0, -27.0, 0.0))),
    Guard("print_marks.SLUG", press, (9.0, 27.0, (-9.0, 0.0, -27.0, 0.0))),
    Guard("print_marks.FOLD_MARK.0", fold_mark, (261.0, 18.0, 261.0, 27.0)),
    Guard("print_marks.FOLD_MARK.1", fold_mark, (261.0, 18.0, 261.0, 27.0)),
]
