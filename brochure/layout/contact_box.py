"""The closing box: heading, phone, clinic, links and QR code."""

from __future__ import annotations

from brochure._startup.records import dataclass
from brochure.copyfit.formats import Frame
from brochure.layout.furniture import (
    OUTDENT,
    Kit,
    place_panel,
    plain_text,
)
from brochure.layout.page_builder import Composer, Writer
from brochure.model import ClinicPhone, Path2D, Rect, Span, Text
from brochure.model.phones import phone_link
from brochure.model.web_addresses import website_link
from brochure.typeset.line_breaking import Shaped, count_lines

QR_SIDE = 76.0


@dataclass(frozen=True, slots=True)
class ContactLine:
    """One text of the contact box: its size as a ratio to the body, and how it looks."""

    shaped: Shaped
    ratio: float
    kind: str = "P"
    strong: bool = False
    gap: float = 0.0


@dataclass(frozen=True, slots=True)
class ContactBox:
    """The closing box: heading, phone, name, address, links and QR code."""

    kit: Kit
    lines: tuple[ContactLine, ...]

    @classmethod
    def of(cls, kit: Kit) -> ContactBox | None:
        """Return the box with its texts measured, or None if the handout wants none."""
        contact, clinic, words = kit.handout.contact, kit.handout.clinic, kit.phrases
        if not contact.shown:
            return None
        heavy, body = kit.shaper.heavy, kit.shaper.body
        heading = contact.heading or plain_text(words.questions)
        phone = plain_text(clinic.phone.plain, phone_link(clinic.phone.plain))
        lines = [ContactLine(heavy(heading), kit.format.type.heading, "H2", True)]
        if contact.text:
            lines.append(ContactLine(body(contact.text), 1.0, gap=0.1))
        lines.append(ContactLine(heavy(phone, 1e9), 1.75, strong=True, gap=0.12))
        lines += [ContactLine(body(phone_line(each)), 1.0) for each in clinic.phones]
        lines.append(ContactLine(heavy(clinic.name), 1.0, gap=0.05))
        lines += [ContactLine(body(text), 1.0) for text in _where(kit)]
        return cls(kit, tuple(lines))

    def inner_width(self, width: float) -> float:
        """Return the width of the box's text beside its QR code, or above it in a panel."""
        return width if self._stacked() or not self.kit.qr else width - QR_SIDE - 14.0

    def _stacked(self) -> bool:
        return self.kit.format.masthead == "cover"

    def _text_height(self, width: float, size: float) -> float:
        high = 0.0
        for line in self.lines:
            points = line.ratio * size
            count = count_lines(line.shaped, self.inner_width(width) / points)
            high += (count * 1.24 + line.gap) * points
        return high

    def height(self, width: float, size: float) -> float:
        """Return the box's height, padding included."""
        high = self._text_height(width, size)
        if self.kit.qr and self._stacked():
            return high + QR_SIDE + 1.5 * size
        return max(high + 1.0 * size, QR_SIDE + 12.0 if self.kit.qr else 0.0)

    def place(
        self, composer: Composer, frame: Frame, size: float, top: float, rest: float = 0.0
    ) -> None:
        """Place the box with its upper edge at ``top``, taller by ``rest``."""
        kit, page = self.kit, frame.page
        high = self.height(frame.width, size) + rest
        out = min(OUTDENT, frame.width * 0.05)
        place_panel(
            composer,
            page,
            Rect(frame.x - out, top - high, frame.width + 2 * out, high),
            kit.palette.contact_fill,
            kit.palette.contact_edge,
        )
        pad = (high - self._text_height(frame.width, size)) / 2
        stacked = self._stacked()
        y = top - (0.7 * size if stacked else pad)
        section = composer.element("Sect")
        for line in self.lines:
            y = self._line(composer, frame, size, y, line, section)
        if kit.qr:
            self._qr(composer, frame, top, high, section)

    def _line(
        self,
        composer: Composer,
        frame: Frame,
        size: float,
        y: float,
        line: ContactLine,
        parent: int,
    ) -> float:
        points = line.ratio * size
        ink = self.kit.palette.heading if line.strong else self.kit.palette.text
        setting = self.kit.setting(points, self.inner_width(frame.width), 1.24, ink=ink)
        element = composer.element(line.kind, parent)
        writer = Writer(composer, line.shaped, element, setting)
        y -= line.gap * points
        writer.all(frame.page, frame.x, y - 0.92 * points)
        return y - writer.lines * setting.leading

    def _qr(self, composer: Composer, frame: Frame, top: float, high: float, parent: int) -> None:
        kit = self.kit
        clinic = kit.handout.clinic
        if kit.qr is None:
            return
        site = clinic.website.plain if clinic.website else ""
        alt = kit.phrases.qr_website.format(site) if site else ""
        alt = alt or kit.phrases.qr_phone.format(clinic.phone.plain)
        if self._stacked():
            x, y = frame.x, top - high + 8.0
        else:
            x, y = frame.x + frame.width - QR_SIDE, top - (high + QR_SIDE) / 2
        element = composer.element("Figure", parent, alt=alt)
        paper = Path2D(
            (("m", 0.0, 0.0), ("l", 1.0, 0.0), ("l", 1.0, 1.0), ("l", 0.0, 1.0), ("h",)),
            fill=kit.palette.paper,
        )
        composer.figure_box(element, Rect(x, y, QR_SIDE, QR_SIDE))
        composer.drawing(frame.page, x, y, QR_SIDE, (paper, kit.qr), element)


def phone_line(phone: ClinicPhone) -> Text:
    """Return a further number with its label, live."""
    link = phone_link(phone.number.plain)
    return Text((*phone.label.spans, Span(": "), Span(phone.number.plain, href=link)))


def _where(kit: Kit) -> list[Text]:
    """Return the lines under the clinic's name: place, hours, website, e-mail."""
    clinic, words = kit.handout.clinic, kit.phrases
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
