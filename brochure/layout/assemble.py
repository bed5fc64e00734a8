"""A fit made into a layout: furniture and flow placed, marks, bookmarks and facts."""

from __future__ import annotations

from brochure.copyfit.blocks import Flow
from brochure.copyfit.fit import Fitted
from brochure.copyfit.formats import Frame, Geometry
from brochure.copyfit.parts import IN_COLUMN, Column, Furniture, Length
from brochure.copyfit.print_marks import crop_marks, fold_marks
from brochure.copyfit.vertical_spacing import notes_least, notes_most
from brochure.language.messages import short
from brochure.language.tags import is_english
from brochure.language.titles import told_title
from brochure.layout.contact_box import contact_box, in_column
from brochure.layout.heads import head
from brochure.layout.page_context import PageContext, plain_text
from brochure.layout.parts import fragment
from brochure.model import (
    Bookmark,
    Box,
    ContentError,
    Facts,
    GlyphRun,
    Layout,
    Page,
    Problem,
    Rect,
    Rule,
    Sheet,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from brochure.layout.body import FlowPlacer, Pictures
    from brochure.layout.page_builder import PageBuilder, Surface
    from brochure.model.choices import Emphasis
    from brochure.typeset.writings import Writing

BAR_HEAD, BAR = 27.0, 4.5
"""The foot of the coloured bar from the sheet's head, ornament and so nearer than text may be;
and the bar's height, in points."""
BAR_BLED = 15.0
"""Its height inside the trim where it bleeds off, on press."""
KEY_SHARE = 1.0 / 3.0
"""The share below a key message across the page of what page 1 has to spare."""
FOLD_DASH, MARK_WEIGHT = (2.0, 2.0), 0.4
CONTACT_GAP, SOURCES_CONTACT_GAP = 1.15, 0.8
"""From the text to the contact box, and from the small print to it, in ems of the body."""


def furniture(context: PageContext, place: Geometry, writing: Writing | None = None) -> Furniture:
    """Return what stands in the frames of a format beside the text, as a way of writing has it."""
    contact, small = contact_box(context), None
    made = context.handout
    printed = made.sources or made.reviewed or made.code or made.footer or made.lines
    if printed or not is_english(made.language):
        from brochure.layout.sources import sources

        small = sources(context, place.footers)
    parts = {"masthead": head(context), "contact": _ending(small, contact)}
    grows = tuple(parts) if contact else ("masthead",)
    if context.style.key == "wide":
        from brochure.layout.wide_key import wide_key

        key = wide_key(context)
        parts |= {"key": key} if key else {}
    if contact and "columns" in context.format.arrangements:
        parts[IN_COLUMN] = _ending(small, in_column(contact, context.style.contact))
    if not writing:
        return Furniture(parts, grows)
    from brochure.copyfit.script_leading import spread

    return spread(Furniture(parts, grows), writing)


def _ending(small: Column | None, contact: Column | None) -> Column:
    """Return what closes a handout: the small print, then the contact box."""
    if small and contact:
        above = Length(CONTACT_GAP - SOURCES_CONTACT_GAP)
        return Column((above, small, Length(SOURCES_CONTACT_GAP), contact))
    if contact:
        return Column((Length(CONTACT_GAP), contact))
    return Column((small,) if small else ())


def _bar(surface: Surface, fitted: Fitted, context: PageContext, frame: Frame) -> None:
    """Place the coloured bar across a page's head; on press it bleeds off three edges."""
    sheet = fitted.geometry.sheet
    if sheet.bleed:
        y, high = sheet.height - BAR_BLED, BAR_BLED + sheet.bleed
        rect = Rect(-sheet.bleed, y, sheet.width + 2 * sheet.bleed, high)
    else:
        rect = Rect(frame.x, sheet.height - BAR_HEAD, frame.width, BAR)
    surface.under(Box(rect, context.palette.bar))


def _marks(surface: Surface, place: Geometry, context: PageContext, page: int) -> None:
    """Place a page's fold marks, and on press its crop marks."""
    ink = context.palette.black
    for line in fold_marks(place, page):
        surface.over(Rule(*line, MARK_WEIGHT, ink, FOLD_DASH))
    for line in crop_marks(place.sheet) if place.sheet.slug else ():
        surface.over(Rule(*line, MARK_WEIGHT, ink))


def compose(
    context: PageContext, flow: Flow, parts: Furniture, fitted: Fitted, pictures: Pictures
) -> Layout:
    """Return the layout of a fit: pages, structure, bookmarks and facts."""
    from brochure.layout.body import FlowPlacer  # what only judges a handout places none
    from brochure.layout.page_builder import PageBuilder

    place, handout = fitted.geometry, context.handout
    builder = PageBuilder(place.pages, context.pen)
    placer = FlowPlacer(builder, context, flow, fitted, pictures)
    room = 0
    for frame in place.frames:
        room = _place_frame(placer, parts, frame, room)
    for page in range(place.frames[-1].page + 1, place.pages) if place.grows else ():
        _running_head(placer, place.frames[-1], page)
    for page, surface in enumerate(builder.pages):
        _marks(surface, place, context, page)
    _footers(builder, context, place)
    if handout.status:
        _mark_drafts(context, builder.pages, place.sheet)
    pages = builder.finished()
    if handout.brand.fonts:
        _check_runs(context, place.sheet, pages)
    return Layout(
        place.sheet,
        pages,
        tuple(builder.structure.elements),
        tuple(placer.bookmarks),
        facts_of(fitted, flow.words),
        told_title(handout),
        handout.language,
        author=handout.clinic.name.plain,
        subject=handout.subtitle.plain if handout.subtitle else "",
        date=handout.reviewed,
    )


def _mark_drafts(context: PageContext, pages: list[Surface], sheet: Sheet) -> None:
    """Say on each page that it is a draft."""
    from brochure.layout.draft_mark import draft_mark

    for surface in pages:
        draft_mark(context, surface, sheet)


def _footers(builder: PageBuilder, context: PageContext, place: Geometry) -> None:
    """Place the footer of each page."""
    from brochure.layout.footer import footer

    for foot in place.footers:
        part = footer(context, foot, place.pages)
        builder.pages[foot.page].place(part, foot.x, foot.baseline + part.height)


def _check_runs(context: PageContext, sheet: Sheet, pages: tuple[Page, ...]) -> None:
    """Raise ContentError if a font of the brand's own sends words off the paper."""
    width = context.shaper.measure.width
    for run in (item for page in pages for item in page.items if isinstance(item, GlyphRun)):
        end = run.x + width(run.text.rstrip(" "), run.face) * run.size
        if run.x < 0 or end > sheet.width:
            brand = context.handout.brand
            message = f'with this font "{short(run.text)}" would stand off the paper'
            hint = "use another font, or delete `kerning.txt` beside it"
            place = brand.file, brand.font_line, brand.font_column
            raise ContentError([Problem(*place, "error", message, hint)])


def _place_frame(placer: FlowPlacer, parts: Furniture, frame: Frame, room: int) -> int:
    """Place all that stands in a frame; return the number of the next room of the fit."""
    fitted, context = placer.fitted, placer.context
    surface = placer.pages[frame.page]
    style = context.style
    barred = style.head == "bar" if frame.page == 0 else style.running == "bar"
    if fitted.geometry.bars and barred:
        _bar(surface, fitted, context, frame)
    if fitted.geometry.heads and frame.page:
        _running_head(placer, frame, frame.page)
    rest = fitted.spacing[room].rest if frame.flows else 0.0
    if "masthead" in frame.holds:
        _place_heads(placer, parts, frame, rest)
    columns = 2 if fitted.setting.arrangement == "columns" else 1
    stop = room + (columns if frame.flows else 0)
    for number in range(room, stop):
        _notes(surface, context, fitted, number, placer.frame(number))
    if "contact" in frame.holds:
        _ending_of(surface, context, parts, fitted, frame, range(room, stop))
    return stop


def _running_head(placer: FlowPlacer, frame: Frame, page: int) -> None:
    """Place the head of a further page, above a frame or where one would stand."""
    from brochure.layout.running_head import running_head

    above = running_head(placer.context, placer.context.style.running, frame.width)
    placer.pages[page].place(above, frame.x, placer.fitted.geometry.sheet.height)


def _place_heads(placer: FlowPlacer, parts: Furniture, frame: Frame, rest: float) -> None:
    """Place the head of page 1, and under it a key message that stands across the page."""
    context, size, surface = placer.context, placer.fitted.setting.size, placer.pages[frame.page]
    if not frame.flows:
        rest = frame.top - frame.bottom - parts.height("masthead", frame.width, size)
    below = KEY_SHARE * rest if "key" in parts.parts else 0.0
    head_part = fragment(context, parts.parts["masthead"], frame.width, size, rest - below)
    surface.place(head_part, frame.x, frame.top)
    later = _later(placer.fitted, placer.flow)
    if later:
        from brochure.layout.see_page import say_where

        low = frame.top - head_part.height
        say_where(context, surface, Rect(frame.x, low, frame.width, frame.top - low), *later)
    if "key" in parts.parts:
        top, title = frame.top - head_part.height, context.handout.sections[0].heading.plain
        placer.bookmarks.append(Bookmark(title, frame.page, top))
        key = fragment(context, parts.parts["key"], frame.width, size, below)
        surface.place(key, frame.x, top)


def _later(fitted: Fitted, flow: Flow) -> tuple[Emphasis, int] | None:
    """Return the greatest urgency of a text and its page, if it is met on a further one first."""
    kinds, folds = [section.emphasis for section in flow.sections], fitted.geometry.folds
    for emphasis in () if folds else ("emergency", "urgent"):
        if emphasis in kinds:
            row = [place[0] for place in fitted.rows.place].index(kinds.index(emphasis))
            page = fitted.rooms[sum([cut <= row for cut in fitted.cuts[1:-1]])].page
            return (emphasis, page) if page else None
    return None


def _ending_of(
    surface: Surface,
    context: PageContext,
    parts: Furniture,
    fitted: Fitted,
    frame: Frame,
    numbers: range,
) -> None:
    """Place what closes the handout at the foot of a frame: across it, or in its last column."""
    held = [number for number in numbers if "contact" in fitted.rooms[number].holds]
    name, x, width, rest = "contact", frame.x, frame.width, 0.0
    grows = "contact" in parts.grows and "masthead" not in frame.holds  # which took the rest
    if held and grows:
        rest = fitted.spacing[held[-1]].rest
    if len(held) < len(numbers):
        room = fitted.rooms[held[-1]]
        name, x, width = IN_COLUMN, room.x, room.width
    part, size = parts.parts[name], fitted.setting.size
    if rest:
        from brochure.layout.closing_room import roomy

        part, rest = roomy(part, width, size, rest)
    foot = fragment(context, part, width, size, rest)
    if not frame.flows:
        _notes_above(surface, context, fitted, frame, foot.height)
    surface.place(foot, x, frame.bottom + foot.height)


def _notes_above(
    surface: Surface, context: PageContext, fitted: Fitted, frame: Frame, taken: float
) -> None:
    """Place ruled lines at the head of the back of a folded sheet, if none stand in the text."""
    from brochure.layout.notes import NOTES_GAP, notes

    size, asked = fitted.setting.size, context.handout.notes
    room = frame.top - frame.bottom - taken + NOTES_GAP * size
    high = min(room, notes_most(size, context.format.ruled))
    if asked == "false" or high < notes_least(size) or any(s.notes for s in fitted.spacing):
        return
    heading = context.handout.notes_heading or plain_text(context.phrases.notes)
    part = notes(context, frame.width, high, size, heading)
    surface.place(part, frame.x, frame.top + NOTES_GAP * size)


def facts_of(fitted: Fitted, words: int) -> Facts:
    """Return what the fit decided, for the report."""
    size = fitted.setting.size
    fill = tuple(spacing.fill for spacing in fitted.spacing)
    leading = fitted.spacing[0].leading / size
    arrangement = fitted.setting.arrangement
    return Facts(fitted.geometry.pages, size, leading, arrangement, fill, words)


def _notes(
    surface: Surface, context: PageContext, fitted: Fitted, number: int, base: float
) -> None:
    """Place ruled lines below the text where the fit left room for them."""
    spacing, room = fitted.spacing[number], fitted.rooms[number]
    if not spacing.notes:
        return
    from brochure.layout.notes import NOTES_GAP, notes

    words, size = context.phrases, fitted.setting.size
    earlier = any(item.notes for item in fitted.spacing[:number])
    heading = plain_text(words.notes_more if earlier else words.notes)
    if context.handout.notes_heading and not earlier:
        heading = context.handout.notes_heading
    empty = fitted.cuts[number] == fitted.cuts[number + 1]
    above = NOTES_GAP * size if empty else 0.0
    part = notes(context, room.width, spacing.notes + above, size, heading)
    surface.place(part, room.x, base + above)
