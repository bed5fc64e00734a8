"""The JSON Schema and the loader are made of one table and give one verdict on a file's shape."""

from __future__ import annotations

import dataclasses
import inspect
import json
import typing
from pathlib import Path

import jsonschema
import pytest
import yaml

from brochure import model
from brochure.copyfit import flow, overflow
from brochure.model import ContentError, choices, content
from brochure.model.texts import PARTS
from brochure.reading import body
from brochure.reading.converters import KINDS
from brochure.reading.json_schema import json_schema
from brochure.reading.loader import load, load_brand_bytes, load_bytes, load_clinic_bytes
from brochure.reading.schema import (
    BLOCKS,
    BRAND,
    CLINIC,
    CLINIC_PHONE,
    CONTACT,
    COVER,
    EMAIL,
    HANDOUT,
    ICON,
    IMAGE,
    LOCATION,
    QUOTE,
    SECTION,
    SHORT_FORM,
    TABLE,
)
from tests.conftest import FILES, ROOT

HERE = Path(__file__).parent
ERRORS = sorted((HERE.parents[1] / "errors").glob("*.yaml"))
SCHEMA = json_schema()
CHECK = jsonschema.Draft202012Validator(SCHEMA)


class Editor(yaml.SafeLoader):
    """Reads YAML as editors do (1.2): no dates, and no yes, no, on and off as booleans."""


Editor.yaml_implicit_resolvers = {
    first: [(tag, how) for tag, how in rules if not tag.endswith((":timestamp", ":bool", ":int"))]
    for first, rules in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
_WORDS = yaml.resolver.re.compile("(true|false|True|False|TRUE|FALSE)$")
_WHOLE = yaml.resolver.re.compile("[-+]?[0-9]+$")
Editor.add_implicit_resolver("tag:yaml.org,2002:bool", _WORDS, list("tTfF"))
Editor.add_implicit_resolver("tag:yaml.org,2002:int", _WHOLE, list("-+0123456789"))
Editor.add_constructor("tag:yaml.org,2002:int", lambda loader, node: int(node.value))


def by_schema(text):
    return CHECK.is_valid(yaml.load(text, Loader=Editor))


def by_loader(text):
    try:
        load_bytes(text.encode(), "f.yaml", HERE)
    except ContentError:
        return False
    return True


def test_the_schema_is_a_schema():
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert json.loads(json.dumps(SCHEMA)) == SCHEMA
    assert SCHEMA["$schema"].endswith("2020-12/schema")


def all_fields(fields=HANDOUT):
    for field in fields:
        yield field
        yield from all_fields(field.fields)


def test_every_field_has_a_reader_and_a_sentence():
    for field in all_fields():
        assert field.kind in KINDS, field.name
        assert field.description.endswith("."), field.name


NOUNS = {
    model.Handout: HANDOUT,
    model.Clinic: CLINIC,
    model.ClinicPhone: CLINIC_PHONE,
    model.Location: LOCATION,
    model.BrandSource: BRAND,
    model.Section: SECTION,
    model.Icon: ICON,
    model.Table: TABLE,
    model.Quote: QUOTE,
    model.Image: IMAGE,
    model.Cover: COVER,
    model.Contact: CONTACT,
    model.Email: EMAIL,
}
OTHERWISE = {
    (model.BrandSource, "font"): "fonts",
    (model.Image, "file"): "path",
    (model.Cover, "file"): "path",
}
"""Keys that the noun has under another name."""
PLACES = {"file", "folder", "line", "column"}
"""Where a noun was read; no key says it."""
HALVES = {
    (model.Handout, "notes_heading"): "notes",
    (model.Contact, "shown"): "contact",
    (model.Handout, "lines"): "also_in",
    (model.Handout, "back"): "twin_of",
    (model.Handout, "side"): "twin_of",
    **{(model.BrandSource, f"logo{end}"): "logo" for end in ("", "_line", "_column")},
}
"""Fields that are read out of a key with two meanings, or of another form of the file."""
KIND_TYPES = {
    **{kind: {model.Text} for kind in ("text", "phone", "website", "address", "colour", "inks")},
    **{kind: {model.Text} for kind in ("lines", "line", "letter", "names")},
    **{
        "texts": {model.Text},
        "body": set(typing.get_args(model.Block)),
        "columns": {model.Text},
        "rows": {model.TableRow},
        "switch": {bool},
        "said": {model.Text},
        "icon name": {str},
        "size": {float},
        "language": {str},
    },
    **{
        "date": {str},
        "file": {Path},
        "phrases": {str},
        "languages": {model.Text},
        "reasons": {str},
        "choice": set(),
        "notes": {"auto"},
    },
    **{"font": {Path, "regular"}},
}
"""What the field of a noun is made of, for each kind of value; closed sets by a word of theirs."""


def hints(noun):
    return typing.get_type_hints(noun, vars(content), vars(choices))


def leaves(hint):
    inner = typing.get_args(hint)
    return set().union(*map(leaves, inner)) if inner else {hint}


def keys_of(noun):
    """The fields of a noun's mapping; those of the short form make its body."""
    return [field for field in NOUNS[noun] if noun is not model.Section or field not in SHORT_FORM]


def home(noun, field):
    return OTHERWISE.get((noun, field.name), field.name)


def read_from_no_key(noun, name):
    ends = name.removesuffix("_line").removesuffix("_column")
    return (
        name in PLACES or (noun, name) in HALVES or ends in {f.name for f in NOUNS[noun]} - {name}
    )


def test_every_key_of_the_short_form_makes_a_part_of_the_body():
    short = list(inspect.signature(model.short_form).parameters)
    assert short == [field.name for field in SHORT_FORM]


def test_every_block_of_a_body_is_made_and_walked():
    assert {field.name for field in BLOCKS if field.name != "start"} == set(body.MADE)
    nouns = set(typing.get_args(model.Block))
    assert nouns == set(flow.MADE) == set(overflow.CUTS)
    assert nouns <= set(PARTS)


def test_every_mapping_of_the_schema_has_its_noun():
    mappings = {field.fields for field in all_fields() if field.fields} | {HANDOUT}
    mappings -= {BLOCKS}
    (font,) = (field.fields for field in BRAND if field.fields)
    assert mappings - {font} == set(NOUNS.values())


@pytest.mark.parametrize("noun", NOUNS)
def test_every_key_has_its_place_in_the_noun_and_every_place_its_key(noun):
    keys = {home(noun, field) for field in keys_of(noun)}
    places = {each.name for each in dataclasses.fields(noun)}
    assert {name for name in places if not read_from_no_key(noun, name)} == keys


@pytest.mark.parametrize("noun", NOUNS)
def test_every_place_has_the_type_that_its_kind_of_value_is_read_as(noun):
    for field in keys_of(noun):
        found = leaves(hints(noun)[home(noun, field)])
        inner = next((each for each, keys in NOUNS.items() if keys == field.fields), None)
        wanted = {inner} if inner else KIND_TYPES[field.kind]
        assert wanted <= found, f"{field.name} is {field.kind}, but {found} in {noun.__name__}"


@pytest.mark.parametrize("noun", NOUNS)
def test_a_key_is_needed_if_its_place_has_no_default(noun):
    bare = {
        each.name
        for each in dataclasses.fields(noun)
        if each.default is each.default_factory is dataclasses.MISSING
    }
    needed = {home(noun, field) for field in NOUNS[noun] if field.required}
    assert needed == {name for name in bare if not read_from_no_key(noun, name)}


SWITCHES = {"notice", "logo_has_name"}
"""Choices that are kept as a bool."""


def test_a_choice_has_the_words_of_its_closed_set():
    for noun, fields in NOUNS.items():
        for field in fields:
            if field.choices and field.name not in SWITCHES:
                words = leaves(hints(noun)[field.name])
                assert words - {""} == set(field.choices)


def fits(value, hint):
    """Whether a value is of a type, and all within it."""
    inner, origin = typing.get_args(hint), typing.get_origin(hint)
    if origin is typing.Literal:
        return value in inner
    if origin is tuple:
        if inner[-1] is Ellipsis:
            return isinstance(value, tuple) and all(fits(each, inner[0]) for each in value)
        return len(value) == len(inner) and all(map(fits, value, inner))
    if inner:
        return any(fits(value, each) for each in inner)
    if not isinstance(value, hint):
        return False
    names = getattr(hint, "__match_args__", ()) if hint.__module__ == content.__name__ else ()
    known = hints(hint) if names else {}
    return all(fits(getattr(value, name), known[name]) for name in names)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_what_is_read_is_of_the_types_that_the_nouns_say(path):
    handout, _ = load(path, assets=ROOT / "assets")
    assert fits(handout, model.Handout)


CLINICS = [
    "name: a\nphone: 310-828-7757\n",
    "clinic: {name: a, phone: 310-828-7757}\nbrand: {primary: '#0b5d6b'}\n",
    "clinic: {name: a, phone: 310-828-7757}\n",
    "name: a\n",
    "name: a\nphone: 310-828-7757\nlogos: x.svg\n",
    "clinic: {name: a}\n",
    "brand: {primary: '#0b5d6b'}\n",
]


@pytest.mark.parametrize("text", CLINICS)
def test_a_clinic_s_file_gets_one_verdict(text):
    try:
        load_clinic_bytes(text.encode(), "clinic.yaml", HERE)
        taken = True
    except ContentError:
        taken = False
    schema = jsonschema.Draft202012Validator(json_schema("clinic"))
    assert schema.is_valid(yaml.load(text, Loader=Editor)) is taken


@pytest.mark.parametrize("text", ["primary: '#0b5d6b'\n", "primary: blue\n", "primry: '#fff'\n"])
def test_a_brand_s_file_gets_one_verdict(text):
    try:
        load_brand_bytes(text.encode(), "brand.yaml", HERE)
        taken = True
    except ContentError:
        taken = False
    schema = jsonschema.Draft202012Validator(json_schema("brand"))
    assert schema.is_valid(yaml.load(text, Loader=Editor)) is taken


BASE = "title: a\nclinic: {name: b, phone: 310-828-7757}\nsections: [{heading: c, text: d}]\n"
SECTION_BASE = "title: a\nclinic: {name: b, phone: 310-828-7757}\nsections:\n  - heading: c\n"
GOOD = ["title: 12", "title: true", "title: 1.5", "contact: true", "contact: No", "contact: OFF"]
GOOD += ["contact: {}", "contact: {heading: a}", "notes: auto", "notes: Questions", "notes: true"]
GOOD += [
    "reviewed: 2026-10-01",
    "sources: a",
    "sources: [a, b]",
    'sources: ["a"]',
    "email: {message: [a, 1]}",
]
GOOD += ['brand: {primary: "#fff"}', "brand: {min_size: 11}", "brand: {primary_cmyk: [0, 1, 2, 3]}"]
GOOD += [
    "brand: {primary_cmyk: 90 30 40 20}",
    "brand: {primary_cmyk: 90% 30% 40% 20%}",
    "email: {}",
]
GOOD += ["brand: {min_size: 10.5}", "language: fr", "language: zh-Hans-CN", "allow: {a: b}"]
BAD = [
    "titel: a",
    "title: [a]",
    "title:",
    'title: ""',
    "contact: maybe",
    "contact: [a]",
    "notes: [a]",
]
BAD += ["reviewed: 10/01/2026", "reviewed: 2026", "sources: []", "sources: {a: b}", "email: a"]
BAD += ['brand: {primary: "#ffff"}', "brand: {primary: red}", "brand: {min_size: 9}", "contact:"]
BAD += [
    "brand: {primary_cmyk: [1, 2, 3]}",
    "brand: {primary_cmyk: 1 2 3}",
    "brand: {x: y}",
    "brand:",
]
BAD += [
    "language: English",
    "language: en_US",
    "allow: a",
    "allow: [a]",
    "sections:",
    "sections: []",
]
BAD += [
    "sections: a",
    "sections: {a: b}",
    "sections: [a]",
    "sections: [{heading: a}]",
    "clinic: {}",
]
BAD += [
    "clinic: {name: a}",
    "clinic: [a]",
    "clinic: {name: a, phone: none}",
    "brand: {min_size: a}",
]
BAD += ["clinic: {name: a, phone: 310-828-7757, website: http://a.b}", "sections: [{text: a}]"]
BAD += ["clinic: {name: a, phone: 310-828-7757, email: b}", "allow: {a: }"]
BAD += [
    "clinic: {name: a, phone: 310-828-7757, website: a b}",
    "email: {from: a}",
    "email: {subject: }",
]
IN_SECTION_GOOD = [
    "text: a",
    "text: [a, b]",
    "bullets: [a, 1]",
    "steps: [a]",
    "emphasis: key\n    text: a",
]
IN_SECTION_GOOD += ["bullets:\n      - a:\n          - b\n      - c", "text: a\n    closing: b"]
IN_SECTION_BAD = [
    "text: {a: b}",
    "bullets: a",
    "bullets: []",
    "bullets: [[a]]",
    "emphasis: a\n    text: b",
]
IN_SECTION_BAD += [
    "bullets:\n      - a: b",
    "bullets:\n      - a:\n          - b:\n              - c",
]
IN_SECTION_BAD += [
    "closing: a",
    "text: a\n    image: b",
    "text: a\n    image: {alt: b}",
    "bullets:\n      -",
]
IN_SECTION_GOOD += ["body: a", "body: [a, {bullets: [b]}]", "body: [{steps: [a], start: 4}]"]
IN_SECTION_GOOD += [
    "body: [{table: {columns: [a, b], rows: [[c, d], [e, '']]}}]",
    "body: [{fill: [a, b]}, {fill: c}, {checklist: [d]}, {tip: e}]",
    "body: [{quote: a}, {quote: {text: b, by: c}}]",
]
IN_SECTION_BAD += [
    "body: [{table: {columns: [a], rows: [[c]]}}]",
    "body: [{table: {columns: [a, b]}}]",
    "body: [{table: {columns: [a, b], rows: []}}]",
    "body: [{table: [[a, b]]}]",
    "body: [{quote: {by: c}}]",
    "body: [{fill: []}]",
    "body: [{tip: [a, b]}]",
]
IN_SECTION_BAD += ["body: []", "body: {bullets: [a]}", "body: [{bullets: [a], start: 4}]"]
IN_SECTION_BAD += ["body: [{bullets: [a], steps: [b]}]", "body: [{start: 4}]", "body: [{x: y}]"]
IN_SECTION_BAD += [
    "body: [{steps: [a], start: 0}]",
    "body: [{steps: [a], start: b}]",
    "body: [[a]]",
]
IN_SECTION_BAD += [f"body: [a]\n    {key}: b" for key in ("text", "closing")]
IN_SECTION_BAD += ["bullets:\n      - a:\n", "bullets:\n      - a: []", "text: a\n    closing: [b]"]
IN_SECTION_BAD += [
    "text:\n      - a: b",
    "text: a\n    steps: {b: c}",
    "emphasis: Key\n    text: a",
]


def with_line(line):
    key = line.split(":", 1)[0]
    return "".join(row + "\n" for row in BASE.splitlines() if not row.startswith(key + ":")) + line


@pytest.mark.parametrize("line", GOOD)
def test_both_accept(line):
    assert by_loader(with_line(line))
    assert by_schema(with_line(line))


@pytest.mark.parametrize("line", BAD)
def test_both_refuse(line):
    assert not by_loader(with_line(line))
    assert not by_schema(with_line(line))


@pytest.mark.parametrize("line", IN_SECTION_GOOD)
def test_both_accept_in_a_section(line):
    assert by_loader(SECTION_BASE + f"    {line}\n")
    assert by_schema(SECTION_BASE + f"    {line}\n")


@pytest.mark.parametrize("line", IN_SECTION_BAD)
def test_both_refuse_in_a_section(line):
    assert not by_loader(SECTION_BASE + f"    {line}\n")
    assert not by_schema(SECTION_BASE + f"    {line}\n")


LOADER_SEES_MORE = (
    "phone number",
    "is more than one number",
    "stands here a second time",
    "nested more than",
    "second document",
    "a link cannot start",
    "the link",
    "language tag",
    "the text holds",
    "control character",
    "letter was lost",
    "unless it is in quotes",
    "there is no day",
    "key message",
    "is before",
    "order to the YAML parser",
    "special space",
    "would be joined",
    "merge key",
)
"""Faults of values and of YAML itself, which a schema of shapes cannot express."""


@pytest.mark.parametrize("path", ERRORS, ids=lambda path: path.stem)
def test_the_schema_refuses_what_the_loader_refuses(path):
    text = path.read_text(encoding="utf-8")
    try:
        document = yaml.load(text, Loader=Editor)
    except (yaml.YAMLError, ValueError):
        return
    try:
        load_bytes(path.read_bytes(), "f.yaml", HERE)
        faults = []
    except ContentError as error:
        faults = [problem.message for problem in error.problems if problem.level == "error"]
    if CHECK.is_valid(document):
        assert all(any(part in fault for part in LOADER_SEES_MORE) for fault in faults), faults
    else:
        assert faults
