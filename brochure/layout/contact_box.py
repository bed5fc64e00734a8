"""The closing box: heading, phone, clinic, links and QR code."""

from __future__ import annotations

from brochure._startup.records import replace
from brochure.copyfit.parts import Column, Figure, Length, Paragraph, Row
from brochure.layout.page_context import UNCUT, PageContext, plain_text
from brochure.model import ClinicPhone, Location, Span, Text
from brochure.model.phones import phone_link
from brochure.model.web_addresses import website_link
from brochure.typeset.line_breaking import Shaped

TYPE_CHECKING = False
if TYPE_CHECKING:
    from brochure.copyfit.parts import InkName

QR_SIDE = 76.0
QR_GAP = 14.0
"""The least white between the code and the text beside it, in points."""
QR_PAD, QR_FOOT = 12.0, 8.0
"""White above and below a code beside the text, together; and below one under it, in points."""
PAD = 1.0
"""White above and below the text, together, in ems of the body."""
PANEL_HEAD, PANEL_PAD = 0.7, 1.5
"""In a panel, where the code stands under the text: white above it, and all, in ems."""
LEADING, RISE = 1.24, 0.92
FRAME_INSET = 10.0
"""White between the frame of a closing box that keeps to the text's width and what is in it."""
PHONE = 1.75
"""The phone's size, as a ratio to the body's."""
TEXT_GAP, PHONE_GAP, NAME_GAP = 0.1, 0.12, 0.05
"""The space above each, in its own ems, beside its leading."""


def contact_box(context: PageContext) -> Column | None:
    """Return the closing box, or None if the handout wants none."""
    if not context.handout.contact.shown:
        return None
    lines, coded = _lines(context), context.qr is not None
    code = Figure("code", QR_SIDE, QR_SIDE)
    if context.format.masthead == "cover":  # a panel is too narrow for a code beside the text
        below: list[Row] = [Length(PAD - PANEL_HEAD, grow=1.0)]
        if coded:
            gap = Length(PANEL_PAD - PANEL_HEAD, -QR_FOOT, grow=1.0)
            below = [gap, code, Length(0.0, QR_FOOT)]
        return Column((Length(PANEL_HEAD), *lines, *below), kind="Sect", ground="panel", grow=1.0)
    pad = Length(PAD / 2, grow=0.5)
    return Column(
        (pad, *lines, pad),
        right=code if coded else None,
        right_gap=QR_GAP,
        least=QR_SIDE + QR_PAD if coded else 0.0,
        kind="Sect",
        ground="panel",
        grow=1.0,
        inset=FRAME_INSET if context.style.contact == "frame" else 0.0,
    )


def _lines(context: PageContext) -> list[Paragraph]:
    """Return the texts of the box."""
    contact, clinic = context.handout.contact, context.handout.clinic
    heavy, body = context.shaper.heavy, context.shaper.body
    heading = contact.heading or plain_text(context.phrases.questions)
    phone = plain_text(clinic.phone.plain, phone_link(clinic.phone.plain))
    lines = [_line(heavy(heading), 0.0, context.format.type.heading, "heading", "H2")]
    if contact.text:
        lines.append(_line(body(contact.text), TEXT_GAP))
    number = _line(heavy(phone, UNCUT), PHONE_GAP, PHONE, "heading")
    lines.append(replace(number, smallest=Length(), lines=1))
    lines += [_line(body(phone_line(each))) for each in clinic.phones]
    if clinic.fax:
        lines.append(_line(body(_labelled(context.phrases.fax, clinic.fax, ""))))
    lines.append(_line(heavy(clinic.name), NAME_GAP))
    lines += [_line(body(text)) for text in _where(context)]
    if contact.qr:
        lines.append(_line(body(_coded(context, contact.qr))))
    return lines + [_line(body(place_line(each)), TEXT_GAP) for each in clinic.locations]


def _line(
    shaped: Shaped, gap: float = 0.0, ratio: float = 1.0, ink: InkName = "text", kind: str = "P"
) -> Paragraph:
    return Paragraph(shaped, Length(ratio), LEADING, gap + RISE, LEADING - RISE, ink, kind)


def _coded(context: PageContext, page: Text) -> Text:
    """Return what the code opens: the words for it, live, or the address."""
    link, words = website_link(page.plain), context.handout.contact.qr_words
    if words is None:
        return _labelled(context.phrases.website, page, link)
    return replace(words, spans=tuple(replace(span, href=link) for span in words.spans))


def place_line(place: Location) -> Text:
    """Return one of the clinic's places on a line: its name, address and hours, its phone live."""
    spans = [replace(span, bold=True) for span in place.name.spans]
    for text in (place.address, place.hours):
        for line in text.lines if text else ():
            spans += [Span(", "), *line.spans]
    if place.phone:
        spans += [Span(", "), Span(place.phone.plain, href=phone_link(place.phone.plain))]
    return Text(tuple(spans), place.name.line, place.name.column, place.name.file)


def phone_line(phone: ClinicPhone) -> Text:
    """Return a further number with its label, live."""
    link = phone_link(phone.number.plain)
    return Text((*phone.label.spans, Span(": "), Span(phone.number.plain, href=link)))


def _where(context: PageContext) -> list[Text]:
    """Return the lines under the clinic's name: place, hours, website, e-mail."""
    clinic, words = context.handout.clinic, context.phrases
    places = [line for text in (clinic.address, clinic.city) if text for line in text.lines]
    lines = []
    if clinic.address and len(clinic.address.lines) > 1:
        lines += [Text(place.spans) for place in places]
    elif places:
        spans = list(places[0].spans)
        for text in places[1:]:
            spans += [Span(", "), *text.spans]
        lines.append(Text(tuple(spans)))
    if clinic.hours:
        first, *more = clinic.hours.lines
        lines += [_labelled(words.hours, first, ""), *(Text(line.spans) for line in more)]
    if clinic.website:
        link = website_link(clinic.website.plain)
        lines.append(_labelled(words.website, clinic.website, link))
    if clinic.email:
        lines.append(_labelled(words.email, clinic.email, f"mailto:{clinic.email.plain}"))
    return lines


def _labelled(phrase: str, text: Text, href: str) -> Text:
    before, _, after = phrase.partition("{}")
    value = Span(text.plain.removeprefix("https://").rstrip("/"), href=href)
    return Text(tuple(span for span in (Span(before), value, Span(after)) if span.text))
