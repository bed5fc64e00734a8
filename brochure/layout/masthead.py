"""The head of page 1, or a cover panel: mark, clinic, phone, title and subtitle."""

from __future__ import annotations

from brochure._startup.records import replace
from brochure.copyfit.parts import Column, Figure, Length, Paragraph, Row
from brochure.layout.page_context import CAP, UNCUT, PageContext, plain_text
from brochure.model.phones import read_phone

LOGO, CARD_LOGO = 40.0, 32.0
"""The height that the mark stands in, in points."""
LOGO_GAP, LOGO_WIDEST = 11.0, 3.0
"""White beside the mark, in points; the widest mark, as a ratio to its height."""
PHONE_GAP, NAME_NARROWEST = 18.0, 60.0
"""Least white between name and phone, and the least width a name is set in, in points."""

NAME_PLUS, NAME_LEAST, NAME_MOST = 3.0, 15.0, 23.0
"""Name and phone are this much larger than the body, and within so many points."""
NAME_LINES = 3
"""The most lines of a name beside the phone; it is set smaller for that, and for a long word."""
NAME_LEADING, NAME_RISE = 1.15, 0.80
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
    """Return the clinic's name and city between its mark and its phone."""
    shaper, clinic = context.shaper, context.handout.clinic
    size = name_size()
    name = Paragraph(
        shaper.heavy(clinic.name),
        size,
        NAME_LEADING,
        NAME_RISE,
        0.0,
        "heading",
        smallest=Length(0.0, context.format.type.floor),
        lines=NAME_LINES,
    )
    rows: list[Row] = [Length(0.0, grow=0.5), name]
    if clinic.city:
        city, fall = shaper.body(clinic.city), CITY_LEADING - CITY_DROP
        rows.append(Paragraph(city, small_size(context), CITY_LEADING, CITY_DROP, fall, "muted"))
    under = NAME_LEADING - NAME_RISE
    rows.append(Length(under, under * NAME_PLUS, under * NAME_LEAST, grow=0.5))
    logo = clinic_logo(context, LOGO)
    return Column(
        tuple(rows),
        logo,
        LOGO_GAP,
        clinic_phone(context, NAME_LEADING, NAME_RISE),
        PHONE_GAP,
        NAME_NARROWEST,
        LOGO if logo else 0.0,
    )


def clinic_row(context: PageContext) -> Column:
    """Return the clinic's name and city beside a small mark, its phone if no box has it."""
    shaper, clinic = context.shaper, context.handout.clinic
    name = Paragraph(
        shaper.heavy(clinic.name), Length(1.0), NAME_LEADING, NAME_RISE, 0.0, "heading"
    )
    rows: list[Row] = [name]
    if clinic.city:
        city, fall = shaper.body(clinic.city), CITY_LEADING - CITY_DROP
        rows.append(Paragraph(city, Length(1.0), CITY_LEADING, CITY_DROP, fall, "muted"))
    if not context.handout.contact.shown:  # else the phone stands in the closing box
        rows.append(replace(clinic_phone(context, CITY_LEADING, CITY_DROP), size=Length(1.0)))
    rows.append(Length(NAME_LEADING - NAME_RISE))
    logo = clinic_logo(context, CARD_LOGO)
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
    return Length(1.0, 0.0, context.format.type.floor)


def clinic_logo(context: PageContext, side: float) -> Figure | None:
    """Return the clinic's mark at a height of ``side`` points; a wide one is set lower in it."""
    logo = context.logo
    if logo is None:
        return None
    scale = min(side / logo.height, LOGO_WIDEST * side / logo.width)
    return Figure("logo", logo.width * scale, side)
