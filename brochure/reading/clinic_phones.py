"""The clinic's numbers: the one to call, and further ones with their labels."""

from __future__ import annotations

from brochure.model import ClinicPhone, Location, Text
from brochure.model.phones import second_number
from brochure.reading.field_reader import Reader
from brochure.reading.schema import Field
from brochure.reading.yaml_nodes import Node, Scalar, Sequence

MOST_LOCATIONS = 6


def phone(reader: Reader, node: Node, field: Field) -> Text | None:
    """Return one number; a list of them is told where the second one goes."""
    if not isinstance(node, Sequence):
        return reader.checked(node, field)
    count = f"not a list of {len(node.items)}" if node.items else "not a list"
    reader.say(node, f"`{field.name}` takes one number, {count}", second_number(_second(node)))
    return None


def _second(node: Sequence) -> str:
    """Return the second item of a list of phones, as typed."""
    items = [item.text for item in node.items if isinstance(item, Scalar)]
    return items[1] if len(items) > 1 else "310-828-7758"


def locations(reader: Reader, node: Node, field: Field) -> tuple[Location, ...] | None:
    """Return the clinic's places, each with its name."""
    nodes = reader.listed(node, field.name)
    if nodes is None:
        return None
    if len(nodes) > MOST_LOCATIONS:
        message = f"there are {len(nodes)} locations; the box has room for {MOST_LOCATIONS}"
        reader.say(nodes[MOST_LOCATIONS], message, "leave out the ones that this text is not for")
        return None
    read = [reader.mapping(each, field.fields, "this place") for each in nodes]
    return tuple(Location(**values) for values in read if values and "name" in values)


def phones(reader: Reader, node: Node, field: Field) -> tuple[ClinicPhone, ...] | None:
    """Return the further numbers, each with its label."""
    nodes = reader.listed(node, field.name)
    if nodes is None:
        return None
    read = [reader.mapping(each, field.fields, "this phone") for each in nodes]
    wanted = {inner.name for inner in field.fields}
    return tuple(ClinicPhone(**values) for values in read if values and values.keys() == wanted)
