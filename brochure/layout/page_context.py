"""What the parts of a page are made with."""

from __future__ import annotations

from brochure._startup.records import dataclass
from brochure.art.artwork import Picture
from brochure.brand.palette import Palette
from brochure.brand.styles import Style
from brochure.copyfit.blocks import Shaper
from brochure.copyfit.formats import Format
from brochure.language.fixed_words import Phrases
from brochure.layout.page_builder import Pen, Surface
from brochure.model import Handout, Logo, Path2D, Span, Text

UNCUT = 1e6
"""A width in ems that no word is cut at."""
CAP = 0.67
"""The height of a capital, in ems."""


@dataclass(frozen=True, slots=True)
class PageContext:
    """What every part needs: the handout, its format, its inks, its fixed words, its artwork."""

    handout: Handout
    format: Format
    palette: Palette
    phrases: Phrases
    shaper: Shaper
    logo: Logo | None
    qr: Path2D | None  # in a square of one point
    style: Style
    live: bool = True  # links can be tapped
    cover: Picture | None = None  # of styles that show one, and of a folded sheet

    @property
    def pen(self) -> Pen:
        """What surfaces are written on with."""
        return Pen(self.shaper.measure, self.palette.link, self.phrases.link, self.live)

    def surface(self) -> Surface:
        """Return an empty surface, to make a fragment on."""
        return Surface(self.pen)


def plain_text(words: str, href: str = "") -> Text:
    """Return a text of the program's own words."""
    return Text((Span(words, href=href),))
