"""The closing box: heading, phone, clinic, links and QR code."""

from __future__ import annotations

from brochure._startup.records import replace
from brochure.copyfit.parts import Column, Figure, Length, Paragraph
from brochure.layout.page_context import (
    BOX_RISE,
    BOX_WORD,
    UNCUT,
    PageContext,
    box_line,
    in_pieces,
    in_sentences,
    plain_text,
)
from brochure.model import ClinicPhone, Span, Text
from brochure.model.phones import phone_link
from brochure.model.web_addresses import website_link

TYPE_CHECKING = False
if TYPE_CHECKING:
    from brochure.model.choices import ContactFace

CODE, DENSE_CODE, DENSE = 66.0, 72.0, 33
"""The side of the code without its white edge, in points; of one with more modules a side."""
QUIET = 8
"""The modules of white left and right of a code, together."""
CODE_GAP = 14.0
"""The least white beside the code and beside the words next to it, in points."""
CODE_PAD = 6.0
"""White above and below a code with its words, in points."""
CODE_WORDS = 112.0
"""The least width of the words beside a code that has a text beside it, in points."""
SCAN, SCAN_LEADING = 12.0, 1.2
"""The type of those words in points, or the small print's if that is larger, and its leading."""
PAD = 1.0
"""White above and below the text, together, in ems of the body."""
FRAME_INSET = 10.0
"""White between the frame of a closing box that keeps to the text's width and what is in it."""
COLUMN_INSET = 10.0
"""The same for a closing box with a ground or a frame in one of two columns, in points."""
PHONE = 1.75
"""The phone's size, as a ratio to the body's."""
PANEL_MOST = 14.0
"""The largest type of an address on a panel of a folded sheet, in points, which breaks no line."""
TEXT_GAP, PHONE_GAP, NAME_GAP = 0.1, 0.12, 0.05
"""The space above each, in its own ems, beside its leading."""


def contact_box(context: PageContext) -> Column | None:
    """Return the closing box, or None if the handout wants none."""
    if not context.handout.contact.shown:
        return None
    pad, lines = Length(PAD / 2, grow=0.5), _lines(context)
    box = Column(
        (pad, *lines, pad),
        kind="Sect",
        ground="panel",
        grow=1.0,
        inset=FRAME_INSET if context.style.contact == "frame" else 0.0,
    )
    if context.qr:
        box = _with_code(context, box)
    if not context.handout.clinic.locations:
        return box
    from brochure.layout.places import with_places

    return with_places(context, box)


def _with_code(context: PageContext, box: Column) -> Column:
    """Return the box with its code: words beside it, else under it, else it is below the phone.

    There the lines after the phone stand beside it if they have room, else above it.
    """
    side, (scan, how), gap = code_side(context), _scan(context), CODE_GAP
    code, middle, edge = Figure("code", side, side), Length(0.0, grow=0.5), Length(0.0, CODE_PAD)
    words = middle, scan, how, middle
    row = Column(words, code, gap, least=side)
    foot = replace(edge, grow=0.5)
    below = replace(box, rows=(*box.rows[:-1], edge, row, foot))
    phone = next(n for n, line in enumerate(box.rows) if isinstance(line, Paragraph) and line.lines)
    after = middle, *box.rows[phone + 1 : -1], edge, scan, how, middle
    row = Column(after, code, gap, least=side, most=side)
    low = replace(box, rows=(*box.rows[: phone + 1], edge, row, foot), otherwise=below)
    across = max(side, scan.shaped.widest_word * scan.size.at(0.0))
    stack = Column((edge, code, scan, edge), across=across)
    under = replace(box, right=stack, right_gap=gap, otherwise=low)
    widest = max(each.shaped.widest_word * each.size.at(0.0) for each in (scan, how))
    across = max(CODE_WORDS, widest) + gap + side
    beside = Column(words, None, 0.0, code, gap, least=side + 2 * CODE_PAD, across=across)
    return replace(under, right=beside, otherwise=under)


def in_column(box: Column, face: ContactFace) -> Column:
    """Return the closing box as it stands in one of two columns, inside the edges of its face."""
    inset = 0.0 if face == "rule" else COLUMN_INSET
    upper, *places = box.rows
    if isinstance(upper, Column):  # the clinic's places stand below it
        return _inside(replace(box, rows=(upper.otherwise or upper, *places)), inset)
    return _inside(box.otherwise or box, inset)


def _inside(box: Column, inset: float) -> Column:
    other = _inside(box.otherwise, inset) if box.otherwise else None
    return replace(box, inset=inset, ground="column", otherwise=other)


def code_side(context: PageContext) -> float:
    """Return the side of the code with its white edge, in points."""
    count = context.qr.modules if context.qr else 1
    return (CODE if count <= DENSE else DENSE_CODE) * (count + QUIET) / count


def _scan(context: PageContext) -> tuple[Paragraph, Paragraph]:
    """Return the words of the code: what it opens, and how to scan it."""
    contact, words, small = context.handout.contact, context.phrases, context.format.type.small
    web = contact.qr or context.handout.clinic.website
    opens = plain_text(words.scan_web if web else words.scan_call)
    if contact.qr and contact.qr_words:
        opens = linked(contact.qr_words, contact.qr)
    shaper = context.shaper
    size, fall = Length(0.0, max(SCAN, small)), SCAN_LEADING - BOX_RISE
    scan = Paragraph(shaper.heavy(opens), size, SCAN_LEADING, BOX_RISE, fall, "heading")
    how = shaper.body(plain_text(words.scan_how))
    return scan, Paragraph(how, size, SCAN_LEADING, BOX_RISE, fall)


def _lines(context: PageContext) -> list[Paragraph]:
    """Return the texts of the box."""
    contact, clinic = context.handout.contact, context.handout.clinic
    shaper = replace(context.shaper, most=BOX_WORD)
    heavy, body = shaper.heavy, shaper.body
    heading = contact.heading or plain_text(context.phrases.questions)
    phone = plain_text(clinic.phone.plain, phone_link(clinic.phone.plain))
    lines = [
        box_line(in_sentences(heavy(heading)), 0.0, context.format.type.heading, "heading", "H2")
    ]
    if contact.text:
        lines.append(box_line(body(contact.text), TEXT_GAP))
    number = box_line(heavy(phone, UNCUT), PHONE_GAP, PHONE, "heading")
    lines.append(replace(number, smallest=Length(), lines=1))
    lines += [box_line(body(phone_line(each))) for each in clinic.phones]
    if clinic.fax:
        lines.append(box_line(body(_labelled(context.phrases.fax, clinic.fax, ""))))
    lines.append(box_line(heavy(clinic.name), NAME_GAP))
    lines += [box_line(in_pieces(body(text))) for text in _where(context)]
    if contact.qr and not contact.qr_words:
        link = website_link(contact.qr.plain)
        lines.append(box_line(body(_labelled(context.phrases.website, contact.qr, link))))
    return [_held(line) if context.format.masthead == "cover" else line for line in lines]


def _held(line: Paragraph) -> Paragraph:
    """Return a line of the back of a folded sheet; but for the phone it does not grow with type."""
    if line.lines:
        return line
    return replace(line, size=replace(line.size, most=PANEL_MOST * line.size.ratio))


def linked(words: Text, page: Text) -> Text:
    """Return the words for a page, live."""
    link = website_link(page.plain)
    return replace(words, spans=tuple(replace(span, href=link) for span in words.spans))


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
