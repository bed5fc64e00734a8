"""The JSON Schema and the loader are made of one table and give one verdict on a file's shape."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import jsonschema
import pytest
import yaml

from brochure import model
from brochure.model import ContentError
from brochure.reading.converters import KINDS
from brochure.reading.json_schema import json_schema
from brochure.reading.loader import load_bytes
from brochure.reading.schema import (
    BRAND,
    CLINIC,
    CONTACT,
    EMAIL,
    HANDOUT,
    IMAGE,
    SECTION,
)

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


@pytest.mark.parametrize(
    ("fields", "noun", "made_otherwise"),
    [
        (HANDOUT, model.Handout, set()),
        (CLINIC, model.Clinic, set()),
        (BRAND, model.BrandSource, {"font"}),
        (SECTION, model.Section, set()),
        (IMAGE, model.Image, {"file"}),
        (CONTACT, model.Contact, set()),
        (EMAIL, model.Email, set()),
    ],
)
def test_every_key_has_its_place_in_the_model(fields, noun, made_otherwise):
    places = {field.name for field in dataclasses.fields(noun)}
    assert {field.name for field in fields} - places == made_otherwise


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
