"""What stands around the flow: masthead, contact box, sources, ruled lines, footers.

Each part tells its height at a body size, and places itself when the fit is known.
"""

from __future__ import annotations

from brochure.composer import Composer, Setting, Writer, right_edge
from brochure.design import Palette
from brochure.flow import Shaper
from brochure.formats import Footer, Format, Frame, Geometry
from brochure.lines import Shaped, count_lines
from brochure.model import (
    FOOTER_ARTIFACT,
    Box,
    Handout,
    Ink,
    Path2D,
    Rule,
    Span,
    Text,
)
from brochure.phrases import Phrases, written_date
from brochure.records import dataclass

OUTDENT = 9.0
"""How far a box reaches out beside the text, so that its text keeps the grid."""
CAP = 0.67
LOGO = 40.0
COVER_LOGO = 64.0
QR_SIDE = 76.0
EDGE = 4.0
NOTES_GAP, NOTES_FOOT = 1.5, 7.0
TITLE_SHARE = 0.5
"""The share above the title of what the masthead grows."""


def plain_text(words: str, href: str = "") -> Text:
    """Return a text of the program's own words."""
    return Text((Span(words, href=href),))


def phone_link(phone: str) -> str:
    """Return the tel: link of a phone as typed; "+" is kept, a US number gets +1."""
    digits = "".join(filter(str.isdigit, phone.split("x")[0].split("ext")[0]))
    if phone.lstrip().startswith("+"):
        return f"tel:+{digits}"
    return f"tel:+1{digits}" if len(digits) == 10 else f"tel:{digits}"


@dataclass(frozen=True, slots=True)
class Logo:
    """The clinic's mark: vector paths or a raster, and its size in its own units."""

    width: float
    height: float
    paths: tuple[Path2D, ...] = ()
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

    def setting(self, size: float, width: float, leading: float = 1.3, **kw: object) -> Setting:
        """Return how a paragraph of furniture is set."""
        ink = kw.get("ink") or self.palette.text
        balance = bool(kw.get("balance"))
        return Setting(size, size * leading, width, ink, self.palette.link, balance)  # type: ignore[arg-type]

    def small(self, size: float) -> float:
        """Return the size of captions and footers at a body size."""
        return min(self.format.type.small, size)


# ---------------------------------------------------------------- masthead


@dataclass(frozen=True, slots=True)
class Masthead:
    """The head of page 1: mark, clinic, phone; then title and subtitle."""

    kit: Kit
    name: Shaped
    phone: Shaped
    city: Shaped | None
    title: Shaped
    subtitle: Shaped | None

    @classmethod
    def of(cls, kit: Kit) -> Masthead:
        """Return the masthead with its texts measured."""
        heavy, body = kit.shaper.heavy, kit.shaper.body
        handout, clinic = kit.handout, kit.handout.clinic
        call = kit.phrases.call.format(clinic.phone.plain)
        phone = heavy(plain_text(call, phone_link(clinic.phone.plain)), 1e9)
        return cls(
            kit,
            heavy(clinic.name),
            phone,
            body(clinic.city) if clinic.city else None,
            heavy(handout.title, 11.0),
            body(handout.subtitle) if handout.subtitle else None,
        )

    def _cover(self) -> bool:
        return self.kit.format.masthead == "cover"

    def title_size(self, width: float, size: float) -> float:
        """Return the largest title size that takes at most two lines (four on a cover)."""
        scale = self.kit.format.type
        lines = 4 if self._cover() else 2
        most = min(size * scale.title, scale.title_most)
        least = min(size * scale.title_least, most)
        word = self.title.widest_word
        steps = 8
        for step in range(steps + 1):
            title = most - (most - least) * step / steps
            if word * title <= width and count_lines(self.title, width / title) <= lines:
                return title
        return least

    def band(self, width: float, size: float) -> tuple[float, float, float]:
        """Return where the name begins, its width, and the band's height."""
        phone_width = self.phone.width * self.phone_size(size)
        left = LOGO + 12.0 if self.kit.logo else 0.0
        room = max(width - left - phone_width - 18.0, 60.0)
        return left, room, max(LOGO if self.kit.logo else 0.0, self._clinic_height(room, size))

    def _clinic_height(self, room: float, size: float) -> float:
        """Return the height of the clinic's name and the line under it."""
        name, city = self.name_size(size), self.city_size(size)
        high = count_lines(self.name, room / name) * name * 1.15
        if self.city:
            high += count_lines(self.city, room / city) * city * 1.2
        return high

    def name_size(self, size: float) -> float:
        """Return the size of the clinic's name."""
        return max(size + 3.0, 15.0)

    def phone_size(self, size: float) -> float:
        """Return the size of the phone in the masthead."""
        return max(size + 3.0, 15.0)

    def city_size(self, size: float) -> float:
        """Return the size of the line under the name."""
        return max(size, self.kit.format.type.floor)

    def height(self, width: float, size: float) -> float:
        """Return the height from the frame's head to where the flow begins."""
        _, _, band = self.band(width, size)
        title = self.title_size(width, size)
        lines = count_lines(self.title, width / title)
        high = band + 0.95 * title + CAP * title + (lines - 1) * 1.14 * title
        if self.subtitle:
            sub = self.subtitle_size(size)
            high += 1.45 * sub + (count_lines(self.subtitle, width / sub) - 1) * 1.25 * sub
        return high + (1.5 if self.subtitle else 2.0) * size

    def subtitle_size(self, size: float) -> float:
        """Return the subtitle's size."""
        return size * 1.16

    def place(self, composer: Composer, frame: Frame, size: float, rest: float = 0.0) -> None:
        """Place the masthead in its frame, with ``rest`` more above the title."""
        left, room, band = self.band(frame.width, size)
        self._place_clinic(composer, frame, size, left, room, band)
        title = self.title_size(frame.width, size)
        y = frame.top - band - 0.95 * title - CAP * title - rest * TITLE_SHARE
        y = self._title(composer, frame, title, y)
        self._subtitle(composer, frame, size, y)

    def _title(self, composer: Composer, frame: Frame, size: float, y: float) -> float:
        ink = self.kit.palette.text
        setting = self.kit.setting(size, frame.width, 1.14, ink=ink, balance=True)
        writer = Writer(composer, self.title, composer.element("H1"), setting)
        return writer.all(frame.page, frame.x, y)

    def _subtitle(self, composer: Composer, frame: Frame, size: float, y: float) -> float:
        if not self.subtitle:
            return y
        sub = self.subtitle_size(size)
        setting = self.kit.setting(sub, frame.width, 1.25, ink=self.kit.palette.muted)
        writer = Writer(composer, self.subtitle, composer.element("P"), setting)
        return writer.all(frame.page, frame.x, y - 1.45 * sub)

    def _place_clinic(
        self, composer: Composer, frame: Frame, size: float, left: float, room: float, band: float
    ) -> None:
        kit, page = self.kit, frame.page
        if kit.logo:
            place_logo(composer, kit, page, frame.x, frame.top, LOGO)
        name = self.name_size(size)
        y = frame.top - (band - self._clinic_height(room, size)) / 2 - 0.80 * name
        setting = kit.setting(name, room, 1.15, ink=kit.palette.heading)
        writer = Writer(composer, self.name, composer.element("P"), setting)
        below = writer.all(page, frame.x + left, y)
        if self.city:
            city = self.city_size(size)
            setting = kit.setting(city, room, 1.2, ink=kit.palette.muted)
            writer = Writer(composer, self.city, composer.element("P"), setting)
            writer.all(page, frame.x + left, below - 1.3 * city)
        self._phone(composer, frame, size, y)

    def _phone(self, composer: Composer, frame: Frame, size: float, y: float) -> None:
        phone = self.phone_size(size)
        setting = self.kit.setting(phone, 1e6, ink=self.kit.palette.heading)
        writer = Writer(composer, self.phone, composer.element("P"), setting)
        writer.all(frame.page, frame.x + frame.width - self.phone.width * phone, y)

    def place_cover(self, composer: Composer, frame: Frame, size: float, rest: float = 0.0) -> None:
        """Place the masthead as a cover panel: mark, title, subtitle; clinic and phone below."""
        del rest
        kit, page = self.kit, frame.page
        y = frame.top
        if kit.logo:
            place_logo(composer, kit, page, frame.x, y, COVER_LOGO)
            y -= COVER_LOGO
        title = self.title_size(frame.width, size)
        y = self._title(composer, frame, title, y - 2.2 * title)
        self._subtitle(composer, frame, size, y)
        name, city = self.name_size(size), self.city_size(size)
        lines = [(self.phone, self.phone_size(size), kit.palette.heading)]
        if self.city:
            lines.append((self.city, city, kit.palette.muted))
        lines.append((self.name, name, kit.palette.heading))
        y = frame.bottom
        placed: list[tuple[Shaped, float, Ink, float]] = []
        for shaped, points, ink in lines:
            placed.append((shaped, points, ink, y))
            y += count_lines(shaped, frame.width / points) * points * 1.3
        for shaped, points, ink, foot in reversed(placed):
            count = count_lines(shaped, frame.width / points)
            setting = kit.setting(points, frame.width, 1.3, ink=ink)
            writer = Writer(composer, shaped, composer.element("P"), setting)
            writer.all(page, frame.x, foot + (count - 1) * points * 1.3)
        rule = Rule(frame.x, y + 4, frame.x + frame.width, y + 4, 2.0, kit.palette.bar)
        composer.over(page, rule)


def place_logo(composer: Composer, kit: Kit, page: int, x: float, top: float, side: float) -> None:
    """Place the clinic's mark in a square of ``side`` points, as a Figure."""
    logo = kit.logo
    if logo is None:
        return
    scale = min(side / logo.height, 2.2 * side / logo.width)
    width, height = logo.width * scale, logo.height * scale
    alt = kit.phrases.logo.format(kit.handout.clinic.name.plain)
    element = composer.element("Figure", alt=alt)
    y = top - height - (side - height) / 2
    if logo.paths:
        composer.figure_box(element, (x, y, width, height))
        composer.drawing(page, x, y, scale, logo.paths, element)
    else:
        parts = len(kit.palette.text)
        composer.raster(page, (x, y, width, height), logo.data, element, parts)


# ------------------------------------------------------------- contact box


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
            (frame.x - out, top - high, frame.width + 2 * out, high),
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
        composer.figure_box(element, (x, y, QR_SIDE, QR_SIDE))
        composer.drawing(frame.page, x, y, QR_SIDE, (paper, kit.qr), element)


def website_link(website: str) -> str:
    """Return a website as an https link, whether typed with or without its scheme."""
    return website if website.startswith("https:") else f"https://{website}"


def _where(kit: Kit) -> list[Text]:
    """Return the lines under the clinic's name: place, hours, website, e-mail."""
    clinic, words = kit.handout.clinic, kit.phrases
    places = [text for text in (clinic.address, clinic.city) if text]
    lines = []
    if places:
        spans = list(places[0].spans)
        for text in places[1:]:
            spans += [Span(", "), *text.spans]
        lines.append(Text(tuple(spans)))
    if clinic.hours:
        lines.append(_labelled(words.hours, clinic.hours, ""))
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


def place_panel(
    composer: Composer,
    page: int,
    box: tuple[float, float, float, float],
    fill: Ink | None,
    edge: Ink,
) -> None:
    """Place a tinted panel with a heavy left edge; where no tint is wanted, a ruled one."""
    x, y, width, height = box
    if fill is None:
        half = 0.6
        composer.under(
            page,
            Box(x + half, y + half, width - 1.2, height - 1.2, None, edge, 1.2),
        )
    else:
        composer.under(page, Box(x, y, width, height, fill))
    composer.under(page, Box(x, y, EDGE, height, edge))


# ------------------------------------------------- sources and ruled lines


@dataclass(frozen=True, slots=True)
class Sources:
    """The small print at the end."""

    kit: Kit
    shaped: Shaped

    @classmethod
    def of(cls, kit: Kit) -> Sources | None:
        """Return the sources with their text measured, or None if there are none."""
        if not kit.handout.sources:
            return None
        spans = [Span(kit.phrases.sources + ": ", bold=True)]
        for number, text in enumerate(kit.handout.sources):
            spans += [*([Span("; ")] if number else []), *text.spans]
        return cls(kit, kit.shaper.body(Text(tuple(spans))))

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
    room: tuple[float, float, float, float],
    size: float,
    heading: Text,
) -> None:
    """Place a heading and ruled lines in ``room``: x, width, top and foot."""
    x, width, top, foot = room
    shaped = kit.shaper.heavy(heading)
    points = max(size * kit.format.type.heading, size + kit.format.type.heading_plus)
    setting = kit.setting(points, width, 1.16, ink=kit.palette.heading)
    writer = Writer(composer, shaped, composer.element("H2"), setting)
    y = writer.all(page, x, top - NOTES_GAP * size - CAP * points)
    span = y - foot - NOTES_FOOT
    pitch = max(25.0, 1.9 * size)
    count = max(int(span / pitch), 1)
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
    call = kit.phrases.call.format(kit.handout.clinic.phone.plain)
    composer.text(footer.page, footer.x, y, call, "bold", phone, palette.heading, FOOTER_ARTIFACT)
    room = footer.width - kit.shaper.measure.width(call, "bold") * phone - 20.0
    lines = (
        footer_lines(kit, footer.page + 1, pages, room / small) if footer.parts == "full" else []
    )
    for number, text in enumerate(reversed(lines)):
        x = right_edge(composer, text, "regular", small, right)
        line = y + number * small * 1.22
        ink = palette.muted
        composer.text(footer.page, x, line, text, "regular", small, ink, FOOTER_ARTIFACT)
    top = y + max(phone, (1.22 * len(lines) - 0.22) * small + 3.0) + 6.0
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
