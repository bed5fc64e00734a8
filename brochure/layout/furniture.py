"""What stands around the flow, and what its parts share: sources, ruled lines, footers, panels.

Each part tells its height at a body size, and places itself when the fit is known.
"""

from __future__ import annotations

from brochure._startup.records import dataclass
from brochure.brand.palette import Palette
from brochure.copyfit.blocks import Shaper
from brochure.copyfit.formats import Footer, Format, Frame, Geometry
from brochure.language.phrases import Phrases, written_date
from brochure.layout.page_builder import Composer, Setting, Writer, right_edge
from brochure.model import (
    FOOTER_ARTIFACT,
    Box,
    Handout,
    Ink,
    Path2D,
    Paths,
    Rect,
    Rule,
    Span,
    Text,
)
from brochure.model.phones import read_phone
from brochure.typeset.line_breaking import Shaped, count_lines

OUTDENT = 9.0
"""How far a box reaches out beside the text, so that its text keeps the grid."""
CAP = 0.67
EDGE, PANEL_RULE = 4.0, 1.2
NOTES_GAP, NOTES_FOOT = 1.5, 7.0
NOTE_PITCH_LEAST = 18.0


def plain_text(words: str, href: str = "") -> Text:
    """Return a text of the program's own words."""
    return Text((Span(words, href=href),))


@dataclass(frozen=True, slots=True)
class Logo:
    """The clinic's mark: vector paths or a raster, and its size in its own units."""

    width: float
    height: float
    paths: Paths = ()
    data: bytes = b""


@dataclass(frozen=True, slots=True)
class Kit:
    """What every part needs: the handout, its format, its inks, its fixed words."""

    handout: Handout
    format: Format
    geometry: Geometry
    palette: Palette
    phrases: Phrases
    shaper: Shaper
    logo: Logo | None
    qr: Path2D | None  # in a square of one point

    def setting(
        self,
        size: float,
        width: float,
        leading: float = 1.3,
        ink: Ink | None = None,
        balance: bool = False,
    ) -> Setting:
        """Return how a paragraph of furniture is set."""
        ink = self.palette.text if ink is None else ink
        return Setting(size, size * leading, width, ink, self.palette.link, balance)

    def small(self, size: float) -> float:
        """Return the size of captions and footers at a body size."""
        return min(self.format.type.small, size)


def place_panel(composer: Composer, page: int, rect: Rect, fill: Ink | None, edge: Ink) -> None:
    """Place a tinted panel with a heavy left edge; where no tint is wanted, a ruled one."""
    if fill is None:
        composer.under(page, Box(rect.inset(PANEL_RULE / 2), None, edge, PANEL_RULE))
    else:
        composer.under(page, Box(rect, fill))
    composer.under(page, Box(Rect(rect.x, rect.y, EDGE, rect.height), edge))


@dataclass(frozen=True, slots=True)
class Sources:
    """The small print at the end."""

    kit: Kit
    shaped: Shaped

    @classmethod
    def of(cls, kit: Kit) -> Sources | None:
        """Return the small print with its text measured, or None if there is none.

        On a format without full footers it says the review date, too.
        """
        spans: list[Span] = []
        if kit.handout.sources:
            spans.append(Span(kit.phrases.sources + ": ", bold=True))
        for number, text in enumerate(kit.handout.sources):
            spans += [*([Span("; ")] if number else []), *text.spans]
        footers = kit.geometry.footers
        if kit.handout.reviewed and not any(footer.parts == "full" for footer in footers):
            before = ". " if spans else ""
            spans.append(Span(f"{before}{reviewed_words(kit)}"))
        return cls(kit, kit.shaper.body(Text(tuple(spans)))) if spans else None

    def height(self, width: float, size: float) -> float:
        """Return the height of the small print, the gap above it included."""
        small = self.kit.small(size)
        return count_lines(self.shaped, width / small) * small * 1.3 + 0.8 * size

    def place(self, composer: Composer, frame: Frame, size: float, top: float) -> None:
        """Place the small print below ``top``."""
        small = self.kit.small(size)
        setting = self.kit.setting(small, frame.width, 1.3, ink=self.kit.palette.muted)
        writer = Writer(composer, self.shaped, composer.element("P"), setting)
        writer.all(frame.page, frame.x, top - 0.8 * size - 0.8 * small)


def place_notes(
    composer: Composer,
    kit: Kit,
    page: int,
    room: Rect,
    size: float,
    heading: Text,
) -> None:
    """Place a heading and ruled lines that fill ``room``."""
    x, width, top, foot = room.x, room.width, room.top, room.y
    shaped = kit.shaper.heavy(heading)
    points = max(size * kit.format.type.heading, size + kit.format.type.heading_plus)
    setting = kit.setting(points, width, 1.16, ink=kit.palette.heading)
    writer = Writer(composer, shaped, composer.element("H2"), setting)
    y = writer.all(page, x, top - NOTES_GAP * size - CAP * points)
    span = y - foot - NOTES_FOOT
    pitch = max(25.0, 1.9 * size)
    count = max(int(span / pitch), min(2, int(span / NOTE_PITCH_LEAST)), 1)
    for number in range(1, count + 1):
        line = y - span * number / count
        composer.over(page, Rule(x, line, x + width, line, 0.7, kit.palette.note))


# ----------------------------------------------------------------- footers


def place_footer(composer: Composer, kit: Kit, footer: Footer, size: float, pages: int) -> None:
    """Place a page's footer: the phone larger than body and bold, clinic, page, review date."""
    palette = kit.palette
    small = kit.format.type.small
    phone = max(min(size + 2.0, 17.0), small + 2.0)
    right, y = footer.x + footer.width, footer.baseline
    call = kit.phrases.call.format(read_phone(kit.handout.clinic.phone.plain).called)
    composer.text(footer.page, footer.x, y, call, "bold", phone, palette.heading, FOOTER_ARTIFACT)
    room = footer.width - kit.shaper.measure.width(call, "bold") * phone - 20.0
    lines = (
        footer_lines(kit, footer.page + 1, pages, room / small) if footer.parts == "full" else []
    )
    for number, text in enumerate(reversed(lines)):
        x = right_edge(composer, text, "regular", small, right)
        line = y + number * small * 1.15
        ink = palette.muted
        composer.text(footer.page, x, line, text, "regular", small, ink, FOOTER_ARTIFACT)
    top = y + max(1.5 * phone, (1.15 * len(lines) - 0.43) * small + 6.5)
    composer.over(footer.page, Rule(footer.x, top, right, top, 1.0, palette.bar))


def footer_lines(kit: Kit, page: int, pages: int, most: float) -> list[str]:
    """Return what stands at a footer's right: at most two lines of ``most`` ems.

    The page and the review date always; the clinic where there is room for it.
    """
    clinic = kit.handout.clinic
    number = kit.phrases.page.format(page, pages)
    place = " · ".join(part.plain for part in (clinic.name, clinic.city) if part)
    date = reviewed_words(kit) if kit.handout.reviewed else ""
    choices = (
        [[place, f"{date} · {number}"], [clinic.name.plain, f"{date} · {number}"], [date, number]]
        if date
        else [[f"{place} · {number}"], [place, number], [clinic.name.plain, number], [number]]
    )
    width = kit.shaper.measure.width
    fitting = (lines for lines in choices if all(width(x, "regular") <= most for x in lines))
    return next(fitting, choices[-1])


def reviewed_words(kit: Kit) -> str:
    """Return "Reviewed October 1, 2026" in the handout's language."""
    return kit.phrases.reviewed.format(written_date(kit.handout.reviewed, kit.phrases))
