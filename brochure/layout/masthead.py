"""The head of page 1, or a cover panel: mark, clinic, phone, title and subtitle."""

from __future__ import annotations

from brochure._startup.records import replace
from brochure.copyfit.parts import Column, Figure, Length, Paragraph, Row
from brochure.layout.page_context import CAP, UNCUT, PageContext, in_pieces, plain_text
from brochure.model.phones import read_phone

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

LOGO, CARD_LOGO = 40.0, 32.0
"""The height that the mark stands in, in points."""
LOGO_GAP, LOGO_WIDEST, LOGO_SQUARE = 11.0, 187.0, 1.5
"""White beside the mark, and the widest mark, in points; a mark is no narrower than so many times
its height to make room for words."""
LOW, UNDER_LOGO = 30.0, 3.0
"""A mark that shows the clinic's name and is no higher than this has the city under it, and the
white between them, in points."""
PHONE_GAP, NAME_NARROWEST = 18.0, 60.0
"""Least white between name and phone, and the least width a name is set in, in points."""

NAME_PLUS, NAME_LEAST, NAME_MOST = 3.0, 15.0, 23.0
"""Name and phone are this much larger than the body, and within so many points."""
NAME_LINES = 3
"""The most lines of a name beside the phone; it is set smaller for that, and for a long word."""
NAME_LEADING, NAME_RISE = 1.15, 0.80
COVER_CITY = 13.5
"""The largest type of the line under the name on a cover, in points: a long word has room."""
CITY_LEADING, CITY_DROP = 1.2, 1.3
"""The line under the name: from line to line, and from the name's last baseline to its first."""
TITLE_GAP, TITLE_LEADING = 0.95, 1.14
SUBTITLE, SUBTITLE_LEADING, SUBTITLE_DROP = 1.16, 1.25, 1.45
"""The subtitle's size as a ratio to the body's; its leading and its distance from the title."""
FLOW_GAP, FLOW_GAP_UNDER_TITLE = 1.5, 2.0
"""From the last baseline to the flow, in ems of the body; the second without a subtitle."""
TITLE_LINES = 2
"""The most lines of a title, which is set smaller for that."""
LONGEST_TITLE_WORD = 11.0
"""In ems; a wider word of a title is cut."""
TITLE_SHARE = 0.5
"""The share above the title of what the masthead grows."""


def plain_head(context: PageContext) -> Column:
    """Return the band of mark, clinic and phone with title and subtitle under it."""
    return Column(
        (
            clinic_line(context),
            Length(0.0, grow=TITLE_SHARE),
            *titles(context, TITLE_GAP + CAP, TITLE_LINES),
            flow_gap(context),
        )
    )


def flow_gap(context: PageContext) -> Length:
    """Return the white between the head of page 1 and the text."""
    below = FLOW_GAP if context.handout.subtitle else FLOW_GAP_UNDER_TITLE
    return Length(below, grow=1.0 - TITLE_SHARE)


def clinic_line(context: PageContext) -> Column:
    """Return the clinic's name and city between its mark and its phone.

    The phone stands under them where they would reach it, or each would take lines beside it.
    """
    words = clinic_words(
        context, name_size(), smallest=Length(0.0, context.format.type.floor), lines=NAME_LINES
    )
    logo, low, rise = clinic_logo(context, LOGO), low_logo(context, LOGO), NAME_RISE
    if low or not words:  # the phone is then level with the middle of the mark
        high, least = low.high if low else LOGO, context.format.type.floor
        rise = high / 2 / name_size().at(least) + CAP / 2
    phone = clinic_phone(context, NAME_LEADING, rise)
    if low:
        return Column((above_words(low, words),), None, 0.0, phone, PHONE_GAP)
    fall = NAME_LEADING - NAME_RISE
    foot = Length(fall, fall * NAME_PLUS, fall * NAME_LEAST, grow=0.5)
    middle, least = Length(0.0, grow=0.5), LOGO if logo else 0.0
    below = replace(phone, drop=CITY_DROP)
    under = Column((middle, *words, below, foot), logo, LOGO_GAP, least=least)
    rows: tuple[Row, ...] = (middle, *words, foot)
    line = Column(rows, logo, LOGO_GAP, phone, PHONE_GAP, NAME_NARROWEST, least)
    return replace(line, on_lines=True, otherwise=under)


def clinic_words(
    context: PageContext, size: Length, smallest: Length | None = None, lines: int = 0
) -> list[Paragraph]:
    """Return the clinic's name, if its mark does not show it, and its city."""
    shaper, clinic = context.shaper, context.handout.clinic
    rows = []
    if not shows_name(context):
        name = Paragraph(shaper.heavy(clinic.name), size, NAME_LEADING, NAME_RISE, 0.0, "heading")
        rows.append(replace(name, balance=True, smallest=smallest, lines=lines))
    if clinic.city:
        city, fall = in_pieces(shaper.body(clinic.city)), CITY_LEADING - CITY_DROP
        small = small_size(context)
        place = Paragraph(city, small, CITY_LEADING, CITY_DROP, fall, "muted", balance=True)
        rows.append(place)
    return rows


def clinic_row(context: PageContext) -> Column:
    """Return the clinic's name and city beside a small mark, its phone if no box has it."""
    rows: list[Row] = [replace(row, size=Length(1.0)) for row in clinic_words(context, Length(1.0))]
    if not context.handout.contact.shown:  # else the phone stands in the closing box
        rows.append(replace(clinic_phone(context, CITY_LEADING, CITY_DROP), size=Length(1.0)))
    logo, low = clinic_logo(context, CARD_LOGO), low_logo(context, CARD_LOGO)
    if low:
        return above_words(low, rows)
    rows.append(Length(NAME_LEADING - NAME_RISE))
    return Column(tuple(rows), logo, LOGO_GAP, least=CARD_LOGO if logo else 0.0)


def titles(context: PageContext, drop: float, lines: int) -> list[Paragraph]:
    """Return title and subtitle; ``drop`` and ``lines`` are the title's."""
    return [title(context, drop, lines), *subtitle(context)]


def title(context: PageContext, drop: float, lines: int) -> Paragraph:
    """Return the title, set smaller where that saves a line, and in as few as `lines`."""
    scale, ratio = context.format.type, context.style.title
    return Paragraph(
        context.shaper.heavy(context.handout.title, LONGEST_TITLE_WORD),
        Length(scale.title * ratio, most=scale.title_most),
        TITLE_LEADING,
        drop,
        kind="H1",
        balance=True,
        smallest=Length(scale.title_least * ratio),
        lines=lines,
    )


def subtitle(context: PageContext, drop: float = SUBTITLE_DROP) -> list[Paragraph]:
    """Return the subtitle, if there is one, so far below the title in its own ems."""
    if not context.handout.subtitle:
        return []
    text, size = context.shaper.body(context.handout.subtitle), Length(SUBTITLE)
    return [Paragraph(text, size, SUBTITLE_LEADING, drop, 0.0, "muted")]


def clinic_phone(context: PageContext, leading: float, drop: float) -> Paragraph:
    """Return the phone with its words, as large as the clinic's name."""
    phone = read_phone(context.handout.clinic.phone.plain)
    call = plain_text(context.phrases.call.format(phone.called), phone.link)
    shaped = context.shaper.heavy(call, UNCUT)
    return Paragraph(shaped, name_size(), leading, drop, 0.0, "heading")


def name_size() -> Length:
    """Return the size of the clinic's name and phone."""
    return Length(1.0, NAME_PLUS, NAME_LEAST, NAME_MOST)


def small_size(context: PageContext) -> Length:
    """Return the size of the line under the clinic's name."""
    most = COVER_CITY if context.format.masthead == "cover" else 1e9
    return Length(1.0, 0.0, context.format.type.floor, most)


def clinic_logo(context: PageContext, side: float) -> Figure | None:
    """Return the clinic's mark at a height of ``side`` points; a wide one is set lower in it."""
    logo = context.logo
    if logo is None:
        return None
    across = min(side * logo.width / logo.height, LOGO_WIDEST)
    return Figure("logo", across, side, least=min(across, LOGO_SQUARE * side))


def drawn_logo(context: PageContext, side: float) -> Figure | None:
    """Return the clinic's mark in a height of ``side`` points, no higher than it is drawn."""
    figure, logo = clinic_logo(context, side), context.logo
    if figure is None or logo is None:
        return None
    return replace(figure, high=figure.across * logo.height / logo.width)


def low_logo(context: PageContext, side: float) -> Figure | None:
    """Return a mark that stands above the clinic's city, as it shows the name and is low."""
    figure = drawn_logo(context, side) if shows_name(context) else None
    return figure if figure and figure.high <= LOW else None


def above_words(logo: Figure, words: Sequence[Row]) -> Column:
    """Return a mark with the clinic's words under it."""
    under = (Length(0.0, UNDER_LOGO), *words, Length(NAME_LEADING - NAME_RISE))
    return Column((logo, *(under if words else ())))


def shows_name(context: PageContext) -> bool:
    """Return whether the clinic's mark is said to show its name, and can be seen."""
    logo = context.logo
    unseen = logo is None or logo.lack in ("unseen", "faint")
    return bool(context.handout.clinic.logo_has_name) and not unseen
