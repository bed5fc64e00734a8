"""The one table of what a content file may hold; the loader and the JSON Schema are made of it."""

from __future__ import annotations

from brochure._startup.records import dataclass
from brochure.brand.styles import STYLES
from brochure.copyfit.formats import PAPERS

MAX_SECTIONS = 100
MAX_ITEMS = 500
MAX_START = 99
MAX_CHARACTERS = 100_000
MIN_SIZE = (10, 12)

YES = ("true", "yes", "on")
NO = ("false", "no", "off")
AUTO = ("auto",)


@dataclass(frozen=True, slots=True)
class Field:
    """One key: its name, the kind of its value and what a writer should know."""

    name: str
    kind: str
    description: str
    required: bool = False
    choices: tuple[str, ...] = ()
    fields: tuple[Field, ...] = ()
    example: str = ""


EMPHASIS = ("key", "urgent", "emergency")

STATUS = ("draft",)

CLINIC_PHONE = (
    Field("label", "text", "What the number is for.", True, example="Nights"),
    Field("number", "phone", "The number, printed as typed.", True, example="310-828-7758"),
)

LOCATION = (
    Field("name", "text", "What the place is called.", True, example="Westside"),
    Field("address", "lines", "Street, number and city; one line, or several."),
    Field("phone", "phone", "The number of this place.", example="310-828-7757"),
    Field("hours", "lines", "Opening hours of this place; one line, or several."),
)

CLINIC = (
    Field("name", "text", "The clinic's name, as patients know it.", True),
    Field("phone", "phone", "The number to call, printed as typed.", True, example="310-828-7757"),
    Field(
        "phones",
        "phones",
        "Further numbers, each with a label; they stand in the closing box.",
        fields=CLINIC_PHONE,
        example="[{label: Nights, number: 310-828-7758}]",
    ),
    Field("address", "lines", "Street and number; one line, or several."),
    Field("city", "line", "City, state and postal code."),
    Field("hours", "lines", "Opening hours; one line, or several.", example="Mon-Fri 8:00-17:00"),
    Field("website", "website", "The web address, printed as typed.", example="spine.example"),
    Field("email", "address", "The clinic's e-mail address.", example="care@spine.example"),
    Field("fax", "phone", "The fax number, printed as typed.", example="310-828-7760"),
    Field(
        "locations",
        "locations",
        "The clinic's places, up to six; they stand in the closing box.",
        fields=LOCATION,
        example="[{name: Westside, address: 12 Main Street, phone: 310-828-7757}]",
    ),
    Field("logo", "file", "The logo: an SVG, PNG or JPEG file.", example="assets/logo.svg"),
    Field(
        "logo_has_name",
        "choice",
        "true: the logo shows the clinic's name, which is then not printed again beside it.",
        choices=("true", "false"),
    ),
    Field("paper", "choice", "The paper in the clinic's printer.", choices=tuple(PAPERS)),
    Field(
        "notice",
        "choice",
        "true: a line of free language help in fifteen languages at the end of each handout.",
        choices=("true", "false"),
    ),
    Field(
        "phrases",
        "phrases",
        "Fixed words of the clinic's own, such as “Call {}”, by language.",
        example='{pl: {call: "Zadzwoń {}"}}',
    ),
)

BRAND = (
    Field("primary", "colour", "Headings, rules and boxes; in quotes.", example='"#0b5d6b"'),
    Field("accent", "colour", "Bullets and small marks; in quotes.", example='"#c05a12"'),
    Field("primary_cmyk", "inks", "The primary colour for a press.", example="90 30 40 20"),
    Field("accent_cmyk", "inks", "The accent colour for a press.", example="10 70 100 5"),
    Field(
        "font",
        "font",
        "A folder with Regular.ttf, Bold.ttf and Italic.ttf, or the files by name.",
        fields=(
            Field("regular", "file", "The face of the text.", True),
            Field("bold", "file", "The face of headings and bold words.", True),
            Field("italic", "file", "The face of italic words; without it they are set upright."),
        ),
        example="assets/fonts",
    ),
    Field("style", "choice", "The face of the pages.", choices=tuple(STYLES)),
    Field("min_size", "size", "The smallest body type in points, from 10 to 12.", example="12"),
)

IMAGE = (
    Field("file", "file", "A PNG or JPEG file.", True, example="assets/spine.png"),
    Field("alt", "text", "What the picture shows, for people who cannot see it.", True),
    Field("caption", "text", "Words printed under the picture."),
    Field("beside", "switch", "true: it may stand under the heading, at the side of the text."),
)

TABLE = (
    Field(
        "columns",
        "columns",
        "The heads of its columns, two to five.",
        True,
        example="[Medicine, Morning, Night]",
    ),
    Field(
        "rows",
        "rows",
        'Its rows, each with a cell for every column; "" where there is nothing.',
        True,
        example='[[Sampril 10 mg, 1 pill, ""]]',
    ),
)
QUOTE = (
    Field("text", "said", "What was said.", True),
    Field("by", "text", "Who said it."),
)
MOST_COLUMNS = 5

SHORT_FORM = (
    Field("text", "texts", "A paragraph, or a list of paragraphs."),
    Field("bullets", "items", "A list with bullets; an item may hold a list of its own."),
    Field("steps", "items", "A numbered list; an item may hold a list of its own."),
    Field("closing", "text", "A paragraph after the list."),
    Field("image", "mapping", "A picture.", fields=IMAGE),
)
"""What most sections need, in the one order that it is read in."""

BLOCKS = (
    *(field for field in SHORT_FORM if field.name in ("bullets", "steps", "image")),
    Field("checklist", "items", "A list with boxes to tick."),
    Field("table", "table", "A table.", fields=TABLE),
    Field(
        "fill",
        "labels",
        "Lines to write on, each with its label.",
        example="[Next visit, Your nurse]",
    ),
    Field("quote", "quote", "What somebody said: a text, or `text` and `by`.", fields=QUOTE),
    Field("tip", "text", "A piece of advice that stands by itself."),
    Field("start", "count", "The number of the first of the `steps`.", example="4"),
)
"""What an item of `body:` may be, beside a text; `start` goes with `steps`."""

ICON = (
    Field("name", "icon name", "The name of the pictogram.", True, example="heart"),
    Field("alt", "text", "What it tells, for people who cannot see it; without it, ornament."),
)

SECTION = (
    Field("heading", "text", "The section's heading.", True),
    Field(
        "icon",
        "icon",
        "A pictogram beside the heading, by its name.",
        fields=ICON,
        example="heart",
    ),
    Field(
        "emphasis",
        "choice",
        "key: the one main message. urgent: when to call the clinic. "
        "emergency: when to call 911 or go now.",
        choices=EMPHASIS,
    ),
    *SHORT_FORM,
    Field("body", "body", "Texts, lists, tables and more, in any order.", fields=BLOCKS),
)
COVER = IMAGE[:2]
CONTENT_KEYS = ("text", "bullets", "steps", "image", "body")
"""A section needs one of these besides its heading."""

CONTACT = (
    Field("heading", "text", "The heading of the closing box."),
    Field("text", "text", "The words in the closing box."),
    Field(
        "qr",
        "website",
        "The page or video that the code opens, in place of the clinic's website or phone.",
        example="https://spine.example/video",
    ),
    Field("qr_words", "text", "What the code is for.", example="See the exercises"),
)

EMAIL = (
    Field("subject", "text", "The subject of the e-mail draft."),
    Field("message", "letter", "The words of the e-mail: a paragraph, or a list of them."),
    Field("postal_address", "lines", "The postal address at the end of the e-mail."),
    Field("opt_out", "text", "How to say no to further e-mails."),
)

HANDOUT = (
    Field("title", "text", "The title of the handout.", True),
    Field("title_en", "text", "The title in English, for staff, where the text is not."),
    Field("subtitle", "text", "A line under the title."),
    Field("language", "language", "The language of the text.", example="en-US"),
    Field("clinic", "mapping or file", "The clinic, or a YAML file with it.", True, fields=CLINIC),
    Field("brand", "mapping or file", "Colours and fonts, or a YAML file of them.", fields=BRAND),
    Field("sections", "mappings", "The sections, each with a heading.", True, fields=SECTION),
    Field("cover", "mapping", "A picture for the cover, or the head of page 1.", fields=COVER),
    Field("contact", "contact", "The closing box: true, false, or its words.", fields=CONTACT),
    Field("notes", "notes", "Ruled lines for questions: auto, true, false, or their heading."),
    Field("reviewed", "date", "When the text was last reviewed.", example="2026-10-01"),
    Field("review_by", "date", "When the text must be reviewed again.", example="2028-10-01"),
    Field("sources", "texts", "Where the facts come from; small print at the end."),
    Field("email", "mapping", "The words of the e-mail draft.", fields=EMAIL),
    Field(
        "twin_of",
        "file",
        "The same handout in another language; `check` compares the two.",
        example="back-pain.yaml",
    ),
    Field(
        "also_in",
        "languages",
        "The languages that the handout is there in, too; printed at its end.",
        example="[es, zh-Hans]",
    ),
    Field("code", "text", "The document's code and version, in the footer.", example="SI-014 v2"),
    Field("footer", "text", "One line of small print at the foot of every page."),
    Field("must_say", "texts", "Words that the text must keep; `check` tells which it lost."),
    Field(
        "status",
        "choice",
        "draft: each page says so; without it the text is ready.",
        choices=STATUS,
    ),
    Field("topics", "names", "Words that staff find the handout by.", example="[back, neck]"),
    Field("allow", "reasons", "Checks to switch off: the rule's name and the reason why."),
)
