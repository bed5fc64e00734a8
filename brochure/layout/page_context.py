"""What the parts of a page are made with."""

from __future__ import annotations

from brochure._startup.records import dataclass
from brochure.art.artwork import Picture
from brochure.brand.palette import Palette
from brochure.brand.styles import Style
from brochure.copyfit.blocks import Shaper
from brochure.copyfit.formats import Format
from brochure.copyfit.parts import Length, Paragraph
from brochure.language.fixed_words import Phrases
from brochure.layout.page_builder import Pen, Surface
from brochure.model import Handout, Logo, Span, Text
from brochure.typeset.line_breaking import Shaped

TYPE_CHECKING = False
if TYPE_CHECKING:
    from brochure.art.qr_code import Code
    from brochure.copyfit.parts import InkName

UNCUT = 1e6
"""A width in ems that no word is cut at."""
CAP = 0.67
"""The height of a capital, in ems."""
BOX_WORD = 11.0
"""In ems; a wider word of the closing box may be cut, as the narrowest box is a panel's."""
PIECE = 10.0
"""In ems; a longer piece of an address, from comma to comma, may be parted at any space."""
BOX_LEADING, BOX_RISE = 1.24, 0.92
"""The leading of the closing box, and how far below a line's top its baseline is, in ems."""


@dataclass(frozen=True, slots=True)
class PageContext:
    """What every part needs: the handout, its format, its inks, its fixed words, its artwork."""

    handout: Handout
    format: Format
    palette: Palette
    phrases: Phrases
    shaper: Shaper
    logo: Logo | None
    qr: Code | None
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


def in_pieces(shaped: Shaped) -> Shaped:
    """Return an address or hours parted after commas only, where a box has room for that."""
    if not any("," in part for word in shaped.words for part, _ in word):
        return shaped
    from brochure.typeset.address_lines import keep_pieces

    return keep_pieces(shaped, PIECE)


def in_sentences(shaped: Shaped) -> Shaped:
    """Return a heading of two sentences parted between them, where a box has room for each."""
    if not any(part[-1:] in "?؟？" for word in shaped.words[:-1] for part, _ in word[-1:]):
        return shaped
    from brochure.typeset.address_lines import STOPS, keep_pieces

    return keep_pieces(shaped, BOX_WORD, STOPS)


def box_line(
    shaped: Shaped, gap: float = 0.0, ratio: float = 1.0, ink: InkName = "text", kind: str = "P"
) -> Paragraph:
    """Return a text of the closing box as its lines, so many ems below what is above it."""
    return Paragraph(
        shaped, Length(ratio), BOX_LEADING, gap + BOX_RISE, BOX_LEADING - BOX_RISE, ink, kind
    )
