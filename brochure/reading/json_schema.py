"""The JSON Schema of a content file, written from the table of what it may hold."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from brochure.reading.schema import (
    AUTO,
    BRAND,
    CLINIC,
    CONTENT_KEYS,
    HANDOUT,
    MAX_SECTIONS,
    MAX_START,
    MIN_SIZE,
    MOST_COLUMNS,
    NO,
    SHORT_FORM,
    YES,
    Field,
)

Schema = dict[str, Any]

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
_CELLS: Schema = {
    "type": "array",
    "items": {"type": ["string", "number", "integer", "boolean", "null"]},
    "minItems": 2,
    "maxItems": MOST_COLUMNS,
}
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


def json_schema(of: str = "content") -> Schema:
    """Return the JSON Schema (2020-12) of one of FILES, for completion in an editor.

    Its `$id` is a name (RFC 8141) that holds on every computer.
    """
    title, description, write = FILES[of]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:brochure:schema:{of}",
        "title": title,
        "description": description,
        **write(),
    }


def _clinic_file() -> Schema:
    """Return what a clinic's file holds: its keys, or `clinic` and `brand` with theirs."""
    both = tuple(field for field in HANDOUT if field.name in ("clinic", "brand"))
    return {"anyOf": [_object(CLINIC), _object(both)]}


FILES: dict[str, tuple[str, str, Callable[[], Schema]]] = {
    "content": (
        "Patient handout",
        "One file is one two-page handout.",
        lambda: _object(HANDOUT),
    ),
    "clinic": ("Clinic", "What every handout of a clinic shows.", _clinic_file),
    "brand": ("Brand", "Colours and fonts.", lambda: _object(BRAND)),
}
"""The kinds of files: title, description, and what writes their schema."""


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
    alone = {"properties": {each.name: False for each in SHORT_FORM}}
    section["dependentSchemas"] = {"body": alone}
    return {"type": "array", "minItems": 1, "maxItems": MAX_SECTIONS, "items": section}


def _blocks(field: Field) -> Schema:
    """Return what a body holds: a text, or a list of texts and of mappings with one block each."""
    heads = [each for each in field.fields if each.name != "start"]
    blocks = [_object(_with_start(each, field)) | {"required": [each.name]} for each in heads]
    either = {"anyOf": [_TEXT, *blocks]}
    return {"anyOf": [_TEXT, {"type": "array", "minItems": 1, "items": either}]}


def _with_start(head: Field, body: Field) -> tuple[Field, ...]:
    start = (each for each in body.fields if each.name == "start")
    return (head, *start) if head.name == "steps" else (head,)


def _words(*groups: tuple[str, ...]) -> str:
    """Return a pattern of words in any case."""
    words = [word for group in groups for word in group]
    either = "|".join("".join(f"[{char.upper()}{char}]" for char in word) for word in words)
    return f"^\\s*({either})\\s*$"


def _switch_or_words(field: Field) -> Schema:
    words = {"type": "string", "pattern": _words(YES, NO, AUTO)}
    return {"anyOf": [{"type": "boolean"}, words, _object(field.fields)]}


_SWITCH: Schema = {"type": "string", "pattern": _words(YES, NO)}


def _path_or_object(field: Field) -> Schema:
    return {"anyOf": [{"type": "string", "pattern": "\\S"}, _object(field.fields)]}


def _yaml_or_object(field: Field) -> Schema:
    file = {"type": "string", "pattern": "[.][Yy][Aa]?[Mm][Ll] *$"}
    return {"anyOf": [file, _object(field.fields)]}


def _size(field: Field) -> Schema:
    low, high = MIN_SIZE
    return {"type": "number", "minimum": low, "maximum": high}


def _icon_name(field: Field) -> Schema:
    from brochure.art.icons import icon_names

    return {"enum": list(icon_names())}


def _icon(field: Field) -> Schema:
    return {"anyOf": [_icon_name(field), _object(field.fields)]}


def _own_phrases(field: Field) -> Schema:
    """Return languages with their fixed words, each with what it is in English."""
    from brochure.reading.own_phrases import KEYS

    return {"type": "object", "additionalProperties": _object(KEYS)}


_KINDS: dict[str, Any] = {
    "phrases": _own_phrases,
    "phrase": lambda field: {"type": "string", "pattern": "\\S"},
    "text": lambda field: _TEXT,
    "phone": lambda field: {"type": ["string", "integer"], "pattern": "[0-9]"},
    "website": lambda field: {
        "type": "string",
        "pattern": "^\\s*(https://)?[^\\s/:]+[.][^\\s]+\\s*$",
    },
    "address": lambda field: {"type": "string", "pattern": "@"},
    "languages": lambda field: {
        "anyOf": [
            {"type": "string", "pattern": "\\S"},
            {"type": "array", "items": {"type": "string"}, "minItems": 1},
        ]
    },
    "locations": lambda field: {
        "type": "array",
        "minItems": 1,
        "maxItems": 6,
        "items": _object(field.fields),
    },
    "phones": lambda field: {"type": "array", "minItems": 1, "items": _object(field.fields)},
    "file": lambda field: {"type": "string", "pattern": "\\S"},
    "colour": lambda field: {"type": "string", "pattern": "^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$"},
    "inks": lambda field: _INKS,
    "font": _path_or_object,
    "size": _size,
    "language": lambda field: {"type": ["string", "boolean"], "pattern": "^[A-Za-z]{2,3}(-|$)"},
    "date": lambda field: {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
    "choice": lambda field: {"enum": list(field.choices)},
    "texts": lambda field: _TEXTS,
    "names": lambda field: _TEXTS,
    "lines": lambda field: _TEXTS,
    "line": lambda field: _TEXTS,
    "letter": lambda field: _TEXTS,
    "items": lambda field: _ITEMS,
    "body": _blocks,
    "table": lambda field: _object(field.fields),
    "columns": lambda field: _CELLS,
    "rows": lambda field: {"type": "array", "minItems": 1, "items": _CELLS},
    "labels": lambda field: _TEXTS,
    "quote": lambda field: {"anyOf": [_TEXT, _object(field.fields)]},
    "said": lambda field: _TEXT,
    "switch": lambda field: {"anyOf": [{"type": "boolean"}, _SWITCH]},
    "icon": _icon,
    "icon name": _icon_name,
    "count": lambda field: {"type": "integer", "minimum": 1, "maximum": MAX_START},
    "mapping": lambda field: _object(field.fields),
    "mapping or file": _yaml_or_object,
    "mappings": _section_list,
    "contact": _switch_or_words,
    "notes": lambda field: _TEXT,
    "reasons": lambda field: {"type": "object", "additionalProperties": _TEXT},
}
