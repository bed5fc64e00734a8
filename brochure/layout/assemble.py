"""A fit made into a layout: furniture and flow placed, marks, bookmarks and facts."""

from __future__ import annotations

from brochure._startup.records import dataclass
from brochure.copyfit.blocks import Flow
from brochure.copyfit.fit import Fitted
from brochure.copyfit.formats import Frame, crop_marks, fold_marks
from brochure.language.messages import short
from brochure.layout.body import FlowPlacer, Pictures
from brochure.layout.contact_box import ContactBox
from brochure.layout.furniture import NOTES_GAP, Kit, Sources, place_footer, place_notes, plain_text
from brochure.layout.masthead import Masthead
from brochure.layout.page_builder import Composer
from brochure.model import Box, ContentError, Facts, GlyphRun, Layout, Page, Problem, Rect, Rule

BAR_HEAD = 27.0
"""The foot of the coloured bar, from the sheet's head: ornament, so nearer than text may be."""
BAR_BLED = 15.0


@dataclass(frozen=True, slots=True)
class Parts:
    """The furniture of a handout, measured."""

    masthead: Masthead
    contact: ContactBox | None
    sources: Sources | None

    @classmethod
    def of(cls, kit: Kit) -> Parts:
        """Return the parts that the handout has."""
        return cls(Masthead.of(kit), ContactBox.of(kit), Sources.of(kit))

    def head(self, frame: Frame, size: float) -> float:
        """Return the height of what stands at a frame's head."""
        return self.masthead.height(frame.width, size) if "masthead" in frame.holds else 0.0

    def foot(self, frame: Frame, size: float) -> float:
        """Return the height of what stands at a frame's foot, with the space above it."""
        if "contact" not in frame.holds:
            return 0.0
        high = self.sources.height(frame.width, size) if self.sources else 0.0
        if self.contact:
            high += self.contact.height(frame.width, size) + 1.15 * size
        return high


def _bar(composer: Composer, kit: Kit, frame: Frame) -> None:
    """Place the coloured bar across a page's head; on press it bleeds off three edges."""
    sheet = kit.geometry.sheet
    if sheet.bleed:
        y, high = sheet.height - BAR_BLED, BAR_BLED + sheet.bleed
        rect = Rect(-sheet.bleed, y, sheet.width + 2 * sheet.bleed, high)
    else:
        rect = Rect(frame.x, sheet.height - BAR_HEAD, frame.width, 4.5)
    composer.under(frame.page, Box(rect, kit.palette.bar))


def _marks(composer: Composer, kit: Kit, page: int) -> None:
    """Place a page's fold marks, and on press its crop marks."""
    place, ink = kit.geometry, kit.palette.black
    lines = fold_marks(place, page)
    lines += crop_marks(place.sheet) if place.sheet.slug else []
    dash = (2.0, 2.0)
    for number, line in enumerate(lines):
        folds = number < 2 * sum(where == page for where, _ in place.folds)
        composer.over(page, Rule(*line, 0.4, ink, dash if folds else ()))


def _frame_ends(
    composer: Composer, kit: Kit, parts: Parts, frame: Frame, size: float, rest: float
) -> None:
    """Place sources and contact box at the foot of the frame that holds them.

    ``rest`` is what the text left: the box grows by it.
    """
    if "contact" not in frame.holds:
        return
    foot = frame.bottom
    contact = parts.contact
    high = contact.height(frame.width, size) + rest if contact else 0.0
    if parts.sources:
        room = parts.sources.height(frame.width, size)
        top = foot + high + room + (0.8 * size if contact else 0.0)
        parts.sources.place(composer, frame, size, top)
    if contact:
        contact.place(composer, frame, size, foot + high, rest)


def compose(
    kit: Kit, flow: Flow, parts: Parts, fitted: Fitted, words: int, pictures: Pictures
) -> Layout:
    """Return the layout of a fit: pages, structure, bookmarks and facts."""
    geometry, handout = fitted.geometry, kit.handout
    composer = Composer(geometry.pages, kit.shaper.measure, kit.phrases.link)
    placer = FlowPlacer(composer, kit, flow, fitted, pictures)
    room = 0
    for frame in geometry.frames:
        room = _place_frame(placer, kit, parts, frame, room)
    for page in range(geometry.pages):
        _marks(composer, kit, page)
    for footer in geometry.footers:
        place_footer(composer, kit, footer, fitted.setting.size, geometry.pages)
    pages = composer.pages()
    if handout.brand.fonts:
        _check_runs(kit, pages)
    return Layout(
        geometry.sheet,
        pages,
        tuple(composer.elements),
        tuple(placer.bookmarks),
        _facts(fitted, words),
        handout.title.plain,
        handout.language,
        author=handout.clinic.name.plain,
        subject=handout.subtitle.plain if handout.subtitle else "",
        date=handout.reviewed,
    )


def _check_runs(kit: Kit, pages: tuple[Page, ...]) -> None:
    """Raise ContentError if a font of the brand's own sends words off the paper."""
    sheet, measure = kit.geometry.sheet, kit.shaper.measure
    for run in (item for page in pages for item in page.items if isinstance(item, GlyphRun)):
        end = run.x + measure.width(run.text.rstrip(" "), run.face) * run.size
        if run.x < 0 or end > sheet.width:
            brand = kit.handout.brand
            message = f'with this font "{short(run.text)}" would stand off the paper'
            hint = "use another font, or delete `kerning.txt` beside it"
            place = brand.file, brand.font_line, brand.font_column
            raise ContentError([Problem(*place, "error", message, hint)])


def _place_frame(placer: FlowPlacer, kit: Kit, parts: Parts, frame: Frame, room: int) -> int:
    """Place all that stands in a frame; return the number of the next room of the fit."""
    fitted, composer = placer.fitted, placer.composer
    size = fitted.setting.size
    rest = fitted.spacing[room].rest if frame.flows else 0.0
    if fitted.geometry.bars:
        _bar(composer, kit, frame)
    if "masthead" in frame.holds:
        place = parts.masthead.place if frame.flows else parts.masthead.place_cover
        place(composer, frame, size, rest)
    columns = 2 if fitted.setting.arrangement == "columns" else 1
    stop = room + (columns if frame.flows else 0)
    for number in range(room, stop):
        _notes(composer, kit, fitted, number, placer.frame(number))
    _frame_ends(composer, kit, parts, frame, size, rest)
    return stop


def _facts(fitted: Fitted, words: int) -> Facts:
    """Return what the fit decided, for the report."""
    size = fitted.setting.size
    fill = tuple(spacing.fill for spacing in fitted.spacing)
    leading = fitted.spacing[0].leading / size
    arrangement = fitted.setting.arrangement
    return Facts(fitted.geometry.pages, size, leading, arrangement, fill, words)


def _notes(composer: Composer, kit: Kit, fitted: Fitted, number: int, base: float) -> None:
    """Place ruled lines below the text where the fit left room for them."""
    spacing, room = fitted.spacing[number], fitted.rooms[number]
    if not spacing.notes:
        return
    words = kit.phrases
    earlier = any(item.notes for item in fitted.spacing[:number])
    heading = plain_text(words.notes_more if earlier else words.notes)
    if kit.handout.notes_heading and not earlier:
        heading = kit.handout.notes_heading
    empty = fitted.cuts[number] == fitted.cuts[number + 1]
    top = base + (NOTES_GAP * fitted.setting.size if empty else 0.0)
    rect = Rect(room.x, room.foot, room.width, top - room.foot)
    place_notes(composer, kit, room.page, rect, fitted.setting.size, heading)
