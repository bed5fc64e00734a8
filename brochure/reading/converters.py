"""One reader for each kind of value in the schema, in one table."""

from __future__ import annotations

from pathlib import Path

from brochure._startup.records import replace
from brochure.language.messages import either, reason, short
from brochure.model import Span, Text
from brochure.reading.clinic_phones import locations, phone, phones
from brochure.reading.field_reader import Kinds, Reader, Values
from brochure.reading.kept_lines import kept_lines, letter, one_line
from brochure.reading.paths import FACES, read_bytes
from brochure.reading.schema import Field
from brochure.reading.yaml_nodes import Mapping, Node, Scalar, Sequence
from brochure.reading.yaml_reader import read_marked

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

LIKE = 0.6
"""How like a word must be to a choice that is meant, as `difflib` counts."""


def _choice(reader: Reader, node: Node, field: Field) -> str | None:
    text = reader.plain(node, field.name)
    if text is None or text.plain in field.choices:
        return text.plain if text else None
    choices = either(field.choices)
    from brochure.reading.strange_keys import near

    meant = near(text.plain.strip().lower()[:40], field.choices, LIKE)
    hint = f"Type {meant}" if meant else field.description
    reader.say(node, f"`{field.name}` is {choices}, not `{short(text.plain)}`", hint)
    return None


def _word(reader: Reader, node: Node, field: Field) -> str | None:
    text = reader.checked(node, field)
    return text.plain if text else None


def _number(reader: Reader, node: Node, field: Field) -> float | None:
    text = reader.checked(node, field)
    return float(text.plain) if text else None


def _switch(reader: Reader, node: Node, field: Field) -> bool | None:
    word = reader.switch(node)
    if word in ("true", "false"):
        return word == "true"
    reader.say(node, f"`{field.name}` is true or false", f"Type true: {field.name}: true")
    return None


def _table(reader: Reader, node: Node, field: Field) -> Any:
    from brochure.reading.tables import table

    return table(reader, node, field)


def _columns(reader: Reader, node: Node, field: Field) -> Any:
    from brochure.reading.tables import columns

    return columns(reader, node, field)


def _rows(reader: Reader, node: Node, field: Field) -> Any:
    from brochure.reading.tables import rows

    return rows(reader, node, field)


def _labels(reader: Reader, node: Node, field: Field) -> Any:
    from brochure.reading.body import labels

    return labels(reader, node, field)


def _quote(reader: Reader, node: Node, field: Field) -> Values | None:
    if isinstance(node, Mapping):
        return reader.mapping(node, field.fields, "`quote`")
    text = _said(reader, node, field)
    return {"text": text} if text else None


def _said(reader: Reader, node: Node, field: Field) -> Text | None:
    """Return somebody's words; curly quotes around them are theirs, not those of YAML."""
    if isinstance(node, Scalar) and node.line == node.end_line:
        node.style = node.style or '"'
    return reader.text(node, field.name)


def _names(reader: Reader, node: Node, field: Field) -> tuple[Text, ...] | None:
    """Return short words: a list, or a text with commas between them."""
    if isinstance(node, Sequence):
        found = [reader.plain(item, field.name) for item in node.items]
        return tuple([text for text in found if text])
    text = reader.plain(node, field.name)
    if text is None:
        return None
    words = [word.strip() for word in text.plain.split(",")]
    return tuple([replace(text, spans=(Span(word),)) for word in words if word])


def _count(reader: Reader, node: Node, field: Field) -> int | None:
    text = reader.checked(node, field)
    return int(text.plain) if text else None


def _inks(reader: Reader, node: Node, field: Field) -> Text | None:
    from brochure.reading.rare_values import check_inks

    if isinstance(node, Sequence):
        words = " ".join(item.text if isinstance(item, Scalar) else "?" for item in node.items)
        node = Scalar(words, node.line, node.column, '"', node.line, node.column)
    text = reader.plain(node, field.name)
    advice = check_inks(text.plain) if text else None
    if advice:
        reader.say(node, *advice)
    return None if advice else text


def _file(reader: Reader, node: Node, field: Field) -> Any:
    text = reader.plain(node, field.name)
    path = _find(reader, node, text.plain) if text else None
    return (path, node.line, node.column) if path else None


def _font(reader: Reader, node: Node, field: Field) -> Any:
    if isinstance(node, Mapping):
        values = reader.mapping(node, field.fields, "`font`") or {}
        faces = {name: value[0] for name, value in values.items()}
    else:
        text = reader.plain(node, field.name)
        faces = _family(reader, node, text.plain) if text else {}
    if "regular" in faces and "bold" in faces and "italic" not in faces:
        message = "`font` has no italic font: words in italics are set upright"
        reader.say(node, message, "Add the family's Italic.ttf if you have it.", "hint")
        faces["italic"] = faces["regular"]
    return (tuple(faces.items()), node.line, node.column) if len(faces) == len(FACES) else None


def _family(reader: Reader, node: Node, name: str) -> dict[str, Path]:
    """Return the files of a family whose folder, or regular file, is named; else note why not."""
    from brochure.typeset.font_files import family_in

    try:
        return dict(family_in(reader.files.path(name, folders=True)))
    except (ValueError, OSError) as error:
        why = str(error) if isinstance(error, ValueError) else f"`{short(name)}` cannot be read"
        plain = not any(sign in name for sign in "/\\.:")
        if plain and not any((folder / name).exists() for folder in reader.files.folders):
            why = f"there is no folder `{short(name)}`; a font is not known by its name alone"
        reader.say(node, f"`font` cannot be used: {why}", _FONT_FOLDER)
        return {}


_FONT_FOLDER = (
    "Put the family's TrueType files (Regular.ttf, Bold.ttf, Italic.ttf, or as they were"
    " downloaded) into a folder beside this file, and name the folder: `font: fonts`"
)


def _find(reader: Reader, node: Node, name: str) -> Path | None:
    try:
        path = reader.files.path(name)
    except ValueError as error:
        reader.say(node, str(error), _FOLDERS)
        return None
    if path.is_file():
        return path
    reader.say(node, f"`{short(name)}` is a folder, not a file", "Name the file in it.")
    return None


_FOLDERS = "Files must lie in the folder of this file or in the project's assets folder."


def _mapping(reader: Reader, node: Node, field: Field) -> Values | None:
    return reader.mapping(node, field.fields, f"`{field.name}`")


def _mapping_or_file(reader: Reader, node: Node, field: Field) -> Values | None:
    if isinstance(node, Scalar):
        text = reader.plain(node, field.name)
        return _included(reader, node, text.plain, field) if text else None
    values = _mapping(reader, node, field)
    return None if values is None else values | {"file": reader.file}


def _included(reader: Reader, node: Node, name: str, field: Field) -> Values | None:
    """Return the values of a YAML file of its own; its problems bear its name."""
    if not name.lower().endswith((".yaml", ".yml")):
        from brochure.reading.hints import keys_of, such_as

        what = "Type the name of a YAML file, or keys below it, indented"
        hint = such_as(what, keys_of(field.fields))
        reader.say(node, f"`{field.name}` takes keys or a .yaml file, not `{short(name)}`", hint)
        return None
    try:
        path = reader.files.shared(name)
        data = read_bytes(path)
    except (ValueError, OSError) as error:
        why = reason(error) if isinstance(error, OSError) else str(error)
        reader.say(node, f"`{short(name)}` cannot be read: {why}", _FOLDERS)
        return None
    marked = read_marked(data, name)
    inner = Reader(marked, reader.files.beside(path), reader.counts, reader.kinds)
    values = file_values(inner, marked.root, field) if marked.root else None
    reader.problems += inner.problems
    return None if values is None else values | {"file": name}


def file_values(reader: Reader, root: Node, field: Field) -> Values | None:
    """Return the values of a file's keys; a brand may be of the brand.yml convention."""
    if field.name == "brand":
        from brochure.reading.brand_yml import brand_values, is_brand_yml

        if is_brand_yml(root):
            return brand_values(reader, root)
    return reader.mapping(root, field.fields, "this file")


def _body(reader: Reader, node: Node, field: Field) -> Any:
    from brochure.reading.body import body

    return body(reader, node, field)


def _phrases(reader: Reader, node: Node, field: Field) -> Any:
    from brochure.reading.own_phrases import own_phrases

    return own_phrases(reader, node, field)


def _phrase(reader: Reader, node: Node, field: Field) -> str | None:
    from brochure.reading.own_phrases import phrase

    return phrase(reader, node, field)


def _icon(reader: Reader, node: Node, field: Field) -> Any:
    from brochure.reading.icons import icon

    return icon(reader, node, field)


def _icon_name(reader: Reader, node: Node, field: Field) -> str | None:
    from brochure.reading.icons import icon_name

    return icon_name(reader, node, field)


def _contact(reader: Reader, node: Node, field: Field) -> Values | None:
    if isinstance(node, Mapping):
        return reader.mapping(node, field.fields, "`contact`")
    word = reader.switch(node)
    if not word and (isinstance(node, Sequence) or reader.plain(node, field.name)):
        hint = "For words of your own type `heading:` and `text:` below it, indented."
        reader.say(node, "`contact` is true, false, or its heading and text", hint)
    return {"shown": word != "false"}


def _notes(reader: Reader, node: Node, field: Field) -> tuple[str, Text | None] | None:
    word = reader.switch(node)
    if word:
        return word, None
    heading = reader.text(node, field.name)
    return ("true", heading) if heading else None


def _reasons(reader: Reader, node: Node, field: Field) -> tuple[tuple[str, str], ...] | None:
    if not isinstance(node, Mapping):
        hint = "Type the rule and why it may be broken: `long-sentence: the law's own words`"
        reader.say(node, "`allow` takes rules with their reasons", hint)
        return None
    found = []
    for key, value in node.pairs:
        reason = reader.plain(value, key.text)
        if reason:
            found.append((key.text, reason.plain))
    return tuple(found)


def _languages(reader: Reader, node: Node, field: Field) -> tuple[Text, ...] | None:
    """Return language tags; one that is none is told."""
    from brochure.reading.validators import check_language

    found = _names(reader, node, field) or ()
    for tag in found:
        fault = check_language(tag.plain)
        if fault:
            reader.say(node, *fault)
            return None
    return found


KINDS: Kinds = {
    "text": lambda reader, node, field: reader.text(node, field.name),
    "texts": lambda reader, node, field: reader.texts(node, field.name),
    "lines": kept_lines,
    "line": one_line,
    "letter": letter,
    "items": lambda reader, node, field: reader.items(node, field.name),
    "body": _body,
    "count": _count,
    "table": _table,
    "columns": _columns,
    "rows": _rows,
    "labels": _labels,
    "quote": _quote,
    "said": _said,
    "switch": _switch,
    "icon": _icon,
    "icon name": _icon_name,
    "phone": phone,
    "phones": phones,
    "locations": locations,
    "phrases": _phrases,
    "phrase": _phrase,
    "website": Reader.checked,
    "address": Reader.checked,
    "colour": Reader.checked,
    "size": _number,
    "language": _word,
    "date": _word,
    "choice": _choice,
    "names": _names,
    "languages": _languages,
    "inks": _inks,
    "file": _file,
    "font": _font,
    "mapping": _mapping,
    "mapping or file": _mapping_or_file,
    "mappings": Reader.mappings,
    "contact": _contact,
    "notes": _notes,
    "reasons": _reasons,
}
