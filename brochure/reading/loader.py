"""From a content file to a Handout, or to every problem in it, with line and column."""

from __future__ import annotations

from pathlib import Path

from brochure._startup.records import replace
from brochure.model import (
    SIGNED,
    BrandSource,
    Clinic,
    Contact,
    ContentError,
    Cover,
    Email,
    Handout,
    Problem,
    Section,
    Text,
    short_form,
)
from brochure.reading.converters import KINDS, file_values
from brochure.reading.field_reader import Reader, Values
from brochure.reading.given import file_bytes
from brochure.reading.paths import Files
from brochure.reading.placeholders import filled
from brochure.reading.schema import CONTENT_KEYS, HANDOUT, SECTION, SHORT_FORM, Field
from brochure.reading.text_reader import Counts
from brochure.reading.yaml_nodes import Mapping, Node
from brochure.reading.yaml_reader import read_marked

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

Loaded = tuple[Handout, tuple[Problem, ...]]
"""A handout and its warnings, such as words that a ``#`` leaves out."""


def load(
    path: Path, *, assets: Path | None = None, needs_clinic: bool = True, hints: bool = False
) -> Loaded:
    """Return the handout of a content file, and warnings; raises ContentError with all problems.

    ``assets`` is the project's assets folder; without it, ``assets`` beside the content file.
    ``hints`` adds what changes nothing on the page, such as a pasted sign that draws nothing.
    """
    found = load_bytes(file_bytes(path), str(path), path.parent, assets, needs_clinic=needs_clinic)
    return found if hints else (found[0], without_hints(found[1]))


def without_hints(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Return the problems that a build tells of: all but hints."""
    return tuple([problem for problem in problems if problem.level != "hint"])


def load_bytes(
    data: bytes, name: str, folder: Path, assets: Path | None = None, *, needs_clinic: bool = True
) -> Loaded:
    """Return the handout in a file's bytes, and warnings; raises ContentError like ``load``.

    Its words in braces are filled in, unless its clinic is still to come (`placeholders.filled`).
    """
    reader = _reader(data, name, folder, assets)
    values: Values = {}
    if reader.marked.root is not None:
        fields = HANDOUT if needs_clinic else _without_clinic()
        values = _read(reader, reader.marked.root, fields)
    problems = _checked(reader)
    handout = with_logo(_handout(values, name, folder))
    return filled(handout) if needs_clinic else handout, problems


def load_clinic(
    path: Path, *, assets: Path | None = None
) -> tuple[Clinic, BrandSource | None, tuple[Problem, ...]]:
    """Return the clinic of a file of its own, its brand if it has one, and warnings.

    The file has the keys of a clinic, or ``clinic:`` and ``brand:`` with theirs below them.
    """
    return load_clinic_bytes(file_bytes(path), str(path), path.parent, assets)


def load_clinic_bytes(
    data: bytes, name: str, folder: Path, assets: Path | None = None
) -> tuple[Clinic, BrandSource | None, tuple[Problem, ...]]:
    """Return what ``load_clinic`` does, of a file's bytes."""
    reader = _reader(data, name, folder, assets)
    root, values = reader.marked.root, Values()
    both = tuple(field for field in HANDOUT if field.name in ("clinic", "brand"))
    nested = isinstance(root, Mapping) and any(key.text == "clinic" for key, _ in root.pairs)
    if root is not None:
        values = reader.mapping(root, both if nested else both[0].fields, "this file") or {}
    problems = without_hints(_checked(reader))
    clinic = _clinic(values["clinic"] if nested else values | {"file": name})
    return clinic, _brand(values["brand"]) if "brand" in values else None, problems


def load_brand_bytes(
    data: bytes, name: str, folder: Path, assets: Path | None = None
) -> tuple[BrandSource, tuple[Problem, ...]]:
    """Return the brand in the bytes of a brand file, and warnings."""
    reader = _reader(data, name, folder, assets)
    field = next(field for field in HANDOUT if field.name == "brand")
    root = reader.marked.root
    values = file_values(reader, root, field) if root is not None else None
    problems = without_hints(_checked(reader))
    return _brand((values or {}) | {"file": name}), problems


def _reader(data: bytes, name: str, folder: Path, assets: Path | None) -> Reader:
    files = Files((folder,), assets or folder / "assets")
    return Reader(read_marked(data, name), files, Counts(), KINDS)


def _checked(reader: Reader) -> tuple[Problem, ...]:
    """Return the warnings, in order; raise ContentError with every problem if one is an error."""
    problems = sorted(reader.problems, key=lambda problem: (problem.line, problem.column))
    if any(problem.level == "error" for problem in problems):
        raise ContentError(problems)
    return tuple(problems)


def _without_clinic() -> tuple[Field, ...]:
    """Return the fields of a content file that is for the clinics of other files."""
    return tuple(
        replace(field, required=False) if field.name == "clinic" else field for field in HANDOUT
    )


def _read(reader: Reader, root: Node, fields: tuple[Field, ...]) -> Values:
    if not isinstance(root, Mapping):
        from brochure.reading.hints import start

        reader.say(root, "the file must start with keys", start())
        return {}
    values = reader.mapping(root, fields, "") or {}
    _check_sections(reader, values.get("sections", ()))
    if "review_by" in values and values["review_by"] < values.get("reviewed", ""):
        node = next(value for key, value in root.pairs if key.text == "review_by")
        reader.say(node, "`review_by` is before `reviewed`", "Was one of the two mistyped?")
    return values


def _check_sections(reader: Reader, sections: Any) -> None:
    key_line = 0
    known = {field.name for field in SECTION}
    for node, values in sections:
        present = {key.text for key, _ in node.pairs}
        if not present.intersection(CONTENT_KEYS) and present <= known:
            hint = "Add `text:`, `bullets:`, `steps:` or `image:` under its heading."
            reader.say(node, "this section has a heading but nothing under it", hint)
        if "body" in present:
            from brochure.reading.body import not_beside

            not_beside(reader, node)
        if "icon" in values and values.get("emphasis") in SIGNED:
            from brochure.reading.icons import beside_sign

            beside_sign(reader, node)
        if values.get("emphasis") != "key":
            continue
        if key_line:
            emphasis = next(value for key, value in node.pairs if key.text == "emphasis")
            message = (
                f"a handout has one key message; the section in line {key_line} has it already"
            )
            reader.say(emphasis, message, "Leave `emphasis: key` with the more important one.")
        key_line = key_line or node.line


# --------------------------------------------------------- from values to nouns


def _handout(values: Values, name: str, folder: Path) -> Handout:
    """Return the nouns made of values that are known to be valid."""
    notes, notes_heading = values.pop("notes", ("auto", None))
    sections = tuple(_section(node, each) for node, each in values.pop("sections"))
    return Handout(
        file=name,
        folder=folder,
        clinic=_clinic(values.pop("clinic", None)),
        brand=_brand(values.pop("brand", {})),
        sections=sections,
        cover=_cover(values.pop("cover")) if "cover" in values else None,
        contact=Contact(**values.pop("contact", {})),
        email=Email(**values.pop("email", {})),
        twin_of=values.pop("twin_of", (None,))[0],
        notes=notes,
        notes_heading=notes_heading,
        **values,
    )


def _section(node: Node, values: Values) -> Section:
    """Return a section; the keys of its short form become a body."""
    if "image" in values:
        from brochure.reading.body import image_of

        values["image"] = image_of(values["image"])
    short = {field.name: values.pop(field.name) for field in SHORT_FORM if field.name in values}
    body = values.pop("body", None) or short_form(**short)
    return Section(**values, body=body, line=node.line, column=node.column)


def _cover(values: Values) -> Cover:
    path, line, column = values["file"]
    return Cover(path, values["alt"], line, column)


def _clinic(values: Values | None) -> Clinic:
    if values is None:
        return Clinic(name=Text(()), phone=Text(()))
    path, line, column = values.pop("logo", (None, 0, 0))
    values["notice"] = values.get("notice") == "true"
    if "logo_has_name" in values:
        values["logo_has_name"] = values["logo_has_name"] == "true"
    return Clinic(**values, logo=path, logo_line=line, logo_column=column)


def _brand(values: Values) -> BrandSource:
    fonts, line, column = values.pop("font", ((), 0, 0))
    logo, logo_line, logo_column = values.pop("logo", (None, 0, 0))
    size = values.pop("min_size", 12.0)
    brand = BrandSource(**values, fonts=fonts, font_line=line, font_column=column, min_size=size)
    if logo:
        brand = replace(brand, logo=logo, logo_line=logo_line, logo_column=logo_column)
    return brand


def with_logo(handout: Handout) -> Handout:
    """Return a handout whose clinic has the logo of its brand where it has none of its own."""
    brand, clinic = handout.brand, handout.clinic
    if brand.logo is None or clinic.logo is not None:
        return handout
    lent = replace(
        clinic, logo=brand.logo, logo_line=brand.logo_line, logo_column=brand.logo_column
    )
    return replace(handout, clinic=lent)
