"""The ways to type a new text where an old one stands: as the old one was typed, then in quotes."""

from __future__ import annotations

from collections.abc import Iterator

from brochure.editing.places import Places
from brochure.editing.source_lines import indent_of, is_blank
from brochure.editing.typed_values import WIDTH, block, folded, plain, quoted, single
from brochure.reading.yaml_nodes import Scalar

WRITERS = {"'": single, '"': quoted}


def ways_to_type(places: Places, old: Scalar, text: str, is_key: bool = False) -> Iterator[str]:
    """Yield the new text as it may be typed in the place of the old one, the likeliest first.

    The further lines of one that goes over several are indented as they must stand.
    """
    start = places.start(old)[1]
    indent = _indent(places, old)
    if old.style in ("|", ">") and not is_key:
        yield block(text, old.style, indent)
    if "\n" in text:
        yield from [] if is_key else [block(text, "|", indent), quoted(text)]
        return
    writers = [WRITERS.get(old.style, plain), quoted]
    long = old.end_line > old.line or start + len(text) > WIDTH
    for write in writers:
        written = write(text)
        if long and not is_key:
            yield folded(written, start, indent)
        yield written


def _indent(places: Places, old: Scalar) -> int:
    """Return how far the further lines of a text are indented: as they are, else deep enough."""
    rows = places.source.rows
    first = old.line - 1
    for row in rows[first + 1 : places.last(old) + 1]:
        if not is_blank(row):
            return indent_of(row)
    line = rows[first]
    lead = line[: places.start(old)[1]]
    dashes = len(lead) - len(lead.lstrip(" -"))
    return dashes + (2 if lead[dashes:].strip() else 0) or 2
