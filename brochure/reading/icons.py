"""The `icon:` of a section: the name of a pictogram, or its name with words for who cannot see."""

from __future__ import annotations

from brochure.art.icons import icon_meant, icon_names
from brochure.language.messages import short
from brochure.model import Fix, Icon
from brochure.reading.field_reader import Reader
from brochure.reading.schema import Field
from brochure.reading.yaml_nodes import Mapping, Node, Scalar

SHOWN = 12
"""So many names are told where none is near."""


def icon(reader: Reader, node: Node, field: Field) -> Icon | None:
    """Return the icon of a section; a name that no icon has is noted with the one meant."""
    if isinstance(node, Mapping):
        values = reader.mapping(node, field.fields, "`icon`") or {}
        name, alt = values.get("name"), values.get("alt")
        return Icon(name, alt, node.line, node.column) if name else None
    name = icon_name(reader, node, field)
    return Icon(name, None, node.line, node.column) if name else None


def icon_name(reader: Reader, node: Node, field: Field) -> str | None:
    """Return the name of an icon, or note what was typed for it."""
    if not isinstance(node, Scalar):
        hint = f"Type one name: `icon: {icon_names()[0]}`"
        reader.say(node, "`icon` takes the name of one icon", hint)
        return None
    text = reader.plain(node, field.name)
    if text is None or text.plain in icon_names():
        return text.plain if text else None
    meant, fix = icon_meant(text.plain), None
    hint = f"Did you mean `{meant}`?" if meant else _some()
    if meant and not node.style and node.line == node.end_line:
        end = node.column + len(node.text)
        fix = Fix(node.line, node.column, node.line, end, meant)
    reader.say(node, f"there is no icon `{short(text.plain)}`", hint, fix=fix)
    return None


def _some() -> str:
    names = icon_names()
    some = ", ".join(names[:: len(names) // SHOWN])
    return f"Type one of the {len(names)} names in docs/reference/icons.md, such as: {some}."


def beside_sign(reader: Reader, section: Node) -> None:
    """Note that the sign of an urgent section stands where its icon would."""
    assert isinstance(section, Mapping)
    key, node = next(pair for pair in section.pairs if pair[0].text == "icon")
    message = "the icon is left out: an urgent section has a sign of its own"
    lines, fix = reader.marked.lines, None
    alone = isinstance(node, Scalar) and key.line == node.end_line and key.line < len(lines)
    if alone and not section.flow and not lines[key.line - 1][: key.column - 1].strip():
        fix = Fix(key.line, 1, key.line + 1, 1, "")
    reader.say(node, message, "Take out the line `icon:`.", "warning", fix)
