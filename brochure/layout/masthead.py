"""The head of page 1, or a cover panel: mark, clinic, phone, title and subtitle."""

from __future__ import annotations

from brochure._startup.records import dataclass
from brochure.copyfit.formats import Frame
from brochure.layout.furniture import CAP, Kit, Logo, plain_text
from brochure.layout.page_builder import Composer, Writer
from brochure.model import Ink, Rect, Rule
from brochure.model.phones import read_phone
from brochure.typeset.line_breaking import Shaped, count_lines

LOGO = 40.0
COVER_LOGO = 64.0
LOGO_GAP, LOGO_WIDEST = 11.0, 3.0
TITLE_SHARE = 0.5
"""The share above the title of what the masthead grows."""


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
        phone = read_phone(clinic.phone.plain)
        call = heavy(plain_text(kit.phrases.call.format(phone.called), phone.link), 1e9)
        return cls(
            kit,
            heavy(clinic.name),
            call,
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
        left = logo_size(self.kit.logo, LOGO)[0] + LOGO_GAP if self.kit.logo else 0.0
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
        """Return the height from the frame's head to where the flow begins, or of a cover."""
        if self._cover():
            return self._cover_height(width, size)
        _, _, band = self.band(width, size)
        title = self.title_size(width, size)
        lines = count_lines(self.title, width / title)
        high = band + 0.95 * title + CAP * title + (lines - 1) * 1.14 * title
        if self.subtitle:
            sub = self.subtitle_size(size)
            high += 1.45 * sub + (count_lines(self.subtitle, width / sub) - 1) * 1.25 * sub
        return high + (1.5 if self.subtitle else 2.0) * size

    def _cover_height(self, width: float, size: float) -> float:
        """Return the least height of a cover: mark and title, clinic and phone below."""
        title, sub = self.title_size(width, size), self.subtitle_size(size)
        high = COVER_LOGO if self.kit.logo else 0.0
        high += 2.2 * title + (count_lines(self.title, width / title) - 1) * 1.14 * title
        if self.subtitle:
            high += 1.45 * sub + (count_lines(self.subtitle, width / sub) - 1) * 1.25 * sub
        lines = [(self.name, self.name_size(size)), (self.phone, self.phone_size(size))]
        lines += [(self.city, self.city_size(size))] if self.city else []
        return high + sum(count_lines(s, width / pt) * pt * 1.3 for s, pt in lines) + 1.5 * size

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


def logo_size(logo: Logo, side: float) -> tuple[float, float]:
    """Return a mark's size at a height of ``side`` points; a wide one is set lower."""
    scale = min(side / logo.height, LOGO_WIDEST * side / logo.width)
    return logo.width * scale, logo.height * scale


def place_logo(composer: Composer, kit: Kit, page: int, x: float, top: float, side: float) -> None:
    """Place the clinic's mark in a square of ``side`` points, as a Figure."""
    logo = kit.logo
    if logo is None:
        return
    width, height = logo_size(logo, side)
    scale = width / logo.width
    alt = kit.phrases.logo.format(kit.handout.clinic.name.plain)
    element = composer.element("Figure", alt=alt)
    y = top - height - (side - height) / 2
    if logo.paths:
        composer.figure_box(element, Rect(x, y, width, height))
        composer.drawing(page, x, y, scale, logo.paths, element)
    else:
        parts = len(kit.palette.text)
        composer.raster(page, Rect(x, y, width, height), logo.data, element, parts)
