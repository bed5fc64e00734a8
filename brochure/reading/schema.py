"""The one table of what a content file may hold; the loader and the JSON Schema are made of it."""

from __future__ import annotations

from brochure._startup.records import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


MAX_SECTIONS = 100
MAX_ITEMS = 500
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


EMPHASIS = ("key", "urgent")

CLINIC = (
    Field("name", "text", "The clinic's name, as patients know it.", True),
    Field("phone", "phone", "The number to call, printed as typed.", True, example="310-828-7757"),
    Field("address", "text", "Street and number."),
    Field("city", "text", "City, state and postal code."),
    Field("hours", "text", "Opening hours.", example="Mon-Fri 8:00-17:00"),
    Field("website", "website", "The web address, printed as typed.", example="spine.example"),
    Field("email", "address", "The clinic's e-mail address.", example="care@spine.example"),
    Field("logo", "file", "The logo: an SVG, PNG or JPEG file.", example="assets/logo.svg"),
)

BRAND = (
    Field("primary", "colour", "Headings, rules and boxes; in quotes.", example='"#0b5d6b"'),
    Field("accent", "colour", "Bullets and small marks; in quotes.", example='"#c05a12"'),
    Field("primary_cmyk", "inks", "The primary colour for a press.", example="90 30 40 20"),
    Field("accent_cmyk", "inks", "The accent colour for a press.", example="10 70 100 5"),
    Field(
        "font",
        "font",
        "A folder with Regular.ttf, Bold.ttf and Italic.ttf, or the three files by name.",
        fields=(
            Field("regular", "file", "The face of the text.", True),
            Field("bold", "file", "The face of headings and bold words.", True),
            Field("italic", "file", "The face of italic words.", True),
        ),
        example="assets/fonts",
    ),
    Field("min_size", "size", "The smallest body type in points, from 10 to 12.", example="12"),
)

IMAGE = (
    Field("file", "file", "An SVG, PNG or JPEG file.", True, example="assets/spine.png"),
    Field("alt", "text", "What the picture shows, for people who cannot see it.", True),
    Field("caption", "text", "Words printed under the picture."),
)

SECTION = (
    Field("heading", "text", "The section's heading.", True),
    Field(
        "emphasis",
        "choice",
        "key: the one main message. urgent: when to call or go.",
        choices=EMPHASIS,
    ),
    Field("text", "texts", "A paragraph, or a list of paragraphs."),
    Field("bullets", "items", "A list with bullets; an item may hold a list of its own."),
    Field("steps", "items", "A numbered list; an item may hold a list of its own."),
    Field("closing", "text", "A paragraph after the list."),
    Field("image", "mapping", "A picture.", fields=IMAGE),
)
CONTENT_KEYS = ("text", "bullets", "steps", "image")
"""A section needs one of these besides its heading."""

CONTACT = (
    Field("heading", "text", "The heading of the closing box."),
    Field("text", "text", "The words in the closing box."),
)

EMAIL = (
    Field("subject", "text", "The subject of the e-mail draft."),
    Field("message", "texts", "The words of the e-mail: a paragraph, or a list of them."),
    Field("postal_address", "text", "The postal address at the end of the e-mail."),
    Field("opt_out", "text", "How to say no to further e-mails."),
)

HANDOUT = (
    Field("title", "text", "The title of the handout.", True),
    Field("subtitle", "text", "A line under the title."),
    Field("language", "language", "The language of the text.", example="en-US"),
    Field("clinic", "mapping or file", "The clinic, or a YAML file with it.", True, fields=CLINIC),
    Field("brand", "mapping or file", "Colours and fonts, or a YAML file of them.", fields=BRAND),
    Field("sections", "mappings", "The sections, each with a heading.", True, fields=SECTION),
    Field("contact", "contact", "The closing box: true, false, or its words.", fields=CONTACT),
    Field("notes", "notes", "Ruled lines for questions: auto, true, false, or their heading."),
    Field("reviewed", "date", "When the text was last reviewed.", example="2026-10-01"),
    Field("review_by", "date", "When the text must be reviewed again.", example="2028-10-01"),
    Field("sources", "texts", "Where the facts come from; small print at the end."),
    Field("email", "mapping", "The words of the e-mail draft.", fields=EMAIL),
    Field("allow", "reasons", "Checks to switch off: the rule's name and the reason why."),
)

# -------------------------------------------------------------- JSON Schema

Schema = dict[str, "Any"]

_TEXT: Schema = {"type": ["string", "number", "integer", "boolean"], "pattern": "\\S"}
_TEXTS: Schema = {"anyOf": [_TEXT, {"type": "array", "items": _TEXT, "minItems": 1}]}
_NESTED: Schema = {
    "type": "object",
    "minProperties": 1,
    "maxProperties": 1,
    "propertyNames": {"pattern": "\\S"},
    "additionalProperties": {"type": "array", "items": _TEXT, "minItems": 1},
}
_ITEMS: Schema = {"type": "array", "items": {"anyOf": [_TEXT, _NESTED]}, "minItems": 1}
_NUMBER = "(100|[0-9]{1,2})([.][0-9]+)?%?"
_INKS: Schema = {
    "anyOf": [
        {"type": "string", "pattern": f"^ *{_NUMBER}([ ,]+{_NUMBER}){{3}} *$"},
        {
            "type": "array",
            "items": {"type": "number", "minimum": 0, "maximum": 100},
            "minItems": 4,
            "maxItems": 4,
        },
    ]
}


def json_schema() -> Schema:
    """Return the JSON Schema (2020-12) of a content file, for completion in an editor."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Patient handout",
        "description": "One file is one two-page handout.",
        **_object(HANDOUT),
    }


def _object(fields: tuple[Field, ...]) -> Schema:
    return {
        "type": "object",
        "properties": {field.name: _described(field) for field in fields},
        "required": [field.name for field in fields if field.required],
        "additionalProperties": False,
    }


def _described(field: Field) -> Schema:
    example = f" Example: {field.example}" if field.example else ""
    return {"description": field.description + example, **_KINDS[field.kind](field)}


def _section_list(field: Field) -> Schema:
    section = _object(field.fields)
    section["anyOf"] = [{"required": [key]} for key in CONTENT_KEYS]
    return {"type": "array", "minItems": 1, "maxItems": MAX_SECTIONS, "items": section}


def _words(*groups: tuple[str, ...]) -> str:
    """Return a pattern of words in any case."""
    words = [word for group in groups for word in group]
    either = "|".join("".join(f"[{char.upper()}{char}]" for char in word) for word in words)
    return f"^\\s*({either})\\s*$"


def _switch_or_words(field: Field) -> Schema:
    words = {"type": "string", "pattern": _words(YES, NO, AUTO)}
    return {"anyOf": [{"type": "boolean"}, words, _object(field.fields)]}


def _path_or_object(field: Field) -> Schema:
    return {"anyOf": [{"type": "string", "pattern": "\\S"}, _object(field.fields)]}


def _yaml_or_object(field: Field) -> Schema:
    file = {"type": "string", "pattern": "[.][Yy][Aa]?[Mm][Ll] *$"}
    return {"anyOf": [file, _object(field.fields)]}


def _size(field: Field) -> Schema:
    low, high = MIN_SIZE
    return {"type": "number", "minimum": low, "maximum": high}


_KINDS: dict[str, Any] = {
    "text": lambda field: _TEXT,
    "phone": lambda field: {"type": ["string", "integer"], "pattern": "[0-9]"},
    "website": lambda field: {
        "type": "string",
        "pattern": "^\\s*(https://)?[^\\s/:]+[.][^\\s]+\\s*$",
    },
    "address": lambda field: {"type": "string", "pattern": "@"},
    "file": lambda field: {"type": "string", "pattern": "\\S"},
    "colour": lambda field: {"type": "string", "pattern": "^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$"},
    "inks": lambda field: _INKS,
    "font": _path_or_object,
    "size": _size,
    "language": lambda field: {"type": ["string", "boolean"], "pattern": "^[A-Za-z]{2,3}(-|$)"},
    "date": lambda field: {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
    "choice": lambda field: {"enum": list(field.choices)},
    "texts": lambda field: _TEXTS,
    "items": lambda field: _ITEMS,
    "mapping": lambda field: _object(field.fields),
    "mapping or file": _yaml_or_object,
    "mappings": _section_list,
    "contact": _switch_or_words,
    "notes": lambda field: _TEXT,
    "reasons": lambda field: {"type": "object", "additionalProperties": _TEXT},
}
