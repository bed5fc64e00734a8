"""A handout as its content file has it: texts with their places, nothing measured yet.

``line`` and ``column`` begin at 1; 0 is for what stands in no file.
"""

from __future__ import annotations

from pathlib import Path

from brochure._startup.records import dataclass, field, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from brochure.model.choices import (
        ClinicPaper,
        Emphasis,
        FaceRole,
        ListKind,
        Notes,
        Status,
        StyleName,
    )


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text in one style; ``href`` is empty or an https:, mailto: or tel: link.

    ``fact`` says what of the clinic will stand in its place: "phone" for ``{phone}``.
    """

    text: str
    bold: bool = False
    italic: bool = False
    href: str = ""
    lang: str = ""
    fact: str = ""


Source = tuple[str, int, int]
"""Where a text stands: its file, its line and its column (1-based)."""
NOWHERE: Source = ("", 0, 0)
"""The place of the program's own words."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text of the content file, its inline marks read, and where it stands (1-based)."""

    spans: tuple[Span, ...]
    line: int = 0
    column: int = 0
    file: str = ""

    @property
    def plain(self) -> str:
        """The words alone, without marks."""
        spans = self.spans
        return spans[0].text if len(spans) == 1 else "".join([span.text for span in spans])

    @property
    def lines(self) -> tuple[Text, ...]:
        """The lines of a text that keeps them, such as opening hours; itself if it has one."""
        if "\n" not in self.plain:
            return (self,)
        rows: list[list[Span]] = [[]]
        for span in self.spans:
            first, *rest = span.text.split("\n")
            rows[-1].append(replace(span, text=first))
            rows += [[replace(span, text=part)] for part in rest]
        kept = ([span for span in row if span.text] for row in rows)
        return tuple([replace(self, spans=tuple(row)) for row in kept if row])

    @property
    def in_line(self) -> str:
        """The words on one line, where a text of several lines has room for one only."""
        return self.plain.replace("\n", "; ")


@dataclass(frozen=True, slots=True)
class Item:
    """A list item, with the texts nested under it (one level)."""

    text: Text
    items: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a section's body."""

    text: Text


@dataclass(frozen=True, slots=True)
class ItemList:
    """A list of a section's body; steps count from ``start``."""

    items: tuple[Item, ...]
    kind: ListKind = "bullets"
    start: int = 1


@dataclass(frozen=True, slots=True)
class Image:
    """A picture of the content: its file (resolved, inside the project), alt text and caption.

    ``beside`` says that it may stand in the column of side headings.
    """

    path: Path
    alt: Text
    caption: Text | None = None
    beside: bool = False
    line: int = 0
    column: int = 0


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of a table: a cell for each column, the first of which is what the row is called.

    A cell that says nothing has no spans.
    """

    cells: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table: the heads of its columns, and its rows."""

    columns: tuple[Text, ...]
    rows: tuple[TableRow, ...]


@dataclass(frozen=True, slots=True)
class FillIn:
    """Lines to write on, each with its label."""

    labels: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """Somebody's words, and who said them."""

    text: Text
    by: Text | None = None


@dataclass(frozen=True, slots=True)
class Tip:
    """A piece of advice that stands by itself."""

    text: Text


Block = Paragraph | ItemList | Image | Table | FillIn | Quote | Tip
"""What a section's body is made of."""


@dataclass(frozen=True, slots=True)
class Cover:
    """The picture of a folded sheet's cover, and of the styles that open with one."""

    path: Path
    alt: Text
    line: int = 0
    column: int = 0


@dataclass(frozen=True, slots=True)
class Icon:
    """A pictogram of the bundled set; one without ``alt`` is ornament, which nobody hears."""

    name: str
    alt: Text | None = None
    line: int = 0
    column: int = 0


SIGNED = ("urgent", "emergency")
"""The emphases that have a sign of their own beside the heading."""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with what stands under it, in reading order."""

    heading: Text
    emphasis: Emphasis = ""
    body: tuple[Block, ...] = ()
    icon: Icon | None = None
    line: int = 0
    column: int = 0

    @property
    def shown_icon(self) -> Icon | None:
        """The icon that is drawn: none in the place of the sign of an urgent box."""
        return self.icon if self.icon and self.emphasis not in SIGNED else None

    @property
    def lists(self) -> tuple[ItemList, ...]:
        """The lists of the body."""
        return tuple([block for block in self.body if isinstance(block, ItemList)])

    @property
    def images(self) -> tuple[Image, ...]:
        """The pictures of the body."""
        return tuple([block for block in self.body if isinstance(block, Image)])


def short_form(
    *,
    text: tuple[Text, ...] = (),
    bullets: tuple[Item, ...] = (),
    steps: tuple[Item, ...] = (),
    closing: Text | None = None,
    image: Image | None = None,
) -> tuple[Block, ...]:
    """Return the body that the keys of a section's short form stand for."""
    body: list[Block] = [Paragraph(each) for each in text]
    if bullets:
        body.append(ItemList(bullets))
    if steps:
        body.append(ItemList(steps, "steps"))
    if closing:
        body.append(Paragraph(closing))
    if image:
        body.append(image)
    return tuple(body)


@dataclass(frozen=True, slots=True)
class ClinicPhone:
    """A further number of the clinic, and what it is for."""

    label: Text
    number: Text


@dataclass(frozen=True, slots=True)
class Location:
    """One of the clinic's places."""

    name: Text
    address: Text | None = None
    phone: Text | None = None
    hours: Text | None = None


OwnPhrases = tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
"""By language tag, in small letters: the fixed words that the clinic has its own of."""


@dataclass(frozen=True, slots=True)
class Clinic:
    """The clinic: what every handout of it shows."""

    name: Text
    phone: Text
    phones: tuple[ClinicPhone, ...] = ()
    address: Text | None = None
    city: Text | None = None
    hours: Text | None = None
    website: Text | None = None
    email: Text | None = None
    fax: Text | None = None
    locations: tuple[Location, ...] = ()
    logo: Path | None = None
    logo_line: int = 0
    logo_column: int = 0
    logo_has_name: bool | None = None  # the mark shows the name; None: not said
    paper: ClinicPaper = ""
    notice: bool = False  # of free language help
    phrases: OwnPhrases = ()
    file: str = ""


@dataclass(frozen=True, slots=True)
class BrandSource:
    """The brand as the file has it, read but not yet judged; ``design`` makes a Brand of it."""

    primary: Text | None = None
    accent: Text | None = None
    primary_cmyk: Text | None = None
    accent_cmyk: Text | None = None
    fonts: tuple[tuple[FaceRole, Path], ...] = ()
    font_line: int = 0
    font_column: int = 0
    min_size: float = 12.0
    style: StyleName = "plain"
    logo: Path | None = None  # of a brand.yml; the clinic's own wins
    logo_line: int = 0
    logo_column: int = 0
    file: str = ""


@dataclass(frozen=True, slots=True)
class Contact:
    """The closing box with phone and QR code."""

    shown: bool = True
    heading: Text | None = None
    text: Text | None = None
    qr: Text | None = None  # the address that the code opens
    qr_words: Text | None = None


@dataclass(frozen=True, slots=True)
class Email:
    """The words of the e-mail draft; empty ones get defaults."""

    subject: Text | None = None
    message: tuple[Text, ...] = ()
    postal_address: Text | None = None
    opt_out: Text | None = None


@dataclass(frozen=True, slots=True)
class Side:
    """What a handout has on one side of a sheet: words of the other side, and the binding's edge.

    The sheet is bound at the edge where the lines begin, or at the other one.
    """

    words: Text
    bound_where_lines_begin: bool = True


@dataclass(frozen=True, slots=True)
class Handout:
    """One content file, read and valid in shape."""

    file: str
    title: Text
    clinic: Clinic
    sections: tuple[Section, ...]
    subtitle: Text | None = None
    language: str = "en-US"
    brand: BrandSource = field(default_factory=BrandSource)
    cover: Cover | None = None
    contact: Contact = field(default_factory=Contact)
    notes: Notes = "auto"
    notes_heading: Text | None = None
    reviewed: str = ""  # ISO date
    review_by: str = ""  # ISO date
    sources: tuple[Text, ...] = ()
    email: Email = field(default_factory=Email)
    title_en: Text | None = None  # for staff
    twin_of: Path | None = None  # the same in another language
    back: Handout | None = None  # that one, on the other side of the sheet
    side: Side | None = None  # which of the two this is, if one has the back
    status: Status = ""
    also_in: tuple[Text, ...] = ()  # language tags
    lines: tuple[Text, ...] = ()  # for readers of other languages, made of the above
    code: Text | None = None  # of the document, with its version
    footer: Text | None = None
    topics: tuple[Text, ...] = ()  # what staff find it by; never drawn
    must_say: tuple[Text, ...] = ()  # words that `check` holds the text to; never drawn
    allow: tuple[tuple[str, str], ...] = ()  # (rule, reason): checks that are switched off
    folder: Path = Path()

    @property
    def images(self) -> tuple[Image, ...]:
        """The pictures of all sections."""
        return tuple([image for section in self.sections for image in section.images])
